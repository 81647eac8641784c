"""The exercises behind written questions: which graph, with whose numbers, and what is asked of it."""

import re
from collections.abc import Callable, Iterable
from functools import cached_property

from gradbook.assignment.definition import Assignment, Question
from gradbook.assignment.errors import AssignmentError
from gradbook.assignment.layout import DEFINITION
from gradbook.graph import Graph
from gradbook.graph.derivation.steps import Step
from gradbook.graph.derivation.text import equation_latex
from gradbook.graph.errors import GraphError
from gradbook.graph.expression import Expr, Statement
from gradbook.graph.printing import DIGITS, number_text, statements_latex, statements_text
from gradbook.written import Exercise, variant_seed
from gradbook.written import variant as written_variant
from gradbook.written.errors import ExerciseError

# The forms in which a function is written into a text.
_FUNCTION: dict[str, Callable[[Iterable[Statement]], str]] = {"text": statements_text, "latex": statements_latex}
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
        # The assignment speaks of these names, and of this function unless its file says that it does not.
        functions = definition.variants == "functions"
        return written_variant(whole, seed, names=False, functions=functions, ranges=definition.ranges).graph

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

    def fill(self, text: str, cell: int = 0) -> str:
        """Fill in what a master's text has in double braces.

        - {{x}}, {{q}}, {{df/dw}}, {{w1}} and {{lr}} become numbers;
        - {{text}} and {{latex}} the whole function, as text or as LaTeX without dollar signs;
        - {{f:text}} and {{f:latex}} what a node is in terms of its arguments;
        - {{q:steps}}, {{df/dw:steps}} and {{w1:steps}} the derivation, as LaTeX without dollar signs.

        Args:
            text: of a cell of the master.
            cell: its number, counted from 1, for what is said of a mistake; 0 where it is not known.

        Raises:
            AssignmentError: a name in braces is no quantity of the graph.
        """
        if "{{" not in text or self._assignment.graph is None:
            return text
        return _BRACES.sub(lambda match: self._filled(match[1].strip(), cell), text)

    def says_the_function(self, text: str) -> bool:
        """Whether a master's text has the function, and so can follow a variant's, in double braces."""
        found = [match[1].strip() for match in _BRACES.finditer(text)]
        return any(name in _FUNCTION or name.partition(":")[2] in _FUNCTION for name in found)

    def _filled(self, name: str, cell: int) -> str:
        stem, _, form = name.partition(":")
        if name in _FUNCTION:
            return _FUNCTION[name](self.graph.statements)
        if form in _FUNCTION and stem in self.graph.intermediates:
            return _FUNCTION[form]([(stem, self._written_out(stem))])
        if form == "steps":
            return equation_latex(self._step(stem, cell), DIGITS)  # a solution is judged as an answer is
        return self._number(name, cell)

    def _written_out(self, node: str) -> Expr:
        """Return a node as the text of the function has it; one without a name there in terms of its arguments."""
        graph = self.graph
        said = {name or graph.output: expr for name, expr in graph.statements}
        return said.get(node) or graph.formula(graph.index_of(node))

    def _unfilled(self, name: str, cell: int) -> str:
        """Say which name in braces cannot be filled in, and where it is."""
        place = f"{self._assignment.folder / self._assignment.notebook}" + (f", cell {cell}" if cell else "")
        return f"{place}: {{{{{name}}}}} cannot be filled in"

    def _step(self, key: str, cell: int) -> Step:
        assert self._assignment.graph is not None
        try:
            if match := re.fullmatch(r"d(\w+)/d(\w+)", key):
                (step,) = self.graph.explain(match[2], match[1]).steps
                return step
            return self.graph.solution(self._assignment.graph.lr, self.graph.inputs)[key]
        except (GraphError, KeyError):
            known = ", ".join([*self.graph.inputs, *self.graph.intermediates])
            raise AssignmentError(
                f"{self._unfilled(f'{key}:steps', cell)}: write a node, a derivative of nodes such as df/dw, or an "
                f"input's new value such as w1. The nodes are {known}."
            ) from None

    def _number(self, name: str, cell: int) -> str:
        assert self._assignment.graph is not None
        lr = self._assignment.graph.lr
        if name == "lr":
            return number_text(lr)
        if name in self.graph.inputs:
            return number_text(float(self.graph.value[name]))
        try:
            asked = Exercise.from_graph(self.graph, [name], lr=lr)
        except ExerciseError as error:
            raise AssignmentError(f"{self._unfilled(name, cell)}: {error}") from error
        return number_text(asked.truth(asked.keys[0]))


def has_numbers_of(assignment: Assignment, variant: str | None) -> bool:
    """Whether a folder's numbers are those of a variant, however its name is spelt; None is whatever it has."""
    held = assignment.variant
    if variant is None or held is None:
        return variant is None
    return variant_seed(assignment.name, held) == variant_seed(assignment.name, variant)


def numbers_text(variant: str | None) -> str:
    """Name the numbers of a variant, or those that an assignment has without one."""
    return f"the numbers of {variant}" if variant else "the usual numbers"


def between_braces(text: str) -> tuple[str, ...]:
    """Return what stands before, between and behind the parts of a master's text that are filled in."""
    return tuple(_BRACES.split(text)[::2])


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
