"""Literals: values as JSON, JavaScript, Python's repr and logs write them: {"id": "q", "data": 10}, Node(name='q')."""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.blocks.keyed.tree import Branch, Leaf, Place, Tree, What

NUMBER = r"[-−+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?(?![\w.])"
ARRAY = rf"\[\s*{NUMBER}(?:\s*,\s*{NUMBER})*\s*,?\s*\]"
_NUMERIC = regex(rf"{NUMBER}|{ARRAY}|\[\s*{ARRAY}(?:\s*,\s*{ARRAY})*\s*,?\s*\]")
_TEXT = regex(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|`([^`\n]*)`")
_WORD = regex(r"[^\s,;:=()\[\]{}\"'`]+")
WORD = r"[^\W\d][\w./-]{0,39}|[∂∇δ][\w/∂]{1,20}"  # a key without quotes
_KEY = regex(rf"(?:\"([^\"\n]{{1,40}})\"|'([^'\n]{{1,40}})'|({WORD}))\s*[:=](?!=)\s*")
_CALLED = regex(r"[A-Za-z_][\w.]{0,30}\(")
_BLANK = regex(r"\s*")
_REMARK = regex(r"(?:#|//)[ \t]*([^\n]*)")
_PARTED = regex(r"\s*[,;]?")
_DEEPEST = 6
_CLOSED_BY = {"{": "}", "[": "]", "(": ")"}


class Literals:
    """Reads literals of a source, from one place up to another.

    Attributes:
        remarks: where comments stand between them.

    Args:
        source: the answer.
        end: where to stop at the latest.
    """

    def __init__(self, source: str, end: int) -> None:
        self._source = source
        self._end = end
        self.remarks: list[Place] = []

    def value(self, at: int, depth: int = 0) -> tuple[Tree, int] | None:
        """Return the value that begins at a place, and where it ends; None where there is none that is whole."""
        source, end = self._source, self._end
        if at >= end or depth > _DEEPEST:
            return None
        if number := _NUMERIC.match(source, at, end):
            return Leaf(What.NUMBER, number.span()), number.end()
        if text := _TEXT.match(source, at, end):
            return Leaf(What.TEXT, text.span(text.lastindex or 0)), text.end()
        if source[at] in _CLOSED_BY:
            return self._inside(at + 1, _CLOSED_BY[source[at]], depth)
        if called := _CALLED.match(source, at, end):
            return self._called(called.end(), depth)
        word = _WORD.match(source, at, end)
        return (Leaf(What.OTHER, word.span()), word.end()) if word else None

    def pair(self, at: int, depth: int = 0) -> tuple[Place, Tree, int] | None:
        """Return the place of a key, its value, and where that ends."""
        key = _KEY.match(self._source, at, self._end)
        found = self.value(key.end(), depth) if key else None
        return (key.span(key.lastindex or 0), *found) if key and found else None

    def _called(self, at: int, depth: int) -> tuple[Tree, int] | None:
        """Return what stands in a call: Node(name='q', ...) is a branch, tensor(5.) the number in it."""
        found = self._inside(at, ")", depth)
        match found:
            case Branch([(None, Leaf(What.NUMBER) as leaf), *_]), end:
                return leaf, end
        return found

    def _inside(self, at: int, close: str, depth: int) -> tuple[Tree, int] | None:
        """Return the entries up to a bracket that closes them."""
        branch = Branch()
        while True:
            at = self._between(at)
            if self._source.startswith(close, at, self._end):
                return branch, at + 1
            if pair := self.pair(at, depth + 1):
                key, entry, at = pair
                branch.entries.append((key, entry))
            elif found := self.value(at, depth + 1):
                entry, at = found
                branch.entries.append((None, entry))
            else:
                return None
            at = self._over(_PARTED, at)

    def _between(self, at: int) -> int:
        """Return the place behind blanks and comments."""
        at = self._over(_BLANK, at)
        while remark := _REMARK.match(self._source, at, self._end):
            self.remarks.append(remark.span(1))
            at = self._over(_BLANK, remark.end())
        return at

    def _over(self, pattern: re.Pattern[str], at: int) -> int:
        found = pattern.match(self._source, at, self._end)
        return found.end() if found else at
