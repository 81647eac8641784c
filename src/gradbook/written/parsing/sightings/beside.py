"""Beside: the quantities that a number may be of by where it stands, in a line or in a drawing.

    x [-0.4] (0.921) --+        w1: g*x1 = -3.2  |  b: g = -1.6        grads: x -0.5, y -0.5

A number may be of the quantity that is named last before it, with no other number between but such as stand beside the
same name; or of the one that its part of the line begins with. What it is of it, a value or a gradient, nobody says.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gradbook.graph.expression import Number, Symbol
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS
from gradbook.written.parsing.sightings.kinds import AFTER, SLOPES, VALUES, adds_nothing, kind_at, kind_of

_PARTS = SENTENCE_ENDS | {"comma", "wide", "row"}
_BETWEEN = frozenset({"open", "close", "group", "end", "sep", "rel", "bar"})
_OPERATES = frozenset({"op", "name", "fn", "der", "sqrt", "frac"})
_BEFORE_NAME = frozenset({"sep", "open", "close", "rel", "bar"})
_CALCULATES = frozenset({"num", "op", "open", "close", "rel"})
_MARKS = frozenset("#№:%°€")
_STROKES = frozenset({"op", "bad", "bar"})
_DRAWN = ("--", "-+", "+-", "\\", "──")


class Beside(NamedTuple):
    """A number beside a name.

    Attributes:
        node: the quantity that is named.
        number: the number, with its sign.
        start, end: where both stand in the source.
        at: where the number stands, with its sign.
        kind: of what kind of quantity the line speaks there.
    """

    node: Symbol
    number: Number
    start: int
    end: int
    at: int
    kind: str


def beside(line: Sequence[Token], source: str) -> Iterator[Beside]:
    """Yield the numbers of a line with the quantities that they may be of."""
    tokens = undrawn(line, source)
    owners: dict[int, Token] = {}  # the name that a number stands beside, by the number's place
    for at, token in enumerate(tokens):
        if token.kind != "num":
            continue
        signed = at > 0 and tokens[at - 1].text == "-" and tokens[at - 1].end == token.start
        first = at - signed
        if (
            _is_operand(tokens, first, at)
            or not _ends(tokens, at + 1)
            or _is_marked(source, tokens[first].start, token)
        ):
            continue
        nearest, head = _nearest(tokens, first, owners), _head(tokens, first)
        if nearest is not None:
            owners[at] = nearest
        for name in {one.start: one for one in (nearest, head) if one is not None}.values():
            if isinstance(name.node, Symbol):
                number = Number(-token.value if signed else token.value)
                yield Beside(name.node, number, name.start, token.end, tokens[first].start, kind_at(tokens, first))


def undrawn(line: Sequence[Token], source: str) -> list[Token]:
    """Return the tokens of a line without the strokes of a drawing."""
    return [token for token in line if not (token.edge or is_drawn(token, source))]


def is_drawn(token: Token, source: str) -> bool:
    r"""Whether a sign is no operator but part of a drawing: "--+", "---\\"."""
    if token.kind not in _STROKES:
        return False
    around = re.sub(r"\\\w", "", source[max(0, token.start - 1) : token.start + 2])  # no command of LaTeX
    return any(stroke in around for stroke in _DRAWN)


def _is_marked(source: str, start: int, number: Token) -> bool:
    """Whether a sign at a number makes something else of it: "#204", "204:30"."""
    return source[start - 1 : start] in _MARKS or source[number.end : number.end + 1] in _MARKS


def _is_operand(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether something is done with the number between two places."""
    before, behind = first - 1, at + 1
    while before >= 0 and tokens[before].kind in ("open", "group"):
        before -= 1
    while behind < len(tokens) and tokens[behind].kind in ("close", "end"):
        behind += 1
    led = before >= 0 and tokens[before].kind in ("op", "fn", "num")
    return led or (behind < len(tokens) and tokens[behind].kind in _OPERATES)


