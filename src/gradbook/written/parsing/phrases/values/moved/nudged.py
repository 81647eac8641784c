"""Nudges from a value that is said: "if we nudge v = 10 a little, to 10.001"."""

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.lexing.words.lists.moving import MOVES
from gradbook.written.parsing.grammar.edges import seen
from gradbook.written.parsing.phrases.values.moved.behind import number_behind
from gradbook.written.parsing.phrases.values.moved.changes import PASSED, TO, is_passed

_BETWEEN = 8  # tokens between a value and the one to which it is nudged
_NEAR = 4  # tokens before a quantity among which its verb stands


def nudged(tokens: list[Token]) -> list[Token]:
    """Return "if we nudge v = 10 a little, to 10.001" as "if we nudge v from 10 to 10.001"."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        behind = _moved_on(tokens, at) if tokens[at].kind == "name" and _nudges(found) else 0
        found.append(tokens[at])
        if behind:
            sign = seen(tokens, at + 1)
            number = [token for token in tokens[sign + 1 : behind] if token.kind in ("num", "op")]
            found += [Token("word", "from", tokens[sign].start, tokens[sign].end, None, Role.PLAIN), *number]
        at = behind or at + 1
    return found


def _nudges(before: list[Token]) -> bool:
    """Whether a verb that moves a quantity stands before it: "bump the value of"."""
    for token in reversed(before[-_NEAR:]):
        if token.kind == "word" and bare(token.text) in MOVES:
            return True
        if not token.edge and (token.kind != "word" or token.role not in (*PASSED, Role.OF, Role.VALUES)):
            return False
    return False


def _moved_on(tokens: list[Token], at: int) -> int:
    """Return the place of "to" in "v = 10 a little bit, to 10.001"; 0 where that does not stand at a place."""
    sign = seen(tokens, at + 1)
    end = number_behind(tokens, sign + 1) if sign < len(tokens) and tokens[sign].text == "=" else 0
    for place in range(end, min(end + _BETWEEN, len(tokens)) if end else 0):
        token = tokens[place]
        if bare(token.text) in TO and token.kind == "word":
            return place if number_behind(tokens, place + 1) else 0
        if not (is_passed(token) or token.text == "comma"):
            return 0
    return 0
