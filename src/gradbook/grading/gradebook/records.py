"""What a gradebook holds, as plain data.

Texts in here may come from a learner. `clean` makes them fit for a database and a page, and `label` names and ids; who
shows them escapes them.
"""

from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, TypeAdapter

from gradbook.core.text import terminal

# Points stand in JSON as a text, "3/10", so that no third is ever rounded.
Points = Annotated[Fraction, BeforeValidator(Fraction), PlainSerializer(str)]
MACHINE = "machine"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check, or the reader of written answers, found.

    Attributes:
        name: the check, the asked quantity, or the quiz question.
        mark: "✓" right, "✗" wrong, "~" half, "–" not answered, "?" for a person.
        message: for the learner.
        points, of: given, and to be had.
        hidden: whether learners are not shown it before marks are given.
        status, diagnosis, understood, teacher, hints: of a written answer, as `written.Verdict` has them.
        start, end: where in the answer's text; 0, 0 where nowhere.
    """

    name: str
    mark: str
    message: str
    points: Points
    of: Points
    hidden: bool = False
    status: str = ""
    diagnosis: str = ""
    understood: str = ""
    teacher: str = ""
    hints: tuple[str, ...] = ()
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """What one question gave.

    Attributes:
        id, title, kind: of the question.
        points, of: decided so far, and to be had.
        waits: whether a person has to decide something; `why` says what.
        findings: in order.
        answer: a written answer's Markdown, "" for others.
        seconds: that its cells ran.
    """

    id: str
    title: str
    kind: str
    points: Points
    of: Points
    waits: bool = False
    why: str = ""
    findings: tuple[Finding, ...] = ()
    answer: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class CellResult:
    """What one code cell did: its place from 0, its question or "", and what it said."""

    index: int
    question: str
    status: str
    seconds: float = 0.0
    text: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """All that was found in one hand-in, but its pictures.

    Attributes:
        questions: in the assignment's order.
        cells: what became of each code cell.
        notes: what is to be known about the hand-in, in sentences.
        read: those of them that its files alone say, which stand as long as the files are the same.
        teacher: what is not for the learner, in sentences, as it names others.
        late: how lateness was worked out, in a sentence.
        marked_late: whether the course site marks it as late, and no time that is known says so.
        seed: of the inputs that were drawn for this run.
        cpu, memory: processor seconds and bytes that its cells took.
        trouble: what ended the run as a whole, or "".
        advice: what the learner can do where nothing could be graded, or "".
        notebook: SHA-256 of the notebook alone, by which copies are found; "" where there is none, or nothing in it.
        untouched: whether nothing was written into the notebook, and nothing lies beside it.
        stopped_at: seconds that a cell and the whole were allowed, where one of them was too short; else zeros.
    """

    questions: tuple[QuestionResult, ...] = ()
    cells: tuple[CellResult, ...] = ()
    notes: tuple[str, ...] = ()
    late: str = ""
    seed: int = 0
    cpu: float = 0.0
    memory: int = 0
    trouble: str = ""
    advice: str = ""
    notebook: str = ""
    read: tuple[str, ...] = ()
    teacher: tuple[str, ...] = ()
    untouched: bool = False
    marked_late: bool = False
    stopped_at: tuple[float, float] = (0.0, 0.0)


_DETAIL = TypeAdapter(Detail)


def detail_json(detail: Detail) -> str:
    """Write a detail as JSON."""
    return _DETAIL.dump_json(detail).decode()


def read_detail(text: str) -> Detail:
    """Read what `detail_json` wrote."""
    return _DETAIL.validate_json(text)


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG that belongs to a hand-in: `kind` "answer" (a photo in a written answer), "cell" (drawn) or
    "hand-in" (of one that could not be graded).
    """

    kind: str
    question: str
    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Learner:
    """A learner, as the roster or the hand-in's name says. `on_roster` is False for a name that no roster has.

    Attributes:
        id, name: what tells the learner from others, and what people call her.
        alias: another name or number under which hand-ins come.
        variant: whose numbers the written questions have; "" for the assignment's own.
        extension: of the deadline, as `late.extended` reads it.
        email: for the exports.
    """

    id: str
    name: str = ""
    alias: str = ""
    variant: str = ""
    extension: str = ""
    email: str = ""
    on_roster: bool = True

    @property
    def shown(self) -> str:
        """The name, or the id where there is none."""
        return self.name or self.id

    @property
    def told_apart(self) -> str:
        """The name with the id behind it, where that is something else."""
        return self.id if self.name in ("", self.id) else f"{self.name} ({self.id})"


