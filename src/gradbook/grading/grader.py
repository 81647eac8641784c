"""One hand-in from its bytes to what is found in it. Everything of the grader's is loaded before any cell runs.

HandIn -> Ready (answers and pictures read, cells and request for the runner) -> Outcome -> Detail
"""

import hashlib
import hmac
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

import gradbook
from gradbook.assignment.checking.checks import CheckResult
from gradbook.assignment.checking.grading_session import GradingSession, on_paper
from gradbook.assignment.checking.marks import mark_of
from gradbook.assignment.definition import Assignment, Question
from gradbook.assignment.graph_questions import numbers_text
from gradbook.assignment.layout import DATA, DIST, RECORD
from gradbook.assignment.notebook.answers import HandedIn
from gradbook.assignment.notebook.cells import ANSWER, Notebook
from gradbook.assignment.notebook.images import attached, kind_of, picture_name, targets
from gradbook.assignment.notebook.origin import foreign
from gradbook.assignment.running.exports import CellRun, Exports
from gradbook.assignment.running.runner import Job, Outcome
from gradbook.grading.errors import HandInError
from gradbook.grading.gradebook.records import CellResult, Detail, Finding, Learner, Picture, QuestionResult, clean
from gradbook.grading.intake.hand_in import HandIn

# The rooms whose code decides on points: where it changes, hand-ins are graded anew.
_DECIDING = ("graph", "written", "digits", "assignment", "grading/sandbox")
_MAX_NOTES, _MAX_PRINTED = 10, 400_000
_MAX_PICTURES, _MAX_PICTURE, _MAX_PICTURES_BYTES = 16, 6 << 20, 24 << 20
_SEED_BITS = 63
NO_RECORD = f"{RECORD} is not in the hand-in"
OTHER_NOTEBOOK = "another notebook in the hand-in may be meant"
UNTOUCHED = "The notebook is untouched: nothing was written into it."
OTHER_NUMBERS = "the notebook gives other numbers than it is judged by"


@dataclass(frozen=True, eq=False)
class Numbers:
    """Whose numbers the written questions of a hand-in are judged by.

    Attributes:
        variant: "" for the assignment's own.
        told: how it is known, where that is to be said.
        opened: the notebook, where it was opened to find out.
    """

    variant: str = ""
    told: str = ""
    opened: HandedIn | None = None


@dataclass(frozen=True, eq=False)
class Ready:
    """A hand-in that was read and can be run.

    Attributes:
        session: of its assignment, with the learner's own numbers.
        notebook: with the place of each of its cells.
        record: the quiz's choices; None where they were not handed in.
        job: for the runner.
        seed: of what the job asks.
        pictures: the photos in written answers.
        notes: what is to be known.
        blank: whether nothing was written into the notebook.
        untouched: whether nothing lies beside it either.
        doubtful: whether another notebook of the hand-in may be meant.
    """

    session: GradingSession
    notebook: HandedIn
    record: bytes | None
    job: Job
    seed: int
    pictures: tuple[Picture, ...] = ()
    notes: tuple[str, ...] = field(default=())
    blank: bool = False
    untouched: bool = False
    doubtful: bool = False


