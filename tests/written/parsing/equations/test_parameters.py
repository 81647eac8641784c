"""Where an answer writes a node as a function of some of its inputs, numbers in their place are a point."""

import pytest
from tests.written.corpus import verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

FIT = Exercise.from_graph(
    Graph("C = (m*x + k - y)**2", m=2, k=1, x=3, y=4), ["C", "dC/dm", "dC/dk", "new:m", "new:k", "new:C"], lr=0.01
)
_C = "C(m, k) = (mx + k - y)^2"


# C = 9, dC/dm = 18, dC/dk = 6; after the step m = 1.82, k = 0.94, C = 5.76
@pytest.mark.parametrize(
    ("text", "key"),
    [
        (f"{_C} with x = 3, y = 4\nC(2, 1) = (2*3 + 1 - 4)^2 = 3^2 = 9", "C"),
        (f"${_C}$\n\n$C(2,1) = (6 + 1 - 4)^2 = 9$", "C"),
        (f"{_C}. We get C(2, 1) = 9.", "C"),
        (f"{_C}\ndC/dm(2, 1) = 2(6 + 1 - 4)*3 = 18", "dC/dm"),
        ("C(k, m) = (mx + k - y)^2\nC(1, 2) = (6 + 1 - 4)^2 = 9", "C"),
        (f"{_C}\nm_new = 2 - 0.18 = 1.82, k_new = 1 - 0.06 = 0.94\nC(1.82, 0.94) = 5.76", "new:C"),
    ],
)
def test_numbers_in_the_place_of_its_own_parameters_are_the_point(text: str, key: str) -> None:
    assert verdicts(text, FIT)[key].status in (Status.RIGHT, Status.STEP_UNREAD)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (f"{_C}\nC(1, 2) = 9", "C"),  # at m = 1, k = 2
        (f"{_C}\nC(3, 1) = 9", "C"),
        (f"{_C} with x = 5, y = 4\nC(2, 1) = 9", "C"),
        ("C(k, m) = (mx + k - y)^2\nC(2, 1) = 9", "C"),
        (f"{_C}\nC(1, 1) = 9, C(2, 1) = 5", "C"),
        (f"{_C}\ndC/dm(1, 2) = 18", "dC/dm"),
        (f"{_C}\nC(0.94, 1.82) = 5.76", "new:C"),
        (f"{_C}\nC(1.82, 0.94) = 9", "C"),
    ],
)
def test_another_point_is_not_the_exercises(text: str, key: str) -> None:
    assert verdicts(text, FIT)[key].status not in (Status.RIGHT, Status.STEP_UNREAD)
