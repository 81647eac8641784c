"""Proves an assignment: its solution scores full marks, and the notebook that learners get scores zero."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from string import ascii_lowercase

from gradbook.assignment.authoring.build import Built, build
from gradbook.assignment.authoring.faults import fragile, gifts, missing_marks, notes
from gradbook.assignment.checking.checks import CheckResult
from gradbook.assignment.checking.grading_session import GradingSession
from gradbook.assignment.checking.notebook_run import LIMIT, run_notebook
from gradbook.assignment.checking.points import points_text
from gradbook.assignment.checking.summary import cell_troubles, total
from gradbook.assignment.definition import Assignment, load_assignment
from gradbook.assignment.layout import QUIZ
from gradbook.assignment.notebook.cells import Notebook
from gradbook.assignment.notebook.file import read_notebook
from gradbook.assignment.quiz.record import Choice, write_choice
from gradbook.assignment.running.exports import Exports
from gradbook.assignment.running.kernel import Progress
from gradbook.core.scratch import scratch_folder


@dataclass(frozen=True, slots=True)
class Solved:
    """What came of a solution.

    Attributes:
        assignment: the teacher's.
        results: each question's, by id.
        pictures: PNGs that the notebook drew, in order.
        faults: what is wrong, in words; empty where the solution scores full marks.
        exports: what was checked.
    """

    assignment: Assignment
    results: dict[str, list[CheckResult]]
    pictures: tuple[bytes, ...]
    faults: tuple[str, ...]
    exports: Exports = field(default_factory=Exports)

    @property
    def points(self) -> Fraction:
        """What the solution scores."""
        return sum(map(total, self.results.values()), Fraction(0))


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found.

    Attributes:
        assignment: the teacher's.
        solution, blank: each question's results, of the solution and of the untouched notebook.
        faults: what is wrong, in words; empty where all is well.
        notes: what is not wrong and yet good to know.
    """

    assignment: Assignment
    solution: dict[str, list[CheckResult]]
    blank: dict[str, list[CheckResult]]
    faults: tuple[str, ...]
    notes: tuple[str, ...] = ()

    def rows(self) -> list[tuple[str, str, str, str]]:
        """Return a table's rows: question, points, what the solution has, what the blank notebook has."""
        rows = []
        for question in self.assignment.questions:
            solution, blank = self.solution[question.id], self.blank[question.id]
            got = "a person" if question.kind == "manual" else points_text(total(solution))
            name = f"{question.id}  {question.title}"
            rows.append((name, points_text(question.points), got, points_text(total(blank))))
        return rows


def verify(
    where: str | Path,
    *,
    data: str | Path = "auto",
    limit: float = LIMIT,
    progress: Callable[[str], Progress] | None = None,
) -> Verified:
    """Build an assignment in a scratch folder, run solution and blank notebook, and check both with all checks.

    Args:
        where: a teacher's folder, or the name of an assignment that comes with Gradbook.
        data: as for `gradbook.digits.load`.
        limit: seconds that a cell may take.
        progress: given the name of what is run, returns what is told how far it is.

    Raises:
        AssignmentError: the assignment cannot even be built.
        KernelError: no kernel starts.
    """
    assignment = load_assignment(where)
    with scratch_folder(Path(tempfile.gettempdir()), "verify") as scratch:
        built = build(where, scratch / "built", data=data, gradescope=False)
        session = GradingSession(assignment, hidden=True)
        solved = solve(session, built, limit=limit, progress=progress and progress("solution"))
        untouched, _, blank = _check(session, built.learner, limit, progress and progress("blank notebook"))
        solution = read_notebook(built.teacher / assignment.notebook)
    breakable = fragile(session, solved.exports, solved.results, blank)
    faults = (*solved.faults, *gifts(session, blank, untouched, solution), *breakable)
    return Verified(assignment, solved.results, blank, faults, (*built.notes, *notes(session, solved.exports)))


def solve(session: GradingSession, built: Built, *, limit: float = LIMIT, progress: Progress | None = None) -> Solved:
    """Run a build's solution, its quiz answered by the key, and check it with all checks, the hidden ones too.

    Args:
        session: of the teacher's assignment, with hidden checks.
        built: made from it; its learner's folder is not touched.
        limit: seconds that a cell may take.
        progress: is told (cells run, cells in all).

    Raises:
        KernelError: no kernel starts.
    """
    assignment = session.assignment
    for id, choice in _right_choices(assignment).items():
        write_choice(built.teacher, id, choice)
    notebook, exports, results = _check(session, built.teacher, limit, progress)
    faults = [f"solution: {line}" for line in cell_troubles(exports.cells, notebook, limit)]
    faults += missing_marks(session, results, exports, notebook)
    pictures = tuple(picture for run in exports.cells for picture in run.pictures)
    return Solved(assignment, results, pictures, tuple(faults), exports)


def _check(
    session: GradingSession, folder: Path, limit: float, progress: Progress | None
) -> tuple[Notebook, Exports, dict[str, list[CheckResult]]]:
    """Run the notebook of a folder, and check it with all checks."""
    notebook = read_notebook(folder / session.assignment.notebook)
    exports = run_notebook(session, notebook, folder, limit=limit, progress=progress)
    return notebook, exports, session.check(exports)


def _right_choices(assignment: Assignment) -> dict[str, Choice]:
    """Return the key of the quiz, as choices."""
    if not (assignment.folder / QUIZ).is_file():
        return {}
    from gradbook.assignment.quiz.questions import load_quiz

    found: dict[str, Choice] = {}
    for id, question in load_quiz(assignment.folder / QUIZ, keys=True).items():
        right = [
            (letter, answer)
            for letter, answer in zip(ascii_lowercase, question.answers, strict=False)
            if answer.correct
        ]
        letter, answer = right[0]
        match question.type:
            case "many_choice":
                found[id] = [letter for letter, _ in right]
            case "multiple_choice":
                found[id] = letter
            case "string":
                found[id] = answer.answer or ""
            case "numeric":
                found[id] = answer.value if answer.value is not None else (answer.range or (0.0, 0.0))[0]
    return found
