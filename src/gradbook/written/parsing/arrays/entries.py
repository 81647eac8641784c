r"""Arrays: an equation between vectors or matrices becomes one for each entry; what is a number in them becomes a sum.

    (df/dx, df/dy) = (2, 3)                       two equations
    \nabla f = 2 [1, 3] - 0.1 [5, 6]              as many as there are inputs
    dL/dW = \delta x^T = [[6, -12], [0, 0]]       four
    w^T x + b                                     w1*x1 + w2*x2 + b

Only tokens are rearranged: a side that is no such expression, or is of another shape, stays as it is and is unread.
"""

from gradbook.graph.expression import Symbol
from gradbook.written.expression import Old
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import ANGLE, Token
from gradbook.written.notation import BOLD, plain
from gradbook.written.parsing.arrays.array import Array, Entry, NoArrayError, Shape, valued
from gradbook.written.parsing.arrays.names.named import names_arrays
from gradbook.written.parsing.arrays.pieces import BEGINS, multiplied, pieces_of
from gradbook.written.parsing.grammar.draft import Draft

_NUMBERS = frozenset({"norm", "sum"})  # what comes to a number
_ARRAYS = _NUMBERS | {"vec"}
_LISTED = frozenset({"matrix", "comma", "row", ANGLE})
_MOST = 36  # entries
_BOLD = tuple(f"\\{font}" for font in BOLD)


def entries_of(side: list[Token], lexicon: Lexicon, shape: Shape | None = None) -> tuple[list[Entry], Shape] | None:
    """Return the entries of a side that is an array, and its shape; None where it is none, or of another shape.

    Args:
        side: the tokens.
        lexicon: gives the entries of stems and gradients.
        shape: what is expected; a vector may stand for its transpose. None takes what is there.

    Vectors are columns, or all of them rows where only that fits: x W + b.
    """
    if BEGINS.isdisjoint([token.kind for token in side]) and not names_arrays(side, lexicon):
        return None
    for way in (lexicon, lexicon.in_rows):
        try:
            found = valued(pieces_of(side, way), elementwise=True)
        except NoArrayError:
            continue
        if entries := _of_shape(found, shape):
            return entries
        if shape is None:
            return None
    return None


def entries_before(side: list[Token], behind: list[list[Token]], lexicon: Lexicon) -> tuple[list[Entry], Shape] | None:
    """Return the entries of a side with others behind it: x^T g is a matrix where these are, and else a number."""
    if found := entries_of(side, lexicon):
        return found
    shapes = [other[1] for one in behind if (other := entries_of(one, lexicon)) is not None]
    return entries_of(side, lexicon, shapes[-1]) if shapes and min(shapes[-1]) > 1 else None


def _of_shape(found: Array | list[Token], shape: Shape | None) -> tuple[list[Entry], Shape] | None:
    if not isinstance(found, Array):
        return None
    if shape is not None and found.shape != shape and 1 in shape and found.shape == shape[::-1]:
        found = found.transposed()
    count = found.shape[0] * found.shape[1]
    if not 1 < count <= _MOST or (shape is not None and found.shape != shape):
        return None
    return found.entries, found.shape


def multiplied_out(side: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return a side in which products of vectors that are numbers are sums: w^T x, (1, 2) . (3, 4), a norm."""
    listed = [token for token in side if token.kind in _ARRAYS or token.text in _LISTED]
    if not listed and not names_arrays(side, lexicon):
        return side
    numbers = any(token.kind in _NUMBERS or token.text == ANGLE for token in listed)
    try:
        if not numbers and sum(isinstance(piece, Array) for piece in pieces_of(side, lexicon)) < 2:
            return side
        return multiplied(side, lexicon)
    except NoArrayError:
        return side


def introduced(drafts: list[Draft], lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    r"""Return the names that an answer gives to vectors of inputs: \theta = (w, b), or \mathbf{x} = (3, 1) of all."""
    found: dict[str, tuple[str, ...]] = {}
    for draft in drafts:
        head = draft.sides[0]
        if not draft.states or len(head) != 1 or head[0].kind not in ("bad", "vec", "name", "old"):
            continue
        if not any(token.kind == "open" for token in draft.sides[1]):  # a list; \bar{h} = v says what its values are
            continue
        bold, node = head[0].text.startswith(_BOLD), head[0].node
        if node is not None and not bold:
            continue
        try:
            pieces = pieces_of(draft.sides[1], lexicon)
        except NoArrayError:
            continue
        if len(pieces) != 1 or not isinstance(pieces[0], Array) or 1 not in pieces[0].shape:
            continue
        entries = pieces[0].entries
        names = tuple(entry[0].name for entry in entries if len(entry) == 1 and entry[0].name in lexicon.inputs)
        if bold and len(entries) == len(lexicon.inputs) and all({t.kind for t in e} <= {"num", "op"} for e in entries):
            names = lexicon.inputs
        if len(names) == len(entries) == len(set(names)):
            found[f"bold:{node.name}" if isinstance(node, Symbol | Old) else plain(head[0].text)] = names
    return found