class Grader:
    """An assignment, loaded once, that reads and judges hand-ins.

    Args:
        assignment: the teacher's, with hidden checks and keys.
        data: the folder that cells see as data/; None for none.
        isolation: what protects the machine: a hand-in graded without protection is graded anew with it.
        secret: what random inputs are drawn from, with a hand-in's content: the same files always meet the same inputs,
            and nobody who does not know it can foresee or choose them; "" for fresh ones each time.

    Raises:
        AssignmentError: the assignment's own files are wrong.
    """

    def __init__(self, assignment: Assignment, data: Path | None, isolation: str, secret: str = "") -> None:
        self.assignment = assignment
        self._secret = secret.encode()
        self._session = GradingSession(assignment, hidden=True)
        self._sessions: dict[str, GradingSession] = {"": self._session}
        self._data = data
        own = _digest(_assignment_files(assignment))
        self._version = f"{own} {deciding_version()} {isolation.startswith('none')}"

    def fingerprint(self, hand_in: HandIn, variant: str) -> str:
        """Return what is the same exactly where grading again could find nothing else."""
        return hashlib.sha256(f"{self._version} {hand_in.content} {variant}".encode()).hexdigest()

    def ready(self, hand_in: HandIn, numbers: Numbers) -> Ready:
        """Read a hand-in and say what is to be run. Nothing of it runs here.

        Args:
            hand_in: with a notebook.
            numbers: those of its written questions.

        Raises:
            HandInError: it is another assignment's notebook, or no question is in it.
        """
        if hand_in.notebook is None:
            raise ValueError("a hand-in without a notebook cannot be run")
        session = self._for(numbers.variant)
        notebook = numbers.opened or session.open(hand_in.notebook)
        if doubt := foreign(notebook, self.assignment):
            advice = f"The notebook is not that of {self.assignment.title}, or its questions are gone: hand in yours."
            raise HandInError(f"{hand_in.notebook_name}: {doubt}", advice)
        seed = self._seed(hand_in)
        job = session.job(notebook, files=hand_in.files, data=self._data, seed=seed)
        notes: list[str] = []
        pictures = tuple(_photos(session, notebook, hand_in.files, notes))
        notes = list(dict.fromkeys(notes))
        if len(notes) > _MAX_NOTES:  # a link is five characters, and a note a line of the page
            notes[_MAX_NOTES:] = [f"So it is with {len(notes) - _MAX_NOTES:,} more pictures."]
        notes += [missing.told for missing in notebook.missing if missing.role == ANSWER]
        if notebook.other_numbers:
            notes.append(
                clean(
                    f"The notebook gives other numbers than {numbers_text(numbers.variant or None)} "
                    f"({notebook.other_numbers}): a person decides on its written answers. Whose numbers it has can be "
                    "said in the roster's column variant; then grade again.",
                    2_000,
                )
            )
        blank = notebook.is_untouched
        untouched = blank and all(name in notebook.given_pictures for name in hand_in.files)
        if untouched:
            notes.append(UNTOUCHED)
        return Ready(
            session,
            notebook,
            hand_in.record,
            job,
            seed,
            pictures,
            tuple(notes),
            blank=blank,
            untouched=untouched,
            doubtful=hand_in.doubtful,
        )

    def worked(self, notebook: Notebook) -> Mapping[str, str]:
        """Return what was written in a notebook, by the question; nothing where it is another assignment's."""
        opened = self._session.open(notebook)
        return {} if foreign(opened, self.assignment) else opened.worked

    def numbers_of(self, hand_in: HandIn, learner: Learner) -> Numbers:
        """Return whose numbers a hand-in has.

        The roster's word counts first, then the receipt's claim of somebody whom no roster has. Else a variant is known
        by the notebook's own text, and only the learner's own: another's notebook waits for a person.
        """
        claimed = hand_in.claims.variant
        if learner.variant:
            return Numbers(learner.variant)
        if claimed and not learner.on_roster:
            return Numbers(claimed, f"Its numbers are those of the variant {claimed}, as the receipt inside claims.")
        if hand_in.notebook is None:
            return Numbers()
        own = self._session.open(hand_in.notebook)
        if own.other_numbers:
            for name in filter(None, (learner.id, learner.name, *learner.alias.split(";"))):
                opened = self._for(name).open(own)
                if not opened.other_numbers:
                    told = f"Its numbers are those of the variant {name}, the learner's own, as its text shows."
                    return Numbers(name, told, opened)
        return Numbers(opened=own)

    def judge(self, ready: Ready, outcome: Outcome) -> tuple[Detail, tuple[Picture, ...]]:
        """Check what came back; return all that was found, and the hand-in's pictures."""
        exports = ready.session.put_beside(outcome.exports, ready.notebook, ready.record)
        results = ready.session.check(exports)
        cells = tuple(
            CellResult(
                run.index,
                run.question,
                run.status,
                round(float(run.seconds), 3),
                text,
                clean(run.error, 500),
            )
            for run, text in zip(exports.cells, _texts(exports.cells), strict=True)
        )
        shown = {picture.question for picture in ready.pictures}
        questions = tuple(
            _question(
                question,
                results[question.id],
                exports.answers.get(question.id, "") if question.in_markdown else "",
                exports,
                question.id in shown,
                sum(cell.seconds for cell in cells if cell.question == question.id),
            )
            for question in self.assignment.questions
        )
        if ready.doubtful:
            questions = tuple(replace(one, waits=True, why=one.why or OTHER_NOTEBOOK) for one in questions)
        drawn = (
            Picture("cell", run.question, f"cell {run.index + 1}", png)
            for run in exports.cells
            for png in run.pictures
            if kind_of(png) == "png"
        )
        detail = Detail(
            questions,
            cells,
            ready.notes,
            seed=ready.seed,
            cpu=outcome.cpu,
            memory=outcome.memory,
            trouble=clean(outcome.trouble, 500),
            read=ready.notes,
            untouched=ready.untouched,
        )
        return detail, tuple(_few((*ready.pictures, *drawn)))

    def failed(self, why: str, advice: str = "") -> Detail:
        """Return what is found in a hand-in that cannot be graded: every question waits for a person.

        Args:
            why: for the teacher.
            advice: for the learner, where there is more to say than to hand in again.
        """
        short = "it could not be graded; the notes say why"
        return Detail(
            tuple(
                QuestionResult(question.id, question.title, question.kind, Fraction(0), question.points, True, short)
                for question in self.assignment.questions
            ),
            notes=(why,),
            read=(why,),
            advice=advice,
        )

    def _seed(self, hand_in: HandIn) -> int:
        if not self._secret:
            return secrets.randbits(_SEED_BITS)
        keyed = hmac.new(self._secret, hand_in.content.encode(), hashlib.sha256).digest()
        return int.from_bytes(keyed[:8], "big") >> (64 - _SEED_BITS)

    def _for(self, variant: str) -> GradingSession:
        if variant not in self._sessions:
            if len(self._sessions) > 64:  # each learner may have numbers of her own
                self._sessions = {"": self._session}
            self._sessions[variant] = self._session.for_variant(variant)
        return self._sessions[variant]


