"""Judging: one verdict for each asked quantity.

A member that holds in every world is right for any numbers; one that holds at the exercise's numbers only is right if
it has numbers in it, and a coincidence if it has names only. One unread member makes the whole chain undecided.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction

from gradbook.graph.expression import Derivative as Der
from gradbook.graph.expression import Number as Num
from gradbook.graph.expression import Symbol as Name
from gradbook.written.diagnosis import guesses
from gradbook.written.exercise import Exercise, Key, World
from gradbook.written.grammar import Call, New, Node, evaluate, leaves
from gradbook.written.read import Member, Reading, Statement
from gradbook.written.verdict import Diagnosis, Status, Verdict

CREDIT: dict[Status, Fraction] = {
    Status.RIGHT: Fraction(1),
    Status.STEP_UNREAD: Fraction(1),
    Status.WRONG_STEP: Fraction(1, 2),
    Status.CARRIED: Fraction(1, 2),
}
_IDENTICAL = 1e-7


class _Found(Enum):
    IDENTITY = auto()
    VALUE = auto()
    COINCIDENCE = auto()
    COARSE = auto()
    WRONG = auto()
    UNREAD = auto()


@dataclass(frozen=True, slots=True)
class _Claim:
    """What one statement says of a quantity."""

    statement: Statement
    members: tuple[Member, ...]
    found: tuple[_Found, ...]

    @property
    def last(self) -> Member:
        return self.members[-1]


def judge(
    reading: Reading,
    exercise: Exercise,
    earlier: Iterable[Verdict] = (),
    credit: dict[Status, Fraction] | None = None,
) -> list[Verdict]:
    """Return a verdict for each asked quantity.

    Args:
        reading: what `read` gave.
        exercise: what is asked.
        earlier: verdicts on earlier questions about the same graph, for *carried*.
        credit: the share of the points for each status; by default 1 for right, 1/2 for carried or a wrong step.
    """
    judged = _Judge(reading, exercise, tuple(earlier), {**CREDIT, **(credit or {})})
    return [judged.verdict(key) for key in exercise.keys]


class _Judge:
    def __init__(
        self, reading: Reading, exercise: Exercise, earlier: tuple[Verdict, ...], credit: dict[Status, Fraction]
    ) -> None:
        self._reading = reading
        self._exercise = exercise
        self._credit = credit
        self._said = self._stated(earlier)

    # -- verdicts ------------------------------------------------------------------------------------------------------

    def verdict(self, key: Key) -> Verdict:
        reading = self._reading
        if reading.person:
            return self._make(key, Status.PERSON)
        claims = self._claims(key)
        if not claims:
            if reading.loose and not reading.blank:
                return self._make(key, Status.UNREAD, text=reading.loose[0])
            return self._make(key, Status.MISSING)
        status, diagnosis, claim = self._weigh(key, claims)
        return self._make(key, status, diagnosis, claim)

    def _make(
        self,
        key: Key,
        status: Status,
        diagnosis: Diagnosis = Diagnosis.NONE,
        claim: _Claim | None = None,
        text: str = "",
    ) -> Verdict:
        of = self._exercise.points[key.text]
        points = of * self._credit.get(status, Fraction(0))
        if claim is None:
            return Verdict(key.text, status, diagnosis, points, of, text)
        statement = claim.statement
        read = self._reading.source[statement.start : statement.end]
        number = self._number(claim.last.node) if claim.last.node is not None else None
        shown = len(claim.members) > 1
        return Verdict(key.text, status, diagnosis, points, of, read, statement.start, statement.end, shown, number)

    def _weigh(self, key: Key, claims: list[_Claim]) -> tuple[Status, Diagnosis, _Claim]:
        """Judge the last claim; one before it that says another number is a contradiction."""
        outcomes = [(*self._single(key, claim), claim) for claim in claims]
        status, diagnosis, claim = outcomes[-1]
        if len(outcomes) == 1:
            return status, diagnosis, claim
        good = (Status.RIGHT, Status.STEP_UNREAD)
        if status in good:
            if all(other[0] in good for other in outcomes):
                worst = Status.RIGHT if all(o[0] is Status.RIGHT for o in outcomes) else Status.STEP_UNREAD
                return worst, diagnosis, claim
            others = [other for other in outcomes[:-1] if other[0] not in good]
            if any(other[0] is Status.UNREAD for other in others):
                return Status.UNREAD, Diagnosis.NONE, others[0][2]
            if all(other[0] is Status.WRONG_STEP for other in others):
                return Status.WRONG_STEP, Diagnosis.BAD_STEP, others[0][2]
            if claim.statement.retracts:
                return status, diagnosis, claim
            return Status.PERSON, Diagnosis.CONTRADICTION, claim
        if status is Status.WRONG and any(other[0] in good for other in outcomes[:-1]):
            numeric = [other for other in outcomes[:-1] if other[0] in good and self._is_literal(other[2].last.node)]
            if numeric and not diagnosis:
                diagnosis = Diagnosis.CONTRADICTION
            elif not numeric and diagnosis in (Diagnosis.NONE, Diagnosis.SIGN) and key.kind != "formula":
                diagnosis = diagnosis or Diagnosis.ARITHMETIC
        return status, diagnosis, claim

    def _single(self, key: Key, claim: _Claim) -> tuple[Status, Diagnosis]:
        found, last = claim.found, claim.found[-1]
        right = (_Found.IDENTITY, _Found.VALUE)
        if claim.statement.tainted:
            return Status.UNREAD, Diagnosis.NONE
        if key.kind == "formula":
            return self._formula(key, claim)
        if _Found.UNREAD in found:
            others = [item for item in found if item is not _Found.UNREAD]
            if last in right and all(item in right for item in others) and self._is_result(claim.last.node, last):
                return Status.STEP_UNREAD, Diagnosis.NONE
            return Status.UNREAD, Diagnosis.NONE
        if all(item in right for item in found):
            if all(self._chained(key, member.node) for member in claim.members):
                return Status.RIGHT, Diagnosis.NONE
            return Status.WRONG_STEP, Diagnosis.BAD_STEP
        if last in right:
            return Status.WRONG_STEP, Diagnosis.BAD_STEP
        if last is _Found.COINCIDENCE:
            return Status.WRONG, Diagnosis.BAD_STEP
        if last is _Found.COARSE:
            return Status.WRONG, Diagnosis.ROUNDING
        if self._carried(key, claim):
            return Status.CARRIED, Diagnosis.NONE
        return Status.WRONG, self._diagnose(key, claim)

    def _formula(self, key: Key, claim: _Claim) -> tuple[Status, Diagnosis]:
        direct = set(self._exercise.arguments[key.of])
        readable = [member.node for member in claim.members if member.node is not None]
        named = [node for node in readable if any(isinstance(leaf, Name) for leaf in leaves(node))]
        for node in named:
            names = {leaf.name if isinstance(leaf, Name) else "" for leaf in leaves(node) if not isinstance(leaf, Num)}
            if self._judge_member(key, node, "=") is _Found.IDENTITY and names <= direct:
                return Status.RIGHT, Diagnosis.NONE
        if len(readable) < len(claim.members):
            return Status.UNREAD, Diagnosis.NONE
        if not named:
            return Status.MISSING, Diagnosis.NONE
        true = self._judge_member(key, named[0], "=") is _Found.IDENTITY
        return Status.WRONG, Diagnosis.NOT_DIRECT if true else Diagnosis.NONE

    # -- claims --------------------------------------------------------------------------------------------------------

    def _claims(self, key: Key) -> list[_Claim]:
        claims: list[_Claim] = []
        second: list[_Claim] = []
        for statement in self._reading:
            for place, members in self._about(key, statement):
                found = tuple(self._judge_member(key, member.node, member.relation) for member in members)
                claim = _Claim(statement, members, self._rounded(key, members, found))
                if place == 0:
                    claims.append(claim)
                elif all(item in (_Found.IDENTITY, _Found.VALUE) for item in found):
                    second.append(claim)
        if key.kind == "value" and claims:
            # A formula alone is no value; but a wrong one still says something.
            valued = [c for c in claims if not (self._symbolic(c.last.node) and c.found[-1] is _Found.IDENTITY)]
            claims = valued or second
        elif key.kind == "new":
            claims = [c for c in claims if not (self._symbolic(c.last.node) and c.found[-1] is _Found.IDENTITY)]
        elif key.kind == "formula" and len(claims) > 1:
            claims = [c for c in claims if any(self._names(m.node) or m.node is None for m in c.members)] or claims[:1]
        return claims or second[:1]

    def _rounded(self, key: Key, members: tuple[Member, ...], found: tuple[_Found, ...]) -> tuple[_Found, ...]:
        """Accept a result that only rounds a right calculation with rounded numbers: (0.731 - 1)^2 = 0.0724."""
        if len(found) < 2 or found[-2] is not _Found.VALUE or found[-1] not in (_Found.WRONG, _Found.COARSE):
            return found
        end, before = members[-1].node, members[-2].node
        if end is None or before is None or not self._is_literal(end):
            return found
        truth = self._exercise.truth(key)
        value, calculated = self._number(end), self._number(before)
        if value is None or calculated is None or abs(round(truth, 4) - truth) <= 1e-9 or not calculated:
            return found
        digit = 10.0 ** (math.floor(math.log10(abs(calculated))) - 2)
        near = abs(value - calculated) <= 0.5 * digit and abs(value - truth) <= 2e-3 * abs(truth)
        return (*found[:-1], _Found.VALUE) if near else found

    def _about(self, key: Key, statement: Statement) -> list[tuple[int, tuple[Member, ...]]]:
        """Return what a statement says of a quantity: where in its run of bare members, and the other members."""
        members = statement.members
        for place, member in enumerate(members):
            if not isinstance(member.node, Name | Der | New):
                break
            if self._is_about(key, member.node, members):
                rest = members[place + 1 :]
                return [(place, rest)] if rest else []
        last = members[-1].node
        if (
            last is not None
            and self._is_about(key, last, members)
            and not isinstance(members[0].node, Name | Der | New)
        ):
            return [(0, tuple(reversed(members[:-1])))]
        return []

    def _is_about(self, key: Key, node: Node, members: tuple[Member, ...]) -> bool:
        match node:
            case Name(name):
                if key.kind == "new" and name == key.of:  # w = w - ..., or w = 4.94
                    end = members[-1].node
                    return end is not None and self._judge_value(end, self._exercise.here.value[name]) is _Found.WRONG
                return key.kind in ("value", "formula") and name == key.of
            case New(name):
                return key.kind == "new" and name == key.of
            case Der(of, by, direct):
                if (of, by) != (key.of, key.by):
                    return False
                both = {k.kind for k in self._exercise.keys if (k.of, k.by) == (of, by)}
                if direct or (key.kind == "local" and "total" not in both):
                    return key.kind == "local"
                return key.kind == "total"
        return False

    # -- members -------------------------------------------------------------------------------------------------------

    def _judge_member(self, key: Key, node: Node | None, relation: str) -> _Found:
        exercise = self._exercise
        if node is None:
            return _Found.UNREAD
        if self._names(node):
            for local in (False, True):
                pairs = (
                    (evaluate(node, world, exercise.lr, local=local), exercise.truth(key, world))
                    for world in exercise.worlds
                )
                if all(abs(a - b) <= _IDENTICAL * max(abs(b), 1e-6) for a, b in pairs):
                    return _Found.IDENTITY
        value = evaluate(node, exercise.here, exercise.lr)
        if math.isnan(value):
            return _Found.UNREAD
        found = self._judge_value(node, exercise.truth(key), relation)
        if found is _Found.VALUE and self._symbolic(node):
            return _Found.COINCIDENCE
        if found is _Found.VALUE and self._names(node) and not self._explained(key, node):
            return _Found.COINCIDENCE
        return found

    def _judge_value(self, node: Node, truth: float, relation: str = "=") -> _Found:
        value = evaluate(node, self._exercise.here, self._exercise.lr)
        if math.isnan(value):
            return _Found.UNREAD
        exact = abs(round(truth, 4) - truth) <= 1e-9 * max(1.0, abs(truth))
        if abs(value - truth) <= 1e-9 * max(abs(truth), 1e-3):
            return _Found.VALUE
        digit = 10.0 ** (math.floor(math.log10(abs(truth))) - 2) if truth else 1e-3
        literal = self._is_literal(node)
        if truth and (not exact or relation == "~" or not literal):
            slack = 0.5 if literal else 0.6
            near = abs(value - truth) <= slack * digit * (1 + 1e-6)
            if near and (not exact or relation == "~"):
                return _Found.VALUE
        if literal and truth and any(abs(value - round(truth, n)) <= 1e-12 for n in range(4)) and value:
            return _Found.COARSE if abs(value - truth) <= 0.2 * abs(truth) else _Found.WRONG
        return _Found.WRONG

    def _explained(self, key: Key, node: Node) -> bool:
        """Whether the numbers among the names stand for quantities of the graph, so that it holds in every world."""
        numbers = [leaf for leaf in leaves(node) if isinstance(leaf, Num)]
        if len(numbers) > 3:
            return True
        exercise, here = self._exercise, self._exercise.here
        choices: list[list[Callable[[World], float]]] = []
        for number in numbers:
            choice: list[Callable[[World], float]] = [lambda world, v=number.value: v]  # type: ignore[misc]
            for sign in (1, -1):
                for name, value in here.value.items():
                    if _near(sign * value, number.value):
                        choice.append(lambda world, n=name, s=sign: s * world.value[n])  # type: ignore[misc]
                for pair, value in here.total.items():
                    if value and _near(sign * value, number.value):
                        choice.append(lambda world, p=pair, s=sign: s * world.total[p])  # type: ignore[misc]
            choices.append(choice[:12])
        tries = [[]]  # type: list[list[Callable[[World], float]]]
        for choice in choices:
            tries = [[*done, one] for done in tries for one in choice][:400]
        truths = [exercise.truth(key, world) for world in exercise.worlds]
        for one in tries:
            good = True
            for world, truth in zip(exercise.worlds[1:], truths[1:], strict=True):
                filled = iter([choice(world) for choice in one])
                value = evaluate(_fill(node, filled), world, exercise.lr)
                if not abs(value - truth) <= 2e-3 * abs(truth):
                    good = False
                    break
            if good:
                return True
        return False

    def _names(self, node: Node | None) -> bool:
        return node is not None and any(isinstance(leaf, Name | Der | New) for leaf in leaves(node))

    def _symbolic(self, node: Node | None) -> bool:
        """Whether there is no number in it but small whole ones, as in 2e or 1 - a."""
        return self._names(node) and not any(isinstance(leaf, Num) for leaf in leaves(node))  # type: ignore[arg-type]

    def _is_literal(self, node: Node | None) -> bool:
        match node:
            case Num():
                return True
            case Call("/", (Num(), Num())):
                return True
            case Call("neg", (inner,)):
                return self._is_literal(inner)
        return False

    def _is_result(self, node: Node | None, found: _Found) -> bool:
        return self._is_literal(node) or found is _Found.IDENTITY

    def _number(self, node: Node) -> float | None:
        value = evaluate(node, self._exercise.here, self._exercise.lr)
        return None if math.isnan(value) else value

    def _chained(self, key: Key, node: Node | None) -> bool:
        """Whether each product of derivatives leads from `of` to `by`, link by link."""
        if key.kind not in ("total", "local") or node is None:
            return True
        terms = _terms(node)
        if len(terms) > 1 and all(isinstance(term, Num) for term in terms):
            # The factors of the chain added up: the same number by a coincidence only.
            addends = sorted(term.value for term in terms if isinstance(term, Num))
            if addends == sorted(self._factors_of(key)):
                return False
        for term in terms:
            factors = _factors(term)
            if len(factors) < 2 or not all(isinstance(factor, Der) for factor in factors):
                continue
            links = {(factor.of, factor.by) for factor in factors if isinstance(factor, Der)}
            at = key.of
            while links:
                link = next((link for link in links if link[0] == at), None)
                if link is None:
                    return False
                links.remove(link)
                at = link[1]
            if at != key.by:
                return False
        return True

    def _factors_of(self, key: Key) -> list[float]:
        """Return the local derivatives along the only path; none where there are several."""
        exercise, at = self._exercise, key.by
        factors: list[float] = []
        while at != key.of:
            users = [name for name, args in exercise.arguments.items() if at in args]
            users = [user for user in users if user == key.of or exercise.depends(key.of, user)]
            if len(users) != 1:
                return []
            factors.append(exercise.here.local[users[0], at])
            at = users[0]
        return factors

    # -- wrong answers -------------------------------------------------------------------------------------------------

    def _diagnose(self, key: Key, claim: _Claim) -> Diagnosis:
        exercise = self._exercise
        right = (_Found.IDENTITY, _Found.VALUE)
        named = [member.node for member in claim.members if member.node is not None and self._names(member.node)]
        end = claim.last.node
        value = evaluate(end, exercise.here, exercise.lr) if end is not None else math.nan
        options = list(guesses(exercise, key))
        if len(claim.found) > 1 and claim.found[-2] in right:
            truth = exercise.truth(key)
            if not (_near(value, -truth) and key.kind == "value"):
                return Diagnosis.ARITHMETIC
        for node in named:
            for diagnosis, guess in options:
                if self._same(node, guess):
                    return diagnosis
        for diagnosis, guess in options:
            try:
                if self._judge_value(Num(value), guess(exercise.here), "~") is _Found.VALUE:
                    return diagnosis
            except (ArithmeticError, ValueError):
                continue
        return Diagnosis.ARITHMETIC if claim.found[0] in right and len(claim.found) > 1 else Diagnosis.NONE

    def _same(self, node: Node, guess: Callable[[World], float]) -> bool:
        exercise = self._exercise
        try:
            return all(
                abs(evaluate(node, world, exercise.lr) - guess(world)) <= _IDENTICAL * max(abs(guess(world)), 1e-6)
                for world in exercise.worlds
            )
        except (ArithmeticError, ValueError):
            return False

    def _stated(self, earlier: tuple[Verdict, ...]) -> dict[str, float]:
        """Return the learner's own numbers by key: those of earlier questions, then those of this answer."""
        said = {v.key: v.number for v in earlier if v.number is not None and not v.status.value.startswith("unread")}
        for statement in self._reading:
            first, last = statement.members[0].node, statement.members[-1].node
            if statement.tainted or last is None or len(statement.members) < 2:
                continue
            value = self._number(last)
            if value is None or (self._names(last) and not isinstance(first, Der)):
                continue
            match first:
                case Name(name):
                    said[name] = value
                case Der(of, by):
                    said[f"d{of}/d{by}"] = value
        return said

    def _carried(self, key: Key, claim: _Claim) -> bool:
        """Whether the result is what follows from the learner's own earlier numbers."""
        said = {name: value for name, value in self._said.items() if name != key.text}
        end = claim.last.node
        if end is None or not said:
            return False
        value = self._number(end)
        truth = self._exercise.truth(key)
        return value is not None and any(
            abs(option - value) <= 5e-3 * abs(value) + 1e-12 and abs(option - truth) > 5e-3 * abs(truth)
            for option in self._followed(key, said)
        )

    def _followed(self, key: Key, said: dict[str, float]) -> list[float]:
        """Return what the quantity would be by the learner's own numbers, from below and from above."""
        exercise, graph = self._exercise, self._exercise.graph
        values = dict(exercise.here.value)
        local: dict[tuple[str, str], float] = {}
        try:
            for name in graph.intermediates:
                index = graph.index_of(name)
                op, args = graph.op_of(index), graph.args_of(index)
                if op is None:
                    continue
                given = exercise.operands(name, values)
                values[name] = float(op.value(*given))
                if name == key.of and key.kind == "value":
                    return [values[name]]
                parts = op.vjp(1.0, values[name], *given)
                for arg, part in zip(args, parts, strict=True):
                    if not graph.is_constant(arg):
                        pair = (name, graph.name_of(arg))
                        local[pair] = local.get(pair, 0.0) + float(part)
                values[name] = said.get(name, values[name])
            if key.kind == "new":
                gradient = said.get(f"d{graph.output}/d{key.of}")
                return [] if gradient is None else [exercise.here.value[key.of] - exercise.lr * gradient]
            if key.kind not in ("total", "local"):
                return []
            local = {pair: said.get(f"d{pair[0]}/d{pair[1]}", slope) for pair, slope in local.items()}
            down: dict[str, float] = {key.of: 1.0}
            for name in reversed(graph.intermediates):
                for below in exercise.arguments[name]:
                    if name in down and below != key.of:
                        down[below] = down.get(below, 0.0) + down[name] * local[name, below]
            up = {key.by: 1.0}
            for name in graph.intermediates:
                if name != key.by:
                    shares = [up[below] * local[name, below] for below in exercise.arguments[name] if below in up]
                    if shares:
                        up[name] = sum(shares)
                        if name != key.of:
                            up[name] = said.get(f"d{name}/d{key.by}", up[name])
            stated = {key.of: 1.0}
            for name in reversed(graph.intermediates):
                if name != key.of and name in stated:
                    stated[name] = said.get(f"d{key.of}/d{name}", stated[name])
                for below in exercise.arguments[name]:
                    if name in stated and below != key.of:
                        stated[below] = stated.get(below, 0.0) + stated[name] * local[name, below]
            options = [found[name] for found, name in ((down, key.by), (up, key.of), (stated, key.by)) if name in found]
        except (ArithmeticError, ValueError):
            return []
        return options


def _near(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-3 * max(abs(b), 1e-9)


def _fill(node: Node, values: "Iterable[float]") -> Node:
    """Return an expression with other numbers, in order."""
    numbers = iter(values)

    def fill(part: Node) -> Node:
        if isinstance(part, Num):
            return Num(next(numbers))
        return Call(part.op, tuple(fill(arg) for arg in part.args)) if isinstance(part, Call) else part

    return fill(node)


def _terms(node: Node) -> list[Node]:
    match node:
        case Call("+" | "-", (left, right)):
            return [*_terms(left), *_terms(right)]
        case Call("neg", (inner,)):
            return _terms(inner)
    return [node]


def _factors(node: Node) -> list[Node]:
    match node:
        case Call("*", (left, right)):
            return [*_factors(left), *_factors(right)]
    return [node]
