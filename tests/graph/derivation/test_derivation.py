"""Derivations: the assignment's five questions, paths, and that every renderer says the same numbers."""

import json
import math
import re
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from latex2mathml.converter import convert

from gradbook.graph import Graph, GraphError
from gradbook.graph.derivation.derivation import Derivation
from gradbook.graph.derivation.derive import backward_step, forward_step
from gradbook.graph.derivation.text import equation_latex, equation_text
from gradbook.graph.expression import Number
from gradbook.graph.printing import number_text

SEED = {"x": 2, "w": 5, "b": -2, "z": 3}

SOLUTION = """\
Backpropagation through f

Forward values
  q = w * x = 5 * 2 = 10
  r = q + b = 10 + (-2) = 8
  f = z * r = 3 * 8 = 24

Intermediate variables
  q = w * x
  r = q + b
  f = z * r

Local gradients
  dr/dq = 1
  dr/db = 1
  dq/dw = x = 2
  dq/dx = w = 5

Gradients of f
  df/df = 1
  df/dz = r = 8
  df/dr = z = 3
  df/dq = df/dr * dr/dq = z * 1 = 3 * 1 = 3
  df/db = df/dr * dr/db = z * 1 = 3 * 1 = 3
  df/dx = df/dr * dr/dq * dq/dx = z * 1 * w = 3 * 1 * 5 = 15
  df/dw = df/dr * dr/dq * dq/dw = z * 1 * x = 3 * 1 * 2 = 6

Gradient descent step
  w_new = w - 0.01 * df/dw = 5 - 0.01 * 6 = 4.94
  b_new = b - 0.01 * df/db = -2 - 0.01 * 3 = -2.03
"""

GRAPHS = {
    "seed": Graph("f = z*(w*x + b)", **SEED),
    "fan-out": Graph("p = x*y; f = p + x", x=3, y=-4),
    "neuron": Graph("a = sigmoid(w*x + b); L = (a - y)**2", w=1, x=3, b=-2, y=1),
    "two inputs": Graph("L = (tanh(w1*x1 + w2*x2 + b) - t)**2/2", w1=0.5, w2=-1.5, x1=2, x2=1, b=0.1, t=1),
    "division": Graph("f = x/(y + z**2) - exp(-x)*log(y)", x=1.5, y=2, z=-3),
    "kinks": Graph("f = relu(x)*abs(y) + max(x, y) - min(x, 2)", x=1.5, y=-2),
    "square": Graph("f = square(x - y)*sqrt(z) + cos(x)*softplus(y)", x=1.5, y=-2, z=4),
    "alpha": Graph("alpha*x_1**3 + W_hidden*x_1", alpha=-0.5, x_1=2, W_hidden=1e-7),
}


def test_the_five_questions_in_order() -> None:
    assert GRAPHS["seed"].solution(lr=0.01).render("text") == SOLUTION


def test_one_gradient_reads_as_in_the_book() -> None:
    derivation = GRAPHS["seed"].explain("w")
    (step,) = derivation.steps
    assert equation_text(step) == "df/dw = df/dr * dr/dq * dq/dw = z * 1 * x = 3 * 1 * 2 = 6"
    assert step.value == 6
    assert str(derivation).count("\n") == 4


def test_fan_out_is_a_sum_with_the_local_derivative_told_apart() -> None:
    (step,) = GRAPHS["fan-out"].explain("x").steps
    assert equation_text(step) == ("df/dx = df/dx|direct + df/dp * dp/dx = 1 + 1 * y = 1 + 1 * (-4) = -3")
    assert r"\left.\frac{\partial f}{\partial x}\right|_{\mathrm{direct}}" in equation_latex(step)
    local = {s.key: s.value for s in GRAPHS["fan-out"].solution().sections[2].steps}
    assert local == {"dp/dx": -4, "dp/dy": 3}


def test_a_backward_step_adds_up_what_comes_back_along_each_edge() -> None:
    graph = Graph("q = x*y; r = x + q; f = q*r", x=2, y=-1)
    assert equation_text(forward_step(graph, "r")) == "r = x + q = 2 + (-2) = 0"
    assert equation_text(backward_step(graph, "f")) == "df/df = 1"
    assert equation_text(backward_step(graph, "y")) == "df/dy = df/dq * dq/dy = df/dq * x = -2 * 2 = -4"
    for name in (*graph.inputs, *graph.intermediates):
        assert backward_step(graph, name).value == graph.grad[name]


