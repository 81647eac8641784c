"""Hostile and random input: read within a second, never a crash, nothing executed, nothing kept."""

import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.written.corpus import EXERCISES, verdicts
from tests.written.hostile import BOMBS, PIECES

from gradbook.written import judge, read


@settings(max_examples=1500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_hostile_pieces_never_crash(answer: str) -> None:
    for verdict in judge(read(answer, EXERCISES["seed"]), EXERCISES["seed"]):
        assert 0 <= verdict.points <= verdict.of
        assert answer[verdict.start : verdict.end] == verdict.read or not verdict.end


@settings(max_examples=500, deadline=None)
@given(st.binary(max_size=400))
def test_random_bytes_never_crash(data: bytes) -> None:
    judge(read(data.decode("utf-8", "replace"), EXERCISES["hat"]), EXERCISES["hat"])
    judge(read(data.decode("latin-1"), EXERCISES["hat"]), EXERCISES["hat"])


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_end_within_a_second(name: str) -> None:
    limit = sys.getrecursionlimit()
    started = time.perf_counter()
    judge(read(BOMBS[name], EXERCISES["seed"]), EXERCISES["seed"])
    assert time.perf_counter() - started < 1
    assert sys.getrecursionlimit() == limit


def test_nothing_of_an_answer_is_executed(tmp_path: Path) -> None:
    target = tmp_path / "made"
    verdicts(f"f = __import__('pathlib').Path({str(target)!r}).touch()", EXERCISES["seed"])
    assert not target.exists()


def test_no_state_between_answers() -> None:
    exercise = EXERCISES["seed"]
    before = judge(read("df/dw = 6", exercise), exercise)
    judge(read("\\newcommand{\\w}{5} q = 7, df/dw = 9 " * 20, exercise), exercise)
    assert judge(read("df/dw = 6", exercise), exercise) == before
