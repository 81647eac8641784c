"""Moments: whether an equation for a quantity is about its value before the step or after it.

Reading says where a step is spoken of; the exercise's numbers say which of the two values an equation gives. Where it
gives neither, a person decides.
"""

from collections.abc import Collection
from dataclasses import replace
from itertools import takewhile

from gradbook.graph.expression import Number, Symbol
from gradbook.written.exercise import Exercise
from gradbook.written.expression import Call, New, Node, Old, Rate, factors_of, has_names, is_literal, mapped, terms_of
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.forms import is_rounded, number_of
from gradbook.written.parsing.equations.statements import Member

NEITHER = "a value neither before nor after the step"
EITHER = "a correction of the value before the step, or of that after it"


def timed(
    members: list[Member], context: str, exercise: Exercise, *, corrects: bool = False, news: Collection[str] = ()
) -> tuple[list[Member], str]:
    """Return the members with the quantity they begin with as the new one, where it is; and what makes that doubtful.

    Args:
        members: of a statement.
        context: what is spoken of.
        exercise: what is asked.
        corrects: whether words before it take back what was said: where its number is neither's, it may be of either.
        news: the names of which the answer states new values as such, so that "w = 0.25" is what w was where it is.
    """
    head = members[0].node
    if isinstance(head, New):
        return of_new(members, head.name, exercise), ""
    if not isinstance(head, Symbol):
        return members, ""
    name, last = head.name, members[-1].node
    unmoved = name in news and name in exercise.lexicon.inputs and context != "after"
    if unmoved and number_of(last, exercise) == exercise.here.value[name]:
        return members, ""
    if context == "after" or (name in exercise.lexicon.inputs and is_update(members, exercise)):
        return of_new(members, name, exercise), ""
    calculated = last is not None and name not in exercise.lexicon.inputs and not has_names(last)
    if context not in ("step", "stepped") or not (is_literal(last) or calculated) or len(members) < 2:
        return members, ""
    value, before, after = number_of(last, exercise), exercise.here.value[name], exercise.stepped.get(name)
    if value is None or after is None:
        return members, ""
    if name in exercise.lexicon.inputs:
        moved = not is_rounded(before, value)
        stepped = moved or (context == "step" and is_rounded(after, value))
        return (of_new(members, name, exercise) if stepped else members), ""
    if is_rounded(before, value):
        return members, ""
    if corrects and not is_rounded(after, value):  # which of the two is corrected?
        return members, EITHER
    if _is_near(value, after, before):
        return of_new(members, name, exercise), ""
    return members, "" if _is_near(value, before, after) else NEITHER


def of_new(members: list[Member], name: str, exercise: Exercise) -> list[Member]:
    """Return the members with the quantity as the new one, also where it is named twice: Y = y = 1.41.

    What a node is calculated from after the step is new then too: "new loss: L = (a - y)^2"; an input's new value is
    made of what is old, but may be that of others too: "w = b = 0.8".
    """
    twice = len(members) > 2 and members[1].node == Symbol(name)
    heads = [replace(member, node=New(name)) for member in members[: 1 + twice]]
    if name in exercise.lexicon.inputs:
        result = number_of(members[-1].node, exercise)
        equal = takewhile(bool, (_moved(one.node, result, exercise) for one in members[len(heads) : -1]))
        heads += [replace(one, node=New(other)) for one, other in zip(members[len(heads) :], equal, strict=False)]
        return heads + members[len(heads) :]
    return heads + [replace(one, node=_after(one.node, name, exercise)) for one in members[1 + twice :]]


def _moved(node: Node | None, result: float | None, exercise: Exercise) -> str:
    """Return the name of an input that the step moves, if it is not the result before that; "" for another side."""
    match node:
        case Symbol(name) if name in exercise.moving and result is not None:
            return "" if is_rounded(exercise.here.value[name], result) else name
    return ""


def _after(node: Node | None, of: str, exercise: Exercise) -> Node | None:
    """Return an expression for a node with the new value of each other quantity that the step moves."""

    def new(leaf: Node) -> Node:
        match leaf:
            case Symbol(name) if name != of:
                moves = name in exercise.moving or any(exercise.depends(name, moved) for moved in exercise.moving)
                return New(name) if moves else leaf
        return leaf

    return node if node is None or not has_names(node) else mapped(node, new)


def _is_near(value: float, to: float, other: float) -> bool:
    """Whether a value is one, as far as rounding goes, and is it more than another."""
    return tolerances.near(value, to) and abs(value - to) < abs(value - other)


def is_update(members: list[Member], exercise: Exercise) -> bool:
    """Whether a chain shows that it takes a step: w = 5 - 0.01 * 6, the old value less the rate times something."""
    head = members[0].node
    assert isinstance(head, Symbol)
    return any(member.node is not None and _steps(member.node, head.name, exercise) for member in members[1:])


def _steps(node: Node, name: str, exercise: Exercise) -> bool:
    first, *rest = terms_of(node)
    old = exercise.here.value[name]
    begins = first in (Symbol(name), Old(name)) or (isinstance(first, Number) and first.value == old)
    factors = factors_of(rest[0]) if len(rest) == 1 else []
    return begins and (_is_nothing(factors, exercise) or any(_is_rate(factor, exercise) for factor in factors))


def _is_nothing(factors: list[Node], exercise: Exercise) -> bool:
    """Whether factors are a step where no gradient flows: "b = 1 - 0", "b = 1 - 0.03 * 0" with a rate times a slope."""
    others = [factor for factor in factors if factor not in (Number(0.0), Call("neg", (Number(0.0),)))]
    if len(others) == len(factors):
        return False
    sizes = [abs(value) for factor in others if (value := number_of(factor, exercise)) is not None]
    slopes = {abs(slope) for (of, _), slope in exercise.here.total.items() if of == exercise.graph.output}
    steps = {size for slope in slopes - {0.0, 1.0} for size in (slope, slope * exercise.lr)}
    return len(sizes) == len(others) and all(any(is_rounded(step, size) for step in steps) for size in sizes)


def _is_rate(factor: Node, exercise: Exercise) -> bool:
    if isinstance(factor, Call) and factor.op == "neg":
        return _is_rate(factor.args[0], exercise)
    return isinstance(factor, Rate) or (isinstance(factor, Number) and abs(factor.value) == exercise.lr)
