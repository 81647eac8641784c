"""Notes of those who type off a handwritten page."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.written.lexing.source.transcribed.notes import without_notes

SEED = EXERCISES["seed"]


@pytest.mark.parametrize("text", [
    "q = 5 * 2 = [crossed out: 12] 10", "$q = 5 \\cdot 2 =$ [crossed out: $12$] $10$", "q = [durchgestrichen: 12] 10",
    "q = [tachado: 12] 10", "q = [üstü çizili: 12] 10", "q = [划掉:12] 10", "q = [줄 그어 지움: 12] 10",
    "q = 10 [boxed]", "q = 10 *[encadré]*", "q = 10 [네모 칸]", "q = 10 [underlined twice]", "q = 10    ← [ 10 ]",
])  # fmt: skip
def test_a_note_on_how_a_page_looks_says_nothing_else(text: str) -> None:
    assert verdicts(text, SEED)["q"].status in ACCEPTED
    assert len(without_notes(text)) == len(text)


@pytest.mark.parametrize("text", [
    "[crossed out: q = 10]", "q = [crossed out: 10]", "q = 10 [crossed out: the line]", "q = [crossed out: 10] 12",
    "q = 12 [boxed, but wrong]", "q = 12 [boxed]", "[crossed out]\nq = 10", "q = 12    ← [ 10 ]",
])  # fmt: skip
def test_what_was_crossed_out_is_no_answer(text: str) -> None:
    assert verdicts(text, SEED)["q"].status not in ACCEPTED


@pytest.mark.parametrize("text", ["q = 10 [boxed, not mine]", "q = 10 [crossed out: see below]", "w[0] = 5", "q = 10"])
def test_a_note_that_says_more_stays(text: str) -> None:
    assert without_notes(text) == text
