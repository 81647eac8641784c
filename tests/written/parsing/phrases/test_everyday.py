"""Words that a spelling dictionary knows: harmless in a sentence, doubtful where they may judge an equation."""

import pytest
from tests.written.corpus import EXERCISES

from gradbook.written.lexing.words.compounds import role_of_compound
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.lexing.words.everyday import is_everyday
from gradbook.written.reading import reading_of

LEXICON = EXERCISES["seed"].lexicon


@pytest.mark.parametrize(
    "text",
    [
        "the forward pass gives: the signal on the wires is q = 10",
        "the wires carry q = 10 upward through the whole circuit",
        "in the forward pass the multiplier squeezes its operands, so q = 10",
        "im Vorwärtsdurchlauf fällt am Knoten der Wert q = 10 ab, und der fließt weiter",
        "la passe avant recopie la valeur, on retrouve q = 10 et on remonte",
    ],
)
def test_an_everyday_word_in_its_sentence_leaves_an_equation_alone(text: str) -> None:
    (statement,) = reading_of(text, LEXICON).statements
    assert not statement.doubt


@pytest.mark.parametrize(
    "text",
    [
        "the forward pass gives: q = 10 is bogus",
        "the forward pass gives: q = 10 (bogus)",
        "the forward pass gives q = 10. Rubbish!",
        "the forward pass gives q = 10, rubbish",
        "die Kettenregel ergibt q = 10, Blödsinn",
        "q = 10 sciocchezza",  # too few words to know the language by
        "v tomto řádku je nesmysl q = 10 a dost",  # of a language that is not known
    ],
)
def test_a_few_everyday_words_behind_an_equation_may_judge_it(text: str) -> None:
    (statement,) = reading_of(text, LEXICON).statements
    assert statement.doubt


def test_inside_an_equation_an_everyday_word_is_unknown() -> None:
    (statement,) = reading_of("the forward pass gives q = 3 castles 5 = 10", LEXICON).statements
    assert [member.node is None for member in statement.members] == [False, True, False]


def test_a_language_without_a_dictionary_has_no_everyday_words() -> None:
    assert is_everyday("castles", "en")
    assert not is_everyday("castles", "ko")
    assert not is_everyday("castles", "")


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("cross-entropy", Role.PLAIN),
        ("one-hot", Role.EVERYDAY),
        ("wrong-headed", Role.DENIAL),
        ("quux-entropy", None),
        ("crossentropic", None),  # English sets blanks or hyphens
    ],
)
def test_a_compound_with_hyphens_does_what_its_parts_do(word: str, role: Role | None) -> None:
    assert role_of_compound(word, (("en",),), "en") is role


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("gewichtsanpassung", Role.PLAIN),
        ("rückwärtsschritt", Role.PLAIN),
        ("ausgabeneurons", Role.PLAIN),
        ("beispielwert", Role.EXAMPLE),
        ("nachbarswert", Role.OTHERS),
        ("schwachsinnsantwort", Role.DENIAL),  # and not only "schwach" with something behind it
        ("gewichtsquux", None),
    ],
)
def test_a_german_compound_does_what_its_parts_do(word: str, role: Role | None) -> None:
    assert role_of_compound(word, (("de",), ("en",)), "de") is role


SURE = (
    "The forward pass goes through the graph from left to right, one node after the other, and then the chain rule "
    "goes back along every edge. "
)


@pytest.mark.parametrize("word", ["RBF", "exponentiate", "Karpathy", "backpropped", "wieghts"])
def test_where_the_language_is_sure_an_unknown_word_leaves_an_equation_alone(word: str) -> None:
    (statement,) = reading_of(
        f"{SURE}{word} of the first layer: the node is q = 10 and we pass it on.", LEXICON
    ).statements
    assert not statement.doubt


@pytest.mark.parametrize(
    "text",
    [
        f"{SURE}It is wrnog that q = 10",
        f"{SURE}It is incorect that q = 10",
        f"{SURE}falsch: q = 10",
        f"{SURE}Mabye q = 10",
        f"{SURE}q = 10 quux",
        f"{SURE}quux q = 10",
        f"{SURE}quux: q = 10",
        f"{SURE}So quux, q = 10",
        f"{SURE}q = 10 (quux)",
        "quux: the node is q = 10",
        "bzdura bzdura bzdura the node is q = 10",
    ],
)
def test_an_unknown_word_that_may_speak_against_an_equation_makes_it_doubtful(text: str) -> None:
    (statement,) = reading_of(text, LEXICON).statements
    assert statement.doubt or any(member.node is None for member in statement.members)
