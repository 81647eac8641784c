"""Signs that only stand between equations, and those that calculate: tables of texts and what is read of them."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status
from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.reading import reading_of

LEXICON = EXERCISES["seed"].lexicon
THREE = ["q = 10", "r = 8", "f = 24"]

PARTING = [
    "q = 10 · r = 8 · f = 24",
    "q = 10 • r = 8 • f = 24",
    "q = 10 / r = 8 / f = 24",
    "q = 10 – r = 8 – f = 24",
    "q = 10 -- r = 8 -- f = 24",
    "q = 10 // r = 8 // f = 24",
    "q = 10 — r = 8 · f = 24",
    "q=10|r=8|f=24",
    "q: 10 · r: 8 · f: 24",
    "$q=10$ · $r=8$ - $f=24$",
    "$q=10 \\quad|\\quad r=8 \\mid f=24$",
    "`q = 10` * `r = 8` * `f = 24`",
    "**q = 10** · **r = 8** / **f = 24**",
    "q = 10 ◆ r = 8 ▪ f = 24",
]
# what is written, and what is read
OTHERS: list[tuple[str, list[str]]] = [
    ("r = 8    f = z * r = 3 * 8", ["r = 8", "f = z * r = 3 * 8"]),
    ("r = q - b = 8  f = z · r = 24", ["r = q - b = 8", "f = z * r = 24"]),
    ("r = 8    f = 24 · q = 10", ["r = 8", "f = 24", "q = 10"]),
    ("df/dr = z = 3 · df/dq = 3", ["df/dr = z = 3", "df/dq = 3"]),
    ("df/dr = z · df/dz = r", ["df/dr = z", "df/dz = r"]),
    ("w = -5 · x = 2 · b = -2", ["w = -5", "x = 2", "b = -2"]),
    ("b = -2 · η = 0.01 · x = 2", ["b = -2", "x = 2"]),
    ("df/dw = 3 · x = 6", ["df/dw = 3 * x = 6"]),
    ("df/dw = 3 · dq/dw = 6", ["df/dw = 3 * dq/dw = 6"]),
    ("df/dw = 2 · df/dq = 2 · 3 = 6", ["df/dw = 2 * df/dq = 2 * 3 = 6"]),
    ("f = 3 · r = 24", ["f = 3 * r = 24"]),
    ("f = 3 · r = 3 · 8 = 24", ["f = 3 * r = 3 * 8 = 24"]),
    ("w_new = 5 - 0.01 · df/dw = 4.94", ["w_new = 5 - 0.01 * df/dw = 4.94"]),
    ("df / dw = df / dq * dq / dw = 6", ["df/dw = df/dq * dq/dw = 6"]),
    ("$q = 10$ · by the chain rule $\\frac{df}{dw} = 6$", ["q = 10", "df/dw = 6"]),
    ("r_new = q_new * 2 + b_new = 7.8", ["r_new = q_new * 2 + b_new = 7.8"]),
    ("f_new = z * r_new = 3 * 7.8 = 23.4", ["f_new = z * r_new = 3 * 7.8 = 23.4"]),
    ("f_new = z_new * r_new = 23.4", ["f_new = z_new * r_new = 23.4"]),
    ("w → 4.94 · b → -2.03", ["w_new = 4.94", "b_new = -2.03"]),
]


def _read(text: str) -> list[str]:
    return [read_back(statement, text) for statement in reading_of(text, LEXICON) if not statement.doubt]


@pytest.mark.parametrize("text", PARTING)
def test_a_sign_between_equations_parts_them(text: str) -> None:
    assert _read(text) == THREE


@pytest.mark.parametrize(("text", "read"), OTHERS)
def test_a_sign_calculates_where_it_may(text: str, read: list[str]) -> None:
    assert _read(text) == read


def test_a_product_that_is_none_in_mathematics_is_left_to_a_person() -> None:
    found = verdicts("$q = 5 \\cdot 2 = 10 r = 8$", EXERCISES["seed"])
    assert not found["q"].status.decided and not found["r"].status.decided
    assert verdicts("$f = 3 r = 24$", EXERCISES["seed"])["f"].status in ACCEPTED


def test_a_difference_of_the_answers_own_name_is_not_parted() -> None:
    lent = Exercise.from_graph(
        Graph("f = u*h + v*k; L = (f - y)**2/2", u=2, h=1, v=3, k=0, y=1.2), ["f", "dL/df"]
    )  # which lends the letter r to v*k
    assert verdicts("Let r = f - y = 0.8, which is also dL/df.", lent)["dL/df"].status in ACCEPTED
    assert verdicts("dL/df = f - y = 0.8 = r", lent)["dL/df"].status is not Status.WRONG


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("$df/dw = df/dq$ $dq/dw$", ["df/dw = df/dq * dq/dw"]),
        ("$df/dw$ = $df/dr$ $dr/dq$ $dq/dw$ = 6", ["df/dw = df/dr * dr/dq * dq/dw = 6"]),
        ("$df/dq = 3$ $dq/dw = 2$", ["df/dq = 3", "dq/dw = 2"]),
        ("$df/dw = df/dq$ $dr/db = 1$", ["df/dw = df/dq", "dr/db = 1"]),
    ],
)
def test_a_chain_goes_on_in_the_next_formula(text: str, read: list[str]) -> None:
    assert [read_back(statement, text) for statement in reading_of(text, LEXICON).statements] == read
