"""What hand-ins try. An attack is code that defines `attack()`; it got through if that returns something true.

The names that it may use are those of `PRELUDE` and of the facts that `hostile.py` tells: paths, numbers of processes
and ports that a real attacker would have to find out first.
"""
# ruff: noqa: E501 - the code of attackers stands as they would write it

PRELUDE = """
import builtins, ctypes, errno, gc, json, mmap, os, posix, resource, signal, socket, stat, struct, sys, threading, time
libc = ctypes.CDLL(None, use_errno=True)
ARM = os.uname().machine == "aarch64"
def call(numbers, *arguments):
    number = numbers[ARM]
    return number is not None and libc.syscall(number, *arguments) >= 0
def can_open(path, flags=os.O_RDONLY):
    try:
        os.close(os.open(path, flags))
    except OSError:
        return False
    return True
"""

READING = {
    "reads a file of the grader's": "return open(bait).read()",
    "reads the system's accounts": "return can_open('/etc/passwd') or can_open('/etc/shadow')",
    "reads the solutions that come with Gradbook": "return any(can_open(path) for path in answers)",
    "imports the checks that come with Gradbook": "import gradbook.assignments.a8.checks\nreturn True",
    "reads the grader's key": "return open(key).read()",
    "reads another hand-in": "return open(other).read()",
    "lists the grader's folders": "return os.listdir(bait_folder)",
    "lists the folder of scratch folders": "return [n for n in os.listdir(temporary) if 'gradbook' in n]",
    "reads the grader's environment": "return open(f'/proc/{grader}/environ').read()",
    "reads the environment of the first process": "return secret[::-1] in open('/proc/1/environ').read()",
    "finds a secret in its own environment": "return secret[::-1] in str(dict(os.environ)) + open('/proc/self/environ').read()",
    "opens the grader's memory": "return can_open(f'/proc/{grader}/mem')",
    "reads the grader's maps": "return open(f'/proc/{grader}/maps').read()",
    "reads the grader's command line": "return open(f'/proc/{grader}/cmdline').read()",
    "opens the grader's descriptors": "return os.listdir(f'/proc/{grader}/fd')",
    "follows the grader's root": "return os.listdir(f'/proc/{grader}/root/')",
    "copies the grader's memory": (
        "place = ctypes.create_string_buffer(8)\n"
        "here, there = struct.pack('PN', ctypes.addressof(place), 8), struct.pack('PN', ctypes.addressof(place), 8)\n"
        "return call((310, 270), grader, here, 1, there, 1, 0)"
    ),
    "traces the grader": "return call((101, 117), 16, grader, 0, 0)",
    "seizes the grader": "return call((101, 117), 0x4206, grader, 0, 0)",
    "opens the grader as a descriptor": "return call((434, 434), grader, 0)",
    "takes a descriptor of the grader's": "return call((438, 438), 3, 0, 0)",
    "reads what was left open": (
        "found = []\n"
        "for number in range(4, 64):\n"
        "    try:\n        os.fstat(number)\n        found.append(os.readlink(f'/proc/self/fd/{number}'))\n"
        "    except OSError:\n        pass\n"
        "return [name for name in found if not name.startswith(('pipe:', 'anon_inode:', '/dev/null')) "
        "and '/proc/' not in name]"
    ),
    "reads its own pipe": "return os.read(3, 1)",
    "finds a secret in its memory": (
        "middle = len(secret) // 2  # in two parts, so that it is nowhere because of us\n"
        "first, second = secret[:middle - 1:-1].encode(), secret[middle - 1::-1].encode()\n"
        "memory = open('/proc/self/mem', 'rb', 0)\n"
        "for line in open('/proc/self/maps'):\n"
        "    span, rights, *_ , = line.split()\n"
        "    if 'rw' not in rights:\n        continue\n"
        "    start, end = (int(part, 16) for part in span.split('-'))\n"
        "    try:\n        memory.seek(start)\n        data = memory.read(end - start)\n"
        "    except (OSError, ValueError, MemoryError):\n        continue\n"
        "    place = data.find(first)\n"
        "    while place >= 0:\n"
        "        if data[place + len(first):place + len(first) + len(second)] == second:\n            return True\n"
        "        place = data.find(first, place + 1)"
    ),
    "finds an assignment among all objects": (
        "return [m for m in sys.modules if m.startswith(('gradbook.assignment', 'gradbook.written'))] or "
        "[o for o in gc.get_objects() if type(o).__name__ in ('Assignment', 'GradingSession', 'CheckRef', 'Check')]"
    ),
    "walks frames to the grader's": (
        "frame, found = sys._getframe(), []\n"
        "while frame:\n    found += [n for n in frame.f_locals if n in ('assignment', 'session', 'checks')]\n"
        "    frame = frame.f_back\n"
        "return found"
    ),
    "opens a file by its handle": "return call((304, 265), -100, ctypes.create_string_buffer(64), 0)",
    "reads through a link of its own": "os.symlink(bait, 'link')\nreturn open('link').read()",
    "reads through a link in data": "os.symlink(bait, 'data/link')\nreturn open('data/link').read()",
    "links a file of the grader's": "os.link(bait, 'hard')\nreturn open('hard').read()",
    "moves a file of the grader's": "os.rename(bait, 'moved')\nreturn open('moved').read()",
    "opens devices": (
        "names = 'mem kmem sda vda tty ptmx fuse kvm kmsg port net/tun loop0 loop-control vhost-net console'.split()\n"
        "return [name for name in names if can_open('/dev/' + name)]"
    ),
    "reads the kernel's memory and log": (
        "return [p for p in ('/proc/kcore', '/proc/kmsg', '/proc/kallsyms', '/proc/sched_debug') if can_open(p)] or "
        "call((103, 116), 3, ctypes.create_string_buffer(64), 64)"
    ),
    "sees other processes": (
        "others = []\n"
        "for pid in range(max(2, grader - 40), grader + 400):\n"
        "    if pid != os.getpid() and can_open(f'/proc/{pid}/status'):\n        others.append(pid)\n"
        "return others"
    ),
}

