"""Proves an assignment: its solution scores full marks, and the notebook that learners get scores zero."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from gradbook.assignment.build import build
from gradbook.assignment.checks import CheckResult, check_question
from gradbook.assignment.definition import QUIZ, Assignment, load_assignment
from gradbook.assignment.exports import CellRun
from gradbook.assignment.kernel import LIMIT, Progress, run_notebook
from gradbook.assignment.questions import read_notebook
from gradbook.assignment.record import RECORD, Choice, write_choice


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found.

    Attributes:
        assignment: the teacher's.
        solution, blank: each question's results, of the solution and of the untouched notebook.
        faults: what is wrong, in words; empty where all is well.
    """

    assignment: Assignment
    solution: dict[str, list[CheckResult]]
    blank: dict[str, list[CheckResult]]
    faults: tuple[str, ...]

    def rows(self) -> list[tuple[str, str, str, str]]:
        """Return a table's rows: question, points, what the solution has, what the blank notebook has."""
        rows = []
        for question in self.assignment.questions:
            solution, blank = self.solution[question.id], self.blank[question.id]
            got = "a person" if question.kind == "manual" else _text(_sum(solution))
            rows.append((f"{question.id}  {question.title}", _text(question.points), got, _text(_sum(blank))))
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
    """
    assignment = load_assignment(where)
    with tempfile.TemporaryDirectory(prefix="gradbook-verify-") as name:
        built = build(where, Path(name) / "built", data=data)
        for id, choice in _right_choices(assignment).items():
            write_choice(built.teacher, id, choice)
        (built.learner / RECORD).unlink(missing_ok=True)
        results, faults = {}, []
        for part, folder in (("solution", built.teacher), ("blank notebook", built.learner)):
            notebook = read_notebook(folder / assignment.notebook)
            show = progress(part) if progress else None
            exports = run_notebook(notebook, assignment, folder, limit=limit, progress=show)
            if part == "solution":
                faults += [_cell_fault(run, notebook) for run in exports.cells if run.status not in _FINE]
            results[part] = {
                question.id: check_question(assignment, question, exports, hidden=True)
                for question in assignment.questions
            }
    solution, blank = results["solution"], results["blank notebook"]
    faults += _missing_marks(assignment, solution) + _gifts(assignment, blank)
    return Verified(assignment, solution, blank, tuple(faults))


_FINE = ("ok", "skipped", "empty")


def _right_choices(assignment: Assignment) -> dict[str, Choice]:
    """Return the key of the quiz, as choices."""
    if not (assignment.folder / QUIZ).is_file():
        return {}
    from gradbook.assignment.quizfile import load_quiz

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


def _cell_fault(run: CellRun, notebook: Any) -> str:
    what = {"error": run.error, "timeout": "it does not end", "died": "it ends the kernel"}[run.status]
    first = next(iter(notebook["cells"][run.index]["source"].splitlines()), "")
    return f"solution, cell {run.index + 1} (`{first[:60]}`): {what}."


def _missing_marks(assignment: Assignment, results: dict[str, list[CheckResult]]) -> list[str]:
    faults = []
    for question in assignment.questions:
        mine = results[question.id]
        wrong = [result for result in mine if not result.passed]
        if question.kind == "manual":
            if not mine[0].person:
                faults.append(f"{question.id}: the solution has no answer.")
        elif wrong:
            faults += [f"{question.id}, {result.name}: the solution fails: {result.message}" for result in wrong]
        elif _sum(mine) != question.points:
            faults.append(
                f"{question.id}: its checks give {_text(_sum(mine))} points in all, and the question is worth "
                f"{_text(question.points)}. Mend the points of its [[question.check]]s."
            )
    return faults


def _gifts(assignment: Assignment, results: dict[str, list[CheckResult]]) -> list[str]:
    faults = []
    for question in assignment.questions:
        for result in results[question.id]:
            if result.broken:
                faults.append(f"{question.id}, {result.name}: {result.message}")
            elif result.passed or result.points:
                faults.append(
                    f"{question.id}, {result.name}: passes on the untouched notebook. Make the check stricter."
                )
    return faults


def _sum(results: list[CheckResult]) -> Fraction:
    return sum((result.points for result in results), Fraction(0))


def _text(points: Fraction) -> str:
    return f"{float(points):.4g}"
