"""A letter between two pieces of mathematics is "and" where the language says so, though a quantity has its name."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

KEYS = ["u", "y"]
SQUARE = Exercise.from_graph(Graph("u = 4*x - 1; y = u**2; L = y + e", x=1, e=2), KEYS)

# what is written, and the keys that are accepted
ROWS: list[tuple[str, set[str]]] = [
    ("La función es la siguiente. Tenemos $u = 3$ y $y = 9$.", {"u", "y"}),
    ("Si `y = f(u)` y `u = g(x)`, entonces se usa la regla de la cadena. Por lo tanto $u = 3$, $y = 9$", {"u", "y"}),
    ("Abbiamo i valori $u = 3$ e $y = 9$ della funzione.", {"u", "y"}),
    ("Temos os valores $u = 3$ e $y = 9$ da função.", {"u", "y"}),
    ("La función es la siguiente. Tenemos $u = 3$ y $y = 8$.", {"u"}),
    ("La función es la siguiente. Tenemos $u = 3$ y $= 8$.", {"u"}),
    ("La función es la siguiente. No es $u = 3$ y $y = 8$.", set()),
]


@pytest.mark.parametrize(("text", "accepted"), ROWS)
def test_a_letter_between_mathematics_is_and(text: str, accepted: set[str]) -> None:
    found = verdicts(text, SQUARE)
    assert {key for key in KEYS if found[key].status in ACCEPTED} == accepted


def test_a_letter_between_numbers_and_equations_is_and_without_any_words() -> None:
    product = Exercise.from_graph(Graph("s = x*y; t = x + y", x=6, y=3), ["s", "t"])
    found = verdicts("s = 18 y t = 9", product)
    assert {key for key in ("s", "t") if found[key].status in ACCEPTED} == {"s", "t"}
    assert verdicts("s = 18 y t = 8", product)["t"].status not in ACCEPTED
    assert verdicts("La suma es t = 9, y la resistencia sale s = 18.", product)["t"].status in ACCEPTED
