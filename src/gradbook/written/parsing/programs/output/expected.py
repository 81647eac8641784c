"""Expected output: the lines that prints will show, in their order; those of a loop come again and again."""

from collections.abc import Iterable, Sequence
from itertools import takewhile

from gradbook.written.parsing.programs.output.outputs import NOTHING, Line, matched, shows_values

_PASSED = Line((), later=True)  # what says nothing


class Expected:
    """Goes along the lines that are waited for.

    Args:
        lines: in the order in which they are printed first.
        source: the answer.
        output: all lines that stand here.
    """

    def __init__(self, lines: Sequence[Line], source: str, output: Iterable[str]) -> None:
        shown = [*takewhile(lambda text: text == NOTHING or shows_values(text), output)]
        self._lines = lines
        self._source = source
        self._at = 0
        self._passes = len(shown) != len(lines) and NOTHING in shown  # what is noted beside its print

    @property
    def rest(self) -> list[Line]:
        """The lines behind the last that was found."""
        return [*self._lines[self._at :]]

    def next(self, start: int, end: int) -> Line | None:
        """Return the line that is waited for where a line of output stands; None behind the last."""
        if self._passes and self._source[start:end].strip() == NOTHING:
            return _PASSED
        begin, stop = self._run()
        if begin < stop and not (self._at == stop < len(self._lines) and self._fits(stop, start, end)):
            again = [*range(self._at, stop), *range(begin, min(self._at, stop))]
            self._at = next((place for place in again if self._fits(place, start, end)), stop)
        elif begin == stop and self._at < len(self._lines) and not self._fits(self._at, start, end):
            told = (at for at in range(self._at, len(self._lines)) if self._is_told(at, start, end))
            self._at = next(told, self._behind_told(start, end))
        self._at += 1
        return self._lines[self._at - 1] if self._at <= len(self._lines) else None

    def _run(self) -> tuple[int, int]:
        """Return from where to where lines of later rounds stand, around the place or right before it."""
        begin = stop = min(self._at, len(self._lines))
        while begin and self._lines[begin - 1].later:
            begin -= 1
        while stop < len(self._lines) and self._lines[stop].later:
            stop += 1
        return begin, stop

    def _is_told(self, place: int, start: int, end: int) -> bool:
        """Whether a line fits and has a text of its own, so that the prints before it may show nothing here."""
        return self._lines[place].labelled and self._fits(place, start, end)

    def _behind_told(self, start: int, end: int) -> int:
        """Return the place of the line that fits behind lines whose texts are shown elsewhere, and not here."""
        place = self._at
        while place < len(self._lines) and self._lines[place].labelled and not self._fits(place, start, end):
            place += 1
        return place if place < len(self._lines) and self._fits(place, start, end) else self._at

    def _fits(self, place: int, start: int, end: int) -> bool:
        return matched(self._lines[place], self._source, start, end) is not None


def rounds(lines: Sequence[Line], counter: str) -> list[Line]:
    """Return the lines that a loop shows in its first round, and those of the others.

    Where they tell no number of the round, nobody knows of which they are.
    """
    return [*(line.looped(counter) for line in lines), *(line.looped(counter, later=True) for line in lines)]
