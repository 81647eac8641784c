"""Dots for what is left out: terms, as in "2 + ... + 6", and digits, as in "1.333... + 0.5"; and those that lead.

    u = ab ............. 6
    dL/dd = -1/4 * v/d^2 . -1/2
    z = ....2 - 1 = 1....

Where several lines have many that lead to a number, few in another line do so too, and are no product. A dot between
whole numbers is one where it is equal to their product, or where all other numbers have a decimal comma. So is one with
blanks around it between operands in mathematics, where what follows any of them begins no equation.
"""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.tokens import Token

_DOTS = regex(r"\.{3,}|…")
_COMMAND = regex(r"\\[lc]?dots(?![a-zA-Z])")  # which ends no sentence
_TERMS = ("+", "-", "*")
_SIGN_BEHIND = regex(r"[ \t]*(?:[+*×·]|[-−][ \t])[ \t$]*[\w(\\\[.…]")
_GOES_ON = regex(r"[ \t]*(?:[+*/×·=≈)\]]|[-−][ \t])")
_OPERANDS = frozenset({"num", "close", "name"})
_NUMBER = r"(?=[ \t]+[-−+]?\d[\d.,/]*(?:[ \t]*$|[ \t]{2,}(?:<-|←|\()))"  # at the end of a line, but for a remark
_MANY = regex(rf"(?<=[ \t])\.{{4,80}}{_NUMBER}", re.MULTILINE)
_ANY = regex(rf"(?<=[ \t])\.{{1,80}}{_NUMBER}", re.MULTILINE)
_ARGUMENT = regex(  # "a = tanh(...) = 0.46", of what stands above
    r"(?<=[=≈])(?P<function>[ \t]*\\?(?:tanh|sigmoid|sigma|σ|relu|ReLU|exp|ln|log|sin|cos))\([ ]?(?:\.{1,3}|…)[ ]?\)"
    r"(?=[ \t]*[=≈])"
)
_LEAST = 2  # lines
_LINE = regex(r"[^\n]+")
_FIELD = regex(r"\.{3}|_{3}|…")
_FILLED = regex(  # "z = ....2,1 - 0,1 = 2...."
    r"(?P<before>[=≈:][ \t]*)(?P<dots>\.{3,40}|_{3,40}|…{1,20})[ \t]*"
    r"(?P<said>(?![^\W\d]\w*\s*[=:])(?=[^\n.…_]*\d)[^\s._…](?:[^\n_….]|\.(?!\.)){0,80}?)"
    r"(?P<rest>[ \t]*(?:\.{3,40}|_{3,40}|…{1,20}))(?=[\s,;(]|\Z)"
)
_PRODUCT = regex(r"(=[ \t]*[-−–]?)(\d{1,3})\.(\d{1,3})(?=[ \t]*=[ \t]*[-−–]?(\d{1,6})(?!\d|[.,]\d))")

_SIGNED = r"(?:(?<=[=+*/×·(] )|(?<=[=+*/×·(]))"  # behind a sign, in a side
_BRACKETED = regex(rf"{_SIGNED}\d+\.(?=\([ ]?[-−–][ ]?[\d.])|(?<=\d\))\.(?=\d)")  # "= 2.(-3)", "(-6).1"
_COMMAS = regex(  # a product of numbers with decimal commas: "13.0,2", "0,5.(-10)", "2,5.4", not "1,500.1"
    r"(?<![\w.,])(?![1-9]\d{0,2}(?:,\d{3})+\.\d)\d+(?:,\d+\.(?=\d+(?![\d.]|,\d+[.,])|\()|\.(?=\([-−]?\d+,\d)|\.(?=\d+,\d+(?![\d.,]))(?!\d{3},))"
)
_COMMA = regex(r"(?<![\w.,])\d+,\d+(?![\d,·])")
_POINT = regex(rf"{_SIGNED}\d+\.(?=\d)")  # in a side: no number of a title
_SET = regex(r"\$[^$\n]{1,300}\$")  # mathematics in a line
_APART = regex(r"(?<=[\w})\]][ ])\.(?=[ ][\w\\({])")  # between two operands, blanks around it
_SURELY = regex(r"(?<=[\w})\]])[ ]\.[ ](?:\(|\d|[\w{}\\]{1,20}[ ]*[-+*/.(])")  # one of which no equation can begin
_ODD = 1  # number with a point, beside such
_SURE = 2  # numbers with a decimal comma, so that a dot is none


