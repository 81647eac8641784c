"""What is wrong with an assignment, in a teacher's words: from what its solution and its blank notebook scored."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from gradbook.assignment.checking.checks import CheckResult
from gradbook.assignment.checking.grading_session import GradingSession
from gradbook.assignment.checking.summary import total
from gradbook.assignment.definition import Question
from gradbook.assignment.layout import CHECKS, DEFINITION
from gradbook.assignment.notebook.cells import Notebook
from gradbook.assignment.notebook.definitions import defines
from gradbook.assignment.running.exports import Exports
from gradbook.core.text.suggest import did_you_mean

Results = Mapping[str, Sequence[CheckResult]]


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
            yield from absent or (_failing(question, result) for result in wrong)
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
                yield _failing(question, result)
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


def _failing(question: Question, result: CheckResult) -> str:
    if result.broken:
        return f"{question.id}, {result.name}: the check itself fails with {result.fault}. Mend it in {CHECKS}."
    return f"{question.id}, {result.name}: the solution fails: {result.message}"


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
    same = {name: tuple(replace(case, output=cases[0].output) for case in cases) for name, cases in probes.items()}
    results = session.check_question(question, replace(exports, probes={**exports.probes, **same}))
    public, hidden = ([result for result in results if result.hidden is kind] for kind in (False, True))
    return bool(public and hidden) and all(one.passed for one in public) and not all(one.passed for one in hidden)
