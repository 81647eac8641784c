"""The grader's end of the zygote: starts it, asks it for processes, ends them, and learns how they ended."""

import contextlib
import dataclasses
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gradbook.core.scratch import remove_tree, scratch_folder
from gradbook.grading.sandbox.cache import cache
from gradbook.grading.sandbox.errors import SandboxError
from gradbook.grading.sandbox.walls.limits import own_uids
from gradbook.grading.sandbox.walls.view import View, reachable_by_all

_START_SECONDS = 120.0
_END_SECONDS = 2.0
_SLOTS = 250
# All that the zygote, and so every hand-in, has in its environment.
_ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    "PATH": "/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "USER": "learner",
    "PYTHONDONTWRITEBYTECODE": "1",
}
_START = """
import sys
sys.path[:] = sys.argv[2:]
from gradbook.grading.sandbox.inside.zygote import serve
serve(int(sys.argv[1]))
"""


class ZygoteDiedError(Exception):
    """It does not answer any more: something ended it from outside."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended: exit code (negative: the signal), processor seconds, largest memory in bytes."""

    code: int
    cpu: float
    memory: int


@dataclass(frozen=True, slots=True)
class Process:
    """A hand-in's process as seen from outside.

    Attributes:
        pid, handle: its number, and a descriptor that means it and no later process of that number.
        reply: the pipe that it writes to.
        scratch: its scratch folder, where it has one on disk.
        slot: which of the users is its own.
    """

    pid: int
    handle: int
    reply: int
    scratch: str | None
    slot: int


class Zygote:
    """A warm process to fork hand-ins from.

    Args:
        mode: "ns" or "ll".
        seen: what hand-ins see of the file system.

    Raises:
        SandboxError: it does not start.
    """

    def __init__(self, mode: str, seen: View) -> None:
        self.mode = mode
        self._base = own_uids()
        self._search = bool(self._base) and not reachable_by_all(seen)
        self._slots = list(range(_SLOTS))
        self._running: set[int] = set()
        self._opened = contextlib.ExitStack()
        self._scratch = self._opened.enter_context(scratch_folder(Path(tempfile.gettempdir()), "hand-ins"))
        for folder in (self._scratch, self._scratch.parent):
            folder.chmod(0o711)  # hand-ins may run as users of their own
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        kept = str(cache("matplotlib"))
        with theirs, tempfile.TemporaryFile() as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-c", _START, str(theirs.fileno()), *seen.modules],
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                pass_fds=[theirs.fileno()],
                env={**_ENVIRONMENT, "MPLCONFIGDIR": kept, "IPYTHONDIR": kept, "TMPDIR": tempfile.gettempdir()},
            )
            theirs.close()
            self._socket.settimeout(_START_SECONDS)
            try:
                self._socket.send(json.dumps({"view": dataclasses.asdict(seen)}).encode())
                answer = self._socket.recv(1 << 16)
            except OSError:
                answer = b""
            if not answer:
                self.close()
                errors.seek(0)
                said = errors.read().decode(errors="replace").strip().splitlines()
                raise SandboxError(
                    "The process that hand-ins are run from did not start"
                    f"{f' ({said[-1][:300]})' if said else ''}. Try again when this machine is less busy."
                )
        if json.loads(answer)["threads"] != 1:
            self.close()
            raise SandboxError(
                "A library starts threads while it is imported, so no process can be forked safely afterwards. "
                "Grade in an environment that has Gradbook and what the notebooks need, and nothing else."
            )

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid

    @property
    def shares_user(self) -> bool:
        """Whether hand-ins have no users of their own: the kernel may then count all their threads together."""
        return not self._base

    def start(self, task: Mapping[str, Any]) -> Process:
        """Start a process for a job.

        Args:
            task: what `child.live` needs, but for what is decided here.

        Raises:
            ZygoteDiedError: there is nobody to fork it from.
        """
        slot = self._slots.pop()
        uid = self._base and self._base + slot
        scratch = None
        if self.mode == "ll":
            scratch = tempfile.mkdtemp(dir=self._scratch)
            if uid:
                os.chown(scratch, uid, uid)
        reading, writing = os.pipe()
        job = os.memfd_create("job")
        try:
            os.set_blocking(reading, False)
            with os.fdopen(os.dup(job), "w") as file:
                json.dump(task, file)
            os.lseek(job, 0, os.SEEK_SET)
            order = {"mode": self.mode, "uid": uid, "search": self._search, "scratch": scratch}
            socket.send_fds(self._socket, [json.dumps(order).encode()], [job, writing])
            pid, descriptors, _, _ = socket.recv_fds(self._socket, 64, 1)
            if not pid:
                raise ZygoteDiedError
        except OSError as error:
            raise ZygoteDiedError from error
        finally:
            os.close(job)
            os.close(writing)
        self._running.add(int(pid))
        return Process(int(pid), descriptors[0], reading, scratch, slot)

    def end(self, process: Process, *, ending: bool) -> Ended:
        """End a process, clear up after it, and say how it ended.

        Args:
            process: the process.
            ending: whether it has closed its pipe, so that it is about to end by itself.

        Raises:
            ZygoteDiedError: nobody can say.
        """
        try:
            self._kill(process, ending)
            self._running.discard(process.pid)
            self._socket.send(json.dumps({"wait": process.pid, "others": sorted(self._running)}).encode())
            answer = self._socket.recv(1 << 10)
            if not answer:
                raise ZygoteDiedError
            return Ended(*json.loads(answer))
        except OSError as error:
            raise ZygoteDiedError from error
        finally:
            os.close(process.reply)
            os.close(process.handle)
            if process.scratch is not None:
                remove_tree(Path(process.scratch))
            self._slots.append(process.slot)

    def close(self) -> None:
        """End the zygote, and all that was forked from it."""
        self._socket.close()
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._opened.close()

    def _kill(self, process: Process, ending: bool) -> None:
        # With namespaces the handle means the one who waits outside: on SIGTERM it ends the learner's process.
        gentle = [signal.SIGTERM] if self.mode == "ns" else []
        patience = _END_SECONDS if ending else 0
        for number in (*gentle, signal.SIGKILL):
            if select.select([process.handle], [], [], patience)[0]:
                return
            patience = 0
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(process.handle, number)
            select.select([process.handle], [], [], _END_SECONDS)
