"""A question behind an equation that asks whether it is another leaves the equation in doubt, in any language."""

import pytest
from tests.written.corpus import EXERCISES

from gradbook.written.reading import reading_of

LEXICON = EXERCISES["seed"].lexicon

ASKED = [
    "or should w go there, so 3 * 5 = 15?", "shouldn't it be w, so 3 * 5 = 15?", "Or does w belong there?",
    "Which one goes there, x or w?", "¿o va w ahí, es decir 3 * 5 = 15?",
    "oder gehört da w hin, also 3 * 5 = 15?", "Kommt da x oder w hin?", "ou c'est w qui va là, donc 3 * 5 = 15 ?",
    "o ci va w, quindi 3 * 5 = 15?", "of hoort daar w, dus 3 * 5 = 15?", "albo tam ma być w, czyli 3 * 5 = 15?",
    "или там должно быть w, то есть 3 * 5 = 15?", "还是应该用 w, 即 3 * 5 = 15?",
    "yoksa oraya w mi gelir, yani 3 * 5 = 15?",
    "それともそこは w で、3 * 5 = 15 ですか?", "아니면 w가 들어가서 3 * 5 = 15인가요?",
    "eller ska w dit, alltså 3 * 5 = 15?",
    "أم أن w هنا، أي 3 * 5 = 15؟",
]  # fmt: skip


@pytest.mark.parametrize("question", ASKED)
@pytest.mark.parametrize("between", [" ... ", ". ", "\n"])
def test_what_is_asked_instead_leaves_an_equation_in_doubt(question: str, between: str) -> None:
    (stated,) = [one for one in reading_of(f"df/dw = 3 * 2 = 6{between}{question}", LEXICON) if one.start == 0]
    assert stated.doubt


@pytest.mark.parametrize(
    "behind",
    [
        "Or is r = 7?",
        "By x?",
        "\n\nWhy does z flow to q?",
        " How far should w and x move?",
        " What do we do about x or w next",
    ],
)
def test_other_questions_leave_it_as_it_is(behind: str) -> None:
    (stated,) = [one for one in reading_of(f"df/dw = 3 * 2 = 6. {behind}", LEXICON) if one.start == 0]
    assert not stated.doubt
