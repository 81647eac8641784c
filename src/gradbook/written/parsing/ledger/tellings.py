"""Tellings: what the sentences of an answer say of quantities in words, each with the number that it comes to.

    z gets the other thing in the times so 1.5        1.2 x 0.5 gives me an area of 0.6        a q le corresponde 3

A telling is a part of a sentence with the quantities that it names and the numbers that it comes to. Which of the
quantities these are of, and of what kind, no word needs to say: that is for the judge, who knows what they can be.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import is_literal
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role, bare
from gradbook.written.lexing.words.people import is_given_name
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS, parts
from gradbook.written.parsing.ledger.items import CHANGES, STROKE, Item, figures_of
from gradbook.written.parsing.ledger.kinds import SLOPES, kind_of
from gradbook.written.parsing.ledger.lines import Line
from gradbook.written.parsing.ledger.pieces import Piece, Quantity

_ENDS = (SENTENCE_ENDS - {"item"}) | {STROKE}
_PARTS = frozenset({"comma", "wide", "row"})
_OPENS, _CLOSES = frozenset({"open", "group"}), frozenset({"close", "end"})
_OPERATES = frozenset({"op", "fn", "sqrt", "frac"})
_LABELS = frozenset({"rel", "num", "sep", "close", "end"})
_AGAINST = frozenset({"!=", "struck"})
_JOINING = frozenset({Role.ARTICLE, Role.OF})
_EITHER = (Role.HEDGE, Role.LINK, Role.OTHERWISE)
_ARROW = regex("->|<-|[→←⟶⟵➔]")
_RATIO = ("quantity", ("op", "/"), "quantity")
_FEW = 2  # tellings of a sentence, all of whose words are about them


class Telling(NamedTuple):
    """What a part of a sentence tells.

    Attributes:
        item: the quantities that it names, the likeliest first, and its numbers, those in brackets first.
        kind: of what kind of quantity its words speak.
        words: those of this part of the sentence, outside brackets, and before it from the last number on.
        aside: what the words in brackets do.
        framed: whether words stand before or behind both the first name and the last number: they may be about both.
    """

    item: Item
    kind: str
    words: tuple[Token, ...]
    aside: frozenset[Role | None]
    framed: bool


class Sentence(NamedTuple):
    """A sentence.

    Attributes:
        told: what it tells.
        names: the quantities in it.
        words: all of it.
        numbered: whether it has a number.
        asks: whether it asks, compares, strikes out or names somebody.
    """

    told: list[Telling]
    names: frozenset[Quantity]
    words: tuple[Token, ...]
    numbered: bool
    asks: bool

    @property
    def roles(self) -> frozenset[Role | None]:
        """What its words do."""
        return frozenset(word.role for word in self.words)


def sentences_of(line: Line, lexicon: Lexicon, source: str) -> Iterator[Sentence]:
    """Yield the sentences of a line.

    Args:
        line: of the answer; of a row of a table, what stands before the first name is its number.
        lexicon: the exercise's.
        source: the answer.
    """
    pieces = list(_with_names(line.pieces, lexicon, source))
    if line.tabled:
        pieces = pieces[next((at for at, piece in enumerate(pieces) if piece.node is not None), 0) :]
    for begin, stop in parts(pieces, _ENDS):
        sentence = pieces[begin:stop]
        if len(sentence) > 1 and sentence[0].kind in _OPENS and sentence[-1].kind in _CLOSES:
            sentence = sentence[1:-1]
        if not sentence:
            continue
        words = tuple(piece.tokens[0] for piece in sentence if piece.kind == "word")
        told = [one for part in _segments(sentence) for one in _told(part, sentence, lexicon)]
        if len(told) <= _FEW:
            told = [one._replace(kind=one.kind or kind_of(words)) for one in told]
        marked = any(piece.kind == "cmp" or (piece.node is None and piece.text in _AGAINST) for piece in sentence)
        named = any(is_given_name(source[word.start : word.end]) for word in words)
        first, last = sentence[0].start, sentence[-1].end
        asks = "?" in source[first:last] or source[last:].lstrip(" )*_").startswith("?")
        names = frozenset(piece.node for piece in sentence if piece.node is not None)
        numbered = any(piece.kind == "num" for piece in sentence)
        yield Sentence(told, names, words, numbered, asks or marked or named)


def _with_names(pieces: Sequence[Piece], lexicon: Lexicon, source: str) -> Iterator[Piece]:
    """Yield the pieces of a line, with quantities in capitals, in records of gradients, in ratios and behind arrows."""
    dashed = len(pieces) > 1 and (pieces[0].kind, pieces[0].text) == ("op", "-") and pieces[0].end < pieces[1].start
    at = 1 if dashed else 0  # a list's, but not that of a line which a diff takes out
    while at < len(pieces):
        piece, of = pieces[at], pieces[at : at + 3]
        if by := _slope(of, lexicon):
            yield Piece("quantity", [token for one in of for token in one.tokens], Derivative(lexicon.output, by))
            at += len(of)
            continue
        at += 1
        touched = at < len(pieces) and pieces[at].start == piece.end
        if touched and pieces[at].kind == "num" and piece.kind in ("quantity", "name", "bad"):
            yield Piece("bad", [*piece.tokens, *pieces[at].tokens])  # a cell: B2
            at += 1
        elif piece.kind == "word" and of[1:2] and of[1].kind == "rel" and (name := lexicon.name(piece.text)):
            yield Piece("quantity", piece.tokens, Symbol(name))  # s is 3, where s may be a word
        elif piece.kind in ("name", "bad") and (like := lexicon.like(piece.text) or lexicon.name(piece.text.lower())):
            yield Piece("quantity", piece.tokens, Symbol(like))
        elif isinstance(piece.node, Derivative) and _ARROW.search(source, piece.start, piece.end):
            yield piece._replace(node=Symbol(piece.node.by))  # v → b, of a way
        else:
            yield piece


def _slope(pieces: Sequence[Piece], lexicon: Lexicon) -> str:
    """Return the name of which three pieces name the gradient: "grad.w", "L/w"."""
    if len(pieces) < len(_RATIO) or any(one.end != behind.start for one, behind in pairwise(pieces)):
        return ""
    of, sign, name = pieces
    recorded = of.kind == "word" and kind_of(of.tokens) == SLOPES and (sign.kind, sign.text) == ("sep", "stop")
    ratio = of.node == Symbol(lexicon.output) and (sign.kind, sign.text) == _RATIO[1]
    return name.node.name if isinstance(name.node, Symbol) and (recorded or ratio) else ""


def _segments(sentence: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Yield the parts of a sentence that tell one thing each: names, and then numbers up to the next name."""
    apart = [(start, end) for start, end in _brackets(sentence) if _states(sentence[start + 1 : end])]
    yield from (sentence[start + 1 : end] for start, end in apart)
    free = [piece for at, piece in enumerate(sentence) if not any(start <= at <= end for start, end in apart)]
    spans = list(parts(free, _PARTS))
    if not all(_tells(free[start:end]) for start, end in spans):
        spans = [(0, len(free))]
    for start, end in spans:
        yield from (free[start + first : start + last] for first, last in _split(free[start:end]))


