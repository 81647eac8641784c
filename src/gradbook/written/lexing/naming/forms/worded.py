r"""Words typed as mathematics: "$Weighted\,\,sum: z = 3$", "$Gradient\ of\ loss = 2$" are no products of letters."""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Languages, Role
from gradbook.written.lexing.words.languages import DICTIONARY

_WORD = r"(?:w\.r\.t\.|[^\W\d_]{2,20}(?:-[^\W\d_]{2,20})?)"
_BLANK = r"(?:\s|\\{1,2}[,;:!]|\\ |~)"  # as LaTeX has them, and as it has them in a string
_LABEL = regex(rf"{_WORD}(?:{_BLANK}{{1,6}}{_WORD}){{0,9}}{_BLANK}{{0,6}}(?P<sign>:(?!=)|=(?!=))")
_WORDS = regex(_WORD)
_LONG = 3  # letters of a word; fewer may be a name and its index, or two factors
_NO_NAME = AGAINST_IT | {Role.RELATION}
_FEW = 2  # words before a sign of equality; one may be what something is called


class Worded:
    """The words that head equations in mathematics, by the names that they could be made of."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Prepare."""
        self._names = set(lexicon.given)

    def at(self, source: str, start: int, end: int, languages: Languages) -> list[tuple[int, int]]:
        """Return where each of the words stands that begin at a place; none where they may be anything else.

        All of them are words of the dictionary, one at least is no name, and none is a product of names of one letter.
        """
        label = _LABEL.match(source, start, end)
        if label is None:
            return []
        found = list(_WORDS.finditer(source, start, label.start("sign")))
        words = [word.group() for word in found]
        equated = label.group("sign") == "="
        few = len(words) < (_FEW if equated else 1) or len(words[0]) < _LONG
        if equated and any(DICTIONARY.role(word.lower(), languages) in _NO_NAME for word in words):
            return []
        named = self._names.issuperset(words) or any(self._names.issuperset(word) for word in words)
        known = all(word in self._names or _is_known(word, languages) for word in words)
        return [word.span() for word in found] if known and not few and not named else []


def _is_known(word: str, languages: Languages) -> bool:
    whole = DICTIONARY.role(word.lower(), languages)
    parts = re.split(r"[-.]", word.lower().replace("w.r.t.", "wrt"))
    return whole is not None or all(DICTIONARY.role(part, languages) is not None for part in parts)
