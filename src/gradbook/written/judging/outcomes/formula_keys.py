"""Formula keys: whether an answer gives a node in its direct operands."""

from itertools import pairwise

from gradbook.written.exercise import Key
from gradbook.written.expression import has_names
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.claims.evidence import Evidence
from gradbook.written.judging.outcomes.outcomes import Outcome
from gradbook.written.verdict import Diagnosis, Status


def formula_of(key: Key, evidence: Evidence) -> Outcome | None:
    """Judge whether any equation gives a node in its direct operands, solved for it (q = wx) or not (q/x = w).

    Returns:
        what it comes to, or None where nothing is said of the node.
    """
    exercise = evidence.exercise
    right: Claim | None = None
    wrong: Claim | None = None
    not_direct: Claim | None = None
    unread: Claim | None = None
    whole = Key(key.of, "value", key.of)
    for statement in evidence.statements:
        _, head, members = evidence.claims.about(whole, statement)
        claim = Claim(statement, members or statement.members, evidence.steps.chain(whole, members), head)
        nodes = [member.node for member in statement.members]
        pairs = [(a, b) for a, b in pairwise(nodes) if a is not None and b is not None]
        pairs += [(head, b) for b in nodes[2:] if head is not None and b is not None]
        stated = any(evidence.steps.states_formula(key.of, left, right) for left, right in pairs)
        named = [f for m, f in zip(members, claim.found, strict=True) if has_names(m.node)]
        if stated and statement.tainted:
            unread = unread or claim
        elif stated and all(found.right for found in named):
            right = claim
        elif head is not None and None in nodes:
            unread = unread or claim
        elif any(evidence.steps.states_formula(o, a, b) for o in exercise.arguments if o != key.of for a, b in pairs):
            continue  # f/z = r is about f
        elif stated or any(not found.right for found in named):
            wrong, unread = (wrong, unread or claim) if statement.tainted else (wrong or claim, unread)
        elif named:
            not_direct = not_direct or claim
    if right and wrong and not right.statement.retracts:
        return Status.PERSON, Diagnosis.CONTRADICTION, right
    outcomes: tuple[tuple[Claim | None, Status, Diagnosis], ...] = (
        (right, Status.RIGHT, Diagnosis.NONE),
        (unread, Status.UNREAD, Diagnosis.NONE),
        (wrong, Status.WRONG, Diagnosis.NONE),
        (not_direct, Status.WRONG, Diagnosis.NOT_DIRECT),
    )
    return next(((status, diagnosis, claim) for claim, status, diagnosis in outcomes if claim), None)
