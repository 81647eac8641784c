"""Zeroed: gradients that are 0 before the backward pass has run, "a.grad = 0.0" above "L.backward()", say nothing."""

from collections.abc import Sequence

from gradbook.core.text.lines import start_of_line
from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Number
from gradbook.written.parsing.equations.statements import Statement

_GRADIENT = regex(r"\w\.grad\b|,[ ]?grad=")
_RUN = regex(r"\.backward\(|\bback(?:ward|prop|propagate)\(")


def without_zeroed(statements: Sequence[Statement], source: str) -> list[Statement]:
    """Return statements in their order without such gradients, where the same is stated again behind that."""
    run = [call.start() for call in _RUN.finditer(source)]
    if not run:
        return [*statements]
    later: dict[Derivative, int] = {}
    kept: list[Statement] = []
    for statement in reversed(statements):
        head, last = statement.members[0].node, statement.members[-1].node
        if isinstance(head, Derivative):
            again = later.get(head, -1)
            line = source[start_of_line(source, statement.start) : statement.end]
            said = "#" in source[statement.end : source.find("\n", statement.end)]  # "x.grad = 0  # my answer"
            if (
                last == Number(0.0)
                and not said
                and _GRADIENT.search(line)
                and any(statement.end <= call < again for call in run)
            ):
                continue
            later[head] = statement.start
        kept.append(statement)
    return kept[::-1]
