"""record.txt: choices, line by line, and what anybody may have written into it."""

from pathlib import Path

import pytest

from gradbook.assignment.layout import RECORD
from gradbook.assignment.quiz.record import MAX_BYTES, RecordError, parse_record, read_record, write_choice


def test_a_choice_is_one_line_and_may_be_changed(tmp_path: Path) -> None:
    write_choice(tmp_path, "q1", "b")
    write_choice(tmp_path, "q2", ["a", "c"])
    write_choice(tmp_path, "q1", "c")
    write_choice(tmp_path, "q3", "Größe\u2028")
    assert (tmp_path / RECORD).read_text(encoding="utf-8").split("\n")[:2] == ['q1\t"c"', 'q2\t["a", "c"]']
    record = read_record(tmp_path)
    assert record.choices == {"q1": "c", "q2": ["a", "c"], "q3": "Größe\u2028"}
    assert not record.problems
    assert [path.name for path in tmp_path.iterdir()] == [RECORD]  # no scratch file is left


def test_no_record_is_an_empty_one(tmp_path: Path) -> None:
    assert read_record(tmp_path).choices == {}


def test_a_learner_may_edit_it() -> None:
    record = parse_record(b'\xef\xbb\xbfq1\t"b"\r\n\r\nq1\t"a"\r\nq2\t3.5')
    assert record.choices == {"q1": "a", "q2": 3.5}
    assert not record.problems


@pytest.mark.parametrize(
    "line",
    [
        b"q1",
        b"q1 b",
        b'../q1\t"b"',
        b"q1\tb",
        b"q1\ttrue",
        b"q1\tnull",
        b'q1\t{"a": 1}',
        b"q1\tNaN",
        b"q1\t1e999",
        b"q1\t" + b"9" * 900,
        b"q1\t" + b"[" * 900,
        b'q1\t"' + b"x" * 1000 + b'"',
        b'\xff\xfe\t"b"',
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_the_rest_is_read(line: bytes) -> None:
    record = parse_record(b'q0\t"a"\n' + line + b'\nq9\t"b"\n')
    assert record.choices == {"q0": "a", "q9": "b"}
    assert len(record.problems) == 1
    assert record.problems[0].startswith("record.txt, line 2: ")


def test_a_record_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / RECORD).write_bytes(b'q1\t"b"\n' * MAX_BYTES)
    record = read_record(tmp_path)
    assert not record.choices
    assert "larger than 64 KiB" in record.problems[0]


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / RECORD).mkdir()
    with pytest.raises(RecordError, match="Cannot read"):
        write_choice(tmp_path, "q1", "b")
