"""One hand-in's process, from the fork to its end: it locks itself in, runs the cells, and writes frames.

Nothing here holds an answer. From the first cell on the learner's code may change anything in this process, so what
is written after that is a claim.
"""

import base64
import json
import os
import signal
import struct
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any, NoReturn

from gradbook.grading.sandbox import frames
from gradbook.grading.sandbox.disk import overfull
from gradbook.grading.sandbox.inside.clock import Clock
from gradbook.grading.sandbox.inside.shell import Output, Shell
from gradbook.grading.sandbox.walls import landlock, namespaces, seccomp
from gradbook.grading.sandbox.walls.limits import die_with_parent, end_first, give_up_rights, set_limits
from gradbook.grading.sandbox.walls.linux import column
from gradbook.grading.sandbox.walls.view import DEVICES, View

REPLY = 3
_OWN_PROCESS = ("/proc/self", "/proc/cpuinfo", "/proc/meminfo")
_HOMES = ("HOME", "IPYTHONDIR", "TMPDIR", "MPLCONFIGDIR", "TORCH_HOME", "TORCHINDUCTOR_CACHE_DIR", "XDG_CACHE_HOME")
_clock = Clock()
_fork = os.fork  # what learners find under this name refuses

Harvest = Callable[[Mapping[str, Any], Mapping[str, Any]], bytes]


def live(job: Mapping[str, Any], reply: int, root: str, seen: View, shell: Shell, harvest: Harvest) -> NoReturn:
    """Be one hand-in's process to its end.

    Args:
        job: "mode", "uid", "search", "scratch" (a folder, in mode "ll"), "data", "limits", and what `runner.Job` holds.
        reply: the pipe to write to.
        root: an empty folder, for the private root.
        seen: what is to be seen of the file system.
        shell: runs the cells.
        harvest: takes the exports.
    """
    nothing = os.open("/dev/null", os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.dup2(reply, REPLY)  # after the others: it may take the place of what they were copied from
    os.closerange(REPLY + 1, 1 << 20)
    os.setsid()
    try:
        scratch = _lock_in(job, root, seen)
    except BaseException as error:
        _send(frames.FAILED, f"{type(error).__name__}: {error}".encode()[:1000])
        os._exit(1)
    _send(frames.LOCKED)
    _settle(scratch, job["files"])
    _run(job, shell)
    _export(job, shell, harvest)
    _send(frames.DONE)
    os._exit(0)


def _lock_in(job: Mapping[str, Any], root: str, seen: View) -> str:
    """Give up everything but what a hand-in needs; return its scratch folder."""
    mode, uid, limits = job["mode"], job["uid"], job["limits"]
    scratch, data = job["scratch"], job["data"]
    alive = None
    end_first()
    die_with_parent()
    if os.getppid() != job["parent"]:  # it has ended before it could take us with it
        os._exit(1)
    if mode == "ns":
        alive = _enter_namespaces(own_users=not uid)
        scratch = namespaces.enter_root(root, seen, data, limits["scratch"], limits["files"])
    elif data is not None:
        Path(scratch, "data").symlink_to(data)
    os.chdir(scratch)
    give_up_rights(uid, search=job["search"] and mode == "ll")
    if alive is not None:
        if os.read(alive, 1) == b"":  # the same of the one who waits outside
            os._exit(1)
        os.close(alive)
    set_limits(limits, uid)
    readable = [*seen.whole, *_OWN_PROCESS, *([data] if data and mode == "ll" else [])]
    shared = ["/dev/shm"] if mode == "ns" else []
    version = landlock.confine(readable, seen.names, [scratch, *shared, *(f"/dev/{name}" for name in DEVICES)])
    if mode == "ll" and not version:
        raise OSError("this kernel has no Landlock")
    seccomp.install(seccomp.program(mode, os.getpid(), column()))
    return str(scratch)


def _enter_namespaces(own_users: bool) -> int:
    """Become the first process of new namespaces; the one before stays outside, waits, and passes on how we ended.

    Returns:
        A pipe from which one byte can be read if that one lives.
    """
    namespaces.unshare(own_users)
    reading, writing = os.pipe()
    inner: list[int] = []

    def end(*_: object) -> None:
        if not inner:
            os._exit(1)
        with suppress(ProcessLookupError):
            os.kill(inner[0], signal.SIGKILL)

    signal.signal(signal.SIGTERM, end)
    pid = _fork()
    if pid == 0:
        die_with_parent()
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.close(writing)
        return reading
    inner.append(pid)
    os.close(REPLY)
    os.close(reading)
    with suppress(BrokenPipeError):
        os.write(writing, b"1")
    _, status = os.waitpid(pid, 0)
    os._exit(os.waitstatus_to_exitcode(status) & 255)


def _settle(scratch: str, files: Mapping[str, str]) -> None:
    """Make the scratch folder a home, put the hand-in's files there, and draw new random numbers."""
    import random

    import numpy
    import torch

    tempfile.tempdir = None
    for name in _HOMES:
        os.environ[name] = scratch
    sys.path.insert(0, "")  # a notebook finds modules beside it
    for name, content in files.items():
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts:
            continue
        with suppress(OSError):  # data/ is the grader's
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_bytes(base64.b64decode(content))
    random.seed()
    numpy.random.seed()
    torch.default_generator.seed()


def _run(job: Mapping[str, Any], shell: Shell) -> None:
    """Run the cells, until the whole hand-in's time is over: what there is then can still be exported."""
    limits = job["limits"]
    end = time.monotonic() + limits["wall"]
    for place, source in enumerate(job["cells"]):
        left = end - time.monotonic()
        if source is None:
            continue
        if left <= 0 or _clock.spent:  # what there is can still be exported
            return
        _send(frames.BEGIN, struct.pack(">I", place))
        output = Output(limits["text"], _send_picture)
        status, error = shell.execute(source, min(limits["cell"], left), output, _clock)
        _leave_if_overfull(job)
        _send(frames.END, json.dumps({"status": status, "text": output.text, "error": error}).encode())


def _export(job: Mapping[str, Any], shell: Shell, harvest: Harvest) -> None:
    """Take exports in parts, so that a call which ends the process costs its own part only."""
    shell.output = Output(0, lambda picture: None)  # what a call draws or prints is no cell's
    for number, request in enumerate(job["parts"]):
        if request is None:
            continue
        _send(frames.PART, struct.pack(">I", number))
        _clock.start(job["limits"]["cell"])
        made = harvest(shell.user_ns, request)
        _clock.stop()
        _leave_if_overfull(job)
        _send(frames.EXPORTS, made)


def _leave_if_overfull(job: Mapping[str, Any]) -> None:
    """End the process in the very cell or call that wrote too much: the grader looks now and then, and may be late.

    Code that takes this out gains nothing: the grader looks all the same.
    """
    limits = job["limits"]
    if job["scratch"] is not None and overfull(job["scratch"], os.getpid(), limits["scratch"], limits["files"]):
        os._exit(frames.OVERFULL)


def _send_picture(picture: bytes) -> None:
    if len(picture) <= frames.LARGEST_PICTURE:
        _send(frames.PICTURE, picture)


def _send(kind: bytes, body: bytes = b"") -> None:
    rest = memoryview(frames.pack(kind, body))
    with _clock.held():
        while rest:
            rest = rest[os.write(REPLY, rest) :]
