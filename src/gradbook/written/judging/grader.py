"""Judging: one verdict for each asked quantity.

What each statement says of a quantity is judged member by member (`steps`); here the members make a claim, the claims a
verdict. One unread member makes a chain undecided; two answers that differ are left to a person.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import (
    At,
    New,
    Node,
    has_names,
    is_literal,
)
from gradbook.written.judging import tolerances
from gradbook.written.judging.accumulation import is_part, total
from gradbook.written.judging.claim import Claim
from gradbook.written.judging.claims import Claims
from gradbook.written.judging.diagnosing import diagnose
from gradbook.written.judging.follow_through import FollowThrough, carried, stated
from gradbook.written.judging.forms import is_rounded, number_of
from gradbook.written.judging.found import Found
from gradbook.written.judging.givens import is_another_step, misgiven
from gradbook.written.judging.messages import MESSAGES, hints
from gradbook.written.judging.mistaken import may_be_another
from gradbook.written.judging.near_misses import is_near_miss
from gradbook.written.judging.next_step import goes_on
from gradbook.written.judging.outcomes import BLAMED, GOOD, Outcome, fits, is_mute, may_be_of_another, of_quantity
from gradbook.written.judging.own_forms import own_forms, said_to_be_one
from gradbook.written.judging.passages import without_passages
from gradbook.written.judging.readback import read_back
from gradbook.written.judging.representatives import is_of_another
from gradbook.written.judging.resolution import holds, resolved
from gradbook.written.judging.rounding import Rounding
from gradbook.written.judging.steps import Steps
from gradbook.written.judging.strays import stray
from gradbook.written.judging.tolerances import equal
from gradbook.written.judging.two_ways import lists_givens, met
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.reading import Reading
from gradbook.written.verdict import Diagnosis, Status, Verdict
from gradbook.written.verdicts import Verdicts

CREDIT: Mapping[Status, Fraction] = {
    Status.RIGHT: Fraction(1),
    Status.STEP_UNREAD: Fraction(1),
    Status.WRONG_STEP: Fraction(1, 2),
    Status.CARRIED: Fraction(1, 2),
}
_NOTHING = Fraction(0)
_ELSEWHERE = "a condition that the exercise does not make"


def judge(
    reading: Reading,
    exercise: Exercise,
    earlier: Iterable[Verdict] = (),
    credit: Mapping[Status, Fraction] | None = None,
) -> Verdicts:
    """Return a verdict for each asked quantity.

    Args:
        reading: what `read` gave.
        exercise: what is asked.
        earlier: verdicts on earlier questions about the same graph, for *carried*.
        credit: the share of the points for each status; by default 1 for right, 1/2 for carried or a wrong step.
    """
    shares, before = {**CREDIT, **(credit or {})}, tuple(earlier)
    verdicts = Verdicts(map(_Judge(reading, exercise, before, shares).verdict, exercise.keys), reading.source)
    if reading.otherwise is None or lists_givens(reading, exercise):
        return verdicts
    other = replace(reading, statements=reading.otherwise, otherwise=None)
    others = map(_Judge(other, exercise, before, shares).verdict, exercise.keys)
    return Verdicts(met(verdicts, others), reading.source)


class _Judge:
    def __init__(
        self, reading: Reading, exercise: Exercise, earlier: tuple[Verdict, ...], credit: Mapping[Status, Fraction]
    ) -> None:
        self._reading, self._source = reading, reading.source
        self._exercise = exercise
        self._statements = [self._checked(resolved(statement, exercise)) for statement in reading]
        ones = said_to_be_one(self._statements)
        self._credit = credit
        self._said = stated(self._statements, exercise, earlier)
        self._follow_through = FollowThrough(exercise)
        self._rounding = Rounding(exercise, self._said, self._follow_through)
        self._steps = Steps(exercise, self._rounding, ones, tuple(own_forms(self._statements)))
        self._misgiven = misgiven(self._statements, reading.source, exercise)
        self._claims = Claims(exercise, self._statements, self._steps, self._rounding)

    def _checked(self, statement: Statement) -> Statement:
        """Return a statement, in doubt where what is said beside it does not fit: a condition, another number."""
        exercise = self._exercise
        doubt = statement.doubt
        met = all(holds(condition, statement.context, exercise) for condition in statement.conditions)
        if statement.elsewhere or not (met or (doubt and statement.retracts)):
            doubt = _ELSEWHERE  # whatever else is said of it
        if not doubt and statement.given is not None:
            old = statement.members[0].node
            name = old.name if isinstance(old, New) else ""
            given = number_of(statement.given, exercise)
            rounded = given is not None and name in exercise.arguments and is_rounded(exercise.here.value[name], given)
            if name and not rounded and (given is None or not equal(given, exercise.here.value[name])):
                doubt = "another old value than the exercise gives"
        if not doubt and statement.context == "before" and _is_moved(statement, exercise):
            doubt = "said to be before the step"
        if not doubt and statement.rate is not None and _steps(statement, exercise):
            rate = number_of(statement.rate, exercise)
            doubt = "" if rate is not None and equal(rate, exercise.lr) else "another rate than the exercise gives"
        for trailing in () if doubt else statement.trailing:
            result = number_of(statement.members[-1].node, exercise)
            value = number_of(trailing, exercise)
            if value is None or result is None or abs(value - result) > tolerances.CARRIED * abs(result):
                doubt = "another number behind it"
        return statement if doubt == statement.doubt else replace(statement, doubt=doubt)

    def verdict(self, key: Key) -> Verdict:
        reading = self._reading
        if reading.person:
            return self._make(key, Status.PERSON)
        if key.kind == "formula":
            return self._formula(key)
        claims = self._claims.on(key)
        if not claims:
            return self._silent(key)
        status, diagnosis, claim = self._weigh(key, claims)
        if status in BLAMED and is_near_miss(key, claim, self._exercise, self._follows):
            return self._make(key, Status.PERSON, Diagnosis.ROUNDING, claim)
        if status in GOOD and (self._misgiven_for(key, claim) or self._by_another_step(key, claims)):
            return self._make(key, Status.PERSON, claim=claim)
        return self._make(key, status, diagnosis, claim)

    def _by_another_step(self, key: Key, claims: list[Claim]) -> bool:
        """Whether a new value is right by a step of which neither the rate nor the gradient is the exercise's."""
        if key.kind != "new" or key.of not in self._exercise.lexicon.inputs:
            return False
        return any(
            is_another_step(m.node, key.of, self._exercise, self._source) for claim in claims for m in claim.members
        )

    def _follows(self, key: Key, node: Node | None) -> bool:
        """Whether a number is what follows from the learner's own numbers, and not from the right ones."""
        return carried(key, node, self._exercise, self._said, self._follow_through)

    def _misgiven_for(self, key: Key, claim: Claim) -> bool:
        """Whether a quantity is calculated from an input that is said to be another number than the exercise's."""
        if not self._misgiven:
            return False
        below = self._exercise.lexicon.below(key.of if key.kind != "new" else self._exercise.graph.output)
        return any(name in below and claim.statement.end > place for name, place in self._misgiven.items())

    def _silent(self, key: Key) -> Verdict:
        """Nothing is stated of a quantity: missing, unless it may stand where it cannot be read."""
        reading = self._reading
        if reading.image or reading.hidden:
            return self._make(key, Status.PERSON)
        if mention := next((m for m in reading.mentions if m.may_be_about(key.kind, key.of, key.by)), None):
            return self._make(key, Status.UNREAD, text=mention.text)
        if reading.loose and not reading.blank:
            return self._make(key, Status.UNREAD, text=reading.loose[0])
        if (text := stray(key, self._exercise, self._statements, reading.source)) and not reading.blank:
            return self._make(key, Status.UNREAD, text=text)
        for statement in self._statements:  # f(2) = 3, at a point that is not the exercise's
            head = statement.members[0].node
            if isinstance(head, At) and _asks(key, head.of):
                return self._make(key, Status.UNREAD, text=reading.source[statement.start : statement.end])
        return self._make(key, Status.MISSING)

    def _make(
        self,
        key: Key,
        status: Status,
        diagnosis: Diagnosis = Diagnosis.NONE,
        claim: Claim | None = None,
        text: str = "",
    ) -> Verdict:
        exercise, source = self._exercise, self._source
        of, wrong = exercise.points[key.text], bool(diagnosis) or status is Status.WRONG
        share = self._credit.get(status, _NOTHING)
        statement = claim and claim.statement
        return Verdict(
            key.text,
            f"{key.of}_new" if key.kind == "new" else key.text.removeprefix("local:").removesuffix(":formula"),
            status,
            diagnosis,
            points=of if share == 1 else of * share,
            of=of,
            read=source[statement.start : statement.end] if statement else text,
            start=statement.start if statement else 0,
            end=statement.end if statement else 0,
            understood=read_back(statement, source) if statement else "",
            work_shown=claim is not None and len(claim.members) > 1,
            number=number_of(claim.last.node, exercise) if claim else None,
            hints=hints(diagnosis, exercise, key) if wrong else (),
            teacher=MESSAGES[diagnosis].teacher if wrong else str(status),
        )

    # -- verdicts ------------------------------------------------------------------------------------------------------

    def _weigh(self, key: Key, claims: list[Claim]) -> Outcome:
        """Judge the last claim; one before it that says another number is a contradiction."""
        earliest = min(claim.statement.later for claim in claims)
        first = [claim for claim in claims if claim.statement.later == earliest]  # of all iterations
        own = [claim for claim in first if not claim.statement.supposed] or first  # "given q = 10" says it again
        here = [claim for claim in own if claim.statement.doubt != _ELSEWHERE] or own  # "b = 3.001 gives f = 24.003"
        if len(here) > 1 and self._exercise.moving:
            here = [c for c in here if not goes_on(key, c, self._statements, self._exercise, self._source)] or here
        judged = [(*self._alone(key, claim), claim) for claim in here]
        if is_part(here[-1]) and (len(here) > 1 or not any(status in GOOD for status, _, _ in judged)):
            return self._added_up(key, here)
        outcomes = of_quantity(judged)
        told = [outcome for outcome in outcomes if not is_mute(outcome)] or outcomes
        told = without_passages(told, self._exercise, self._source)
        if len(told) < len(outcomes):
            status, diagnosis, claim = self._met(told)
            return Status.STEP_UNREAD if status is Status.RIGHT else status, diagnosis, claim
        return self._met(told)

    def _added_up(self, key: Key, claims: list[Claim]) -> Outcome:
        """Judge a gradient of which only the parts are stated, the last claim one of them."""
        sure = not any(claim.statement.tainted for claim in claims)
        value = total(claims, self._exercise) if sure else None
        right = value is not None and self._steps.value(Number(value), self._exercise.truth(key)) is Found.VALUE
        return Status.STEP_UNREAD if right else Status.UNREAD, Diagnosis.NONE, claims[-1]

    def _met(self, outcomes: list[Outcome]) -> Outcome:
        """Return what several claims come to."""
        status, diagnosis, claim = outcomes[-1]
        if len(outcomes) == 1:
            return status, diagnosis, claim
        if status in GOOD:
            others = [other for other in outcomes[:-1] if other[0] not in GOOD]
            if not others:
                worst = Status.RIGHT if all(o[0] is Status.RIGHT for o in outcomes) else Status.STEP_UNREAD
                return worst, diagnosis, claim
            if claim.statement.retracts:
                return status, diagnosis, claim
            if any(other[0] is Status.UNREAD for other in others):
                return Status.UNREAD, Diagnosis.NONE, others[0][2]
            if all(other[0] is Status.WRONG_STEP for other in others):
                return Status.WRONG_STEP, Diagnosis.BAD_STEP, others[0][2]
            return Status.PERSON, Diagnosis.CONTRADICTION, claim
        doubtful = [other for other in outcomes[:-1] if other[0] is Status.UNREAD and other[2].found[-1].right]
        if status in (Status.WRONG, Status.CARRIED) and doubtful:  # which of the two is meant?
            return Status.UNREAD, Diagnosis.NONE, doubtful[-1][2]
        if status in (Status.WRONG, Status.CARRIED) and any(other[0] in GOOD for other in outcomes[:-1]):
            numeric = [other for other in outcomes[:-1] if other[0] in GOOD and is_literal(other[2].last.node)]
            if not numeric and status is Status.WRONG:
                diagnosis = Diagnosis.SIGN if diagnosis is Diagnosis.SIGN else Diagnosis.ARITHMETIC
            elif numeric and not claim.statement.retracts:
                return Status.PERSON, Diagnosis.CONTRADICTION, claim
        return status, diagnosis, claim

    def _alone(self, key: Key, claim: Claim) -> tuple[Status, Diagnosis]:
        """Judge one claim; a formula for any of several that holds for another of them says nothing of this one."""
        status, diagnosis = self._single(key, claim)
        if status is Status.WRONG and is_of_another(claim.statement, self._statements, self._exercise):
            return Status.UNREAD, Diagnosis.NONE
        return status, diagnosis

    def _single(self, key: Key, claim: Claim) -> tuple[Status, Diagnosis]:
        found, last = claim.found, claim.found[-1]
        if claim.statement.tainted or (may_be_of_another(claim.statement) and not fits(found)):
            return Status.UNREAD, Diagnosis.NONE
        if key.kind in ("value", "new") and has_names(claim.last.node) and last is Found.IDENTITY:
            return Status.PERSON, Diagnosis.NO_VALUE
        if Found.UNDECIDED in found:
            return Status.UNREAD, Diagnosis.NONE
        if Found.UNREAD in found:
            others = [item for item in found if item is not Found.UNREAD]
            result = is_literal(claim.last.node) or last is Found.IDENTITY
            if last.right and result and all(item.right for item in others):
                return Status.STEP_UNREAD, Diagnosis.NONE
            return Status.UNREAD, Diagnosis.NONE
        if all(item.right for item in found):
            unexplained = Found.UNEXPLAINED in found and Found.IDENTITY not in found
            return Status.STEP_UNREAD if unexplained else Status.RIGHT, Diagnosis.NONE
        if last.right:
            return Status.WRONG_STEP, Diagnosis.BAD_STEP
        if last is Found.COINCIDENCE:
            return Status.WRONG, Diagnosis.BAD_STEP
        if key.kind == "value" and isinstance(claim.last.node, Derivative):  # "r, which is also the gradient at w"
            return Status.UNREAD, Diagnosis.NONE
        if all(item.right for item in found[:-1]) and (rounded := self._rounded(key, claim)):
            return rounded
        if last is Found.COARSE and self._is_close(key, claim.last.node):
            return Status.WRONG, Diagnosis.ROUNDING
        if len(found) > 1 and found[-2].right and all(is_literal(m.node) for m in claim.members[-2:]):
            return Status.PERSON, Diagnosis.CONTRADICTION  # = 6 = 15
        if may_be_another(key, claim, self._exercise):
            return Status.UNREAD, Diagnosis.NONE
        value = number_of(claim.last.node, self._exercise)
        if value is not None and self._follows(key, claim.last.node):
            astray = self._rounding.strays_to(key, value)
            return (Status.PERSON, Diagnosis.ROUNDING) if astray else (Status.CARRIED, Diagnosis.NONE)
        if last is Found.COARSE:
            return Status.WRONG, Diagnosis.ROUNDING
        return Status.WRONG, diagnose(key, claim, self._exercise, self._steps)

    def _rounded(self, key: Key, claim: Claim) -> tuple[Status, Diagnosis] | None:
        """Judge a result that is not right to the digit, but may be rounded, or follow from rounded numbers."""
        value, truth = number_of(claim.last.node, self._exercise), self._exercise.truth(key)
        before = claim.members[-2].node if len(claim.members) > 1 else None
        calculated = before is not None and not has_names(before)  # the result is its result, and nothing else
        if value is None or not is_literal(claim.last.node):
            return None
        if not self._steps.tells_step(key, value):
            return (Status.PERSON, Diagnosis.ROUNDING) if tolerances.rounds(truth, value) else None
        follows = not calculated and self._rounding.leads_to(key, value)
        if not follows and (tolerances.is_exact(truth) or not tolerances.rounds(truth, value)):
            return None
        fine = tolerances.written(value)[0] >= tolerances.DIGITS
        fine = fine or (tolerances.is_fine(value) and tolerances.rounds(truth, value))
        if fine or (before is not None and not is_literal(before)):
            return Status.RIGHT, Diagnosis.NONE
        return Status.PERSON, Diagnosis.ROUNDING

    def _is_close(self, key: Key, node: Node | None) -> bool:
        truth = self._exercise.truth(key)
        number = number_of(node, self._exercise)
        return number is not None and abs(number - truth) <= tolerances.COARSE * abs(truth)

    def _formula(self, key: Key) -> Verdict:
        """Judge whether any equation gives a node in its direct operands, solved for it (q = wx) or not (q/x = w)."""
        exercise = self._exercise
        right: Claim | None = None
        wrong: Claim | None = None
        not_direct: Claim | None = None
        unread: Claim | None = None
        whole = Key(key.of, "value", key.of)
        for statement in self._statements:
            _, head, members = self._claims.about(whole, statement)
            claim = Claim(statement, members or statement.members, self._steps.chain(whole, members), head)
            nodes = [member.node for member in statement.members]
            pairs = [(a, b) for a, b in pairwise(nodes) if a is not None and b is not None]
            pairs += [(head, b) for b in nodes[2:] if head is not None and b is not None]
            stated = any(self._steps.states_formula(key.of, left, right) for left, right in pairs)
            named = [f for m, f in zip(members, claim.found, strict=True) if has_names(m.node)]
            if stated and statement.tainted:
                unread = unread or claim
            elif stated and all(found.right for found in named):
                right = claim
            elif head is not None and None in nodes:
                unread = unread or claim
            elif any(self._steps.states_formula(o, a, b) for o in exercise.arguments if o != key.of for a, b in pairs):
                continue  # f/z = r is about f
            elif stated or any(not found.right for found in named):
                wrong = wrong or claim
            elif named:
                not_direct = not_direct or claim
        if right and wrong and not right.statement.retracts:
            return self._make(key, Status.PERSON, Diagnosis.CONTRADICTION, right)
        if right:
            return self._make(key, Status.RIGHT, claim=right)
        if unread:
            return self._make(key, Status.UNREAD, claim=unread)
        if wrong:
            return self._make(key, Status.WRONG, Diagnosis.NONE, wrong)
        if not_direct:
            return self._make(key, Status.WRONG, Diagnosis.NOT_DIRECT, not_direct)
        return self._silent(key)


def _is_moved(statement: Statement, exercise: Exercise) -> bool:
    """Whether a statement gives an input another value than it has before the step."""
    node, result = statement.members[0].node, number_of(statement.members[-1].node, exercise)
    if not isinstance(node, New | Symbol) or node.name not in exercise.lexicon.inputs or result is None:
        return False
    return not is_rounded(exercise.here.value[node.name], result)


def _steps(statement: Statement, exercise: Exercise) -> bool:
    """Whether a statement may be about what the step leads to."""
    inputs = exercise.lexicon.inputs
    heads = (member.node for member in statement.members)
    return any(isinstance(node, New) or (isinstance(node, Symbol) and node.name in inputs) for node in heads)


def _asks(key: Key, quantity: Symbol | Derivative) -> bool:
    """Whether a quantity at some point is the one that is asked for at the exercise's, or after the step."""
    if isinstance(quantity, Derivative):
        return key.kind == "total" and (quantity.of, quantity.by) == (key.of, key.by)
    return key.kind in ("value", "new") and quantity.name == key.of
