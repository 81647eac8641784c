"""What a code cell defines."""

import ast
from typing import Any, NoReturn

import pytest

from gradbook.assignment import Assignment, load_assignment
from gradbook.assignment.notebook.cells import ANSWER, Place, places
from gradbook.assignment.notebook.definitions import MOST_PARSED, defines


def test_names_are_found_in_whole_and_in_half_written_cells() -> None:
    assert defines("a, b = 1, 2\nclass C:\n    pass\ndef f():\n    pass") == {"a", "b", "C", "f"}
    assert defines("a = 1\nclass C(\n") == {"a", "C"}


def test_a_cell_of_a_million_lines_is_not_made_a_tree_which_would_fill_the_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def grown(_: str) -> NoReturn:
        raise AssertionError("a tree was made")

    monkeypatch.setattr(ast, "parse", grown)
    assert defines("x\n" * 1_000_000 + "y = 1") == {"y"}


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lengths of what is made a tree of."""
    lengths: list[int] = []
    parse = ast.parse

    def counted(source: str) -> Any:
        lengths.append(len(source))
        return parse(source)

    monkeypatch.setattr(ast, "parse", counted)
    return lengths


def test_of_a_notebook_full_of_code_so_much_only_is_made_trees_of_and_its_answers_are_found(parsed: list[int]) -> None:
    vectors: Assignment = load_assignment("vectors")
    junk = [f"b{number} = 1\n" + "a = 1\n" * 10_000 for number in range(60)]
    sources = [*junk, "def cosine(u, v):\n    return 1"]
    cells = [{"cell_type": "code", "metadata": {}, "source": source} for source in sources]
    found = places({"cells": cells}, vectors.questions)
    assert found[-1] == Place("q2", ANSWER) and not any(place.question for place in found[:-1])
    assert 0 < sum(parsed) <= MOST_PARSED
