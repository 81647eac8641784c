"""Names that an answer gives to gradients without saying so: what a step takes from an input, times the rate."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

NEURON = Exercise.from_graph(
    Graph("p = u*x + c; C = (p - t)**2/2", u=3, x=2, c=1, t=10), ["dC/du", "dC/dc", "new:u"], lr=0.01
)

# what is written, and whether the gradient by u is accepted
ROWS: list[tuple[str, bool]] = [
    ("```cpp\ndouble eP = p - t;\ndouble eU = eP*x;\ndouble eC = eP*1;\nu -= lr*eU;\nc -= lr*eC;\n```", True),
    ("```python\nslope = (p - t) * x\nu = u - lr * slope\n```", True),
    (r"$g = (p - t) x = -6$, $u := u - \eta g = 3.06$", True),
    (r"$g = (p - t) x = -6$, $u \leftarrow u - 0.01 g$", True),
    ("s = (p - t) x = -6, u = 3 - 0.01 s = 3.06", True),
    (r"$g = (p - t) x = -5$, $u := u - \eta g$", False),
    ("```python\nslope = (t - p) * x\nu = u - lr * slope\n```", False),
    ("```python\nslope = (p - t) * x\nc = c - lr * slope\n```", False),
    ("s = (p - t) x = -6", False),  # nothing says what it is
    ("s = (p - t) x = -6, u = 3 + 0.01 s", False),
    ("s = (p - t) x = -6, u = 3 - 0.01 s, c = 1 - 0.01 s", False),  # of which of them?
]


@pytest.mark.parametrize(("text", "accepted"), ROWS)
def test_what_a_step_takes_from_an_input_is_its_gradient(text: str, accepted: bool) -> None:
    assert (verdicts(text, NEURON)["dC/du"].status in ACCEPTED) is accepted


def test_a_wrong_gradient_is_told_by_its_step() -> None:
    found = verdicts("```python\nslope = 2 * (p - t) * x\nu = u - lr * slope\n```", NEURON)
    assert found["dC/du"].status not in ACCEPTED
