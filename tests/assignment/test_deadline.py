"""What a learner is told of the deadline."""

from datetime import datetime, timedelta

import pytest

from gradbook.assignment.deadline import deadline_text
from gradbook.assignment.definition import Late, load_assignment

DATE = datetime.fromisoformat("2023-06-02T20:00:00-07:00")
A8 = load_assignment("a8").model_copy(update={"due": DATE})
LATER = "Later, it counts 75 %, up to 3 days late, then nothing."
DUE = "Friday, 2 June 2023, 20:00 (UTC-0700)"


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (
            "2023-05-30T16:30-07:00",
            "Due {}: 3 days 3 h left. {}",
        ),
        ("2023-06-03T02:15+00:00", "Due {}: 45 min left. {}"),
        ("2023-06-02T20:00:40-07:00", "Due {}: now. {}"),
        ("2023-06-02T20:01-07:00", "Was due {}: 1 min ago. It counts 75 % until 5 June, 20:00, then nothing."),
        (
            "2023-06-05T19:59-07:00",
            "Was due {}: 2 days 23 h ago. It counts 75 % until 5 June, 20:00, then nothing.",
        ),
        ("2023-06-05T20:02-07:00", "Was due {}: 3 days ago. It counts nothing any more (75 % up to 3 days late)."),
    ],
)
def test_what_is_due_when_and_what_lateness_costs(now: str, said: str) -> None:
    assert deadline_text(A8, datetime.fromisoformat(now)) == said.format(DUE, LATER)


def test_where_late_hand_ins_count_nothing() -> None:
    strict = A8.model_copy(update={"late": Late()})
    assert deadline_text(strict, DATE - timedelta(hours=2)).endswith("2 h left. Later, it counts nothing.")
    assert deadline_text(strict, DATE + timedelta(days=1)).endswith("1 day ago. It counts nothing any more.")


def test_without_a_deadline_there_is_nothing_to_say() -> None:
    assert deadline_text(load_assignment("a8"), DATE) == ""
