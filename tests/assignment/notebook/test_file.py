"""A notebook's file: sound behind the door, whatever it was before."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from tests.assignment.learner import RIGHT, make_folder, notebook

from gradbook.assignment.checking.grading_session import GradingSession
from gradbook.assignment.definition import load_assignment
from gradbook.assignment.errors import NotebookError
from gradbook.assignment.notebook.file import read_notebook, write_notebook
from gradbook.assignment.running.exports import Exports
from gradbook.assignment.submission.package import hand_in
from gradbook.core.errors import GradbookError

JUNK: list[Any] = [None, 0, -1, 1e300, "x", "", [], {}, [None], ["a", 1, None], {"a": {"b": []}}, True, "\ud800", "😀"]


def test_what_is_no_notebook(tmp_path: Path) -> None:
    path = tmp_path / "x.ipynb"
    with pytest.raises(NotebookError, match=r"cannot be read"):
        read_notebook(path)
    for junk in ("", "[]", "{}", "not JSON", '{"nbformat": 4}', '{"nbformat": "4"}', "[" * 100_000, "9" * 5000):
        path.write_text(junk)
        with pytest.raises(NotebookError, match=r"is not a Jupyter notebook"):
            read_notebook(path)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(NotebookError, match=r"is not a Jupyter notebook"):
        read_notebook(path)


def test_flaws_get_the_nearest_sound_value(tmp_path: Path) -> None:
    cells = [
        {
            "cell_type": "code",
            "source": ["a = 1\n", "b = 2"],
            "metadata": None,
            "execution_count": "x",
            "outputs": None,
        },
        {"source": None, "metadata": {"tags": "one"}, "id": 7},
        {"cell_type": "markdown", "source": 12, "metadata": {}, "attachments": {"a.png": "x", "b.png": {}}},
        {
            "cell_type": "code",
            "source": {},
            "metadata": {},
            "execution_count": True,
            "outputs": [1, {"output_type": "error"}],
        },
        "no cell",
    ]
    path = tmp_path / "x.ipynb"
    path.write_text(json.dumps({"nbformat": 4, "cells": cells}))
    read = read_notebook(path)
    assert (read["metadata"], read["nbformat_minor"]) == ({}, 0)
    code, untyped, text, failed = read["cells"]
    assert code == {
        "cell_type": "code",
        "source": "a = 1\nb = 2",
        "metadata": {},
        "execution_count": None,
        "outputs": [],
    }
    assert untyped == {"cell_type": "markdown", "source": "", "metadata": {"tags": []}}
    assert (text["source"], text["attachments"]) == ("", {"b.png": {}})
    assert (failed["source"], failed["execution_count"]) == ("", None)
    assert failed["outputs"] == [{"output_type": "error", "ename": "an error", "evalue": ""}]


def test_a_notebook_of_version_3_is_read(tmp_path: Path) -> None:
    code = {
        "cell_type": "code",
        "input": ["x = 1\n", "y = 2"],
        "language": "python",
        "outputs": [{"output_type": "pyout"}],
    }
    heading = {"cell_type": "heading", "level": 2, "source": "Part 1"}
    sheet = {"cells": [code, heading, {"cell_type": "markdown", "source": "$q$"}, {"cell_type": "code"}, {}, 5]}
    path = tmp_path / "x.ipynb"
    path.write_text(json.dumps({"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [sheet]}))
    read = read_notebook(path)
    assert read["nbformat"] == 4
    assert [(cell["cell_type"], cell["source"]) for cell in read["cells"]] == [
        ("code", "x = 1\ny = 2"), ("markdown", "## Part 1"), ("markdown", "$q$"), ("code", ""), ("markdown", "")
    ]  # fmt: skip
    path.write_text(json.dumps({"nbformat": 3, "worksheets": [{"cells": [{}] * 30_000}]}))
    with pytest.raises(NotebookError, match="more than 20,000 cells"):
        read_notebook(path)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "x.ipynb"
    path.write_text(json.dumps(notebook(RIGHT)))
    read = read_notebook(path)
    write_notebook(read, path)
    assert read_notebook(path) == read


def damaged(draw: random.Random) -> Any:
    """A notebook with one to four of its parts replaced, deleted or doubled."""
    made = json.loads(json.dumps(notebook(RIGHT, "784")))
    for _ in range(draw.randint(1, 4)):
        place: Any = made
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            if not keys:
                break
            key = draw.choice(keys)
            if isinstance(place[key], dict | list) and place[key] and draw.random() < 0.75:
                place = place[key]
                continue
            match draw.randrange(4):
                case 0:
                    del place[key]
                case 1 if isinstance(place, list):
                    place.append(place[key])
                case _:
                    place[key] = draw.choice(JUNK)
            break
    return made


def test_200_damaged_notebooks_end_in_a_message_or_a_check(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "a1")
    session = GradingSession(load_assignment(folder))
    draw = random.Random(12)
    read = 0
    for number in range(200):
        text = json.dumps(damaged(draw))
        cut = draw.randrange(len(text)) if number % 20 == 0 else len(text)
        (folder / "A1.ipynb").write_text(text[:cut])
        try:
            opened = session.open(read_notebook(folder / "A1.ipynb"))
            exports = session.put_beside(Exports(), opened)
            session.check(exports)
            session.job(opened, seed=0)
            assert opened.missing is not None
            hand_in(folder, out=tmp_path / "mine.zip", reading=True)
        except GradbookError:
            continue
        read += 1
    assert read > 80  # the others say no more that they are notebooks


HOSTILE = ("<img ", "![", "![](", "![a](b", "<img src=", "$", "$$", "`", "\\(", "\\begin{align}", "# ", "[](", "<!-- ")


@pytest.mark.parametrize("unit", HOSTILE)
def test_no_text_keeps_anybody_waiting(tmp_path: Path, unit: str) -> None:
    """A search whose time grows with the square of the text would take minutes for this one."""
    folder = make_folder(tmp_path / "a1", notebook(RIGHT | {"q5": unit * (250_000 // len(unit))}))
    assert hand_in(folder, out=tmp_path / "mine.zip", reading=True).zip.is_file()
