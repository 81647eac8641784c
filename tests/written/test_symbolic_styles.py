r"""Derivations in symbols, as courses write them, each with its like that must not be accepted."""

import pytest
from tests.written.test_real_styles import Case, rows

NEURON = ("z = w*x + b; a = sigmoid(z); L = (a - y)**2", {"w": 0.5, "x": 2.0, "b": 0.1, "y": 1.0})
TWO_LAYERS = (
    "z1 = w1*x + b1; a1 = relu(z1); z2 = w2*a1 + b2; a2 = sigmoid(z2); L = (a2 - y)**2",
    {"w1": 0.6, "x": 0.7, "b1": 0.8, "w2": 1.3, "b2": -0.4, "y": 1.0},
)
LOGISTIC = (
    "a = w*x + b; p = sigmoid(a); E = -(t*log(p) + (1 - t)*log(1 - p))",
    {"w": 0.9, "x": 1.7, "b": -0.6, "t": 0.25},
)
RIDGE = ("z = w*x; D = (z - y)**2; R = lam*w**2; J = D + R", {"w": 1.5, "x": 2.0, "y": 2.2, "lam": 0.1})
TANH = ("n2 = m*x + b; n1 = tanh(n2); e = (n1 - c)**2", {"m": 0.6, "x": 1.1, "b": -0.25, "c": 0.9})
OUTER = r"$\frac{\partial L}{\partial a_2} = 2(a_2 - y)$, $\frac{\partial L}{\partial a_1} = "
BACK = "dL/da1 = 2(a2 - y) a2 (1 - a2) w2\n\n"

