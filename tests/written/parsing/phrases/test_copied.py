"""Mathematics copied from a page: bars of fractions, hats and low letters that plain text has lost."""

import pytest
from tests.written.corpus import EXERCISES

from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.reading import reading_of

COPIED: list[tuple[str, str, list[str]]] = [
    ("seed", "∂f∂w=∂f∂q×∂q∂w=3×2=6", ["df/dw = df/dq * dq/dw = 3 * 2 = 6"]),
    ("seed", "∂f∂w = 6 and ∂f∂b = 3", ["df/dw = 6", "df/db = 3"]),
    ("seed", "∂f/∂w = ∂f/∂q ∂q/∂w = 3 * 2", ["df/dw = df/dq * dq/dw = 3 * 2"]),
    ("seed", "∂f/∂w = ∂f/∂q∂q/∂w = 3 * 2", ["df/dw = df/dq * dq/dw = 3 * 2"]),
    ("seed", "∂f∂q∂w = 6", []),
    ("seed", "∂w∂f=∂q∂f×∂w∂q=3×2=6", ["df/dw = df/dq * dq/dw = 3 * 2 = 6"]),
    ("seed", "∂w∂f=6, ∂f∂b=3", ["df/db = 3"]),
    ("seed", "wnew=5−0.01×6=4.94", ["w_new = 5 - 0.01 * 6 = 4.94"]),
    ("seed", "wneu = 4.94, bnovo = -2.03", ["w_new = 4.94", "b_new = -2.03"]),
    ("hat", "∂L∂w=∂L∂y^×∂y^∂w", ["dL/dw = dL/dy_hat * dy_hat/dw"]),
    ("hat", "y^=σ(z)=0.73", ["y_hat = sigmoid(z) = 0.73"]),
    ("hat", "L = (y^2 - 1)", ["L = y**2 - 1"]),
]


@pytest.mark.parametrize(("name", "text", "statements"), COPIED)
def test_what_copying_has_lost_is_put_back(name: str, text: str, statements: list[str]) -> None:
    assert [read_back(statement, text) for statement in reading_of(text, EXERCISES[name].lexicon)] == statements
