"""Arguments: "the derivative of L(a, y) with respect to a" is that of L, whatever it is written to hang on."""

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.grammar.edges import last_seen, seen

_LEADS = frozenset({Role.OF, Role.ARTICLE, Role.ERROR, Role.VALUES, Role.PLAIN})
_MOST = 4  # words between "derivative" and the name
_LONGEST = 12  # tokens of what it hangs on


def without_arguments(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens without brackets that only list names behind the node whose derivative is spoken of."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        found.append(tokens[at])
        at += 1
        if found[-1].name in lexicon.operands and _is_differentiated(found):
            at = _past_arguments(tokens, at)
    return found


def _is_differentiated(before: list[Token]) -> bool:
    """Whether "the derivative of" stands before the last token."""
    place = last_seen(before, len(before) - 1)
    of = False
    for _ in range(_MOST):
        if place < 0 or before[place].kind != "word" or before[place].role not in _LEADS:
            break
        of = of or before[place].role is Role.OF
        place = last_seen(before, place)
    return of and place >= 0 and before[place].role in (Role.SLOPE, Role.SLOPES)


def _past_arguments(tokens: list[Token], at: int) -> int:
    """Return the place behind the brackets that begin at a place, right behind the name; the same place for none."""
    if at >= len(tokens) or tokens[at].kind != "open" or tokens[at].start != tokens[at - 1].end:
        return at
    for place in range(at + 1, min(at + _LONGEST, len(tokens))):
        if tokens[place].kind == "close":
            by = seen(tokens, place + 1)
            return place + 1 if by < len(tokens) and tokens[by].kind == "word" else at
        unknown = tokens[place].kind == "bad" and len(tokens[place].text) == 1
        listed = tokens[place].name or unknown or tokens[place].edge or tokens[place].text in ("comma", ";")
        if not listed:
            return at
    return at
