"""Later rounds: what a second iteration, epoch or example says is of other numbers, and no second answer."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

KEYS = ["C", "dC/du", "new:u"]
BOWL = Exercise.from_graph(Graph("C = (u - 5)**2", u=1), KEYS, lr=0.25)
FIRST = "C = (u - 5)^2 = 16\ndC/du = 2(u - 5) = -8\nu = 1 - 0.25*(-8) = 3"
SECOND = "C = (3 - 5)^2 = 4\ndC/du = 2(3 - 5) = -4\nu = 3 - 0.25*(-4) = 4"

# the labels of two rounds
LABELS: list[tuple[str, str]] = [
    ("## Iteration 1", "## Iteration 2"),
    ("## Iteration 0", "## Iteration 1"),
    ("**Epoch 1**", "**Epoch 2**"),
    ("Iteration 1:", "Iteration 2:"),
    ("### 3.1 First iteration", "### 3.2 Second iteration"),
    ("", "Now the next iteration:"),
    ("", "#### Zweiter Durchlauf"),
    ("#### Époque 1", "#### Époque 2"),
    ("### Primera iteración", "### Segunda iteración"),
    ("### Passo 1", "### Passo 2"),
    ("### Prima iterazione", "### Seconda iterazione"),
    ("Первая итерация:", "Вторая итерация:"),
    ("第一次迭代：", "第二次迭代："),
    ("第1轮", "第2轮"),
    ("## エポック1", "## エポック2"),
    ("1回目の反復:", "2回目の反復:"),
    ("## 반복 1", "## 반복 2"),
    ("첫 번째 반복:", "두 번째 반복:"),
    ("### Example 1", "### Example 2"),
    ("### An example", "### A second example"),
]


@pytest.mark.parametrize(("one", "two"), LABELS)
def test_a_later_round_is_no_second_answer(one: str, two: str) -> None:
    found = verdicts(f"{one}\n\n{FIRST}\n\n{two}\n\n{SECOND}", BOWL)
    assert [key for key in KEYS if found[key].status not in ACCEPTED] == []


@pytest.mark.parametrize(("one", "two"), LABELS)
def test_a_later_round_puts_nothing_right(one: str, two: str) -> None:
    wrong = FIRST.replace("-8", "-7").replace("= 16", "= 15").replace("= 3", "= 2.75")
    found = verdicts(f"{one}\n\n{wrong}\n\n{two}\n\n{FIRST}", BOWL)
    assert [key for key in KEYS if found[key].status in ACCEPTED] == []


def test_a_round_ends_with_the_next_title_that_is_not_below_it() -> None:
    text = f"## Round 1\n\n{FIRST}\n\n## Round 2\n\n### Forward\n\nC = 4\n\n## Summary\n\ndC/du = 8"
    assert verdicts(text, BOWL)["C"].status in ACCEPTED
    assert verdicts(text, BOWL)["dC/du"].status not in ACCEPTED


@pytest.mark.parametrize("between", ["", "Once more:", "With the new value:", "Step 2 again, from 3:"])
def test_numbers_of_the_next_step_behind_the_first_are_no_second_answer(between: str) -> None:
    found = verdicts(f"dC/du = 2(u - 5) = -8, u = 1 - 0.25*(-8) = 3\n\n{between}\n\ndC/du = 2(3 - 5) = -4", BOWL)
    assert found["new:u"].status in ACCEPTED
    assert found["dC/du"].status in ACCEPTED


def test_steps_line_by_line_are_told_by_their_numbers() -> None:
    text = "Step 1: dC/du = -8, u = 3\nStep 2: dC/du = -4, u = 4\nStep 3: dC/du = -2, u = 4.5"
    assert [verdicts(text, BOWL)[key].status in ACCEPTED for key in KEYS[1:]] == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "dC/du = -4, u = 2. Then dC/du = -8, u = 3.",  # the other order
        "dC/du = -8. Or dC/du = -4.",  # no step between
        "dC/du = -8, u = 3, dC/du = -5",  # no number of the next step
    ],
)
def test_other_numbers_are_left_to_a_person(text: str) -> None:
    assert verdicts(text, BOWL)["dC/du"].status not in ACCEPTED
