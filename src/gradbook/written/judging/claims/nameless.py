"""Calculations without a name that is known: what they can only be of.

"2 * (3.5 - 4) = -1" below "the gradient at the prediction" says what it is of by its numbers: each stands for a
quantity of the graph, and at all other points the calculation comes to one quantity and to no other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import Call, New, Node, has_names, is_literal, leaves
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.forms import number_of
from gradbook.written.judging.steps.found import Found
from gradbook.written.judging.steps.steps import Steps
from gradbook.written.parsing.cues.settings.contexts import DERIVING, MOVED
from gradbook.written.parsing.equations.statements import Member, Statement, is_quantity

_REASONED = (Found.IDENTITY, Found.VALUE)
_FEWEST = 2  # numbers of a calculation
_ANYTHING = 2  # whole numbers up to here may be of anything: 1 + 1 = 2
_SMALL = 9  # so may these where no gradient is spoken of: 3 * 2 = 6


class Nameless:
    """The calculations of one answer that name no quantity, by the one that each can only be of."""

    def __init__(self, exercise: Exercise, statements: Iterable[Statement], steps: Steps) -> None:
        """Take the statements that name nothing; they are looked at once a quantity has no other."""
        self._exercise, self._steps = exercise, steps
        self._statements = [statement for statement in statements if statement.is_sure]

    def on(self, key: Key) -> list[Claim]:
        """Return what is calculated of a quantity, if all of that comes to the same."""
        return self._claims.get(key.text, [])

    @cached_property
    def _claims(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = {}
        against: set[str] = set()
        asked = {key.text for key in self._exercise.keys}
        for statement in self._statements:
            members = _calculation(statement, self._exercise)
            if not members:
                continue
            fitting, failing = self._read(members, statement.context)
            against |= {key.text for key in failing}
            meant = [key for key in fitting if key.text in asked and self._may_be_meant(key, statement.beside)]
            if len({self._exercise.truths(key) for key in fitting}) == len(meant) == 1:
                (key,) = meant
                head, chain = _quantity(key), fitting[key]
                about = replace(statement, members=(Member(head, statement.start, statement.start), *members))
                found.setdefault(key.text, []).append(Claim(about, members, chain, head))
        return {text: claims for text, claims in found.items() if text not in against}

    def _may_be_meant(self, key: Key, beside: frozenset[str]) -> bool:
        """Whether the quantities before a calculation do not say that it is of another one."""
        lexicon = self._exercise.lexicon
        if key.kind in ("total", "local"):
            others = beside - {key.of}
            return not others or key.by in others
        return not beside or key.of in beside or (key.kind == "value" and beside <= {*lexicon.cone(key.of)})

    def _read(self, members: tuple[Member, ...], context: str) -> tuple[dict[Key, tuple[Found, ...]], list[Key]]:
        """Return the quantities that a calculation and its result may be of, and those that only the former may be.

        The former with what each member is found to be.
        """
        result = number_of(members[-1].node, self._exercise)
        fitting: dict[Key, tuple[Found, ...]] = {}
        failing: list[Key] = []
        if result is None:
            return fitting, failing
        for key in self._candidates(context):
            truth = self._exercise.truth(key)
            near = tolerances.ROUNDING_AT_MOST * max(abs(truth), abs(result))
            if not any(abs(number - truth) <= near for number in self._numbers(members)):
                continue
            chain = self._steps.chain(key, members)
            reasoned = any(
                found in _REASONED and not is_literal(member.node) for found, member in zip(chain, members, strict=True)
            )
            if reasoned and all(found.right for found in chain):
                fitting[key] = chain
            elif reasoned:
                failing.append(key)
        return fitting, failing

    def _numbers(self, members: Sequence[Member]) -> Iterator[float]:
        for member in members:
            number = number_of(member.node, self._exercise)
            if number is not None:
                yield number

    def _candidates(self, context: str) -> Iterator[Key]:
        """Yield what a calculation may be of: where derivatives are spoken of one of these, or else a value."""
        exercise, out = self._exercise, self._exercise.graph.output
        if context in DERIVING:
            yield from (Key.slope(out, by) for of, by in exercise.here.total if of == out != by)
            yield from (Key(f"local:d{of}/d{by}", "local", of, by) for of, by in exercise.here.local if of != out)
        elif context == "output":  # "the loss: (7 - 9)**2 = 4"
            yield Key(out, "value", out)
        elif context not in MOVED:
            yield from (Key(name, "value", name) for name in exercise.arguments)
        if context not in ("slopes", "output"):
            yield from (Key(f"new:{name}", "new", name) for name in exercise.here.new)


def _calculation(statement: Statement, exercise: Exercise) -> tuple[Member, ...]:
    """Return the calculation of a statement and its result, without a name before it; empty where it has none."""
    members = statement.members
    if len(members) > 1 and (members[0].node is None or is_literal(members[0].node)):
        members = members[1:]  # "m = 2 * 3 = 6", where m is no name of the exercise's
    *calculated, result = members
    if any(member.node is None or is_quantity(member.node) for member in members) or not is_literal(result.node):
        return ()
    small = _ANYTHING if statement.context in DERIVING else _SMALL
    known = any(_tells(member.node, result.node, small, exercise) for member in calculated)
    return members if known else ()


def _tells(node: Node | None, result: Node | None, small: int, exercise: Exercise) -> bool:
    """Whether a calculation has numbers enough to tell what it is of: 1 + 2 may be anything."""
    if not isinstance(node, Call) or is_literal(node):
        return False
    written = [leaf.value for leaf in leaves(node) if isinstance(leaf, Number)]
    names = [leaf for leaf in leaves(node) if not isinstance(leaf, Number)]
    numbers = [number for number in written if number != exercise.lr]
    if small == _SMALL and (value := number_of(result, exercise)) is not None:
        numbers.append(value)
    telling = any(not number.is_integer() or abs(number) > small for number in numbers)
    return (telling or bool(names and has_names(node))) and len(written) + len(names) >= _FEWEST


def _quantity(key: Key) -> Symbol | New | Derivative:
    if key.kind in ("total", "local"):
        return Derivative(key.of, key.by, key.kind == "local")
    return New(key.of) if key.kind == "new" else Symbol(key.of)
