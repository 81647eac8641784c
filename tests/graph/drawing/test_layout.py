"""Where things go: nothing overlaps, lines pass no node, large graphs are collapsed."""

from itertools import combinations, pairwise

import pytest
from tests.graph.derivation.test_derivation import GRAPHS

from gradbook.graph import Graph
from gradbook.graph.drawing.dot import dot
from gradbook.graph.drawing.layout import lay_out
from gradbook.graph.drawing.lines import course
from gradbook.graph.drawing.png import png


@pytest.mark.parametrize("name", GRAPHS)
def test_inputs_left_output_right_and_nothing_overlaps(name: str) -> None:
    graph = GRAPHS[name]
    layout = lay_out(graph)
    output = layout.boxes[graph.index_of(graph.output)]
    assert all(box.x < output.x for box in layout.boxes.values() if box is not output)
    for edge in layout.edges:
        assert layout.boxes[edge.start].x < layout.boxes[edge.end].x
    for a, b in combinations(layout.boxes.values(), 2):
        assert abs(a.x - b.x) > 100 or abs(a.y - b.y) > 60
    assert all(0 < box.x < layout.width and 0 < box.y < layout.height for box in layout.boxes.values())


def test_a_long_line_passes_no_node() -> None:
    graph = Graph("h1 = tanh(w1*x + b1); h2 = sigmoid(w2*x + b2); o = v1*h1 + v2*h2 + x; L = (o - y)**2",
                  x=1.5, w1=.5, b1=.1, w2=-1, b2=.2, v1=2, v2=-1, y=1)  # fmt: skip
    layout = lay_out(graph)
    assert any(edge.via for edge in layout.edges)
    for edge in layout.edges:
        for x, y in course(layout, edge)[1:-1]:
            near = [box for box in layout.boxes.values() if abs(box.x - x) < 20 and abs(box.y - y) < 20]
            assert near == []
    shares = {edge.share for edge in layout.edges if edge.start == graph.index_of("x")}
    assert len(shares) == 3
    assert sum(map(float, shares)) == pytest.approx(graph.grad["x"], rel=1e-3)


def test_the_lines_of_a_node_are_one_until_they_part() -> None:
    heights = []
    for uses in (3, 30):
        graph = Graph("; ".join(f"a{k} = a{k - 1}*w + x" for k in range(1, uses + 1)), w=0.5, x=1, a0=2)
        heights.append(lay_out(graph).height)
        for edge in lay_out(graph).edges:
            assert len(edge.via) <= 2 * uses
    assert heights[1] == heights[0]


def test_a_power_is_written_as_one() -> None:
    for power, sign in ((2, "x²"), (-1, "x⁻¹"), (12, "x¹²"), (0.5, "x^0.5")):
        boxes = lay_out(Graph(f"f = w**({power})", w=2)).boxes.values()
        assert sign in [box.sign for box in boxes]


def test_a_large_graph_is_collapsed_and_says_so() -> None:
    graph = Graph(x=1.0, w=0.999)
    x, w = graph.node("x"), graph.node("w")
    for _ in range(1000):
        x = x * w
    layout = lay_out(graph)
    assert len(layout.boxes) == 61
    assert layout.left_out == 1002 - 60
    assert layout.boxes[-1].sign == "… 942 more"
    assert ">… 942 more</text>" in graph.draw()
    assert "942 more" in dot(graph)
    assert png(graph).startswith(b"\x89PNG")


LONG = Graph(
    "first_hidden_layer_before_it = weight_of_the_layer*x; activation = softplus(first_hidden_layer_before_it); "
    "max(x*activation, -0.0001) + weight_of_the_layer",
    weight_of_the_layer=2, x=-2.3456e-7,
)  # fmt: skip


@pytest.mark.parametrize("graph", [*GRAPHS.values(), LONG], ids=[*GRAPHS, "long names"])
def test_nodes_names_and_numbers_of_neighbouring_columns_keep_apart(graph: Graph) -> None:
    boxes = sorted(lay_out(graph).boxes.values(), key=lambda box: box.x)
    columns = [[box for box in boxes if box.x == x] for x in dict.fromkeys(box.x for box in boxes)]
    for left, right in pairwise(columns):
        begin = min(box.x - max(box.half, 0 if box.is_input else 3.9 * len(box.label)) for box in right)
        for box in left:
            assert box.half <= box.column
            number = 4.2 * max(len(box.value or ""), len(box.grad or ""))
            assert box.x + box.half < box.number_x - number
            assert box.number_x + number < begin
            assert box.x + (0 if box.is_input else 3.9 * len(box.label)) < begin
