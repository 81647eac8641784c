"""Text of somebody else's in a sentence of ours: on one line, as it was written, between quotation marks."""

from gradbook.core.text.terminal import plain

_LONGEST = 160


def one_line(text: str, most: int = _LONGEST) -> str:
    """Return text on one line, cut where it is longer than `most` characters; it can do nothing in a terminal."""
    line = " ".join(plain(text, lines=True).split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def quoted(text: str, most: int = _LONGEST) -> str:
    """Return text on one line between quotation marks, cut where it is longer than `most` characters."""
    return f"“{one_line(text, most)}”"
