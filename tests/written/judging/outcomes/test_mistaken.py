"""A number that is right for another quantity of the same name blames nobody; where a step is spoken of, it counts."""

import pytest
from tests.written.corpus import EXERCISES, verdicts

SEED = EXERCISES["seed"]


@pytest.mark.parametrize(
    ("answer", "key", "status"),
    [
        ("The blorp of w is w = 6", "w1", "unread"),  # its gradient, in words that are not known
        ("w = 7", "w1", "unread"),  # no step is spoken of
        ("After the step w = 7", "w1", "wrong"),
        ("w = 5 - 0.01 * 9 = 4.91", "w1", "wrong"),
        ("q = 3", "q", "unread"),  # its gradient
        ("q = 4", "q", "wrong"),
        ("Gradient: w = 6", "df/dw", "right"),
        ("Derivative: f'(q) = z = 3. After it w = 4.94", "df/dw", "missing"),
    ],
)
def test_a_name_and_a_number_may_be_of_another_quantity(answer: str, key: str, status: str) -> None:
    assert str(verdicts(answer, SEED)[key].status) == status
