"""Remarks of authors who nobody learned from, at six places of a whole answer: what denies, and what only sounds so."""

import json
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from tests.written.corpus import ACCEPTED

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, judge, read

EVERY = 7  # one in so many is looked at, which takes some seconds
FILE = Path(__file__).parent / "answers" / "remarks_around.jsonl"
ASKED = ["q", "r", "f", "df/dr", "df/dq", "df/db", "df/dz", "df/dw", "df/dx", "new:w", "new:z"]
NEURON = Exercise.from_graph(Graph("q = w*x; r = q + b; f = z*r", w=1.5, x=-2, b=4, z=3), ASKED, lr=0.1)
FORWARD = "q = w*x = -3\nr = q + b = 1\nf = z*r = 3\n"
BACKWARD = "df/dr = z = 3\ndf/dq = 3\ndf/db = 3\ndf/dz = r = 1\n"
BESIDE = "df/dw = 3 * x = -6"
END = "\ndf/dx = 3 * w = 4.5\n\nStep with rate 0.1\nw_new = 1.5 + 0.6 = 2.1\nz_new = 3 - 0.1 = 2.9"
FORMS = {
    "behind": f"{FORWARD}\nBackward\n{BACKWARD}{BESIDE} {{}}{END}",
    "before": f"{FORWARD}\nBackward\n{BACKWARD}{{}} {BESIDE}{END}",
    "between": f"{FORWARD}\nBackward\n{BACKWARD}{{}}\n{BESIDE}{END}",
    "heading": f"{FORWARD}\n{{}}\n{BACKWARD}{BESIDE}{END}",
    "opening": f"{{}}\n\n{FORWARD}\nBackward\n{BACKWARD}{BESIDE}{END}",
    "closing": f"{FORWARD}\nBackward\n{BACKWARD}{BESIDE}{END}\n\n{{}}",
}
LOST = {"behind": 0.31, "before": 0.2, "between": 0.17, "heading": 0.05, "opening": 0.08, "closing": 0.16}
"""Shares of remarks that only explain, for which a right answer is lost all the same."""
BELIEVED = {"behind": 0.16, "before": 0.08, "between": 0.48, "heading": 0.7, "opening": 0.87, "closing": 0.77}
"""Shares of remarks that deny, in spite of which all is believed (of those between lines some deny what is above)."""


@pytest.fixture(scope="module")
def remarks() -> dict[tuple[str, bool], list[str]]:
    """The remarks by place and by whether they deny."""
    found: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for line in FILE.read_text(encoding="utf-8").splitlines()[::EVERY]:
        row = json.loads(line)
        found[row["where"], row["charges"]].append(row["text"])
    return found


@cache
def _statuses(where: str, remark: str) -> dict[str, Status]:
    return {one.key: one.status for one in judge(read(FORMS[where].format(remark), NEURON), NEURON)}


@pytest.mark.parametrize("where", FORMS)
def test_few_remarks_that_explain_cost_anything(where: str, remarks: dict[tuple[str, bool], list[str]]) -> None:
    told = remarks[where, False]
    lost = sum(not ACCEPTED.issuperset(_statuses(where, remark).values()) for remark in told)
    assert lost <= LOST[where] * len(told)


@pytest.mark.parametrize("where", FORMS)
def test_few_remarks_that_deny_are_overheard(where: str, remarks: dict[tuple[str, bool], list[str]]) -> None:
    told = remarks[where, True]
    believed = sum(_statuses(where, remark)["df/dw"] in ACCEPTED for remark in told)
    assert believed <= BELIEVED[where] * len(told)


def test_no_remark_makes_right_answers_wrong(remarks: dict[tuple[str, bool], list[str]]) -> None:
    blamed = {Status.WRONG, Status.WRONG_STEP, Status.CARRIED}
    for (where, charges), told in remarks.items():
        assert charges or not any(blamed & {*_statuses(where, remark).values()} for remark in told)


@pytest.mark.parametrize(
    "remark",
    [
        "PS: lo de w (la derivada y el valor nuevo) lo retiro, creo que no se pueden sumar así, pero no sé cómo sería.",
        "lo de w lo retiro", "ignore what I said about w", "please ignore w", "What I said about w I take back",
        "ritiro quello di w", "то, что про w, беру назад", "I take back w, one can't add the two paths",
    ],
)  # fmt: skip
def test_what_takes_an_input_back_takes_back_its_gradient_and_its_step(remark: str) -> None:
    found = _statuses("closing", remark)
    assert ACCEPTED.isdisjoint({found["df/dw"], found["new:w"]})
    assert ACCEPTED.issuperset({found["df/db"], found["df/dx"], found["new:z"], found["f"]})
