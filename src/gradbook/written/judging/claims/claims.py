"""What the statements of an answer claim of each asked quantity.

A statement may name several quantities, "r = f = 24". A formula alone is no value, a chain of derivatives no result.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import (
    Call,
    New,
    Node,
    evaluate,
    factors_of,
    has_names,
    is_chain,
    is_literal,
    leaves,
    subtrees,
)
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.claims.timing.moments import NEITHER
from gradbook.written.judging.steps.found import Found
from gradbook.written.judging.steps.rounding import Rounding
from gradbook.written.judging.steps.steps import Steps
from gradbook.written.judging.steps.tolerances import equal
from gradbook.written.lexing.naming.neurons import slope_of_function
from gradbook.written.parsing.cues.settings.contexts import MOVED
from gradbook.written.parsing.equations.statements import Member, Statement, is_quantity
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS

_QUANTITIES = (Symbol, Derivative, New)
_NUMBER = regex(r"(?<![\w.^])\d")
_AGAINST = (Found.WRONG, Found.COINCIDENCE)


class Claims:
    """The claims of one answer."""

    def __init__(
        self,
        exercise: Exercise,
        statements: Sequence[Statement],
        steps: Steps,
        rounding: Rounding,
        *,
        loose: Sequence[str] = (),
    ) -> None:
        """Sort the statements by the quantities that they name.

        Args:
            exercise: what is asked.
            statements: in order.
            steps: judges their members.
            rounding: the learner's own numbers.
            loose: what is said of nothing that is known.
        """
        self._exercise = exercise
        self._numbers_apart = any(map(_NUMBER.search, loose))
        self._steps = steps
        self._rounding = rounding
        self._tried = {id(one) for one, behind in pairwise(statements) if _is_condition(one, behind)}
        self._naming: dict[tuple[str, str], list[Statement]] = {}
        self._corrected = [one for one in statements if one.retracts and one.context in MOVED]
        for statement in statements:
            for pair in dict.fromkeys([_named(member.node) for member in statement.members]):
                self._naming.setdefault(pair, []).append(statement)

    def on(self, key: Key) -> list[Claim]:
        """Return what is said of a quantity; what stands behind an equal quantity (r = f = 24) counts where it fits."""
        claims: list[Claim] = []
        second: list[Claim] = []
        against: list[Claim] = []
        doubtful: list[Claim] = []
        formulas: list[Claim] = []
        for statement in self._naming.get((key.of, key.by), ()):
            plain = key.kind == "new" and isinstance(statement.members[0].node, Symbol)
            if plain and (statement.supposed or id(statement) in self._tried):
                continue  # "with w = 3.001 the loss is 1.12": no new value of w
            heads, head, members = self.about(key, statement)
            if not members:
                continue
            equals = self._equal(key, head, heads, members)
            members = members[max(equals, 0) :]
            found = self._steps.chain(key, (*heads, *members))
            claim = Claim(statement, (*heads, *members), found, head)
            if not heads:
                (doubtful if plain and statement.doubt in MARKS else claims).append(claim)  # "why not w = 3?"
                continue
            said = found[len(heads) :]
            alike = (
                type(heads[0].node) is type(head) and equals < 0
            )  # r = f = 24 speaks of both; dq/dx = w = 5 hardly of w
            if all(item.right for item in (found if alike else said)):
                second.append(claim if alike else replace(claim, members=members, found=said))
            elif (alike or equals >= 0) and Found.UNREAD not in found:
                doubt = replace(
                    claim,
                    members=members,
                    found=said,
                    statement=replace(statement, doubt="said beside another quantity"),
                )
                (against if not said[-1].right else doubtful).append(doubt)
        if against and claims and claims[-1].found[-1].right and against[-1].last.node != claims[-1].last.node:
            claims.append(against[-1])  # f = q = 24, where q = 10 is stated too
        if key.kind in ("value", "new") and claims:
            # A formula alone is no value; but a wrong one still says something.
            parted: tuple[list[Claim], list[Claim]] = ([], [])
            for c in claims:
                parted[c.found[-1] is Found.IDENTITY and has_names(c.last.node)].append(c)
            claims, formulas = parted
        if key.kind in ("total", "local"):
            # A chain of derivatives is a step; where nothing follows, somebody must look at it.
            results = [c for c in claims if not (self._unresolved(c) and c.found[-1].right)]
            if claims and not results and all(item.right for c in claims for item in c.found):
                return [replace(claims[0], statement=replace(claims[0].statement, doubt="no result behind the chain"))]
            claims = results
        seconds = second[: None if key.kind == "value" else 1]
        return claims or seconds or against[:1] or doubtful[:1] or formulas[-1:]

    def naming(self, key: Key) -> list[Claim]:
        """Return what each statement that names a quantity and says something of it claims by itself, in order."""
        found: list[Claim] = []
        for statement in self._naming.get((key.of, key.by), ()):
            heads, head, members = self.about(key, statement)
            if members:
                found.append(Claim(statement, members, self._steps.chain(key, (*heads, *members))[len(heads) :], head))
        return found

    def said_later(self, key: Key, claim: Claim) -> int | None:
        """Return where an answer seems to give another number behind a claim: "dL/db = 10. Finally: dL/db: 5."."""
        if key.kind == "new":
            behind = (one for one in self._corrected if one.start >= claim.statement.end)
            named = (one for one in behind if one.members[0].node == Symbol(key.of))
            return next((one.start for one in named if one.members[-1].node != claim.last.node), None)
        for statement in self._naming.get((key.of, key.by), ()):
            unsure = statement.tentative and key.kind == "total"
            if not unsure or statement.tainted or statement.later or statement.start < claim.statement.end:
                continue
            heads, head, members = self.about(key, statement)
            if head is None or heads or not members or not is_literal(members[-1].node):
                continue
            other = Claim(statement, members, self._steps.chain(key, members), head)
            if not other.fits and other.last.node != Number(1.0):  # which may be local
                return statement.start
        return None

    def about(self, key: Key, statement: Statement) -> tuple[tuple[Member, ...], Node | None, tuple[Member, ...]]:
        """Return the quantities that are named before the one that is asked for, that one, and all other members."""
        members = statement.members
        for place, member in enumerate(members):
            if member.node is None or not self._is_about(key, member.node, statement):
                continue
            heads, rest = members[:place], members[place + 1 :]
            if len(rest) > 1 and rest[-1].node == member.node:
                rest = rest[:-1]  # "k = 3 * 2 = df/dw", where k is called df/dw
            if all(is_quantity(head.node) for head in heads):
                return heads, member.node, rest
            led = not rest and is_literal(heads[-1].node)  # w * x = 5 * 2 = 10 = q
            return (), member.node, heads if led else (*reversed(heads), *rest)  # 10 = q, or 5 * 2 = q = 10
        return (), None, ()

    def _equal(self, key: Key, head: Node | None, heads: tuple[Member, ...], members: tuple[Member, ...]) -> int:
        """Return how many quantities that are equal to one follow it, where a number stands behind: h1 = h2 = 1.

        None of them is calculated from another, so that none is given as a formula for another; -1 where it is not so.
        """
        if not heads and members and type(members[0].node) is not type(head):
            return -1  # a number follows, or a formula
        count = next((n for n, member in enumerate(members) if type(member.node) is not type(head)), len(members))
        others = [member.node for member in (*heads, *members[:count])]
        ends = members[count:]
        if not isinstance(head, _QUANTITIES) or not others or not ends:
            return -1
        apart = all(isinstance(node, _QUANTITIES) and self._are_apart(head, node) for node in others)
        stepped = isinstance(head, New)  # "w = b = 1 - 0.2 = 0.8"
        if not apart or any(has_names(end.node) if stepped else not is_literal(end.node) for end in ends):
            return -1
        exercise = self._exercise
        values = [evaluate(node, exercise.here, exercise.lr) for node in others if node is not None]
        return count if all(equal(value, exercise.truth(key)) for value in values) else -1

    def _are_apart(self, one: Symbol | Derivative | New, other: Symbol | Derivative | New) -> bool:
        """Whether two quantities are of nodes of which neither is calculated from the other."""
        match one, other:
            case (Symbol(first), Symbol(second)) | (New(first), New(second)):
                pass
            case Derivative(of, first), Derivative(of_too, second) if of == of_too:
                pass
            case _:
                return False
        return self._exercise.lexicon.are_apart(first, second)

    def _is_about(self, key: Key, node: Node, statement: Statement) -> bool:
        match node:
            case Symbol(name):
                if key.kind == "new" and name == key.of:
                    if name not in self._exercise.lexicon.inputs:
                        return statement.doubt == NEITHER or statement.later == 1
                    end = statement.members[-1].node  # w = w - ..., or w = 4.94
                    return end is not None and self._steps.value(end, self._exercise.here.value[name]) is Found.WRONG
                return key.kind == "value" and name == key.of
            case New(name):
                return key.kind == "new" and name == key.of
            case Derivative(of, by, direct):
                if (of, by) != (key.of, key.by):
                    return False
                if key.kind != "local":
                    return key.kind == "total" and (not direct or self._is_only_way(of, by))
                apart = any((k.kind, k.of, k.by) == ("total", of, by) for k in self._exercise.keys)
                return direct or not apart or self._is_only_way(of, by)
        return False

    def _is_only_way(self, of: str, by: str) -> bool:
        """Whether a partial derivative is the total one, as no other path leads down."""
        points = self._exercise.everywhere
        return all(point.local.get((of, by)) == point.total[of, by] for point in points)

    def _unresolved(self, claim: Claim) -> bool:
        """Whether a claim ends in derivatives, and neither it nor another statement says what these come to.

        So it is where the answer says otherwise what a slope is that the claim has as a function's, sigma'(z).
        """
        node = claim.last.node
        if any(self._misstates(slope) for member in claim.members for slope in self._function_slopes(member.node)):
            return True
        factors = [*_slopes(node)]
        if node is None or not factors:
            return False
        if not is_chain(node) and all(self._rounding.says(of, by) for of, by in factors):
            return False  # dL/dw = (a - y) * da/dz * x, and da/dz = 0.2
        if any(is_literal(member.node) for member in claim.members):
            return False
        product = factors_of(node)
        if Number(0.0) in product:
            return False
        match [factor for factor in product if factor != Number(1.0)]:  # dL/db = dL/dz * 1
            case [Derivative(of, by)] | [Call("neg", (Derivative(of, by),))]:
                return not self._rounding.says(of, by)
        return self._numbers_apart or not self._stated.issuperset(factors)

    def _function_slopes(self, node: Node | None) -> Iterator[Derivative]:
        """Yield what the slopes of functions are that a side has, f'(z) of a = f(z)."""
        parts = subtrees(node) if node is not None else ()
        yield from filter(None, (slope_of_function(self._exercise.lexicon, part) for part in parts))

    def _misstates(self, slope: Derivative) -> bool:
        """Whether an answer says anywhere what a derivative is, and not rightly."""
        key = Key.slope(slope.of, slope.by)
        return any(
            not all(item.right for item in self._steps.chain(key, statement.members[1:]))
            for statement in self._naming.get((slope.of, slope.by), ())
            if isinstance(statement.members[0].node, Derivative) and len(statement.members) > 1
        )

    @cached_property
    def _stated(self) -> frozenset[tuple[str, str]]:
        """The derivatives that are rightly stated by formulas, and nowhere by what these come to.

        Whatever goes on to numbers has one for a chain too, wherever that stands. The derivatives in such a formula are
        stated so themselves, each by others before it, so that none explains itself.
        """
        formulas = {pair: [*self._formulas(*pair)] for pair in self._naming if pair[1]}
        found: set[tuple[str, str]] = set()
        while more := {pair for pair, below in formulas.items() if any(one <= found for one in below)} - found:
            found |= more
        return frozenset(found)

    def _formulas(self, of: str, by: str) -> Iterator[set[tuple[str, str]]]:
        """Yield the derivatives in each right formula for a derivative; none if it is also a number, or another."""
        statements = [one for one in self._naming[of, by] if not one.tainted and len(one.members) > 1]
        stating = [one for one in statements if isinstance(one.members[0].node, Derivative)]
        if any(is_literal(end := one.members[-1].node) and end != Number(1.0) for one in stating):
            return
        found = [self._steps.chain(Key.slope(of, by), statement.members[1:]) for statement in stating]
        if any(item in _AGAINST for items in found for item in items):
            return
        for statement, items in zip(stating, found, strict=True):
            if all(item.right for item in items):
                yield from ({*_slopes(side.node)} for side in statement.members[1:])


def _slopes(node: Node | None) -> Iterator[tuple[str, str]]:
    """Yield of and by what the derivatives in a side are."""
    for leaf in leaves(node) if node is not None else ():
        if isinstance(leaf, Derivative) and leaf.of != leaf.by:
            yield leaf.of, leaf.by


def _named(node: Node | None) -> tuple[str, str]:
    """Return which quantity a side is, as the `of` and `by` of a key; empty where it is none."""
    match node:
        case Symbol(name) | New(name):
            return name, ""
        case Derivative(of, by):
            return of, by
    return "", ""


def _is_condition(statement: Statement, behind: Statement) -> bool:
    """Whether a statement gives an input only to say where the next one is taken; behind a step it may be new."""
    head, *sides = (member.node for member in statement.members)
    return len(sides) == 1 and statement.context not in MOVED and (head, sides[0]) in behind.conditions
