"""What one member of an equality says of an asked quantity.

A member that holds in every world is an identity; one that holds for the exercise's numbers only is a calculation if
its numbers stand for quantities of the graph, and otherwise a coincidence. A derivative in it must also hold where the
edges of the graph are stretched, or a factor of 1 has been skipped or divided by.
"""

import math
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import product

from gradbook.graph.expression import Derivative as Der
from gradbook.graph.expression import Number as Num
from gradbook.graph.expression import Symbol as Name
from gradbook.written.exercise import Exercise, Key
from gradbook.written.grammar import Call, New, Node, evaluate, leaves
from gradbook.written.members import Member
from gradbook.written.worlds import Edge, World, edges_between, freed, stretched

_IDENTICAL = 1e-7
_MAX_WAYS = 6_000  # to read the numbers of one member
_MAX_WAYS_IN_ALL = 30_000


class Found(Enum):
    """What a member is found to be."""

    IDENTITY = auto()
    VALUE = auto()
    UNEXPLAINED = auto()  # the value, but nobody can say how
    COINCIDENCE = auto()  # the value, by a step that does not hold
    COARSE = auto()
    WRONG = auto()
    UNREAD = auto()

    @property
    def right(self) -> bool:
        """Whether nothing speaks against it."""
        return self in (Found.IDENTITY, Found.VALUE, Found.UNEXPLAINED)


