"""Part 3: the assignment built as a teacher builds it, solved as its solution solves it, and checked."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from gradbook.assignment.authoring.build import Built, build, earlier_build
from gradbook.assignment.authoring.verify import Solved, solve
from gradbook.assignment.checking.grading_session import GradingSession
from gradbook.assignment.definition import load_assignment
from gradbook.assignment.running.kernel import Progress
from gradbook.digits.datasets.digits import DIGIT_NAMES, Digits
from gradbook.grading.gradescope.autograder_zip import write_autograders

ASSIGNMENT = "a8"
ShowCells = Callable[[], AbstractContextManager[Callable[[str], Progress]]]


@dataclass(frozen=True, eq=False)
class Part3:
    """What was made.

    Attributes:
        built: the learner's folder, the solution, and the autograder's zip.
        solved: what the solution scores.
    """

    built: Built
    solved: Solved

    @property
    def notebook(self) -> Path:
        """The learner's."""
        return self.built.learner / self.solved.assignment.notebook

    @property
    def solution(self) -> Path:
        """The teacher's notebook with all answers."""
        return self.built.teacher / self.solved.assignment.notebook


def run_part3(place: Path, data: Digits, *, cells: ShowCells, say: Callable[[str], None]) -> Part3:
    """Build assignment 8 in `place`, run its solution in a fresh kernel, and check it.

    A build that is there, of a lab that was interrupted, is gone on with: a learner may have begun to work in it.

    Args:
        place: the folder to make.
        data: for the learner's folder; data that are no digits are of no use to this assignment, which then takes
            the machine's own.
        cells: shows which cell runs.
        say: is told what is done.
    """
    assignment = load_assignment(ASSIGNMENT)
    built = earlier_build(place)
    if built is None:
        say(f"Building {assignment.title} in {place} ...")
        built = build(ASSIGNMENT, place, data=usable(data), gradescope=write_autograders)
    else:
        say(f"Going on with {place}.")
    say(f"Running its solution, {built.teacher / assignment.notebook}, and checking it ...")
    with cells() as show:
        solved = solve(GradingSession(assignment, hidden=True), built, progress=show(assignment.title))
    return Part3(built, solved)


def usable(data: Digits) -> Digits | str:
    """Return data for the assignment: what is no digits is of no use to it, and the machine's own are taken."""
    return data if data.class_names == DIGIT_NAMES else "auto"
