"""Adapting: Python's tree of a line that was written in another language, with what only the tree can tell."""

import ast

from gradbook.written.parsing.programs.text.dialects.dialect import PYTHON, Dialect
from gradbook.written.parsing.programs.values.expressions import CALLED, WRAPPERS


def adapted(statement: ast.stmt, dialect: Dialect) -> ast.stmt:
    """Return a statement whose vectors and indices are Python's."""
    if dialect is PYTHON:
        return statement
    found = _Adapter(dialect).visit(statement)
    assert isinstance(found, ast.stmt)
    return found


class _Adapter(ast.NodeTransformer):
    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        match node:
            case ast.Call(func=ast.Name(id=name), args=[], keywords=[_, *_]) if name in self._dialect.vectors:
                return ast.copy_location(ast.Call(ast.Name("dict", ast.Load()), [], node.keywords), node)
            case ast.Call(func=ast.Name(id=name), args=args) if name in self._dialect.vectors:
                return ast.copy_location(ast.List(args, ast.Load()), node)
            case ast.Call(func=ast.Name(id=name) as owner, args=[_] | [_, _]) if self._dialect.calls:
                places = [place for arg in node.args if (place := self._place(arg)) is not None]
                if len(places) == len(node.args) and name not in CALLED and name not in WRAPPERS:
                    index = places[0] if len(places) == 1 else ast.copy_location(ast.Tuple(places, ast.Load()), node)
                    return ast.copy_location(ast.Subscript(owner, index, ast.Load()), node)
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        match node.slice:
            case ast.Constant(value=int()) if self._dialect.first:
                node.slice = self._place(node.slice) or node.slice
            case ast.Tuple(elts=elts) if self._dialect.first:
                node.slice = ast.copy_location(
                    ast.Tuple([self._place(each) or each for each in elts], ast.Load()), node
                )
            case ast.Name(id=key) if self._dialect.keys:
                node.slice = ast.copy_location(ast.Constant(key), node.slice)
        return node

    def visit_Dict(self, node: ast.Dict) -> ast.AST:
        self.generic_visit(node)
        if self._dialect.keys:
            node.keys = [_as_key(key) for key in node.keys]
        return node

    def _place(self, index: ast.expr) -> ast.expr | None:
        """Return an index as Python counts it."""
        match index:
            case ast.Constant(value=int() as place) if place >= 1:
                return ast.copy_location(ast.Constant(place - self._dialect.first), index)
        return None


def _as_key(key: ast.expr | None) -> ast.expr | None:
    """Return a name before a colon, {d: f}, as the text that it is."""
    return ast.copy_location(ast.Constant(key.id), key) if isinstance(key, ast.Name) else key
