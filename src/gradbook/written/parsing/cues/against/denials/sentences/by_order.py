"""By order: clauses that deny one of several by its place among them: "the second is right, the first isn't".

Which one that is, only a person can tell: all that stand before are in doubt.
"""

from collections.abc import Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role, bare, bare_words
from gradbook.written.parsing.cues.against.denials.denying import ANSWERS, FEW, HOLDS
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS

_ORDINALS = frozenset({
    "first", "second", "third", "fourth", "last", "former", "latter", "1st", "2nd", "3rd", "upper", "lower", "top",
    "bottom", "other", "others", "andere", "anderes", "autre", "otra", "otro", "outra", "outro", "altra", "altro",
    "erste", "ersten", "erstes", "erster", "zweite", "zweiten", "zweites", "zweiter", "dritte", "drittes", "letzte",
    "letztes", "letztere", "letzteres", "erstere", "ersteres", "obere", "untere", "premier", "premiere", "seconde",
    "deuxieme", "troisieme", "dernier", "derniere", "primero", "primera", "primer", "segundo", "segunda", "tercero",
    "tercera", "ultimo", "ultima", "primeiro", "primeira", "terceiro", "terceira", "primo", "prima", "secondo",
    "seconda", "terzo", "terza", "eerste", "tweede", "derde", "laatste", "pierwsze", "pierwszy", "pierwsza", "drugie",
    "drugi", "druga", "первое", "первый", "первая", "второе", "второй", "вторая",
})  # fmt: skip
_LAST = bare_words("last letzte letztes letzten dernier dernière ultimo última ultima laatste ostatnia последняя")
_LINE = frozenset({"line", "zeile", "ligne", "linea", "linha", "riga", "regel", "row", "линия", "строка"})
_ONE = ANSWERS | frozenset({
    "one", "ones", "equation", "line", "gleichung", "zeile", "ligne", "ecuacion", "linea", "equacao", "linha",
    "equazione", "riga", "vergelijking", "regel", "row", "but", "aber", "mais", "pero", "mas", "ma", "maar", "while",
    "whereas", "though", "however", "en revanche", "hingegen", "jedoch", "dagegen", "de", "it", "that", "das", "esta",
    "sta", "of", "them", "these", "it's", "c'est", "tenemos", "unfortunately", "leider", "mine", "meine", "miens",
    "miennes", "mios", "mias", "minhas", "meus", "mie", "miei",
})  # fmt: skip
_ONLY = frozenset({
    "only", "just", "nur", "bloss", "seul", "seule", "seulement", "solo", "solamente", "so", "apenas", "alleen",
    "tylko", "только", "sola", "soltanto",
})  # fmt: skip
_SAYS_NO_MORE = (Role.ARTICLE, Role.FILLER, Role.LINK, Role.DENIAL, Role.NUMBER, Role.HEDGE)


def denied_by_order(clause: Sequence[Token]) -> str:
    """Return the word by which a clause denies one of several equations by its place among them, or nothing."""
    said = [token for token in clause if not token.edge and not (token.kind == "rel" and token.text == "is")]
    texts = [bare(token.text) for token in said]
    if not said or len(said) > 3 * FEW or _ORDINALS.isdisjoint(texts) or any(t.kind != "word" for t in said):
        return ""
    known = _ORDINALS | HOLDS | _ONE | _ONLY | AND
    if not all(text in known or t.role in _SAYS_NO_MORE for text, t in zip(texts, said, strict=True)):
        return ""
    if _holds_only(texts):
        return said[0].text
    return next((token.text for token in said if token.role is Role.DENIAL and token.text not in MARKS), "")


def is_of_last_line(clause: Sequence[Token]) -> bool:
    """Whether a clause that denies by order can only mean the last line: "the last line is wrong"."""
    texts = {bare(token.text) for token in clause if token.kind == "word"}
    return not texts.isdisjoint(_LINE) and texts & _ORDINALS <= _LAST


def _holds_only(texts: Sequence[str]) -> bool:
    return not _ONLY.isdisjoint(texts) and not HOLDS.isdisjoint(texts)
