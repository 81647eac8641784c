"""What one path brings to a derivative is a part of it, and neither an answer nor a contradiction."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

TWO_PATHS = Exercise.from_graph(
    Graph("p = u*v; g = p + c; h = u - c; C = g*h", u=2, v=3, c=4), ["dC/du", "dC/dv", "new:u"]
)
PATHS = [
    ("via g", "via h"), ("path 1", "path 2"), ("the path u → g → C", "the path u → h → C"), ("path via g", "via h"),
    ("über g", "über h"), ("Pfad 1", "Pfad 2"), ("chemin 1", "chemin 2"), ("par g", "par h"), ("camino 1", "camino 2"),
    ("por g", "por h"), ("经 g", "经 h"), ("路径 1", "路径 2"), ("경로 1", "경로 2"), ("через g", "через h"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), PATHS)
def test_parts_along_paths_do_not_contradict_their_sum(one: str, other: str) -> None:
    parts = f"∂C/∂u ({one}) = h · v = -2 · 3 = -6\n\n∂C/∂u ({other}) = g · 1 = 10\n\n"
    assert verdicts(parts + "∂C/∂u = -6 + 10 = 4", TWO_PATHS)["dC/du"].status in ACCEPTED
    assert verdicts(parts + "∂C/∂u = -6 - 10 = -16", TWO_PATHS)["dC/du"].status not in ACCEPTED


@pytest.mark.parametrize(("one", "other"), PATHS)
def test_a_part_along_a_path_is_no_answer(one: str, other: str) -> None:
    assert verdicts(f"∂C/∂u ({one}) = 4", TWO_PATHS)["dC/du"].status not in ACCEPTED
    assert not verdicts(f"∂C/∂u ({one}) = -6, ∂C/∂u ({other}) = 10", TWO_PATHS)["dC/du"].status.decided


@pytest.mark.parametrize("aside", ["via the chain rule", "by path derivatives", "path"])
def test_other_brackets_name_no_path(aside: str) -> None:
    assert verdicts(f"∂C/∂u ({aside}) = 4", TWO_PATHS)["dC/du"].status in ACCEPTED
