"""The numbers that a notebook's text gives, held against those that its written questions are judged by."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from gradbook.assignment.graph_questions import between_braces
from gradbook.assignment.notebook.cells import PROMPT, TEXT, Cell, Place, stamp_of

_LONGEST = 1_000  # characters of a line that is looked at
_FEWEST_LETTERS = 3  # beside what is filled in, by which a line is known wherever it stands
_FEWEST_SIGNS = 2  # by which it is known in a cell that carries the stamp of its own


@dataclass(frozen=True, slots=True)
class GivenLine:
    """A line of the master's text into which something is filled.

    Attributes:
        place: the stamp of its cell.
        anywhere: whether it is known in a cell without a stamp.
        fixed: what stands before, between and behind what is filled in.
        blank, filled: the line with its braces, and as it is with the numbers that are asked about.
    """

    place: Place | None
    anywhere: bool
    fixed: tuple[str, ...]
    blank: str
    filled: str

    def fits(self, place: Place | None, line: str) -> bool:
        """Whether a line is this one, with whatever filled in. It takes time in proportion to the line."""
        if not self.anywhere and place != self.place:
            return False
        first, *between, last = self.fixed
        at, end = len(first), len(line) - len(last)
        if at > end or not line.startswith(first) or not line.endswith(last):
            return False
        for part in between:
            found = line.find(part, at, end)
            if found < 0:
                return False
            at = found + len(part)
        return True


def given_lines(cells: Iterable[Cell], fill: Callable[[str], str]) -> tuple[GivenLine, ...]:
    """Return the lines of a blank notebook's text that have numbers filled in.

    Args:
        cells: the blank notebook's, or the master's.
        fill: puts the numbers in.
    """
    return tuple(_lines(cells, fill))


def other_line(shown: Iterable[tuple[Place | None, str]], given: Iterable[GivenLine]) -> str:
    """Return a line that has other numbers than it should; "" where there is none.

    Args:
        shown: the lines of a notebook's text, without what was answered, each with the stamp of its cell.
        given: of the blank notebook.
    """
    lines = [(place, line) for place, line in shown if len(line) <= _LONGEST]
    for one in given:
        alike = [line for place, line in lines if one.fits(place, line)]
        if alike and one.filled not in alike and one.blank not in alike:
            return alike[0]
    return ""


def _lines(cells: Iterable[Cell], fill: Callable[[str], str]) -> Iterator[GivenLine]:
    for cell in cells:
        place = stamp_of(cell)
        if cell["cell_type"] != "markdown" or (place is not None and place.role not in (PROMPT, TEXT)):
            continue
        for line in map(str.strip, cell["source"].splitlines()):
            fixed = between_braces(line)
            signs = "".join("".join(fixed).split())
            anywhere = sum(map(str.isalpha, signs)) >= _FEWEST_LETTERS
            if len(fixed) > 1 and (anywhere or len(signs) >= _FEWEST_SIGNS):
                yield GivenLine(place, anywhere, fixed, line, fill(line))
