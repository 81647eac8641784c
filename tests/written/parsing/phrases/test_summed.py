"""What a gradient gets on each of its paths, and what it comes to, told in the words of many learners."""

import pytest
from tests.written.corpus import ACCEPTED

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, judge, read

KEYS = ["q", "s", "f", "df/dq", "df/ds", "df/dy", "df/dz", "df/dx", "new:x", "new:y"]
TWO_PATHS = Exercise.from_graph(Graph("q = x*y; s = x*z; f = q + s", x=3, y=2, z=4), KEYS, lr=0.1)
ANSWER = """q = x*y = 6
s = x*z = 12
f = 18
df/dq = 1
df/ds = 1
df/dy = x = 3
df/dz = x = 3
{}
x_new = 3 - 0.1*6 = 2.4
y_new = 2 - 0.3 = 1.7"""


def _statuses(line: str) -> dict[str, Status]:
    return {one.key: one.status for one in judge(read(ANSWER.format(line), TWO_PATHS), TWO_PATHS)}


@pytest.mark.parametrize("line", [
    "df/dx: two ways. via q: 2, via s: 4, total 6", "df/dx: two roads! via q: 1 x 2 = 2. direct: 4. total 6",
    "df/dx = via q: 1*2 = 2, via the direct edge: 4, total **6**",
    "df/dx: one part via q, 1 * 2, and one part via the last plus, 4. Sum is `6`",
    "df/dx: one path gives 2, the other gives 4, together 6", "df/dx: path 1: 2, path 2: 4. Sum: 6",
    "df/dx: 2 from q and 4 from s, in total 6", "df/dx: 2 (via q), 4 (direct), sum 6",
    "x is used twice: 2 and 4, in total 6",
    "x gets 2 via q and 4 via s, in total 6", "wrt x: two paths, via q: 2, via s: 4, total 6",
    "- to x: careful, x shows up twice. Directly: 1*2 = 2. Via s: 1*4 = 4. Sum is 6.",
    "df/dx:\n  via q: 2\n  direct: 4\n  total: 6", "df/dx:\n  path through q: 2\n  path through s: 4\n  together: 6",
    "x: two paths\n  through q: 2\n  through s: 4\n  total 6",
    "df/dx: zwei Wege: über q 2, direkt 4, Summe 6", "Für x gibt es zwei Wege: über q 2, über s 4, zusammen 6",
    "df/dx: deux chemins. Par q : 2, direct : 4, total 6", "df/dx: dos caminos: por q 2, directo 4, sumados 6",
    "df/dx: due strade. Tramite q: 2, diretta: 4, totale 6", "df/dx: dois caminhos. Via q: 2, direto: 4, total 6",
    "df/dx: dwie drogi. Przez q: 2, bezpośrednio: 4, razem 6", "df/dx: twee wegen. Via q: 2, direct: 4, samen 6",
    "df/dx: два пути. Через q: 2, напрямую: 4, итого 6", "df/dx: 两条路径。经过q：2，直接：4，合计6",
    "df/dx: 두 경로. q를 통해 2, 직접 4, 합계 6", "df/dx: två vägar. Via q: 2, direkt: 4, totalt 6",
    "df/dx: két út. q-n át: 2, közvetlenül: 4, összesen 6", "df/dx: hai đường. Qua q: 2, trực tiếp: 4, tổng 6",
])  # fmt: skip
def test_parts_that_come_to_a_total_are_an_equation_of_the_gradient(line: str) -> None:
    found = _statuses(line)
    assert {key: status for key, status in found.items() if status not in ACCEPTED} == {}


@pytest.mark.parametrize("line", [
    "df/dx: via q 2, via s 5, total 7", "df/dx: via q 2, via s -4, total -2",
])  # fmt: skip
def test_a_wrong_total_is_wrong(line: str) -> None:
    assert _statuses(line)["df/dx"] in {Status.WRONG, Status.WRONG_STEP}


@pytest.mark.parametrize("line", [
    "df/dx: via q 2, via s 4, total 6 is wrong", "df/dx: via q 2, via s 4, total 6?",
    "df/dx: via q 2, via s 4, not total 6",
    "df/dx: via q 2, via s 4, total 6, no, -6", "df/dx: via q 2, via s 4. Total 6 says the book, I get 8",
    "df/dx: not via q 2, via s 4, total 6", "df/dx: via q 2, via s 4, total blargh 6",
    "df/dx: kaput: via q 2, via s 4, total 6",
    "df/dx: via q 2, blargh via s 4, total 6", "df/dx: Ben says via q 2, via s 4, total 6",
    "df/dx: via q 2, via s 4, total 6, or 8", "df/dx: via q 2, via s 4, total maybe 6",
    "df/dx = 8. The book has via q 2, via s 4, total 6", "df/dx = 8; via q 2, via s 4, total 6",
    "df/dy: via q 2, via s 4, total 6", "df/dx = 2, df/dy = 4, total 6", "x: via q 2, via s 4, total 6 (ignore this)",
    "df/dx: forget it: via q 2, via s 4, total 6", "df/dx: ~~via q 2, via s 4, total 6~~",
    "df/dx: via q 2, via s 5, total 6",
    "df/dx: via q 2, via s 4, total 8",
])  # fmt: skip
def test_what_is_taken_back_or_does_not_come_to_it_is_not_accepted(line: str) -> None:
    assert _statuses(line)["df/dx"] not in ACCEPTED
