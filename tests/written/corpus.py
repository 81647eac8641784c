"""Answers with the verdicts that they should get: the exercises, and a table of answers to each.

A verdict is "right", "wrong", "carried", "missing", or "open" where abstaining is what we want. A diagnosis follows
after a colon.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, Verdict, judge, read

ACCEPTED = {Status.RIGHT, Status.STEP_UNREAD}
MEANS = {
    "right": ACCEPTED,
    "wrong": {Status.WRONG, Status.WRONG_STEP},
    "carried": {Status.CARRIED},
    "missing": {Status.MISSING},
    "open": {Status.UNREAD, Status.PERSON},
}


SETS = (
    "dev",
    "blind",
    "blind2",
    "blind3",
)  # answers in files: written beforehand, and three times without sight of what comes out
_FOLDER = Path(__file__).parent / "answers"


@dataclass(frozen=True)
class Sample:
    """An answer from a file, the exercise that it answers, and the verdict to expect for each key."""

    answer: str
    exercise: Exercise
    expected: dict[str, str]


def samples(*names: str) -> Iterator[Sample]:
    """Read sets of answers, all by default."""
    for name in names or SETS:
        for line in (_FOLDER / f"{name}.jsonl").read_text().splitlines():
            given = json.loads(line)
            model = EXERCISES[given["ex"]]
            exercise = Exercise.from_graph(model.graph, list(given["expect"]), lr=model.lr)
            yield Sample(given["answer"], exercise, given["expect"])


def named_sample(line: str) -> tuple[str, Sample]:
    """Read a line of a set whose answers bring their exercises: the answer's name, and the sample."""
    given = json.loads(line)
    graph = Graph(given["statements"], **{name: float(value) for name, value in given["inputs"].items()})
    names = {*graph.inputs, *graph.intermediates}
    expected = {
        key if key in names or not key.endswith("_new") else f"new:{key[:-4]}": want
        for key, want in given["expected"].items()
    }
    exercise = Exercise.from_graph(graph, list(expected), lr=given["rate"] or 0.01)
    return given["id"], Sample(given["answer"], exercise, expected)


def verdicts(answer: str, exercise: Exercise) -> dict[str, Verdict]:
    return {verdict.key: verdict for verdict in judge(read(answer, exercise), exercise)}


def _exercise(text: str, ask: str, lr: float = 0.01, **values: float) -> Exercise:
    return Exercise.from_graph(Graph(text, **values), ask.split(), lr=lr)


