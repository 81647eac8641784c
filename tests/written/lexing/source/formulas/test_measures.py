"""Units and types behind numbers, which say nothing of what a quantity is."""

import pytest

from gradbook.graph import Graph
from gradbook.written import Exercise
from gradbook.written.lexing.source.formulas.measures import without_units


def exercise(statements: str) -> Exercise:
    graph = Graph(statements, w=2.0, x=3.0)
    return Exercise.from_graph(graph, [*graph.intermediates])


@pytest.mark.parametrize(
    ("statements", "source", "found"),
    [
        ("o = w*x", "o = -1.2f * 1.5f = -1.8f;", "o = -1.2  * 1.5  = -1.8 ;"),
        ("o = w*x", "o = .5F", "o = .5 "),
        ("f = w*x", "o = 2.0f", "o = 2.0f"),  # a name
        ("o = w*x", "f = 3, o = 2.0f", "f = 3, o = 2.0f"),  # the answer's own
        ("o = w*x", "print('o = %.1f' % 2.0f)", "print('o = %.1f' % 2.0f)"),
        ("o = w*x", "print(f'{o:.2f}')", "print(f'{o:.2f}')"),
        ("o = w*x", "o = 2f, 2.0f(x)", "o = 2f, 2.0f(x)"),
    ],
)
def test_the_type_of_a_number_is_blank(statements: str, source: str, found: str) -> None:
    assert without_units(source, exercise(statements).lexicon) == found
