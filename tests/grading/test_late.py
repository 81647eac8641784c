"""Lateness: a table of cases, and what must hold for all."""

import re
import time
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradbook.assignment import load_assignment
from gradbook.assignment.deadline import zone_of
from gradbook.assignment.definition import Late
from gradbook.grading.errors import GradingUsageError
from gradbook.grading.late import Arrival, TimeSource, extended, lateness, local, span_text, with_due

PACIFIC = ZoneInfo("America/Los_Angeles")
DUE = datetime(2023, 6, 2, 20, tzinfo=PACIFIC)
POLICY = Late(credit=0.75, days=3)  # type: ignore[arg-type]
SECONDS = st.integers(-10 * 86400, 10 * 86400)


def credit(after: timedelta, policy: Late = POLICY, due: datetime = DUE, extension: str = "") -> Fraction:
    time = (due.astimezone(UTC) + after).astimezone(PACIFIC)
    return lateness(policy, due, Arrival(time, TimeSource.SITE), extension).credit


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (timedelta(hours=-1), "1"),
        (timedelta(0), "1"),
        (timedelta(seconds=59, microseconds=999999), "1"),
        (timedelta(minutes=1), "3/4"),
        (timedelta(days=3), "3/4"),
        (timedelta(days=3, seconds=59), "3/4"),
        (timedelta(days=3, minutes=1), "0"),
        (timedelta(days=300), "0"),
    ],
)
def test_the_policy_of_assignment_8(after: timedelta, expected: str) -> None:
    assert credit(after) == Fraction(expected)


def test_a_deadline_at_59_seconds_does_not_get_a_second_minute() -> None:
    due = datetime(2023, 6, 2, 23, 59, 59, tzinfo=PACIFIC)
    assert credit(timedelta(microseconds=900_000), due=due) == 1
    assert credit(timedelta(seconds=1), due=due) == Fraction(3, 4)


def test_grace_minutes_count_as_in_time_at_both_deadlines() -> None:
    policy = Late(credit=0.75, days=3, grace=10)  # type: ignore[arg-type]
    assert credit(timedelta(minutes=10, seconds=59), policy) == 1
    assert credit(timedelta(minutes=11), policy) == Fraction(3, 4)
    assert credit(timedelta(days=3, minutes=10), policy) == Fraction(3, 4)
    assert credit(timedelta(days=3, minutes=11), policy) == 0


@pytest.mark.parametrize("due", [datetime(2023, 3, 10, 20, tzinfo=PACIFIC), datetime(2023, 11, 3, 20, tzinfo=PACIFIC)])
def test_three_days_are_72_hours_where_the_clocks_change(due: datetime) -> None:
    found = lateness(POLICY, due, Arrival(due.astimezone(UTC) + timedelta(hours=72), TimeSource.SITE))
    assert (found.late, found.credit) == (timedelta(hours=72), Fraction(3, 4))
    assert credit(timedelta(hours=72, minutes=1), due=due) == 0


def test_a_time_without_a_zone_that_happens_twice_is_the_first() -> None:
    twice = local(datetime(2023, 11, 5, 1, 30), PACIFIC)
    assert twice.utcoffset() == timedelta(hours=-7)


@pytest.mark.parametrize(
    ("extension", "hours"),
    [("2 days", 48), ("1d", 24), ("36 h", 36), ("90 min", 1.5), ("2023-06-03 20:00", 24),
     ("2023-06-04T03:00:00+00:00", 24)],
)  # fmt: skip
def test_an_extension_moves_the_deadline(extension: str, hours: float) -> None:
    found = lateness(Late(zone="America/Los_Angeles"), DUE, Arrival(DUE, TimeSource.SITE), extension)
    assert found.due - DUE == timedelta(hours=hours)
    assert "(extended)" in found.text


@pytest.mark.parametrize("extension", ["soon", "-1 d", "99999999999999 d", "2023-06-01 20:00", "1 week", "48"])
def test_an_extension_that_makes_no_sense_is_a_message(extension: str) -> None:
    with pytest.raises(GradingUsageError, match=r"^The extension"):
        lateness(POLICY, DUE, Arrival(DUE, TimeSource.SITE), extension)


