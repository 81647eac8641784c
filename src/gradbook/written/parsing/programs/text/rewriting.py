"""Rewriting: a line of text that is changed piece by piece, where each letter keeps its place in the source."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from gradbook.core.text.patterns import regex

_GROUP = regex(r"\\(\d)")
Rule: TypeAlias = tuple[re.Pattern[str], str]


@dataclass(frozen=True, slots=True)
class Text:
    """A text, and where each of its letters stands in the source; the last place is that of its end."""

    text: str
    places: Sequence[int]

    def __getitem__(self, piece: slice) -> "Text":
        start, end, _ = piece.indices(len(self.text))
        return Text(self.text[start:end], self.places[start : end + 1])

    def __add__(self, other: "Text") -> "Text":
        return Text(self.text + other.text, [*self.places[: len(self.text)], *other.places])

    def replaced(self, rule: Rule) -> "Text":
        r"""Return the text with all that a pattern finds replaced; \1 to \9 stand for its groups, with their places."""
        pattern, template = rule
        letters: list[str] = []
        places: list[int] = []
        at = 0
        for match in pattern.finditer(self.text):
            letters.append(self.text[at : match.start()])
            places += self.places[at : match.start()]
            here = match.start()
            for number, piece in enumerate(_GROUP.split(template)):
                if number % 2:
                    start, end = match.span(int(piece))
                    letters.append(self.text[max(start, 0) : max(end, 0)])
                    places += self.places[max(start, 0) : max(end, 0)]
                    here = max(here, end)
                else:
                    letters.append(piece)
                    places += [self.places[here]] * len(piece)
            at = match.end()
        if not at and not letters:
            return self
        return Text("".join((*letters, self.text[at:])), [*places, *self.places[at:]])


def text_of(source: str, start: int, end: int) -> Text:
    """Return a piece of the source as it stands there."""
    return Text(source[start:end], range(start, end + 1))
