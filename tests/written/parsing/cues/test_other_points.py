"""What an answer says of other inputs than those that it has given before, and of what comes after it."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.written import Status

OWN = "x = 2, w = 5, b = -2 and z = 3.\n\nq = 10, r = 8, f = 24."

OTHERS = [
    "For x = 3 we get q = 15, r = 13 and f = 39.",
    "For `x = 3` the branch is taken:\n\n```text\nx = 3 -> q = 15 -> r = 13 -> f = 39\n```",
    "At x = 0, q = 0 and f = -6.",
    "If x were 3, then q = 15 and f = 39.",
    "When the input x = 3: q = 15, f = 39.",
    "With x = 3 the same graph gives q = 15, so f = 39.",
    "Für x = 3 ist q = 15 und f = 39.",
    "Pour x = 3, on a q = 15 et f = 39.",
    "Para x = 3 se tiene q = 15 y f = 39.",
]


@pytest.mark.parametrize("passage", OTHERS)
@pytest.mark.parametrize("behind", ["", "\n\n### Gradients\n\ndf/dw = 6"])
def test_what_is_so_for_other_inputs_is_no_second_answer(passage: str, behind: str) -> None:
    found = verdicts(f"{OWN}\n\n{passage}{behind}", EXERCISES["seed"])
    assert all(found[key].status in ACCEPTED for key in ("q", "r", "f", *(("df/dw",) if behind else ())))


@pytest.mark.parametrize("passage", OTHERS)
def test_what_is_so_for_other_inputs_is_no_answer(passage: str) -> None:
    answer = f"x = 2, w = 5, b = -2, z = 3.\n\n{passage}"
    assert not any(verdicts(answer, EXERCISES["seed"])[key].status in ACCEPTED for key in ("q", "f"))


def test_one_of_two_cases_is_the_exercises_own() -> None:
    cases = "If z = 3: f = 24.\n\nIf z = 0: f = 0.\n\nHere z = 3, so df/dr = 3 and df/dw = 6."
    found = verdicts(cases, EXERCISES["seed"])
    assert all(found[key].status in ACCEPTED for key in ("df/dr", "df/dw"))


def test_a_new_value_is_no_other_point() -> None:
    found = verdicts("At w = 5, df/dw = 6. The step: w = 5 - 0.01 * 6 = 4.94. So w = 4.94.", EXERCISES["seed"])
    assert found["df/dw"].status in ACCEPTED
    assert found["w1"].status in ACCEPTED


def test_such_a_passage_ends_with_its_paragraph() -> None:
    found = verdicts("x = 2, w = 5. For x = 3, q = 15.\n\nHere q = 10, and f = 25.", EXERCISES["seed"])
    assert found["q"].status in ACCEPTED
    assert found["f"].status not in ACCEPTED


@pytest.mark.parametrize("title", ["**Oddities**", "Perimeters", "**Biases**"])
def test_an_item_over_the_next_display_says_nothing_of_the_one_before(title: str) -> None:
    found = verdicts(f"$$q = 10$$\n\n* {title}\n\n$$r = 8$$", EXERCISES["seed"])
    assert found["q"].status in ACCEPTED


def test_a_column_that_says_why_holds_no_gradients() -> None:
    table = "| node | value | Why backward needs it |\n|---|---|---|\n| q | 10 | the other factor, `2w` |\n"
    found = verdicts(f"{table}\ndf/dq = 3", EXERCISES["seed"])
    assert found["q"].status in ACCEPTED
    assert found["df/dq"].status in ACCEPTED


_SECOND = "### Input\n\n* x = 3\n\n### Forward\n\n* q = 15\n* f = 39\n\n"
_TITLES = ["## 8. Second example (easy)", "## Example 2", "## Zweites Beispiel", "## Ejemplo 2"]


@pytest.mark.parametrize("title", _TITLES)
def test_a_further_example_is_so_for_its_own_inputs(title: str) -> None:
    found = verdicts(f"{OWN}\n\n{title}\n\n{_SECOND}## Gradients\n\ndf/dw = 6", EXERCISES["seed"])
    assert all(found[key].status in ACCEPTED for key in ("q", "f", "df/dw"))


@pytest.mark.parametrize("title", _TITLES)
def test_a_further_example_is_no_answer(title: str) -> None:
    found = verdicts(f"x = 2, w = 5, b = -2, z = 3.\n\n{title}\n\nx = 3, w = 5\n\nq = 10", EXERCISES["seed"])
    assert found["q"].status not in ACCEPTED


@pytest.mark.parametrize("title", ["## Example 1", "## First example", "## Step 2", "## Second part"])
def test_under_another_title_two_answers_differ(title: str) -> None:
    assert verdicts(f"{OWN}\n\n{title}\n\n{_SECOND}", EXERCISES["seed"])["q"].status not in ACCEPTED


def test_the_second_example_may_be_the_exercises_own() -> None:
    text = f"## Example 1\n\nx = 3\n\nq = 15\n\n## Example 2\n\n{OWN}"
    assert verdicts(text, EXERCISES["seed"])["q"].status is not Status.WRONG


NUDGED = [
    r"A check by hand: $x = 2.001 \Rightarrow q = 10.005,\ f = 24.015$.",
    "(Verify: $x = 2.001$ → $q = 10.005$ → $r = 8.005$ → $f = 24.015$ — up by $0.015$)",
    "x = 2.01 then q = 10.05 and f = 24.15",
    "x = 1.999, so q = 9.995 and r = 7.995",
    "Comprobación: subir x de 2 a 2.01 da f = 24.15.",
    "The change in $f$ is $0.015$.",
    "An increase of f of 0.015 per thousandth.",
    "Die Änderung von f ist 0.015.",
]


@pytest.mark.parametrize("passage", NUDGED)
def test_a_check_by_a_number_beside_that_of_an_input_is_no_second_answer(passage: str) -> None:
    found = verdicts(f"{OWN}\n\n{passage}", EXERCISES["seed"])
    assert all(found[key].status in ACCEPTED for key in ("q", "r", "f"))


@pytest.mark.parametrize(
    "answer",
    [
        "x = 2 and w = 5. x = 2.001 → q = 10 → f = 24",
        "x = 2 and w = 5. The change in q is 10, the increase in f is 24.",
        "x = 2 and w = 5. The change in the result f: 24",
    ],
)
def test_what_is_said_of_a_change_is_no_answer(answer: str) -> None:
    found = verdicts(answer, EXERCISES["seed"])
    assert not any(found[key].status in ACCEPTED for key in ("q", "f"))


def test_an_example_over_a_list_of_what_is_worked_out_is_the_exercise() -> None:
    items = "- $q = 10$.\n- $r = 8$.\n- $df/dr = 3$."
    found = verdicts(f"1. **Example:**\n   {items.replace(chr(10), chr(10) + '   ')}", EXERCISES["seed"])
    assert all(found[key].status in ACCEPTED for key in ("q", "r"))
    assert verdicts(f"**Example (wrong):**\n{items}", EXERCISES["seed"])["q"].status not in ACCEPTED
    assert verdicts("**Example:**\n- $q = 10$.\n- a list.", EXERCISES["seed"])["q"].status not in ACCEPTED
