"""Slight doubts: a word beside an equation that nobody knows or that denies nothing, or a remark that has no number.

What is right and has nothing worse against it is right: "I assume you don't want errors quoted." says nothing of it.
"""

from collections.abc import Collection
from functools import lru_cache

from gradbook.core.text.lines import end_of_line, start_of_line
from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import AGAINST_IT, SIGNS, Languages, Role
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.people import is_given_name
from gradbook.written.parsing.equations.statements import Statement

_DENIES = frozenset({Role.DENIAL, Role.NEGATION, Role.RETRACTION, Role.OTHERS, Role.OTHER, Role.AGAINST})
_SPEAKS = _DENIES | {Role.CONDITION, Role.SUPPOSITION, Role.BEHIND, Role.HEDGE}  # of what is beside it, or under it
_SENTENCE = regex(r"[^.!?…\n]+")
_WORD = regex(r"[^\W\d_]+")
_STATES = regex(r"[\d=≈/]")
_FORMS = frozenset({"a list of names before the sign", "a word that is not known", "a mark of a list, or a sign"})
_FEW = 2  # words that may say anything: "withdrawn", "2nd sample"
_LONG = 3  # letters of a word


def is_slight(statement: Statement, source: str, names: Collection[str]) -> bool:
    """Whether a statement is in doubt for one word among several, of its line, a title, or a remark behind it.

    Args:
        statement: one of the answer's.
        source: the answer.
        names: of the exercise's quantities, of which a remark must not speak.
    """
    doubt, ends = statement.doubt.lower(), end_of_line(source, statement.end)
    rest = source[statement.end : ends].lower()
    if not doubt.isalpha() or asks(statement, source) or (doubt in rest and _STATES.search(rest)):
        return False
    before = [line for line in source[:ends].split("\n") if doubt in line.lower()]
    behind = [one.group() for one in _SENTENCE.finditer(source, statement.end) if doubt in one.group().lower()]
    words = [word for told in (*before, *behind) for word in _WORD.findall(told)]
    if any(map(SIGNS.search, words)):
        return False  # who knows where one of them ends
    languages = _languages(source)
    against = _SPEAKS if before else _DENIES - {Role.NEGATION}  # "I assume you don't want errors quoted"
    if any(DICTIONARY.role(word, languages) in against or is_given_name(word) for word in words):
        return False
    if any(_STATES.search(told) or not {*names}.isdisjoint(_WORD.findall(told)) for told in behind):
        return False
    spoken = {word for word in words if len(word) >= _LONG and word not in names}
    return len(spoken) > _FEW or any(told.rstrip().endswith(":") for told in before)


def asks(statement: Statement, source: str) -> bool:
    """Whether a question mark stands in the line of a statement: "3.1 or 0?"."""
    return "?" in source[start_of_line(source, statement.start) : end_of_line(source, statement.end)]


def says_nothing(doubt: str, told: str) -> bool:
    """Whether what makes a doubt is one word of several in a sentence, which denies nothing, or a list of names.

    Args:
        doubt: a statement's.
        told: the sentence.
    """
    if doubt in _FORMS:
        return True
    words = _WORD.findall(told)
    if doubt.lower() not in map(str.lower, words) or any(map(SIGNS.search, words)) or is_given_name(doubt):
        return False
    spoken = [word for word in words if len(word) >= _LONG]
    return len(spoken) > _FEW and DICTIONARY.role(doubt.lower(), _languages(told)) not in AGAINST_IT


@lru_cache(maxsize=8)
def _languages(source: str) -> Languages:
    return DICTIONARY.spoken(source)[0]
