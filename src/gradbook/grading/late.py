"""Is a hand-in late, by how much, and what does it count?

Lateness is *elapsed* time: three days are 72 hours, also where the clocks change in between. A deadline includes its
own minute, as course sites have it: due at 20:00, a hand-in at 20:00:59 is in time.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from datetime import time as time_of_day
from enum import StrEnum
from fractions import Fraction

from gradbook.assignment.deadline import span_text, zone_of
from gradbook.assignment.definition import Assignment, Late
from gradbook.grading.errors import GradingUsageError

_MINUTE = timedelta(minutes=1)
_LAST_MINUTE = time_of_day(23, 59)
_SPAN = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)\s*(d|days?|h|hours?|min|minutes?)", re.IGNORECASE)
_BARE = re.compile(r"\d{1,4}(?:[.,]\d{1,4})?")
_UNITS = {"d": timedelta(days=1), "h": timedelta(hours=1), "m": _MINUTE}


class TimeSource(StrEnum):
    """Where the time of handing in comes from, the best first. The texts are shown."""

    SITE = "the course site"
    ROSTER = "the roster"
    NAME = "the course site's file name"
    RECEIPT = "the receipt inside, which is a claim"
    OTTER = "Otter's name of the zip, which is a claim"
    FILE = "the file's own time"
    ZIP = "the file's own time in the zip, which has no zone: the assignment's is taken"
    UNKNOWN = "unknown"


BY_FILE = frozenset({TimeSource.FILE, TimeSource.ZIP})
"""Times that copying and downloading change."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """When a hand-in came, with its time zone, and how that is known; `time` is None where nothing tells."""

    time: datetime | None
    source: TimeSource


@dataclass(frozen=True, slots=True)
class Lateness:
    """What became of the deadline.

    Attributes:
        due: the learner's own deadline, an extension included; None where there is none.
        late: how long after it the hand-in came; zero where it was in time.
        credit: the share of the points that it keeps, 0 to 1.
        text: the calculation, in one sentence.
    """

    due: datetime | None
    late: timedelta
    credit: Fraction
    text: str


MARKED_LATE = "The course site marks it as late, and by the time known here it is not."


def unsure_text(by_file: int, late: int) -> str:
    """Say that hand-ins are late only by a time that is easily wrong, and what to do.

    Args:
        by_file: how many are late by their file's own time.
        late: how many are late at all, at least 1.
    """
    many = "All" if by_file == late else f"{by_file:,} of the"
    who = "The late hand-in" if late == 1 else f"{many} {late:,} late hand-ins"
    be = "is late by its file's own time" if by_file == 1 else "are late by their files' own times"
    return (
        f"{who} {be} only, which downloading and copying change. Give the course site's times with --roster: the "
        "site's own table, or one with columns id and time. A column extension there moves a learner's deadline."
    )


def lateness(policy: Late, due: datetime | None, handed_in: Arrival, extension: str = "") -> Lateness:
    """Apply a policy to one hand-in.

    Args:
        policy: credit, days, grace minutes and zone.
        due: the assignment's deadline, with its time zone; None where it has none.
        handed_in: when the hand-in came.
        extension: the learner's own; see `read_extension`.

    Raises:
        GradingUsageError: the extension cannot be read.
    """
    zone = zone_of(policy, due)
    own = extended(due, extension, zone)
    if own is None:
        came = "" if handed_in.time is None else f"Handed in {_shown(handed_in.time, zone)}. "
        return Lateness(None, timedelta(0), Fraction(1), f"{came}There is no deadline.")
    shown = f"{_shown(own, zone)}{' (extended)' if own != due else ''}"
    if handed_in.time is None:
        return Lateness(own, timedelta(0), Fraction(1), f"Due {shown}; when it was handed in is not known.")
    # In UTC: two times of one zone are subtracted by the wall clock otherwise, an hour off where clocks change.
    time, start = handed_in.time.astimezone(UTC), own.astimezone(UTC)
    came = f"Due {shown}, handed in {_shown(handed_in.time, zone)}"
    grace = timedelta(minutes=policy.grace)
    if time < _end(start) + grace:
        within = f" Within the {policy.grace} minutes of grace." if time >= _end(start) else " In time."
        return Lateness(own, timedelta(0), Fraction(1), f"{came}.{within}")
    late = time - start
    if time < _end(start + timedelta(days=policy.days)) + grace:
        text = f"{came}: {span_text(late)} late, which counts {_percent(policy.credit)}."
        return Lateness(own, late, policy.credit, text)
    limit = f"more than {policy.days} day{'s' if policy.days != 1 else ''} late" if policy.days else "too late"
    return Lateness(own, late, Fraction(0), f"{came}: {span_text(late)} late; what is {limit} counts nothing.")


def with_due(assignment: Assignment, text: str) -> Assignment:
    """Return an assignment with another deadline.

    Args:
        assignment: whose; a time without a zone is read in its own, or in this machine's where it has none.
        text: in ISO form, such as "2026-12-01T20:00:00+01:00" or "2026-12-01 20:00"; a day alone lasts to its end.

    Raises:
        GradingUsageError: it cannot be read.
    """
    try:
        due = _moment(text.strip())
    except ValueError:
        raise GradingUsageError(
            f'The deadline {text[:60]!r} cannot be read. Write date and time: --due "2026-12-01T20:00:00+01:00"'
        ) from None
    if assignment.late.zone or assignment.due:
        due = local(due, zone_of(assignment.late, assignment.due))
    elif due.tzinfo is None:
        due = due.astimezone()
    return assignment.model_copy(update={"due": due})


def _moment(text: str) -> datetime:
    """Return the time that a text is, of a day alone its last minute. ValueError: it is none."""
    try:
        return datetime.combine(date.fromisoformat(text), _LAST_MINUTE)
    except ValueError:
        return datetime.fromisoformat(text)


def local(time: datetime, zone: tzinfo) -> datetime:
    """Give a time without a zone this one. An hour that happens twice is the first: in the learner's favour."""
    return time.replace(tzinfo=zone, fold=0) if time.tzinfo is None else time


