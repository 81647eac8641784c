"""The checks of a live notebook: names come from its kernel, answers from its file.

What is judged is exported data, as when a class is graded: the learner's objects themselves are never asked.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup

from gradbook.assignment.checking.checks import CheckResult
from gradbook.assignment.checking.grading_session import GradingSession, on_paper
from gradbook.assignment.checking.marks import mark_of
from gradbook.assignment.checking.notebook_run import LIMIT, run_notebook
from gradbook.assignment.checking.points import points_text
from gradbook.assignment.checking.summary import PHOTO, cell_troubles, later
from gradbook.assignment.definition import Question, load_assignment
from gradbook.assignment.folder import find_notebook
from gradbook.assignment.jupyter.autosave import Saved, save
from gradbook.assignment.jupyter.report import Line, Report, Reports
from gradbook.assignment.notebook.answers import Answer, Missing
from gradbook.assignment.notebook.cells import ANSWER
from gradbook.assignment.notebook.file import read_notebook
from gradbook.assignment.quiz.record import record_bytes
from gradbook.assignment.running.exports import live_exports
from gradbook.assignment.submission.completeness import pictures
from gradbook.assignment.submission.package import hand_in
from gradbook.written import Status, Verdict


class Session:
    """A learner's folder and the names of a live notebook in it.

    Args:
        folder: the learner's folder.
        given: the name of the notebook in its first cell; it may have been renamed since.
        namespace: what the notebook defined.
    """

    def __init__(self, folder: Path, given: str | None, namespace: dict[str, Any]) -> None:
        self._folder = folder
        self._given = given
        self._namespace = namespace
        self._assignment = load_assignment(folder)

    @cached_property
    def _grading(self) -> GradingSession:
        return GradingSession(self._assignment)

    def check(self, question: str, level: int = 1) -> Report:
        """Check one question, with so many hints a line in the text.

        Raises:
            AssignmentError: there is no such question.
        """
        return self._check([self._assignment.question(question)], level)[0]

    def check_all(self) -> Reports:
        """Check every question, in order."""
        return Reports(tuple(self._check(self._assignment.questions, 1)))

    def export(
        self,
        *,
        notebook: str | None,
        out: str | None,
        extra: Iterable[str | Path],
        reading: bool,
        link: bool,
        saving: bool,
        run: bool,
    ) -> None:
        """Make the zip and say what it lacks; see `Notebook.export`."""
        path = self._notebook(notebook)
        saved = save(path) if saving else None
        made = hand_in(self._folder, path, Path(out) if out else None, extra=extra, reading=reading)
        if saved is not None and saved.advice:
            print(saved.advice)
        print(made.text)
        if link:
            _show_link(made.zip)
        if run:
            print("\nRunning the notebook from the top in a fresh kernel, as it will be graded ...")
            read = read_notebook(path)
            exports = run_notebook(self._grading, read, self._folder)
            results = self._grading.check(exports)
            found = [report(asked, results[asked.id]).summary for asked in self._assignment.questions]
            print("\n".join([*cell_troubles(exports.cells, read, LIMIT), *found]))

    def _check(self, questions: Iterable[Question], level: int) -> list[Report]:
        asked = list(questions)
        saved, given, lost = self._answers() if any(question.in_markdown for question in asked) else (None, {}, {})
        texts = {name: answer.text for name, answer in given.items()}
        exports = live_exports(asked, self._namespace).with_answers(texts, record_bytes(self._folder))
        return [
            report(
                question,
                self._grading.check_question(question, exports),
                notes=(*_notes(question, saved, given), *lost.get(question.id, ())),
                level=level,
            )
            for question in asked
        ]

    def _answers(self) -> tuple[Saved, dict[str, Answer], dict[str, list[str]]]:
        """Return how the file stands, what it holds, and which of its pictures are not there, by question."""
        saved = save(self._notebook(None))
        read = self._grading.open(read_notebook(saved.path))
        lost: dict[str, list[str]] = {}
        for finding in pictures(read, self._folder):
            lost.setdefault(finding.where, []).append(finding.message)
        return saved, read.answers, lost

    def _notebook(self, given: str | None) -> Path:
        return find_notebook(self._folder, given or self._given, self._namespace, self._assignment.notebook)


def report(
    question: Question,
    results: Iterable[CheckResult],
    *,
    notes: tuple[str, ...] = (),
    level: int = 1,
) -> Report:
    """Return what the checks of one question found, for the learner."""
    counted = "answered" if question.kind in ("quiz", "manual") else "right"
    found = list(results)
    lines = tuple(_line(question, result) for result in found)
    rest = later(question, found) if question.kind == "code" else Fraction(0)
    text = (
        f"the rest ({points_text(rest)} of {points_text(question.points)}) is checked after you hand in" if rest else ""
    )
    return Report(question.id, question.title, lines, notes, level, counted, text)


def _line(question: Question, result: CheckResult) -> Line:
    if result.verdict is not None:
        return _written(result, result.verdict)
    # check_q6_outputs is the check of q6 that is about outputs.
    what = result.name.removeprefix("check_").removeprefix(question.id).strip("_").replace("_", " ")
    return Line(what or question.id, mark_of(result), result.message)


def _written(result: CheckResult, verdict: Verdict) -> Line:
    says = {Status.WRONG: "Not right yet.", Status.WRONG_STEP: "The result is right, but a step on the way is not."}
    return Line(
        f"{verdict.asked} as a formula" if verdict.key.endswith(":formula") else verdict.asked,
        mark_of(result),
        says.get(verdict.status, verdict.learner),
        verdict.understood if verdict.status.decided else verdict.read,
        verdict.hints if verdict.status in says else (),
    )


def _notes(question: Question, saved: Saved | None, given: Mapping[str, Answer]) -> tuple[str, ...]:
    if saved is None or not question.in_markdown:
        return ()
    answer = given[question.id]
    notes = []
    if not answer.found:
        notes.append(f"{question.id}: {Missing(question.id, ANSWER).advice}")
    elif not answer.text:
        notes.append(f"In the file {saved.path.name} the answer is still empty. Wrote one? Save (Ctrl+S), check again.")
    elif on_paper(question, answer.text):
        notes.append(PHOTO)
    if saved.advice:
        notes.append(saved.advice)
    return tuple(notes)


def _show_link(path: Path) -> None:
    from IPython.core.getipython import get_ipython
    from IPython.display import HTML, display

    if get_ipython() is not None:
        link = Markup('<p>Download: <a href="{0}" download="{0}" target="_blank">{0}</a></p>').format(path.name)
        display(HTML(link))
