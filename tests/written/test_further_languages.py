"""Answers in languages that few exercises are written in: what they state, and what they deny, doubt or take back.

The rows were written in each language by one author, who also wrote its words: they hold, and measure nothing.
"""

import json
from functools import cache
from pathlib import Path

import pytest
from tests.written.test_real_styles import Case

ROWS = Path(__file__).parent / "answers" / "languages.jsonl"


@cache
def _rows() -> list[dict]:
    return [json.loads(line) for line in ROWS.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    "language",
    ["Arabic", "Danish", "Finnish", "Greek", "Hindi", "Hungarian", "Norwegian", "Persian", "Romanian", "Ukrainian"],
)
def test_words_state_and_deny(language: str) -> None:
    rows = [row for row in _rows() if row["language"] == language]
    assert sum(bool(row["accepted"]) for row in rows) >= 25
    assert sum(not row["accepted"] for row in rows) >= 40
    for row in rows:
        case = Case(row["statements"], row["inputs"], tuple(row["ask"]), [], lr=row["rate"])
        assert case.accepted(row["answer"]) == set(row["accepted"]), row["answer"]


@pytest.mark.parametrize(
    ("digits", "number"),
    [
        ("۰٫۵", "0.5"),
        ("٠٫٥", "0.5"),
        ("۰/۵", "0.5"),
        ("०.५", "0.5"),
        ("۱۲", "12"),
        ("１２", "12"),
    ],
)
def test_digits_of_other_scripts_are_digits(digits: str, number: str) -> None:
    case = Case("z = w*x", {"w": float(number), "x": 1.0}, ("z",), [])
    assert case.accepted(f"z = {digits}") == {"z"}
    assert case.accepted(f"z = {digits}۱") == set()


def test_a_reason_quotes_words_as_they_were_written() -> None:
    case = Case("z = w*x", {"w": 2.0, "x": 3.0}, ("z",), [])
    [verdict] = case.judged("गलत: z = 6")
    assert "गलत" in verdict.reason
