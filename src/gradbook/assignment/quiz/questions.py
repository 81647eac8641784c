"""Quiz questions in jupyterquiz's format: read, stripped of their key for learners, and compared with a choice.

A question may have an `id`; without one it is called q1, q2, ... by its place. Multiple and many choice, numeric and
string questions are understood; what only changes their looks in jupyterquiz is ignored.
"""

import difflib
import json
from collections.abc import Iterable
from pathlib import Path
from string import ascii_lowercase
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gradbook.assignment.quiz.numbers import NumberError, read_number
from gradbook.assignment.quiz.record import Choice
from gradbook.core.errors import UsageError
from gradbook.core.text.suggest import did_you_mean

# What a learner's copy keeps: everything else is the key, or might tell it.
_SHOWN = ("id", "type", "question", "code", "image", "answer_cols", "precision")
_SHOWN_ANSWER = ("answer", "code")


class QuizError(UsageError):
    """A quiz file is wrong, or has no such question."""


class QuizAnswer(BaseModel):
    """One answer of a question: a choice to offer or, for a number or a text, one to recognise."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    type: str | None = None
    answer: str | None = None
    code: str | None = None
    value: float | None = None
    range: tuple[float, float] | None = Field(default=None, strict=False)
    correct: bool | None = None
    feedback: str | None = None
    match_case: bool = False
    fuzzy_threshold: float | None = None

    @property
    def text(self) -> str:
        """What a learner reads."""
        return "\n".join(part for part in (self.answer, self.code) if part)


class QuizQuestion(BaseModel):
    """One question.

    Attributes:
        id: its name, as in `ask("q1")` and in record.txt.
        answers: those to choose from, lettered a, b, c ...; empty for a number or a text whose key is stripped.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    id: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$")
    question: str = Field(min_length=1)
    type: Literal["multiple_choice", "many_choice", "numeric", "string"]
    code: str | None = None
    image: str | None = None
    precision: int | None = Field(default=None, ge=1, le=15)
    answers: tuple[QuizAnswer, ...] = Field(default=(), strict=False)

    @property
    def choices(self) -> dict[str, str]:
        """What there is to choose from, by letter; empty where a number or a text is asked."""
        if self.type not in ("multiple_choice", "many_choice"):
            return {}
        return {letter: answer.text for letter, answer in zip(ascii_lowercase, self.answers, strict=False)}

    def refusal(self, choice: Choice) -> str | None:
        """Return why this is no answer to this question (nothing is said of right or wrong), or None if it is one."""
        letters = ", ".join(self.choices)
        match self.type:
            case "multiple_choice" if not isinstance(choice, str) or choice not in self.choices:
                return f"Choose one of {letters}."
            case "many_choice" if not isinstance(choice, list) or not choice or not set(choice) <= set(self.choices):
                return f"Choose any of {letters}."
            case "numeric" if not isinstance(choice, int | float):
                return _no_number(choice)
            case "string" if not isinstance(choice, str) or not choice.strip():
                return "The answer is a word or a short text."
        return None

    def is_right(self, choice: Choice) -> bool:
        """Compare a choice with the key, which only a teacher's file has.

        Raises:
            QuizError: this copy has no key.
        """
        if not any(answer.correct for answer in self.answers):
            raise QuizError(f"Quiz question {self.id} has no key here: the learner's copy has none. Use the teacher's.")
        if self.refusal(choice):
            return False
        match choice:
            case list():
                key = [letter for letter, answer in zip(ascii_lowercase, self.answers, strict=False) if answer.correct]
                return set(choice) == set(key)
            case int() | float():
                return self._number_is_right(float(choice))
        if self.type == "string":
            first = next((answer for answer in self.answers if _reads_as(answer, choice)), None)
            return first is not None and bool(first.correct)
        return bool(self.answers[ascii_lowercase.index(choice)].correct)

    def _number_is_right(self, number: float) -> bool:
        for answer in self.answers:
            low, high = answer.range or (None, None)
            if low is not None and high is not None and low <= number < high:
                return bool(answer.correct)
            if answer.value is not None and _rounded(number, self.precision) == _rounded(answer.value, self.precision):
                return bool(answer.correct)
        return False


