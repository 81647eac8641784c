"""A tape is replayed with other values, and stays as it is."""

import numpy as np
import pytest

from gradbook.graph import Graph, GraphError

SEED = {"x": 2, "w": 5, "b": -2, "z": 3}


def everything(graph: Graph) -> tuple[dict[str, object], ...]:
    return dict(graph.value), dict(graph.grad), {"text": str(graph.solution())}


@pytest.mark.parametrize(
    ("text", "here", "there"),
    [
        ("z*(w*x + b)", SEED, {"x": -1, "w": 0.5, "b": 7, "z": 2}),
        ("q = sigmoid(w*x); L = (q - y)**2/2", {"w": 1, "x": 2, "y": 1}, {"w": -3, "x": 0.5, "y": 0}),
        ("relu(x)*max(x, y) + sin(y)", {"x": 1, "y": 3}, {"x": -1, "y": -3}),
    ],
)
def test_a_replay_is_what_building_anew_gives(text: str, here: dict[str, float], there: dict[str, float]) -> None:
    graph = Graph(text, **here)
    before = everything(graph)
    replayed = graph.replay(there)
    assert type(replayed) is Graph
    assert everything(replayed) == everything(Graph(text, **there))
    assert everything(graph) == before


def test_inputs_that_are_not_given_keep_their_values() -> None:
    assert Graph("z*(w*x + b)", **SEED).replay({"x": 3}).value["f"] == 3 * (5 * 3 - 2)
    assert dict(Graph("x*y", x=1, y=2).replay().value) == {"x": 1, "y": 2, "f": 2}


def test_numbers_may_become_arrays() -> None:
    graph = Graph("sum(x*w)", x=2, w=3).replay({"x": [1.0, 2.0]})
    assert graph.value["f"] == 9
    assert np.array_equal(graph.grad["x"], [3.0, 3.0])


def test_what_comes_after_a_held_node_is_calculated_from_it() -> None:
    graph = Graph("q = w*x; r = q + b; f = z*r", **SEED).replay(held={"q": 7})
    assert [graph.value[name] for name in "qrf"] == [7, 5, 15]
    assert graph.grad["z"] == 5
    assert graph.grad["w"] == 6  # by the op's derivative at its arguments: z * 1 * x
    assert graph.local["q", "w"] == 2


def test_a_held_node_keeps_the_derivative_of_its_op() -> None:
    honest = Graph("a = sigmoid(x); f = a**2", x=0.5)
    held = honest.replay(held={"a": 0.9})
    assert held.local["a", "x"] == honest.local["a", "x"]
    assert held.grad["x"] == pytest.approx(2 * 0.9 * honest.local["a", "x"])


def test_what_depends_on_nothing_new_is_not_calculated_again() -> None:
    graph = Graph("a = exp(x); b = a*y; c = sum(b)", x=[1.0, 2.0], y=[3.0, 4.0])
    replayed = graph.replay({"y": [5.0, 6.0]})
    assert replayed.value["a"] is graph.value["a"]
    assert np.array_equal(replayed.value["b"], graph.value["a"] * [5.0, 6.0])


def test_a_replay_lets_go_of_what_was_held() -> None:
    graph = Graph("q = w*x; r = q + b; f = z*r", **SEED)
    held = graph.replay(held={"q": 7})
    assert everything(held.replay()) == everything(graph)
    assert everything(held.replay({"z": 4})) == everything(graph.replay({"z": 4}))
    assert held.value["q"] == 7


def test_a_replay_and_its_model_grow_apart() -> None:
    model = Graph(x=2.0)
    replayed = model.replay({"x": 3})
    doubled = replayed.node("x") * 2
    assert (len(model), len(replayed), doubled.value) == (1, 3, 6)
    model.input("y", 1)
    assert "y" not in replayed.value


@pytest.mark.parametrize(
    ("inputs", "held", "words"),
    [
        ({"k": 1}, {}, "no node 'k'"),
        ({"q": 1}, {}, "q cannot be replayed so"),
        ({}, {"x": 1}, "x cannot be replayed so"),
        ({"x": -1}, {}, r"log\(x\) is not defined for x = -1"),
        ({"x": float("nan")}, {}, "x must be finite"),
        ({}, {"q": "two"}, "q must be a number"),
    ],
)
def test_what_cannot_be_replayed_is_said(inputs: dict[str, float], held: dict[str, float], words: str) -> None:
    with pytest.raises(GraphError, match=words):
        Graph("q = log(x); f = q*2", x=1).replay(inputs, held=held)


def test_a_graph_keeps_its_statements_and_is_built_from_them() -> None:
    graph = Graph("q = w*x; z*(q + b)", **SEED)
    again = Graph(graph.statements, **SEED)
    assert [name for name, _ in graph.statements] == ["q", None]
    assert again.text == "q = w * x; z * (q + b)"
    assert everything(again) == everything(graph)
    assert Graph(x=1).statements == ()