def test_many_paths_go_over_to_the_adjoint_form() -> None:
    few = Graph("f = " + "*".join(["(x + y)"] * 3), x=1, y=2).explain("x").steps[0]
    assert few.note == ""
    # Each stage doubles the paths: 2 ** 7 in all.
    stages = [f"a{k + 1} = sin(a{k})*cos(a{k})" for k in range(7)]
    many = Graph("a0 = 1*x; " + "; ".join(stages), x=0.5)
    step = many.explain("a0").steps[0]
    assert "More than 64 paths" in step.note
    assert equation_text(step).count("*") == 6  # two products: as derivatives, with local ones put in, and as numbers
    assert step.value == many.grad["a0"]


@pytest.mark.parametrize("name", GRAPHS)
def test_the_last_member_is_the_value(name: str) -> None:
    for step in GRAPHS[name].solution(lr=0.1).steps:
        if step.kind != "formula":
            assert isinstance(step.members[-1], Number)
            assert step.members[-1].value == pytest.approx(step.value)


@pytest.mark.parametrize("name", GRAPHS)
def test_all_numbers_of_a_step_agree(name: str) -> None:
    """Members with numbers put in are calculated by Python itself, and give the result."""
    functions = {
        "sigmoid": lambda a: 1 / (1 + math.exp(-a)),
        "relu": lambda a: max(a, 0.0),
        "softplus": lambda a: math.log1p(math.exp(a)),
        "square": lambda a: a * a,
        "sign": lambda a: math.copysign(1, a),
        "max": max,
        "min": min,
        "abs": abs,
        **{f: getattr(math, f) for f in ("exp", "log", "sin", "cos", "tanh", "sqrt")},
    }
    graph = GRAPHS[name]
    for step in graph.solution(lr=0.1).steps:
        sides = equation_text(step, 15).split(" = ")
        for side in sides[1:]:
            if re.search(r"d\w+/d\w+", side) or step.kind == "formula":
                continue
            python = re.sub(r"\[(.*?) > (.*?)\]", r"float((\1) > (\2))", side)
            value = eval(python, functions, dict(graph.value))
            assert value == pytest.approx(step.value, rel=1e-8), equation_text(step)


@pytest.mark.parametrize("name", GRAPHS)
def test_latex_is_valid_and_says_the_same_numbers_as_json(name: str) -> None:
    derivation = GRAPHS[name].solution(lr=0.1)
    data = json.loads(derivation.render("json"))
    steps = [step for section in data["sections"] for step in section["steps"]]
    assert len(steps) == len(derivation.steps)
    for step in steps:
        ElementTree.fromstring(convert(step["latex"]))
        assert step["latex"].count("{") == step["latex"].count("}")
        assert step["latex"].count(r"\left") == step["latex"].count(r"\right")
        if step["kind"] != "formula":
            number = number_text(step["value"])
            written = step["latex"].split(" = ")[-1]
            written = re.sub(r" \\cdot 10\^\{(-?\d+)\}", r"e\1", written)
            assert written == number
            assert step["text"].endswith(f" = {number}")


@pytest.mark.parametrize("name", GRAPHS)
def test_matplotlib_typesets_what_it_can(name: str) -> None:
    from matplotlib.mathtext import MathTextParser

    parser = MathTextParser("path")
    for step in GRAPHS[name].solution().steps:
        formula = equation_latex(step).replace(r"\right|_{\mathrm{direct}}", r"\right|").replace(r"\top", "T")
        parser.parse(f"${formula}$")


def test_the_latex_document_is_whole() -> None:
    document = GRAPHS["two inputs"].solution().render("latex")
    assert document.startswith(r"\documentclass")
    assert document.rstrip().endswith(r"\end{document}")
    assert document.count(r"\begin{align*}") == document.count(r"\end{align*}") == 5
    assert "&=" in document


def test_html_and_markdown_hold_every_step() -> None:
    derivation = GRAPHS["neuron"].solution()
    page = derivation.render("html")
    assert page.count('<li class="gb-step">') == len(derivation.steps)
    assert page.count("<math") == sum(1 + len(step.members) for step in derivation.steps)
    assert derivation.render("md").count("\n- $") == len(derivation.steps)
    assert derivation._repr_markdown_() == derivation.render("md")


