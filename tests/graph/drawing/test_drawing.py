"""Pictures: nothing overlaps, nothing is given away on a worksheet, large graphs are collapsed."""

import io
import re
from itertools import combinations
from xml.etree import ElementTree

import pytest
from PIL import Image
from tests.graph.derivation.test_derivation import GRAPHS

from gradbook.graph import Graph
from gradbook.graph.drawing.dot import dot
from gradbook.graph.drawing.layout import lay_out
from gradbook.graph.drawing.png import png
from gradbook.graph.drawing.svg import course


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_values_and_gradients_stand_in_the_picture() -> None:
    shown = texts(GRAPHS["seed"].draw())
    assert sorted(shown) == sorted(
        [
            "x",
            "w",
            "b",
            "z",
            "q",
            "r",
            "f",
            "×",
            "+",
            "×",
            "2",
            "5",
            "-2",
            "3",
            "10",
            "8",
            "24",
            "15",
            "6",
            "3",
            "8",
            "3",
            "3",
            "1",
        ],
    )


def test_a_worksheet_prints_no_answers() -> None:
    blank = GRAPHS["seed"].draw(values=False, grads=False)
    assert sorted(texts(blank)) == sorted(["x", "w", "b", "z", "q", "r", "f", "×", "+", "×"])
    assert blank.count('class="b"') == 14  # two blanks a node
    shown = re.sub(r"<style>.*?</style>|[\w-]+=\"[^\"]*\"", "", blank, flags=re.DOTALL)
    assert not re.search(r"\b(10|24|15)\b", shown)
    assert "15" not in texts(GRAPHS["seed"].draw(grads=False))
    assert not re.search(r"label=\"[^\"]*\b(10|24|15)\b", dot(GRAPHS["seed"], values=False, grads=False))


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


def test_png_opens() -> None:
    image = Image.open(io.BytesIO(png(GRAPHS["two inputs"])))
    assert image.format == "PNG"
    assert image.width > image.height > 200
    assert len(image.convert("RGB").getcolors(1 << 20) or []) > 50


def test_a_large_graph_is_collapsed_and_says_so() -> None:
    graph = Graph(x=1.0, w=0.999)
    x, w = graph.node("x"), graph.node("w")
    for _ in range(1000):
        x = x * w
    layout = lay_out(graph)
    assert len(layout.boxes) == 61
    assert layout.left_out == 1002 - 60
    assert "… 942 more" in texts(graph.draw())
    assert "942 more" in dot(graph)
    assert len(png(graph)) > 1000


def test_names_are_escaped() -> None:
    assert "<script" not in Graph("α*x", α=1, x=2).draw()
    assert ElementTree.fromstring(Graph("x < y".replace("<", "-"), x=1, y=2).draw()) is not None


def test_dot_has_every_node_and_line() -> None:
    written = dot(GRAPHS["seed"])
    assert written.count("shape=") == 7
    assert written.count("->") == 6
    assert 'label="10\\n3"' in written
