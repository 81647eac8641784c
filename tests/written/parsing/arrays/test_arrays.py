"""Equations between vectors and matrices: what is written, and the equations that are read."""

import pytest
from tests.written import corpus
from tests.written.corpus import ACCEPTED

from gradbook.graph import Graph
from gradbook.written import Exercise, judge, read
from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.lexicon import Lexicon
from gradbook.written.reading import reading_of

FLAT = Exercise.from_graph(Graph("q = x + y; f = q*z", x=-2, y=5, z=-4), ["f"]).lexicon
NEURON = Exercise.from_graph(Graph("z = w1*x1 + w2*x2 + b; a = relu(z)", w1=1, x1=2, w2=3, x2=4, b=5), ["a"]).lexicon
LAYER = Exercise.from_graph(
    Graph(
        "z1 = w11*x1 + w12*x2; z2 = w21*x1 + w22*x2; h1 = relu(z1); h2 = relu(z2); L = v1*h1 + v2*h2",
        w11=1, w12=2, w21=3, w22=4, x1=5, x2=6, v1=7, v2=8,
    ),
    ["L"],
).lexicon  # fmt: skip
LAYERS = corpus.LAYERS.lexicon
SOFT = Exercise.from_graph(
    Graph("score_1 = x*W_1; score_2 = x*W_2; p_hat_1 = tanh(score_1); p_hat_2 = tanh(score_2); L = p_hat_1*p_hat_2",
          x=1, W_1=2, W_2=3), ["L"],
).lexicon  # fmt: skip
BIASED = Exercise.from_graph(
    Graph(
        "z2_1 = w2_10 + w2_11*x; z2_2 = w2_20 + w2_21*x; L = tanh(z2_1)*tanh(z2_2)",
        w2_10=1,
        w2_11=2,
        w2_20=3,
        w2_21=4,
        x=5,
    ),
    ["L"],
).lexicon

TARGET = Exercise.from_graph(
    Graph("o1_1 = tanh(v1_1*x); o1_2 = tanh(v1_2*x); L = (o1_1 + o1_2 - o)**2", x=1, v1_1=2, v1_2=3, o=1), ["L"]
).lexicon  # a layer o1 and a target o

