"""The deadline, as it is told: what is due when, in whose zone, how long is left, and what lateness costs."""

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from gradbook.assignment.definition import Assignment, Late

_MINUTE = timedelta(minutes=1)


def zone_of(policy: Late, due: datetime | None) -> tzinfo:
    """Return the zone in which times without one are read and all times are shown."""
    return ZoneInfo(policy.zone) if policy.zone else (due and due.tzinfo) or UTC


def due_text(assignment: Assignment) -> str:
    """Return when an assignment is due, for a teacher: "2026-12-01 21:00 +0100"; "" where it has no deadline."""
    due = assignment.due
    return f"{due.astimezone(zone_of(assignment.late, due)):%Y-%m-%d %H:%M %z}" if due else ""


def deadline_text(assignment: Assignment, now: datetime) -> str:
    """Return one sentence or two; "" where there is no deadline.

    Args:
        assignment: which says when it is due and what a late hand-in counts.
        now: with its time zone.
    """
    policy, set_for = assignment.late, assignment.due
    if set_for is None:
        return ""
    zone = zone_of(policy, set_for)
    due, time = set_for.astimezone(UTC), now.astimezone(UTC)
    set_here = set_for.astimezone(zone)
    shown = f"{set_here:%A}, {set_here.day} {set_here:%B %Y, %H:%M (UTC%z)}"
    keeps = f"{float(100 * policy.credit):g} %"
    some = bool(policy.days and policy.credit)
    days = f"{policy.days} day{'s' if policy.days != 1 else ''}"
    # A deadline includes its own minute.
    end = due.replace(second=0, microsecond=0) + _MINUTE + timedelta(minutes=policy.grace)
    if time < end:
        left = f"{span_text(due - time)} left" if due - time >= _MINUTE else "now"
        after = f"counts {keeps}, up to {days} late, then nothing" if some else "counts nothing"
        return f"Due {shown}: {left}. Later, it {after}."
    gone = f"Was due {shown}: {span_text(time - due)} ago."
    if some and time < end + timedelta(days=policy.days):
        until = (set_for + timedelta(days=policy.days)).astimezone(zone)
        return f"{gone} It counts {keeps} until {until.day} {until:%B, %H:%M}, then nothing."
    return f"{gone} It counts nothing any more" + (f" ({keeps} up to {days} late)." if some else ".")


def span_text(span: timedelta) -> str:
    """Write a span of time as a person does: "2 days 3 h", "1 h 5 min", "12 min"."""
    minutes = max(1, int(span.total_seconds() // 60))
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        return f"{days} day{'s' if days > 1 else ''}" + (f" {hours} h" if hours else "")
    return (f"{hours} h" if hours else "") + (" " if hours and rest else "") + (f"{rest} min" if rest else "")
