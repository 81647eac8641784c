"""Counted entries: a stem with the places of its entry in brackets, as programs write it: w[0, 1], W[1][2], z[1].

Programs count from 0 and mathematics from 1; what an answer does is seen in all the places that it names. What has no
entries may have layers: z[1] is z1, of z1_1 and z1_2.
"""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon

_PLACES = regex(r"(?:\[\s*\d{1,2}(?:\s*,\s*\d{1,2})*\s*\])+|\(\s*\d{1,2}(?:\s*,\s*\d{1,2})?\s*\)")
_LAYER = regex(r"\[(\d)\]|\((\d)\)")
_NUMBER = regex(r"\d+")
_FROM_ZERO = regex(r"[^\W\d_][\d_]*(?:\[\d\])?\[(?:0\]|0,|\d,\s*0\])")
_STEM_AND_PLACES = r"(?<![^\W_d∂]){}(?P<places>(?:\[[\d\s,]{{1,9}}\]){{1,2}}|\(\d\d?(?:,\s*\d\d?)?\))"


class Counted:
    """The entries that one answer counts in square brackets."""

    def __init__(self, source: str, lexicon: Lexicon) -> None:
        """Prepare."""
        self._source, self._lexicon = source, lexicon
        self._firsts: dict[str, int | None] = {}

    def entry_at(self, stem: str, at: int, stop: int) -> tuple[str, int] | None:
        """Return the entry that a stem with places behind it is, and the place behind those; None for no such.

        Args:
            stem: in plain form.
            at: the place behind the stem.
            stop: where to look no further.
        """
        if layer := self._layer_at(stem, at, stop):
            return layer
        rows = self._lexicon.array(stem)
        places = _PLACES.match(self._source, at, stop) if rows else None
        if places is None:
            return None
        first = self._first(stem, rows)
        name = entry_of(rows, [int(n) - first for n in _NUMBER.findall(places.group())]) if first is not None else ""
        return (name, places.end()) if name else None

    def _layer_at(self, stem: str, at: int, stop: int) -> tuple[str, int] | None:
        """Return what a stem with the number of a layer behind it is, z[1] or z(1), and the place behind that."""
        lexicon = self._lexicon
        layer = _LAYER.match(self._source, at, stop) if stem not in lexicon.names else None
        number = layer.group(1) or layer.group(2) if layer else ""
        name = lexicon.in_layers(stem, number) if number else ""
        if number and not name and not lexicon.array(stem):
            name = lexicon.names.get(stem + number, "")
        return (name, layer.end()) if name and layer else None

    def _first(self, stem: str, rows: tuple[tuple[str, ...], ...]) -> int | None:
        """Return the place of the first entry, 0 or 1; None where an answer names too few places to tell."""
        if stem not in self._firsts:
            said = [
                [int(n) for n in _NUMBER.findall(found.group("places"))]
                for found in re.finditer(_STEM_AND_PLACES.format(re.escape(stem)), self._source)
            ]
            fitting = [first for first in (0, 1) if all(entry_of(rows, [n - first for n in one]) for one in said)]
            from_zero = rows[0][0].endswith("0") or _FROM_ZERO.search(self._source)  # as other names count
            self._firsts[stem] = fitting[0] if fitting and (len(fitting) == 1 or from_zero) else None
        return self._firsts[stem]


def entry_of(rows: tuple[tuple[str, ...], ...], places: list[int]) -> str:
    """Return the name at places that count from 0, of a vector at one of them; "" where there is none."""
    if len(places) == 1:
        places = [0, *places] if len(rows) == 1 else [*places, 0] if len(rows[0]) == 1 else []
    inside = len(places) == len("ij") and 0 <= places[0] < len(rows) and 0 <= places[1] < len(rows[0])
    return rows[places[0]][places[1]] if inside else ""
