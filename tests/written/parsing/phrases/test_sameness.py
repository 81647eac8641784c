"""What is the same as another: read with its number, and no wrong number is accepted."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

NEURON = Exercise.from_graph(
    Graph("z = w*x + b; a = sigmoid(z); L = (a - y)**2/2", w=0.8, x=1.5, b=-0.4, y=1.0), ["dL/dz", "dL/dw", "dL/db"]
)
SAME = [
    "dL/db: same as dL/dz, {}",
    "dL/db is the same as dL/dz, so {}",
    "dL/db is the same, {}",
    "dL/db same thing {}",
    "dL/db also {}",
    "dL/db is also {}",
    "grad of b: same as grad of z, {}",
    "dL/db: ditto, {}",
    "dL/db likewise: {}",
    "dL/db ist auch {}",
    "dL/db: idem, {}",
    "dL/db: lo mismo, {}",
]


@pytest.mark.parametrize("text", SAME)
def test_what_is_the_same_has_the_number(text: str) -> None:
    assert verdicts(text.format("-0.0663"), NEURON)["dL/db"].status in ACCEPTED


@pytest.mark.parametrize("text", SAME)
def test_a_wrong_number_is_not_accepted(text: str) -> None:
    assert verdicts(text.format("-0.1663"), NEURON)["dL/db"].status not in ACCEPTED


@pytest.mark.parametrize(
    "text",
    [
        "dL/db is not the same as dL/dz, -0.0663",
        "dL/dz is the same as dL/db in last week's exercise, -0.0663",
        "Is dL/db also -0.0663?",
        "w also moves, -0.0663",
    ],
)
def test_what_is_not_said_to_be_the_same_is_not_accepted(text: str) -> None:
    assert verdicts(text, NEURON)["dL/db"].status not in ACCEPTED


GATES = Exercise.from_graph(
    Graph("q = x + y; r = q*z; f = r + c", x=-2, y=5.5, z=-4, c=3), ["df/dq", "df/dx", "df/dy", "df/dz"]
)
# what is said below a title of gradients, with the number of df/dx
AS_ANOTHER = [
    "x: same as q, {}",
    "wrt x: same as q ({})",
    "df/dx: same as q, since it is only added, {}",
    "nach x: dasselbe wie q, {}",
    "x: lo mismo que q, {}",
    "x'e göre: q ile aynı, {}",
    "df/dx: q と同じ、{}",
    "df/dx: q와 동일, {}",
    "df/dx: 与 q 相同, {}",
    "df/dx: 和 q 一样, {}",
    "x: just copies what q got, so {}",
    "x gets what q got: {}",
    "x kopiert einfach, was q bekam: {}",
    "x hérite de ce que q a reçu, {}",
    "x hereda lo que recibió q, {}",
]


@pytest.mark.parametrize("text", AS_ANOTHER)
def test_what_is_the_same_as_another_that_is_named(text: str) -> None:
    assert verdicts(f"backward:\ndf/dq = -4\n{text.format(-4)}", GATES)["df/dx"].status in ACCEPTED


@pytest.mark.parametrize("text", AS_ANOTHER)
def test_a_wrong_number_of_what_is_the_same_is_not_accepted(text: str) -> None:
    assert verdicts(f"backward:\ndf/dq = -4\n{text.format(3.5)}", GATES)["df/dx"].status not in ACCEPTED


@pytest.mark.parametrize(
    "text",
    [
        "x'e göre: q ile aynı değil, -4",
        "x: not the same as q, -4",
        "x gets what q got times 2",
        "x does not copy what q got, -4",
        "x copies what q got, with the sign flipped",
        "Does x just copy what q got, -4?",
        "x'e göre: z ile aynı",
    ],
)
def test_what_is_not_the_same_as_another_is_not_accepted(text: str) -> None:
    assert verdicts(f"backward:\ndf/dq = -4\n{text}", GATES)["df/dx"].status not in ACCEPTED


def test_both_copy_what_another_got() -> None:
    told = verdicts("backward\nq: gets z → -4\nz: gets q → 3.5\nx and y: both just copy what q got so -4 and -4", GATES)
    assert all(one.status in ACCEPTED for one in told.values())


def test_of_two_numbers_one_that_is_wrong_is_not_accepted() -> None:
    told = verdicts("backward\nq: gets z → -4\nx and y: both just copy what q got so 4 and -4", GATES)
    assert told["df/dx"].status not in ACCEPTED
