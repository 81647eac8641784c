"""Runs cells in a fresh kernel, with a time limit a cell, and takes out what checks look at.

A cell that fails, does not end or ends the kernel is named, and the rest goes on: after an interrupt in the same
kernel; where the kernel is gone, in a new one in which the cells before are run again, that cell left out.
"""

import base64
import contextlib
import json
import math
import os
import queue
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from gradbook.assignment.errors import ExportError, KernelError
from gradbook.assignment.layout import DATA
from gradbook.assignment.running import harvest as harvesting
from gradbook.assignment.running import shepherd
from gradbook.assignment.running.exports import CellRun, Exports, Request
from gradbook.assignment.running.runner import Cell, Job, Limits, Outcome

_NO_WALL = Limits(wall=math.inf)  # one's own notebook may take as long as it likes, cell by cell
_START_SECONDS = 60.0
_GRACE = 5.0  # for a cell to give way to an interrupt
_MAX_RESTARTS = 3
_MAX_PICTURES = 20
_MAX_PNG = 4 * 1024 * 1024
# Otter's own cells do nothing here: checks are made outside, and nobody wants a zip for each run.
_SETUP = """
class _Grader:
    def __getattr__(self, name):
        return lambda *args, **kwargs: None
grader = _Grader()
del _Grader
"""
# In a scratch folder there is no quiz to ask: what was chosen lies in record.txt beside the notebook.
_ASKED_BEFORE = """
import sys, types, gradbook
gradbook.quiz = sys.modules["gradbook.quiz"] = types.ModuleType("gradbook.quiz")
gradbook.quiz.ask = lambda *args, **kwargs: None
del sys, types, gradbook
"""
_OTTER = ("otter.Notebook(", "import gradbook.notebook")
_TAKE = """
import json, runpy, pathlib
from IPython import get_ipython
folder = pathlib.Path(__file__).parent
harvest = runpy.run_path(str(folder / "harvest.py"))["harvest"]
asked = json.loads((folder / "request.json").read_text())
(folder / "exports.part").write_bytes(harvest(get_ipython().user_ns, asked))
(folder / "exports.part").rename(folder / "exports.bin")
"""

Progress = Callable[[int, int], None]


class KernelRunner:
    """Runs cells in a Python kernel of this very environment: for one's own work, because nothing is walled off.

    Args:
        folder: where the cells run, with data/ and imgs/ in it; None for a scratch folder with the job's files and
            data, which is gone afterwards.
        progress: is told (cells run, cells in all).
    """

    isolation = "none: a kernel of this user's"

    def __init__(self, folder: Path | None = None, progress: Progress | None = None) -> None:
        self._folder = folder
        self._progress = progress

    def run(self, job: Job, limits: Limits = _NO_WALL) -> Outcome:
        """Run one job; of its limits `cell`, `wall`, `text` and `reply` are kept.

        Raises:
            KernelError: no kernel starts.
        """
        if self._folder is not None:
            return self._run(job, self._folder, limits)
        with tempfile.TemporaryDirectory(prefix="gradbook-run-") as name:
            lay_out(job, Path(name))
            return self._run(job, Path(name), limits)

    def map(self, jobs: Iterable[Job], limits: Limits = _NO_WALL, workers: int = 1) -> Iterator[tuple[int, Outcome]]:
        """Run jobs one after the other, whatever `workers` says; yield (place in `jobs`, outcome)."""
        for number, job in enumerate(jobs):
            yield number, self.run(job, limits)

    def close(self) -> None:
        """Nothing is left to be ended: each job has a kernel of its own."""

    def _run(self, job: Job, folder: Path, limits: Limits) -> Outcome:
        began = time.monotonic()
        lost: dict[int, CellRun] = {}
        for _ in range(_MAX_RESTARTS + 1):
            setup = _SETUP if self._folder is not None else _SETUP + _ASKED_BEFORE
            with _Kernel(folder, limits, began + limits.wall, setup) as kernel:
                runs, culprit = _run_cells(kernel, job.cells, lost, self._progress)
                if culprit is None:
                    exports = _take(kernel, job.request, limits)
                    break
            # In the next kernel nobody waits again for a cell that does not end.
            lost |= {run.index: run for run in runs if run.status == "timeout"} | {culprit.index: culprit}
            if kernel.is_late:
                exports = _nothing(job.request, "the notebook took too long")
                break
        else:
            exports = _nothing(job.request, "no kernel stayed alive to the end")
        trouble = "wall time" if kernel.is_late else ""
        return Outcome(replace(exports, cells=tuple(runs)), time.monotonic() - began, trouble=trouble)


