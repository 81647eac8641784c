"""Typst: what its formulas have beside plain words: $pdv(L, hat(y)) = 2$, $overline(cal(L)) = 1$, $w_(12)$.

Each is written in Unicode, never longer than it was, and set right where it ends: an index stays beside its letter.
"""

import re
from collections.abc import Sequence
from unicodedata import normalize

from gradbook.core.text.patterns import regex
from gradbook.written.notation import GREEK

_TELLS = regex(
    r"\b(?:pdv|dv|hat|cal|overline|upright|bold|frac)\(|\((?:partial|diff) |\bquad\b| (?:dot|times) |\barrow\."
)
_DENIES = regex(r"\bnot\b")
_MARKED = regex(
    r"\b(?P<mark>hat|tilde|overline|macron|bar|cal|upright|bold|italic|bb)\([ ]*(?P<name>[^\W\d_]\w{0,8})\)"
)
_MARKS = {"hat": "\u0302", "tilde": "\u0303", "overline": "\u0304", "macron": "\u0304", "bar": "\u0304"}
_NESTED = 2  # overline(cal(L))
_INDEX = regex(r"_\(([\w, ]{1,12})\)")
_DERIVATIVE = regex(r"\b(?P<sign>p?dv)\((?P<of>[^(),\n]{1,20}),[ ]?(?P<by>[^(),\n]{1,20})\)")
_FRACTION = regex(r"\bfrac\((?P<over>[^(),\n]{1,40}),[ ]?(?P<under>[^(),\n]{1,40})\)")
_LETTERS = {name: letter for letter, name in GREEK.items()}
_LETTER = regex(rf"(?<![\w.])(?:{'|'.join(sorted(_LETTERS, key=len, reverse=True))})(?![A-Za-z.(])")
_SIGNS = {"arrow.l": "←", "arrow.r": "→", "arrow": "→", "dot.c": "·", "dot.op": "·"}
_SIGN = regex(rf"(?<![\w.])(?:{'|'.join(map(re.escape, _SIGNS))})(?![\w.(])")
LAYOUT = regex(r"^#(?:pause|pagebreak\(\)|linebreak\(\)|v\([\w.]{1,8}\))[ \t]*$|#h\([\w.]{1,8}\)", re.MULTILINE)

_SIGN_OF = r"(?:partial|diff|upright\(d\)|dif|d)[ ]+"
_OWN = regex(  # #let pd(a, b) = $(partial #a) / (partial #b)$
    r"^[ \t]*#let[ ](?P<name>[^\W\d_]\w{1,9})\((?P<of>\w{1,9}),[ ]?(?P<by>\w{1,9})\)[ ]?=[ ]?\$[ ]?(?:frac\()?"
    rf"\(?{_SIGN_OF}#?(?P=of)\)?[ ]?[/,][ ]?\(?{_SIGN_OF}#?(?P=by)\)?\)?[ ]?\$[ \t]*$",
    re.MULTILINE,
)
_DOCUMENT = regex(r"^[ \t]*#(?:(?:set|let|show|import)[ ]|[a-z][\w.-]*(?:\([^()\n]*\))?\[[ \t]*$)", re.MULTILINE)
_DISPLAY = regex(r"(?<![$\w])\$(?=[ \n])(?P<formula>[^$]{1,2000}?[ \n])\$(?![$\w]|[^\n]*//)")
_ROW_ENDS = regex(r" \\(?=[ \t]*\n)")
_NOTE = regex(r"\bquad \"(?P<note>[^\"\n]{1,80})\"")
WORDS = {"dot": "·", "times": "×", "approx": "≈"}
_WORD = regex(r"(?<=[\w)\]] )(?:dot|times|approx)(?= [-−\w(])")

HEADING = regex(r"^={1,4}(?=[ ]+[^\W\d])", re.MULTILINE)


def without_own_quotients(source: str, out: Sequence[tuple[int, int]]) -> str:
    """Return a source, as long as it was, with derivatives for a function that it defines to set them.

    Args:
        source: the answer.
        out: where parts of it begin and end that are struck or commented out.
    """
    for own in _OWN.finditer(source):
        part = r"\$?((?:hat|tilde|bar)\(\w{1,9}\)|[^(),$\n]{1,20})\$?"
        call = re.compile(rf"(?<!\w)#?{own['name']}\({part},[ ]?{part}\)")
        source = source[: own.start()] + " " * len(own.group()) + source[own.end() :]
        source = call.sub(lambda found: _quotient(found, out), source)
    return source


def _quotient(found: re.Match[str], out: Sequence[tuple[int, int]]) -> str:
    struck = any(start <= found.start() < end for start, end in out)
    return found.group() if struck else _set(f"∂{found[1].strip()}/∂{found[2].strip()}", found)


def displayed(source: str) -> str:
    """Return a source, as long as it was, with the formulas of a Typst document in lines of their own as in LaTeX."""
    if not _DOCUMENT.search(source):
        return source
    return _DISPLAY.sub(_displayed, source)


def _displayed(found: re.Match[str]) -> str:
    formula = _NOTE.sub(lambda note: f"\\text{{{note['note']}}}", in_unicode(found["formula"]))
    formula = _WORD.sub(lambda sign: WORDS[sign.group()].ljust(len(sign.group())), formula)
    formula = formula.replace(" quad ", "\\quad ")
    rows = _ROW_ENDS.sub(r"\\\\", formula)
    told = rows[:1] in (" ", "\n") and "\n" in rows and "//" not in rows and '"' not in rows  # "if" x = 3
    return f"$${rows[1:-1]}$$" if told else found.group()


def is_typst(formula: str) -> bool:
    """Whether a formula between dollars is one of Typst, by its functions and words."""
    return "\\" not in formula and not _DENIES.search(formula) and _TELLS.search(formula) is not None


def in_unicode(formula: str) -> str:
    """Return such a formula, as long as it was, with marked letters and quotients for functions of Typst."""
    for _ in range(_NESTED):
        formula = _MARKED.sub(_marked, formula)
    formula = _INDEX.sub(lambda found: f"_{{{found[1]}}}", formula)
    formula = _DERIVATIVE.sub(_derivative, formula)
    formula = _FRACTION.sub(lambda found: _set(f"({found['over']})/({found['under']})", found), formula)
    formula = _SIGN.sub(lambda found: _set(_SIGNS[found.group()], found), formula)
    return _LETTER.sub(lambda found: _set(_LETTERS[found.group()], found), formula)


def _marked(found: re.Match[str]) -> str:
    return _set(normalize("NFC", found["name"] + _MARKS.get(found["mark"], "")), found)


def _derivative(found: re.Match[str]) -> str:
    sign = "∂" if found["sign"] == "pdv" else "d"
    return _set(f"{sign}{found['of'].strip()}/{sign}{found['by'].strip()}", found)


def _set(sign: str, word: re.Match[str]) -> str:
    return sign.rjust(len(word.group()))
