"""Sentences: the full stop that is left out behind mathematics, where a capital letter begins the next sentence."""

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import Languages, Role
from gradbook.written.lexing.words.languages import DICTIONARY

_CAPITAL = regex(r"(?:\$|\\\))[ \t]+([A-ZÀ-ÖØ-Þ][^\W\d_]*)[ \t]+[^\W\d_]{2,}[ \t,.]")
_BEGIN = frozenset({Role.LINK, Role.ARTICLE, Role.PLAIN})


def begins_behind(source: str, end: int, languages: Languages) -> bool:
    """Whether a sentence begins behind the sign that closes mathematics: "$q = 10$ We go on".

    Args:
        source: the answer.
        end: the end of what the signs hold.
        languages: the answer's, the likeliest first.
    """
    match = _CAPITAL.match(source, end)
    return match is not None and DICTIONARY.role(match.group(1), languages) in _BEGIN
