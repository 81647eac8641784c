r"""Further styles of real answers, each with its like that must not be accepted: functions, steps, comments."""

import pytest
from tests.written.test_real_styles import NEURON, Case, rows

PRODUCT = ("q = x + y; f = q*z", {"x": -2.0, "y": 5.0, "z": -4.0})
CHAIN = ("z1 = w1*x; a1 = sigmoid(z1); z2 = w2*a1; y_hat = sigmoid(z2); L = (y - y_hat)**2",
         {"w1": 0.5, "x": 1.0, "w2": 2.0, "y": 1.0})  # fmt: skip

CASES = {
    "a function stands for the only node that is calculated by it, and its slope needs no argument": Case(
        "z = w*x; a = sigmoid(z); L = (a - y)**2",
        {"w": 0.5, "x": 2.0, "y": 1.0},
        ("a", "da/dz", "dL/dz"),
        [
            (r"$\frac{da}{dz} = \sigma(1 - \sigma) = 0.1966$", {"da/dz"}),
            (r"$\frac{da}{dz} = \sigma \cdot (1 - \sigma) = 0.1966$", {"da/dz"}),
            (r"Slope $\sigma' = 0.7311 \times 0.2689 \approx 0.1966$.", {"da/dz"}),
            (r"$\sigma' = \sigma(1 - \sigma)$, so that $\frac{da}{dz} = 0.1966$", {"da/dz"}),
            (r"$\frac{dL}{dz} = 2(a - y)\,\sigma' = 2(-0.2689)(0.1966) = -0.1057$", {"da/dz", "dL/dz"}),
            (r"$\frac{da}{dz} = \sigma(1 + \sigma) = 0.1966$", set()),
            (r"$\frac{da}{dz} = \sigma^2 = 0.1966$", set()),
            (r"$\sigma' = \sigma = 0.25$", set()),
            (r"$\sigma' = 0.25$", set()),
            ("sigmoid: 0.7311 is what comes out", set()),
        ],
    ),
    "of two nodes by one function it is not told which is meant": Case(
        *CHAIN,
        ("da1/dz1", "dy_hat/dz2"),
        [
            (r"$\sigma' = 0.2350$", set()),
            (r"$\frac{da_1}{dz_1} = \sigma(1 - \sigma) = 0.2350$", {"da1/dz1"}),  # its number is right, its step unread
            (r"$\frac{da_1}{dz_1} = \sigma(1 - \sigma)$", set()),
        ],
    ),
    "tanh without an argument": Case(
        "n = x*w; o = tanh(n)",
        {"x": 2.0, "w": 0.25},
        ("do/dn",),
        [
            ("do/dn = 1 - tanh^2 = 0.7864", {"do/dn"}),
            ("do/dn = 1 - tanh**2 = 0.7864", {"do/dn"}),
            ("do/dn = 1 - tanh² = 0.7864", {"do/dn"}),
            ("do/dn = 1 - tanh = 0.7864", set()),
        ],
    ),
    "a bracket set off by a blank may say what comes out": Case(
        *PRODUCT,
        ("q", "f", "df/dq", "df/dz"),
        [
            ("dq = z (-4) and dz = q (3)", {"q", "df/dq", "df/dz"}),
            ("f = q z (-12)", {"f"}),
            ("q = x + y (3)", {"q"}),
            ("dq = z (4)", set()),
            ("dz = z (-4)", set()),
            ("f = q z (12)", set()),
            ("dq = z(-4)", set()),  # a product, -16
        ],
    ),
    "what is supposed against the facts says nothing, and nothing against what is": Case(
        "z = w*x; a = relu(z); L = (a - y)**2",
        {"w": 0.5, "x": 2.0, "y": 0.0},
        ("L", "da/dz"),
        [
            ("da/dz = 1. (If z had been negative instead, da/dz = 0, and this whole\ngradient would be 0.)", {"da/dz"}),
            ("L = 1 for this model.\n\nThe penalty:\n* If it had been wrong, predicting a = 3, then L = 9.", {"L"}),
            ("If the model had been right, L = 1.", set()),
            ("If z had been positive, da/dz = 1.", set()),
        ],
    ),
    "a node is called d, and its derivative d(d)": Case(
        "d = a*b + c",
        {"a": 2.0, "b": -3.0, "c": 10.0},
        ("d", "dd/da", "dd/dc"),
        [
            ("d(d)/dc = 1\n\nd(d)/da = b = -3", {"dd/dc", "dd/da"}),
            (r"$\frac{d(d)}{dc} = 1$", {"dd/dc"}),
            ("d(d)/dc = 2", set()),
            ("d(a)/dc = 1", set()),
        ],
    ),
    "the signal of the last neuron, and the only one": Case(
        *CHAIN,
        ("dL/dz2", "dL/dz1", "dL/dy_hat"),
        [
            (r"$\delta_{out} = -0.4472 \times 0.1736 = -0.0776$", {"dL/dz2", "dL/dy_hat"}),
            ("δ_out = -0.4472 × 0.2350 = -0.1051", set()),
            (r"$\delta_{out} = -0.451$", set()),
        ],
    ),
    "delta alone is the signal where it fits": Case(
        *NEURON,
        ("dL/dz", "dL/da"),
        [
            ("Delta = 2 (0.5 - 1) 0.25 = -0.25", {"dL/dz", "dL/da"}),
            ("delta = -0.25", set()),
            ("The gap is delta = 0.5 - 0.75 = -0.25", set()),
            ("dL/dz = -0.25. A small nudge: delta = 0.01.", {"dL/dz"}),
            ("delta = 0.01", set()),
        ],
    ),
    "a product of numbers behind a minus is read as one without": Case(
        "z1 = w1*x + b1; h1 = sigmoid(z1); z2 = w2*x + b2; h2 = sigmoid(z2); z3 = w3*h1 + w4*h2; y_hat = sigmoid(z3); "
        "L = (y - y_hat)**2/2",
        {"x": 0.5, "y": 1.0, "w1": 1.7, "b1": -0.85, "w2": -1.7, "b2": 0.85, "w3": 1.0, "w4": -1.0},
        ("dL/dz1",),
        [
            (r"$\frac{\partial L}{\partial z_1} = -0.125 \cdot 1.00 \cdot 0.5(1 - 0.5) = -0.03125$", {"dL/dz1"}),
            (r"$\frac{\partial L}{\partial z_1} = -0.125 \cdot 1.00 \cdot 0.7(1 - 0.5) = -0.03125$", set()),
            (r"$\frac{\partial L}{\partial z_1} = 0.125 \cdot 1.00 \cdot 0.5(1 - 0.5) = 0.03125$", set()),
        ],
    ),
    "a new value is off by a part of the step at most": Case(
        "z = w*x; L = (z - y)**2",
        {"w": 0.2, "x": 1.0, "y": 0.21021},
        ("w1",),
        [
            ("w_new = 0.2 + 0.1 * 0.02042 = 0.20204", {"w1"}),
            ("w_new = 0.202", {"w1"}),
            ("w_new = 0.2 + 0.1 * 0.02042 = 0.2 + 0.00243 = 0.20243", set()),
            ("w_new = 0.20243", set()),
        ],
    ),
    "nobody has rounded the learning rate": Case(
        "z = w*x + b; a = sigmoid(z); L = (y - a)**2",
        {"x": 3000.0, "w": 0.001, "b": 0.155, "y": 0.0},
        ("w1",),
        [
            ("w_new = 0.001 - 0.00001 * 225.7 = -0.001257", {"w1"}),
            ("w_new = 0.001 - 0.00001 * 226.5 = -0.001265", set()),
        ],
        ("w", "b"),
        1e-5,
    ),
    "a new value is told in every language": Case(
        "z = w_2*x; L = (z - y)**2",
        {"w_2": 0.2, "x": 0.5, "y": 1.0},
        ("w_21",),
        [
            (r"$w_2^{yeni} = 0.2 - 0.1(-0.9) = 0.29$", {"w_21"}),
            (r"$w_2^{updated} = 0.29$", {"w_21"}),
            (r"$w_2^{eski} = 0.29$", set()),
            (r"$w_2^{xyz} = 0.29$", set()),
        ],
    ),
    "a comment fills in the function of its line, or the slope of its activation": Case(
        "z = w*x; a = relu(z); s = sigmoid(v); L = a + s",
        {"w": 0.5, "x": 200.0, "v": 0.5},
        ("a", "ds/dv"),
        [
            ("```python\na = max(0, z)   # ReLU(100) = 100\n```", {"a"}),
            ("```python\nds_dv = sigmoid_deriv(v)   # σ(0.5)(1-σ(0.5)) ≈ 0.2350\n```", {"ds/dv"}),
            ("```python\na = max(0, z)   # tanh(100) = 100\n```", set()),
            ("```python\nds_dv = my_slope(v)   # σ(0.5) ≈ 0.2350\n```", set()),
        ],
    ),
    "the marks of comments in the manner of C say nothing": Case(
        *PRODUCT,
        ("q", "f", "df/dq"),
        [
            ("// q = x + y = 3\n// f = q*z = -12", {"q", "f"}),
            ("/*\n * q = x + y = 3\n * df/dq = z = -4\n */", {"q", "df/dq"}),
            ("/* df/dq = z\n = -4 */", {"df/dq"}),
            ("// q = x + y = 4", set()),
            ("/* q = 3\n * is wrong */", set()),
        ],
    ),
    "the error that is worked out or handed back is no mistake": Case(
        *NEURON,
        ("a", "dL/dz"),
        [
            ("La salida es a = 0.5.\n\n1. **Cálculo del Error (Función de Pérdida)**\n\nEl error se mide así.", {"a"}),
            ("dL/dz = -0.25\n\nThis shows how the error flows backward.", {"dL/dz"}),
            ("dL/dz = -0.25\n\n这个例子展示误差如何从输出层传回。", {"dL/dz"}),
            ("dL/dz = -0.25\n\n각 노드는 영향만큼 오류를 받음", {"dL/dz"}),
            ("dL/dz = -0.25\n\nThis is an error.", set()),
            ("dL/dz = -0.25. My calculation error is high.", set()),
            ("dL/dz = -0.25\n\n오류가 있음", set()),
        ],
    ),
    "by how much something changes is not what it is": Case(
        "z = w*x; L = (z - y)**2",
        {"w": 2.0, "x": 3.0, "y": 9.0},
        ("L",),
        [
            ("L = 9\n\nw를 1 증가시키면 L가 18 **감소**", {"L"}),
            ("L = 9\n\nw を 1 増やすと L は 18 減る", {"L"}),
            ("L이 9 감소", set()),
            ("L이 9", {"L"}),
        ],
    ),
    "layers by three digits, by raised digits, and in round brackets": Case(
        "z1 = W111*x1 + W112*x2; z2 = W121*x1 + W122*x2; h1 = tanh(z1); h2 = tanh(z2); u2 = W21*h1 + W22*h2",
        {"x1": 0.5, "x2": -0.2, "W111": 0.3, "W112": -0.1, "W121": 0.2, "W122": 0.4, "W21": 0.5, "W22": -0.3},
        ("z1", "z2", "h1", "h2", "u2", "dh1/dW111"),
        [
            ("z = W1 @ x = [[0.3, -0.1], [0.2, 0.4]] @ [0.5, -0.2] = [0.17, 0.02]", {"z1", "z2"}),
            ("z = W1 @ x = [[0.3, -0.1], [0.2, 0.4]] @ [0.5, -0.2] = [0.02, 0.17]", set()),
            ("```\nz = W1 @ x\n  = [[0.3, -0.1], [0.2, 0.4]] @ [0.5, -0.2]\n  = [0.17, 0.02]\n```", {"z1", "z2"}),
            ("```\nz = [0.3*0.5 + 0.1*0.2,\n     0.2*0.5 - 0.4*0.2]\n  = [0.17, 0.02]\n```", {"z1", "z2"}),
            (
                "With $W^{(1)}$ and $W^{(2)}$: $z^{(1)}_1 = 0.17$, $h^{(1)}_1 = \\tanh(0.17) = 0.1684$, "
                "$h^{(1)}_2 = 0.02$",
                {"z1", "h1", "h2"},
            ),
            ("With $W^{(0)}$, $W^{(1)}$ and $W^{(2)}$: $h^{(1)}_1 = 0.1684$", set()),
            ("$h^{(1)}_1 = 0.1684$", set()),
        ],
    ),
    "raised digits count layers where a letter has a raised 1": Case(
        "z1 = W1*x; a1 = sigmoid(z1); z2 = W2*a1; y_hat = sigmoid(z2)",
        {"x": 2.0, "W1": 0.5, "W2": 0.3},
        ("z1", "a1", "z2", "dz2/dW2"),
        [
            ("```\nz¹ = 0.5(2) = 1\na¹ = sigmoid(1) = 0.731\nz² = 0.3(0.731) = 0.219\n```", {"z1", "a1", "z2"}),
            ("W¹ = 0.5, z¹ = 1, z² = 0.219 and a¹ = 0.731: ∂z²/∂W² = a¹ = 0.731", {"z1", "a1", "z2", "dz2/dW2"}),
            ("z² = 0.219", set()),  # z squared
        ],
    ),
    "a book counts its examples": Case(
        *NEURON,
        ("z", "a"),
        [
            ("**Example 36**: forward pass\n\nz = 0\n\na = 0.5", {"z", "a"}),
            ("**Example 1**\n\nz = 3\n\n**Example 2**\n\nz = 0", set()),
            ("Example: z = 0", set()),
        ],
    ),
    "equations of vectors stand in cells beside others": Case(
        "z = w1*x1 + w2*x2 + b; a = sigmoid(z); C = -log(a)",
        {"x1": 1.2, "x2": 0.5, "w1": 2.0, "w2": -3.0, "b": 0.5},
        ("da/dz", "dC/dw1", "dC/dw2", "dC/db"),
        [
            (
                "Weights $w = [2, -3]$.\n\n| step | rate | product |\n|---|---|---|\n"
                "| through $a$ | $a(1-a) = 0.159$ | |\n"
                "| through $z$ | $\\partial z/\\partial b = 1$ | $\\partial C/\\partial w = [-0.237, -0.099]$, "
                "$\\partial C/\\partial b = -0.198$ |",
                {"dC/dw1", "dC/dw2", "dC/db"},
            ),
            (
                "Weights $w = [2, -3]$.\n\n| step | rate | product |\n|---|---|---|\n"
                "| through $a$ | $a(1-a) = 0.159$ | |\n"
                "| through $z$ | $\\partial z/\\partial b = 1$ | $\\partial C/\\partial w = [-0.099, -0.237]$, "
                "$\\partial C/\\partial b = -0.198$ |",
                {"dC/db"},
            ),
        ],
    ),
    "lists stand over lines": Case(
        "z = w1*x1 + w2*x2 + b; a = sigmoid(z); C = -log(a)",
        {"x1": 1.2, "x2": 0.5, "w1": 2.0, "w2": -3.0, "b": 0.5},
        ("dC/dw1", "dC/dw2"),
        [
            ("```\ndC/dw = [\n  -0.237,\n  -0.099\n]\n```", {"dC/dw1", "dC/dw2"}),
            ("dC/dw = [\n-0.237, -0.099]", {"dC/dw1", "dC/dw2"}),
            ("dC/dw = [ -0.237,\n -0.099,\n]", {"dC/dw1", "dC/dw2"}),
            ("```\ndC/dw = [\n  -0.099,\n  -0.237\n]\n```", set()),
            ("dC/dw = [-0.237,\n\n-0.099]", set()),
        ],
    ),
    "values stand in brackets behind names": Case(
        *PRODUCT,
        ("q", "f"),
        [
            ("q = x (-2) + y (5) = 3 and f = q (3) * z (-4) = -12", {"q", "f"}),
            ("f = z (-4) * q (3) = -12", {"f"}),
            ("q = x + y (3) = 3", {"q"}),
            ("f = q (3) * z (4) = -12", set()),
            ("f = q (3) * z (-4) = 12", set()),
        ],
    ),
    "a function may stand for its only node, but for no more": Case(
        "z = w*x + b; a = sigmoid(z); L = (a - y)**2",
        {"w": 0.5, "x": 2.0, "b": 0.0, "y": 1.0},
        ("da/dz",),
        [
            ("da/dz = sigma (1 - a) = 0.1966", {"da/dz"}),
            ("sigma' = 0.7311*0.2689 = 0.1966", {"da/dz"}),
            ("da/dz = sigma (1 + sigma) = 0.1966", set()),
            ("The largest slope is sigma' = 1/4 = 0.25.", set()),
        ],
    ),
    "the greatest slope is that of no point": Case(
        "z = w*x + b; a = sigmoid(z); L = (a - y)**2",
        {"w": 0.5, "x": 2.0, "b": -1.0, "y": 1.0},
        ("da/dz",),
        [("The largest slope is sigma' = 1/4 = 0.25.", set()), ("sigma' = 0.25 = 1/4 is its maximum", set())],
    ),
    "delta may be a change of a weight": Case(
        "z = w*x + b; a = sigmoid(z); L = (a - t)**2/2",
        {"w": 0.5, "x": 2.0, "b": -1.0, "t": 1.0},
        ("dL/dz",),
        [("delta = -0.5 * 0.25 = -0.125", {"dL/dz"}), ("delta = -0.1 * 1.25 = -0.125", set())],
        lr=0.1,
    ),
    "what changes by a number is no side of the equation before it": Case(
        *PRODUCT, ("q", "f"), [("q가 3이 되고 f는 -12 감소", {"q"}), ("q가 3이고 f는 -12이다", {"q", "f"})]
    ),
    "a star stands before each line of a comment": Case(
        *PRODUCT,
        ("q", "df/dq"),
        [
            ("/* forward:\n * q = 3\n * df/dq = -4\n */", {"q", "df/dq"}),
            ("/* wrong:\n * q = 3\n * df/dq = -4\n */", set()),
        ],
    ),
    "activations are written in capitals, too": Case(
        *CHAIN,
        ("a1", "y_hat"),
        [
            ("a1 = Sigmoid(0.5) = 0.62", {"a1"}),
            ("a1 = SIGMOID(0.5) = 0.62", {"a1"}),
            ("a1 = Sigmoid(-0.5) = 0.62", set()),
            ("a1 = Tanh(0.5) = 0.46", set()),
        ],
    ),
    "a space as wide as a quad parts two equations": Case(
        "f = x**2*y",
        {"x": 3.0, "y": 4.0},
        ("df/dx", "df/dy"),
        [
            (r"$f_x = 2xy \hspace{10mm} f_x(3, 4) = 24$", {"df/dx"}),
            (r"$f_x = 2xy = 24 \hspace{1cm} f_y = x^2 = 9$", {"df/dx", "df/dy"}),
            (r"$f_x = 2 x \hspace{1mm} y = 24$", {"df/dx"}),
            (r"$f_x = 2xy \hspace{10mm} f_x(3, 4) = 25$", set()),
        ],
    ),
    "the weights of two layers are no first iterate": Case(
        "z1 = w11*x1 + w21*x2; h1 = relu(z1); z2 = w31*h1; L = (z2 - y)**2",
        {"w11": 0.5, "w21": 0.25, "w31": 2.0, "x1": 1.0, "x2": 2.0, "y": 1.0},
        ("dL/dw31",),
        [
            (r"$\frac{\partial L}{\partial w_{31}} = 2(2 - 1) \cdot 1 = 2$, $W_1 = [0.4, 0.2]$", {"dL/dw31"}),
            (r"$\frac{\partial L}{\partial W_1} = [2, 2, 2]$", set()),
        ],
    ),
    "a label may give the value before it gives the gradient": Case(
        *CHAIN,
        ("dL/dw1", "dL/dw2"),
        [
            (
                "| Weight | Gradient |\n|---|---|\n| $w_1 = 0.5$ | $-0.0365$ |\n| $w_2 = 2$ | $-0.0483$ |",
                {"dL/dw1", "dL/dw2"},
            ),
            ("| Weight | Gradient |\n|---|---|\n| $w_1 = 0.5$ | $0.0365$ |", set()),
            ("| Weight | Gradient |\n|---|---|\n| $w_1 = -0.0365$ | $0.5$ |", set()),
        ],
    ),
}  # fmt: skip
ROWS = rows(CASES)


@pytest.mark.parametrize(("name", "answer", "accepted"), ROWS)
def test_further_styles(name: str, answer: str, accepted: set[str]) -> None:
    assert CASES[name].accepted(answer) == accepted
