"""Tellings: what the parts of a sentence say of quantities in words, each with the number that it comes to.

    z gets the other thing in the times so 1.5        1.2 x 0.5 gives me an area of 0.6        a q le corresponde 3

A telling is a part of a sentence with the quantities that it names and the numbers that it comes to. Which of the
quantities these are of, and of what kind, no word needs to say: that is for the judge, who knows what they can be.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gradbook.graph.expression import Symbol
from gradbook.written.expression import is_literal
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role, bare
from gradbook.written.parsing.grammar.edges import parts
from gradbook.written.parsing.ledger.items import CHANGES, Item, figures_of
from gradbook.written.parsing.ledger.kinds import kind_of
from gradbook.written.parsing.ledger.pieces import Piece, Quantity

OPENS, CLOSES = frozenset({"open", "group"}), frozenset({"close", "end"})
_PARTS = frozenset({"comma", "wide", "row"})
_OPERATES = frozenset({"op", "fn", "sqrt", "frac"})
_LABELS = frozenset({"rel", "num", "sep", "close", "end"})
_JOINING = frozenset({Role.ARTICLE, Role.OF})
_EITHER = (Role.HEDGE, Role.LINK, Role.OTHERWISE)


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


def tellings_of(sentence: Sequence[Piece], lexicon: Lexicon) -> Iterator[Telling]:
    """Yield what the parts of a sentence tell, those in brackets first."""
    free = _outside(sentence)
    for part in _segments(sentence):
        before = [piece for piece in free if piece.start < part[0].start] if part else []
        yield from _told(part, before, lexicon)


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
        if piece.kind in OPENS:
            opens = opens if depth else at
            depth += 1
        elif piece.kind in CLOSES and depth:
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
    last = max((at for at, piece in enumerate(part) if piece.kind == "num"), default=0)
    named = numbered = False
    for at, piece in enumerate(part):
        depth += (piece.kind in OPENS) - (piece.kind in CLOSES)
        if piece.kind == "num" and depth <= 0:
            numbered = True
        elif piece.node is not None and not _is_operand(part, at):
            if named and numbered and depth <= 0 and at < last:
                starts.append(at)
                numbered = False
            named = True
    yield from pairwise([*starts, len(part)])


def _told(part: Sequence[Piece], before: Sequence[Piece], lexicon: Lexicon) -> Iterator[Telling]:
    """Yield what a part of a sentence tells, if anything.

    Args:
        part: of a sentence.
        before: what stands before it, outside brackets.
        lexicon: the exercise's.
    """
    named = _named(part)
    if not named or _is_range(part) or _is_put_right(part) or any(map(_changes, part)):
        return
    sides = [Piece("word", piece.tokens) if at in named else piece for at, piece in enumerate(part)]
    outside = _outside(sides)
    held = {piece.start for piece in outside}
    inside = [piece for piece in sides if piece.start not in held]
    told, first = tuple(figures_of(outside, lexicon)), part[named[0]].start
    counted = tuple(one for one in told if one.start > first or not is_literal(one.node))  # no row's number
    figures = (*figures_of(inside, lexicon), *(counted or told))  # a remark comes to nothing
    if figures:
        own = [piece.tokens[0] for piece in outside if _is_word(piece)]
        quantities = {part[at].start for at in named}
        words = (*_words_behind_number(before), *(word for word in own if word.start not in quantities))
        names = tuple(dict.fromkeys(node for at in _about(part, named) if (node := part[at].node)))
        aside = frozenset(piece.tokens[0].role for piece in inside if piece.kind == "word")
        item = Item(names, figures, part[0].start, part[-1].end)
        yield Telling(item, kind_of(own), words, aside, _is_framed(words, first, figures[-1].end))


def _named(part: Sequence[Piece]) -> list[int]:
    """Return where quantities stand with which nothing is done, or at least nothing before them: "w+ = 3"."""
    free = [at for at, piece in enumerate(part) if piece.node is not None and not _is_taken(part, at)]
    return [at for at in free if not _is_operand(part, at)] or free


def _changes(piece: Piece) -> bool:
    return piece.kind == "rel" and piece.text in CHANGES


def _is_framed(words: Sequence[Token], name: int, number: int) -> bool:
    """Whether words stand around both a name and a number; one may stand before both: "length l: 0.5 · 2 = 1"."""
    around = [word for word in words if not min(name, number) <= word.start < max(name, number)]
    return len(around) > 1 or any(word.start > name for word in around)


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


def _words_behind_number(pieces: Sequence[Piece]) -> list[Token]:
    """Return the words from the last number on."""
    number = next((at for at in range(len(pieces) - 1, -1, -1) if pieces[at].kind == "num"), -1)
    return [piece.tokens[0] for piece in pieces[number + 1 :] if _is_word(piece)]


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
        if piece.kind in OPENS and (depth or (found and found[-1].kind not in _OPERATES)):
            depth += 1
        if not depth:
            found.append(piece)
        if piece.kind in CLOSES and depth:
            depth -= 1
    return found
