"""Weighing: what the claims on one quantity come to.

One unread member makes a chain undecided; two answers that differ are left to a person.
"""

import re
from collections.abc import Sequence
from functools import cached_property

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.exercise import Key
from gradbook.written.expression import Call, New, Node, evaluate, has, has_names, is_literal, leaves
from gradbook.written.judging.claims.beside import ELSEWHERE, OTHER_RATE
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.claims.evidence import Evidence
from gradbook.written.judging.outcomes.accumulation import is_part, total
from gradbook.written.judging.outcomes.grounds import Grounds
from gradbook.written.judging.outcomes.guesses import guessed
from gradbook.written.judging.outcomes.later.anew import Anew
from gradbook.written.judging.outcomes.later.next_step import goes_on
from gradbook.written.judging.outcomes.later.plain_steps import is_one_plain_step
from gradbook.written.judging.outcomes.mistakes.diagnosing import diagnose
from gradbook.written.judging.outcomes.mistakes.mistaken import may_be_another
from gradbook.written.judging.outcomes.on_the_way import rounds_on_the_way
from gradbook.written.judging.outcomes.outcomes import (
    GOOD,
    Outcome,
    is_among_slopes,
    is_mute,
    is_withdrawn,
    leads_into,
    may_be_of_another,
    of_quantity,
)
from gradbook.written.judging.outcomes.passages import without_passages
from gradbook.written.judging.outcomes.representatives import is_general, is_of_another
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.forms import number_of
from gradbook.written.judging.steps.found import Found, compared
from gradbook.written.lexing.words.dictionary import OPERATIONS, bare, bare_words
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.parsing.cues.against.derived.along_paths import ALONG_PATH
from gradbook.written.parsing.cues.against.other_answers import OTHER_ANSWER, REPORTED
from gradbook.written.verdict import Diagnosis, Status

_OF_OTHERS = (OTHER_ANSWER, REPORTED)
_BESIDE = (ELSEWHERE, ALONG_PATH)  # of another number: "b = 3.001 gives f = 24.003", "df/dx (via a) = 3"
_NUMBER = regex(r"\d+(?:[.,]\d+)?|[.,]\d+")
_LEAD = 60  # characters before a claim
_INSTEAD = regex(
    r"\b(?:but|actually|rather|first|given|exercise|however|instead|aber|eigentlich|zuerst|mais|pero|mas)\b",
    re.IGNORECASE,
)
_WORDS = regex(r"[^\W\d_]{2,}")
_LISTING = bare_words(  # between what new values are at one rate and at others, without a decision for one
    "and with for at if the gives give we have get would were had will be is it an of only both also while but same "
    "new learning rate step size larger smaller bigger higher lower twice half eta alpha lr becomes "
    "und mit für bei gibt wäre würde ist die eine einer lernrate schrittweite auch wir erhalten "
    "et avec pour donne serait est le la un une taux pas y con para da sería es el una tasa paso "
    "com dá seria um uma taxa passo darebbe sarebbe per tasso"
)
_TOO_LATE = {"total": 1}  # rounds later than the first, where only such tell of it; the second begins with new values


def _differs(key: Key, claim: Claim) -> bool:
    """Whether a gradient is taken to be another than the right one; "given q = 10" only says again what is given."""
    sure = key.kind == "total" and not claim.statement.tainted
    return sure and is_literal(claim.last.node) and not claim.found[-1].right


