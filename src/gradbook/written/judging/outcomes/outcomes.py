"""Outcomes: which of the claims on a quantity speak of it, where several do, and which have nothing to say."""

import re
from collections.abc import Sequence

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Number
from gradbook.written.expression import has_names, is_literal
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.claims.headings.slopes import NO_GRADIENT
from gradbook.written.judging.claims.timing.moments import NEITHER
from gradbook.written.judging.steps import tolerances
from gradbook.written.lexing.words.dictionary import AGAINST_IT, NO_CLAIM, OPERATIONS, Role, bare
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.lists.referring import FIRST
from gradbook.written.parsing.cues.against.doubts import MARKED
from gradbook.written.parsing.equations.statements import UNSURE, Statement
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS
from gradbook.written.parsing.programs.stream import QUOTED
from gradbook.written.verdict import Diagnosis, Status

Outcome = tuple[Status, Diagnosis, Claim]
GOOD = (Status.RIGHT, Status.STEP_UNREAD)
_OPEN = frozenset({Role.CONDITION, Role.NEGATION, Role.ERROR, Role.PART, Role.BEHIND, *OPERATIONS})  # "twice f = 40"
_NO = regex(r"[\s.,;:…–—-]*(?:no|nope|nein|non|não|nao|nee|nie|нет)\s*[,.!:;…]", re.IGNORECASE)
BLAMED = (Status.WRONG, Status.WRONG_STEP, Status.CARRIED)


def of_quantity(outcomes: list[Outcome], *, exact: bool) -> list[Outcome]:
    """Return the outcomes without claims that speak of something else, or that say again what another says.

    A number that does not fit counts where nothing but formulas speak for the quantity.

    Args:
        outcomes: of all claims on a quantity.
        exact: whether it has few decimals, so that to round it is a mistake.
    """
    others: list[Outcome] = []
    own: list[Outcome] = []
    for outcome in outcomes:
        (others if _is_of_another(outcome[2]) else own).append(outcome)
    own = own or outcomes
    if others and not any(is_literal(claim.last.node) for _, _, claim in own):
        own = own + [o for o in others if is_literal(o[2].last.node) and not o[2].statement.later]
    return [outcome for outcome in own if not _says_again(outcome, own, exact=exact)]


def may_be_of_another(statement: Statement) -> bool:
    """Whether a statement may speak of something else than is asked."""
    return statement.tentative or statement.later > 0


def is_mute(outcome: Outcome) -> bool:
    """Whether a claim is a formula that is not read or not decided, and says no number for or against another."""
    status, _, claim = outcome
    asked = claim.statement.doubt in MARKS  # "dL/dw = how much does L change if w does?"
    sure = asked or not claim.statement.tainted or claim.statement.supposing or claim.statement.doubt == QUOTED
    formula = all(member.formula for member in claim.members) or has_names(claim.last.node)
    sure = sure or (formula and (_is_only_doubted(claim) or claim.statement.doubt == MARKED))
    return status is Status.UNREAD and sure and (formula or (asked and _asks_for_its_result(claim)))


def _roles(claim: Claim) -> set[Role]:
    """Return the roles of the words by which a claim is doubted."""
    return {role for _, role in DICTIONARY.known_in(claim.statement.doubt)}


def _is_put_in(claim: Claim) -> bool:
    """Whether a claim names a quantity that something is multiplied by, and its number: "times dL/da = -0.31"."""
    roles = _roles(claim)
    known = bool(roles) and roles <= OPERATIONS | {Role.PLAIN}
    return len(claim.members) == 1 and (claim.statement.doubt == UNSURE or known)


def _is_only_doubted(claim: Claim) -> bool:
    """Whether a word beside a claim may say anything, but does not deny it: "example", a name that is not known."""
    roles = _roles(claim)
    return claim.statement.doubt.isalpha() and roles.isdisjoint(AGAINST_IT - {Role.EXAMPLE})


def _asks_for_its_result(claim: Claim) -> bool:
    """Whether a right calculation ends in a question mark where its result would stand: "q = 5 * 2 = ?".

    Or it is all that a question says, whose answer is its number: "What is q = 5 * 2?".
    """
    *calculated, result = claim.members
    if result.node is not None and not is_literal(result.node) and not has_names(result.node):
        return all(item.right for item in claim.found)
    open_ended = result.node is None and result.start == result.end
    return (
        open_ended and all(item.right for item in claim.found[:-1]) and not any(is_literal(m.node) for m in calculated)
    )


