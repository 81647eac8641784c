"""An assignment made ready to check hand-ins: everything of the grader's is loaded once, before anything is run."""

import copy
import secrets
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from gradbook.assignment.checking.checks import CheckResult, load_checks
from gradbook.assignment.definition import Assignment, Question
from gradbook.assignment.graph_questions import GraphQuestions
from gradbook.assignment.layout import QUIZ, RECORD
from gradbook.assignment.notebook.answers import Answer, HandedIn, Outline
from gradbook.assignment.notebook.cells import Notebook
from gradbook.assignment.notebook.images import targets
from gradbook.assignment.quiz.questions import find, load_quiz
from gradbook.assignment.quiz.record import Choice, parse_record
from gradbook.assignment.running.exports import Exports, Request, request
from gradbook.assignment.running.runner import Cell, Job
from gradbook.written import Exercise, Status, Verdict


class GradingSession:
    """An assignment with its checks, quiz, exercises and texts, each loaded once.

    Args:
        assignment: the assignment.
        hidden: also run hidden checks, and mark the quiz with its key; needs the teacher's folder.
        variant: whose numbers the written questions have; None for the folder's own.

    Raises:
        AssignmentError: the assignment's own files are wrong.
        QuizError: quiz.json is wrong.
        NotebookError: the blank notebook cannot be read.
    """

    def __init__(self, assignment: Assignment, *, hidden: bool = False, variant: str | None = None) -> None:
        self.assignment = assignment
        self.hidden = hidden
        self._checks = load_checks(assignment)
        asks = any(question.kind == "quiz" for question in assignment.questions)
        self._quiz = load_quiz(assignment.folder / QUIZ, keys=hidden) if asks else {}
        self._draw(variant)

    @property
    def variant(self) -> str | None:
        """Whose numbers the written questions have; None for those of the assignment's file."""
        return self._written.variant

    def for_variant(self, name: str | None) -> "GradingSession":
        """Return a session for another learner's numbers, which shares all that does not depend on them."""
        other = copy.copy(self)
        other._draw(name)
        return other

    def request(self, seed: int | None = None) -> Request:
        """Return what a notebook is asked to export, and what its functions are tried with.

        Args:
            seed: of the random inputs; None for fresh ones, so that nobody can prepare for them.
        """
        return request(self.assignment.questions, secrets.randbits(63) if seed is None else seed)

    def open(self, notebook: Notebook | HandedIn) -> HandedIn:
        """Return a notebook with the place of each of its cells.

        Args:
            notebook: as `read_notebook` gives it, or as a session for other numbers has opened it.
        """
        if isinstance(notebook, HandedIn):
            return HandedIn(notebook.notebook, self._outline, notebook)
        return HandedIn(notebook, self._outline)

    def cells(self, notebook: Notebook | HandedIn) -> tuple[Cell, ...]:
        """Return the code cells of a notebook, to be run."""
        handed_in = self._opened(notebook)
        return tuple(
            Cell(index, handed_in.places[index].question, cell["source"])
            for index, cell in enumerate(handed_in.notebook["cells"])
            if cell["cell_type"] == "code"
        )

    def answers(self, notebook: Notebook | HandedIn) -> dict[str, Answer]:
        """Return what was written for each question, by its id."""
        return self._opened(notebook).answers

    def job(
        self,
        notebook: Notebook | HandedIn,
        *,
        files: Mapping[str, bytes] | None = None,
        data: Path | None = None,
        seed: int | None = None,
    ) -> Job:
        """Return what a runner is given of a notebook; see `Job` and `request`."""
        return Job(self.cells(notebook), self.request(seed), files or {}, data)

    def put_beside(self, exports: Exports, notebook: Notebook | HandedIn, record: bytes | None = b"") -> Exports:
        """Return what a run exported with the notebook's written answers and the quiz's record beside it.

        Args:
            exports: of the run.
            notebook: that was run.
            record: the content of record.txt; None where it should be there and is not.
        """
        handed_in = self._opened(notebook)
        texts = {id: answer.text for id, answer in handed_in.answers.items()}
        told = exports.with_causes(self.assignment.questions)
        return told.with_answers(texts, record, other_numbers=bool(handed_in.other_numbers))

    def check(self, exports: Exports) -> dict[str, list[CheckResult]]:
        """Check every question; return what was found by the question's id."""
        earlier: list[Verdict] = []
        return {question.id: self._check(question, exports, earlier) for question in self.assignment.questions}

    def check_question(self, question: str | Question, exports: Exports) -> list[CheckResult]:
        """Check one question.

        Args:
            question: the question, or its id.
            exports: all that may be looked at.

        Raises:
            AssignmentError: there is no such question.
        """
        asked = self.assignment.question(question) if isinstance(question, str) else question
        earlier: list[Verdict] = []
        if asked.kind == "written":  # what follows from an earlier mistake is no second one
            for before in self.assignment.questions[: self.assignment.questions.index(asked)]:
                if before.kind == "written":
                    earlier += self._verdicts(before, exports, earlier)
        return self._check(asked, exports, earlier)

    def _draw(self, variant: str | None) -> None:
        """Load what depends on the variant."""
        self._written = GraphQuestions(self.assignment, variant)
        self._exercises: dict[str, Exercise] = {
            question.id: self._written.exercise(question)
            for question in self.assignment.questions
            if question.kind == "written"
        }
        self._outline = Outline(self.assignment, self._written.fill)

    def _opened(self, notebook: Notebook | HandedIn) -> HandedIn:
        return notebook if isinstance(notebook, HandedIn) else self.open(notebook)

    def _check(self, question: Question, exports: Exports, earlier: list[Verdict]) -> list[CheckResult]:
        """Check a question; what is found of a written one is added to `earlier`."""
        match question.kind:
            case "written":
                verdicts = self._verdicts(question, exports, earlier)
                earlier += verdicts
                return [_of_verdict(question, verdict) for verdict in verdicts]
            case "quiz":
                return self._quizzed(question, exports)
            case "manual":
                return [_for_a_person(question, exports)]
        return [check.run(exports) for check in self._checks[question.id] if self.hidden or not check.ref.hidden]

    def _verdicts(self, question: Question, exports: Exports, earlier: list[Verdict]) -> list[Verdict]:
        # Here: these are most of the kit's modules, and a wrong path is refused, and a hand-in packed, without them.
        from gradbook.written import judge, read

        asked = self._exercises[question.id]
        answer = exports.answers.get(question.id, "")
        if exports.other_numbers and answer:
            # Right or wrong for other numbers says nothing: none of it is read.
            return list(judge(replace(read("", asked), person=True), asked))
        reading = read(answer, asked)
        if reading.image and not reading.statements:
            # The answer is on the photo: no fragment of the text beside it is worth a verdict.
            reading = replace(reading, person=True)
        return list(judge(reading, asked, earlier))

    def _quizzed(self, question: Question, exports: Exports) -> list[CheckResult]:
        each = question.points / len(question.quiz)
        if exports.no_record:
            return [_unknown_choice(question, name, each) for name in question.quiz]
        choices = parse_record(exports.record).choices
        return [self._choice(question, name, choices.get(name), each) for name in question.quiz]

    def _choice(self, question: Question, name: str, choice: Choice | None, points: Fraction) -> CheckResult:
        asked, none = find(self._quiz, name), Fraction(0)
        unanswered = "Not answered." if self.hidden else "Not answered yet."
        refusal = unanswered if choice is None else asked.refusal(choice)
        if not self.hidden or choice is None or refusal:
            # Answered or not is all that is said before handing in.
            of = points if self.hidden else none
            passed = refusal is None and not self.hidden
            return CheckResult(question.id, name, passed, none, of, refusal or "Answered.", answered=refusal is None)
        right = asked.is_right(choice)
        return CheckResult(
            question.id, name, right, points if right else none, points, "Right." if right else "Not right."
        )


def on_paper(question: Question, answer: str) -> bool:
    """Whether a written answer shows a picture beside what is read of it: a person sees that as well."""
    return question.kind == "written" and any(True for _ in targets(answer))


def _of_verdict(question: Question, verdict: Verdict) -> CheckResult:
    return CheckResult(
        question.id,
        verdict.key,
        verdict.status is Status.RIGHT,
        verdict.points,
        verdict.of,
        verdict.learner,
        person=not verdict.status.decided,
        verdict=verdict,
        answered=verdict.status is not Status.MISSING,
    )


def _unknown_choice(question: Question, name: str, of: Fraction) -> CheckResult:
    message = f"{RECORD}, which holds the choices of the quiz, is not in this hand-in. A person decides."
    return CheckResult(question.id, name, False, Fraction(0), of, message, person=True, answered=False)


def _for_a_person(question: Question, exports: Exports) -> CheckResult:
    answered = bool(exports.answers.get(question.id))
    message = "A person will read this." if answered else "No answer found."
    return CheckResult(
        question.id, question.id, False, Fraction(0), question.points, message, person=answered, answered=answered
    )
