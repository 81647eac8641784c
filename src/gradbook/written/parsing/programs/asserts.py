"""Asserts: what a program that checks itself says a value is, as tests in several languages write it."""

import ast
import re
from collections.abc import Iterator

_CLOSE = frozenset({"isclose", "allclose", "isapprox", "all_equal", "array_equal", "approx_eq"})
_CHECKS = frozenset({
    "assert_allclose", "assert_almost_equal", "assert_approx_equal", "assert_close", "assert_equal", "assert_eq",
    "assert_array_almost_equal", "assert_abs_diff_eq", "assert_relative_eq", "assertAlmostEqual", "assertEqual",
    "assertEquals", "assertClose", "ASSERT_NEAR", "EXPECT_NEAR", "EXPECT_FLOAT_EQ", "EXPECT_DOUBLE_EQ",
})  # fmt: skip
_MATCHERS = frozenset({"toBeCloseTo", "toBe", "toEqual"})
_HOLDS = frozenset({"assert", "stopifnot", "all", "bool", "isTRUE", "assertTrue"})
_TOLERANCES = frozenset({"tol", "eps", "epsilon", "atol", "rtol", "delta_tol", "EPS", "TOL", "EPSILON"})
FAILED = re.compile(  # or may have failed, and is caught
    r"AssertionError|Traceback|panicked|suppress\(|\braises\(|assertRaises|Test Failed|FAILED|✗|\bexcept\b|\bcatch\b"
)
LOOSEST = 0.011  # a wider tolerance says nothing of the number

Pair = tuple[ast.expr, ast.expr]


def asserted(test: ast.expr) -> Iterator[Pair]:
    """Yield what a condition says to be equal, where it holds."""
    match test:
        case ast.Compare(
            left=ast.Tuple(elts=lefts) | ast.List(elts=lefts),
            ops=[ast.Eq()],
            comparators=[ast.Tuple(elts=rights) | ast.List(elts=rights)],
        ) if len(lefts) == len(rights):
            yield from zip(lefts, map(_exact, rights), strict=True)
        case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
            yield left, _exact(right)
        case ast.Compare(left=left, ops=[ast.Lt() | ast.LtE()], comparators=[limit]) if _is_small(limit):
            match left:
                case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[inner]) if name in _SIZES:
                    yield from _difference(inner)
                case ast.Call(func=ast.Attribute(value=inner, attr=name), args=[]) if name in _SIZES:
                    yield from _difference(inner)
        case ast.BoolOp(op=ast.And(), values=values) | ast.Tuple(elts=values):
            for value in values:
                yield from asserted(value)
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[inner, *_]) if name in _HOLDS:
            yield from asserted(inner)
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[left, right, *others]):
            if name in _CLOSE and _is_tight(others, test.keywords):
                yield left, _exact(right)


def checked(call: ast.Call) -> Iterator[Pair]:
    """Yield what a call that checks two values says to be equal."""
    match call:
        case ast.Call(func=ast.Name(id="stopifnot"), args=args):
            for arg in args:
                yield from asserted(arg)
        case ast.Call(
            func=ast.Attribute(value=ast.Call(func=ast.Name(id="expect"), args=[left]), attr=name), args=[right, *_]
        ) if name in _MATCHERS:
            yield left, _exact(right)
        case ast.Call(func=ast.Attribute(attr="assert" | "assertTrue"), args=[test, *_]):
            yield from asserted(test)
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[left, right, *_]) if name in _CHECKS:
            if _is_tight([], call.keywords):
                yield left, _exact(right)


_SIZES = frozenset({"abs", "fabs", "norm"})


def _difference(tree: ast.expr) -> Iterator[Pair]:
    if isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.Sub):
        yield tree.left, tree.right


def _exact(tree: ast.expr) -> ast.expr:
    """Return what "pytest.approx(6)" is about."""
    match tree:
        case ast.Call(func=ast.Name(id="approx") | ast.Attribute(attr="approx"), args=[inner, *_]):
            return inner
    return tree


def _is_small(limit: ast.expr) -> bool:
    match limit:
        case ast.Constant(value=int() | float() as number):
            return number <= LOOSEST
        case ast.Name(id=name):
            return name in _TOLERANCES
        case ast.BinOp(left=ast.Constant(value=10), op=ast.Pow(), right=ast.UnaryOp(op=ast.USub())):
            return True
    return False


def _is_tight(others: list[ast.expr], keywords: list[ast.keyword]) -> bool:
    given = [*others, *(keyword.value for keyword in keywords if keyword.arg in _TOLERANCES)]
    return all(map(_is_small, given))
