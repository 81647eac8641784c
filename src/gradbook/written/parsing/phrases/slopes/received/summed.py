"""Sums over paths: what a gradient gets on each of its ways and what they come to, told in words.

    df/dx: two ways, via q: 1*2 = 2, direct: 4, total 6

A line is read so where its numbers before the total come to it, as they are rounded, whatever they are.
"""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gradbook.graph.expression import Derivative
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import UNKNOWN, Role, bare, bare_words
from gradbook.written.lexing.words.lists.prepositions import DIRECT, THROUGH
from gradbook.written.parsing.grammar.brackets import matches
from gradbook.written.parsing.grammar.edges import lines, past_number, seen
from gradbook.written.parsing.grammar.parser import quantity, worked_out
from gradbook.written.parsing.phrases.slopes.received.totals import SHARES, TOTALS

_WAYS = (
    DIRECT
    | THROUGH
    | SHARES
    | bare_words(
        "both twice double zweimal deux fois veces vezes volte dwa razy дважды twee keer iki kez 两次 두 번 二回 två "
        "gånger cesty cestu út drumuri δρόμοι đường jalur шляхи шлях raste njia kupitia lewat qua vägar vägen veier "
        "yol üzerinden 路径 경로 통해 経路"
    )
)
_AGAINST = frozenset({
    Role.DENIAL, Role.NEGATION, Role.HEDGE, Role.RETRACTION, Role.OTHERS, Role.CONDITION, Role.SUPPOSITION,
    Role.AGAINST, Role.EXAMPLE,
})  # fmt: skip
_OF_OTHERS = frozenset({Role.OLD, Role.LOCAL, Role.UPSTREAM, Role.BEFORE})  # "old total 16"
_FORMULA = frozenset(
    {"num", "op", "rel", "open", "close", "name", "fn", "diff", "der", "frac", "end", "group", "times"}
)
_LEADS = frozenset({Role.FOR, Role.OF, Role.ARTICLE, Role.BY, Role.FILLER})
_KNOWN = TOTALS | _WAYS
_SAYS = frozenset({"colon", "comma", "is"})  # what may stand behind a name
_ROUNDED = 1 + 1e-6
_EXACT = 1e-9  # a whole number's
_LEAST = 2  # paths
_LONGEST = 14  # tokens of a quantity
_MOST = 6  # lines below each other


class _Result(NamedTuple):
    """What a formula comes to.

    Attributes:
        tokens: of the number, or of the calculation.
        value: its value.
        within: half a unit of its last digit.
        start: where the formula begins.
        end: where it ends.
    """

    tokens: list[Token]
    value: float
    within: float
    start: int
    end: int


