"""The picture as SVG: what stands in it, what a worksheet leaves out, and that no text gets out of its place."""

import re
from xml.etree import ElementTree

import pytest
from tests.graph.derivation.test_derivation import GRAPHS

from gradbook.graph import Graph
from gradbook.graph.drawing.svg import svg
from gradbook.graph.engine.tape import Tape
from gradbook.graph.ops import OPS

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</title></svg><script>alert('\"&')</script>"


def texts(picture: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(picture).iter(f"{SVG}text")]


def test_values_and_gradients_stand_in_the_picture() -> None:
    names, signs = ["x", "w", "b", "z", "q", "r", "f"], ["×", "+", "×"]
    values, gradients = ["2", "5", "-2", "3", "10", "8", "24"], ["15", "6", "3", "8", "3", "3", "1"]
    assert sorted(texts(GRAPHS["seed"].draw())) == sorted([*names, *signs, *values, *gradients])


def test_a_worksheet_prints_no_answers() -> None:
    blank = GRAPHS["seed"].draw(values=False, grads=False)
    assert sorted(texts(blank)) == sorted(["x", "w", "b", "z", "q", "r", "f", "×", "+", "×"])
    assert blank.count('class="b"') == 14  # two blanks a node
    shown = re.sub(r"<style>.*?</style>|[\w-]+=\"[^\"]*\"", "", blank, flags=re.DOTALL)
    assert not re.search(r"\b(10|24|15)\b", shown)
    assert "15" not in texts(GRAPHS["seed"].draw(grads=False))


@pytest.mark.parametrize("name", GRAPHS)
def test_a_node_is_as_wide_as_what_is_written_in_it(name: str) -> None:
    for group in ElementTree.fromstring(GRAPHS[name].draw()).iter(f"{SVG}g"):
        if "data-node" not in group.attrib:
            continue
        shape, sign = group[0], group[1]
        width = float(shape.get("width") or 2 * float(shape.attrib["r"]))
        letter = 6.6 if sign.get("class") == "long" else 9  # units a character, at 11 and at 15
        assert letter * len(sign.text or "") <= width


def test_cross_entropy_fits_into_its_node() -> None:
    graph = Graph("cross_entropy(x, y)", x=[[1.0, 2.0]], y=[0])
    (group,) = [g for g in ElementTree.fromstring(graph.draw()).iter(f"{SVG}g") if g.get("data-node") == "f"]
    assert group[1].text == "cross_entropy"
    assert float(group[0].attrib["width"]) > 6.6 * len("cross_entropy")


def test_very_long_names_are_cut_and_still_found() -> None:
    name = "the_weight_of_the_first_input_of_the_hidden_layer"
    picture = Graph(f"{name}*x", **{name: 2, "x": 3}).draw()
    assert "the_weight_of_the_first…" in texts(picture)
    assert f'data-node="{name}"' in picture


def test_the_text_of_a_function_cannot_leave_the_title() -> None:
    """Comments are the one place where the text of a function may hold any character."""
    text = f"x*y  # {HOSTILE}"
    root = ElementTree.fromstring(Graph(text, x=1, y=2).draw())
    assert root.findtext(f"{SVG}title") == f"Computational graph of {text}"
    assert not list(root.iter(f"{SVG}script"))


def test_the_name_of_an_op_cannot_leave_its_node() -> None:
    import dataclasses

    tape = Tape(x=1.0)
    tape.operate(dataclasses.replace(OPS["sin"], name=HOSTILE[:20]), [0])
    root = ElementTree.fromstring(svg(tape))
    assert HOSTILE[:20] in [element.text for element in root.iter(f"{SVG}text")]


def test_a_node_says_its_name_to_a_page() -> None:
    picture = Graph("α*x", α=1, x=2).draw()
    assert {'data-node="α"', 'data-node="x"', 'data-node="f"', 'data-from="α"', 'data-to="f"'} <= set(
        re.findall(r'data-\w+="[^"]*"', picture)
    )
    assert "style=" not in picture
