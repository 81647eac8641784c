"""What a worksheet has to say so that it can be worked: the function, the values of its inputs, the learning rate."""

from gradbook.graph.derivation.steps import Step
from gradbook.graph.engine.tape import Tape
from gradbook.graph.engine.traversal import ancestry
from gradbook.graph.expression import Expr, Number, Symbol
from gradbook.graph.shapes import shape_of

_BY_ITSELF = "(intermediate variables: one operation each, in order)"
_RATE = "(the learning rate)"


def given(graph: Tape, lr: float | None = None) -> tuple[Step, ...]:
    """Return what is given of a graph, as steps.

    Of a graph of numbers, the function as it was typed, and each input's value. Of arrays, and of what was built
    operation by operation, the formula of each node, and the shapes of inputs.

    Args:
        graph: the graph.
        lr: the learning rate, where a step of gradient descent is asked.
    """
    target = graph.index_of(graph.output)
    reached = sorted(i for i in ancestry(graph, target) if not graph.is_constant(i))
    calculated = [i for i in reached if graph.op_of(i) is not None]
    numbers = all(type(graph.value_at(i)) is float for i in reached)
    if graph.statements and numbers:
        function = _statements(graph)
        inputs = [graph.index_of(name) for name in graph.inputs]
    else:
        function = [_formula(graph, i, "formula" if numbers else "value") for i in calculated]
        inputs = [i for i in reached if graph.op_of(i) is None]
    rate = [] if lr is None else [_value("lr" if "lr" not in graph.value else "rate", lr, _RATE)]
    return (*function, *(_input(graph, i) for i in inputs), *rate)


def _statements(graph: Tape) -> list[Step]:
    """Return the function as it was typed; a last line without a name is the output's."""
    steps: list[Step] = []
    for place, (name, expr) in enumerate(graph.statements, 1):
        called = name or (graph.name_of(graph.result) if place == len(graph.statements) else "")
        if not called or expr == Symbol(called):
            continue
        whole = graph.formula(graph.index_of(called)) == expr  # one operation, and no intermediate variable in it
        note = "" if whole or any(step.note for step in steps) else _BY_ITSELF
        steps.append(
            Step("formula", f"{called}:formula" if whole else called, Symbol(called), (expr,), None, note=note)
        )
    return steps


def _formula(graph: Tape, index: int, kind: str) -> Step:
    name = graph.name_of(index)
    key = name if kind == "value" else f"{name}:formula"
    return Step(kind, key, Symbol(name), (graph.formula(index),), None, _shape(graph, index))


def _input(graph: Tape, index: int) -> Step:
    name, value = graph.name_of(index), graph.value_at(index)
    if type(value) is float:
        return _value(name, value)
    return Step("given", name, Symbol(name), (), None, _shape(graph, index))


def _value(name: str, value: float, note: str = "") -> Step:
    members: tuple[Expr, ...] = (Number(value),)
    return Step("given", name, Symbol(name), members, value, note=note)


def _shape(graph: Tape, index: int) -> str:
    return " x ".join(shape_of(graph, index))
