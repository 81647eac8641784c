r"""Running indices: what is said of z_i is said for each i, and a sum over i is written out.

e_i = a x_i + b - y_i                 e1 = a*x1 + b - y1, and so on
\frac{\partial L}{\partial w} = \sum_i e_i x_i      e1*x1 + e2*x2
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import product

from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.arrays.array import FACTOR_ENDS
from gradbook.written.parsing.grammar.brackets import matches
from gradbook.written.parsing.grammar.draft import Draft

_MOST = 36  # statements of one, and terms of a sum
_MOST_RUNS = 100  # signs and indices of one equation
_RUNS = frozenset({"run", "sum"})
Values = Mapping[str, str]


class _UnboundError(Exception):
    """An index has no values."""


def unrolled(draft: Draft, lexicon: Lexicon) -> list[Draft]:
    """Return a draft for each value of the indices that run in it, with its sums written out."""
    runs = sum(token.kind in _RUNS for side in draft.sides for token in side)
    if not 0 < runs <= _MOST_RUNS:
        return [draft]
    letters = _letters(draft.sides[0])
    try:
        ranges = {letter: _range(letter, draft.tokens, lexicon) for letter in letters}
        found: list[Draft] = []
        entries = [_entries(side, len(ranges[letters])) if len(letters) == 1 else [] for side in draft.sides]
        for number, values in enumerate(product(*ranges.values())):
            bound = dict(zip(letters, values, strict=True))
            sides = zip(draft.sides, entries, strict=True)
            put_in = [several[number] if several else _put_in(side, bound, lexicon) for side, several in sides]
            found.append(replace(draft, sides=put_in))
            if len(found) > _MOST:
                return [draft]
    except _UnboundError:
        return [draft]
    listed = len(found) > 1 and len(draft.sides) > 2 and draft.relations[-1] == "is"  # "these are 1.2 and 0.4"
    last = len(draft.sides) - 1
    return [replace(one, spoiled=one.spoiled | {last}) for one in found] if listed else found


def _entries(side: list[Token], count: int) -> list[list[Token]]:
    """Return the numbers of a list in brackets, one for each value of an index; none where there are not as many."""
    if not side or side[0].kind != "open" or matches(side).get(0) != len(side) - 1:
        return []
    entries: list[list[Token]] = [[]]
    for token in side[1:-1]:
        if token.kind == "sep" and not token.edge:
            entries.append([])
        elif not token.edge:
            entries[-1].append(token)
    numbers = all(one and one[-1].kind == "num" and [t.text for t in one[:-1]] in ([], ["-"]) for one in entries)
    return entries if numbers and len(entries) == count > 1 else []


def _letters(side: list[Token]) -> str:
    """Return the indices that run in a side, outside its sums."""
    summed = {token.text[:1] for token in side if token.kind == "sum"}
    running = [letter for token in side if token.kind == "run" for letter in token.text.rpartition("_")[2]]
    return "".join(dict.fromkeys(letter for letter in running if letter not in summed))


def _range(letter: str, tokens: list[Token], lexicon: Lexicon) -> list[str]:
    """Return the values of an index: those that all names with it have."""
    ranges: list[set[str]] = []
    for token in tokens:
        stem, _, letters = token.text.rpartition("_") if token.kind == "run" else ("", "", "")
        for place, one in enumerate(letters):
            if one == letter:
                ranges.append(lexicon.indices(stem, place, len(letters)))
    found = set.intersection(*ranges) if ranges else set[str]()
    if not found:
        raise _UnboundError
    return sorted(found, key=int)


def _put_in(side: list[Token], bound: Values, lexicon: Lexicon) -> list[Token]:
    """Return a side with values for its indices; one whose index has none is left as it is, and is unread."""
    try:
        return _written_out(side, bound, lexicon)
    except _UnboundError:
        return side


def _written_out(side: list[Token], bound: Values, lexicon: Lexicon) -> list[Token]:
    found: list[Token] = []
    at = 0
    while at < len(side):
        token = side[at]
        if token.kind == "sum":
            end = _end_of_term(side, at + 1)
            if found and found[-1].kind in FACTOR_ENDS:  # 1/2 sum
                found.append(Token("op", "*", token.start, token.start))
            found += _sum(token, side[at + 1 : end], bound, lexicon)
            at = end
            continue
        found.append(_entry(token, bound, lexicon) if token.kind == "run" else token)
        at += 1
    return found


def _entry(token: Token, bound: Values, lexicon: Lexicon) -> Token:
    stem, _, letters = token.text.rpartition("_")
    if any(letter not in bound for letter in letters):
        raise _UnboundError
    name = lexicon.with_index(stem, "".join(bound[letter] for letter in letters)) or lexicon.with_index(
        stem.lower(), "".join(bound[letter] for letter in letters)
    )
    if name is None:
        raise _UnboundError
    return replace(token, kind="name", text=name, node=Symbol(name))


def _sum(sign: Token, term: list[Token], bound: Values, lexicon: Lexicon) -> list[Token]:
    """Return a sum as it is written out, in brackets; a sum over the entries of vectors stays for their products."""
    letter, _, limits = sign.text.partition(":")
    unbound = [one for one in _letters(term) if one not in bound]
    if not letter and not unbound:
        return [sign, *_written_out(term, bound, lexicon)]
    letter = letter or unbound[0]
    if letter == "?" or letter in bound or not term:
        raise _UnboundError
    values = _range(letter, term, lexicon)
    if limits:
        first, _, last = limits.partition(":")
        if values != [str(value) for value in range(int(first), int(last) + 1)]:
            raise _UnboundError
    start, end = term[0].start, term[-1].end
    found = [Token("open", "(", start, start)]
    for number, value in enumerate(values):
        found += [Token("op", "+", start, start)] if number else []
        found += _written_out(term, {**bound, letter: value}, lexicon)
    return [*found, Token("close", ")", end, end)]


def _end_of_term(side: list[Token], at: int) -> int:
    """Return where the term ends that a sum's sign stands before."""
    closes = matches(side)
    first = at
    while at < len(side):
        token = side[at]
        if token.kind in ("close", "end"):
            return at
        if token.kind == "op" and token.text in "+-" and at > first and side[at - 1].kind != "op":
            return at
        at = closes.get(at, at) + 1
    return at
