"""Asserts: what a program that checks itself says a value is, as tests in several languages write it."""

import ast
from collections.abc import Iterator

from gradbook.core.text.patterns import regex

_CLOSE = frozenset({"isclose", "allclose", "isapprox", "all_equal", "array_equal", "approx_eq"})
_CHECKS = frozenset({
    "assert_allclose", "assert_almost_equal", "assert_approx_equal", "assert_close", "assert_equal", "assert_eq",
    "assert_array_almost_equal", "assert_abs_diff_eq", "assert_relative_eq", "assertAlmostEqual", "assertEqual",
    "assertEquals", "assertClose", "assertEqualsWithDelta", "assertInDelta", "assert_in_delta", "assert_near",
    "ASSERT_NEAR", "ASSERT_EQ", "ASSERT_FLOAT_EQ", "ASSERT_DOUBLE_EQ", "EXPECT_NEAR", "EXPECT_EQ", "EXPECT_FLOAT_EQ",
    "EXPECT_DOUBLE_EQ", "CHECK_NEAR", "CHECK_CLOSE", "BOOST_CHECK_CLOSE", "XCTAssertEqual", "AreEqual", "expect_equal",
    "expect_near", "is_near", "is_close", "isClose",
})  # fmt: skip
_MATCHERS = frozenset({"toBeCloseTo", "toBe", "toEqual", "equal", "closeTo", "approximately", "shouldBe"})
_CLAIMS = frozenset({
    "assert", "stopifnot", "assertTrue", "static_assert", "REQUIRE", "CHECK", "EXPECT_TRUE", "ASSERT_TRUE",
    "expect_true",
})  # fmt: skip
_HOLDS = _CLAIMS | {"all", "bool", "isTRUE"}
_APPROXIMATELY = frozenset({"approx", "Approx", "WithinAbs", "Some", "Ok"})
_TOLERANCES = frozenset({"tol", "eps", "epsilon", "atol", "rtol", "delta_tol", "EPS", "TOL", "EPSILON"})
FAILED = regex(  # or may have failed, and is caught
    r"AssertionError|Traceback|panicked|suppress\(|\braises\(|assertRaises|Test Failed|FAILED|✗|\bexcept\b|\bcatch\b"
    r"|\bxfail\b|expectedFailure|\bmark\.skip|unittest\.skip|\b[1-9]\d* failed\b|Got exception|Evaluated:"
    r"|\bE\s{2,9}assert"
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
        case ast.Compare(left=left, ops=ops, comparators=[*others, right]) if all(isinstance(op, ast.Eq) for op in ops):
            for each in (left, *others):  # dh == dz == 3
                yield each, _exact(right)
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
        case ast.Call(func=ast.Attribute(value=chain, attr=name), args=[right, *others]) if name in _MATCHERS:
            if (left := _expected(chain)) and (name == "toBeCloseTo" or _is_tight(others, [])):
                yield left, _exact(right)
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[test, *_]) if name in _CLAIMS:
            yield from asserted(test)
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[left, right, *_]) if name in _CHECKS:
            if _is_tight([], call.keywords):
                yield left, _exact(right)


def _expected(chain: ast.expr) -> ast.expr | None:
    """Return what "expect(q).to.be" is about."""
    while isinstance(chain, ast.Attribute):
        chain = chain.value
    match chain:
        case ast.Call(func=ast.Name(id="expect"), args=[left]):
            return left
    return None


_SIZES = frozenset({"abs", "fabs", "norm"})


def _difference(tree: ast.expr) -> Iterator[Pair]:
    if isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.Sub):
        numbered = _is_number(tree.left) and not _is_number(tree.right)  # (0.07 - g.data).abs()
        yield (tree.right, tree.left) if numbered else (tree.left, tree.right)


def _is_number(tree: ast.expr) -> bool:
    inner = tree.operand if isinstance(tree, ast.UnaryOp) else tree
    return isinstance(inner, ast.Constant)


def _exact(tree: ast.expr) -> ast.expr:
    """Return what "pytest.approx(6)" is about."""
    match tree:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[inner, *_]) if name in _APPROXIMATELY:
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
