"""What can go wrong with a graph, said so that a learner can mend it."""

from gradbook.core.errors import UsageError


class GraphError(UsageError):
    """A graph cannot be built, evaluated or differentiated as asked."""


class ExpressionError(GraphError):
    """A text is not an expression that a graph can be built from; the message points at the place."""

    def __init__(self, text: str, column: int, problem: str) -> None:
        line_start = text.rfind("\n", 0, column) + 1
        line_end = text.find("\n", column)
        line = text[line_start : line_end if line_end >= 0 else len(text)]
        at = column - line_start
        # A long line is cut to what is around the place.
        first = max(0, at - 50)
        shown = line[first : first + 100]
        super().__init__(f"{problem}\n  {shown}\n  {' ' * (at - first)}^" if text.strip() else problem)
        self.column = column
