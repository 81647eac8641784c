"""Slight doubts: a word beside an equation that nobody knows or that denies nothing, or a remark that has no number.

What is right and has nothing worse against it is right: "I assume you don't want errors quoted." says nothing of it.
"""

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.people import is_given_name
from gradbook.written.parsing.equations.statements import Statement

_DENIES = frozenset({Role.DENIAL, Role.NEGATION, Role.RETRACTION, Role.OTHERS, Role.OTHER, Role.AGAINST})
_SPEAKS = _DENIES | {Role.CONDITION, Role.SUPPOSITION, Role.BEHIND}  # of the equation in its own line, or under it
_SENTENCE = regex(r"[^.!?…\n]+")
_STATES = regex(r"[\d=≈]")


def is_slight(statement: Statement, source: str) -> bool:
    """Whether a statement is in doubt for no more than a word of its own line, of a title, or of a remark behind it."""
    doubt = statement.doubt
    if not doubt.isalpha() or is_given_name(doubt.title()):
        return False
    roles = {role for _, role in DICTIONARY.known_in(doubt.lower())}
    begins, ends = source.rfind("\n", 0, statement.start) + 1, source.find("\n", statement.end)
    ends = ends if ends >= 0 else len(source)
    if "?" in source[begins:ends]:
        return False
    if doubt.lower() in source[:ends].lower():
        return roles.isdisjoint(_SPEAKS)
    remarks = [one.group().lower() for one in _SENTENCE.finditer(source, ends)]
    told = [remark for remark in remarks if doubt.lower() in remark]
    return roles.isdisjoint(_DENIES) and bool(told) and not any(map(_STATES.search, told))
