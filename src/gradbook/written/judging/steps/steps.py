"""What one member of an equality says of an asked quantity.

A member that holds in every point is an identity; one that holds for the exercise's numbers only is a calculation if
its numbers stand for quantities of the graph, and otherwise a coincidence. A derivative in it must also hold where the
edges of the graph are stretched, or a factor of 1 has been skipped or divided by.
"""

import math
from collections.abc import Sequence
from itertools import combinations

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import (
    Call,
    Node,
    Slope,
    evaluate,
    factors_of,
    filled,
    has,
    has_names,
    has_numbers,
    is_chain,
    is_literal,
    is_symbolic,
    leaves,
    subtrees,
    terms_of,
)
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.forms import (
    adds,
    distributed,
    fractions_merged,
    has_minus,
    is_exact_form,
    is_no_chance,
    is_rounded,
    number_of,
    other_readings,
    readings_of,
    shape,
    works_out,
    zeros_dropped,
)
from gradbook.written.judging.steps.found import Found, compared
from gradbook.written.judging.steps.numbers import Numbers
from gradbook.written.judging.steps.own_forms import OwnForms, definitions
from gradbook.written.judging.steps.points import perturbation
from gradbook.written.judging.steps.points.comparisons import compare_what_bends
from gradbook.written.judging.steps.points.specials import (
    multiplied,
    with_factors_left_out,
    with_numbers_put_in,
    with_terms_left_out,
)
from gradbook.written.judging.steps.quotients import is_difference_quotient
from gradbook.written.judging.steps.regrouping import are_one_number, goes_on, is_filled_in, joins_edges
from gradbook.written.judging.steps.rounding import Rounding
from gradbook.written.judging.steps.tolerances import equal
from gradbook.written.parsing.equations.statements import Member
from gradbook.written.points import Edge, Point


