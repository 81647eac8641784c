"""Quantities of a unit and of an edge: z1(in) and z_1^{in} for z1_in, w(x1 → h1) for the weight between the two."""

import pytest

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, judge, read
from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.lexicon import Lexicon
from gradbook.written.reading import reading_of


def _lexicon(text: str, ask: str, **values: float) -> Lexicon:
    return Exercise.from_graph(Graph(text, **values), [ask]).lexicon


IN = _lexicon("h1_in = x*w + b; h1 = sigmoid(h1_in); y_in = v*h1; y = sigmoid(y_in)", "y", x=1, w=0.5, b=0, v=2)
FIRST = _lexicon(
    "net_h1 = x*w + b; h1 = sigmoid(net_h1); net_o1 = v*h1; o1 = sigmoid(net_o1)", "o1", x=1, w=1, b=0, v=2
)
PLAIN = _lexicon(
    "z1 = x1*w11 + x2*w21 + b1; z2 = x1*w12 + x2*w22 + b2; h1 = tanh(z1); h2 = tanh(z2);"
    "z3 = h1*v1 + h2*v2 + v0; o = sigmoid(z3); L = (t - o)**2",
    "new:w11", x1=1, x2=2, w11=3, w12=4, w21=5, w22=6, b1=7, b2=8, v1=9, v2=10, v0=11, t=1,
)  # fmt: skip
NUMBERED = _lexicon(
    "n3 = sigmoid(i1*a + i2*c + p); n4 = sigmoid(i1*w14 + i2*w24); n5 = n3*w35 + n4*w45 + b5",
    "n5", i1=1, i2=2, a=3, c=4, p=5, w14=6, w24=7, w35=8, w45=9, b5=1,
)  # fmt: skip
SHARED = _lexicon("u = w*x1 + w*x2; h = k*m*x1 + q1; L = u*h", "L", w=1, x1=2, x2=3, k=4, m=5, q1=6)
TIED = _lexicon("s = x1*w1 + x1*w2 + b1 + b2; L = s**2", "L", x1=1, w1=2, w2=3, b1=4, b2=5)

READ: list[tuple[Lexicon, str, list[str]]] = [
    # a tag in brackets, above, and at the stem
    (IN, "h1(in) = x*w + b = 0.5", ["h1_in = x * w + b = 0.5"]),
    (IN, "h₁(in) = 0.5, y(in) = 1.2", ["h1_in = 0.5", "y_in = 1.2"]),
    *(
        (IN, f"{name} = 0.5", ["h1_in = 0.5"])
        for name in ("h1(in)", "$h_1(in)$", "$h_{1}(in)$", "$h_1^{in}$", r"$h_1^{\text{in}}$", "$h_{1}^{in}$",
                     "$h^{in}_1$", "h_in1", "$h_{in1}$", "$h_{in,1}$", "h1(net)", "h1(input)", "in(h1)",
                     "net(h1)", "net_h1", r"$\text{net}(h_1)$", r"$\mathrm{net}(h_1)$", "h1_net", "$h_{1,in}$",
                     r"$h_1(\text{in})$", "**h1(in)**", "`h1(in)`", "in_{h1}", "z(h1)", "$z(h_1)$")
    ),
    *((IN, f"{name} = 0.8", ["y = 0.8"]) for name in ("y(out)", "$y^{out}$", "y_out", "out(y)", "$y_{out}$")),
    (IN, "h1(out) = 0.6, $h_1^{out} = 0.6$, out(h1) = 0.6", ["h1 = 0.6"] * 3),
    (IN, "dy/dh1(in) = 0.3, dy/dnet(h1) = 0.2", ["dy/dh1_in = 0.3", "dy/dh1_in = 0.2"]),
    (FIRST, "h1(net) = 0.9, $h_1^{net} = 0.9$, net(h1) = 0.9, o1_in = 0.4, out(o1) = 0.6",
     ["net_h1 = 0.9", "net_h1 = 0.9", "net_h1 = 0.9", "net_o1 = 0.4", "o1 = 0.6"]),
    (PLAIN, "h1(in) = 3, net(o) = 5, o(in) = 5", ["z1 = 3", "z3 = 5", "z3 = 5"]),
    (PLAIN, "h1(in) = 3, $h_2^{in} = 4$, $z(h2) = 4$", ["z1 = 3", "z2 = 4", "z2 = 4"]),
    (IN, "y (in the last layer) = 0.8", ["y = 0.8"]),
    (IN, "y(x) = 0.8, xh1(in)", ["y = 0.8"]),
    (IN, "the value (in) the bracket, h1 (in) it", []),
    # weights by their ends
    *(
        (PLAIN, f"{name} = 3", ["w21 = 3"])
        for name in ("w(x2→h1)", "w(x2 → h1)", "w(x₂→h₁)", "w(x2 -> h1)", "w(x2->z1)", "w(x2-->h1)", "w (x2 → h1)",
                     r"$w(x_2 \to h_1)$", r"$w(x_2 \rightarrow h_1)$", "w(x2, h1)", "w(x2,h1)", "w(x2 h1)",
                     r"$w_{x_2 \to h_1}$", "$w_{x_2→h_1}$", "w_{x2→h1}", "w_{x2 h1}", "$w_{x_2 h_1}$",
                     "$w_{x_2,h_1}$", "w_x2→h1", "w_x2->h1", "W(X2→H1)", "w[x2→h1]", "w[x2, h1]", "w(x2-h1)",
                     "w<sub>x2→h1</sub>", "weight(x2→h1)", r"$\mathrm{w}(x_2 \to h_1)$", r"$w(x_2, h_1)$",
                     r"$w_{\text{x2} \to \text{h1}}$", r"w\_x2→h1", "w(x2 &rarr; h1)", "**w(x2→h1)**", "`w(x2→h1)`")
    ),
    *(
        (PLAIN, f"{name} = 3", ["w21_new = 3"])
        for name in ("w'(x2→h1)", "w_new(x2→h1)", "$w_{new}(x_2 \\to h_1)$", "$w^{new}(x_2, h_1)$", "w(x2→h1)'",
                     "w(x2→h1)_new", "$w_{x_2 \\to h_1}^{new}$", "$w'_{x_2 h_1}$", "new w(x2→h1)", "w(x2→h1) new",
                     "w_baru(x2→h1)", "$w(x_2→h_1)^{neu}$")
    ),
    (PLAIN, "dL/dw(x2→h1) = 3, ∂L/∂w(x1, h2) = 4, dw(x1→h1) = 2", ["dL/dw21 = 3", "dL/dw12 = 4", "dL/dw11 = 2"]),
    (PLAIN, r"$\frac{\partial L}{\partial w_{x_2 \to h_1}} = 3$", ["dL/dw21 = 3"]),
    (PLAIN, "w(h1→o) = 9, w(h2→o1) = 1, v(h1→o) = 9, w_{h1 o} = 9, w(h1→z3) = 9",
     ["v1 = 9", "v2 = 1", "v1 = 9", "v1 = 9", "v1 = 9"]),
    (PLAIN, "w(x1→h1) = 3 - 0.1*2 = 2.8", ["w11 = 3 - 0.1 * 2 = 2.8"]),
    (PLAIN, "w(x1→h1)*x1 = 3", ["w11 * x1 = 3"]),
    # biases by their node
    *(
        (PLAIN, f"{name} = 3", ["b1 = 3"])
        for name in ("b(h1)", "b(z1)", "bias(h1)", "$b(h_1)$", "b_{h1}", "b_h1", "$b_{h_1}$", r"$\text{bias}(h_1)$",
                     "w(bias→h1)", "w(bias → h1)", "w(bias, h1)", r"$w_{bias \to h_1}$", "w_{b→h1}", "w(b, h1)",
                     r"$w_{\text{bias} \to h_1}$", "w_bias→h1")
    ),
    (PLAIN, "w(bias→o) = 11, b(o) = 11, b'(h2) = 4", ["v0 = 11", "v0 = 11", "b2_new = 4"]),
    # by numbers, with an arrow only
    (NUMBERED, "w(1→4) = 6, $w_{2 \\to 4} = 7$, w_{3→5} = 8, w_4→5 = 9", ["w14 = 6", "w24 = 7", "w35 = 8", "w45 = 9"]),
    (NUMBERED, "w(i1→n3) = 3, w(i2→n3) = 4, b(n5) = 1", ["a = 3", "c = 4", "b5 = 1"]),
]  # fmt: skip

