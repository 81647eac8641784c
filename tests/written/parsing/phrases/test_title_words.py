"""Titles of gradients that disown what stands under them: with a colon or without, in brackets, as headings."""

import pytest
from tests.written.corpus import ACCEPTED

from gradbook.graph import Graph
from gradbook.written import Exercise, judge, read

SLOPES = ["df/dz", "df/dr", "df/dq", "df/db", "df/dw", "df/dx"]
NEURON = Exercise.from_graph(
    Graph("q = w*x; r = q + b; f = z*r", w=5, x=2, b=-2, z=3.5), ["q", "r", "f", *SLOPES, "new:w"], lr=0.1
)
ANSWER = "q = 5*2 = 10\nr = 10 - 2 = 8\nf = 3.5*8 = 28\n\n{}\n{}\n\nw_new = 5 - 0.1*7 = 4.3"
NUMBERS = {"z": "8", "r": "3.5", "q": "3.5", "b": "3.5", "w": "7", "x": "17.5"}
LAYOUTS = ["{}: {}", "{} = {}", "df/d{} = {}"]


def _accepted(title: str, layout: str) -> set[str]:
    body = "\n".join(layout.format(*one) for one in NUMBERS.items())
    found = judge(read(ANSWER.format(title, body), NEURON), NEURON)
    return {one.key for one in found if one.status in ACCEPTED}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("title", [
    "Gradients", "Gradients:", "# Gradients", "Gradients of f", "Backward pass", "My gradients",
    "Gradients (all of them)",
    "Gradienten", "Gradientes", "**Gradients** (by hand)",
])  # fmt: skip
def test_a_title_of_gradients_heads_them(title: str, layout: str) -> None:
    assert _accepted(title, layout) == {"q", "r", "f", *SLOPES, "new:w"}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("title", [
    "Wrong gradients", "wrong gradients:", "Gradients (wrong)", "Gradients (wrong):", "# Gradients (wrong)",
    "**Gradients (wrong)**", "Ben's gradients", "# Ben's gradients", "Gradients by Ben", "Backward (wrong)",
    "Backward (Ben's)",
    "Gradients (not sure):", "Falsche Gradienten:", "Gradients (faux) :", "Gradientes (mal):", "Gradienti (sbagliati):",
])  # fmt: skip
def test_a_title_that_disowns_them_is_heard(title: str, layout: str) -> None:
    assert _accepted(title, layout).isdisjoint(SLOPES)
