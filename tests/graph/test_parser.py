"""The parser lets in what is on its list and points at what is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradbook.graph import ExpressionError, Graph, GraphError
from gradbook.graph.expression import Apply, Number, Statement, Symbol
from gradbook.graph.parser import MAX_LENGTH, parse
from gradbook.graph.printing import statements_text, text

REFUSED = [
    ("__import__('os').system('true')", 0, "not allowed"),
    ("x + y.real", 4, "not allowed"),
    ("x**65", 3, "exponents go up to 64"),
    ("x**-65", 3, "exponents go up to 64"),
    ("2*x + x^2", 8, r"powers with \*\*"),
    ("2x", 0, "products with *"),
    ("f(x)", 0, "no function 'f'"),
    ("exp(x, y)", 0, "exp takes 1 argument, not 2"),
    ("max(x)", 0, "max takes 2 arguments, not 1"),
    ("sum(x, y)", 0, "takes numbers only"),
    ("exp(a=x)", 0, "not allowed"),
    ("1e999", 0, "too large"),
    ("True + x", 0, "only numbers and names"),
    ("'x'", 0, "not allowed"),
    ("1j*x", 0, "not allowed"),
    ("x if y else z", 0, "not allowed"),
    ("lambda: x", 0, "not allowed"),
    ("[x, y]", 0, "not allowed"),
    ("x; import os", 3, "only expressions and assignments"),
    ("x, y = 1", 0, "only expressions and assignments"),
    ("a.b = 3", 0, "only expressions and assignments"),
    ("q += 1", 0, "only expressions and assignments"),
    ("α + é.x", 4, "not allowed"),
    ("", 0, "empty"),
    ("#x", 0, "empty"),
    ("α·x² + é.x", 7, "not allowed"),
    ("x·y + z^2", 8, r"powers with \*\*"),
    ("x +", 3, "not an expression"),
    ("(" * 300 + "x" + ")" * 300, 0, "not an expression"),
    ("-" * 5000 + "x", 0, "nested"),
    ("x" + "+x" * 5000, 0, "nested"),
    ("9" * 5000, 0, "cannot be read|too large|not an expression"),
    ("x" * (MAX_LENGTH + 1), MAX_LENGTH, "longer than"),
    ("x\0y", 0, "cannot be read|not an expression"),
]


@pytest.mark.parametrize(("source", "column", "words"), REFUSED, ids=lambda value: str(value)[:30])
def test_refused_with_its_place(source: str, column: int, words: str) -> None:
    with pytest.raises(ExpressionError, match=words) as error:
        parse(source)
    if "nested" not in words and "not an expression" not in words:
        assert error.value.column == column
    assert str(error.value).endswith("^" if source.strip() else "empty.")


a, b, x = Symbol("a"), Symbol("b"), Symbol("x")
READ: list[tuple[str, list[Statement]]] = [
    ("x", [(None, x)]),
    ("2.5", [(None, Number(2.5))]),
    ("1e3", [(None, Number(1000.0))]),
    ("-2", [(None, Number(-2.0))]),
    ("+x", [(None, x)]),
    ("-x", [(None, Apply("neg", (x,)))]),
    ("-x**2", [(None, Apply("neg", (Apply("pow", (x, Number(2.0))),)))]),
    ("a + b*x", [(None, Apply("add", (a, Apply("mul", (b, x)))))]),
    ("a - b - x", [(None, Apply("sub", (Apply("sub", (a, b)), x)))]),
    ("a**b**x", [(None, Apply("pow", (a, Apply("pow", (b, x)))))]),
    ("a @ b.T", [(None, Apply("matmul", (a, Apply("transpose", (b,)))))]),
    ("max(a, b)", [(None, Apply("max", (a, b)))]),
    ("sum(x, 0)", [(None, Apply("sum", (x, Number(0.0))))]),
    ("ReLU(ln(x))", [(None, Apply("relu", (Apply("log", (x,)),)))]),
    ("q = a*b; q + x", [("q", Apply("mul", (a, b))), (None, Apply("add", (Symbol("q"), x)))]),
    ("q = a\n\nr = b\n", [("q", a), ("r", b)]),
    ("  a  # a remark", [(None, a)]),
    ("y = σ(a·x+b)", [("y", Apply("sigmoid", (Apply("add", (Apply("mul", (a, x)), b)),)))]),
    ("a×b ÷ x − 2", parse("a*b / x - 2")),
    ("x² + b¹⁰", parse("x**2 + b**10")),
    ("√(x₁)", parse("sqrt(x1)")),
]


@pytest.mark.parametrize(("source", "statements"), READ, ids=[source for source, _ in READ])
def test_read(source: str, statements: list[Statement]) -> None:
    assert parse(source) == statements
    assert parse(statements_text(statements)) == statements


@pytest.mark.parametrize(
    ("source", "again"),
    [
        ("a - (b - c)", "a - (b - c)"),
        ("a - b - c", "a - b - c"),
        ("a*(b + c)", "a * (b + c)"),
        ("a/(b*c)", "a / (b * c)"),
        ("a/b/c", "a / b / c"),
        ("(-a)**2", "(-a)**2"),
        ("-a**2", "-a**2"),
        ("a**b**c", "a**b**c"),
        ("(a**b)**c", "(a**b)**c"),
        ("a + -2", "a + (-2)"),
        ("a*-2", "a * (-2)"),
        ("-(a + b)", "-(a + b)"),
        ("sigma(x)", "sigmoid(x)"),
        ("sum(x, 0)", "sum(x, 0)"),
        ("(a @ b).T", "(a @ b).T"),
        ("a @ b.T", "a @ b.T"),
        ("max(a, min(b, 3))", "max(a, min(b, 3))"),
    ],
)
def test_text_keeps_the_meaning(source: str, again: str) -> None:
    ((_, expr),) = parse(source)
    assert text(expr) == again
    assert parse(again)[0][1] == expr


WORDS = ["exp", "sum(", ".T", "**", "lambda ", "1e9"]
ALPHABET = st.sampled_from([*"xyz019+-*/()., =;\n.**@^'\"[]{}_ab\\é∂", *WORDS])


@settings(max_examples=400, deadline=None)
@given(st.lists(ALPHABET, max_size=30).map("".join))
def test_any_text_is_read_or_refused(source: str) -> None:
    try:
        Graph(source, x=1.5, y=2.0, z=-0.5)
    except GraphError as error:
        assert str(error)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_any_unicode_is_read_or_refused(source: str) -> None:
    try:
        parse(source)
    except ExpressionError as error:
        assert error.column <= len(source)
