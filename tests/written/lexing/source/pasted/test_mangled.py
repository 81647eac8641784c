"""A text whose letters a wrong code page mangled is read as what it was; one that only looks like it stays."""

import pytest

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, judge, read
from gradbook.written.lexing.source.pasted.mangled import mended

EXERCISE = Exercise.from_graph(Graph("y_hat = w * x; s = y_hat - y; L = s**2", w=3, x=2, y=4), ["y_hat", "s", "dL/ds"])
ANSWER = "ŷ = w × x = 3 × 2 = 6\n\ns = ŷ − y = 2 – easy\n\n∂L/∂s = 2s = {} 🔹"


@pytest.mark.parametrize("page", ["cp1252", "cp1254", "latin-1"])
def test_each_letter_is_mended_in_its_place(page: str) -> None:
    mangled = "".join(_as_shown(letter, page) for letter in ANSWER)
    found = mended(mangled)
    assert found.replace("\u200b", "") == ANSWER
    assert len(found) == len(mangled) > len(ANSWER)


def _as_shown(letter: str, page: str) -> str:
    parts = (bytes([byte]).decode(page, "ignore") or chr(byte) for byte in letter.encode())
    return "".join(parts)


@pytest.mark.parametrize("text", [
    "q = 10", "Über è più côté: 3 × 2", "Â", "São, é à ß", "x² ÷ 2 = ½", "Å· = 3", "ĞÜŞİÖÇ ğüşıöç “q” = 10", "Ã— q Ã—",
])  # fmt: skip
def test_a_text_that_is_whole_stays(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize(
    ("slope", "accepted"), [("4", True), ("5", False), ("4 ✗", False), ("4 (falsch für mich)", False)]
)
def test_it_is_judged_as_what_it_says(slope: str, accepted: bool) -> None:
    mangled = "".join(_as_shown(letter, "cp1252") for letter in ANSWER.format(slope))
    found = judge(read(mangled, EXERCISE), EXERCISE)
    assert [v.status in (Status.RIGHT, Status.STEP_UNREAD) for v in found] == [True, True, accepted]
