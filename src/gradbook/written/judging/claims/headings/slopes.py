"""Headings: what a name with a number is where gradients are spoken of: "Gradients:", "Local gradients:", "w: 6"."""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.exercise import Exercise
from gradbook.written.expression import Call, New, is_literal
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.forms import is_rounded, number_of
from gradbook.written.parsing.equations.localities import ANY_NODE, EVERYWHERE, UPSTREAM, Locality
from gradbook.written.parsing.equations.statements import Member

NO_GRADIENT = "neither the gradient, where that is spoken of, nor the value"


def as_titled(members: list[Member], locality: Locality, exercise: Exercise) -> tuple[list[Member], str]:
    """Take "w: 2" under "Local gradients:" or "Gradients of q:" for that, and return what makes it doubtful if not.

    Args:
        members: of a statement under a title of gradients.
        locality: of what that says they are.
        exercise: what is asked.
    """
    out, here = exercise.graph.output, exercise.here
    match [member.node for member in members]:
        case [Symbol(name) | Derivative(by=name), *_, last] if locality != EVERYWHERE and is_literal(last):
            number = number_of(last, exercise)
            total = here.total.get((out, name))
            if number is None or total is None or locality.of == name:
                return members, ""
            if locality.of == UPSTREAM:
                comes = name in exercise.arguments and tolerances.near(number, total)
                return members, "" if comes or not locality.firm else locality.said
            for node in _users(name, locality, exercise):
                slope = here.total[node, name] if (node, name) not in here.local else exercise.local(node, name, here)
                if is_rounded(slope, number):
                    return [replace(members[0], node=Derivative(node, name, node != out)), *members[1:]], ""
            return members, locality.said if locality.firm else ""
    return members, ""


def _users(name: str, locality: Locality, exercise: Exercise) -> Sequence[str]:
    """Return the nodes of which the derivative by one may be meant."""
    if locality.of == ANY_NODE:
        return [node for node, below in exercise.arguments.items() if name in below]
    return [locality.of] if exercise.depends(locality.of, name) else []


def as_slope(members: list[Member], exercise: Exercise) -> list[Member]:
    """Take "w = 6" in a list of gradients for the gradient by w, unless it says again what w is."""
    match [member.node for member in members]:
        case [Symbol(name), *unread, Number(1.0)] if (
            name == exercise.graph.output and exercise.here.value[name] != 1.0 and not any(unread)
        ):
            return [replace(members[0], node=Derivative(name, name)), *members[1:]]
        case [Symbol(name), *_, last] if name != exercise.graph.output and is_literal(last):
            value, slope = exercise.here.value[name], exercise.here.total.get((exercise.graph.output, name), 0.0)
            number = number_of(last, exercise) or 0.0
            again = number == value  # an input is what it is; what is calculated may be rounded
            if name in exercise.inputs and _updates(members, value):
                return [replace(members[0], node=New(name)), *members[1:]]
            if name in exercise.arguments:
                again = again or (tolerances.near(number, value) and not tolerances.near(number, slope))
            if not again:
                return [replace(members[0], node=Derivative(exercise.graph.output, name)), *members[1:]]
    return members


def on_the_way_back(members: list[Member], exercise: Exercise) -> tuple[list[Member], str]:
    """Take "w: 6" or "w <- 6" on the way back for the gradient by w where that fits, for nothing if nothing does."""
    match [member.node for member in members]:
        case [Symbol(name) | New(name), *_, last] if last is not None and is_literal(last):
            found = number_of(last, exercise)
            here = exercise.here
            out = exercise.graph.output
            if found is None or (out, name) not in here.total or _updates(members, here.value[name]):
                return members, ""
            slope, value = here.total[out, name], here.value[name]
            if name == out and found == value:
                return members, ""
            nearer = abs(found - slope) < abs(found - value) or (slope == value and len(members) == 2)
            if nearer and (tolerances.near(found, slope) if name != out else found == 1.0):
                return [replace(members[0], node=Derivative(out, name)), *members[1:]], ""
            others = (value, exercise.stepped.get(name, value))
            return members, "" if any(tolerances.near(found, other) for other in others) else NO_GRADIENT
    return members, ""


def _updates(members: list[Member], old: float) -> bool:
    """Whether a chain goes on from the old value, as "w = 5 - 0.06 = 4.94" does."""
    first = members[1].node
    return (
        isinstance(first, Call)
        and first.op in ("+", "-")
        and first.args[0] == Number(old)
        and is_literal(first.args[1])
    )
