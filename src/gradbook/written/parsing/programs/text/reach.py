"""Reach: which statements of a program are never run, and so say nothing: behind a raise, in a branch that is false."""

import ast
from collections.abc import Sequence
from typing import TypeGuard

_EXITS = frozenset({"exit", "quit", "_exit", "abort"})
NEVER = "a part of a program that is never run"


def run_in(body: Sequence[ast.stmt]) -> int:
    """Return how many statements of a body can be run: those up to the first that ends it."""
    return next((number for number, statement in enumerate(body, 1) if ends(statement)), len(body))


def ends(statement: ast.stmt) -> bool:
    """Whether nothing behind a statement is run."""
    match statement:
        case ast.Return() | ast.Break() | ast.Continue():
            return True
        case ast.If(test=test, body=body, orelse=orelse):
            return all(map(_ends_all, (part for part in (body, orelse) if part is not unreached(test, body, orelse))))
    return leaves_it(statement)


def leaves_it(statement: ast.stmt) -> bool:
    """Whether a statement leaves the program."""
    match statement:
        case ast.Raise():
            return True
        case ast.Expr(value=ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name))):
            return name in _EXITS
    return False


def unreached(test: ast.expr, body: list[ast.stmt], orelse: list[ast.stmt]) -> list[ast.stmt] | None:
    """Return the branch that is never run, where the condition is written out; None where it is not."""
    match test:
        case ast.Constant(value=value):
            return orelse if value else body
        case ast.UnaryOp(op=ast.Not(), operand=ast.Constant(value=value)):
            return body if value else orelse
        case ast.List(elts=[]) | ast.Tuple(elts=[]) | ast.Dict(keys=[]):
            return body
    return None


def is_empty(loop: ast.For | ast.While) -> bool:
    """Whether the body of a loop is never run."""
    if isinstance(loop, ast.While):
        return unreached(loop.test, loop.body, loop.orelse) is loop.body
    match loop.iter:
        case ast.Call(func=ast.Name(id="range"), args=[ast.Constant(value=0)]):
            return True
    return unreached(loop.iter, loop.body, loop.orelse) is loop.body


def counter_of(loop: ast.For | ast.While) -> str:
    """Return the name that counts the rounds of a loop from 0."""
    match loop:
        case ast.For(target=ast.Name(id=name), iter=ast.Call(func=ast.Name(id="range"), args=[_])):
            return name
        case ast.For(
            target=ast.Tuple(elts=[ast.Name(id=name), *_]), iter=ast.Call(func=ast.Name(id="enumerate"), args=[_])
        ):
            return name
    return ""


def is_first(test: ast.expr, counter: str) -> bool:
    """Whether a condition holds in the first round of a loop: "if i % 10 == 0"."""
    match test:
        case ast.Compare(left=left, ops=[ast.Eq()], comparators=[ast.Constant(value=0)]):
            pass
        case ast.UnaryOp(op=ast.Not(), operand=left):
            pass
        case _:
            return False
    if isinstance(left, ast.BinOp) and isinstance(left.op, ast.Mod):
        left = left.left
    return bool(counter) and isinstance(left, ast.Name) and left.id == counter


def is_written_down(statement: ast.stmt) -> TypeGuard[ast.Assign]:
    """Whether a statement assigns a number."""
    return isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant)


def _ends_all(body: list[ast.stmt]) -> bool:
    return any(map(ends, body))