WRITING = {
    "writes to a file of the grader's": "open(bait, 'a').write('x')\nreturn True",
    "makes a file beside it": "open(bait_folder + '/new', 'w').write('x')\nreturn True",
    "makes files where all may": (
        "return [p for p in (temporary, '/var/tmp', '/dev', '/run', '/') "
        "if can_open(p + '/gradbook-hostile', os.O_CREAT | os.O_WRONLY)]"
    ),
    "removes a file of the grader's": "os.remove(bait)\nreturn True",
    "changes a mode": "os.chmod(bait, 0)\nreturn stat.S_IMODE(os.stat(bait).st_mode) == 0",
    "changes an owner": "os.chown(bait, os.getuid(), -1)\nreturn os.stat(bait).st_uid == os.getuid() and grader_uid != os.getuid()",
    "changes a time": "os.utime(bait, (1, 1))\nreturn os.stat(bait).st_mtime == 1",
    "sets an attribute": "os.setxattr(bait, 'user.x', b'1')\nreturn True",
    "truncates a file of the grader's": "os.truncate(bait, 0)\nreturn os.stat(bait).st_size == 0",
    "changes a library": (
        "import torch, gradbook\n"
        "return [p for p in (torch.__file__, gradbook.__file__, json.__file__) if can_open(p, os.O_WRONLY)]"
    ),
    "adds a library": (
        "import torch, gradbook\n"
        "places = [os.path.dirname(os.path.dirname(m.__file__)) for m in (torch, gradbook, json)]\n"
        "return [p for p in places if can_open(p + '/sitecustomize.py', os.O_CREAT | os.O_WRONLY)]"
    ),
    "changes the data": "return can_open('data/MNIST/raw/note', os.O_WRONLY) or can_open('data/new', os.O_CREAT | os.O_WRONLY)",
    "makes a pipe or a device": (
        "for kind in (stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK):\n"
        "    try:\n        os.mknod('node', kind | 0o666, os.makedev(1, 1))\n    except OSError:\n        continue\n"
        "    return True"
    ),
    "makes a program that runs as its owner": "open('own', 'w').close()\nos.chmod('own', 0o4755)\nposix.execv('own', ['own'])",
    "writes the kernel's settings": (
        "return [p for p in ('/proc/sys/kernel/core_pattern', '/proc/self/oom_score_adj', '/proc/sysrq-trigger', "
        "'/proc/self/uid_map', '/proc/self/attr/current', '/proc/self/coredump_filter') if can_open(p, os.O_WRONLY)]"
    ),
    "writes its own memory as a file": "return can_open('/proc/self/mem', os.O_RDWR)",
}

