"""A number as people write it: with a comma or a point, with or without thousands set apart."""

import math
import re

_SPACES = " \u00a0\u2009\u202f'’_"
_PLAIN = re.compile(r"[+-]?\d{1,40}(?:\.\d{1,40})?(?:[eE][+-]?\d{1,3})?")
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:S\d{3}){1,12}".replace("S", f"[{_SPACES}]") + r"([.,]\d{1,40})?")
_ONE_GROUP = re.compile(r"([+-]?[1-9]\d{0,2})([.,])(\d{3})")
_GROUPS = re.compile(r"[+-]?[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3}){0,12}(?!\1)([.,]\d{1,40})?")


class NumberError(ValueError):
    """What was written is no number, or could be two; the message is for whoever wrote it."""


def read_number(text: str) -> int | float:
    """Return the number that somebody wrote.

    Args:
        text: such as "0.5", "0,5", "392 000", "1,234,567" or "1e-3".

    Raises:
        NumberError: it is none, or can be read in two ways.
    """
    text = text.strip().replace("\u2212", "-")
    one = _ONE_GROUP.fullmatch(text)
    if one:
        whole, fraction = one[1] + one[3], f"{one[1]}.{one[3].rstrip('0') or '0'}"
        raise NumberError(
            f"{text} can be read as {whole} or as {fraction}. Write {whole}, or {_unmistakable(fraction)}."
        )
    if _GROUPED.fullmatch(text):
        text = re.sub(f"[{_SPACES}]", "", text).replace(",", ".")
    elif groups := _GROUPS.fullmatch(text):
        text = text.replace(groups[1], "").replace(",", ".")
    else:
        text = text.replace(",", ".") if text.count(",") == 1 and "." not in text else text
    if not _PLAIN.fullmatch(text) or not math.isfinite(float(text)):
        raise NumberError("The answer is a number, such as 12 or 0.5.")
    return int(text) if text.lstrip("+-").isdigit() else float(text)


def number_words(number: int | float) -> str:
    """Return a number as nobody can misread it: no thousands are set apart, no digit is left out."""
    return f"{number:.15g}" if isinstance(number, float) and abs(number) < 1e15 else str(number)


def _unmistakable(fraction: str) -> str:
    """Return a decimal fraction with another number of decimals than three."""
    return f"{fraction}0" if len(fraction.partition(".")[2]) == 3 else fraction
