r"""Styles of reports: R without fences, loops that move and print, sums; each with its like that must fail."""

import pytest
from tests.written.test_real_styles import Case, rows

CHAIN = ("q = w*x; r = q + b; f = z*r", {"w": 3.0, "x": -2.0, "b": 1.0, "z": 4.0}, 0.01)
SHARES = (
    "z1 = w1*x; z2 = w2*x; p1 = exp(z1)/(exp(z1) + exp(z2)); p2 = exp(z2)/(exp(z1) + exp(z2))",
    {
        "w1": 0.2,
        "w2": 0.5,
        "x": 1.5,
    },
)  # p1 0.389, p2 0.611
TWO = ("o1 = w1*x; o2 = w2*x; E = 0.5*(1 - o1)**2 + 0.5*(2 - o2)**2", {"w1": 0.5, "w2": 1.0, "x": 1.0}, 0.5)
PATH = ("z1 = w1*x1; h1 = sigmoid(z1); E = 0.5*(target - h1)**2", {"w1": 0.0, "x1": 2.0, "target": 1.0}, 0.5)
CELL = (
    "a = wx*x + wh*h0; h = tanh(a); L = 0.5*(h - t)**2",
    {"wx": 0.6, "x": 0.5, "wh": -0.4, "h0": 0.3, "t": 0.7},
    0.1,
)
LINE = ("y = w*x + b; L = (y - t)**2", {"w": 0.7, "x": 3.0, "b": 0.4, "t": 1.5}, 0.01)

RSTATS = (
    "# Pesos\nw <- 3; x <- -2\nb <- 1 # sesgo\n\nq <- w*x\nr <- q + b\nc(q=q, r=r)\n##  q  r \n## {} -5 \n\n"
    "db <- 4 # df/db\nb_new <- b - 0.01*db\nb_new\n## [1] 0.96\n"
)
ENGINE = "w, x, b, z = Value(3.0), Value(-2.0), Value(1.0), Value(4.0)\nq = w*x\nr = q + b\nf = z*r\nf.backward()\n"
MOVED = (
    f"```python\n{ENGINE}for name, v in dict(q=q, r=r).items():\n"
    '    print(f"{{name}}: data={{v.data}} grad={{v.grad}}")\n```\n\n'
    "```\nq: data=-6.0 grad=4.0\nr: data=-5.0 grad=4.0\n```\n\n"
    "```python\nfor v in (w, x, b, z):\n    v.data -= 0.01 * v.grad\n"
    "print(w.data, x.data, b.data, z.data)\n```\n\n```\n3.08 {} 0.96 4.05\n```"
)
PAIRS = (
    f'```python\n{ENGINE}for n, p in [("w", w), ("b", b)]:\n    p -= 0.01 * p.grad\n'
    '    print(n, "->", round(p.item(), 4))\n```\n```\nw -> {}\nb -> 0.96\n```'
)
LABELS = (
    f"```python\n{ENGINE}for v in (w, b):\n    print(v.label, v.grad)\n```\n```\nw -8.0\nb 4.0\n```\n"
    "```python\nfor p in (w, b):\n    p.data -= 0.01 * p.grad\n    print(p.label, round(p.data, 4))\n```\n"
    "```\nw {}\nb 0.96\n```"
)
PASTED = (
    'q = w*x\nr = q + b\nprint("Linear output:", q)\nprint("Sum with bias:", r)\n\n'
    "Linear output: -6\nSum with bias: {}\n"
)
MATRIX = (
    "$$\\begin{{bmatrix}} w & b \\end{{bmatrix}} - 0.01 \\begin{{bmatrix}} \\frac{{\\partial L}}{{\\partial w}} & "
    "\\frac{{\\partial L}}{{\\partial b}} \\end{{bmatrix}} = \\begin{{bmatrix}} 0.64 & {} \\end{{bmatrix}}$$"
)
SWITCH = "```js\nvar dm = c;  // -2\nvar da = a === m ? dm : 0.0;  // {}"
BEHIND = "| p | before | after |\n|---|---|---|\n| $w$ | 0.7 | 0.64 |\n\n{}"

