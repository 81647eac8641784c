"""Bars: those of an absolute value, "A = |e| = 1.2", and those that part columns, "q = 10 | r = 8"."""

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.signs import Signs

_ABSOLUTE = regex(r"\|[ \t]*(?=[-−+(\\\w])[^|=\n]{0,60}[\w)}][ \t]*\|(?![\w|_])")
_EQUALS = regex(r"[ \t]*(?:[=≈]|\^|²)")
_AWAITS = frozenset({"rel", "op", "open"})  # behind these a value begins


class Bars(Signs):
    """What a lexer does with upright bars."""

    def __init__(self, source: str, lexicon: Lexicon) -> None:
        super().__init__(source, lexicon)
        self._absolutes: set[int] = set()  # the places of bars that close absolute values

    def _bar(self, start: int, end: int) -> None:
        if start in self._absolutes:
            self._add("close", ")", start, end)
            return
        if (close := self._closing_bar(start)) > 0:
            self._absolutes.add(close)
            self._add("fn", "abs", start, end)
            self._add("open", "(", end, end)
            return
        touches = self._source[start - 1 : start].isalnum() or self._source[end : end + 1].isalnum()
        if self._math or touches:
            self._bad("|", start, end)
        else:
            self._add("sep", "wide", start, end)

    def _closing_bar(self, start: int) -> int:
        """Return the place of the bar that closes an absolute value which begins at a place; -1 where none does."""
        last = self._tokens[-1] if self._tokens else None
        factor = last is not None and last.kind == "num" and last.end == start  # 0.1|w|
        labelled = last is not None and last.text == "colon"  # "New loss: |3.8 - 5| = 1.2"
        if last is None or not (factor or labelled or last.kind in _AWAITS or last.edge):
            return -1
        found = _ABSOLUTE.match(self._source, start, self._end)
        if found is None or (labelled and not _EQUALS.match(self._source, found.end())):
            return -1
        return found.end() - 1