def _brackets(sentence: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Yield where each bracket opens and closes that is in no other."""
    depth = opens = 0
    for at, piece in enumerate(sentence):
        if piece.kind in _OPENS:
            opens = opens if depth else at
            depth += 1
        elif piece.kind in _CLOSES and depth:
            depth -= 1
            if not depth:
                yield opens, at


def _states(part: Sequence[Piece]) -> bool:
    """Whether a bracket begins with a quantity and says what it is: "(df/dp = 6.75)"."""
    return len(part) > 1 and part[0].node is not None and part[1].kind == "rel" and _tells(part)


def _tells(part: Sequence[Piece]) -> bool:
    return any(piece.node is not None for piece in part) and any(piece.kind == "num" for piece in part)


def _split(part: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Yield what begins with each name behind a number that an earlier name has."""
    starts, depth = [0], 0
    named = numbered = False
    for at, piece in enumerate(part):
        depth += (piece.kind in _OPENS) - (piece.kind in _CLOSES)
        if piece.kind == "num" and depth <= 0:
            numbered = True
        elif piece.node is not None and not _is_operand(part, at):
            if named and numbered and depth <= 0 and any(one.kind == "num" for one in part[at + 1 :]):
                starts.append(at)
                numbered = False
            named = True
    yield from pairwise([*starts, len(part)])


def _told(part: Sequence[Piece], sentence: Sequence[Piece], lexicon: Lexicon) -> Iterator[Telling]:
    """Yield what a part of a sentence tells, if anything."""
    free = [at for at, piece in enumerate(part) if piece.node is not None and not _is_taken(part, at)]
    named = [at for at in free if not _is_operand(part, at)] or free  # w+ = 3
    if (
        not named
        or _is_range(part)
        or _is_put_right(part)
        or any(piece.kind == "rel" and piece.text in CHANGES for piece in part)
    ):
        return
    sides = [Piece("word", piece.tokens) if at in named else piece for at, piece in enumerate(part)]
    outside = _outside(sides)
    told = tuple(figures_of(outside, lexicon))
    inside = tuple(figures_of([piece for piece in sides if piece not in outside], lexicon))
    counted = [one for one in told if one.start > part[named[0]].start or not is_literal(one.node)]  # no row's number
    if figures := (*inside, *(counted or told)):  # a remark comes to nothing
        words = [piece.tokens[0] for piece in outside if _is_word(piece)]
        quantities = {part[at].start for at in named}
        before = _words_before(sentence, part[0].start)
        names = tuple(dict.fromkeys(node for at in _about(part, named) if (node := part[at].node)))
        words_of = (*before, *(word for word in words if word.start not in quantities))
        aside = frozenset(piece.tokens[0].role for piece in sides if piece not in outside and piece.kind == "word")
        name, number = part[named[0]].start, figures[-1].end
        about = [word for word in words_of if not min(name, number) <= word.start < max(name, number)]
        framed = len(about) > 1 or any(word.start > name for word in about)  # "length l: 0.5 · 2 = 1"
        item = Item(names, figures, part[0].start, part[-1].end)
        yield Telling(item, kind_of(words), words_of, aside, framed)


def _about(part: Sequence[Piece], named: Sequence[int]) -> list[int]:
    """Return where the quantity stands that a part of a sentence is likeliest about, and those joined to it."""
    likeliest = min(named, key=lambda at: (_rank(part, at), -at if _rank(part, at) == 0 else at))
    found = [likeliest]
    for row in (named[named.index(likeliest) + 1 :], named[: named.index(likeliest)][::-1]):
        for at in row:
            near = min(found, key=lambda other: abs(other - at))
            first, last = sorted((at, near))
            if not all(map(_joins, part[first + 1 : last])):
                break
            found.append(at)
    return found


def _joins(piece: Piece) -> bool:
    """Whether a sign or a word joins two quantities of which the same is told."""
    if piece.kind == "word":
        return bare(piece.text) in AND or piece.tokens[0].role in _JOINING
    return piece.kind == "rel" or (piece.kind == "sep" and piece.text in ("comma", "soft"))


def _words_before(sentence: Sequence[Piece], place: int) -> list[Token]:
    """Return the words before a part of a sentence, from the last number on that stands before it."""
    before = [piece for piece in _outside(sentence) if piece.start < place]
    number = next((at for at in range(len(before) - 1, -1, -1) if before[at].kind == "num"), -1)
    return [piece.tokens[0] for piece in before[number + 1 :] if _is_word(piece)]


def _is_word(piece: Piece) -> bool:
    return piece.kind == "word" or (piece.kind == "bad" and len(piece.tokens) == 1 and piece.text.isalpha())


def _rank(part: Sequence[Piece], at: int) -> int:
    """Return how unlikely a part of a sentence is about a quantity: a letter may be a word, as the Spanish "y".

    The last of several that arrows join is likelier than those that the way leads over: "v → b: -0.5".
    """
    node: Quantity | None = part[at].node
    if not isinstance(node, Symbol):
        return 0
    behind = part[at + 1] if at + 1 < len(part) else None
    if behind is None or behind.kind not in _LABELS:
        return 2 if len(node.name) == 1 else 1
    leads = (behind.kind, behind.text) == ("sep", "arrow") and at + 2 < len(part) and part[at + 2].node is not None
    return 2 if leads else 1


def _is_range(part: Sequence[Piece]) -> bool:
    """Whether two numbers are joined by a word: "between -1 and 1", "3 or 4"."""
    plain = [piece for piece in part if piece.kind != "op"]
    return any(
        (first.kind, word.kind, second.kind) == ("num", "word", "num")
        and (bare(word.text) in AND or word.tokens[0].role in _EITHER)
        for first, word, second in zip(plain, plain[1:], plain[2:], strict=False)
    )


def _is_put_right(part: Sequence[Piece]) -> bool:
    """Whether another number stands in a bracket right behind one: "3 (mine is 4)"."""
    for opens, closes in _brackets(part):
        inside = [piece.kind for piece in part[opens + 1 : closes]]
        if opens and part[opens - 1].kind == "num" and inside.count("num") == 1 and "op" not in inside[1:]:
            return True
    return False


def _is_operand(part: Sequence[Piece], at: int) -> bool:
    """Whether something is done with the quantity at a place."""
    if _is_taken(part, at):
        return True
    behind = part[at + 1 : at + 3]
    if not behind or behind[0].kind != "op":
        return False
    signed = behind[0].text == "-" and len(behind) > 1 and behind[1].kind == "num" and behind[0].end == behind[1].start
    return not (signed and part[at].end < behind[0].start)  # "a -1.2"


def _is_taken(part: Sequence[Piece], at: int) -> bool:
    """Whether a sign or a number before a quantity makes something else of it: "2 dL/dw"."""
    return at > 0 and part[at - 1].kind in (*_OPERATES, "num")


def _outside(part: Sequence[Piece]) -> list[Piece]:
    """Return what stands outside the brackets behind names, numbers and words, which hold remarks."""
    found: list[Piece] = []
    depth = 0
    for piece in part:
        if piece.kind in _OPENS and (depth or (found and found[-1].kind not in _OPERATES)):
            depth += 1
        if not depth:
            found.append(piece)
        if piece.kind in _CLOSES and depth:
            depth -= 1
    return found
