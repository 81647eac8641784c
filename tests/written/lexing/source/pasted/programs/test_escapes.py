r"""Answers inside strings of a program or of data: \\frac for \frac, and four backslashes for the end of a row."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise
from gradbook.written.lexing.source.pasted.programs.escapes import unescaped

KEYS = ["h", "L", "dL/dw1", "dL/dw2", "new:w1", "new:w2"]
LINE = Exercise.from_graph(Graph("h = w1*2 + w2*3; L = (y - h)**2/2", w1=1, w2=0.5, y=1), KEYS, lr=0.01)  # 3.5, 3.125
STEP = r"$$W_{new} = W - \\eta \\nabla_W L = [1, 0.5]^T - 0.01 \\times [5, 7.5]^T = [0.95, 0.425]^T$$"
ROWS = [
    (r"$$h = 1 \\times 2 + 0.5 \\times 3 = \\mathbf{3.5}$$ $$L = \\frac{1}{2}(1 - 3.5)^2 = 3.125$$", {"h", "L"}),
    (r"$$h = 1 \\times 2 + 0.5 \\times 3 = \\mathbf{3.6}$$ $$L = \\frac{1}{2}(1 - 3.5)^2 = 3.125$$", {"L"}),
    (rf"$$\\frac{{\\partial L}}{{\\partial w_1}} = 5$$ {STEP}", {"dL/dw1", "dL/dw2", "new:w1", "new:w2"}),
    (r"\begin{aligned} h &= 1 \times 2 + 0.5 \times 3 \\ &= 3.5 \\ L &= \frac{1}{2}(1 - 3.5)^2 \end{aligned}",
     {"h", "L"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "accepted"), ROWS)
def test_commands_in_strings_are_read(text: str, accepted: set[str]) -> None:
    found = verdicts(text, LINE)
    assert {key for key in KEYS if found[key].status in ACCEPTED} == accepted


@pytest.mark.parametrize("text", [ROWS[0][0], STEP, r"\\times \\eta \\frac{1}{2} \\\\ \\cdot", r"a \\ b \\ c"])
def test_places_stay_as_they_are(text: str) -> None:
    assert len(unescaped(text)) == len(text)


def test_ends_of_rows_are_no_escapes() -> None:
    rows = r"a &= 1 \\ b &= 2 \\ c &= 3 \\[4pt] d &= \frac{1}{2}"
    assert unescaped(rows) == rows
