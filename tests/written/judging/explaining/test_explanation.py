"""Explanations: what of an answer was taken for what, what stands against it, and what decided."""

from collections.abc import Iterator
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.written.corpus import EXERCISES, named_sample
from tests.written.hostile import PIECES

from gradbook.written import Basis, Exercise, Explanation, Status, explain, judge, read
from gradbook.written.judging.explaining.explanation import Reasons
from gradbook.written.judging.explaining.places import Finding, Weight
from gradbook.written.tracing.trace import Rule

SEED = EXERCISES["seed"]
ANSWERS = Path(__file__).parents[2] / "answers" / "blind36.jsonl"
EVERY = 6  # answers of which one is looked at


def reasons(answer: str, key: str, exercise: Exercise = SEED) -> Reasons:
    return next(one for one in explain(answer, exercise).reasons if one.verdict.key == key)


def against(answer: str, key: str) -> list[tuple[int, str, str]]:
    """What stands against all that is stated of a quantity: the line, what we call it, and the answer's words."""
    return [(doubt.line, doubt.told, doubt.words) for place in reasons(answer, key).places for doubt in place.doubts]


# what is written, of what, and for each place its line, what it is by itself, and whether it counted
PLACES: list[tuple[str, str, list[tuple[int, Finding, Weight]]]] = [
    ("q = wx = 10", "q", [(1, Finding.RIGHT, Weight.RESTS)]),
    ("q = 10\n\nSo q = wx = 10", "q", [(1, Finding.RIGHT, Weight.AGREES), (3, Finding.RIGHT, Weight.RESTS)]),
    ("q = 11", "q", [(1, Finding.WRONG, Weight.RESTS)]),
    ("q = 11\nr = q + b = 9", "r", [(2, Finding.FOLLOWS, Weight.RESTS)]),
    ("q = 7. Sorry, q = 10", "q", [(1, Finding.WRONG, Weight.DOUBTED), (1, Finding.RIGHT, Weight.RESTS)]),
    ("q = 10\n\nmaybe q = 10", "q", [(1, Finding.RIGHT, Weight.OPEN), (3, Finding.RIGHT, Weight.DOUBTED)]),
    ("q = 10 and then, q = 12", "q", [(1, Finding.RIGHT, Weight.OPEN), (1, Finding.WRONG, Weight.OPEN)]),
    ("q = 3 @ 4", "q", [(1, Finding.UNREAD, Weight.DOUBTED)]),
    ("df/dw = 3 + 1 + 2 = 6", "df/dw", [(1, Finding.STEP, Weight.RESTS)]),
    ("r = q + b", "r:formula", [(1, Finding.RIGHT, Weight.RESTS)]),
    ("r = 8", "q", []),
    ("r = 8\n\nQ zorgs   10", "q", [(3, Finding.NOT_STATED, Weight.OPEN)]),
]


@pytest.mark.parametrize(("answer", "key", "expected"), PLACES, ids=[answer for answer, _, _ in PLACES])
def test_each_place_is_told(answer: str, key: str, expected: list[tuple[int, Finding, Weight]]) -> None:
    found = reasons(answer, key)
    assert [(place.lines[0], place.finding, place.weight) for place in found.places] == expected
    assert all(answer[place.start : place.end] == place.text for place in found.places)


# what is written, of what, and what stands against it: the line, what we call it, and the words
DOUBTS: list[tuple[str, str, list[tuple[int, str, str]]]] = [
    ("q = 10", "q", []),
    ("not r = 9\n\nr = 8 and\nI am NOT sure: q = 10", "q", [(4, "", "NOT sure")]),
    ("q = 10\nr = 8\n\nq is wrong", "q", [(4, "", "wrong")]),
    ("draft\nq = 10", "q", [(1, "", "draft")]),
    ("q = 10 (made up)", "q", [(1, "", "made up")]),
    ("q = 10[^1]\n\n[^1]: wrong", "q", [(3, "", "wrong")]),
    ("Bob:\n\n$$q = 10$$", "q", [(1, "", "Bob")]),
    ("Bob's numbers:\n\n| node | value |\n|---|---|\n| q | 10 |", "q", [(1, "", "Bob")]),
    ("Is q = 10?", "q", [(1, "", "?")]),
    ("if x = 3, q = 10", "q", [(0, "a condition that the exercise does not make: x = 3", "")]),
    ("q = 10 if w = 7", "q", [(0, "a condition that the exercise does not make: w = 7", "")]),
]


@pytest.mark.parametrize(("answer", "key", "expected"), DOUBTS, ids=[answer for answer, _, _ in DOUBTS])
def test_what_makes_a_doubt_is_told_with_its_line(answer: str, key: str, expected: list[tuple[int, str, str]]) -> None:
    assert against(answer, key) == expected