def terms_left_out(source: str, start: int, last: Token | None) -> int:
    """Return the end of dots that stand for terms, behind a sign or before one; 0 where there are none."""
    dots = _DOTS.match(source, start)
    if not dots or last is None:
        return 0
    behind_sign = last.kind == "op" and last.text in _TERMS
    between = (
        last.kind in _OPERANDS and _SIGN_BEHIND.match(source, dots.end()) and not digits_left_out(source, start, last)
    )
    return dots.end() if behind_sign or between else 0


def digits_left_out(source: str, start: int, last: Token | None) -> int:
    """Return the end of dots for further digits of a number with which a calculation goes on; 0 where none are."""
    command = _COMMAND.match(source, start)
    dots = command or _DOTS.match(source, start)
    if not dots or last is None or last.kind != "num" or source[last.end : start].strip():
        return 0
    if "." not in source[last.start : last.end]:
        return 0
    if last.end != start:  # "5.0 \\dots + 5" leaves out terms
        return dots.end() if command and not _SIGN_BEHIND.match(source, dots.end()) else 0
    return dots.end() if command or _GOES_ON.match(source, dots.end()) else 0


def led(source: str) -> str:
    """Return a source, as long as it was, with signs of equality for dots that lead to a number."""
    if "...." not in source or len(_MANY.findall(source)) < _LEAST:
        return source
    return _ANY.sub(lambda dots: "=".rjust(len(dots.group())), source)


def without_arguments(source: str) -> str:
    """Return a source, as long as it was, with blanks for dots that stand for a function's argument."""
    return _ARGUMENT.sub(lambda call: f"{call['function']}(".ljust(len(call[0]) - 1) + ")", source)


def filled_in(source: str) -> str:
    """Return a source, as long as it was, with blanks for the dots between which a worksheet is filled in."""
    if "..." not in source and "___" not in source:
        return source
    return _LINE.sub(lambda line: _without_fields(line.group()), source)


def _without_fields(line: str) -> str:
    """Return a line without the dots around what is filled in; as it is where other dots are left."""
    filled = _FILLED.sub(
        lambda found: f"{found['before']}{' ' * len(found['dots'])}{found['said']}{' ' * len(found['rest'])}", line
    )
    return line if _FIELD.search(filled) else filled


def times(source: str) -> str:
    """Return a source, as long as it was, with a sign of multiplication for a dot that can only be one: "12.3 = 36"."""
    if "." not in source:
        return source
    source = _BRACKETED.sub(_as_sign, _PRODUCT.sub(_as_product, source))
    if any(_SURELY.search(formula.group()) for formula in _SET.finditer(source)):  # then it is one in all formulas
        source = _SET.sub(lambda formula: _APART.sub("·", formula.group()), source)
    if "," not in source or (found := _COMMAS.sub(_as_sign, source)) == source:
        return source
    if not _COMMA.search(found):
        return source  # "(2,0.5)" is a list
    others = len(_POINT.findall(found))  # a single "(2.13)" is another product
    sure = len(_COMMA.findall(source)) >= _SURE + others and others <= _ODD
    return _POINT.sub(_as_sign, found) if sure else source


def _as_sign(found: re.Match[str]) -> str:
    """Return what was found with a sign of multiplication for the dot at its end."""
    return f"{found.group()[:-1]}·"


def _as_product(found: re.Match[str]) -> str:
    one, other, result = map(int, found.groups()[1:])
    return f"{found[1]}{found[2]}·{found[3]}" if one * other == result else found.group()
