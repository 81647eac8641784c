"""Scattered numbers: what counts in an answer that is right all over, and alone would not."""

import pytest
from tests.written.corpus import ACCEPTED, NEURON

from gradbook.written import judge, read

RIGHT = "s = 2.75, h = 2.75, L = 0.5625\n\ndL/dh = 1.5\ndL/ds = 1.5\ndL/db = 1.5\n\n"
ALONE = [
    ("in a note", "dL/dw", "Zorblax gradient: w 3"),
    ("under a title that nobody knows", "dL/dx", "Zorblax:\n\nThe gradient: x 1.8"),
    ("in a row of a value and a gradient", "dL/dx", "Zorblax frobs quux\n\nx | 2 | 1.8"),
    ("beside a word that nobody knows", "dL/dw", "with the usual zorblax this is dL/dw = 3"),
    ("behind a condition of something else", "dL/dx", "If I am not mistaken, the rest is easy.\n\nx: gradient 1.8"),
]
AGAINST = [
    ("denied", "dL/dw", "dL/dw is not 3"),
    ("in one word", "dL/dw", "dL/dw = 3 withdrawn"),
    ("a value for a gradient", "dL/dx", "grads: x 2"),
    ("two numbers beside one name", "dL/dw", "zorblax w (gradient): 3, 4"),
    ("a part of it", "dL/dw", "gradient w: local 3"),
    ("of what is done with it", "dL/dw", "gradient: w += 3"),
    ("twice it", "dL/dw", "2 dL/dw = 3"),
    ("withdrawn", "dL/dw", "dL/dw = 3\n\nI take dL/dw back."),
    ("somebody's", "dL/dw", "Tom says: gradient w 3"),
    ("two numbers", "dL/dw", "zorblax dL/dw = 3\n\nzorblax dL/dw = 4"),
    ("two numbers, the right one behind", "dL/dw", "zorblax dL/dw = 4\n\nzorblax dL/dw = 3"),
    ("halved", "dL/dw", "half of the gradient\nw = 3"),
    ("of another exercise", "dL/dw", "Exercise 2\nw = 3"),
    ("at another point", "dL/dw", "With x = 3: zorblax dL/dw = 3"),
    ("of another quantity", "dL/dx", "Zorblax gradient: w 1.8"),
    ("a correction that alters them", "dL/dw", "zorblax dL/dw = 3\n\nCorrection: dL/dh = 4, the others double."),
    ("asked, in a table", "dL/dw", "The gate hands 3 to w.\n\n| dL/dw | 3 or 0? -- two people disagree |"),
    ("in the next round", "dL/dw", "Epoch 0: w = 1.3, b = 0.4\nEpoch 1: s = 3, L = 0.25, dL/dw = 3"),
]


def _accepted(answer: str) -> set[str]:
    return {verdict.key for verdict in judge(read(answer, NEURON), NEURON) if verdict.status in ACCEPTED}


@pytest.mark.parametrize(("key", "line"), [row[1:] for row in ALONE], ids=[row[0] for row in ALONE])
def test_a_number_counts_where_all_others_are_right(key: str, line: str) -> None:
    assert key in _accepted(RIGHT + line)


@pytest.mark.parametrize(("key", "line"), [row[1:] for row in ALONE[:-1]], ids=[row[0] for row in ALONE[:-1]])
def test_it_counts_for_nothing_alone(key: str, line: str) -> None:
    assert key not in _accepted(line)


@pytest.mark.parametrize(("key", "line"), [row[1:] for row in AGAINST], ids=[row[0] for row in AGAINST])
def test_what_speaks_against_it_is_heard(key: str, line: str) -> None:
    assert key not in _accepted(RIGHT + line)


@pytest.mark.parametrize(
    "others",
    [
        "s = 2.75, h = 2.75, L = 0.6\n\ndL/dh = 1.4\ndL/ds = 1.4\ndL/db = 1.5\n\n",
        "s = 2.75, h = 2.75\n\n",
        "Some numbers: s 2.6, h 2.9, L 0.6, b 1.4, t 7\n\ns = 2.75, h = 2.75, L = 0.5625\n\n",
    ],
    ids=["much is wrong", "little is said", "other numbers beside the names"],
)
def test_it_does_not_where_others_are_wrong_or_few(others: str) -> None:
    assert "dL/dw" not in _accepted(others + "Zorblax gradient: w 3")
