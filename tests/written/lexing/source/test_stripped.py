r"""Displays as chats are copied: \[, \, and the ends of rows lost a stroke each."""

import pytest
from tests.written.corpus import ACCEPTED

from gradbook.graph import Graph
from gradbook.written import Exercise, judge, read
from gradbook.written.lexing.source.stripped import in_display

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
    ],
)
def test_displays_in_bare_brackets_are_read_as_others(answer: str, accepted: set[str]) -> None:
    assert {verdict.key for verdict in judge(read(answer, NEURON), NEURON) if verdict.status in ACCEPTED} == accepted


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
