"""Runs an assignment's checks on exported data, never on a learner's live objects.

checks.py holds a function a check: it is given `Exports`, returns nothing (or a kind word) where all is well, and
raises `WrongAnswer` (or calls `expect`) where it is not. Any other exception is the teacher's mistake and costs the
learner nothing.
"""

import ast
import importlib.util
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from types import ModuleType

from gradbook.assignment.definition import Assignment, CheckRef, Question
from gradbook.assignment.errors import AssignmentError
from gradbook.assignment.folder import CHECKS, QUIZ
from gradbook.assignment.graph_questions import exercise
from gradbook.assignment.running.exports import Exports, WrongAnswer
from gradbook.written import Status, Verdict, judge, read

SHARES = "SHARES"  # in a learner's checks.py: each public check's points, hidden checks being left out there
_PICTURE = re.compile(r"!\[[^\]\n]*\]\(|<img\b", re.IGNORECASE)
Check = Callable[[Exports], str | None]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one check found.

    Attributes:
        question, name: which check it was; of a written question the asked quantity, of a quiz the quiz question.
        passed: whether all is well.
        points, of: given, and to be had.
        message: for the learner.
        hidden: whether learners do not get this check.
        person: whether a person has to decide.
        broken: whether the check itself failed: the teacher's mistake, to be decided by a person.
        verdict: of a written question, all that was found.
    """

    question: str
    name: str
    passed: bool
    points: Fraction
    of: Fraction
    message: str
    hidden: bool = False
    person: bool = False
    broken: bool = False
    verdict: Verdict | None = None


def expect(condition: object, message: str) -> None:
    """Raise `WrongAnswer` with a message for the learner unless the condition holds."""
    if not condition:
        raise WrongAnswer(message)


def check_questions(
    assignment: Assignment, exports: Exports, *, hidden: bool = False, variant: str | None = None
) -> dict[str, list[CheckResult]]:
    """Check every question, by id; see `check_question`."""
    return {
        question.id: check_question(assignment, question, exports, hidden=hidden, variant=variant)
        for question in assignment.questions
    }


def check_question(
    assignment: Assignment,
    question: str | Question,
    exports: Exports,
    *,
    hidden: bool = False,
    variant: str | None = None,
) -> list[CheckResult]:
    """Check one question.

    Args:
        assignment: the assignment.
        question: the question, or its id.
        exports: all that may be looked at.
        hidden: also run hidden checks, and mark the quiz with its key; needs the teacher's folder.
        variant: whose numbers the written questions have; None for the folder's own.

    Raises:
        AssignmentError: there is no such question, or the assignment's own files are wrong.
    """
    asked = assignment.question(question) if isinstance(question, str) else question
    match asked.kind:
        case "written":
            return _written(assignment, asked, exports, variant)
        case "quiz":
            return _quiz(assignment, asked, exports, hidden)
        case "manual":
            return [_manual(asked, exports)]
    return _code(assignment, asked, exports, hidden)


def checks_of(assignment: Assignment, question: Question, module: ModuleType | None = None) -> list[CheckRef]:
    """Return the checks of a code question with their shares of its points.

    Raises:
        AssignmentError: checks.py is wrong, or lacks a check that assignment.toml names.
    """
    module = module or load_checks(assignment)
    if SHARES in vars(module):
        shares = vars(module)[SHARES].get(question.id, {})
        return [CheckRef(name=name, points=points) for name, points in shares.items()]
    if question.checks:
        for ref in question.checks:
            if not callable(getattr(module, ref.name, None)):
                raise AssignmentError(
                    f"{assignment.folder / CHECKS} has no function {ref.name}, which question {question.id} of "
                    "assignment.toml names."
                )
        return list(question.checks)
    stems = (f"check_{question.id}", f"hidden_{question.id}")
    names = [name for name in vars(module) if name in stems or name.startswith(tuple(f"{stem}_" for stem in stems))]
    if not names:
        raise AssignmentError(
            f"{assignment.folder / CHECKS} has no function check_{question.id}, so question {question.id} cannot be "
            "checked. Write one, or make the question manual."
        )
    return [CheckRef(name=name, points=str(question.points / len(names))) for name in names]  # type: ignore[arg-type]


def load_checks(assignment: Assignment) -> ModuleType:
    """Load an assignment's checks.py.

    Raises:
        AssignmentError: it is absent, or cannot be imported.
    """
    path = assignment.folder / CHECKS
    spec = importlib.util.spec_from_file_location(f"checks_of_{assignment.name}", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise AssignmentError(f"{path} is missing: code questions need it.")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise AssignmentError(f"{path} cannot be loaded: {type(error).__name__}: {error}") from error
    return module


def _strays(module: ModuleType, source: str, known: set[str]) -> list[str]:
    """Return the checks that no question has: functions called so that nothing in checks.py uses as helpers."""
    used = {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
    return [
        name
        for name, value in vars(module).items()
        if name.startswith(("check_", "hidden_"))
        and callable(value)
        and getattr(value, "__module__", "") == module.__name__
        and name not in known | used
    ]


def public_source(assignment: Assignment) -> str:
    """Return checks.py without its hidden part: all top-level names that begin with hidden_ or _hidden.

    Raises:
        AssignmentError: what is left names something hidden, or a check belongs to no question.
    """
    path = assignment.folder / CHECKS
    module = load_checks(assignment)  # says what is wrong with it
    source = path.read_text(encoding="utf-8")
    asked = [question for question in assignment.questions if question.kind == "code"]
    known = {ref.name for question in asked for ref in checks_of(assignment, question, module)}
    if strays := _strays(module, source, known):
        remedy = ", ".join(question.id for question in asked) or "none"
        raise AssignmentError(
            f"{path}: {strays[0]} belongs to no question, so it would never run. The code questions are {remedy}: "
            "rename it, name it in a [[question.check]], or delete it."
        )
    lines = source.splitlines()
    dropped: set[int] = set()
    for node in ast.parse(source).body:
        names = _defined(node)
        if names and all(map(_is_hidden, names)):
            first = min([node.lineno, *(part.lineno for part in getattr(node, "decorator_list", []))])
            while first > 1 and lines[first - 2].startswith("#"):
                first -= 1  # the comment above it may tell what is hidden
            dropped.update(range(first, (node.end_lineno or first) + 1))
    public = "\n".join(line for number, line in enumerate(lines, start=1) if number not in dropped)
    if leak := sorted(filter(_is_hidden, _named(ast.parse(public)))):
        raise AssignmentError(
            f"{path}: what learners get of it names {leak[0]}, which they should not get. Rename it, or keep it in "
            "functions, classes and assignments of their own, all of whose names begin with hidden_ or _hidden."
        )
    shares = {
        question.id: {ref.name: str(ref.points) for ref in checks_of(assignment, question, module) if not ref.hidden}
        for question in asked
    }
    return f"{public.rstrip()}\n\n\n{SHARES} = {shares!r}\n"


def _is_hidden(name: str) -> bool:
    return name.startswith(("hidden_", "_hidden"))


def _defined(node: ast.stmt) -> set[str]:
    """Return the names that a statement of a module defines."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return {node.name}
        case ast.Assign():
            return set().union(*map(_named, node.targets))
        case ast.AnnAssign() | ast.AugAssign():
            return _named(node.target)
    return set()


