"""What is wrong with an assignment, in a teacher's words: from what its solution and its blank notebook scored."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from gradbook.assignment.checking.checks import CheckResult
from gradbook.assignment.checking.grading_session import GradingSession
from gradbook.assignment.checking.summary import total
from gradbook.assignment.definition import Question
from gradbook.assignment.layout import DEFINITION
from gradbook.assignment.notebook.cells import Notebook
from gradbook.assignment.notebook.definitions import defines
from gradbook.assignment.running.exports import Exports
from gradbook.core.text.suggest import did_you_mean

Results = Mapping[str, Sequence[CheckResult]]
# By what they are: a learner's function may return any of them, and each is a wrong answer, not a check's failure.
_WRONG_OUTPUTS: dict[str, object] = {
    "nothing": None,
    "a text": "two",
    "a single number": 0.5,
    "an array of another length": np.linspace(0, 1, 2003),
    "an array of more dimensions": np.ones((3, 2, 4)),
    "lists of different lengths": [[1.0], [1.0, 2.0]],
}


def missing_marks(session: GradingSession, results: Results, exports: Exports, solution: Notebook) -> Iterator[str]:
    """Yield where a solution does not score full marks, and why."""
    for question in session.assignment.questions:
        mine = results[question.id]
        wrong = [result for result in mine if not result.passed]
        if question.kind == "manual":
            if not mine[0].person:
                yield f"{question.id}: the solution has no answer."
        elif wrong:
            absent = list(_absent(question, exports, solution))
            yield from absent or (_failing(question, result, "the solution") for result in wrong)
        elif total(mine) != question.points:
            yield (
                f"{question.id}: its checks give {float(total(mine)):.6g} points in all, and the question is worth "
                f"{float(question.points):.6g}. Mend the points of its [[question.check]]s."
            )


def gifts(session: GradingSession, results: Results, blank: Notebook, solution: Notebook) -> Iterator[str]:
    """Yield where the untouched notebook scores something, and why."""
    given, right = session.answers(blank), session.answers(solution)
    for question in session.assignment.questions:
        good = [result for result in results[question.id] if result.passed or result.points]
        leaked = bool(given[question.id].text) and given[question.id].text == right[question.id].text
        if leaked and question.kind != "quiz" and (good or question.in_markdown):
            yield (
                f"{question.id}: the answer is in the learners' notebook, because nothing marks it as a solution. In "
                "code end its lines with # SOLUTION; a whole cell goes between raw cells, # BEGIN SOLUTION and "
                "# END SOLUTION."
            )
            continue
        for result in results[question.id]:
            if result.broken:
                yield _failing(question, result, "the untouched notebook")
            elif result.passed or result.points:
                yield f"{question.id}, {result.name}: passes on the untouched notebook. Make the check stricter."


def notes(session: GradingSession, exports: Exports) -> Iterator[str]:
    """Yield what is not wrong and yet good to know."""
    for question in session.assignment.questions:
        if question.probes and _constant_passes(session, question, exports):
            yield (
                f"{question.id}: a function that always returns the same passes the public checks, so learners read "
                "Right until it is graded. Try more in a public check, or tell them."
            )


def fragile(session: GradingSession, exports: Exports, *known: Results) -> Iterator[str]:
    """Yield the checks that fail themselves where a function of the learner's returns what it should not.

    Args:
        session: of the assignment, with hidden checks.
        exports: the solution's, whose outputs are exchanged for others.
        *known: results by question; of a check that failed there already, nothing more is said.
    """
    for question in session.assignment.questions:
        if not question.probes:
            continue
        told = {result.name for results in known for result in results[question.id] if result.broken}
        for what, output in _WRONG_OUTPUTS.items():
            wrong = _returning(exports, {probe.name: output for probe in question.probes})
            for result in session.check_question(question, wrong):
                if result.broken and result.name not in told:
                    told.add(result.name)
                    yield _failing(question, result, f"a function that returns {what}")


def _returning(exports: Exports, outputs: Mapping[str, object]) -> Exports:
    """Return the exports as if each probe named had always returned the same."""
    same = {
        name: tuple(replace(case, output=output) for case in exports.probes.get(name, ()))
        for name, output in outputs.items()
    }
    return replace(exports, probes={**exports.probes, **same})


def _failing(question: Question, result: CheckResult, where: str) -> str:
    """Say that a check does not accept the solution, or fails itself.

    Args:
        question: whose.
        result: what it found.
        where: on what it was tried.
    """
    if not result.broken:
        return f"{question.id}, {result.name}: {where} fails: {result.message}"
    read = "what a function returns with case.number() or case.array(shape)"
    if not question.probes:
        read = "what is exported with exports.number(name) and its like"
    return (
        f"{question.id}, {result.name}: on {where} the check itself fails with {result.fault}, so that a person would "
        f"have to decide. Mend it: read {read}, which find another kind or shape wrong."
    )


def _absent(question: Question, exports: Exports, solution: Notebook) -> Iterator[str]:
    """Yield the names that assignment.toml wants and that the solution does not define."""
    code = [cell["source"] for cell in solution["cells"] if cell["cell_type"] == "code"]
    known: set[str] = set().union(*map(defines, code))
    wanted = dict.fromkeys(question.export, "export") | {probe.call: "call" for probe in question.probes}
    for name, key in wanted.items():
        if name not in known:
            yield (
                f"{question.id}: {DEFINITION} says {key} {name}, and no cell of the solution defines it."
                f"{did_you_mean(name, sorted(known))}"
            )


def _constant_passes(session: GradingSession, question: Question, exports: Exports) -> bool:
    """Whether public checks are content with one answer for all inputs, and hidden ones are not."""
    probes = {probe.name: exports.probes.get(probe.name, ()) for probe in question.probes}
    if not all(len(cases) > 1 and cases[0].output is not None for cases in probes.values()):
        return False
    same = _returning(exports, {name: cases[0].output for name, cases in probes.items()})
    results = session.check_question(question, same)
    public, hidden = ([result for result in results if result.hidden is kind] for kind in (False, True))
    return bool(public and hidden) and all(one.passed for one in public) and not all(one.passed for one in hidden)
