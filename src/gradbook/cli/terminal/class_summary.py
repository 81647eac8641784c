"""What `gradbook grade` prints when a class is graded."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from gradbook.core.text.terminal import plain

if TYPE_CHECKING:
    from gradbook.grading.gradebook.records import Learner
    from gradbook.grading.run import ClassGraded

_SHOWN = 20  # lines of a list that a terminal shows; the files hold all


def summary(graded: "ClassGraded", regrade: bool) -> Iterator[str]:
    """Yield what was done with a class, line by line, and what to do next.

    Args:
        graded: by `grade_class`.
        regrade: whether everything was run again: then it is said also that no points changed.
    """
    from gradbook.grading.folder import CHANGES, CLASS_PAGE, TABLE
    from gradbook.grading.late import unsure_text

    counts, place = graded.counts, graded.folder.path
    what = "1 hand-in" if counts.total == 1 else f"{counts.total:,} hand-ins"
    yield f"Graded {what}; isolation: {graded.isolation}."
    if again := counts.known - counts.copied:
        renewed = f" Of {counts.renewed:,} of them lateness, name or notes have changed." if counts.renewed else ""
        yield f"Not run again, because their files are the same as before: {again:,}.{renewed}"
    if counts.copied:
        yield f"With the same files as another learner's: {counts.copied:,}. {place / CLASS_PAGE} says whose."
    if counts.for_a_person:
        yield f"For a person: {counts.for_a_person:,}. See them: gradbook grades {place} --for-a-person"
    if counts.no_record:
        yield (
            f"Without record.txt, which holds the choices of the quiz: {counts.no_record:,}. A person decides on their "
            "quiz; the zip that gradbook submit makes holds it."
        )
    if counts.other_numbers:
        yield (
            f"With other numbers than they are judged by: {counts.other_numbers:,}. Say whose numbers each has in a "
            "roster's column variant, and grade again."
        )
    if counts.failed:
        yield f"Failed: {counts.failed:,}. See them: gradbook grades {place} --failed"
    if counts.ended:
        yield (
            f"With cells that were ended, or tried what is forbidden: {counts.ended:,}. "
            f"{place / CLASS_PAGE} says which."
        )
    if graded.due is None:
        yield 'Nothing is late: the assignment has no deadline. One from now on: --due "2026-12-01T20:00:00+01:00"'
    elif counts.late or graded.run.due:
        told = "; it was given for an earlier run: --due none takes the assignment's own" if graded.kept.due else ""
        yield f"The deadline was {graded.due:%Y-%m-%d %H:%M %z}{told}."
    if graded.kept.roster:
        name = plain(graded.run.roster_name)
        yield f"The roster was {name}, as it was given for an earlier run: --roster none grades without one."
    if counts.nothing or counts.reduced:
        yield (
            f"Lateness: of {counts.total:,} totals {counts.nothing:,} count 0 and {counts.reduced:,} a part. Another "
            'deadline for a run: --due "2026-12-01T20:00:00+01:00"; for good: in assignment.toml of a copy of your own.'
        )
    if counts.late_by_file:
        yield unsure_text(counts.late_by_file, counts.late)
    yield from _people(graded)
    if graded.left_out:
        yield f"Left out: {len(graded.left_out):,}"
        yield from (f"  {plain(line)}" for line in graded.left_out[:_SHOWN])
    if graded.changes or regrade:
        yield f"Points changed: {len(graded.changes):,}" + (f", all in {place / CHANGES}" if graded.changes else "")
        for change in graded.changes[:_SHOWN]:
            yield f"  {change.learner}  {change.question}: {change.before} -> {change.after}"
    yield f"Marks: {place / TABLE}"
    yield f"Class: {place / CLASS_PAGE}"


def _people(graded: "ClassGraded") -> Iterator[str]:
    """Say who of the roster, of the hand-ins and of earlier runs is not where one would look."""
    if graded.absent:
        yield f"Handed nothing in: {len(graded.absent):,} ({_few(graded.absent)})"
    if graded.elsewhere:
        yield f"Not in what was given now, and graded before: {len(graded.elsewhere):,} ({_few(graded.elsewhere)})"
    if graded.strangers:
        yield f"Not on the roster: {len(graded.strangers):,} ({_few(graded.strangers)})"
    if graded.run.earlier_text:
        yield graded.run.earlier_text
    if graded.moved:
        yield f"Known by other ids before: {', '.join(f'{old} is {new}' for old, new in graded.moved[:_SHOWN])}"


def _few(learners: "Sequence[Learner]") -> str:
    return ", ".join(one.shown for one in learners[:_SHOWN]) + (", ..." if len(learners) > _SHOWN else "")
