"""Labels: inputs that say which class is right, 1 for it and 0 for the others, in a loss -(t1*log(p1) + t2*log(p2)).

Together they are 1 whatever the class is; who writes the gradient by the logits as p - t takes that for granted.
"""

from collections.abc import Mapping

from gradbook.graph import Graph

_ROUNDING = 1e-9


def labels_of(graph: Graph) -> list[str]:
    """Return the inputs that are factors of logarithms and nothing else, if they add up to 1."""
    names = [name for name in graph.inputs if _weighs_logarithms(graph, name)]
    values = [float(graph.value[name]) for name in names]
    return names if len(names) > 1 and min(values) >= 0 and abs(sum(values) - 1) < _ROUNDING else []


def _weighs_logarithms(graph: Graph, name: str) -> bool:
    place = graph.index_of(name)
    users = [at for at in range(len(graph)) if place in graph.args_of(at)]
    users += [
        at for at in range(len(graph)) if any(_op(graph, user) == "neg" for user in users if user in graph.args_of(at))
    ]
    products = [user for user in users if _op(graph, user) != "neg"]
    return bool(products) and all(
        _op(graph, at) == "mul" and "log" in [_op(graph, arg) for arg in graph.args_of(at)] for at in products
    )


def _op(graph: Graph, at: int) -> str:
    op = graph.op_of(at)
    return op.name if op else ""


def adding_up(inputs: Mapping[str, float], labels: list[str]) -> dict[str, float]:
    """Return inputs in which the labels add up to 1."""
    total = sum(inputs[name] for name in labels)
    return {**inputs, **{name: inputs[name] / total for name in labels}}
