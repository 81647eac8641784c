r"""Bars: the point at which a quantity is taken, written under a bar behind it: \right|_{x=2,\,w=5}, \Big|_{(2, 5)}.

What is not understood there may say anything: another epoch, a path, somebody's name.
"""

import math
import re

from gradbook.core.text.patterns import regex
from gradbook.graph.errors import ExpressionError
from gradbook.graph.expression import Apply, Expr, Number, Symbol
from gradbook.graph.ops import OPS
from gradbook.graph.parser import parse
from gradbook.written.expression import Call, Node, mapped
from gradbook.written.lexicon import Lexicon
from gradbook.written.notation import NOW, OLD, plain

_NUMBER = r"-?\d+(?:[.,]\d+)?"
_SEMICOLONS = regex(rf"\(?{_NUMBER}(?:;{_NUMBER})+\)?")
_BLANK = regex(r"\\[,;:!> ]|\\q?quad|\\(?:left|right|big|Big|bigg|Bigg)(?![a-z])|\\substack|~|\$|\s|\\limits")
_AND = regex(r"\\\\|;|\\(?:wedge|land)(?![a-z])|\\text\{(?:and|und|et|y|e|en|i|и)\}|\\text(?=\{,\})")
_FRACTION = regex(r"\\[dt]?frac(?:\{([^{}]*)\}|(\d))(?:\{([^{}]*)\}|(\d))")
_ROOT = regex(r"\\sqrt(?:\{([^{}]*)\}|(\d+))")
_SIGNS = {r"\cdot": "*", r"\times": "*", r"\pi": "pi", "π": "pi", "−": "-", "^": "**", "{": "(", "}": ")"}
_NAMES = regex(r"[^\W\d_]")
_LETTERS = frozenset({"pi"})
_LONGEST = 60  # characters of a number that is worked out


def point_under(text: str, lexicon: Lexicon) -> tuple[Node, ...] | None:
    """Return what stands under a bar, x = 2 and y = 3, as names with their numbers; (2, 3) are all inputs.

    None where any of it is not understood; what says that a name is as it was, w = w_0, gives nothing.
    """
    low = text.partition("_")[2].strip()
    low = _BLANK.sub("", low)
    while low[:1] == "{" and low[-1:] == "}":
        low = low[1:-1]
    if _SEMICOLONS.fullmatch(low):  # (4,0; 3,0)
        low = low.replace(",", ".").replace(";", ",")
    found: list[Node] = []
    for part in _parts(low):
        given = _given(part, lexicon)
        if given is None:
            return None
        found += given
    return tuple(found) if low else None


def put_in(node: Node, point: tuple[Node, ...]) -> Node:
    """Return a formula with the numbers of a point put in for its names."""
    numbers = {at.args[0]: at.args[1] for at in point if isinstance(at, Call)}
    return mapped(node, lambda leaf: numbers.get(leaf, leaf) if isinstance(leaf, Symbol) else leaf)


def _parts(text: str) -> list[str]:
    """Cut at commas outside brackets; none between digits, where it is a decimal one, but in a bare list."""
    text = _AND.sub(",", text)
    if re.fullmatch(rf"{_NUMBER}(?:,{_NUMBER})+", text):
        return [f"({text})"]
    parts, depth = [""], 0
    for at, letter in enumerate(text):
        depth += (letter in "({") - (letter in ")}")
        decimal = text[at - 1 : at].isdigit() and re.match(r",\d+(?![\d=])", text[at:])
        if letter == "," and not depth and not decimal:
            parts.append("")
        else:
            parts[-1] += letter
    return [part for part in parts if part]


def _given(part: str, lexicon: Lexicon) -> list[Node] | None:
    """Return what one equation under a bar gives; None where it is not understood."""
    name, sign, value = part.partition("=")
    if not sign:
        inputs = [*lexicon.inputs]
        return [] if _is_as_it_was(name, name[:1]) else _paired(inputs, _listed(name), lexicon)
    if name[:1] == "(":
        return _paired(_listed(name), _listed(value), lexicon)
    if name in NOW - {"current", "(t)"} and value == "0":
        return []  # the first round
    known = lexicon.name(name)
    if known in lexicon.operands and _NAMES.search(value) and _number(value) is None:
        return []  # z = wx + b, as it is calculated
    if known is None and value[:1] == "(" and "," in value:  # all inputs by one name
        return _paired([*lexicon.inputs], _listed(value), lexicon)
    if _is_as_it_was(value, name):
        return []
    return _paired([name], [value], lexicon)


def _is_as_it_was(written: str, name: str) -> bool:
    """Whether a name with an index is what a name was before the step: w_0, x^{(t)}."""
    own, index = plain(name), plain(written).removeprefix(plain(name)).lstrip("^")
    return plain(written).startswith(own) and bool(own) and not own.isdigit() and index in OLD | NOW


def _listed(text: str) -> list[str]:
    """Return the entries of a list in brackets."""
    if text[:1] != "(" or text[-1:] != ")":
        return []
    return text[1:-1].split(",")


def _paired(names: list[str], values: list[str], lexicon: Lexicon) -> list[Node] | None:
    known = [lexicon.name(name) for name in names]
    numbers = [_number(value) for value in values]
    if not known or len(known) != len(numbers) or None in known or None in numbers:
        return None
    quantities = {*lexicon.inputs, *lexicon.operands}
    if not quantities.issuperset(name for name in known if name):
        return None
    return [
        Call("at", (Symbol(name), Number(number)))
        for name, number in zip(known, numbers, strict=True)
        if name is not None and number is not None
    ]


def _number(written: str) -> float | None:
    r"""Return the number that is written, worked out where it is a fraction, a root or a part of \pi."""
    if len(written) > _LONGEST:
        return None
    text = written.replace("{,}", ".")
    text = re.sub(r"(\d),(\d)", r"\1.\2", text)
    text = _FRACTION.sub(lambda m: f"(({m[1] or m[2]})/({m[3] or m[4]}))", text)
    text = _ROOT.sub(lambda m: f"sqrt({m[1] or m[2]})", text)
    for sign, typed in _SIGNS.items():
        text = text.replace(sign, typed)
    text = re.sub(r"(?<=\d)(?=pi|sqrt|\()", "*", text)
    try:
        ((_, formula),) = parse(text)
        return _value(formula)
    except (ExpressionError, ArithmeticError, ValueError):
        return None


def _value(formula: Expr) -> float:
    match formula:
        case Number(value):
            return float(value)
        case Symbol(name) if name in _LETTERS:
            return math.pi
        case Apply(op, args):
            return float(OPS[op].value(*map(_value, args)))
    raise ValueError
