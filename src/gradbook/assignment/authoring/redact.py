"""checks.py as learners get it: the public checks and what they use. What is hidden, or nobody's, stays behind."""

import ast

from gradbook.assignment.checking.checks import SHARES, checks_of
from gradbook.assignment.checking.definitions import Definitions
from gradbook.assignment.definition import Assignment
from gradbook.assignment.errors import AssignmentError
from gradbook.assignment.layout import CHECKS, DEFINITION
from gradbook.core.text.suggest import did_you_mean, nearest


def public_source(assignment: Assignment) -> str:
    """Return checks.py without all that begins with hidden_ or _hidden, and without what no public check uses.

    Raises:
        AssignmentError: what is left names something hidden or nearly called so, a function belongs to no question
            and nothing uses it, two have one name, or a check asks for a name that nothing exports.
    """
    path = assignment.folder / CHECKS
    _, refs = checks_of(assignment)  # says what is wrong with them
    source = path.read_text(encoding="utf-8")
    definitions = Definitions(source)
    _require_known_names(assignment, source)
    used = definitions.reached({ref.name for mine in refs.values() for ref in mine if not ref.hidden})
    lines = source.splitlines()
    dropped: set[int] = set()
    for node, names in definitions.statements:
        if names and all(_is_hidden(name) or name not in used for name in names):
            first = min([node.lineno, *(part.lineno for part in getattr(node, "decorator_list", []))])
            above = first - 1
            while above > 0 and (not lines[above - 1].strip() or lines[above - 1].startswith("#")):
                above -= 1  # the comments above it, blank lines between, may tell what is hidden
                first = above + 1 if lines[above].startswith("#") else first
            dropped.update(range(first, (node.end_lineno or first) + 1))
    public = "\n".join(line for number, line in enumerate(lines, start=1) if number not in dropped)
    kept = Definitions(public)
    if sounding := next(filter(_sounds_hidden, kept.functions), None):
        raise AssignmentError(
            f"{path}, line {definitions.line(sounding)}: learners would get {sounding}. What they should not get has a "
            "name that begins with hidden_ or _hidden: call it so, or by another word."
        )
    if leak := sorted(filter(_is_hidden, kept.all_names)):
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


def _is_hidden(name: str) -> bool:
    return name.startswith(("hidden_", "_hidden"))


def _sounds_hidden(name: str) -> bool:
    """Whether the first word of a name is nearly `hidden`, or is written otherwise: hiden_a, Hidden_a, hidden2."""
    first = name.lstrip("_").partition("_")[0]
    return not _is_hidden(name) and bool(nearest(first, ["hidden"], like=0.8))
