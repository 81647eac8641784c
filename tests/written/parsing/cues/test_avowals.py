"""Avowals: titles, openings and last lines of words alone that disown what they stand over or under."""

import pytest
from tests.written.corpus import ACCEPTED, NEURON

from gradbook.written import judge, read

VALUES = "s = 2.75\nh = 2.75\nL = 0.5625\n"
SLOPES = "dL/dh = 1.5\ndL/ds = 1.5\ndL/db = 1.5\ndL/dw = 3\ndL/dx = 1.8\n"
OPENINGS = [
    "As asked, here is a deliberately faulty calculation for the others to find the bugs in.",
    "Guten Abend, ich war krank und hab die Lösung unten nur kopiert, damit was da ist. Meine eigene kommt morgen.",
]
TITLES = [
    "Example from the lecture, not my answer",
    "What you'd get if the graph was different",
    "First draft (discarded)",
]
ENDS = [
    "EDIT: please ignore all of the above, I'll resubmit.",
    "jangan percaya jawaban ini, saya cuma menebak semuanya",
]
HARMLESS = [
    "Hi professor, here is my homework, sorry that it is late.",
    "Gradients, second try went better",
    "I coded it, this is what came out:",
]


def _accepted(answer: str) -> set[str]:
    return {verdict.key for verdict in judge(read(answer, NEURON), NEURON) if verdict.status in ACCEPTED}


@pytest.mark.parametrize("opening", OPENINGS)
def test_an_opening_may_disown_all(opening: str) -> None:
    assert not _accepted(f"{opening}\n\n{VALUES}\n{SLOPES}")


@pytest.mark.parametrize("title", TITLES)
def test_a_title_disowns_what_stands_under_it_up_to_the_next(title: str) -> None:
    found = _accepted(f"Forward pass\n{VALUES}\n{title}\n{SLOPES}\nAfter the step\nnew w = 1.3\nnew b = 0.4")
    assert not {"dL/dh", "dL/ds", "dL/db", "dL/dw", "dL/dx"} & found
    assert {"s", "h", "L", "new:w", "new:b"} <= found


@pytest.mark.parametrize("end", ENDS)
def test_a_last_line_may_disown_all_that_it_speaks_of(end: str) -> None:
    assert not _accepted(f"{VALUES}\n{SLOPES}\n{end}")


@pytest.mark.parametrize("line", HARMLESS)
def test_a_line_that_only_leads_to_an_answer_disowns_nothing(line: str) -> None:
    keys = {"s", "h", "L", "dL/dh", "dL/ds", "dL/db", "dL/dw", "dL/dx"}
    assert _accepted(f"{line}\n\n{VALUES}\n{SLOPES}") >= keys
    assert _accepted(f"{VALUES}\n{line}\n{SLOPES}") >= keys