def lay_out(job: Job, folder: Path) -> None:
    """Put a job's files into an empty folder, and its data there as data/."""
    for name, content in job.files.items():
        path = folder / name
        if not path.resolve().is_relative_to(folder.resolve()):
            raise ValueError(f"{name} is not inside the folder")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    if job.data is not None:
        (folder / DATA).symlink_to(job.data.resolve(), target_is_directory=True)


def _run_cells(
    kernel: "_Kernel", cells: Sequence[Cell], lost: Mapping[int, CellRun], progress: Progress | None
) -> tuple[list[CellRun], CellRun | None]:
    """Run all cells but the lost ones; stop at one that takes the kernel with it, and return it as well."""
    runs: list[CellRun] = []
    if progress:
        progress(0, len(cells))  # the kernel is there
    for number, cell in enumerate(cells):
        if cell.index in lost:
            runs.append(lost[cell.index])
            continue
        if not cell.source.strip() or any(mark in cell.source for mark in _OTTER):
            runs.append(CellRun(cell.index, cell.question, "skipped" if cell.source.strip() else "empty"))
            continue
        run = replace(kernel.execute(cell.source), index=cell.index, question=cell.question)
        runs.append(run)
        if progress:
            progress(number + 1, len(cells))
        if kernel.is_gone:
            return runs + [CellRun(later.index, later.question, "skipped") for later in cells[number + 1 :]], run
    return runs, None


def _take(kernel: "_Kernel", asked: Request, limits: Limits) -> Exports:
    with tempfile.TemporaryDirectory(prefix="gradbook-") as name:
        folder = Path(name)
        (folder / "harvest.py").write_text(Path(harvesting.__file__).read_text(encoding="utf-8"), encoding="utf-8")
        (folder / "request.json").write_text(json.dumps(asked))
        (folder / "take.py").write_text(_TAKE)
        call = f"__import__('runpy').run_path({str(folder / 'take.py')!r})"
        run = kernel.execute(call, patience=1 + len(asked["probes"]) + len(asked["names"]))
        made = folder / "exports.bin"
        if not made.is_file():
            why = run.error or {"timeout": "it does not end", "died": "the kernel ended"}.get(run.status, "it failed")
            return _nothing(asked, f"nothing could be exported ({why})")
        try:
            with made.open("rb") as file:
                return Exports.from_bytes(file.read(limits.reply), asked)
        except ExportError as error:
            return _nothing(asked, str(error))


def _nothing(asked: Request, why: str) -> Exports:
    names = [*asked["names"], *(probe["name"] for probe in asked["probes"])]
    return Exports(problems=dict.fromkeys(names, why))


