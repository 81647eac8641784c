"""The data files of words: what they may hold, and how a word is looked up."""

import pytest

from gradbook.written.lexing.languages import DICTIONARY, LANGUAGES, words_of
from gradbook.written.lexing.words import Dictionary, Role, Words


def dictionary(**languages: str) -> Dictionary:
    return Dictionary(lambda: {name: words_of(text, name) for name, text in languages.items()})


def test_a_file_gives_words_phrases_and_values() -> None:
    words = words_of("# a comment\n[relation]\nis equal_to  # and another\n\n[number]\n2 two a_pair\nfew", "en.txt")
    assert words == Words(
        {"is": Role.RELATION, "equal to": Role.RELATION, "two": Role.NUMBER, "a pair": Role.NUMBER, "few": Role.NUMBER},
        {"two": 2.0, "a pair": 2.0},
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[relations]\nis", r"en.txt, line 1: '\[relations\]' is no role"),
        ("[relation] is", "en.txt, line 1: .* is no role"),
        ("is\n[relation]", "en.txt, line 1: 'is' stands before any role"),
        ("[hedge]\nmaybe\n[plain]\nnode Maybe", "en.txt, line 4: 'Maybe' stands in line 2 already, as hedge"),
    ],
)
def test_a_fault_in_a_file_is_named_with_its_place(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        words_of(text, "en.txt")


def test_a_word_without_its_accents_that_may_be_two_words_is_unknown() -> None:
    words = dictionary(fr="[hedge]\noûa\n[plain]\noùa")
    assert words.role("oùa", (("fr",),)) is Role.PLAIN
    assert words.role("oua", (("fr",),)) is None


def test_accents_matter_first() -> None:
    words = dictionary(de="[condition]\nwürde\n[plain]\nwurde hatte\n[slope]\nAbleitungsgröße")
    assert words.role("würde", (("de",),)) is Role.CONDITION
    assert words.role("Wurde", (("de",),)) is Role.PLAIN
    assert words.role("wu\N{COMBINING DIAERESIS}rde", (("de",),)) is Role.CONDITION
    assert words.role("wuerde", (("de",),)) is Role.CONDITION
    assert words.role("ableitungsgrosse", (("de",),)) is Role.SLOPE
    assert words.role("ABLEITUNGSGRÖSSE", (("de",),)) is Role.SLOPE
    assert words.role("hätte", (("de",),)) is None


def test_the_languages_of_an_answer_are_those_that_know_most_of_its_words() -> None:
    words = dictionary(en="[plain]\nnode fast", de="[plain]\nKnoten dann\n[link]\ndaher", nl="[plain]\nknoten dan")
    assert words.spoken("Daher ist dann der Knoten ...")[0] == (("de",), ("nl",), ("en",))
    assert words.spoken(r"\fast")[0] == (("en",),)


def test_between_languages_that_are_equally_likely_what_speaks_against_an_equation_goes_first() -> None:
    words = dictionary(es="[plain]\nsia", it="[supposition]\nsia", fr="[hedge]\nsia donc")
    assert words.role("sia", (("es", "it"),)) is Role.SUPPOSITION
    assert words.role("sia", (("es",), ("it",))) is Role.PLAIN
    assert words.role("donc", (("es", "it"),)) is None


@pytest.mark.parametrize("name", LANGUAGES)
def test_each_language_loads_and_knows_its_verbs_and_denials(name: str) -> None:
    roles = set(DICTIONARY.words(name).values())
    assert {Role.RELATION, Role.DENIAL, Role.HEDGE, Role.CONDITION, Role.SLOPE, Role.NEW} <= roles
