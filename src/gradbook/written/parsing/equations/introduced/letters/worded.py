"""Words for quantities: what an answer says that it calls them, and then calls them at the beginning of lines.

I name n the "net" and a the "cube".        q = product        ich nenne r die Summe
net = 0.4 * 2 + 0.2 = 1                     product = 10       Summe = 8

A sentence says so where nothing else stands in it: the learner as its subject, a verb that is not of the past, the
pairs, and its end. "I do not call q the net", "Ben calls q the net" and "should I call q the net?" name nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.words.dictionary import AGAINST_IT, AND, HARMLESS, UNKNOWN, Role, words_in, written
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.people import is_given_name

_I_CALL = (
    r"(?:I|we)(?:['’]ll| will| shall)?(?: simply| just| also)? (?:call|name|label)"
    r"|let(?:['’]s| us| me) (?:call|name|label)|(?:ich|wir) (?:nennen?|bezeichnen?)|nennen? (?:ich|wir)"
    r"|(?:j['’]|nous |on )(?:appell?e|appelons)|appelons|nommons|(?:je|nous|on) (?:nomme|nommons|note|notons)"
    r"|(?:yo |nosotros )?(?:llamo|llamamos|llamaré|nombro)|(?:io |noi )?(?:chiamo|chiamiamo)"
    r"|(?:eu |nós )?(?:chamo|chamamos)|vou chamar|(?:ik|we|wij) noem(?:en)?|noem(?:en)? (?:ik|we|wij)"
    r"|(?:ja )?(?:nazywam|nazywamy|nazwę)|(?:já )?(?:nazvu|nazveme)|(?:jag|vi|jeg) (?:kallar|kalder|kaller)"
    r"|kutsun|(?:eu )?(?:numesc|numim)|(?:я |мы )?(?:назову|назов[её]м|называю|обозначу|обозначим)"
    r"|(?:я )?(?:назву|назвемо)|(?:tôi |ta )?gọi|(?:saya |kita )?(?:sebut|namakan)"
)
_OPENING = (
    r"(?:(?:first|here|below|so|and|for short|for simplicity|from (?:now|here) on|in (?:the|what) follow(?:ing|s)"
    r"|hier|im folgenden|kurz|der einfachheit halber|ici|par la suite|aquí|qui|aqui|här|her)[,:]? )"
)
_CLOSING = r"(?: (?:for short|for simplicity|below|here|from (?:now|here) on|in (?:the|what) follow(?:ing|s)))?"
_QUOTES = r"[\"“”„«»‘’'`*_「」『』]"
_LEADS = (
    r"(?:(?:the|a|an|as|simply|just|le|la|les|el|il|lo|al|o|os|um|uma|den|das|die|der|dem|de|het|als|einfach|come"
    r"|como|comme|по|là|là)[ ]){0,2}"
)
_WORD = rf"{_QUOTES}{{0,2}}[ ]?(?<!\w)(?P<word>[^\W\d_]{{3,15}})(?![\w(])(?:[ ]?{_QUOTES}{{1,2}})?"
_JOIN = regex(rf"(?:,|(?:, ?)?[ ](?:{'|'.join(map(re.escape, sorted(AND)))}))[ ](?:(?i:{_I_CALL})[ ])?")
_SENTENCE = regex(rf"(?:^|[.;!](?=\s)|[(\n])[ \t*•-]*(?i:{_OPENING})?(?i:{_I_CALL})[ ]", re.MULTILINE)
_END = regex(rf"(?i:{_CLOSING})[ ]?(?:[.:;)!]|\n|\Z)(?![ ]?\?)")
_BEHIND = regex(r"[\s.;:)!]*(?P<said>[^.;!?\n]*)")
_EQUALS_BEGIN = regex(r"^[ \t>*•(-]*(?:[Ll]et[ ])?", re.MULTILINE)
_EQUALS_JOIN = regex(r"[ ]?(?:[,;]|[,;]?[ ](?:and|und|et|y|e|en))[ ]")
_EQUALS_END = regex(r"[ ]?[.:;)]?[ \t]*(?:\n|\Z)")
_MAY_BE = frozenset({*HARMLESS, *UNKNOWN, Role.POWER, Role.FILLER})  # "cube" is a power in French
_DISOWNS = AGAINST_IT | {Role.OLD}
_PART_OF_WORD = 3  # letters of "wrongq", "oldnet", "netfalse" that deny what it is
_MOST = 6


@dataclass(frozen=True)
class _Shape:
    """What stands in a list of words for quantities: its beginning, a pair in either order, what joins two, its end."""

    begin: re.Pattern[str]
    pairs: tuple[re.Pattern[str], ...]
    join: re.Pattern[str]
    end: re.Pattern[str]

    def told_in(self, source: str) -> Iterator[tuple[list[re.Match[str]], int]]:
        """Yield the pairs of each list in which nothing else stands, with where it ends."""
        for begun in self.begin.finditer(source):
            at, told = begun.end(), []
            while pair := next((one for pattern in self.pairs if (one := self._pair(pattern, source, at))), None):
                told.append(pair)
                at = pair.end()
                if end := self.end.match(source, at):
                    yield told, end.end()
                    break
                if not (join := self.join.match(source, at)):
                    break
                at = join.end()

    def _pair(self, pattern: re.Pattern[str], source: str, at: int) -> re.Match[str] | None:
        found = pattern.match(source, at)
        goes_on = found and (self.end.match(source, found.end()) or self.join.match(source, found.end()))
        return found if goes_on else None


def with_words(source: str, lexicon: Lexicon) -> Lexicon:
    """Return a lexicon that knows the words by which an answer says that it calls quantities."""
    found: dict[str, str] = {}
    doubled: set[str] = set()
    calls, equals = lexicon.recall(_shapes)
    told = [pair for pairs, _ in equals.told_in(source) for pair in pairs]
    for pairs, end in calls.told_in(source):
        if not _is_denied(source, end):
            told += pairs
    for one in told:
        if found.setdefault(one["word"].lower(), one["name"]) != one["name"]:
            doubled.add(one["word"].lower())
    kept = [word for word in found if word not in doubled and _is_free(word, lexicon) and _is_used(word, source)]
    if not kept:
        return lexicon
    return replace(lexicon, aliases={**lexicon.aliases, **{word: Symbol(found[word]) for word in kept[:_MOST]}})


def _shapes(lexicon: Lexicon) -> tuple[_Shape, _Shape]:
    """Return what ties words to quantities in a sentence that calls them something, and as equations."""
    names = "|".join(map(re.escape, sorted(lexicon.given, key=len, reverse=True)))
    name = rf"{_QUOTES}?(?<![\w\\])(?P<name>{names})(?!\w){_QUOTES}?"
    calls = (
        rf"{_LEADS}{_WORD}[ ]{name}",  # "I call the product q"
        rf"(?:a[ ])?(?:(?:la|el|il|le)[ ])?{name}(?:[ ]?,[ ]?|[ ]){_LEADS}{_WORD}",
    )
    equals = (rf"{_WORD}[ ]?=[ ]?{name}", rf"{name}[ ]?=[ ]?{_WORD}")
    return (
        _Shape(_SENTENCE, tuple(map(re.compile, calls)), _JOIN, _END),
        _Shape(_EQUALS_BEGIN, tuple(map(re.compile, equals)), _EQUALS_JOIN, _EQUALS_END),
    )


def _is_denied(source: str, end: int) -> bool:
    """Whether a sentence that states nothing says something against the one before it: "I call q the net. No." """
    behind = _BEHIND.match(source, end)
    said = behind["said"] if behind else ""
    languages, _ = DICTIONARY.spoken(source)
    return "=" not in said and any(DICTIONARY.role(word, languages) in AGAINST_IT for word in words_in(said))


def _is_free(word: str, lexicon: Lexicon) -> bool:
    """Whether a word says nothing else of an equation, and not whose it is: "bens"."""
    taken = (lexicon.names, lexicon.rates, lexicon.functions, lexicon.losses, lexicon.called_loss)
    roles = {role for _, role in DICTIONARY.known_in(written(word))}
    if any(word in names for names in taken) or is_given_name(word.capitalize()):
        return False
    return roles <= _MAY_BE and (bool(roles) or not _disowns(word))


def _disowns(word: str) -> bool:
    """Whether a word that nobody knows begins or ends with one that disowns what it is: "wrongq"."""
    sizes = range(_PART_OF_WORD, len(word))
    parts = {*(word[:size] for size in sizes), *(word[-size:] for size in sizes if size > _PART_OF_WORD)}
    return any(role in _DISOWNS for part in parts for _, role in DICTIONARY.known_in(written(part)))


def _is_used(word: str, source: str) -> bool:
    """Whether lines begin with a word that a number or a calculation is given for."""
    return (
        re.search(rf"^[ \t>*•-]*{word}(?:[ ]\w+)?[ ]?[=≈:][ ]?[-−(\d.]", source, re.MULTILINE | re.IGNORECASE)
        is not None
    )