CASES = {
    "the slope of a function is worked out where it is a factor, and says nothing alone": Case(
        *NEURON,
        ("da/dz", "dL/dz", "dL/dw"),
        [
            (r"$\frac{\partial L}{\partial z} = 2(a - y)\,\sigma'(z)$", {"dL/dz"}),
            (r"$\frac{\partial L}{\partial w} = 2(a - y)\,\sigma'(z)\,x^T$", {"dL/dw"}),
            (r"$\frac{\partial L}{\partial z} = 2(a - y) \odot f'(z)$", {"dL/dz"}),
            ("dL/dz = 2*(a - y)*sigmoidDerivative(z)", {"dL/dz"}),
            ("dL/dz = 2*(a - y)*sigmoidPrime(x)", set()),
            ("dL/dz = 2*(a - y)*tanhDerivative(z)", set()),
            ("def sigmoidDerivative(x):\n    return x*(1 - x)\n\ndL/dz = 2*(a - y)*sigmoidDerivative(z)", set()),
            (r"$\frac{\partial L}{\partial w} = 2(a - y) \sigma'(w x + b)\,x$", {"dL/dw"}),
            (r"$\frac{\partial a}{\partial z} = \sigma'(z)$", set()),
            (r"$\frac{\partial L}{\partial z} = 2(a - y)\,\sigma'(x)$", set()),
            (r"$\frac{\partial L}{\partial z} = (a - y)\,\sigma'(z)$", set()),
            (r"$\frac{\partial L}{\partial z} = 2(a - y)\,\tanh'(z)$", set()),
            (r"$\frac{\partial L}{\partial z} = 2(a - y)\,\sigma(z)$", set()),
        ],
    ),
    "one letter for the functions of all layers": Case(
        *TWO_LAYERS,
        ("dL/dz2", "dL/dw2", "dL/dz1"),
        [
            (r"$\frac{\partial L}{\partial z_2} = 2(a_2 - y) f'(z_2)$", {"dL/dz2"}),
            (r"$\frac{\partial L}{\partial w_2} = 2(a_2 - y) f'(z_2) f(z_1)$", {"dL/dw2"}),
            (r"$\frac{\partial L}{\partial z_1} = 2(a_2 - y) \varphi'(z_2) w_2 \varphi'(z_1)$", {"dL/dz1"}),
            (r"$\frac{\partial L}{\partial z_2} = 2(a_2 - y) f'(z_1)$", set()),
            (r"$f(x) = x^2$, $\frac{\partial L}{\partial z_2} = 2(a_2 - y) f'(z_2)$", set()),
        ],
    ),
    "the step of a ReLU": Case(
        *TWO_LAYERS,
        ("dL/da1", "dL/dz1"),
        [
            (BACK + "dL/dz1 = dL/da1 * 1[z1 > 0]", {"dL/da1", "dL/dz1"}),
            (BACK + "dL/dz1 = dL/da1 * (1 if z1 > 0 else 0)", {"dL/da1", "dL/dz1"}),
            (BACK + "dL/dz1 = dL/da1 * step(z1)", {"dL/da1", "dL/dz1"}),
            (BACK + r"$\frac{\partial L}{\partial z_1} = \frac{\partial L}{\partial a_1} H(z_1)$",
             {"dL/da1", "dL/dz1"}),
            (BACK + r"$\frac{\partial L}{\partial z_1} = \frac{\partial L}{\partial a_1} \mathbf{1}_{\{z_1>0\}}$",
             {"dL/da1", "dL/dz1"}),
            (BACK + r"$\frac{\partial L}{\partial z_1} = \frac{\partial L}{\partial a_1} \mathbb{I}[z_1>0]$",
             {"dL/da1", "dL/dz1"}),
            (BACK + "dL/dz1 = dL/da1 * 1[z1 < 0]", {"dL/da1"}),
            (BACK + "dL/dz1 = dL/da1 * 1[z1 > 1]", {"dL/da1"}),
            (BACK + "dL/dz1 = dL/da1 * step(z2)", {"dL/da1"}),
        ],
    ),
    "transposes of numbers": Case(
        *TWO_LAYERS,
        ("dL/da1", "dL/dw2"),
        [
            (OUTER + r"w_2^T \cdot 2(a_2 - y) \sigma'(z_2)$", {"dL/da1"}),
            (OUTER + r"W^{(2)T} \cdot 2(a_2 - y) \sigma'(z_2)$", set()),  # W is no w
            (OUTER + r"w^{(2)\top} \cdot 2(a_2 - y) \sigma'(z_2)$", {"dL/da1"}),
            ("dL/dw2 = (2*(a2 - y)*a2*(1 - a2)) @ a1.T", {"dL/dw2"}),
            (OUTER + r"w_1^T \cdot 2(a_2 - y) \sigma'(z_2)$", set()),
        ],
    ),
    "nouns for what is compared": Case(
        *NEURON,
        ("dL/da", "dL/dw"),
        [
            ("dL/da = 2*(prediction - target)", {"dL/da"}),
            (r"$\frac{\partial L}{\partial a} = 2(\text{predicted} - \text{actual})$", {"dL/da"}),
            ("dL/da = 2 * (output - y_true)", {"dL/da"}),
            ("dL/da = -2 · (Zielwert − Vorhersage)", {"dL/da"}),
            ("dL/da = 2*(target - prediction)", set()),
            ("dL/da = 2*(prediction - input)", set()),
            ("dL/da = 2*(prediction + target)", set()),
        ],
    ),
    "a noun for the error, where the answer says which difference it is": Case(
        *NEURON,
        ("dL/da", "dL/dw"),
        [
            ("error = a - y\n\ndL/dw = 2 * error * a*(1 - a) * x", {"dL/dw"}),
            ("dL/da = -2 (y - a)\n\n(a - y) = error\n\ndL/dw = 2 error × σ'(z) × x", {"dL/da", "dL/dw"}),
            ("$\\frac{\\partial L}{\\partial a} = 2(a - y)$ where $a - y = -\\text{diff}$\n\n"
             "dL/dw = -2 * diff * a (1-a) x",
             {"dL/da", "dL/dw"}),
            ("error = y - a\n\ndL/dw = 2 * error * a*(1 - a) * x", set()),
            ("dL/dw = 2 * error * a*(1 - a) * x", set()),
            ("error = a - y\n\nerror = y - a\n\ndL/dw = 2 * error * a*(1 - a) * x", set()),
            ("error = a - y\n\ndL/dw = 2 * diff * a*(1 - a) * x", set()),
        ],
    ),
    "a letter and a number for what is worked out apart": Case(
        *NEURON,
        ("dL/dz", "dL/dw", "dL/db"),
        [
            ("d2 = 2*(a - y)*a*(1 - a)\ndL_dw = d2*x", {"dL/dw"}),
            ("let k1 = 2(a - y)\ndL/dw = k1 a(1 - a) x\ndL/db = k1 a (1 - a)", {"dL/dw", "dL/db"}),
            ("D1 = 2*(a - y)\n\ndL/dz = D1*a*(1 - a)", {"dL/dz"}),
            ("d2 = 2*(a - y)*a\ndL_dw = d2*x", set()),
            ("d2 = 2*(a - y)*a*(1 - a)\ndL_dw = d3*x", set()),
            ("dL_dw = d2*x", set()),
        ],
    ),
    "one sample: its counts are one, its sums what is in them": Case(
        *LOGISTIC,
        ("dE/da", "dE/dw", "dE/db"),
        [
            (r"$\frac{\partial E}{\partial w} = \frac{1}{N}\sum_{n=0}^{N-1}(p_n - t_n)x_n$", {"dE/dw"}),
            (r"$\frac{\partial E}{\partial w} = \frac1m\sum_{i=1}^{m}(p^{(i)} - t^{(i)})\,x^{(i)}$", {"dE/dw"}),
            (r"$\frac{\partial E_n}{\partial a_n} = p_n - t_n$", {"dE/da"}),
            (r"$\frac{\partial E}{\partial b} = \frac{1}{m}(p - t)$", {"dE/db"}),
            (r"$\frac{\partial E}{\partial w} = \frac{2}{m}\sum_{i}(p^{(i)} - t^{(i)})\,x^{(i)}$", set()),
            (r"$\frac{\partial E}{\partial w} = \sum_{i}(p^{(i)} - t^{(i)})$", set()),
            (r"$\frac{\partial E}{\partial w} = \sum_{i=1}^{1}(p - t)x$", {"dE/dw"}),
            (r"$\frac{\partial E}{\partial w} = \sum_{i=1}^{3}(p - t)x$", set()),
            (r"$\frac{\partial E}{\partial w} = \frac1m\sum_i (p - t) x$, where $m$ is 4", set()),
            (r"$\frac{\partial E}{\partial w} = \frac{1}{m}\sum_i (t_i - p_i) x_i$", set()),
            (r"m = 2: $\frac{\partial E}{\partial b} = \frac{1}{m}(p - t)$", set()),
        ],
    ),
    "a letter that the exercise has is no count": Case(
        "p = m*x; E = (p - t)**2",
        {"m": 2.0, "x": 1.5, "t": 1.0},
        ("dE/dp", "dE/dm"),
        [
            (r"$\frac{\partial E}{\partial p} = \frac{2}{m}(p - t)$", set()),
            (r"$\frac{\partial E}{\partial m} = 2(p - t)x$", {"dE/dm"}),
        ],
    ),
    "the last layer by its letter": Case(
        *TWO_LAYERS,
        ("dL/dz2", "dL/dw2", "dL/dw1"),
        [
            (r"$\delta^L = 2(a^L - y)\,\sigma'(z^L)$", {"dL/dz2"}),
            (r"$\frac{\partial L}{\partial w^{(L)}} = 2(a^{(L)} - y)\,\sigma'(z^{(L)})\,a^{(L-1)}$", {"dL/dw2"}),
            (r"$\frac{\partial L}{\partial w^{(1)}} = 2(a^{(2)} - y)\sigma'(z^{(2)}) w^{(2)} f'(z^{(1)}) a^{(0)}$",
             {"dL/dw1"}),
            (r"$\frac{\partial L}{\partial w^{(L)}} = 2(a^{(L)} - y)\,\sigma'(z^{(L)})\,a^{(L)}$", set()),
            (r"$\frac{\partial L}{\partial w^{(L)}} = 2(a^{(L)} - y)\,\sigma'(z^{(L-1)})\,a^{(L-1)}$", set()),
        ],
    ),
    "a net without numbers has one layer": Case(
        *NEURON,
        ("dL/dz", "dL/dw"),
        [
            (r"$\delta^{(L)} = 2(a^{(L)} - y)\,\sigma'(z^{(L)})$", {"dL/dz"}),
            (r"$\delta^{(L)} = (a^{(L)} - y)\,\sigma'(z^{(L)})$", set()),
        ],
    ),
    "hyperbolic functions": Case(
        *TANH,
        ("dn1/dn2", "de/dm"),
        [
            (r"$\frac{\partial n_1}{\partial n_2} = \operatorname{sech}^2(n_2)$", {"dn1/dn2"}),
            ("-- Haskell\n-- dn1/dn2 = 1 / cosh(n2)**2\n-- de/dm = 2*(n1 - c) * (1 / cosh(n2)**2) * x",
             {"dn1/dn2", "de/dm"}),
            (r"$\frac{\partial n_1}{\partial n_2} = \operatorname{sech}(n_2)$", set()),
            ("dn1/dn2 = 1 / sinh(n2)**2", set()),
        ],
    ),
    "rows with labels, and results with their shapes": Case(
        *NEURON,
        ("dL/da", "dL/dz", "dL/dw"),
        [
            ("$$\\begin{align}\n&\\text{1. Loss:} & \\frac{\\partial L}{\\partial a} &= 2(a - y) \\\\\n"
             "&\\text{2. Sigmoid:} & \\frac{\\partial L}{\\partial z} &= 2(a - y) a (1 - a)\n\\end{align}$$",
             {"dL/da", "dL/dz"}),
            (r"$\frac{\partial L}{\partial a} = 2(a - y) \quad \in \mathbb{R}^{m \times 1}$", {"dL/da"}),
            ("dL/dz = 2*(a - y)*a*(1 - a)   # (m, 1)", {"dL/dz"}),
            (r"$$\frac{\partial L}{\partial w} = 2(a - y) , \sigma'(z) , x$$", {"dL/dw"}),
            ("dL/da = 2*(a - y)   # (3)", set()),
        ],
    ),
    "a name behind its noun, and a reason in brackets": Case(
        *NEURON,
        ("dz/dw", "dz/dx"),
        [
            ("∂z/∂x is simply the weight w, and ∂z/∂w is the input x.", {"dz/dx", "dz/dw"}),
            ("∂z/∂w = x（因为 z = w·x + b）", {"dz/dw"}),
            ("∂z/∂x ist das Gewicht w", {"dz/dx"}),
            ("∂z/∂w is the weight w", set()),
            ("∂z/∂x is not the weight w", set()),
            ("∂z/∂x is the weight x", set()),
        ],
    ),
    "results by their number": Case(
        *NEURON,
        ("dL/dz", "dL/dw"),
        [
            ("① dL/da = 2(a - y) = -0.4995\n② dL/dz = ① · a(1 - a) = -0.0936\n③ dL/dw = ② · x = -0.1872",
             {"dL/dz", "dL/dw"}),
            ("(1) dL/da = 2(a - y) = -0.4995\n(2) dL/dz = (1)*0.1874 = -0.4995*0.1874 = -0.0936\n"
             "(3) dL/dw = (2)*x = -0.0936*2 = -0.1872", {"dL/dz", "dL/dw"}),
            ("① dL/da = 2(a - y) = -0.4995\n② dL/dz = ① · a = -0.374", set()),
        ],
    ),
    "parts of a gradient, and their total": Case(
        *RIDGE,
        ("dJ/dw",),
        [
            ("dw (data) = 3.2\ndw (reg) = 0.3\ndw total = 3.5", {"dJ/dw"}),
            ("dw_total = 3.5", {"dJ/dw"}),
            ("∂J/∂w: two ways\n  via D: 3.2\n  via R: 0.3\n  sum = 3.5", {"dJ/dw"}),
            ("dw (data) = 3.5", set()),
            ("dw total = 3.2", set()),
        ],
    ),
}  # fmt: skip


ROWS = rows(CASES)


@pytest.mark.parametrize(("name", "answer", "accepted"), ROWS)
def test_symbolic_styles(name: str, answer: str, accepted: set[str]) -> None:
    assert CASES[name].accepted(answer) == accepted
