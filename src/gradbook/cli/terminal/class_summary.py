"""What `gradbook grade` prints once a class is graded: in a line each what a teacher has to know, and what to do."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gradbook.grading.gradebook.records import Learner
    from gradbook.grading.intake.given import Keep
    from gradbook.grading.run import ClassGraded

_KEPT = {
    "last": "The last counts; --keep first or best takes another.",
    "first": "The first counts, as --keep first has it.",
    "best": "The best counts, as --keep best has it.",
}
_SHOWN = 20  # lines of a list that a terminal shows; the files hold all


def summary(graded: "ClassGraded", regrade: bool, keep: "Keep") -> Iterator[str]:
    """Yield the lines; names in them may be a learner's choice.

    Args:
        graded: by `grade_class`.
        regrade: whether everything was run again: then it is said also that no points changed.
        keep: which of several hand-ins by one learner counts.
    """
    from gradbook.grading.folder import CHANGES, CLASS_PAGE, TABLE
    from gradbook.grading.late import unsure_text

    counts, place = graded.counts, graded.folder.path
    what = "1 hand-in" if counts.total == 1 else f"{counts.total:,} hand-ins"
    yield f"Graded {what}; isolation: {graded.isolation}."
    yield from _again(graded, regrade)
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
    if counts.other_notebooks:
        yield (
            f"With several notebooks in which something different was written: {counts.other_notebooks:,}. Their pages "
            "say which was taken; where the names do not tell, they are for a person. A folder of several learners is "
            "given by itself."
        )
    if counts.failed:
        every = ", which is every hand-in: nothing is graded" if graded.nothing_graded else ""
        yield f"Failed: {counts.failed:,}{every}. See them, and why: gradbook grades {place} --failed"
    if graded.unmade:
        yield (
            f"Pages that could not be made: {_counted(graded.unmade)}. The points stand; {place / CLASS_PAGE} says "
            "why, and a person looks at the hand-in."
        )
    if counts.ended:
        yield (
            f"With cells that were ended, or tried what is forbidden: {counts.ended:,}. "
            f"{place / CLASS_PAGE} says which."
        )
    yield from _given(graded)
    if counts.nothing or counts.reduced:
        takes = [f"reduces {counts.reduced:,}"] if counts.reduced else []
        takes += [f"takes {counts.nothing:,} to 0"] if counts.nothing else []
        yield (
            f"Of {counts.total:,} total{'s' if counts.total != 1 else ''} lateness {' and '.join(takes)}. Another "
            'deadline: --due "2026-12-01T20:00:00+01:00"; for good: in assignment.toml of a copy of your own.'
        )
    if counts.late_by_file:
        yield unsure_text(counts.late_by_file, counts.late)
    yield from _people(graded, keep)
    if graded.left_out:
        yield f"Left out: {len(graded.left_out):,}"
        yield from (f"  {line}" for line in graded.left_out[:_SHOWN])
    if graded.changes or regrade:
        yield f"Points changed: {len(graded.changes):,}" + (f", all in {place / CHANGES}" if graded.changes else "")
        for change in graded.changes[:_SHOWN]:
            yield f"  {change.learner}  {change.question}: {change.before} -> {change.after}"
    yield f"Marks: {place / TABLE}"
    yield f"Class: {place / CLASS_PAGE}"


def _again(graded: "ClassGraded", regrade: bool) -> Iterator[str]:
    """Say what was not run again, and why something was, where nobody has asked for it."""
    counts = graded.counts
    if again := counts.known - counts.copied:
        renewed = f" Of {counts.renewed:,} of them lateness, name or notes have changed." if counts.renewed else ""
        yield f"Not run again, because their files are the same as before: {again:,}.{renewed}"
    if counts.longer and not regrade:
        now = f"--limit {graded.limits.cell:g}, --total {graded.limits.wall:g}"
        yield f"Run again, because their time was over before and they have more now ({now}): {counts.longer:,}."
    if counts.changed and not regrade:
        yield (
            "Run again, because assignment, checks, a learner's numbers or Gradbook are others than before: "
            f"{counts.changed:,}."
        )


def _given(graded: "ClassGraded") -> Iterator[str]:
    """Say by which deadline, roster and limits it was graded, where that is not plain."""
    from gradbook.assignment.running.runner import Limits

    kept, usual = graded.kept, Limits()
    if not graded.due:
        yield 'Nothing is late: the assignment has no deadline. One from now on: --due "2026-12-01T20:00:00+01:00"'
    elif graded.counts.late or graded.run.due:
        told = "; it was given for an earlier run: --due none takes the assignment's own" if kept.due else ""
        yield f"The deadline was {graded.due}{told}."
    if kept.roster:
        name = graded.run.roster_name
        yield f"The roster was {name}, as it was given for an earlier run: --roster none grades without one."
    limits = [f"--{name} {seconds:g}" for name, seconds in (("limit", kept.limit), ("total", kept.total)) if seconds]
    if limits:
        often = f"--limit {usual.cell:g} --total {usual.wall:g}"
        yield f"The limits were {' and '.join(limits)}, as given for an earlier run; the usual ones are {often}."


def _people(graded: "ClassGraded", keep: "Keep") -> Iterator[str]:
    """Say who is to be looked at, or is not where one would look."""
    if graded.marked_late:
        yield (
            f"Marked as late by the course site, and not late by the times known here: "
            f"{_counted(graded.marked_late)}. Counted as in time; give the times with --roster: columns id and time."
        )
    if graded.repeated:
        yield f"Handed in more than once: {_counted(graded.repeated)}. {_KEPT[keep]}"
    for what, learners in (
        ("Handed nothing in", graded.absent),
        ("Not in what was given now, and graded before", graded.elsewhere),
        ("Not on the roster", graded.strangers),
    ):
        if learners:
            yield f"{what}: {_counted(learners)}"
    if graded.run.earlier_text:
        yield graded.run.earlier_text
    if graded.moved:
        yield f"Known by other ids before: {', '.join(f'{old} is {new}' for old, new in graded.moved[:_SHOWN])}"


def _counted(learners: "Sequence[Learner]") -> str:
    few = ", ".join(one.shown for one in learners[:_SHOWN]) + (", ..." if len(learners) > _SHOWN else "")
    return f"{len(learners):,} ({few})"
