"""Judging: one verdict for each asked quantity.

What each statement says of a quantity is judged member by member (`steps`); the members make a claim (`claims`), the
claims are weighed (`weighing`), and here they become a verdict.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from gradbook.written.exercise import Exercise, Key
from gradbook.written.judging.claims.beside import MORE_BEHIND
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.claims.evidence import Evidence
from gradbook.written.judging.claims.givens import is_another_step, misgiven
from gradbook.written.judging.claims.something_else import says_something_else
from gradbook.written.judging.claims.timing.moments import NEITHER
from gradbook.written.judging.claims.unstated.borne_out import BorneOut
from gradbook.written.judging.outcomes.formula_keys import formula_of
from gradbook.written.judging.outcomes.later.all_moving import by_all, takes_all, unsettled
from gradbook.written.judging.outcomes.later.some_moving import by_some
from gradbook.written.judging.outcomes.mistakes.bare_answers import BareAnswers
from gradbook.written.judging.outcomes.mistakes.contradictions import Contradictions
from gradbook.written.judging.outcomes.mistakes.in_programs import InPrograms
from gradbook.written.judging.outcomes.mistakes.near_misses import is_near_miss, is_worked_out
from gradbook.written.judging.outcomes.mistakes.reversed_steps import steps_back
from gradbook.written.judging.outcomes.mistakes.slips import may_be_a_slip
from gradbook.written.judging.outcomes.mistakes.told_otherwise import told_otherwise
from gradbook.written.judging.outcomes.outcomes import BLAMED, GOOD
from gradbook.written.judging.outcomes.said.messages import hints, teacher_line
from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.judging.outcomes.said.reasons import reason_for
from gradbook.written.judging.outcomes.two_ways import are_equations, is_product, lists_givens, met
from gradbook.written.judging.outcomes.weighing import Weighing
from gradbook.written.judging.silence import Silence
from gradbook.written.judging.steps.forms import number_of
from gradbook.written.judging.steps.found import Found
from gradbook.written.judging.steps.tolerances import equal
from gradbook.written.reading import Reading
from gradbook.written.verdict import Basis, Diagnosis, Status, Verdict
from gradbook.written.verdicts import Verdicts

CREDIT: Mapping[Status, Fraction] = {
    Status.RIGHT: Fraction(1),
    Status.STEP_UNREAD: Fraction(1),
    Status.WRONG_STEP: Fraction(1, 2),
    Status.CARRIED: Fraction(1, 2),
}
_NOTHING = Fraction(0)
_OF_NUMBERS = MORE_BEHIND | {NEITHER}  # doubts that no word of the answer raises, so that a list may settle them
_SEVERAL = 3  # right answers that bear out a list under a title that is not understood


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
    return judged(reading, exercise, earlier, credit).verdicts


class Judged(NamedTuple):
    """The verdicts on one answer, and what they rest on.

    Attributes:
        verdicts: one for each asked quantity.
        evidence: what the answer says.
        weighing: weighs it.
        claims: the claim that the verdict on a quantity is about, where it is about any.
        opposed: where what speaks against it stands, where that is known.
    """

    verdicts: Verdicts
    evidence: Evidence
    weighing: Weighing
    claims: Mapping[Key, Claim]
    opposed: Mapping[Key, int]


def judged(
    reading: Reading,
    exercise: Exercise,
    earlier: Iterable[Verdict] = (),
    credit: Mapping[Status, Fraction] | None = None,
) -> Judged:
    """Return the verdicts of `judge`, and what they rest on."""
    shares, before = {**CREDIT, **(credit or {})}, tuple(earlier)
    found = _judged(reading, exercise, before, shares)
    places = unsettled(found.verdicts, exercise)
    if not places:
        return found
    found = found._replace(verdicts=Verdicts(by_some(found.verdicts, places, exercise), reading.source))
    if (wider := exercise.moving_all) is None:
        return found
    others = _judged(reading, wider, before, shares)
    shown, verdicts, claims = takes_all(others.verdicts, exercise), list(found.verdicts), dict(found.claims)
    for at in places:
        key, other = exercise.keys[at], others.verdicts[at]
        verdicts[at] = by_all(verdicts[at], other, shown=shown)
        if verdicts[at] is other and key in others.claims:
            claims[key] = others.claims[key]
    return found._replace(verdicts=Verdicts(verdicts, reading.source), claims=claims)


def _judged(
    reading: Reading, exercise: Exercise, before: tuple[Verdict, ...], shares: Mapping[Status, Fraction]
) -> Judged:
    """Return what is found in an answer, which may be readable in two ways."""
    found = _Judge(reading, exercise, before, shares).judged()
    if reading.otherwise is None or lists_givens(reading, exercise):
        return found
    other = replace(reading, statements=reading.otherwise, otherwise=None)
    one, others = found.verdicts, _Judge(other, exercise, before, shares).judged()
    if are_equations(one, others.verdicts, reading, exercise):
        return found
    if is_product(one, others.verdicts):
        return others
    return found._replace(verdicts=Verdicts(met(one, others.verdicts), reading.source))


class _Judge:
    def __init__(
        self, reading: Reading, exercise: Exercise, earlier: tuple[Verdict, ...], credit: Mapping[Status, Fraction]
    ) -> None:
        self._reading, self._source, self._exercise, self._credit = reading, reading.source, exercise, credit
        self._evidence = Evidence(reading, exercise, earlier)
        self._weighing = Weighing(self._evidence)
        self._contradictions = Contradictions(self._evidence)
        self._bare = BareAnswers(reading.bare, self._evidence)
        self._programs = InPrograms(reading.source, self._evidence)
        statements = self._evidence.statements
        self._silence = Silence(reading, self._evidence)
        self._misgiven = misgiven(statements, reading.source, exercise)
        self._claims: dict[Key, Claim] = {}  # that the last verdict on each quantity is about
        self._opposed: dict[Key, int] = {}  # where what speaks against it stands

    def judged(self) -> Judged:
        verdicts = Verdicts(self._verdicts(), self._source)
        return Judged(verdicts, self._evidence, self._weighing, self._claims, self._opposed)

    def _verdicts(self) -> Iterator[Verdict]:
        found = [self._verdict(key) for key in self._exercise.keys]
        corroborated = sum(verdict.status in GOOD for verdict in found) >= _SEVERAL
        listed: list[Verdict] = []
        for key, verdict in zip(self._exercise.keys, found, strict=True):
            listed.append(verdict if _is_settled(verdict) else self._listed(key, verdict, corroborated=corroborated))
        borne = dict(zip(self._exercise.keys, self._borne_out(listed), strict=True))
        right = [key for key, verdict in borne.items() if verdict.status in GOOD]
        for key, verdict in borne.items():
            yield self._reconciled(key, verdict, right)

    def _borne_out(self, verdicts: Sequence[Verdict]) -> Iterator[Verdict]:
        """Yield verdicts, others where an answer says a right number, of which little is wrong or else in doubt."""
        found = dict(zip(self._exercise.keys, verdicts, strict=True))
        right = [key for key, verdict in found.items() if verdict.status in GOOD]
        narrative, unsure = self._evidence.narrative, (Status.WRONG, Status.CARRIED)
        wrong = [key for key, one in found.items() if one.status in unsure and not narrative.claim(key)]
        back = (one for one in self._evidence.statements if one.retracts and not self._evidence.fitting.is_right(one))
        if all(map(_is_settled, verdicts)) or len(wrong) * _SEVERAL > len(right) or any(back):
            yield from verdicts
            return
        borne = BorneOut(self._evidence, [key for key, verdict in found.items() if not _is_settled(verdict)])
        for tell in (borne.scattered, borne.narrated):
            for key, claim, basis in tell([key for key, verdict in found.items() if verdict.status in GOOD]):
                if not self._is_opposed(key, claim, self._evidence.claims.on(key)):
                    found[key] = self._weighed(key, claim, found[key], basis)
        yield from found.values()

    def _reconciled(self, key: Key, verdict: Verdict, right: Sequence[Key]) -> Verdict:
        """Return a verdict, or another where a sentence tells of the quantity, or something else of it."""
        narrative, status = self._evidence.narrative, verdict.status
        if status is Status.MISSING and (claim := narrative.claim(key)):
            return self._make(key, Status.UNREAD, claim=claim, basis=Basis.UNREAD)
        unfit = (
            [one.statement for one in self._evidence.claims.on(key) if not one.fits] if status is Status.WRONG else []
        )
        if unfit and all(narrative.tells_another_kind(statement, key, right) for statement in unfit):
            return self._make(key, Status.UNREAD, claim=self._claims.get(key), basis=Basis.SOMETHING_ELSE)
        if status in GOOD and verdict.basis is Basis.CLAUSE and narrative.gainsays(key):
            return self._contradicted(key, self._claims[key], Basis.TOLD_OTHERWISE)
        return verdict

    def _is_opposed(self, key: Key, claim: Claim, claims: list[Claim]) -> bool:
        """Whether a right claim is of another input or step, or anything else that an answer says is against it."""
        doubtful = self._misgiven_for(key, claim) is not None or self._by_another_step(key, claims)
        return doubtful or self._against(key, claim) is not None

    def _weighed(self, key: Key, claim: Claim, verdict: Verdict, basis: Basis) -> Verdict:
        """Return the verdict on a claim, where it is good; else the one that stands."""
        status, diagnosis, claim = self._weighing.weigh(key, [claim])
        return self._make(key, status, diagnosis, claim, basis=basis) if status in GOOD else verdict

    def _listed(self, key: Key, verdict: Verdict, *, corroborated: bool) -> Verdict:
        """Return a verdict, or another where a list says what is asked, and nothing outside of lists says otherwise."""
        claim = self._evidence.ledger.claim(key, corroborated=corroborated)
        if claim is None:
            return verdict
        claims = self._evidence.claims.on(key)
        if self._is_opposed(key, claim, claims) or not all(self._is_borne_out(one, key) for one in claims):
            wrong = verdict.status is Status.WRONG
            return self._contradicted(key, claim, Basis.LIST_AGAINST) if wrong else verdict
        return self._weighed(key, claim, verdict, Basis.LISTED)

    def _contradicted(self, key: Key, claim: Claim, basis: Basis, place: int | None = None) -> Verdict:
        """Leave a claim to a person, as something in the answer speaks against it, at a place if that is known."""
        if place is not None:
            self._opposed[key] = place
        return self._make(key, Status.PERSON, Diagnosis.CONTRADICTION, claim, basis=basis)

    def _is_borne_out(self, claim: Claim, key: Key) -> bool:
        """Whether what else is claimed of a quantity is right, or part of a list that says something else."""
        doubt = claim.statement.doubt
        if not replace(claim.statement, doubt="").is_sure or (doubt and doubt not in _OF_NUMBERS):
            return False
        if claim.found[-1].right:
            return claim.fits
        return self._evidence.ledger.explains(claim.statement, key)

    def _verdict(self, key: Key) -> Verdict:
        reading = self._reading
        if reading.person and not self._evidence.clauses.on(key):
            return self._make(key, Status.PERSON, basis=Basis.PICTURE if reading.image else Basis.UNREADABLE)
        if key.kind == "formula":
            found = formula_of(key, self._evidence)
            return self._make(key, *found, basis=Basis.FORMULA) if found else self._silent(key)
        claims, basis = self._said(key)
        if not claims:
            return self._silent(key)
        status, diagnosis, claim = self._weighing.weigh(key, claims)
        if status is Status.UNREAD and (told := self._told_behind(key, claims)):
            status, diagnosis, claim = self._weighing.weigh(key, told)
            basis = Basis.CLAUSE
        if status in BLAMED and self._evidence.clauses.on(key):
            return self._contradicted(key, claim, Basis.CLAUSE_AGAINST)
        if status in BLAMED and says_something_else(key, claim, self._exercise, self._source):
            return self._make(key, Status.UNREAD, claim=claim, basis=Basis.SOMETHING_ELSE)
        if status in BLAMED and is_near_miss(key, claim, self._exercise, self._evidence.follows):
            if not is_worked_out(key, claim, reading.nameless, self._exercise):
                return self._make(key, Status.PERSON, Diagnosis.ROUNDING, claim, basis=Basis.NEAR_MISS)
            status, diagnosis = Status.RIGHT, Diagnosis.NONE
        if status in BLAMED and steps_back(key, self._evidence.statements, self._exercise, self._source):
            return self._contradicted(key, claim, Basis.REVERSED)
        if status is Status.WRONG_STEP and may_be_a_slip(key, claim, self._exercise):
            return self._contradicted(key, claim, Basis.SLIP)
        if status in GOOD and (place := self._misgiven_for(key, claim)) is not None:
            self._opposed[key] = place
            return self._make(key, Status.PERSON, claim=claim, basis=Basis.OTHER_INPUT)
        if status in GOOD and self._by_another_step(key, claims):
            return self._make(key, Status.PERSON, claim=claim, basis=Basis.OTHER_STEP)
        if status in GOOD and (against := self._against(key, claim)):
            return self._contradicted(key, claim, *against)
        basis = _stated(status, diagnosis, claim) if basis is Basis.STATED else basis
        return self._make(key, status, diagnosis, claim, basis=basis)

    def _said(self, key: Key) -> tuple[list[Claim], Basis]:
        """Return what is said of a quantity: what states it, and where nothing does, what only can be of it."""
        claims = self._evidence.claims.on(key)
        if not claims or all(map(_is_unread_formula, claims)):
            if nameless := self._nameless(key):
                return nameless, Basis.NAMELESS
            if factors := self._evidence.factors.on(key):
                return factors, Basis.FACTORS
        return (claims, Basis.STATED) if claims else (self._evidence.clauses.on(key), Basis.CLAUSE)

    def _told_behind(self, key: Key, claims: Sequence[Claim]) -> list[Claim]:
        """Return what a clause in words tells of a quantity of which nothing is read for sure, and nothing in doubt."""
        if any(claim.statement.tainted or claim.fits for claim in claims):
            return []
        last = max(claim.statement.start for claim in claims)
        return [told for told in self._evidence.clauses.on(key) if told.statement.start >= last]

    def _against(self, key: Key, claim: Claim) -> tuple[Basis, int | None] | None:
        """Return what else in an answer speaks against a right claim, and where that stands, if anything does."""
        if self._contradictions.are_in(key, claim):
            return Basis.CONTRADICTED, None
        if (place := self._evidence.claims.said_later(key, claim)) is not None:
            return Basis.SAID_LATER, place
        if (place := self._bare.against(claim)) is not None:
            return Basis.BARE_NUMBER, place
        if self._programs.speak_against(key, claim):
            return Basis.PROGRAM, None
        place = told_otherwise(key, claim, self._reading.loosely, self._exercise)
        return None if place is None else (Basis.TOLD_OTHERWISE, place)

    def _nameless(self, key: Key) -> list[Claim]:
        """Return what is calculated without a name and can only be the quantity, if no sentence may say otherwise."""
        about = (mention for mention in self._reading.mentions if mention.may_be_about(key.kind, key.of, key.by))
        return [] if any(mention.has_numbers for mention in about) else self._evidence.nameless.on(key)

    def _by_another_step(self, key: Key, claims: list[Claim]) -> bool:
        """Whether a new value is right by a step of which neither the rate nor the gradient is the exercise's."""
        if key.kind != "new" or key.of not in self._exercise.lexicon.inputs:
            return False
        return any(
            is_another_step(m.node, key.of, self._exercise, self._source) for claim in claims for m in claim.members
        )

    def _misgiven_for(self, key: Key, claim: Claim) -> int | None:
        """Return where an input of which a quantity is calculated is said to be another number than the exercise's."""
        if not self._misgiven.places or (self._misgiven.after and key.kind != "new"):
            return None
        below = self._exercise.lexicon.below(key.of if key.kind != "new" else self._exercise.graph.output)
        span = claim.statement.start, claim.statement.end
        places = self._misgiven.places.items()
        return next(
            (place for name, (place, until) in places if name in below and span[1] > place and span[0] < until), None
        )

    def _silent(self, key: Key) -> Verdict:
        status, basis, text = self._silence.outcome(key)
        return self._make(key, status, text=text, basis=basis)

    def _make(
        self,
        key: Key,
        status: Status,
        diagnosis: Diagnosis = Diagnosis.NONE,
        claim: Claim | None = None,
        text: str = "",
        basis: Basis = Basis.STATED,
    ) -> Verdict:
        exercise, source = self._exercise, self._source
        of, wrong = exercise.points[key.text], bool(diagnosis) or status is Status.WRONG
        share = self._credit.get(status, _NOTHING)
        statement = claim and claim.statement
        self._claims.pop(key, None)
        if claim is not None:
            self._claims[key] = claim
        return Verdict(
            key.text,
            f"{key.of}_new" if key.kind == "new" else key.text.removeprefix("local:").removesuffix(":formula"),
            status,
            diagnosis,
            points=of if share == 1 else of * share,
            of=of,
            read=source[statement.start : statement.end] if statement else text.strip(),
            start=statement.start if statement else 0,
            end=statement.end if statement else 0,
            understood=read_back(statement, source) if statement else "",
            work_shown=claim is not None and (len(claim.members) > 1 or self._needs_no_work(key)),
            number=number_of(claim.last.node, exercise) if claim else None,
            hints=hints(diagnosis, exercise, key) if wrong else (),
            teacher=teacher_line(diagnosis, exercise, key) if wrong else str(status),
            reason=reason_for(statement, source) if statement and status is Status.UNREAD else "",
            basis=basis,
        )

    def _needs_no_work(self, key: Key) -> bool:
        """Whether the bare result is all that can be shown: a formula, or a derivative that is always 1."""
        if key.kind not in ("total", "local"):
            return key.kind == "formula"
        return all(equal(truth, 1.0) for truth in self._exercise.truths(key))


def _is_settled(verdict: Verdict) -> bool:
    return verdict.status in GOOD or verdict.status is Status.WRONG_STEP


def _stated(status: Status, diagnosis: Diagnosis, claim: Claim) -> Basis:
    """Return what decided of what is stated of a quantity."""
    match status, diagnosis:
        case Status.CARRIED, _:
            return Basis.CARRIED
        case Status.PERSON, Diagnosis.CONTRADICTION:
            return Basis.DISAGREEING
        case Status.PERSON, Diagnosis.NO_VALUE:
            return Basis.NO_VALUE
        case Status.PERSON, Diagnosis.ROUNDING:
            return Basis.NEAR_MISS
        case Status.UNREAD, _:
            return Basis.DOUBTED if claim.statement.tainted else Basis.UNREAD
    return Basis.STATED


def _is_unread_formula(claim: Claim) -> bool:
    """Whether a claim is in names that are not understood, and states no number: f'(x) = lim (f(x + h) - f(x)) / h."""
    return Found.UNREAD in claim.found and all(member.formula for member in claim.members)
