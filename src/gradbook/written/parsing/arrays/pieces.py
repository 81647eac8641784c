r"""From tokens to arrays: lists in brackets, stems such as w of w1 and w2, gradients, functions of arrays."""

from dataclasses import replace

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import At, New, Node, Old, is_literal
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import ANGLE, Token
from gradbook.written.parsing.arrays.array import (
    FACTOR_ENDS,
    Array,
    Entry,
    NoArrayError,
    Piece,
    added,
    bracketed,
    shaped,
    times,
    valued,
)
from gradbook.written.parsing.arrays.elementwise import by_each, one_by_one
from gradbook.written.parsing.arrays.factors import takes_arguments
from gradbook.written.parsing.arrays.listed import listed_array
from gradbook.written.parsing.arrays.names.named import named_array
from gradbook.written.parsing.grammar.arguments import at_point, split_at_commas
from gradbook.written.parsing.grammar.brackets import matches
from gradbook.written.parsing.grammar.parser import parsed

_SET_APART = frozenset({("num", "num"), ("num", "op"), ("close", "open")})  # in [1 -2] and [[1] [2]]
_DIAGONAL = "diag"
_BY_ENTRY = Token("op", "⊙", 0, 0)
_DEEPEST = 8  # where each may be tried twice, more take exponential time
_LONGEST_SLOPE = 5  # signs of a derivative, without the braces: d L / d w
BEGINS = frozenset({"vec", "nabla", "open", "norm", "sum"})
_SURELY = BEGINS - {"open"} | {"run", "sep"}


def may_hold_arrays(side: list[Token]) -> bool:
    """Whether what makes an array stands in a side: a list in brackets parts its entries by signs or blanks."""
    kinds = [token.kind for token in side]
    if not _SURELY.isdisjoint(kinds):
        return True
    if "open" not in kinds:
        return False
    return any(
        one.text == ANGLE
        or (one.end < other.start and (one.kind, other.kind) in _SET_APART and _is_of_entry(other, behind))
        for one, other, behind in zip(side, side[1:], [*side[2:], None], strict=False)
    )


def _is_of_entry(token: Token, behind: Token | None) -> bool:
    """Whether a token may begin an entry of a list between blanks: 1 -2 are two of them, 1 - 2 is one."""
    return token.kind != "op" or (behind is not None and behind.start == token.end)


def pieces_of(side: list[Token], lexicon: Lexicon) -> list[Piece]:
    """Cut a side into arrays and what stands between them; a mark of transposition is part of its array."""
    side = [token for token in side if not token.edge]
    if _nested(side) > _DEEPEST:
        return [*side]
    closes = matches(side)
    pieces: list[Piece] = []
    at = 0
    while at < len(side):
        if number := _number_at(side, at, closes, lexicon):
            tokens, behind = number
            if pieces and isinstance(pieces[-1], Token) and pieces[-1].kind in FACTOR_ENDS:  # 1/2 ||e||^2
                pieces.append(Token("op", "*", side[at].start, side[at].start))
            pieces += tokens
            at = behind
            continue
        if side[at].text == _DIAGONAL and (found := _diagonal(side, at, closes, lexicon)):
            pieces += [_BY_ENTRY] if pieces and isinstance(pieces[-1], Array) else []
            pieces += [found[0], _BY_ENTRY] if found[1] < len(side) and side[found[1]].text not in "+-" else [found[0]]
            at = found[1]
            continue
        array, end = _array_at(side, at, closes, pieces, lexicon)
        if array is None:
            pieces.append(side[at])
            at += 1
            continue
        if end < len(side) and side[end].kind == "state":
            array, end = array.mapped(_new) if side[end].text == "new" else array, end + 1
        behind = _behind_transposition(side, end)
        pieces.append(_transposed(array) if behind > end else array)
        at = behind
    return pieces


def _diagonal(side: list[Token], at: int, closes: dict[int, int], lexicon: Lexicon) -> tuple[Array, int] | None:
    """Return the entries of a diagonal matrix, by which a vector is multiplied one by one, and the place behind it."""
    close = closes.get(at + 1, 0)
    inside = side[at + 2 : close]
    entries = listed_array(inside) or valued(pieces_of(inside, lexicon), elementwise=True) if inside else None
    return (entries, close + 1) if isinstance(entries, Array) else None