class Steps:
    """Judges the members of statements about one exercise."""

    def __init__(self, exercise: Exercise, rounding: Rounding, own: OwnForms) -> None:
        """Make a judge.

        Args:
            exercise: what is asked.
            rounding: the learner's own rounded numbers.
            own: what the learner writes quantities as.
        """
        self._exercise = exercise
        self._rounding = rounding
        self._own = own
        self.numbers = Numbers(exercise, rounding, own)
        self._perturbed = exercise.recall(perturbation.Perturbed)

    def chain(self, key: Key, members: Sequence[Member]) -> tuple[Found, ...]:
        """Judge the members that follow a quantity, from left to right.

        Once a member is right for a reason, numbers after it are its calculation; before that they need one.
        """
        found: list[Found] = []
        reasoned = False
        for place, member in enumerate(members):
            previous = members[place - 1].node if place else None
            before = previous if place and found[-1].right else None
            judged = self._member(key, member.node, member.relation, reasoned, before)
            if judged in (Found.WRONG, Found.COINCIDENCE):
                judged = self._otherwise(key, member, members[-1].node, reasoned, before, judged)
            if judged is Found.COINCIDENCE and place and found[-1] is Found.UNEXPLAINED:
                judged = Found.UNEXPLAINED if works_out(previous, member.node, self._exercise) else judged
            last = judged in (Found.WRONG, Found.COARSE) and place == len(members) - 1 and place
            if last and found[-1] in (Found.VALUE, Found.UNEXPLAINED) and self._rounds(key, member.node, previous):
                judged = Found.VALUE
            told = judged is Found.UNDECIDED and self._leaves_out_told(key, members, place)
            judged = Found.IDENTITY if told else judged
            reasoned = reasoned or (
                judged in (Found.IDENTITY, Found.VALUE) and not is_literal(member.node) and not is_chain(member.node)
            )
            found.append(judged)
        return tuple(found)

    def _leaves_out_told(self, key: Key, members: Sequence[Member], place: int) -> bool:
        """Whether a member that a number follows only leaves out what comes from above, told before to be 1 or -1."""
        node = members[place].node
        told = node is not None and key.kind == "total" and is_literal(members[-1].node)
        wholes = self._own.completed(node, key.of, members[0].start) if told and node is not None else ()
        return any(
            self._holds(key, whole, False)
            and self._linked(key, whole, False)
            and all(self._holds(Key.slope(other.of, other.by), formula, False) for formula in formulas)
            for whole, other, formulas in wholes
        )

    def value(self, node: Node, truth: float, relation: str = "=") -> Found:
        """Compare a member's value at the exercise's numbers with a number, with the house's tolerance.

        Exact where the true value has at most four decimals, else three significant digits.
        """
        value = evaluate(node, self._exercise.here, self._exercise.lr)
        if math.isnan(value):
            return Found.WRONG if self._divides_by_zero(node) else Found.UNREAD
        return compared(value, truth, relation, literal=is_literal(node))

    def tells_step(self, key: Key, number: float | None) -> bool:
        """Whether a number, where a new value is asked, tells that there was a step; 0.15 for 0.1498 does not."""
        truth = self._exercise.truth(key)
        return (
            key.kind != "new"
            or number is None
            or tolerances.ends_step(number, self._exercise.here.value[key.of], truth)
        )

    def _divides_by_zero(self, node: Node) -> bool:
        parts = [part for part in subtrees(node) if isinstance(part, Call) and part.op == "/"]
        return any(number_of(part.args[1], self._exercise) == 0 for part in parts)

    def states_formula(self, name: str, left: Node, right: Node) -> bool:
        """Whether an equation, solved for a node or not, gives it in terms of its direct operands."""
        lr = self._exercise.lr
        if not all(compare_what_bends(side, self._exercise) for side in (left, right)):
            return False
        for points in self._perturbed.freed(name):
            if not all(equal(evaluate(left, point, lr), evaluate(right, point, lr)) for point in points):
                continue
            moved = [Point({**point.value, name: point.value[name] * 1.37 + 0.11}, {}, {}, {}) for point in points]
            if not any(equal(evaluate(left, point, lr), evaluate(right, point, lr)) for point in moved):
                return True
        return False

    # -- one member ----------------------------------------------------------------------------------------------------

    def _member(self, key: Key, node: Node | None, relation: str, reasoned: bool, before: Node | None) -> Found:
        if node is None or not compare_what_bends(node, self._exercise):
            return Found.UNREAD
        exercise = self._exercise
        if has_names(node) and (identity := self._identity(key, node)) is not None:
            return identity
        found = self.value(node, exercise.truth(key), relation)
        coarse = False
        literal = is_literal(node)
        if not found.right and literal and self._rounding.slips(key, number_of(node, exercise)):
            return Found.VALUE
        if found is Found.WRONG and not literal:
            fine = self._rounding.explains(key, node) or (
                before is not None and are_one_number(before, node, self._exercise)
            )
            coarse = not fine and self._rounding.explains(key, node, fine=False)
            found = Found.VALUE if fine or coarse else found
        if found is Found.VALUE and key.kind == "new" and not self.tells_step(key, number_of(node, exercise)):
            return Found.COARSE
        if found is not Found.VALUE or literal or is_exact_form(node, exercise.truth(key), exercise):
            return found
        if is_symbolic(node):
            return Found.UNEXPLAINED if perturbation.are_beside(exercise, key, node) else self._coincidence(key, node)
        if reasoned and before is not None and goes_on(before, node, exercise):
            return Found.VALUE
        if self._fills_in(key, node) or is_difference_quotient(key, node, exercise):
            return Found.VALUE
        found = self._calculated(key, node, before)
        if found is Found.VALUE and self._drops_out(node):
            return Found.UNDECIDED
        if coarse and found is not Found.VALUE:  # what two digits stand for must be known
            return Found.WRONG
        if found in (Found.UNEXPLAINED, Found.UNDECIDED) and reasoned and not has_names(node):
            return self._put_in(before, node)
        return found if found is not Found.VALUE or self._linked(key, node, False) else Found.COINCIDENCE

    def _fills_in(self, key: Key, node: Node) -> bool:
        """Whether a member is the exercise's own formula, or one rightly given elsewhere, with its numbers put in."""
        exercise = self._exercise
        own = exercise.recall(definitions).get(key.of) if key.kind == "value" else None
        if own is not None and any(is_filled_in(own, form, exercise) for form in (node, distributed(node))):
            return True
        about = Derivative(key.of, key.by) if key.kind == "total" else Symbol(key.of) if key.kind == "value" else None
        return any(
            is_filled_in(formula, node, exercise) and self._identity(key, formula) is Found.IDENTITY
            for formula in (self._own.formulas.get(about, ()) if about is not None else ())
        )

    def _identity(self, key: Key, node: Node) -> Found | None:
        """Judge a member with names: an identity, a coincidence where a chain does not lead on, or None."""
        held = False
        for way, local in readings_of(node, key.of, self._exercise.here.local):
            if self._holds(key, way, local):
                held = True
                if self._linked(key, way, local):
                    return Found.IDENTITY
        if held:
            return Found.COINCIDENCE
        if not equal(evaluate(node, self._exercise.here, self._exercise.lr), self._exercise.truth(key)):
            return None
        if isinstance(node, Slope) and key.kind == "total" and node.by == Symbol(key.by) in leaves(node.expression):
            value = Key(key.of, "value", key.of)  # d/da (a - 3)^2, of an L that is (a - y)^2
            return Found.IDENTITY if self._member(value, node.expression, "=", False, None).right else None
        if key.kind == "total" and self._is_slope_of_own(key, node):
            return Found.IDENTITY
        for other in (with_terms_left_out, with_numbers_put_in):
            judge = self._at(other(self._exercise, key, node))
            if judge is not self and (found := judge._identity(key, node)) is not None:
                return found
        return None

    def _is_slope_of_own(self, key: Key, node: Node) -> bool:
        """Whether a member is at all points the derivative of what the learner rightly writes the quantity as."""
        points, lr = self._exercise.everywhere, self._exercise.lr
        value = Key(key.of, "value", key.of)
        return any(
            all(tolerances.close(evaluate(slope, point, lr), evaluate(node, point, lr)) for point in points)
            and self._member(value, slope.expression, "=", False, None).right
            for slope in self._own.slopes(key.of, key.by)
        )

    def _at(self, exercise: Exercise) -> "Steps":
        """Return a judge of the same learner at other points."""
        return self if exercise is self._exercise else Steps(exercise, self._rounding, self._own)

    def _put_in(self, before: Node | None, node: Node) -> Found:
        """Judge numbers behind a formula: each must be an operand's value, or calculated from such.

        After other numbers any true arithmetic will do.
        """
        if before is None or not has_names(before):
            return Found.VALUE
        exercise = self._exercise
        known = [
            evaluate(part, at, exercise.lr) for part in subtrees(before) for at in (exercise.here, self._rounding.here)
        ]
        for parts in (factors_of, terms_of):
            values = [value for part in parts(before) if (value := number_of(part, exercise)) is not None]
            if len(values) <= 6:
                known += [
                    math.prod(chosen) if parts is factors_of else sum(chosen)
                    for size in range(2, len(values))
                    for chosen in combinations(values, size)
                ]
        numbers = [leaf.value for leaf in leaves(node) if isinstance(leaf, Number)]
        if all(self.numbers.is_plain(n) or any(is_rounded(abs(v), abs(n)) for v in known) for n in numbers):
            return Found.VALUE
        return Found.COINCIDENCE if shape(before) == shape(node) else Found.UNDECIDED

    def _holds(self, key: Key, node: Node, local: bool) -> bool:
        points, truths, lr = self._exercise.everywhere, self._exercise.truths(key), self._exercise.lr
        if self._exercise.kept and len({*truths}) == 1:
            return False  # what is the same at all points tells nothing
        value = evaluate(node, points[0], lr, local=local)
        if not tolerances.close(value, truths[0]):
            return False  # nor equal: most that do not hold are told by the first point
        same = tolerances.close if has(node, Slope) else equal
        others = zip(points[1:], truths[1:], strict=True)
        return same(value, truths[0]) and all(
            same(evaluate(node, point, lr, local=local), truth) for point, truth in others
        )

    def _linked(self, key: Key, node: Node, local: bool) -> bool:
        """Whether a member with derivatives in it still holds where edges have other slopes.

        Where it is made of derivatives only, every edge between the two nodes is stretched; where names and numbers
        stand for some of them, the edges of those that are written.
        """
        written = [leaf for leaf in leaves(node) if isinstance(leaf, Derivative)]
        if len(written) < 2 or key.kind not in ("total", "local", "new"):
            return True
        exercise = self._exercise
        of, by = (key.of, key.by) if key.kind != "new" else (exercise.graph.output, key.of)
        if len(written) == len(leaves(node)):
            apart = self._own.ones | self._perturbed.left_out(written, of, by)
            edges = self._perturbed.edges(of, by) - (apart - {(der.of, der.by) for der in written})
        else:
            edges = frozenset[Edge]().union(*(self._perturbed.edges(der.of, der.by) for der in written))
        # The edge down to a node without a name that is not written either stays: its other edges are stretched.
        told = {name for der in written for name in (der.of, der.by)}
        edges = frozenset(edge for edge in edges if edge[1] in told or edge[1] not in exercise.unnamed)
        # Numbers stand for values here, so that only this point can tell.
        points = [self._perturbed.stretched(place, edges) for place in ((0,) if has_numbers(node) else (0, 1))]
        truths = ((point, exercise.truth(key, point)) for point in points)
        return all(
            abs(evaluate(node, point, exercise.lr, local=local) - truth) <= 5e-3 * abs(truth) + 1e-12
            for point, truth in truths
        )

    # -- numbers -------------------------------------------------------------------------------------------------------

    def _calculated(self, key: Key, node: Node, before: Node | None) -> Found:
        """Judge a member whose value is right: do its numbers stand for quantities of the graph, in every point?

        A coincidence if no reading of its numbers holds; unexplained if some number is no quantity of the graph, or
        there are too many readings.
        """
        exercise = self._exercise
        truth, *targets = exercise.truths(key)
        if has_names(node) and all(target == truth for target in targets):
            return self._coincidence(key, node)  # what is the same for all inputs needs an identity
        # A step is small beside what it changes, and it is the step that must hold.
        starts = [point.value[key.of] if key.kind == "new" else 0.0 for point in exercise.everywhere[1:]]
        free = adds(node) or (before is not None and has_minus(before))
        found = self.numbers.comes_to(node, targets, starts, free)
        simple = node
        for simplified in (fractions_merged, zeros_dropped):
            if found is not Found.VALUE and (other := simplified(simple)) is not simple:
                simple, again = other, self.numbers.comes_to(other, targets, starts, free)
                found = again if again is Found.VALUE else found
        kept = (
            with_numbers_put_in(exercise, key, node)
            if has_names(node)
            else with_terms_left_out(exercise.keeping_zeros, key, node)
        )
        if found is not Found.VALUE and kept is not exercise:
            return self._at(kept)._calculated(key, node, before)
        if found is not Found.VALUE and key.kind == "total" and joins_edges(key, node, exercise):
            return Found.VALUE
        if found is Found.COINCIDENCE:
            found = self._coincidence(key, node, before)
            return Found.UNEXPLAINED if found is Found.COINCIDENCE and is_no_chance(key, node, exercise) else found
        # Beside names, a number that stands for nothing is no calculation.
        return Found.UNDECIDED if found is Found.UNEXPLAINED and has_names(node) else found

    def _drops_out(self, node: Node) -> bool:
        """Whether a number that is no quantity of the graph makes no difference: the 3 of max(4, 3), the 7 of 7 * 0."""
        exercise, node = self._exercise, fractions_merged(node)  # the π of π/2 stands for nothing
        numbers = [leaf.value for leaf in leaves(node) if isinstance(leaf, Number)]
        value = evaluate(node, exercise.here, exercise.lr)
        for place, number in enumerate(numbers):
            if self.numbers.is_plain(number) or self.numbers.is_known(number):
                continue
            moved = [1.1 * n + 0.01 if other == place else n for other, n in enumerate(numbers)]
            if abs(evaluate(filled(node, iter(moved)), exercise.here, exercise.lr) - value) <= tolerances.NOTHING:
                return True
        return False

    def _coincidence(self, key: Key, node: Node, before: Node | None = None) -> Found:
        """Judge a member that is right here only: a factor of 1 may have been left out knowingly."""
        named = has_names(node)
        wholes = (whole for edge in self._own.ones for whole in multiplied(node, Derivative(*edge)))
        if named and key.kind == "total" and any(self._identity(key, whole) is Found.IDENTITY for whole in wholes):
            return Found.UNDECIDED  # dL/ds1 = w, where dL/ds2 = 1
        left_out = self._at(with_factors_left_out(self._exercise, node))
        if left_out is self:
            return Found.COINCIDENCE
        if named and len({*left_out._exercise.truths(key)}) == 1:
            return Found.UNDECIDED  # all inputs are 1, and nothing can be told
        found = left_out._identity(key, node) if named else left_out._calculated(key, node, before)
        return Found.UNDECIDED if found in (Found.IDENTITY, Found.VALUE, Found.UNDECIDED) else Found.COINCIDENCE

    def _rounds(self, key: Key, node: Node | None, before: Node | None) -> bool:
        """Whether a result only rounds a right calculation with rounded numbers: (0.731 - 1)^2 = 0.0724."""
        truth = self._exercise.truth(key)
        if node is None or before is None or not is_literal(node):
            return False
        value, calculated = number_of(node, self._exercise), number_of(before, self._exercise)
        if value is None or not calculated or not self.tells_step(key, value):
            return False
        if tolerances.is_exact(truth):  # 1 / 0.2857 = 3.5002: rounded numbers do not lead to 3.5
            follows = abs(value - calculated) <= tolerances.uncertainty(value)
            if equal(calculated, truth):  # (0.76 - 3)^2 = 5.02
                return follows and tolerances.has_digits(value)
            return follows and self._rounding.explains(key, before)
        # Between the two lies what comes of rounding some of the numbers only when they are written down.
        low, high = sorted((calculated, truth))
        half = max(tolerances.half_digit(calculated), tolerances.uncertainty(value)) * (1 + 1e-6)
        near = abs(value - truth) <= tolerances.ROUNDING_AT_MOST * abs(truth)
        return low - half <= value <= high + half and near

    def _otherwise(
        self, key: Key, member: Member, result: Node | None, reasoned: bool, before: Node | None, judged: Found
    ) -> Found:
        """Judge a member as what else it may mean: "10 (5*2)" as 10, and e^2 as Euler's number."""
        for other in other_readings(member.node, result, key, self._exercise) if member.node is not None else ():
            found = self._member(key, other, member.relation, reasoned, before)
            judged = found if found.right or judged is Found.WRONG else judged
        return judged
