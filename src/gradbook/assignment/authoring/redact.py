"""checks.py as learners get it: without what is hidden."""

import ast
from types import ModuleType

from gradbook.assignment.checking.checks import SHARES, check_refs, execute_checks
from gradbook.assignment.definition import Assignment
from gradbook.assignment.errors import AssignmentError
from gradbook.assignment.layout import CHECKS, DEFINITION
from gradbook.core.text.suggest import did_you_mean


def public_source(assignment: Assignment) -> str:
    """Return checks.py without its hidden part: all top-level names that begin with hidden_ or _hidden.

    Raises:
        AssignmentError: what is left names something hidden, a check belongs to no question, or one asks for a name
            that nothing exports.
    """
    path = assignment.folder / CHECKS
    module = execute_checks(assignment)  # says what is wrong with it
    source = path.read_text(encoding="utf-8")
    asked = [question for question in assignment.questions if question.kind == "code"]
    refs = {question.id: check_refs(assignment, question, module) for question in asked}
    known = {ref.name for mine in refs.values() for ref in mine}
    if strays := _strays(module, source, known):
        remedy = ", ".join(question.id for question in asked) or "none"
        raise AssignmentError(
            f"{path}: {strays[0]} belongs to no question, so it would never run. The code questions are {remedy}: "
            "rename it, name it in a [[question.check]], or delete it."
        )
    _require_known_names(assignment, source)
    lines = source.splitlines()
    dropped: set[int] = set()
    for node in ast.parse(source).body:
        names = _defined(node)
        if names and all(map(_is_hidden, names)):
            first = min([node.lineno, *(part.lineno for part in getattr(node, "decorator_list", []))])
            above = first - 1
            while above > 0 and (not lines[above - 1].strip() or lines[above - 1].startswith("#")):
                above -= 1  # the comments above it, blank lines between, may tell what is hidden
                first = above + 1 if lines[above].startswith("#") else first
            dropped.update(range(first, (node.end_lineno or first) + 1))
    public = "\n".join(line for number, line in enumerate(lines, start=1) if number not in dropped)
    if leak := sorted(filter(_is_hidden, _named(ast.parse(public)))):
        raise AssignmentError(
            f"{path}: what learners get of it names {leak[0]}, which they should not get. Rename it, or keep it in "
            "functions, classes and assignments of their own, all of whose names begin with hidden_ or _hidden."
        )
    shares = {id: {ref.name: str(ref.points) for ref in mine if not ref.hidden} for id, mine in refs.items()}
    return f"{public.rstrip()}\n\n\n{SHARES} = {shares!r}\n"


def _require_known_names(assignment: Assignment, source: str) -> None:
    """Refuse a check that asks `exports` for a name that nothing exports."""
    asked = [question for question in assignment.questions if question.kind == "code"]
    probes = [probe.name for question in asked for probe in question.probes]
    exported = [name for question in asked for name in question.export]
    known = {"cases": probes} | dict.fromkeys(("number", "numbers", "array", "state"), exported)
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="exports"), attr=reader), args=[ast.Constant(value=str(name))]
            ) if reader in known and name not in known[reader]:
                kind = "no [[question.probe]] has that name" if reader == "cases" else "no question exports it"
                raise AssignmentError(
                    f"{assignment.folder / CHECKS}, line {node.lineno}: exports.{reader}({name!r}): {kind} in "
                    f"{DEFINITION}.{did_you_mean(name, known[reader])}"
                )


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
