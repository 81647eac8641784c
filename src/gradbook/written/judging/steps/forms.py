"""What an expression looks like: its operations, its signs, its fractions, and its numbers as they are written."""

import math
from collections.abc import Callable, Container, Iterator
from operator import is_

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import Call, Node, evaluate, filled, has, has_names, is_literal, leaves, subtrees
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.tolerances import equal, is_exact
from gradbook.written.points import Edge

_FEW = 2  # numbers of an exact value
_ELEMENTARY = frozenset({"sin", "cos", "tan", "sqrt", "exp", "log"})  # of numbers: irrational


def shape(node: Node) -> str:
    """Return an expression's operations, whatever their operands are."""
    if isinstance(node, Call) and node.op != "neg":
        sign = {"()": "*", "-": "+"}.get(node.op, node.op)
        return f"{sign}({','.join(map(shape, node.args))})"
    return "."


def number_of(node: Node | None, exercise: Exercise) -> float | None:
    """Return a member's value at the exercise's own numbers; None where it has none or could not be read."""
    value = math.nan if node is None else evaluate(node, exercise.here, exercise.lr)
    return None if math.isnan(value) else value


def is_exact_form(node: Node, truth: float, exercise: Exercise) -> bool:
    """Whether a member is an irrational number, written exactly, ln 2 or 6 cos 9 - sin(3)^2, and the truth."""
    if is_exact(truth) or has_names(node) or not equal(evaluate(node, exercise.here, exercise.lr), truth):
        return False
    numbers = [leaf for leaf in leaves(node) if isinstance(leaf, Number)]
    functions = [part for part in subtrees(node) if isinstance(part, Call) and len(part.args) == 1 and part.op != "neg"]
    few = len(numbers) <= _FEW and len(functions) == 1
    if few and not any(leaf.value in exercise.here.value.values() for leaf in numbers):  # sigmoid(1) is a calculation
        return True
    return bool(functions) and all(part.op in _ELEMENTARY and is_literal(part.args[0]) for part in functions)


def is_no_chance(key: Key, node: Node, exercise: Exercise) -> bool:
    """Whether a calculation with a finely written number comes to a value with many digits: 1 / (1 + 0.601).

    Or a function of numbers is a value exactly: log(1 + 1). A step is small beside its value, so that digits of that
    tell nothing.
    """
    truth = exercise.truth(key)
    if key.kind == "new" or has_names(node) or is_exact(truth):
        return False
    functions = any(isinstance(part, Call) and part.op.isalpha() and part.op != "neg" for part in subtrees(node))
    if functions and key.kind == "value" and math.isclose(number_of(node, exercise) or 0.0, truth, rel_tol=1e-12):
        return True
    numbers = [leaf.value for leaf in leaves(node) if isinstance(leaf, Number)]
    return any(tolerances.written(number)[1] >= tolerances.DIGITS for number in numbers)


def value_behind(node: Node) -> tuple[Node, Node] | None:
    """Return what stands before a bracket at the end that may only say something of it, "x + y (3)", and the bracket's.

    None where there is no such bracket.
    """
    match node:
        case Call("()", (left, told)):
            return left, told
        case Call(op, (*before, last)) if op in ("+", "-", "*", "neg") and (inner := value_behind(last)):
            return Call(op, (*before, inner[0])), inner[1]
    return None


def adds(node: Node) -> bool:
    """Whether there is a sum or a function in a member, so that a sign may have been worked out before."""
    return isinstance(node, Call) and (node.op not in ("*", "()", "/", "neg", "^") or any(map(adds, node.args)))


def has_minus(node: Node) -> bool:
    """Whether there is a minus anywhere in an expression."""
    return isinstance(node, Call) and (node.op in ("-", "neg") or any(map(has_minus, node.args)))


def fractions_merged(node: Node) -> Node:
    """Return an expression with a * n / m read as a * (n/m)."""
    match node:
        case Call("/", (Call("*" | "()", (left, Number(above))), Number(below))) if below:
            return Call("*", (fractions_merged(left), Number(above / below)))
        case Call("/", (Number(above), Number(below))) if below:
            return Number(above / below)
        case Call():
            return _rebuilt(node, fractions_merged)
    return node


def distributed(node: Node) -> Node:
    """Return a sum with the number before it multiplied into its terms: 0.5 (3 - 2) as 0.5 * 3 - 0.5 * 2."""
    match node:
        case Call("*" | "()", (factor, Call("+" | "-" as sign, (left, right)))) if is_literal(factor):
            return Call(sign, (distributed(Call("*", (factor, left))), Call("*", (factor, right))))
    return node


def zeros_dropped(node: Node) -> Node:
    """Return a sum without the terms that are 0 or 0^2."""
    match node:
        case Call("+" | "-", (left, right)) if _is_zero(right):
            return zeros_dropped(left)
        case Call("+", (left, right)) if _is_zero(left):
            return zeros_dropped(right)
        case Call():
            return _rebuilt(node, zeros_dropped)
    return node


