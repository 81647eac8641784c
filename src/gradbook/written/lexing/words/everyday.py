"""Everyday words: what a spelling dictionary knows of a language beside the words that have a role here.

Such a word says nothing for or against an equation in whose sentence it stands; right behind one it may.
"""

from functools import cache

from spellchecker import SpellChecker

_DICTIONARIES = frozenset({"en", "de", "fr", "es", "pt", "it", "nl", "ru"})  # that the library brings along
SPEAKS_OF_IT = frozenset({  # "a receives 3", "an activation a of 0.62", where "a" is no article
    "of", "receives", "receive", "inherits", "inherit", "collects", "collect", "each", "keeps", "takes", "enters",
    "contributes", "climbs", "recebe", "fica", "herda", "recibe", "hereda", "riceve", "eredita",
})  # fmt: skip

SPEAKS_OF_A = SPEAKS_OF_IT | frozenset({  # and no noun of that article or preposition
    "ends", "end", "has", "had", "have", "that", "which", "does", "doesn't", "only", "itself", "directly", "also",
    "goes",
    "stays", "appears", "appear", "isn't", "will", "would", "on", "with", "in", "feels", "sees", "moves", "grows",
    "shrinks", "comes", "came", "was", "wants", "adds", "passes", "feeds", "reaches", "affects", "counts", "depends",
    "through", "via", "to", "from", "at", "we", "it", "it's", "there", "the", "this", "then", "now", "alone", "again",
    "when", "because", "since", "while", "as", "for", "being", "gives", "becomes", "lands", "drops", "rises", "touches",
    "influences", "belongs", "just", "simply", "always", "never", "didn't", "won", "wins", "loses", "lost",
    "bekommt", "kriegt", "erhält", "hat", "ist", "wird", "geht", "kommt", "reçoit", "vaut", "devient", "passe",
    "queda", "tiene", "baja", "sube", "pasa", "tem", "vai", "passa", "vira", "prende", "ha", "va", "diventa", "scende",
    "sale", "aumenta", "diminuisce", "diminui", "cresce", "se", "sa",
})  # fmt: skip


@cache
def is_everyday(word: str, language: str) -> bool:
    """Whether a word, in small letters, is one of a language; false where the library has no such language."""
    return language in _DICTIONARIES and word in _dictionary(language)


@cache
def _dictionary(language: str) -> SpellChecker:
    return SpellChecker(language=language)
