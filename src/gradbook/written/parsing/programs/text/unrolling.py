"""Unrolling: a loop over a list that is written out, and only shows what is in it: for v in [a, b]: print(v)."""

import ast
from collections.abc import Callable
from copy import deepcopy

_MOST = 24  # entries of a list
_SHOWS = frozenset({"print", "display"})


def unrolled(loop: ast.stmt, known: Callable[[str], bool]) -> list[ast.stmt]:
    """Return the statements that a loop comes to, in order; none where it does more than to show entries.

    A loop of one round is its body. What the rounds are called by must be no name that is known, which would be lost.
    """
    match loop:
        case ast.For(iter=ast.Call(func=ast.Name(id="range"), args=[ast.Constant(value=1)]), body=body, orelse=[]):
            return body
        case ast.For(target=ast.Name(id=name), iter=ast.List(elts=elts) | ast.Tuple(elts=elts), body=body, orelse=[]):
            plain = all(map(_is_value, elts)) and len(elts) <= _MOST and not known(name)
            if plain and all(map(_is_print, body)):
                return [_Filled(name, entry).visit(deepcopy(statement)) for entry in elts for statement in body]
    return []


def listed(statement: ast.stmt) -> ast.stmt:
    """Return a statement, lists of what is done with each of several values written out: [v.grad for v in (a, b)]."""
    found = _Listed().visit(statement)
    assert isinstance(found, ast.stmt)
    return found


class _Listed(ast.NodeTransformer):
    def visit_ListComp(self, node: ast.ListComp) -> ast.AST:
        self.generic_visit(node)
        match node.generators:
            case [
                ast.comprehension(
                    target=ast.Name(id=name), iter=ast.List(elts=elts) | ast.Tuple(elts=elts), ifs=[], is_async=0
                )
            ] if all(map(_is_value, elts)) and 1 < len(elts) <= _MOST:
                entries = [_Filled(name, entry).visit(deepcopy(node.elt)) for entry in elts]
                return ast.copy_location(ast.List(entries, ast.Load()), node)
        return node


def _is_value(entry: ast.expr) -> bool:
    """Whether an entry is a name, or a number or gradient of one: no other object's."""
    match entry:
        case ast.Name() | ast.Attribute(value=ast.Name(), attr="grad" | "g" | "data"):
            return True
    return False


def _is_print(statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Name(id=name), args=args, keywords=[])):
            return name in _SHOWS and all(isinstance(arg, ast.Name | ast.Attribute | ast.Constant) for arg in args)
    return False


class _Filled(ast.NodeTransformer):
    """Puts an entry in the place of the name that stands for it in a loop."""

    def __init__(self, name: str, entry: ast.expr) -> None:
        self._name, self._entry = name, entry

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return ast.copy_location(deepcopy(self._entry), node) if node.id == self._name else node
