"""Marks of calls and questions end a sentence: what is behind them is not said of what is before, nor the other way."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("No surprises! q = 10", True),
        ("q = 10. No surprises!", True),
        ("q = 10, and no half! The rest is easy.", True),
        ("Does the sign fit? It does. q = 10", True),
        ("q = 10 (no half here! I checked)", True),
        ("Wrong! q = 10", False),
        ("q = 10! Wrong!", False),
        ("q = 10? No!", False),
        ("Is q = 10? I doubt it.", False),
        ("q = 10 (wrong!)", False),
    ],
)
def test_a_mark_ends_its_sentence(text: str, accepted: bool) -> None:
    assert (verdicts(text, EXERCISES["seed"])["q"].status in ACCEPTED) is accepted


@pytest.mark.parametrize(
    ("remark", "accepted"),
    [
        (", which is far from the target", True),
        (" because b lost", True),
        (" (no half here, the sheet has none)", True),
        (" and not 5", True),
        (", which I copied from Tom", False),
        (", which cannot be right", False),
        (" (a guess, I ran out of time)", False),
        (" because Tom said so", False),
    ],
)
def test_clauses_and_brackets_are_weighed(remark: str, accepted: bool) -> None:
    assert (verdicts(f"q = 10{remark}.", EXERCISES["seed"])["q"].status in ACCEPTED) is accepted


@pytest.mark.parametrize(
    "text",
    [
        "q = 10! Of course not!",
        "q = 10! At another point!",
        "q = 10! I asked Tom!",
        "q = 10! Auf keinen Fall!",
        "q = 10! ¡Copiado!",
        "q is 10 with a minus sign",
        "q = 10, wrong sign",
        "q = 10 as well as 11",
    ],
)
def test_a_remark_says_the_same_with_a_call_and_in_few_words(text: str) -> None:
    assert verdicts(text, EXERCISES["seed"])["q"].status not in ACCEPTED