PROCESSES = {
    "forks": "if posix.fork() == 0:\n    os._exit(0)\nreturn True",
    "forks by the old call": "return call((57, None)) or call((58, None))",
    "clones a process": "return call((56, 220), signal.SIGCHLD, 0, 0, 0, 0)",
    "clones by the new call": "return call((435, 435), struct.pack('8Q', 0, 0, 0, 0, signal.SIGCHLD, 0, 0, 0), 64)",
    "executes a program": "posix.execv('/bin/true', ['true'])",
    "executes a descriptor": "return call((322, 281), os.open('/usr/bin/env', os.O_RDONLY), b'', 0, 0, 0x1000)",
    "spawns a program": "posix.posix_spawn('/bin/true', ['true'], {})\nreturn True",
    "runs a shell": "return posix.system('true') == 0",
    "starts a process pool": "import multiprocessing\nwith multiprocessing.Pool(1) as pool:\n    return pool.map(abs, [1])",
    "bombs with forks": "for _ in range(1000):\n    posix.fork()\nreturn True",
    "makes a file in memory to execute": "return call((319, 279), b'x', 0)",
    "signals the grader": "posix.kill(grader, 0)\nreturn True",
    "stops the grader": "posix.kill(grader, signal.SIGSTOP)\nreturn True",
    "signals the process it was forked from": "posix.kill(zygote, 0)\nreturn True",
    "signals everybody": "posix.kill(-1, 0)\nreturn True",
    "signals its group": "posix.killpg(0, 0)\nreturn True",
    "signals neighbours": (
        "def hit(pid):\n    try:\n        posix.kill(pid, 0)\n    except OSError:\n        return False\n    return True\n"
        "return [p for p in range(max(2, os.getpid() - 50), os.getpid() + 50) if p != os.getpid() and hit(p)]"
    ),
    "signals a thread of the grader's": (
        "return call((200, 130), grader, 0) or call((234, 131), grader, grader, 0) or "
        "call((129, 138), grader, 0, bytes(128)) or call((297, 240), grader, grader, 0, bytes(128))"
    ),
    "slows the grader down": "return call((141, 140), 0, grader, 19) or call((251, 30), 1, grader, 0x6000)",
    "pins the grader": "return call((203, 122), grader, 8, struct.pack('Q', 1))",
    "limits the grader": "return call((302, 261), grader, 7, struct.pack('QQ', 3, 3), 0)",
    "reads the grader's limits": "return call((302, 261), grader, 7, 0, ctypes.create_string_buffer(16))",
    "changes the grader's scheduling": "return call((144, 119), grader, 3, struct.pack('i', 0)) or call((314, 274), grader, bytes(48), 0)",
    "raises its own limits": (
        "def raised(kind):\n    try:\n        resource.setrlimit(kind, (resource.RLIM_INFINITY,) * 2)\n"
        "    except (OSError, ValueError):\n        return False\n    return True\n"
        "return [k for k in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_NPROC, resource.RLIMIT_FSIZE) if raised(k)]"
    ),
    "leaves its namespaces": "return call((272, 97), 0x10000000) or call((272, 97), 0x20000)",
    "enters the grader's namespaces": "return call((308, 268), os.open(f'/proc/{grader}/ns/mnt', os.O_RDONLY), 0)",
    "mounts": "return call((165, 40), b'x', b'.', b'tmpfs', 0, 0) or call((428, 428), -100, b'/', 1) or call((430, 430), b'tmpfs', 0)",
    "unmounts": "return call((166, 39), b'/proc', 2) or call((442, 442), -100, b'/', 0, bytes(32), 32)",
    "changes its root": "return call((161, 51), b'.') or call((155, 41), b'.', b'.')",
    "becomes another user": (
        "def became(change):\n    try:\n        change()\n    except OSError:\n        return False\n    return os.getuid() in (0, 1)\n"
        "return [i for i in (0, 1) if became(lambda: os.setresuid(i, i, i)) or became(lambda: os.setuid(i))]"
    ),
    "has a capability": (
        "effective = int(next(l for l in open('/proc/self/status') if l.startswith('CapEff')).split()[1], 16)\n"
        "return effective & ~(1 << 2)"
    ),
    "takes a capability": "return call((126, 91), struct.pack('Ii', 0x20080522, 0), struct.pack('6I', *[2**32 - 1] * 6))",
    "outlives its parent": "return libc.prctl(1, 0, 0, 0, 0) == 0 or libc.prctl(36, 1, 0, 0, 0) == 0",
    "hides from those who look at it": "return libc.prctl(4, 0, 0, 0, 0) == 0 or libc.prctl(0x59616D61, -1, 0, 0, 0) == 0",
    "takes the filter off": "return libc.prctl(22, 1, 0, 0, 0) == 0 or call((317, 277), 1, 0, 0) or libc.prctl(22, 0, 0, 0, 0) == 0",
    "loads into the kernel": (
        "return (call((321, 280), 0, bytes(72), 72) or call((175, 105), b'', 0, b'') or call((313, 273), 0, b'', 0) or "
        "call((246, 104), 0, 0, 0, 0) or call((320, 294), 0, 0, 0, 0, 0))"
    ),
    "uses new and rare calls": (
        "return (call((425, 425), 8, ctypes.create_string_buffer(256)) or call((298, 241), bytes(128), 0, -1, -1, 0) or "
        "call((323, 282), 1) or call((206, 0), 8, ctypes.create_string_buffer(8)) or call((440, 440), -1, 0, 0, 0, 0))"
    ),
    "keeps keys in the kernel": (
        "return call((248, 217), b'user', b'x', b'y', 1, -3) or call((250, 219), 1, b'x') or call((249, 218), b'user', b'x', 0, 0)"
    ),
    "uses shared memory and queues": (
        "return (call((29, 194), 0, 4096, 0o1600) or call((68, 186), 0, 0o1600) or call((64, 190), 0, 1, 0o1600) or "
        "call((240, 180), b'gradbook', 0o102, 0o600, 0))"
    ),
    "uses the calls of another architecture": "return not ARM and libc.syscall(0x40000000 + 39) > 0",
    "changes its personality": "return call((135, 92), 0x0400000)",
    "types into the terminal": "import fcntl\nfor fd in range(4):\n    fcntl.ioctl(fd, 0x5412, b'x')\nreturn True",
    "takes over a descriptor's signals": "import fcntl\nfcntl.fcntl(3, 8, grader)\nreturn True",
    "leases a file": "import fcntl\nopen('own', 'w').close()\nfcntl.fcntl(os.open('own', os.O_RDONLY), 1024, 0)\nreturn True",
    "sets name and clock": "return call((170, 161), b'x', 1) or call((227, 112), 0, struct.pack('qq', 1, 1)) or call((164, 170), bytes(16), 0)",
    "watches files": "return call((294, 26), 0) or call((300, 262), 0, 0)",
}

