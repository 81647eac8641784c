"""Text of somebody else's, made fit to be shown in a terminal: it can colour, move and hide nothing there."""

import re

_SEQUENCES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # colours and movements
    r"|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?"  # titles, links, the clipboard
    r"|\x1b[ -/]*[0-~]?"
)
# Control characters but tab and newline, those that turn the direction of writing, and marks that nobody sees.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]")


def plain(text: str, *, lines: bool = False) -> str:
    """Return text without escape sequences and control characters.

    Args:
        text: of anybody's.
        lines: whether it may have several lines; otherwise it becomes one.
    """
    text = without_controls(_SEQUENCES.sub("", text.replace("\r\n", "\n")))
    return text if lines else " ".join(text.split("\n"))


def without_controls(text: str) -> str:
    """Return text without control characters and halves of surrogate pairs; all that can be seen of it stays."""
    return _CONTROLS.sub("", text.encode(errors="replace").decode())
