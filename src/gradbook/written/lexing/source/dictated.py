"""Dictation that was typed as it was said, with its marks in words: "equals three full stop new line dg du is one"."""

import re

from gradbook.core.text.patterns import regex

_MARKS = {"full stop": ".", "new line": "\n", "next line": "\n", "new paragraph": "\n\n"}
_SAID = regex(
    r"(?<![\w.])(?<!\ba )(?<!\bin )(?<!\bon )(?<!\bthe )(?<!\bthis )(?<!\bone )(?<!\beach )(?<!\bper )"
    r"(full stop|new line|next line|new paragraph)(?!\w)",
    re.IGNORECASE,
)
_DICTATED = regex(  # "is minus one", "zero point five", "df over dx"
    r"\b(?:is|equals|times|minus|plus) (?:zero|one|two|three|four|five|six|seven|eight|nine|ten|minus|point)\b"
    r"|\bpoint (?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b|\b\d[\d.]* (?:times|minus|plus) \d",
    re.IGNORECASE,
)
_LEAST = 2  # such marks tell of dictation by themselves


def punctuated(source: str) -> str:
    """Return a source, as long as it was, with marks in place of the words for them, where it was dictated."""
    said = len(_SAID.findall(source)) if " stop" in source or " line" in source or " paragraph" in source else 0
    if said < _LEAST and not (said and _DICTATED.search(source)):
        return source
    return _SAID.sub(lambda said: _MARKS[said.group().lower()].ljust(len(said.group())), source)
