"""Nodes whose local derivatives are spoken of: the one that was stated last, nudged, or is the only one of its kind."""

from collections.abc import Iterable, Iterator, Sequence

from gradbook.graph.expression import Derivative
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.grammar.edges import last_seen, seen
from gradbook.written.parsing.phrases.called.operations import done_by

_NEAR = 6  # tokens back to what a verb says is moved
_FAR = 60  # tokens back to the node that is spoken of


def meant(before: Sequence[Token], lexicon: Lexicon, names: Sequence[str], by: str) -> list[Derivative]:
    """Return the local derivatives of the node that is spoken of; by one name if it is said.

    That is the only one that all names are operands of, or else the one that was stated last, or nudged, or that is the
    only one of its operation: "the plus has local derivative 1 for both".

    Args:
        before: the tokens so far.
        lexicon: the exercise's.
        names: the operands that are named.
        by: the one of them for which a number is; "" for any.
    """
    above = [of for of in lexicon.operands if of not in lexicon.unnamed and {*names} <= {*_named(of, lexicon)}]
    if names and len(above) == 1:
        return _partials(above[0], [by], lexicon)
    for place in range(len(before) - 1, max(-1, len(before) - _FAR), -1):
        token = before[place]
        if token.text == "heading" and place < len(before) - 1 and before[place + 1].kind == "sep":
            return []
        head = last_seen(before, place)
        if token.role is Role.CHANGES and not by and (nudged := _nudged(before, place, lexicon)):
            return [nudged]
        stated = token.kind == "rel" and head >= 0 and before[head].kind == "name"
        of = before[head].name if stated else (lexicon.sole(token.text) or "") if token.kind == "fn" else ""
        of = of or (token.name if len(before) == 1 else "") or _only_done_by(token, lexicon)
        operands = dict.fromkeys(_named(of, lexicon))
        if operands and {*names} <= operands.keys():
            return _partials(of, [by] if by else operands, lexicon)
    return []


def _partials(of: str, names: Iterable[str], lexicon: Lexicon) -> list[Derivative]:
    return [Derivative(of, name, name in lexicon.operands[of]) for name in names]


def _only_done_by(word: Token, lexicon: Lexicon) -> str:
    """Return the only node that is calculated by the operation of which a word speaks: "the plus", "the product"."""
    op = done_by(word)
    nodes = [node for node, done in lexicon.operations.items() if done == op and node not in lexicon.unnamed]
    return nodes[0] if op and len(nodes) == 1 else ""


def _nudged(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Derivative | None:
    """Return what a verb between two names tells of: "raising w by 1 raises z by x"."""
    place = seen(tokens, at + 1)
    of = tokens[place].name if place < len(tokens) else ""
    by = next((t.name for t in reversed(tokens[max(0, at - _NEAR) : at]) if t.kind in ("name", "sep")), "")
    return Derivative(of, by, by in lexicon.operands[of]) if by and by in _named(of, lexicon) else None


def _named(of: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield what has a name of all that a node is calculated from."""
    for name in lexicon.operands.get(of, ()):
        if name in lexicon.unnamed:
            yield from _named(name, lexicon)
        else:
            yield name