NEURON = Exercise.from_graph(
    Graph("s = w*x + b; h = relu(s); L = (h - t)**2", w=1.2, x=2, b=0.35, t=2),
    ["s", "h", "L", "dL/dh", "dL/ds", "dL/dw", "dL/dx", "dL/db", "new:w", "new:b"],
    0.05,
    moving=["w", "b"],
)  # s = h = 2.75, L = 0.5625, dL/dh = dL/ds = dL/db = 1.5, dL/dw = 3, dL/dx = 1.8, w = 1.05, b = 0.275
EXERCISES = {
    "seed": _exercise(
        "q = w*x; r = q + b; f = z*r",
        "q r f q:formula r:formula f:formula df/dw df/dx df/db df/dz df/dr df/dq dq/dw dr/dq w1 b1 z1",
        x=2, w=5, b=-2, z=3,
    ),
    "square": _exercise(
        "p = w*x; s = p + b; e = s - y; L = e**2", "p s e L dL/de dL/dw dL/db w1", lr=0.1, x=3, w=0.5, b=1, y=4
    ),
    "sigmoid": _exercise("u = w*x; v = u + b; a = sigmoid(v)", "u v a da/dv da/dw da/db w1", lr=0.5, x=3, w=1, b=-2),
    "fan-out": _exercise("p = x*y; f = p + x", "p f df/dx df/dy local:df/dx", lr=0.1, x=3, y=-4),
    "division": _exercise("s = x + y; f = z/s", "s f df/dz df/ds df/dx", x=1, y=3, z=6),
    "two inputs": _exercise(
        "s = w1*x1 + w2*x2 + b; e = s - y; L = e**2",
        "s e L dL/dw1 dL/dw2 dL/db w11 w21",
        lr=0.1, w1=0.5, w2=-1.5, x1=2, x2=1, b=0.25, y=1,
    ),
    "power": _exercise("u = x**3; f = u*y", "u f df/dx df/dy df/du", x=2, y=5),
    "hat": _exercise(
        "z = w*x + b; y_hat = sigmoid(z); L = (y_hat - y)**2", "z y_hat L dL/dy_hat dL/dw", w=1, x=3, b=-2, y=1
    ),
    "relu": _exercise(
        "s = w*x + b; h = relu(s); f = v*h",
        "s h f df/dv df/dh df/ds df/dw df/dx df/db w1 v1", lr=0.1, w=2, x=1.5, b=-1, v=4,
    ),
    "paths": _exercise(
        "u = x*y; v = x + y; f = u*v", "u v f df/du df/dv df/dx df/dy x1 y1", lr=0.05, x=2, y=3
    ),
    "logloss": _exercise(
        "s = w*x + b; p = sigmoid(s); L = -log(p)",
        "s p L dL/dp dL/ds dL/dw dL/db w1 b1", lr=0.2, w=0.5, x=2, b=-1.5,
    ),
    "chain": _exercise("a = x**2; b = sin(a); y = k*b", "a b y dy/dk dy/db dy/da dy/dx k1", lr=0.1, x=1.5, k=2),
    "ratio": _exercise(
        "u = a*b; v = a + c; y = u/v", "u v y dy/du dy/dv dy/da dy/db dy/dc a1 b1", lr=0.05, a=2, b=6, c=1
    ),
    "neuron": _exercise(
        "z = w*x + b; a = sigmoid(z); L = (a - y)**2",
        "z a L dL/dz dL/da dL/dw dL/dx dL/db dL/dy w1 x1 b1 y1",
        lr=0.5, w=0.8, x=1.5, b=-0.2, y=1,
    ),
    "relu neuron": _exercise(
        "s = w1*x1 + w2*x2 + b; h = relu(s); e = h - t; L = 0.5*e**2",
        "s h e L dL/ds dL/dh dL/de dL/dw1 dL/dw2 dL/dx1 dL/dx2 dL/db dL/dt w11 w21 x11 x21 b1 t1",
        lr=0.1, w1=0.5, w2=-1, x1=4, x2=1, b=0, t=3,
    ),
    "quotient": _exercise(
        "q = x/y; f = q + z",
        "q f df/dq df/dx df/dy df/dz x1 y1 z1",
        lr=0.1, x=6, y=-4, z=2,
    ),
    "two layers": _exercise(
        "z1 = w1*x + b1; h1 = sigmoid(z1); z2 = w2*h1 + b2; y_hat = sigmoid(z2); L = 0.5*(y_hat - y)**2",
        "z1 h1 z2 y_hat L dL/dz1 dL/dh1 dL/dz2 dL/dy_hat dL/dw1 dL/dx dL/db1 dL/dw2 dL/db2 dL/dy w11 x1 b11 w21 b21 y1",
        lr=0.5, w1=0.4, x=2, b1=0.1, w2=-0.6, b2=0.3, y=1,
    ),
    "two paths": _exercise(
        "a = x*y; b = x + y; f = a*b",
        "a b f df/da df/db df/dx df/dy x1 y1",
        lr=0.05, x=3, y=2,
    ),
    "softmax": _exercise(
        "e1 = exp(u); e2 = exp(v); S = e1 + e2; p = e1/S; L = -log(p)",
        "e1 e2 S p L dL/de1 dL/de2 dL/dS dL/dp dL/du dL/dv u1 v1",
        lr=1, u=1, v=2,
    ),
    "squared error": _exercise(
        "y_hat = w*x + b; e = y_hat - y; L = e**2",
        "y_hat e L dL/dy_hat dL/de dL/dw dL/dx dL/db dL/dy w1 x1 b1 y1",
        lr=0.05, w=2, x=3, b=-1, y=8,
    ),
}  # fmt: skip
SQUARE_OF_ONE = _exercise("d = w - 3; L = d**2", "d L dL/dw dL/dd w1 L1", lr=0.1, w=5)  # a step in one input
# A step that does not move y, as max passes over it. Wrong steps too give its derivative of 0.
KINK = _exercise("p = w*x; m = max(p, y); L = (m - t)**2", "p m L dL/dw dL/dy w1 y1 L1", lr=0.05, w=2, x=3, y=1, t=5)
# Its solution is longer than an answer may be.
LAYERS = _exercise(
    "z1_1 = W1_11*x_1 + W1_12*x_2 + b1_1; z1_2 = W1_21*x_1 + W1_22*x_2 + b1_2;"
    "a1_1 = relu(z1_1); a1_2 = relu(z1_2); z2 = W2_1*a1_1 + W2_2*a1_2 + b2; L = (z2 - y)**2",
    "z1_1 z1_2 a1_1 a1_2 z2 L dL/dz2 dL/dW2_1 dL/dW2_2 dL/da1_2 dL/dz1_1 dL/dz1_2 dL/dW1_12 dL/dW1_21 dL/db1_2"
    " new:W2_2 new:b1_1 new:W1_12",
    lr=0.1, x_1=2, x_2=1, W1_11=1, W1_12=0.5, W1_21=-0.5, W1_22=2, b1_1=0.5, b1_2=1, W2_1=2, W2_2=-1, b2=0.5, y=4,
)  # fmt: skip

