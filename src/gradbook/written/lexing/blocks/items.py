"""Marks of a list: behind a line that may go on "- ", "* " and "+ " are signs too, and one line may hold several."""

import re

from gradbook.core.text.patterns import regex

_SHORT = (
    "If|At|So|As|To|In|By|On|We|It|Da|Im|Um|Am|Zu|Le|La|Il|On|En|Au|Si|Un|El|Se|Os|Ao|Na|Po|De|Di|Al|Er|Op|Bu|Di|По|На"
)
_NO_SIGN = r"[ ](?!\s*[-+*/=^≈(])"
_WORDS = regex(  # no name that a sign goes on with; "If the", "At the"
    rf"(?:\*\*|__)?(?:[^\W\d_]{{3,}}(?:{_NO_SIGN}|[,:])|(?:{_SHORT})[ ][^\W\d_]{{3,}}{_NO_SIGN}"
    rf"|\$[^$\n]{{1,20}}\$[ ](?:n'|l')?[^\W\d_]{{3,}}{_NO_SIGN})"  # "$x$ acts through $a$"
)
_COUNTED = regex(r"(\(?)(\d|[a-g]|[ivx]{1,4})([.)])")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")


def is_listed(source: str, label: re.Match[str], next_line: int, known: set[str]) -> bool:
    """Whether such a mark begins an item: the next line has it too, or words follow it, as they did before.

    Args:
        source: the answer.
        label: the mark, with the blanks behind it.
        next_line: where the next line begins.
        known: the marks that began items before.
    """
    mark = label.group()
    return source.startswith(mark, next_line) or (
        mark.strip() in known and _WORDS.match(source, label.end()) is not None
    )


def ends_item(source: str, began: int, label: re.Match[str]) -> bool:
    """Whether a comma ends the item above such a mark, which begins the next: "- q = 10,", then "- r = 8".

    Args:
        source: the answer.
        began: where that item begins behind its mark, or -1 without one.
        label: the mark, with the blanks around it.
    """
    above = source[began : label.start()] if began >= 0 else ""
    closed = all(above.count(one) <= above.count(other) for one, other in ("()", "[]", "{}"))
    mark = label.group().strip()
    alike = source[max(0, began - 8) : began].rstrip().endswith(mark)
    return alike and closed and above.rstrip(" \t\n$*_\\)").endswith(",")


def next_item(source: str, label: str, at: int, end: int) -> re.Match[str] | None:
    """Return the label that goes on with one of a line, in front of an equation: "(1) $q = 10$ (2) $r = 8$".

    Args:
        source: the answer.
        label: the one before.
        at: where to look.
        end: the end of the line.
    """
    form = _COUNTED.fullmatch(label)
    if not form:
        return None
    opening, number, closing = form.groups()
    if number in _ROMAN[:-1]:
        number = _ROMAN[_ROMAN.index(number) + 1]
    elif len(number) == 1:
        number = chr(ord(number) + 1)
    mark = re.escape(opening + number + closing)
    following = regex(rf"(?<![-=+*/×·^(])[ \t,;]+{mark}[ \t]+(?=\$|\\\(|[^\s=()]{{1,40}}[ \t]*=)")
    return following.search(source, at, end)
