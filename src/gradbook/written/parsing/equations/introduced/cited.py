"""Results cited by their number: "⑥ dL/dw = ⑤ · x", "(7) dL/dw = (6)*x = 0.6682*1.25".

A number in round brackets is cited only where the result of its line stands in what follows: (2)(3) = 6 is a product.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.grammar.edges import last_seen, seen
from gradbook.written.parsing.grammar.parser import quantity

_LABEL = re.compile(r"^[ \t>*_-]{0,8}(?:\((\d{1,2})\)|([①-⑳]))", re.MULTILINE)
_CIRCLED = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_HEAD = 24  # tokens of what a line is of
_FEWEST = 2  # lines that are numbered
_BEHIND = 24  # tokens of what follows


class _Line(NamedTuple):
    """What a numbered line is of, the place of the next numbered one, and the last number in it."""

    node: Node
    end: int
    result: float | None


def with_cited(tokens: list[Token], source: str, lexicon: Lexicon) -> list[Token]:
    """Return the tokens, numbers of lines as the quantities of these lines."""
    labels = list(_LABEL.finditer(source))
    if len(labels) < _FEWEST:
        return tokens
    ends = [label.start() for label in labels[1:]] + [len(source)]
    lines: dict[str, _Line] = {}
    for label, end in zip(labels, ends, strict=True):
        inside = [token for token in tokens if label.end() <= token.start < end]
        sign = next((at for at, token in enumerate(inside[:_HEAD]) if token.kind == "rel"), 0)
        node = quantity([token for token in inside[:sign] if not token.edge], lexicon) if sign else None
        if node is not None:
            numbers = [abs(token.value) for token in inside[sign:] if token.kind == "num"]
            lines[label[1] or label[2]] = _Line(node, end, numbers[-1] if numbers else None)
    return _replaced(tokens, lines) if lines else tokens


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
