"""Clauses on what a product hands on, rounds of a text, nudges and Greek letters with bars."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, judge, read

SEED = EXERCISES["seed"]


@pytest.mark.parametrize("text", [
    "df/dx = 15: you get the other one's value", "df/dx = 15, times swaps, so you get the other input",
    "df/dx = 15: each one gets the other input", "df/dx = 15, since it is the partner of w",
    "df/dx = z*w again = 15", "q = 10\ndf/dq = 3\ndf/dx = 15\nI can't say if df/dr is 3 or rather 8.",
])  # fmt: skip
def test_remarks_that_explain(text: str) -> None:
    assert verdicts(text, SEED)["df/dx"].status in ACCEPTED


@pytest.mark.parametrize("text", [
    "df/dx = 15, I took the other input", "df/dx = 15 (says my partner)", "df/dx = 15 (should be the partner of w)",
    "df/dx = 15, copied from the partner of w", "df/dx = 15, get other data", "df/dx = 15 (product of other inputs)",
    "df/dx = 15 - the rest", "df/dx = 15 in the next exercise", "df/dx = 15, dachte ich zuerst",
])  # fmt: skip
def test_remarks_that_doubt(text: str) -> None:
    assert verdicts(text, SEED)["df/dx"].status not in ACCEPTED


@pytest.mark.parametrize("text", [
    "b up by 0.1: q = 10.1", "Probe b um 0,1 hoch: q = 10,1", "b 0.1 up: q = 10.1", "b up by 0.1 gives q = 10.1",
    "- **df/dw**: w 5 → 5.001 makes q 10.1, f = 25",
])  # fmt: skip
def test_nudged_values_are_no_answers(text: str) -> None:
    found = verdicts("q = 10\n\n" + text, SEED)
    assert found["q"].status in ACCEPTED
    assert found["f"].status.name != "WRONG"


@pytest.mark.parametrize("text", [
    r"$\bar f = 1$, $\bar r = 3 \bar f$, $\bar\theta = 3$", r"$\bar f = 1$, $\bar r = 3 \bar f$, $\bar{\theta} = 3$",
    "f̄ = 1, r̄ = 3 f̄, θ̄ = 3",
])  # fmt: skip
def test_greek_letters_have_bars(text: str) -> None:
    bars = Exercise.from_graph(Graph("q = w*x; r = q + theta; f = z*r", w=5, x=2, theta=-2, z=3), ["df/dtheta"], lr=0.1)
    assert judge(read(text, bars), bars)[0].status in ACCEPTED


def test_a_line_may_end_in_the_particle_of_a_verb() -> None:
    text = "q = 10\nBackward:\nr: 3\nq: 3 because the plus passes it on\nb: 3"
    found = verdicts(text, SEED)
    assert {found[key].status in ACCEPTED for key in ("df/dq", "df/db")} == {True}


@pytest.mark.parametrize("text", [
    "Q IS 10\nR IS 8\n\nBACKWARD: DF/DQ = 3\nDF/DX = 3 X 5 = 15\nTHANK YOU TEACHER",
])  # fmt: skip
def test_loud_answers(text: str) -> None:
    found = verdicts(text, SEED)
    assert {found[key].status in ACCEPTED for key in ("df/dq", "df/dx")} == {True}


@pytest.mark.parametrize(
    "text", ["Q IS 10 NO WAIT\nTHAT IS WRONG", "Q IS 10 SAYS BEN\nNOT ME AT ALL", "MAYBE Q IS 10 OR NOT"]
)
def test_loud_answers_are_doubted_as_others(text: str) -> None:
    assert verdicts(text, SEED)["q"].status not in ACCEPTED


@pytest.mark.parametrize(
    "text", ["q = 10\nforgot: df/dx = 15", "q = 10\nvergessen: df/dx = 15", "q = 10\nOh, I forgot one: df/dx = 15"]
)
def test_what_was_left_out_may_come_below(text: str) -> None:
    found = verdicts(text, SEED)
    assert {found[key].status in ACCEPTED for key in ("q", "df/dx")} == {True}


@pytest.mark.parametrize(
    "text", ["df/dx = 15\nforgot: the minus", "df/dx = 15, forgot: times 2", "df/dx = 5\nforgot: df/dx = 15"]
)
def test_what_was_forgotten_may_be_missing_in_the_number(text: str) -> None:
    assert verdicts(text, SEED)["df/dx"].status not in ACCEPTED
