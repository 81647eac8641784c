"""Printed: lines of output that no fence marks, by the texts that the prints above them begin with."""

import re
from collections.abc import Callable
from functools import cached_property

from gradbook.core.text.patterns import regex

_PRINT = regex(
    r"""(?<![\w.])(?:print(?:f|ln!?)?|cat|disp|console\.log|System\.out\.print(?:ln|f)?|fmt\.Print(?:ln|f)?)
    \([ \t]*[fbru]?(["'])(?:\\n|[ ])*(?P<label>(?:(?!\1)[^{}%\\\n]){1,60})(?P<whole>\1)?""",
    re.VERBOSE,
)
_LOOP = regex(  # over values, that shows what each is called: for v in (a, b): print(v.name, v.grad)
    r"for[ ](?P<each>\w{1,12})[ ]in[ ][(\[](?P<names>[\w, ]{1,200})[)\]]:"
    r"\s*print\((?P=each)\._?(?:name|label|nome|nombre|nom)\b"
)
_PAIRS = regex(  # or over pairs, that shows their names: for n, v in zip("ab", (a, b)): print(n, v.grad)
    r"for[ ]\(?(?P<each>\w{1,12}),[ ]?\w{1,12}\)?[ ]in[ ](?P<pairs>[^\n]{1,200}):\s*print\((?P=each)[ ]?,"
)
_QUOTED = regex(r"['\"](\w{1,24})['\"]")
_KEYED = regex(r"(?<![\w.])(\w{1,24})=(?!=)")
_LETTERS = regex(r"[^\W\d_]{2}")
_SHORT = regex(r"[^\W\d_]\w?[ ]?[=:]?")  # "E", "E ="
_LINE = regex(r"[ \t]*(?P<text>[^\n]*)(?:\n|\Z)")
LONGEST = 300


class Printed:
    """The lines of one answer that its prints may have shown."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def _labels(self) -> tuple[str, ...]:
        """The texts with letters that prints begin with, by which a line is known; a blank ends whole ones."""
        found = ((match["label"].rstrip(), match["whole"]) for match in _PRINT.finditer(self._source))
        labels = (
            label + " " * bool(whole and label[-1:].isalnum())
            for label, whole in found
            if _LETTERS.search(label) or (whole and _SHORT.fullmatch(label))
        )
        return tuple(dict.fromkeys(labels))

    @cached_property
    def _names(self) -> frozenset[str]:
        """The names that loops show beside what they have."""
        if "print(" not in self._source:
            return frozenset()
        names = {name.strip() for loop in _LOOP.finditer(self._source) for name in loop["names"].split(",")}
        for loop in _PAIRS.finditer(self._source):
            pairs = loop["pairs"]
            quoted = _QUOTED.findall(pairs)
            names |= {*(quoted[0] if pairs.startswith("zip(") and len(quoted) == 1 else quoted)}
            names |= {*(_KEYED.findall(pairs) if pairs.startswith("dict(") else ())}
        return frozenset(names)

    def looped_at(self, start: int) -> tuple[int, int] | None:
        """Return where the lines stand from a place on that begin with the names a loop shows; None where none do."""
        return self._lines_from(start, self._shows_name) if self._names else None

    def at(self, start: int) -> tuple[int, int] | None:
        """Return where the lines stand from a place on that begin with such texts and go on with numbers."""
        return self._lines_from(start, self.shows) if self._labels else None

    def shows(self, text: str) -> bool:
        """Whether a line begins with such a text and goes on with numbers."""
        label = next((label for label in self._labels if text.startswith(label)), None)
        return label is not None and any(map(str.isdigit, text[len(label) :]))

    def _shows_name(self, text: str) -> bool:
        name, _, behind = text.partition(" ")
        return name in self._names and any(map(str.isdigit, behind))

    def _lines_from(self, start: int, shows: Callable[[str], bool]) -> tuple[int, int] | None:
        end = start
        while end < len(self._source) and (line := _LINE.match(self._source, end, end + LONGEST)):
            if not shows(line["text"]):
                break
            end = line.end()
        return (start, end - self._source.endswith("\n", start, end)) if end > start else None
