r"""Vectors: an equation between rows or columns becomes one equation for each entry; a product of two, one sum.

    (df/dx, df/dy) = (2, 3)                 two equations
    \nabla f = 2 [1, 3] - 0.1 [5, 6]        as many as there are inputs
    w^T x + b                               w1*x1 + w2*x2 + b

Nothing is left out: a side that is no such expression, or is of another size, stays as it is and is unread.
"""

from dataclasses import dataclass

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Old
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.notation import BOLD, plain
from gradbook.written.parsing.brackets import matches
from gradbook.written.parsing.draft import Draft
from gradbook.written.parsing.grammar import split_at_commas

_MOST = 12  # entries
_BOLD = tuple(f"\\{font}" for font in BOLD)


@dataclass(frozen=True, slots=True)
class Vector:
    """A row or a column: the tokens of its entries."""

    entries: tuple[list[Token], ...]


Piece = Token | Vector


def rows(side: list[Token], lexicon: Lexicon, size: int = 0) -> list[list[Token]] | None:
    """Return the entries of a side that is a vector, or a sum of vectors with factors; None where it is none.

    Args:
        side: the tokens.
        lexicon: gives the entries of stems and gradients.
        size: how many entries are expected; 0 takes what is there.
    """
    pieces = _multiplied(_pieces(side, lexicon, size), elementwise=True)
    found = [piece for piece in pieces if isinstance(piece, Vector)]
    count = len(found[0].entries) if found else 0
    if not 1 < count <= _MOST or (size and count != size) or any(len(vector.entries) != count for vector in found):
        return None
    depth, bare = 0, True  # a term without a vector in it is none
    for piece in [*pieces, None]:
        if piece is None or (isinstance(piece, Token) and piece.text in "+-" and piece.kind == "op" and not depth):
            if bare and (piece is None or piece is not pieces[0]):
                return None
            bare = True
        elif isinstance(piece, Vector):
            bare = False
        else:
            depth += (piece.kind in ("open", "group")) - (piece.kind in ("close", "end"))
    if len(pieces) == 1:
        return [*found[0].entries]
    return [_entry(pieces, place) for place in range(count)]


