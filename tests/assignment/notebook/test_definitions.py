"""What a code cell defines."""

import ast
from typing import NoReturn

import pytest

from gradbook.assignment.notebook.definitions import defines


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
