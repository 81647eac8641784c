"""Own names: a letter and a number for what an answer works out apart: d2 = (y - t) y (1 - y) is no d times 2.

And words that it calculates with, "act = sigmoid(z)", "act - y", whatever they mean elsewhere.
"""

import re
from functools import cached_property
from itertools import islice

from gradbook.core.text.lines import before_in_line
from gradbook.core.text.patterns import regex
from gradbook.written.lexing.naming.nablas import Nablas
from gradbook.written.lexing.source.defined import is_slope
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.notation import plain

_INTRODUCED = regex(  # by a formula, and the number right behind the letter
    r"^[ \t>$`*&-]{0,6}(?:(?:let|with|where|set|sei|mit|soit|sea)[ ]\$?)?([A-Za-z])_?\{?(\d)\}?[ \t]*(?:&[ \t]*)?:?="
    r"(?=[^=\n]*[A-Za-z(])",
    re.MULTILINE | re.IGNORECASE,
)

_CALLED = regex(  # a word at the begin of a line, and a formula behind its sign
    r"^[ \t>$`*&•-]{0,6}(?:\d[.)][ ])?([A-Za-z]{2,8})[ \t]*:?=(?!=)([^=\n]*)", re.MULTILINE
)
_NAME = regex(r"[A-Za-z]\w*")
_WORKS = regex(r"[-+*/^(·×]")
_MOST = 20  # of such words
_NAMELESS = frozenset({Role.PLAIN, Role.EVERYDAY, Role.FOR, Role.NET, Role.PLUS})  # roles of words that no name has

_EMPHASIZED = regex(r"(?<!\w)_(?=\S|$)")  # _y_
_NUMBERED = regex(r"[A-Za-z](?:_?\d|_\{\d\})(?!\d)")


class OwnNames(Nablas):
    """What a lexer knows of the names that an answer introduces."""

    @cached_property
    def _own_names(self) -> frozenset[str]:
        """The names with a number that the answer introduces, and of whose letter the exercise has none."""
        if "=" not in self._source:
            return frozenset()
        given = {name[:1].lower() for name in self._lexicon.given}
        found = {stem + number for stem, number in _INTRODUCED.findall(self._source) if stem.lower() not in given}
        both = {name for name in found if re.search(rf"(?<!\w){name.swapcase()}(?!\w)", self._source)}  # D2, and d2
        return frozenset(name for name in found - both if name not in self._lexicon.names)

    @cached_property
    def _own_words(self) -> frozenset[str]:
        """The words that the answer calls a formula by and calculates with elsewhere."""
        called: dict[str, list[str]] = {}
        for word, formula in _CALLED.findall(self._source) if "=" in self._source else ():
            called.setdefault(word, []).append(formula)
        named = self._lexicon.names.keys() | called.keys() if called else frozenset()
        words = (
            word
            for word, formulas in called.items()
            if self._may_be_called(word)
            and any(_WORKS.search(f) and not named.isdisjoint(_NAME.findall(f)) for f in formulas)
        )
        return frozenset(filter(self._is_operand, islice(words, _MOST)))

    def _may_be_called(self, word: str) -> bool:
        given = word in self._lexicon.names and word not in self._lexicon.aliases
        return not given and DICTIONARY.role(word.lower(), self._languages) in _NAMELESS

    def _is_operand(self, word: str) -> bool:
        beside = rf"\b{word} ?[-−+*/·×^)]|(?:[-−+*/·×^(] ?|\bd_?|∂){word}\b"
        return re.search(beside, self._source) is not None

    def _may_end_low(self, start: int) -> bool:
        """Whether a name may end with an underscore, as one of the exercise does: none emphasizes what stands here."""
        return self._lexicon.ends_low and not _EMPHASIZED.search(before_in_line(self._source, start))

    def _is_slope(self, function: str, name: str) -> bool:
        """Whether all that the answer says of a name is so of a function's slope, by what goes in."""
        return is_slope(function, name, self._source)

    def _own_name(self, start: int, end: int) -> int:
        """Take such a name that begins with a letter, to be known when the answer is read once more; 0 for none."""
        found = _NUMBERED.match(self._source, start, self._end) if end - start == 1 and self._own_names else None
        if found is None or (name := plain(found.group())) not in self._own_names:
            return 0
        self._bad(name, start, found.end())
        return found.end()
