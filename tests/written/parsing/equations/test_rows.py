r"""Rows of mathematics on display: ends that lost one of their two strokes, and sums that go on indented."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

SEED = EXERCISES["seed"]  # q = 10, r = 8, f = 24
ALIGNED = "$$\n\\begin{aligned}\n%s\n\\end{aligned}\n$$"

# the rows, and the keys that are accepted
ROWS: list[tuple[str, set[str]]] = [
    ("q &= wx \\\nr &= q + b \\\nf &= zr", set()),
    ("q &= wx = 10 \\\nr &= q + b = 8 \\\nf &= zr = 24", {"q", "r", "f"}),
    ("q &= wx \\\n&= 5 \\cdot 2 \\\n&= 10 \\  \nr &= 8", {"q", "r"}),
    ("q &= 10 \\\nr &= q - 2 \\\n&= 8", {"q", "r"}),
    ("q &= 12 \\\nr &= 8", {"r"}),
    ("q &= 8 \\\nr &= 10", set()),
    ("q &= 10 \\\n&+ 1 \\\nr &= 8", {"r"}),
    ("q &= 10 \\\n&\\cdot 2", set()),
    ("r &= 5 \\cdot 2 \\\\\n&\\quad - 2 = 8", {"r"}),
    ("r &= 5 \\cdot 2 \\\\\n&\\qquad\\quad - 2 \\\\\n&= 8 \\\\\nf &= 24", {"r", "f"}),
    ("r &= 5 \\cdot 2 \\\\\n&\\quad + (-2) \\\\\n&\\quad = 8", {"r"}),
    ("r &= 8 \\\\\n&\\quad - 2", set()),
    ("r &= 8 \\\\\n&\\quad - 2 = 8", set()),
    ("r &= 5 \\cdot 2 \\\\\n&\\quad - 2 = 7", set()),
    ("q &= 8 \\\\\n&\\quad - 2 = r", set()),
]


@pytest.mark.parametrize(("rows", "expected"), ROWS)
def test_rows_end_and_go_on_as_they_are_shown(rows: str, expected: set[str]) -> None:
    found = verdicts(ALIGNED % rows, SEED)
    assert {key for key in ("q", "r", "f") if found[key].status in ACCEPTED} == expected


def test_a_formula_by_rows_is_no_contradiction() -> None:
    answer = ALIGNED % "q &= wx \\\nr &= q + b \\\nf &= zr" + "\n\nSo $q = 10$, $r = 8$ and $f = 24$."
    found = verdicts(answer, SEED)
    assert all(found[key].status in ACCEPTED for key in ("q", "r", "f"))
    other = verdicts(answer.replace("r &= q + b", "r &= q + z"), SEED)
    assert other["r"].status not in ACCEPTED


def test_rows_of_an_array_may_end_with_one_stroke() -> None:
    answer = "$$\n\\begin{bmatrix} q \\\nr \\end{bmatrix} = \\begin{bmatrix} 10 \\\n8 \\end{bmatrix}\n$$"
    found = verdicts(answer, SEED)
    assert all(found[key].status in ACCEPTED for key in ("q", "r"))
    swapped = verdicts(answer.replace("10", "_").replace("8", "10").replace("_", "8"), SEED)
    assert all(swapped[key].status not in ACCEPTED for key in ("q", "r"))


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (r"$\frac{\partial f}{\partial w} = (z),\frac{\partial r}{\partial q},x = 6$", {"df/dw"}),
        (r"$$\boxed{\frac{\partial f}{\partial w} = (z),\frac{\partial r}{\partial q},x \approx 6}$$", {"df/dw"}),
        (r"$\frac{\partial f}{\partial w} = (z),\frac{\partial r}{\partial q},w = 6$", set()),
        (r"$f = (q + b),z,x = 24$", set()),
        (r"$f = (q + b),w,z = 24$", set()),
        (r"$q = wx,r,f = 10$", set()),
        (r"$q = 10,r = 8,f = 24$", {"q", "r", "f"}),
        (r"$q = 10,r = 8,f = 25$", {"q", "r"}),
    ],
)
def test_commas_between_factors_are_thin_spaces(answer: str, expected: set[str]) -> None:
    found = verdicts(answer, SEED)
    assert {key for key in ("q", "r", "f", "df/dw") if found[key].status in ACCEPTED} == expected
