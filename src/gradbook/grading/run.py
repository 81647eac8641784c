"""Grading a class, from what the teacher has to the tables and pages: what `gradbook grade` calls."""

import contextlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from gradbook.assignment.deadline import due_text, zone_of
from gradbook.assignment.definition import Assignment
from gradbook.assignment.running.runner import Limits, Runner
from gradbook.core.files import write_text
from gradbook.grading.batch import Batch, Change, Counts
from gradbook.grading.folder import CHANGES, GradesFolder
from gradbook.grading.given_data import given_data
from gradbook.grading.gradebook.records import Learner
from gradbook.grading.grader import Grader
from gradbook.grading.intake.collect import collect
from gradbook.grading.intake.given import Keep, require_usable
from gradbook.grading.intake.names import Named, compiled
from gradbook.grading.intake.other_assignment import require_own
from gradbook.grading.intake.plan import plan
from gradbook.grading.intake.roster import read_roster
from gradbook.grading.last_run import NONE, Kept, LastRun, keep_roster, kept_of, read_last_run, regrading_since
from gradbook.grading.late import with_due
from gradbook.grading.outputs import Outputs
from gradbook.grading.spreadsheets import csv_text

if TYPE_CHECKING:
    from gradbook.digits import Digits

MakeRunner = Callable[[Iterable[Path]], Runner]


@dataclass(frozen=True, slots=True)
class ClassGraded:
    """What was done.

    Attributes:
        folder: the grades.
        due: the deadline in the assignment's zone; "" where there is none.
        counts: how many hand-ins were graded, wait, are late, failed.
        changes: points that are others than before.
        absent: who is on the roster and handed nothing in, now or in an earlier run.
        elsewhere: who is on the roster, is not in what was given now and was graded in an earlier run.
        strangers: who handed in and is not on the roster; nobody where there is none.
        moved: an earlier id and the one that its hand-in goes by now.
        run: who all were meant.
        repeated: who handed in more than once.
        marked_late: whom the course site marks as late, and no time that is known here.
        left_out: files that are no hand-in, with the reason.
        isolation: what protected the machine.
        kept: the deadline, the roster and the limits that were taken over from an earlier run.
        limits: that each hand-in had.
        unmade: whose page could not be made.
    """

    folder: GradesFolder
    due: str
    counts: Counts
    changes: tuple[Change, ...]
    absent: tuple[Learner, ...]
    elsewhere: tuple[Learner, ...]
    strangers: tuple[Learner, ...]
    moved: tuple[tuple[str, str], ...]
    run: LastRun
    repeated: tuple[Learner, ...]
    marked_late: tuple[Learner, ...]
    left_out: tuple[str, ...]
    isolation: str
    kept: Kept
    limits: Limits
    unmade: tuple[Learner, ...] = ()

    @property
    def nothing_graded(self) -> bool:
        """Whether every hand-in failed, and no person has marked one."""
        return 0 < self.counts.total == self.counts.failed