def test_a_doubt_names_the_rule_and_its_sentence() -> None:
    ((doubt,),) = (place.doubts for place in reasons("r = 8. I think maybe q = 10. f = 24", "q").places)
    assert doubt.sentence == "I think maybe q = 10"
    assert doubt.rule == Rule("said before it", "parsing/cues/against/doubts.py", "_said_before")


def test_the_rules_that_read_words_are_named() -> None:
    (place,) = reasons("The gradient of w is 6.", "df/dw").places
    assert [rule.name for rule in place.rules] == ["gradient of a quantity"]


BASES: list[tuple[str, str, Basis]] = [
    ("q = 10", "q", Basis.STATED),
    ("q = 11\nr = q + b = 9", "r", Basis.CARRIED),
    ("maybe q = 10", "q", Basis.DOUBTED),
    ("q = 10 and then, q = 12", "q", Basis.DISAGREEING),
    ("w: 6\nx: 15\nb: 3\nz: 8", "df/dx", Basis.LISTED),
    ("r = q + b", "r:formula", Basis.FORMULA),
    ("df/dw = df/dq * dq/dw = 3 * 2 = 6", "dq/dw", Basis.FACTORS),
    ("![](work.png)", "q", Basis.PICTURE),
    ("r = 8", "q", Basis.NOTHING),
    ("r = 8\n\n10.0 = result", "q", Basis.STRAY),
]


@pytest.mark.parametrize(("answer", "key", "basis"), BASES, ids=[basis.name for _, _, basis in BASES])
def test_what_decided_is_told(answer: str, key: str, basis: Basis) -> None:
    assert reasons(answer, key).verdict.basis is basis


def test_what_speaks_against_a_right_claim_is_told_with_its_line() -> None:
    found = reasons("df/dw = 6\n\nNot: df/dw yanlış yazmışım, 3 olacak.", "df/dw")
    assert found.verdict.status is Status.PERSON
    assert [(doubt.line, doubt.sentence) for doubt in found.against] == [(3, "Not: df/dw yanlış yazmışım, 3 olacak.")]


def test_another_input_is_told_with_its_line() -> None:
    found = reasons("w = 7\n\nq = wx = 10", "q")
    assert found.verdict.basis is Basis.OTHER_INPUT
    assert [(doubt.line, doubt.sentence) for doubt in found.against] == [(1, "w = 7")]


def test_lines_from_which_nothing_was_taken_are_told_once() -> None:
    answer = "My sheet.\n\nq = 10\n\nThat was easy.\nmaybe\nr = 8\n\n2 * 7 = 14\n"
    unused = [(line.number, line.text) for line in explain(answer, SEED).unused]
    assert unused == [(1, "My sheet."), (5, "That was easy."), (6, "maybe")]


def test_an_answer_that_is_too_long_or_empty_is_explained_too() -> None:
    assert explain("", SEED).unused == ()
    assert {one.verdict.basis for one in explain("q = 10\n" * 5_000, SEED).reasons} == {Basis.UNREADABLE}


def test_explanations_are_plain_data() -> None:
    found = explain("q = 10", SEED)
    with pytest.raises(FrozenInstanceError):
        found.unused = ()  # type: ignore[misc]


def samples() -> Iterator[tuple[str, Exercise]]:
    for line in ANSWERS.read_text(encoding="utf-8").splitlines()[::EVERY]:
        _, sample = named_sample(line)
        yield sample.answer, sample.exercise


@pytest.fixture(scope="module")
def explained() -> list[tuple[str, Exercise, Explanation]]:
    return [(answer, exercise, explain(answer, exercise)) for answer, exercise in samples()]


def test_verdicts_are_those_without_an_explanation(explained: list[tuple[str, Exercise, Explanation]]) -> None:
    for answer, exercise, explanation in explained:
        assert explanation.verdicts == judge(read(answer, exercise), exercise)


def test_what_is_decided_rests_on_a_place(explained: list[tuple[str, Exercise, Explanation]]) -> None:
    for _, _, explanation in explained:
        for one in explanation.reasons:
            rests = one.verdict.status.decided and one.verdict.status is not Status.MISSING
            assert any(place.counts for place in one.places) is rests


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_hostile_pieces_are_explained_without_a_crash(answer: str) -> None:
    explanation = explain(answer, SEED)
    assert explanation.verdicts == judge(read(answer, SEED), SEED)
    for place in (place for one in explanation.reasons for place in one.places):
        assert place.start < 0 or answer[place.start : place.end] == place.text
