r"""Thin spaces of LaTeX: those that are written, "\,", and those that lost a stroke, ",", between factors."""

from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.bars import Bars

_FACTOR = (
    r"(?:[A-Za-z]|\\(?!\\|q?quad|text|approx|[lg]eq?\b|to\b)[a-zA-Z]+|\{[^{}]{0,20}\}|\([^(),=≈]{1,40}\)"
    r"|[_^'*+\d-]){1,30}"
)
_THIN = regex(rf"(?![\d\s]){_FACTOR}(?:,(?![\d\s]){_FACTOR})+(?=\s*(?:[=≈]|\\approx\b))")
_LAST = regex(rf"(?![\d\s]){_FACTOR}(?:,(?![\d\s]){_FACTOR})*(?=\s*(?:\Z|\$|\\\]|\n[ \t]*&?[=≈]))")  # of a display


def _balanced(kinds: list[str]) -> bool:
    return kinds.count("open") == kinds.count("close") and kinds.count("group") == kinds.count("end")


class ThinSpaces(Bars):
    """What a lexer does with a thin space."""

    _thin_to = 0  # where the factors end between which commas are thin spaces

    def _thin_space(self, text: str, start: int, end: int) -> None:
        """Pass over one; outside of mathematics it is no gap as blanks are that set columns apart."""
        if not self._math and self._tokens and self._tokens[-1].end == start and self._tokens[-1].kind != "sep":
            self._tokens[-1] = replace(self._tokens[-1], end=end)

    def _is_thin(self, text: str, start: int, end: int) -> bool:
        r"""Whether a comma is a thin space, "\,", that lost its stroke, between factors: "= (a - y),w,x = 6".

        It is where another stands behind the next factor, with no sign between them: no list is written so; and
        behind a bracket, where no more than factors follow: "= (a - y),a(1 - a)". And "[1,;2]" was "[1,\;2]".
        """
        if text != "," or not self._math:
            return text == ";" and self._source[start - 1 : start] == ","
        if start < self._thin_to:
            return True
        side = []
        for token in reversed(self._tokens):
            side.append(token.kind)
            if token.kind in ("rel", "sep"):
                break
        after = side[-1:] == ["rel"] and side[0] in ("name", "close", "end", "der") and _balanced(side)
        chain = _THIN.match(self._source, end, self._end) if after else None
        if after and chain is None and side[0] == "close":
            chain = _LAST.match(self._source, end, self._end)
        if chain is None or self._source[start - 1].isspace():
            return False
        self._thin_to = chain.end()
        return True
