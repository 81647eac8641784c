r"""Letters for the only activation of a network, the stem of several names for one of them, steps in parts."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

# of a network with layers: f'(z^{(2)}), \varphi'(z_1^{(1)}), and the error signals of single neurons
LAYERS = Exercise.from_graph(
    Graph(
        "z1_1 = u*x; z1_2 = v*x; a1_1 = sigmoid(z1_1); a1_2 = sigmoid(z1_2); "
        "z2 = p*a1_1 + q*a1_2; a2 = sigmoid(z2); E = a2**2",
        u=1, v=0.5, x=1, p=2, q=-1,
    ),
    ["da1_1/dz1_1", "da1_2/dz1_2", "da2/dz2", "dE/dz1_1", "dE/dz1_2", "dE/dz2"],
)  # fmt: skip
PRIMES: list[tuple[str, set[str]]] = [
    (r"$f'(z^{(2)}) = 0.6984 \cdot (1 - 0.6984) = 0.2106$", {"da2/dz2"}),
    (r"$g'(z_2) = a_2 (1 - a_2) = 0.2106$", {"da2/dz2"}),
    (r"$\phi'\left(z^{(2)}\right) = 0.2106$", {"da2/dz2"}),
    (r"$f'(z_1^{(1)}) = 0.7311 \cdot 0.2689 = 0.1966$", {"da1_1/dz1_1"}),
    (r"$f'(z_2^{(1)}) = 0.6225 \cdot 0.3775 = 0.235$", {"da1_2/dz1_2"}),
    (r"$f'(\mathbf{z}^{(1)}) = (0.1966, 0.235)$", {"da1_1/dz1_1", "da1_2/dz1_2"}),
    (r"$f'(\mathbf{z}^{(1)}) = (0.235, 0.1966)$", set()),
    (r"$f'(z_2^{(1)}) = 0.1966$", set()),
    (r"$f'(a_2) = 0.2106$", set()),
    (r"$f'(z_2)$ is not 0.2106", set()),
    (r"$f(t) = t^2$, $f'(z_2) = 0.2106$", set()),
    (r"$f(t) = t^2$, $f'(z^{(2)}) = 0.2106$", set()),
    (r"$\delta^{(2)} = 2 a_2 \cdot f'(z^{(2)}) = 1.3968 \cdot 0.2106 = 0.2942$", {"dE/dz2", "da2/dz2"}),
    (r"$\delta_1^{(1)} = 0.2942 \cdot 2 \cdot 0.1966 = 0.1157$", {"dE/dz1_1", "da1_1/dz1_1"}),
    (r"$\delta_2^{(1)} = 0.2942 \cdot (-1) \cdot 0.235 = -0.0691$", {"dE/dz1_2", "da1_2/dz1_2"}),
    (r"$\delta_2^{(1)} = 0.2942 \cdot 2 \cdot 0.1966 = 0.1157$", set()),
    (r"$\delta_1^{(2)} = 0.2942 \cdot 2 \cdot 0.1966 = 0.1157$", set()),
]

KEYS = ["a1", "a2", "da2/da1", "new:u", "new:v"]
NET = Exercise.from_graph(
    Graph("a1 = relu(c + x*u); a2 = relu(d + a1*v); E = (a2 - t)**2/2", x=2, u=0.5, c=0.3, v=0.4, d=-0.1, t=1),
    KEYS,
    lr=0.1,
)
MAX = Exercise.from_graph(Graph("z = x*u; a1 = max(0, z); E = (a1 - t)**2", x=2, u=0.5, t=0), ["a1"])
SMOOTH = Exercise.from_graph(Graph("a1 = relu(x*u); a2 = sigmoid(a1)", x=2, u=0.5), ["a1", "a2"])
TWO = Exercise.from_graph(
    Graph("z1 = w1*x; h1 = sigmoid(z1); z2 = w2*h1; o = sigmoid(z2); E = (o - t)**2", w1=1, x=0.5, w2=2, t=1),
    ["h1", "dh1/dz1", "do/dz2"],
)  # 0.6225, 0.2350, 0.1736
MIXED = Exercise.from_graph(
    Graph("z1 = w1*x; h1 = tanh(z1); z2 = w2*h1; o = sigmoid(z2)", w1=1, x=0.5, w2=2), ["dh1/dz1", "do/dz2"]
)  # 0.7864, 0.2036

LAST = Exercise.from_graph(
    Graph("y1 = relu(a*x); y2 = relu(b*x); y3 = relu(y1 + y2); E = (y3 - t)**2", a=1, b=2, x=1, t=0), ["y1", "y2", "y3"]
)

# exercise, what is written, and the keys that are accepted
ROWS: list[tuple[Exercise, str, set[str]]] = [
    (NET, r"$a_1 = \sigma(0.3 + 2 \cdot 0.5) = \sigma(1.3) = 1.3$", {"a1"}),
    (NET, "a1 = σ(c + x*u) = σ(1.3) = 1.3\n\na2 = σ(d + a1*v) = σ(0.42) = 0.42", {"a1", "a2"}),
    (NET, r"The activation is ReLU: $a_2 = \sigma(-0.1 + 1.3 \cdot 0.4) = 0.42$", {"a2"}),
    (MAX, r"$a_1 = \sigma(z) = \sigma(1) = 1$", {"a1"}),
    (NET, "a1 = σ(1.3) = 0.786", set()),  # the sigmoid
    (NET, "a1 = σ(1.4) = 1.4", set()),
    (NET, "With the sigmoid σ, a1 = σ(1.3) = 1.3", set()),
    (NET, r"$\sigma(z) = \frac{1}{1 + e^{-z}}$, $a_1 = \sigma(1.3) = 1.3$", set()),
    (NET, "a1 = sigmoid(1.3) = 1.3", set()),
    (SMOOTH, "a1 = σ(1) = 1", set()),
    (TWO, "dσ/dz1 = h1(1 - h1) = 0.235 and dsigmoid/dz2 = 0.1736", {"dh1/dz1", "do/dz2"}),
    (TWO, r"$\frac{d\sigma}{dz_1} = 0.235$, $\frac{\partial \sigma}{\partial z_2} = 0.1736$", {"dh1/dz1", "do/dz2"}),
    (TWO, "dσ/dz1 = 0.1736, dσ/dz2 = 0.235, dtanh/dz1 = 0.235", set()),
    (TWO, "dσ/dz = 0.235, dσ/dx = 0.235", set()),
    (NET, "a_1 = 1.3, a_2 = 0.42, so $A = a_2 = 0.42$", {"a1", "a2"}),
    (NET, "a_1 = 1.3 and $A = a_2 = 0.5$", {"a1"}),
    (NET, "$A = a_2 = 1.3$", set()),
    (LAST, "y_1 = 1, y_2 = 2, so $Y = y_3 = 3$", {"y1", "y2", "y3"}),  # and no layer of y_1 and y_2
    (LAST, "y_1 = 1, y_2 = 2, so $Y = y_3 = 1$", {"y1", "y2"}),
    (
        NET,
        "k = -0.0232, l = -0.058\nu = 0.5 - (-0.0232) * 2 = 0.5464, v = 0.4 - (-0.058) * 1.3 = 0.4754",
        {"new:u", "new:v"},
    ),
    (NET, "0.232 * 0.1 = 0.0232, u = 0.5 + 0.0232 * 2 = 0.5464", {"new:u"}),
    (NET, "u = 0.5 + 0.0232 * 2 = 0.5464", set()),
    (NET, "u = 0.5 + 0.0464 * 2 = 0.5464", set()),
    (NET, "u = 0.5 + 0.116 * 0.4 = 0.5464, which is 0.0232 * 3", set()),
    # the derivative of a letter at what goes into a neuron
    (TWO, "f'(z1) = h1 (1 - h1) = 0.235, f'(z2) = o (1 - o) = 0.1736", {"dh1/dz1", "do/dz2"}),
    (TWO, r"$h_1 = f(z_1) = 0.6225$, $f'(z_1) = f(z_1)(1 - f(z_1)) = 0.6225 (1 - 0.6225) = 0.235$", {"h1", "dh1/dz1"}),
    (TWO, r"$f(x) = \frac{1}{1 + e^{-x}}$, $f'(x) = f(x)(1 - f(x))$, so $f'(z_{1}) = 0.235$", {"dh1/dz1"}),
    (TWO, r"$\varphi'(z_2) = 0.1736$", {"do/dz2"}),
    (TWO, r"$g^{\prime}(z_2) = 0.1736$", {"do/dz2"}),
    (TWO, "f'(z1) = 0.1736, f'(z2) = 0.235", set()),
    (TWO, "f'(z1) = h1 = 0.6225", {"h1"}),
    (TWO, "f''(z1) = 0.235", set()),
    (TWO, "f'(z1)^2 = 0.235", set()),
    (TWO, "E'(z1) = 0.235", set()),
    (TWO, "f(z) = z and f'(z1) = 0.235", set()),
    (TWO, "f(x) = x^2, f'(z1) = 0.235", set()),
    (TWO, "f'(z1) = 0.235 is wrong", set()),
    (MIXED, "f'(z1) = 0.7864, f'(z2) = 0.2036", {"dh1/dz1", "do/dz2"}),  # one letter for the function of each layer
    (MIXED, "f'(z1) = 0.2036, f'(z2) = 0.7864", set()),
    (MIXED, "f(x) = tanh(x), f'(z1) = 0.7864", {"dh1/dz1"}),
    (MIXED, "f(x) = x^2, f'(z1) = 0.7864, f'(z2) = 0.2036", set()),
]


@pytest.mark.parametrize(("exercise", "text", "accepted"), ROWS)
def test_a_letter_is_the_only_activation_of_a_network(exercise: Exercise, text: str, accepted: set[str]) -> None:
    found = verdicts(text, exercise)
    assert {key.text for key in exercise.keys if found[key.text].status in ACCEPTED} == accepted


@pytest.mark.parametrize(("text", "accepted"), PRIMES)
def test_a_prime_is_the_slope_of_the_only_activation_in_any_layer(text: str, accepted: set[str]) -> None:
    found = verdicts(text, LAYERS)
    assert {key.text for key in LAYERS.keys if found[key.text].status in ACCEPTED} == accepted


NEURON = Exercise.from_graph(
    Graph("z = w*x + b; a = sigmoid(z); L = (a - y)**2", w=0.8, x=1.5, b=-0.4, y=1), ["dL/dz", "dL/dw"]
)
BY_OUTPUT = "def sigmoid_derivative(x):\n    return x * (1 - x)\n\n"


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("dL/dz = 2*(a-y)*deriv_sigmoid(z)", True),
        ("dL/dz = 2*(a-y)*dsigmoid(z)", True),
        ("dL/dz = 2*(a-y)*d_sigmoid(z)", True),
        ("dL/dz = 2*(a-y)*activation_derivative(z)", True),
        ("dL/dz = 2*(a-y)*activation(z)*(1 - activation(z))", True),
        ("// dL/dz = dL/da * da/dz = 2(a - y) * derivActiv(z)", True),
        (BY_OUTPUT + "dL_dz = 2*(a-y)*sigmoid_derivative(a)", True),
        ("const sigmoidDerivative = (x) => x * (1 - x);\ndL_dz = 2*(a-y)*sigmoidDerivative(a);", True),
        ("double sigmoidDerivative(double x) { return x * (1.0 - x); }\ndL_dz = 2*(a-y)*sigmoidDerivative(a)", True),
        (BY_OUTPUT + "dL_dz = 2*(a-y)*sigmoid_derivative(z)", False),
        ("dL_dz = 2*(a-y)*sigmoid_derivative(a)", False),  # the slope at a, or a (1 - a)?
        ("dL/dz = 2*(a-y)*deriv_tanh(z)", False),
        ("dL/dz = 2*(a-y)*activation(a)", False),
        ("def activation(x):\n    return max(0, x)\n\ndL/dz = 2*(a-y)*activation(z)*(1-activation(z))", False),
        ("def activation_derivative(x):\n    return 1\n\ndL/dz = 2*(a-y)*activation_derivative(z)", False),
    ],
)
def test_slopes_are_called_as_programs_call_them(text: str, accepted: bool) -> None:
    assert (verdicts(text, NEURON)["dL/dz"].status in ACCEPTED) is accepted
