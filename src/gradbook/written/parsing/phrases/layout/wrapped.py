"""Wrapped sentences: a line that ends where its page is full, and no sentence ends.

    With w = 2.001: z = 7.003, e = 2.003 and
    L = 4.012.

A page is as wide as its longest line, and a line is full where the next word would not have found room in it.
"""

from gradbook.core.text.lines import before_in_line
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import last_seen, seen
from gradbook.written.parsing.grammar.signs import says

_LEADING = frozenset({Role.ARTICLE, Role.OF, Role.FOR, Role.BY})  # no sentence ends with these
_UNFINISHED = frozenset({"rel", "op", "word"})
_CALCULATES = frozenset({"num", "op", "open"})  # no name: an equation of its own may begin with it
_NARROWEST, _WIDEST = 55, 110  # letters of a full line
_COLUMNS = "   "  # between what stands below each other
_PARTICLES = bare_words("on in out up down over through along off back")  # with which English verbs end
_SHORTEST = 2  # letters of a word with which a sentence may go on


def unwrapped(tokens: list[Token], source: str) -> list[Token]:
    """Return the tokens without the ends of lines at which a sentence goes on.

    Args:
        tokens: of an answer.
        source: the answer, in which they have their places.
    """
    width = max((len(line) for line in source.split("\n") if len(line) <= _WIDEST), default=0)
    return [
        token
        for at, token in enumerate(tokens)
        if token.kind != "sep" or token.text != "line" or not _is_wrapped(tokens, at, source, width)
    ]


def _is_wrapped(tokens: list[Token], at: int, source: str, width: int) -> bool:
    """Whether the end of a line at a place is no end of a sentence."""
    before, behind = last_seen(tokens, at), seen(tokens, at + 1)
    if before < 0 or behind >= len(tokens) or "sep" in (tokens[before].kind, tokens[behind].kind):
        return False
    last, first = tokens[before], tokens[behind]
    if last.kind == "word" and (last.role in _LEADING or last.text in AND) and not _ends_verb(tokens, before):
        return True
    if not _is_full(source, tokens[at].start, width):
        return False
    if first.kind == "word" and first.text.isalpha() and len(first.text) >= _SHORTEST:
        follows = seen(tokens, behind + 1)
        equation = follows < len(tokens) and says(tokens[follows]) and tokens[follows].text != "is"
        begins = last.kind == "num" and first.role is Role.NEW  # "= -7.5", "new w: ..."
        return source[first.start].islower() and not equation and not begins
    return last.kind in _UNFINISHED and first.kind in _CALCULATES


def _ends_verb(tokens: list[Token], at: int) -> bool:
    """Whether a word is no preposition but the end of a verb: "the plus passes it on", "just added on"."""
    before = last_seen(tokens, at)
    led = before >= 0 and tokens[before].kind == "word" and tokens[before].role not in (Role.OF, Role.FOR, Role.BY)
    return led and bare(tokens[at].text) in _PARTICLES


def _is_full(source: str, end: int, width: int) -> bool:
    """Whether the line that ends at a place has no room for the word that the next one begins with, and no columns."""
    line = before_in_line(source, end)
    if len(line) < _NARROWEST or _COLUMNS in line.strip():
        return False
    behind = source[end : end + width + 1].split(maxsplit=1)
    return len(line) + 1 + len(behind[0] if behind else "") > width