class Weighing:
    """Weighs the claims of one answer."""

    def __init__(self, evidence: Evidence) -> None:
        """Take the answer's evidence."""
        self._evidence = evidence
        self._exercise, self._steps, self._rounding = evidence.exercise, evidence.steps, evidence.rounding
        self._grounds = Grounds(evidence, self._is_formula)

    @cached_property
    def _anew(self) -> Anew:
        return Anew(self._evidence.statements, self._exercise)

    def weigh(self, key: Key, claims: list[Claim]) -> Outcome:
        """Judge the last claim; one before it that says another number is a contradiction."""
        earliest = min(claim.statement.later for claim in claims)
        if earliest >= _TOO_LATE.get(key.kind, 2):
            return Status.UNREAD, Diagnosis.NONE, claims[-1]
        first = [claim for claim in claims if claim.statement.later == earliest]  # of all iterations
        own = [claim for claim in first if not claim.statement.supposed or _differs(key, claim)] or first
        other_rates = any(claim.statement.doubt == OTHER_RATE for claim in own) and self._lists_rates(own)
        beside = (*_BESIDE, OTHER_RATE) if other_rates else _BESIDE
        here = [claim for claim in own if claim.statement.doubt not in beside] or own
        here = [
            claim for claim in here if key.kind != "value" or not is_among_slopes(claim, self._evidence.source)
        ] or here
        here = [claim for claim in here if not self._is_other_answer(claim, here)]
        if len(here) > 1 and self._exercise.moving:
            here = [claim for claim in here if claim.statement.doubt or not self._goes_on(key, claim)] or here
        judged = [(*self.alone(key, claim), claim) for claim in here]
        if key.kind == "value":
            first_good = next((n for n, outcome in enumerate(judged) if outcome[0] in GOOD), len(judged))
            judged = [o for n, o in enumerate(judged) if n <= first_good or o[0] in GOOD or not self._anew.holds(o[2])]
        here = [claim for _, _, claim in judged]
        if is_part(here[-1]) and (len(here) > 1 or not any(status in GOOD for status, _, _ in judged)):
            return self._added_up(key, here)
        if len(judged) == 1:
            return judged[0]
        if (claim := guessed(judged, self._exercise, self._evidence.source)) is not None:
            return Status.PERSON, Diagnosis.CONTRADICTION, claim
        outcomes = of_quantity(judged, exact=tolerances.is_exact(self._exercise.truth(key)))
        told = [o for o in outcomes if not (is_mute(o) or self._is_only_general(o[2]))] or outcomes
        told = without_passages(told, self._exercise, self._evidence.source)
        if len(told) < len(outcomes):
            status, diagnosis, claim = self._met(told)
            return Status.STEP_UNREAD if status is Status.RIGHT else status, diagnosis, claim
        return self._met(told)

    def _is_other_answer(self, claim: Claim, claims: Sequence[Claim]) -> bool:
        """Whether a number is only said not to be the answer, and a claim that is not so gives another."""
        doubt = claim.statement.doubt
        others = [other for other in claims if other.statement.doubt not in _OF_OTHERS]
        if doubt not in _OF_OTHERS or not others:
            return False
        if doubt == REPORTED:
            return True
        own = number_of(claim.last.node, self._exercise)
        given = (number_of(other.last.node, self._exercise) for other in others)
        return own is not None and all(number is not None and not _may_be_same(own, number) for number in given)

    def _lists_rates(self, claims: Sequence[Claim]) -> bool:
        """Whether an answer begins with the exercise's rate, and then only looks at others."""
        first, last = claims[0].statement, claims[-1].statement
        source, names = self._evidence.source, {*self._exercise.lexicon.inputs, *self._exercise.lexicon.operands}
        before, between = source[max(0, first.start - _LEAD) : first.end], source[first.end : last.end]
        listed = all(bare(word) in _LISTING or word in names for word in _WORDS.findall(between.lower()))
        return first.rate is not None and not first.tainted and listed and not _INSTEAD.search(before)

    def _goes_on(self, key: Key, claim: Claim) -> bool:
        return goes_on(key, claim, self._evidence.statements, self._exercise, self._evidence.source)

    def _added_up(self, key: Key, claims: list[Claim]) -> Outcome:
        """Judge a gradient of which only the parts are stated, the last claim one of them."""
        sure = not any(claim.statement.tainted for claim in claims)
        value = total(claims, self._exercise) if sure else None
        right = value is not None and compared(value, self._exercise.truth(key)) is Found.VALUE
        return Status.STEP_UNREAD if right else Status.UNREAD, Diagnosis.NONE, claims[-1]

    def _met(self, outcomes: list[Outcome]) -> Outcome:
        """Return what several claims come to."""
        status, diagnosis, claim = outcomes[-1]
        if len(outcomes) == 1:
            return status, diagnosis, claim
        if status in GOOD:
            others = [other for other in outcomes[:-1] if other[0] not in GOOD]
            others = [other for other in others if not (_undoes_nothing(other) or _agrees(other[2]))]
            others = [
                other for other in others if not (_is_settled_by(other, claim) or self._is_on_the_way(other[2], claim))
            ]
            others = [other for other in others if not leads_into(other[2], claim, self._evidence.source)]
            if not others:
                worst = Status.RIGHT if all(o[0] is Status.RIGHT for o in outcomes) else Status.STEP_UNREAD
                return worst, diagnosis, claim
            if all(self._is_taken_back(other[2], claim) for other in others):
                return status, diagnosis, claim
            if any(other[0] is Status.UNREAD for other in others):
                return Status.UNREAD, Diagnosis.NONE, others[0][2]
            if all(other[0] is Status.WRONG_STEP for other in others):
                return Status.WRONG_STEP, Diagnosis.BAD_STEP, others[0][2]
            return Status.PERSON, Diagnosis.CONTRADICTION, claim
        good = [other for other in outcomes[:-1] if other[0] in GOOD]
        apart = claim.statement.members[0].node != good[-1][2].statement.members[0].node if good else False
        if (
            apart
            and len(good) == len(outcomes) - 1
            and claim.found[-1] is Found.VALUE
            and _undoes_nothing(outcomes[-1])
        ):
            return Status.STEP_UNREAD, Diagnosis.NONE, good[-1][2]  # it says the right number again
        doubtful = [other for other in outcomes[:-1] if other[0] is Status.UNREAD and other[2].found[-1].right]
        if status in (Status.WRONG, Status.CARRIED) and doubtful:  # which of the two is meant?
            return Status.UNREAD, Diagnosis.NONE, doubtful[-1][2]
        comes_out = (*GOOD, Status.WRONG_STEP) if has_names(claim.last.node) else GOOD
        if status in (Status.WRONG, Status.CARRIED) and any(other[0] in comes_out for other in outcomes[:-1]):
            numeric = [other for other in outcomes[:-1] if other[0] in comes_out and is_literal(other[2].last.node)]
            if not numeric and status is Status.WRONG:
                diagnosis = Diagnosis.SIGN if diagnosis is Diagnosis.SIGN else Diagnosis.ARITHMETIC
            elif numeric and not claim.statement.retracts:
                return Status.PERSON, Diagnosis.CONTRADICTION, claim
        return status, diagnosis, claim

    def _is_taken_back(self, claim: Claim, by: Claim) -> bool:
        """Whether a claim that does not fit is withdrawn, or something is taken back between it and a firm one."""
        between = range(claim.statement.end, by.statement.start + 1)
        above = claim.statement.retracts  # a correction that stands above what it corrects
        corrected = not above and any(one.retracts and one.start in between for one in self._evidence.statements)
        return corrected or is_withdrawn(claim, by, self._evidence.source)

    def _is_on_the_way(self, other: Claim, claim: Claim) -> bool:
        """Whether a number of what only a noun names leads up to a sure one: "the logit is 0.6, plus 0.4"."""
        operated = any(role in OPERATIONS for _, role in DICTIONARY.known_in(other.statement.doubt))
        if not (operated and other.statement.tentative) or claim.statement.tentative:
            return False
        one, two = (number_of(each.last.node, self._exercise) for each in (other, claim))
        said = _NUMBER.search(self._evidence.source, other.statement.end, claim.statement.start)
        if one is None or two is None or said is None:
            return False
        more = float(said.group().replace(",", "."))
        return any(tolerances.near(two, led) for led in (one + more, one - more, one * more))

    def alone(self, key: Key, claim: Claim) -> tuple[Status, Diagnosis]:
        """Judge one claim; a formula for any of several that holds for another of them says nothing of this one."""
        status, diagnosis = self._single(key, claim)
        if status is Status.WRONG and is_of_another(claim.statement, self._evidence.statements, self._exercise):
            return Status.UNREAD, Diagnosis.NONE
        return status, diagnosis

    def _is_only_general(self, claim: Claim) -> bool:
        """Whether a claim is a doubtful formula for any of several quantities, and does not hold for this one."""
        doubtful = claim.statement.tainted and not claim.found[-1].right
        return doubtful and is_general(claim.statement, self._evidence.statements)

    def _single(self, key: Key, claim: Claim) -> tuple[Status, Diagnosis]:
        found, last = claim.found, claim.found[-1]
        another = may_be_of_another(claim.statement) and not claim.fits
        if claim.statement.tainted or (another and not self._is_right_but_for_rounding(key, claim)):
            return Status.UNREAD, Diagnosis.NONE
        formula = key.kind in ("value", "new") and has_names(claim.last.node) and last is Found.IDENTITY
        told = any(f is Found.VALUE and is_literal(m.node) for m, f in zip(claim.members, found, strict=True))
        if formula and not told and not (key.kind == "new" and self._works_out_step(key, claim)):
            return Status.PERSON, Diagnosis.NO_VALUE
        if last.right and self._grounds.are_lacking(key, claim):
            return Status.PERSON, Diagnosis.NO_VALUE
        if Found.UNDECIDED in found:
            return Status.UNREAD, Diagnosis.NONE
        if Found.UNREAD in found:
            others = [item for item in found[:-1] if item is not Found.UNREAD]
            result = is_literal(claim.last.node) or last in (Found.IDENTITY, Found.VALUE)
            right = last.right or self._is_right_but_for_rounding(key, claim)
            if right and result and all(item.right for item in others):
                return Status.STEP_UNREAD, Diagnosis.NONE
            return Status.UNREAD, Diagnosis.NONE
        if all(item.right for item in found):
            unexplained = Found.UNEXPLAINED in found and Found.IDENTITY not in found
            return Status.STEP_UNREAD if unexplained else Status.RIGHT, Diagnosis.NONE
        if last.right:
            coarse = all(item.right or item is Found.COARSE for item in found)  # "0.40", and beside it 2 * 0.2
            return (Status.PERSON, Diagnosis.ROUNDING) if coarse else (Status.WRONG_STEP, Diagnosis.BAD_STEP)
        if last is Found.COINCIDENCE:
            return Status.WRONG, Diagnosis.BAD_STEP
        if key.kind == "value" and isinstance(claim.last.node, Derivative):  # "r, which is also the gradient at w"
            return Status.UNREAD, Diagnosis.NONE
        small = key.kind == "new" and last is Found.COARSE  # a step that no digit shows: 3 + 0.1 * 0.0000005 = 3.0000
        sound = all(item.right or (small and item is Found.COARSE) for item in found[:-1])
        if sound and (rounded := self._rounded(key, claim)):
            return rounded
        if rounds_on_the_way(claim, self._exercise.truth(key), self._exercise) and self._tells_step(key, claim):
            return Status.STEP_UNREAD, Diagnosis.NONE
        if last is Found.COARSE and self._is_close(key, claim.last.node):
            unsure = self._is_one_digit(key, claim) or self._is_calculated(claim)
            return Status.PERSON if unsure else Status.WRONG, Diagnosis.ROUNDING
        if len(found) > 1 and found[-2].right and all(is_literal(m.node) for m in claim.members[-2:]):
            return Status.PERSON, Diagnosis.CONTRADICTION  # = 6 = 15
        if may_be_another(key, claim, self._exercise):
            return Status.UNREAD, Diagnosis.NONE
        value = number_of(claim.last.node, self._exercise)
        if value is not None and self._evidence.follows(key, claim.last.node):
            astray = self._rounding.strays_to(key, value)
            return (Status.PERSON, Diagnosis.ROUNDING) if astray else (Status.CARRIED, Diagnosis.NONE)
        if last is Found.COARSE:
            return Status.WRONG, Diagnosis.ROUNDING
        return Status.WRONG, diagnose(key, claim, self._exercise, self._steps)

    def _works_out_step(self, key: Key, claim: Claim) -> bool:
        """Whether a formula for a step has the gradient worked out, w - lr * (a - y) * x: more than the rule for it.

        So has the rule itself, where the answer states the gradient by a formula, and no numbers of it.
        """
        node = claim.last.node
        if key.of not in self._exercise.lexicon.inputs or node is None or has(node, New):
            return False
        inputs, source, statement = self._exercise.lexicon.inputs, self._evidence.source, claim.statement
        again = source.count(source[statement.start : statement.end]) > 1
        several = again or len(self._evidence.claims.on(key)) > 1
        if several or not is_one_plain_step(key.of, inputs, source, self._exercise.lr) or self._is_wrong_forward():
            return False
        return all(self._is_formula(leaf) for leaf in leaves(node) if isinstance(leaf, Derivative))

    def _is_wrong_forward(self) -> bool:
        """Whether a node is said to be calculated otherwise than it is."""
        exercise, here = self._exercise, self._exercise.here
        for statement in self._evidence.statements:
            head, *sides = (member.node for member in statement.members)
            if isinstance(head, Symbol) and head.name in exercise.lexicon.operands:
                formulas = [side for side in sides if side is not None and has_names(side)]
                if any(not tolerances.equal(evaluate(f, here, exercise.lr), here.value[head.name]) for f in formulas):
                    return True
        return False

    def _is_formula(self, slope: Derivative) -> bool:
        """Whether all that is stated of a derivative is right formulas of names."""
        key = Key.slope(slope.of, slope.by)
        claims = self._evidence.claims.on(key)
        told = bool(claims) and all(has_names(claim.last.node) for claim in claims)
        return told and self.weigh(key, claims)[0] in GOOD

    def _rounded(self, key: Key, claim: Claim) -> tuple[Status, Diagnosis] | None:
        """Judge a result that is not right to the digit, but may be rounded, or follow from rounded numbers."""
        value, truth = number_of(claim.last.node, self._exercise), self._exercise.truth(key)
        before = claim.members[-2].node if len(claim.members) > 1 else None
        calculated = before is not None and not has_names(before)  # the result is its result, and nothing else
        if value is None or not is_literal(claim.last.node):
            return None
        if not self._steps.tells_step(key, value):
            if before is not None and claim.found[-2] is Found.VALUE and self._shows_step(before, value):
                return Status.RIGHT, Diagnosis.NONE
            return (Status.PERSON, Diagnosis.ROUNDING) if tolerances.rounds(truth, value) else None
        follows = not calculated and self._rounding.leads_to(key, value)
        if not follows and (tolerances.is_exact(truth) or not tolerances.rounds(truth, value)):
            return None
        fine = tolerances.written(value)[0] >= tolerances.DIGITS
        fine = fine or (tolerances.is_fine(value) and tolerances.rounds(truth, value))
        hundredths = tolerances.is_rounded_to(truth, value) and self._rounding.by_hundredths
        if fine or hundredths or (before is not None and not is_literal(before)):
            return Status.RIGHT, Diagnosis.NONE
        return Status.PERSON, Diagnosis.ROUNDING

    def _shows_step(self, before: Node, value: float) -> bool:
        """Whether a step is worked out before a result that rounds it, so that its digits need not: 0.0906 = 0.09."""
        calculated = number_of(before, self._exercise)
        if is_literal(before) or calculated is None:
            return False
        return tolerances.near(value, calculated) and tolerances.is_rounded_to(calculated, value)

    def _is_right_but_for_rounding(self, key: Key, claim: Claim) -> bool:
        *before, last = claim.found
        sound = all(item.right or item is Found.UNREAD for item in before) and last in (Found.COARSE, Found.WRONG)
        return sound and self._rounded(key, claim) == (Status.RIGHT, Diagnosis.NONE)

    def _tells_step(self, key: Key, claim: Claim) -> bool:
        value = number_of(claim.last.node, self._exercise)
        return value is not None and self._steps.tells_step(key, value)

    def _is_one_digit(self, key: Key, claim: Claim) -> bool:
        """Whether a value is rounded to its first digit; a new one must tell that there was a step."""
        value = number_of(claim.last.node, self._exercise)
        coarse = value is not None and tolerances.rounds_coarsely(self._exercise.truth(key), value)
        return coarse and key.kind != "new"

    def _is_calculated(self, claim: Claim) -> bool:
        """Whether a result is rightly calculated from numbers beside it, one of which was rounded: 2 * 0.2 = 0.40."""
        value = number_of(claim.last.node, self._exercise)
        ways = [member.node for member in claim.members[:-1] if isinstance(member.node, Call)]
        worked_out = [number_of(way, self._exercise) for way in ways if not has_names(way)]
        return value is not None and any(way is not None and tolerances.equal(way, value) for way in worked_out)

    def _is_close(self, key: Key, node: Node | None) -> bool:
        truth = self._exercise.truth(key)
        number = number_of(node, self._exercise)
        return number is not None and abs(number - truth) <= tolerances.COARSE * abs(truth)