def deciding_version() -> str:
    """Return what changes where the code that decides on points does."""
    root = Path(gradbook.__file__).parent
    files = [path for room in _DECIDING for path in sorted((root / room).rglob("*.py"))]
    parts = ((path.relative_to(root).as_posix(), path.read_bytes()) for path in (*files, Path(__file__)))
    return f"{gradbook.__version__} {_digest(parts)}"


def _assignment_files(assignment: Assignment) -> Iterator[tuple[str, bytes]]:
    """Yield what an assignment consists of: not its data, not what was built from it."""
    for path in sorted(assignment.folder.rglob("*")):
        name = path.relative_to(assignment.folder)
        aside = any(part.startswith(".") or part == "__pycache__" for part in name.parts)
        if not aside and name.parts[0] not in (DATA, DIST) and path.is_file():
            yield name.as_posix(), path.read_bytes()


def _digest(files: Iterable[tuple[str, bytes]]) -> str:
    digest = hashlib.sha256()
    for name, content in files:
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:16]


def _question(
    question: Question, results: Sequence[CheckResult], answer: str, exports: Exports, photo: bool, seconds: float
) -> QuestionResult:
    points = sum((result.points for result in results), Fraction(0))
    open_parts = [result for result in results if result.person]
    why = ""
    shown = clean(answer, 100_000)
    if open_parts:
        why = _why(question, exports, open_parts)
    elif points < question.points and (photo or on_paper(question, answer)):
        why = "there is a photo beside what was read"
    return QuestionResult(
        question.id,
        clean(question.title),
        question.kind,
        points,
        question.points,
        bool(why),
        why,
        tuple(_finding(result, shown == answer) for result in results),
        shown,
        round(seconds, 3),
    )


def _finding(result: CheckResult, placed: bool) -> Finding:
    """Return what a check found; its place in the answer only where the answer is kept as it was."""
    message = clean(result.message, 1000)
    found = Finding(_asked(result), mark_of(result).value, message, result.points, result.of, result.hidden)
    verdict = result.verdict
    if verdict is None:
        failed = "the check itself failed" if result.broken else ""
        return replace(found, diagnosis=failed, teacher=clean(result.fault, 500))
    return replace(
        found,
        status=str(verdict.status),
        diagnosis=str(verdict.diagnosis),
        understood=clean(verdict.understood, 500),
        teacher=clean(verdict.teacher, 500),
        hints=tuple(clean(hint, 500) for hint in verdict.hints),
        start=verdict.start if placed else 0,
        end=verdict.end if placed else 0,
    )


def _why(question: Question, exports: Exports, open_parts: Sequence[CheckResult]) -> str:
    """Return what a person has to decide of a question, or why."""
    match question.kind:
        case "manual":
            return "a person reads it"
        case "quiz":
            return NO_RECORD
        case "written" if exports.other_numbers:
            return OTHER_NUMBERS
    return ", ".join(dict.fromkeys(_asked(result) for result in open_parts))


def _asked(result: CheckResult) -> str:
    return result.verdict.asked if result.verdict is not None else result.name


def _photos(
    session: GradingSession, notebook: HandedIn, files: Mapping[str, bytes], notes: list[str]
) -> Iterator[Picture]:
    """Yield the pictures that written answers show, from the hand-in's files or from the cells themselves."""
    cells = notebook.notebook["cells"]
    for id, answer in session.answers(notebook).items():
        if not session.assignment.question(id).in_markdown:
            continue
        held = {name: data for index in answer.cells for name, data in attached(cells[index]).items()}
        for target in (found.text for found in targets(answer.text[:200_000])):
            name = picture_name(target)
            data = held.get(name) if target.startswith("attachment:") else files.get(name)
            if data is None:
                notes.append(clean(f"{id}: the picture {target[:100]} is not in the hand-in."))
            elif not kind_of(data) or len(data) > _MAX_PICTURE:
                notes.append(clean(f"{id}: the picture {target[:100]} cannot be shown here; open the hand-in."))
            else:
                yield Picture("answer", id, clean(name, 200), data)


def lone_pictures(hand_in: HandIn) -> tuple[Picture, ...]:
    """Return the pictures of a hand-in that could not be graded, for the person who has to look at it."""
    fit = {name: data for name, data in hand_in.files.items() if kind_of(data) and len(data) <= _MAX_PICTURE}
    return tuple(_few(Picture("hand-in", "", clean(name, 200), data) for name, data in sorted(fit.items())))


def _texts(runs: Iterable[CellRun]) -> Iterator[str]:
    """Yield what each cell printed, all together no more than a page can show."""
    left = _MAX_PRINTED
    for run in runs:
        text = clean(run.text)[:left]
        left -= len(text)
        yield text


def _few(pictures: Iterable[Picture]) -> Iterator[Picture]:
    """Keep a hand-in's pictures to what a gradebook can hold ten thousand times."""
    total = 0
    for number, picture in enumerate(pictures):
        total += len(picture.data)
        if number >= _MAX_PICTURES or total > _MAX_PICTURES_BYTES:
            return
        yield picture
