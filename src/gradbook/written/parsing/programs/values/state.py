"""State: what the names of a program stand for at a line of it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.parsing.programs.values.values import Values


@dataclass(slots=True)
class State:
    """What is known before a line.

    Attributes:
        own: what names of the learner's own stand for; None where that is not understood.
        last: what quantities were last assigned.
        moved: inputs after their step.
        renewed: nodes calculated again with such.
        lost: names that stand for something else by now, such as a weight after many steps.
        dicts: the entries of dicts.
        arrays: what names stand for that are vectors or matrices.
        functions: the functions that the program defines.
        given: what inputs (and the rate) are said to be, and from which place in the source on.
        differentiated: the node on which backward() was called last.
        late: whether gradients are those of another point than the exercise's.
        filled: whether there are gradients to which another backward() adds.
        added: inputs by which gradients are several added up.
    """

    own: dict[str, Node | None] = field(default_factory=dict)
    last: dict[Node, Node | None] = field(default_factory=dict)
    moved: set[str] = field(default_factory=set)
    renewed: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    dicts: dict[str, dict[str, Node | None]] = field(default_factory=dict)
    arrays: dict[str, Values] = field(default_factory=dict)
    functions: dict[str, ast.FunctionDef | ast.Lambda] = field(default_factory=dict)
    given: dict[Node, tuple[Node, int]] = field(default_factory=dict)
    differentiated: str = ""
    late: bool = False
    filled: bool = False
    added: set[str] = field(default_factory=set)

    def copied(self) -> "State":
        """Return a state that can be changed without this one."""
        return State(
            dict(self.own), dict(self.last), set(self.moved), set(self.renewed), set(self.lost), dict(self.dicts),
            dict(self.arrays), dict(self.functions), dict(self.given), self.differentiated, self.late, self.filled,
            set(self.added),
        )  # fmt: skip

    def seen(self, node: Node) -> Node | None:
        """Return what a quantity's name stands for at this line."""
        match node:
            case Symbol(name) if name in self.lost:
                return None
            case Symbol(name) if name in self.moved or name in self.renewed:
                return New(name)
            case Derivative(_, by) if self.late or by in self.added:
                return None
        return node


def assigned_in(body: list[ast.stmt]) -> Iterator[str]:
    """Yield the names that statements assign, however deep."""
    for statement in body:
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield node.id
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                owner = node.value
                if isinstance(owner, ast.Name):
                    yield owner.id
