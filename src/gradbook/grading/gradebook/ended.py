"""Cells that the sandbox ended, or that ended by its refusal: a slip as a rule, and a teacher wants to see which it is.

A refusal that a cell's own code catches is not known: the kernel says no to the process, and tells nobody else.
"""

import re
from collections.abc import Iterator

from gradbook.assignment.running.runner import Limits, Outcome
from gradbook.core.text.quotes import one_line
from gradbook.grading.gradebook.records import Detail

_ENDED = {"timeout": "did not end in time", "died": "ended the whole run"}
_ENDLESS = "it did not end"  # of a call that was interrupted, and of one whose process was ended
_ENDED_BY_ITSELF = {"ok", "error", "empty"}
# What a cell sees where the sandbox says no: to files, the network, more processes, threads, memory and open files.
_REFUSED = (
    "PermissionError", "MemoryError", "BlockingIOError", "OSError: [Errno 24]", "OSError: [Errno 27]",
    "OSError: [Errno 28]", "OSError: [Errno 97]", "OSError: [Errno 101]", "OSError: [Errno 122]",
    "RuntimeError: can't start new thread", "ConnectionRefusedError", "gaierror", "socket.gaierror", "URLError",
    "urllib.error.URLError",
)  # fmt: skip
# A file elsewhere on the machine, which is none where the sandbox has a root of its own.
_ELSEWHERE = re.compile(r"FileNotFoundError: \[Errno 2\] [^'\"]*['\"]/")


def ended_cells(detail: Detail) -> Iterator[str]:
    """Yield which cells of a hand-in were ended, or met a refusal and did not go on, and why."""
    for cell in detail.cells:
        where = f"cell {cell.index + 1}" + (f" ({cell.question})" if cell.question else "")
        if cell.status in _ENDED:
            yield f"{where} {_ENDED[cell.status]}" + (f": {one_line(cell.error)}" if cell.error else "")
        elif cell.status == "error" and (cell.error.startswith(_REFUSED) or _ELSEWHERE.match(cell.error)):
            yield f"{where} was refused something: {one_line(cell.error).rstrip(': ')}"


def stopped_at(outcome: Outcome, limits: Limits) -> tuple[float, float]:
    """Return what a cell and the whole hand-in were allowed, in seconds, where it lost something as its time was over.

    Args:
        outcome: of its run.
        limits: that it had.
    """
    exports = outcome.exports
    problems = [*exports.problems.values(), *(case.problem for probe in exports.probes.values() for case in probe)]
    lost = outcome.trouble or any(why and why.startswith(_ENDLESS) for why in problems)
    lost = lost or any(cell.status not in _ENDED_BY_ITSELF for cell in exports.cells)
    over = outcome.seconds >= min(limits.cell, limits.wall) or outcome.cpu >= limits.cpu
    return (limits.cell, limits.wall) if lost and over else (0.0, 0.0)


def has_more_time(detail: Detail, limits: Limits) -> bool:
    """Whether a hand-in that was stopped as its time was over would have more of it now."""
    cell, whole = detail.stopped_at
    more = limits.cell > cell or limits.wall > whole
    return whole > 0 and more and limits.cell >= cell and limits.wall >= whole
