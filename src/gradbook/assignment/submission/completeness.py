"""Is a hand-in complete? What is missing or doubtful, with what to do. Nothing is run and nothing is judged."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from gradbook.assignment.definition import Question
from gradbook.assignment.notebook.answers import Answer, HandedIn, Missing
from gradbook.assignment.notebook.blanks import has_blank
from gradbook.assignment.notebook.cells import ANSWER, CHECK, Notebook
from gradbook.assignment.notebook.images import links
from gradbook.assignment.quiz.record import Record


class Severity(StrEnum):
    """How much a finding matters. None of them keeps anybody from handing in."""

    MISSING = "missing"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at before handing in.

    Attributes:
        severity: whether something is missing, or looks wrong.
        where: the question's id, or the cell: "cell 7 (losses = [])".
        message: what it is, and what to do.
    """

    severity: Severity
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


def look_over(handed_in: HandedIn, folder: Path, record: Record) -> list[Finding]:
    """Return what is missing or doubtful, in the notebook's order.

    Args:
        handed_in: the notebook as saved.
        folder: where the notebook lies, with its pictures.
        record: of the quiz.
    """
    findings: list[Finding] = []
    for question in handed_in.questions:
        findings += _question(question, handed_in.answers.get(question.id), record)
    findings += [Finding(Severity.DOUBTFUL, "quiz", problem) for problem in record.problems]
    gone = [lost for lost in handed_in.missing if lost.role == CHECK]
    findings += [Finding(Severity.DOUBTFUL, lost.question, lost.advice) for lost in gone]
    findings += pictures(handed_in, folder)
    findings += _runs(handed_in.notebook, _timeless(handed_in))
    return findings


def _question(question: Question, answer: Answer | None, record: Record) -> Iterator[Finding]:
    if question.kind == "quiz":
        for name in question.quiz:
            if name not in record.choices:
                text = f'the quiz question {name} is not answered. Run its cell, ask("{name}"), and choose.'
                yield Finding(Severity.MISSING, question.id, text)
    elif answer is None or not answer.found:
        yield Finding(Severity.MISSING, question.id, Missing(question.id, ANSWER).advice)
    elif question.kind == "code":
        if has_blank(answer.text):
            yield Finding(Severity.MISSING, question.id, "a blank (...) is still to be filled in.")
    elif not answer.text:
        yield Finding(Severity.MISSING, question.id, "no answer yet. If you wrote one, save (Ctrl+S).")


def pictures(handed_in: HandedIn, folder: Path) -> Iterator[Finding]:
    """Say which pictures of the learner's that cells show are not there, by the question or else the cell."""
    notebook, places = handed_in.notebook, handed_in.places
    for index, cell in enumerate(notebook["cells"]):
        if cell["cell_type"] == "markdown":
            held = frozenset(cell.get("attachments", {}))
            for link in links(cell["source"], folder, held):
                if link.problem and link.target not in handed_in.given_pictures:
                    yield Finding(Severity.MISSING, places[index][0] or _called(notebook, index), link.problem)


def _timeless(handed_in: HandedIn) -> set[int]:
    """Return the cells that may run at any time and as often as one likes: checks, the quiz, and handing in."""
    quizzes = {question.id for question in handed_in.questions if question.kind == "quiz"}
    free = {index for index, (name, role) in enumerate(handed_in.places) if role == CHECK or name in quizzes}
    return free | {index for index, cell in enumerate(handed_in.notebook["cells"]) if ".export(" in cell["source"]}


def _runs(notebook: Notebook, timeless: set[int]) -> Iterator[Finding]:
    """Say which code cells never ran, ended in an error, or ran in another order than they stand in."""
    never: list[int] = []
    highest, before = 0, 0
    disorder: tuple[int, int] | None = None
    for index, cell in enumerate(notebook["cells"]):
        if cell["cell_type"] != "code" or not cell["source"].strip() or index in timeless:
            continue
        count = cell.get("execution_count")
        if count is None:
            never.append(index)
            continue
        if count < highest and disorder is None:
            disorder = (before, index)
        if count >= highest:
            highest, before = count, index
        for output in cell.get("outputs", []):
            if output.get("output_type") == "error":
                text = f"it ended with {output.get('ename', 'an error')}. Correct it and run it again."
                yield Finding(Severity.DOUBTFUL, _called(notebook, index), text)
    if never:
        first = _called(notebook, never[0])
        where = first if len(never) == 1 else f"{len(never)} cells, the first of them {first}"
        text = "not run, or not saved after the run. Use Run > Run All Cells, then save (Ctrl+S)."
        yield Finding(Severity.DOUBTFUL, where, text)
    if disorder:
        text = f"it was run before {_called(notebook, disorder[0])}, which stands above it, so that what it shows may "
        text += "be stale. Use Kernel > Restart Kernel and Run All Cells."
        yield Finding(Severity.DOUBTFUL, _called(notebook, disorder[1]), text)


def _called(notebook: Notebook, index: int) -> str:
    """Return a cell's number and how it begins, because JupyterLab does not number cells by their place."""
    lines = [line.strip() for line in notebook["cells"][index]["source"].splitlines() if line.strip()]
    begins = lines[0] if lines else ""
    return f"cell {index + 1} ({begins[:40]}{'...' if len(begins) > 40 else ''})" if begins else f"cell {index + 1}"
