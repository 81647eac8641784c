"""Whom the last run was about: the book keeps everybody who was ever graded, and lists show the class of now."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from gradbook.core.files import write_text
from gradbook.grading.intake.canvas import CanvasGradebook

_FILE = ".gradbook-run.json"


@dataclass(frozen=True, slots=True)
class LastRun:
    """What a run was given.

    Attributes:
        learners: ids of those who handed in, and of the roster.
        roster: whether there was one.
        left_out: files that are no hand-in, with the reason.
        due: the deadline that was given for the run, in ISO form; "" for the assignment's own.
        earlier: names of those whom the book knows from earlier runs, and this one has not.
        canvas: Canvas's own table, where it was the roster.
        stopped: whether it did not come to its end.
    """

    learners: Sequence[str]
    roster: bool
    left_out: Sequence[str] = ()
    due: str = ""
    earlier: Sequence[str] = ()
    canvas: CanvasGradebook | None = None
    stopped: bool = False

    @property
    def earlier_text(self) -> str:
        """Say who is in the book only; "" for nobody."""
        if not self.earlier:
            return ""
        few = ", ".join(self.earlier[:10]) + (", ..." if len(self.earlier) > 10 else "")
        count = len(self.earlier)
        who = "1 learner of an earlier run is" if count == 1 else f"{count:,} learners of earlier runs are"
        return f"{who} not in what was given now: {few}. The gradebook keeps them."

    def write(self, folder: Path) -> None:
        """Write it into a folder of grades."""
        write_text(folder / _FILE, json.dumps(asdict(self)) + "\n")


def read_last_run(folder: Path) -> LastRun | None:
    """Read it from a folder of grades; None where no run has said anything."""
    try:
        told = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        canvas = told.get("canvas")
        return LastRun(**told | {"canvas": CanvasGradebook(**canvas) if canvas else None})
    except (OSError, ValueError, TypeError, AttributeError):
        return None
