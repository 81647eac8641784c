r"""Mathematics as chats are copied: \[, \(, \, and the ends of rows lost a stroke each."""

import pytest
from tests.written.corpus import ACCEPTED

from gradbook.graph import Graph
from gradbook.written import Exercise, judge, read
from gradbook.written.lexing.source.formulas.stripped import in_display, in_line, restored

NEURON = Exercise.from_graph(
    Graph("z = w*x + b; a = sigmoid(z); L = (a - t)**2/2", w=0.5, x=2, b=-1, t=1),
    ["z", "a", "L", "dL/da", "dL/dz", "dL/dw"],
    lr=0.1,
)


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("[\nz = wx + b\n= 0\n]", {"z"}),
        ("[\nz = wx + b\n= 1\n]", set()),
        ("[\na ;=; \\sigma(z) ;=; 0.5\n]", {"a"}),
        ("  [\n  \\frac{\\partial L}{\\partial z} = (a - t),a(1 - a)\n  = -0.125\n  ]", {"dL/dz"}),
        ("[\n\\frac{\\partial L}{\\partial z} = (a - t),a\n= -0.125\n]", set()),
        ("[\n\\frac{dL}{dw} = \\frac{dL}{dz},\\frac{dz}{dw} = (-0.125)(2) = -0.25\n]", {"dL/dz", "dL/dw"}),
        (
            "[\n\\begin{bmatrix} z \\ a \\end{bmatrix} = \\begin{bmatrix} 0 \\ 0.5 \\end{bmatrix}\n]",
            {"z", "a"},
        ),
        ("```python\nvalues = [\n  z_{1} = 1\n]\n```", set()),
        (
            "[\n\\frac{\\partial L}{\\partial w} = \\frac{\\partial L}{\\partial z},x = -0.125,\\cdot 2 = -0.25\n]",
            {"dL/dz", "dL/dw"},
        ),
        ("[\n\\frac{dL}{dw} = \\frac{dL}{dz}, x = -0.125 \\cdot 2 = -0.25\n]", {"dL/dz", "dL/dw"}),
        ("[\n\\frac{\\partial L}{\\partial z} = (a - t);\\sigma(z)(1 - a) = -0.125\n]", {"dL/dz"}),
        ("[\nz = wx + b = 0,\\quad a = \\sigma(z) = 0.5\n]", {"z", "a"}),
        ("[\n\\begin{pmatrix}z\\a\\end{pmatrix} = \\begin{pmatrix}0\\0.5\\end{pmatrix}\n]", set()),
        (
            "[\n\\frac{\\partial L}{\\partial w} = \\frac{\\partial L}{\\partial z},b = -0.125,\\cdot 2 = -0.25\n]",
            {"dL/dz"},
        ),
        ("Here (z = wx + b = 0), and (a = \\sigma(z) = 0.5) follows.", {"z", "a"}),
        ("- (\\frac{\\partial L}{\\partial a} = a - t = -0.5)", {"dL/da"}),
        (
            "With (\\delta = (a - t)a(1 - a)), (\\frac{\\partial L}{\\partial w} = \\delta,x = -0.25).",
            {"dL/dz", "dL/dw"},
        ),
        ("With (\\delta = a - t), (\\frac{\\partial L}{\\partial w} = \\delta,x = -0.25).", {"dL/da"}),
        ("[\n\\frac{dL}{da} = (a-t), a = \\sigma(0) = 0.5\n]", {"dL/da", "a"}),
        ("[\n\\frac{dL}{dw} = \\frac{dL}{dz}, z = wx + b = 0\n]", {"z"}),
        ("[\n\\frac{dL}{dz} = \\delta,\\delta = -0.125\n]", {"dL/dz"}),
        ("[\n\\frac{dL}{da} = (a-t),\\frac{da}{dz} = 0.25\n]", set()),
        ("dL/dz is: (a-t) (0.25) = -0.125, where (\\sigma = 0.5)", {"dL/dz"}),
        ("**dL/dz** = **(a-t)** (0.25) = -0.125, where (\\sigma = 0.5)", {"dL/dz"}),
        ("Not true: (a = \\sigma(z) = 0.5).", set()),
        ("My neighbour has (a = \\sigma(z) = 0.5).", set()),
        ("(a = \\sigma(z) = 0.5) is wrong.", set()),
    ],
)
def test_mathematics_in_bare_brackets_is_read_as_other_mathematics(answer: str, accepted: set[str]) -> None:
    assert {verdict.key for verdict in judge(read(answer, NEURON), NEURON) if verdict.status in ACCEPTED} == accepted


