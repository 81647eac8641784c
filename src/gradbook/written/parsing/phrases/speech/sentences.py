"""Sentences as they are written: what stands in the source from one token up to another."""

from collections.abc import Sequence

from gradbook.written.lexing.tokens import Token

_MARKS = frozenset({"stop", "colon"})  # that are a part of the sentence before them


def written_between(tokens: Sequence[Token], start: int, end: int, source: str) -> str:
    """Return what is written from one place up to another, with the mark behind it.

    Args:
        tokens: of the answer.
        start, end: places in them.
        source: the answer, in which they have their places.
    """
    marked = end < len(tokens) and tokens[end].kind == "sep" and tokens[end].text in _MARKS
    return source[tokens[start].start : tokens[end - 1 + marked].end]