class _Kernel:
    """A Python kernel of this very environment, alive while the block runs."""

    def __init__(self, folder: Path, limits: Limits, end: float, setup: str) -> None:
        from jupyter_client.manager import KernelManager

        self._sockets = tempfile.TemporaryDirectory(prefix="gradbook-kernel-")
        place = Path(self._sockets.name)
        self._manager: Any = KernelManager(connection_file=str(place / "connection.json"))
        if os.name == "posix":  # sockets in our own folder: no other user of this machine can reach them
            self._manager.transport, self._manager.ip = "ipc", str(place / "socket")
        # The spec named python3 may be another environment's: ask for our own interpreter.
        spec: Any = self._manager.kernel_spec
        spec.argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        if os.name == "posix":
            spec.argv = [sys.executable, "-I", "-S", shepherd.__file__, *spec.argv]
        self._folder, self._limits, self._end, self._setup = folder, limits, end, setup
        self._line, self._theirs = socket.socketpair()  # to the shepherd
        self.is_gone = False
        self.is_late = False

    def __enter__(self) -> "_Kernel":
        # What a cell writes past Jupyter must not reach our own terminal, where it could paint a verdict.
        streams: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        with self._theirs:
            if os.name == "posix":
                streams["stdin"] = self._theirs
            self._manager.start_kernel(cwd=str(self._folder), **streams)
        self._client: Any = self._manager.blocking_client()
        self._client.start_channels()
        try:
            self._client.wait_for_ready(timeout=_START_SECONDS)
            self.execute(self._setup)
        except RuntimeError as error:
            self.__exit__()
            raise KernelError(
                f"No Python kernel started to run the notebook in ({error}). Try again when this machine is less busy; "
                f"if it happens again, see what this says: {sys.executable} -m ipykernel_launcher"
            ) from error
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._client.stop_channels()
        self._line.close()
        process = getattr(self._manager.provisioner, "pid", None)
        if process is not None and os.name == "posix":
            shepherd.end_descendants(process)
            with contextlib.suppress(OSError):  # a cell may have killed the shepherd, not what was with it
                os.killpg(process, signal.SIGKILL)
        self._manager.shutdown_kernel(now=True)
        self._sockets.cleanup()

    def execute(self, source: str, patience: int = 1) -> CellRun:
        """Run code; at the limit interrupt it, up to `patience` times, then end the kernel."""
        began = time.monotonic()
        message = self._client.execute(source, allow_stdin=False, stop_on_error=False)
        output = _Output(self._limits.text)
        deadline, interrupts = began + self._limits.cell, 0
        while True:
            try:
                received = self._client.get_iopub_msg(timeout=min(0.5, max(0.01, deadline - time.monotonic())))
            except queue.Empty:
                if not self._manager.is_alive():
                    self.is_gone = True
                    return output.run("timeout" if interrupts else "died", time.monotonic() - began)
                received = None
            if received and received["parent_header"].get("msg_id") == message:
                if received["msg_type"] == "status" and received["content"]["execution_state"] == "idle":
                    if not self._has_parent():  # the cell killed it, and the kernel will follow
                        self.is_gone = True
                        return output.run("died", time.monotonic() - began)
                    status = "timeout" if interrupts else "error" if output.error else "ok"
                    return output.run(status, time.monotonic() - began)
                output.add(received["msg_type"], received["content"])
            if time.monotonic() >= min(deadline, self._end):
                self.is_late = time.monotonic() >= self._end
                if interrupts == patience or self.is_late:
                    self.is_gone = True
                    return output.run("timeout", time.monotonic() - began)
                self._manager.interrupt_kernel()
                interrupts += 1
                deadline = time.monotonic() + (_GRACE if interrupts == patience else self._limits.cell)

    def _has_parent(self) -> bool:
        """Whether the shepherd is there, and no cell has killed it; one that a cell has stopped goes on.

        Whether the process has ended would not tell: it ends a moment after the kill, and the next cell would be
        blamed.
        """
        if os.name != "posix":
            return bool(self._manager.is_alive())
        with contextlib.suppress(OSError):
            os.kill(self._manager.provisioner.pid, signal.SIGCONT)
            self._line.settimeout(_START_SECONDS)
            self._line.send(b"?")
            return bool(self._line.recv(1))
        return False


class _Output:
    """What a cell shows: text and PNG pictures only, each with a largest size."""

    def __init__(self, largest: int) -> None:
        self.error = ""
        self._largest = largest
        self._text: list[str] = []
        self._size = 0
        self._pictures: list[bytes] = []

    def add(self, kind: str, content: Mapping[str, Any]) -> None:
        if kind == "stream":
            self._write(content["text"])
        elif kind in ("execute_result", "display_data"):
            data = content["data"]
            if "image/png" in data:
                self._draw(data["image/png"])
            else:
                self._write(str(data.get("text/plain", "")) + "\n")
        elif kind == "error":
            self.error = f"{content['ename']}: {content['evalue']}"[:500]

    def run(self, status: str, seconds: float) -> CellRun:
        return CellRun(-1, "", status, seconds, "".join(self._text), tuple(self._pictures), self.error)

    def _write(self, text: str) -> None:
        text = text[: max(0, self._largest - self._size)]
        self._size += len(text)
        self._text.append(text)

    def _draw(self, encoded: str) -> None:
        if len(self._pictures) < _MAX_PICTURES and len(encoded) < _MAX_PNG:
            try:
                self._pictures.append(base64.b64decode(encoded))
            except ValueError:
                self._write("[a damaged picture]\n")
