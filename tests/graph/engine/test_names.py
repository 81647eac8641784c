"""Names follow from the tape: whoever looks first, and in which order, they are the same."""

import pytest

from gradbook.graph import Graph, GraphError


def built() -> tuple[Graph, list[object]]:
    graph = Graph()
    x, w, b, z = (graph.input(name, value) for name, value in {"x": 2, "w": 5, "b": -2, "z": 3}.items())
    product = w * x
    total = product + b
    return graph, [product, total, z * total]


def test_looking_at_a_node_names_no_node() -> None:
    looked, nodes = built()
    assert [repr(node) for node in reversed(nodes)] == ["<Node s = 24>", "<Node r = 8>", "<Node q = 10>"]
    untouched, _ = built()
    assert str(looked.solution()) == str(untouched.solution())
    assert looked.intermediates == untouched.intermediates == ["q", "r", "s"]


def test_a_name_that_was_looked_at_can_still_be_given() -> None:
    graph, (first, second, last) = built()
    assert repr(first) == "<Node q = 10>"
    graph.name("q", second)  # type: ignore[arg-type]
    assert graph.intermediates == ["r", "q", "s"]
    graph.name("f", last)  # type: ignore[arg-type]
    assert (graph.output, graph.value["r"], graph.value["q"]) == ("f", 10, 8)
    with pytest.raises(GraphError, match="there is no node 's'"):
        graph.value["s"]


def test_when_the_letters_are_spent_nodes_are_numbered() -> None:
    graph = Graph()
    node = graph.input("x", 1.0)
    taken = graph.input("v20", 1.0)
    for _ in range(20):
        node = node + taken
    names = graph.intermediates
    assert names[:3] == ["q", "r", "s"]
    assert names[13:] == ["v15", "v16", "v17", "v18", "v19", "v20_", "v21"]
    assert len(set(names)) == 20
    assert [graph.name_of(graph.index_of(name)) for name in names] == names
    assert "v18" in graph.value
    for absent in ("v14", "v20__", "v22", "v018", "v²"):
        assert absent not in graph.value


def test_unknown_names_list_what_there_is() -> None:
    with pytest.raises(GraphError, match="There are none"):
        Graph().value["x"]
