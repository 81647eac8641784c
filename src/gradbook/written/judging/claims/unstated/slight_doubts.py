"""Slight doubts: a word beside an equation that nobody knows or that denies nothing, or a remark that has no number.

What is right and has nothing worse against it is right: "I assume you don't want errors quoted." says nothing of it.
"""

from collections.abc import Collection

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.people import is_given_name
from gradbook.written.parsing.equations.statements import Statement

_DENIES = frozenset({Role.DENIAL, Role.NEGATION, Role.RETRACTION, Role.OTHERS, Role.OTHER, Role.AGAINST})
_SPEAKS = _DENIES | {Role.CONDITION, Role.SUPPOSITION, Role.BEHIND, Role.HEDGE}  # of what is beside it, or under it
_SENTENCE = regex(r"[^.!?…\n]+")
_WORD = regex(r"[^\W\d_]+")
_STATES = regex(r"[\d=≈/]")
_FEW = 2  # words that may say anything: "withdrawn", "2nd sample"


def is_slight(statement: Statement, source: str, names: Collection[str]) -> bool:
    """Whether a statement is in doubt for one word among several, of its line, a title, or a remark behind it.

    Args:
        statement: one of the answer's.
        source: the answer.
        names: of the exercise's quantities, of which a remark must not speak.
    """
    doubt = statement.doubt.lower()
    if not doubt.isalpha() or "?" in _line(source, statement):
        return False
    before = [line for line in _lines(source[: statement.start]) if doubt in line.lower()]
    behind = [one.group() for one in _SENTENCE.finditer(source, statement.end) if doubt in one.group().lower()]
    own = source.find("\n", statement.end) in range(source.lower().find(doubt, statement.end), len(source))
    words = [word for told in (*before, *behind) for word in _WORD.findall(told)]
    languages, _ = DICTIONARY.spoken(source)
    against = _SPEAKS if before or own else _DENIES
    if any(DICTIONARY.role(word, languages) in against or is_given_name(word) for word in words):
        return False
    if any(_STATES.search(told) or not {*names}.isdisjoint(_WORD.findall(told)) for told in behind):
        return False
    return len(words) > _FEW or any(told.rstrip().endswith(":") for told in before)


def _line(source: str, statement: Statement) -> str:
    ends = source.find("\n", statement.end)
    return source[source.rfind("\n", 0, statement.start) + 1 : ends if ends >= 0 else len(source)]


def _lines(text: str) -> list[str]:
    return text.split("\n")
