"""A class, graded: every hand-in is read, run, judged and written down by itself, so that a kill loses only what runs.

Run again, it goes on: what is in the gradebook with the same fingerprint (of hand-in, assignment, checks and grader) is
not run again. One hand-in in memory a worker; nothing is kept of those that are done.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from fractions import Fraction

from gradbook.assignment.checking.points import points_text
from gradbook.assignment.deadline import zone_of
from gradbook.assignment.running.runner import Job, Limits, Outcome, Runner
from gradbook.grading.earlier import Earlier
from gradbook.grading.errors import GradingError, HandInError
from gradbook.grading.gradebook.book import Gradebook
from gradbook.grading.gradebook.ended import ended_cells, has_more_time, stopped_at
from gradbook.grading.gradebook.records import Detail, Grading, Learner, Picture, Row, clean
from gradbook.grading.gradebook.waiting import Waiting
from gradbook.grading.grader import NO_RECORD, OTHER_NUMBERS, Grader, Numbers, Ready, lone_pictures
from gradbook.grading.intake.hand_in import HandIn, open_hand_in
from gradbook.grading.intake.plan import Plan, Planned, arrival
from gradbook.grading.late import BY_FILE, MARKED_LATE, Arrival, Lateness, TimeSource, extended, lateness

FAILED, GRADED, TOTAL = "failed", "graded", "total"


@dataclass(slots=True)
class Counts:
    """How far a batch is, in hand-ins.

    Attributes:
        total: all that there are.
        done: of them, those that are over with.
        known: of these, those whose files were graded before.
        copied: of the known ones, those whose files another handed in before, in this run or in an earlier one.
        longer: of the others, those whose time was over before, and which may take more now.
        changed: of the others, those whose files are the same, and what they are graded with is not.
        renewed: of the known ones, those of whom lateness, name or notes are others than before.
        for_a_person: learners who wait for a person now.
        no_record, other_numbers: of these, who do so as record.txt is not there, or the notebook has other numbers.
        other_notebooks: hand-ins with several notebooks in which something different was written.
        late, failed: of those done, how many are late, could not be graded and are not marked by a person.
        nothing, reduced: of all, for how many lateness leaves nothing, or a part.
        ended: in how many cells were ended, or refused something.
        late_by_file: of those that are late, how many are so by their file's own time only.
        seconds: since the start.
        run: how many were really run.
    """

    total: int
    done: int = 0
    known: int = 0
    copied: int = 0
    longer: int = 0
    changed: int = 0
    renewed: int = 0
    for_a_person: int = 0
    no_record: int = 0
    other_numbers: int = 0
    other_notebooks: int = 0
    late: int = 0
    late_by_file: int = 0
    nothing: int = 0
    reduced: int = 0
    failed: int = 0
    seconds: float = 0.0
    run: int = 0
    ended: int = 0

    def add(self, grading: Grading) -> None:
        """Count one more that is done."""
        self.done += 1
        self.late += grading.late > 0
        self.late_by_file += grading.late > 0 and grading.time_source in BY_FILE
        self.nothing += grading.credit == 0
        self.reduced += 0 < grading.credit < 1
        self.ended += any(ended_cells(grading.detail))

    @property
    def seconds_left(self) -> float | None:
        """A guess, from those that were run; None before the first."""
        return self.seconds / self.run * (self.total - self.done) if self.run else None


@dataclass(frozen=True, slots=True)
class Change:
    """A learner's question whose points are others than before, or the total (`TOTAL`), where lateness is."""

    learner: str
    question: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Graded:
    """What a batch did.

    Attributes:
        counts: of hand-ins.
        changes: of points.
        earlier: learners of the book whom it did not meet.
        moved: earlier and new ids.
        marked_late: ids of those whom the course site marks as late, and no time that is known.
    """

    counts: Counts
    changes: tuple[Change, ...]
    earlier: tuple[Learner, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    marked_late: frozenset[str] = frozenset()


@dataclass(eq=False)
class _Running:
    """A hand-in while it runs."""

    planned: Planned
    hand_in: HandIn
    arrived: Arrival
    late: Lateness
    fingerprint: str
    notes: tuple[str, ...]
    teacher: tuple[str, ...]
    numbers: Numbers
    ready: Ready | None = None
    copied: bool = False  # another handed the same files in before
    longer: bool = False  # it was stopped as its time was over, and may take more now


@dataclass(eq=False)
class Batch:
    """Grades a plan.

    Args:
        grader: with the assignment loaded.
        runner: where cells run.
        book: what is found is written there.
        limits: of each hand-in.
        workers: how many run at once.
        regrade: run also what has not changed, unless it was graded from this time on; None for no such thing.
        recorded: is told the id of each learner whose line in the book has changed.
        progress: is told how far it is, after each hand-in.
        changes: whose points are others than before; more come as it grades.
    """

    grader: Grader
    runner: Runner
    book: Gradebook
    limits: Limits = field(default_factory=Limits)
    workers: int = 1
    regrade: datetime | None = None
    recorded: Callable[[str], None] = lambda _: None
    progress: Callable[[Counts], None] = lambda _: None
    changes: list[Change] = field(default_factory=list)

    def __post_init__(self) -> None:
        policy, due = self.grader.assignment.late, self.grader.assignment.due
        self._policy, self._due, self._zone = policy, due, zone_of(policy, due)
        self._attempts: dict[str, list[Grading]] = {}
        self._marked_late: set[str] = set()
        self._earlier = Earlier(self.book, None)

    def grade(self, plan: Plan) -> Graded:
        """Grade all that is planned.

        Raises:
            GradingUsageError: a learner's extension cannot be read.
            GradingError: the runner stopped.
        """
        for planned in plan.planned:
            extended(self._due, planned.learner.extension, self._zone)
        self.book.enroll([*plan.absent, *{planned.learner.id: planned.learner for planned in plan.planned}.values()])
        met = {*(one.id for one in plan.absent), *(one.learner.id for one in plan.planned)}
        self._earlier = Earlier(self.book, met)
        counts = Counts(len(plan.planned))
        began = time.monotonic()
        running: dict[int, _Running] = {}
        waiting = Waiting(self.book.rows(frozenset(one.id for one in plan.absent)))

        def done(grading: Grading, *, ran: bool = False, known: bool = False, renewed: bool = False) -> None:
            counts.add(grading)
            counts.run += ran
            counts.known += known
            counts.renewed += renewed
            row = self.book.row(grading.learner)
            if row is not None:
                waiting.see(row)
            counts.failed += grading.failed and not _decided(row, grading)
            counts.for_a_person = len(waiting)
            counts.no_record, counts.other_numbers = waiting.because(NO_RECORD), waiting.because(OTHER_NUMBERS)
            counts.seconds = time.monotonic() - began
            self.progress(counts)

        def jobs() -> Iterator[Job]:
            place = 0
            for planned in plan.planned:
                opened = self._open(planned)
                counts.other_notebooks += opened.hand_in.rivals > 0
                before = self._known(opened)
                if before is not None:
                    counts.copied += opened.copied
                    done(before, known=True, renewed=self._settle(opened.planned, before, fresh=False))
                    continue
                counts.longer += opened.longer
                counts.changed += self._has_other_checks(opened)
                self._read(opened)
                if opened.ready is None:
                    grading = self._failed(opened, opened.hand_in.problem)
                    self._settle(opened.planned, grading, lone_pictures(opened.hand_in), fresh=True)
                    done(grading)
                else:
                    running[place] = opened
                    place += 1
                    yield opened.ready.job

        for place, outcome in self.runner.map(jobs(), self.limits, self.workers):
            opened = running.pop(place)
            grading, pictures = self._judged(opened, outcome)
            self._settle(opened.planned, grading, pictures, fresh=True)
            done(grading, ran=True)
        if running:
            raise GradingError(f"{len(running)} hand-ins did not come back from where they ran. Run this again.")
        sources = {_source(planned) for planned in plan.planned}
        moved = tuple(self._earlier.moved)
        return Graded(counts, tuple(self.changes), self._earlier.left(sources), moved, frozenset(self._marked_late))

    def _open(self, planned: Planned) -> _Running:
        try:
            hand_in = open_hand_in(planned.attempt, self.grader.assignment.notebook, self.grader.worked)
        except Exception as error:  # whatever a learner sent: the others are graded all the same
            hand_in = HandIn(problem=_broke(error))
        arrived = arrival(planned, hand_in.claims, self._zone)
        late = lateness(self._policy, self._due, arrived, planned.learner.extension)
        notes, teacher = [*planned.notes, *hand_in.notes], [*planned.teacher]
        try:
            numbers = self.grader.numbers_of(hand_in, planned.learner)
        except Exception:  # what cannot be opened fails again when it is read, and is said there
            numbers = Numbers(planned.learner.variant)
        notes += [numbers.told] if numbers.told else []
        who = hand_in.claims.learner
        if who and planned.attempt.named.id and who not in (planned.learner.id, planned.learner.name):
            teacher.append(f"The receipt inside names {who}.")
        fingerprint = self._fingerprint(hand_in, numbers.variant)
        told = tuple(map(clean, notes)), tuple(map(clean, teacher))
        return _Running(planned, hand_in, arrived, late, fingerprint, *told, numbers)

    def _read(self, opened: _Running) -> None:
        """Make it ready to be run; where that cannot be, say why."""
        if opened.hand_in.notebook is None:
            return
        try:
            opened.ready = self.grader.ready(opened.hand_in, opened.numbers)
        except HandInError as error:
            opened.hand_in = replace(opened.hand_in, problem=clean(error), advice=error.advice)
        except Exception as error:
            opened.hand_in = replace(opened.hand_in, problem=_broke(error))
            opened.fingerprint = ""

    def _fingerprint(self, hand_in: HandIn, variant: str) -> str:
        # Where we failed ourselves there is no content to go by: it is tried again the next time.
        return self.grader.fingerprint(hand_in, variant) if hand_in.content else ""

    def _known(self, opened: _Running) -> Grading | None:
        """Return what an earlier run found in the same files, with what is known of them now."""
        learner = opened.planned.learner.id
        known = self.book.known(opened.fingerprint, learner) if opened.fingerprint else None
        if known is None or (self.regrade and (known.graded is None or known.graded < self.regrade)):
            return None
        opened.longer = has_more_time(known.detail, self.limits)
        if opened.longer:
            return None
        opened.copied = known.learner != learner and bool(self._copied(opened, known.detail))
        # What its files say stands; what is known of it besides is of this run.
        detail = replace(known.detail, notes=(*opened.notes, *known.detail.read))
        return replace(self._grading(opened, known.status, detail), seconds=known.seconds, isolation=known.isolation)

    def _has_other_checks(self, opened: _Running) -> bool:
        """Whether the same files were graded before with another assignment, other checks, numbers or Gradbook."""
        row = self.book.row(opened.planned.learner.id)
        before = row.grading if row else None
        same = before is not None and before.content == opened.hand_in.content != ""
        return before is not None and same and before.fingerprint not in ("", opened.fingerprint)

    def _copied(self, opened: _Running, detail: Detail) -> str:
        """Return whose files these were first, where that is another learner and there is something in them."""
        first = self.book.first(opened.fingerprint) if opened.fingerprint and not detail.untouched else ""
        own = first == opened.planned.learner.id or self._earlier.is_own(first, _source(opened.planned))
        return "" if own else first

    def _judged(self, opened: _Running, outcome: Outcome) -> tuple[Grading, tuple[Picture, ...]]:
        assert opened.ready is not None
        try:
            detail, pictures = self.grader.judge(opened.ready, outcome)
        except Exception as error:  # as above; it is tried again the next time
            opened.fingerprint = ""
            return self._failed(opened, _broke(error)), ()
        # Blank notebooks are the same without being copies; what lies beside them may be one.
        notebook = "" if opened.ready.blank else opened.hand_in.notebook_hash
        stopped = stopped_at(outcome, self.limits)
        detail = replace(detail, notes=(*opened.notes, *detail.read), notebook=notebook, stopped_at=stopped)
        return replace(self._grading(opened, GRADED, detail), seconds=outcome.seconds), pictures

    def _failed(self, opened: _Running, why: str) -> Grading:
        detail = self.grader.failed(why, opened.hand_in.advice)
        notebook = opened.hand_in.notebook_hash
        detail = replace(detail, notes=(*opened.notes, *detail.read), notebook=notebook)
        return self._grading(opened, FAILED, detail)

    def _grading(self, opened: _Running, status: str, detail: Detail) -> Grading:
        first = self._copied(opened, detail)
        teacher = (*opened.teacher, *([f"The same files were handed in as {first}'s."] if first else []))
        late = opened.late.text + (f" Known from {opened.arrived.source}." if opened.arrived.time else "")
        # A better time than the mark's stands: the site does not know of the teacher's extension.
        told = opened.arrived.source in (TimeSource.SITE, TimeSource.ROSTER)
        marked = opened.planned.attempt.named.late and not opened.late.late and not told
        if marked:
            late = f"{late} {MARKED_LATE}"
        return Grading(
            opened.planned.learner.id,
            _source(opened.planned),
            opened.hand_in.content,
            opened.fingerprint,
            status,
            opened.arrived.time,
            str(opened.arrived.source),
            opened.late.late.total_seconds(),
            opened.late.credit,
            self.runner.isolation,
            0.0,
            replace(detail, late=late, teacher=teacher, marked_late=marked),
            counts=opened.planned.rivals == 1,
        )

    def _settle(self, planned: Planned, grading: Grading, pictures: tuple[Picture, ...] = (), *, fresh: bool) -> bool:
        """Write a grading down, of several the best; return whether the learner's is another than before."""
        if planned.rivals == 1:
            kept = pictures if fresh else tuple(self.book.pictures_of(grading.fingerprint))
            return self._record(grading, kept, fresh)
        if fresh:
            self.book.record(grading, pictures)
        mine = self._attempts.setdefault(planned.learner.id, [])
        mine.append(grading)
        if len(mine) < planned.rivals:
            return False
        del self._attempts[planned.learner.id]
        best = max(mine, key=lambda one: sum(question.points for question in one.detail.questions) * one.credit)
        kept = tuple(self.book.pictures_of(best.fingerprint)) if best.fingerprint else ()
        return self._record(replace(best, counts=True), kept, fresh=False)

    def _record(self, grading: Grading, pictures: tuple[Picture, ...], fresh: bool) -> bool:
        if grading.detail.marked_late:
            self._marked_late.add(grading.learner)
        before = self.book.row(grading.learner)
        current = before.grading if before else None
        same = current is not None and replace(current, graded=None, isolation="") == replace(grading, isolation="")
        if same and not fresh:
            return False
        if current is None:
            self._earlier.follow(grading)
        self.book.record(grading, pictures)
        after = self.book.row(grading.learner)
        if before and after and current is not None:
            for question, mark in after.marks.items():
                old = before.marks.get(question)
                if old is None or (old.points, old.waits) != (mark.points, mark.waits):
                    was = "nothing" if old is None else _points(old.points, old.waits)
                    self.changes.append(Change(grading.learner, question, was, _points(mark.points, mark.waits)))
            if before.credit != after.credit and before.total != after.total:
                self.changes.append(Change(grading.learner, TOTAL, points_text(before.total), points_text(after.total)))
        self.recorded(grading.learner)
        return current is not None


def _source(planned: Planned) -> str:
    return clean(planned.attempt.source, 500)


def _decided(row: Row | None, grading: Grading) -> bool:
    """Whether a person has given all the marks of this hand-in."""
    same = row is not None and row.grading is not None and row.grading.content == grading.content
    return row is not None and same and not row.waits


def _points(points: Fraction, waits: bool) -> str:
    return f"{points_text(points)}{' (waits)' if waits else ''}"


def _broke(error: Exception) -> str:
    return clean(f"The grader itself failed on it ({type(error).__name__}: {str(error)[:200]}). A person decides.")
