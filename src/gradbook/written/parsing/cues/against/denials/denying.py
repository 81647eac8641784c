"""Denying: what the words of one clause say against what it is about, whatever that is: "is wrong", "can't be right".

A denial denies, but with a "not" before it; a "not" denies with what holds, or of the number that is said with it; a
doubt doubts what holds, or what it stands alone with. What is said under a condition denies nothing.
"""

from collections.abc import Sequence
from itertools import pairwise

from gradbook.written.expression import Node
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.lexing.words.lists.prepositions import WITHOUT
from gradbook.written.parsing.cues.around.announcements import ONE, is_denial
from gradbook.written.parsing.phrases.speech.remarks import THIS
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS

SAYING = frozenset({Role.RETRACTION, Role.HEDGE, Role.FILLER, Role.LINK, Role.SAME, Role.CONDITION, Role.ARTICLE})
_BESIDE = frozenset({Role.HEDGE, Role.ARTICLE, Role.FILLER, Role.LINK, Role.OF, Role.FOR, Role.VALUES, Role.RESULT})
SUPPOSING = frozenset({Role.CONDITION, Role.SUPPOSITION, Role.EXAMPLE, Role.OTHERWISE})
_EASY = frozenset({"easy", "easily", "leicht", "facile", "facil", "facilement", "facilmente"})
_GIVEN = bare_words("given stated dado dada donné donnée angegebene angegebener indicato indicata gegeven podana")
CANNOT = frozenset({"can't be", "cannot be", "different from", "verschieden von", "different de", "distinto de"})
_ONE = ONE | {
    "my", "mein", "mon", "mi", "one", "some", "einen", "een", "kein", "keine", "no", "aucune", "ningun", "d", "d'",
}  # fmt: skip
HOLDS = frozenset({  # what is right
    "right", "correct", "true", "okay", "ok", "good", "believe", "trust", "sure", "certain", "stimmt", "stimmen",
    "stimmig", "richtig", "richtige", "korrekt", "wahr", "sicher", "gut", "passt", "juste", "justes", "correcte",
    "correctes", "corrects", "vrai", "vraie", "bon", "bonne", "exact", "exacte", "sur", "croire", "correcto",
    "correcta", "correctos", "correctas", "cierto", "cierta", "bien", "seguro", "segura", "certo", "certa",
    "correto", "correta", "giusto", "giusta", "corretto", "corretta", "vero", "sicuro", "juist", "goed", "klopt",
    "match", "matches", "fit", "fits", "check", "checks", "hold", "holds", "work", "works", "agree", "agrees",
    "passen", "aufgehen", "geht", "colle", "convient", "cuadra", "coincide", "kloppen", "zeker", "poprawne",
    "dobrze", "верно", "правильно", "правильное",
})  # fmt: skip
LEADING = frozenset({  # to a number that is said instead
    "really", "in fact", "in truth", "in reality", "indeed", "later", "closer", "nearer", "read", "eigentlich",
    "wirklich", "tatsachlich", "in wirklichkeit", "wirklichkeit", "fait", "en fait", "realite", "en realite",
    "vraiment", "realidad", "en realidad", "de hecho", "hecho", "realmente", "fatto", "realta", "verdade", "heissen",
    "lauten", "usste", "been", "du", "changed", "set", "neither", "zu", "larger", "bigger", "smaller", "different from",
})  # fmt: skip
TRULY = frozenset({  # what leads to a number that is said instead
    "closer", "nearer", "read", "lauten", "heissen", "really", "in fact", "in truth", "in reality", "indeed",
    "later", "eigentlich", "wirklich", "tatsachlich", "in wirklichkeit", "wirklichkeit", "en", "fait", "en fait",
    "realite", "en realite", "vraiment", "realidad", "en realidad", "de hecho", "hecho", "realmente", "in", "na",
    "fatto", "realta", "verdade", "be", "been", "have", "has", "du", "etre", "ser", "sein", "werden", "mussen",
    "usste",
})  # fmt: skip
_IN = frozenset({
    "computing", "calculating", "contains", "has", "enthalt", "hat", "contient", "contiene", "tiene",
    "in", "with", "for", "about", "at", "bei", "mit", "fur", "im", "dans", "pour", "sur", "avec", "en", "con", "para",
    "em", "nel", "nella", "per", "met", "voor", "w", "przy", "в",
})  # fmt: skip
ANSWERS = frozenset({
    "answer", "result", "value", "number", "solution", "antwort", "ergebnis", "wert", "zahl", "losung", "reponse",
    "resultat", "valeur", "nombre", "respuesta", "resultado", "valor", "numero", "solucion", "resposta", "risposta",
    "risultato", "valore", "antwoord", "resultaat", "waarde",
})  # fmt: skip
_BE = frozenset({"was", "is", "be", "been", "am", "bin", "habe", "hab", "war", "ist", "ai", "etait", "fue", "era"})
_DROPPED = frozenset({
    "ignore", "discard", "disregard", "forget", "drop", "delete", "scrap", "ignoriere", "ignoriert", "ignorieren",
    "vergiss", "vergesst", "ignorez", "ignorer", "oubliez", "oublier", "ignora", "ignoren", "olvida", "olviden",
})  # fmt: skip
ANEW = frozenset({
    "recomputed", "recalculated", "redone", "corrected", "fixed", "checked", "korrigiert", "neu berechnet", "recalcule",
    "corrige", "corrigee", "recalculado", "corregido",
})  # fmt: skip
_MUST = frozenset({"must", "needs", "need", "has", "muss", "doit", "debe", "should"})
_ELSE = frozenset({"something else", "else", "etwas anderes", "autre chose", "otra cosa"})
_MORE = frozenset({
    "larger", "bigger", "greater", "smaller", "less", "lower", "higher", "more", "grosser", "kleiner", "mehr",
    "weniger", "plus", "moins", "mayor", "menor", "mas", "menos", "superieur", "inferieur",
})  # fmt: skip
_SIZES = frozenset({"gross", "klein", "hoch", "niedrig", "tief"})
_FROM = frozenset({"from", "by", "of", "aus", "vom", "von", "du", "de", "del", "da", "dal", "van", "z", "из"})
MADE_UP = frozenset({
    "copied", "guessed", "invented", "kopiert", "abgeschrieben", "geraten", "erfunden", "copie", "copiee", "devine",
    "devinee", "invente", "copiado", "copie q", "adivine", "adivinado", "inventado", "trop", "demasiado",
})  # fmt: skip
FEW = 4  # words that say nothing else