UNREAD: list[tuple[Lexicon, str]] = [  # the ends in the other order, no edge, two weights, and what is no bias
    *((PLAIN, text) for text in ("w(h1→x2) = 3", "w(x1→o) = 3", "w(h1→h2) = 3", "w(x3→h1) = 3", "w_{h1→x1} = 3",
                                 "w(x1→h1→o) = 3", "w(t→o) = 3", "w(h1, x1) = 3", "w(o→h1) = 3", "w(x1) = 3",
                                 "b(x1) = 3", "b(L) = 3", "w(bias→x1) = 3", "w_{1→3} = 3", "w(→h1) = 3")),
    (NUMBERED, "w(3→4) = 3"), (NUMBERED, "w(4→1) = 3"), (NUMBERED, "w(1→3) = 3"), (NUMBERED, "b(n3) = 5"),
    (SHARED, "b(h) = 6"), (SHARED, "g(x1→u) = 6"),
    (TIED, "w(x1→s) = 2"), (TIED, "b(s) = 4"), (TIED, "w(bias→s) = 4"),
]  # fmt: skip


@pytest.mark.parametrize(("lexicon", "text", "statements"), READ)
def test_a_quantity_of_a_unit_or_an_edge_has_its_name(lexicon: Lexicon, text: str, statements: list[str]) -> None:
    assert [read_back(statement, text) for statement in reading_of(text, lexicon)] == statements


@pytest.mark.parametrize(("lexicon", "text"), UNREAD)
def test_what_is_no_edge_of_the_graph_names_none_of_its_quantities(lexicon: Lexicon, text: str) -> None:
    names = {getattr(statement.members[0].node, "name", None) for statement in reading_of(text, lexicon)}
    assert names.isdisjoint({*lexicon.inputs, *lexicon.operands})


@pytest.mark.parametrize(
    "text",
    ["v = 1 €, y = 21 €", "At €1 each, y = €21", "1 £: y = 20 + 1 = 21 £", "| y | 21 € |\n|---|---|\n| v | 1 € |"],
)
def test_a_currency_says_nothing_where_all_is_about_money(text: str) -> None:
    exercise = Exercise.from_graph(Graph("y = v*20 + 1", v=1), ["y"])
    (verdict,) = judge(read(text, exercise), exercise)
    assert verdict.status is Status.RIGHT
    (wrong,) = judge(read(text.replace("21", "22"), exercise), exercise)
    assert wrong.status is Status.WRONG
