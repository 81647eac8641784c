"""What sentences tell: which quantities, the number that each comes to, and what else its words may make of it."""

import pytest
from tests.written.corpus import NEURON

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written import read
from gradbook.written.expression import evaluate

SURE, TENTATIVE, ELSEWHERE = "sure", "tentative", "elsewhere"
TOLD = [
    ("w: 3", [("w", 3, SURE)]),
    ("1.5 * 2 = 3 makes w", [("w", 3, SURE)]),
    ("w collects 3, x collects 1.8", [("w", 3, SURE), ("x", 1.8, SURE)]),
    ("w collects 3, x receives 1.8", [("w", 3, TENTATIVE), ("x", 1.8, TENTATIVE)]),
    ("w and x: 3", [("x", 3, SURE), ("w", 3, SURE)]),
    ("L/w: 3", [("dL/dw", 3, SURE)]),
    ("W: 3", [("w", 3, SURE)]),
    ("w: 3 (1.5 * 2)", [("w", 3, SURE)]),
    ("Grandma reckons w: 3", [("w", 3, ELSEWHERE)]),
    ("w collects 3. Rayez w.", [("w", 3, ELSEWHERE)]),
    ("w: 3 or 4", []),
    ("w: 3 (mine is 4)", []),
    ("w += 3", []),
    ("2 dL/dw = 3", []),
    ("Is w 3?", []),
    ("w: 3... argh, 12", []),
]


@pytest.mark.parametrize(("text", "told"), TOLD, ids=[text for text, _ in TOLD])
def test_a_sentence_tells(text: str, told: list[tuple[str, float, str]]) -> None:
    found = []
    for page in read(text, NEURON).narrated():
        for one in page:
            head, number = one.members[0].node, evaluate(one.members[-1].node, NEURON.here, NEURON.lr)
            name = f"dL/d{head.by}" if isinstance(head, Derivative) else head.name if isinstance(head, Symbol) else ""
            found.append((name, number, ELSEWHERE if one.elsewhere else TENTATIVE if one.tentative else SURE))
    assert found == told