PLANE = Exercise.from_graph(Graph("f = x_1**2 + x_2", x_1=3, x_2=4), ["f", "new:x_1", "new:x_2"]).lexicon
READ: list[tuple[Lexicon, str, list[str]]] = [
    *(
        (LAYER, f"{layer} = [17, 39]", ["z1 = 17", "z2 = 39"])
        for layer in ("z_hidden", "$z_{hidden}$", r"$\mathbf{z}_{\text{hidden}}$", "z_vec", "z_all")
    ),
    (LAYER, "z_hidden = [17, 39, 4]", ["z1 = <[17, 39, 4]>", "z2 = <[17, 39, 4]>"]),
    (LAYER, "z_visible = [17, 39]", []),
    # what only wraps a list, and signs of other programs
    *(
        (LAYER, f"dL/dz = {vector}", ["dL/dz1 = 7", "dL/dz2 = 8"])
        for vector in (
            "{7, 8}",
            "np.array([7, 8])",
            "array([7, 8])",
            "tf.constant([7, 8])",
            r"$(7,\; 8)^{\!\top}$",
            r"$\begin{Bmatrix} 7 \\ 8 \end{Bmatrix}$",
            r"$\begin{pmatrix} 7 \\\\ 8 \end{pmatrix}$",
        )
    ),
    (
        LAYER,
        "dL/dW = {{1, 2}, {3, 4}}",
        [f"dL/dw{n} = {value}" for n, value in zip((11, 12, 21, 22), "1234", strict=True)],
    ),
    (LAYER, "x1 = {7,8}", ["x1 = 7.8"]),  # a decimal comma
    *(
        (LAYER, f"dL/dz = {product} = [7; 16]", ["dL/dz1 = 7 * 1 = 7", "dL/dz2 = 8 * 2 = 16"])
        for product in ("[7; 8] .* [1; 2]", "(7, 8) ∘ (1, 2)", "[7, 8] ⨀ [1, 2]")
    ),
    (LAYER, "dL/dz = diag(1, 2) [7; 8] = [7; 16]", ["dL/dz1 = 1 * 7 = 7", "dL/dz2 = 2 * 8 = 16"]),
    (LAYER, "dh/dz = diag(1, 0)", ["dh1/dz1 = 1", "dh2/dz2 = 0"]),
    (TARGET, r"$\frac{\partial L(o, \hat{o})}{\partial v_1} = (5, 6)$", ["dL/dv1_1 = 5", "dL/dv1_2 = 6"]),
    (TARGET, r"$L(\hat{o}, o) = 3$", ["L = 3"]),
    (TARGET, r"$L(\hat{o} + 1, o) = 3$", []),
    # equations inside a list
    (LAYER, "z = [1*5 + 2*6 = 17, 3*5 + 4*6 = 39]", ["z1 = 1 * 5 + 2 * 6 = 17", "z2 = 3 * 5 + 4 * 6 = 39"]),
    (
        LAYER,
        r"$z = W x = \begin{bmatrix} 5 + 12 = 17 \\ 15 + 24 = 39 \end{bmatrix}$",
        ["z1 = w11 * x1 + w12 * x2 = 5 + 12 = 17", "z2 = w21 * x1 + w22 * x2 = 15 + 24 = 39"],
    ),
    (LAYER, "z = [5 + 12 = 17, 39]", ["z1 = <5 + 12 = 17>", "z2 = 39"]),
    (LAYER, r"z = \[17, 39]", ["z1 = 17", "z2 = 39"]),  # as Markdown needs it
    # one number for each entry
    (LAYER, "z = 17 (both)", ["z1 = 17", "z2 = 17"]),
    (LAYER, "`z = 17` (both)", ["z1 = 17", "z2 = 17"]),
    (LAYER, "z = 17 (beide)", ["z1 = 17", "z2 = 17"]),
    (LAYER, "z = 17 (les deux)", ["z1 = 17", "z2 = 17"]),
    (LAYER, "v := 7 - 1 (both weights)", ["v1_new = 7 - 1", "v2_new = 7 - 1"]),
    (LAYER, "dL/dv = 17 (for both)", ["dL/dv1 = 17", "dL/dv2 = 17"]),
    (LAYER, "z = 17", ["z1 = 17", "z2 = 17"]),  # counts where it fits
    (LAYER, "L = 17 (both)", ["L = 17"]),
    # w is the entry that the gradient beside it is by
    (PLANE, "x_new = x_old - 0.1 df/dx_1 = 2.4", ["x_1_new = x_1_old - 0.1 * df/dx_1 = 2.4"]),
    (
        PLANE,
        "x_new = x - 0.1 df/dx_1\nx_new = 3 - 0.6 = 2.4",
        ["x_1_new = x_1 - 0.1 * df/dx_1", "x_1_new = 3 - 0.6 = 2.4"],
    ),
    (PLANE, "x_new = 3 - 0.6 = 2.4", [f"x_{n}_new = 3 - 0.6 = 2.4" for n in (1, 2)]),
    (PLANE, "x_new = x - 0.1 (df/dx_1, df/dx_2)", [f"x_{n}_new = x_{n} - 0.1 * df/dx_{n}" for n in (1, 2)]),
    (LAYERS, "W2_new = [1.9, -0.9]", ["W2_1_new = 1.9", "W2_2_new = -0.9"]),
    (LAYERS, "b1_neu = [0.4, 1.1]", ["b1_1_new = 0.4", "b1_2_new = 1.1"]),
    (
        LAYERS,
        "W2_new = [2, -1] - (0.1)[1, 3]",
        ["W2_1_new = 2 - 0.1 * 1", "W2_2_new = -1 - 0.1 * 3"],
    ),
    (
        LAYERS,
        r"$\frac{\partial L}{\partial z_1} = \frac{\partial L}{\partial a_1} \cdot \frac{\partial a_1}{\partial z_1}$",
        [f"dL/dz1_{n} = dL/da1_{n} * da1_{n}/dz1_{n}" for n in (1, 2)],
    ),
    (
        LAYERS,
        r"$\frac{\partial a_1}{\partial z_1} = [1, 0]$, $\frac{\partial z_1}{\partial W_2} = [1, 0]$",
        ["da1_1/dz1_1 = 1", "da1_2/dz1_2 = 0"],
    ),
    (
        LAYERS,
        r"${W}_2 = [2, -1]$, ${b}_{1} = [0.5, 1]$, $b{_2} = 0.5$",
        [
            "W2_1 = 2",
            "W2_2 = -1",
            "b1_1 = 0.5",
            "b1_2 = 1",
            "b2 = 0.5",
        ],
    ),
    (FLAT, r"$\nabla f = (-4, -4, 3)$", ["df/dx = -4", "df/dy = -4", "df/dz = 3"]),
    (FLAT, r"$\nabla f(y, x, z) = (1, 2, 3)$", ["df/dy = 1", "df/dx = 2", "df/dz = 3"]),
    (
        FLAT,
        r"$\nabla f(-2,5,-4) = [1, 2, 3]$",
        [f"df/d{n}(-2, 5, -4) = {v}" for n, v in (("x", 1), ("y", 2), ("z", 3))],
    ),
    (FLAT, "(df/dx, df/dy) = (z, z) = (-4, -4)", ["df/dx = z = -4", "df/dy = z = -4"]),
    (FLAT, "∇f = (df/dz, df/dx) = (3; -4)", ["df/dz = 3", "df/dx = -4"]),
    (FLAT, "$(x,y)_{new} = (-2,5) - 0.1(-4, -4)$", ["x_new = -2 - 0.1 * (-4)", "y_new = 5 - 0.1 * (-4)"]),
    (
        FLAT,
        r"$\theta = (x, z)^\top$, $\theta^{(1)} = \begin{pmatrix} -1.6 \\ -4.3 \end{pmatrix}$",
        ["x = x", "z = z", "x_new = -1.6", "z_new = -4.3"],
    ),
    (FLAT, r"$\nabla f = (1, 2)$", [f"df/d{name} = <(1, 2)>" for name in "xyz"]),
    (FLAT, "$f(x, y, z) = q z$", ["f = q * z"]),  # no vector
    (
        NEURON,
        r"$\nabla a = (2, 4)$",  # by which vector is not said
        ["da/dw1 = 2", "da/dw2 = 4", "da/dx1 = 2", "da/dx2 = 4"],
    ),
    (NEURON, r"$\nabla a = (1, 2, 3, 4)$", [f"da/d{name} = <(1, 2, 3, 4)>" for name in ("w1", "x1", "w2", "x2", "b")]),
    (NEURON, r"$w_{new} = w - 0.1 \nabla w$", ["w1_new = w1 - 0.1 * da/dw1", "w2_new = w2 - 0.1 * da/dw2"]),
    (NEURON, r"$w_{new} = w - 0.1 \nabla a$", ["w1_new = w1 - 0.1 * da/dw1", "w2_new = w2 - 0.1 * da/dw2"]),
    (NEURON, r"$w \leftarrow w - 0.1 \cdot \text{grad}$", ["w1_new = w1 - 0.1 * da/dw1", "w2_new = w2 - 0.1 * da/dw2"]),
    (NEURON, r"$z = w^T x + b = (1, 3) \cdot (2, 4) + 5$", ["z = w1 * x1 + w2 * x2 + b = 1 * 2 + 3 * 4 + 5"]),
    (NEURON, r"$\nabla_w a = 2\,(1, 2)$", ["da/dw1 = 2 * 1", "da/dw2 = 2 * 2"]),
    (
        NEURON,
        r"$\nabla_{(w_1, w_2)} a = \frac{\partial a}{\partial z} (x_1, x_2) = (2, 4)$",
        [f"da/dw{i} = <\\frac{{\\partial a}}{{\\partial z}} (x_1, x_2)> = {2 * i}" for i in (1, 2)],
    ),
    (
        NEURON,
        r"$\nabla a = z (x_1, x_2, 1)^T = (1, 2, 3)$",  # all that is learned
        [f"da/d{name} = <z (x_1, x_2, 1)^T> = {n}" for n, name in enumerate(("w1", "w2", "b"), 1)],
    ),
    (
        NEURON,
        r"$\nabla_{w,b} a = 2 (a - 1) (x_1, x_2, 1) = (1, 2, 3)$",
        ["da/dw1 = 2 * (a - 1) * x1 = 1", "da/dw2 = 2 * (a - 1) * x2 = 2", "da/db = 2 * (a - 1) * 1 = 3"],
    ),
    (NEURON, r"$\nabla_{w,b} a = a(z) (x_1, x_2, 1)$", [f"da/d{n} = <a(z) (x_1, x_2, 1)>" for n in ("w1", "w2", "b")]),
    (NEURON, r"$\nabla_\theta a = [1, 2, 3]$", ["da/dw1 = 1", "da/dw2 = 2", "da/db = 3"]),
    (NEURON, r"$\nabla_{w,b} a = \begin{bmatrix}1\\2\\3\end{bmatrix}$", ["da/dw1 = 1", "da/dw2 = 2", "da/db = 3"]),
    (NEURON, r"$\nabla_{(b, w)} a = (1, 2, 3)$", ["da/db = 1", "da/dw1 = 2", "da/dw2 = 3"]),
    (NEURON, r"$\nabla_{w,k} a = (1, 2, 3)$", []),
    (NEURON, r"$\nabla_w a = (1, 2, 3)$", ["da/dw1 = <(1, 2, 3)>", "da/dw2 = <(1, 2, 3)>"]),  # of another size
    (
        LAYER,
        r"$z = Wx = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}\begin{bmatrix} 5 \\ 6 \end{bmatrix}$",
        ["z1 = w11 * x1 + w12 * x2 = 1 * 5 + 2 * 6", "z2 = w21 * x1 + w22 * x2 = 3 * 5 + 4 * 6"],
    ),
    (LAYER, r"$h = \max(0, z) = (1, 2)$", ["h1 = max(0, z1) = 1", "h2 = max(0, z2) = 2"]),
    (
        LAYER,
        r"$\frac{\partial L}{\partial W} = \frac{\partial L}{\partial z} x^T$",
        [f"dL/dw{i}{j} = dL/dz{i} * x{j}" for i in (1, 2) for j in (1, 2)],
    ),
    (LAYER, r"$\frac{\partial L}{\partial z} = v \odot (1, 0)^T$", ["dL/dz1 = v1 * 1", "dL/dz2 = v2 * 0"]),
    (LAYER, r"$v \leftarrow (7, 8) - 0.1\,h$", ["v1_new = 7 - 0.1 * h1", "v2_new = 8 - 0.1 * h2"]),
    (LAYER, "$W_1 = [[1, 2], [3, 4]]$ and $W_2$", [f"w{i}{j} = {2 * i + j - 2}" for i in (1, 2) for j in (1, 2)]),
    (LAYER, "$W_1 = W_0 - 0.1 G$", [f"w{i}{j}_new = <W_0 - 0.1 G>" for i in (1, 2) for j in (1, 2)]),  # no layers
    *[
        (LAYERS, f"{z} = (3, 2)", ["z1_1 = 3", "z1_2 = 2"])
        for z in ("z₁", "z1", "$z^{(1)}$", r"$\mathbf z^{[1]}$", "$z_1$")
    ],
    *[(LAYERS, f"{z} = 2", ["z1_2 = 2"]) for z in ("$z^{(1)}_2$", "$z_2^{(1)}$", "$z_{1,2}$", "z1_2")],
    *[
        (SOFT, f"{name} = [2, 3]", ["score_1 = 2", "score_2 = 3"])
        for name in ("score", r"$\text{score}$", r"$\mathrm{score}$")
    ],
    *[
        (SOFT, f"{name} [0.9, 1.0]", ["p_hat_1 = 0.9", "p_hat_2 = 1"])
        for name in ("p_hat =", r"$p_{\text{hat}}$ =", "`p_hat` =")
    ],
    (SOFT, "The score is low.", []),
    (SOFT, "dL/dscore = [4, 5]", ["dL/dscore_1 = 4", "dL/dscore_2 = 5"]),
    (BIASED, r"$(w_0^2)_{new} = (6, 7)$", ["w2_10_new = 6", "w2_20_new = 7"]),
    (BIASED, r"$W^2_{neu} = (6, 7)$", ["w2_11_new = 6", "w2_21_new = 7"]),
    (BIASED, r"$\Delta^2 = \mathbf{(8, 9)}$, $\Delta^3$", ["dL/dz2_1 = 8", "dL/dz2_2 = 9"]),
    (BIASED, r"$\Delta^2 = 8$, $\Delta^2 x$", []),
    (LAYERS, "dL/dW2 = a1 @ dL/dz2 = [3, 2]", ["dL/dW2_1 = a1_1 * dL/dz2 = 3", "dL/dW2_2 = a1_2 * dL/dz2 = 2"]),
    (LAYERS, "z1 = W1 @ x + b1", [f"z1_{i} = W1_{i}1 * x_1 + W1_{i}2 * x_2 + b1_{i}" for i in (1, 2)]),
    (LAYERS, "dL/dW2 @ x_1 = 4", []),  # at
    (
        LAYERS,
        "```text\ndL/dz2 = 3\ndL/dW2 = [ 9.5  -2]\nz1 = [ 3  2.25]\n```",
        ["dL/dz2 = 3", "dL/dW2_1 = 9.5", "dL/dW2_2 = -2", "z1_1 = 3", "z1_2 = 2.25"],
    ),
    (LAYERS, "```text\nz1 = [ 3 -2.25]\n```", ["z1_1 = 3", "z1_2 = -2.25"]),  # no difference
    (LAYERS, r"$z_1 = \begin{bmatrix} 3 \cr 2 \end{bmatrix}$", ["z1_1 = 3", "z1_2 = 2"]),
    (
        LAYERS,
        r"$\frac{\partial L}{\partial W^{(1)}} = \begin{pmatrix} 5 \\ 6 \end{pmatrix} \otimes (2, 1)$",
        [f"dL/dW1_{i}{j} = {d} * {x}" for i, d in ((1, 5), (2, 6)) for j, x in ((1, 2), (2, 1))],
    ),
    (LAYERS, "dL/dW1 = (5, 6) ⊗ (2, 1, 3)", [f"dL/dW1_{i}{j} = <(5, 6) ⊗ (2, 1, 3)>" for i in (1, 2) for j in (1, 2)]),
    (
        LAYERS,
        "dL/dz1 = [[2], [-1]] * [1, 1]",
        ["dL/dz1_1 = 2 * 1", "dL/dz1_2 = -1 * 1"],
    ),
    (
        LAYERS,
        "dL/dW1 = [[2], [-1]] * [2, 1, 3]",
        [f"dL/dW1_{i}{j} = <[[2], [-1]] * [2, 1, 3]>" for i in (1, 2) for j in (1, 2)],
    ),
    (LAYERS, "a₁ = relu(z₁) = (3, 2)", ["a1_1 = relu(z1_1) = 3", "a1_2 = relu(z1_2) = 2"]),
    (LAYERS, "b₁ ← (0.3, 1.1), b₂ ← 0.4", ["b1_1_new = 0.3", "b1_2_new = 1.1", "b2_new = 0.4"]),
    (LAYERS, "$b_1 = 0$", ["b1_1 = 0", "b1_2 = 0"]),  # of each, where it fits
    (
        LAYERS,
        r"$\frac{\partial L}{\partial b_1} = -2 (3 - 1) = -4$",
        ["dL/db1_1 = -2 * (3 - 1) = -4", "dL/db1_2 = -2 * (3 - 1) = -4"],
    ),
    (
        LAYERS,
        "```\nW2_grad = [1, 2]\nb1_updated = [3, 4]\n```",
        ["dL/dW2_1 = 1", "dL/dW2_2 = 2", "b1_1_new = 3", "b1_2_new = 4"],
    ),
    (LAYERS, r"$\frac{\partial L}{\partial W^{(2)}} = a^{(1)}$", ["dL/dW2_1 = a1_1", "dL/dW2_2 = a1_2"]),
    *[
        (LAYERS, f"{delta} = (2, -1)", ["dL/dz1_1 = 2", "dL/dz1_2 = -1"])
        for delta in ("δ₁", "delta1", r"$\delta^1$", r"$\boldsymbol{\delta}^{(1)}$", r"$\delta^{[1]}$")
    ],
]


