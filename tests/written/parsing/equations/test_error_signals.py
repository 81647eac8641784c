"""Error signals that bear the target's name: what goes backward from "dt = p - t" is no derivative by t."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

KEYS = ["dC/dp", "dC/dv", "dC/du", "dC/dt"]
NET = Exercise.from_graph(Graph("v = u*x; p = sigmoid(v); C = (p - t)**2/2", u=0.5, x=2, t=0), KEYS)
BEHIND = "dv = dt * p * (1 - p) = 0.1437, du = dv * x = 0.2875"

# what is written, and the keys of which it says what is right
ROWS: list[tuple[str, set[str]]] = [
    (f"dt = p - t = 0.7311, {BEHIND}", {"dC/dp", "dC/dv", "dC/du"}),
    ("```python\ndt = p - t\ndv = dt * p * (1 - p)\ndu = dv * x\n```", {"dC/dp", "dC/dv", "dC/du"}),
    ("```python\ndt, k = p - t, 3\ndv, du = dt * p * (1 - p), dt * p * (1 - p) * x\n```", {"dC/dp", "dC/dv", "dC/du"}),
    (
        r"$\delta_t = \frac{\partial C}{\partial p} \cdot p (1 - p) = 0.7311 \cdot 0.1966 = 0.1437$ and "
        r"$\frac{\partial C}{\partial u} = \delta_t \cdot x = 0.2875$",
        {"dC/dv", "dC/du", "dC/dp"},
    ),
    (
        r"$\delta_t = (p - t) p (1 - p) = 0.1437$, $\frac{\partial C}{\partial u} = \delta_t x = 0.2875$",
        {"dC/dv", "dC/du"},
    ),
    ("dt = t - p = -0.7311", {"dC/dt"}),  # the derivative by it
    ("dt = -(p - t) = -0.7311", {"dC/dt"}),
    ("dC/dt = p - t = 0.7311", set()),  # written out it is just that
    (f"dt = 2(p - t) = 1.4621, {BEHIND}", {"dC/du"}),  # of dv nobody can say how it came about
    ("```python\ndt = t - p\ndv = dt * p * (1 - p)\ndu = dv * x\n```", {"dC/dt"}),
    ("```python\ndt = 2 * (p - t)\ndv = dt * p * (1 - p)\ndu = dv * x\n```", set()),
    (r"$\delta_t = \frac{\partial C}{\partial p} \cdot p = 0.5345$, $dC/du = \delta_t x = 0.2875$", set()),
]


@pytest.mark.parametrize(("text", "right"), ROWS)
def test_an_error_signal_by_the_targets_name_is_what_it_is_made_of(text: str, right: set[str]) -> None:
    found = verdicts(text, NET)
    assert {key for key in KEYS if found[key].status in ACCEPTED} == right


LINEAR = Exercise.from_graph(Graph("p = u*x; C = (p - t)**2/2", u=0.5, x=2, t=0.4), ["dC/dp", "dC/du"])


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        (r"$\delta = p - t = 0.6$", True),
        (r"$\delta_2 = p - t = 0.6$", True),
        (r"$\delta = t - p = -0.6$", False),
        (r"$\delta = 2(p - t) = 1.2$", False),
        ("e = p - t = 0.6", False),  # a difference, as long as nothing says that it is a gradient
    ],
)
def test_the_error_signal_of_a_linear_neuron_is_the_derivative_by_it(text: str, accepted: bool) -> None:
    assert (verdicts(text, LINEAR)["dC/dp"].status in ACCEPTED) is accepted


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("df/dr = z = 3 — the error, now attributed back to the sum", True),
        ("df/dr = z = 3 (the error signal)", True),
        ("df/dr = z = 3, the error of this node", True),
        ("df/dr = z = 3 — the error", True),
        ("df/dr = z = 3 — an error", False),
        ("df/dr = z = 3, the error is here", False),
        ("df/dr = z = 3, the error we made", False),
        ("df/dr = z = 3, the error is mine", False),
        ("df/dr = z = 3, where the error is", False),
        ("df/dr = z = 3 — error", False),
        ("df/dr = z = 3. The mistake!", False),
        ("r = 8 — the error", False),
    ],
)
def test_what_is_handed_back_may_be_called_the_error(text: str, accepted: bool) -> None:
    key = text.partition(" ")[0]
    assert (verdicts(text, EXERCISES["seed"])[key].status in ACCEPTED) is accepted