def _ends(tokens: Sequence[Token], behind: int) -> bool:
    """Whether nothing that may add to a number follows it in its part of the line: "-3 in total", "(2, 3)", "6  2p"."""
    for place in range(behind, len(tokens)):
        token = tokens[place]
        if token.kind == "sep" and token.text in ("comma", "arrow"):
            listed = tokens[place + 1 : place + 3]
            return not (listed and (listed[0].kind == "num" or [t.kind for t in listed] == ["op", "num"]))
        if token.kind == "open":
            return _adds_nothing_in_brackets(tokens, place)
        if token.kind in ("sep", "name") or (token.kind == "rel" and place > behind):
            return token.text != "colon"
        if token.kind != "close" and not adds_nothing(token):
            return False
    return True


def _adds_nothing_in_brackets(tokens: Sequence[Token], opens: int) -> bool:
    """Whether a bracket holds a number beside the one before it, or says of what kind that is: "[3] (-4)"."""
    closes = next((n for n in range(opens, len(tokens)) if tokens[n].kind == "close"), len(tokens))
    inside = tokens[opens + 1 : closes]
    signed = inside[1:] if inside and inside[0].text == "-" else inside
    return all(map(adds_nothing, inside)) or [token.kind for token in signed] == ["num"]


def _nearest(tokens: Sequence[Token], first: int, owners: dict[int, Token]) -> Token | None:
    """Return the name before a number, with no other number between but such as stand beside the same name."""
    for place in range(first - 1, -1, -1):
        token = tokens[place]
        if token.kind == "name":
            return token if is_alone(tokens, place) and not _is_led(tokens, place) else None
        if token.kind == "num":
            counted = kind_of(t for t in tokens[place:first] if t.kind == "word") == AFTER  # "w after 2 steps"
            return None if counted else owners.get(place)
        if token.kind == "rel" and not _labels(tokens, place):
            return None
        if adds_nothing(token):
            continue
        if token.kind not in _BETWEEN or (token.kind == "sep" and token.text in SENTENCE_ENDS - {"item"}):
            return None
    return None


def _is_led(tokens: Sequence[Token], at: int) -> bool:
    """Whether words before a name in its part of the line may speak of something else: "a change in z of 0.9"."""
    start = next((n + 1 for n in range(at - 1, -1, -1) if tokens[n].kind == "sep"), 0)
    return any(token.kind == "word" and not adds_nothing(token) for token in tokens[start:at])


def _labels(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sign stands behind a label, "data=", or is an arrow; an equation is read elsewhere, or is not so."""
    return tokens[at].text == "<-" or (at > 0 and kind_of(tokens[at - 1 : at]) in (SLOPES, VALUES))


def _head(tokens: Sequence[Token], first: int) -> Token | None:
    """Return the name in the part of a line that a number ends, a colon or an arrow and a calculation behind it."""
    start = next((n + 1 for n in range(first - 1, -1, -1) if _parts(tokens[n])), 0)
    if any(token.kind == "word" and not adds_nothing(token) for token in tokens[start:first]):
        return None
    names = [place for place in range(start, first - 1) if tokens[place].kind == "name"]
    if not names or not is_alone(tokens, names[-1]) or tokens[names[-1] + 1].text not in ("colon", "arrow", "<-"):
        return None
    worked_out = all(token.kind in _CALCULATES for token in tokens[names[-1] + 2 : first])
    return tokens[names[-1]] if worked_out else None


def is_alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name is no operand, not what is differentiated, and called with nothing: not y of dL/dy, or y(2)."""
    before = tokens[at - 1] if at else None
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    led = before is not None and not (before.kind in _BEFORE_NAME or adds_nothing(before))
    further = tokens[at - 2] if at > 1 else None
    if further is not None and before is not None and not led:
        applied = before.kind == "open" and further.end == before.start and further.kind in ("word", "fn", "bad")
        led = applied or (before.text == "colon" and further.kind == "name")  # "len(w)", "w: x: 3"
    if behind is None:
        return not led
    called = behind.text == "(" and behind.start == tokens[at].end
    return not (led or called or (behind.kind == "op" and behind.text == "^"))


def _parts(token: Token) -> bool:
    return token.kind == "sep" and token.text in _PARTS
