"""Words as roles: what the words of an answer do to the equations beside them, in each language that is known.

A word without a role is unknown: beside an equation it costs a decision, never a false verdict.
"""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum, auto
from functools import lru_cache


class Role(StrEnum):
    """What a word does."""

    RELATION = auto()  # is, equals, gives
    TIMES = auto()
    PLUS = auto()
    MINUS = auto()
    OVER = auto()
    POWER = auto()  # squared
    DENIAL = auto()  # not, wrong
    BEHIND = auto()  # million, more: makes another number of the one before it
    HEDGE = auto()  # maybe, or
    RETRACTION = auto()  # sorry, correction
    CONDITION = auto()  # if, suppose
    SUPPOSITION = auto()  # let: what is taken, not found
    OTHERS = auto()  # example, neighbour: said of somebody or something else
    AGAINST = auto()  # instead of, rather than
    REASON = auto()  # because, since
    NEW = auto()
    OLD = auto()
    AFTER = auto()
    BEFORE = auto()
    STEP = auto()  # update, step
    SLOPE = auto()  # derivative, gradient
    SLOPES = auto()  # gradients, of all that follows
    PARTIAL = auto()
    LOCAL = auto()
    UPSTREAM = auto()
    VALUES = auto()  # values, weights: of all that follows
    OF = auto()
    BY = auto()  # with respect to
    FOR = auto()
    ARTICLE = auto()
    LINK = auto()  # which, so, therefore
    SAME = auto()  # that is, namely: what follows says the same
    FILLER = auto()  # just, exactly
    RESULT = auto()  # answer, result
    WEIGHT = auto()
    BIAS = auto()
    RATE = auto()
    NUMBER = auto()
    PART = auto()  # half, third
    OTHERWISE = auto()
    PLAIN = auto()  # known, and of no consequence


_WORD = re.compile(r"[^\W\d_]{2,}|[éè]")
JOINING = frozenset({Role.LINK, Role.SAME, Role.SUPPOSITION, Role.ARTICLE, Role.FILLER, Role.RESULT, Role.REASON})
NO_CLAIM = frozenset({Role.DENIAL, Role.HEDGE, Role.RETRACTION, Role.OTHERS, Role.CONDITION})


def fold(word: str) -> str:
    """Return a word without case and accents."""
    if " " in word:
        return " ".join(map(fold, word.split()))
    if word.isascii() or len(word) == 1:  # a letter with an accent is a word of its own: è is not e
        return word.lower()
    bare = unicodedata.normalize("NFD", word.casefold())
    return unicodedata.normalize("NFC", "".join(mark for mark in bare if not unicodedata.combining(mark)))


def table(**words: str) -> dict[str, Role]:
    """Return the words of one language, given by role, with "_" between the words of a phrase."""
    found: dict[str, Role] = {}
    for role, text in words.items():
        for word in text.split():
            found.setdefault(fold(word.replace("_", " ")), Role[role.rstrip("_").upper()])
    return found


class Dictionary:
    """The words of all languages, looked up in the languages of one answer first.

    Args:
        tables: by language, the default one first.
    """

    def __init__(self, tables: Mapping[str, Mapping[str, Role]]) -> None:
        self._tables = tables
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        for words in tables.values():
            for phrase in words:
                first, *rest = phrase.split()
                if rest:
                    self._phrases.setdefault(first, []).append((first, *rest))
        self._known_in: dict[str, list[str]] = {}
        for name, words in tables.items():
            for word in words:
                self._known_in.setdefault(word, []).append(name)
        self._letters = {name: frozenset(w for w in words if len(w) == 1) for name, words in tables.items()}
        for phrases in self._phrases.values():
            phrases.sort(key=len, reverse=True)
        self._signs = sorted({w for w in (*tables.get("zh", ()), *tables.get("ko", ())) if not w.isascii()}, key=len)
        self._longest = len(self._signs[-1]) if self._signs else 0
        self._sign_set = frozenset(self._signs)

    def spoken(self, text: str) -> tuple[tuple[str, ...], frozenset[str]]:
        """Return all languages, the likeliest of a text first, and the single letters that are words in it.

        A letter is a word where longer words of its language stand in the text; of languages that are equally likely,
        the one with more of the verbs is meant.
        """
        counts = dict.fromkeys(self._tables, 0)
        verbs = dict.fromkeys(self._tables, 0)
        for word in set(map(fold, _WORD.findall(text[:4_000]))):
            for name in self._known_in.get(word, ()):
                counts[name] += 1
                verbs[name] += self._tables[name][word] is Role.RELATION
        letters = [self._letters[name] for name, count in counts.items() if count]
        languages = tuple(sorted(counts, key=lambda name: (-counts[name], -verbs[name])))
        return languages, frozenset().union(*letters) if letters else frozenset()

    def role(self, word: str, languages: tuple[str, ...]) -> Role | None:
        """Return what a word (or phrase) does, by the first language that knows it."""
        return _role(self, fold(word), languages)

    def phrases(self, first: str) -> list[tuple[str, ...]]:
        """Return the phrases that begin with a word, the longest first."""
        return self._phrases.get(first, [])

    def signs(self, run: str) -> list[str]:
        """Cut a run of Chinese or Korean into known words, the longest first; what is unknown is one piece each."""
        pieces: list[str] = []
        at = 0
        while at < len(run):
            size = next((n for n in range(self._longest, 0, -1) if run[at : at + n] in self._sign_set), 1)
            pieces.append(run[at : at + size])
            at += size
        return pieces

    def look(self, folded: str, languages: tuple[str, ...]) -> Role | None:
        """Return the role of a folded word."""
        return next((self._tables[name][folded] for name in languages if folded in self._tables[name]), None)


@lru_cache(maxsize=20_000)
def _role(dictionary: Dictionary, folded: str, languages: tuple[str, ...]) -> Role | None:
    return dictionary.look(folded, languages)
