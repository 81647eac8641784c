"""Places: what is said to be so at a point, and where a gradient is said to be 0."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

HILL = Exercise.from_graph(Graph("h = 4*u - u**2", u=5), ["h", "dh/du", "new:u"], lr=0.5)

# key, what is written, whether it is accepted
AT: list[tuple[str, str, bool]] = [
    ("dh/du", "The derivative at u = 5 is -6.", True),
    ("dh/du", "The slope of h at $u = 5$ is $4 - 2 \\cdot 5 = -6$.", True),
    ("dh/du", "When u = 5 the gradient is -6.", True),
    ("dh/du", "The gradient when u = 5 is -6.", True),
    ("dh/du", "Gradient at u = 5: -6", True),
    ("dh/du", "Die Ableitung an der Stelle u = 5 ist -6.", True),
    ("dh/du", "La dérivée en u = 5 est -6.", True),
    ("dh/du", "La derivada en el punto u = 5 es -6.", True),
    ("dh/du", "A derivada de h em u = 5 é: -6", True),
    ("dh/du", "La derivata nel punto u = 5 è -6.", True),
    ("dh/du", "Производная в точке u = 5 равна -6.", True),
    ("dh/du", "Turunan di u = 5 adalah -6.", True),
    ("dh/du", "Đạo hàm tại u = 5 là -6.", True),
    ("dh/du", "在 u = 5 处的导数为 -6", True),
    ("dh/du", "u = 5 での微分は -6 です", True),
    ("dh/du", "u = 5에서의 기울기는 -6입니다.", True),
    ("dh/du", "h' = 4 - 2u = -6", True),
    ("dh/du", "A derivada calculada de h(u) em u = 5 é: -6", True),
    ("dh/du", "The derivative of 4u - u^2 is 4 - 2u = -6.", True),
    ("dh/du", "The derivative of 4u - u^2 is 4 - u = -1.", False),
    ("dh/du", "The derivative of 4u - u^3 is -6.", False),
    ("dh/du", "The derivative of u^2 is -6.", False),
    ("h", "The derivative of 4u - u^2 is -5.", False),
    ("dh/du", "The derivative at u = 3 is -6.", False),
    ("dh/du", "The gradient at u = 5 is 6.", False),
    ("dh/du", "dh/du at u = 4 is -6", False),
    ("dh/du", "$\\frac{dh}{du}$ at $u = 4$ is $-6$", False),
    ("dh/du", "在 u = 4 处的导数为 -6", False),
    ("dh/du", "When u = 4 the gradient is -6.", False),
    ("h", "h at u = 4 is -5", False),
    ("h", "$h$ at $u = 5$ is $-5$", True),
    ("dh/du", "h' = 4 - 2u = 0 => u = 2. At u = 5, dh/du = -6.", True),
    ("dh/du", "$h'(u) = 4 - 2u = 0$, so $u = 2$. $\\frac{dh}{du} = 4 - 10 = -6$", True),
    ("new:u", "h' = 4 - 2u = 0 => u = 2. The new u is 5 + 0.5 * 6 = 8", True),
    ("dh/du", "h' = 4 - 2u = 0 => u = 2", False),
    ("dh/du", "dh/du = 4 - 2u = 0", False),
    ("dh/du", "dh/du = 4 - 2u = 0 => u = 2. dh/du = 6", False),
    ("new:u", "dh/du = 4 - 2u = 0 => u = 2", False),
    ("new:u", "dh/du = 4 - 2u = 0 => u = 2. The new u is 5 - 0.5 * 6 = 2", False),
]


@pytest.mark.parametrize(("key", "text", "accepted"), AT)
def test_what_is_said_of_a_point_counts_where_it_is_the_exercises(key: str, text: str, accepted: bool) -> None:
    assert (verdicts(text, HILL)[key].status in ACCEPTED) is accepted


def test_a_gradient_that_is_set_to_0_is_no_claim_of_this_point() -> None:
    assert verdicts("dh/du = 4 - 2u = 0 => u = 2", HILL)["dh/du"].status is Status.UNREAD
    assert verdicts("dh/du = 4 - 2u = 0", HILL)["dh/du"].status is Status.WRONG


CIRCLE = Exercise.from_graph(
    Graph("u = r*cos(t); v = r*sin(t); C = u*v + v*t", r=2, t=1.5707963267948966), ["v", "dC/dr", "dC/dt"]
)


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        (r"The value of $\frac{\partial C}{\partial r}$ at $r = 2$ and $t = \frac{\pi}{2}$ is $\frac{\pi}{2}$.", True),
        (r"$\frac{{\partial C}}{{\partial r}}$ at $r = 2$, $t = \pi/2$ is $\pi/2$", True),
        (r"∂C/∂r at t = π/2 is π/2", True),
        (r"∂C/∂r = π/2", True),
        (r"∂C/∂r at r = 2 and t = π/2 is π", False),
        (r"∂C/∂r at r = 2 and t = π/3 is π/2", False),
        (r"∂C/∂r = -π/2", False),
        (r"∂C/∂r = 2π/2", False),
    ],
)
def test_a_place_and_a_result_may_be_parts_of_a_circle(text: str, accepted: bool) -> None:
    assert (verdicts(text, CIRCLE)["dC/dr"].status in ACCEPTED) is accepted
