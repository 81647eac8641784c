r"""The order of entries, where an answer says another than the one in which they are read.

Gradient with respect to (w2, w1): (42, 70)         dL/dw = (42, 70), in reverse order
∇L = (42, 70), first w2, then w1                    order of the parameters: w2, w1
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.notation import plain
from gradbook.written.parsing.equations.statements import Statement

_OTHERWISE = regex(
    r"\b(?:in (?:reverse|descending|the other|opposite) order|reversed? order|in reverse\b"
    r"|(?:listed|written|ordered|sorted) backwards|from bottom to top"
    r"|last (?:weight|entry|one) first|umgekehrte[rn]? reihenfolge|ordre inverse|orden inverso|ordem inversa"
    r"|ordine inverso)|逆序|倒序|逆順",
    re.IGNORECASE,
)
_SORTED = regex(
    r"\b(?:order(?:ed|ing)?|reihenfolge|ordre|orden|ordem|ordine|sorted)\b|顺序|順序|順番|순서", re.IGNORECASE
)
_ORDER = regex(rf"{_SORTED.pattern}|\b(?:first|zuerst|for|top)\b", re.IGNORECASE)
_FIRST = regex(r"\b(?:first|on top|top entry|zuerst|oben)\b", re.IGNORECASE)
_BESIDE = 24  # letters between "first" and the entry that is
_BEFORE, _BEHIND = 120, 160  # letters around a vector
_NEAR = 40  # letters between a word for an order and the entries
_DISPUTED = "another order"


def in_order(statements: list[Statement], source: str) -> list[Statement]:
    """Return statements, the entries of a vector in doubt where its order is said to be another."""
    vectors: dict[tuple[int, int], dict[str, None]] = defaultdict(dict)
    for one in statements:
        if name := _entry(one.members[0].node):
            vectors[_place(one)][name] = None
    doubted = {place for place, names in vectors.items() if len(names) > 1 and _is_turned(source, place, names)}
    return [replace(one, doubt=one.doubt or _DISPUTED) if _place(one) in doubted else one for one in statements]


def _place(statement: Statement) -> tuple[int, int]:
    head = statement.members[0]
    return head.start, head.end


def _entry(node: Node | None) -> str:
    """Return the name that an entry has, or by which it is a slope."""
    match node:
        case Derivative(_, name) | Symbol(name) | New(name):
            return name
    return ""


def _is_turned(source: str, place: tuple[int, int], names: Iterable[str]) -> bool:
    """Whether an answer says that the entries of a vector stand in another order than their names do here."""
    start, end = place
    paragraph = source[end : end + _BEHIND].split("\n\n")
    behind = paragraph[0] + (paragraph[1] if len(paragraph) > 1 and _SORTED.search(paragraph[1]) else "")
    if _OTHERWISE.search(behind):
        return True
    calls = [regex(rf"(?<![^\W_]){re.escape(_short(name))}(?!\w)") for name in names]
    if _turned(_short(source[start:end]), calls):
        return True
    for text in (source[max(0, start - _BEFORE) : start], behind):
        for told in _ORDER.finditer(text):
            if _turned(_short(text[told.start() : told.end() + _NEAR].split("=")[0]), calls):
                return True
    firsts = (_short(behind[max(0, told.start() - _BESIDE) : told.end() + _BESIDE]) for told in _FIRST.finditer(behind))
    return any(any(call.search(text) for call in calls[1:]) and not calls[0].search(text) for text in firsts)


def _short(text: str) -> str:
    """Return a text with its names as short as they can be: w_{1} and w₁ as w1."""
    return re.sub(r"[^\s,;()\[\]]+", lambda word: plain(word.group().strip("$")), text)


def _turned(text: str, calls: Iterable[re.Pattern[str]]) -> bool:
    """Whether a text names entries, the later ones first."""
    places = [found.start() for found in (call.search(text) for call in calls) if found]
    return places != sorted(places)
