r"""Signs of vectors and matrices: transposes, norms, sums over an index, and names with a running index.

w^T x, Wᵀδ, \mathbf w^{\mathsf T}      \lVert x \rVert^2, ‖x‖      \sum_{i=1}^{2} e_i x_i, Σ eᵢ
"""

import re
from collections.abc import Container
from functools import cached_property
from itertools import combinations

from gradbook.core.text.lines import before_in_line
from gradbook.core.text.patterns import regex
from gradbook.written.expression import New, Old
from gradbook.written.lexing.scanner import Scanner
from gradbook.written.lexing.tokens import BRACED, Token
from gradbook.written.notation import plain

_UPRIGHT = r"\\(?:(?:math|text)(?:sf|rm|tt|bf|it|normal)|text|operatorname|rm|sf)"
_MARK = rf"(?:\\[!,;:]\s*)*(?:{_UPRIGHT}\s*(?:\{{\s*)?)?(?:T|\\top\b|\\intercal\b|⊤)(?:\s*\}})?"
TRANSPOSED = (
    rf"\^\s*(?:\{{\s*{_MARK}\s*\}}|{_UPRIGHT}\s*(?:\{{\s*T\s*\}}|T)|\\top\b|\\intercal\b|⊤|T(?![a-z]{{2}}))|ᵀ|⊤|\.T\b"
)
NORM = (
    r"(?:\\(?:left|right|[bB]igg?[lr]?)\s*)?(?:\\\||\\[lr]?Vert(?![a-zA-Z])|‖|\|\|)"
    r"(?:_\s*(?:2|\{\s*2\s*\}))?|\\norm(?![a-zA-Z])"
)
_LIMIT = rf"(?:{BRACED}|\w|\\[a-zA-Z]+)"
SUM = (
    rf"\bsum(?=\()|(?:\bsum(?=_[ijk]\b)|\\sum(?![a-zA-Z])(?:\s*\\(?:no)?limits(?![a-zA-Z]))?|∑|Σ(?!\w{{2}}))"
    rf"(?:\s*_\s*{_LIMIT}|[ᵢⱼₖ])?(?:\s*\^\s*{_LIMIT})?(?:\s*_\s*{_LIMIT})?"
)
_RUNNING = regex(r"[ijkl]{1,2}")
_ONE_LETTER = regex(r"[ijkl](?=[A-Za-z])")
_BOUND = regex(r"([ijkln])(?:(?:=|\\in)([^^]*))?")
_COUNT = regex(r"[A-Za-z]\w?")  # n, n_l
_UPPER = regex(r"\^\s*\{?\s*([A-Za-z])(?:\s*[-−]\s*1)?\s*\}?$")
_LAST = regex(r"[A-Za-z][-−]1")


_NEXT_ROW = regex(r"[ \t]*\[[-−+\d.eE,; \t]+\]")
_ENTRIES = r"(?:[^=\[\]\n]|\n(?![ \t]*\n)){0,400}"
_LIST_BEGINS = regex(rf"=[ \t]*\[{_ENTRIES}\Z")  # that goes on in the next line
_LIST_ENDS = regex(rf"(?![ \t]*\n){_ENTRIES}\]")
_LONGEST_LIST = 400  # signs
_SCALAR_BEHIND = regex(r"[ \t]+(?:\(\s*)?([A-Za-z]\w*)(?:\.T\b)?(?![\w.]|\s*[=:≈])")
_BEHIND_AT = regex(r"[ \t]*(\[|[A-Za-z]\w*)")
_BRACKET_BEHIND = regex(r"[ \t]*\((?=[d∂δ])")
_ITERATE = regex(r"\s*[_^]\s*(?:[01](?!\d)|\{\s*\(?[01]\)?\s*\}|\([01]\))")
_FIRST = r"\\(?:mathbf|boldsymbol|bm|bf|vec)\s*\{{?\s*{}\s*\}}?\s*[_^]\s*\{{?\s*\(?0"
_ZEROTH = regex(  # \theta^{(0)} = (0, 0)
    r"(\\?[^\W\d_]+|\\[a-z]+\s*\{\s*\\?[^\W\d_]+\s*\})\s*\^\s*\{?\s*\(0\)\s*\}?\s*&?\s*="
    r"\s*(?:\\left\s*)?(?:[\[(]|\\begin\s*\{[bp]?matrix)"
)
_LAYER = regex(r"\s*\^\s*\{?\s*[(\[]([1-9])[)\]]\s*\}?")
_OF_LAYER = regex(r"[^\W\d_]+_?(\d)_?\d+")  # W2_1, z11
_MULTIPLIES = regex(r"[ \t]*(?:[*@×]|\\(?:cdot|delta)\b|[δ∂]|d\w/)")


