"""Arrays that an answer names for itself, or calculates without a name, and vectors as rows."""

import pytest

from gradbook.graph import Graph
from gradbook.written import Exercise
from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.lexicon import Lexicon
from gradbook.written.reading import reading_of


def _lexicon(statements: str, **inputs: float) -> Lexicon:
    return Exercise.from_graph(Graph(statements, **inputs), []).lexicon


DENSE = _lexicon(
    "z1 = w11*x1 + w12*x2 + b1; z2 = w21*x1 + w22*x2 + b2; e1 = z1 - t1; e2 = z2 - t2; E = e1**2 + e2**2",
    x1=1, x2=2, w11=0.5, w12=-1, w21=0.25, w22=2, b1=1, b2=0, t1=0, t2=3,
)  # fmt: skip
WIDE = _lexicon(
    "s1 = x1*v11 + x2*v21; s2 = x1*v12 + x2*v22; s3 = x1*v13 + x2*v23; E = s1*s2*s3",
    x1=1, x2=2, v11=0.5, v12=-1, v13=3, v21=0.25, v22=2, v23=1,
)  # fmt: skip
Z = r"$z = W x + b$"
PUT_IN = r"$$\begin{pmatrix} 0.5 & -1 \\ 0.25 & 2 \end{pmatrix} \begin{pmatrix} 1 \\ 2 \end{pmatrix} + \begin{pmatrix} 1 \\ 0 \end{pmatrix} = \begin{pmatrix} -0.5 \\ 4.25 \end{pmatrix}$$"  # noqa: E501

READ = [
    (DENSE, "$g = 2 (z - t) = [-1, 2.5]$", ["2 * (z1 - t1) = 2 * (z1 - t1) = -1",
                                           "2 * (z2 - t2) = 2 * (z2 - t2) = 2.5"]),
    (DENSE, "$g = 2 (z - t)$\n\n$g = [-1, 2.5]$", ["2 * (z1 - t1) = 2 * (z1 - t1)", "2 * (z2 - t2) = 2 * (z2 - t2)",
                                               "2 * (z1 - t1) = -1", "2 * (z2 - t2) = 2.5"]),
    (DENSE, "$g = 2 (z - t)$, then $g = z$", []),
    (WIDE, r"$s = x V = [1, 3, 5]$", ["s1 = x1 * v11 + x2 * v21 = 1", "s2 = x1 * v12 + x2 * v22 = 3",
                                      "s3 = x1 * v13 + x2 * v23 = 5"]),
    (DENSE, f"{Z}\n\n{PUT_IN}", ["z1 = w11 * x1 + w12 * x2 + b1 = 0.5 * 1 + (-1 * 2) + 1 = -0.5",
                                 "z2 = w21 * x1 + w22 * x2 + b2 = 0.25 * 1 + 2 * 2 + 0 = 4.25"]),
]  # fmt: skip


@pytest.mark.parametrize(("lexicon", "text", "expected"), READ)
def test_arrays_of_an_answers_own_are_read_entry_by_entry(lexicon: Lexicon, text: str, expected: list[str]) -> None:
    found = [read_back(statement, text) for statement in reading_of(text, lexicon)]
    assert found == expected
