"""Items: a quantity with the numbers that its part of the text comes to, in whatever layout.

    b : 1.00 * (-a/b^2) = -3/16 = -0.1875        y ...... 0.5 ...... 1 - 2 = -1        0.2445·2 = 0.4889 → w0

An item begins with a quantity at the beginning of a line, or behind what parts two, and goes on up to the next; or it
ends with one that an arrow points to. What its numbers are of the quantity, nobody says.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise
from typing import NamedTuple

from gradbook.graph.expression import Derivative, Number
from gradbook.written.expression import Node, has_names
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.words.counting import NUMBERED
from gradbook.written.lexing.words.dictionary import AND, Role, bare
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS, parts
from gradbook.written.parsing.grammar.parser import parsed
from gradbook.written.parsing.ledger.kinds import adds_nothing
from gradbook.written.parsing.ledger.pieces import Piece, Quantity

STROKE = "stroke"  # of a drawing: nothing goes on over it
_PARTS = SENTENCE_ENDS | {"comma", "wide", "row", "arrow", "colon", STROKE}
_JOINS = (Role.LINK, Role.FILLER)
_GAPS = (STROKE, "item")  # a list's dash in the middle of a line is drawn too
_LABELS = frozenset({"colon", "arrow"})
_OPERATES = frozenset({"op", "fn", "num", "sqrt", "frac"})
_CUTS = frozenset({"rel", "sep", "word", "bad", "bar"})
_OPENS, _CLOSES = frozenset({"open", "group"}), frozenset({"close", "end"})
_MOST = 60  # items of a line, or numbers of one
_NEAR = 4  # letters between a number and the one that it is said to be
CHANGES = frozenset({"+=", "-=", "*=", "/="})


class Figure(NamedTuple):
    """A number of an item.

    Attributes:
        node: a number, or a calculation of numbers: -3/16.
        start, end: where it stands in the source.
        led: whether it stands behind a sign or a label, or in a column of its own, as results do.
        chained: whether that sign says it of the number right before: "cos(1) = 0.54".
    """

    node: Node
    start: int
    end: int
    led: bool
    chained: bool = False


class Item(NamedTuple):
    """A quantity with numbers.

    Attributes:
        names: what it may be of: the first quantity, and the last one before its colon ("J to a: ...").
        figures: its numbers, in order.
        start, end: where it stands in the source.
    """

    names: tuple[Quantity, ...]
    figures: tuple[Figure, ...]
    start: int
    end: int


def items_of(pieces: Sequence[Piece], lexicon: Lexicon) -> Iterator[Item]:
    """Yield the items of a line."""
    for begin, stop in parts(pieces, SENTENCE_ENDS - {"item"}):
        clause = pieces[begin:stop]
        pointed = [list(_pointed(clause[start:end], lexicon)) for start, end in parts(clause, {"comma"})]
        yield from chain.from_iterable(pointed) if any(pointed) else _led(clause, lexicon)


def figures_of(pieces: Sequence[Piece], lexicon: Lexicon) -> Iterator[Figure]:
    """Yield the numbers that sides of nothing but numbers come to."""
    at = told = 0  # told: where the last number ends
    while at < len(pieces):
        if _is_cut(pieces, at):
            at += 1
            continue
        end = next((place for place in range(at + 1, len(pieces)) if _is_cut(pieces, place)), len(pieces))
        side = [token for piece in pieces[at:end] for token in piece.tokens]
        node = None if any(piece.node is not None for piece in pieces[at:end]) else parsed(side, lexicon)
        before = pieces[at - 1] if at else None
        if node is not None and not has_names(node) and not _is_more(pieces[end - 1], pieces[end : end + 2]):
            if before is not None and before.kind == "word" and bare(before.text) in NUMBERED and _counts(node):
                at = end
                continue
            led = before is not None and (_labels(before) or (before.kind == "sep" and before.text == "wide"))
            signed = before is not None and before.kind == "rel" and told > 0 and at == told + 1
            chained = signed and pieces[at].start - pieces[told - 1].end <= _NEAR  # no columns
            yield Figure(node, pieces[at].start, pieces[end - 1].end, led, chained)
            told = end
        at = end


def _counts(node: Node) -> bool:
    return isinstance(node, Number) and node.value.is_integer() and node.value > 0


def _is_more(number: Piece, behind: Sequence[Piece]) -> bool:
    """Whether what stands behind a number makes another of it: "10 E3", "3!", "3i"."""
    power = [piece.kind for piece in behind] == ["bad", "num"] and behind[0].text in ("e", "E")
    return power or (bool(behind) and behind[0].kind == "bad" and behind[0].start == number.end)


def _is_cut(pieces: Sequence[Piece], at: int) -> bool:
    """Whether no side goes on over a piece: a relation, a word, a bracket that holds a number of its own."""
    piece = pieces[at]
    if piece.kind in _CUTS:
        return True
    if piece.kind in _OPENS:
        return at == 0 or pieces[at - 1].kind in ("quantity", "num", "word", "sep", *_CLOSES)
    if piece.kind in _CLOSES:
        opens = next((n for n in range(at - 1, -1, -1) if pieces[n].kind in (*_CUTS, *_OPENS)), -1)
        return opens < 0 or pieces[opens].kind in _CUTS or _is_cut(pieces, opens)
    return False


def _pointed(part: Sequence[Piece], lexicon: Lexicon) -> Iterator[Item]:
    """Yield an item for each quantity that an arrow at the end of a part points to: "0.2445 → s and w2"."""
    arrow = next((n for n in range(len(part) - 1, -1, -1) if part[n].kind == "sep" and part[n].text == "arrow"), 0)
    behind = part[arrow + 1 :]
    if not arrow or not all(piece.kind == "quantity" or _joins(piece) for piece in behind):
        return
    figures = tuple(figures_of(part[:arrow], lexicon))
    if figures and figures[-1].end == part[arrow - 1].end:
        for piece in behind:
            if piece.node is not None:
                yield Item((piece.node,), (*figures[:-1], figures[-1]._replace(led=True)), part[0].start, piece.end)


def _led(clause: Sequence[Piece], lexicon: Lexicon) -> Iterator[Item]:
    """Yield the items of a clause that begin with their quantities."""
    starts = list(islice(_starts(clause), _MOST + 1))
    for start, end in pairwise([*starts, len(clause)] if len(starts) <= _MOST else starts):
        stop = next((at for at in range(start, end) if clause[at].kind == "sep" and clause[at].text in _GAPS), end)
        part = clause[start:stop]
        figures = tuple(figures_of(part[1:], lexicon))
        first = part[0].node
        number = next((n for n, piece in enumerate(part) if piece.kind == "num"), len(part))
        label = next((n for n, piece in enumerate(part[:number]) if _labels(piece)), 0)
        if 0 < len(figures) <= _MOST and first is not None and _names_it(part, label, number):
            last = part[label - 1].node if any(piece.kind == "word" for piece in part[1:label]) else None
            yield Item((first, last) if last is not None else (first,), figures, part[0].start, part[-1].end)


def _names_it(part: Sequence[Piece], label: int, number: int) -> bool:
    """Whether what stands between a quantity and its label, or its first number, makes nothing else of it.

    "dL/dw up to: 3", "dL/dw (x = 1) = 3", "dL/dw: dL/dx = 3", "w changes by 3".
    """
    between = part[1:label]
    if sum(piece.kind in _OPENS for piece in between) > sum(piece.kind in _CLOSES for piece in between):
        return False
    if any(piece.kind == "bad" for piece in part[1 : label or number]) or (label and part[label].text in CHANGES):
        return False
    derived = isinstance(part[0].node, Derivative)
    words = (piece.tokens[0] for piece in (between if label else part[1:]) if piece.kind == "word")
    if (derived or not label) and not all(adds_nothing(word) or word.role in _JOINS for word in words):
        return False
    equal = next((n for n, piece in enumerate(part) if piece.kind not in ("quantity", "rel")), len(part))
    told = (isinstance(piece.node, Derivative) and _labels(behind) for piece, behind in pairwise(part[equal:]))
    return not (derived and any(told))


def _starts(clause: Sequence[Piece]) -> Iterator[int]:
    """Yield where items begin: at quantities behind what parts two, once the one before has a number."""
    parted, numbered = True, True
    for at, piece in enumerate(clause):
        if piece.kind == "quantity":
            told = parted or (at + 1 < len(clause) and _labels(clause[at + 1]))
            if told and numbered and not _is_operand(clause, at):
                yield at
                numbered = False
            parted = False
        elif piece.kind == "num":
            parted, numbered = False, True
        elif (piece.kind == "sep" and piece.text in _PARTS) or _opens_item(clause, at):
            parted = True
        elif piece.kind in ("word", *_CLOSES):
            parted = parted or numbered
        elif piece.kind in ("op", "rel", "fn"):
            parted = False


def _opens_item(clause: Sequence[Piece], at: int) -> bool:
    """Whether a bracket opens in which a quantity is said to be something: "(q = 3", but not "(error only)"."""
    behind = clause[at + 1 : at + 3]
    told = len(behind) > 1 and behind[0].kind == "quantity" and (behind[1].kind == "num" or _labels(behind[1]))
    return clause[at].kind in _OPENS and told


def _is_operand(clause: Sequence[Piece], at: int) -> bool:
    """Whether something is done with the quantity at a place."""
    before = clause[at - 1] if at else None
    behind = [piece for piece in clause[at + 1 : at + 4] if piece.kind not in _CLOSES]
    if before is not None:
        labelled = before.kind == "num" and bool(behind) and _labels(behind[0])  # "s = 1.2 h = 1.2"
        touched = before.kind == "bad" and before.end == clause[at].start
        if touched or (before.kind in _OPERATES and not labelled):
            return True
    if not behind:
        return False
    if behind[0].kind != "op":  # called, or one of several: w(2), w[1], w2
        return behind[0].kind in (*_OPENS, "num", "bar", "bad") and behind[0].start == clause[at].end
    signed = behind[0].text == "-" and len(behind) > 1 and behind[1].kind == "num" and behind[0].end == behind[1].start
    return not (signed and clause[at].end < behind[0].start)  # "x -0.5", but not "p - 1"


def _labels(piece: Piece) -> bool:
    return piece.kind == "rel" or (piece.kind == "sep" and piece.text in _LABELS)


def _joins(piece: Piece) -> bool:
    """Whether a word or a comma joins two of a list."""
    if piece.kind == "sep":
        return piece.text in ("comma", "soft")
    return piece.kind == "word" and (piece.tokens[0].role is Role.LINK or bare(piece.text) in AND)
