"""The learning rate by a letter, steps that add what is called a gradient, names that inputs also have."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

NEURON = Exercise.from_graph(
    Graph("z = w*x + b; a = sigmoid(z); L = 0.5*(a - y)**2", w=0.8, x=1.5, b=-0.4, y=0.3),
    ["a", "dL/dw", "dL/db", "new:w", "new:b"],
    lr=0.5,
)
STEP = "(a - y) * a * (1 - a)"


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        (f"w -= n * {STEP} * x", True),
        (f"w = w - k * {STEP} * x", True),
        (f"self.w -= learn_rate * {STEP} * x", True),
        (f"w -= n * {STEP} * x\nb -= m * {STEP}", False),  # two letters
        (f"w -= n * {STEP} * x, with n = 0.1", False),
        (f"w -= n * {STEP} * n", False),
        (f"w += n * {STEP} * x", False),
        (f"w -= n * {STEP}", False),
        (f"w -= x * {STEP} * x", False),
    ],
)
def test_a_letter_that_nobody_introduces_is_the_rate(text: str, accepted: bool) -> None:
    assert (verdicts(text, NEURON)["new:w"].status in ACCEPTED) is accepted


def test_what_is_added_and_is_the_negative_of_the_gradient_is_for_a_person() -> None:
    back = "d_a = (y - a) * a * (1 - a)\nd_w = d_a * x\nd_b = d_a\n"
    found = verdicts(f"```python\n{back}w += lr * d_w\nb += lr * d_b\n```", NEURON)
    assert found["dL/dw"].status is Status.PERSON
    assert all(found[key].status not in (Status.WRONG, *ACCEPTED) for key in ("new:w", "new:b"))
    wrong = verdicts("dL/dw = (y - a) a (1 - a) x\nw_new = w + lr * dL/dw", NEURON)
    assert wrong["dL/dw"].status is Status.WRONG


@pytest.mark.parametrize(("text", "key"), [("learning rate = 0.5: w_new = 0.8 - 0.136 = 0.6641", "new:w")])
def test_a_step_at_another_rate_is_no_second_answer(text: str, key: str) -> None:
    alone = Exercise.from_graph(NEURON.graph, ["new:w"], lr=0.5)
    right = alone.truth(alone.keys[0])
    told = f"1. learning rate = 0.5:\n   w_new = {right:.4f}\n2. learning rate = 1:\n   w_new = 0.2"
    assert verdicts(told, alone)[key].status in ACCEPTED
    assert verdicts(told.replace("0.5:", "0.25:"), alone)[key].status not in ACCEPTED


@pytest.mark.parametrize(
    ("text", "accepted"),
    [("v_0 = t\nv3 = t^4", True), ("v_0 = t\nv3 = t^3", False), ("v3 = t^4", False)],
)
def test_an_input_may_have_another_name(text: str, accepted: bool) -> None:
    powers = Exercise.from_graph(Graph("v1 = v0**2; v2 = v1 * v0; v3 = v2**2", v0=1.3), ["dv3/dv0"])
    told = text.replace("v3 = t^4", "dv3/dv0 = 6 t^5").replace("v3 = t^3", "dv3/dv0 = 6 t^4")
    assert (verdicts(told, powers)["dv3/dv0"].status in ACCEPTED) is accepted


@pytest.mark.parametrize(
    ("text", "key", "accepted"),
    [
        ("z = (weight × input) + bias = 0.8*1.5 - 0.4 = 0.8", "z", True),
        ("z = weight * input + bias = 0.9", "z", False),
        ("dL/dw = (output - target) * output * (1 - output) * input", "dL/dw", True),
        ("dL/dw = (output - target) * output * (1 - output) * weight", "dL/dw", False),
    ],
)
def test_nouns_beside_signs_are_what_they_call(text: str, key: str, accepted: bool) -> None:
    asked = Exercise.from_graph(NEURON.graph, ["z", "dL/dw"])
    assert (verdicts(text, asked)[key].status in ACCEPTED) is accepted
