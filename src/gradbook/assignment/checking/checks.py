"""Loads and runs the functions of checks.py: on exported data, never on a learner's live objects.

checks.py holds a function a check: it is given `Exports`, returns nothing (or a kind word) where all is well, and
raises `WrongAnswer` (or calls `expect`) where it is not. Any other exception is the teacher's mistake and costs the
learner nothing.
"""

import importlib.util
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from types import ModuleType

from gradbook.assignment.checking.definitions import Definitions
from gradbook.assignment.definition import Assignment, CheckRef, Question
from gradbook.assignment.errors import AssignmentError
from gradbook.assignment.layout import CHECKS
from gradbook.assignment.running.exports import Exports, WrongAnswer
from gradbook.core.text.suggest import did_you_mean
from gradbook.written import Verdict

SHARES = "SHARES"  # in a learner's checks.py: each public check's points, hidden checks being left out there
Function = Callable[[Exports], str | None]


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
        answered: whether there is anything to be found right or wrong.
        fault: of a broken check, what happened in which line, for the teacher.
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
    answered: bool = True
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A function of checks.py with its question and its share of the points."""

    question: str
    ref: CheckRef
    function: Function

    def run(self, exports: Exports) -> CheckResult:
        """Run it on what a hand-in exports."""
        id, ref, none = self.question, self.ref, Fraction(0)
        try:
            said = self.function(exports)
        except WrongAnswer as wrong:
            return CheckResult(id, ref.name, False, none, ref.points, str(wrong), ref.hidden)
        except (OverflowError, MemoryError, RecursionError):
            # No check of numbers that fit their type ends so: it is the data, which can only be wrong for it.
            message = "A value is too large, or nested too deeply, to be checked."
            return CheckResult(id, ref.name, False, none, ref.points, message, ref.hidden)
        except Exception as error:
            # What it says of the teacher's code is nothing to a learner, and whose mistake it is nobody knows yet.
            message = "This check came to no verdict on what your code gives. It costs no points: a person decides."
            fault = f"{type(error).__name__}: {str(error)[:200]} ({CHECKS}{_line(error)})"
            return CheckResult(
                id, ref.name, False, none, ref.points, message, ref.hidden, person=True, broken=True, fault=fault
            )
        return CheckResult(id, ref.name, True, ref.points, ref.points, said or "Right.", ref.hidden)


def _line(error: Exception) -> str:
    """Return ", line 12": where in checks.py an error arose; "" where that is not known."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).name == CHECKS]
    return f", line {lines[-1]}" if lines else ""


def expect(condition: object, message: str) -> None:
    """Raise `WrongAnswer` with a message for the learner unless the condition holds."""
    if not condition:
        raise WrongAnswer(message)


def load_checks(assignment: Assignment) -> dict[str, tuple[Check, ...]]:
    """Return the checks of each code question, by its id. checks.py is executed, once.

    Raises:
        AssignmentError: checks.py is wrong, or lacks a check that assignment.toml names.
    """
    if not any(question.kind == "code" for question in assignment.questions):
        return {}
    module, refs = checks_of(assignment)
    return {id: tuple(Check(id, ref, getattr(module, ref.name)) for ref in mine) for id, mine in refs.items()}


def checks_of(assignment: Assignment) -> tuple[ModuleType, dict[str, list[CheckRef]]]:
    """Execute checks.py; return it, and the checks of each code question with their shares of its points.

    Raises:
        AssignmentError: it is wrong, lacks a check that assignment.toml names, or holds a function that belongs to no
            question and that no check uses: a misspelt check, which would never run.
    """
    module = execute_checks(assignment)
    asked = [question for question in assignment.questions if question.kind == "code"]
    refs = {question.id: check_refs(assignment, question, module) for question in asked}
    if SHARES not in vars(module):  # the teacher's
        _require_each_runs(assignment, refs)
    return module, refs


def _require_each_runs(assignment: Assignment, refs: Mapping[str, Sequence[CheckRef]]) -> None:
    path = assignment.folder / CHECKS
    definitions = Definitions(path.read_bytes())
    if twice := definitions.twice:
        raise AssignmentError(
            f"{path}, line {definitions.line(twice[0])}: {twice[0]} is defined twice, and only the last one ever runs. "
            "Give each a name of its own."
        )
    used = definitions.reached(ref.name for mine in refs.values() for ref in mine)
    stray = next((name for name in definitions.functions if name not in used), None)
    if stray is not None:
        near = did_you_mean(stray, [f"{kind}_{id}" for id in refs for kind in ("check", "hidden")])
        raise AssignmentError(
            f"{path}, line {definitions.line(stray)}: {stray} belongs to no question and no check uses it, so it would "
            f"never run.{near} The code questions are {', '.join(refs) or 'none'}: rename it, name it in a "
            "[[question.check]], or delete it."
        )


def check_refs(assignment: Assignment, question: Question, module: ModuleType) -> list[CheckRef]:
    """Return the checks of a code question with their shares of its points.

    Raises:
        AssignmentError: checks.py lacks a check that assignment.toml names, or has none for the question.
    """
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


def execute_checks(assignment: Assignment) -> ModuleType:
    """Execute an assignment's checks.py, and return it as a module.

    Raises:
        AssignmentError: it is absent, or fails.
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