def _is_zero(node: Node) -> bool:
    match node:
        case Number(value):
            return value == 0
        case Call("square", (base,)):
            return _is_zero(base)
        case Call("^", (base, Number(exponent))) if exponent > 0:
            return _is_zero(base)
    return False


def sign_flips(node: Node) -> Iterator[Node]:
    """Yield an expression with the sign of one number changed, for each of its numbers."""
    numbers = [leaf.value for leaf in leaves(node) if isinstance(leaf, Number)]
    for place in range(len(numbers)):
        yield filled(node, iter([-n if i == place else n for i, n in enumerate(numbers)]))


def with_signs(node: Node, free: bool) -> Iterator[tuple[Node, bool]]:
    """Yield the leaves of an expression, each with whether its sign is open: behind a minus, or squared."""
    match node:
        case Call("-", (left, right)):
            yield from with_signs(left, free)
            yield from with_signs(right, True)
        case Call("neg" | "square" | "abs", (inner,)):
            yield from with_signs(inner, True)
        case Call("^", (base, Number(exponent))) if exponent % 2 == 0:
            yield from with_signs(base, True)
            yield Number(exponent), free
        case Call(_, args):
            for arg in args:
                yield from with_signs(arg, free)
        case _:
            yield node, free or (isinstance(node, Number) and node.value < 0)


def is_rounded(value: float, number: float, decimals: int | None = None) -> bool:
    """Whether a written number is a value, or that value rounded to the decimals that are written.

    Args:
        value: the true one.
        number: as it is written.
        decimals: of the number, where they are known.
    """
    if abs(value - number) <= tolerances.SAME_NUMBER * abs(value) + tolerances.NOTHING:
        return True
    decimals = tolerances.written(number)[1] if decimals is None else decimals
    return decimals >= 2 and abs(value - number) <= 0.5 * 10.0**-decimals * (1 + 1e-6)


def _with_euler(node: Node) -> Node:
    """Return an expression in which the e of a power is Euler's number, and no node of that name."""
    match node:
        case Call("^", (Symbol("e"), exponent)):
            return Call("exp", (exponent,))
        case Call():
            return _rebuilt(node, _with_euler)
    return node


def other_readings(node: Node, result: Node | None, key: Key, exercise: Exercise) -> Iterator[Node]:
    """Yield what a member may mean besides: "10 (5*2)" is 10, with its reason behind it, and e^2 has Euler's number.

    "1 - -0.76^2" has the value of a quantity squared, but only before a result that is right: with 1.58 behind it,
    the brackets are lost in earnest.
    """
    match node:
        case Call("()", (left, right)):
            value, reason = number_of(left, exercise), number_of(right, exercise)
            if value is not None and reason is not None and equal(value, reason):
                yield left
    if (euler := _with_euler(node)) is not node:
        yield euler
    told = number_of(result, exercise) if result is not node else None
    if (
        told is not None
        and is_rounded(exercise.truth(key), told)
        and (raised := _with_values_raised(node, exercise)) is not node
    ):
        yield raised


def _with_values_raised(node: Node, exercise: Exercise) -> Node:
    """Return an expression with a quantity's negative value raised where its brackets were left out."""
    match node:
        case Call("neg", (Call("^", (Number(size), exponent)),)):
            put_in = any(value < 0 and is_rounded(value, -size) for value in exercise.here.value.values())
            return Call("^", (Number(-size), exponent)) if put_in else node
        case Call():
            return _rebuilt(node, lambda arg: _with_values_raised(arg, exercise))
    return node


def readings_of(node: Node, of: str, local: Container[Edge]) -> Iterator[tuple[Node, bool]]:
    """Yield the ways to read a member about a node, each with whether all its derivatives are local ones."""
    yield node, False
    if has(node, Derivative):
        yield node, True
        if (inner := with_inner_local(node, of, local)) is not node:
            yield inner, False


def with_inner_local(node: Node, of: str, local: Container[Edge]) -> Node:
    """Return a member in which derivatives of all nodes but the top one are local: df/da * da/dx + df/db * db/dx."""
    match node:
        case Derivative(top, by) if top != of and (top, by) in local:
            return Derivative(top, by, direct=True)
        case Call():
            return _rebuilt(node, lambda arg: with_inner_local(arg, of, local))
    return node


def _rebuilt(call: Call, change: Callable[[Node], Node]) -> Call:
    """Return a call with each argument changed; the very same call where nothing is."""
    args = tuple(map(change, call.args))
    return call if all(map(is_, args, call.args)) else Call(call.op, args)


def works_out(before: Node | None, node: Node | None, exercise: Exercise) -> bool:
    """Whether numbers are those before them, worked out and rounded: 0.7 + 0.1 * 0.029 * 0.9, 0.7 + 0.0026."""
    value, calculated = number_of(node, exercise), number_of(before, exercise)
    return value is not None and calculated is not None and is_rounded(calculated, value)
