"""Tables whose rows name their quantities in words only: read, wrong numbers not accepted, and nobody blamed."""

import re

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

KEYS = ["z", "a", "L", "dL/da", "da/dz", "dL/dz", "dL/dw", "dL/db", "w1", "b1"]
NEURON = Exercise.from_graph(
    Graph("z = w*x + b; a = sigmoid(z); L = (a - y)**2", w=0.5, x=2, b=-0.2, y=1), KEYS, lr=0.1
)
TABLES = [
    (
        "| step | formula | result |\n|---|---|---|\n| pre-activation | w·x + b | 0.8 |\n"
        "| activation | 1/(1+e^(-z)) | 0.690 |\n| loss | (a-y)² | 0.0961 |",
        "z a L",
    ),
    (
        "| quantity | value |\n|---|---|\n| Weighted sum | 0.8 |\n| Output | 0.690 |\n| Loss | 0.0961 |\n"
        "| Gradient w.r.t. weight | -0.2653 |\n| Bias gradient | -0.1326 |\n| New weight | 0.5265 |",
        "z a L dL/dw dL/db w1",
    ),
    (
        "| Parameter | Gradient | Updated value |\n|---|---|---|\n| weight | -0.2653 | 0.5265 |\n"
        "| bias | -0.1326 | -0.1867 |",
        "dL/dw dL/db w1 b1",
    ),
    (
        "| Étape | Valeur |\n|---|---|\n| Somme pondérée | 0,8 |\n| Sortie du neurone | 0,69 |\n| Perte | 0,0961 |\n"
        "| Gradient par rapport au poids | -0,2653 |\n| Dérivée de la sigmoïde | 0,2139 |",
        "z a L dL/dw da/dz",
    ),
    (
        "| Schritt | Ergebnis |\n|---|---|\n| Gewichtete Summe | 0,8 |\n| Aktivierung | 0,69 |\n| Verlust | 0,0961 |\n"
        "| Gradient des Gewichts | -0,2653 |",
        "z a L dL/dw",
    ),
    ("| | value |\n|---|---|\n| prediction | 0.69 |\n| target | 1 |\n| loss | 0.0961 |", "a L"),
    (
        "```\nstep      w      a = σ(z)     L = (a-y)²     ∂L/∂w      new w\n"
        "   1    0.5000     0.6900      0.0961    -0.2653    0.5265\n"
        "   2    0.5265     0.70     0.09    -0.25    0.55\n```",
        "a L dL/dw w1",
    ),
]


@pytest.mark.parametrize(("table", "keys"), TABLES)
def test_rows_in_words_are_read_and_wrong_numbers_blame_nobody(table: str, keys: str) -> None:
    found = verdicts(table, NEURON)
    assert {key for key in keys.split() if found[key].status not in ACCEPTED} == set()
    wrong = re.sub(r"0([.,])(\d{2,})", r"0\g<1>7\2", table).replace("0.8 |", "0.9 |").replace("0,8 |", "0,9 |")
    found = verdicts(wrong, NEURON)
    assert {key for key in keys.split() if found[key].status in ACCEPTED} == set()
    named = {"z", "a", "L", "da/dz"} & set(keys.split()) if "formula" not in table and "```" not in table else set()
    assert {key for key in named if found[key].status is Status.WRONG} == set()


@pytest.mark.parametrize(
    "table",
    [
        "| quantity | Ben | me |\n|---|---|---|\n| Output | 0.69 | 0.8 |",
        "| quantity | wrong value |\n|---|---|\n| Output | 0.69 |\n| Loss | 0.3 |",
        "| quantity | value |\n|---|---|\n| Target output | 0.69 |\n| Loss | 0.3 |",
        "| quantity | value |\n|---|---|\n| Ben's output | 0.69 |\n| Loss | 0.3 |",
        "| quantity | value |\n|---|---|\n| Output (wrong) | 0.69 |\n| Loss | 0.3 |",
    ],
)
def test_rows_that_say_another_thing_in_words_are_not_read(table: str) -> None:
    assert verdicts(table, NEURON)["a"].status not in ACCEPTED


def test_the_size_of_an_update_is_no_new_value() -> None:
    said = "w_new = 0.5265\n\n| Weight | Gradient | {} |\n|---|---|---|\n| $w$ | -0.2653 | 0.0265 |"
    for title in ("Update Size", "Update amount", "Size of update", "Step"):
        assert verdicts(said.format(title), NEURON)["w1"].status in ACCEPTED


def test_the_input_of_a_weight_is_no_value_of_it() -> None:
    table = "| parameter | input | gradient | new value |\n|---|---|---|---|\n| $w$ | 2 | -0.2653 | 0.5265 |\n"
    found = verdicts(f"{table}| $b$ | 1 | -0.1326 | -0.1867 |", NEURON)
    assert {key for key in ("dL/dw", "dL/db", "w1", "b1") if found[key].status not in ACCEPTED} == set()