def _may_be_same(number: float, other: float) -> bool:
    return tolerances.nearly(number, other) or tolerances.nearly(other, number)


def _is_settled_by(outcome: Outcome, claim: Claim) -> bool:
    """Whether an unread claim that may speak of something else stands before a firm one: "s gets 1 (not all yet)"."""
    status, _, other = outcome
    return status is Status.UNREAD and other.statement.tentative and not claim.statement.tentative


def _undoes_nothing(outcome: Outcome) -> bool:
    """Whether an undecided claim before a right one, which concludes, cannot be another answer.

    It leads up to it, or comes to the right number by a step that is not followed.
    """
    status, _, claim = outcome
    if status is not Status.UNREAD or claim.statement.tainted:
        return False
    return _leads_up(claim) or (claim.found[-1] is Found.VALUE and Found.WRONG not in claim.found)


def _agrees(claim: Claim) -> bool:
    """Whether a claim in doubt is a right formula without a number, so that a number behind it is the same answer."""
    return all(member.formula for member in claim.members) and all(item is Found.IDENTITY for item in claim.found)


def _leads_up(claim: Claim) -> bool:
    """Whether a claim is a formula without a number, or a right one put into what is not read: a drawn matrix, say.

    What is not read and no more, "q = 12k", may be another answer.
    """
    if all(member.formula for member in claim.members):
        return True
    open_ended = claim.last.node is None and all(item.right or item is Found.UNREAD for item in claim.found)
    return open_ended and Found.IDENTITY in claim.found
