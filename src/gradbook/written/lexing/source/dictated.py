"""Dictation that was typed as it was said, with its marks in words: "equals three full stop new line dg du is one"."""

import re

_MARKS = {"full stop": ".", "new line": "\n", "next line": "\n", "new paragraph": "\n\n"}
_SAID = re.compile(
    r"(?<![\w.])(?<!\ba )(?<!\bone )(?<!\beach )(?<!\bper )(full stop|new line|next line|new paragraph)(?!\w)",
    re.IGNORECASE,
)


def punctuated(source: str) -> str:
    """Return a source, as long as it was, with marks in place of the words for them."""
    return _SAID.sub(lambda said: _MARKS[said.group().lower()].ljust(len(said.group())), source)