def load_quiz(path: Path, *, keys: bool = False) -> dict[str, QuizQuestion]:
    """Read a quiz file.

    Args:
        path: a JSON list of questions.
        keys: whether each question must have a key (a teacher's file has).

    Returns:
        The questions by id, in order.

    Raises:
        QuizError: the file cannot be read, or a question in it is wrong; the message names question and key.
    """
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise QuizError(f"Cannot read the quiz {path}: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise QuizError(f"The quiz {path} is not JSON ({error}). Compare it with jupyterquiz's examples.") from error
    if not isinstance(raw, list):
        raise QuizError(f"The quiz {path} must be a JSON list of questions: [{{...}}, {{...}}].")
    found: dict[str, QuizQuestion] = {}
    for number, item in enumerate(raw, start=1):
        question = _question(path, number, item)
        if question.id in found:
            raise QuizError(f"{path}: two questions are called {question.id!r}. Give each an id of its own.")
        found[question.id] = question
        if keys:
            _require_key(path, question)
    return found


def without_keys(questions: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the questions of a quiz file as a learner may have them: no key, no feedback, ids written out."""
    stripped = []
    for number, question in enumerate(questions, start=1):
        shown = {"id": f"q{number}"} | {key: question[key] for key in _SHOWN if key in question}
        offered = question.get("type") in ("multiple_choice", "many_choice")
        answers = question.get("answers", []) if offered else []
        shown["answers"] = [{key: answer[key] for key in _SHOWN_ANSWER if key in answer} for answer in answers]
        stripped.append(shown)
    return stripped


def find(questions: dict[str, QuizQuestion], name: str) -> QuizQuestion:
    """Return the question called `name`.

    Raises:
        QuizError: there is none; the message lists those there are.
    """
    if name in questions:
        return questions[name]
    hint = did_you_mean(name, questions) or f" There are: {', '.join(questions) or 'none'}."
    raise QuizError(f"The quiz has no question {name!r}.{hint}")


def _no_number(choice: Choice) -> str:
    """Return why a choice is no number, or which two it could be."""
    try:
        read_number(choice if isinstance(choice, str) else "")
    except NumberError as error:
        return str(error)
    return "The answer is a number, such as 12 or 0.5."


def _question(path: Path, number: int, item: object) -> QuizQuestion:
    if not isinstance(item, dict):
        raise QuizError(f"{path}: question {number} must be an object with the keys question, type and answers.")
    try:
        question = QuizQuestion.model_validate({"id": f"q{number}"} | item)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise QuizError(f"{path}: question {number}, {key}: {first['msg']}.") from error
    if question.type in ("multiple_choice", "many_choice"):
        if not 2 <= len(question.answers) <= len(ascii_lowercase):
            raise QuizError(f"{path}: question {question.id}, answers: give between 2 and 26 to choose from.")
        if not all(answer.text for answer in question.answers):
            raise QuizError(f"{path}: question {question.id}, answers: each needs an answer or a code to show.")
    return question


def _require_key(path: Path, question: QuizQuestion) -> None:
    right = sum(bool(answer.correct) for answer in question.answers)
    if right == 0 or (question.type == "multiple_choice" and right != 1):
        wanted = 'exactly one "correct": true' if question.type == "multiple_choice" else 'a "correct": true'
        raise QuizError(f"{path}: question {question.id}, answers: {right} are marked correct; it needs {wanted}.")


def _rounded(number: float, digits: int | None) -> float:
    """Return a number to so many significant digits, as jupyterquiz compares them; without digits, to 12."""
    return float(f"{number:.{(digits or 12) - 1}e}")


def _reads_as(answer: QuizAnswer, said: str) -> bool:
    if answer.answer is None:
        return False
    want, have = answer.answer.strip(), said.strip()
    if not answer.match_case:
        want, have = want.casefold(), have.casefold()
    if answer.fuzzy_threshold is None:
        return want == have
    return difflib.SequenceMatcher(None, want, have).ratio() >= answer.fuzzy_threshold
