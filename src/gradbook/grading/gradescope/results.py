"""What was found in a hand-in, in the form that Gradescope shows: results.json."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from gradbook.assignment.checking.points import points_text
from gradbook.assignment.definition import AUTOGRADED
from gradbook.grading.gradebook.records import Detail, Finding, QuestionResult
from gradbook.grading.gradescope.autograder_zip import Part
from gradbook.grading.late import Lateness


def results(part: Part, detail: Detail, late: Lateness, isolation: str, seconds: float) -> dict[str, Any]:
    """Return what goes into results.json.

    Args:
        part: which questions are shown.
        detail: what was found.
        late: what the hand-in counts.
        isolation: what protected the machine.
        seconds: that all took.
    """
    mine = [one for one in detail.questions if (one.kind in AUTOGRADED) == (part is Part.AUTOGRADED)]
    if part is Part.AUTOGRADED:
        tests = [test for question in mine for test in _graded(question)]
        points = sum((question.points for question in mine), Fraction(0))
        score = points * late.credit
        said = f"{points_text(points)} of {_of(mine)} points before what is seen after publication. {late.text}"
    else:
        tests = [_proposed(question) for question in mine]
        score = Fraction(0)
        said = f"Read by people. {late.text}"
    lines = [said, *detail.notes, *([f"The run was ended: {detail.trouble}"] if detail.trouble else [])]
    cells = [f"Cell {cell.index + 1}: {cell.error or cell.status}" for cell in detail.cells if cell.status in _BAD]
    return {
        "score": float(score),
        "execution_time": round(seconds, 2),
        "output": "\n".join([*lines, *cells, f"Isolation: {isolation}."]),
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": tests,
    }


_BAD = ("error", "timeout", "died")


def failure(why: str) -> dict[str, Any]:
    """Return the results of a hand-in that could not be graded: nobody is given a nought in silence."""
    return {
        "score": 0.0,
        "output": f"{why}\nA person will look at this hand-in.",
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [],
    }


def _graded(question: QuestionResult) -> Iterator[dict[str, Any]]:
    """Yield a question's tests: what learners may see at once, and what only after publication."""
    secret = question.kind == "quiz"
    shown = [one for one in question.findings if not one.hidden and not secret]
    kept = [one for one in question.findings if one.hidden or secret]
    if shown:
        yield _test(question, question.title, shown, "visible")
    if kept:
        yield _test(question, f"{question.title} (after publication)", kept, "after_published")


def _test(question: QuestionResult, title: str, findings: list[Finding], visibility: str) -> dict[str, Any]:
    got = sum((one.points for one in findings), Fraction(0))
    of = sum((one.of for one in findings), Fraction(0))
    return {
        "name": f"{question.id}  {title}",
        "score": float(got),
        "max_score": float(of),
        "status": "passed" if all(one.mark == "✓" for one in findings) else "failed",
        "output": "\n".join(f"{one.mark} {one.name}: {one.message}" for one in findings),
        "output_format": "text",
        "visibility": visibility,
    }


def _proposed(question: QuestionResult) -> dict[str, Any]:
    """Return what the machine proposes for a question that people read; learners never see it."""
    proposal = f"Proposed: {points_text(question.points)} of {points_text(question.of)}."
    waits = f" Open: {question.why}." if question.waits else ""
    lines = [
        f"{one.mark} {one.name}: {one.teacher or one.message}" + (f"  [{one.understood}]" if one.understood else "")
        for one in question.findings
    ]
    return {
        "name": f"{question.id}  {question.title}",
        "output": "\n".join([proposal + waits, *lines]),
        "output_format": "text",
        "visibility": "hidden",
    }


def _of(questions: Iterable[QuestionResult]) -> str:
    return points_text(sum((question.of for question in questions), Fraction(0)))
