"""What a statement is about, seen with the exercise's values: expressions that are nodes, and headings."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from operator import is_
from string import digits

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.exercise import Exercise
from gradbook.written.expression import (
    At,
    Call,
    New,
    Node,
    Old,
    Rate,
    Slope,
    evaluate,
    has,
    has_names,
    is_literal,
    mapped,
    subtrees,
)
from gradbook.written.judging.claims.givens import is_supposed
from gradbook.written.judging.claims.headings.slopes import as_slope, as_titled, on_the_way_back
from gradbook.written.judging.claims.own_arrays import OwnArrays
from gradbook.written.judging.claims.timing.moments import timed
from gradbook.written.judging.claims.values_in_brackets import is_value, led_without_value, with_value
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.forms import is_rounded, number_of
from gradbook.written.notation import plain, unit_of_signal
from gradbook.written.parsing.cues.settings.contexts import MOVED
from gradbook.written.parsing.equations.statements import Member, Statement, is_quantity

_WRITTEN_OUT = (Slope, At)
_LAST = frozenset({"", "out", "output", "o", "y", "yhat", "y_hat", "L"})  # of the neuron at the end


def resolved(
    statement: Statement,
    exercise: Exercise,
    arrays: OwnArrays,
    *,
    ones: bool = True,
    news: Collection[str] = (),
) -> Statement:
    """Return a statement with derivatives of written-out nodes, aliases and headings taken for what they mean.

    Args:
        statement: one of the answer's.
        exercise: what is asked.
        arrays: the arrays of the answer's own.
        ones: whether dL/dL is 1 where it is a factor.
        news: the names of which the answer states new values as such.
    """
    members = list(statement.members)
    for place, member in enumerate(members):
        if has(member.node, _WRITTEN_OUT):
            members[place] = replace(member, node=_known(member.node, exercise))
    members[:1] = [led_without_value(members[0], members[1:], exercise)]
    members[1:] = [part for member in members[1:] for part in with_value(members[0].node, member, exercise)]
    members[1:] = _without_foreign(members[1:], exercise)
    members[1:] = [_without_itself(member) for member in members[1:]] if ones else members[1:]
    members[1:] = _of_the_same(members[0].node, members[1:], exercise)
    head = members[0].node
    tentative = statement.tentative
    written_out = statement.alias and isinstance(head, Call) and not any(is_quantity(member.node) for member in members)
    if statement.entry is not None:
        found, several = arrays.of(statement)
        members[0] = replace(members[0], node=found) if found is not None else members[0]
        tentative = tentative or several
    elif written_out and head is not None:
        if statement.alias.startswith("delta") and (slope := _error_signal(head, statement.alias, exercise)):
            members[0] = replace(members[0], node=slope)
        elif name := node_of(head, exercise):
            members[0] = replace(members[0], node=Symbol(name))
        elif name := _new_of(head, exercise):
            members[0] = replace(members[0], node=New(name))
        elif by_name := arrays.by_name(statement):
            members[0] = replace(members[0], node=by_name)
    updates = members[0].node is head and has(head, Rate) and has(head, Derivative)
    if updates and head is not None and (name := _new_of(head, exercise)):  # "w - lr * dL/dw = 0.25"
        members.insert(0, replace(members[0], node=New(name)))
    unnamed = statement.alias.lower().startswith("delta") and not any(is_quantity(member.node) for member in members)
    unnamed = unnamed and statement.entry is None
    if unnamed and (slope := _signal_by_name(statement, exercise)):
        members[0], tentative = replace(members[0], node=slope), True  # or with the other sign
    match members[0].node, members[-1].node:
        case New(name), Old(before) if name == before and name in exercise.here.value and len(members) == 2:
            members[1] = replace(members[1], node=Number(exercise.here.value[name]))  # "w stays as it is"
    context = "" if is_supposed(statement) and is_literal(members[-1].node) else statement.context  # "if w = 0, then"
    members, unsettled = timed(members, context, exercise, corrects=statement.retracts, news=news)
    if statement.context == "slopes":
        members, told = as_titled(members, statement.locality, exercise)
        members = members if told else as_slope(members, exercise)
        unsettled = unsettled or told
        members[1:] = _of_the_same(members[0].node, members[1:], exercise)
    elif statement.context == "backward" and statement.given is None:
        members, told = on_the_way_back(members, exercise)
        unsettled = unsettled or told
    elif statement.context == "derived" and statement.given is None:
        members, _ = on_the_way_back(members, exercise)
    if not unsettled and len(members) == len(statement.members) and all(map(is_, members, statement.members)):
        return statement
    doubt = statement.doubt or unsettled
    return replace(statement, members=tuple(members), tentative=tentative, doubt=doubt)


def _without_itself(side: Member) -> Member:
    """Return a side with 1 for dL/dL, a factor of what is handed on: c.grad = d.grad * L.grad."""
    if isinstance(side.node, Call) and has(side.node, Derivative):
        return replace(side, node=mapped(side.node, _one_for_itself))
    return side


def _one_for_itself(leaf: Node) -> Node:
    return Number(1.0) if isinstance(leaf, Derivative) and leaf.of == leaf.by else leaf


def _without_foreign(sides: list[Member], exercise: Exercise) -> list[Member]:
    """Leave a side unread that is a node which the exercise does not name, where its value is another.

    Such a name is lent to it, and a learner may have used the letter for something else: "dL/df = f - y = 0.8 = r".
    """
    number = next((number_of(side.node, exercise) for side in sides if is_literal(side.node)), None)
    if number is None or not exercise.unnamed:
        return sides
    return [
        replace(side, node=None)
        if isinstance(side.node, Symbol)
        and side.node.name in exercise.unnamed
        and not is_value(side.node, number, exercise)
        else side
        for side in sides
    ]


def _of_the_same(head: Node | None, sides: list[Member], exercise: Exercise) -> list[Member]:
    """Return sides in which a name that a gradient is said to equal stands for its own: "df/dx = 4, equal to a".

    Said in words it is the gradient by a, where that is the number and a itself is not.
    """
    if not isinstance(head, Derivative):
        return sides
    number = next((number_of(side.node, exercise) for side in sides if is_literal(side.node)), None)
    if number is None:
        return sides
    return [
        replace(side, node=Derivative(head.of, side.node.name))
        if isinstance(side.node, Symbol)
        and (side.relation == "is" or (side.node.name != head.by and is_value(head, number, exercise)))
        and (head.of, side.node.name) in exercise.here.total
        and is_value(Derivative(head.of, side.node.name), number, exercise)
        and not is_value(side.node, number, exercise)
        else side
        for side in sides
    ]


def node_of(expression: Node, exercise: Exercise) -> str | None:
    """Return the node that an expression of names is, at all points."""
    if isinstance(expression, Symbol):
        return expression.name
    for name in exercise.arguments:
        values = [(evaluate(expression, point, exercise.lr), point.value[name]) for point in exercise.everywhere]
        if all(abs(a - b) <= tolerances.EXACT * max(1.0, abs(b)) for a, b in values):
            return name
    return None


def _new_of(expression: Node, exercise: Exercise) -> str | None:
    """Return the quantity that an expression is after the step, at all points: w - lr * dL/dw, or one of new inputs."""
    if not isinstance(expression, Call):
        return None
    points = exercise.everywhere
    found = [evaluate(expression, point, exercise.lr) for point in points]
    for name in points[0].new:
        news = [point.new.get(name, math.nan) for point in points]
        if all(abs(a - b) <= tolerances.EXACT * max(1.0, abs(b)) for a, b in zip(found, news, strict=True)):
            return name
    return None


def _signal_by_name(statement: Statement, exercise: Exercise) -> Derivative | None:
    """Return the derivative that delta_o is by its index: by what goes into the function of o, or by o."""
    unit = unit_of_signal(statement.alias)
    index = "".join(unit) if unit else statement.alias[len("delta") :].strip("^()[]_")
    lexicon, out = exercise.lexicon, exercise.graph.output
    ends = [node for node in lexicon.activated if index and plain(node).endswith(index)]
    exact = [node for node in ends if plain(node).removesuffix(index).isalpha()]  # of z2 and z1_2, z2 is of layer 2
    if "^" in statement.alias and index.isdecimal() and not unit and not exact:
        bare = {node: plain(node) for node in lexicon.activated}
        ends = [node for node, name in bare.items() if name[len(name.rstrip(digits)) :].startswith(index)]  # z2_1
    named = exact if len(exact) == 1 else ends if len(ends) == 1 else []
    named += [lexicon.names[name] for name in (f"net{index}", index) if index and name in lexicon.names]
    known = [node for node in named if node in exercise.arguments or node in ends]
    if not known and index in _LAST:
        nodes = lexicon.activated
        known = [node for node in nodes if not any(exercise.depends(other, node) for other in nodes)]
        known = known if len(known) == 1 else []
    number = number_of(statement.members[-1].node, exercise)
    fits = [node for node in known if number is not None and is_rounded(exercise.here.total[out, node], number)]
    if not index and not _is_product(statement.members, exercise):  # delta alone may be anything
        return None
    if number is not None and any(tolerances.near(-number, exercise.here.total[out, node]) for node in known):
        return None  # delta = (t - y) * y (1 - y), and w + lr * delta * x
    chosen = fits or (known if index else [])
    return Derivative(out, chosen[0]) if chosen else None


def _is_product(members: Sequence[Member], exercise: Exercise) -> bool:
    """Whether a result is worked out, from numbers of which some are multiplied, and none is the learning rate."""
    node = members[1].node if len(members) > 2 else None
    parts = () if node is None or has_names(node) else tuple(subtrees(node))
    rate = Number(exercise.lr)
    if rate in parts and exercise.lr not in exercise.here.value.values():  # delta w = -0.1 * 1.25
        return False
    return any(isinstance(part, Call) and part.op in ("*", "()") for part in parts)


def _error_signal(expression: Node, name: str, exercise: Exercise) -> Derivative | None:
    """Return the derivative that an expression called delta is: of the output by what goes into a neuron's function."""
    out = exercise.graph.output
    found = [
        node
        for node in exercise.arguments
        if node != out
        and node not in exercise.unnamed
        and all(
            tolerances.equal(evaluate(expression, point, exercise.lr), point.total[out, node])
            for point in exercise.everywhere
        )
    ]
    activated = [node for node in found if node in exercise.lexicon.activated]
    index = name.removeprefix("delta").strip("^()")
    named = [node for node in activated or found if index and node.endswith(index)]
    chosen = named or activated or found
    return Derivative(out, chosen[0]) if len(chosen) == 1 else None


