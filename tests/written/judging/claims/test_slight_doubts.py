"""Slight doubts: what a remark beside a right number may say without making it doubtful, in an answer that is right."""

import pytest
from tests.written.corpus import ACCEPTED, NEURON

from gradbook.written import judge, read

ANSWER = (
    "s = 2.75\nh = 2.75\nL = 0.5625\n\n"
    "dL/dh = 1.5\ndL/ds = 1.5\ndL/db = 1.5\n{w}\n{x}\n\n"
    "new w = 1.3\nnew b = 0.4\n{end}"
)
SLIGHT = [
    ("of what was hard", "← this took me ages lol"),
    ("of what others forget", "<- the relu is what most people in my class forgot here"),
    ("of which factor it is", "<- negativo, ma va bene così, no es un error"),
    ("of what was mended", "tu się najpierw rypnąłem, ale już jest dobrze"),
]
NOT_SLIGHT = [
    ("doubted", "<- not sure about this one, might be wrong"),
    ("another number", "(no, 4)"),
    ("of somebody", "← das hat Ben so gerechnet"),
    ("asked", "or is it the other one?"),
    ("withdrawn", "<-- scratch that, wrong"),
]


def _accepted(*, w: str = "dL/dw = 3", x: str = "dL/dx = 1.8", end: str = "") -> set[str]:
    answer = ANSWER.format(w=w, x=x, end=end)
    return {verdict.key for verdict in judge(read(answer, NEURON), NEURON) if verdict.status in ACCEPTED}


@pytest.mark.parametrize("remark", [row[1] for row in SLIGHT], ids=[row[0] for row in SLIGHT])
def test_a_remark_that_only_explains_is_no_doubt(remark: str) -> None:
    assert "dL/dw" in _accepted(w=f"dL/dw = 3 {remark}")


@pytest.mark.parametrize("remark", [row[1] for row in NOT_SLIGHT], ids=[row[0] for row in NOT_SLIGHT])
def test_a_remark_that_charges_is_one(remark: str) -> None:
    assert "dL/dw" not in _accepted(w=f"dL/dw = 3 {remark}")


def test_a_doubt_behind_another_quantity_is_about_that() -> None:
    found = _accepted(x="dL/dx: either 1.8 (if times w) or 3.6 (if not). I am not sure which.")
    assert "dL/dw" in found
    assert "dL/dx" not in found


@pytest.mark.parametrize("end", ["Curtiu? Deixe um comentário.", "Zorblax frob?"])
def test_a_question_that_names_nothing_is_no_doubt(end: str) -> None:
    assert {"dL/dw", "new:w", "new:b"} <= _accepted(end=end)
