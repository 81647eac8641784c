r"""Styles of people with a voice of their own: names, tables, marks; each with its like that is not accepted."""

import pytest
from tests.written.test_real_styles import Case, rows

NEURON = ("z = w*x + b; a = sigmoid(z); L = 0.5*(a - y)**2", {"w": 0.6, "x": 1.5, "b": -0.4, "y": 1.0})
ASKED = ("z", "a", "L", "dL/da", "dL/dz", "dL/dw", "dL/db", "new:w", "new:b", "new:L")
LINE = ("p = w*x; q = p + b; r = q - y; L = r**2", {"w": 1.5, "x": 2.0, "b": -0.5, "y": 4.0})
OF_LINE = ("r", "L", "dL/dw", "dL/db", "new:w", "new:b", "new:L")
NAMES = (
    "{0} = w*x + b = 0.5\n{1} = sigmoid({0}) = 0.6225\ndL/d{1} = {1} - y = -0.3775\ndL/d{0} = -0.3775*{1}*(1-{1}) = {2}"
)
LABEL = "1. **Gradient for w:**\n   $$g_1 = (-0.0887) \\cdot 1.5 = {0}$$"
COLUMNS = "[fwd] z =  {0}     w*x + b\n[fwd] a =  0.622459     sigmoid(z)\n"
MARGIN = "$z=0.5$ \\hfill(1)\\\\\n$a=0.6225$ \\hfill ({0})\\\\\n"
SIGNS = "| edge | local | × | upstream | = | down |\n|-|-|-|-|-|-|\n| a→z | 0.235 | × | -0.3775 | = | {0} |\n"
UPDATE = (
    "| parameter | old | gradient | old {0} 0.5·gradient |\n|-|-|-|-|\n| w | 0.6 | -0.0887 · 1.5 = -0.1331 | 0.6666 |\n"
)
DROPS = "w -> 1.8, b -> -0.35, so the loss drops to (3.25-4)^2 = {0}"
FORMULAS = "L(w) = (2w - 4.5)^2, so L'(w) = {0} and L'(1.5) = 4*(-1.5) = -6"
BY = "L wrt w → {0}\nL par rapport à b → -0,0887"
HTML = "<p>dL/da = <sup>{0}</sup>/<sub>4</sub></p>"
EACH = "| node | grad |\n|-|-|\n| L | 1 |\n| z, b | {0} each |\n"
SOURCE = "# {0} https://example.org/page\ndL/dw = -0.1331"
TYPST = "#note()[\n  $\n    z & = w x + b quad & => quad (d L)/(d z) & = {0} \\\n  $\n]"

CASES = {
    "own names": Case(
        *NEURON,
        ASKED,
        [
            (NAMES.format("net", "act", "-0.0887"), {"z", "a", "dL/da", "dL/dz"}),
            (NAMES.format("s", "h", "-0.0887"), {"z", "a", "dL/da", "dL/dz"}),  # s is a letter of the graph's own
            (NAMES.format("s", "h", "-0.0987"), {"z", "a", "dL/da"}),
            ("copied = a - y\nL = copied^2/2\ndL/da = -0.3775 (copied)", set()),
            (LABEL.format("-0.1331"), {"dL/dw"}),
            (LABEL.format("-0.1431"), set()),
        ],
        lr=0.5,
    ),
    "columns, margins and dots": Case(
        *NEURON,
        ASKED,
        [
            (COLUMNS.format("0.500000"), {"z", "a"}),
            (COLUMNS.format("0.600000"), set()),
            ("a =  0.622459     max(z, a)", set()),
            (MARGIN.format("2"), {"z", "a"}),
            ("z = \\hfill (0)\\\\\n$a=0.6225$", {"a"}),
            ("what it does to w ... 0.8 * 0.148 = 0.1184", set()),
            ("dL/dw = -0.1331 ?= dLdw", set()),
            (SIGNS.format("-0.0887"), {"dL/dz"}),
            (SIGNS.format("0.0887"), set()),
            (UPDATE.format("−"), {"dL/dw", "new:w"}),
            (UPDATE.format("+"), {"dL/dw"}),
            (EACH.format("-0.0887"), {"dL/dz", "dL/db"}),
            (EACH.format("-0.0987"), set()),
            (TYPST.format("-0.0887"), {"dL/dz"}),
            (TYPST.format("-0.0987"), set()),
        ],
        lr=0.5,
    ),
    "sentences": Case(
        *NEURON,
        ASKED,
        [
            (BY.format("-0.1331"), {"dL/dw", "dL/db"}),
            (BY.format("0.1331"), {"dL/db"}),
            ("z = 0.5, a = 0.6225\n\nHm. The loss is smaller.", {"z", "a"}),
            ("z = 0.5, a = 0.6225\n\nHm. That is wrong.", set()),
            ("arrives at z: -0.0887\narrives at w: -0.1331", {"dL/dz", "dL/dw"}),
            ("arrives at z: 0.5", set()),
            (SOURCE.format("this example is from"), {"dL/dw"}),
            (SOURCE.format("taken from"), set()),
            (SOURCE.format("Question 1: I looked it up,"), set()),
            ("dL/dw = -0.1331\n\nw larger → a nearer to 1 → less loss, so ∂L/∂w must be negative", {"dL/dw"}),
            ("dL/dw = -0.1331\n\nNo, ∂L/∂w must be 1", set()),
            ("After the step w = 0.6666 and L = 0.0593. This is no miracle.", {"new:w", "new:L"}),
            ("```python\na = 1/(1 + exp(-z))   # sigmoid(0.5) = 0.62246\n```", {"a"}),
            ("```python\na = 1/(1 + exp(-z))   # sigmoid(0.5) = 0.62246 not\n```", set()),
        ],
        lr=0.5,
    ),
    "differences and losses": Case(
        *LINE,
        OF_LINE,
        [
            ("prediction − truth = 2.5 − 4 = −1.5", {"r"}),
            ("prediction − truth = 2.5 − 4 = −2.5", set()),
            (DROPS.format("0.5625"), {"new:w", "new:b", "new:L"}),
            (DROPS.format("0.6625"), {"new:w", "new:b"}),
            (FORMULAS.format("2(2w - 4.5)*2"), {"dL/dw"}),
            (FORMULAS.format("2(2w - 4.5)"), set()),
        ],
        lr=0.05,
    ),
    "the output's letter and a name": Case(
        "s = a*b; m = max(b, c); u = s + m; f = u*d",
        {"a": -2.0, "b": 3.0, "c": 1.0, "d": 4.0},
        ("df/dd", "df/du", "df/ds", "df/dm", "df/da"),
        [
            (
                "fd = u = -3\nfu = d = 4\nfs = 4, fm = 4\nfa = fs * b = 12",
                {"df/dd", "df/du", "df/ds", "df/dm", "df/da"},
            ),
            ("fd = u = -3\nfu = d = 4\nfs = 4, fm = 4\nfa = fs * a = -8", {"df/dd", "df/du", "df/ds", "df/dm"}),
            ("fa = 12", set()),
        ],
    ),
    "fractions of HTML": Case(
        "d = a - y; L = 0.5*d**2",
        {"a": 1.0, "y": 0.25},
        ("dL/da",),
        [(HTML.format("3"), {"dL/da"}), (HTML.format("1"), set()), ("dL/da = 3<sup>3</sup>/<sub>4</sub>", set())],
    ),
}


@pytest.mark.parametrize(("name", "answer", "accepted"), rows(CASES))
def test_a_style_is_read(name: str, answer: str, accepted: set[str]) -> None:
    assert CASES[name].accepted(answer) == accepted
