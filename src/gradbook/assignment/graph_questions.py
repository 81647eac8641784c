"""The exercise behind a written question: which graph, with whose numbers, and what is asked of it."""

import re

from gradbook.assignment.definition import Assignment, Question, load_assignment
from gradbook.assignment.errors import AssignmentError
from gradbook.assignment.folder import DEFINITION
from gradbook.graph import Graph
from gradbook.graph.errors import GraphError
from gradbook.graph.printing import number_text
from gradbook.written import Exercise, variant_seed
from gradbook.written import variant as written_variant
from gradbook.written.errors import ExerciseError

_BRACES = re.compile(r"\{\{([A-Za-z0-9_/: ]+)\}\}")


def graph(assignment: Assignment, variant: str | None = None) -> Graph:
    """Return the assignment's graph.

    Args:
        assignment: one that has a graph.
        variant: whose numbers; None for those of the assignment's file.

    Raises:
        AssignmentError: it has no graph, or one that cannot be built.
        ExerciseError: no numbers keep the usual mistakes apart.
    """
    definition = assignment.graph
    if definition is None:
        raise AssignmentError(f"{assignment.title} has no graph: add [graph] to its assignment.toml.")
    try:
        model = Graph(definition.text, **definition.values)
    except GraphError as error:
        raise AssignmentError(f"{assignment.folder / DEFINITION}: graph: {error}") from error
    if variant is None:
        return model
    whole = Exercise.from_graph(model, [model.output], lr=definition.lr)
    # The text of the assignment speaks of these names and functions, so that a variant has other numbers only.
    return written_variant(whole, variant_seed(assignment.name, variant), names=False, functions=False).graph


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
    if asked.kind != "written" or assignment.graph is None:
        raise AssignmentError(f"{assignment.title}, question {asked.id} is not a written one ({asked.kind}).")
    each = asked.points / len(asked.ask)
    drawn = graph(assignment, variant or assignment.variant)
    try:
        return Exercise.from_graph(drawn, asked.ask, lr=assignment.graph.lr, points=dict.fromkeys(asked.ask, each))
    except ExerciseError as error:
        raise AssignmentError(f"{assignment.folder / DEFINITION}: question {asked.id}, ask: {error}") from error


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


def fill(text: str, assignment: Assignment, variant: str | None = None) -> str:
    """Put numbers in the place of {{x}}, {{q}}, {{df/dw}}, {{w1}} and {{lr}} in a master's text.

    Raises:
        AssignmentError: a name in braces is no quantity of the graph.
    """
    if "{{" not in text or assignment.graph is None:
        return text
    drawn, lr = graph(assignment, variant or assignment.variant), assignment.graph.lr

    def number(match: re.Match[str]) -> str:
        name = match[1].strip()
        if name == "lr":
            return number_text(lr)
        if name in drawn.inputs:
            return number_text(float(drawn.value[name]))
        try:
            asked = Exercise.from_graph(drawn, [name], lr=lr)
        except ExerciseError as error:
            raise AssignmentError(f"{assignment.notebook}: {{{{{name}}}}} cannot be filled in: {error}") from error
        return number_text(asked.truth(asked.keys[0]))

    return _BRACES.sub(number, text)
