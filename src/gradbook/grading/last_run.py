"""What the last run was about: the book keeps everybody who was ever graded, and lists show the class of now.

A deadline, a roster and limits of time that were given once count until others are: without them lateness would be
nobody's, or another, and what does not end would be run again for longer; and no list would say so.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from gradbook.core.files import write_bytes, write_text
from gradbook.grading.intake.sites.canvas_gradebook import CanvasGradebook

_FILE, _ROSTER = ".gradbook-run.json", ".gradbook-roster.csv"
NONE = "none"
"""Given as a deadline or a roster: the one of earlier runs is to be forgotten."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a run takes over from an earlier one: a deadline, a roster, and seconds for a cell and a hand-in.

    "", None and 0 for what it has of its own, or nobody has said.
    """

    due: str = ""
    roster: Path | None = None
    limit: float = 0.0
    total: float = 0.0


@dataclass(frozen=True, slots=True)
class LastRun:
    """What a run was given.

    Attributes:
        learners: ids of those who handed in, and of the roster.
        roster: whether there was one.
        left_out: files that are no hand-in, with the reason.
        due: the deadline that was given, in ISO form with its zone; "" for the assignment's own.
        earlier: names of those whom the book knows from earlier runs, and this one has not.
        canvas: Canvas's own table, where it was the roster.
        stopped: whether it did not come to its end.
        roster_name: of the roster's file, as it was given; "" for none.
        regrading: of a run that grades all again, since when it does, stopped and gone on with; "" for others.
        changes: whose points were found to be others, before it was stopped.
        limit, total: seconds that a cell and a hand-in may take, as somebody has said; 0 for the usual ones.
    """

    learners: Sequence[str]
    roster: bool
    left_out: Sequence[str] = ()
    due: str = ""
    earlier: Sequence[str] = ()
    canvas: CanvasGradebook | None = None
    stopped: bool = False
    roster_name: str = ""
    regrading: str = ""
    changes: Sequence[Sequence[str]] = ()
    limit: float = 0.0
    total: float = 0.0

    @property
    def earlier_text(self) -> str:
        """Say who is in the book only; "" for nobody."""
        if not self.earlier:
            return ""
        few = ", ".join(self.earlier[:10]) + (", ..." if len(self.earlier) > 10 else "")
        count = len(self.earlier)
        who = "1 learner of an earlier run is" if count == 1 else f"{count:,} learners of earlier runs are"
        kept = "The gradebook keeps them; to see all, give the whole folder again."
        return f"{who} not in what was given now: {few}. {kept}"

    def write(self, folder: Path) -> None:
        """Write it into a folder of grades."""
        write_text(folder / _FILE, json.dumps(asdict(self)) + "\n")


def regrading_since(before: LastRun | None) -> datetime:
    """Return from when on what is graded counts as graded again: now, or since the stopped run that is gone on with."""
    if before is not None and before.stopped and before.regrading:
        return datetime.fromisoformat(before.regrading)
    return datetime.now(UTC)


def keep_roster(folder: Path, roster: Path | None) -> None:
    """Keep a copy of a roster in a folder of grades, for later runs; with None, none."""
    kept = folder / _ROSTER
    if roster is None:
        kept.unlink(missing_ok=True)
    elif roster != kept:
        write_bytes(kept, roster.read_bytes())


def kept_of(
    folder: Path, due: str, roster: Path | None, limit: float | None = None, total: float | None = None
) -> Kept:
    """Return what a run takes over.

    Args:
        folder: of grades.
        due, roster: what the run was given itself; `NONE` for neither its own nor an earlier one.
        limit, total: what the run was given itself.
    """
    before, kept = read_last_run(folder), folder / _ROSTER
    again = kept if roster is None and kept.is_file() else None
    if before is None:
        return Kept(roster=again)
    return Kept("" if due else before.due, again, 0.0 if limit else before.limit, 0.0 if total else before.total)


def read_last_run(folder: Path) -> LastRun | None:
    """Read it from a folder of grades; None where no run has said anything."""
    try:
        told = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        canvas = told.get("canvas")
        return LastRun(**told | {"canvas": CanvasGradebook(**canvas) if canvas else None})
    except (OSError, ValueError, TypeError, AttributeError):
        return None
