"""Grouped digits that are sure: 1,500,000 and 15,000.28, and 1.234,5 with a decimal comma; not the list (1,200.5)."""

from gradbook.core.text.patterns import regex

GROUPED = (
    r"[1-9]\d{0,2}(?:(?:,\d{3}){2,}(?:\.\d+)?(?![\d,])|(?:,\d{3})+\.\d+(?!\d|[)\]])|(?:\.\d{3})+,\d{1,2}(?![\d,)\]]))"
)
LISTED = regex(  # (1,200)^2 is a number, (9,3)^T a list
    r"[(\[]\s*-?\d+(?:,\s*-?\d+)+\s*[)\]](?!\s*(?:\\?[\d(·/]|\^(?!\{?\s*(?:T|\\top))|\*(?!\*)|\\(?:cdot|times)))"
)
_GROUPED = regex(GROUPED)


def ungrouped(text: str) -> str:
    """Return a number without the signs that group its digits, a point before its decimals."""
    if _GROUPED.fullmatch(text) is None:
        return text
    decimal = max(text.rfind(","), text.rfind("."))
    whole = len({*text} & {",", "."}) == 1
    digits = text if whole else text[:decimal]
    return digits.replace(",", "").replace(".", "") + ("" if whole else f".{text[decimal + 1 :]}")
