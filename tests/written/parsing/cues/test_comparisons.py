"""Equations that are said for numbers of one sign: they claim nothing where the exercise has one of the other."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

ACTIVE = Exercise.from_graph(Graph("z = w*x + b; h = relu(z)", w=0.5, x=2, b=-0.2), ["z", "h", "dh/dz"])
DEAD = Exercise.from_graph(Graph("z = w*x + b; h = relu(z)", w=0.5, x=2, b=-1.2), ["z", "h", "dh/dz"])

BOTH = [
    "dh/dz = 1 if z > 0, dh/dz = 0 if z <= 0",
    "```\n∂h/∂z = 1   if z > 0\n∂h/∂z = 0   if z ≤ 0\n```",
    r"$$\frac{dh}{dz} = 1 \quad \text{if } z > 0 \\ \frac{dh}{dz} = 0 \quad \text{if } z < 0$$",
    "Si z > 0, dh/dz = 1, si z < 0, dh/dz = 0.",
    "dh/dz = 0 wenn z < 0 und dh/dz = 1 wenn z > 0",
    "dh/dz = 1 if z > 0\ndh/dz = 0 otherwise",
]


@pytest.mark.parametrize("said", BOTH)
def test_of_two_cases_the_one_that_the_exercise_has_counts(said: str) -> None:
    assert verdicts(said, ACTIVE)["dh/dz"].status in ACCEPTED
    assert verdicts(said, DEAD)["dh/dz"].status in ACCEPTED


@pytest.mark.parametrize("said", BOTH)
def test_cases_the_wrong_way_round_are_not_accepted(said: str) -> None:
    turned = said.translate(str.maketrans({">": "<", "<": ">", "≤": ">"})).replace(">=", ">")
    assert verdicts(turned, ACTIVE)["dh/dz"].status not in ACCEPTED
    assert verdicts(turned, DEAD)["dh/dz"].status not in ACCEPTED


@pytest.mark.parametrize(
    ("said", "active", "dead"),
    [
        ("dh/dz = 0 if z < 0", Status.UNREAD, Status.RIGHT),
        ("If z > 0, dh/dz = 1.", Status.RIGHT, Status.UNREAD),
        ("dh/dz = 1 for z > 0 and 0 otherwise", Status.RIGHT, Status.UNREAD),
        ("dh/dz = 0 if z > 0", Status.WRONG, Status.UNREAD),
        ("Since z < 0, dh/dz = 0", Status.UNREAD, Status.RIGHT),  # the reason is not so
        ("dh/dz = 1 when z < 0", Status.UNREAD, Status.WRONG),
        ("dh/dz = 0 (z < 0)", Status.UNREAD, Status.RIGHT),
        ("z < 0: dh/dz = 0", Status.UNREAD, Status.RIGHT),
        ("dh/dz = 1 (because z > 0)", Status.RIGHT, Status.UNREAD),
        ("dh/dz = 1. If z < 0 it would be 0.", Status.RIGHT, Status.WRONG),
        ("dh/dz = 0 if z < 0. Here z = 0.8, so dh/dz = 1.", Status.RIGHT, Status.WRONG),
    ],
)
def test_a_case_that_the_exercise_does_not_have_claims_nothing(said: str, active: Status, dead: Status) -> None:
    assert verdicts(said, ACTIVE)["dh/dz"].status is active
    if dead is not Status.WRONG:
        assert verdicts(said, DEAD)["dh/dz"].status is dead
    else:
        assert verdicts(said, DEAD)["dh/dz"].status not in ACCEPTED