@pytest.mark.parametrize(("lexicon", "text", "expected"), READ)
def test_an_equation_between_arrays_is_read_entry_by_entry(lexicon: Lexicon, text: str, expected: list[str]) -> None:
    assert [read_back(statement, text) for statement in reading_of(text, lexicon)] == expected


SAMPLES = Exercise.from_graph(
    Graph("e1 = w*x1 - y1; e2 = w*x2 - y2; J = (e1**2 + e2**2)/2", w=1, x1=1, x2=2, y1=3, y2=5), ["J"]
).lexicon

SIGNS: list[tuple[Lexicon, str, list[str]]] = [
    # transposes
    (SAMPLES, "dJ/dw = eᵀx = -8", ["dJ/dw = e1 * x1 + e2 * x2 = -8"]),
    (SAMPLES, "e = [-2, -3]ᵀ", ["e1 = -2", "e2 = -3"]),
    (SAMPLES, r"$J = \frac12\mathbf{e}^{\mathsf T}\mathbf{e}$", ["J = 1 / 2 * (e1 * e1 + e2 * e2)"]),
    (SAMPLES, r"$J = \frac12 e^\top e$", ["J = 1 / 2 * (e1 * e1 + e2 * e2)"]),
    (LAYER, "dL/dx = Wᵀ dL/dz", ["dL/dx1 = w11 * dL/dz1 + w21 * dL/dz2", "dL/dx2 = w12 * dL/dz1 + w22 * dL/dz2"]),
    (LAYER, r"$h = W^Tz$", ["h1 = w11 * z1 + w21 * z2", "h2 = w12 * z1 + w22 * z2"]),
    # angles and norms
    (SAMPLES, "e = ⟨-2, -3⟩", ["e1 = -2", "e2 = -3"]),
    (SAMPLES, r"$e = 2\langle -1, 3 \rangle$", ["e1 = 2 * (-1)", "e2 = 2 * 3"]),
    (SAMPLES, r"$\frac{dJ}{dw} = \langle e, x\rangle = -8$", ["dJ/dw = e1 * x1 + e2 * x2 = -8"]),
    (SAMPLES, r"$J = \tfrac12\lVert e\rVert_2^2$", ["J = 1 / 2 * (e1 * e1 + e2 * e2)"]),
    (SAMPLES, "J = 1/2 ||e||² = 6.5", ["J = 1 / 2 * sqrt(e1 * e1 + e2 * e2)**2 = 6.5"]),
    (SAMPLES, r"$J = \frac12\|(-2, -3)\|^2$", ["J = 1 / 2 * (-2 * (-2) + (-3 * (-3)))"]),
    (SAMPLES, r"$e = \frac{x}{w} = (1, 2)$", ["e1 = x1 / w = 1", "e2 = x2 / w = 2"]),
    (SAMPLES, r"$e^\top x = -8$", ["e1 * x1 + e2 * x2 = -8"]),
    # running indices
    (SAMPLES, "$e_i = w x_i - y_i$", ["e1 = w * x1 - y1", "e2 = w * x2 - y2"]),
    (SAMPLES, "J = 1/2 Σ eᵢ²", ["J = 1 / 2 * (e1**2 + e2**2)"]),
    (SAMPLES, r"$\frac{dJ}{dw} = \sum_{i=1}^{2} e_i x_i = -8$", ["dJ/dw = e1 * x1 + e2 * x2 = -8"]),
    (SAMPLES, r"$\frac{dJ}{dw} = \sum_{i=1}^{3} e_i x_i = -8$", [r"dJ/dw = <\sum_{i=1}^{3} e_i x_i> = -8"]),  # of two
    (SAMPLES, r"$\frac{dJ}{de_i} = e_i$", ["dJ/de1 = e1", "dJ/de2 = e2"]),
    (LAYER, r"$z_i = \sum_j w_{ij} x_j$", ["z1 = w11 * x1 + w12 * x2", "z2 = w21 * x1 + w22 * x2"]),
    (LAYER, r"$z_i = \sum_j w_{i,j} x_j$", ["z1 = w11 * x1 + w12 * x2", "z2 = w21 * x1 + w22 * x2"]),
    (LAYER, r"$v_{k+1} = v_k - 0.1 h$", ["v1_new = v1 - 0.1 * h1", "v2_new = v2 - 0.1 * h2"]),
    # new vectors, and their points
    (LAYER, "v → (6, 7)", ["v1_new = 6", "v2_new = 7"]),
    (LAYER, "v: (7, 8) → (6, 7)", ["v1_new = 6", "v2_new = 7"]),
    (LAYER, "dL/dv: [1, 2]", ["dL/dv1 = 1", "dL/dv2 = 2"]),
    (LAYER, r"$\nabla_vL(v) = (1, 2)$", ["dL/dv1 = 1", "dL/dv2 = 2"]),
    (LAYER, r"$\mathbf{v}_1 = \mathbf{v}_0 - 0.1\,h$", ["v1_new = v1_old - 0.1 * h1", "v2_new = v2_old - 0.1 * h2"]),
    (LAYER, "$L(v') = 3$", ["L_new = 3"]),
    (FLAT, r"$\theta^{(1)} = \theta^{(0)} - g = (1, 2, 3)$",
     [f"{n}_new = <\\theta^{{(0)}} - g> = {v}" for n, v in (("x", 1), ("y", 2), ("z", 3))]),
    (FLAT, r"$\mathbf{x}^{1} = (1, 2, 3)$", ["x_new = 1", "y_new = 2", "z_new = 3"]),
    (FLAT, "x_new = x - 0.1 (1, 1, 1) = (1, 2, 3)",
     ["x_new = x - 0.1 * 1 = 1", "y_new = y - 0.1 * 1 = 2", "z_new = z - 0.1 * 1 = 3"]),
    (FLAT, r"$(x, y) \mapsto (-1.6, 5.4)$", ["x_new = -1.6", "y_new = 5.4"]),
    (FLAT, "(x, y) -> (-1.6, 5.4)", ["x_new = -1.6", "y_new = 5.4"]),
    (FLAT, r"$\theta_1 = (1, 2)$", []),  # of which two?
    # as programs and prints write them
    (LAYER, "z = [17 -39]", ["z1 = 17", "z2 = -39"]),
    (LAYER, "z = [17 - 39]", ["z1 = <[17 - 39]>", "z2 = <[17 - 39]>"]),
    (LAYER, "dL/dW = [1 2; 3 4]", [f"dL/dw{n} = {v}" for n, v in (("11", 1), ("12", 2), ("21", 3), ("22", 4))]),
    (LAYER, "W.grad = tensor([[1., 2.],\n        [3., 4.]])",
     [f"dL/dw{n} = {v}" for n, v in (("11", 1), ("12", 2), ("21", 3), ("22", 4))]),
    (LAYER, "dL/dv = [[1], [2]]", ["dL/dv1 = 1", "dL/dv2 = 2"]),  # no marks of grading
    (LAYER, "dL/dv = [[1.5],\n [0]]", ["dL/dv1 = 1.5", "dL/dv2 = 0"]),
    (LAYER, "∇v L = (1, 2)", ["dL/dv1 = 1", "dL/dv2 = 2"]),
    (TARGET, r"$o^{(1)} = (0.964, 0.995)$, $o^{(1)}_2 = 0.995$", ["o1_1 = 0.964", "o1_2 = 0.995", "o1_2 = 0.995"]),
    (PLANE, r"$x^{(1)} = x^{(0)} - \eta \nabla f = (3, 4) - 0.1 (6, 2) = (2.4, 3.8)$",
     ["x_1_new = x_1_old - lr * df/dx_1 = 3 - 0.1 * 6 = 2.4", "x_2_new = x_2_old - lr * df/dx_2 = 4 - 0.1 * 2 = 3.8"]),
    (PLANE, "$x^{(1)} = 3$", ["x_1 = 3"]),  # the first of two
    (FLAT, "$X^{(1)} = (1, 2, 3)^T$", ["x_new = 1", "y_new = 2", "z_new = 3"]),
    (FLAT, "$X^{(0)} = (1, 2, 3)^T$, $X^{(1)} = (1, 2)^T$", []),
    (TARGET, "$o = 1$, $x^{(1)} = 2$", ["o = 1", "x_new = 2"]),
    (SAMPLES, r"$J = \sum_ie_ix_i$", ["J = e1 * x1 + e2 * x2"]),
    # names of gradients
    (LAYER, r"$\delta_z = (1, 2)$", ["dL/dz1 = 1", "dL/dz2 = 2"]),
    (
        LAYER,
        r"$\delta = \nabla_z L = (1, 2)$, $\nabla_x L = W^\top\delta$",
        ["dL/dz1 = dL/dz1 = 1", "dL/dz2 = dL/dz2 = 2",
         "dL/dx1 = w11 * dL/dz1 + w21 * dL/dz2", "dL/dx2 = w12 * dL/dz1 + w22 * dL/dz2"],
    ),
    (LAYER, r"$\bar{\mathbf h} = \mathbf v$, $\bar{\mathbf v} = (1, 2)$",
     ["dL/dh1 = v1", "dL/dh2 = v2", "dL/dv1 = 1", "dL/dv2 = 2"]),
    (LAYER, r"$\bar{\mathbf h} = (1, 2)$", []),  # a mean, who knows
    (LAYER, r"$\delta = \nabla_z L$, $\delta = \nabla_h L = (1, 2)$",
     ["dL/dh1 = 1", "dL/dh2 = 2"]),  # of which is it the name?
]  # fmt: skip


