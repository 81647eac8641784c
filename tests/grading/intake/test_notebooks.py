"""What is kept of a notebook that was handed in: what grading needs, and no more than memory can hold many times."""

import json
import tracemalloc
from typing import Any

import pytest
from tests.grading.small import notebook

from gradbook.assignment.notebook.cells import stamp_of
from gradbook.grading.errors import HandInError
from gradbook.grading.intake.notebooks import read_sound


def filled(**metadata: Any) -> bytes:
    """A notebook with this in each cell's metadata."""
    made = json.loads(notebook())
    for cell in made["cells"]:
        cell["metadata"] |= metadata
    return json.dumps(made).encode()


def test_of_a_cells_metadata_its_place_is_kept_alone() -> None:
    plain = read_sound("A1.ipynb", notebook())
    found = read_sound("A1.ipynb", filled(editable=False, x=[{}] * 1000, tags=["otter_answer_cell", *"abc"]))
    assert [stamp_of(cell) for cell in found["cells"]] == [stamp_of(cell) for cell in plain["cells"]]
    assert any(stamp_of(cell) for cell in found["cells"])
    assert all(cell["metadata"].keys() <= {"gradbook", "tags"} for cell in found["cells"])
    assert all(cell["metadata"]["tags"] == ["otter_answer_cell"] for cell in found["cells"])


@pytest.mark.parametrize("stamp", [None, 1, [], {}, {"question": 1, "role": "text"}, {"question": "q1"}, "q1"])
def test_what_is_no_stamp_is_not_kept(stamp: object) -> None:
    found = read_sound("A1.ipynb", filled(gradbook=stamp, tags=7))
    assert all(cell["metadata"] == {} for cell in found["cells"])


@pytest.mark.parametrize("part", ["{}", "[]", '{"a": 0}', "[[[]]]"])
def test_a_notebook_of_millions_of_parts_is_refused_before_it_fills_the_memory(part: str) -> None:
    data = b'{"nbformat": 4, "cells": [], "x": [' + ",".join([part] * 1_100_000).encode() + b"]}"
    tracemalloc.start()
    try:
        with pytest.raises(HandInError, match="more than 1,000,000 parts") as told:
            read_sound("A1.ipynb", data)
        assert tracemalloc.get_traced_memory()[1] < 1 << 20
    finally:
        tracemalloc.stop()
    assert "Clear its outputs" in told.value.advice


def test_so_is_one_mapping_of_millions_of_keys_and_no_text_that_shows_some() -> None:
    keys = ",".join(f'"{number}":0' for number in range(1_000_001))
    with pytest.raises(HandInError, match="parts"):
        read_sound("A1.ipynb", f'{{"nbformat": 4, "cells": [], "x": {{{keys}}}}}'.encode())
    shown = json.dumps({"nbformat": 4, "cells": [{"cell_type": "code", "outputs": [keys], "source": "x = 1"}]})
    assert read_sound("A1.ipynb", shown.encode())["cells"][0]["source"] == "x = 1"