CASES = {
    "R without a fence": Case(
        *CHAIN[:2],
        ("q", "r", "new:b"),
        [(RSTATS.format("-6"), {"q", "r", "new:b"}), (RSTATS.format("-7"), {"r", "new:b"})],
        lr=CHAIN[2],
    ),
    "a loop that moves what is printed behind it": Case(
        *CHAIN[:2],
        ("new:w", "new:x", "new:b", "new:z"),
        [
            (MOVED.format("-2.12"), {"new:w", "new:x", "new:b", "new:z"}),
            (MOVED.format("-2.21"), {"new:w", "new:b", "new:z"}),
        ],
        lr=CHAIN[2],
    ),
    "a loop over pairs that moves and prints": Case(
        *CHAIN[:2],
        ("new:w", "new:b"),
        [(PAIRS.format("3.08"), {"new:w", "new:b"}), (PAIRS.format("2.92"), {"new:b"})],
        lr=CHAIN[2],
    ),
    "a loop that prints gradients, and one that moves": Case(
        *CHAIN[:2],
        ("df/dw", "new:w", "new:b"),
        [(LABELS.format("3.08"), {"df/dw", "new:w", "new:b"}), (LABELS.format("2.92"), {"df/dw", "new:b"})],
        lr=CHAIN[2],
    ),
    "lines that a pasted program has shown": Case(
        *CHAIN[:2],
        ("q", "r"),
        [(PASTED.format("-5"), {"q", "r"}), (PASTED.format("-4"), {"q"})],
        lr=CHAIN[2],
    ),
    "what is left of 1": Case(
        *SHARES,
        ("p1", "p2"),
        [
            ("p1 = 0.389\np2 = 1 − p1 = 0.611", {"p1", "p2"}),
            ("p1 = 0.389\np2 = 1 - p1 = 0.611", {"p1", "p2"}),
            ("p1 = 0.389\n\n$p_2 = 1 - p_1 = 0.611$", {"p1", "p2"}),
            ("p1 = 0.389\np2 = 1 − p1 = 0.511", {"p1"}),
        ],
    ),
    "parts of a sum": Case(
        *TWO[:2],
        ("E", "dE/do1"),
        [
            (
                "$E_{o1} = 0.125$, $E_{o2} = 0.5$, $E_{total} = E_{o1} + E_{o2} = 0.625$\n\n"
                "$\\frac{\\partial E_{total}}{\\partial o_1} = -0.5$",
                {"E", "dE/do1"},
            ),
            ("$E_{o1} = -0.5$", {"dE/do1"}),
            ("$E_{total} = E_{o1} + E_{o2} = 0.725$\n\n$\\frac{\\partial E}{\\partial o_1} = 0.125$", set()),
        ],
        lr=TWO[2],
    ),
    "fractions that a page of KaTeX turns over": Case(
        *PATH[:2],
        ("dE/dh1", "dE/dw1"),
        [
            ("∂h1∂E=−(targeth1−h1)=−0.5\n∂w1∂E=∂h1∂E×∂z1∂h1×∂w1∂z1=−0.25", {"dE/dh1", "dE/dw1"}),
            ("∂h1∂E=−0.5\n∂w1∂E=∂h1∂E×∂z1∂h1×∂w1∂z1=0.25", {"dE/dh1"}),
        ],
        lr=PATH[2],
    ),
    "a target with the neuron's label": Case(
        *PATH[:2],
        ("dE/dh1",),
        [
            ("$\\frac{\\partial E}{\\partial h_1} = -(target_{h1} - h_1) = -0.5$", {"dE/dh1"}),
            ("$\\frac{\\partial E}{\\partial h_1} = target_{h1} - h_1 = -0.5$", set()),
        ],
        lr=PATH[2],
    ),
    "a recurrent step": Case(
        *CELL[:2],
        ("a", "dL/dwx", "dL/dwh"),
        [
            (
                "$a_t = w_x x_t + w_h h_{t-1} = 0.18$\n\n$\\frac{dL}{dw_x} = \\frac{dL}{da} x_t = -0.2528$\n\n"
                "$\\frac{dL}{dw_h} = \\frac{dL}{da} h_{t-1} = -0.1517$",
                {"a", "dL/dwx", "dL/dwh"},
            ),
            ("$\\frac{dL}{dw_h} = \\frac{dL}{da} h_{t-1} = -0.2528$", set()),
        ],
        lr=CELL[2],
    ),
    "an update in matrices": Case(
        *LINE[:2],
        ("new:w", "new:b"),
        [(MATRIX.format("0.38"), {"new:w", "new:b"}), (MATRIX.format("0.42"), {"new:w"})],
        lr=LINE[2],
    ),
    "an index over numbers": Case(
        "z = w1*x1 + w2*x2; L = z**2",
        {"w1": 1.0, "w2": 2.0, "x1": 3.0, "x2": -1.0},
        ("dL/dw1", "dL/dw2"),
        [
            ("$\\frac{\\partial L}{\\partial w_i} = (6, -2)$", {"dL/dw1", "dL/dw2"}),
            ("$\\frac{\\partial L}{\\partial w_i} = (6; 2)$", {"dL/dw1"}),
            ("$\\frac{\\partial L}{\\partial w_i} = (6, -2, 1)$", set()),
        ],
    ),
    "names that are new at their beginning": Case(
        *LINE[:2],
        ("new:w", "new:b"),
        [("newW = 0.64\nnewB = 0.42", {"new:w"}), ("new_w = 0.64\nneww = 0.64", {"new:w"})],
        lr=LINE[2],
    ),
    "a command behind a table": Case(
        *LINE[:2],
        ("new:w",),
        [
            (BEHIND.format("```bash\npython train.py --lr 0.01\n```"), {"new:w"}),
            (BEHIND.format("```text\nI copied this.\n```"), set()),
            (BEHIND.format("I copied this."), set()),
        ],
        lr=LINE[2],
    ),
    "a term that is 0, in brackets": Case(
        "z = w*x; p = sigmoid(z); L = -log(p)",
        {"w": 0.0, "x": 2.0},
        ("L",),
        [
            ("L = -ln(p) = 0.6931 (the other term is 0)", {"L"}),
            ("L = -ln(p) = 0,6931 (l'altro termine è 0)", {"L"}),
            ("L = -ln(p) = 0.6931 (should be 0)", set()),
            ("L = -ln(p) = 0.6931 (it is 0)", set()),
        ],
    ),
    "how many times a gradient another is": Case(
        *LINE[:2],
        ("dL/dw", "dL/db"),
        [
            ("dL/dw = 6, dL/db = 2\n\nx = 3 이라서 w 의 기울기가 b 의 기울기의 3배입니다.", {"dL/dw", "dL/db"}),
            ("dL/dw = 6, dL/db = 2\n\nw的梯度是b的梯度的3倍。", {"dL/dw", "dL/db"}),
            ("dL/dw = 6, dL/db = 2\n\nw 의 기울기가 3 입니다.", {"dL/db"}),
        ],
        lr=LINE[2],
    ),
    "a choice in a program with braces": Case(
        "m = max(a, b); f = m*c",
        {"a": 3.0, "b": 5.0, "c": -2.0},
        ("df/da", "df/db"),
        [
            (SWITCH.format("0") + "\nvar db = b === m ? dm : 0.0;  // -2\n```", {"df/da", "df/db"}),
            (SWITCH.format("-2") + "\n```", set()),
        ],
    ),
    "given numbers that new ones are near to": Case(
        "h = sigmoid(w*x); L = (h - t)**2",
        {"w": 0.25, "x": 0.1, "t": 0.51},
        ("new:w",),
        [
            ("Learning rate 0.5, $w = 0.25$.\n\n$w^{+} = 0.25009$", {"new:w"}),
            ("Learning rate 0.5, $w = 0.25$.\n\n$w^{+} = 0.24991$", set()),
        ],
        lr=0.5,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "answer", "accepted"), rows(CASES))
def test_styles_of_reports(name: str, answer: str, accepted: set[str]) -> None:
    assert CASES[name].accepted(answer) == accepted
