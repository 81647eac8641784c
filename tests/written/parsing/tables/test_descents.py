"""Tables that count steps of descent: what their first row says, and the begin of the second."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

BOWL = Exercise.from_graph(Graph("C = (u - 4)**2", u=1), ["C", "dC/du", "new:u", "new:C"], lr=0.2)  # -6, 2.2, 3.24
RULE = "|---|---|---|---|---|---|\n"

TABLES = [
    "| Step | u | Cost (u - 4)^2 | Slope `2(u-4)` | Calculation | New u |\n" + RULE + "| 0 | 1 | {C} | {d} |"
    " 1 - 0.2 * (-6) | {u} |\n| 1 | 2.2 | {c} | -3.6 | 2.2 - 0.2 * (-3.6) | 2.92 |",
    "| Iteration | $u$ | $C(u)$ | $dC/du$ | $u_{{new}}$ | |\n" + RULE + "| 1 | 1 | {C} | {d} | {u} | |\n"
    "| 2 | 2.2 | {c} | -3.6 | 2.92 | |",
    "| t | u | cost | gradient | sign | updated u |\n" + RULE + "| 0 | 1 | {C} | {d} | - | {u} |\n"
    "| 1 | 2.2 | {c} | -3.6 | - | 2.92 |",
]
RIGHT = {"C": "9", "d": "-6", "u": "2.2", "c": "3.24"}
KEYS = {"C": "C", "d": "dC/du", "u": "new:u", "c": "new:C"}


@pytest.mark.parametrize("table", TABLES)
def test_the_first_step_is_read_of_a_table_of_steps(table: str) -> None:
    found = verdicts(table.format(**RIGHT), BOWL)
    assert all(verdict.status in ACCEPTED for verdict in found.values())


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("part", KEYS)
def test_a_wrong_number_in_a_table_of_steps_is_not_accepted(table: str, part: str) -> None:
    found = verdicts(table.format(**{**RIGHT, part: "7"}), BOWL)
    assert found[KEYS[part]].status not in ACCEPTED
    assert all(found[KEYS[other]].status in ACCEPTED for other in RIGHT if other != part)


def test_a_loss_behind_the_new_value_is_nobodys() -> None:
    table = "| Step | u | new u | Cost |\n|---|---|---|---|\n| 0 | 1 | 2.2 | 3.24 |\n| 1 | 2.2 | 2.92 | 1.1664 |"
    assert verdicts(table, BOWL)["new:C"].status not in (Status.WRONG, Status.CARRIED)


def test_rows_from_0_on_say_what_comes_out_after_a_step() -> None:
    found = verdicts("| Step | u | C |\n|---|---|---|\n| 0 | 1 | 9 |\n| 1 | 2.2 | 3.24 |", BOWL)
    assert all(found[key].status in ACCEPTED for key in ("C", "new:u", "new:C"))
    assert (
        verdicts("| Step | u | C |\n|---|---|---|\n| 0 | 1 | 9 |\n| 1 | 2.2 | 4 |", BOWL)["new:C"].status
        not in ACCEPTED
    )
