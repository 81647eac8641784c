"""Classes: "the wrong class", "falsche Klasse (Ziel 0)" is what a network predicts or is given, and denies nothing."""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words

_WITH_WORD_BEHIND = bare_words("classe classes clase clases classi catégorie categoría categoria categorie")  # errada
CLASSES = _WITH_WORD_BEHIND | bare_words(
    "class klasse klassen klas klass klasy klasa klasę třída třídy класс класса sınıf sınıfı lớp category kategorie "
    "kategori kategoria"
)
_OF_OTHERS = frozenset({Role.RESULT, Role.VALUES, Role.SLOPE, Role.SLOPES, Role.OTHERS})
_WORK = bare_words("answer answers solution solutions result results work")  # "the wrong class answer"


def classed(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a word that calls a class wrong beside it as a plain word."""
    return [
        replace(token, role=Role.PLAIN) if token.role is Role.DENIAL and _is_of_class(tokens, at) else token
        for at, token in enumerate(tokens)
    ]


def _is_of_class(tokens: Sequence[Token], at: int) -> bool:
    before, (behind, next_to) = tokens[at - 1 : at], ([*tokens[at + 1 : at + 3], None, None])[:2]
    if behind is not None and behind.kind == "word" and bare(behind.text) in CLASSES:
        return next_to is None or (next_to.role not in _OF_OTHERS and bare(next_to.text) not in _WORK)
    return bool(before) and before[0].kind == "word" and bare(before[0].text) in _WITH_WORD_BEHIND
