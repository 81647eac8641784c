"""Behind a number: the quantity that is named there as that which it is of.

1 for t, 2 for w        1.918, our f        0.664, so that is out        36 (t)        +1 goes to m
"""

from collections.abc import Iterator, Sequence

from gradbook.written.expression import Node
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role, bare, bare_words
from gradbook.written.parsing.cues.told.clause.named import ABOUT, TOWARDS, UNIT, Named, Part
from gradbook.written.parsing.cues.told.clause.words import BESIDE, are_clear
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS, seen

_ENDS = SENTENCE_ENDS | {"comma", "wide"}
_PER = bare_words("per pro por par je") | UNIT
_LEADS = (Role.FOR, Role.FILLER, Role.BY)
_NAMING = frozenset({  # between a number and the name of what it is: "so that's our loss L"
    Role.LINK, Role.SAME, Role.ARTICLE, Role.RELATION, Role.FILLER, Role.BY, Role.FOR, Role.OF, Role.PART_OF_GRAPH,
    Role.PLAIN, Role.SLOPE, Role.RESULT, Role.VALUES, Role.NET, Role.WEIGHT, Role.BIAS,
})  # fmt: skip


def named_behind(tokens: Sequence[Token], end: int, named: Sequence[Named]) -> tuple[Named, ...]:
    """Return the quantities that are named right behind a number that ends at a place; none where nothing is."""
    place = seen(tokens, end)
    if place >= len(tokens):
        return ()
    token = tokens[place]
    if token.kind in ("open", "close") or (token.kind == "sep" and token.text == "comma"):
        return _named_last(tokens, seen(tokens, place + 1), named, bracketed=token.kind == "open")
    if token.kind != "word":
        return ()
    text = bare(token.text)
    if token.role in _LEADS or text in TOWARDS or text in _PER:
        first = next((one for one in named if one.at > place and one.part in (Part.BY, Part.SUBJECT)), None)
        led = first is not None and all(
            t.edge or (t.kind == "word" and t.role not in BESIDE) for t in tokens[place : first.at]
        )
        return (first, *_joined(named, first)) if first is not None and led else ()
    names = token.role in (Role.LINK, Role.SAME) and text not in AND
    return _named_last(tokens, place, named) if names else ()


def reached(tokens: Sequence[Token], end: int, named: Sequence[Named]) -> tuple[Node, ...]:
    """Return where a number is said to go that stands before all names of its clause: "+1 goes to m"."""
    found = [one for one in named if one.at >= end and one.part in ABOUT]
    if not found or found[0].part is not Part.BY or not are_clear(tokens[end : found[0].at]):
        return ()
    alone = all(one.joined for one in found[1:])
    return (found[0].node, *(one.node for one in _joined(named, found[0]))) if alone else ()


def _joined(named: Sequence[Named], first: Named) -> Iterator[Named]:
    """Yield what stands behind a quantity and an "and"."""
    for one in named[named.index(first) + 1 :]:
        if not one.joined:
            break
        yield one


def _named_last(
    tokens: Sequence[Token], begin: int, named: Sequence[Named], *, bracketed: bool = False
) -> tuple[Named, ...]:
    """Return what is only named from a place on."""
    at = {one.at: one for one in named}
    place = begin
    while place < len(tokens) and place not in at and _leads(tokens[place]):
        place += 1
    found = at.get(place)
    if found is None:
        return ()
    led = tokens[begin:place]
    if any(token.role is Role.BY for token in led):
        return (found,)  # ", with respect to w"
    behind = seen(tokens, found.end)
    follows = tokens[behind] if behind < len(tokens) else None
    if bracketed:
        return (found,) if follows is not None and follows.kind == "close" else ()
    ends = follows is None or (follows.kind == "sep" and follows.text in _ENDS) or bare(follows.text) in AND
    says = any(token.kind == "rel" or token.role in (Role.ARTICLE, Role.RELATION) for token in led)
    return (found,) if ends and says else ()


def _leads(token: Token) -> bool:
    return token.edge or token.kind == "rel" or token.role in _NAMING
