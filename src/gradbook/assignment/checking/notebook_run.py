"""One's own notebook run where it lies and its answers put beside what it exports, ready to be checked."""

import math
from pathlib import Path

from gradbook.assignment.checking.grading_session import GradingSession
from gradbook.assignment.notebook.answers import HandedIn
from gradbook.assignment.notebook.cells import Notebook
from gradbook.assignment.quiz.record import RecordError, record_bytes
from gradbook.assignment.running.exports import Exports
from gradbook.assignment.running.kernel import KernelRunner, Progress
from gradbook.assignment.running.runner import Limits

LIMIT = Limits().cell
"""Seconds that a cell may take, where nobody says otherwise."""


def run_notebook(
    session: GradingSession,
    notebook: Notebook | HandedIn,
    folder: Path,
    *,
    limit: float = LIMIT,
    seed: int | None = None,
    progress: Progress | None = None,
) -> Exports:
    """Run a notebook in a fresh kernel and export what its assignment's checks need.

    Args:
        session: of its assignment.
        notebook: as `read_notebook` gives it; its file is not written.
        folder: where its cells run, with data/, imgs/ and record.txt.
        limit: seconds that a cell may take.
        seed: of the random inputs; None for fresh ones.
        progress: is told (cells run, cells in all).

    Raises:
        KernelError: no kernel starts.
    """
    # The whole may take as long as its cells do: nobody waits for it but its owner.
    limits = Limits(cell=limit, wall=math.inf)
    outcome = KernelRunner(folder, progress).run(session.job(notebook, seed=seed), limits)
    try:
        record = record_bytes(folder)
    except RecordError:  # as good as no record
        record = b""
    return session.put_beside(outcome.exports, notebook, record)
