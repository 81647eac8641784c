"""Scientific notation: 6.25 * 10^-6 is one number, with three digits that count."""

from gradbook.graph.expression import Number
from gradbook.written.expression import Call, Node, Written

_TEN = Number(10.0)
_MOST = 1000.0  # before the power, as 625 * 10^-8
_LEAST = 2  # decimals: 3 * 10^-1 hardly anybody writes for a number


def product(sign: str, left: Node, right: Node) -> Node:
    """Return two sides with a sign between them, as one number where they are one in scientific notation."""
    match sign, left, right:
        case "*", Number(digits), Call("^", (ten, Number(power))) if ten == _TEN and 0 < abs(digits) < _MOST:
            if power == int(power) and power <= -_LEAST:
                return Number(Written(f"{digits!r}e{int(power)}"))
    return Call(sign, (left, right))
