"""Functions without brackets, and functions that are given by cases."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

WAVE = Exercise.from_graph(
    Graph("u = sin(2*t); v = log(3*s); y = u*v", t=0.7, s=2), ["u", "v", "du/dt"], lr=0.1
)  # u = 0.98545, v = 1.79176, du/dt = 2 cos 1.4 = 0.33993
RELU = EXERCISES["relu"]  # s = 2, h = relu(s)

# what is written, and the keys that are accepted
WAVES: list[tuple[str, set[str]]] = [
    (r"$u = \sin 2t = \sin 1.4 = 0.98545$", {"u"}),
    (r"$u = \sin 2 t = 0.98545$", {"u"}),
    ("u = sin 2t = 0.98545", {"u"}),
    (r"$\frac{du}{dt} = 2\cos 2t = 2\cos 1.4 = 0.33993$", {"du/dt"}),
    (r"$\frac{du}{dt} = \cos 2t \cdot 2 = 0.33993$", {"du/dt"}),
    (r"$v = \ln 3s = \ln 6 = 1.79176$", {"v"}),
    (r"$\frac{du}{dt} = \cos 2t = 0.33993$", set()),
    (r"$\frac{du}{dt} = 2\sin 2t = 0.33993$", set()),
    (r"$\frac{du}{dt} = 2\cos 2s = 0.33993$", set()),
    (r"$\frac{du}{dt} = 2\cos 2t = 0.16997$", set()),
    (r"$v = \ln 3 \cdot s = 1.79176$", set()),
    (r"$v = \ln 2s = 1.79176$", set()),
    (r"$u = \sin 2t = 0.64422$", set()),
]
PLANE = Exercise.from_graph(Graph("u = sin(x*y); v = log(x*y); z = u*v", x=2, y=3), ["u", "v", "du/dx"])
PLANES: list[tuple[str, set[str]]] = [
    (r"$u = \sin xy = \sin 6 = -0.27942$", {"u"}),
    (r"$\frac{\partial u}{\partial x} = y\cos xy = 3\cos 6 = 2.88051$", {"du/dx"}),
    ("v = ln xy = ln 6 = 1.79176", {"v"}),
    (r"$\frac{\partial u}{\partial x} = x\cos xy = 2.88051$", set()),
    (r"$\frac{\partial u}{\partial x} = \cos xy = 2.88051$", set()),
    (r"$\frac{\partial u}{\partial x} = y\cos x y = 2.88051$", set()),
    (r"$\frac{\partial u}{\partial x} = y\cos xy = 1.92034$", set()),
    (r"$\frac{\partial u}{\partial x} = y\sin xy = 2.88051$", set()),
    (r"$u = \sin x \cdot y = -0.27942$", set()),
]
BY_CASES = (
    r"$$\frac{\partial h}{\partial s} = \begin{cases} %s \end{cases}$$ As $s = 2$, $\frac{\partial h}{\partial s} = 1$."
)
CASES: list[tuple[str, bool]] = [
    (r"1 & \text{if } s > 0 \\ 0 & \text{if } s < 0 \\ \text{undefined} & \text{if } s = 0", True),
    (r"1 & s > 0 \\ \text{not defined} & s = 0 \\ 0 & s < 0", True),
    (r"0 & \text{für } s < 0 \\ \text{nicht definiert} & \text{für } s = 0 \\ 1 & \text{für } s > 0", True),
    (r"0 & \text{if } s > 0 \\ 1 & \text{if } s < 0 \\ \text{undefined} & \text{if } s = 0", False),
    (r"\text{undefined} & \text{if } s > 0 \\ 1 & \text{if } s < 0", False),
    (r"\text{undefined} & \text{if } s > 0 \\ 1 & \text{if } s = 0", False),
    (r"2 & \text{if } s > 0 \\ 0 & \text{if } s < 0 \\ \text{undefined} & \text{if } s = 0", False),
    (r"1 & \text{if } s = 0 \\ 0 & \text{if } s < 0 \\ \text{undefined} & \text{if } s = 0", False),
    (r"1 & \text{if } s = 2 \\ 0 & \text{if } s < 0 \\ \text{undefined} & \text{if } s = 0", False),
]


@pytest.mark.parametrize(("answer", "expected"), WAVES)
def test_a_function_without_brackets_is_of_a_number_times_a_name(answer: str, expected: set[str]) -> None:
    assert {key for key, verdict in verdicts(answer, WAVE).items() if verdict.status in ACCEPTED} == expected


@pytest.mark.parametrize(("answer", "expected"), PLANES)
def test_a_function_without_brackets_is_of_names_that_touch(answer: str, expected: set[str]) -> None:
    assert {key for key, verdict in verdicts(answer, PLANE).items() if verdict.status in ACCEPTED} == expected


@pytest.mark.parametrize(("cases", "accepted"), CASES)
def test_a_function_may_be_undefined_at_a_point(cases: str, accepted: bool) -> None:
    exercise = Exercise.from_graph(RELU.graph, ["local:dh/ds"], lr=RELU.lr)
    (verdict,) = verdicts(BY_CASES % cases, exercise).values()
    assert (verdict.status in ACCEPTED) == accepted


@pytest.mark.parametrize(
    "said",
    [
        "Derivative of 0.5(z−t)² is z−t, so dL/dz = −0.5.",
        "The derivative of ½(z−t)² is z−t.",
        "Die Ableitung von ½(z−t)² ist z−t.",
        "pochodna (z-t)^2/2 to z-t, więc dL/dz = -0.5",
        "La dérivée de ½(z−t)² est z−t.",
    ],
)
def test_a_formula_whose_derivative_is_told_has_no_other_value(said: str) -> None:
    half = Exercise.from_graph(Graph("z = w*x; L = (z-t)**2/2", w=1, x=0.5, t=1), ["z", "L"])
    assert verdicts(f"z = 0.5, L = 0.125.\n\n{said}", half)["L"].status in ACCEPTED
