"""The exercises behind written questions: which graph, with whose numbers, and what is asked of it."""

import re
from functools import cached_property

from gradbook.assignment.definition import Assignment, Question, load_assignment
from gradbook.assignment.errors import AssignmentError
from gradbook.assignment.layout import DEFINITION
from gradbook.graph import Graph
from gradbook.graph.errors import GraphError
from gradbook.graph.printing import number_text
from gradbook.written import Exercise, variant_seed
from gradbook.written import variant as written_variant
from gradbook.written.errors import ExerciseError

_BRACES = re.compile(r"\{\{([A-Za-z0-9_/: ]+)\}\}")


class GraphQuestions:
    """The written questions of an assignment, all about one graph, which is built once.

    Args:
        assignment: the assignment.
        variant: whose numbers; None for the folder's own (see `Assignment.variant`).
    """

    def __init__(self, assignment: Assignment, variant: str | None = None) -> None:
        self.variant = variant or assignment.variant
        self._assignment = assignment
        self._exercises: dict[str, Exercise] = {}

    @cached_property
    def graph(self) -> Graph:
        """The graph.

        Raises:
            AssignmentError: the assignment has none, or one that cannot be built.
            ExerciseError: no numbers keep the usual mistakes apart.
        """
        definition = self._assignment.graph
        if definition is None:
            raise AssignmentError(f"{self._assignment.title} has no graph: add [graph] to its assignment.toml.")
        try:
            model = Graph(definition.text, **definition.values)
        except GraphError as error:
            raise AssignmentError(f"{self._assignment.folder / DEFINITION}: graph: {error}") from error
        if self.variant is None:
            return model
        whole = Exercise.from_graph(model, [model.output], lr=definition.lr)
        seed = variant_seed(self._assignment.name, self.variant)
        # The text of the assignment speaks of these names and functions, so that a variant has other numbers only.
        return written_variant(whole, seed, names=False, functions=False).graph

    def exercise(self, question: Question) -> Exercise:
        """Return what a written question asks.

        Raises:
            AssignmentError: it is not a written one, or it asks for what the graph does not have.
        """
        asked, definition = question, self._assignment.graph
        if asked.kind != "written" or definition is None:
            raise AssignmentError(f"{self._assignment.title}, question {asked.id} is not a written one ({asked.kind}).")
        if asked.id not in self._exercises:
            points = dict.fromkeys(asked.ask, asked.points / len(asked.ask))
            try:
                made = Exercise.from_graph(self.graph, asked.ask, lr=definition.lr, points=points)
            except ExerciseError as error:
                place = f"{self._assignment.folder / DEFINITION}: question {asked.id}, ask"
                raise AssignmentError(f"{place}: {error}") from error
            self._exercises[asked.id] = made
        return self._exercises[asked.id]

    def fill(self, text: str) -> str:
        """Put numbers in the place of {{x}}, {{q}}, {{df/dw}}, {{w1}} and {{lr}} in a master's text.

        Raises:
            AssignmentError: a name in braces is no quantity of the graph.
        """
        if "{{" not in text or self._assignment.graph is None:
            return text
        return _BRACES.sub(lambda match: self._number(match[1].strip()), text)

    def _number(self, name: str) -> str:
        assert self._assignment.graph is not None
        lr = self._assignment.graph.lr
        if name == "lr":
            return number_text(lr)
        if name in self.graph.inputs:
            return number_text(float(self.graph.value[name]))
        try:
            asked = Exercise.from_graph(self.graph, [name], lr=lr)
        except ExerciseError as error:
            place = f"{self._assignment.notebook}: {{{{{name}}}}}"
            raise AssignmentError(f"{place} cannot be filled in: {error}") from error
        return number_text(asked.truth(asked.keys[0]))


def exercise(assignment: Assignment, question: str | Question, variant: str | None = None) -> Exercise:
    """Return what a written question asks.

    Args:
        assignment: the assignment.
        question: a question of kind written, or its id.
        variant: whose numbers; None for the folder's own (see `Assignment.variant`).

    Raises:
        AssignmentError: there is no such question, it is not a written one, or it asks for what the graph does not
            have.
    """
    asked = assignment.question(question) if isinstance(question, str) else question
    return GraphQuestions(assignment, variant).exercise(asked)


def parse_reference(text: str) -> tuple[Assignment, Question]:
    """Return what "a8:q4" refers to.

    Raises:
        AssignmentError: it is not of that form, or there is no such assignment or question.
    """
    where, colon, id = text.rpartition(":")
    if not colon or not where or not id:
        raise AssignmentError(f"{text!r} is not of the form ASSIGNMENT:QUESTION, such as a8:q4.")
    assignment = load_assignment(where)
    return assignment, assignment.question(id)
