"""An output behind a step of some inputs only: for a person where the others are not spoken of, else wrong."""

import pytest
from tests.written.corpus import verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status
from gradbook.written.verdict import Basis

KEYS = ["q", "df/dx", "df/dy", "df/dz", "new:x", "new:y", "new:z", "new:f"]
EXERCISE = Exercise.from_graph(Graph("q = x*y; f = q - z", x=1.5, y=-2, z=1), KEYS, lr=0.1)
SLOPES = "q = -3\ndf/dx = -2\ndf/dy = 1.5\ndf/dz = -1\n"


def test_the_step_of_all_is_right() -> None:
    found = verdicts(f"{SLOPES}new x = 1.7\nnew y = -2.15\nnew z = 1.1\nnew f = -4.755", EXERCISE)
    assert {verdict.status for verdict in found.values()} == {Status.RIGHT}


@pytest.mark.parametrize("stated", ["new x = 1.7\nnew y = -2.15", "new x = 1.7"])
def test_what_comes_out_of_a_step_of_some_is_for_a_person(stated: str) -> None:
    verdict = verdicts(f"{SLOPES}{stated}\nnew f = -4.655", EXERCISE)["new:f"]
    assert (verdict.status, verdict.basis) == (Status.PERSON, Basis.OTHER_STEP)


@pytest.mark.parametrize(
    "stated",
    [
        "new x = 1.7\nnew y = -2.15\nnew z = 1.1\nnew f = -4.655",  # z is moved, and then forgotten
        "new x = 1.7\nnew y = -2.15\nnew f = -4.6",  # what no step comes to
        "new x = 1.7\nnew y = -2.15\nnew f = -4",  # where nothing is moved
    ],
)
def test_what_no_such_step_comes_to_is_not(stated: str) -> None:
    assert verdicts(f"{SLOPES}{stated}", EXERCISE)["new:f"].status is Status.WRONG
