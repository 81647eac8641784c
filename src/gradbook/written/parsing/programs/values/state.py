"""State: what the names of a program stand for at a line of it."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import Call, New, Node
from gradbook.written.parsing.programs.values.switches import switched
from gradbook.written.parsing.programs.values.values import Values

_BACKWARD = regex(r"backward|backprop|grad(?:ient)?s?(?:_|\b)|bwd", re.IGNORECASE)
_SMALL = 0.01  # steps of difference quotients, at most


@dataclass(slots=True)
class State:
    """What is known before a line.

    Attributes:
        own: what names of the learner's own stand for; None where that is not understood.
        last: what quantities were last assigned.
        moved: inputs after their step.
        renewed: nodes calculated again with such.
        nudged: nodes calculated again with a small number added to one of what they are made of, as a check.
        lost: names that stand for something else by now, such as a weight after many steps.
        dicts: the entries of dicts.
        arrays: what names stand for that are vectors or matrices.
        functions: the functions that the program defines.
        taken: names of functions that stand for something else by now.
        given: what inputs (and the rate) are said to be, and from which place in the source on.
        differentiated: the node on which backward() was called last.
        late: whether gradients are those of another point than the exercise's.
        filled: whether there are gradients to which another backward() adds.
        stale: nodes by which gradients are those of no single backward(): several added up, or set to zero again.
        slopes: names of what holds derivatives by the names of its entries: g of "g = net.backward()".
        objects: names of what a class of the learner's own makes, whose attributes may be quantities.
    """

    own: dict[str, Node | None] = field(default_factory=dict)
    last: dict[Node, Node | None] = field(default_factory=dict)
    moved: set[str] = field(default_factory=set)
    renewed: set[str] = field(default_factory=set)
    nudged: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    dicts: dict[str, dict[str, Node | None]] = field(default_factory=dict)
    arrays: dict[str, Values] = field(default_factory=dict)
    functions: dict[str, ast.FunctionDef | ast.Lambda] = field(default_factory=dict)
    given: dict[Node, tuple[Node, int]] = field(default_factory=dict)
    differentiated: str = ""
    late: bool = False
    filled: bool = False
    stale: set[str] = field(default_factory=set)
    slopes: set[str] = field(default_factory=set)
    objects: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)

    def define(self, ways: Mapping[str, ast.FunctionDef | ast.Lambda], name: str) -> None:
        """Take a function, by its name and that with its switch set, in the place of one that was called so before."""
        self.functions = {known: it for known, it in self.functions.items() if known not in (name, switched(name))}
        self.functions |= ways
        self.taken = self.taken - {name} if ways else self.taken | {name}

    def copied(self) -> "State":
        """Return a state that can be changed without this one."""
        return State(
            dict(self.own), dict(self.last), set(self.moved), set(self.renewed), set(self.nudged), set(self.lost),
            dict(self.dicts), dict(self.arrays), dict(self.functions), dict(self.given), self.differentiated, self.late,
            self.filled, set(self.stale), set(self.slopes), set(self.objects), set(self.taken),
        )  # fmt: skip

    def seen(self, node: Node) -> Node | None:
        """Return what a quantity's name stands for at this line."""
        match node:
            case Symbol(name) if name in self.lost:
                return None
            case Symbol(name) if name in self.moved or name in self.renewed:
                return New(name)
            case Derivative(_, by) if self.late or by in self.stale:
                return None
        return node


def is_slopes(value: ast.expr) -> bool:
    """Whether what a call gives holds derivatives: net.backward(), compute_gradients(x), jax.grad(loss)(params)."""
    match value:
        case ast.Call(func=ast.Call(func=ast.Name(id="grad") | ast.Attribute(attr="grad"))):
            return True
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return _BACKWARD.search(name) is not None
    return False


def is_same(value: ast.expr, name: str) -> bool:
    """Whether a function of a library is given its own name: sigmoid = torch.sigmoid, relu = nn.ReLU()."""
    match value:
        case ast.Call(func=inner, args=[]):
            return is_same(inner, name)
        case ast.Attribute(attr=called) | ast.Name(id=called):
            return called.lower() == name.lower()
    return False


def is_listed(value: ast.expr) -> bool:
    """Whether a list of several entries stands in an expression."""
    return any(isinstance(node, ast.List | ast.Tuple) and len(node.elts) > 1 for node in ast.walk(value))


def is_nudged(node: Node | None, before: Node | None) -> bool:
    """Whether an expression is what it was but for a small number that is added to one of its names: e + (c + h)."""
    match node, before:
        case Call(sign, args), Call(other, others) if sign == other and len(args) == len(others):
            differ = [(one, two) for one, two in zip(args, others, strict=True) if one != two]
            return len(differ) == 1 and (_is_beside(*differ[0]) or is_nudged(*differ[0]))
    return False


def _is_beside(node: Node, before: Node) -> bool:
    match node:
        case Call("+" | "-", (Symbol() as name, Number(small))):
            return name == before and 0 < abs(small) <= _SMALL
    return False


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
