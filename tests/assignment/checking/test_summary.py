"""The table of `gradbook check`: points that are sure, what a person decides, and what comes later."""

from fractions import Fraction
from pathlib import Path

import pytest
from tests.assignment.learner import RIGHT, make_folder

from gradbook.assignment.checking.grading_session import GradingSession
from gradbook.assignment.checking.summary import (
    cell_troubles,
    counted_points,
    data_missing,
    points_text,
    result_rows,
    total_line,
)
from gradbook.assignment.definition import Assignment, load_assignment
from gradbook.assignment.running.exports import CellRun, Exports


@pytest.fixture
def asked(tmp_path: Path) -> Assignment:
    folder = make_folder(tmp_path / "a1")
    checks = folder / ".gradbook/checks.py"
    checks.write_text(checks.read_text().replace('"check_q3": "1"', '"check_q3": "1/2"'))
    return load_assignment(folder)


def test_what_is_for_a_person_or_for_later_is_no_nought(asked: Assignment) -> None:
    answers = {"q1": "![Q1](imgs/Q1.png)", "q2": f"{RIGHT['q2']} ![more](imgs/Q2.png)", "q5": "Because."}
    results = GradingSession(asked).check(Exports(values={"size": 784}, answers=answers))
    rows = list(result_rows(asked, results, answers))
    assert [row[1] for row in rows if row[0]] == ["a person", "0.5 of 0.5", "0.5 of 1", "-", "a person"]
    said = "\n".join(row[3] for row in rows)
    for text in ("The rest (0.5) is checked after you hand in.", "Marked after you", "A person also sees the photo."):
        assert text in said
    assert (
        total_line(asked, results)
        == "1 of 4 points; 2 questions for a person; 1.5 points to be checked after you hand in"
    )


def test_a_carried_answer_is_neither_right_nor_wrong(asked: Assignment) -> None:
    answers = {"q1": "$q = w x = 7$\n\n$f = q + b = 7 - 2 = 5$"}
    rows = list(result_rows(asked, GradingSession(asked).check(Exports(answers=answers)), answers))
    assert [row[2] for row in rows[:2]] == ["✗", "~"]


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (b'k1\t"a"\n', "k2: Not answered yet."),
        (b"", "k1, k2: Not answered yet."),
        (b'k2\t"z"\n', "k1: Not answered yet."),
    ],
)
def test_of_several_quiz_questions_those_that_are_open_are_named(asked: Assignment, record: bytes, said: str) -> None:
    rows = list(result_rows(asked, GradingSession(asked).check(Exports(record=record))))
    assert ("–", said) in [row[2:] for row in rows]


def test_missing_digits_are_said(tmp_path: Path) -> None:
    [said] = data_missing(load_assignment("a8"), tmp_path)
    assert said.startswith("data/ is missing: gradbook start a8 --folder other, and copy its data/")
    (tmp_path / "data/MNIST/raw").mkdir(parents=True)
    assert data_missing(load_assignment("a8"), tmp_path)  # torchvision leaves this where there is no network
    (tmp_path / "data/MNIST/raw/train-images-idx3-ubyte").write_bytes(b"x")
    assert data_missing(load_assignment("a8"), tmp_path) == []


def test_blanks_are_said_once_with_what_failed_because_of_them() -> None:
    code = ["x = ...", "y = ...", "x + 1", "y + 1", "1 / 0"]
    notebook = {"cells": [{"cell_type": "code", "source": source} for source in code]}
    fault = "TypeError: unsupported operand type(s) for +: 'ellipsis' and 'int'"
    done = [CellRun(0, "q1", "ok"), CellRun(1, "", "ok")]
    runs = [*done, CellRun(2, "q1", "error", error=fault), CellRun(3, "", "error", error=fault)]
    failed = CellRun(4, "q1", "error", error="ZeroDivisionError: division by zero")
    assert list(cell_troubles([*runs, failed], notebook, 60)) == [
        "Still to be filled in (`...`): q1 and `y = ...`. That is why q1 and `y + 1` failed.",
        "Cell 5 (`1 / 0`) failed: ZeroDivisionError: division by zero",
    ]
    assert list(cell_troubles([failed], notebook, 60)) == [
        "Cell 5 (`1 / 0`) failed: ZeroDivisionError: division by zero"
    ]
    lost = [CellRun(index, "", "error", error="NameError: name 'z' is not defined") for index in (2, 3)]
    assert list(cell_troubles([failed, *lost], notebook, 60))[1:] == [
        "Then these could not work either: `x + 1` and `y + 1`. They lack z, which come from above."
    ]


def test_points_are_shown_with_two_decimals_at_most_and_with_their_unit() -> None:
    shown = [points_text(Fraction(text)) for text in ("1", "0.3", "1/3", "1.6875", "2.6875", "10")]
    assert shown == ["1", "0.3", "0.33", "1.69", "2.69", "10"]
    assert [counted_points(Fraction(text)) for text in ("1", "0", "1.344")] == ["1 point", "0 points", "1.34 points"]
