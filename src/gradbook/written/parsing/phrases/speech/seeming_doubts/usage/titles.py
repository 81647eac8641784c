"""Titles: headings whose words of doubt are of their topic, and deny nothing that stands under them.

# TODO: 2        # Step 1: calculate the mistakes        # The sample code contains wrong logic
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.phrases.speech.seeming_doubts.usage.usages import is_in_heading

_TASKS = frozenset({"todo", "to do"})
_OPEN = bare_words(
    "check verify fix correct redo recheck prüfen vérifier corriger revisar corregir rivedere controllare"
)
_ERRORS = frozenset({"mistakes", "mistake"})
_WORKED_OUT = bare_words("calculate calculating compute computing find finding measure measuring get sum squaring")
_PAGES = bare_words(  # what others have written, of which a title may speak
    "code sample tutorial tutorials docs documentation library textbook article post video slides autograd pytorch"
    " tensorflow keras example examples snippet readme"
)
_HOLDS = bare_words(
    "contains contain has have gives give produces produce returns return shows show prints print is are"
)


def titled(tokens: list[Token]) -> list[Token]:
    """Return the tokens, words of doubt in a heading that are only of its topic as plain words."""
    return [replace(token, role=Role.PLAIN) if _is_topic(tokens, at) else token for at, token in enumerate(tokens)]


def _is_topic(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.role not in (Role.DENIAL, Role.HEDGE) or not is_in_heading(tokens, at):
        return False
    before = [*takewhile(lambda other: other.kind == "word" or other.edge, reversed(tokens[:at]))]
    said = [bare(other.text) for other in reversed(before) if other.kind == "word" and other.role is not Role.ARTICLE]
    if token.text in _TASKS:
        behind = takewhile(lambda other: other.kind != "sep" or other.text in ("soft", "colon"), tokens[at + 1 :])
        return all(bare(other.text) not in _OPEN for other in behind)
    if bare(token.text) in _ERRORS and said and said[-1] in _WORKED_OUT:
        return True
    verb = next((place for place, text in enumerate(said) if text in _HOLDS), 0)
    return token.role is Role.DENIAL and verb > 0 and not _PAGES.isdisjoint(said[:verb])
