"""What `grader.check` shows: a small table in a notebook, plain text in a terminal."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from gradbook.assignment.checking.marks import Mark
from gradbook.core.text.terminal import plain

_COLOURS = {
    Mark.RIGHT: "#18794e",
    Mark.HALF: "#9a6700",
    Mark.WRONG: "#c62a2f",
    Mark.OPEN: "#5b6675",
    Mark.PERSON: "#5b6675",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what was asked, what was read, and what is said of it.

    Attributes:
        hints: each says more than the one before.
    """

    what: str
    mark: Mark
    says: str
    read: str = ""
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The check of one question.

    Attributes:
        level: how many hints the text shows (in a notebook they unfold).
        notes: what else there is to say, such as when the file was saved.
        counted: what a good line is called: "right", or "answered" for a quiz.
        rest: what part of the points is checked after handing in only, or empty.
    """

    question: str
    title: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    level: int = 1
    counted: str = "right"
    rest: str = ""

    @property
    def passed_all(self) -> bool:
        """Whether every line is good; named as Otter names it."""
        return all(line.mark is Mark.RIGHT for line in self.lines)

    @property
    def summary(self) -> str:
        """The question, and how many of its lines are good."""
        marks = [line.mark for line in self.lines]
        good, left = marks.count(Mark.RIGHT), marks.count(Mark.PERSON)
        if left == len(marks):
            count = "a person will look at this"
        elif good == len(marks):
            count = f"all {self.counted}" + (" so far" if self.rest else "")
        else:
            count = f"{good} of {len(marks)} {self.counted}" + (f", {left} for a person" if left else "")
        return f"{self.question} {self.title}: {count}" + (f"; {self.rest}" if self.rest else "")

    def __repr__(self) -> str:
        rows = [self.summary]
        for line in self.lines:
            read = f"  [{' '.join(line.read.split())}]" if line.read else ""
            rows.append(f"  {line.mark.value} {line.what}: {line.says}{read}")
            rows += [f"      Hint {number}: {hint}" for number, hint in enumerate(line.hints[: self.level], start=1)]
        if any(len(line.hints) > self.level for line in self.lines):
            rows.append(f'  More hints: grader.check("{self.question}", hints={self.level + 1})')
        rows += [f"  {note}" for note in self.notes]
        return "\n".join(map(plain, rows))

    def _repr_html_(self) -> Markup:
        read = any(line.read for line in self.lines)
        head = ["", "asked", *(["read"] if read else []), "result"]
        return Markup(
            '<div><p style="margin: .3rem 0"><b>{}</b></p>'
            "<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>{}</div>"
        ).format(
            self.summary,
            _each('<th style="text-align: left">{}</th>', head),
            Markup("").join(_row(line, read=read) for line in self.lines),
            _each('<p style="margin: .3rem 0; opacity: .75">{}</p>', self.notes),
        )


@dataclass(frozen=True, slots=True)
class Reports:
    """The checks of several questions, one after the other."""

    reports: tuple[Report, ...]

    def __repr__(self) -> str:
        return "\n\n".join(map(repr, self.reports))

    def _repr_html_(self) -> Markup:
        return Markup("").join(report._repr_html_() for report in self.reports)


def _row(line: Line, *, read: bool) -> Markup:
    cells = [Markup('<b style="color: {}">{}</b>').format(_COLOURS[line.mark], line.mark.value), line.what]
    if read:
        cells.append(Markup("<code>{}</code>").format(" ".join(line.read.split())) if line.read else "")
    cells.append(Markup("{}{}").format(line.says, _folded(line.hints)))
    return Markup("<tr>{}</tr>").format(_each('<td style="text-align: left; vertical-align: top">{}</td>', cells))


def _each(form: str, texts: Iterable[str]) -> Markup:
    """Put each text into an element; what is no `Markup` is escaped."""
    return Markup("").join(Markup(form).format(text) for text in texts)


def _folded(hints: Iterable[str]) -> Markup:
    """Return hints that unfold one after the other: the second is inside the first."""
    inner = Markup("")
    for number, hint in reversed(list(enumerate(hints, start=1))):
        inner = Markup("<details><summary>Hint {}</summary>{}{}</details>").format(number, hint, inner)
    return inner
