"""Records: what lines say in brackets behind the names of nodes, as programs print a graph."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.written import Status

SEED = EXERCISES["seed"]
KEYS = ("q", "r", "df/dq", "df/dr")
DUMPS = [
    "```\nq [data: 10  grad:  3] --> (+) --> r [data: 8 grad: 3] --> f [data: 24 grad: 1]\nb [data: -2] -->\n```",
    "```\nq (data=10, grad=3)\nr (data=8, grad=3)\n```",
    "q (value: 10.0, gradient: 3.0)\nr (value: 8.0, gradient: 3.0)",
    "- q [data 10 | grad 3]\n- r [data 8 | grad 3]",
    "q [data 10 | grad 3], r [data 8 | grad 3]",
    "```\nValue(label=q, data=10.0, grad=3.0)\nValue(label='r', data=8.0, grad=3.0)\n```",
    "```\nNode(name='q', value=10.0, grad=3.0)\nNode(name='r', value=8.0, grad=3.0)\n```",
    "```\n{'name': 'q', 'data': 10, 'grad': 3}\n{'name': 'r', 'data': 8, 'grad': 3}\n```",
    "q [值: 10, 梯度: 3]\nr [值: 8, 梯度: 3]",
    "q (Wert: 10, Ableitung: 3) → r (Wert: 8, Ableitung: 3)",
    'q = w * x\n"""\nthe graph after backward:\n\nq [data: 10  grad: 3] --> (+) -->\nr [data: 8  grad: 3] -->\n"""',
]


@pytest.mark.parametrize("answer", DUMPS)
def test_records_say_what_nodes_hold(answer: str) -> None:
    found = verdicts(answer, SEED)
    assert all(found[key].status in ACCEPTED for key in KEYS)


@pytest.mark.parametrize("answer", DUMPS)
@pytest.mark.parametrize(("old", "new", "keys"), [("10", "11", ("q",)), ("3", "4", ("df/dq", "df/dr"))])
def test_a_wrong_record_is_not_accepted(answer: str, old: str, new: str, keys: tuple[str, ...]) -> None:
    found = verdicts(answer.replace(old, new), SEED)
    assert all(found[key].status not in ACCEPTED for key in keys)


@pytest.mark.parametrize(
    "answer",
    [
        "q [data: 3  grad: 10]\nr [data: 3  grad: 8]",
        "q [old grad: 3]\nr [old grad: 3]",
        "p [data: 10  grad: 3]\ns [data: 8  grad: 3]",
        "f(x=10, y=3)\nf(x=8, y=3)",
        "w [data: 10  grad: 3]\nx [data: 8  grad: 3]",
    ],
)
def test_no_record_gives_a_node_what_is_another_s(answer: str) -> None:
    found = verdicts(answer, SEED)
    assert all(found[key].status not in ACCEPTED for key in KEYS)


def test_words_beside_records_are_read_as_words() -> None:
    found = verdicts("q (data=10, grad=3) is wrong\nr (data=8, grad=3) is wrong", SEED)
    assert all(found[key].status not in ACCEPTED and found[key].status is not Status.WRONG for key in KEYS)
