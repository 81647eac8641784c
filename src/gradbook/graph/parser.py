"""From text to expressions, through Python's own grammar and a short list of what is let in.

Nothing is evaluated: the text becomes a syntax tree, and every node of the tree that is not on the list is refused with
its place.
"""

import ast
import functools
import math
from collections.abc import Sequence

from gradbook.graph.errors import ExpressionError
from gradbook.graph.expression import Apply, Expr, Number, Statement, Symbol
from gradbook.graph.ops import NOTATION, OPS

MAX_LENGTH = 20_000
MAX_DEPTH = 80
MAX_EXPONENT = 64

_BINARY: dict[type[ast.operator], str] = {
    ast.Add: "add",
    ast.Sub: "sub",
    ast.Mult: "mul",
    ast.Div: "div",
    ast.Pow: "pow",
    ast.MatMult: "matmul",
}
# Signs and letters as they are written by hand, or copied from a text, and what Python reads in their place.
_SIGNS = {
    "·": "*", "⋅": "*", "×": "*", "∗": "*", "∙": "*", "÷": "/", "∕": "/", "−": "-", "–": "-", "√": "sqrt",
    **dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True)),
}  # fmt: skip
_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
_OTHER_NAMES = {"sigma": "sigmoid", "σ": "sigmoid", "ln": "log", "ReLU": "relu", "maximum": "max", "minimum": "min"}


def parse(text: str) -> list[Statement]:
    """Parse statements such as "q = w*x; f = z*(q + b)" into pairs (name, expression); a name may be absent.

    Statements are separated by semicolons or new lines.

    Raises:
        ExpressionError: the text is not such; the message points at the place.
    """
    if len(text) > MAX_LENGTH:
        raise ExpressionError(text, MAX_LENGTH, f"the expression is longer than {MAX_LENGTH:,} characters.")
    if not text.strip():
        raise ExpressionError(text, 0, "the expression is empty.")
    dense, places = _typed(text)
    reader = _Reader(text, dense, places)
    try:
        tree = ast.parse(dense)
    except SyntaxError as error:
        place = reader.place_of(error.lineno or 1, (error.offset or 1) - 1)
        raise ExpressionError(text, place, _syntax_advice(text, place, error.msg)) from None
    except (MemoryError, RecursionError):
        raise ExpressionError(text, 0, "the expression is nested too deep. Name its parts: q = ...; r = ...") from None
    except (ValueError, OverflowError) as error:
        raise ExpressionError(text, 0, f"this cannot be read as an expression ({error}).") from None
    if not tree.body:
        raise ExpressionError(text, 0, "the expression is empty.")
    return [reader.statement(node) for node in tree.body]


def _typed(text: str) -> tuple[str, list[int]]:
    """Return a text as Python has it, and the place in the text that each of its characters comes from.

    Signs such as · and ² are replaced, and leading blanks, which Python takes for an indentation, dropped.
    """
    found: list[str] = []
    places: list[int] = []
    for place in range(len(text) - len(text.lstrip()), len(text)):
        letter = text[place]
        written = _SIGNS.get(letter, letter)
        if letter in _RAISED:
            written = _RAISED[letter] if place and text[place - 1] in _RAISED else f"**{_RAISED[letter]}"
        found.append(written)
        places += [place] * len(written)
    return "".join(found), [*places, len(text)]


@functools.cache
def parse_formula(text: str) -> Expr:
    """Parse one expression of the op table, where formula-only notation is allowed."""
    (statement,) = ast.parse(text).body
    assert isinstance(statement, ast.Expr)
    return _Reader(text, text, range(len(text) + 1), formula=True).expression(statement.value)


def _syntax_advice(text: str, place: int, message: str) -> str:
    before = text[:place].rstrip()
    if (
        before
        and place < len(text)
        and (before[-1].isdigit() or before[-1] == ")")
        and text[place : place + 1].isidentifier()
    ):
        return "a sign is missing: write products with *, as in 2*x."
    if "invalid decimal literal" in message:
        return "a sign is missing: write products with *, as in 2*x."
    return f"this is not an expression ({message})."