def test_an_unknown_time_is_said_and_costs_nothing() -> None:
    found = lateness(POLICY, DUE, Arrival(None, TimeSource.UNKNOWN))
    assert found.credit == 1 and "not known" in found.text


def test_the_sentence_holds_the_calculation() -> None:
    time = datetime(2023, 6, 3, 21, 5, tzinfo=PACIFIC)
    assert lateness(POLICY, DUE, Arrival(time, TimeSource.SITE)).text == (
        "Due 2023-06-02 20:00:00 -0700, handed in 2023-06-03 21:05:00 -0700: 1 day 1 h late, which counts 75 %."
    )


@given(SECONDS, SECONDS)
def test_who_hands_in_later_never_gets_more(one: int, other: int) -> None:
    first, second = sorted((one, other))
    assert credit(timedelta(seconds=first)) >= credit(timedelta(seconds=second))


@given(SECONDS, st.integers(0, 240))
def test_an_extension_never_costs(seconds: int, hours: int) -> None:
    after = timedelta(seconds=seconds)
    assert credit(after, extension=f"{hours} h") >= credit(after)


@given(SECONDS, st.integers(-14 * 60, 14 * 60))
def test_the_zone_in_which_a_time_is_written_changes_nothing(seconds: int, minutes: int) -> None:
    from datetime import timezone

    time = DUE.astimezone(UTC) + timedelta(seconds=seconds)
    other = time.astimezone(timezone(timedelta(minutes=minutes)))
    one, two = (lateness(POLICY, DUE, Arrival(moment, TimeSource.SITE)) for moment in (time, other))
    assert (one.late, one.credit, one.text) == (two.late, two.credit, two.text)


@given(SECONDS)
def test_lateness_is_positive_exactly_where_credit_is_not_whole(seconds: int) -> None:
    found = lateness(POLICY, DUE, Arrival(DUE.astimezone(UTC) + timedelta(seconds=seconds), TimeSource.SITE))
    assert (found.late > timedelta(0)) == (found.credit < 1)


@pytest.mark.parametrize(
    ("span", "text"),
    [(timedelta(seconds=61), "1 min"), (timedelta(hours=1), "1 h"), (timedelta(hours=1, minutes=5), "1 h 5 min"),
     (timedelta(days=1), "1 day"), (timedelta(days=2, hours=3, minutes=4), "2 days 3 h")],
)  # fmt: skip
def test_a_span_is_written_as_people_do(span: timedelta, text: str) -> None:
    assert span_text(span) == text


@pytest.mark.parametrize("extension", ["", "2 days", "2023-06-05 20:00"])
def test_without_a_deadline_nothing_is_late(extension: str) -> None:
    found = lateness(POLICY, None, Arrival(DUE, TimeSource.SITE), extension)
    assert (found.due, found.late, found.credit) == (None, timedelta(0), 1)
    assert found.text == "Handed in 2023-06-03 03:00:00 +0000. There is no deadline."


def test_a_day_alone_lasts_to_its_end() -> None:
    assignment = load_assignment("a8")
    due = with_due(assignment, "2026-12-01").due
    assert due is not None and (due.day, due.hour, due.minute) == (1, 23, 59)
    own = extended(due, "2026-12-03", zone_of(assignment.late, due))
    assert own is not None and (own.day, own.hour, own.minute) == (3, 23, 59)
    assert with_due(assignment, "2026-12-01 20:00").due == due.replace(hour=20, minute=0)


def test_a_deadline_without_any_zone_is_read_in_that_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    assignment = load_assignment("a8")
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        due = with_due(assignment, "2026-12-01").due
    finally:
        monkeypatch.undo()
        time.tzset()
    assert due is not None and due.isoformat() == "2026-12-01T23:59:00-05:00"


@pytest.mark.parametrize("name", ["a8", "vectors"])
def test_what_has_no_deadline_tells_learners_of_none(name: str) -> None:
    assignment = load_assignment(name)
    assert assignment.due is None
    assert not re.search(r"\b20[23]\d\b", (assignment.folder / assignment.notebook).read_text())
