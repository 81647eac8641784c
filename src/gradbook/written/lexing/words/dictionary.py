"""Words as roles: what the words of an answer do to the equations beside them, in each language that is known.

A word without a role is unknown: beside an equation it costs a decision, never a false verdict. Words: `languages/`.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto
from functools import cached_property, lru_cache
from itertools import filterfalse

from gradbook.core.text.patterns import regex
from gradbook.core.text.scripts import THAI, lettered


class Role(StrEnum):
    """What a word does."""

    RELATION = auto()  # is, equals, gives
    TIMES = auto()
    PLUS = auto()
    MINUS = auto()
    OVER = auto()
    POWER = auto()  # squared
    DENIAL = auto()  # wrong, false
    NEGATION = auto()  # not: a denial, unless it is of an aspect
    ASPECT = auto()  # active, flows, changes: what a node is or does, never whether an equation holds
    BEHIND = auto()  # million, more: makes another number of the one before it
    HEDGE = auto()  # maybe, or
    RETRACTION = auto()  # sorry, correction
    CONDITION = auto()  # if, suppose
    SUPPOSITION = auto()  # let: what is taken, not found
    OTHERS = auto()  # neighbour, textbook: said of somebody or something else
    OTHER = auto()  # other, another: of others, or of another part of the same graph
    EXAMPLE = auto()  # of others where it stands alone before an equation
    ERROR = auto()  # a quantity where it is spoken of, a denial behind an equation
    PART_OF_GRAPH = auto()  # path, node, factor
    AGAINST = auto()  # instead of, rather than
    REASON = auto()  # because, since
    NEW = auto()
    OLD = auto()
    AFTER = auto()
    BEFORE = auto()
    STAYS = auto()  # remains: the step does not move it
    CHANGES = auto()  # goes, drops: another value than before
    STEP = auto()  # update, step
    SLOPE = auto()  # derivative, gradient
    SLOPES = auto()  # gradients, of all that follows
    BACKWARD = auto()  # backward: of all that follows, which may be gradients
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
    NET = auto()  # net input, weighted sum: what goes into a neuron's function
    NUMBER = auto()
    PART = auto()  # half, third
    OTHERWISE = auto()
    PLAIN = auto()  # known, and of no consequence
    EVERYDAY = auto()  # of the answer's language, and no more is known of it
    STRANGE = auto()  # of no language that is known, in an answer whose language is sure: a term, a name, a slip


# a command of LaTeX is no word of a language, and no differential is: dL/da, du = 2
_WORD = regex(r"(?<![\\\w/])(?!d\w{1,2} ?[=/])(?:[^\W\d_]{2,}|[éè])")
RUNS = f"{THAI}\u3005\u3041-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7af"  # with no blanks between all words
SIGNS = regex(f"[{RUNS}]+")
PARTICLE = regex(  # what stands behind its noun, as in Japanese, Korean and Turkish
    "[\u3041-\u309f\uac00-\ud7af]|^'|[gG][oö]re$|^(?:yerine|ise|iken|ol(?:sa|sun|ursa|sayd[ıi])|alal[ıi]m|diyelim|varsayal[ıi]m)$"
    "|^(?:suhteen|n[äa]hden|szerinti?|vonatkoz[óo])$"
)
_HANGUL, _KATAKANA = regex("[\uac00-\ud7af]+"), regex("[\u30a1-\u30fa\u30fc]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})  # what more than a mark changes in plain letters
_STRUCK = {"ł": "l", "đ": "d", "ı": "i"}  # letters whose mark is a part of them
_DRAWN_OUT = regex(r"([^\W\d_])\1{2,}")  # noooo
_MARKS = regex("[\u0300-\u036f]+")  # accents that stand on a letter
_TONES = frozenset({"vi"})  # languages in which another mark makes another word
_RARE = frozenset({"da", "nb", "fi", "hu", "ro", "uk"})  # less likely than another that knows as many of the words
RAREST = frozenset("hi-Latn ca hr sr bg sk tl az et sl sw ur mk kk lt lv".split())  # noqa: SIM905
_FEW, _SHARE = 2, 3  # so many known words at least, and one in so many, make a text one of a language
JOINING = frozenset({Role.LINK, Role.SAME, Role.SUPPOSITION, Role.ARTICLE, Role.FILLER, Role.RESULT, Role.REASON})
AND = frozenset({  # joins two
    "and", "und", "et", "y", "e", "en", "ed", "och", "samt", "i", "oraz", "и", "和", "与", "與", "跟", "及", "以及",
    "і", "та", "й", "και", "κι", "și", "iar", "și cu", "और", "व", "و", "og", "sekä", "és", "aur",
    "valamint", "illetve", "と", "及び", "および", "과", "와", "하고", "이랑", "랑", "và", "ve", "dan",
    "ir", "ו", "এবং", "আর", "ও", "və", "және", "และ", "மற்றும்",
})  # fmt: skip
OPERATIONS = frozenset({Role.TIMES, Role.PLUS, Role.MINUS, Role.OVER, Role.POWER})
VAGUE = (Role.EVERYDAY, Role.STRANGE)
UNKNOWN = (None, *VAGUE)  # what such a word does to an equation that it stands in, nobody knows
NO_CLAIM = frozenset({Role.DENIAL, Role.NEGATION, Role.HEDGE, Role.RETRACTION, Role.OTHERS, Role.CONDITION})
HARMLESS = frozenset({Role.PLAIN, Role.ASPECT, Role.PART_OF_GRAPH, Role.ERROR, Role.CHANGES, Role.NET, Role.BACKWARD})
AGAINST_IT = NO_CLAIM | {Role.OTHER, Role.EXAMPLE, Role.BEHIND, Role.AGAINST, Role.SUPPOSITION, Role.PART}
_LOOKED_AT = 4_000  # letters of an answer that show its language
_LIKELY, _OFTEN = 1 / 3, 0.6  # of the words that the likeliest knows: what another, or a rare one, must know as well

Languages = tuple[tuple[str, ...], ...]
"""The languages of an answer, the likeliest first, those that are equally likely together."""


def written(word: str) -> str:
    """Return a word (or phrase) without case, its accents kept."""
    lower = word.lower()
    if lower.isascii():
        return lower
    return lettered(unicodedata.normalize("NFC", lower.replace("’", "'").replace("i\u0307", "i")))  # of the Turkish İ


def fold(word: str) -> str:
    """Return a word without case and accents."""
    return word.lower() if word.isascii() or len(word) == 1 else bare(word)  # è is a word of its own, and not e


@lru_cache(maxsize=20_000)
def bare(word: str) -> str:
    """Return a word without case and accents, a letter too, as a part of a phrase: "mise à jour"."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFD", lettered(word).casefold().replace("’", "'"))
    plain = unicodedata.normalize("NFC", _MARKS.sub("", parts))
    for letter, struck in _STRUCK.items():
        plain = plain.replace(letter, struck)
    return plain


