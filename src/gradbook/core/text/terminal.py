"""Text of somebody else's, made fit to be shown in a terminal: it can colour, move and hide nothing there."""

import re
import unicodedata

_SEQUENCES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # colours and movements
    r"|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?"  # titles, links, the clipboard
    r"|\x1b[ -/]*[0-~]?"
)
# Control characters but tab and newline, those that turn the direction of writing, and marks that nobody sees.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]")

# Marks that nobody sees though they are no controls: joiners, soft hyphens, tags, selectors of a sign's form, fillers.
_INVISIBLE = re.compile(
    r"[\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\uffa0"
    r"\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


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


def label(text: str) -> str:
    """Return an id or a name as one line of what can be seen: two that look the same are the same.

    Composed as NFC has it, since macOS writes "é" in file names as two signs and others do not.
    """
    seen = unicodedata.normalize("NFC", _INVISIBLE.sub("", plain(text)))
    return " ".join(seen.split())
