"""Whether one list of numbers regroups another, side by side."""

import pytest

from gradbook.written.judging.regrouping import in_order


@pytest.mark.parametrize(
    ("old", "new", "one", "regroups"),
    [
        ([2, 3, 4], [6, 4], 1.0, True),
        ([2, 3, 4], [2, 12], 1.0, True),
        ([2, 3, 4], [8, 3], 1.0, False),  # 2 and 4 do not stand side by side
        ([2, 3, 4], [2, 3], 1.0, False),  # 4 is left over
        ([2, 3], [2, 3, 1], 1.0, False),  # the 1 comes from nowhere
        ([2, 1, 3], [2, 3], 1.0, True),
        ([5, -2, 1], [3, 1], 0.0, True),
        ([5, -2, 1], [6, -2], 0.0, False),
        ([0.5, -0.52] * 40, [0.5, -0.52] * 40, 1.0, True),
    ],
)
def test_numbers_are_regrouped_in_their_order(old: list[float], new: list[float], one: float, regroups: bool) -> None:
    assert in_order(old, new, one) is regroups
