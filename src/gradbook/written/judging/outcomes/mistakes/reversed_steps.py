"""Reversed steps: w += lr * dw, where the answer's dw is the negative of the gradient all along: dw = (y - a) * x.

What is added is right then, and only its name is not: that of a program, as dL/dw it is wrong. A person decides.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Number
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import New, Node, evaluate, leaves, mapped
from gradbook.written.judging.steps import tolerances
from gradbook.written.parsing.equations.statements import Statement

_PROGRAM_NAME = regex(r"\w+")
_DEEP = 4  # names of which one is calculated from another


def steps_back(key: Key, statements: Sequence[Statement], exercise: Exercise, source: str) -> bool:
    """Whether an answer adds, to the input of a new value or derivative, the negative of what it calls its gradient."""
    name = key.of if key.kind == "new" else key.by
    slope = Derivative(exercise.graph.output, name)
    total = exercise.here.total.get((slope.of, name)) if name in exercise.lexicon.inputs else None
    if not total or (key.kind != "new" and key.of != slope.of):
        return False
    said = _said(statements, source)
    step = exercise.lr * total  # which is added to the name, or right where a program has put in what that is
    adds = any(
        tolerances.equal(
            evaluate(node, exercise.here, exercise.lr),
            exercise.here.value[name] + (step if slope in leaves(node) else -step),
        )
        for _, node in said[New(name)]
    )
    if not adds:
        return False
    known: dict[tuple[Node, int], float] = {}
    return any(
        (key.kind == "new" or _PROGRAM_NAME.fullmatch(written) is not None)
        and tolerances.equal(_worked_out(node, said, exercise, known, _DEEP), -total)
        for written, node in said[slope]
    )


def _said(statements: Sequence[Statement], source: str) -> dict[Node, list[tuple[str, Node]]]:
    """Return how each quantity is written, and what is said of it."""
    said: dict[Node, list[tuple[str, Node]]] = defaultdict(list)
    for statement in statements:
        head, *others = statement.members
        if head.node is not None and not statement.doubt and not statement.supposed:
            written = source[head.start : head.end].partition("=")[0].strip()
            said[head.node] += ((written, one.node) for one in others if one.node is not None)
    return said


def _worked_out(
    node: Node,
    said: Mapping[Node, list[tuple[str, Node]]],
    exercise: Exercise,
    known: dict[tuple[Node, int], float],
    deep: int,
) -> float:
    """Return the value of an expression in which derivatives are what the answer says of them."""
    numbers: dict[Node, Node] = {}
    for leaf in leaves(node) if deep else ():
        own = next((of for _, of in said.get(leaf, ()) if not isinstance(of, Number)), leaf)
        if isinstance(leaf, Derivative) and own != leaf:
            if (leaf, deep) not in known:
                known[leaf, deep] = _worked_out(own, said, exercise, known, deep - 1)
            numbers[leaf] = Number(known[leaf, deep])
    return evaluate(mapped(node, lambda leaf: numbers.get(leaf, leaf)), exercise.here, exercise.lr)
