"""Quizzes: what is asked becomes the label of what is answered."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.written.lexing.source.pasted.files.quizzes import out_of_quiz

SEED = EXERCISES["seed"]
FORMS = {  # of a question and its answer
    "in a line": "Q{number} {asked}?  A: {told}",
    "below": "Q: {asked}?\nA: {told}",
    "in German": "Frage: {asked}?\nAntwort: {told}",
    "quoted": "> {asked}\n{told}",
    "counted": "{number}) {asked}?  {told}",
}
ASKED = [("value of q", "10"), ("r", "8"), ("df/dz", "10")]


def quiz(form: str, *asked: tuple[str, str]) -> str:
    return "\n".join(
        FORMS[form].format(number=number, asked=one, told=told) for number, (one, told) in enumerate(asked, 1)
    )


@pytest.mark.parametrize("form", FORMS)
def test_what_is_asked_is_the_label_of_what_is_answered(form: str) -> None:
    text = quiz(form, *ASKED)
    found = verdicts(text, SEED)
    assert found["q"].status in ACCEPTED
    assert len(out_of_quiz(text)) == len(text)
    assert out_of_quiz(text) != text


def test_what_is_filled_in_behind_a_mark_answers() -> None:
    assert out_of_quiz("1) q = ?  10\n2) r = ?  8\n3) df/dq = ? -4").split("\n")[1].split() == ["r:", "8"]


@pytest.mark.parametrize("asked", [
    "df/dz after the step", "negative gradient at z", "second gradient at z", "gradient at z times -1",
    "my favourite number",
    "on what page is df/dz explained", "gradient at z in exercise 2", "gradient of -f at z", "does f go down",
])  # fmt: skip
@pytest.mark.parametrize("form", FORMS)
def test_what_asks_for_something_else_is_no_label(form: str, asked: str) -> None:
    text = quiz(form, *ASKED, (asked, "3"))
    assert asked in out_of_quiz(text)


@pytest.mark.parametrize("said", [
    "Q: is the last one yours?\nA: no", "Score: 2/3, missed the last one", "Last one: didn't know it.", "↑ nope",
    "These are the backs of the cards.",
])  # fmt: skip
def test_nothing_is_made_of_a_quiz_whose_answers_are_judged(said: str) -> None:
    text = f"{quiz('in a line', *ASKED)}\n{said}"
    assert out_of_quiz(text) == text


def test_two_questions_are_no_quiz() -> None:
    text = quiz("below", *ASKED[:2])
    assert out_of_quiz(text) == text