def denial(words: Sequence[Token], number: Node | None) -> str:
    """Return the word that denies what a clause is about; a "not" before such a word says that nothing is wrong."""
    texts = {bare(word.text) for word in words}
    roles = {word.role for at, word in enumerate(words) if not at or bare(word.text) not in _GIVEN}
    if not roles.isdisjoint(SUPPOSING | {Role.BEHIND}) or not texts.isdisjoint(WITHOUT | _EASY):
        return ""
    wrong = next((word.text for word in words if is_wrong(word, words)), "") or _error(words)
    if len(words) == 1 and words[0].role is Role.ERROR and number is None:  # "Errors: q"
        return words[0].text
    negated = is_negated(words)
    if (
        not wrong
        and (number or holds(words))
        and (asked := next((word.text for word in words if word.text in MARKS), ""))
    ):
        return asked  # "is q right?"
    if wrong:
        return "" if negated else wrong
    if negated:
        that = bare(words[-1].text) in THIS or "what" in texts or len(words) == 1  # "q isn't that", "not q"
        return words[0].text if number is not None or that or holds(words) else ""
    if number is not None and (more := next((word.text for word in words if bare(word.text) in _MORE), "")):
        return more
    hedge = next((word.text for word in words if word.role is Role.HEDGE), "")
    bare_doubt = all(word.role in _BESIDE or bare(word.text) in _BE for word in words)
    return hedge if number is None and (bare_doubt or holds(words)) else ""


def is_wrong(word: Token, words: Sequence[Token]) -> bool:
    """Whether a word says that what a clause is about does not count: "wrong", "from the book", "ignore q"."""
    text = bare(word.text)
    before = [one for one in words[: words.index(word)] if one.role is not Role.ARTICLE][-1:]
    others = word.role is Role.OTHERS and bool(before) and bare(before[0].text) in _FROM
    again = text in ANEW and any(other.text in _MUST for other in words)
    other = word.role is Role.OTHER and not ANSWERS.isdisjoint(bare(one.text) for one in words)
    too = text in _SIZES and any(other.text == "zu" for other in words)
    dropped = word.role is Role.RETRACTION and text in _DROPPED and len(words) <= FEW
    return is_denial(word) or others or text in MADE_UP or dropped or again or too or other or text in _ELSE


def _error(words: Sequence[Token]) -> str:
    """Return the word for an error that is found in a quantity: "an error in q"; "the error of q" is a number."""
    too = next((word.text for word in words if word.role is Role.ERROR and " " in word.text), "")  # "too large"
    if too or _IN.isdisjoint(bare(word.text) for word in words):
        return too
    return next((two.text for one, two in pairwise(words) if two.role is Role.ERROR and bare(one.text) in _ONE), "")


def is_negated(words: Sequence[Token]) -> bool:
    """Whether a "not" stands among words; a question mark is none."""
    return any(
        (word.role is Role.DENIAL and not is_denial(word) and word.text not in MARKS) or bare(word.text) in CANNOT
        for word in words
    )


def is_sure(words: Sequence[Token]) -> bool:
    """Whether words deny all numbers, and not only the one that they say."""
    return not is_negated(words) and (bool(_error(words)) or any(is_wrong(word, words) for word in words))


def holds(words: Sequence[Token]) -> bool:
    return not HOLDS.isdisjoint(part for word in words for part in bare(word.text).split())


def says(words: Sequence[Token]) -> bool:
    """Whether words between a quantity and a number, and behind that, say that it is the quantity's."""
    return all(word.role in SAYING or bare(word.text) in TRULY for word in words)