def grade_class(
    given: Sequence[Path],
    assignment: Assignment,
    out: Path,
    make_runner: MakeRunner,
    *,
    roster: Path | None = None,
    names: str | None = None,
    keep: Keep = Keep.LAST,
    regrade: bool = False,
    book: str | None = None,
    data: "str | Path | Digits" = "auto",
    anonymous: bool = False,
    limit: float | None = None,
    total: float | None = None,
    workers: int = 1,
    due: str = "",
    progress: Callable[[Counts], None] = lambda _: None,
) -> ClassGraded:
    """Grade a class; what was graded before and has not changed is not run again.

    Args:
        given: folders, zips and notebooks.
        assignment: the teacher's.
        out: the folder of grades.
        make_runner: makes what cells run in, given the places that no hand-in may see.
        roster: a table of the learners; without one the folder's last, and with `NONE` none.
        names: a regular expression with groups id and name, for files that nobody else names so.
        keep: which of several hand-ins by one learner counts.
        regrade: run everything again; of one that was stopped, only what it had not reached.
        book: the gradebook, where it is not the folder's own file.
        data: digits, or as for `gradbook.digits.load`.
        anonymous: make pages without names too.
        limit, total: seconds that a cell and a hand-in may take; without one the folder's last, else the usual one.
        workers: how many run at once.
        due: another deadline, as `late.with_due` reads it; without one the folder's last, and with `NONE` none.
        progress: is told how far it is.

    Raises:
        GradingUsageError: something given makes no sense; nothing was written.
        GradingError: the gradebook cannot be used, or another process grades into the folder.
        AssignmentError: the assignment's own files are wrong.
        SandboxError: this machine has no safe way to run other people's code.
    """
    require_usable(given, assignment, names)  # said before anything of a folder that is there by chance
    pattern = compiled(names)
    folder = GradesFolder(out, assignment)
    before, kept = read_last_run(out), kept_of(out, due, roster, limit, total)
    limit, total = limit or kept.limit, total or kept.total
    limits = _limits(limit, total)
    since = regrading_since(before) if regrade else None
    said = "" if due == NONE else due or kept.due
    if said:
        assignment = with_due(assignment, said)
    table = None if roster is not None and str(roster) == NONE else roster or kept.roster
    people = read_roster(table) if table else None
    elsewhere = [path for path in given if path.resolve() != out.resolve()]

    def on_roster(named: Named) -> bool:
        return people is not None and people.find(named) is not None

    with collect(elsewhere, Path(assignment.notebook).stem, pattern, on_roster, assignment.folder) as collected:
        require_own(collected.attempts, assignment)
        planned = plan(collected.attempts, people, keep, zone_of(assignment.late, assignment.due))
        private = [path.resolve() for path in (*given, assignment.folder, out)]
        folder.claim(book)
        with folder.locked(), folder.open_book() as gradebook, given_data(assignment, data) as inside:
            here = {one.learner.id: one.learner for one in planned.planned}
            ids = sorted({*here, *(one.id for one in planned.absent)})
            run = LastRun(
                ids,
                people is not None,
                collected.left_out,
                assignment.due.isoformat() if said and assignment.due else "",
                canvas=people.canvas if people else None,
                roster_name=before.roster_name if before and kept.roster else table.name if table else "",
                regrading=since.isoformat() if since else "",
                changes=before.changes if before and before.stopped else (),
                limit=limit,
                total=total,
            )
            keep_roster(out, table)
            replace(run, stopped=True).write(out)  # until it has come to its end
            outputs = Outputs(folder, assignment, gradebook, anonymous=anonymous)
            # Loaded before anything is run, and from the teacher's folder only.
            with contextlib.closing(make_runner(private)) as runner:
                grader = Grader(assignment, inside, runner.isolation, folder.secret)
                batch = Batch(grader, runner, gradebook, limits, workers, since, outputs.learner, progress)
                batch.changes += [Change(*change) for change in run.changes]
                try:
                    graded = batch.grade(planned)
                finally:
                    told = [(one.learner, one.question, one.before, one.after) for one in batch.changes]
                    replace(run, stopped=True, changes=told).write(out)
                    _write_changes(out / CHANGES, told)
            run = replace(run, earlier=[learner.shown for learner in graded.earlier], changes=(), regrading="")
            run.write(out)
            outputs.all()
            unmade = tuple(learner for id, learner in gradebook.learners().items() if id in outputs.unmade)
            known = {one.id for one in planned.absent if (row := gradebook.row(one.id)) and row.grading is not None}
    isolation = runner.isolation
    return ClassGraded(
        folder,
        due_text(assignment),
        graded.counts,
        graded.changes,
        tuple(one for one in planned.absent if one.id not in known),
        tuple(one for one in planned.absent if one.id in known),
        tuple(one for one in here.values() if people is not None and not one.on_roster),
        graded.moved,
        run,
        planned.repeated,
        tuple(here[id] for id in sorted(graded.marked_late)),
        collected.left_out,
        isolation,
        kept,
        limits,
        unmade,
    )


def _limits(limit: float, total: float) -> Limits:
    """Return what a hand-in may use, where so many seconds are given for a cell and the whole; 0 for the usual ones."""
    usual = Limits()
    return replace(usual, cell=limit or usual.cell, wall=total or usual.wall, cpu=total or usual.cpu)


def _write_changes(path: Path, told: Sequence[Sequence[str]]) -> None:
    """Write the table of what has changed; where nothing has, there is none, and none of an earlier run."""
    if told:
        write_text(path, csv_text(("id", "question", "before", "after"), told))
    else:
        path.unlink(missing_ok=True)
