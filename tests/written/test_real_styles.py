r"""Styles of real answers, each with its like that must not be accepted: marks, names, rounds, points and functions.

Found where right answers that nobody here wrote were lost; none of these texts is one of them.
"""

from typing import NamedTuple

import pytest
from tests.written.corpus import ACCEPTED

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, judge, read
from gradbook.written.verdicts import Verdicts


class Case(NamedTuple):
    """An exercise with answers to it, each with the keys that are accepted."""

    statements: str
    inputs: dict[str, float]
    ask: tuple[str, ...]
    answers: list[tuple[str, set[str]]]
    moving: tuple[str, ...] | None = None
    lr: float = 0.1

    def judged(self, answer: str) -> Verdicts:
        """Return the verdicts on an answer to the exercise."""
        exercise = Exercise.from_graph(Graph(self.statements, **self.inputs), self.ask, self.lr, moving=self.moving)
        return judge(read(answer, exercise), exercise)

    def accepted(self, answer: str) -> set[str]:
        """Return the keys that an answer to the exercise is given."""
        return {verdict.key for verdict in self.judged(answer) if verdict.status in ACCEPTED}


def rows(cases: dict[str, Case]) -> list[tuple[str, str, set[str]]]:
    """Return the answers of cases, each with the name of its case and the keys that are accepted."""
    return [(name, *row) for name, case in cases.items() for row in case.answers]


NEURON = ("z = w*x + b; a = sigmoid(z); L = (a - y)**2", {"w": 1.0, "x": 2.0, "b": -2.0, "y": 1.0})
LAYERS = (
    "z1_1 = W1_11*x1 + W1_12*x2; z1_2 = W1_21*x1 + W1_22*x2; h1_1 = tanh(z1_1); h1_2 = tanh(z1_2); "
    "u2 = W2_1*h1_1 + W2_2*h1_2; y_hat = sigmoid(u2); L = -log(y_hat)",
    {"x1": 1.0, "x2": 0.0, "W1_11": 0.27, "W1_12": 0.2, "W1_21": -0.18, "W1_22": 0.4, "W2_1": 0.5, "W2_2": 0.6},
)
LINE = ("y_hat = w*x + b; L = (y_hat - y)**2", {"w": 0.0, "b": 0.0, "x": 2.0, "y": 5.0})
LISTS = (
    "| node | gradient [w, x, b] | value |\n|---|---|---|\n| w | [1, 0, 0] | 5 |\n| x | [0, 1, 0] | 2 |\n"
    "| b | [0, 0, 1] | -2 |\n"
)

