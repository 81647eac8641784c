"""One number of several quantities, and inputs that stay as they are, told together in the words of many learners."""

import pytest
from tests.written.corpus import ACCEPTED

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, judge, read

KEYS = ["q", "s", "m", "f", "df/ds", "df/dm", "df/dq", "df/dw", "df/dx", "df/dc", "df/dd"]
NEW = ["new:w", "new:x", "new:c", "new:d"]
GATES = Exercise.from_graph(
    Graph("q = w*x; s = relu(q); m = max(c, d); f = s + m", w=-1.5, x=2, c=3, d=1), [*KEYS, *NEW], lr=0.1
)
HEAD = "q = -3\ns = relu(-3) = 0\nm = max(3, 1) = 3\nf = 3\n\ndf/ds = 1\ndf/dm = 1"
RELU, MAX = "df/dq = 0\ndf/dw = 0\ndf/dx = 0", "df/dc = 1\ndf/dd = 0"
STEP = "w_new = -1.5\nx_new = 2\nc_new = 2.9\nd_new = 1"


def _lost(*parts: str) -> dict[str, Status]:
    found = judge(read("\n\n".join((HEAD, *parts)), GATES), GATES)
    return {one.key: one.status for one in found if one.status not in ACCEPTED}


@pytest.mark.parametrize("line", [
    "df/dq, df/dw and df/dx are all 0", "df/dq = 0\ndf/dw and df/dx are both zero", "df/dq, df/dw, df/dx: all zero",
    "df/dq, df/dw, df/dx: all 0", "df/dq, df/dw und df/dx sind alle 0", "df/dq, df/dw et df/dx sont tous 0",
    "df/dq, df/dw y df/dx son todas 0", "df/dq, df/dw e df/dx sono tutte zero", "df/dq、df/dw、df/dx 都是 0",
    "df/dq, df/dw, df/dx はすべて 0", "df/dq, df/dw и df/dx все равны 0",
])  # fmt: skip
def test_one_number_is_of_each(line: str) -> None:
    assert _lost(line, MAX, STEP) == {}


@pytest.mark.parametrize("line", [
    "w and x do not change (-1.5 and 2), c = 3 - 0.1 = 2.9, d does not change (1)",
    "w, x, d stay the same (-1.5, 2, 1), c goes to 2.9",
    "w, x and d remain unchanged (-1.5, 2 and 1), c becomes 2.9", "w stays -1.5, x stays 2, c = 2.9, d stays 1",
])  # fmt: skip
def test_inputs_that_stay_have_the_numbers_beside_them(line: str) -> None:
    assert _lost(RELU, MAX, line) == {}


@pytest.mark.parametrize(("line", "lost"), [
    ("df/dq, df/dw, df/dx: all zero is wrong", {"df/dq", "df/dw", "df/dx"}),
    ("df/dq, df/dw, df/dx: both zero?", {"df/dw"}),
    ("df/dw et df/dx sont tous deux zéro chez Léa", {"df/dw", "df/dx"}),
    ("df/dw and df/dx are both zero for Ben", {"df/dw", "df/dx"}),
    ("df/dq, df/dw and df/dx are not all 0", {"df/dq", "df/dw", "df/dx"}),
    ("df/dq, df/dw, df/dx: all 3", {"df/dq", "df/dw", "df/dx"}),
    ("No gradient reaches q, w and x: all three are 1", {"df/dq", "df/dw", "df/dx"}),
])  # fmt: skip
def test_what_is_denied_or_wrong_is_not_accepted(line: str, lost: set[str]) -> None:
    assert lost <= _lost(line, MAX, STEP).keys()


@pytest.mark.parametrize("line", [
    "w and x do not change (2 and -1.5), c = 2.9, d = 1 as before", "w, x, d stay the same (-1.5, 2), c goes to 2.9",
])  # fmt: skip
def test_what_stays_is_no_missing_value(line: str) -> None:
    found = _lost(RELU, MAX, line)
    assert {found["new:w"], found["new:x"]}.isdisjoint({*ACCEPTED, Status.MISSING})


def test_nothing_may_be_a_number() -> None:
    assert _lost(RELU, "the max gate sends 1 to c, nothing to d", STEP) == {"df/dd": Status.UNREAD}
