"""The picture as PNG."""

import io

import numpy as np
from PIL import Image
from tests.graph.derivation.test_derivation import GRAPHS

from gradbook.graph import Graph
from gradbook.graph.drawing.layout import lay_out
from gradbook.graph.drawing.png import png


def test_it_opens_and_has_the_size_of_its_layout() -> None:
    image = Image.open(io.BytesIO(png(GRAPHS["two inputs"])))
    layout = lay_out(GRAPHS["two inputs"])
    assert image.format == "PNG"
    assert image.size == (round(2 * layout.width), round(2 * layout.height))
    assert len(image.convert("RGB").getcolors(1 << 20) or []) > 50


def test_a_worksheet_has_neither_the_colour_of_values_nor_that_of_gradients() -> None:
    def has(picture: bytes, colour: tuple[int, int, int]) -> bool:
        pixels = np.asarray(Image.open(io.BytesIO(picture)).convert("RGB")).reshape(-1, 3)
        return bool((pixels == colour).all(axis=1).any())

    green, red = (0x18, 0x79, 0x4E), (0xC6, 0x2A, 0x2F)
    whole, blank = png(GRAPHS["seed"]), png(GRAPHS["seed"], values=False, grads=False)
    assert has(whole, green)
    assert has(whole, red)
    assert not has(blank, green)
    assert not has(blank, red)


def test_a_long_name_has_its_node_around_it() -> None:
    graph = Graph("cross_entropy(x, y)", x=[[1.0, 2.0]], y=[0])
    box = lay_out(graph).boxes[graph.index_of("f")]
    pixels = np.asarray(Image.open(io.BytesIO(png(graph))).convert("RGB")).astype(int)
    row = pixels[round(2 * box.y) - 20, round(2 * (box.x - box.half)) + 12 : round(2 * (box.x + box.half)) - 12]
    assert (np.abs(row - (0xEE, 0xF2, 0xF8)) < 3).all()  # above the letters all is the node's own colour
    middle = pixels[round(2 * box.y) - 12 : round(2 * box.y) + 12]
    dark = np.flatnonzero((middle.sum(-1) < 300).any(0)) / 2
    letters = dark[(dark > box.x - box.half + 3) & (dark < box.x + box.half - 3)]
    assert box.x - box.half + 4 < letters.min() < box.x - 20
    assert box.x + 20 < letters.max() < box.x + box.half - 4
