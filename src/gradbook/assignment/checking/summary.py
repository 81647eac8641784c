"""What checks found, in lines that a person reads: one table for all questions, and the cells that are in trouble."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from gradbook.assignment.checking.checks import CheckResult
from gradbook.assignment.checking.grading_session import on_paper
from gradbook.assignment.checking.marks import Mark, mark_of
from gradbook.assignment.checking.points import counted_points, points_text
from gradbook.assignment.definition import AUTOGRADED, Assignment, Question
from gradbook.assignment.digits_folder import has_digits
from gradbook.assignment.notebook.blanks import has_blank
from gradbook.assignment.running.exports import CellRun

TROUBLE = ("error", "timeout", "died")
_BEGINS = 60
PHOTO = "A person also sees the photo."


def total(results: Iterable[CheckResult]) -> Fraction:
    """Return the points that results give."""
    return sum((result.points for result in results), Fraction(0))


def later(question: Question, results: Iterable[CheckResult]) -> Fraction:
    """Return the points that are given after handing in only: of hidden checks and of the quiz."""
    if question.kind not in AUTOGRADED:
        return Fraction(0)
    return max(question.points - sum((result.of for result in results), Fraction(0)), Fraction(0))


def total_line(assignment: Assignment, results: Mapping[str, Sequence[CheckResult]]) -> str:
    """Return what all questions give: "1.2 of 2.5 points; 1 question for a person"."""
    got = sum(map(total, results.values()), Fraction(0))
    parts = [f"{points_text(got)} of {points_text(assignment.points)} points"]
    persons = sum(any(result.person for result in mine) for mine in results.values())
    if persons:
        parts.append(f"{persons} question{'s' if persons > 1 else ''} for a person")
    rest = sum((later(question, results[question.id]) for question in assignment.questions), Fraction(0))
    if rest:
        parts.append(f"{counted_points(rest)} to be checked after you hand in")
    return "; ".join(parts)


def result_rows(
    assignment: Assignment, results: Mapping[str, Sequence[CheckResult]], answers: Mapping[str, str] | None = None
) -> Iterator[tuple[str, str, str, str]]:
    """Yield rows (question, points, mark, finding): one for a question that is all right, else one a finding.

    Args:
        assignment: what was asked.
        results: each question's, by id.
        answers: the written ones, by id, to say where a person also sees a photo.
    """
    for question in assignment.questions:
        mine = results[question.id]
        name = f"{question.id}  {question.title}"
        for number, (mark, finding) in enumerate(_rows(question, mine, (answers or {}).get(question.id, ""))):
            points = _points(question, mine)
            yield (*((name, points) if number == 0 else ("", "")), mark, finding)


def data_missing(assignment: Assignment, folder: Path) -> list[str]:
    """Return what to do where the digits are not beside the notebook; nothing where they are."""
    if assignment.data is None or has_digits(folder):
        return []
    return [f"data/ is missing: gradbook start {assignment.name} --folder other, and copy its data/ to {folder}"]


def cell_troubles(runs: Iterable[CellRun], notebook: Mapping[str, Any], limit: float) -> Iterator[str]:
    """Yield a line for each cell in trouble; but one for all that met a blank, and one for all that lack a name."""
    every = list(runs)
    questions = {run.index: run.question for run in every}
    in_trouble = [run for run in every if run.status in TROUBLE]

    def named(indices: Iterable[int]) -> str:
        # A number would say nothing: editors show none.
        return _listed(questions.get(index) or f"`{_first_line(notebook, index)}`" for index in indices)

    met = [run for run in in_trouble if "ellipsis" in run.error]
    if met and (blanks := named(_blanks(notebook))):
        yield f"Still to be filled in (`...`): {blanks}. That is why {named(run.index for run in met)} failed."
        in_trouble = [run for run in in_trouble if run not in met]
    followers = []
    for run in in_trouble:
        name = re.match(r"NameError: name '(\w+)' is not defined", run.error)
        if name and run is not in_trouble[0]:
            followers.append((run.index, name[1]))
            continue
        yield f"Cell {run.index + 1} (`{_first_line(notebook, run.index)}`) {_trouble(run, limit)}"
    if followers:
        indices, names = zip(*followers, strict=True)
        lacking = ", ".join(dict.fromkeys(names))
        yield f"Then these could not work either: {named(indices)}. They lack {lacking}, which come from above."


def _blanks(notebook: Mapping[str, Any]) -> Iterator[int]:
    for index, cell in enumerate(notebook["cells"]):
        if cell["cell_type"] == "code" and has_blank(cell["source"]):
            yield index


def _first_line(notebook: Mapping[str, Any], index: int) -> str:
    return next(iter(notebook["cells"][index]["source"].splitlines()), "")[:_BEGINS]


def _listed(names: Iterable[str]) -> str:
    """Write "q1", or "q1, q2 and q3", each once; "" for none."""
    *most, last = dict.fromkeys(names) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def _points(question: Question, results: Sequence[CheckResult]) -> str:
    # A nought would look like a verdict.
    if all(result.person for result in results):
        return "a person"
    if question.points and later(question, results) == question.points:
        return "-"
    return f"{points_text(total(results))} of {points_text(question.points)}"


def _rows(question: Question, results: Sequence[CheckResult], answer: str) -> Iterator[tuple[str, str]]:
    yield from _findings(question, results)
    if (rest := later(question, results)) and question.kind == "quiz":
        yield "", "Marked after you hand in."
    elif rest:
        yield "", f"The rest ({points_text(rest)}) is checked after you hand in."
    if on_paper(question, answer) and not all(result.person for result in results):
        yield "", PHOTO


def _trouble(run: CellRun, limit: float) -> str:
    match run.status:
        case "timeout":
            return f"did not end within {limit:g} s and was stopped. Is there a loop that never ends?"
        case "died":
            return "ended the whole kernel. The other cells were run again without it."
    return f"failed: {run.error}"


def _findings(question: Question, results: Sequence[CheckResult]) -> Iterator[tuple[str, str]]:
    """Yield pairs (mark, finding); quantities and quiz questions of which the same is to be said share one."""
    if all(result.passed for result in results):
        yield Mark.RIGHT.value, " ".join(dict.fromkeys(result.message for result in results))
        return
    asked: dict[tuple[str, str], list[str]] = {}
    for result in results:
        if result.passed:
            continue
        mark = mark_of(result).value
        if result.verdict is None:
            names = [result.name] if question.kind == "quiz" and len(results) > 1 else []
            asked.setdefault((mark, result.message), []).extend(names)
            continue
        message = result.message if result.answered else "No answer found."
        asked.setdefault((mark, message), []).append(result.verdict.asked)
    for (mark, message), names in asked.items():
        yield mark, f"{', '.join(names)}: {message}" if names else message
