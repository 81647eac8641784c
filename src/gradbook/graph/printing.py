"""Writing expressions out, as text and as LaTeX."""

import math
import re
from collections.abc import Callable, Iterable
from functools import lru_cache, partial

from gradbook.graph.expression import (
    ATOM,
    POWER,
    PRODUCT,
    SIGN,
    SUM,
    Apply,
    Derivative,
    Expr,
    Number,
    Statement,
    Symbol,
)
from gradbook.graph.ops import NOTATION, OPS

# Greek letters by what they are called, in text and in LaTeX alike.
GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ",
    "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "upsilon": "υ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ",
    "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ",
    "Omega": "Ω",
}  # fmt: skip
_LETTERS = {letter: name for name, letter in GREEK.items()}


DIGITS = 10  # significant digits of a number, where nothing else is said
_WHOLE = 10**DIGITS  # whole numbers below are written with all their digits
_MORE = 2  # digits that are no reason to round


def number_text(value: float, digits: int = DIGITS) -> str:
    """Write a number with so many significant digits at most, without trailing zeros.

    Whole numbers and those that are done after a few digits more are written out, so that 10.55**2 is 111.3025.
    """
    if value % 1 == 0 and abs(value) < _WHOLE:
        return str(int(value))
    text, most = f"{value:.{max(DIGITS, digits)}g}", digits + _MORE
    if len(text) > most and value % 1 != 0 and sum(map(str.isdigit, text.partition("e")[0].lstrip("-0."))) > most:
        text = f"{value:.{digits}g}"
    return text.replace("e+0", "e").replace("e-0", "e-").replace("e+", "e") if "e" in text else text


def number_latex(value: float, digits: int = DIGITS) -> str:
    """Write a number for LaTeX, as `number_text` does: 1.5e-07 becomes 1.5 \\cdot 10^{-7}."""
    if math.isinf(value):
        return r"\infty" if value > 0 else r"-\infty"
    text = number_text(value, digits)
    if "e" not in text:
        return text
    mantissa, exponent = text.split("e")
    return rf"{mantissa} \cdot 10^{{{exponent}}}"


def name_latex(name: str) -> str:
    """Write a name for LaTeX: w_1 and w1 get an index, alpha its Greek letter, longer names upright type."""
    match = re.fullmatch(r"([^\W\d_]+)_?(\w*)", name)
    if not match:
        return rf"\mathrm{{{_escape(name)}}}"
    stem, index = match.groups()
    stem = _LETTERS.get(stem, stem)
    if stem in GREEK:
        stem = f"\\{stem}"
    elif len(stem) > 1:
        stem = rf"\mathrm{{{stem}}}"
    if not index:
        return stem
    parts = [part for part in index.split("_") if part]
    written = ",".join(part if len(part) == 1 or part.isdigit() else rf"\mathrm{{{part}}}" for part in parts)
    return f"{stem}_{{{written}}}" if written else rf"\mathrm{{{_escape(name)}}}"


def _escape(name: str) -> str:
    return name.replace("_", r"\_")


def text(expr: Expr, digits: int = DIGITS) -> str:
    """Write an expression as plain text, which `parser.parse` reads back (derivatives aside).

    Args:
        expr: what to write.
        digits: significant digits of its numbers.
    """
    if isinstance(expr, Symbol):
        return expr.name
    if isinstance(expr, Number):
        return number_text(expr.value, digits)
    return _text_writer(digits).write(expr, SUM)


@lru_cache(maxsize=32)
def _text_writer(digits: int) -> "_Writer":
    return _Writer(0, partial(number_text, digits=digits), str, _derivative_text)


def statements_text(statements: Iterable[Statement]) -> str:
    """Write statements as text, such as "q = w * x; f = q + b"."""
    return "; ".join(f"{name} = {text(expr)}" if name else text(expr) for name, expr in statements)


def statements_latex(statements: Iterable[Statement]) -> str:
    """Write statements as LaTeX, without delimiters."""
    written = (f"{name_latex(name)} = {latex(expr)}" if name else latex(expr) for name, expr in statements)
    return r", \quad ".join(written)


def latex(expr: Expr, digits: int = DIGITS) -> str:
    """Write an expression as LaTeX, without delimiters.

    Args:
        expr: what to write.
        digits: significant digits of its numbers.
    """
    return _Writer(1, partial(number_latex, digits=digits), name_latex, _derivative_latex).write(expr, SUM)


