"""What a sentence goes on with in a display or in a block of code: "The loss is" and below it "(0.69 - 1)^2 = 0.0961".

Signs are read over such an edge wherever they stand, "dL/dw =" and below it "-0.27"; words are read within a sentence.
"""

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.grammar.edges import past_number

_EDGES = frozenset({"line", "block", "soft", "colon", "stop"})
_LONGEST = 6  # marks of an edge: a colon, the end of a line, an empty one, and the edge of the display itself


def run_on(tokens: list[Token]) -> list[Token]:
    """Return the tokens without the edge between a verb such as "is" and the display that its sentence goes on with."""
    found = list(tokens)
    for at in range(len(tokens) - 2, 0, -1):
        if _is_verb(tokens[at]):
            edge = _past_adverb(tokens, at + 1)
            begin = _past_edge(tokens, edge)
            if begin and _goes_on(tokens, begin):
                del found[edge:begin]
    return found


def _is_verb(token: Token) -> bool:
    return (token.kind, token.text) == ("rel", "is") or (token.kind == "word" and token.role is Role.RELATION)


def _past_adverb(tokens: list[Token], at: int) -> int:
    """Return the place behind "then" or "about", where that stands at a place."""
    return at + (tokens[at].kind == "word" and tokens[at].role in (Role.LINK, Role.FILLER))


def _past_edge(tokens: list[Token], at: int) -> int:
    """Return the place behind the edge of a display or of a block of code that begins at a place; 0 where none does."""
    end = at
    while end < min(len(tokens), at + _LONGEST) and tokens[end].kind == "sep" and tokens[end].text in _EDGES:
        end += 1
    edge = tokens[at:end]
    display = any(token.text == "block" and token.math for token in edge)
    code = [token.text for token in edge][-1:] == ["stop"] and len(edge) > 1
    return end if end < len(tokens) and (display or (code and _is_number(tokens, end))) else 0


def _is_number(tokens: list[Token], at: int) -> bool:
    """Whether a number is all that stands in a block."""
    end = past_number(tokens, at)
    return bool(end) and (end == len(tokens) or tokens[end].kind == "sep")


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether a side begins at a place; what begins with a quantity of its own states that."""
    first, behind = tokens[at], tokens[at + 1 : at + 2]
    if first.kind == "name":
        return bool(behind) and behind[0].kind in ("op", "open")
    return first.kind in ("num", "open") or first.text == "-"