@pytest.mark.parametrize(("lexicon", "text", "expected"), SIGNS)
def test_signs_of_vectors_are_read_as_what_they_come_to(lexicon: Lexicon, text: str, expected: list[str]) -> None:
    assert [read_back(statement, text) for statement in reading_of(text, lexicon)] == expected


# names in which the layer stands first, without a sign between it and the unit
LAYERED = Exercise.from_graph(
    Graph(
        "z11 = w11*x1 + w12*x2; z12 = w21*x1 + w22*x2; a11 = tanh(z11); a12 = tanh(z12); z2 = v1*a11 + v2*a12",
        w11=0.5, w12=-1, w21=2, w22=1, x1=0.4, x2=0.3, v1=2, v2=3,
    ),
    ["z11", "z12", "a11", "a12", "z2"],
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("z1 = W x = [-0.1, 1.1]", {"z11", "z12"}),
        ("$z_1 = W x = [-0.1, 1.1]^T$, $a_1 = \\tanh(z_1) = [-0.0997, 0.8005]^T$", {"z11", "z12", "a11", "a12"}),
        ("z1 = [-0.1, 1.1], a1 = [-0.0997, 0.8005], z2 = v a1 = 2.202", {"z11", "z12", "a11", "a12", "z2"}),
        (r"$z_1 = \begin{bmatrix} 0.5 & -1. \\ 2. & 1. \end{bmatrix} x = [-0.1, 1.1]^T$", {"z11", "z12"}),
        ("z1 = [-0.1, 1.1]\n\n***\n\n`a1`\n\na1 = [-0.0997, 0.8005]", {"z11", "z12", "a11", "a12"}),
        ("z1 = [1.1, -0.1]", set()),
        ("z2 = [-0.1, 1.1]", set()),
        ("z1 = 2.202", set()),
    ],
)
def test_names_of_a_layer_make_its_vector(text: str, accepted: set[str]) -> None:
    found = corpus.verdicts(text, LAYERED)
    assert {key.text for key in LAYERED.keys if found[key.text].status in corpus.ACCEPTED} == accepted


TWO = Exercise.from_graph(
    Graph(
        "s1 = w1*x11 + w2*x12; s2 = w1*x21 + w2*x22; L = (s1 + s2**2)/2",
        w1=0.5, w2=-1.0, x11=1.0, x12=-1.0, x21=2.0, x22=0.5,
    ),
    ["dL/dw1", "dL/dw2", "dL/ds1", "dL/ds2"],
)  # 1.5, -0.25, 0.5, 0.5  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("dL/dw = X' * dL/ds = [1.5; -0.25]", {"dL/dw1", "dL/dw2"}),
        ("dL/dw = X' dL/ds = [1.5; -0.25]", {"dL/dw1", "dL/dw2"}),
        ("dL/dw = X' * dL/ds = [1.5; 0.25]", {"dL/dw1"}),
        ("dL/dw = X * dL/ds = [0; 1.25]", set()),
        ("X' = 2\n\ndL/dw = X' * dL/ds = [1.5; -0.25]", set()),  # of another X
    ],
)
def test_a_prime_at_a_matrix_in_a_product_transposes_it(answer: str, accepted: set[str]) -> None:
    assert {verdict.key for verdict in judge(read(answer, TWO), TWO) if verdict.status in ACCEPTED} == accepted
