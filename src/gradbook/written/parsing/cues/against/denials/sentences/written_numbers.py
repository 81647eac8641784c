r"""Numbers as sentences have them: "-0.48", "0,14", "0{,}14"; no part of a date, a name or a longer number."""

import re

from gradbook.graph.expression import Number

_MOST = 15  # digits, as a double holds
_COMMA = r"\{,\}|,"
DECIMALS = rf"\d{{1,{_MOST}}}(?:\.|{_COMMA})\d{{1,{_MOST}}}"
WHOLE = rf"\d{{1,{_MOST}}}"
BEGINS, ENDS = r"(?<![\w.,}^_/])", r"(?!\w|[.,}^]+\d|\^)"
NUMBER = rf"{BEGINS}(?P<sign>[-−])?[ ]?(?P<digits>{DECIMALS}|{WHOLE}){ENDS}"


def value_of(digits: str, sign: str | None = "") -> Number:
    """Return the number that digits are, with a sign or none before them."""
    value = float(re.sub(_COMMA, ".", digits))
    return Number(-value if sign else value)


def is_whole(number: Number) -> bool:
    """Whether a number has no decimals, so that it may be a label as well."""
    return float(number.value).is_integer()