CASES = {
    "digits that are left out, and shapes, are no part of a side": Case(
        "z = w*x; a = sigmoid(z)",
        {"w": 0.5, "x": 2.0},
        ("z", "a"),
        [
            (r"$a = 1/(1 + e^{-1}) = 0.7310585\ldots$", {"a"}),
            (r"$a = \sigma(1) = 0.731 \dots$", {"a"}),
            (r"$a = \sigma(1) = 0.831\ldots$", set()),
            (r"$a = 0.7 \ldots + 3$", set()),
            (r"$z = 0.5 \cdot 2 = 1\;()$", {"z"}),
            (r"$z = 0.5 \cdot 2\;(2,)$", set()),  # no number has this shape
            (r"$a = 0.7 \dots + 0.031$", set()),
            (r"$z = 1\;(2)$", set()),
        ],
    ),
    "an x is a sign of times before arrays, and words behind an arrow say no number": Case(
        "h_1 = w_1*x; h_2 = w_2*x; u = v_1*h_1 + v_2*h_2; L = (u - y)**2",
        {"x": 1.0, "w_1": 0.5, "w_2": 2.0, "v_1": 0.6, "v_2": -0.5, "y": 0.3},
        ("dL/du", "dL/dv_1", "dL/dv_2", "dL/dh_1", "dL/dh_2"),
        [
            ("```\ndL/du = 2(u - y) = -2   <- negative: u must go UP\n```", {"dL/du"}),
            ("```\ndL/du = 2(u - y) = -2   <- wrong: u is 0.7\n```", set()),
            ("```\ndL/du = 2(u - y) = -2   <- of sample 2: not this one\n```", set()),
            (
                "```\ndL/dv = dL/du x h\n      = -2 x [ 0.5 , 2 ]\n      = [ -1 , -4 ]\n```",
                {"dL/du", "dL/dv_1", "dL/dv_2"},
            ),
            ("```\ndL/dv = dL/du x h\n      = -2 x [ 0.5 , 2 ]\n      = [ -4 , -1 ]\n```", {"dL/du"}),
            (
                "```\ndL/dh = dL/du x v\n      = -2 x [ 0.6 , -0.5 ]\n      = [ -1.2 , 1 ]\n```",
                {"dL/du", "dL/dh_1", "dL/dh_2"},
            ),
        ],
    ),
    "what a guess, a method and a later round say": Case(
        "q = w*x; f = q + b",
        {"w": 5.0, "x": 2.0, "b": -2.0},
        ("q", "f", "df/dw", "df/dx", "df/db"),
        [
            ("w = 5 is the initial guess. q = 10", {"q"}),
            ("q = 10, my next guess.", set()),
            ("q = (w).dot(x) = 10", {"q"}),
            ("q = (w).dot(x) = 11", set()),
            ("[Iteration 0] w = 7\n[Iteration 1] q = 14, df/dw = 2, w = 6.98", set()),
            ("[Iteration 0] w = 5, x = 2\n[Iteration 1] q = 10, df/dw = 2", {"q", "df/dw"}),
            ("q = 10. Raise w by 0.1.\n\nThen q = 10.2.", {"q"}),
        ],
    ),
    "lists of gradients in tables, each row as wide as its titles": Case(
        "q = w*x; f = q + b",
        {"w": 5.0, "x": 2.0, "b": -2.0},
        ("q", "f", "dq/dw", "dq/dx", "df/dx", "df/db"),
        [
            (f"{LISTS}| q | [2, 5, 0] | 10 |\n| f | [2, 5, 1] | 8 |", {"q", "f", "dq/dw", "dq/dx", "df/dx", "df/db"}),
            (f"{LISTS}| q | – | 10 |\n| f | [2, 5, 1] | 8 |", {"q", "f", "df/dx", "df/db"}),
            (f"{LISTS}| q | [2, 5] | 10 |\n| f | [2, 5, 1, 0] | 8 |", {"q", "f"}),
        ],
    ),
    "a sigma that is the identity": Case(
        "z = w*x; L = (z - t)**2",
        {"w": 4.0, "x": 2.0, "t": 6.0},
        ("L", "dL/dz"),
        [
            ("With the identity σ(z) = z. dL/dz = 2(z - t) σ'(z) = 4", {"dL/dz"}),
            ("σ(z) = z * 2, dL/dz = 2(z - t) σ'(z) = 4", set()),
        ],
    ),
    "branches that are added up": Case(
        "u = x**2; p = u + x; q = u*3; r = u*x; L = p*q + r",
        {"x": 2.0},
        ("dL/du",),
        [("dL/du = 12 + 20 = 32", {"dL/du"}), ("dL/du = 16 + 16 = 32", set())],
    ),
    "names of layers, and functions of whole layers": Case(
        *LAYERS,
        ("z1_1", "z1_2", "h1_1", "h1_2", "dh1_1/dz1_1", "dh1_2/dz1_2"),
        [
            ("z₁⁽¹⁾ = 0.27\nz₂⁽¹⁾ = -0.18", {"z1_1", "z1_2"}),
            ("z₁⁽¹⁾ = -0.18\nz₂⁽¹⁾ = 0.27", set()),
            ("z⁽¹⁾ = [0.27, -0.18]", {"z1_1", "z1_2"}),
            ("$z_1=W_1x = [0.27, -0.18]$", {"z1_1", "z1_2"}),
            (r"$$h^{(1)} = \tanh \begin{bmatrix} 0.27 \\ -0.18 \end{bmatrix}$$", {"h1_1", "h1_2"}),
            (r"$$h^{(1)} = \tanh \begin{bmatrix} 0.28 \\ -0.19 \end{bmatrix}$$", set()),
            (r"$1 - \tanh^2(z^{(1)}) = [0.9305, 0.9683]$", {"dh1_1/dz1_1", "dh1_2/dz1_2"}),
            (r"$1 - \tanh^2(z^{(1)}) = [0.9683, 0.9305]$", set()),
            (r"$$h^{(1)} = \begin{bmatrix} \phantom{-}0.2636 \\ -0.1781 \end{bmatrix}$$", {"h1_1", "h1_2"}),
            (r"$$h^{(1)} = \begin{bmatrix} 0.2636 \\ \phantom{-}0.1781 \end{bmatrix}$$", {"h1_1"}),
        ],
    ),
    "formulas and names of a derivative of an activation": Case(
        *NEURON,
        ("z", "a", "da/dz"),
        [
            ("$a(1-a) = 0.25$", {"da/dz"}),
            (r"$\sigma(z)(1-\sigma(z)) = 0.25$", {"da/dz"}),
            ("sigmoid_prime(z) = 0.5 * (1 - 0.5) = 0.25", {"da/dz"}),
            ("$a(1-a) = 0.2$", set()),
            ("$z(1-z) = 0.25$", set()),
            ("maybe $a(1-a) = 0.25$", set()),
            ("For the second sample: $a(1-a) = 0.25$", set()),
            ("a = z.sigmoid() = 0.5", {"a"}),
            ("z = w.add(x)", set()),
        ],
    ),
    "a product stays one whatever its last factor is called": Case(
        *LINE,
        ("y_hat", "L", "dL/dw", "new:w"),
        [
            (r"$\frac{\partial L}{\partial w} = 2(\hat{y} - y) \cdot x_1 = 2(0 - 5) \cdot 2 = -20$", {"dL/dw"}),
            (r"$\hat{y}^{(0)} = w^{(0)} \cdot x_1 + b^{(0)} = 0 \cdot 2 + 0 = 0$", {"y_hat"}),
            (r"$\frac{\partial L}{\partial w} = 2(\hat{y} - y) \cdot w_1 = 2(0 - 5) \cdot 2 = -20$", set()),
            (r"$\frac{\partial L}{\partial w} = 2(\hat{y} - y) \cdot x_1 = 2(0 - 5) \cdot 3 = -30$", set()),
        ],
        ("w", "b"),
    ),
    "the function that is called sigma may be none": Case(
        "z = w*x; a = z; L = (a - y)**2",
        {"w": 0.5, "x": 0.5, "y": 1.0},
        ("z", "a", "da/dz"),
        [
            (r"$z = 0.25$ and $a = \sigma(z) = 0.25$, since $\sigma(z) = z$", {"z", "a"}),
            (r"$a = \sigma(z) = 0.562$, since $\sigma(z) = z$", set()),
        ],
    ),
    "hypotheses of all parameters, and ends of edges": Case(
        "z = w0 + w1*x1; h = sigmoid(z); J = -log(h)",
        {"w0": 0.0, "w1": 0.0, "x1": 50.0},
        ("z", "h"),
        [
            (r"$h_\theta(x) = 0.5$", {"h"}),
            ("$h_w(x) = 0.5$", {"h"}),
            (r"$h_\theta(x) = 0.6$", set()),
            ("(z→h: w0; x1→z: w1)\n\nz = 0, h = 0.5", {"z", "h"}),
        ],
    ),
    "the first round may be called 0 or 1": Case(
        "p = m*x + b; J = (y - p)**2",
        {"m": -1.0, "b": 1.0, "x": 1.0, "y": 3.0},
        ("p", "dJ/dm", "new:m"),
        [
            (
                "## Iteration 0\n\n$m_0 = -1$\n\n## Iteration 1\n\n$p = 0$\n\n$dJ/dm = -6$\n\n$m_1 = -0.4$",
                {"p", "dJ/dm", "new:m"},
            ),
            ("## Iteration 0\n\n$p = 0$, $dJ/dm = -6$\n\n## Iteration 1\n\n$dJ/dm = -3.6$", {"p", "dJ/dm"}),
            ("## Iteration 0\n\n$p = 0$\n\n## Iteration 1\n\n$dJ/dm = -6$", {"p"}),
        ],
        ("m", "b"),
    ),
    "what stands under a point is of it": Case(
        "z = w1*x1 + w2*x2; y = sigmoid(z); E = 0.5*(t - y)**2",
        {"w1": 0.6, "w2": 0.7, "x1": 0.0, "x2": 0.0, "t": 0.0},
        ("z", "y"),
        [
            ("For (0,0):\n- z = 0\n- y = 0.5\nFor (0,1):\n- z = 0.7\n- y = 0.668", {"z", "y"}),
            ("**Input (0,0)**\n\nz = 0, y = 0.5\n\n**Input (0,1)**\n\nz = 0.7, y = 0.668", {"z", "y"}),
            ("For (0,1):\n- z = 0\n- y = 0.5\nFor (1,1):\n- z = 1.3", set()),
            ("For (0,0):\n- z = 0.7\nFor (0,1):\n- z = 0", set()),
            ("For [0 0]: z = 0\nFor [0 1]: z = 0.7", {"z"}),
            ("For [0 1]: z = 0\nFor [1 1]: z = 1.3", set()),
            ("For (0, 1 - 1): z = 0\nFor (0, 1): z = 0.7", set()),  # which point is the first?
            ("[0.5, -0.3]\n\nz = 0, y = 0.5\n\n[0.2, 0.6]", {"z", "y"}),  # lists that are printed
            ("shape (2, 1)\n\nz = 0\n\nshape (2, 2)\n\ny = 0.5", {"z", "y"}),
        ],
    ),
    "what a nudge leads to is no answer": Case(
        "h = g*x; f = h*w",
        {"g": 2.0, "x": 1.0, "w": 3.0},
        ("h", "f"),
        [
            ("h = 2, f = 6\n\nIncrease g by 0.001. Then h = 2.001, f = 6.003.", {"h", "f"}),
            ("h = 2.5, f = 7.5\n\nIncrease g by 0.001. Then h = 2, f = 6.", set()),
        ],
    ),
    "what is said once more, rounded or for sure, contradicts nothing": Case(
        *NEURON,
        ("z", "a", "L", "dL/dw"),
        [
            ("dL/dw = -0.5. Wait, why negative? Let me check.\n\ndL/dw = 2(a - y) a (1 - a) x = -0.5", {"dL/dw"}),
            ("dL/dw = 0.5. Wait, why positive? Let me check.\n\ndL/dw = 2(a - y) a (1 - a) x = 0.5", set()),
            ("not dL/dw = -0.5, but who knows: dL/dw = -0.4", set()),
        ],
    ),
    "sentences that explain or go on": Case(
        *NEURON,
        ("z", "a", "dL/da"),
        [
            ("dL/da = -1. We pass this gradient backward.", {"dL/da"}),
            ("dL/da = -1. These gradients tell how the loss would change if each output changed slightly.", {"dL/da"}),
            ("dL/da = -1. Trust, but verify.", {"dL/da"}),
            ("dL/da = -1. We pass this only if it were right.", set()),
            ("a = 0.5. This is an error.", set()),
            ("dL/da = -1\n\nAll three are negative.", {"dL/da"}),
            ("Autograd gives dL/da = -1 — the hand trace is correct.", {"dL/da"}),
            ("Autograd gives dL/da = -1 — the hand trace is not correct.", set()),
            ("dL/da = -1. I have to correct that.", set()),
            ("dL/da = -1. Next guess: 3 kg, closer!", {"dL/da"}),
            ("dL/da = -1 is my guess.", set()),
            ("True minimum: dL/da = 0, so a = 1. Here dL/da = -1.", {"dL/da"}),
            ("dL/da = -1. Then, because these are only sums, we go on.", {"dL/da"}),
            (r"$a = \text{sigmoid}(w \times \text{datum} + b)$ and $a = \sigma(0) = 0.5$", {"a"}),
        ],
    ),
    "sums over samples with terms of 0": Case(
        "e1 = y1 - w*x1; e2 = y2 - w*x2; e3 = y3 - w*x3; M = (e1**2 + e2**2 + e3**2)/3",
        {"w": 0.5, "x1": 2.0, "x2": 6.0, "x3": 10.0, "y1": 1.0, "y2": 3.5, "y3": 5.0},
        ("M",),
        [
            (r"$M = \frac{0 + 0.25 + 0}{3} = \frac{0.25}{3} \approx 0.083$", {"M"}),
            (r"$M = \frac{0 + 0.25 + 1}{3} = \frac{1.25}{3} \approx 0.417$", set()),
        ],
    ),
    "predictions for several samples": Case(
        "h1 = w0 + w1*x1; h2 = w0 + w1*x2; J = ((h1 - y1)**2 + (h2 - y2)**2)/4",
        {"w0": 1.0, "w1": 2.0, "x1": 1.0, "x2": 2.0, "y1": 2.0, "y2": 3.0},
        ("h1", "h2"),
        [
            ("- $h_w(x^{(1)}) = 1 + 2(1) = 3$\n- $h_w(x^{(2)}) = 5$", {"h1", "h2"}),
            ("$h(x_1) = 3$, $h(x_2) = 5$", {"h1", "h2"}),
            (r"$h_\theta(x^{(2)}) = 5$", {"h2"}),
            (r"$h_\theta(x^{(1)}) = 5$", set()),
            ("$h(x_3) = 3$", set()),
        ],
    ),
    "where a derivative is taken is not what it is": Case(
        "x = t**2; f = x**2",
        {"t": 1.0},
        ("df/dt",),
        [
            ("Compute the derivative at t = 1:\n\ndf/dt = 4", {"df/dt"}),
            ("Calcular derivada em t = 1:\n\ndf/dt = 4", {"df/dt"}),
            ("Compute the derivative at t = 1:\n\ndf/dt = 1", set()),
        ],
    ),
    "tangents along one of several inputs": Case(
        "v1 = x/y; f = v1 + z",
        {"x": 1.0, "y": 4.0, "z": 2.0},
        ("dv1/dx", "dv1/dy", "df/dx", "df/dy"),
        [
            (
                r"Forward mode, $\dot x = 1$, $\dot y = 0$, $\dot z = 0$: $\dot v_1 = \dot x / y = 0.25$, $\dot f=.25$",
                {"dv1/dx", "df/dx"},
            ),
            (
                r"Forward mode, $\dot x = 0$, $\dot y = 1$, $\dot z = 0$: $\dot v_1 = -0.0625$, $\dot f = -0.0625$",
                {"dv1/dy", "df/dy"},
            ),
            (r"Forward mode: $\dot v_1 = 0.25$, $\dot f = 0.25$", set()),
            (r"Forward mode, $\dot x = 0$, $\dot y = 1$, $\dot z = 0$: $\dot v_1 = 0.25$, $\dot f = 0.25$", set()),
            (
                "| trace | value | derivative |\n|---|---|---|\n| x | 1 | [1, 0, 0] |\n| y | 4 | [0, 1, 0] |\n"
                "| z | 2 | [0, 0, 1] |\n| v1 | 0.25 | [0.25, -0.0625, 0] |\n| f | 2.25 | [0.25, -0.0625, 1] |",
                {"dv1/dx", "dv1/dy", "df/dx", "df/dy"},
            ),
            (
                "| trace | value | derivative |\n|---|---|---|\n| x | 1 | [0, 1, 0] |\n| y | 4 | [1, 0, 0] |\n"
                "| z | 2 | [0, 0, 1] |\n| v1 | 0.25 | [0.25, -0.0625, 0] |\n| f | 2.25 | [0.25, -0.0625, 1] |",
                set(),
            ),
        ],
    ),
    "exact values": Case(
        "v = sin(x); u = cos(y); f = u*v",
        {"x": 1.0, "y": 1.0},
        ("df/dy", "f"),
        [
            (r"$\frac{\partial f}{\partial y} = -\sin^2(1)$", {"df/dy"}),
            (r"$\frac{\partial f}{\partial y} = -\cos^2(1)$", set()),
        ],
    ),
    "output under a title with a dash": Case(
        *NEURON,
        ("dL/db", "dL/dz"),
        [
            (
                "```python\ndL_db = dL_dz\nprint('Gradient - dL/db:', dL_db)\n```\n\n```\nGradient - dL/db: -0.25\n```",
                {"dL/db"},
            ),
            (
                "```python\ndL_db = dL_dz\nprint('Gradient - dL/db:', dL_db)\n```\n\n```\nGradient - dL/db: 0.4\n```",
                set(),
            ),
            (
                "```python\ndL_db = dL_dz\n# Mostrar resultados\nprint('dL/db:', dL_db)\n```\n\n```\ndL/db: -0.25\n```",
                {"dL/db"},
            ),
        ],
    ),
    "tables of the forward mode": Case(
        "x2 = x1**2; x3 = sin(x2)",
        {"x1": 3.0},
        ("x2", "x3", "dx2/dx1", "dx3/dx1"),
        [
            (
                "| Trace | Elementary Function | Current Value | Elementary Function Derivative | Elementary Function "
                "Derivative Value |\n|---|---|---|---|---|\n"
                r"| $x_1$ | $x_1$ | 3 | $\dot{x}_1$ | 1 |" + "\n"
                r"| $x_2$ | $x_1^2$ | 9 | $2x_1\dot{x}_1$ | 6 |" + "\n"
                r"| $x_3$ | $\sin(x_2)$ | $\sin(9)$ | $\cos(x_2)\dot{x}_2$ | $6\cos(9)$ |",
                {"x2", "x3", "dx2/dx1", "dx3/dx1"},
            ),
            (
                "| Trace | Elementary Function | Current Value | Elementary Function Derivative |\n|---|---|---|---|\n"
                r"| $x_1$ | $x_1$ | 3 | 1 |" + "\n"
                r"| $x_2$ | $x_1^2$ | 9 | $2x_1$ |" + "\n"
                r"| $x_3$ | $\sin(x_2)$ | $\sin(9)$ | $\cos(x_2)$ |",
                {"x2", "x3"},
            ),
        ],
    ),
}
ROWS = rows(CASES)


@pytest.mark.parametrize(("name", "answer", "accepted"), ROWS)
def test_real_styles(name: str, answer: str, accepted: set[str]) -> None:
    verdicts = CASES[name].judged(answer)
    assert {verdict.key for verdict in verdicts if verdict.status in ACCEPTED} == accepted
    if accepted:
        assert not any(verdict.status is Status.WRONG for verdict in verdicts if verdict.key in accepted)
