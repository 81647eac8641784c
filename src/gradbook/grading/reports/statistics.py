"""What a class's grades show, gathered from one line of the gradebook after the other."""

import heapq
import math
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from gradbook.assignment.checking.marks import Mark as Sign
from gradbook.assignment.definition import Assignment
from gradbook.grading.gradebook.ended import ended_cells
from gradbook.grading.gradebook.records import Learner, Row
from gradbook.grading.late import BY_FILE

_EXAMPLES, _SLOWEST = 3, 10
FEWEST = 30
"""Learners below whom no discrimination is given. It is a correlation, whose 95 % interval reaches about 2 / sqrt(n) to
either side: 0.36 of 30 learners, 0.9 of 5. A question that tells well has 0.3 and more."""


@dataclass
class Item:
    """One question, over the class.

    Attributes:
        points, rest: of each learner for whom it is decided, those for it, and those for all other questions.
        seconds: that its cells ran, of each hand-in that was run.
        waits: for how many learners a person has to decide.
    """

    points: list[float] = field(default_factory=list)
    rest: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    waits: int = 0

    def difficulty(self, of: float) -> float | None:
        """Return the mean share of the points, 0 (nobody) to 1 (everybody)."""
        return statistics.fmean(self.points) / of if self.points and of else None

    @property
    def discrimination(self) -> float | None:
        """The correlation with the rest of the assignment: how well the question tells who knows the matter.

        None for fewer than `FEWEST` learners, and where all have the same points.
        """
        if len(self.points) < FEWEST or len(set(self.points)) < 2 or len(set(self.rest)) < 2:
            return None
        found = statistics.correlation(self.points, self.rest)
        return None if math.isnan(found) else found


@dataclass(frozen=True, slots=True)
class Example:
    """What one learner wrote, as it was read, and what is said of it: to a teacher, or by the check of code."""

    learner: str
    understood: str
    said: str


@dataclass
class ClassStatistics:
    """Everything that the class page shows.

    Attributes:
        handed_in: how many did.
        totals: of those whose hand-in could be graded, or was marked by a person; `provisional` of them wait for one.
        items: by question.
        mistakes: how often each (question, quantity or check, diagnosis) was found; "" where there is no diagnosis.
        examples: a few of each.
        ended: in whose hand-in cells were ended, or refused something, and which.
        slowest: (seconds, learner), the slowest first.
        failed, waiting, late, absent: who, with why, which questions, how many seconds; absentees may have marks.
        marked_late: whom the course site marks as late, and no time that is known.
        strangers: who handed in and is not on a roster.
        identical: learners whose notebooks are the same, or all files where there is none, by their hash.
        untouched: who handed in an empty notebook, and nothing beside it.
        told: what is known of a learner's hand-in and not said to the learner.
        isolations: how many ran in what.
        own_time, late_by_file: for how many only their files' own times say when they came; of these, who are late.
    """

    handed_in: int = 0
    totals: list[float] = field(default_factory=list)
    provisional: int = 0
    items: dict[str, Item] = field(default_factory=dict)
    mistakes: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    examples: dict[tuple[str, str, str], list[Example]] = field(default_factory=lambda: defaultdict(list))
    slowest: list[tuple[float, str]] = field(default_factory=list)
    failed: list[tuple[Learner, str]] = field(default_factory=list)
    waiting: list[tuple[Learner, tuple[str, ...]]] = field(default_factory=list)
    marked_late: list[Learner] = field(default_factory=list)
    late: list[tuple[Learner, float]] = field(default_factory=list)
    absent: list[Learner] = field(default_factory=list)
    strangers: list[Learner] = field(default_factory=list)
    identical: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    untouched: list[Learner] = field(default_factory=list)
    told: list[tuple[Learner, str]] = field(default_factory=list)
    isolations: Counter[str] = field(default_factory=Counter)
    ended: list[tuple[Learner, str]] = field(default_factory=list)
    own_time: int = 0
    late_by_file: int = 0


def gather(assignment: Assignment, rows: Iterable[Row]) -> ClassStatistics:
    """Go through the gradebook once."""
    found = ClassStatistics(items={question.id: Item() for question in assignment.questions})
    for row in rows:
        _add(found, row)
    found.slowest = sorted(found.slowest, reverse=True)
    found.identical = {hash: who for hash, who in found.identical.items() if len(who) > 1}
    return found


def _add(found: ClassStatistics, row: Row) -> None:
    grading = row.grading
    for waiting in found.items.keys() & set(row.waits):
        found.items[waiting].waits += 1
    if grading is None:
        if row.waits:
            found.waiting.append((row.learner, row.waits))
        found.absent.append(row.learner)
        return
    if not row.learner.on_roster:
        found.strangers.append(row.learner)
    found.handed_in += 1
    if not row.unopened:
        found.totals.append(float(row.total))
        found.provisional += bool(row.waits)
    if not grading.failed:
        found.isolations[grading.isolation] += 1
    if ended := "; ".join(ended_cells(grading.detail)):
        found.ended.append((row.learner, ended))
    found.own_time += grading.time_source in BY_FILE
    found.late_by_file += grading.late > 0 and grading.time_source in BY_FILE
    if grading.detail.untouched:
        found.untouched.append(row.learner)
    else:
        found.identical[grading.detail.notebook or grading.content].append(row.learner.id)
    if grading.detail.teacher:
        found.told.append((row.learner, " ".join(grading.detail.teacher)))
    heapq.heappush(found.slowest, (grading.seconds, row.learner.id))
    if len(found.slowest) > _SLOWEST:
        heapq.heappop(found.slowest)
    if row.waits:
        found.waiting.append((row.learner, row.waits))
    if grading.detail.marked_late:
        found.marked_late.append(row.learner)
    if grading.late:
        found.late.append((row.learner, grading.late))
    if row.unopened:
        found.failed.append((row.learner, grading.failure))
        return
    # From here on as in the totals: what could not be opened counts once a person has given all its marks.
    for question in grading.detail.questions:
        item, mark = found.items.get(question.id), row.marks.get(question.id)
        if item is None or mark is None:
            continue
        if not grading.failed:
            item.seconds.append(question.seconds)
        if not mark.waits:  # what is open is no mark yet
            item.points.append(float(mark.points))
            item.rest.append(float(row.subtotal - mark.points))
        for finding in question.findings:
            if finding.diagnosis or finding.mark == Sign.WRONG.value:
                key = (question.id, finding.name, finding.diagnosis)
                found.mistakes[key] += 1
                if len(found.examples[key]) < _EXAMPLES:
                    said = finding.teacher or (finding.message if question.kind == "code" else "")
                    found.examples[key].append(Example(row.learner.id, finding.understood, said))