def bare_words(words: str) -> frozenset[str]:
    """Return the words that stand in a text between blanks, each without case and accents."""
    return frozenset(map(bare, words.split()))


@dataclass(frozen=True)
class Words:
    """The words of one language.

    Attributes:
        roles: by word as it is written, in small letters; blanks stand between the words of a phrase.
        values: the numbers that words of number and of power stand for.
    """

    roles: Mapping[str, Role]
    values: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def alphabet(self) -> frozenset[str]:
        """All letters of its words."""
        return frozenset("".join(self.roles))

    @cached_property
    def _accented(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in filterfalse(str.isascii, self.roles):  # two in three are all of ASCII
            if len(word) > 1:
                found.setdefault(bare(word[0])[:1], []).append(word)
        return found

    def plainly(self, first: str) -> dict[str, Role]:
        """Return what is one thing without accents, "derivee" and "fuer", of a first letter, as few are needed."""
        lines = "\n".join(accented := self._accented.get(first, []))  # all at once: there are thousands
        found: dict[str, Role | None] = {}
        german = any(letter in lines for letter in "äöüß") and "ß" in self.alphabet
        spelled = lines.translate(_UMLAUTS) if german else lines
        for text in {lines, spelled} if accented else ():
            for word, short in zip(accented, bare(text).split("\n"), strict=True):
                if short != word and short not in self.roles:
                    role = self.roles[word]
                    found[short] = role if found.get(short, role) is role else None
        return {short: role for short, role in found.items() if role is not None}


class Dictionary:
    """The words of all languages, looked up in the languages of one answer.

    A word counts as it is written; one that is not known so counts as the word with accents that it may be short for,
    never as one without: "derivee" is "dérivée", and "würde" is not "wurde".

    Args:
        load: gives the words by language, the default one first; called when a word is first looked up.
    """

    def __init__(self, load: Callable[[], Mapping[str, Words]]) -> None:
        self._load = load
        self._bare: dict[tuple[str, str], Mapping[str, Role]] = {}

    @cached_property
    def _words(self) -> Mapping[str, Words]:
        return self._load()

    @cached_property
    def _tables(self) -> dict[str, Mapping[str, Role]]:
        return {name: words.roles for name, words in self._words.items()}

    @cached_property
    def _latin(self) -> frozenset[str]:
        return frozenset(name for name, words in self._tables.items() if _is_latin(next(iter(words), "")))

    def _without_accents(self, word: str, name: str) -> Role | None:
        if (at := (name, word[:1])) not in self._bare:
            self._bare[at] = self._words[name].plainly(word[:1])
        return self._bare[at].get(word)

    @cached_property
    def _letters(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(w for w in words if len(w) == 1) for name, words in self._tables.items()}

    @cached_property
    def _phrases(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        phrases = [word for words in self._tables.values() for word in words if " " in word]
        for phrase in bare("\n".join(phrases)).split("\n"):  # all at once: there are thousands
            found.setdefault(phrase.partition(" ")[0], []).append(phrase)
        return found

    @cached_property
    def _signs(self) -> frozenset[str]:
        return frozenset(word for words in self._tables.values() for word in words if SIGNS.match(word))

    @cached_property
    def _longest_sign(self) -> int:
        return max(map(len, self._signs), default=0)

    @cached_property
    def _values(self) -> dict[str, float]:
        return {fold(word): value for words in self._words.values() for word, value in words.values.items()}

    def spoken(self, text: str) -> tuple[Languages, frozenset[str]]:
        """Return the languages of a text, the likeliest first, and the single letters that are words in it.

        The default language is always among them. One that knows few of the words does not count, unless it has letters
        of its own, as "вывод:" below a program: what only that one knows is as unknown as any. A single letter is a
        word where the longer words are likely of its language.
        """
        words = words_in(text)
        if not text.isascii():
            words |= {piece for run in SIGNS.findall(text[:_LOOKED_AT]) for piece in self.signs(run)}
        found: dict[str, list[Role]] = {}
        for word in words:
            for name, role in _known_in(self, word):
                found.setdefault(name, []).append(role)
        counts = {name: len(found[name]) for name in self._tables if name in found}
        best = max(counts.values(), default=0)  # 0 of formulas only
        groups: dict[tuple[int, int], list[str]] = {}
        signs = {name for word in words if word >= "Ѐ" for name, _ in _known_in(self, word)}  # not of Latin letters
        for name in sorted(counts, key=lambda name: -found[name].count(Role.RELATION)):
            if counts[name] >= best * (_OFTEN if name in _RARE | RAREST else _LIKELY) or name in signs:
                groups.setdefault((counts[name], -(name in _RARE) - 2 * (name in RAREST)), []).append(name)
        languages = [tuple(groups[count]) for count in sorted(groups, reverse=True)]
        default = next(iter(self._tables))
        languages += [] if any(default in group for group in languages) else [(default,)]
        letters = [self._letters[name] for name, count in counts.items() if count > best / 2]
        return tuple(languages), frozenset().union(*letters)

    def language(self, text: str) -> str:
        """Return the language of a text, where enough of its words are known to be of it; "" where they are not."""
        words = words_in(text)
        counts = Counter(name for word in words for name, _ in _known_in(self, word))
        best = max(self._tables, key=lambda name: counts[name])
        return best if counts[best] >= _FEW and counts[best] * _SHARE >= len(words) else ""

    def words(self, language: str) -> Mapping[str, Role]:
        """Return the words of one language."""
        return self._tables[language]

    def role(self, word: str, languages: Languages) -> Role | None:
        """Return what a word (or phrase) does, by the first language that knows it.

        Where languages are equally likely, what speaks against an equation goes first, then the one
        with more of the verbs.
        """
        return _role(self, written(word), languages)

    def value(self, word: str) -> float | None:
        """Return the number that a word stands for: two, squared."""
        return self._values.get(fold(word))

    def phrases(self, first: str, second: str) -> list[tuple[str, ...]]:
        """Return the phrases that begin with two words, folded, the longest first."""
        return _phrases(self, first, second) if first in self._phrases else []

    def begun(self, first: str, second: str) -> list[tuple[str, ...]]:
        """Return the same, looked up anew."""
        parts = dict.fromkeys(tuple(phrase.split()) for phrase in self._phrases[first])
        return sorted((phrase for phrase in parts if phrase[1] == second), key=len, reverse=True)

    def signs(self, run: str) -> list[str]:
        """Cut a run of Chinese, Japanese or Korean into known words, the longest first.

        No word is cut in two that speaks against an equation: "する|とおく", not "すると|おく". What is unknown is one
        piece each, and a foreign word in katakana one as a whole. An unknown word of Korean, which has blanks, is one
        piece up to its particle, where nothing in it speaks against an equation.
        """
        pieces = self._cut(run)
        if not _HANGUL.fullmatch(run) or all(piece in self._signs for piece in pieces):
            return pieces
        if any(piece in self._against and (len(piece) > 1 or not at) for at, piece in enumerate(pieces)):
            return pieces
        ending = next((n for n in range(1, len(run)) if run[n:] in self._signs), len(run))
        return [run[:ending], run[ending:]] if ending < len(run) else [run]

    def _cut(self, run: str) -> list[str]:
        """Cut a run into known words, the longest first."""
        pieces: list[str] = []
        at = 0
        while at < len(run):
            sizes = (n for n in range(self._longest_sign, 0, -1) if run[at : at + n] in self._signs)
            size = next((n for n in sizes if not self._cuts(run, at, at + n)), 0)
            foreign = _KATAKANA.match(run, at)
            longer = foreign is not None and len(foreign.group()) > size
            if foreign and (not size or (longer and run[at : at + size] in self._against)):  # ノートブック is no ノー
                size = len(foreign.group())
            pieces.append(run[at : at + (size or 1)])
            at += size or 1
        return pieces

    def _cuts(self, run: str, begin: int, end: int) -> bool:
        """Whether a word that speaks against an equation begins inside a piece of a run and ends behind it."""
        return any(
            run.startswith(word, at) and at + len(word) > end
            for at in range(begin + 1, end)
            for word in self._beginning_with.get(run[at : at + 2], ())
        )

    @cached_property
    def _beginning_with(self) -> dict[str, list[str]]:
        """The words in signs that speak against an equation, by their first two letters."""
        found: dict[str, list[str]] = {}
        for word in self._signs & self._against.keys():
            if len(word) > 1:
                found.setdefault(word[:2], []).append(word)
        return found

    def look(self, word: str, languages: Languages) -> Role | None:
        """Return the role of a word as it is written."""
        for group in languages:
            roles = [role for name in group if (role := self._known(word, name)) is not None]
            if roles:
                return next((role for role in roles if role in AGAINST_IT), roles[0])
        return None

    def known_in(self, word: str) -> tuple[tuple[str, Role], ...]:
        """Return the languages of a word as it is written, else with accents, each with what it does there."""
        so = tuple((name, words[word]) for name, words in self._tables.items() if word in words)
        return so or tuple((name, role) for name in self._tables if (role := self._known(word, name)) is not None)

    def against(self, word: str) -> Role | None:
        """Return what a word as it is written says against an equation in any language; None where it does not."""
        return self._against.get(word)

    @cached_property
    def _against(self) -> dict[str, Role]:
        return {word: role for words in self._tables.values() for word, role in words.items() if role in AGAINST_IT}

    def _known(self, word: str, name: str) -> Role | None:
        role = self._tables[name].get(word)
        if role is not None or _is_latin(word) is not (name in self._latin):
            return role
        if word.isascii():
            return self._without_accents(word, name)
        if name in _TONES or not self._words[name].alphabet.issuperset(word):  # the Czech "možná" is no Polish word
            return None
        return self._without_accents(fold(word), name)


def _is_latin(word: str) -> bool:
    return word[:1] < "\u0250"


def words_in(text: str) -> set[str]:
    """Return the words of a text as they are written, without the commands of LaTeX."""
    looked_at = text[:_LOOKED_AT]
    if looked_at.isascii():  # all at once
        return set(_WORD.findall(looked_at.lower()))
    return set(map(written, _WORD.findall(looked_at)))


@lru_cache(maxsize=20_000)
def _role(dictionary: Dictionary, word: str, languages: Languages) -> Role | None:
    role, short = dictionary.look(word, languages), _DRAWN_OUT.sub(r"\1", word)
    return role if role or short == word else dictionary.look(short, languages)


@lru_cache(maxsize=20_000)
def _phrases(dictionary: Dictionary, first: str, second: str) -> list[tuple[str, ...]]:
    return dictionary.begun(first, second)


@lru_cache(maxsize=20_000)
def _known_in(dictionary: Dictionary, word: str) -> tuple[tuple[str, Role], ...]:
    return dictionary.known_in(word)
