"""Words for quantities: what an answer says that it calls them, and then calls them at the beginning of lines.

I name n the "net" and a the "cube".        q = product        ich nenne r die Summe
net = 0.4 * 2 + 0.2 = 1                     product = 10       Summe = 8
"""

import re
from dataclasses import replace
from itertools import chain

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.words.dictionary import HARMLESS, UNKNOWN, Role, written
from gradbook.written.lexing.words.languages import DICTIONARY

_CALLS = regex(
    r"\b(?:call(?:ed|ing)?|named?|label(?:l?ed)?|nennen?|genannt|bezeichnen?|appell?(?:e|ons|ée?)|nomm(?:e|ons|ée?)"
    r"|llam(?:o|amos|aré|ado|ada)|nombro|chiam(?:o|iamo|ato|ata)|cham(?:o|amos|ado|ada|ar)|noem(?:en)?|genoemd"
    r"|nazyw(?:am|amy)|nazwę|nazv(?:u|eme)|kall(?:ar|ad)|kalder|kutsun|numesc|diyorum|diyelim|gọi|sebut|namakan)\b"
    r"|назов|называ|назв|обознач|叫|称|稱|呼|부르",
    re.IGNORECASE,
)
_QUOTES = r"[\"“”„«»‘’'`*_「」『』]"
_LEADS = (
    r"(?:the|a|an|as|for|simply|just|le|la|les|el|il|lo|al|o|os|den|das|die|der|dem|de|het|als|einfach|come|como|comme)"
)
_WORD = r"(?<!\w)(?P<word>[^\W\d_]{3,15})(?![\w(])"
_BEGIN, _END = r"(?:^|[,;(:]|\blet)[ \t]*", r"(?=[ ]?(?:[,;.)\n]|and\b|\Z))"
_SENTENCE = regex(r"[^.\n;]+")
_MAY_BE = frozenset({*HARMLESS, *UNKNOWN, Role.POWER, Role.FILLER})  # "cube" is a power in French
_MOST = 6


def with_words(source: str, lexicon: Lexicon) -> Lexicon:
    """Return a lexicon that knows the words by which an answer says that it calls quantities."""
    found: dict[str, str] = {}
    doubled: set[str] = set()
    calls, equals = lexicon.recall(_patterns)
    told = [*chain.from_iterable(one.finditer(source) for one in equals)]
    for sentence in _SENTENCE.finditer(source) if _CALLS.search(source) else ():
        if _CALLS.search(sentence.group()):
            told += chain.from_iterable(one.finditer(sentence.group()) for one in calls)
    for one in told:
        if found.setdefault(one["word"].lower(), one["name"]) != one["name"]:
            doubled.add(one["word"].lower())
    kept = [word for word in found if word not in doubled and _is_free(word, lexicon) and _is_used(word, source)]
    if not kept:
        return lexicon
    return replace(lexicon, aliases={**lexicon.aliases, **{word: Symbol(found[word]) for word in kept[:_MOST]}})


def _patterns(lexicon: Lexicon) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    """Return what ties a word to a quantity in a sentence that calls one something, and as an equation."""
    names = "|".join(map(re.escape, sorted(lexicon.given, key=len, reverse=True)))
    name = rf"(?<![\w\\])(?P<name>{names})(?!\w)"
    calls = (
        rf"{name}(?:[ ]?[,为做를を][ ]?|[ ])(?:{_LEADS}[ ]){{0,2}}{_QUOTES}{{0,2}}[ ]?{_WORD}",
        rf"{_WORD}{_QUOTES}{{0,2}}[ ]{_QUOTES}?{name}",  # "I call the product q"
    )
    equals = (rf"{_BEGIN}{_WORD}[ ]?=[ ]?{name}{_END}", rf"{_BEGIN}{name}[ ]?=[ ]?{_WORD}{_END}")
    return tuple(map(re.compile, calls)), tuple(re.compile(one, re.MULTILINE) for one in equals)


def _is_free(word: str, lexicon: Lexicon) -> bool:
    """Whether a word says nothing else of an equation."""
    taken = (lexicon.names, lexicon.rates, lexicon.functions, lexicon.losses, lexicon.called_loss)
    roles = {role for _, role in DICTIONARY.known_in(written(word))}
    return not any(word in names for names in taken) and roles <= _MAY_BE


def _is_used(word: str, source: str) -> bool:
    """Whether lines begin with a word that a number or a calculation is given for."""
    return (
        re.search(rf"^[ \t>*•-]*{word}(?:[ ]\w+)?[ ]?[=≈:][ ]?[-−(\d.]", source, re.MULTILINE | re.IGNORECASE)
        is not None
    )
