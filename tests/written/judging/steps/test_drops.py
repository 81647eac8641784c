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


AT_NOUGHT = Exercise.from_graph(Graph("u = 2*t - t**2; v = t**3 + 2; C = 3*v - u", t=0), ["v", "dv/dt", "dC/dt"])


@pytest.mark.parametrize(
    ("text", "key", "accepted"),
    [
        ("v(t) = t^3 + 2, so v = 0^3 + 2 = 2", "v", True),
        ("dv/dt = 3t^2. At t = 0: dv/dt = 3(0)^2 = 0", "dv/dt", True),
        ("dv/dt = 3t^3. At t = 0: dv/dt = 3(0)^3 = 0", "dv/dt", False),
        ("dv/dt = 3t^2. At t = 0: dv/dt = 5(0)^2 = 0", "dv/dt", False),
        ("dv/dt = 3t^2. At t = 0: dv/dt = 3(0)^4 = 0", "dv/dt", False),
        ("dv/dt = 3(0)^2 = 0", "dv/dt", False),  # of which formula?
        ("dC/dt = 9t^2 - 2 + 2t = 9(0)^2 - 2 + 2(0) = -2", "dC/dt", True),
        ("dC/dt = 9t^2 - 2 + 2t, which is 9(0)^2 - 2 + 2(0) = -2", "dC/dt", True),
    ],
)
def test_a_formula_may_have_its_numbers_put_in_where_most_of_them_drop_out(text: str, key: str, accepted: bool) -> None:
    assert (verdicts(text, AT_NOUGHT)[key].status in ACCEPTED) is accepted


def test_what_functions_come_to_may_be_put_in_too() -> None:
    formula = r"$\frac{\partial u}{\partial r} = 2r \cos t \sin t + 2rt \sin t + 2rt \cos t$"
    turn = Exercise.from_graph(
        Graph("u = r**2*cos(t)*sin(t) + r**2*t*sin(t) + r**2*t*cos(t)", r=2, t=1.5707963267948966), ["du/dr"]
    )
    numbers = r"$\frac{\partial u}{\partial r} = 2(2)(0)(1) + 2(2)(\frac{\pi}{2})(1) + 2(2)(\frac{\pi}{2})(0) = 2\pi$"
    assert verdicts(f"{formula}\n\nThus {numbers}", turn)["du/dr"].status in ACCEPTED
    wrong = numbers.replace("(0)(1)", "(1)(0)")
    assert verdicts(f"{formula}\n\nThus {wrong}", turn)["du/dr"].status not in ACCEPTED


ALIKE = Exercise.from_graph(
    Graph("u = w1*x1 + w2*x2 + b; v = w3*x1 + w4*x2 + b; C = u*v", w1=0.5, w2=0.5, w3=0.5, w4=0.5, x1=1, x2=0, b=0),
    ["u", "v"],
)


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("u = 0.5*1 + 0.5*0 + 0 = 0.5", True),  # the exercise's own formula, though five quantities are 0.5
        ("u = 0.5*1 + 0.5*0 = 0.5", True),
        ("u = 0.5*1 + 0.7*0 + 0 = 0.5", False),
    ],
)
def test_the_numbers_of_the_exercises_own_formula_are_known_by_their_places(text: str, accepted: bool) -> None:
    assert (verdicts(text, ALIKE)["u"].status in ACCEPTED) is accepted
