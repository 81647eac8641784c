"""Slight doubts: one word beside an equation that nobody knows, or that denies nothing in any language."""

from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.people import is_given_name
from gradbook.written.parsing.equations.statements import Statement

_SPEAKS = frozenset({
    Role.DENIAL, Role.NEGATION, Role.RETRACTION, Role.OTHERS, Role.OTHER, Role.AGAINST, Role.CONDITION,
    Role.SUPPOSITION, Role.BEHIND,
})  # fmt: skip


def is_slight(statement: Statement, source: str) -> bool:
    """Whether a statement is in doubt for no more than a word of its own line, or of a title."""
    doubt = statement.doubt
    if not doubt.isalpha():
        return False
    ends = source.find("\n", statement.end)
    before = source[: ends if ends >= 0 else len(source)].lower()
    known = DICTIONARY.known_in(doubt.lower())
    return (
        doubt.lower() in before and not is_given_name(doubt.title()) and not any(role in _SPEAKS for _, role in known)
    )