@dataclass(frozen=True, slots=True)
class Grading:
    """One hand-in, graded once.

    Attributes:
        learner: whose; an id.
        source: the file or folder that it came in.
        content: SHA-256 of what was handed in.
        fingerprint: of content, assignment, checks and grader; what has the same one need not be graded again.
        status: "graded", or "failed" where nothing could be.
        handed_in, time_source: when, and how that is known.
        late: seconds after the deadline.
        credit: the share of the points that it keeps.
        isolation: what protected the machine.
        seconds: that it took.
        detail: all that was found.
        counts: whether it is the learner's hand-in that counts; False for the others of `--keep best`.
        graded: when.
    """

    learner: str
    source: str
    content: str
    fingerprint: str
    status: str
    handed_in: datetime | None
    time_source: str
    late: float
    credit: Fraction
    isolation: str
    seconds: float
    detail: Detail
    counts: bool = True
    graded: datetime | None = None

    @property
    def failed(self) -> bool:
        """Whether nothing could be graded."""
        return self.status == "failed"

    @property
    def failure(self) -> str:
        """Why nothing could be graded, for the teacher; "" where something was."""
        return self.detail.notes[-1] if self.failed and self.detail.notes else ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Points for one question, given once; a later one follows it, none replaces it.

    Attributes:
        learner, question: whose, and for what.
        points, of: given, and to be had.
        waits: whether a person still has to decide.
        by: "machine", or a person's name.
        why: in words.
        content: of the hand-in that it is for.
        at: when.
    """

    learner: str
    question: str
    points: Fraction
    of: Fraction
    waits: bool
    by: str
    why: str
    content: str = ""
    at: datetime | None = None


def machine_mark(grading: Grading, question: QuestionResult) -> Mark:
    """Return what the machine gives for a question of a hand-in."""
    return Mark(
        grading.learner, question.id, question.points, question.of, question.waits, MACHINE, question.why,
        grading.content,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A learner's line in the gradebook: what stands now.

    Attributes:
        learner: who.
        grading: of the hand-in that counts; None for an absentee.
        marks: the newest for each question, by question.
    """

    learner: Learner
    grading: Grading | None
    marks: dict[str, Mark]

    @property
    def status(self) -> str:
        """In one word: "absent", "failed" (`unopened`), "provisional" (something waits for a person) or "graded"."""
        if self.grading is None and not self.marks:
            return "absent"
        if self.unopened:
            return "failed"
        return "provisional" if self.waits else "graded"

    @property
    def waits(self) -> tuple[str, ...]:
        """The questions that wait for a person."""
        return tuple(question for question, mark in self.marks.items() if mark.waits)

    @property
    def failed(self) -> bool:
        """Whether the machine could not grade the hand-in, whatever a person made of it."""
        return self.grading is not None and self.grading.failed

    @property
    def unopened(self) -> bool:
        """Whether the hand-in could not be graded, and no person has given all its marks yet: its 0 is no result."""
        return self.failed and bool(self.waits)

    @property
    def subtotal(self) -> Fraction:
        """The points of all questions, before lateness."""
        return sum((mark.points for mark in self.marks.values()), Fraction(0))

    @property
    def credit(self) -> Fraction:
        """The share that lateness leaves."""
        return self.grading.credit if self.grading else Fraction(1)

    @property
    def total(self) -> Fraction:
        """What counts."""
        return self.subtotal * self.credit


def clean(text: Any, limit: int = 20_000) -> str:
    """Return a text without control characters, lone surrogates and excess, whatever it was."""
    return terminal.without_controls(str(text)[:limit])


def label(text: str, limit: int = 200) -> str:
    """Return an id or a name of anybody's, fit to tell learners apart: one line, of what can be seen."""
    return terminal.label(text[:20_000])[:limit].strip()