def _known(node: Node | None, exercise: Exercise) -> Node | None:
    """Return an expression in which the derivative of a written-out node is that of the node."""
    match node:
        case Slope(expression, by):
            of, below = node_of(expression, exercise), node_of(by, exercise)
            if of and below and of in exercise.arguments:
                return Derivative(of, below)
            return Slope(expression, Symbol(below)) if below else node
        case At(quantity, args):
            return _taken(quantity, args, exercise)
        case Call(op, args):
            known = tuple(_known(arg, exercise) or arg for arg in args)
            return node if all(a is k for a, k in zip(args, known, strict=True)) else Call(op, known)
    return node


def _taken(quantity: Symbol | Derivative, args: tuple[Node, ...], exercise: Exercise) -> Node:
    """Return the quantity whose point is the exercise's own, or the one after the step; as it was where it is another.

    The numbers in brackets may be the inputs below a node, those that the step moves or that it does not, or its direct
    operands.
    """
    if all(isinstance(arg, Call) and arg.op == "at" for arg in args):
        given = {arg.args[0]: number_of(arg.args[1], exercise) for arg in args if isinstance(arg, Call)}
        if _are(given, exercise.here.value):
            return quantity
        after = all(Symbol(name) in given for name in exercise.moving) and _are(given, exercise.stepped)
        return New(quantity.name) if after and isinstance(quantity, Symbol) else At(quantity, args)
    top = quantity.name if isinstance(quantity, Symbol) else quantity.of
    below = exercise.lexicon.below(top)
    moving = tuple(name for name in below if name in exercise.moving)
    numbers = [number for arg in args if (number := number_of(arg, exercise)) is not None]
    still = tuple(name for name in below if name not in exercise.moving)
    for names in (below, moving, still, exercise.arguments.get(top, ())):
        if len(names) != len(numbers):
            continue
        for values, after in ((exercise.here.value, False), (exercise.here.new, True)):
            there = sorted(values.get(name, exercise.here.value[name]) for name in names)  # in which order, who knows
            if all(is_rounded(value, one) for one, value in zip(sorted(numbers), there, strict=True)):
                if not after:
                    return quantity
                return New(quantity.name) if isinstance(quantity, Symbol) else At(quantity, args)
    return At(quantity, args)


def _are(given: Mapping[Node, float | None], values: Mapping[str, float]) -> bool:
    """Whether numbers that are given to names, x = 2 under a bar, are these values of theirs."""
    return all(
        isinstance(name, Symbol) and number is not None and is_rounded(values[name.name], number)
        for name, number in given.items()
    )


def holds(condition: tuple[Node, Node], context: str, exercise: Exercise) -> bool:
    """Whether a condition such as w = 5 is what the exercise gives, or what the step leads to where that is taken."""
    left, right = (evaluate(side, exercise.here, exercise.lr) for side in condition)
    match condition[0]:
        case Symbol(name) if context in MOVED and is_rounded(exercise.stepped.get(name, left), right):
            return True
        case New() if is_rounded(left, right):
            return True
        case Symbol(name) if name in exercise.lexicon.operands:
            return abs(left - right) <= tolerances.COARSE * abs(left)
    return tolerances.equal(left, right)
