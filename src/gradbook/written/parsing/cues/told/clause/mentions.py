"""Mentions: the quantities that a clause names, by their names or by nouns, and which of them it may be about."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role, bare, bare_words
from gradbook.written.lexing.words.lists.prepositions import WITH
from gradbook.written.notation import ACTIVATIONS
from gradbook.written.parsing.cues.told.clause.words import NAMES, SLOPED
from gradbook.written.parsing.equations.assembly.ahead import named
from gradbook.written.parsing.grammar.edges import last_seen, seen
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.phrases.called.kinds import kind_of
from gradbook.written.parsing.phrases.called.operations import OPERATION, does
from gradbook.written.parsing.phrases.operations import SIGNS

_TAKES = frozenset({*SIGNS, Role.BY, Role.OF, Role.PART, Role.UPSTREAM})
_FROM = WITH | bare_words(
    "by from through via than like as into durch von aus über als wie per von par de depuis comme que por desde como "
    "vía pela pelo da dal dalla come attraverso door uit via через из от przez z od 从 通过 由 用 乘以 加上 減去 减去"
)
_MEANS = _FROM | bare_words("by nach par por da per door po по")
_NOUNS = (Role.ARTICLE, Role.WEIGHT, Role.BIAS, Role.NET, Role.FILLER)
_THAT = (Role.ARTICLE, *SLOPED)
_LONGEST = 30  # tokens of a derivative in LaTeX


class Mention(NamedTuple):
    """A quantity that is named.

    Attributes:
        at, end: from where to where it is named.
        node: what it is.
        operand: whether it is only named as a part of what is done: "multiplied by y".
        first: whether something is done with it, and it may be what a clause is about: "h multiplied by".
        function: whether a function is named, and what it is is its slope.
        joined: whether it stands behind another and an "and", so that what is said of that one is said of it too.
    """

    at: int
    end: int
    node: Node
    operand: bool
    first: bool
    function: bool = False
    joined: bool = False


def mentions(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the quantities that are named between two places, from left to right."""
    at = start
    last: Mention | None = None
    while at < end:
        stop, node = _named_at(tokens, at, end, lexicon)
        if node is None:
            at += 1
            continue
        function = tokens[at].kind == "fn" or (tokens[at].kind == "word" and isinstance(node, Derivative))
        joined = last is not None and _joins(tokens, last.end, at)
        operand = last.operand if last is not None and joined else _is_operand(tokens, at, start)
        last = Mention(at, stop, node, operand, _is_first(tokens, stop), function, joined)
        yield last
        at = stop


def _named_at(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> tuple[int, Node | None]:
    """Return the place behind a quantity that is named at a place, and it; None where none is."""
    token = tokens[at]
    if token.kind == "fn" or (token.kind == "word" and bare(token.text) in OPERATION):
        return at + 1, _slope_of(OPERATION.get(bare(token.text), token.text), lexicon)
    if token.kind == "word":
        called = kind_of(token, lexicon) or (lexicon.output if token.text in lexicon.called_loss else "")
        behind = seen(tokens, at + 1)
        again = behind < end and tokens[behind].kind in NAMES  # "the weight w"
        return (at + 1, Symbol(called)) if called and not again else (at, None)
    if token.kind in NAMES and isinstance(token.node, Symbol | Derivative | New):
        return at + 1, token.node
    if token.kind not in ("diff", "frac", "group"):
        return at, None
    for stop in range(min(at + _LONGEST, end), at + 1, -1):
        node = quantity(named(tokens[at:stop]), lexicon)
        if isinstance(node, Derivative):
            return stop, node
    return at, None


def _joins(tokens: Sequence[Token], end: int, at: int) -> bool:
    """Whether only an "and" stands between two places, with an article or a preposition that is said once more."""
    between = [token for token in tokens[end:at] if not token.edge]
    said = [token for token in between if token.role not in (Role.ARTICLE, Role.FILLER, Role.FOR, Role.OF)]
    return len(said) == 1 and bare(said[0].text) in AND


def _slope_of(function: str, lexicon: Lexicon) -> Derivative | None:
    """Return the derivative of the only neuron's function; None for any other function."""
    node = lexicon.sole(function) if function in ACTIVATIONS else None
    return Derivative(node, lexicon.operands[node][0]) if node and node not in lexicon.unnamed else None


def _is_first(tokens: Sequence[Token], stop: int) -> bool:
    """Whether something is done with what ends at a place."""
    behind = seen(tokens, stop)
    follows = tokens[behind] if behind < len(tokens) else None
    return follows is not None and (follows.kind in ("op", "open") or follows.role in SIGNS)


def _is_operand(tokens: Sequence[Token], at: int, start: int) -> bool:
    """Whether what begins at a place is put into something."""
    place = last_seen(tokens, at)
    while place >= start and tokens[place].kind == "word" and tokens[place].role in _NOUNS:
        place = last_seen(tokens, place)
    if place < start:
        return False
    before = tokens[place]
    if before.role is Role.OF and (of := last_seen(tokens, place)) >= start and tokens[of].role in _THAT:
        return False  # "that of b is -6", "el de c es 0"
    if before.role is Role.BY and bare(before.text) not in _MEANS:
        return False  # "with respect to w it is -6"
    word = before.kind == "word" and bare(before.text) in _FROM
    return before.kind in ("op", "num", "close", "fn", "open") or before.role in _TAKES or word or does(before)
