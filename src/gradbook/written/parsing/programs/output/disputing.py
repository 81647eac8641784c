"""Disputing: comments behind a line by which its result is not to count: "# not 3", "# BUG", "# 3 is wrong".

And a last comment, or an error, below what was shown.
"""

import re

from gradbook.core.text.patterns import regex

_DISPUTES = regex(
    r"""(?<=[#/%])[#/%\s]*(?:not|nicht|pas|não|neither|weder|non)\b[^\d\n]{0,12}[-−]?\d
    | \b(?:bug|buggy|fixme|xxx)\b
    | \b(?:wrong|incorrect[oa]?|falsch|faux|fausse|errad[oa]s?|sbagliat[oaie]|equivocad[oa]s?)\b
    | \bshould\s+not\s+be\b
    | \b(?:correct(?:ed)?|richtig|better|besser|mieux|mejor|melhor|meglio|correct[oa]|juste|giusto)
      \s*(?:wäre[n]?|would\s+be)?\s*:\s*[-−]?\d
    | \bexpected\b[^\n]*\d[^\n]*\b(?:got|but)\b[^\n]*\d
    | \b(?:formerly|previously|old\s+values?|were\s+the\s+old|früher|alte[rs]?\s+werte?|antes\s+era)\b
    | 错的|錯的|不对|不對|틀림|틀렸|間違""",
    re.IGNORECASE | re.VERBOSE,
)
_DENIED = regex(  # "nothing wrong here", "what goes wrong without it"
    r"\b(?:nothing|not|never|no\s+longer|isn['’]t|what|easy\s+to\s+get|would\s+(?:be|go)|goes|go|get|nichts|nicht|pas|rien|nada|não)\s+"
    r"(?:\w+\s+)?(?:wrong|incorrect|falsch|faux|errado|mal)\b|\bwrong\s+(?:way|direction|if|when|without)\b",
    re.IGNORECASE,
)


_BELOW = regex(
    r"(?:[^\n]*\n){1,12}?(?:>>>[ ])?(?P<last>[ \t]*(?:#|//|--|%)[^\n=]{2,60}|\w{0,30}Error:[^\n]*)"
    r"(?=\n\s*(?:\n|`|$)|\s*$)"
)
_SHOWN = regex(r"[-−\d.,eE \t()\[\]]*(?:>>>)?[ \t]*")  # further numbers, up to that comment


def disputed_below(source: str, end: int) -> str:
    """Return the words of a last comment, or of an error, below a line and others that only show numbers.

    Args:
        source: the answer.
        end: where the result in the line ends.
    """
    below = _BELOW.match(source, end)
    if below is None or not all(map(_SHOWN.fullmatch, source[end : below.start("last")].split("\n"))):
        return ""
    if "Error:" in below["last"]:
        return below["last"].strip()
    return disputed(source, below.span("last"))


def disputed(source: str, comment: tuple[int, int] | None) -> str:
    """Return the words by which a comment speaks against the line that it stands behind; "" where it does not.

    Args:
        source: the answer.
        comment: where it begins and ends; None for no comment.
    """
    found = _DISPUTES.search(source, *comment) if comment else None
    return found.group().strip("#/% \t") if comment and found and not _DENIED.search(source, *comment) else ""
