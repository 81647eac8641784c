"""Runs a notebook's cells in a fresh kernel, with a time limit a cell, and takes out what checks look at.

A cell that fails, does not end or ends the kernel is named, and the rest goes on: after an interrupt in the same
kernel; where the kernel is gone, in a new one in which the cells before are run again, that cell left out.
"""

import base64
import json
import os
import queue
import secrets
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gradbook.assignment.definition import Assignment
from gradbook.assignment.errors import ExportError, KernelError
from gradbook.assignment.notebook.cells import answers, roles
from gradbook.assignment.quiz.record import RecordError, record_bytes
from gradbook.assignment.running import harvest as harvesting
from gradbook.assignment.running.exports import CellRun, Exports, Request, request

LIMIT = 60.0
_START_SECONDS = 60.0
_GRACE = 5.0  # for a cell to give way to an interrupt
_MAX_RESTARTS = 3
_MAX_TEXT = 10_000
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


def run_notebook(
    notebook: Mapping[str, Any],
    assignment: Assignment,
    folder: Path,
    *,
    limit: float = LIMIT,
    seed: int | None = None,
    variant: str | None = None,
    progress: Progress | None = None,
) -> Exports:
    """Run a notebook and export what its assignment's checks need.

    Args:
        notebook: as `questions.read_notebook` gives it; its file is not written.
        assignment: says what is exported.
        folder: where its cells run, with data/ and imgs/.
        limit: seconds that a cell may take.
        seed: of the random inputs; None for fresh ones.
        variant: whose numbers the notebook has.
        progress: is told (cells run, cells in all).

    Raises:
        KernelError: no kernel starts.
    """
    asked = request(assignment.questions, secrets.randbits(63) if seed is None else seed)
    cells = _cells(notebook, assignment)
    lost: dict[int, CellRun] = {}
    runs: list[CellRun] = []
    taken: Exports | None = None
    for _ in range(_MAX_RESTARTS + 1):
        with _Kernel(folder, limit) as kernel:
            runs, culprit = _run_cells(kernel, cells, lost, progress)
            if culprit is None:
                taken = _take(kernel, asked)
                break
        # In the next kernel nobody waits again for a cell that does not end.
        lost |= {run.index: run for run in runs if run.status == "timeout"} | {culprit.index: culprit}
    if taken is None:
        taken = Exports(problems=dict.fromkeys(_names(asked), "no kernel stayed alive to the end"))
    texts = {id: answer.text for id, answer in answers(notebook, assignment, variant).items()}
    try:
        record = record_bytes(folder)
    except RecordError:  # as good as no record
        record = b""
    return replace(taken.with_answers(texts, record), cells=tuple(runs))


@dataclass(frozen=True, slots=True)
class _Cell:
    index: int
    question: str
    source: str


def _cells(notebook: Mapping[str, Any], assignment: Assignment) -> list[_Cell]:
    places = roles(notebook, assignment)
    return [
        _Cell(index, places[index][0], "".join(cell["source"]))
        for index, cell in enumerate(notebook["cells"])
        if cell["cell_type"] == "code"
    ]


def _run_cells(
    kernel: "_Kernel", cells: list[_Cell], lost: dict[int, CellRun], progress: Progress | None
) -> tuple[list[CellRun], CellRun | None]:
    """Run all cells but the lost ones; stop at one that takes the kernel with it, and return it as well."""
    runs: list[CellRun] = []
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


def _take(kernel: "_Kernel", asked: Request) -> Exports:
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
            return Exports(problems=dict.fromkeys(_names(asked), f"nothing could be exported ({why})"))
        try:
            with made.open("rb") as file:
                return Exports.from_bytes(file.read(harvesting.MAX_BYTES + (1 << 25)), asked)
        except ExportError as error:
            return Exports(problems=dict.fromkeys(_names(asked), str(error)))


def _names(asked: Request) -> list[str]:
    return [*asked["names"], *(probe["name"] for probe in asked["probes"])]


class _Kernel:
    """A Python kernel of this very environment, alive while the block runs."""

    def __init__(self, folder: Path, limit: float) -> None:
        from jupyter_client.manager import KernelManager

        self._sockets = tempfile.TemporaryDirectory(prefix="gradbook-kernel-")
        place = Path(self._sockets.name)
        self._manager: Any = KernelManager(connection_file=str(place / "connection.json"))
        if os.name == "posix":  # sockets in our own folder: no other user of this machine can reach them
            self._manager.transport, self._manager.ip = "ipc", str(place / "socket")
        # The spec named python3 may be another environment's: ask for our own interpreter.
        spec: Any = self._manager.kernel_spec
        spec.argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        self._folder, self._limit = folder, limit
        self.is_gone = False

    def __enter__(self) -> "_Kernel":
        self._manager.start_kernel(cwd=str(self._folder))
        self._client: Any = self._manager.blocking_client()
        self._client.start_channels()
        try:
            self._client.wait_for_ready(timeout=_START_SECONDS)
            self.execute(_SETUP)
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
        self._manager.shutdown_kernel(now=True)
        self._sockets.cleanup()

    def execute(self, source: str, patience: int = 1) -> CellRun:
        """Run code; at the limit interrupt it, up to `patience` times, then end the kernel."""
        began = time.monotonic()
        message = self._client.execute(source, allow_stdin=False, stop_on_error=False)
        output = _Output()
        deadline, interrupts = began + self._limit, 0
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
                    status = "timeout" if interrupts else "error" if output.error else "ok"
                    return output.run(status, time.monotonic() - began)
                output.add(received["msg_type"], received["content"])
            if time.monotonic() >= deadline:
                if interrupts == patience:
                    self.is_gone = True
                    return output.run("timeout", time.monotonic() - began)
                self._manager.interrupt_kernel()
                interrupts += 1
                deadline = time.monotonic() + (_GRACE if interrupts == patience else self._limit)


class _Output:
    """What a cell shows: text and PNG pictures only, each with a largest size."""

    def __init__(self) -> None:
        self.error = ""
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
        text = text[: max(0, _MAX_TEXT - self._size)]
        self._size += len(text)
        self._text.append(text)

    def _draw(self, encoded: str) -> None:
        if len(self._pictures) < _MAX_PICTURES and len(encoded) < _MAX_PNG:
            try:
                self._pictures.append(base64.b64decode(encoded))
            except ValueError:
                self._write("[a damaged picture]\n")