def with_sums(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, with an equation of its parts for a gradient that is told path by path."""
    found: list[Token] = []
    at = 0
    for start, end in _groups(tokens):
        if start < at:
            continue
        equation = _equation(tokens, start, end, lexicon)
        if equation is not None:
            found += [*tokens[at:start], *equation]
            at = end
    return [*found, *tokens[at:]]


def _groups(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where each line begins and ends that has a total, with those above it that lead to it."""
    spans = [*lines(tokens)]
    for place, (start, end) in enumerate(spans):
        words = [bare(token.text) for token in tokens[start:end] if token.kind == "word"]
        if TOTALS.isdisjoint(words):
            continue
        first = place
        if words[0] in TOTALS and seen(tokens, start) < end and tokens[seen(tokens, start)].kind == "word":
            above = range(place - 1, max(-1, place - _MOST), -1)
            first = next((one for one in above if not _is_part(tokens, *spans[one])), place)
        yield spans[first][0], end


def _is_part(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a line tells of one path: it begins with a word, and has a number."""
    at = seen(tokens, start)
    return at >= end or (tokens[at].kind == "word" and any(token.kind == "num" for token in tokens[start:end]))


def _equation(tokens: list[Token], start: int, end: int, lexicon: Lexicon) -> list[Token] | None:
    """Return "dL/dx = 2 + 4 = 6" for a line that says so in words, with what stands before and behind."""
    subject, behind = _subject(tokens, start, end, lexicon)
    if not subject:
        return None
    results = _results(tokens, behind, end, lexicon, subject)
    if len(results) <= _LEAST:
        return None
    *parts, total = results
    within = _ROUNDED * (total.within + sum(part.within for part in parts))
    if abs(sum(part.value for part in parts) - total.value) > within:
        return None
    words = [token for token in tokens[behind:end] if token.kind == "word"]
    between = [token for token in tokens[parts[-1].end : total.start] if token.kind == "word"]
    said = {bare(token.text) for token in (*between, *_words_behind(tokens, total.end, end))}
    if (
        any(word.role in _OF_OTHERS for word in between)
        or any(word.role in _AGAINST for word in words)
        or any(token.text == "?" for token in tokens[behind:end])
    ):
        return None
    if TOTALS.isdisjoint(said) or any(word.role in UNKNOWN and bare(word.text) not in _KNOWN for word in words):
        return None
    sides: list[Token] = []
    for part in parts:
        joint = Token("op", "+", part.tokens[0].start, part.tokens[0].start)
        sides += [*([joint] if sides else []), *_bracketed(part.tokens)]
    head = subject[-1].end
    return [
        *tokens[start : seen(tokens, start)],
        *subject, Token("rel", "=", head, head), *sides,
        Token("rel", "=", total.tokens[0].start, total.tokens[0].start), *total.tokens, *tokens[total.end : end],
    ]  # fmt: skip


def _subject(tokens: list[Token], start: int, end: int, lexicon: Lexicon) -> tuple[list[Token], int]:
    """Return the gradient that a line begins with, and the place behind it."""
    at = seen(tokens, start)
    while at < end and (tokens[at].text == "mark" or (tokens[at].kind == "word" and tokens[at].role in _LEADS)):
        at = seen(tokens, at + 1)
    if at >= end:
        return [], start
    if tokens[at].kind == "name":
        behind = seen(tokens, at + 1)
        ways = {bare(token.text) for token in tokens[behind:end] if token.kind == "word"}
        says = behind < end and (tokens[behind].kind == "word" or tokens[behind].text in _SAYS)
        name = tokens[at].name
        if not says or ways.isdisjoint(_WAYS) or name not in lexicon.names.values():
            return [], start
        passed = {token.name for token in tokens[behind:end] if token.kind == "name"} - {name}
        if not passed.isdisjoint(lexicon.cone(name)):
            return [], start  # "v: via u 6, direct 2" is what a value is made of
        node = Derivative(lexicon.output, name)
        return [Token("der", tokens[at].text, tokens[at].start, tokens[at].end, node, Role.SLOPE)], behind
    for behind in range(min(at + _LONGEST, end), at + 1, -1):
        if isinstance(_quantity(tokens[at:behind], lexicon), Derivative):
            return tokens[at:behind], behind
    return [], start


def _quantity(tokens: Sequence[Token], lexicon: Lexicon) -> Node | None:
    plain = [token for token in tokens if not token.edge]
    return quantity(plain, lexicon) if plain and all(t.kind in _FORMULA - {"rel"} for t in plain) else None


def _results(tokens: list[Token], start: int, end: int, lexicon: Lexicon, subject: list[Token]) -> list[_Result]:
    """Return what the formulas of a line come to, in order; nothing where one is of another quantity."""
    found: list[_Result] = []
    at = start
    while at < end:
        if tokens[at].kind not in _FORMULA:
            at += 1
            continue
        last = at
        while last < end and (tokens[last].kind in _FORMULA or tokens[last].edge):
            last += 1
        formula = [token for token in tokens[at:last] if not token.edge]
        if any(token.kind == "num" for token in formula) and not _counts(tokens, formula, last):
            result = _result(formula, lexicon, subject, at, last)
            if result is None:
                return []
            found.append(result)
        at = last
    return found


def _counts(tokens: Sequence[Token], formula: list[Token], end: int) -> bool:
    """Whether a number is that of a path: "path 1: 2"."""
    return len(formula) == 1 and end < len(tokens) and tokens[end].text == "colon"


def _result(formula: list[Token], lexicon: Lexicon, subject: list[Token], start: int, end: int) -> _Result | None:
    """Return what a formula comes to: its last side, if that has no names."""
    relations = [place for place, token in enumerate(formula) if token.kind == "rel"]
    if relations:
        said = _quantity(formula[: relations[0]], lexicon)
        if isinstance(said, Derivative) and said != _quantity(subject, lexicon):
            return None
    side = _without_loose(formula[relations[-1] + 1 if relations else 0 :])
    if side and side[0].kind == "name" and past_number(side, 1) == len(side):
        side = side[1:]  # "through q 2"
    value = worked_out(side, lexicon)
    if math.isnan(value):
        return None
    numbers = [token for token in side if token.kind == "num"]
    digits = min(len(token.text.replace(",", ".").partition(".")[2]) for token in numbers)
    return _Result(side, value, 0.5 * 10.0**-digits if digits else _EXACT, start, end)


def _without_loose(side: list[Token]) -> list[Token]:
    """Return a side without brackets that open before it or close behind it."""
    closed = matches(side)
    paired = {*closed, *closed.values()}
    return [token for at, token in enumerate(side) if token.kind not in ("open", "close") or at in paired]


def _bracketed(tokens: list[Token]) -> list[Token]:
    """Return a part in brackets where it begins with a sign."""
    if tokens[0].kind != "op":
        return tokens
    first, last = tokens[0].start, tokens[-1].end
    return [Token("open", "(", first, first), *tokens, Token("close", ")", last, last)]


def _words_behind(tokens: Sequence[Token], at: int, end: int) -> Iterator[Token]:
    """Yield the words right behind a place: "6 altogether"."""
    while at < end and (tokens[at].kind == "word" or tokens[at].edge):
        if tokens[at].kind == "word":
            yield tokens[at]
        at += 1