class Steps:
    """Judges the members of statements about one exercise."""

    def __init__(self, exercise: Exercise, ones: frozenset[Edge] = frozenset()) -> None:
        """Make a judge.

        Args:
            ones: derivatives that the learner says are 1, so that a chain may leave them out.
        """
        self._exercise = exercise
        self._ones = ones
        self._ways = 0
        self._freed: dict[str, tuple[tuple[World, ...], ...]] = {}
        self._stretched: dict[tuple[int, frozenset[Edge]], World] = {}

    def chain(self, key: Key, members: Sequence[Member]) -> tuple[Found, ...]:
        """Judge the members that follow a quantity, from left to right.

        Once a member is right for a reason, numbers after it are its calculation; before that they need one.
        """
        found: list[Found] = []
        reasoned = False
        for place, member in enumerate(members):
            before = members[place - 1].node if place and found[-1].right else None
            judged = self._member(key, member.node, member.relation, reasoned, before)
            if judged in (Found.WRONG, Found.COARSE) and place == len(members) - 1 and place:
                before = members[place - 1].node
                if found[-1] in (Found.VALUE, Found.UNEXPLAINED) and self._rounds(key, member.node, before):
                    judged = Found.VALUE
            reasoned = reasoned or (
                judged in (Found.IDENTITY, Found.VALUE) and not is_literal(member.node) and not is_chain(member.node)
            )
            found.append(judged)
        return tuple(found)

    def value(self, node: Node, truth: float, relation: str = "=") -> Found:
        """Compare a member's value at the exercise's numbers with a number, with the house's tolerance.

        Exact where the true value has at most four decimals, else three significant digits.
        """
        value = evaluate(node, self._exercise.here, self._exercise.lr)
        if math.isnan(value):
            return Found.UNREAD
        exact = abs(round(truth, 4) - truth) <= 1e-9 * max(1.0, abs(truth))
        if abs(value - truth) <= 1e-9 * max(abs(truth), 1e-3):
            return Found.VALUE
        digit = 10.0 ** (math.floor(math.log10(abs(truth))) - 2) if truth else 1e-3
        literal = is_literal(node)
        if truth and (not exact or relation == "~" or not literal):
            slack = 0.5 if literal else 0.6
            near = abs(value - truth) <= slack * digit * (1 + 1e-6)
            if near and (not exact or relation == "~"):
                return Found.VALUE
        rounded = literal and value and any(abs(value - round(truth, n)) <= 1e-12 for n in range(1, 4))
        whole = literal and value and value == round(truth) and abs(value - truth) <= 0.2 * abs(truth)
        return Found.COARSE if rounded or whole else Found.WRONG

    def states_formula(self, name: str, left: Node, right: Node) -> bool:
        """Whether an equation, solved for a node or not, gives it in terms of its direct operands."""
        lr = self._exercise.lr
        if name not in self._freed:
            self._freed[name] = tuple(worlds for worlds in freed(self._exercise, name) if worlds)
        for worlds in self._freed[name]:
            if not all(_equal(evaluate(left, world, lr), evaluate(right, world, lr)) for world in worlds):
                continue
            moved = [World({**world.value, name: world.value[name] * 1.37 + 0.11}, {}, {}, {}) for world in worlds]
            if not any(_equal(evaluate(left, world, lr), evaluate(right, world, lr)) for world in moved):
                return True
        return False

    # -- one member ----------------------------------------------------------------------------------------------------

    def _member(self, key: Key, node: Node | None, relation: str, reasoned: bool, before: Node | None) -> Found:
        if node is None:
            return Found.UNREAD
        exercise = self._exercise
        if has_names(node):
            for local in (False, True):
                if self._holds(key, node, exercise.worlds, local):
                    return Found.IDENTITY if self._linked(key, node, local) else Found.COINCIDENCE
        found = self.value(node, exercise.truth(key), relation)
        if found is not Found.VALUE or is_literal(node):
            return found
        if has_names(node) and not any(isinstance(leaf, Num) for leaf in leaves(node)):
            return Found.COINCIDENCE
        if reasoned and (not has_names(node) or (before is not None and self._same(before, node))):
            return Found.VALUE
        found = self._calculated(key, node)
        return found if found is not Found.VALUE or self._linked(key, node, False) else Found.COINCIDENCE

    def _same(self, before: Node, node: Node) -> bool:
        """Whether two members differ in their numbers' arithmetic only: 5 * 3 * x**2 = 15 * x**2."""
        worlds, lr = self._exercise.worlds, self._exercise.lr
        return all(_equal(evaluate(before, world, lr), evaluate(node, world, lr)) for world in worlds)

    def _holds(self, key: Key, node: Node, worlds: Sequence[World], local: bool) -> bool:
        truth, lr = self._exercise.truth, self._exercise.lr
        return all(_equal(evaluate(node, world, lr, local=local), truth(key, world)) for world in worlds)

    def _linked(self, key: Key, node: Node, local: bool) -> bool:
        """Whether a member with derivatives in it still holds where edges have other slopes.

        Where it is made of derivatives only, every edge between the two nodes is stretched; where names and numbers
        stand for some of them, the edges of those that are written.
        """
        written = [leaf for leaf in leaves(node) if isinstance(leaf, Der)]
        if not written or isinstance(node, Der) or key.kind not in ("total", "local", "new"):
            return True
        exercise = self._exercise
        of, by = (key.of, key.by) if key.kind != "new" else (exercise.graph.output, key.of)
        if len(written) == len(leaves(node)):
            edges = edges_between(exercise, of, by) - (self._ones - {(der.of, der.by) for der in written})
        else:
            edges = frozenset[Edge]().union(*(edges_between(exercise, der.of, der.by) for der in written))
        worlds = [self._stretch(place, edges) for place in (0, 1)]
        # Numbers stand for values here, so that only this world can tell.
        has_numbers = any(isinstance(leaf, Num) for leaf in leaves(node))
        return self._close(key, node, worlds[:1] if has_numbers else worlds, local)

    def _close(self, key: Key, node: Node, worlds: Sequence[World], local: bool) -> bool:
        for world in worlds:
            truth = self._exercise.truth(key, world)
            if not abs(evaluate(node, world, self._exercise.lr, local=local) - truth) <= 5e-3 * abs(truth) + 1e-12:
                return False
        return True

    def _stretch(self, place: int, edges: frozenset[Edge]) -> World:
        if (place, edges) not in self._stretched:
            self._stretched[place, edges] = stretched(self._exercise, self._exercise.worlds[place], edges)
        return self._stretched[place, edges]

    # -- numbers -------------------------------------------------------------------------------------------------------

    def _calculated(self, key: Key, node: Node) -> Found:
        """Judge a member whose value is right: do its numbers stand for quantities of the graph, in every world?

        A coincidence if no reading of its numbers holds; unexplained if some number is no quantity of the graph, or
        there are too many readings.
        """
        worlds = self._exercise.worlds[1:]
        known = self.reads_as(node, [self._exercise.truth(key, world) for world in worlds])
        if known is None:
            return Found.UNEXPLAINED
        return Found.VALUE if known else Found.COINCIDENCE

    def reads_as(self, node: Node, targets: Sequence[float]) -> bool | None:
        """Whether a member's numbers can be read as quantities of the graph so that it gives these targets.

        None where that cannot be said.

        Args:
            targets: one for each world but the first.
        """
        exercise = self._exercise
        leaf_signs = [(leaf.value, free) for leaf, free in _with_signs(node, False) if isinstance(leaf, Num)]
        readings = [list(self._readings(number, free)) for number, free in leaf_signs]
        ways = math.prod(len(reading) for reading in readings)
        self._ways += ways
        if ways > _MAX_WAYS or self._ways > _MAX_WAYS_IN_ALL:
            return None
        for way in product(*readings):
            for place, (world, target) in enumerate(zip(exercise.worlds[1:], targets, strict=True)):
                value = evaluate(_fill(node, iter([reading[place] for reading in way])), world, exercise.lr)
                if not abs(value - target) <= 2e-3 * abs(target) + 1e-12:
                    break
            else:
                return True
        if has_names(node) or all(self._plain(number) or self._known(number) for number, _ in leaf_signs):
            return False
        return None

    def _known(self, number: float) -> bool:
        return len(list(self._readings(number, True))) > 1

    def _plain(self, number: float) -> bool:
        return number in (-1, 0, 1, 2, self._exercise.lr)

    def _readings(self, number: float, either_sign: bool) -> Iterator[tuple[float, ...]]:
        """Yield what a number may stand for, as its values in the other worlds: itself first.

        Args:
            either_sign: a 2 behind a minus sign may stand for b = -2.
        """
        seen = {tuple(number for _ in self._exercise.worlds[1:])}
        yield from seen
        for quantities in (self._quantities(), self._steps_between()):
            for here, *others in quantities:
                for sign in (1.0, -1.0) if either_sign else (1.0,):
                    reading = tuple(sign * other for other in others)
                    if here and _rounded(sign * here, number) and reading not in seen:
                        seen.add(reading)
                        yield reading
            if len(seen) > 1:
                return

    def _quantities(self) -> Iterator[tuple[float, ...]]:
        """Yield the quantities of the graph, each with its value in all worlds."""
        worlds = self._exercise.worlds
        for name in self._exercise.here.value:
            yield tuple(world.value[name] for world in worlds)
        for pair in self._exercise.here.local:
            yield tuple(world.local[pair] for world in worlds)
        for pair in self._exercise.here.total:
            yield tuple(world.total[pair] for world in worlds)
        out = self._exercise.graph.output
        for of, by in self._exercise.here.local:  # what one edge brings
            yield tuple(world.total[out, of] * world.local[of, by] for world in worlds)
        for name in self._exercise.here.new:
            step = [self._exercise.lr * world.total[out, name] for world in worlds]
            yield tuple(step)
            yield tuple(-change for change in step)

    def _steps_between(self) -> Iterator[tuple[float, ...]]:
        """Yield what learners work out on the way: squares, and what is left to 1."""
        worlds = self._exercise.worlds
        for name in self._exercise.here.value:
            yield tuple(world.value[name] ** 2 for world in worlds)
            yield tuple(1 - world.value[name] for world in worlds)

    def _rounds(self, key: Key, node: Node | None, before: Node | None) -> bool:
        """Whether a result only rounds a right calculation with rounded numbers: (0.731 - 1)^2 = 0.0724."""
        truth = self._exercise.truth(key)
        if node is None or before is None or not is_literal(node) or abs(round(truth, 4) - truth) <= 1e-9:
            return False
        value, calculated = number_of(node, self._exercise), number_of(before, self._exercise)
        if value is None or not calculated:
            return False
        digit = 10.0 ** (math.floor(math.log10(abs(calculated))) - 2)
        return abs(value - calculated) <= 0.5 * digit and abs(value - truth) <= 2e-3 * abs(truth)


