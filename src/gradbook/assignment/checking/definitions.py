"""What the statements of a module define, and which of it is used from where."""

import ast
from collections.abc import Iterable, Iterator


class Definitions:
    """The top level of a module's source.

    Args:
        source: Python that can be parsed.
    """

    def __init__(self, source: str | bytes) -> None:
        tree = ast.parse(source)
        self.statements = tuple((node, _defined(node)) for node in tree.body)
        """Each statement with the names that it defines; none for a call or an import."""
        self.all_names = frozenset(_named(tree))
        """All names in it, whatever for."""

    @property
    def functions(self) -> list[str]:
        """The functions and classes, in order; those in a branch too."""
        return [inner.name for node, _ in self.statements for inner in _simple(node) if isinstance(inner, _FUNCTIONS)]

    @property
    def twice(self) -> list[str]:
        """Functions and classes that a later one of the same name replaces."""
        found = [node.name for node, _ in self.statements if isinstance(node, _FUNCTIONS)]
        return [name for name in dict.fromkeys(found) if found.count(name) > 1]

    def line(self, name: str) -> int:
        """Return where a name is defined last, from 1; 0 where it is not."""
        return max((node.lineno for node, names in self.statements if name in names), default=0)

    def reached(self, names: Iterable[str]) -> set[str]:
        """Return what is used by `names`, directly or not, and by statements that define nothing; with the names."""
        uses: dict[str, set[str]] = {}
        start = set(names)
        for node, defined in self.statements:
            mentioned = _named(node)
            start |= set() if defined else mentioned
            for name in defined:
                uses.setdefault(name, set()).update(mentioned)
        reached: set[str] = set()
        waiting = list(start)
        while waiting:
            name = waiting.pop()
            if name in uses and name not in reached:
                reached.add(name)
                waiting += uses[name]
        return reached


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def _simple(node: ast.stmt) -> Iterator[ast.stmt]:
    """Yield the statements that a branch, a loop or a try consists of; another statement is itself."""
    parts = [part for name in ("body", "handlers", "orelse", "finalbody", "cases") for part in getattr(node, name, [])]
    if not parts or isinstance(node, _FUNCTIONS):
        yield node
        return
    for part in parts:
        yield from _simple(part)


def _defined(node: ast.stmt) -> frozenset[str]:
    """Return the names that a statement of a module defines."""
    names: set[str] = set()
    for part in _simple(node):
        match part:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                names.add(part.name)
            case ast.Assign():
                names.update(*map(_named, part.targets))
            case ast.AnnAssign() | ast.AugAssign():
                names |= _named(part.target)
    return frozenset(names)


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
