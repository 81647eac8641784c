"""Tables of descent in several inputs at once: columns of points, "(x, y)" and "new point"."""

import pytest
from tests.written.attacked.tables import table
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

BOWL = Exercise.from_graph(
    Graph("f = u**2 + 3*v**2", u=2, v=1), ["f", "df/du", "df/dv", "new:u", "new:v", "new:f"], lr=0.1
)
STEP = {"df/du", "df/dv", "new:u", "new:v"}
ALL = {*STEP, "f", "new:f"}
FIRST, NEXT = ["(2, 1)", 7, 4, 6, "(1.6, 0.4)"], ["(1.6, 0.4)", 3.04, 3.2, 2.4, "(1.28, 0.16)"]
HEAD = ["iter", "(u, v)", "f", "∂f/∂u", "∂f/∂v"]


@pytest.mark.parametrize(
    "title", ["new point", "New (u, v)", "next point", "neuer Punkt", "nuevo punto", "new position"]
)
@pytest.mark.parametrize("dots", [[], [["…", "", "", "", "", ""]], [["...", "→ (0, 0)", "→ 0", "", "", ""]]])
def test_a_column_may_hold_the_new_point(title: str, dots: list[list[object]]) -> None:
    found = verdicts(table([*HEAD, title], [0, *FIRST], [1, *NEXT], *dots), BOWL)
    assert {key for key in ALL if found[key].status in ACCEPTED} == ALL


def test_a_new_point_may_be_calculated() -> None:
    calculated = [*FIRST[:-1], "`(2 - 0.4, 1 - 0.6)` = (1.6, 0.4)"]
    found = verdicts(table([*HEAD, "new point"], [0, *calculated], [1, *NEXT]), BOWL)
    assert {key for key in ALL if found[key].status in ACCEPTED} == ALL


def test_a_column_that_is_not_understood_stands_beside_the_others() -> None:
    found = verdicts(table([*HEAD[:2], "height", *HEAD[3:], "new point"], [0, *FIRST], [1, *NEXT]), BOWL)
    assert all(found[key].status in ACCEPTED for key in STEP)
    assert all(found[key].status in (Status.UNREAD, Status.PERSON) for key in ("f", "new:f"))


@pytest.mark.parametrize(
    "titles", [("point", "gradient"), ("(u, v)", "gradient"), ("(u, v)", "∇f"), ("Punkt", "Gradient")]
)
def test_gradients_of_points_are_vectors(titles: tuple[str, str]) -> None:
    found = verdicts(table(["k", *titles], [0, "(2, 1)", "(4, 6)"], [1, "(1.6, 0.4)", "(3.2, 2.4)"]), BOWL)
    assert all(found[key].status in ACCEPTED for key in STEP)


@pytest.mark.parametrize(
    ("first", "keys"),
    [
        (["(2, 1)", 7, 6, 4, "(1.6, 0.4)"], ["df/du", "df/dv"]),
        (["(2, 1)", 7, 4, 6, "(0.4, 1.6)"], ["new:u", "new:v"]),
        (["(2, 1)", 7, 4, 6, "(2.4, 1.6)"], ["new:u", "new:v"]),
        (["(2, 1)", 7, 4, 6, "(1.6, 0.4, 0)"], ["new:u", "new:v"]),
        (["(2, 1)", 8, 4, 6, "(1.6, 0.4)"], ["f"]),
    ],
)
def test_what_is_wrong_in_a_table_of_points_is_not_accepted(first: list[object], keys: list[str]) -> None:
    found = verdicts(table([*HEAD, "new point"], [0, *first], [1, *NEXT]), BOWL)
    assert all(found[key].status not in ACCEPTED for key in keys)


@pytest.mark.parametrize(
    "title", ["wrong point", "Ben's point", "old point", "starting point", "point / 2", "mean point"]
)
def test_another_point_is_no_new_one(title: str) -> None:
    found = verdicts(table([*HEAD, title], [0, *FIRST], [1, *NEXT]), BOWL)
    assert found["new:u"].status is not Status.WRONG
    alone = verdicts(table(["k", title], [0, "(1.6, 0.4)"], [1, "(1.28, 0.16)"]), BOWL)
    assert all(alone[key].status not in ACCEPTED for key in ("new:u", "new:v"))


def test_rows_of_samples_are_no_steps() -> None:
    rows = table(["#", "u", "v", "label", "f"], [1, 2, 1, 0, 8], [2, 1.6, 0.4, 1, 3.04])
    found = verdicts(rows, BOWL)
    assert all(
        found[key].status not in ACCEPTED and found[key].status is not Status.WRONG for key in ("new:u", "new:f")
    )
