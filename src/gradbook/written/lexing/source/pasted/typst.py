"""Typst: formulas as it has them between dollars, with words for signs: $(partial L)/(partial hat(y)) = 2 dot 3$.

Each sign is one of Unicode, never longer than its word, and set right where the word ends: an index stays beside it.
"""

import re

from gradbook.written.notation import GREEK

_FORMULA = re.compile(r"(?<![\\$])\$(?P<inside>[^$\\]{1,400})\$(?!\$)")
_TELLS = re.compile(
    r"\(partial |\b(?:pdv|dv|diff|hat|cal|overline|upright|bold|frac)\(|[\w)] (?:dot|times)(?:\.\w+)? [\w(]|\bquad\b"
)
_PLAIN = r"[^\W\d_]\w{0,8}"
_QUOTIENT = re.compile(r"\((?:partial|diff) (?P<of>[^()\n]{1,20})\)[ ]?/[ ]?\((?:partial|diff) (?P<by>[^()\n]{1,20})\)")
_DERIVATIVE = re.compile(r"\b(?P<sign>p?dv)\((?P<of>[^(),\n]{1,20}),[ ]?(?P<by>[^(),\n]{1,20})\)")
_FRACTION = re.compile(r"\bfrac\((?P<over>[^(),\n]{1,40}),[ ]?(?P<under>[^(),\n]{1,40})\)")
_MARKED = re.compile(rf"\b(?P<mark>hat|tilde|overline|macron|bar|cal|upright|bold|italic|bb)\([ ]*(?P<name>{_PLAIN})\)")
_MARKS = {"hat": "\u0302", "tilde": "\u0303", "overline": "\u0304", "macron": "\u0304", "bar": "\u0304"}
_NESTED = 2  # overline(cal(L))
_INDEX = re.compile(r"_\(([\w, ]{1,12})\)")
_SIGNS = {
    "partial": "∂", "diff": "∂", "nabla": "∇", "dot": "·", "dot.c": "·", "dot.op": "·", "times": "×", "div": "÷",
    "approx": "≈", "eq": "=", "arrow": "→", "arrow.r": "→", "quad": " ", "qquad": " ",
} | {name: letter for letter, name in GREEK.items()}  # fmt: skip
_SIGN = re.compile(rf"(?<![\w.])(?:{'|'.join(sorted(map(re.escape, _SIGNS), key=len, reverse=True))})(?![\w.(]|\.\w)")
_LAYOUT = re.compile(r"^#(?:pause|pagebreak\(\)|linebreak\(\)|v\([\w.]{1,8}\))[ \t]*$|#h\([\w.]{1,8}\)", re.MULTILINE)


def untypst(source: str) -> str:
    """Return a source, as long as it was, with signs for the words of formulas in Typst, where it has any."""
    if not any(_TELLS.search(found["inside"]) for found in _FORMULA.finditer(source)):
        return source
    source = _LAYOUT.sub(lambda found: " " * len(found.group()), source)
    return _FORMULA.sub(lambda found: f"${_in_signs(found['inside'])}$", source)


def _in_signs(formula: str) -> str:
    for _ in range(_NESTED):
        formula = _MARKED.sub(lambda found: _set(found["name"] + _MARKS.get(found["mark"], ""), found), formula)
    formula = _INDEX.sub(lambda found: f"_{{{found[1]}}}", formula)
    formula = _QUOTIENT.sub(lambda found: _set(f"∂{found['of'].strip()}/∂{found['by'].strip()}", found), formula)
    formula = _DERIVATIVE.sub(_derivative, formula)
    formula = _FRACTION.sub(lambda found: _set(f"({found['over']})/({found['under']})", found), formula)
    return _SIGN.sub(lambda found: _set(_SIGNS[found.group()], found), formula)


def _derivative(found: re.Match[str]) -> str:
    sign = "∂" if found["sign"] == "pdv" else "d"
    return _set(f"{sign}{found['of'].strip()}/{sign}{found['by'].strip()}", found)


def _set(sign: str, word: re.Match[str]) -> str:
    return sign.rjust(len(word.group()))
