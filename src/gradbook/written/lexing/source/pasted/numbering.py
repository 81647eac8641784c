"""Numbering: lists that are counted with signs of calculation, "1- q = 10", "2/ r = 8", "1 - q = 10", "3/5 f = 24".

One such line is a calculation, "1 - p = 0.4"; several that count one by one from 1 are a list.
"""

import re
from collections.abc import Iterator

from gradbook.core.text.patterns import regex

_COUNTED = regex(
    r"^(?P<lead>[ \t]*[(#]?)(?P<count>\d{1,2})(?P<mark>[ ]?[-–—](?![-–—])|/\d{1,2}|/|\]|>|º|°)(?P<close>\)?)[ \t]+"
    r"(?=(?:\*\*|__|\$|`)?(?:[^\W\d]|\\[a-zA-Z(\[]|∂))",
    re.MULTILINE,
)
_APART = 600  # letters of an item


def numbered(source: str) -> str:
    """Return a source, as long as it was, with full stops behind the numbers of such items."""
    for item in _items(source):
        count = f"{item['lead'].replace('#', ' ').replace('(', ' ')}{item['count']}."
        source = source[: item.start()] + count.ljust(len(item.group())) + source[item.end() :]
    return source


def _items(source: str) -> Iterator[re.Match[str]]:
    """Yield the beginnings of items that count from 1, two or more with the same sign."""
    run: list[re.Match[str]] = []
    for found in _COUNTED.finditer(source):
        if run and _goes_on(run[-1], found):
            run.append(found)
            continue
        yield from run if len(run) > 1 else ()
        run = [found] if int(found["count"]) == 1 else []
    yield from run if len(run) > 1 else ()


def _goes_on(one: re.Match[str], other: re.Match[str]) -> bool:
    alike = one["mark"][:1].strip() == other["mark"][:1].strip() and one["lead"].strip() == other["lead"].strip()
    return alike and int(other["count"]) == int(one["count"]) + 1 and other.start() - one.end() <= _APART
