"""Which attempts are graded, a learner's last, first or all, when each came, and who is absent."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo

from gradbook.grading.gradebook.records import Learner, clean, label
from gradbook.grading.intake.collect import Attempt
from gradbook.grading.intake.given import Keep
from gradbook.grading.intake.hand_in import Claims, claims_of, file_time
from gradbook.grading.intake.roster import Roster
from gradbook.grading.late import Arrival, TimeSource, local

_YEARS = range(1990, 2200)  # what claims another is no time that anybody handed in at


@dataclass(frozen=True)
class Planned:
    """One attempt that will be graded.

    Attributes:
        learner: whose.
        attempt: where it is.
        listed: when the roster says that the learner handed in.
        notes: what is to be known of it, in sentences.
        teacher: what names others, likewise, and is not for the learner.
        rivals: how many attempts of this learner are graded, itself included; the best of them counts.
    """

    learner: Learner
    attempt: Attempt
    listed: datetime | None = None
    notes: tuple[str, ...] = ()
    teacher: tuple[str, ...] = ()
    rivals: int = 1


@dataclass(frozen=True)
class Plan:
    """All that will be graded, who handed nothing in, and who more than once."""

    planned: tuple[Planned, ...]
    absent: tuple[Learner, ...]
    repeated: tuple[Learner, ...] = ()


def plan(attempts: Sequence[Attempt], roster: Roster | None, keep: Keep, zone: tzinfo) -> Plan:
    """Choose what is graded.

    Args:
        attempts: all there are.
        roster: who there is; None where nobody says.
        keep: which of several by one learner.
        zone: of times that have none.
    """
    sure = {_whose(attempt, roster).learner.id for attempt in attempts if attempt.named.id}
    by_learner: dict[str, list[Planned]] = {}
    for attempt in attempts:
        planned = _whose(attempt, roster, sure)
        by_learner.setdefault(planned.learner.id, []).append(planned)
    chosen: list[Planned] = []
    for mine in by_learner.values():
        chosen += _chosen(mine, keep, zone) if len(mine) > 1 else mine
    absent = [learner for id, learner in (roster.learners if roster else {}).items() if id not in by_learner]
    repeated = [mine[0].learner for mine in by_learner.values() if len(mine) > 1]
    return Plan(tuple(chosen), tuple(absent), tuple(repeated))


def arrival(planned: Planned, claims: Claims, zone: tzinfo) -> Arrival:
    """Return when an attempt was handed in, from the best source that says so."""
    attempt = planned.attempt
    named, by_file = attempt.named.time, file_time(attempt, zone)
    sources = (
        (attempt.site_time, TimeSource.SITE),
        (planned.listed, TimeSource.ROSTER),
        (named if attempt.named.site else None, TimeSource.NAME),
        (claims.time, claims.source),
        (named, TimeSource.OTTER),
        (by_file, TimeSource.FILE if by_file and by_file.tzinfo else TimeSource.ZIP),
    )
    for time, source in sources:
        if time is not None and time.year in _YEARS:
            return Arrival(local(time, zone), source)
    return Arrival(None, TimeSource.UNKNOWN)


def _whose(attempt: Attempt, roster: Roster | None, sure: Collection[str] = ()) -> Planned:
    """Say whose an attempt is; a claim alone makes it nobody's of `sure`, who handed in by name."""
    named = attempt.named
    notes: list[str] = []
    teacher: list[str] = []
    known = roster.find(named) if roster and named.id else None
    if known is None and not named.id:
        # The name of the file is nobody's. What the receipt says is a claim, and better than nothing.
        claimed = claims_of(attempt).learner
        stem = label(attempt.source.rpartition("/")[2].removesuffix(".zip").removesuffix(".ipynb"))
        people = (roster.learners if roster else {}).values()
        known = next((one for one in people if claimed and claimed in (one.id, one.name)), None)
        taken = (known.id if known else claimed) in sure
        if taken:
            notes.append("The file's name says nothing of who it is, and the receipt inside proves nothing.")
            teacher.append(f"The receipt inside claims {claimed}, who handed in another file: it is kept apart.")
            known, claimed = None, ""
        elif claimed:
            notes.append(f"The file's name says nothing of who it is; the receipt inside claims {claimed}.")
        fallback = Learner(claimed or stem or "hand-in", claimed, on_roster=False)
    else:
        fallback = Learner(named.id, named.name, on_roster=False)
    if known is None and roster is not None:
        notes.append("The roster has nobody of this name.")
    learner = known or fallback
    listed = roster.times.get(learner.id) if roster else None
    return Planned(learner, attempt, listed, tuple(notes), tuple(teacher))


def _chosen(mine: Sequence[Planned], keep: Keep, zone: tzinfo) -> list[Planned]:
    # The site's own numbers of uploads before times that a download changes, or that are the learner's word.
    numbered = all(one.attempt.named.upload for one in mine)

    def when(one: Planned) -> tuple[int, datetime, str]:
        time = arrival(one, claims_of(one.attempt), zone).time
        upload = one.attempt.named.upload if numbered else 0
        return (upload, time or datetime.min.replace(tzinfo=UTC), one.attempt.source)

    ordered = sorted(mine, key=when)
    if keep is Keep.BEST:
        word = f"One of {len(mine)} hand-ins; the best counts."
        return [_with(one, word, rivals=len(mine)) for one in ordered]
    kept = ordered[-1] if keep is Keep.LAST else ordered[0]
    others = ", ".join(one.attempt.source.rpartition("/")[2] for one in ordered if one is not kept)
    return [_with(kept, f"The {keep.value} of {len(mine)} hand-ins; not graded: {clean(others, 300)}.")]


def _with(planned: Planned, note: str, rivals: int = 1) -> Planned:
    return replace(planned, notes=(*planned.notes, note), rivals=rivals)
