"""Tables in a terminal of any width: no word is broken, nothing is lost."""

import re

import pytest

from gradbook.cli.terminal.table import print_table

HEADER = ("learner", "status", "points", "late", "total", "waits for a person")
ROWS = [
    ("Ada Lovelace", "provisional", "1.5", "", "1.5", "q1 q2 q3 q4 q5 q6"),
    ("Bob", "graded", "2.5", "", "2.5", ""),
]


def shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int, rows: list[tuple[str, ...]]
) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    print_table("", HEADER, rows, left=(0,))
    return capsys.readouterr().out


@pytest.mark.parametrize("width", [20, 30, 40, 50, 60, 80, 120])
def test_no_word_is_broken_and_none_is_lost_at_any_width(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    text = shown(capsys, monkeypatch, width, ROWS)
    assert max(map(len, text.splitlines())) <= width
    words = set(re.findall(r"[\w.]+", text))
    assert {word for row in ROWS for cell in row for word in cell.split()} <= words


def test_the_widest_column_wraps_first(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    lines = shown(capsys, monkeypatch, 70, ROWS).splitlines()
    assert any("Ada Lovelace   provisional" in line for line in lines)
    assert [line.split()[-1] for line in lines if "q" in line] == ["q5", "q6"]


def test_columns_in_which_nothing_stands_go_where_there_is_no_room(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "late" in shown(capsys, monkeypatch, 80, ROWS)
    narrow = shown(capsys, monkeypatch, 52, ROWS)
    assert "late" not in narrow
    assert "─" in narrow  # it is a table still
    late = [ROWS[0], ("Bob", "graded", "2.5", "3.0 h", "2.5", "")]
    assert "3.0 h" in " ".join(shown(capsys, monkeypatch, 52, late).split())


def test_where_no_table_fits_each_row_is_a_list(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = shown(capsys, monkeypatch, 30, ROWS).splitlines()
    assert lines[:4] == ["Ada Lovelace", "  status: provisional", "  points: 1.5", "  total: 1.5"]
    assert lines[4:6] == ["  waits for a person: q1 q2 q3", "    q4 q5 q6"]


def test_a_sign_goes_before_what_it_is_about(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    print_table("Title", ("question", "", "finding"), [("q1  Forward", "✗", "the formula is right")], left=(0, 1, 2))
    assert capsys.readouterr().out.splitlines() == ["Title", "q1  Forward", "  finding: ✗ the", "    formula is right"]


def test_a_path_too_long_for_any_column_is_broken(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    print_table("", ("file", "size"), [("a" * 60, "3")], left=(0,))
    assert "".join(capsys.readouterr().out.split()).count("a") == 60