def multiplied_out(side: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return a side in which products of two vectors are sums: w^T x, (1, 2) . (3, 4)."""
    if not any(token.kind in ("vec", "open") for token in side):
        return side
    pieces = _pieces(side, lexicon, 0)
    if sum(isinstance(piece, Vector) for piece in pieces) < 2:
        return side
    pieces = _multiplied(pieces, elementwise=False)
    tokens = [piece for piece in pieces if isinstance(piece, Token)]
    return tokens if len(tokens) == len(pieces) else side


def introduced_vectors(drafts: list[Draft], lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    r"""Return the names that an answer gives to vectors of inputs: \theta = (w, b), or \mathbf{x} = (3, 1) of all."""
    found: dict[str, tuple[str, ...]] = {}
    for draft in drafts:
        head = draft.sides[0]
        if not draft.states or len(head) != 1 or head[0].kind not in ("bad", "vec", "name", "old"):
            continue
        bold = head[0].text.startswith(_BOLD)
        if head[0].node is not None and not bold:
            continue
        pieces = _pieces(draft.sides[1], lexicon, 0)
        if len(pieces) != 1 or not isinstance(pieces[0], Vector):
            continue
        entries = pieces[0].entries
        names = tuple(entry[0].name for entry in entries if len(entry) == 1 and entry[0].name in lexicon.inputs)
        if bold and len(entries) == len(lexicon.inputs) and all({t.kind for t in e} <= {"num", "op"} for e in entries):
            names = lexicon.inputs
        if len(names) == len(entries) == len(set(names)):
            node = head[0].node
            found[f"bold:{node.name}" if isinstance(node, Symbol | Old) else plain(head[0].text)] = names
    return found


def _entry(pieces: list[Piece], place: int) -> list[Token]:
    found: list[Token] = []
    for piece in pieces:
        found += _bracketed(piece.entries[place]) if isinstance(piece, Vector) else [piece]
    return found


def _bracketed(tokens: list[Token]) -> list[Token]:
    start, end = tokens[0].start, tokens[-1].end
    return [Token("open", "(", start, start), *tokens, Token("close", ")", end, end)] if len(tokens) > 1 else tokens


def _pieces(side: list[Token], lexicon: Lexicon, size: int) -> list[Piece]:
    """Cut a side into its vectors and what stands between them; a mark of transposition is part of its vector."""
    side = [token for token in side if not (token.kind == "sep" and token.text == "soft")]
    closes = matches(side)
    pieces: list[Piece] = []
    at = 0
    while at < len(side):
        token, vector, end = side[at], None, at + 1
        if token.kind == "open" and at in closes:
            end = closes[at] + 1
            called = (
                bool(pieces) and isinstance(pieces[-1], Token) and pieces[-1].kind in ("name", "der", "fn", "close")
            )
            vector = None if called else _listed(side[at + 1 : end - 1])  # f(x, y) is no vector
        elif token.kind == "vec":
            vector = _of_stem(token, lexicon)
        elif token.kind == "nabla":
            vector, end = _gradient(side, at, lexicon)
        if vector is None:
            pieces.append(token)
            at += 1
            continue
        pieces.append(vector)
        at = _behind_transposition(side, end)
    return pieces


def _listed(inside: list[Token]) -> Vector | None:
    """Return what stands in brackets as a vector: entries between commas, or in rows."""
    closes, start, entries = matches(inside), 0, list[list[Token]]()
    at = 0
    while at <= len(inside):
        if at == len(inside) or (inside[at].kind == "sep" and inside[at].text in ("comma", "row", "cell")):
            entries.append([token for token in inside[start:at] if token.kind != "sep" or token.text == "comma"])
            start = at + 1
        at = closes.get(at, at) + 1
    if entries and not entries[-1]:
        entries.pop()  # a row ends with its mark
    return Vector(tuple(entries)) if len(entries) > 1 and all(entries) else None


def _of_stem(token: Token, lexicon: Lexicon) -> Vector:
    new = isinstance(token.node, New)
    return Vector(
        tuple(
            [Token("new" if new else "name", name, token.start, token.end, New(name) if new else Symbol(name))]
            for name in lexicon.vector(token.text)
        )
    )


def _gradient(side: list[Token], at: int, lexicon: Lexicon) -> tuple[Vector | None, int]:
    r"""Return the gradient that begins here, \nabla f or \nabla f(x, y), and the place behind it."""
    nabla, end = side[at], at + 1
    of, names = lexicon.output, lexicon.inputs
    if end < len(side) and side[end].kind == "name":
        of, end = side[end].name, end + 1
        if end < len(side) and side[end].kind == "open":
            close = matches(side[end:]).get(0)
            if close is None:
                return None, at + 1
            point = split_at_commas(side[end + 1 : end + close])
            if all(len(entry) == 1 and entry[0].name in lexicon.inputs for entry in point):
                names = tuple(entry[0].name for entry in point)
            elif len(point) != len(names) and [entry[0].kind for entry in point if entry] != ["vec"]:
                return None, at + 1
            end += close + 1
    if nabla.text:  # of which inputs: \nabla_w
        names = lexicon.vector(nabla.text) or names
    if of not in lexicon.operands or len(names) < 2:
        return None, at + 1
    start, stop = nabla.start, side[end - 1].end
    return Vector(tuple([Token("der", name, start, stop, Derivative(of, name))] for name in names)), end


def _behind_transposition(side: list[Token], at: int) -> int:
    """Return the place behind a mark of transposition, ^T or ^\top, where one stands."""
    if at + 1 >= len(side) or side[at].kind != "op" or side[at].text != "^":
        return at
    for run in (side[at + 1 : at + 2], side[at + 1 : at + 4]):
        if [token.text for token in run if token.kind == "bad"] in (["T"], ["\\top"], ["\\intercal"], ["t"]):
            return at + 1 + len(run) if len(run) == 1 or (run[0].kind, run[-1].kind) == ("group", "end") else at
    return at


def _multiplied(pieces: list[Piece], *, elementwise: bool) -> list[Piece]:
    """Multiply vectors side by side, entry by entry: to a vector, or to the sum of the products."""
    found: list[Piece] = []
    for piece in pieces:
        sign = found[-1] if found else None
        between = isinstance(sign, Token) and sign.kind == "op" and sign.text == "*"
        before = found[-2] if between and len(found) > 1 else sign
        if not (isinstance(piece, Vector) and isinstance(before, Vector)) or len(before.entries) != len(piece.entries):
            found.append(piece)
            continue
        del found[-2 if between else -1 :]
        products = []
        for one, other in zip(before.entries, piece.entries, strict=True):
            place = other[0].start
            products.append([*_bracketed(one), Token("op", "*", place, place), *_bracketed(other)])
        if elementwise:
            found.append(Vector(tuple(products)))
            continue
        place = products[0][0].start
        found.append(Token("open", "(", place, place))
        for number, product in enumerate(products):
            found += [Token("op", "+", product[0].start, product[0].start)] if number else []
            found += product
        place = products[-1][-1].end
        found.append(Token("close", ")", place, place))
    return found