# exercise, answer, verdicts
ANSWERS: list[tuple[str, str, dict[str, str]]] = [
    ("seed", "q = wx = 10 and r = q + b = 8", {"q": "right", "r": "right", "q:formula": "right", "r:formula": "right"}),
    ("seed", "$r = wx + b = 8$", {"r": "right", "r:formula": "wrong:notdirect"}),
    ("seed", "The value of q is 10.", {"q": "right"}),
    ("seed", "q equals 10, r equals 8 and f equals 24", {"q": "right", "r": "right", "f": "right"}),
    ("seed", r"$\frac{\partial (zr)}{\partial w} = zx = 6$", {"df/dw": "right"}),
    ("seed", r"$$\frac{\partial f}{\partial w} = zx$$ $$= 3 \cdot 2 = 6$$", {"df/dw": "right"}),
    ("seed", "df/dw = df/dr * dr/dq * dq/dw = z*1*x = 6", {"df/dw": "right"}),
    ("seed", "df/dw = df/dr * dq/dw = z*x = 6", {"df/dw": "wrong:badstep"}),
    ("seed", "df/dw = 3 + 1 + 2 = 6", {"df/dw": "wrong:badstep"}),
    ("seed", "df/dw = 5 + 2 = 7", {"df/dw": "wrong"}),
    ("seed", "df/dw = x + z + 1 = 6", {"df/dw": "wrong:badstep"}),
    ("seed", r"\newcommand{\p}[2]{\frac{\partial #1}{\partial #2}} $\p{f}{w} = zx = 6$", {"df/dw": "right"}),
    ("seed", r"$\frac{\mathrm{d}f}{\mathrm{d}w} = 6$", {"df/dw": "right"}),
    ("seed", r"$\color{red}{q = 10}$", {"q": "right"}),
    ("seed", r"$\textcolor{blue}{q} = 10$", {"q": "right"}),
    ("seed", "new w = 5 - 0.01*6 = 4.94", {"w1": "right"}),
    ("seed", "the new w is 4.94 and the new b is -2.03", {"w1": "right", "b1": "right"}),
    ("seed", "w_new = w - lr*df/dw = 5 - 0.01*6 = 4.94", {"w1": "right"}),
    ("seed", "w -= 0.01*6, so w = 4.94", {"w1": "right"}),
    ("seed", "w = w - 0.01*6 = 4.94", {"w1": "right"}),
    ("seed", r"$w \leftarrow w - \eta\cdot\frac{\partial f}{\partial w} = 5 - 0.01\times6 = 4.94$", {"w1": "right"}),
    ("seed", r"$w = w - 0.01 \cdot \frac{\partial f}{\partial w} = 4.94$", {"w1": "right"}),
    ("seed", "w = 5 + 0.01*6 = 5.06", {"w1": "wrong:ascent"}),
    ("seed", "w_1 = 6", {"w1": "wrong:gradnew"}),
    ("seed", "w_1 = 4.9394", {"w1": "wrong"}),
    ("seed", "w_1 = 4.9994", {"w1": "wrong:lrtwice"}),
    ("seed", "w1 = 4,94", {"w1": "right"}),
    ("seed", r"$w_1 = 4{,}94$", {"w1": "right"}),
    ("seed", r"$w_{t+1} = w_t - \alpha \nabla_w f = 5 - 0.01 \times 6 = 4.94$", {"w1": "right"}),
    ("seed", "q is not 10", {"q": "open"}),
    ("seed", "if q = 10 then", {"q": "open"}),
    ("seed", "q, r, f = 10, 8, 24", {"q": "right", "r": "right", "f": "right"}),
    ("seed", "q = 7. Wait, q = 10", {"q": "right"}),
    ("seed", "q = 7 and q = 10", {"q": "open"}),
    ("seed", "q ≠ 10", {"q": "open"}),
    ("seed", r"$\frac{\partial f}{\partial w} = k x = 6$", {"df/dw": "right"}),
    ("seed", r"$\frac{\partial f}{\partial w} = k x = 7$", {"df/dw": "open"}),
    ("seed", "![Q1](imgs/Q1.png)", {"q": "open", "df/dw": "open"}),
    ("seed", "**df/dw = 6**", {"df/dw": "right"}),
    ("seed", "**q = 10**, **r = 8**", {"q": "right", "r": "right"}),
    ("seed", "- q = 10\n- r = 8\n- f = 24", {"q": "right", "r": "right", "f": "right"}),
    ("seed", "1) q = 10\n2) r = 8", {"q": "right", "r": "right"}),
    ("seed", "(a) q = 10\n(b) r = 8", {"q": "right", "r": "right"}),
    ("seed", r"$\left(\frac{\partial f}{\partial w}\right) = 6$", {"df/dw": "right"}),
    ("seed", r"$$\frac{\partial f}{\partial w} = \underbrace{z}_{=3} \cdot \underbrace{x}_{=2} = 6$$",
     {"df/dw": "right"}),
    ("seed", r"$\frac{\partial f}{\partial x} = 15 \quad \frac{\partial f}{\partial w} = 6$",
     {"df/dx": "right", "df/dw": "right"}),
    ("seed", "dw = 6, dx = 15", {"df/dw": "right", "df/dx": "right"}),
    ("seed", "df/dw: 6", {"df/dw": "right"}),
    ("seed", "The derivative of f with respect to w is z*x = 6", {"df/dw": "right"}),
    ("seed", "The partial derivative of f wrt x equals 15", {"df/dx": "right"}),
    ("seed", r"$\partial_w f = 6$ and $\partial_x f = 15$", {"df/dw": "right", "df/dx": "right"}),
    ("seed", r"$f = 3 \times 8 = 3(8) = 24$", {"f": "right"}),
    ("seed", "f = 3*8 = 25", {"f": "wrong:arith"}),
    ("seed", r"$f(x,w,b,z) = z(wx+b) = 24$", {"f": "right"}),
    ("seed", r"$f = zwx + zb = 30 - 6 = 24$", {"f": "right"}),
    ("seed", "df/dw = 1/6", {"df/dw": "wrong:inverted"}),
    ("seed", "df/dz = q = 10", {"df/dz": "wrong"}),
    ("seed", "dq/dw = x, which is 2", {"dq/dw": "right"}),
    ("seed", "dr/dq = 1 since r = q + b", {"dr/dq": "right"}),
    ("seed", "∇_w f = 6", {"df/dw": "right"}),
    ("seed", "df/dw = 6.0", {"df/dw": "right"}),
    ("seed", "df/dw = +6", {"df/dw": "right"}),
    ("seed", "df/dw = 12/2 = 6", {"df/dw": "right"}),
    ("seed", "df/dw = 3x = 6", {"df/dw": "right"}),
    ("seed", "df/dw = 4x = 8", {"df/dw": "wrong"}),
    ("seed", "b_1 = b - 0.01*z = -2 - 0.03 = -2.03", {"b1": "right"}),
    ("seed", "b1 = -2 + 0.03 = -1.97", {"b1": "wrong:ascent"}),
    ("seed", "| | value | gradient |\n|---|---|---|\n| q | 10 | 3 |\n| r | 8 | 3 |",
     {"q": "right", "r": "right", "df/dq": "right"}),
    ("square", r"$L = (-1.5)^2 = 2.25$", {"L": "right"}),
    ("square", "L = e² = 2.25", {"L": "right"}),
    ("square", "L = e^2 = 2.25", {"L": "right"}),
    ("square", "L = e**2 = (-1.5)**2 = 2.25", {"L": "right"}),
    ("square", "dL/de = 2e = -3", {"dL/de": "right"}),
    ("square", "dL/de = 2*e = 3", {"dL/de": "wrong"}),
    ("square", "dL/de = e = -1.5", {"dL/de": "wrong"}),
    ("square", "dL/db = -3", {"dL/db": "right"}),
    ("square", "dL/dw = dL/de = -3", {"dL/dw": "wrong:upstream_only"}),
    ("square", r"$\mathcal{L} = 2.25$", {"L": "right"}),
    ("square", r"$w' = 0.5 - 0.1\cdot(-9) = 1.4$", {"w1": "right"}),
    ("square", "w1 = 0.5 - 0.1*-9 = 1.4", {"w1": "right"}),
    ("square", "w1 = 0.5 - (-9) = 9.5", {"w1": "wrong:nolr"}),
    ("sigmoid", r"$a = \frac{1}{1+e^{-v}} = 0.7311$", {"a": "right"}),
    ("sigmoid", "a = sigmoid(1) = 0.731", {"a": "right"}),
    ("sigmoid", "a = σ(v) ≈ 0.73", {"a": "right"}),
    ("sigmoid", "a = 0.73", {"a": "open:rounding"}),
    ("sigmoid", "a = σ(v) ≈ 0.7", {"a": "wrong:rounding"}),
    ("sigmoid", "a = 0.74", {"a": "wrong"}),
    ("sigmoid", "a = 1/(1+exp(-1)) = 0.731", {"a": "right"}),
    ("sigmoid", r"$\frac{da}{dv} = \sigma(v)(1-\sigma(v)) = 0.197$", {"da/dv": "right"}),
    ("sigmoid", r"$\frac{da}{dv} = \sigma'(v) = 0.197$", {"da/dv": "right"}),
    ("sigmoid", "da/dw = a(1-a)x = 0.731*0.269*3 = 0.590", {"da/dw": "right"}),
    ("sigmoid", "da/dw = 3", {"da/dw": "wrong:local"}),
    ("fan-out", r"$\frac{\partial f}{\partial x} = y + 1 = -3$", {"df/dx": "right"}),
    ("fan-out", "df/dx = y = -4", {"df/dx": "wrong:path"}),
    ("fan-out", "df/dx = 1", {"df/dx": "wrong:path"}),
    ("fan-out", "df/dx = y * 1 = -4", {"df/dx": "wrong:path"}),
    ("fan-out", "df/dx = 3", {"df/dx": "wrong"}),
    ("division", r"$f = \frac{z}{s} = \frac{6}{4} = 1.5$", {"f": "right"}),
    ("division", r"$\frac{\partial f}{\partial s} = -\frac{z}{s^2} = -\frac{6}{16} = -0.375$", {"df/ds": "right"}),
    ("division", r"$\frac{\partial f}{\partial s} = \frac{z}{s^2} = 0.375$", {"df/ds": "wrong:sign"}),
    ("division", r"$\frac{f}{z} = \frac{1}{s}$", {"f": "open"}),
    ("division", "df/dz = 1/s = 1/4 = 0.25", {"df/dz": "right"}),
    ("division", "df/dx = df/ds * ds/dx = -6/16 * 1 = -3/8", {"df/dx": "right"}),
    ("division", "df/ds = -z/s^2 = -0.375", {"df/ds": "right"}),
    ("two inputs", r"$s = w_1x_1 + w_2x_2 + b = 1 - 1.5 + 0.25 = -0.25$", {"s": "right"}),
    ("two inputs", "s = w1*x1 + w2*x2 + b = -0.25, e = -1.25, L = 1.5625", {"s": "right", "e": "right", "L": "right"}),
    ("two inputs", r"$\frac{\partial L}{\partial w_1} = 2e x_1 = 2(-1.25)(2) = -5$", {"dL/dw1": "right"}),
    ("two inputs", r"$\frac{\partial L}{\partial w_2} = 2e x_1 = -5$", {"dL/dw2": "wrong:swap"}),
    ("two inputs", r"$w_1' = 0.5 - 0.1 \cdot (-5) = 1$", {"w11": "right"}),
    ("two inputs", r"$w_1^{new} = 0.5 + 0.5 = 1.0$ and $w_{2,new} = -1.25$", {"w11": "right", "w21": "right"}),
    ("two inputs", r"$w_1 \leftarrow w_1 - 0.1 \cdot (-5) = 1$", {"w11": "right"}),
    ("two inputs", "L = 1.56", {"L": "open:rounding"}),
    ("power", r"$u = x^3 = 8$, $f = uy = 40$", {"u": "right", "f": "right"}),
    ("power", r"$\frac{\partial f}{\partial x} = 3x^2y = 3 \cdot 4 \cdot 5 = 60$", {"df/dx": "right"}),
    ("power", "df/dx = 3*x^2 = 12", {"df/dx": "wrong:local"}),
    ("power", "df/dx = 3x²y = 60", {"df/dx": "right"}),
    ("power", "df/dx = 3x<sup>2</sup>y = 60", {"df/dx": "right"}),
    ("power", "df/dx = x^2 y = 20", {"df/dx": "wrong"}),
    ("hat", r"$\hat{y} = \sigma(z) = 0.731$", {"y_hat": "right"}),
    ("hat", r"$\frac{\partial L}{\partial \hat{y}} = 2(\hat{y} - y) = -0.538$", {"dL/dy_hat": "right"}),
    ("hat", r"$\frac{\partial L}{\partial w} = 2(\hat y - y)\hat y(1-\hat y)x = -0.317$", {"dL/dw": "right"}),
    ("hat", r"$\hat{y} = 0.731$, $L = (0.731 - 1)^2 = 0.0724$", {"y_hat": "right", "L": "right"}),
    ("sigmoid", "a is the activation. a = 0.731", {"a": "right"}),
    ("hat", "y_hat = sigmoid(z) = 0.731", {"y_hat": "right"}),
]  # fmt: skip
