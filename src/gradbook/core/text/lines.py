"""The line around a place: where it begins and ends, and what stands beside the place in it.

Only a line feed ends a line, and it is of none: a place on it is the end of the line above. The last line ends where
the text does; an empty text is one empty line. A place is the index of a sign, or the length of the text.
"""


def start_of_line(text: str, at: int) -> int:
    """Return where the line of a place begins."""
    return text.rfind("\n", 0, at) + 1


def end_of_line(text: str, at: int, end: int | None = None) -> int:
    """Return where the line of a place ends: at its line feed, or else where the text does.

    Args:
        text: any lines.
        at: the place.
        end: where the text counts as at its end; its length by default.
    """
    found = text.find("\n", at, end)
    if found >= 0:
        return found
    return len(text) if end is None else end


def before_in_line(text: str, at: int, most: int | None = None) -> str:
    """Return what stands before a place in its line: "" where it begins; the last `most` signs at most."""
    first = 0 if most is None else max(0, at - most)
    return text[max(first, text.rfind("\n", first, at) + 1) : at]


def behind_in_line(text: str, at: int, most: int | None = None) -> str:
    """Return what stands from a place on in its line: "" where it ends; the first `most` signs at most."""
    return text[at : end_of_line(text, at, None if most is None else at + most)]
