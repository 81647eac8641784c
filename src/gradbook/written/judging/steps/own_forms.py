"""Own forms: what an answer writes quantities as, and which derivatives it says are 1.

With J = (a + 3a)^2 for J = (a + a b)^2 at b = 3, dJ/da = 32 a is the derivative of the form that is written, for all a.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Self

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.exercise import Exercise
from gradbook.written.expression import Call, Node, Slope, has_names, has_numbers, leaves, of_graph
from gradbook.written.parsing.cues.elsewhere.contexts import MOVED
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.points import Edge

_ONE = Number(1.0)


@dataclass(frozen=True)
class OwnForms:
    """What the statements of one answer write quantities as.

    Attributes:
        ones: derivatives that the learner says are 1, so that a chain may leave them out.
        formulas: what each quantity is written as in names.
    """

    ones: frozenset[Edge] = frozenset()
    formulas: Mapping[Node, tuple[Node, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> Self:
        """Return those of statements."""
        said = [*statements]
        formulas: dict[Node, tuple[Node, ...]] = {}
        for head, node in _formulas(said):
            formulas[head] = (*formulas.get(head, ()), node)
        return cls(_said_to_be_one(said), formulas)

    def slopes(self, of: str, by: str) -> Iterator[Slope]:
        """Yield the derivatives by a name of what a quantity is written as with numbers put in."""
        for form in self.formulas.get(Symbol(of), ()):
            if has_numbers(form) and Symbol(by) in leaves(form):
                yield Slope(form, Symbol(by))


def _said_to_be_one(statements: Iterable[Statement]) -> frozenset[Edge]:
    ends = [(s.members[0].node, s.members[-1].node) for s in statements if len(s.members) > 1]
    return frozenset((head.of, head.by) for head, end in ends if isinstance(head, Derivative) and end == _ONE)


def _formulas(statements: Iterable[Statement]) -> Iterator[tuple[Node, Node]]:
    for statement in statements:
        if statement.tainted or statement.later or statement.context in MOVED:
            continue
        head, *members = (member.node for member in statement.members)
        for node in members if isinstance(head, Symbol | Derivative) else ():
            if head is not None and isinstance(node, Call) and has_names(node):
                yield head, node


def definitions(exercise: Exercise) -> Mapping[str, Node]:
    """Return what the exercise itself writes its calculated quantities as."""
    graph = exercise.graph
    return {name or graph.output: of_graph(expr) for name, expr in graph.statements}