def _named(tree: ast.AST) -> set[str]:
    """Return the names that code holds, whatever for."""
    names: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.alias(asname=str(name)) | ast.alias(name=name):
                names.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                names.add(name)
    return names


def _code(assignment: Assignment, question: Question, exports: Exports, hidden: bool) -> list[CheckResult]:
    module = load_checks(assignment)
    refs = [ref for ref in checks_of(assignment, question, module) if hidden or not ref.hidden]
    return [_run(question, ref, getattr(module, ref.name), exports) for ref in refs]


def _run(question: Question, ref: CheckRef, check: Check, exports: Exports) -> CheckResult:
    none = Fraction(0)
    try:
        said = check(exports)
    except WrongAnswer as wrong:
        return CheckResult(question.id, ref.name, False, none, ref.points, str(wrong), ref.hidden)
    except Exception as error:
        message = (
            f"This check itself failed ({type(error).__name__}: {str(error)[:200]}). "
            "That is not your mistake: tell your teacher. A person will decide."
        )
        return CheckResult(question.id, ref.name, False, none, ref.points, message, ref.hidden, True, broken=True)
    return CheckResult(question.id, ref.name, True, ref.points, ref.points, said or "Right.", ref.hidden)


def _written(assignment: Assignment, question: Question, exports: Exports, variant: str | None) -> list[CheckResult]:
    earlier: list[Verdict] = []
    for other in assignment.questions:
        if other.id == question.id:
            break
        if other.kind == "written":
            earlier += _verdicts(assignment, other, exports, earlier, variant)
    return [
        CheckResult(
            question.id,
            verdict.key,
            verdict.status is Status.RIGHT,
            verdict.points,
            verdict.of,
            verdict.learner,
            person=not verdict.status.decided,
            verdict=verdict,
        )
        for verdict in _verdicts(assignment, question, exports, earlier, variant)
    ]


def on_paper(question: Question, answer: str) -> bool:
    """Whether a written answer shows a picture beside what is read of it: a person sees that as well."""
    return question.kind == "written" and bool(_PICTURE.search(answer))


def _verdicts(
    assignment: Assignment, question: Question, exports: Exports, earlier: Iterable[Verdict], variant: str | None
) -> list[Verdict]:
    asked = exercise(assignment, question, variant)
    reading = read(exports.answers.get(question.id, ""), asked)
    if reading.image and not reading.statements:
        # The answer is on the photo: no fragment of the text beside it is worth a verdict.
        reading = replace(reading, person=True)
    return list(judge(reading, asked, earlier))


def _quiz(assignment: Assignment, question: Question, exports: Exports, hidden: bool) -> list[CheckResult]:
    from gradbook.assignment.quiz.questions import find, load_quiz
    from gradbook.assignment.quiz.record import parse_record

    quiz = load_quiz(assignment.folder / QUIZ, keys=hidden)
    choices = parse_record(exports.record).choices
    each = question.points / len(question.quiz)
    results = []
    for name in question.quiz:
        asked = find(quiz, name)
        refusal = asked.refusal(choices[name]) if name in choices else "Not answered yet."
        if hidden:
            right = refusal is None and asked.is_right(choices[name])
            message = refusal or ("Right." if right else "Not right.")
            results.append(CheckResult(question.id, name, right, each if right else Fraction(0), each, message))
        else:
            # Answered or not is all that is said before handing in.
            message = refusal or "Answered."
            results.append(CheckResult(question.id, name, refusal is None, Fraction(0), Fraction(0), message))
    return results


def _manual(question: Question, exports: Exports) -> CheckResult:
    answered = bool(exports.answers.get(question.id))
    message = "A person will read this." if answered else "No answer found."
    return CheckResult(question.id, question.id, False, Fraction(0), question.points, message, person=answered)