def test_people_get_six_digits_and_data_all() -> None:
    graph = Graph("a = sigmoid(w*x)", w=0.7, x=1 / 3)
    derivation = graph.solution()
    for format in ("text", "md", "latex", "html"):
        assert not re.search(r"\d\.\d{8}", re.sub("<style>.*?</style>|<svg.*?</svg>", "", derivation.render(format)))
    step = json.loads(derivation.render("json"))["sections"][0]["steps"][1]
    assert step["value"] == graph.value["a"]
    assert step["text"].endswith(f"= {graph.value['a']:.10g}")
    assert "1234567.5 " in equation_text(Graph("x*1", x=1234567.5).solution().steps[0])  # done after two more
    assert "12345678" in equation_text(Graph("x*1", x=12345678).solution().steps[0])  # whole numbers keep theirs


def test_a_small_step_can_be_seen() -> None:
    step = Graph("w*x", w=5, x=2).solution(lr=1e-8, wrt=["w"])["w1"]
    assert equation_text(step).endswith("= 4.99999998")


def test_long_chains_break_at_equals_signs() -> None:
    derivation = Graph("L = (tanh(w1*x1 + w2*x2 + b) - t)**2", w1=0.5, w2=-1.5, x1=2, x2=1, b=0.1, t=1).solution()
    lines = derivation.render("text").splitlines()
    assert max(map(len, lines)) <= 100
    (number,) = [n for n, line in enumerate(lines) if line.startswith("  dL/dw1")]
    place = lines[number].index("=")
    assert [line.index("=") for line in lines[number + 1 : number + 4]] == [place] * 3
    markdown = derivation.render("md")
    (line,) = [line for line in markdown.splitlines() if r"\frac{\partial L}{\partial w_{1}} &=" in line]
    assert line.startswith(r"- $$\begin{aligned}")
    assert line.count("&=") == 4


def test_a_worksheet_has_the_function_whatever_its_inputs_are_called() -> None:
    graph = Graph("f*L + y", f=1, L=2, y=3)  # no letter that an output usually has is free
    assert f"  {graph.output} = f * L + y" in graph.solution().worksheet().render("text")


def test_a_worksheet_has_what_is_given_and_the_left_sides_of_the_rest() -> None:
    sheet = GRAPHS["seed"].solution(0.05).worksheet()
    lines = [line.strip() for line in sheet.render("text").splitlines() if " = " in line]
    given, asked = lines[:6], lines[6:]
    assert given[0] == "f = z * (w * x + b)   (intermediate variables: one operation each, in order)"
    assert given[1:] == ["x = 2", "w = 5", "b = -2", "z = 3", "lr = 0.05   (the learning rate)"]
    assert len(asked) == len(GRAPHS["seed"].solution().steps)
    assert all(line.endswith("= __________") for line in asked)
    for format in ("md", "latex", "html"):
        shown = re.sub(r"<style>.*?</style>|[\w-]+=\"[^\"]*\"", "", sheet.render(format), flags=re.DOTALL)
        assert not re.search(r"\b(10|24|15|4\.94)\b", shown)
    assert sheet.render("html").count('class="b"') == 10  # no blank for an input's value, which is given


def test_a_worksheet_does_not_ask_what_it_gives() -> None:
    sheet = Graph("q = w*x; f = (q + b)**2", w=1, x=2.123456789, b=0.5).solution().worksheet()
    sections = {section.title: [step.key for step in section.steps] for section in sheet.sections}
    assert sections["Intermediate variables"] == ["r:formula", "f:formula"]  # q = w*x is one operation, and typed
    assert sections["Forward values"] == ["q", "r", "f"]
    assert "x = 2.123456789" in sheet.render("text")  # what is put in is not rounded
    single = Graph("q = w*x; f = q + b", w=1, x=2, b=0.5).solution().worksheet()
    assert "Intermediate variables" not in [section.title for section in single.sections]


