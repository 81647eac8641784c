"""Quoting: a number alone tells nobody where it stands, so that the sentence or the line around it is quoted."""

from gradbook.core.text.patterns import regex

_ENDS = regex(r"\n|[.;!?](?=\s)")


def sentence_around(source: str, start: int, end: int) -> str:
    """Return the sentence around a place, or its line where that is shorter."""
    begin = max((match.end() for match in _ENDS.finditer(source, 0, start)), default=0)
    stop = _ENDS.search(source, end)
    return source[begin : stop.start() if stop else len(source)].strip()
