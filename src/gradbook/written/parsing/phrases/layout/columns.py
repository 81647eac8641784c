"""Columns: a formula, the numbers put in and the result, set apart by blanks without a sign between the first two.

    f = z r          -0.8 (1.50)    =  -1.20              to w          -0.80 (3.5)    =  -2.80

A minus that touches its number, behind a gap, is the sign of that number.
"""

from gradbook.written.lexing.tokens import Token

_GAP = "   "
_ENDS = frozenset({"name", "der", "new", "close", "end"})


def with_columns(tokens: list[Token], source: str) -> list[Token]:
    """Return the tokens, an equals sign before a signed number that begins a column with a result behind it."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        if token.text == "-" and found and found[-1].kind in _ENDS and _begins_column(tokens, at, source):
            found.append(Token("rel", "=", token.start, token.start))
        found.append(token)
    return found


def _begins_column(tokens: list[Token], at: int, source: str) -> bool:
    gap = source[tokens[at - 1].end : tokens[at].start]
    signs = at + 1 < len(tokens) and tokens[at + 1].kind == "num" and tokens[at + 1].start == tokens[at].end
    if not (signs and gap.startswith(_GAP) and gap.isspace() and "\n" not in gap):
        return False
    behind = next((n for n in range(at, len(tokens)) if tokens[n].kind in ("rel", "sep")), at)
    return tokens[behind].kind == "rel" and source[tokens[behind - 1].end : tokens[behind].start].startswith(_GAP)
