"""What can go wrong with a graph, said so that a learner can mend it."""

from gradbook.core.errors import UsageError
from gradbook.core.text.lines import end_of_line, start_of_line


class GraphError(UsageError):
    """A graph cannot be built, evaluated or differentiated as asked."""


class ExpressionError(GraphError):
    """A text is not an expression that a graph can be built from; the message points at the place."""

    def __init__(self, text: str, column: int, problem: str) -> None:
        start, end = start_of_line(text, column), end_of_line(text, column)
        line, at = text[start:end], column - start
        # A long line is cut to what is around the place.
        first = max(0, at - 50)
        shown = line[first : first + 100]
        super().__init__(f"{problem}\n  {shown}\n  {' ' * (at - first)}^" if text.strip() else problem)
        self.column = column
