"""Reversed steps: w += lr * dw, where the answer's dw is the negative of the gradient all along: dw = (y - a) * x.

What is added is right then, and only its name is not: that of a program, as dL/dw it is wrong. A person decides.
"""

import re
from collections.abc import Iterator, Sequence

from gradbook.graph.expression import Derivative, Number
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import Call, New, Node, evaluate, leaves
from gradbook.written.judging.steps import tolerances
from gradbook.written.parsing.equations.statements import Statement

_PROGRAM_NAME = re.compile(r"\w+")
_DEEP = 4  # names of which one is calculated from another


def steps_back(key: Key, statements: Sequence[Statement], exercise: Exercise, source: str) -> bool:
    """Whether an answer adds, to the input of a new value or derivative, the negative of what it calls its gradient."""
    name = key.of if key.kind == "new" else key.by
    slope = Derivative(exercise.graph.output, name)
    total = exercise.here.total.get((slope.of, name)) if name in exercise.lexicon.inputs else None
    if not total or (key.kind != "new" and key.of != slope.of):
        return False
    step = exercise.lr * total  # which is added to the name, or right where a program has put in what that is
    adds = any(
        tolerances.equal(
            evaluate(node, exercise.here, exercise.lr),
            exercise.here.value[name] + (step if slope in leaves(node) else -step),
        )
        for _, node in _said_of(New(name), statements, source)
    )
    return adds and any(
        (key.kind == "new" or _PROGRAM_NAME.fullmatch(written) is not None)
        and tolerances.equal(evaluate(_put_in(node, statements, source, _DEEP), exercise.here, exercise.lr), -total)
        for written, node in _said_of(slope, statements, source)
    )


def _said_of(quantity: Node, statements: Sequence[Statement], source: str) -> Iterator[tuple[str, Node]]:
    """Yield how a quantity is written, and what is said of it."""
    for statement in statements:
        head, *others = statement.members
        if head.node == quantity and not statement.doubt and not statement.supposed:
            written = source[head.start : head.end].partition("=")[0].strip()
            yield from ((written, one.node) for one in others if one.node is not None)


def _put_in(node: Node, statements: Sequence[Statement], source: str, deep: int) -> Node:
    """Return an expression in which derivatives are what the answer says of them."""
    match node:
        case Derivative():
            said = next((of for _, of in _said_of(node, statements, source) if not isinstance(of, Number)), node)
            return said if said == node or not deep else _put_in(said, statements, source, deep - 1)
        case Call(op, args):
            return Call(op, tuple(_put_in(arg, statements, source, deep) for arg in args))
    return node
