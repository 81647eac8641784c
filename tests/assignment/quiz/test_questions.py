"""Quiz questions: jupyterquiz's format, the key, and what a learner's copy has of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from gradbook.assignment.quiz.questions import QuizError, QuizQuestion, find, load_quiz, without_keys
from gradbook.assignment.quiz.record import Choice

# One question of each of jupyterquiz's kinds, with all the keys that its documentation names.
JUPYTERQUIZ: list[dict[str, Any]] = [
    {
        "question": "What does a step of gradient descent do to $f$, if it is small?",
        "type": "multiple_choice",
        "answer_cols": 2,
        "answers": [
            {"answer": "It grows", "correct": False, "feedback": "SECRET"},
            {"code": "f -= alpha", "correct": True, "feedback": "SECRET"},
            {"answer": "Nothing", "correct": False, "feedback": "SECRET"},
        ],
    },
    {
        "question": "Which are linear?",
        "type": "many_choice",
        "answers": [
            {"answer": "2 x", "correct": True},
            {"answer": "x y", "correct": False},
            {"answer": "-x", "correct": True},
        ],
    },
    {
        "question": "What is pi?",
        "type": "numeric",
        "precision": 3,
        "answers": [
            {"type": "value", "value": 3.14159, "correct": True, "feedback": "SECRET"},
            {"type": "range", "range": [3.0, 3.1], "correct": True},
            {"type": "default", "feedback": "SECRET"},
        ],
    },
    {
        "question": "Who?",
        "type": "string",
        "answers": [{"answer": "Cauchy", "correct": True, "match_case": False, "fuzzy_threshold": 0.8}],
    },
]


@pytest.fixture
def questions(tmp_path: Path) -> dict[str, QuizQuestion]:
    path = tmp_path / "quiz.json"
    path.write_text(json.dumps(JUPYTERQUIZ))
    return load_quiz(path, keys=True)


@pytest.mark.parametrize(
    ("name", "choice", "right"),
    [
        ("q1", "b", True),
        ("q1", "a", False),
        ("q1", "z", False),
        ("q1", ["b"], False),
        ("q2", ["c", "a"], True),
        ("q2", ["a"], False),
        ("q2", ["a", "b", "c"], False),
        ("q3", 3.14, True),
        ("q3", 3.05, True),
        ("q3", 3.2, False),
        ("q3", "3.14", False),
        ("q4", " cauchy", True),
        ("q4", "Couchy", True),
        ("q4", "Newton", False),
    ],
)
def test_a_choice_is_compared_with_the_key(
    questions: dict[str, QuizQuestion], name: str, choice: Choice, right: bool
) -> None:
    assert questions[name].is_right(choice) is right


def test_a_learners_copy_has_no_key(tmp_path: Path) -> None:
    copy = without_keys(JUPYTERQUIZ)
    text = json.dumps(copy)
    for part in ("correct", "feedback", "SECRET", "3.14159", "range", "Cauchy", "fuzzy"):
        assert part not in text
    path = tmp_path / "quiz.json"
    path.write_text(text)
    questions = load_quiz(path)
    assert list(questions) == ["q1", "q2", "q3", "q4"]
    assert questions["q1"].choices == {"a": "It grows", "b": "f -= alpha", "c": "Nothing"}
    with pytest.raises(QuizError, match="no key here"):
        questions["q1"].is_right("b")
    with pytest.raises(QuizError, match="it needs exactly one"):
        load_quiz(path, keys=True)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"type": "radio"}, r"question 1, type"),
        ({"id": "../q"}, r"question 1, id"),
        ({"answers": [{"answer": "one", "correct": True}]}, "between 2 and 26"),
        ({"answers": [{"correct": True}, {"answer": "x", "correct": False}]}, "an answer or a code"),
        ({"answers": [{"answer": "x", "correct": True}] * 2}, "2 are marked correct"),
        ({"answers": [{"answer": "x", "corect": True}] * 2}, "0 are marked correct"),
        ({"id": "q2"}, "two questions are called 'q2'"),
    ],
)
def test_a_wrong_file_says_where_and_what(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    path = tmp_path / "quiz.json"
    path.write_text(json.dumps([JUPYTERQUIZ[0] | change, JUPYTERQUIZ[1]]))
    with pytest.raises(QuizError, match=message):
        load_quiz(path, keys=True)


def test_a_file_that_is_no_quiz(tmp_path: Path) -> None:
    path = tmp_path / "quiz.json"
    with pytest.raises(QuizError, match="Cannot read"):
        load_quiz(path)
    path.write_text("[" * 100_000)
    with pytest.raises(QuizError, match="not JSON"):
        load_quiz(path)
    path.write_text("{}")
    with pytest.raises(QuizError, match="a JSON list"):
        load_quiz(path)


def test_an_unknown_question_says_which_there_are(questions: dict[str, QuizQuestion]) -> None:
    with pytest.raises(QuizError, match=r"Did you mean q1\?"):
        find(questions, "q11")
    with pytest.raises(QuizError, match="There are: q1, q2, q3, q4"):
        find(questions, "bonus")
