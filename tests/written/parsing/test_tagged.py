"""Names with a tag in brackets: z(in) for z_in."""

import pytest

from gradbook.graph import Graph
from gradbook.written import Exercise
from gradbook.written.judging.readback import read_back
from gradbook.written.reading import reading_of

LEXICON = Exercise.from_graph(
    Graph("h1_in = x*w + b; h1 = sigmoid(h1_in); y_in = v*h1; y = sigmoid(y_in)", x=1, w=0.5, b=0, v=2), ["y"]
).lexicon

TAGGED: list[tuple[str, list[str]]] = [
    ("h1(in) = x*w + b = 0.5", ["h1_in = x * w + b = 0.5"]),
    ("h₁(in) = 0.5, y(in) = 1.2", ["h1_in = 0.5", "y_in = 1.2"]),
    ("y(out) = 0.8", []),
    ("y (in the last layer) = 0.8", ["y = 0.8"]),
    ("y(x) = 0.8", ["y = 0.8"]),
]


@pytest.mark.parametrize(("text", "statements"), TAGGED)
def test_a_name_with_a_tag_is_the_name_that_both_are(text: str, statements: list[str]) -> None:
    assert [read_back(statement, text) for statement in reading_of(text, LEXICON)] == statements
