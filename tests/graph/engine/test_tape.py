"""The engine on the assignment's numbers, at its edges, and on very deep graphs."""

import math

import numpy as np
import pytest

from gradbook.graph import Graph, GraphError

SEED = {"x": 2, "w": 5, "b": -2, "z": 3}


@pytest.fixture
def seed() -> Graph:
    return Graph("f = z*(w*x + b)", **SEED)


def test_the_assignments_numbers(seed: Graph) -> None:
    assert [seed.value[name] for name in "qrf"] == [10, 8, 24]
    assert [seed.local[pair] for pair in (("r", "b"), ("r", "q"), ("q", "w"), ("q", "x"))] == [1, 1, 2, 5]
    assert [seed.grad[name] for name in "fzrqbxw"] == [1, 8, 3, 3, 3, 15, 6]
    assert seed.step(lr=0.01, wrt=["w", "b"]) == {"w": pytest.approx(4.94), "b": pytest.approx(-2.03)}
    assert seed.output == "f"
    assert seed.check().passed


E = math.e
TABLE: list[tuple[str, dict[str, float], float, dict[str, float]]] = [
    ("x + y", {"x": 2, "y": 3}, 5, {"x": 1, "y": 1}),
    ("x - y", {"x": 2, "y": 3}, -1, {"x": 1, "y": -1}),
    ("x*y", {"x": 2, "y": 3}, 6, {"x": 3, "y": 2}),
    ("x/y", {"x": 3, "y": 2}, 1.5, {"x": 0.5, "y": -0.75}),
    ("x**y", {"x": 2, "y": 3}, 8, {"x": 12, "y": 8 * math.log(2)}),
    ("x**3", {"x": -2}, -8, {"x": 12}),
    ("-x", {"x": 2}, -2, {"x": -1}),
    ("x*x", {"x": 3}, 9, {"x": 6}),
    ("x - x", {"x": 3}, 0, {"x": 0}),
    ("q = x; q*q", {"x": 3}, 9, {"x": 6}),
    ("2*3 + 0*x", {"x": 1}, 6, {"x": 0}),
    ("exp(x)", {"x": 1}, E, {"x": E}),
    ("log(x)*y", {"x": E, "y": 2}, 2, {"x": 2 / E, "y": 1}),
    ("sqrt(x)", {"x": 4}, 2, {"x": 0.25}),
    ("sigmoid(x)", {"x": 0}, 0.5, {"x": 0.25}),
    ("tanh(x)", {"x": 0}, 0, {"x": 1}),
    ("relu(x)", {"x": -1}, 0, {"x": 0}),
    ("leaky_relu(x, 0.2)", {"x": -1}, -0.2, {"x": 0.2}),
    ("max(x, y)", {"x": 1, "y": 1}, 1, {"x": 0.5, "y": 0.5}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values", "value", "gradients"), TABLE, ids=[row[0] for row in TABLE])
def test_value_and_gradients(text: str, values: dict[str, float], value: float, gradients: dict[str, float]) -> None:
    graph = Graph(text, **values)
    assert graph.value[graph.output] == pytest.approx(value, abs=1e-12)
    assert {name: graph.grad[name] for name in graph.inputs} == pytest.approx(gradients, abs=1e-12)


def test_the_three_ways_to_build_agree(seed: Graph) -> None:
    named = Graph("q = w*x; r = q + b; f = z*r", **SEED)
    built = Graph()
    x, w, b, z = (built.input(name, value) for name, value in SEED.items())
    built.name("f", z * (w * x + b))
    for graph in (named, built):
        assert dict(graph.value) == dict(seed.value)
        assert dict(graph.grad) == dict(seed.grad)


def test_names_in_use_are_skipped() -> None:
    assert Graph("q*r + s", q=1, r=2, s=3).intermediates == ["t", "f"]
    assert Graph("z*(w*x+b)", **SEED).intermediates == ["q", "r", "f"]
    assert Graph("f*f", f=2).output == "L"


def test_fan_out_sums_paths() -> None:
    g = Graph("p = x*y; f = p + x", x=3, y=-4)
    assert g.grad["x"] == -3
    assert g.local["f", "x"] == 1
    assert g.derivative("p", "x") == -4
    assert Graph("x*x*x", x=2).grad["x"] == 12
    assert Graph("x*x", x=5).local["f", "x"] == 10


def test_reflected_operators_and_constants() -> None:
    g = Graph(x=2.0)
    x = g.input("y", 3.0)
    f = 1 - (2 / x) ** 2 + 5 * x - (-x)
    g.name("f", f)
    assert f.value == pytest.approx(1 - 4 / 9 + 15 + 3)
    assert g.grad["y"] == pytest.approx(8 / 27 + 6)
    assert g.grad["x"] == 0


@pytest.mark.parametrize(
    ("text", "values", "words"),
    [
        ("log(x)", {"x": 0}, r"log\(x\) is not defined for x = 0 \(there is no such number\)"),
        ("1/x", {"x": 0}, r"^1 / x is not defined for x = 0 \(division by zero\)"),
        ("sqrt(x)", {"x": -1}, r"sqrt\(x\) is not defined for x = -1"),
        ("exp(x)", {"x": 1000}, r"exp\(x\) is not defined for x = 1000 \(the result is too large\)"),
        ("x**0.5", {"x": -4}, r"x\*\*0.5 is not defined for x = -4"),
        ("x*x", {"x": 1e300}, "too large"),
        ("1/0", {}, r"^1 / 0 is not defined \(division by zero\)"),
        ("log(x - y)", {"x": 1, "y": 2}, r"log\(q\) is not defined for q = x - y = -1"),
        ("softmax(x)", {"x": 3}, r"softmax\(x\) is not defined for x = 3 \(softmax takes arrays\)"),
        ("log_softmax(x)", {"x": 3}, "log_softmax takes arrays"),
        ("x @ y", {"x": 3, "y": 2}, r"x @ y is not defined for x = 3, y = 2 \(matmul takes arrays\)"),
        ("linear(x, x, x)", {"x": 3}, "linear takes arrays"),
        ("sum(x, 3)", {"x": 3}, "sum takes arrays"),
        ("sum(log(x))", {"x": [1.0, 0.0]}, r"log\(x\) is not defined for x = array 2"),
        (
            "x @ y",
            {"x": [[1.0, 2.0]], "y": [[1.0, 2.0]]},
            "x = array 1x2, y = array 1x2 .these shapes do not fit",
        ),
        ("x + y", {"x": 1}, "y has no value"),
        (
            "L = (y - a)**2; a = w*x",
            {"w": 1, "x": 2, "y": 1},
            "a is used before it is calculated. Write a = ... before",
        ),
        ("a = a + x", {"x": 1}, "a is used before it is calculated"),
        ("x", {"x": "two"}, "x must be a number"),
        ("x", {"x": math.nan}, "x must be finite"),
        ("x", {"x": 1, "y": 2}, "y does not occur"),
        ("q = x; q = x", {"x": 1}, "q is calculated twice"),
        ("x = 2*y", {"x": 1, "y": 1}, "x is calculated"),
    ],
)
def test_what_is_not_defined_is_said_with_the_node(text: str, values: dict[str, object], words: str) -> None:
    with pytest.raises(GraphError, match=words):
        Graph(text, **values)


def test_an_infinite_slope_is_said_with_the_node() -> None:
    g = Graph("q = sqrt(x); f = 2*q", x=0)
    with pytest.raises(GraphError, match=r"q = sqrt\(...\) has no finite derivative at x = 0"):
        g.grad["x"]


@pytest.mark.parametrize(
    ("text", "values", "gradient", "words"),
    [
        ("relu(x)", {"x": 0}, 0, "f = relu(x) has a kink at this point: its derivative is taken as 0."),
        ("abs(x)", {"x": 0}, 0, "taken as 0"),
        ("max(x, y)", {"x": 2, "y": 2}, 0.5, "taken as one half for each"),
        ("min(x, 3*y)", {"x": 3, "y": 1}, 0.5, "f = min(x, q) has a kink"),
    ],
)
def test_a_kink_is_said_plainly(text: str, values: dict[str, float], gradient: float, words: str) -> None:
    g = Graph(text, **values)
    assert g.grad["x"] == gradient
    kinks = g.kinks()
    assert len(kinks) == 1
    assert words in kinks[0]
    assert kinks[0] in g.solution().render("text")


def test_no_kink_no_note() -> None:
    assert Graph("relu(x) + abs(y) + max(x, y)", x=1, y=2).kinks() == []


def test_an_array_output_asks_for_a_number() -> None:
    g = Graph("x*y", x=[1.0, 2.0], y=3)
    with pytest.raises(GraphError, match=r"f is an array \(2\).*sum, mean or a loss"):
        g.grad["x"]


def test_unknown_nodes_list_the_known(seed: Graph) -> None:
    with pytest.raises(GraphError, match=r"no node 'k'\. There are x, w, b, z, f, q, r"):
        seed.grad["k"]
    with pytest.raises(GraphError, match="x is no argument of f"):
        seed.local["f", "x"]
    with pytest.raises(GraphError, match="q is calculated, so it cannot be changed"):
        seed.step(wrt=["q"], lr=0.1)


def test_nodes_of_two_graphs_do_not_mix() -> None:
    with pytest.raises(GraphError, match="two graphs"):
        Graph().input("x", 1) + Graph().input("y", 1)


def test_names_are_checked(seed: Graph) -> None:
    with pytest.raises(GraphError, match="the name w is taken"):
        seed.input("w", 1)
    with pytest.raises(GraphError, match="not a name"):
        seed.input("2w", 1)


def test_the_output_can_be_chosen(seed: Graph) -> None:
    seed.output = "r"
    assert seed.grad["w"] == 2
    assert seed.grad["z"] == 0


def test_broadcasting_sums_over_what_was_spread() -> None:
    g = Graph("sum(x * w + b)", x=np.arange(6.0).reshape(2, 3), w=[1.0, 2.0, 3.0], b=1.0)
    assert np.array_equal(g.grad["w"], [3.0, 5.0, 7.0])
    assert g.grad["b"] == 6.0
    assert g.check().passed


def test_a_chain_of_a_million_operations() -> None:
    g = Graph()
    x, w = g.input("x", 1.0), g.input("w", 1.0 - 1e-6)
    for _ in range(500_000):
        x = x * w + 1e-9
    assert len(g) > 1_000_000
    exact = (1.0 - 1e-6) ** 500_000
    assert g.grad["x"] == pytest.approx(exact, rel=1e-6)


def test_a_check_finds_a_wrong_gradient(monkeypatch: pytest.MonkeyPatch) -> None:
    from gradbook.graph.engine import tape as module
    from gradbook.graph.engine.record import CODES

    g = Graph("sin(x)*y", x=0.7, y=2)
    code = CODES["sin"]
    wrong = [*module._VJPS]
    wrong[code] = lambda g, out, a: (g * 0.5,)
    monkeypatch.setattr(module, "_VJPS", tuple(wrong))
    check = g.check()
    assert not check.passed
    assert check.where == "x"
    assert check.worst > 0.3
