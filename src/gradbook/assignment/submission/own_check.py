"""`gradbook check`: one's own notebook, wherever it lies, run and checked, with all that there is to say of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gradbook.assignment.checking.checks import CheckResult
from gradbook.assignment.checking.grading_session import GradingSession
from gradbook.assignment.checking.notebook_run import LIMIT, run_notebook
from gradbook.assignment.checking.summary import cell_troubles, data_missing, total_line
from gradbook.assignment.deadline import deadline_text
from gradbook.assignment.definition import Assignment, load_assignment
from gradbook.assignment.folder import PlaceError, find_folder, notebook_of
from gradbook.assignment.graph_questions import has_numbers_of, numbers_text
from gradbook.assignment.layout import KIT
from gradbook.assignment.notebook.answers import HandedIn
from gradbook.assignment.notebook.cells import Notebook
from gradbook.assignment.notebook.file import read_notebook
from gradbook.assignment.notebook.origin import foreign, known_by_name
from gradbook.assignment.running.kernel import Progress
from gradbook.assignment.submission.completeness import pictures


@dataclass(frozen=True, slots=True)
class OwnCheck:
    """What was found.

    Attributes:
        assignment: what was asked.
        results: each question's, by id.
        answers: the written ones, by question.
        lines: what else to look at: cells in trouble, pictures that are not there, answer cells that are gone.
        total: the points in one line.
        deadline: what is due when, and what lateness costs; "" where nothing is due.
        passed: whether nothing is wrong or missing.
    """

    assignment: Assignment
    results: Mapping[str, Sequence[CheckResult]]
    answers: Mapping[str, str]
    lines: tuple[str, ...]
    total: str
    deadline: str
    passed: bool


def check_own(
    notebook: Path | None = None,
    assignment: str | None = None,
    *,
    limit: float = LIMIT,
    variant: str | None = None,
    progress: Callable[[str], Progress] | None = None,
    now: datetime | None = None,
) -> OwnCheck:
    """Run a notebook and check it with the checks that learners have.

    Args:
        notebook: its file, or its folder; by default that of the current folder.
        assignment: which it is of, a name or a folder; by default that of the folder it lies in.
        limit: seconds that a cell may take.
        variant: whose numbers; by default the folder's.
        progress: given what is run, returns what is told how far it is.
        now: the time; by default the present.

    Raises:
        PlaceError: there is no notebook, or nothing says which assignment it is of, or it is another's.
        NotebookError: it is no notebook.
        KernelError: no kernel starts.
    """
    if notebook is None or notebook.is_dir():
        notebook = notebook_of(notebook, assignment)
    folder = notebook.resolve().parent
    read = read_notebook(notebook)
    asked, variant = assignment_of(notebook, read, assignment, variant)
    session = GradingSession(asked, variant=variant)
    handed_in = session.open(read)
    if doubt := foreign(handed_in, asked):
        hint = known_by_name(read)
        raise PlaceError(
            f"{notebook} cannot be checked: {doubt}. "
            + (f"Give --assignment {hint}." if hint and hint != asked.name else "Say which it is of with --assignment.")
        )
    at_home = (folder / KIT).is_dir() or asked.folder.resolve() == folder
    exports = run_notebook(
        session,
        handed_in,
        folder,
        at_home=at_home,
        limit=limit,
        progress=progress and progress(notebook.name),
    )
    results = session.check(exports)
    lost = list(map(str, pictures(handed_in, folder)))
    gone = [f"{cell.question}: {cell.advice}" for cell in handed_in.missing]
    away = data_missing(asked, folder) if at_home else []
    return OwnCheck(
        asked,
        results,
        exports.answers,
        (*_whose(handed_in, session), *away, *cell_troubles(exports.cells, read, limit), *gone, *lost),
        total_line(asked, results),
        deadline_text(asked, now or datetime.now().astimezone()),
        not lost and all(result.passed or result.person for mine in results.values() for result in mine),
    )


def assignment_of(
    notebook: Path, read: Notebook, assignment: str | None, variant: str | None = None
) -> tuple[Assignment, str | None]:
    """Return which assignment a notebook is of, and whose numbers it has.

    Args:
        notebook: its file.
        read: what is in it.
        assignment: a name or a folder, where somebody says it.
        variant: whose numbers, where somebody says it.

    Raises:
        PlaceError: nothing says which it is of, or it lies in the folder of another one.
        AssignmentError: there is no such assignment.
    """
    home = find_folder(notebook.resolve().parent)
    if assignment is None:
        if home is None:
            hint = known_by_name(read)
            raise PlaceError(
                f"{notebook} lies in no assignment's folder. Say which it is of: --assignment {hint or 'DIR'}"
            )
        return _with_numbers(load_assignment(home), variant)
    asked = load_assignment(assignment)
    if home is not None:
        there = load_assignment(home)
        if there.name != asked.name:
            raise PlaceError(
                f"{notebook} lies in a folder of {there.title} ({there.name}), and --assignment says {asked.title} "
                f"({asked.name}). Leave --assignment out, or give the notebook that you mean."
            )
        variant = variant or there.variant
    return _with_numbers(asked, variant)


def _with_numbers(asked: Assignment, variant: str | None) -> tuple[Assignment, str | None]:
    """Return both. The numbers of a learner's folder were filled in once: there are no others to check with."""
    if asked.folder.name == KIT and not has_numbers_of(asked, variant):
        raise PlaceError(
            f"{asked.folder.parent} has {numbers_text(asked.variant)}, not those of {variant}: leave --variant out, or "
            "give the teacher's folder with --assignment."
        )
    return asked, variant


def _whose(handed_in: HandedIn, session: GradingSession) -> list[str]:
    """Say that a notebook has other numbers than it was checked with, and what to do; nothing where it has not."""
    if not handed_in.other_numbers:
        return []
    return [
        f"The notebook gives other numbers than {numbers_text(session.variant)} ({handed_in.other_numbers}): its "
        "written answers cannot be checked. Say whose numbers it has: --variant NAME"
    ]