def _nested(side: list[Token]) -> int:
    """Return how deep brackets and sums stand in each other, at most; a sum goes up to the next sign of one."""
    deep = sums = deepest = 0
    for token in side:
        deep += (token.kind in ("open", "group")) - (token.kind in ("close", "end"))
        sums = 0 if token.kind == "op" and token.text in "+-" else sums + (token.kind == "sum")
        deepest = max(deepest, deep + sums)
    return deepest


def _number_at(side: list[Token], at: int, closes: dict[int, int], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Return the number of vectors that begins at a place, a norm, an inner product or a sum of entries."""
    match side[at].kind:
        case "norm":
            end = next((place for place in range(at + 1, len(side)) if side[place].kind == "norm"), 0)
            inside = valued(pieces_of(side[at + 1 : end], lexicon), elementwise=True) if end else None
            if not isinstance(inside, Array):
                return None
            squares = added([times(entry, entry) for entry in inside.entries])
            if [token.text for token in side[end + 1 : end + 3]] == ["^", "2"]:
                return squares, end + 3
            braced = [token.text for token in side[end + 1 : end + 5]] == ["^", "{", "2", "}"]
            return (squares, end + 5) if braced else ([replace(side[at], kind="fn", text="sqrt"), *squares], end + 1)
        case "open" if side[at].text == ANGLE and at in closes:
            listed = listed_array(side[at + 1 : closes[at]])
            two = [valued(pieces_of(entry, lexicon), elementwise=True) for entry in listed.entries] if listed else []
            if len(two) == 2 and all(isinstance(one, Array) for one in two):
                product = valued([one for one in two if isinstance(one, Array)], elementwise=False)
                return None if isinstance(product, Array) else (product, closes[at] + 1)
        case "sum":
            end = next(
                (p for p in range(at + 1, len(side)) if side[p].text in "+-" and side[p].kind == "op"), len(side)
            )
            inside = valued(pieces_of(side[at + 1 : end], lexicon), elementwise=True) if not side[at].text else None
            if isinstance(inside, Array):
                return added([bracketed(entry) for entry in inside.entries]), end
    return None


def _differentiates(before: list[Piece]) -> bool:
    """Whether what ends here is a fraction of differentials, so that a point stands behind it."""
    return any(isinstance(piece, Token) and piece.kind == "diff" for piece in before[-4:])


def _transposed(array: Array) -> Array:
    """Return a column for a list in one line, (1, 2)^T, and rows for columns otherwise."""
    return Array(array.rows) if array.loose else array.transposed()


def _new(entry: Entry) -> Entry:
    """Return the new value of a name."""
    token = entry[0]
    named = len(entry) == 1 and token.kind == "name" and token.name
    return [replace(token, kind="new", node=New(token.name))] if named else [replace(token, kind="bad"), *entry[1:]]


def _array_at(
    side: list[Token], at: int, closes: dict[int, int], before: list[Piece], lexicon: Lexicon
) -> tuple[Array | None, int]:
    """Return the array that begins at a place, and the place behind it."""
    token, last = side[at], before[-1] if before else None
    match token.kind:
        case "vec":
            return _of_stem(token, lexicon), at + 1
        case "nabla":
            return _gradient(side, at, lexicon)
        case "frac" | "diff":
            array, end = _derivative(side, at, closes, lexicon)
            if token.kind == "diff" and array is None:
                lone = _lone(side, at, last, lexicon)
                return (lone, at + 2) if lone else (named_array(token, lexicon), at + 1)
            return (array, end) if array is not None else _divided(side, at, closes, lexicon)
        case "bad" | "name":
            return named_array(token, lexicon), at + 1
        case "fn":
            return _applied(side, at, closes, lexicon)
        case "group" if at in closes and side[at + 1 : at + 2] and side[at + 1].kind == "open":  # \mathbf{(1, 2)}
            value = valued(pieces_of(side[at + 1 : closes[at]], lexicon), elementwise=True)
            return (value, closes[at] + 1) if isinstance(value, Array) else (None, at)
        case "open" if at in closes:
            slope = isinstance(last, Token) and last.kind == "end" and _differentiates(before)
            inside = side[at + 1 : closes[at]]
            if slope or takes_arguments(before):  # f(x, y) is no vector
                return None, at
            if listed := listed_array(inside, loose=token.text != "matrix"):
                return listed, closes[at] + 1
            if any(t.kind in BEGINS or t.kind == "frac" for t in inside):
                value = valued(pieces_of(inside, lexicon), elementwise=True)
                return (value, closes[at] + 1) if isinstance(value, Array) else (None, at)
    return None, at


def _of_stem(token: Token, lexicon: Lexicon) -> Array:
    def entry(name: str) -> Entry:
        match token.node:
            case New():
                return [Token("new", name, token.start, token.end, New(name))]
            case Old() if name in lexicon.inputs:
                return [Token("old", name, token.start, token.end, Old(name))]
        return [Token("name", name, token.start, token.end, Symbol(name))]

    return Array(tuple(tuple(map(entry, row)) for row in lexicon.array(token.text)))


def _gradient(side: list[Token], at: int, lexicon: Lexicon) -> tuple[Array | None, int]:
    r"""Return the gradient that begins here, \nabla f or \nabla f(x, y), and the place behind it."""
    nabla, end = side[at], at + 1
    of: str = lexicon.output
    names: tuple[tuple[str, ...], ...] = tuple((name,) for name in lexicon.inputs)
    at_point: tuple[Node, ...] = ()
    if not nabla.text and [token.kind for token in side[end : end + 2]] == ["vec", "name"]:  # ∇w L
        nabla, end = side[end], end + 1
    if end < len(side) and side[end].kind == "name":
        of, end = side[end].name, end + 1
        if end < len(side) and side[end].kind == "open":
            close = matches(side[end:]).get(0)
            if close is None:
                return None, at
            point = split_at_commas(side[end + 1 : end + close])
            if all(len(entry) == 1 and entry[0].name in lexicon.inputs for entry in point):
                names = tuple((entry[0].name,) for entry in point)
            elif all(len(entry) == 1 and _is_of_inputs(entry[0], lexicon) for entry in point):  # L(w, b), w a vector
                names = tuple(row for entry in point for row in _of_token(entry[0], lexicon))
            elif [[type(token.node) for token in entry] for entry in point] in ([[Old]], [[Symbol]]):  # \mathbf{x}_0
                pass
            elif len(point) != len(names):
                return None, at
            else:
                numbers = [parsed(entry, lexicon) for entry in point]
                at_point = tuple(number for number in numbers if number is not None and is_literal(number))
            end += close + 1
    if nabla.text:  # of which inputs: \nabla_w
        several = nabla.text.split(",")
        names = tuple((name,) for name in several) if len(several) > 1 else lexicon.array(nabla.text) or names
    if of not in lexicon.operands or len(names) < 2:
        return None, at
    found = by_each(of, names, nabla.start, side[end - 1].end)
    return found.mapped(lambda entry: [_taken_at(entry[0], at_point)]) if at_point else found, end


def _is_of_inputs(token: Token, lexicon: Lexicon) -> bool:
    """Whether an argument is an input, or a vector that stands for some of them."""
    return token.kind == "vec" or (token.kind == "name" and token.name in lexicon.inputs)


def _of_token(token: Token, lexicon: Lexicon) -> tuple[tuple[str, ...], ...]:
    return lexicon.array(token.text) if token.kind == "vec" else ((token.name,),)


def _taken_at(token: Token, point: tuple[Node, ...]) -> Token:
    """Return a derivative at a point of numbers."""
    return replace(token, node=At(token.node, point)) if isinstance(token.node, Derivative) else token


def _derivative(side: list[Token], at: int, closes: dict[int, int], lexicon: Lexicon) -> tuple[Array | None, int]:
    """Return the derivative by a vector or matrix that begins here, as a fraction or with a slash."""
    kinds: list[tuple[Token, int]] = []
    place = at
    while place < len(side) and len(kinds) < _LONGEST_SLOPE:
        kinds += [(side[place], place)] if side[place].kind not in ("group", "end", "frac") else []
        place = _behind_inputs(side, place, closes, lexicon)
    signs = [token for token, _ in kinds if token.text != "/"][:4]
    several = [token.kind for token in signs] == ["diff", "vec", "diff", "vec"]
    if not several and (
        [token.kind for token in signs] != ["diff", "name", "diff", "vec"] or signs[1].name not in lexicon.operands
    ):
        return None, at
    end = next(place for token, place in kinds if token is signs[3]) + 1
    opened = sum((token.kind == "group") - (token.kind == "end") for token in side[at:end])
    while opened > 0 and end < len(side) and side[end].kind == "end":
        opened, end = opened - 1, end + 1
    if opened:
        return None, at
    start, stop = side[at].start, side[end - 1].end
    if several:
        return one_by_one(lexicon.array(signs[1].text), lexicon.array(signs[3].text), start, stop, lexicon), end
    return by_each(signs[1].name, lexicon.array(signs[3].text), start, stop), end


def _behind_inputs(side: list[Token], at: int, closes: dict[int, int], lexicon: Lexicon) -> int:
    """Return the place behind a token, and behind the inputs that it is written as a function of: L(y, ŷ)."""
    close = closes.get(at + 1, 0) if side[at].kind == "name" else 0
    of = Symbol(side[at].name)
    return close + 1 if close and at_point(of, side[at + 2 : close], lexicon, parsed) == of else at + 1


def _lone(side: list[Token], at: int, last: Piece | None, lexicon: Lexicon) -> Array | None:
    """Return the gradient of the output that a lone dW is, as programs call it."""
    sign, *behind = side[at : at + 3]
    over = isinstance(last, Token) and last.text == "/"
    if over or sign.text != "d" or not behind or behind[0].kind != "vec" or behind[0].start != sign.end:
        return None
    if behind[0].node is not None or any(token.text == "/" or token.kind in ("diff", "end") for token in behind[1:]):
        return None
    return by_each(lexicon.output, lexicon.array(behind[0].text), sign.start, behind[0].end)


def _divided(side: list[Token], at: int, closes: dict[int, int], lexicon: Lexicon) -> tuple[Array | None, int]:
    r"""Return the fraction of an array by a number that begins here: \frac{\vec d}{n}."""
    above = closes.get(at + 1, 0)
    below = closes.get(above + 1, 0)
    if not above or not below:
        return None, at
    array = valued(pieces_of(side[at + 2 : above], lexicon), elementwise=True)
    if not isinstance(array, Array) or not side[above + 2 : below]:
        return None, at
    denominator = multiplied(side[above + 2 : below], lexicon)
    start, end = side[above].start, side[below].end
    by = [Token("op", "/", start, start), Token("open", "(", start, start), *denominator, Token("close", ")", end, end)]
    return array.mapped(lambda entry: [*bracketed(entry), *by]), below + 1


def multiplied(side: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return a side whose vectors are multiplied to numbers.

    Raises:
        NoArrayError: it is no number.
    """
    found = valued(pieces_of(side, lexicon), elementwise=False)
    if isinstance(found, Array):
        raise NoArrayError
    return found


def _applied(side: list[Token], at: int, closes: dict[int, int], lexicon: Lexicon) -> tuple[Array | None, int]:
    r"""Return a function of an array, taken entry by entry: relu(z), max(0, z), tanh^2 z, \tanh and a matrix."""
    squared = [token.text for token in side[at + 1 : at + 3]] == ["^", "2"]
    fn, begin = side[at : at + (3 if squared else 1)], at + (3 if squared else 1)
    if begin < len(side) and side[begin].kind == "vec":
        return _of_stem(side[begin], lexicon).mapped(lambda entry: _call(fn, [entry])), begin + 1
    if begin not in closes or side[begin].kind != "open":
        return None, at
    close = closes[begin]
    whole = side[begin].text == "matrix"
    split = [side[begin : close + 1]] if whole else split_at_commas(side[begin + 1 : close])
    args = [valued(pieces_of(arg, lexicon), elementwise=True) for arg in split]
    arrays = [arg for arg in args if isinstance(arg, Array)]
    if not arrays or any(array.shape != arrays[0].shape for array in arrays):
        return None, at
    count, width = len(arrays[0].entries), arrays[0].shape[1]
    called = [
        _call(fn, [arg.entries[place] if isinstance(arg, Array) else arg for arg in args]) for place in range(count)
    ]
    return shaped(called, width), close + 1


def _call(fn: list[Token], args: list[Entry]) -> Entry:
    """Return a function, which may have its power behind it, of its arguments."""
    if not all(args):  # "max(x[0], ], 1)"
        raise NoArrayError
    start, end = fn[0].start, args[-1][-1].end
    found = [*fn, Token("open", "(", start, start)]
    for number, arg in enumerate(args):
        found += [Token("sep", "comma", start, start)] if number else []
        found += arg
    return [*found, Token("close", ")", end, end)]


def _behind_transposition(side: list[Token], at: int) -> int:
    r"""Return the place behind a mark of transposition where one stands; ^t is one behind a vector."""
    if at < len(side) and side[at].kind == "transposed":
        return at + 1
    if at + 1 >= len(side) or side[at].kind != "op" or side[at].text != "^":
        return at
    for run in (side[at + 1 : at + 2], side[at + 1 : at + 4]):
        marks = [token.text for token in run if token.kind not in ("group", "end")]
        if len(marks) == 1 and marks[0] in ("t", "tr") and len(run) in (1, 3):
            return at + 1 + len(run)
    return at
