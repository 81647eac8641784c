"""A gradient that is told in parts is what they come to behind them, and none of the parts."""

import pytest
from tests.written.corpus import verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

EXERCISE = Exercise.from_graph(Graph("u = x*y; v = u + x; L = v*v", x=0.5, y=3), ["dL/dv", "dL/du", "dL/dx"])
TOLD = "dL/dv = 4\ndL/du = 4\n"


def status(line: str) -> Status:
    return verdicts(TOLD + line, EXERCISE)["dL/dx"].status


@pytest.mark.parametrize("line", [
    "dL/dx: {} via u and 4 direct, sum {}", "dL/dx = {} via u and 4 directly, so {}",
    "dL/dx: {} from u, 4 from v, total {}",
    "dL/dx: {} (via u) and 4 (direct), sum {}", "dL/dx = {} via u + 4 direct = {}",
    "gradient of x: {} via u and 4 direct, sum {}",
    "dL/dx = via u: 4*y = {}, via the direct edge: 4, total **{}**", "dL/dx: from u: {}, from v: 4, sum: {}",
    "dL/dx: {} über u und 4 direkt, zusammen {}", "dL/dx : {} par u et 4 directement, total {}",
    "dL/dx : {} via u et 4 en direct, somme {}", "dL/dx: {} por u y 4 directo, total {}",
    "dL/dx: {} via u e 4 diretto, totale {}", "dL/dx: {} via u en 4 direct, samen {}",
    "dL/dx: {} przez u i 4 bezpośrednio, razem {}", "dL/dx: {} через u и 4 напрямую, сумма {}",
    "dL/dx: {} 经 u 和 4 直接, 总共 {}",
])  # fmt: skip
def test_parts_are_read_as_what_they_come_to(line: str) -> None:
    assert status(line.format(12, 16)) is Status.RIGHT
    assert status(line.format(12, 18)) not in (Status.RIGHT, Status.STEP_UNREAD)
    assert status(line.format(13, 17)) not in (Status.RIGHT, Status.STEP_UNREAD)


@pytest.mark.parametrize("line", [
    "dL/dx: 12 via u and 4 direct", "dL/dx: 12 via u and 4 direct, not 16", "dL/dx: 12 via u and 4 direct, sum 16?",
    "dL/dx: 12 via u or 4 direct, sum 16", "dL/dx: 12 via u and 4 direct, maybe 16",
    "dL/dx: 12 via u and 4 direct, sum 18",
    "dL/dx: Bob has 12 via u and 4 direct, sum 16",
])  # fmt: skip
def test_parts_that_nothing_comes_of_are_no_gradient(line: str) -> None:
    assert status(line) is Status.UNREAD
