"""Sessions: how other languages set what they show over several lines."""

from gradbook.core.text.patterns import regex
from gradbook.written.parsing.programs.output.outputs import LONGEST, NUMBER, shows_values

_NAMED = regex(r"[ \t]*[A-Za-z_][\w/.]*[ \t]*[=:][ \t]*")
_ENTRY = regex(r"[ \t]*(?:(?:##+|#>)[ \t]*)?\$[A-Za-z_][\w.]*[ \t]*")  # of a list, as R shows it
_REMARK = regex(r"[ \t]*(?:##+|#>|#(?=[ \t]*[^\s#]+[ \t]+[^\s#]))")  # knitr sets what is shown as a comment
_NAMES = regex(r"[ \t]*[A-Za-z_.∂][\w./∂]*(?:[ \t]+[A-Za-z_.∂][\w./∂]*)*[ \t]*")
_NUMBERS = regex(rf"[ \t]*(?:\[1\][ \t]+)?{NUMBER}(?:[ \t]+{NUMBER})*[ \t]*")


_OPENED = regex(
    r"[ \t]*[({\[][ \t]*(?:'[^'\n]{1,20}'[ \t]*:[ \t]*)?(?:[a-z]{1,12}\.)?(?:[tT]ensor|array|float\d\d|Value)\("
)


def set_over(lines: list[tuple[int, int]], source: str, at: int) -> int:
    """Return how many lines a tuple or a dict of values takes that is set over several; 0 where there is none."""
    start, stop = lines[at]
    if not _OPENED.match(source, start, stop) or _is_closed(source[start:stop]):
        return 0
    for count, (_, end) in enumerate(lines[at + 1 :], 2):
        if end - start > LONGEST:
            break
        if _is_closed(source[start:end]):
            return count if shows_values(source[start:end].strip()) else 0
    return 0


def _is_closed(text: str) -> bool:
    return sum(map(text.count, "([{")) == sum(map(text.count, ")]}"))


def shown_at(lines: list[tuple[int, int]], source: str, at: int) -> int:
    """Return how many lines are a value that is shown with its name above it; 0 where there is none.

    MATLAB sets "q =" above a value, or the rows of a matrix; R sets names above the entries of a vector, or above the
    columns of a table of one row, and "$q" above an entry of a list.
    """
    alone = is_named_at(lines, source, at) or _ENTRY.fullmatch(source, *lines[at])
    first = bare(source, *lines[at])
    if not alone and not _NAMES.fullmatch(first):
        return 0
    count = 1
    for place, (begin, stop) in enumerate(lines[at + 1 :], 1):
        line = bare(source, begin, stop)
        if _NUMBERS.fullmatch(line):
            count = place + 1
        elif line.strip():
            break
    if count == 1 or alone:
        return count if count > 1 else 0
    names, numbers = first.split(), bare(source, *lines[at + 1]).split()
    row = len(numbers) == len(names) + 1 and numbers[0] == "1"
    return count if count == 2 and (len(names) == len(numbers) or row) else 0


def is_named_at(lines: list[tuple[int, int]], source: str, at: int) -> bool:
    """Whether a line is a name and a sign alone, with a value below it: "q =", "w.grad:", or "q:" that is set off."""
    named = _NAMED.fullmatch(source, *lines[at])
    if named is None or at + 1 >= len(lines):
        return False
    below = next((span for span in lines[at + 1 :] if source[slice(*span)].strip()), lines[-1])
    deeper = _indent(source, *below) > _indent(source, *lines[at])
    sure = "=" in named.group() or ".grad" in named.group() or deeper
    return _NUMBERS.fullmatch(source, *below) is not None and sure


def _indent(source: str, start: int, end: int) -> int:
    return end - start - len(source[start:end].lstrip())


def bare(source: str, start: int, end: int) -> str:
    """Return a line without the sign of a comment before it."""
    remark = _REMARK.match(source, start, end)
    return source[remark.end() if remark else start : end]


def names_above(first: str, numbers: int) -> list[str]:
    """Return the names that stand above so many numbers; a row of a table begins with its own number, without one."""
    names = [name.lstrip("$") for name in first.split()]
    return ["", *names] if len(names) == numbers - 1 else names
