"""Numbers that make no difference where they stand, such as the 7 of 7 * 0: what such a calculation shows."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

TURN = Exercise.from_graph(Graph("u = r*cos(t); v = r*t; C = u + v", r=2, t=1.5707963267948966), ["dC/dr"])


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        (r"∂C/∂r = 0 + \frac{\pi}{2} = \frac{\pi}{2}", True),
        (r"∂C/∂r = 1 \cdot \frac{\pi}{2} + \frac{\pi}{2} \cdot 0 = \frac{\pi}{2}", True),
        (r"∂C/∂r = \frac{\pi}{2} + 7 \cdot 0 = \frac{\pi}{2}", False),
    ],
)
def test_the_pi_of_a_known_angle_is_no_number_of_its_own(text: str, accepted: bool) -> None:
    assert (verdicts(f"${text}$", TURN)["dC/dr"].status in ACCEPTED) is accepted
