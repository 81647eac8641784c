"""Words that no list has: what they do is told from the spelling dictionary, from their parts, or from their company.

In a longer answer whose language is sure, a word that neither is nor resembles one that speaks against an equation in
any language is only strange: a name, a term, a slip of spelling. In any other answer nobody knows what it does, but for
a slip in a long word that says nothing of an equation.
"""

from functools import cached_property, lru_cache

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.compounds import role_of_compound
from gradbook.written.lexing.words.dictionary import AGAINST_IT, SIGNS, Languages, Role, words_in, written
from gradbook.written.lexing.words.everyday import is_everyday
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.slips import TAKES_BACK, gaps, slips, swaps

_SURE = 5, 6  # so many of so many words are known where an answer's language is sure
_LEAST = 15  # words by which it can be told
_SAID = (
    Role.LINK,
    Role.PLAIN,
    Role.FILLER,
    Role.VALUES,
    Role.WEIGHT,
    Role.BIAS,
    Role.STEP,
    Role.SLOPE,
    Role.SLOPES,
    Role.BACKWARD,
    Role.ASPECT,
    Role.PART_OF_GRAPH,
)
_ADVERBS = {"it": "mente", "es": "mente", "pt": "mente", "fr": "ment"}
_TERM = regex(r"[A-Z]{2,5}s|[A-Z]?[a-z]{1,3}[A-Z]{2,5}[a-z]?")  # VJPs, dReLU, SiLU
_INDEX = regex(r"(?<=[A-Za-z}])_(?:\{ ?)?(?:\\(?:text|mathrm)\{)?([A-Z][A-Za-z]{1,7})(?![A-Za-z])")
_PART = regex(r"[A-Z]?[a-z]+|[A-Z]+")
_PLAIN = 8  # letters of one that it leaves recognisable in any answer
_SHORT = 4  # letters of one that a swap of two of them leaves so
_LONG = 5  # letters of a word that a slip of spelling leaves recognisable


class Unlisted:
    """The words of one answer that no list has.

    Args:
        source: the answer.
        languages: its languages, the likeliest first.
    """

    def __init__(self, source: str, languages: Languages) -> None:
        self._source = source
        self._languages = languages

    def role(self, word: str, written_as: str) -> Role | None:
        """Return what a word does, in small letters and as it is written; None where nobody knows."""
        if SIGNS.match(word):
            return DICTIONARY.against(word) or Role.EVERYDAY
        lower = written(word)
        compound = role_of_compound(lower, self._languages, self._language)
        if compound in AGAINST_IT:  # "Buchwert", an everyday word too
            return compound
        if len(word) > 2 and (self._is_everyday(lower) or self._is_adverb(lower)):
            return Role.EVERYDAY
        if compound:
            return compound
        if written_as in self._indices and not _against(lower):
            return Role.EVERYDAY
        if _TERM.fullmatch(written_as):
            found = _PART.findall(written_as)
            parts = (lower, *map(str.lower, found))
            small = (part for part in found if part.islower() and len(part) > 1)
            listed = any(DICTIONARY.role(part, self._languages) for part in small)  # "isNT"
            against = next(filter(None, map(_against, parts)), None)
            return against or (None if listed else Role.EVERYDAY)
        if not self._is_sure and len(word) < _PLAIN:
            slip = _against(lower) if written_as.islower() else None  # no name
            slip = slip if slip in TAKES_BACK and self._is_slip(lower) else None
            return DICTIONARY.against(lower) or self._swapped(lower) or slip or self._hurried(lower, written_as)
        if against := _against(lower):
            return against
        if not self._is_sure:
            return self._meant(lower) if self._is_slip(lower) else None
        return self._meant(lower) or (Role.STRANGE if len(word) > 2 else None)

    def _meant(self, word: str) -> Role | None:
        """Return what a word that joins or says nothing does where it is misspelt: "finaly"."""
        meant = slips(word) if len(word) >= _LONG else ()
        return next((role for slip in meant if (role := DICTIONARY.role(slip, self._languages)) in _SAID), None)

    def _swapped(self, word: str) -> Role | None:
        """Return what a short word does that joins or says nothing, where two of its letters are swapped: "jsut"."""
        if not _SHORT <= len(word) <= _LONG or _against(word):
            return None
        return next((role for swap in swaps(word) if (role := DICTIONARY.role(swap, self._languages)) in _SAID), None)

    def _hurried(self, word: str, written_as: str) -> Role | None:
        """Return what a word of some letters does where a letter is missing in it, or doubled: "foward"; no name."""
        if not (len(word) > _LONG and written_as.islower() and self._is_slip(word)) or _against(word):
            return None
        known = _said_in(self._languages)
        return next((known[one] for one in gaps(word) if one in known), None)

    def _is_slip(self, word: str) -> bool:
        """Whether a word is none of a likely language, and no listed one with a letter before it: "ilogical"."""
        likely = {"en", *(name for group in self._languages for name in group)}
        listed = DICTIONARY.role(word[1:], self._languages) is not None
        return not listed and not any(is_everyday(word, language) for language in likely)

    @cached_property
    def _indices(self) -> frozenset[str]:
        """What stands low at names: "the FM branch" has z_{FM}."""
        return frozenset(_INDEX.findall(self._source)) if "_" in self._source else frozenset()

    @cached_property
    def _language(self) -> str:
        return DICTIONARY.language(self._source)

    def _is_everyday(self, word: str) -> bool:
        """Whether a word is one of the answer's language, or of the one that most terms are taken from."""
        return bool(self._language) and (is_everyday(word, self._language) or is_everyday(word, "en"))

    def _is_adverb(self, word: str) -> bool:
        """Whether a word is made of an everyday adjective that speaks against nothing: "intuitivamente"."""
        ending = _ADVERBS.get(self._language, "")
        if not ending or not word.endswith(ending) or len(word) < len(ending) + _LONG:
            return False
        stem = word.removesuffix(ending)
        forms = (stem, stem + "e", stem[:-1] + "o")  # "intuitiva", "finale", "intuitivo"
        return not any(map(_against, forms)) and any(is_everyday(form, self._language) for form in forms)

    @cached_property
    def _is_sure(self) -> bool:
        """Whether nearly all words are of the answer's languages."""
        words = words_in(self._source)
        known = sum(DICTIONARY.role(word, self._languages) is not None or self._is_everyday(word) for word in words)
        of, all_of = _SURE
        return bool(self._language) and len(words) >= _LEAST and known * all_of >= len(words) * of


def _against(word: str) -> Role | None:
    """Return what a word says against an equation in any language, if it does, also where it is misspelt."""
    found = DICTIONARY.against(word)
    if found is None and len(word) >= _LONG:
        found = next((role for slip in slips(word) if (role := DICTIONARY.against(slip))), None)
    return found


@lru_cache(maxsize=100)
def _said_in(languages: Languages) -> dict[str, Role]:
    """Return the words of some languages that join or say nothing, with what they do."""
    names = [name for group in reversed(languages) for name in group]
    return {word: role for name in names for word, role in DICTIONARY.words(name).items() if role in _SAID}
