"""Tables of what is before a step and after it, under rows that are equations or names with their formulas."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

GRAPH = Graph("u = p*q + r; h = 2*u; E = (h - t)**2", p=2, q=3, r=1, t=13)
EXERCISE = Exercise.from_graph(
    GRAPH, ["u", "h", "E", "dE/du", "new:u", "new:h", "new:E", "new:p", "new:q", "new:r"], lr=0.01
)
# 7, 14, 1, 4; 6.4496, 12.8992, 0.01016, 1.88
HEADS = [("", "Before", "After one step"), ("", "Old", "After the step"), ("", "Vorher", "Nach einem Schritt"),
         ("", "Avant", "Après un pas"), ("quantity", "before the step", "after the step")]  # fmt: skip
ROWS = r"""
| $u = p q + r$ | {u} | {u1} |
| $h = 2u$ | {h} | {h1} |
| Loss $(h - t)^2$ | {E} | {E1} |
| $p$ | 2 | {p1} |
"""
RIGHT = {"u": "$6 + 1 = 7$", "h": "14", "E": "1", "u1": "6.4496", "h1": "12.8992", "E1": "0.0102", "p1": "1.88"}
KEYS = {"u": "u", "h": "h", "E": "E", "u1": "new:u", "h1": "new:h", "E1": "new:E", "p1": "new:p"}


def table(head: tuple[str, ...], rows: str) -> str:
    return f"| {' | '.join(head)} |\n{'|---' * len(head)}|\n{rows.strip()}\n"


@pytest.mark.parametrize("head", HEADS)
def test_each_column_gives_its_values(head: tuple[str, ...]) -> None:
    found = verdicts(table(head, ROWS.format(**RIGHT)), EXERCISE)
    assert all(found[key].status in ACCEPTED for key in KEYS.values())


@pytest.mark.parametrize("wrong", RIGHT)
def test_another_number_is_wrong(wrong: str) -> None:
    found = verdicts(table(HEADS[0], ROWS.format(**RIGHT | {wrong: "5"})), EXERCISE)
    assert found[KEYS[wrong]].status not in ACCEPTED
    assert sum(found[key].status in ACCEPTED for key in KEYS.values()) >= len(KEYS) - 3  # and what follows from it


def test_columns_that_are_swapped_are_wrong() -> None:
    found = verdicts(table(("", "After one step", "Before"), ROWS.format(**RIGHT)), EXERCISE)
    assert not any(found[key].status in ACCEPTED for key in KEYS.values())


@pytest.mark.parametrize("formula", [r"-(h - t)^2", r"(h - t)^3", r"(h - t)", r"h - t^2"])
def test_the_formula_behind_a_name_is_a_step(formula: str) -> None:
    found = verdicts(table(HEADS[0], f"| Loss ${formula}$ | 1 | 0.0102 |"), EXERCISE)
    assert found["E"].status not in ACCEPTED


OTHER = [
    (("", "Before", "After 50 steps"), "| $u$ | 5 | 7 |"),
    (("", "Before activation", "After one step"), "| $u$ | 7 | 5 |"),
    (("", "Before", "After activation"), "| $u$ | 7 | 5 |"),
    (("", "Before the second step", "After the second step"), "| $u$ | 7 | 5 |"),
    (("", "Wrong before", "After one step"), "| $u$ | 7 | 5 |"),
    (("", "Ben before", "After one step"), "| $u$ | 7 | 5 |"),
    (("", "Old", "New"), "| $u$ | 7 | 8 |"),
    (("", "Old answer", "New answer"), "| $u$ | 7 | 8 |"),
    (("", "Before", "After correction"), "| $u$ | 7 | 8 |"),
    (("", "Before", "After one step"), "| Wrong $u$ | 7 | 6.45 |"),
    (("", "Before", "After one step"), "| Ben's $u$ | 7 | 6.45 |"),
    (("", "Before", "After one step"), "| $u$ | 7 (wrong) | 6.45 |"),
    (("", "Before", "After one step"), "| $u$ | not 7 | 6.45 |"),
]


@pytest.mark.parametrize(("head", "row"), OTHER)
def test_what_is_of_something_else_is_not_the_value(head: tuple[str, ...], row: str) -> None:
    assert verdicts(table(head, row), EXERCISE)["u"].status not in ACCEPTED


@pytest.mark.parametrize(("lead", "key"), [("Gradients:", "dE/du"), ("One gradient step:", ""), ("", "")])
def test_a_lead_may_say_that_all_are_gradients(lead: str, key: str) -> None:
    found = verdicts(f"{lead}\n\n{table(HEADS[0], '| $u$ | 4 | 1 |')}", EXERCISE)
    assert [one for one in ("u", "dE/du") if found[one].status in ACCEPTED] == [key] * bool(key)