def has_names(node: Node | None) -> bool:
    """Whether a member holds a name, a derivative or a new value."""
    return node is not None and any(isinstance(leaf, Name | Der | New) for leaf in leaves(node))


def is_chain(node: Node | None) -> bool:
    """Whether a member is made of derivatives only."""
    return node is not None and all(isinstance(leaf, Der) for leaf in leaves(node))


def sign_flips(node: Node) -> Iterator[Node]:
    """Yield an expression with the sign of one number changed, for each of its numbers."""
    numbers = [leaf.value for leaf in leaves(node) if isinstance(leaf, Num)]
    for place in range(len(numbers)):
        yield _fill(node, iter([-n if i == place else n for i, n in enumerate(numbers)]))


def _with_signs(node: Node, free: bool) -> Iterator[tuple[Node, bool]]:
    """Yield the leaves of an expression, each with whether its sign is open: behind a minus, or squared."""
    match node:
        case Call("-", (left, right)):
            yield from _with_signs(left, free)
            yield from _with_signs(right, True)
        case Call("neg" | "square" | "abs", (inner,)):
            yield from _with_signs(inner, True)
        case Call("^", (base, Num(exponent))) if exponent % 2 == 0:
            yield from _with_signs(base, True)
            yield Num(exponent), free
        case Call(_, args):
            for arg in args:
                yield from _with_signs(arg, free)
        case _:
            yield node, free or (isinstance(node, Num) and node.value < 0)


def is_literal(node: Node | None) -> bool:
    """Whether a member is one number, or one fraction of numbers."""
    match node:
        case Num():
            return True
        case Call("/", (Num(), Num())):
            return True
        case Call("neg", (inner,)):
            return is_literal(inner)
    return False


def number_of(node: Node, exercise: Exercise) -> float | None:
    """Return a member's value at the exercise's numbers, if it has one."""
    value = evaluate(node, exercise.here, exercise.lr)
    return None if math.isnan(value) else value


def _equal(a: float, b: float) -> bool:
    return abs(a - b) <= _IDENTICAL * max(abs(b), 1e-6)


def _rounded(value: float, number: float) -> bool:
    """Whether a written number is a value, or that value rounded to the decimals that are written."""
    if abs(value - number) <= 1e-3 * abs(value):
        return True
    decimals = len(f"{number!r}".partition(".")[2])
    return decimals >= 2 and abs(value - number) <= 0.5 * 10.0**-decimals * (1 + 1e-6)


def _fill(node: Node, numbers: Iterator[float]) -> Node:
    """Return an expression with other numbers, in order."""
    if isinstance(node, Num):
        return Num(next(numbers))
    return Call(node.op, tuple(_fill(arg, numbers) for arg in node.args)) if isinstance(node, Call) else node
