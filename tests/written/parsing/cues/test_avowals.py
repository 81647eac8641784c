"""Avowals: titles of words alone that disown what they stand over."""

import pytest
from tests.written.corpus import ACCEPTED, NEURON

from gradbook.written import judge, read

VALUES = "s = 2.75\nh = 2.75\nL = 0.5625\n"
SLOPES = "dL/dh = 1.5\ndL/ds = 1.5\ndL/db = 1.5\ndL/dw = 3\ndL/dx = 1.8\n"
NAMED = {"dL/dh", "dL/ds", "dL/db", "dL/dw", "dL/dx"}
TITLES = [
    "Example from the lecture, not my answer",
    "What you'd get if the graph was different",
]
HARMLESS = ["Gradients, second try went better", "I coded it, this is what came out:", "The other direction"]


def _accepted(answer: str) -> set[str]:
    return {verdict.key for verdict in judge(read(answer, NEURON), NEURON) if verdict.status in ACCEPTED}


@pytest.mark.parametrize("title", TITLES)
def test_a_title_disowns_what_stands_under_it(title: str) -> None:
    assert not NAMED & _accepted(f"Forward pass\n{VALUES}\n{title}\n{SLOPES}")


def test_up_to_the_next_title() -> None:
    found = _accepted(f"Forward pass\n{VALUES}\n{TITLES[0]}\ndL/dh = 4\n\nMy answer\n{SLOPES}")
    assert NAMED - {"dL/dh"} <= found


@pytest.mark.parametrize("title", HARMLESS)
def test_a_title_that_only_leads_to_an_answer_disowns_nothing(title: str) -> None:
    assert _accepted(f"{VALUES}\n{title}\n{SLOPES}") >= NAMED