def _is_of_another(claim: Claim) -> bool:
    """Whether a claim that may speak of something else does so, as its number does not fit."""
    untold = claim.statement.doubt in ("", NEITHER)
    return may_be_of_another(claim.statement) and untold and not claim.fits


def _is_taken_back(claim: Claim) -> bool:
    """Whether a word takes a claim back, and none denies it."""
    roles = _roles(claim)
    return Role.RETRACTION in roles and Role.DENIAL not in roles


def is_withdrawn(claim: Claim, by: Claim, source: str) -> bool:
    """Whether a claim that does not fit is doubted where it stands, and another number is stated firmly behind it."""
    left_open = not _roles(claim).isdisjoint(_OPEN) and _NO.match(source, claim.statement.end) is None
    former = bare(claim.statement.doubt) in FIRST  # "first attempt"
    corrects = claim.statement.retracts and _roles(claim).isdisjoint(NO_CLAIM) and not former  # what stands below it
    if not claim.statement.tainted or left_open or corrects:
        return False
    if claim.statement.doubt in MARKS and not is_literal(claim.last.node):  # "What is q = 5 * 2 + 1?"
        return False
    behind = claim.statement.end <= by.statement.start and not may_be_of_another(by.statement)
    return behind and not claim.found[-1].right


def leads_into(claim: Claim, by: Claim, source: str) -> bool:
    """Whether a claim is only what is not read of another that goes on to its number: a = s(6), a = s(6) = 0.9975."""
    said = {source[member.start : member.end].strip() for member in by.members[:-1]}
    unread = all(member.node is None and source[member.start : member.end].strip() in said for member in claim.members)
    return unread and not claim.statement.tainted


def _rounds(fine: Claim, coarse: Claim, *, exact: bool) -> bool:
    """Whether the number of one claim is that of another before it, rounded; an exact one, to three digits at least."""
    match fine.last.node, coarse.last.node:
        case Number(value), Number(number) if fine.statement.start < coarse.statement.start:
            fewer = tolerances.written(number)[1] < tolerances.written(value)[1]
            rounded = tolerances.rounds(value, number) or tolerances.rounds_coarsely(value, number)
            return fewer and rounded and (not exact or tolerances.has_digits(number))
    return False


def _says_again(outcome: Outcome, outcomes: Sequence[Outcome], *, exact: bool) -> bool:
    """Whether a claim only says again what another states for sure: "If dL/da = -3, a step makes L smaller".

    It supposes it, or prints it as it is, or goes on with it, or it is nothing but the number that a right calculation
    has led to with rounded numbers, or a number that is stated with more digits, rounded, as a verdict says or where a
    noun names it: "L = 0.251 ... the loss fell to 0.25".
    """
    status, diagnosis, claim = outcome
    if not is_literal(claim.last.node) or status in GOOD:
        return False
    coarse = diagnosis is Diagnosis.ROUNDING or may_be_of_another(claim.statement)
    alone = coarse and len(claim.members) == 1 and not claim.statement.tainted
    if alone and any(good in GOOD and _rounds(other, claim, exact=exact) for good, _, other in outcomes):
        return True
    alike = [other for good, _, other in outcomes if good in GOOD and other.last.node == claim.last.node]
    if claim.statement.tainted:
        again = claim.statement.supposing or claim.statement.doubt == QUOTED or _is_put_in(claim)
        if _is_taken_back(claim):  # and said again: "q = 10. Wait ... q = 10"
            again = any(other.statement.start > claim.statement.end for other in alike)
        return status is Status.UNREAD and again and bool(alike)
    return len(claim.members) == 1 and any(len(other.members) > 1 for other in alike)


def is_among_slopes(claim: Claim, source: str) -> bool:
    """Whether a label among gradients stands before a number that is no value: a gradient that is not right."""
    head, number = claim.statement.members[:2]
    labelled = "=" not in source[head.end : number.start]
    return labelled and claim.statement.doubt == NO_GRADIENT and not claim.statement.retracts