class Vectors(Scanner):
    """What a lexer does with the signs of vectors."""

    def _transposition(self, text: str, start: int, end: int) -> int:
        """Take a mark of transposition, if T is no quantity; return the place behind it."""
        if text[-1] == "T" and text[0] in "^." and "T" in self._lexicon.names:
            return self._literally(text[0], start)
        last = self._tokens[-1] if self._tokens else None
        if text[0] == "." and (last is None or last.end != start or last.kind not in ("vec", "close", "name")):
            return self._literally(".", start)
        self._add("transposed", text, start, end)
        return end

    def _transposes(self, name: str, start: int, end: int) -> bool:
        """Whether a prime is MATLAB's mark of transposition: at a matrix in a product, X' * d, of no new X'."""
        rows = self._lexicon.array(name)
        matrix = len(rows) > 1 and len(rows[0]) > 1 and _MULTIPLIES.match(self._source, end, self._end) is not None
        return matrix and not re.search(rf"{re.escape(self._source[start - 1 : end])}\s*(?:=|←|:=)", self._source)

    def _norm(self, text: str, start: int, end: int) -> None:
        if text == "||" and not self._math and not self._norms_here(start, end):
            self._add("sep", "wide", start, end)
        else:
            self._add("norm", text, start, end)

    def _sum(self, text: str, start: int, end: int) -> None:
        self._add("sum", "?" if self._counts_more(text) else _running_in(text, self._lexicon.given), start, end)

    def _counts_more(self, sign: str) -> bool:
        """Whether the answer says that a sum has other than one term: n = 4, of one up to n."""
        limit = _UPPER.search(sign)
        told = rf"(?<![\w\\]){limit.group(1)}\s*\$?\s*(?:=|:|is|equals?)\s*\$?\s*(\d+)" if limit else ""
        return limit is not None and any(number != "1" for number in re.findall(told, self._source))

    def _multiplies_matrices(self, start: int, end: int) -> bool:
        """Whether "@" stands for a product of arrays, as in NumPy, and not for "at"."""
        before = self._tokens[-1].kind if self._tokens else ""
        behind = _BEHIND_AT.match(self._source, end, self._end)
        array = behind is not None and (behind.group(1) == "[" or bool(self._lexicon.array(behind.group(1))))
        scalar = before in ("name", "close", "transposed") and _SCALAR_BEHIND.match(self._source, end, self._end)
        if scalar and self._lexicon.name(scalar.group(1)):  # dW = dz @ x.T of scalars; not "df/dx @ x = 2"
            return True
        led = before in ("vec", "transposed")
        return array or (led and (behind is not None or _BRACKET_BEHIND.match(self._source, end) is not None))

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether a matrix has its next row behind a new line, as NumPy and PyTorch print it; or a list does."""
        if self._source.find("[", 0, start) < 0:
            return False
        whole = before_in_line(self._source, start).rstrip()
        line = whole.removesuffix(",")
        if _LIST_BEGINS.search(self._source, max(0, start - _LONGEST_LIST), start):
            return _LIST_ENDS.match(self._source, end) is not None
        row = line.count("[") > line.count("]") or _NEXT_ROW.fullmatch(line) is not None
        return row and line.endswith("]") and _NEXT_ROW.match(self._source, end) is not None

    def _counts_steps(self, letter: str) -> bool:
        """Whether an index counts steps: w_k where the answer has w_{k+1} too."""
        return re.search(rf"[_^]\s*\{{?\s*\(?{letter}\s*\+\s*1", self._source) is not None

    def _literally(self, sign: str, start: int) -> int:
        """Take the first sign of what is no transposition, where T is a quantity."""
        self._add(*(("op", "^") if sign == "^" else ("sep", "stop")), start, start + 1)
        return start + 1

    def _norms_here(self, start: int, end: int) -> bool:
        """Whether two bars touch a letter or a bracket, as a norm's do and a table's edges do not."""
        before, after = self._source[start - 1 : start], self._source[end : end + 1]
        return after.isalnum() or after in "([\\" or before.isalnum() or before in ")]}"

    @cached_property
    def _learned(self) -> tuple[str, ...]:
        """The inputs that the exercise's step changes."""
        return tuple(name for name in self._lexicon.inputs if name not in self._lexicon.steady)

    @cached_property
    def _iterated_vectors(self) -> frozenset[str]:
        """The vectors of inputs of which an answer says what they begin with, as the zeroth of several steps."""
        stems = {plain(found) for found in _ZEROTH.findall(self._source)}
        entries = {stem: {name for row in self._lexicon.array(stem) for name in row} for stem in stems}
        return frozenset(stem for stem in stems if entries[stem] and entries[stem] <= {*self._learned})

    def _state_above(self, stem: str, index: str) -> str:
        r"""Return what a vector, or the output, is by the step above it: "old", "new", or "here", as J^{(0)} is; or "".

        So steps are counted where some vector of inputs has its zeroth said.
        """
        if index not in ("(0)", "(1)") or not self._iterated_vectors:
            return ""
        known, first = self._lexicon.names.get(stem), index == "(0)"
        if stem in self._iterated_vectors:
            return "" if known is not None else "old" if first else "new"
        if known == self._lexicon.output:
            return "here" if first else "new"
        return "here" if first and known is None and self._lexicon.array(stem) else ""

    def _bold(self, letters: str, start: int, end: int) -> int:
        """Take what only a bold letter is, a vector before a step or of a layer; return 0 where it is any name."""
        return self._bold_iterate(letters, start, end) or self._bold_layer(letters, start, end)

    def _bold_iterate(self, letters: str, start: int, end: int) -> int:
        r"""Take \mathbf{w}_1 for the new vector where the answer writes \mathbf{w}_0 too; 0 where it is none."""
        stem, index = plain(letters), _ITERATE.match(self._source, end, self._end)
        if index is None or not re.search(_FIRST.format(re.escape(stem)), self._source):
            return 0
        state: type[New | Old] = New if "1" in index.group() else Old
        if name := self._lexicon.names.get(stem):
            self._leaf(state.__name__.lower(), state(name), start, index.end())
        elif self._lexicon.array(stem):
            self._tokens.append(Token("vec", stem, start, index.end(), state(stem)))
        else:
            return 0
        return index.end()

    def _bold_layer(self, letters: str, start: int, end: int) -> int:
        r"""Take \mathbf{h}^{(1)} for the vector of h1 and h2, and \mathbf{W}^{(1)} for none of W2_1 and W2_2; else 0.

        No bold letter is h1. One with several layers above it may be each of them.
        """
        stem, index = plain(letters), _LAYER.match(self._source, end, self._end)
        entries = [name for row in self._lexicon.array(stem) for name in row]
        if index is None or not entries or self._lexicon.tiers or stem in self._lexicon.names:
            return 0
        if self._lexicon.array(stem + index.group(1)):
            return 0  # W1_11, beside the W2_1 that all weights without a layer are
        layers = {found.group(1) if (found := _OF_LAYER.fullmatch(name)) else "" for name in entries}
        if layers.isdisjoint({"", index.group(1)}):
            self._bad(self._source[start : index.end()], start, index.end())
            return index.end()
        raised = re.findall(rf"{re.escape(letters)}\s*\}}{_LAYER.pattern}", self._source)
        if layers != {""} or {*raised} != {index.group(1)} or not self._lexicon.operands.keys() >= {*entries}:
            return 0
        if not all(self._lexicon.are_apart(one, other) for one, other in combinations(entries, 2)):
            return 0  # z1 and z2, one above the other, are no layer
        self._tokens.append(Token("vec", stem, start, index.end()))
        return index.end()


def running(body: str) -> str:
    """Return the letters of a running index, i or ij; of one without braces that letters follow, the first."""
    bare = plain(body).replace(",", "")
    if _RUNNING.fullmatch(bare):
        return bare
    first = _ONE_LETTER.match(body)
    return first.group() if first else ""


def _running_in(sign: str, names: Container[str]) -> str:
    """Return the index of a sum with its limits, such as "i", "i:1:2"; "" where it has none, "?" for another.

    A limit that has one of the names counts nothing.
    """
    body = plain(re.sub(r"^(?:\\?sum|∑|Σ)\s*(?:\\(?:no)?limits)?", "", sign))
    lower, _, upper = body.partition("^")
    if not lower:
        return "?" if upper else ""
    bound = _BOUND.fullmatch(lower)
    if bound is None or upper in names:
        return "?"
    first = bound.group(2) or ""
    if first.isdecimal() and upper.isdecimal():
        return f"{bound.group(1)}:{first}:{upper}"
    counts = not upper or (first in ("", "1") and _COUNT.fullmatch(upper)) or (first == "0" and _LAST.fullmatch(upper))
    return bound.group(1) if counts else "?"
