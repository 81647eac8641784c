r"""Copies: a page copied as text, which gives each formula as it looks, as its LaTeX, and as it looks again.

z=w⋅x+b=1.5z = w \cdot x + b = 1.5z=w⋅x+b=1.5     (KaTeX has all three in a page, the second unseen)

Or without the last. The LaTeX stays, as mathematics, where the others are the same in every sign: nothing is lost that
says anything else. A formula without commands looks the same twice: y=49y=49.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.source.macros import group
from gradbook.written.notation import FONTS, GREEK, HATS, TEXTS

_GLUED = regex(r"[=≈][^\s=≈]{1,300}(?:[ ](?:[-+=≈]|\\[a-zA-Z])|(?<=[^\s=≈])\\[a-zA-Z])|=[ ][^\s=≈]*\d[^\W\d_][^\s=≈]*=")
_MAY_BE_TWICE = regex(r"=[^\s=]*\d[A-Za-z][^\s=]*=")
_TWICE = regex(r"(?<![^\s(:：])([A-Za-z][^\s=]{0,40}(?:=[^\s=]{1,60}){1,6})\1(?![\w=+*/^-])")
_PIECE = regex(r"\\(?:[a-zA-Z]+|.?)|.")
_RUN = regex(r"[^\s|\u3000-\u303f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]{2,}")
_OPENING = regex(r"[(\[*>\"“'‘:]+")
_HEAD = regex(r"[^\W\d_][^\s=≈]{0,20}=")  # of an equation without blanks
_INTRODUCES = regex(r"(?<=[^\W\d_])[:：]")
_FRACTION = regex(r"\\[dt]?frac(?![a-zA-Z])\s*")
_RELATION = regex(r"[=≈]")
_MARK = regex(r"\\[a-zA-Z]|[_^]")
_NO_COPY = regex(r"[\s\\{}_`]")
_LETTER = regex(r"[^\W\d_]")
_UNSEEN = "\u200b\u2061\u2062\u2063\u2064"
_EDGE = rf"[{_UNSEEN}]*"
_GOES_ON = regex(rf"{_EDGE}(?:[A-Za-z0-9α-ωΑ-Ω∂∇\\_({{$`]|[.,]\d|[ \t]*[-−+*/^=≈<>≤≥×·⋅÷])")
_LONGEST = 300  # signs of a formula
_LONGEST_LATEX = 2_000  # letters of it
_NESTED = 6  # fractions in each other
_FEW = 2  # signs, at least
_COMMANDS = {
    **{name: letter for letter, name in GREEK.items()},
    **dict.fromkeys((*FONTS, *TEXTS, *HATS), ""),
    **{name: name for name in ("exp", "log", "ln", "sin", "cos", "tan", "tanh", "max", "min")},
    **dict.fromkeys(("quad", "qquad", "left", "right", "big", "Big", "bigl", "bigr", "displaystyle", "boxed"), ""),
    **dict.fromkeys(("frac", "dfrac", "tfrac", "sqrt"), ""),
    "epsilon": "ε", "varepsilon": "ε", "phi": "φ", "varphi": "φ", "cdot": "⋅", "times": "×", "ast": "*", "odot": "⊙",
    "div": "÷", "partial": "∂", "nabla": "∇", "approx": "≈", "neq": "≠", "ne": "≠", "lt": "<", "gt": ">", "le": "≤",
    "leq": "≤", "ge": "≥", "geq": "≥", "in": "∈", "to": "→", "rightarrow": "→", "leftarrow": "←", "gets": "←",
    "Rightarrow": "⇒", "implies": "⟹", "top": "⊤", "prime": "'", "sum": "∑",
}  # fmt: skip
_SAME = {
    "−": "-", "–": "-", "·": "⋅", "∙": "⋅", "∗": "*", "′": "'", "’": "'", "ϵ": "ε", "ϕ": "φ", "∣": "|",
    **dict.fromkeys(f"{{}}_^ˆˉ¯~˜⃗√ \t\u00a0{_UNSEEN}", ""),
}  # fmt: skip
_ESCAPES = {"_": "", "*": "*", **dict.fromkeys(",;:! ", "")}
_OTHER = "\0"  # what is like nothing else


class _Sign(NamedTuple):
    """What is seen of a line at a place of it."""

    text: str
    start: int
    end: int


class _Formula(NamedTuple):
    """A formula with its copies: where all of it begins and ends, and the LaTeX."""

    start: int
    latex: tuple[int, int]
    end: int


def without_copies(source: str) -> str:
    """Return a source, as long as it was, in which such a formula is its LaTeX between dollars, and blanks."""
    if _MAY_BE_TWICE.search(source):
        source = _TWICE.sub(lambda twice: twice[1].ljust(len(twice[0])), source)
    if not _GLUED.search(source):
        return source
    return "\n".join(line if "$" in line else _Line(line).plain() for line in source.split("\n"))


class _Line:
    """A line of a source, and what is seen of it."""

    def __init__(self, line: str) -> None:
        self._line = line
        self._signs = [*_signs(line)]
        self._starts = [sign.start for sign in self._signs]
        self._ends = [sign.end for sign in self._signs]
        self._shown = "".join(sign.text for sign in self._signs)

    def plain(self) -> str:
        """Return the line with each formula once."""
        said, at = "", 0
        for run in _RUN.finditer(self._line):
            if run.start() >= at and (copy := self._copied_behind(*run.span())):
                said += self._line[at : copy[0]] + " " * (copy[1] - copy[0])
                at = copy[1]
            begin = max(at, run.start())
            while begin < run.end() and (found := self._formula(begin, run.end())):
                said += self._line[at : found.start] + self._set(found)
                at = begin = found.end
        return said + self._line[at:]

    def _formula(self, begin: int, stop: int) -> _Formula | None:
        """Return the formula whose first copy begins a run without blanks, or stands behind its opening marks."""
        opening = _OPENING.match(self._line, begin, stop)
        behind = [colon.end() for colon in _INTRODUCES.finditer(self._line, begin, stop)]  # "We have:z=wx"
        for start in (begin, *([opening.end()] if opening else []), *behind):
            first = bisect_left(self._starts, start)
            if first == len(self._starts) or self._starts[first] != start:
                continue
            sizes = [*self._sizes(first, min(_LONGEST, bisect_left(self._starts, stop) - first))]
            found = next(filter(None, (self._three(first, size) for size in sizes)), None)
            if found := found or next(filter(None, (self._two(first, size) for size in sizes)), None):
                return found
        return None

    def _copied_behind(self, begin: int, stop: int) -> tuple[int, int] | None:
        """Return where the copy stands that a run ends with, of an equation with blanks before it.

        z = 0.5z=0.5
        """
        while stop > begin and self._line[stop - 1] in ".,;:":
            stop -= 1
        for head in _HEAD.finditer(self._line, begin + 1, stop) if stop - begin < _LONGEST else ():
            copy = self._line[head.start() : stop]
            before = self._line[max(0, head.start() - 2 * len(copy)) : head.start()]
            if (
                before.replace(" ", "").endswith(copy)
                and (written := _spaced(copy).search(before))
                and " =" in written[0]
            ):
                return head.start(), stop
        return None

    def _sizes(self, first: int, longest: int) -> Iterator[int]:
        """Yield the lengths of what is seen twice from a sign on."""
        begins = self._shown[first : first + _FEW]
        place = self._shown.find(begins, first + _FEW, first + longest + _FEW)
        while place >= 0:
            if self._shown.startswith(self._shown[first:place], place):
                yield place - first
            place = self._shown.find(begins, place + 1, first + longest + _FEW)

    def _three(self, first: int, size: int) -> _Formula | None:
        """Return the formula with a copy before it and one behind it."""
        if first + 3 * size > len(self._signs):
            return None
        latex = self._ends[first + size - 1], self._starts[first + 2 * size]
        end = self._ends[first + 3 * size - 1]
        text = self._line[slice(*latex)]
        copy = self._line[latex[1] : end]
        tells = _MARK.search(text) or (_RELATION.search(text) and " " in text)
        seen = self._shown[first + 2 * size : first + 3 * size]
        same = tells and (seen == self._shown[first : first + size] or seen == _turned(text))
        if not same or _NO_COPY.search(copy) or not self._is_formula(first, latex, end):
            return None
        return _Formula(self._starts[first], latex, end)

    def _two(self, first: int, size: int) -> _Formula | None:
        """Return the formula with a copy before it only: an equation, so that it is no chance."""
        end = self._ends[first + 2 * size - 1]
        latex = self._ends[first + size - 1], end
        open_braces = self._line.count("{", *latex) - self._line.count("}", *latex)
        while open_braces > 0 and self._line.startswith("}", end):
            end, open_braces = end + 1, open_braces - 1
        latex = latex[0], end
        text = self._line[slice(*latex)]
        tells = "= " in text  # no copy has blanks
        return _Formula(self._starts[first], latex, end) if tells and self._is_formula(first, latex, end) else None

    def _is_formula(self, first: int, latex: tuple[int, int], end: int) -> bool:
        """Whether what stands between two places is whole, and what stands before it can be a copy of it."""
        text, copy = self._line[slice(*latex)], self._line[self._starts[first] : latex[0]]
        whole = text[:1] not in ("", *" _^}") and text[-1] not in " \\" and text.count("{") == text.count("}")
        return (
            whole
            and len(text) <= _LONGEST_LATEX
            and (_LETTER.search(copy) is not None or _RELATION.search(copy) is not None)
            and _NO_COPY.search(copy) is None
            and _OTHER not in _plainly(text)
            and _GOES_ON.match(self._line, end) is None
        )

    def _set(self, found: _Formula) -> str:
        """Return a formula as it stands between its copies, in dollars."""
        begin, end = found.latex
        before, latex, behind = begin - found.start, self._line[begin:end], found.end - end
        latex = latex.replace("\\_", " _").replace("\\*", " *")
        if not behind:  # a blank makes place for a dollar
            head, _, tail = latex.rpartition("= ")
            latex, behind = f"{head}={tail}", 1
        return "$" + " " * (before - 1) + latex + " " * (behind - 1) + "$"


def _spaced(copy: str) -> re.Pattern[str]:
    """Return a pattern of an equation with blanks between its signs, at the end of a text."""
    blanks = "".join(f"{re.escape(sign)}[ ]*" for sign in copy[:-1])
    return regex(rf"(?:^|(?<=[\s(:])){blanks}{re.escape(copy[-1])}$")


def _signs(text: str) -> Iterator[_Sign]:
    """Yield what is seen of a text that may be LaTeX, a letter each."""
    for piece in _PIECE.finditer(text):
        written = piece.group()
        if written[0] != "\\":
            seen = _SAME.get(written, written)
        elif written[1:].isalpha():
            seen = _COMMANDS.get(written[1:], _OTHER)
        else:
            seen = _ESCAPES.get(written[1:], _OTHER)
        for letter in seen:
            yield _Sign(letter, *piece.span())


def _turned(latex: str, nested: int = 0) -> str:
    """Return what is seen of LaTeX on a page that has what is below the line of a fraction first."""
    seen, at = "", 0
    while (fraction := _FRACTION.search(latex, at)) and nested < _NESTED:
        above = group(latex, fraction.end())
        below = group(latex, above[1]) if above else None
        if above is None or below is None:
            break
        seen += _plainly(latex[at : fraction.start()]) + _turned(below[0], nested + 1) + _turned(above[0], nested + 1)
        at = below[1]
    return seen + _plainly(latex[at:])


def _plainly(latex: str) -> str:
    return "".join(sign.text for sign in _signs(latex))