def _derivative_text(d: Derivative) -> str:
    return f"d{d.of}/d{d.by}" + ("|direct" if d.direct else "")


def _derivative_latex(d: Derivative) -> str:
    fraction = rf"\frac{{\partial {name_latex(d.of)}}}{{\partial {name_latex(d.by)}}}"
    return rf"\left.{fraction}\right|_{{\mathrm{{direct}}}}" if d.direct else fraction


class _Writer:
    """Puts brackets where the notation needs them; the notation itself stands in the op table."""

    def __init__(
        self,
        column: int,
        number: Callable[[float], str],
        name: Callable[[str], str],
        derivative: Callable[[Derivative], str],
    ) -> None:
        self._column = column
        self._number = number
        self._name = name
        self._derivative = derivative

    def write(self, expr: Expr, level: int) -> str:
        """Write `expr` where something that binds as `level` stands around it."""
        if isinstance(expr, Apply):
            written, own = self._apply(expr)
        elif isinstance(expr, Number):
            written = self._number(expr.value)
            own = ATOM if written[0] != "-" and "cdot" not in written else SIGN
        elif isinstance(expr, Symbol):
            written, own = self._name(expr.name), ATOM
        else:  # df/dr * dr/dq reads well without brackets, (df/dr).T would not
            written, own = self._derivative(expr), ATOM if self._column else POWER
        return self._bracket(written) if own < level else written

    def _apply(self, expr: Apply) -> tuple[str, int]:
        if expr.op not in OPS and expr.op not in NOTATION:  # a module's op that the table lacks: a plain call
            inside = ", ".join(self.write(arg, SUM) for arg in expr.args)
            return self._call(expr.op).format(inside), ATOM
        arity = OPS[expr.op].arity if expr.op in OPS else len(expr.args)
        notation, own, levels = _notation(expr.op, arity, self._column)
        settings = expr.args[arity:]
        if self._column and expr.op == "mul" and self._juxtaposes(*expr.args):
            notation = r"{0} \, {1}"
        parts = [*map(self.write, expr.args, levels)]  # settings have no level
        if expr.op in ("add", "sub", "neg") and parts[-1].startswith("-"):
            parts[-1] = self._bracket(parts[-1])
        written = notation.format(*parts)
        if settings and written.endswith(")"):
            end = r"\right)" if self._column else ")"
            numbers = ", ".join(self.write(setting, SUM) for setting in settings)
            written = f"{written.removesuffix(end)}, {numbers}{end}"
        return written, own

    def _call(self, op: str) -> str:
        return rf"\operatorname{{{{{_escape(op)}}}}}\left({{0}}\right)" if self._column else f"{op}({{0}})"

    def _juxtaposes(self, left: Expr, right: Expr) -> bool:
        """Whether a product reads well without a dot: z x, 2 x, but 3 \\cdot 2."""
        while isinstance(right, Apply) and right.op in ("mul", "pow"):
            right = right.args[0]
        while isinstance(left, Apply) and left.op == "mul":
            left = left.args[1]
        plain = not isinstance(right, Number | Derivative) and not isinstance(left, Derivative)
        return plain and not (isinstance(right, Apply) and right.op in ("neg", "div"))

    def _bracket(self, written: str) -> str:
        return rf"\left({written}\right)" if self._column else f"({written})"


@lru_cache(maxsize=256)
def _notation(op: str, arity: int, column: int) -> tuple[str, int, list[int]]:
    """Return how an operation is written, how tightly that binds, and how each argument must to go without brackets."""
    if op in NOTATION:
        *written, own = NOTATION[op]
    else:
        entry = OPS[op]
        written, own = [entry.text, entry.latex], entry.level
    if op == "square":
        own = POWER if column else ATOM
    if op == "div" and column:
        own = ATOM
    return written[column], own, _levels(op, own, arity, column)


def _levels(op: str, own: int, arity: int, column: int) -> list[int]:
    if own == ATOM:
        return [SUM] * arity
    match op:
        case "add" | "sub":
            return [SUM, PRODUCT]
        case "mul" | "hadamard" | "times" | "div" | "matmul":
            return [PRODUCT, POWER]
        case "neg":
            return [PRODUCT]
        case "pow":
            return [ATOM, SUM if column else POWER]
        case "square" | "transpose":
            return [ATOM]
        case "linear":
            return [PRODUCT, ATOM, PRODUCT]
    return [ATOM] * arity
