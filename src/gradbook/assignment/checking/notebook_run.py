"""One's own notebook run where it lies and its answers put beside what it exports, ready to be checked."""

import math
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gradbook.assignment.checking.grading_session import GradingSession
from gradbook.assignment.definition import Assignment
from gradbook.assignment.digits_folder import has_digits, write_digits
from gradbook.assignment.layout import DATA, IMAGES
from gradbook.assignment.notebook.answers import HandedIn
from gradbook.assignment.notebook.cells import Notebook
from gradbook.assignment.quiz.record import RecordError, record_bytes
from gradbook.assignment.running.exports import Exports
from gradbook.assignment.running.kernel import KernelRunner, Progress
from gradbook.assignment.running.runner import Limits
from gradbook.core.scratch import scratch_folder

LIMIT = Limits().cell
"""Seconds that a cell may take, where nobody says otherwise."""
_MOST, _LARGEST = 200, 20 * 2**20


def run_notebook(
    session: GradingSession,
    notebook: Notebook | HandedIn,
    folder: Path,
    *,
    at_home: bool = True,
    limit: float = LIMIT,
    seed: int | None = None,
    progress: Progress | None = None,
) -> Exports:
    """Run a notebook in a fresh kernel and export what its assignment's checks need.

    Args:
        session: of its assignment.
        notebook: as `read_notebook` gives it; its file is not written.
        folder: where it lies, with imgs/ and record.txt.
        at_home: whether its cells run there, with data/ beside it; otherwise they run in a scratch folder with a copy
            of imgs/ and the digits that this machine has, and nothing is left behind.
        limit: seconds that a cell may take.
        seed: of the random inputs; None for fresh ones.
        progress: is told (cells run, cells in all).

    Raises:
        KernelError: no kernel starts.
    """
    # The whole may take as long as its cells do: nobody waits for it but its owner.
    limits = Limits(cell=limit, wall=math.inf)
    if at_home:
        outcome = KernelRunner(folder, progress).run(session.job(notebook, seed=seed), limits)
    else:
        with _given_data(session.assignment, folder) as data:
            job = session.job(notebook, files=_pictures(folder), data=data, seed=seed)
            outcome = KernelRunner(None, progress).run(job, limits)
    try:
        record = record_bytes(folder)
    except RecordError:  # as good as no record
        record = b""
    return session.put_beside(outcome.exports, notebook, record)


@contextmanager
def _given_data(assignment: Assignment, folder: Path) -> Iterator[Path | None]:
    """Yield what is data/ to a notebook that lies anywhere: its own, or this machine's digits."""
    if assignment.data is None:
        yield None
    elif has_digits(folder):
        yield folder / DATA
    else:
        with scratch_folder(Path(tempfile.gettempdir()), DATA) as scratch:
            write_digits(scratch / DATA, "auto")
            yield scratch / DATA


def _pictures(folder: Path) -> dict[str, bytes]:
    """Return the pictures beside a notebook, such as a cell may read."""
    found: dict[str, bytes] = {}
    for path in sorted((folder / IMAGES).glob("*"))[:_MOST]:
        if path.is_file() and not path.is_symlink() and path.stat().st_size <= _LARGEST:
            found[f"{IMAGES}/{path.name}"] = path.read_bytes()
    return found
