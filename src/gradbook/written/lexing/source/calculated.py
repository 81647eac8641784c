"""Bodies of functions worked out: what a definition in a program gives at a number, where it only calculates."""

import ast
import math
import operator
import re
import warnings
from collections.abc import Callable, Mapping

from gradbook.core.text.patterns import regex

_LONGEST = 400  # characters of a body that is worked out
_SPELLED = (
    (regex(r"(?:#|//)[^\n]*"), ""),
    (regex(r"[{};]"), "\n"),
    (regex(r"\^"), "**"),
    (regex(r"²"), "**2"),
    (regex(r"−"), "-"),
    (regex(r"[·×]"), "*"),
    (regex(r"(?<=\d)f\b"), ""),
    (regex(r"\)[ ]?\("), ")*("),
    (regex(r"^[ \t]*(?:(?:double|float|var|let|const|val|auto)[ ](?=\w{1,20}[ ]?=)|return\b)", re.MULTILINE), ""),
)
_SET = regex(r"(\w{1,20})[ ]?=[ ]?(?!=)(.*)")
_OPERATORS: dict[type[ast.AST], Callable[..., float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: math.pow,
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
}
_LOGISTIC = "sigmoid sigma σ logistic expit"
_FUNCTIONS: dict[str, Callable[..., float]] = {
    "exp": math.exp,
    "tanh": math.tanh,
    "cosh": math.cosh,
    "sech": lambda x: 1 / math.cosh(x),
    "sqrt": math.sqrt,
    "square": lambda x: x * x,
    **dict.fromkeys(("pow", "power"), math.pow),
    **dict.fromkeys(_LOGISTIC.split(), lambda x: 1 / (1 + math.exp(-x))),
}


def calculated(body: str, argument: str, at: float) -> float | None:
    """Return what the body of a function of one argument gives at a number; None where it does not only calculate."""
    if len(body) > _LONGEST or not argument:
        return None
    for spelling, plain in _SPELLED:
        body = spelling.sub(plain, body)
    known = {"e": math.e, argument: at}
    *steps, last = [line.strip() for line in body.split("\n") if line.strip()] or [""]
    try:
        for step in steps:
            if (sets := _SET.fullmatch(step)) is None:
                return None
            known[sets.group(1)] = _value(_parsed(sets.group(2)), known)
        return _value(_parsed(last), known)
    except (ArithmeticError, KeyError, SyntaxError, TypeError, ValueError, RecursionError, MemoryError):
        return None


def _parsed(formula: str) -> ast.expr:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # "1or 2", which no learner's text may print into ours
        return ast.parse(formula, mode="eval").body


def _value(node: ast.expr, known: Mapping[str, float]) -> float:
    """Return the value of an expression.

    Raises:
        KeyError: where it holds anything that is not known.
    """
    match node:
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.Name(id=name):
            return known[name]
        case ast.Attribute(attr="e"):
            return math.e
        case ast.UnaryOp(op=sign, operand=of):
            return _OPERATORS[type(sign)](_value(of, known))
        case ast.BinOp(left=left, op=sign, right=right):
            return _OPERATORS[type(sign)](_value(left, known), _value(right, known))
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]):
            return _FUNCTIONS[name.lower()](*(_value(arg, known) for arg in args))
        case ast.Call(func=ast.Attribute(value=of, attr=name), args=args, keywords=[]):
            own = [of] if isinstance(of, ast.Name) and of.id in known else []  # x.pow(2), but np.power(x, 2)
            return _FUNCTIONS[name.lower()](*(_value(arg, known) for arg in (*own, *args)))
    raise KeyError(node)
