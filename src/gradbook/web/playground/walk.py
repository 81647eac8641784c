"""A walk through a graph, node by node: forward to the values, then back with the gradients.

The equations are those of derivations, each from what the walk has found before; what is added here is an order, the
edges that are walked, and a sentence.
"""

from dataclasses import dataclass, replace

from gradbook.graph import Graph
from gradbook.graph.derivation.derive import backward_step, forward_step
from gradbook.graph.derivation.text import parts_latex
from gradbook.graph.drawing.layout import MAX_NODES
from gradbook.graph.engine.traversal import ancestry
from gradbook.graph.expression import Expr, Number, substitute
from gradbook.graph.printing import number_text

# What an operation is called, its arguments at {}.
_PHRASES = {
    "add": "the sum of {}",
    "sub": "the difference of {}",
    "mul": "the product of {}",
    "div": "the quotient of {}",
    "neg": "minus {}",
    "exp": "e to the power of {}",
    "log": "the natural logarithm of {}",
    "sqrt": "the square root of {}",
    "square": "the square of {}",
}


@dataclass(frozen=True)
class Stop:
    """A place on the walk: a node, and whether its value or its gradient is found there."""

    forward: bool
    node: str


@dataclass(frozen=True)
class WalkStep:
    """What happens at a stop.

    Attributes:
        stop: where.
        edges: what is walked, as pairs (argument, node that it feeds).
        sentence: what happens, in words.
        latex: the parts of the equation: its left side, then what it equals, numbers put in at the end.
        values, gradients: names of the nodes whose value or gradient is known after it.
    """

    stop: Stop
    edges: tuple[tuple[str, str], ...]
    sentence: str
    latex: tuple[str, ...]
    values: tuple[str, ...]
    gradients: tuple[str, ...]


def stops(graph: Graph) -> tuple[Stop, ...]:
    """Return all places of the walk, in order; none for a graph that is too large for its picture."""
    target = graph.index_of(graph.output)
    order = sorted(index for index in ancestry(graph, target) if not graph.is_constant(index))
    if len(order) > MAX_NODES:
        return ()
    forward = [Stop(True, graph.name_of(index)) for index in order if graph.op_of(index) is not None]
    # A node comes after all that it feeds, so that its gradient is complete.
    backward = [Stop(False, graph.name_of(index)) for index in reversed(order)]
    return (*forward, *backward)


def walk_step(graph: Graph, number: int) -> WalkStep:
    """Return what happens at one stop, counted from 0.

    Raises:
        GraphError: a derivative is not defined.
    """
    places = stops(graph)
    stop, before = places[number], places[: number + 1]
    step = forward_step(graph, stop.node) if stop.forward else backward_step(graph, stop.node)
    # Numbers as short as those of the picture.
    members = tuple(substitute(member, _rounded) for member in step.members)
    edges = _below(graph, stop.node) if stop.forward else _above(graph, stop.node)
    return WalkStep(
        stop,
        tuple(edges),
        _forward_sentence(graph, stop.node) if stop.forward else _backward_sentence(graph, stop.node),
        tuple(parts_latex(replace(step, members=tuple(dict.fromkeys(members))))),
        (*graph.inputs, *(place.node for place in before if place.forward)),
        tuple(place.node for place in before if not place.forward),
    )


def _rounded(leaf: Expr) -> Expr | None:
    return Number(float(f"{leaf.value:.4g}")) if isinstance(leaf, Number) else None


def _below(graph: Graph, name: str) -> list[tuple[str, str]]:
    args = dict.fromkeys(graph.args_of(graph.index_of(name)))
    return [(graph.name_of(arg), name) for arg in args if not graph.is_constant(arg)]


def _above(graph: Graph, name: str) -> list[tuple[str, str]]:
    index, target = graph.index_of(name), graph.index_of(graph.output)
    reached = ancestry(graph, target)
    return [(name, graph.name_of(user)) for user in sorted(reached) if index in graph.args_of(user)]


def _forward_sentence(graph: Graph, name: str) -> str:
    index = graph.index_of(name)
    op = graph.op_of(index)
    assert op is not None
    args = [graph.name_of(arg) for arg in graph.args_of(index)]
    if op.name == "pow":
        said = f"{args[0]} to the power of {args[1]}"
    else:
        said = _PHRASES.get(op.name, f"{op.name} of {{}}").format(_listed(args))
    return f"{name} is {said}: {_short(graph.value[name])}."


def _backward_sentence(graph: Graph, name: str) -> str:
    out = graph.output
    if name == out:
        return f"The way back begins at the end: {out} changes exactly as much as itself, so its gradient is 1."
    users = [user for _, user in _above(graph, name)]
    index = graph.index_of(name)
    pairs = [(graph.grad[user], graph.local_gradient(graph.index_of(user), index)) for user in users]
    products = " + ".join(f"{_factor(above)} · {_factor(local)}" for above, local in pairs)
    result = _short(graph.grad[name])
    if len(users) > 1:
        return (
            f"{name} feeds {_listed(users)}. Along each edge the gradient above is multiplied by the local one, and "
            f"what comes back along all of them is added: {products} = {result}."
        )
    above, local = (_short(number) for number in pairs[0])
    much = "just as much" if local == "1" else f"{local} times as much"
    return (
        f"The gradient of {users[0]} is {above}. When {name} changes, {users[0]} changes {much}. "
        f"So the gradient of {name} is {products} = {result}."
    )


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _short(value: object) -> str:
    assert isinstance(value, float)
    return number_text(float(f"{value:.4g}")).replace("-", "−")


def _factor(value: object) -> str:
    text = _short(value)
    return f"({text})" if text.startswith("−") else text
