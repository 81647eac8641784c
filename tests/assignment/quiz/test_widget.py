"""Answering the quiz: with buttons, with a prompt, and straight away."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from ipywidgets import HTML, Checkbox, RadioButtons, Text

from gradbook.assignment.layout import RECORD
from gradbook.assignment.quiz.questions import QuizError, load_quiz, without_keys
from gradbook.assignment.quiz.record import read_record, write_choice
from gradbook.assignment.quiz.widget import panel
from gradbook.quiz import ask

QUIZ: list[dict[str, Any]] = [
    {
        "question": "How does $q$ change?",
        "type": "multiple_choice",
        "answers": [{"answer": "by w", "correct": True}, {"answer": "by x", "correct": False}],
    },
    {
        "question": "Which?",
        "type": "many_choice",
        "answers": [{"answer": text, "correct": text != "two"} for text in ("one", "two", "three")],
    },
    {"question": "How many?", "type": "numeric", "answers": [{"type": "value", "value": 784, "correct": True}]},
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A learner's folder with a quiz, as the current folder."""
    (tmp_path / ".gradbook").mkdir()
    (tmp_path / ".gradbook/assignment.toml").write_text("")
    (tmp_path / ".gradbook/quiz.json").write_text(json.dumps(without_keys(QUIZ)))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def parts(folder: Path, name: str, kind: type) -> list[Any]:
    """The widgets of one kind that show a question."""
    box = panel(load_quiz(folder / ".gradbook/quiz.json")[name], folder)
    return [child for child in box.children if isinstance(child, kind)]


def test_a_button_saves_the_choice_and_another_changes_it(folder: Path) -> None:
    radio = parts(folder, "q1", RadioButtons)[0]
    assert radio.value is None  # nothing is handed in that nobody chose
    assert not (folder / RECORD).exists()
    radio.value = "b"
    assert (folder / RECORD).read_text() == 'q1\t"b"\n'
    radio.value = "a"
    assert (folder / RECORD).read_text() == 'q1\t"a"\n'


def test_reopening_shows_the_choice_made(folder: Path) -> None:
    write_choice(folder, "q1", "b")
    write_choice(folder, "q2", ["a", "c"])
    write_choice(folder, "q3", 28.5)
    assert parts(folder, "q1", RadioButtons)[0].value == "b"
    assert [box.value for box in parts(folder, "q2", Checkbox)] == [True, False, True]
    assert parts(folder, "q3", Text)[0].value == "28.5"
    assert "Saved: b" in parts(folder, "q1", HTML)[-1].value


def test_a_choice_that_the_question_does_not_offer_is_not_shown(folder: Path) -> None:
    write_choice(folder, "q1", "z")
    assert parts(folder, "q1", RadioButtons)[0].value is None


def test_several_may_be_chosen(folder: Path) -> None:
    first, _, third = parts(folder, "q2", Checkbox)
    third.value = True
    first.value = True
    assert read_record(folder).choices == {"q2": ["a", "c"]}
    first.value = third.value = False
    assert read_record(folder).choices == {}


def test_a_number_that_is_none_is_not_saved(folder: Path) -> None:
    text = parts(folder, "q3", Text)[0]
    text.value = "7,5"
    text.value = "many"
    assert read_record(folder).choices == {"q3": 7.5}


def test_a_choice_that_cannot_be_saved_is_said_beside_the_buttons(folder: Path) -> None:
    box = panel(load_quiz(folder / ".gradbook/quiz.json")["q1"], folder)
    (folder / RECORD).mkdir()
    next(child for child in box.children if isinstance(child, RadioButtons)).value = "a"
    assert "Cannot read" in box.children[-1].value


def test_ask_in_a_script(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ask("q1", "b")
    assert read_record(folder).choices == {"q1": "b"}
    with pytest.raises(QuizError, match=r"Choose one of a, b\. You gave 'x'"):
        ask("q1", "x")
    ask("q1")
    out = capsys.readouterr().out
    assert "b) by x" in out
    assert "Your choice: b." in out
    assert 'ask("q1", "a")' in out


@pytest.mark.parametrize(
    ("name", "typed", "meant"), [("q1", "B", "b"), ("q2", "c, a", ["a", "c"]), ("q3", "11", 11), ("q3", "0,5", 0.5)]
)
def test_a_choice_may_be_a_text_as_one_types_it(folder: Path, name: str, typed: str, meant: Any) -> None:
    ask(name, typed)
    assert read_record(folder).choices == {name: meant}


@pytest.mark.parametrize(("name", "typed"), [("q3", "1,100"), ("q1", "x"), ("q9", "a"), ("q3", "many")])
def test_a_choice_that_is_none_is_one_line_in_a_notebook(folder: Path, name: str, typed: str) -> None:
    from IPython.core.interactiveshell import InteractiveShell

    shown: list[str] = []

    class Shell(InteractiveShell):
        def _showtraceback(self, etype: Any, evalue: Any, stb: Any) -> None:
            shown.extend(stb)

    shell = Shell()
    shell.run_cell(f"from gradbook.quiz import ask; ask({name!r}, {typed!r})", store_history=False)
    assert len(shown) == 1
    assert shown[0].startswith("QuizError: ") and "\n" not in shown[0]
    assert read_record(folder).choices == {}


def test_a_prompt_in_a_terminal(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal("d\nC, a\n"))
    ask("q2")
    assert read_record(folder).choices == {"q2": ["a", "c"]}
    assert "Choose any of a, b, c." in capsys.readouterr().out
    monkeypatch.setattr(sys, "stdin", Terminal("\n"))
    ask("q2")
    assert read_record(folder).choices == {"q2": ["a", "c"]}


def test_the_question_is_found_from_a_folder_below(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "imgs").mkdir()
    monkeypatch.chdir(folder / "imgs")
    ask("q1", "a")
    assert (folder / RECORD).is_file()
