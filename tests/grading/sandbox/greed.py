"""What hand-ins take too much of: code, and what may become of its cell. The cells around it count all the same."""
# ruff: noqa: E501 - the code of attackers stands as they would write it

NEVER_ENDS = "while True:\n    pass"
GREED = {
    "takes ten gigabytes": ("bytearray(10 << 30)", {"error"}),
    "takes them piece by piece": (
        "taken = []\nwhile True:\n    taken.append(bytearray(1 << 26))",
        {"error", "died", "timeout"},
    ),  # on a busy machine its time may end before its memory
    "takes them as a tensor": ("import torch\ntorch.ones(10 << 30)", {"error"}),
    "takes them without touching": ("import mmap\nmmap.mmap(-1, 10 << 30)", {"error"}),
    "takes them in threads": (
        "import threading\ntaken = []\n"
        "def take():\n    while True:\n        taken.append(bytearray(1 << 24))\n"
        "threads = [threading.Thread(target=take, daemon=True) for _ in range(8)]\n"
        "[t.start() for t in threads]\n[t.join() for t in threads]",
        {"ok", "error", "died", "timeout"},
    ),
    "fills the disk": (
        "for name in range(40):\n    with open(f'f{name}', 'wb') as file:\n        file.write(bytes(4 << 20))",
        {"error", "died"},
    ),
    "fills the disk with one file": ("with open('f', 'wb') as file:\n    file.write(bytes(100 << 20))", {"error"}),
    "fills the disk without a name": (
        "import os\nkept = []\nfor name in range(20):\n    file = open('f', 'wb', 0)\n    os.unlink('f')\n"
        "    file.write(bytes(4 << 20))\n    kept.append(file)",
        {"error", "died"},
    ),
    "fills the disk in a closed folder": (
        "import os\nos.mkdir('d', 0o300)\nfor name in range(40):\n    with open(f'd/f{name}', 'wb') as file:\n"
        "        file.write(bytes(4 << 20))",
        {"error", "died"},
    ),
    "fills the shared memory": (
        "for name in range(40):\n    with open(f'/dev/shm/f{name}', 'wb') as file:\n        file.write(bytes(4 << 20))",
        {"error"},
    ),
    "makes files without end": (
        "for name in range(2000):\n    open(f'f{name}', 'w').close()",
        {"error", "died"},
    ),
    "makes folders in folders without end": (
        "import os\nfor _ in range(2000):\n    os.mkdir('d')\n    os.chdir('d')",
        {"error", "died"},
    ),
    "fills the disk and stays": (
        "import signal\nsignal.setitimer(signal.ITIMER_REAL, 0)\n"
        "for name in range(40):\n    with open(f'f{name}', 'wb') as file:\n        file.write(bytes(4 << 20))\n"
        + NEVER_ENDS,
        {"error", "died"},
    ),
    "fills the disk and stops the look inside": (
        "import signal\nfrom gradbook.grading.sandbox.inside import child\nchild.overfull = lambda *_: ''\n"
        "for name in range(2000):\n    open(f'f{name}', 'w').close()\n"
        "signal.setitimer(signal.ITIMER_REAL, 0)\n" + NEVER_ENDS,
        {"error", "died"},
    ),
    "prints without end": ("for _ in range(60):\n    print('x' * 1_000_000)", {"ok", "timeout"}),
    "prints past Python": ("import os\nfor _ in range(60):\n    os.write(1, b'x' * 1_000_000)", {"ok"}),
    "shows pictures without end": (
        "import matplotlib.pyplot as plt\nfrom IPython.display import Image, display\n"
        "picture = Image(b'\\x89PNG\\r\\n\\x1a\\n' + bytes(1 << 16), format='png')\n"
        "for _ in range(400):\n    display(picture)",
        {"ok"},
    ),
    "shows one huge picture": (
        "from IPython.display import Image, display\ndisplay(Image(bytes(20 << 20), format='png'))",
        {"ok", "timeout"},
    ),
    "floods its pipe with junk": ("import os\nwhile True:\n    os.write(3, b'junk' * 50_000)", {"died"}),
    "floods its pipe with frames": (
        "import os, struct\nwhile True:\n    os.write(3, struct.pack('>cQ', b'P', 1 << 20) + bytes(1 << 20))",
        {"died"},
    ),
    "claims a frame without end": (
        "import os, struct\nos.write(3, struct.pack('>cQ', b'X', 1 << 62))\n" + NEVER_ENDS,
        {"died"},
    ),
    "never ends": (NEVER_ENDS, {"timeout"}),
    "takes no interrupt": (
        "while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass",
        {"timeout"},
    ),
    "ignores all signals": (
        "import signal, time\n"
        "for number in range(1, 65):\n    try:\n        signal.signal(number, signal.SIG_IGN)\n"
        "    except (OSError, ValueError):\n        pass\nsignal.setitimer(signal.ITIMER_REAL, 0)\n"
        "while True:\n    time.sleep(100)",
        {"timeout"},
    ),
    "hangs where Python cannot look": ("any(iter(int, 1))", {"timeout"}),
    "stops itself": ("import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)", {"timeout", "ok"}),
    "ends itself": ("import os\nos._exit(0)", {"died"}),
    "kills itself": ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", {"died", "ok"}),
    "breaks its own memory": ("import ctypes\nctypes.string_at(0)", {"died"}),
    "recurs without end": (
        "import sys\nsys.setrecursionlimit(10 ** 9)\ndef f():\n    return f()\nf()",
        {"died", "error", "timeout"},
    ),
    "starts threads without end": (
        "import threading, time\nfor _ in range(1000):\n    threading.Thread(target=time.sleep, args=(9,), daemon=True).start()",
        {"error"},
    ),
    "leaves a thread behind": (
        "import threading, time\ndef go():\n    while True:\n        time.sleep(0.01)\n"
        "threading.Thread(target=go, daemon=False).start()",
        {"ok"},
    ),
    "opens files without end": ("kept = [open('/dev/null') for _ in range(5000)]", {"error"}),
    "has an error without a text": (
        "class E(Exception):\n    def __str__(self):\n        raise SystemExit\nraise E",
        {"error"},
    ),
    "has an error whose text never ends": (
        "class E(Exception):\n    def __str__(self):\n        while True:\n            pass\nraise E",
        {"error", "timeout", "died"},
    ),
    "shows what never ends": (
        "class R:\n    def __repr__(self):\n        while True:\n            pass\nR()",
        {"ok", "error", "timeout"},
    ),
    "patches what sends its results": ("import json\njson.dumps = lambda *_, **__: '[]'", {"ok", "died"}),
    "patches everything": (
        "import builtins, os, struct\nos.write = print\nstruct.pack = None\nbuiltins.len = lambda _: 0",
        {"ok", "died", "timeout"},
    ),
    "waits for input": ("input()", {"error"}),
    "asks for the terminal": ("import getpass\ngetpass.getpass()", {"error", "ok"}),
    "leaves with exit": ("import sys\nsys.exit(1)", {"error"}),
    "compiles without end": ("exec('(' * 100_000)", {"error", "died"}),
}