NETWORK = {
    "connects": "socket.create_connection(('127.0.0.1', port), 1)\nreturn True",
    "sends a datagram": "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', port))\nreturn True",
    "opens fast": "socket.socket(socket.AF_INET, socket.SOCK_STREAM).sendto(b'x', 0x20000000, ('127.0.0.1', port))\nreturn True",
    "connects to an abstract socket": "socket.socket(socket.AF_UNIX).connect(abstract)\nreturn True",
    "connects to a socket in a folder": "socket.socket(socket.AF_UNIX).connect(bait_folder + '/socket')\nreturn True",
    "sends through a pair": (
        "one, two = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)\none.sendto(b'x', abstract)\nreturn True"
    ),
    "opens other families": (
        "found = []\n"
        "for family, kind in ((40, 1), (16, 3), (17, 3), (38, 5), (10, 1), (30, 1), (2, 3), (29, 3), (31, 3)):\n"
        "    try:\n        socket.socket(family, kind)\n        found.append(family)\n    except OSError:\n        pass\n"
        "return found"
    ),
    "looks a name up": "return socket.getaddrinfo('example.org', 80)",
    "listens": "socket.create_server(('127.0.0.1', 0))\nreturn True",
    "downloads": "import urllib.request\nurllib.request.urlopen(f'http://127.0.0.1:{port}/', timeout=1)\nreturn True",
}

PROBING = READING | WRITING | PROCESSES | NETWORK
"""All attacks that say themselves whether they got through."""
