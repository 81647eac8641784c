"""Later rounds: what a second iteration, epoch or example says is of other numbers, and no second answer."""

import re

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

KEYS = ["C", "dC/du", "new:u"]
BOWL = Exercise.from_graph(Graph("C = (u - 5)**2", u=1), KEYS, lr=0.25)
LOGGED_KEYS = ["C", "new:u", "new:C"]
LOGGED = Exercise.from_graph(Graph("C = (u - 5)**2", u=1), LOGGED_KEYS, lr=0.25)
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
    ("## 🔹 1. First example", "## 🔹 2. Second example (another start)\n\n### Forward"),
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


def test_the_next_step_moves_no_more_inputs_than_the_first() -> None:
    exercise = Exercise.from_graph(Graph("e = w*x - t; C = e**2", w=1, x=2, t=4), ["dC/dw", "new:w"], lr=0.1)
    first, again = "$dC/dw = -8$, $w \\leftarrow 1 + 0.8 = 1.8$", "$dC/dw = -1.6$, $w \\leftarrow 1.8 + 0.16 = 1.96$"
    found = verdicts(f"{first}\n\n{again}", exercise)
    assert [found[key].status in ACCEPTED for key in ("dC/dw", "new:w")] == [True, True]
    found = verdicts(f"{first}\n\n{again.replace('1.6', '1.7').replace('1.96', '1.97')}", exercise)
    assert [found[key].status in ACCEPTED for key in ("dC/dw", "new:w")] == [False, False]


def test_steps_line_by_line_are_told_by_their_numbers() -> None:
    text = "Step 1: dC/du = -8, u = 3\nStep 2: dC/du = -4, u = 4\nStep 3: dC/du = -2, u = 4.5"
    assert [verdicts(text, BOWL)[key].status in ACCEPTED for key in KEYS[1:]] == [True, True]


LOGS = [  # of three rounds, that of the first with {0}
    "```\nEpoch 1: C = {0}, u = 3\nEpoch 2: C = 4, u = 4\nEpoch 3: C = 1, u = 4.5\n```",
    "```\nEpoch: 1,\nC: {0}.000\nu: 3.000\nEpoch: 2,\nC: 4.000\nu: 4.000\n```",
    "```\nEpoch [1/9], C: {0}.000, u: 3.000\nEpoch [2/9], C: 4.000, u: 4.000\n```",
    "```\niter 0 | C = {0} | u = 3\niter 1 | C = 4 | u = 4\n```",
    "```\nStep 1/3: C = {0}, u = 3\nStep 2/3: C = 4, u = 4\n```",
    "```\n0: C={0}, u=3\n1: C=4, u=4\n```",
    "```\n[1] C={0}, u=3\n[2] C=4, u=4\n```",
    "```\n[iter 1] C={0}, u=3\n[iter 2] C=4, u=4\n```",
    "u = 1\n\n[1번째] u: 1, C: {0}\n[2번째] u: 3, C: 4\n[3번째] u: 4, C: 1",
    "- Epoch 1: C = {0}, u = 3\n- Epoch 2: C = 4, u = 4",
    "```python\nfor epoch in range(2):\n    C = (u - 5)**2\n    C.backward()\n    # 4. step\n    u -= lr * u.grad\n"
    "    print(f'Epoch {{epoch}}: C={{C:.2f}}, u={{u:.2f}}')\n```\n```\nEpoch 0: C={0}.00, u=3.00\n"
    "Epoch 1: C=4.00, u=4.00\n```",
]


@pytest.mark.parametrize("log", LOGS)
def test_a_log_of_rounds_is_told_by_its_first(log: str) -> None:
    found = verdicts(log.format(16), LOGGED)
    assert [key for key in LOGGED_KEYS if found[key].status not in ACCEPTED] == []


@pytest.mark.parametrize("log", LOGS)
def test_a_log_whose_first_round_is_wrong_is_not_right(log: str) -> None:
    assert verdicts(log.format(15), LOGGED)["C"].status not in ACCEPTED
    turned = re.sub(r"(C ?[=:|] ?)4", r"\g<1>16", log.format(15))
    assert verdicts(turned, LOGGED)["C"].status not in ACCEPTED


def test_parts_of_a_solution_that_are_counted_are_no_rounds() -> None:
    found = verdicts("```\n1. C = (u - 5)**2\n2. C = 16\n3. dC/du = -8\n4. u = 3\n```", LOGGED)
    assert found["C"].status in ACCEPTED and found["new:u"].status in ACCEPTED
    assert verdicts("```\n1. C = 16\n2. C = 15\n```", LOGGED)["C"].status not in ACCEPTED


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


@pytest.mark.parametrize("label", ["Epoch 5:", "### Iteration 5", "**Epoch 3**", "Round 4:"])
def test_what_only_a_much_later_round_tells_is_not_the_first_rounds(label: str) -> None:
    found = verdicts(f"C = (1 - 5)^2 = 16\n\n{label}\n\ndC/du = -8\nu = 3", BOWL)
    assert found["C"].status in ACCEPTED
    assert found["dC/du"].status not in ACCEPTED and found["new:u"].status not in ACCEPTED
