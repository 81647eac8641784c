"""Notes of those who type off a handwritten page."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.written.lexing.source.transcribed.notes import without_drawings, without_notes, without_struck
from gradbook.written.lexing.source.transcribed.spoiled import without_spoiled

SEED = EXERCISES["seed"]


@pytest.mark.parametrize("text", [
    "q = 5 * 2 = [crossed out: 12] 10", "$q = 5 \\cdot 2 =$ [crossed out: $12$] $10$", "q = [durchgestrichen: 12] 10",
    "q = [tachado: 12] 10", "q = [üstü çizili: 12] 10", "q = [划掉:12] 10", "q = [줄 그어 지움: 12] 10",
    "q = 10 [boxed]", "q = 10 *[encadré]*", "q = 10 [네모 칸]", "q = 10 [underlined twice]", "q = 10    ← [ 10 ]",
])  # fmt: skip
def test_a_note_on_how_a_page_looks_says_nothing_else(text: str) -> None:
    assert verdicts(text, SEED)["q"].status in ACCEPTED
    assert len(without_notes(without_struck(text))) == len(text)


@pytest.mark.parametrize("text", [
    "[crossed out: q = 10]", "q = [crossed out: 10]", "q = 10 [crossed out: the line]", "q = [crossed out: 10] 12",
    "q = 12 [boxed, but wrong]", "q = 12 [boxed]", "[crossed out]\nq = 10", "q = 12    ← [ 10 ]",
])  # fmt: skip
def test_what_was_crossed_out_is_no_answer(text: str) -> None:
    assert verdicts(text, SEED)["q"].status not in ACCEPTED


@pytest.mark.parametrize("text", ["q = 10 [boxed, not mine]", "q = 10 [crossed out: see below]", "w[0] = 5", "q = 10"])
def test_a_note_that_says_more_stays(text: str) -> None:
    assert without_notes(text) == text


@pytest.mark.parametrize("note", [
    "[teacher's stamp, unreadable]", "[doodle of a bicycle]", "[arrow from x to q, crossed out]", "[coffee stain]",
    "[Pfeil von x nach q]", "[mancha de café]", "[箭头]",
])  # fmt: skip
def test_a_drawing_says_nothing_of_a_result(note: str) -> None:
    text = f"q = 10\n{note}"
    assert verdicts(text, SEED)["q"].status in ACCEPTED
    assert without_drawings(text).split() == ["q", "=", "10"]


@pytest.mark.parametrize("note", ["[arrow: not mine]", "[arrow moving it to r]", "[drawing, but wrong]", "[stain"])
def test_a_note_of_a_drawing_that_says_more_stays(note: str) -> None:
    assert without_drawings(f"q = 10 {note}") == f"q = 10 {note}"


@pytest.mark.parametrize("place", ["in the margin", "written above the line", "en marge", "am Rand", "欄外"])
def test_the_place_of_a_note_is_no_word_of_it(place: str) -> None:
    assert without_notes(f"q = 10 [{place}: 5 * 2]").split() == ["q", "=", "10", "[", "5", "*", "2]"]


@pytest.mark.parametrize("text", [
    "q = 10 [erased, still faintly visible]", "q = 10 [X through it]", "q = 10 [minus added in front]",
    "q = 10 [with a big question mark beside it]", "q = 10 [then -10]", "q = 10[rest torn off]",
    "[in another hand:] q = 10", "[next line struck]\nq = 10", "q = 10\n[the whole last line is crossed out]",
    "[sticky note from Lea: q = 10]", "q = 10 [Pfeil: gehört zu r]", "q = 10 [消してある]", "q = 10 [silinmiş]",
])  # fmt: skip
def test_a_number_that_is_struck_doubted_or_another_s_does_not_count(text: str) -> None:
    assert verdicts(text, SEED)["q"].status not in ACCEPTED
    assert len(without_spoiled(text)) == len(text)


@pytest.mark.parametrize("text", ["q = 10 [two minuses!]", "q = w[0] + w[1]", "q = [unreadable]", "[page 2]\nq = 10"])
def test_other_brackets_stay(text: str) -> None:
    assert without_spoiled(text) == text