class _Reader:
    """Reads a syntax tree.

    Args:
        text: as it was given.
        typed: as Python has it.
        places: for each character of `typed`, and its end, the place in `text`.
        formula: whether notation of formulas is let in.
    """

    def __init__(self, text: str, typed: str, places: Sequence[int], *, formula: bool = False) -> None:
        self._text = text
        self._places = places
        self._lines = typed.splitlines(keepends=True)
        self._functions = OPS.keys() | (NOTATION.keys() if formula else set())

    def place_of(self, line: int, column: int) -> int:
        """Return where a line and column (from 0) of Python's are in the text as it was given."""
        place = sum(map(len, self._lines[: line - 1])) + max(0, column)
        return self._places[min(place, len(self._places) - 1)]

    def statement(self, node: ast.stmt) -> Statement:
        if isinstance(node, ast.Expr):
            return None, self.expression(node.value)
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            return node.targets[0].id, self.expression(node.value)
        raise self._refusal(node, "only expressions and assignments such as q = w*x are allowed here.")

    def expression(self, node: ast.expr, depth: int = 0) -> Expr:
        if depth > MAX_DEPTH:
            raise self._refusal(
                node, f"the expression is nested more than {MAX_DEPTH} deep. Name its parts: q = ...; r = ..."
            )
        below = depth + 1
        match node:
            case ast.Constant(value=bool() | None):
                raise self._refusal(node, "only numbers and names can be calculated with.")
            case ast.Constant(value=int() | float() as value):
                return self._number(node, value)
            case ast.Name(id=name):
                return Symbol(name)
            case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _BINARY:
                args = self.expression(left, below), self.expression(right, below)
                name = _BINARY[type(operator)]
                if name == "pow" and isinstance(args[1], Number) and abs(args[1].value) > MAX_EXPONENT:
                    raise self._refusal(right, f"exponents go up to {MAX_EXPONENT}.")
                return Apply(name, args)
            case ast.BinOp(op=ast.BitXor()):
                raise self._refusal(node.right, "write powers with **, as in x**2.")
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)) if not isinstance(
                value, bool
            ):
                return self._number(node, -value)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return Apply("neg", (self.expression(operand, below),))
            case ast.UnaryOp(op=ast.UAdd(), operand=operand):
                return self.expression(operand, below)
            case ast.Attribute(value=value, attr="T"):
                return Apply("transpose", (self.expression(value, below),))
            case ast.Call(func=ast.Name(id=name), args=args, keywords=[]):
                return self._call(node, _OTHER_NAMES.get(name, name), args, below)
        raise self._refusal(node, "this is not allowed here: only numbers, names, + - * / ** @, .T and functions are.")

    def _call(self, node: ast.Call, name: str, args: list[ast.expr], depth: int) -> Expr:
        if name not in self._functions:
            known = ", ".join(sorted(op.name for op in OPS.values() if op.text.startswith(op.name)))
            raise self._refusal(node, f"there is no function {name!r}. There are {known}.")
        op = OPS.get(name)
        if op is not None:
            most = math.inf if op.settings is None else op.arity + op.settings
            if not op.arity <= len(args) <= most:
                raise self._refusal(node, f"{name} takes {op.arity} argument{'s'[: op.arity != 1]}, not {len(args)}.")
        read = tuple(self.expression(arg, depth) for arg in args)
        if op is not None and not all(isinstance(setting, Number) for setting in read[op.arity :]):
            raise self._refusal(node, f"after its argument, {name} takes numbers only (an axis, say).")
        return Apply(name, read)

    def _number(self, node: ast.expr, value: float) -> Number:
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if not math.isfinite(number):
            raise self._refusal(node, "this number is too large.")
        return Number(number)

    def _refusal(self, node: ast.AST, problem: str) -> ExpressionError:
        line, column = getattr(node, "lineno", 1), getattr(node, "col_offset", 0)
        # ast counts columns in bytes of UTF-8.
        if 0 < line <= len(self._lines):
            column = len(self._lines[line - 1].encode()[:column].decode(errors="ignore"))
        return ExpressionError(self._text, self.place_of(line, column), problem)
