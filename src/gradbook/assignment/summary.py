"""What checks found, in lines that a person reads: one table for all questions, and the cells that are in trouble."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from gradbook.assignment.checks import CheckResult
from gradbook.assignment.definition import Assignment
from gradbook.assignment.exports import CellRun

TROUBLE = ("error", "timeout", "died")
_BEGINS = 60


def total(results: Iterable[CheckResult]) -> Fraction:
    """Return the points that results give."""
    return sum((result.points for result in results), Fraction(0))


def points_text(points: Fraction) -> str:
    """Write points as a teacher does, rounded once, for display: 0.3, 1, 0.333."""
    return f"{float(points):.3f}".rstrip("0").rstrip(".")


def result_rows(
    assignment: Assignment, results: Mapping[str, Sequence[CheckResult]]
) -> Iterator[tuple[str, str, str, str]]:
    """Yield rows (question, points, mark, finding): one for a question that is all right, else one a finding."""
    for question in assignment.questions:
        mine = results[question.id]
        name = f"{question.id}  {question.title}"
        points = f"{points_text(total(mine))} of {points_text(question.points)}"
        for number, (mark, finding) in enumerate(_findings(mine)):
            yield (*((name, points) if number == 0 else ("", "")), mark, finding)


def cell_troubles(runs: Iterable[CellRun], notebook: Mapping[str, Any], limit: float) -> Iterator[str]:
    """Yield a line for each cell in trouble; one for all those that only lack what another should have made."""
    followers = []
    in_trouble = [run for run in runs if run.status in TROUBLE]
    for run in in_trouble:
        name = re.match(r"NameError: name '(\w+)' is not defined", run.error)
        if name and run is not in_trouble[0]:
            followers.append((str(run.index + 1), name[1]))
            continue
        first = next(iter("".join(notebook["cells"][run.index]["source"]).splitlines()), "")
        yield f"Cell {run.index + 1} (`{first[:_BEGINS]}`) {_trouble(run, limit)}"
    if followers:
        numbers, names = (", ".join(dict.fromkeys(part)) for part in zip(*followers, strict=True))
        yield f"Then these could not work either: cell {numbers}. They lack {names}, which come from above."


def _trouble(run: CellRun, limit: float) -> str:
    match run.status:
        case "timeout":
            return f"did not end within {limit:g} s and was stopped. Is there a loop that never ends?"
        case "died":
            return "ended the whole kernel. The other cells were run again without it."
    return f"failed: {run.error}"


def _findings(results: Sequence[CheckResult]) -> Iterator[tuple[str, str]]:
    """Yield pairs (mark, finding); quantities of which the same is to be said share one."""
    if all(result.passed for result in results):
        yield "✓", " ".join(dict.fromkeys(result.message for result in results))
        return
    asked: dict[tuple[str, str], list[str]] = {}
    for result in results:
        if result.passed:
            continue
        mark = "?" if result.person else "✗"
        if result.verdict is None:
            asked.setdefault((mark, result.message), [])
            continue
        message = "No answer found." if result.verdict.status == "missing" else result.message
        asked.setdefault((mark, message), []).append(result.verdict.asked)
    for (mark, message), names in asked.items():
        yield mark, f"{', '.join(names)}: {message}" if names else message
