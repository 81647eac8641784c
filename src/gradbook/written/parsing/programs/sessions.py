"""Sessions: how other languages set what they show over several lines."""

import re

from gradbook.written.parsing.programs.outputs import NUMBER

_NAMED = re.compile(r"[ \t]*[A-Za-z_]\w*[ \t]*=[ \t]*")
_NAMES = re.compile(r"[ \t]*[A-Za-z_.]\w*(?:[ \t]+[A-Za-z_.]\w*)*[ \t]*")
_NUMBERS = re.compile(rf"[ \t]*{NUMBER}(?:[ \t]+{NUMBER})*[ \t]*")


def shown_at(lines: list[tuple[int, int]], source: str, at: int) -> int:
    """Return how many lines are a value that is shown with its name above it; 0 where there is none.

    MATLAB sets "q =" above a value, or the rows of a matrix; R sets names above the entries of a vector.
    """
    alone = _NAMED.fullmatch(source, *lines[at])
    if not alone and not _NAMES.fullmatch(source, *lines[at]):
        return 0
    count = 1
    for place, (begin, stop) in enumerate(lines[at + 1 :], 1):
        if _NUMBERS.fullmatch(source, begin, stop):
            count = place + 1
        elif source[begin:stop].strip():
            break
    if count == 1 or alone:
        return count if count > 1 else 0
    names, numbers = source[slice(*lines[at])].split(), source[slice(*lines[at + count - 1])].split()
    return count if count == 2 and len(names) == len(numbers) else 0
