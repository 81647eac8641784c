"""Mistaken identity: whether a number that is wrong for a quantity is right for another one of the same name.

"x = 0.6" may be what x is after a step, or its gradient in words that were not understood. Where the answer does not
say which, and one of them would be right, nobody is blamed.
"""

from gradbook.graph.expression import Number, Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import Call, Node, Old
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.steps.forms import is_rounded
from gradbook.written.parsing.cues.settings.contexts import MOVED


def may_be_another(key: Key, claim: Claim, exercise: Exercise) -> bool:
    """Whether a claim is a name and a number, and says nothing of which quantity of that name is meant."""
    members = claim.statement.members
    head = members[0].node
    if not isinstance(head, Symbol):
        return False
    name = head.name
    if key.kind == "new" and claim.statement.context not in MOVED and not _goes_on(members[1].node, name, exercise):
        return True  # an input has another value, and no step is spoken of
    match [member.node for member in members[1:]]:
        case [Number(number)]:
            pass
        case _:
            return False
    others = {
        "value": exercise.here.value[name],
        "new": exercise.here.new.get(name),
        "total": exercise.here.total.get((exercise.graph.output, name)),
    }
    return any(value is not None and is_rounded(value, number) for kind, value in others.items() if kind != key.kind)


def _goes_on(node: Node | None, name: str, exercise: Exercise) -> bool:
    """Whether an expression begins with the old value: x - ..., 5 - 6."""
    first = node.args[0] if isinstance(node, Call) and node.op in ("+", "-") else None
    return first in (Symbol(name), Old(name), Number(exercise.here.value[name]))
