"""Feet: the numbers of pages and slides in a text that was taken out of them, "17", "— 47 —", "Folie 22"; and when a
post was written.

    f = ab = 10

    17
    Backward pass

A number that stands alone may be a result, so that one is none unless it counts on from another or names its page.
"""

import re

from gradbook.core.text.patterns import regex

_WORDS = (
    "page|p\\.|slide|folie|seite|bl\\.|blatt|diapositive|diapo|diapositiva|hoja|página|folha|pagina|foglio|slajd"
    "|strona|str\\.|страница|стр\\.|слайд|sayfa|halaman|trang|第"
)
_FOOT = regex(
    rf"^(?P<indent>[ \t]*)(?P<dash>[—–-]{{1,2}}[ ]?)?(?:(?P<word>{_WORDS})[ ]?)?(?P<number>\d{{1,4}})"
    r"(?:[ ]?(?:/|of|von|de|di|sur)[ ]?\d{1,4}|[ ]?[页頁])?(?(dash)[ ]?[—–-]{1,2})[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_STAMP = regex(  # of forums: "answered May 6 '19 at 8:12 — *Leszek*"
    r"^[ \t]*(?:answered|edited|asked|modified|posted)[ ]+(?:on[ ]+)?"
    r"(?:[A-Z][a-z]{2,8}\.?[ ]\d{1,2}(?:,?[ ](?:['’]\d{2}|\d{4}))?(?:,?[ ]at[ ]\d{1,2}:\d{2})?"
    r"|\d{1,2}[ ](?:hours?|days?|min\w*|months?|years?)[ ]ago)"
    r"(?:[ ]*[—–-]*[ ]*[*_]{0,2}[\w. ]{1,30}[*_]{0,2})?[ \t]*$"
    r"|^[ \t]*(?:von|by|par|por|da|de)[ ][^\n»=]{1,40}»[ ][^\n=]{1,40}\d{1,2}:\d{2}(?:[ ][ap]m)?[ \t]*$",
    re.MULTILINE,
)
_GOES_ON = regex(r"[=≈:→<>+*/×·(\[,;-]\s*\Z|^\s*\S{0,12}\s*\Z")  # lines that such a number may belong to
_FAR = 20  # blanks before what is set at the right or in the middle


def without_feet(source: str) -> str:
    """Return a source, as long as it was, with blanks for the numbers of its pages and the stamps of its posts."""
    source = _STAMP.sub(lambda stamp: " " * len(stamp.group()), source)
    found = [foot for foot in _FOOT.finditer(source) if _stands_alone(source, foot)]
    numbers = {int(foot["number"]) for foot in found}
    for foot in found:
        number = int(foot["number"])
        counts = number + 1 in numbers or number - 1 in numbers
        if foot["word"] or counts or _is_far(source, foot):
            begin = max(0, foot.start() - 1)  # with the line's end before it: what stands below is as near as it was
            source = source[:begin] + " " * (foot.end() - begin) + source[foot.end() :]
    return source


def _stands_alone(source: str, foot: re.Match[str]) -> bool:
    """Whether a blank line, or the end, parts such a number from a line before it that is complete."""
    if foot.group().strip() == foot["number"] and not source[: foot.start()].endswith("\n\n"):
        return False
    *_, last = source[: foot.start()].rstrip().rsplit("\n", 1)
    return bool(last) and not _GOES_ON.search(last)


def _is_far(source: str, foot: re.Match[str]) -> bool:
    """Whether such a number stands at the right of its page, with nothing below it."""
    return len(foot["indent"].expandtabs()) >= _FAR and not source[foot.end() : foot.end() + 2].strip()
