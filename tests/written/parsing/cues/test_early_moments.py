"""Zero gradients that are only not worked out yet, and numbers that were once thought."""

import pytest
from tests.written.corpus import ACCEPTED

from gradbook.graph import Graph
from gradbook.written import Exercise, judge, read

DEAD = Exercise.from_graph(
    Graph("p = a*c; s = p + d; h = relu(s); y = h*g", a=2, c=-3, d=1, g=4), ["dy/da", "dy/dc", "new:a", "new:d"], lr=0.1
)


def _accepted(text: str) -> set[str]:
    return {one.key for one in judge(read(text, DEAD), DEAD) if one.status in ACCEPTED}


@pytest.mark.parametrize("text", [
    "dy/da and dy/dc are both zero.", "dy/da and dy/dc are both zero because the relu is off.",
    "dy/da and dy/dc are both zero, as expected.", "The gradients of a and c are both zero (dead ReLU).",
    "dy/da und dy/dc sind beide null, weil die Einheit tot ist.", "dy/da e dy/dc sono entrambi zero.",
    "dy/da y dy/dc son ambos cero porque la neurona está muerta.", "tudo se anula: dy/da = 0 e dy/dc = 0",
    "the gate is closed, yet dy/da = 0 and dy/dc = 0 cost nothing", "dy/da = 0, dy/dc = 0 (hetzelfde als h, logisch)",
])  # fmt: skip
def test_gradients_that_are_zero(text: str) -> None:
    assert {"dy/da", "dy/dc"} <= _accepted(text)


@pytest.mark.parametrize("text", [
    "dy/da and dy/dc are both zero at the start.", "Before the backward pass dy/da = 0 and dy/dc = 0.",
    "dy/da = 0, dy/dc = 0 until we call backward.", "Initially dy/da and dy/dc are both zero.",
    "dy/da and dy/dc are both zero by default.", "dy/da and dy/dc are both zero so far.",
    "dy/da = 0 and dy/dc = 0 after zero_grad.", "dy/da y dy/dc son ambos cero al principio.",
    "dy/da und dy/dc sind beide null, dachte ich zuerst.", "dy/da and dy/dc are both zero, I thought at first.",
    "dy/da and dy/dc are nearly both 0.", "dy/da, dy/dc: almost all zero", "dy/da and dy/dc are both zero?",
    "dy/da y dy/dc no son cero ambos.", "dy/da and dy/dc are both zero (Ben).", "dy/da and dy/dc are both zero (no).",
    "The local gradients of a and c are both zero.", "The second derivatives by a and c are both zero.",
    "dy/da and dy/dc are both zero in the next exercise.", "dy/da and dy/dc are both zero plus 4.",
])  # fmt: skip
def test_gradients_that_are_not_said_to_be_zero(text: str) -> None:
    assert not _accepted(text) & {"dy/da", "dy/dc"}


@pytest.mark.parametrize("text", [
    "a and d do not change (2 and 1).", "a and d do not change (2 and 1), since their gradient is 0.",
    "a and d stay as before",
])  # fmt: skip
def test_inputs_that_stay(text: str) -> None:
    assert {"new:a", "new:d"} <= _accepted(text)


@pytest.mark.parametrize("text", [
    "a and d do not change (2 and 1) in the forward pass.", "a and d do not change (2 and 1), I thought, but they do.",
    "a and d stay (2 and 1) so far.", "a und d ändern sich nicht (2 und 1) im Vorwärtslauf.",
    "a et d ne changent pas (2 et 1) pendant la passe avant.",
    "a stays 2 before the update. d stays 1 before the update.",
])  # fmt: skip
def test_inputs_that_stay_at_another_time(text: str) -> None:
    assert not _accepted(text) & {"new:a", "new:d"}


def test_a_value_below_new_values_is_not_missing() -> None:
    line = Exercise.from_graph(
        Graph("y = k*x + n; e = y - t; E = e**2", k=0.5, x=4, n=-1, t=2), ["y", "new:k"], lr=0.05
    )
    text = "new values: k = 0.9, n = -0.9\nbecause dE/dk = -8 and y = 1"
    assert {one.key: one.status.name for one in judge(read(text, line), line)}["y"] == "UNREAD"
