"""By order: what is pointed to by its place among several: "the last two", "the second is right, the first isn't".

Of which line that is, the first and the last ones tell; else only a person can, and all that stand before are in doubt.
"""

from collections.abc import Sequence

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role, bare, bare_words
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.lists.referring import ABOVE, BETWEEN, FIRST, LABELLED, LAST, OTHERS, PLACES
from gradbook.written.lexing.words.lists.withdrawing import WHOLE_PARTS
from gradbook.written.parsing.cues.against.denials.denying import ANSWERS, FEW, HOLDS
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS

_LAST_SIGNS = regex(
    r"(?:最后|最後の?|后面?|後の?|下の|마지막)\s?(?P<count>[一二两三四五六七八九두세네\d]{1,2})?\s?[行条項项个つ줄]"
)
_FEW = {"两": 2, "두": 2, "세": 3, "네": 4}
MANY = 20  # lines to which nobody counts
_PARTS = LABELLED | PLACES | WHOLE_PARTS
_ORDINALS = (FIRST | LAST | BETWEEN | OTHERS) - {"final", "previous"}  # "not final!"
_ONE = ANSWERS | LABELLED | frozenset({
    "one", "ones", "but", "aber", "mais", "pero", "mas", "ma", "maar", "while",
    "whereas", "though", "however", "en revanche", "hingegen", "jedoch", "dagegen", "de", "it", "that", "das", "esta",
    "sta", "of", "them", "these", "it's", "c'est", "tenemos", "unfortunately", "leider", "mine", "meine", "miens",
    "miennes", "mios", "mias", "minhas", "meus", "mie", "miei",
})  # fmt: skip
_ONE_LINE = bare_words(
    "line row zeile ligne linea renglon fila linha riga regel wiersz linijke linijka radek строка строку"
)
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


def lines_denied(clause: Sequence[Token], text: str) -> tuple[int, ...]:
    """Return which lines a clause denies by order, as `lines_by_order`; (0,) where only a person can tell."""
    texts = [bare(token.text) for token in clause if token.kind == "word"]
    ordinals = _ORDINALS.intersection(texts)
    clear = ordinals <= LAST and not _holds_only(texts)  # of the first, nobody knows what is counted
    return (lines_by_order(clause, text) if clear else ()) or (0,)


def _holds_only(texts: Sequence[str]) -> bool:
    return not _ONLY.isdisjoint(texts) and not HOLDS.isdisjoint(texts)


def lines_by_order(tokens: Sequence[Token], text: str) -> tuple[int, ...]:
    """Return how many of the last lines, or (below 0) of the first, a sentence points to: 2 for "the last two"."""
    signs = (one["count"] or "" for one in _LAST_SIGNS.finditer(text))
    found = [int(count if count.isdecimal() else _FEW.get(count) or DICTIONARY.value(count) or 1) for count in signs]
    counts = [count_of(tokens, at) for at in range(len(tokens))]
    for at, word in words_among(tokens):
        near = {bare(token.text) for token in tokens[at + 1 : at + 3]}
        beside = next((count for count in (*counts[at + 1 : at + 2], *counts[max(0, at - 1) : at]) if count), 0)
        if (word in LAST or word in FIRST) and (beside or not near.isdisjoint(_PARTS)):
            found.append((beside or 1) * (1 if word in LAST else -1))
        elif word in ABOVE and any(counts[:at]):
            found.append([count for count in counts[:at] if count][-1])
    return tuple(found)


def points_to_line_above(tokens: Sequence[Token]) -> bool:
    """Whether words speak of one line, the one before them: "ignore the line above", "die obige Zeile"."""
    texts = ["", *(bare(token.text) for token in tokens), ""]
    return any(
        text in ABOVE and not _ONE_LINE.isdisjoint((texts[at - 1], texts[at + 1])) for at, text in enumerate(texts)
    )


def words_among(tokens: Sequence[Token]) -> list[tuple[int, str]]:
    """Return the words among tokens with their places, without case and accents."""
    return [(at, bare(token.text)) for at, token in enumerate(tokens) if token.kind == "word"]


def count_of(tokens: Sequence[Token], at: int) -> int:
    """Return the whole number that a token says; 0 for none."""
    if at >= len(tokens) or tokens[at].kind not in ("word", "num"):
        return 0
    value = DICTIONARY.value(tokens[at].text) if tokens[at].kind == "word" else getattr(tokens[at].node, "value", None)
    return int(value) if value and value == int(value) and 0 < value < MANY else 0
