"""What answers call a graph's quantities by names of their own courses, and what they never mean."""

import pytest
from tests.written.corpus import EXERCISES

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, judge, read
from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.reading import reading_of

# z1 = w1*x + b1; h1 = sigmoid(z1); z2 = w2*h1 + b2; y_hat = sigmoid(z2); L = 0.5*(y_hat - y)**2
LAYERS = EXERCISES["two layers"]
# z = w*x + b; a = sigmoid(z); L = (a - y)**2
NEURON = EXERCISES["neuron"]
TIMES = Exercise.from_graph(
    Graph("h1 = tanh(w*x1); h2 = tanh(w*x2 + u*h1); L = (h2 - t)**2", w=1, x1=2, x2=3, u=4, t=1),
    ["h1", "h2", "L", "dL/dh2", "dL/dt"],
)
ENERGY = Exercise.from_graph(Graph("k = 0.5*m; u = m*g; E = k + u", m=1, g=2), ["k", "u", "E", "dE/dk"])
ERRING = Exercise.from_graph(Graph("a = w*x; E = 0.5*(a - y)**2", w=1, x=2, y=1), ["a", "E", "dE/da"])
TRACE = Exercise.from_graph(Graph("v1 = x1*x2; v2 = sin(v1); f = v2 + v1", x1=1, x2=2), ["f", "df/dv1", "df/dx1"])
CELLS = Exercise.from_graph(Graph("a2 = wx*x2 + wh*h1; L = a2**2", wx=1, x2=2, wh=3, h1=2), ["L", "dL/dwx", "new:wx"])
GRID = Exercise.from_graph(  # the layer of a weight stands last
    Graph("h = w11_1*i1 + w21_1*i2; o = w11_2*h; E = o**2", w11_1=1, w21_1=2, w11_2=3, i1=4, i2=5),
    ["h", "o", "dE/dw11_2", "dE/dw21_1", "new:w11_2"],
)
UNITS = Exercise.from_graph(  # one unit a layer, each with the layer's number first
    Graph("phi1_1 = t1 + t2*x2; s1_1 = sigmoid(phi1_1); phi2_1 = t4 + t5*s1_1", t1=1, t2=1, t4=1, t5=1, x2=1),
    ["phi1_1", "s1_1", "phi2_1"],
)
WIRED = Exercise.from_graph(  # weights by the units that they connect
    Graph("u1 = w_a1u1*a1; o = w_u1o*u1; L = o**2", w_a1u1=1, a1=2, w_u1o=3), ["L", "dL/dw_u1o", "new:w_a1u1"]
)
LAYER_FIRST = Exercise.from_graph(  # two units, and one behind them
    Graph(
        "z1_1 = w1_1*x + b1_1; z1_2 = w1_2*x + b1_2; z2_1 = z1_1 + z1_2 + b2_1",
        w1_1=1,
        w1_2=2,
        x=3,
        b1_1=4,
        b1_2=5,
        b2_1=6,
    ),
    ["z1_1", "z1_2", "z2_1", "dz2_1/db1_2"],
)
LAYER_LAST = Exercise.from_graph(
    Graph(
        "z1_1 = w1_1*x + b1_1; z2_1 = w2_1*x + b2_1; z1_2 = z1_1 + z2_1 + b1_2",
        w1_1=1,
        w2_1=2,
        x=3,
        b1_1=4,
        b2_1=5,
        b1_2=6,
    ),
    ["z1_1", "z2_1", "z1_2", "dz1_2/db2_1"],
)
READ: list[tuple[Exercise, str, list[str]]] = [
    (LAYER_FIRST, "$b_1^{(2)} = 6$, $b_2^{(1)} = 5$, $z_1^{(2)} = 7$, $z_2^{(1)} = 8$",
     ["b2_1 = 6", "b1_2 = 5", "z2_1 = 7", "z1_2 = 8"]),
    (LAYER_FIRST, "$w_1^{(1)} = 1$, $w_2^{(1)} = 2$, $w_1^{(2)} = 3$", ["w1_1 = 1", "w1_2 = 2", "3 = 3"]),
    (LAYER_LAST, "$b_1^{(2)} = 6$, $b_2^{(1)} = 5$, $z_1^{(2)} = 7$, $z_2^{(1)} = 8$",
     ["b1_2 = 6", "b2_1 = 5", "z1_2 = 7", "z2_1 = 8"]),
    *(
        (WIRED, f"${name} = 3$", ["w_u1o = 3"])
        for name in (r"w_{u_1 \to o}", r"w_{u1\rightarrow o}", "w_{u1→o}", "w_{u1 -> o}", "w_{u1,o}",
                     r"w_{\text{u1} \to o}")
    ),
    (WIRED, r"$\partial L/\partial w_{a1 \to u1} = 4$, $w_{a1 \to u1}^{new} = 2$, $w_{a1 \to o} = 9$",
     ["dL/dw_a1u1 = 4", "w_a1u1_new = 2", "9 = 9"]),  # a name of its own
    (UNITS, r"$\phi^1_1 = 2$, $\phi^2_1 = 1.9$", ["phi1_1 = 2", "phi2_1 = 1.9"]),
    (UNITS, r"$s^1_1 = \sigma(\phi^1_1)$, $s^{1}_{1} = 0.88$", ["s1_1 = sigmoid(phi1_1)", "s1_1 = 0.88"]),
    *((LAYERS, f"{net} = 0.9", ["z1 = 0.9"]) for net in ("net(h1)", "$net(h_1)$", "z(h1)", "$z(h_1)$")),
    *(
        (LAYERS, f"{net} = 0.9", ["z1 = 0.9"])
        for net in ("net_h1", "net_{h1}", r"$\text{net}_{h_1}$", r"$\mathrm{net}_{h1}$", r"$\operatorname{net}_{h1}$",
                    "net<sub>h1</sub>", "net h1", "$z_{h1}$", "in_{h1}", "the net input of h1",
                    "the weighted sum of h1")
    ),
    *(
        (LAYERS, f"{out} = 0.5", ["y_hat = 0.5"])
        for out in ("out_o", "out_{o1}", r"$\text{out}_{o1}$", r"$\text{out}_o$", "out<sub>o</sub>", "$a_o$")
    ),
    *(
        (LAYERS, f"{loss} = 0.5", ["L = 0.5"])
        for loss in ("E_total", "$E_{total}$", "$E_{tot}$", r"$L_{\text{total}}$", "$J_{gesamt}$", "E<sub>total</sub>",
                     r"$\ell$", "ℓ", r"$\mathcal L$", r"$\mathcal{L}(\hat y, y)$", r"$L(\theta)$", "L(θ)", "L(w1, b1)")
    ),
    *(
        (LAYERS, f"{slope} = 3", ["dL/dz2 = 3"])
        for slope in (r"$\frac{\partial E_{total}}{\partial net_{o1}}$", "dE_total/dnet_o",
                      r"$\partial\ell/\partial z_2$", "∂ℓ/∂net_o", "dℓ/dz2",
                      r"$\frac{\partial L(\theta)}{\partial\,\text{net}_o}$")
    ),
    (LAYERS, "out_h1 = h1 = 0.7, a_1 = 3", ["h1 = h1 = 0.7"]),  # who knows what a_1 is
    (LAYERS, "the net has h1 = 0.7, the net input is 0.9", ["h1 = 0.7"]),
    (LAYERS, "the weighted sum is z1 = 0.9, its output h1 = 0.7", ["z1 = 0.9", "h1 = 0.7"]),
    (LAYERS, r"For layer $\ell = 2$: $h^{(\ell)}$", []),
    (NEURON, "$L_0 = 3$, $a_{old} = 2$", ["L = 3?", "a = 2?"]),
    (NEURON, r"$\partial L_0/\partial a = 3$", ["dL/da = 3"]),
    (NEURON, "L(a, y) = (a - y)^2, L(w_new) = 2", ["L = (a - y)**2", "L_new = 2"]),
    (NEURON, "$L'(w', b') = 2$, $L_{new}(w_{new}, b_{new}) = 3$", ["L_new = 2", "L_new = 3"]),
    (NEURON, "$L_{new}(2, 3) = 3$", []),  # where is that?
    (TIMES, r"$h^{\langle 1\rangle} = 3$, $h^{[2]} = 4$, $h^{<1>} = 3$", ["h1 = 3", "h2 = 4", "h1 = 3"]),
    (TIMES, "$L_t = 3$", ["dL/dt = 3"]),
    (TIMES, "$w_{t+1} = w_t - 0.1$, $L_t = 3$", ["w_new = w - 0.1", "L = 3"]),
    (ENERGY, "$E_k = E_u = 1$", ["dE/dk = dE/du = 1"]),
    *((ERRING, f"{told} 0.5 * (2 - 1)^2 = 0.5", ["E = 0.5 * (2 - 1)**2 = 0.5?"])
      for told in ("Error =", "The error is", "Total error:", "MSE =", "Fehler =", "L'erreur est", "El error es",
                   "O erro é", "L'errore è", "误差 =", "오차 =", "誤差 =", "Hata =", "Ошибка =", "Błąd =")),
    (ENERGY, "$f'_k$ and $E'_k = 1$", ["dE/dk = 1"]),
    (CELLS, "∂L/∂Wx = 3, $W_h = 2$", ["dL/dwx = 3", "wh = 2"]),
    *(
        (LAYERS, loss, ["L = 0.5"])
        for loss in ("loss = 0.5", "$loss = 0.5$", r"$\text{loss} = 0.5$", r"$$\mathrm{Loss} = 0.5$$", "The cost = 0.5",
                     "Cost(w1, b1) = 0.5", r"$\text{Verlust} = 0.5$", "La perte = 0,5", "```\nloss = 0.5\n```",
                     r"$\text{损失} = 0.5$", "Loss function: $L = 0.5$")
    ),
    *(
        (LAYERS, slope, ["dL/dz2 = 3"])
        for slope in ("dLoss/dz2 = 3", "d(loss)/dz2 = 3", r"$\frac{\partial\,\text{Cost}}{\partial z_2} = 3$",
                      "dloss_dz2 = 3", "```python\ndloss_dz2 = 3\n```", "∂Loss/∂z2 = 3")
    ),
    *(
        (GRID, f"${name} = 0.4$", ["w11_2 = 0.4"])
        for name in ("w_{11}^{(2)}", "w^{(2)}_{11}", "w_{11}^{2}", "w_{11}^2", "w_{11}^{[2]}", "w_{1,1}^{(2)}")
    ),
    *(
        (GRID, rf"${name} = 0.4$", ["w11_2_new = 0.4"]) for name in ("w_{11}^{2+}", "w_{11}^{(2)+}")
    ),
    (GRID, r"$\frac{\partial E}{\partial w_{21}^{1}} = 0.4$, $\frac{\partial E}{\partial w^{(2)}_{11}} = 3$",
     ["dE/dw21_1 = 0.4", "dE/dw11_2 = 3"]),
    (GRID, "$h^2 = 4$, $w_{22}^{2} = 3$, $w_{11}^{3} = 5$", ["h**2 = 4"]),  # a power, and names of none
    (CELLS, "Wx: 1 → 0.7", ["wx_new = 0.7"]),
    (TIMES, "$h_0 = 0$, $h_1 = 3$", ["h1 = 3"]),  # where the series begins
    (LAYERS, r"$x = 2 \xrightarrow{w_1 = 0.4} z_1 = 0.9 \xrightarrow[]{\sigma} h_1 = 0.71$",
     ["x = 2", "w1 = 0.4", "z1 = 0.9", "h1 = 0.71"]),
    # nouns
    (LAYERS, "- **Score.** $z_2 = 0.3$\n\nThe derivative of the loss with respect to the score is $-0.1$.",
     ["z2 = 0.3", "dL/dz2 = -0.1"]),
    (LAYERS, "The score z2 = 0.3. The gradient of the score is -0.1.", ["z2 = 0.3", "dL/dz2 = -0.1"]),
    (LAYERS, "The value z1 = 0.9. The value z2 = 0.3. The gradient of the value is 3.", ["z1 = 0.9", "z2 = 0.3"]),
    (LAYERS, "the derivative of the sum with respect to z1 is 3", []),  # of which sum?
    # gradients without the output
    (NEURON, r"$\nabla_a = 2(a-y)$, $\nabla_z = \nabla_a\,a(1-a)$, $\nabla_w L = 3$",
     ["dL/da = 2 * (a - y)", "dL/dz = dL/da * a * (1 - a)", "dL/dw = 3"]),
    (NEURON, "dz = da * a*(1-a) = 0.3\ndw = dz*x\nw -= 0.1*dw",
     ["dL/dz = dL/da * a * (1 - a) = 0.3", "dL/dw = dL/dz * x", "w_new = w - 0.1 * dL/dw"]),
    (NEURON, "da = a(1-a) dz\ndL = 2(a-y) da", ["dL/da = <a(1-a) dz>", "dL/dL = <2(a-y) da>"]),  # differentials
    # adjoints
    (TRACE, r"$\bar v_i := \partial f/\partial v_i$. $\bar x_1 = \bar v_1 x_2$", ["df/dx1 = df/dv1 * x2"]),
    (TRACE, r"Reverse accumulation: $\bar v_1 = 3$", ["df/dv1 = 3"]),
    (TRACE, r"$\bar v_1 = 3$ is a mean", ["3 = 3"]),
    (TRACE, "Let $\\bar v_i = \\partial f/\\partial v_i$.\n\n```python\nv1_bar = f_bar * 2\nx1_bar = v1_bar * x2\n```",
     ["df/dv1 = df/df * 2", "df/dx1 = df/dv1 * x2"]),
    (TRACE, "| Adjoint | Rule | Value |\n|---|---|---|\n| $\\bar v_1$ | $\\cos v_1 + 1$ | 0.8 |",
     ["df/dv1 = cos(v1) + 1 = 0.8"]),
    # deltas
    (NEURON, r"$\delta = \partial L/\partial z$. $\delta = 2(a-y)a(1-a) = 3$, $\partial L/\partial b = \delta$",
     ["dL/dz = dL/dz", "dL/dz = 2 * (a - y) * a * (1 - a) = 3", "dL/db = dL/dz"]),
    (NEURON, r"$\delta = 2(a-y)a(1-a)$, where $\delta = \partial L/\partial z$",
     ["dL/dz = 2 * (a - y) * a * (1 - a)", "dL/dz = dL/dz"]),
    (LAYERS, r"$\delta = \partial L/\partial z_2 = 3$, then $\delta = \delta w_2 = 4$", ["<\\delta> = dL/dz2 = 3"]),
    (LAYERS, "δ_o = ∂E/∂net_o = 3, δh1 = ∂E/∂net_h1 = δo · w2",
     ["dL/dz2 = dL/dz2 = 3", "dL/dz1 = dL/dz1 = dL/dz2 * w2"]),
    (LAYERS, r"$\delta_j = \partial L/\partial\text{net}_j$; $\delta_{h1} = 3$", ["dL/dz1 = 3"]),
    (LAYERS, "∂L/∂b1 = δh1 · x", ["dL/db1 = <δh1 · x>"]),  # delta times h1?
]  # fmt: skip


@pytest.mark.parametrize(("exercise", "text", "expected"), READ)
def test_names_of_courses_are_read(exercise: Exercise, text: str, expected: list[str]) -> None:
    found = [
        read_back(statement, text) + "?" * statement.tentative + (f" ({statement.doubt})" if statement.doubt else "")
        for statement in reading_of(text, exercise.lexicon)
    ]
    assert found == expected


SQUARED = Exercise.from_graph(Graph("u = k*g; d = u - m; f = d**2", k=2, g=3, m=1), ["f"], lr=0.1)


@pytest.mark.parametrize("text", ["loss = 25", "Cost = (6 - 1)^2 = 25", "the loss = 25", "the initial loss = d^2 = 25"])
def test_an_output_that_compares_is_the_loss_whatever_the_graph_calls_it(text: str) -> None:
    assert judge(read(text, SQUARED), SQUARED)[0].status is Status.RIGHT


@pytest.mark.parametrize("text", ["auxiliary loss = 25", "loss = 25 for the second sample", "half of the loss = 25"])
def test_another_loss_is_not_that_of_the_graph(text: str) -> None:
    assert judge(read(text, SQUARED), SQUARED)[0].status is Status.UNREAD