def test_what_is_no_equation_is_not_blamed() -> None:
    text = "[\n\\frac{dL}{da} = (a-t),\\frac{da}{dz} = 0.25\n]"
    assert "wrong" not in {verdict.status for verdict in judge(read(text, NEURON), NEURON)}


@pytest.mark.parametrize("source", ["\\a " + "(x) " * 50_000, "(\\a=1) " * 25_000, "\\a " + "(z - 1) " * 25_000])
def test_long_lines_are_read_in_a_moment(source: str) -> None:
    assert len(in_line(source)) == len(source)  # minutes where each bracket looks at the whole line


@pytest.mark.parametrize(
    "source",
    [
        "[\n1, 2\n]",
        "x = [\n\\alpha\n]",
        "```\n[\n\\alpha = 1\n]\n```",
        "[\n[\n\\alpha = 1\n",
        "[\n\n]",
        "a[0] = \\frac{1}{2}",
    ],
)
def test_other_brackets_are_no_displays(source: str) -> None:
    assert in_display(source) == source


def test_places_are_kept() -> None:
    source = "So\n[ \n\\alpha = 1,, 2\n  ]\nand on"
    assert in_display(source) == "So\n $$\\alpha = 1,  2$$  \nand on"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "so (\\hat z_1) and (a) are (0.5), but f(x) = 2 \\cdot (a - t)",
            "so $\\hat z_1$ and $a$ are $0.5$, but f(x) = 2 \\cdot (a - t)",
        ),
        ("(a) First (\\frac{1}{2})", "(a) First $\\frac{1}{2}$"),
        ("(see (\\hat z = 2) above)", "(see $\\hat z = 2$ above)"),
        ("`(z_{1} = 2)` and (\\hat z = 2)", "`(z_{1} = 2)` and $\\hat z = 2$"),
        ("**Loss:** (L = \\frac{1}{2},2 = 1)", "**Loss:** $L = \\frac{1}{2},2 = 1$"),
        ("这里 (\\hat z = 2)", "这里 $\\hat z = 2$"),
    ],
)
def test_brackets_in_a_line_become_dollars(source: str, expected: str) -> None:
    assert in_line(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "q = w * (x + 1) and (q = 10)",
        "(w_t = 3 w_{t-1})",
        "$\\alpha$ is (z_{1} = 2)",
        "\\(\\alpha\\) is (z_{1} = 2)",
        "```\n(z_{1} = 2)\n```",
        "(wrong: z_{1} = 2)",
        "(z_{1} = 2\n)",
        "f(z_{1}) and (2",
    ],
)
def test_other_brackets_in_a_line_stay(source: str) -> None:
    assert in_line(source) == source


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"$$\begin{aligned} w &= 2 \ x &= 3 \end{aligned}$$", r"$$\begin{aligned} w &= 2 \\x &= 3 \end{aligned}$$"),
        (r"$$\begin{aligned} w &= \delta\ x = 3 \end{aligned}$$", None),
        ("$$\\begin{aligned} w &= 2 \\\\\n x &= 3\\ y \\end{aligned}$$", None),
    ],
)
def test_a_blank_of_latex_is_no_end_of_a_row(source: str, expected: str | None) -> None:
    assert restored(source) == (expected or source)
