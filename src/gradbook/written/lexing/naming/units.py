"""Units: quantities that are written as functions of the unit, or of the edge, that they belong to.

z1(in), z(h1), net(h1), out(o1), dz(h1)      w(x1 → h1), w(x1, h1), w_x1→h1, w'(x1 → h1), b(h1), w(bias → h1)
w[0, 1], dz[1]
"""

from functools import cached_property

from gradbook.core.text.patterns import regex
from gradbook.written.expression import New, Old
from gradbook.written.lexing.naming.forms.counted import Counted
from gradbook.written.lexing.naming.own_names import OwnNames
from gradbook.written.names.spellings import TAGS
from gradbook.written.names.wiring import ARROW
from gradbook.written.notation import NEW, OLD, plain

_NEURON = regex(r"[a-z]\d{1,2}")
_END = r"[^\W_]{1,8}(?:_\d{1,2})?"
_STEM = regex(r"(d?)([^\W\d_⁰¹²³⁴-⁹ᵀ]{1,6})(_?[\d₀-₉]{1,3}|_\{\d{1,3}\})?")
_BRACKET = regex(r"[(\[]\s{0,4}([^()\[\]\n=|]{1,48}?)\s{0,4}[)\]]")
_STATE = regex(r"['’′]|[_^]\s*(?:\{\s*(?:\\(?:text|mathrm)\s*\{\s*)?([^\W\d_]+)[\s}]*\}|([^\W\d_]+))")
_POINTED = regex(rf"[ ]?\(\s{{0,4}}[^()\n=|]{{1,24}}?{ARROW}[^()\n=|]{{1,24}}?\s{{0,4}}\)")
_BEHIND = frozenset("([_^'’′ \\-→")
_AFTER_LETTERS = frozenset("([_^'\\0123456789")  # plain signs behind its letters: of an index, or of what follows
_BEGINS = regex(r"[(\[_^'’′]|[ ]\(|\\_")  # so does what may stand behind a stem; behind w_1, an arrow too
_LOW = regex(rf"\\?_({_END}{ARROW}{_END})(?!\w)")


class Units(OwnNames):
    """What a lexer does with names that have a unit, a tag or an edge in a bracket behind them."""

    def _of_unit(self, start: int, stop: int) -> int | None:
        """Take a quantity of a unit or of an edge whose letters stand between two places.

        Return the place behind it, None where it is none.
        """
        behind = self._source[stop : stop + 1]
        if behind.isascii() and behind not in _AFTER_LETTERS and not self._source.startswith(" (", stop):
            return None
        stem = _STEM.match(self._source, start, self._end)
        if not stem or self._source[stem.end() : stem.end() + 1] not in _BEHIND:
            return None
        d, letters, index = stem.group(1), stem.group(2), stem.group(3) or ""
        if index[:1] != "_" and not _BEGINS.match(self._source, stem.end(), self._end):
            return None
        ways = [(letters, stem.end(2)), (letters + index, stem.end())] if index else [(letters, stem.end())]
        for name, end in ways:
            if d and (found := self._unit_behind(name, start, end, sloped=True)):
                return found
            if found := self._unit_behind(d + name, start, end):
                return found
        return None

    def _unit_behind(self, stem: str, start: int, end: int, *, sloped: bool = False) -> int | None:
        """Take a stem with the unit, the tag or the edge that stands behind it.

        Args:
            stem: as it is written.
            start: where it begins.
            end: the place behind it.
            sloped: whether a d stands before it.
        """
        source, state = self._source, ""
        steps = self._steps_in_brackets and source[end : end + 1] == "("  # w(1) = w(0) - ...
        if not steps and (counted := self._counted.entry_at(plain(stem), end, self._end)):
            name, stop = counted
        elif low := _LOW.match(source, end, self._end):  # w_x1→h1
            name, stop = self._lexicon.wired(plain(stem), low.group(1)), low.end()
        else:
            if source[end : end + 1] not in ("(", "[") and (found := _STATE.match(source, end, self._end)):
                word = found.group(1) or found.group(2)
                state = "new" if word is None or word in NEW else "old" if word in OLD else ""
                end = found.end() if state else end
            bracket = _BRACKET.match(source, end, self._end)
            if bracket is None:
                bracket = _POINTED.match(source, end, self._end) and _BRACKET.match(source, end + 1, self._end)
            if bracket is None:
                return None
            name, stop = self._of(plain(stem), bracket.group(1), square=bracket.group()[0] == "["), bracket.end()
        if not name:
            return None
        if sloped:
            self._add("diff", "d", start, start + 1)
        if state:
            self._leaf(state, New(name) if state == "new" else Old(name), start + sloped, stop)
            return stop
        return self._named(plain(name), start + sloped, stop)

    @cached_property
    def _counted(self) -> Counted:
        return Counted(self._source, self._lexicon)

    def _of(self, stem: str, inside: str, *, square: bool) -> str:
        """Return the name that a stem with a bracket is; "" where it is none."""
        lexicon, unit = self._lexicon, plain(inside)
        if stem in lexicon.functions:
            return ""
        if unit in TAGS and not square:
            return lexicon.tagged(stem, unit) or lexicon.tagged(stem.swapcase(), unit) or ""  # Z1(in) for z1_in
        called = unit in lexicon.names or _NEURON.fullmatch(unit) is not None
        if called and stem + unit in lexicon.names and stem not in lexicon.names and not square:
            return lexicon.names[stem + unit]
        return lexicon.wired(stem, inside)
