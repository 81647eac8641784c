"""Results cited by their number: "⑥ dL/dw = ⑤ · x", "(7) dL/dw = (6)*x = 0.6682*1.25", "dL/dw = (1) + (2) = 6".

A number in round brackets is cited only where the result of its line stands in what follows: (2)(3) = 6 is a product;
or where a whole side is a sum of such numbers, which stand behind equations above it.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from gradbook.core.text.patterns import regex
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.grammar.edges import last_seen, seen, sides_of
from gradbook.written.parsing.grammar.parser import quantity

_LABEL = regex(r"^[ \t>*_-]{0,8}(?:\((\d{1,2})\)|([①-⑳]))", re.MULTILINE)
_TAG = regex(r"\\tag\*?\{\(?(\d{1,2})\)?\}|(?<=[\s$.,])\((\d{1,2})\)[ \t]*(?:\$\$|\\\\|\\\])?[ \t]*$", re.MULTILINE)
_CIRCLED = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_HEAD = 24  # tokens of what a line is of
_FEWEST = 2  # lines that are numbered
_BEHIND = 24  # tokens of what follows
_PARTING = frozenset({"stop", "line", "block", "item", "heading", "wide"})


class _Line(NamedTuple):
    """What a numbered line is of, the place of the next numbered one, and the last number in it."""

    node: Node
    end: int
    result: float | None


def with_cited(tokens: list[Token], source: str, lexicon: Lexicon) -> list[Token]:
    """Return the tokens, numbers of lines as the quantities of these lines."""
    labels = list(_LABEL.finditer(source))
    if len(labels) < _FEWEST:
        tagged = _tagged(tokens, source, lexicon) if ")" in source or "\\tag" in source else {}
        return _summed(tokens, tagged) if len(tagged) >= _FEWEST else tokens
    ends = [label.start() for label in labels[1:]] + [len(source)]
    lines: dict[str, _Line] = {}
    for label, end in zip(labels, ends, strict=True):
        inside = [token for token in tokens if label.end() <= token.start < end]
        node = _last_told(inside, lexicon)
        if node is not None:
            numbers = [abs(token.value) for token in inside if token.kind == "num"]
            lines[label[1] or label[2]] = _Line(node, end, numbers[-1] if numbers else None)
    return _replaced(tokens, lines) if lines else tokens


def _last_told(line: Sequence[Token], lexicon: Lexicon) -> Node | None:
    """Return what the last equation of a line is of: "σ' = h(1 - h) = 0.23, so dL/dz = ③ · 0.23 = 0.47"."""
    heads = [0, *(at + 1 for at, token in enumerate(line) if token.kind == "word" or _parts(token))]
    for start in reversed(heads):
        sign = next((at for at in range(start, min(len(line), start + _HEAD)) if line[at].kind == "rel"), start)
        node = quantity([token for token in line[start:sign] if not token.edge], lexicon) if sign > start else None
        if node is not None:
            return node
    return None


def _parts(token: Token) -> bool:
    return token.kind == "sep" and token.text in ("comma", "stop", "colon")


def _tagged(tokens: list[Token], source: str, lexicon: Lexicon) -> dict[str, _Line]:
    """Return what the equations are of behind which numbers stand, each number once."""
    found: dict[str, _Line] = {}
    begin = 0
    for tag in _TAG.finditer(source):
        number = tag[1] or tag[2]
        inside = [token for token in tokens if begin <= token.start < tag.start()]
        begin = tag.end()
        first = max(
            (at for at, token in enumerate(inside) if token.kind == "sep" and token.text in _PARTING), default=-1
        )
        head, *_ = sides_of(inside[first + 1 :])
        node = quantity([token for token in head if not token.edge], lexicon) if len(head) <= _HEAD else None
        if node is None or number in found:
            return {}
        found[number] = _Line(node, tag.end(), None)
    return found


def _summed(tokens: list[Token], lines: dict[str, _Line]) -> list[Token]:
    """Return the tokens, sides that are nothing but such numbers as sums of what their equations are of."""
    found, at = [*tokens], 0
    while at < len(found):
        if found[at].kind != "rel":
            at += 1
            continue
        place, terms = at + 1, []
        while (end := _bracketed(found, place)) and (line := lines.get(found[place + 1].text)):
            if line.end > found[place].start:
                break
            terms.append((place, end, line.node))
            place = end
            if found[end : end + 1] == [] or found[end].kind != "op" or found[end].text not in ("+", "-"):
                break
            place += 1
        whole = (
            len(terms) > 1 and terms[-1][1] == place and (place == len(found) or found[place].kind in ("rel", "sep"))
        )
        for start, end, node in reversed(terms) if whole else ():
            number = found[start + 1]
            found[start:end] = [Token("name", f"({number.text})", found[start].start, found[end - 1].end, node)]
        at += 1
    return found


def _replaced(tokens: list[Token], lines: dict[str, _Line]) -> list[Token]:
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        line = lines.get(token.text) if token.text in _CIRCLED else None
        if line and line.end <= token.start:
            found.append(Token("name", token.text, token.start, token.end, line.node))
            at += 1
            continue
        end = _bracketed(tokens, at)
        line = lines.get(tokens[at + 1].text) if end else None
        if line and line.end <= token.start and _follows(tokens, end, line.result) and _operates(tokens, at, end):
            found.append(Token("name", f"({tokens[at + 1].text})", token.start, tokens[end - 1].end, line.node))
            at = end
            continue
        found.append(token)
        at += 1
    return found


def _bracketed(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind a number alone in brackets; 0 where none stands at a place."""
    kinds = [token.kind for token in tokens[at : at + 3]]
    return at + 3 if kinds == ["open", "num", "close"] and tokens[at].text == "(" else 0


def _operates(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a sign of multiplication stands beside brackets."""
    before, behind = last_seen(tokens, at), seen(tokens, end)
    beside = [tokens[place] for place in (before, behind) if 0 <= place < len(tokens)]
    return any(token.kind == "op" and token.text == "*" for token in beside)


def _follows(tokens: Sequence[Token], at: int, result: float | None) -> bool:
    """Whether a number stands in a side that follows, up to the end of the equation."""
    related = False
    for token in tokens[at : at + _BEHIND]:
        related = related or token.kind == "rel"
        if related and token.kind == "num" and abs(token.value) == result:
            return True
        if token.kind == "sep" and token.text in ("stop", "block", "item", "heading"):
            return False
    return False
