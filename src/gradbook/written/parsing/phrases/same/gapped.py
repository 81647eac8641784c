"""Gaps: a verb that is said once for several, "b is 8 and c 6", "x gets -4, z 3", "q ends up with -4, z with 3".

So with nouns: "the weight becomes 0.58 and the bias 0.88".
"""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, AND, OPERATIONS, Role, bare
from gradbook.written.lexing.words.lists.prepositions import WITH
from gradbook.written.parsing.grammar.edges import past_number, seen
from gradbook.written.parsing.phrases.called.kinds import kind_of
from gradbook.written.parsing.phrases.slopes.received.shares import gradient_by

_QUANTITIES = frozenset({"name", "der", "new"})
_ENDS = frozenset({"comma", "stop", "line", "block", "item", "heading", "wide", "colon"})
_MAY_STAND = frozenset({Role.ARTICLE, Role.FILLER})
_LEADING = WITH | {"to", "auf", "a", "à", "para", "en", "zu"}
_SAY_MORE = OPERATIONS | AGAINST_IT | {Role.OF, Role.FOR}  # behind the number of a noun


def gapped(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens with the sign that stands once put before the numbers of those that follow, too.

    It counts where it fits.
    """
    found: list[Token] = []
    at = 0
    first: Token | None = None  # what the last number was said of
    ready = -1  # the place behind that number
    while at < len(tokens):
        token = tokens[at]
        if first is not None and at == ready:
            name, begin, end = _next(tokens, at, lexicon)
            if name and (head := _head(first, tokens[name], lexicon)) is not None:
                found += [*tokens[at:name], head, Token("rel", "is", head.end, head.end), *tokens[begin:end]]
                at = ready = end
                continue
        if token.kind in _QUANTITIES and (end := _stated(tokens, at)):
            first, ready = token, end
        found.append(token)
        at += 1
    return found


def _stated(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind the number that is all that is said of a quantity at a place; 0 where it is not."""
    sign = seen(tokens, at + 1)
    if sign >= len(tokens) or tokens[sign].kind != "rel" or tokens[sign].text not in ("is", "="):
        return 0
    number = seen(tokens, sign + 1)
    while number < len(tokens) and (tokens[number].role is Role.FILLER or bare(tokens[number].text) in _LEADING):
        number = seen(tokens, number + 1)
    return past_number(tokens, number)


def _name_of(token: Token, lexicon: Lexicon) -> str:
    """Return the quantity that a name or a noun means; "" for none."""
    return token.name if token.kind == "name" else kind_of(token, lexicon)


def _next(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, int, int]:
    """Return where the next name stands behind a comma or "and", and where its number begins and ends; else zeros."""
    place, joins = at, False
    while place < len(tokens) and (
        tokens[place].edge
        or tokens[place].text == "comma"
        or (tokens[place].kind == "word" and (bare(tokens[place].text) in AND or tokens[place].role in _MAY_STAND))
    ):
        joins = joins or not tokens[place].edge
        place += 1
    if not joins or place >= len(tokens) or not _name_of(tokens[place], lexicon):
        return 0, 0, 0
    begin = seen(tokens, place + 1)
    if begin < len(tokens) and tokens[begin].kind == "word" and bare(tokens[begin].text) in _LEADING:
        begin = seen(tokens, begin + 1)
    end = past_number(tokens, begin)
    behind = seen(tokens, end) if end else 0
    follows = tokens[behind] if end and behind < len(tokens) else None
    alone = follows is None or follows.text in _ENDS or follows.kind == "close"
    more = OPERATIONS if tokens[place].kind == "name" else _SAY_MORE  # "the bias 1 of layer 2"
    alone = alone or (follows is not None and follows.kind == "word" and follows.role not in more)
    return (place, begin, end) if end and alone else (0, 0, 0)


def _head(first: Token, name: Token, lexicon: Lexicon) -> Token | None:
    """Return what a name stands for beside the first: a value, a gradient, or a new value."""
    named = _name_of(name, lexicon)
    match first.node:
        case Derivative(of) if of == lexicon.output and named != lexicon.output:
            return replace(gradient_by(named, name.start, name.end, lexicon), role=Role.ERROR)
        case New():
            return Token("new", named, name.start, name.end, New(named), Role.ERROR)
        case Symbol():
            return Token("name", named, name.start, name.end, Symbol(named), Role.ERROR)
    return None
