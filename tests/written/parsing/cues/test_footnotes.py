"""Footnotes: what a note at the foot takes back, at whose mark it stands."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

NOTES = [
    ("df/dw = 6[^1] and df/dx = 15.", "[^1]: Sign error. Should be negative."),
    ("$f_w = 6$[^a], $f_x = 15$", "[^a]: Copied off a slide, I have no value of my own."),
    ("| name | gradient |\n|---|---|\n| w | 6 ¹ |\n| x | 15 |", "¹ stimmt so nicht, ich hatte einen Faktor vergessen."),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "note"), NOTES)
def test_a_note_takes_back_what_has_its_mark(answer: str, note: str) -> None:
    found = verdicts(f"{answer}\n\n{note}", EXERCISES["seed"])
    assert found["df/dw"].status not in ACCEPTED
    assert found["df/dx"].status in ACCEPTED


@pytest.mark.parametrize(("answer", "note"), NOTES[:2])
def test_a_note_that_explains_takes_nothing_back(answer: str, note: str) -> None:
    mark = note[: note.index(":")]
    found = verdicts(f"{answer}\n\n{mark}: By the chain rule.", EXERCISES["seed"])
    assert found["df/dw"].status in ACCEPTED
