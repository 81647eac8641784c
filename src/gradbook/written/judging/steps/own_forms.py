"""Own forms: what an answer writes a quantity as, numbers put in, and which derivatives it says are 1.

With J = (a + 3a)^2 for J = (a + a b)^2 at b = 3, dJ/da = 32 a is the derivative of the form that is written, for all a.
"""

from collections.abc import Iterable, Iterator

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import Call, Node, Slope, has_names, has_numbers, leaves
from gradbook.written.parsing.cues.elsewhere.contexts import MOVED
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.points import Edge

_ONE = Number(1.0)


def said_to_be_one(statements: Iterable[Statement]) -> frozenset[Edge]:
    """Return the derivatives that statements say are 1."""
    ends = [(s.members[0].node, s.members[-1].node) for s in statements if len(s.members) > 1]
    return frozenset((head.of, head.by) for head, end in ends if isinstance(head, Derivative) and end == _ONE)


def own_forms(statements: Iterable[Statement]) -> Iterator[tuple[str, Node]]:
    """Yield the calculated quantities that are written with numbers put in, each with the expression."""
    for statement in statements:
        if statement.tainted or statement.later or statement.context in MOVED:
            continue
        match statement.members[0].node:
            case Symbol(name):
                for member in statement.members[1:]:
                    node = member.node
                    if isinstance(node, Call) and has_names(node) and has_numbers(node):
                        yield name, node


def slopes_of(forms: Iterable[tuple[str, Node]], of: str, by: str) -> Iterator[Slope]:
    """Yield the derivatives of the forms of a quantity by a name that is in them."""
    for name, form in forms:
        if name == of and Symbol(by) in leaves(form):
            yield Slope(form, Symbol(by))
