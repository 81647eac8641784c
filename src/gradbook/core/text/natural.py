"""The order in which people expect names that hold numbers: 2 before 10."""

import re

_NUMBER = re.compile(r"(\d+)")


def natural(text: str) -> tuple[tuple[tuple[bool, int, str], ...], str]:
    """Return a key for sorting: runs of digits by what they count, all else by its letters, whatever their capitals."""
    parts = filter(None, _NUMBER.split(text.casefold()))
    # Digits of other scripts count as well; a superscript is a digit of no number.
    return tuple((not one.isdecimal(), int(one) if one.isdecimal() else 0, one) for one in parts), text
