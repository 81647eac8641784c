"""Own forms: what an answer writes quantities as, which derivatives it says are 1, and what sums it works out apart.

With J = (a + 3a)^2 for J = (a + a b)^2 at b = 3, dJ/da = 32 a is the derivative of the form that is written, for all a.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.exercise import Exercise
from gradbook.written.expression import Call, Node, Slope, has_names, has_numbers, leaves, of_graph
from gradbook.written.parsing.cues.settings.contexts import MOVED
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.points import Edge

_ONE = Number(1.0)
_MINUS_ONE = Number(-1.0)
_SUM = regex(r"(?:\w:\w+:\w+)? .*\s(\d{1,9}(?:\.\d{1,9})?)\Z", re.DOTALL)  # the sign, and the number at the end
_SIGNAL = regex(r"delta.*[*/^].*\s(\d{0,9}\.\d{2,9})\Z", re.DOTALL)  # of a delta that is none of the exercise's


class OwnForms:
    """What the statements of one answer write quantities as, looked for when that is first asked."""

    def __init__(
        self, statements: Sequence[Statement], nameless: Sequence[Statement] = (), loose: Sequence[str] = ()
    ) -> None:
        self._statements, self._nameless, self._loose = statements, nameless, loose

    @cached_property
    def ones(self) -> frozenset[Edge]:
        """The derivatives that the learner says are 1, so that a chain may leave them out."""
        ends = [(s.members[0].node, s.members[-1].node) for s in self._statements if len(s.members) > 1]
        return frozenset((head.of, head.by) for head, end in ends if isinstance(head, Derivative) and end == _ONE)

    def completed(self, node: Node, of: str, before: int) -> Iterator[tuple[Node, Derivative, Sequence[Node]]]:
        """Yield what a factor of the derivative of a node may be short for: "dL/ds = 1, dL/dw = x = 2".

        So with -1, "dL/ds = -1, dL/dw = -x = -2". With it go the other factor, and the formulas that it is told by.

        Args:
            node: the factor.
            of: the node.
            before: the place before which the other factor is told.
        """
        for slope, (size, told, formulas) in self._passed_on.items():
            if slope.of == of and told < before:
                match node:
                    case Call("neg", (inner,)) if size < 0:
                        yield Call("*", (slope, inner)), slope, formulas
                    case _ if size > 0 and has_names(node):
                        yield Call("*", (slope, node)), slope, formulas

    @cached_property
    def _passed_on(self) -> dict[Derivative, tuple[float, int, Sequence[Node]]]:
        """The derivatives that the learner firmly says are 1 or -1, where that is said first, and by what formulas."""
        found: dict[Derivative, tuple[float, int, Sequence[Node]]] = {}
        for statement in self._statements:
            head, last = statement.members[0].node, statement.members[-1].node
            firm = not (statement.tainted or statement.supposed or statement.elsewhere or statement.later)
            firm = firm and not (statement.doubt or statement.tentative)
            if firm and isinstance(head, Derivative) and last in (_ONE, _MINUS_ONE):
                formulas = [node for one in statement.members[1:] if (node := one.node) is not None and has_names(node)]
                told = (1.0 if last == _ONE else -1.0, statement.start, formulas)
                found.setdefault(Derivative(head.of, head.by), told)
        return {slope: told for slope, told in found.items() if self._is_only(slope, told[0])}

    def _is_only(self, slope: Derivative, size: float) -> bool:
        """Whether no statement ends with another number for a derivative."""
        heads = ((one.members[0].node, one.members[-1].node) for one in self._statements)
        ends = [
            end for head, end in heads if isinstance(head, Derivative) and (head.of, head.by) == (slope.of, slope.by)
        ]
        return all(end in (Number(size), Call("neg", (Number(-size),))) for end in ends)

    @cached_property
    def sums(self) -> frozenset[float]:
        """The sizes of sums and deltas that the learner works out before: "sum of e_i = -1 - 3 - 2 = -6"."""
        found = {
            abs(statement.members[-1].node.value)
            for statement in self._nameless
            if isinstance(statement.members[-1].node, Number)
            and any(isinstance(m.node, Call) and m.node.op == "+" for m in statement.members)
        }
        found |= {
            abs(statement.members[-1].node.value)
            for statement in self._statements
            if statement.alias.startswith("delta") and isinstance(statement.members[-1].node, Number)
        }
        said = (pattern.match(text) for text in self._loose for pattern in (_SUM, _SIGNAL))
        return frozenset(found | {float(match.group(1)) for match in said if match})

    @cached_property
    def formulas(self) -> Mapping[Node, tuple[Node, ...]]:
        """What each quantity is written as in names."""
        formulas: dict[Node, tuple[Node, ...]] = {}
        for head, node in _formulas(self._statements):
            formulas[head] = (*formulas.get(head, ()), node)
        return formulas

    def slopes(self, of: str, by: str) -> Iterator[Slope]:
        """Yield the derivatives by a name of what a quantity is written as with numbers put in."""
        for form in self.formulas.get(Symbol(of), ()):
            if has_numbers(form) and Symbol(by) in leaves(form):
                yield Slope(form, Symbol(by))


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
