"""Dashes: a minus sign between blanks before words is one, "p gets k - that's 2 - and k gets p"."""

from dataclasses import replace
from itertools import pairwise, takewhile

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, OPERATIONS, Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import ends_line

_LEADS = frozenset({Role.LINK, Role.SAME, Role.REASON})
_QUANTITIES = frozenset({
    Role.RATE, Role.SLOPE, Role.SLOPES, Role.OLD, Role.NEW, Role.WEIGHT, Role.BIAS, Role.ERROR, Role.NET, Role.VALUES,
    Role.STEP, Role.PARTIAL, Role.LOCAL, Role.UPSTREAM, Role.NUMBER, Role.PART,
})  # fmt: skip
_LEAST, _LONGEST = 2, 16  # words of a remark
_WORDS = AND | bare_words(
    "that's that which this it's it so and but because das also weil c'est donc eso o isto quindi cioè"
)


def with_dashes(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a sign that stands apart from what it would be a minus of as a comma."""
    found = list(tokens)
    for at in range(1, len(tokens) - 1):
        token, before, behind = tokens[at], tokens[at - 1], tokens[at + 1]
        apart = before.end < token.start and token.end < behind.start
        leads = behind.kind == "word" and (behind.role in _LEADS or bare(behind.text) in _WORDS)
        if apart and (token.kind, token.text) == ("op", "-") and (leads or _leads_remark(tokens, at)):
            found[at] = replace(token, kind="sep", text="comma")
    return found


def _leads_remark(tokens: list[Token], at: int) -> bool:
    """Whether all that stands between a number, a dash and the end of the line are words, and none for a quantity.

    "q: 3.5 - the plus passes it on", but not "w = 5 - the rate times the slope"
    """
    remark = [*takewhile(lambda token: not ends_line(token), tokens[at + 1 : at + 1 + _LONGEST])]
    said = [token for token in remark if not token.edge]
    counts = any(
        token.kind != "word"
        or token.role in _QUANTITIES
        or (token.role in OPERATIONS and before.role is not Role.ARTICLE)
        for before, token in pairwise([tokens[at], *said])
    )
    return tokens[at - 1].kind == "num" and _LEAST <= len(said) < _LONGEST and not counts
