"""Where something is so: a number that a quantity has "at" a place is no second answer, unless one arrives there."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

EXERCISE = Exercise.from_graph(Graph("q = x + y; f = q*z", x=-2, y=5, z=-4), ["q", "f"])
OWN = "q = 3, f = -12."


@pytest.mark.parametrize(
    "said",
    [
        "(At q = 0 there is no difference.)",
        "The function has its minimum at q = 0.",
        "There is a kink at q = 0, which does not matter here.",
        "En q = 0 la dérivée n'existe pas.",
        "f has a zero at q=0",
    ],
)
def test_a_place_is_no_second_value(said: str) -> None:
    found = verdicts(f"{OWN} {said}", EXERCISE)
    assert {key for key in ("q", "f") if found[key].status in ACCEPTED} == {"q", "f"}


@pytest.mark.parametrize(
    "said",
    [
        "After fixing the sign I arrive at q = 7.",
        "I am at q = 7 now.",
        "Ich bleibe bei q = 7.",
        "Me quedo en q = 7.",
        "I go for q = 7.",
        "Final answer for q = 7.",
    ],
)
def test_what_somebody_arrives_at_is_one(said: str) -> None:
    assert verdicts(f"{OWN} {said}", EXERCISE)["q"].status not in ACCEPTED


def test_a_place_alone_is_the_only_value_that_is_told() -> None:
    assert verdicts("At q = 3 the output is f = -12.", EXERCISE)["f"].status in ACCEPTED
