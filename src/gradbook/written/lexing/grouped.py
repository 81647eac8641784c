"""Grouped digits that are sure: 1,500,000 and 15,000.28, and 1.234,5 with a decimal comma; not the list (1,200.5)."""

from functools import cached_property

from gradbook.core.text.patterns import regex

GROUPED = (
    r"[1-9]\d{0,2}(?:(?:,\d{3}){2,}(?:\.\d+)?(?![\d,])|(?:,\d{3})+\.\d+(?!\d|[)\]])|(?:\.\d{3})+,\d{1,2}(?![\d,)\]]))"
)
LISTED = regex(  # (1,200)^2 is a number, (9,3)^T a list
    r"[(\[]\s*-?\d+(?:,\s*-?\d+)+\s*[)\]](?!\s*(?:\\?[\d(·/]|\^(?!\{?\s*(?:T|\\top))|\*(?!\*)|\\(?:cdot|times)))"
)
_GROUPED = regex(GROUPED)
_SHORT_COMMA = regex(r"(?<![\d.,])\d+,(?:\d{1,2}|\d{4,})(?![\d,])|(?<![\d.,])0,\d")
_DECIMAL_COMMA = regex(r"\b0(?:,|\{,\})\d|\d(?:,|\{,\})(?:\d{1,2}|\d{4,})(?!\d)")
_POINT = regex(r"(?<![\d.#])(?<!# )\d+\.\d+(?!\d|\.\d)")  # not that of a title: "# 2.1 ...", "3.6.1"
_DOTTED = regex(r"[1-9]\d{0,2}\.\d{3}")
OF_TWO = r"(?:max|min)(?:imum)?\}?\s*(?:\\(?:left|[bB]igg?l?)\s*)?\(\s*"  # a function of two
_CODE = regex(r"(?ms)^[ \t]*(?P<mark>```+|~~~+)[^\n]*\n.*?^[ \t]*(?P=mark)|`[^`\n]*`")  # programs have points
_SOME = 4  # sure decimal commas, beside which the points of programs do not count
_RARE = 6  # decimal commas to a decimal point, where that is the exception
_ZERO_OR = regex(rf"{OF_TWO}0,")


def ungrouped(text: str) -> str:
    """Return a number without the signs that group its digits, a point before its decimals."""
    if _GROUPED.fullmatch(text) is None:
        return text
    decimal = max(text.rfind(","), text.rfind("."))
    whole = len({*text} & {",", "."}) == 1
    digits = text if whole else text[:decimal]
    return digits.replace(",", "").replace(".", "") + ("" if whole else f".{text[decimal + 1 :]}")


class Decimals:
    """How one answer writes decimals: with commas, or with points."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def commas(self) -> bool:
        """Whether decimal commas are written throughout: some that are sure, and hardly a decimal point.

        In a text of commas, a point may be of a program's number that it quotes.
        """
        points = len(_POINT.findall(self._source))
        if points and self._sure >= _SOME:
            points = len(_POINT.findall(_CODE.sub(" ", self._source)))
        return self._sure > 0 and points * _RARE <= self._sure

    @cached_property
    def points(self) -> bool:
        """Whether decimal points are written and no decimal comma, so that a comma can only group thousands."""
        return _POINT.search(self._source) is not None and not _SHORT_COMMA.search(LISTED.sub(" ", self._source))

    def may_group(self, number: str) -> bool:
        """Whether the point in a number may group its digits as well as part its decimals: "10.000"."""
        return self._dotted and _DOTTED.fullmatch(number) is not None

    @cached_property
    def _dotted(self) -> bool:
        """Whether decimal commas are written, and points only where they may group thousands: "0,8", "10.000"."""
        points = _POINT.findall(self._source)
        return bool(points) and all(map(_DOTTED.fullmatch, points)) and self._sure > 0

    @cached_property
    def _sure(self) -> int:
        """How many decimal commas are written for sure."""
        return len(_DECIMAL_COMMA.findall(_ZERO_OR.sub(" ", LISTED.sub(" ", self._source))))