def test_a_worksheet_of_arrays_gives_the_formulas_and_shapes() -> None:
    sheet = Graph("h = x @ W; L = sum(h)", x=[[1.0, 2.0]], W=[[1.0], [2.0]]).solution().worksheet()
    assert [section.title for section in sheet.sections][:2] == ["Given", "Gradients of L"]
    given = [line.strip() for line in sheet.render("text").split("Gradients")[0].splitlines()]
    assert {"h = x @ W   (1 x 1)", "x   (1 x 2)", "W   (2 x 1)"} <= set(given)


def test_a_page_shows_the_picture_and_says_what_it_is() -> None:
    page = GRAPHS["seed"].solution().render("html")
    assert page.count('<svg xmlns="http://www.w3.org/2000/svg" class="gb-graph"') == 1
    assert "with the numbers put in" in page
    arrays = Graph("sum(x @ W)", x=[[1.0, 2.0]], W=[[1.0], [2.0]]).solution()
    assert "with the numbers put in" not in arrays.render("html")
    assert [section.title for section in arrays.sections][:2] == ["Forward values", "Gradients of f"]


def test_a_chain_of_hundreds_of_statements_is_derived_step_by_step() -> None:
    text = "a0 = x*1; " + "; ".join(f"a{n + 1} = a{n}*y" for n in range(150))
    graph = Graph(text, x=1, y=1.001)
    derivation = graph.solution()
    assert "More than 64 paths, or one of more than 60 steps, lead from x to a150" in derivation["da150/dx"].note
    assert derivation["da150/dy"].note == "y feeds 150 nodes: summed over them."
    assert derivation["da150/dy"].value == pytest.approx(graph.grad["y"])
    for format in ("text", "latex", "json"):
        assert derivation.render(format)


def test_what_is_too_large_to_be_read_is_refused() -> None:
    text = "a0 = x*1; " + "; ".join(f"a{n + 1} = a{n}*y" for n in range(500))
    with pytest.raises(GraphError, match="takes 501 operations, and a derivation shows every step of at most 500"):
        Graph(text, x=1, y=1.001).solution()


def test_a_number_has_no_derivation() -> None:
    with pytest.raises(GraphError, match="f is the number 3: there is nothing to derive"):
        Graph("3").solution()


def test_unknown_formats_are_refused() -> None:
    with pytest.raises(GraphError, match="text, md, latex, html, json"):
        GRAPHS["seed"].solution().render("pdf")


def test_steps_are_found_by_key() -> None:
    derivation = GRAPHS["seed"].solution()
    assert derivation["df/dw"].value == 6
    assert derivation["w1"].value == pytest.approx(4.94)
    with pytest.raises(KeyError):
        derivation["dw/df"]


def test_matrix_form_of_a_layer_by_hand() -> None:
    g = Graph(
        "L = cross_entropy(relu(x @ W + b) @ V, y)",
        x=np.eye(3)[:2], W=np.ones((3, 4)), b=np.zeros(4), V=np.ones((4, 2)), y=[0, 1],
    )  # fmt: skip
    text = g.solution().render("text")
    assert "dL/dt = (softmax(t) - y) / N" in text
    assert "dL/dV = s.T @ dL/dt = s.T @ (softmax(t) - y) / N   (4 x 2)" in text
    assert "dL/dy" not in text


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["x*y", "x + q", "sin(y)", "q*q", "x/(y*y + 1)", "exp(-q)", "q - y", "2*q"]), max_size=5),
    st.floats(-2, 2).map(lambda v: round(v, 2)),
    st.floats(-2, 2).map(lambda v: round(v, 2)),
)
def test_explanations_of_random_graphs_end_in_the_gradient(lines: list[str], x: float, y: float) -> None:
    text, last = "q0 = x*y + x", "q0"
    for number, line in enumerate(lines, 1):
        text += f"; q{number} = " + re.sub(r"\bq\b", last, line)
        last = f"q{number}"
    graph = Graph(text, x=x, y=y)
    assert isinstance(graph.solution(), Derivation)
    for name in ("x", "y"):
        step = graph.explain(name).steps[0]
        assert step.value == pytest.approx(graph.grad[name])
        numbers = equation_text(step, 15).split(" = ")[-2] if len(step.members) > 1 else str(step.value)
        if "/d" not in numbers and not re.search("[a-z]", numbers.replace("e-", "")):
            assert eval(numbers) == pytest.approx(step.value, rel=1e-6, abs=1e-9)
