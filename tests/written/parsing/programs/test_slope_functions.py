"""Functions for slopes in programs: what their names mean, what switches do, and when neither is sure."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

NEURON = Exercise.from_graph(
    Graph("z = w*x + b; a = sigmoid(z); L = (a - y)**2", w=0.5, x=2, b=-0.5, y=1), ["dL/dz", "dL/dw"], lr=0.1
)
STEPS = "z = w*x + b\na = sigmoid(z)\nda = 2*(a - y)\ndz = da * {}\ndw = dz * x"
ALL = {"dL/dz", "dL/dw"}
SWITCHED = (
    "def sigmoid(t, deriv=False):\n    s = 1/(1 + np.exp(-t))\n    if deriv:\n        return s*(1 - s)\n"
    "    return s\n\n"
)


def accepted(answer: str) -> set[str]:
    return {key for key, verdict in verdicts(answer, NEURON).items() if verdict.status in ACCEPTED}


@pytest.mark.parametrize("call", ["sigmoid_prime(z)", "derivada_sigmoide(z)", "sigmoidPrime(z)", "dSigmoid(z)"])
def test_a_slope_that_is_not_defined_means_what_people_call_so(call: str) -> None:
    assert accepted(f"import numpy as np\n{STEPS.format(call)}") == ALL


@pytest.mark.parametrize(
    "said",
    [
        "sigmoid_prime = sigmoid\n{}", "sigmoid_prime = np.tanh\n{}", "sigmoid_prime = np.vectorize(lambda t: t)\n{}",
        "from lib import tanh as sigmoid_prime\n{}", "{}\n\ndef sigmoid_prime(t):\n    return t*(1 - t)\n",
        "def sigmoid_prime(t):\n    if t > 0:\n        return 1\n    return 0\n\n{}",
        "{}\n\nsigmoid_prime = lambda t: t\n",
        "globals()['sigmoid_prime'] = sigmoid\n{}", "function r = sigmoid_prime(t)\n  r = t .* (1 - t);\nend\n{}",
    ],
)  # fmt: skip
def test_a_slope_that_the_answer_binds_to_something_else_is_not_taken_for_it(said: str) -> None:
    assert not accepted(f"import numpy as np\n{said.format(STEPS.format('sigmoid_prime(z)'))}")


@pytest.mark.parametrize(("body", "expected"), [("self.sigmoid(t)*(1 - self.sigmoid(t))", ALL), ("t*(1 - t)", set())])
def test_a_method_below_the_one_that_calls_it_is_looked_up(body: str, expected: set[str]) -> None:
    steps = STEPS.format("self.sigmoid_prime(z)").replace("\n", "\n        ")
    first = f"class Net:\n    def backward(self, w, x, b, y):\n        {steps}\n        return dw\n"
    assert accepted(f"```python\n{first}\n    def sigmoid_prime(self, t):\n        return {body}\n```") == expected


@pytest.mark.parametrize("call", ["sigmoid(z, True)", "sigmoid(z, deriv=True)"])
def test_a_switch_gives_the_slope(call: str) -> None:
    assert accepted(f"import numpy as np\n{SWITCHED}{STEPS.format(call)}") == ALL
    assert accepted(f"import numpy as np\n{STEPS.format(call)}") == ALL  # as people write it, without a definition


@pytest.mark.parametrize(
    ("before", "call"),
    [
        (SWITCHED, "sigmoid(z, deriv=False)"),
        (SWITCHED.replace("s*(1 - s)", "t*(1 - t)"), "sigmoid(z, True)"),
        (SWITCHED.replace("    if deriv", "    deriv = not deriv\n    if deriv"), "sigmoid(z, True)"),
        (f"{SWITCHED}sigmoid = np.tanh\n", "sigmoid(z, True)"),
        (f"{SWITCHED}from lib import tanh as sigmoid\n", "sigmoid(z, True)"),
        (
            "def slope(t, deriv=True):\n    return sigmoid(t) if deriv else sigmoid(t)*(1 - sigmoid(t))\n\n",
            "slope(z, deriv=1)",
        ),
    ],
)
def test_a_switch_that_gives_something_else_is_none(before: str, call: str) -> None:
    assert not accepted(f"import numpy as np\n{before}{STEPS.format(call)}")
