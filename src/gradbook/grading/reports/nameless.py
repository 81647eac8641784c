"""A learner's line for pages that are shown to others: without what may hold a name."""

from dataclasses import replace

from gradbook.grading.gradebook.records import MACHINE, Mark, Row
from gradbook.grading.last_run import LastRun

_FAILED = "it could not be graded"


def nameless(row: Row) -> Row:
    """Return a line whose reasons name nobody: why a hand-in failed tells its file, and so often its learner.

    Args:
        row: as the gradebook has it.
    """
    grading = row.grading
    failed = row.failed

    def mark(one: Mark) -> Mark:
        if one.by != MACHINE:
            return replace(one, by="a person")
        return replace(one, why=_FAILED) if failed else one

    if grading is not None and failed:
        questions = tuple(replace(question, why=_FAILED) for question in grading.detail.questions)
        grading = replace(grading, detail=replace(grading.detail, questions=questions, notes=(_FAILED,)))
    if grading is not None:
        grading = replace(grading, detail=replace(grading.detail, teacher=()))
    return Row(row.learner, grading, {question: mark(one) for question, one in row.marks.items()})


def nameless_run(run: LastRun) -> LastRun:
    """Return what a page that is shown to others may tell of a run: no file, nobody of an earlier one."""
    return replace(run, left_out=(), earlier=())
