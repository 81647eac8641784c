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


BILL = Exercise.from_graph(Graph("cost = price*qty; total = 2*cost", price=2.5, qty=4), ["cost", "total"])


@pytest.mark.parametrize(("source", "found"), [
    ("cost = 2.50 EUR x 4 pcs = 10 EUR", "cost = 2.50     x 4     = 10    "),
    ("cost = 2.50 € x 4 Stück = 10 €", "cost = 2.50   x 4       = 10  "),
    ("1.2 x 4 pcs = 4.8 EUR per EUR\n3 EUR per piece", "1.2 x 4     = 4.8            \n3              "),
    ("10 CHF per unit of rate, 4 szt. = 2 zł", "10,                      4      = 2   "),
    ("price 2.5 - 0.48 = 2.02 EUR\nqty 3.7 pcs", "price 2.5 - 0.48 = 2.02    \nqty 3.7    "),
    ("2 EUR more tax, 3 pcs fewer", "2 EUR more tax, 3 pcs fewer"),  # another number than they say
    ("2 EUR/2 = 1, 3 pcs(2)", "2 EUR/2 = 1, 3 pcs(2)"),
    ("2 qty = 8, 3 qty = 12", "2 qty = 8, 3 qty = 12"),
])  # fmt: skip
def test_money_and_pieces_are_blank(source: str, found: str) -> None:
    assert without_units(source, BILL.lexicon) == found
