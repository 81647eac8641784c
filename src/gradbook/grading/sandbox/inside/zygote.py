"""The process that hand-ins are forked from: it has imported the libraries once, and knows nothing else.

Its environment is empty but for what is set here, its arguments hold no secret, and no assignment is ever loaded. It
has one thread, because only a process with one can be forked safely.
"""

import array
import contextlib
import gc
import importlib
import importlib.util
import json
import os
import shutil
import socket
import sys
import tempfile
from pathlib import Path
from typing import Any

from gradbook.grading.sandbox.walls.linux import prctl
from gradbook.grading.sandbox.walls.view import View

_SUBREAPER = 36
_WARM = (
    "gradbook.grading.sandbox.inside.child",
    "IPython.core.completer",
    "IPython.core.pylabtools",
    "matplotlib.pyplot",
    "safetensors.numpy",
    "torch.optim",
    "torch.utils.data",
    "torchvision.datasets",
    "torchvision.transforms",
)
_fork = os.fork  # `stubs` puts one that refuses in its place


def serve(descriptor: int) -> None:
    """Answer the grader's messages until it closes the socket or ends; then end, with every child.

    Two messages are known: a job with the descriptors of its JSON and its pipe, answered by a pid and its descriptor;
    and {"wait": pid} for a process that has ended, answered by how.
    """
    host = socket.socket(fileno=descriptor)
    setup = json.loads(host.recv(1 << 20))
    seen = View(**{name: tuple(value) for name, value in setup["view"].items()})
    shell, harvest = _warm_up()
    root, parent = tempfile.mkdtemp(prefix="gradbook-root-"), os.getpid()
    prctl(_SUBREAPER, 1)  # to collect what a namespace's first process leaves
    threads = sum(1 for _ in Path("/proc/self/task").iterdir())
    host.send(json.dumps({"threads": threads}).encode())
    ended: dict[int, tuple[int, float, int]] = {}
    while True:
        message, descriptors = _receive(host)
        if not message:
            shutil.rmtree(root, ignore_errors=True)
            os._exit(0)  # at once, and every child with us
        if "wait" in message:
            while message["wait"] not in ended:
                pid, status, usage = os.wait4(-1, 0)
                cpu = usage.ru_utime + usage.ru_stime
                ended[pid] = (os.waitstatus_to_exitcode(status), cpu, usage.ru_maxrss << 10)
            host.send(json.dumps(ended.pop(message["wait"])).encode())
            ended = {pid: how for pid, how in ended.items() if pid in message["others"]}
            continue
        job, reply = descriptors
        pid = _fork()
        if pid == 0:
            try:
                from gradbook.grading.sandbox.inside.child import live

                with os.fdopen(job) as file:
                    task = json.load(file)
                live({**message, **task, "parent": parent}, reply, root, seen, shell, harvest)
            finally:
                os._exit(8)
        for used in descriptors:
            os.close(used)
        handle = os.pidfd_open(pid)
        host.sendmsg([str(pid).encode()], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [handle]))])
        os.close(handle)


def _receive(host: socket.socket) -> tuple[dict[str, Any], list[int]]:
    data, descriptors, _, _ = socket.recv_fds(host, 1 << 16, 2)
    return (json.loads(data) if data else {}), descriptors


def _warm_up() -> tuple[Any, Any]:
    """Import what notebooks use, and let each do once what it does only once."""
    for name in _WARM:
        importlib.import_module(name)
    import matplotlib.pyplot as plt
    import torch

    from gradbook.grading.sandbox.inside import stubs
    from gradbook.grading.sandbox.inside.shell import make_shell

    torch.set_num_threads(1)
    torch.set_num_interop_threads(1)
    shell = make_shell()
    plt.plot([0])
    with contextlib.suppress(OSError):
        plt.savefig(os.devnull, format="png")
    plt.close("all")
    layer = torch.nn.Linear(4, 2)
    optimizer = torch.optim.Adam(layer.parameters())
    torch.nn.CrossEntropyLoss()(layer(torch.ones(3, 4)), torch.zeros(3, dtype=torch.long)).backward()
    optimizer.step()
    stubs.install()
    shell.user_ns["grader"] = stubs.Notebook()
    gc.collect()
    gc.freeze()  # what is never looked at again is never copied
    return shell, _harvest()


def _harvest() -> Any:
    """Load `harvest` alone, by its file: the package around it brings an assignment's definition with it."""
    import gradbook

    path = Path(gradbook.__file__).parent / "assignment" / "running" / "harvest.py"
    spec = importlib.util.spec_from_file_location("gradbook_harvest", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.harvest


if __name__ == "__main__":
    serve(int(sys.argv[1]))
