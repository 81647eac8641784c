"""Variants: the same for the same seed, of one family, with the usual mistakes told apart."""

from functools import cache

import pytest

from gradbook.graph import Graph
from gradbook.graph.expression import Apply, Expr, Symbol
from gradbook.graph.parser import parse
from gradbook.written import Exercise, Status, judge, read, variant
from gradbook.written.errors import ExerciseError
from gradbook.written.judging.outcomes.mistakes.misconceptions import guesses
from gradbook.written.neighbours.families import losses

SEED = Graph("q = w*x; r = q + b; f = z*r", w=5, x=2, b=-2, z=3)
ONE = Graph("z*(w*x + b)", w=5, x=2, b=-2, z=3)
NEURON = Graph("a = sigmoid(w*x + b); L = (a - y)**2", w=0.5, x=1.5, b=-0.2, y=0.8)
NET = Graph("h = tanh(w*x + b); o = v*h + c; d = o - y; L = d**2/2", w=0.5, x=1.5, b=-0.2, y=0.8, v=2, c=0.3)
WAVE = Graph("f = sin(x)*y + x**3", x=1.5, y=0.3)
MODELS = {"seed": SEED, "one": ONE, "neuron": NEURON, "net": NET, "wave": WAVE}
FEWEST = {"seed": 25, "one": 25, "neuron": 20, "net": 35, "wave": 20}  # functions in 45 seeds


def exercise(graph: Graph, *ask: str) -> Exercise:
    return Exercise.from_graph(graph, ask or [graph.output])


@cache
def kept_names(name: str, seed: int) -> Graph:
    """A variant of a model with the model's names."""
    return variant(exercise(MODELS[name]), seed, names=False).graph


def shape(expr: Expr) -> object:
    """An expression's operations and what they are of, whatever the order and the operation."""
    if isinstance(expr, Apply):
        return frozenset(map(shape, expr.args)) if expr.op != "pow" else frozenset([shape(expr.args[0])])
    return expr


@pytest.mark.parametrize("name", MODELS)
def test_forty_five_seeds_give_many_functions_of_one_family(name: str) -> None:
    model = MODELS[name]
    made = [kept_names(name, seed) for seed in range(45)]
    assert len({graph.text for graph in made}) >= FEWEST[name]
    for graph in made:
        assert [name for name, _ in graph.statements] == [name for name, _ in model.statements]
        assert graph.inputs == model.inputs
        assert graph.intermediates == model.intermediates
        assert [shape(expr) for _, expr in graph.statements] == [shape(expr) for _, expr in model.statements]


def count(graph: Graph, *ops: str) -> int:
    return sum(op is not None and op.name in ops for op in map(graph.op_of, range(len(graph))))


@pytest.mark.parametrize("name", MODELS)
def test_a_variant_has_as_many_sums_and_products(name: str) -> None:
    for seed in range(30):
        made = variant(exercise(MODELS[name]), seed).graph
        assert count(made, "add", "sub") == count(MODELS[name], "add", "sub")
        assert count(made, "mul", "div") == count(MODELS[name], "mul", "div")


@pytest.mark.parametrize("name", ["neuron", "net"])
def test_a_loss_stays_a_loss(name: str) -> None:
    (model,) = [part for loss in losses(MODELS[name].statements) for part in loss if part.op == "sub"]
    for seed in range(30):
        statements = kept_names(name, seed).statements
        ((square, difference),) = losses(statements)
        assert difference == model
        assert square.op == "pow"


def test_numbers_only_keeps_the_function() -> None:
    for seed in range(20):
        made = variant(exercise(NET), seed, names=False, functions=False).graph
        assert made.statements == NET.statements
        assert made.value["w"] != NET.value["w"]


def test_the_same_seed_gives_the_same_variant_whatever_is_asked() -> None:
    for seed in range(5):
        first, second = variant(exercise(SEED, "q"), seed), variant(exercise(SEED, "df/dw", "b1"), seed)
        assert (first.graph.text, dict(first.graph.value)) == (second.graph.text, dict(second.graph.value))
        assert [key.kind for key in second.keys] == ["total", "new"]


def test_names_are_drawn_for_a_function_without_a_name_too() -> None:
    for seed in range(20):
        made = variant(exercise(ONE, "f", "df/dw"), seed)
        assert made.graph.output == made.keys[0].of
        assert made.keys[1].of == made.graph.output


def test_misconceptions_are_told_apart() -> None:
    for seed in range(25):
        made = variant(exercise(NET, "dL/dw", "w1", "h"), seed)
        for key in made.keys:
            seen = [(made.truth(key, world)) for world in made.everywhere]
            for _, guess in guesses(made, key):
                try:
                    here = guess(made.here)
                    others = [guess(world) for world in made.everywhere]
                except (ArithmeticError, ValueError):
                    continue
                same = abs(here - seen[0]) <= 0.02 * max(abs(here), abs(seen[0]), 1e-3)
                assert not same or others == pytest.approx(seen, rel=0.05, abs=1e-3)


@pytest.mark.parametrize("name", MODELS)
def test_the_solution_of_a_variant_is_judged_right(name: str) -> None:
    graph = MODELS[name]
    asked = [*graph.intermediates, f"d{graph.output}/dx", "x1"]
    named = [key for key in asked if key not in exercise(graph).unnamed]
    for seed in range(12):
        made = variant(exercise(graph, *named), seed)
        verdicts = judge(read(made.solution("md"), made), made)
        assert {verdict.key: verdict.status for verdict in verdicts} == dict.fromkeys(
            (key.text for key in made.keys), Status.RIGHT
        ), made.graph.text


@pytest.mark.parametrize(("activation", "low", "high"), [("sigmoid", 0, 1), ("tanh", -1, 1), ("relu", 0, 4)])
def test_a_target_is_something_that_its_function_can_give(activation: str, low: float, high: float) -> None:
    graph = Graph(f"a = {activation}(w*x + b); d = y - a; L = d**2", w=0.5, x=1.5, b=-0.2, y=0.8)
    targets = [variant(exercise(graph), seed, functions=False, names=False).here.value["y"] for seed in range(40)]
    assert all(low <= target <= high for target in targets)
    assert len(set(targets)) > 6


def test_ranges_hold_for_numbers_in_the_models_names() -> None:
    ranges = {"w": (2.0, 9.0), "x": (-0.5, 0.5), "b": (10.0, 10.001)}
    for seed in range(20):
        made = variant(exercise(SEED), seed, functions=False, ranges=ranges)
        values = dict(zip("wxbz", (made.graph.value[name] for name in made.graph.inputs), strict=True))
        assert all(low <= values[name] <= high for name, (low, high) in ranges.items())
        assert values["w"] == int(values["w"])  # the model's is a whole number, and so are these


def test_ranges_that_leave_no_choice_are_said() -> None:
    with pytest.raises(ExerciseError, match="wider ranges"):
        variant(exercise(Graph("f = w*x", w=1, x=2)), 0, functions=False, ranges={"w": (1e-4, 2e-4)})


def test_written_out_functions_and_numbers_stay() -> None:
    graph = Graph("a = 1/(1 + exp(-x)); f = 2*a*w", x=1, w=3)
    for seed in range(10):
        first, second = variant(exercise(graph), seed, names=False).graph.statements
        assert first == parse("a = 1/(1 + exp(-x))")[0]
        assert isinstance(second[1], Apply)
        assert Symbol("w") in second[1].args
