"""Sentences of all that was said: they reach every line above them where they charge it, and none where they do not."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

OWN = "q = 10\nr = 8\nf = 24\n\n"


@pytest.mark.parametrize(
    "said",
    [
        "None of this is right.",
        "All of the above is Tom's.",
        "I copied all of it from Tom.",
        "Both are guesses.",
        "They are from the book.",
        "Everything above is guessed.",
        "Nichts davon stimmt.",
        "Nada de esto es correcto.",
        "以上都是错的",
        "Both copied.",
        "I made them up.",
        "The numbers are copied.",
    ],
)
def test_a_charge_of_all_reaches_all(said: str) -> None:
    found = verdicts(OWN + said, EXERCISES["seed"])
    assert not {key for key in ("q", "r", "f") if found[key].status in ACCEPTED}


@pytest.mark.parametrize(
    "said", ["I checked all of them with PyTorch.", "All correct!", "Nothing else to do.", "Both agree."]
)
def test_what_charges_nothing_reaches_none(said: str) -> None:
    found = verdicts(OWN + said, EXERCISES["seed"])
    assert {key for key in ("q", "r", "f") if found[key].status in ACCEPTED} == {"q", "r", "f"}


@pytest.mark.parametrize(
    "said",
    [
        "q = 10 and r = 8 are wrong",
        "q = 10, r = 8 are guesses",
        "q = 10 and r = 8 aren't mine",
        "q = 10 and r = 8 (both wrong)",
        "q = 10 and r = 8 (both copied)",
        "q = 10 y r = 8 son falsos",
        "q = 10 und r = 8 sind falsch",
        "q = 10 et r = 8 sont faux",
    ],
)
def test_what_is_said_of_several_is_said_of_each(said: str) -> None:
    found = verdicts(said, EXERCISES["seed"])
    assert not {key for key in ("q", "r") if found[key].status in ACCEPTED}


def test_what_is_said_of_several_may_be_harmless() -> None:
    found = verdicts("q = 10 and r = 8 are the values of the two nodes", EXERCISES["seed"])
    assert {key for key in ("q", "r") if found[key].status in ACCEPTED} == {"q", "r"}