def read_extension(text: str) -> timedelta | datetime | None:
    """Read what moves a learner's deadline; None where nothing stands there.

    Args:
        text: "2 days", "36 h", "30 min", or another deadline, "2023-06-05 20:00", or a day, which lasts to its end.

    Raises:
        GradingUsageError: it cannot be read.
    """
    text = text.strip()
    if not text:
        return None
    if span := _SPAN.fullmatch(text):
        return float(span[1]) * _UNITS[span[2][0].lower()]
    if _BARE.fullmatch(text):
        raise GradingUsageError(f"The extension {text} has no unit. Write {text} h, {text} days or {text} min.")
    try:
        return _moment(text)
    except ValueError:
        raise GradingUsageError(
            f"The extension {text[:60]!r} cannot be read. Write 2 days, 36 h, 30 min, or a time: 2023-06-05 20:00"
        ) from None


def extended(due: datetime | None, extension: str, zone: tzinfo) -> datetime | None:
    """Return a learner's own deadline; see `read_extension`. Without a deadline there is nothing to extend.

    Raises:
        GradingUsageError: the extension cannot be read, or is earlier than the deadline.
    """
    own = read_extension(extension) if due is not None else None
    if due is None or own is None:
        return due
    if isinstance(own, timedelta):
        return (due.astimezone(UTC) + own).astimezone(due.tzinfo)
    moment = local(own, zone)
    if moment < due:
        raise GradingUsageError(f"The extension {extension.strip()[:60]!r} is earlier than the deadline itself.")
    return moment


def _end(deadline: datetime) -> datetime:
    """Return when a deadline's own minute is over."""
    return deadline.replace(second=0, microsecond=0) + _MINUTE


def _shown(time: datetime, zone: tzinfo) -> str:
    return f"{time.astimezone(zone):%Y-%m-%d %H:%M:%S %z}"


def _percent(share: Fraction) -> str:
    return f"{float(100 * share):g} %"
