"""Gradients of a second backward() are added to those of the first, unless they are set back: no second answer."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

BUILT = "w = torch.tensor(5.0, requires_grad=True)\nx, b, z = 2.0, -2.0, 3.0\nf = z * (w * x + b)\n"
FIRST = "f.backward()\nprint(w.grad)  # 6.0\n"

# what comes behind the program, and whether its gradient is accepted
ROWS: list[tuple[str, bool]] = [
    (FIRST, True),
    (f"{FIRST}f = z * (w * x + b)\nf.backward()\nprint(w.grad)  # 12.0, twice as much", True),
    (f"{FIRST}w.grad.zero_()\nf = z * (w * x + b)\nf.backward()\nprint(w.grad)  # 6.0", True),
    (f"{FIRST}w.grad = None\nf = z * (w * x + b)\nf.backward()\nprint(w.grad)  # 6.0", True),
    (f"{FIRST}optimizer.zero_grad()\nf.backward()\nprint(w.grad)  # 12.0", False),
    (f"{FIRST}w.grad = None\nf.backward()\nprint(w.grad)  # 12.0", False),
    (f"{FIRST}optimizer.zero_grad()\nprint(w.grad)  # 0.0", True),
    (f"{FIRST}w.grad.zero_()\nprint(w.grad)  # 0.0", True),
    ("w.grad.zero_()\nf.backward()\nprint(w.grad)  # 6.0", True),
    ("f.backward()\noptimizer.zero_grad()\nprint(w.grad)  # 6.0", False),  # it is 0
    ("f.grad = 1\nf._backward()\nq._backward()\nprint(w.grad)  # 6.0\nf.zero_grad()\nprint(w.grad)  # 0.0", True),
    ("f.backward()\nf = z * (w * x + b)\nf.backward()\nprint(w.grad)  # 6.0", False),  # it is 12
    ("f.backward()\nprint(w.grad)  # 5.0\nf.backward()\nprint(w.grad)  # 6.0", False),
    ("f.backward()\nf.backward()\nprint(w.grad)  # 12.0", False),
]


@pytest.mark.parametrize(("program", "accepted"), ROWS)
def test_gradients_that_are_added_up_are_no_second_answer(program: str, accepted: bool) -> None:
    found = verdicts(f"```python\n{BUILT}{program}\n```", EXERCISES["seed"])
    assert (found["df/dw"].status in ACCEPTED) is accepted
