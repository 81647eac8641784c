"""Gradients that are added up part by part: what the parts come to is judged, and each alone is no answer."""

import pytest

from gradbook.graph import Graph
from gradbook.written import Exercise, judge, read

GRAPH = Graph("q = w*x; p = q*w; f = p + q", w=2, x=3)  # df/dq = 3, df/dw = 15
EXERCISE = Exercise.from_graph(GRAPH, ["df/dq", "df/dw"], lr=0.1)


@pytest.mark.parametrize(
    ("answer", "key", "status"),
    [
        ("dq = 1\ndq += 2", "df/dq", "right value, step unread"),
        ("dq += 1\ndq += w = 2", "df/dq", "right value, step unread"),
        ("dw = dq*x = 9\ndw += q = 6", "df/dw", "right value, step unread"),
        ("$$dq \\mathrel{+}= 1$$\n\n$$dq \\mathrel{+}= 2$$", "df/dq", "right value, step unread"),
        ("dq += 1\ndq += 2\n\nSo dq = 3", "df/dq", "right"),
        ("dq = 1\ndq += 4", "df/dq", "unread"),
        ("dq += 1", "df/dq", "unread"),  # what else may be added
        ("dq = 1\nnot dq += 2", "df/dq", "unread"),
        ("dq += 1\ndq += 2\n\nSo dq = 4", "df/dq", "wrong"),
        ("dq += 1\ndq = 4\ndq += 2", "df/dq", "unread"),
    ],
)
def test_the_parts_of_a_gradient(answer: str, key: str, status: str) -> None:
    assert str({v.key: v for v in judge(read(answer, EXERCISE), EXERCISE)}[key].status) == status
