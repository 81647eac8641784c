"""Labels of lines in program text: a number or a bullet before a line is no part of its equation, and no result."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.reading import reading_of

ITEMS: list[tuple[str, list[str]]] = [
    ("1. q = w*x = 10\n2. r = q + b = 8", ["q = w * x = 10", "r = q + b = 8"]),
    ("1) q = 10\n2) r = 8", ["q = 10", "r = 8"]),
    ("(1) q = 10\n(2) r = 8", ["q = 10", "r = 8"]),
    ("a) q = 10\nb) r = 8", ["q = 10", "r = 8"]),
    ("① q = 10\n② r = 8", ["q = 10", "r = 8"]),
    ("Step 1: q = 10\nStep 2: r = 8", ["q = 10", "r = 8"]),
    ("Schritt 1. q = 10\nSchritt 2. r = 8", ["q = 10", "r = 8"]),
    ("- q = 10\n- r = 8", ["q = 10", "r = 8"]),
    ("Forward:\n  * q = 10\n  * r = 8\n\n  • df/dr = 3", ["q = 10", "r = 8", "df/dr = 3"]),
    ("forward values\n- q = 10\n- r = 8", ["q = 10", "r = 8"]),
    ("# 1. multiply\nq = w*x  # 10\n# 2. add\nr = q + b  # 8", ["q = w * x = 10", "r = q + b = 8"]),
    ("# 1. q = 10\n# 2. r = 8", ["q = 10", "r = 8"]),
    ("# - q = 10\n# - r = 8", ["q = 10", "r = 8"]),
    ("// 1) q = 10\n// 2) r = 8", ["q = 10", "r = 8"]),
    ("print(q)\n# 10\n# 3. the step", ["q = 10"]),
    ("for i in range(9):\n    # 1. forward\n    q = w*x\n    # 2. backward\n    f.backward()", ["q = w * x?"]),
    # what is no label
    ("df/db = z\n  - r\n  - z = 3", ["df/db = z", "-z = 3"]),
    ("q = 10\n- r = 8", ["q = 10", "-r = 8"]),
    ("f =\n(3) r = 24", ["f = 3 * r = 24"]),
    ("f = z *\n(3) r = 24", ["f = z * 3 * r = 24"]),
]

COMMENTED: list[tuple[str, list[str]]] = [
    ("∂q/∂w = x    # because q = w x\n      = 2", ["dq/dw = x = 2", "q = w * x"]),
    ("∂f/∂w = ∂f/∂q * ∂q/∂w  # chain rule\n = 3 * 2  # numbers in\n = 6", ["df/dw = df/dq * dq/dw = 3 * 2 = 6"]),
    ("∂f/∂w = 3 * x  // here x = 2\n  = 6", ["df/dw = 3 * x = 6", "x = 2"]),
    ("df/dw = z x   # 6", ["df/dw = z * x = 6"]),
    ("∂f/∂w = z x\n = 6\n\n# This is the gradient of w", ["df/dw = z * x = 6"]),
    ("∂f/∂w = z x\n = 6\n# this equals the gradient of w", ["df/dw = z * x = 6"]),
    ("# The gradient\n# of w is 6", ["df/dw = 6"]),
    ("∂f/∂w = 3 * x  # not sure\n  = 6", ["df/dw = 3 * x (not sure)"]),
    ("∂f/∂w = 3 * x  # wrong\n  = 6", ["df/dw = 3 * x (wrong)"]),
    ("∂f/∂w = 3 * x\n  = 6  # wrong", ["df/dw = 3 * x = 6 (wrong)"]),
]

# what is judged, the lines, whether it is accepted
JUDGED: list[tuple[str, str, bool]] = [
    ("q", "1. q = w*x = 10\n2. r = 8", True),
    ("q", "1. q = w*x = 11\n2. r = 8", False),
    ("q", "(2) q = 5\n(2) r = 4", False),
    ("q", "# 1. q = 10\n# 2. no, q = 11", False),
    ("q", "# 1. wrong\nq = 10", False),
    ("q", "q = w*x\nprint(q)\n# 2. 10", False),
    ("df/db", "df/db = z\n- z = 0\n- b = 3", True),  # a list below it
    ("df/dw", "df/dw = 3*\n2. x = 6", False),
]


def _fenced(text: str) -> str:
    return f"```\n{text}\n```"


@pytest.mark.parametrize(("text", "expected"), ITEMS)
def test_the_label_of_a_line_is_no_part_of_it(text: str, expected: list[str]) -> None:
    found = reading_of(_fenced(text), EXERCISES["seed"].lexicon)
    assert [read_back(s, _fenced(text)) + "?" * s.tentative for s in found] == expected


@pytest.mark.parametrize(("text", "expected"), COMMENTED)
def test_a_comment_behind_one_side_of_an_equation_is_beside_the_whole(text: str, expected: list[str]) -> None:
    found = reading_of(_fenced(text), EXERCISES["seed"].lexicon)
    assert [read_back(s, _fenced(text)) + (f" ({s.doubt})" if s.doubt else "") for s in found] == expected


@pytest.mark.parametrize(("key", "text", "accepted"), JUDGED)
def test_labelled_lines_are_judged_as_others(key: str, text: str, accepted: bool) -> None:
    assert (verdicts(_fenced(text), EXERCISES["seed"])[key].status in ACCEPTED) is accepted


@pytest.mark.parametrize("text", ["// q = w*x = 10\n// r = q + b = 8", "  // 1) q = 10\n  // 2) r = 8\n  // so f = 24"])
def test_lines_behind_two_strokes_are_program_text_without_a_fence(text: str) -> None:
    found = verdicts(text, EXERCISES["seed"])
    assert found["q"].status in ACCEPTED and found["r"].status in ACCEPTED


@pytest.mark.parametrize("place", ["(step {})", "(eq. {})", "(layer {})", "(Schritt {})", ", line {}", "(node {})"])
def test_what_a_line_refers_to_by_a_number_is_no_result(place: str) -> None:
    rows = ["df/dr = z = 3", "df/dq = 3*1 = 3", "df/dw = 3*2 = 6"]
    text = "\n".join(f"{row}   {place.format(3 - at)}" for at, row in enumerate(rows))
    found = verdicts(_fenced(text), EXERCISES["seed"])
    assert {found[key].status for key in ("df/dr", "df/dq", "df/dw")} <= {*ACCEPTED}
    found = verdicts(_fenced(text.replace("2 = 6", "2 = 7")), EXERCISES["seed"])
    assert found["df/dw"].status not in ACCEPTED
