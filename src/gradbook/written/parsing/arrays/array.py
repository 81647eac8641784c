"""Arrays of tokens and their products: what stands in an entry is rearranged, never left out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gradbook.written.lexing.tokens import Token

FACTOR_ENDS = ("close", "end", "num", "name", "der", "new", "rate", "old", "euler")  # of what may be multiplied

Shape = tuple[int, int]
Entry = list[Token]


@dataclass(frozen=True, slots=True)
class Array:
    """Entries as tokens, row by row; a list that is written in one line may be a row or a column (`loose`)."""

    rows: tuple[tuple[Entry, ...], ...]
    loose: bool = False

    @property
    def shape(self) -> Shape:
        return len(self.rows), len(self.rows[0])

    @property
    def entries(self) -> list[Entry]:
        """All entries, row by row."""
        return [entry for row in self.rows for entry in row]

    def transposed(self) -> "Array":
        """Return the array with rows for columns."""
        return Array(tuple(tuple(row[column] for row in self.rows) for column in range(self.shape[1])))

    def mapped(self, change: Callable[[Entry], Entry]) -> "Array":
        """Return the array with each entry changed."""
        return Array(tuple(tuple(change(entry) for entry in row) for row in self.rows), self.loose)


Piece = Token | Array


class NoArrayError(Exception):
    """Tokens are no expression of arrays whose shapes fit."""


def valued(pieces: list[Piece], *, elementwise: bool) -> Array | list[Token]:
    """Return a sum of products as one array, or as the tokens of a number.

    Args:
        elementwise: what two columns side by side are: their products one by one, or the sum of them.

    Raises:
        NoArrayError: shapes do not fit.
    """
    terms = [(sign, _multiplied(term, elementwise=elementwise)) for sign, term in _terms(pieces)]
    arrays = [term for _, term in terms if isinstance(term, Array)]
    if not arrays:
        return [token for sign, term in terms if not isinstance(term, Array) for token in sign + term]
    shape = next((array.shape for array in arrays if not array.loose), arrays[0].shape)
    entries: list[Entry] = [[] for _ in range(shape[0] * shape[1])]
    for sign, term in terms:
        if isinstance(term, Array) and term.shape != shape:
            term = term.transposed() if term.loose and term.shape == shape[::-1] else term  # noqa: PLW2901
            if term.shape != shape:
                raise NoArrayError
        for place, entry in enumerate(entries):
            entry += [*sign, *(term.entries[place] if isinstance(term, Array) else term)]
    return shaped(entries, shape[1], loose=all(array.loose for array in arrays))


def _terms(pieces: list[Piece]) -> Iterator[tuple[list[Token], list[Piece]]]:
    """Yield the terms of a sum, each with the sign before it."""
    depth, sign, term = 0, list[Token](), list[Piece]()
    for piece in pieces:
        if isinstance(piece, Token):
            if piece.kind == "op" and piece.text in "+-" and not depth and (term or not sign):
                before = term[-1] if term else None
                if not (isinstance(before, Token) and before.kind == "op"):  # 2 * -3 is one term
                    if term:
                        yield sign, term
                    sign, term = [piece], []
                    continue
            depth += (piece.kind in ("open", "group")) - (piece.kind in ("close", "end"))
        term.append(piece)
    if term:
        yield sign, term


def _multiplied(term: list[Piece], *, elementwise: bool) -> Array | list[Token]:
    """Return a product of arrays and factors as one array, or as the tokens of a number."""
    before: list[Token] = []
    array: Array | None = None
    after: list[Token] = []
    summed = False
    for piece in term:
        if isinstance(piece, Token):
            (before if array is None else after).append(piece)
            continue
        if array is None:
            if summed and piece.shape != (1, 1):
                raise NoArrayError  # W a (1 - a): who means the products one by one
            array = piece
            continue
        between = [token.text for token in after]
        if between not in ([], ["*"], ["⊙"], ["⊗"], ["@"]):
            raise NoArrayError
        by_entry = between == ["⊙"] or (elementwise and between != ["@"])
        if between == ["⊗"]:
            product: Array | list[Token] = _outer(array, piece)
        else:
            product = _product(array, piece, elementwise=by_entry, entrywise=between == ["⊙"])
        after = []
        if isinstance(product, Array):
            array = product
        else:
            before, array, summed = [*before, *product], None, True
    if array is None:
        return [*before, *after]
    if before and before[-1].kind not in ("op", *FACTOR_ENDS):
        raise NoArrayError
    return array.mapped(lambda entry: _joined(_joined(before, bracketed(entry)), after))


def _joined(one: list[Token], other: list[Token]) -> list[Token]:
    """Put a sign between two factors where none stands."""
    if not one or not other or "op" in (one[-1].kind, other[0].kind) or one[-1].kind == "open":
        return one + other
    return [*one, Token("op", "*", other[0].start, other[0].start), *other]


def _product(one: Array, other: Array, *, elementwise: bool, entrywise: bool) -> Array | list[Token]:
    """Multiply two arrays: entry by entry, row by column, or two vectors as the sum of their products."""
    if entrywise:
        other = other.transposed() if one.shape == other.shape[::-1] and other.loose else other
        if one.shape != other.shape:
            raise NoArrayError
        products = [times(a, b) for a, b in zip(one.entries, other.entries, strict=True)]
        return shaped(products, one.shape[1])
    if one.shape[1] == 1 and not one.loose and other.loose and one.shape != other.shape:
        other = other.transposed()  # [[1], [2]] times [3, 4, 5]
    if one.loose and other.shape[1] > 1 and one.shape[0] == other.shape[0]:
        one = one.transposed()  # [1, 2] times [[3, 4], [5, 6]]
    (rows, inner), (inner_too, columns) = one.shape, other.shape
    if inner == inner_too and (inner > 1 or rows > 1 or columns > 1):
        sums = [
            added([times(one.rows[r][k], other.rows[k][c]) for k in range(inner)])
            for r in range(rows)
            for c in range(columns)
        ]
        return sums[0] if len(sums) == 1 else shaped(sums, columns)
    if one.shape == other.shape and 1 in one.shape:
        products = [times(a, b) for a, b in zip(one.entries, other.entries, strict=True)]
        return shaped(products, one.shape[1]) if elementwise else added(products)
    raise NoArrayError


def _outer(one: Array, other: Array) -> Array:
    """Multiply each entry of a vector with each of another: a row of products for each of the first."""
    if 1 not in one.shape or 1 not in other.shape:
        raise NoArrayError
    return Array(tuple(tuple(times(a, b) for b in other.entries) for a in one.entries))


def shaped(entries: list[Entry], width: int, *, loose: bool = False) -> Array:
    """Return entries in rows of a width."""
    return Array(tuple(tuple(entries[at : at + width]) for at in range(0, len(entries), width)), loose)


def times(one: Entry, other: Entry) -> Entry:
    """Return the product of two entries."""
    place = other[0].start
    return [*bracketed(one), Token("op", "*", place, place), *bracketed(other)]


def added(products: list[Entry]) -> Entry:
    """Return the sum of products, in brackets."""
    found = [Token("open", "(", products[0][0].start, products[0][0].start)]
    for number, product in enumerate(products):
        found += [Token("op", "+", product[0].start, product[0].start)] if number else []
        found += product
    return [*found, Token("close", ")", found[-1].end, found[-1].end)]


def bracketed(tokens: Entry) -> Entry:
    """Return an entry in brackets, where it is more than a name or number.

    Raises:
        NoArrayError: nothing stands in it.
    """
    if not tokens:
        raise NoArrayError
    start, end = tokens[0].start, tokens[-1].end
    return [Token("open", "(", start, start), *tokens, Token("close", ")", end, end)] if len(tokens) > 1 else tokens
