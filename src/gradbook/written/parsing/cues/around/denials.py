"""Sentences of all that was said: "All of these are wrong.", and "this was wrong" in a line of its own at the end."""

from collections.abc import Iterable, Sequence

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.cues.around.announcements import denies
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.phrases.speech.remarks import THIS

ALL = frozenset({
    "hepsi", "hepsini", "tümü", "tamamı", "bunlar", "bunların", "semua", "semuanya", "seluruhnya", "keduanya", "tất",
    "cả", "các", "những", "này", "tat ca",
    "همه", "تمام", "همگی", "كل", "كلها", "جميع", "جميعها", "всі", "усі", "όλα", "όλες", "toate", "सब",
    "all", "these", "everything", "alle", "alles", "diese", "dies", "tout", "tous", "toutes", "todo", "todos", "todas",
    "tutto", "tutti", "tutte", "tudo", "wszystko", "wszystkie", "всё", "все", "全部", "모두", "以上",
})  # fmt: skip
ALONE = frozenset({  # as a remark that is nothing but this word
    "chép", "bịa", "bia", "kopyaladım", "kopyalandı", "uydurdum", "kopya", "menyontek", "ngarang", "karangan",
    "disalin", "salinan", "contekan",
    "can't be", "almost", "close", "impossible", "fast", "beinahe", "presque", "casi", "quase", "quasi", "bijna",
    "copied", "expected", "hardcoded", "invented", "given", "abgeschrieben", "kopiert", "erfunden", "copié", "inventé",
    "copiado", "inventado", "copiato", "inventato", "overgeschreven", "списано",
})  # fmt: skip
_THEY = frozenset({  # where no noun stands behind them: "these are wrong", but not "these values"
    "اینها", "آنها", "هر دو", "هردو", "هذه", "كلاهما", "ці", "вони", "αυτά", "αυτές", "acestea",
    "these", "those", "they", "both", "diese", "jene", "sie", "ils", "elles", "estos", "esas", "eles", "questi",
    "all", "alle", "tous", "toutes", "todos", "todas", "tutti", "tutte", "每", "все", "wszystkie",
})  # fmt: skip
_PLACES = frozenset({"above", "oben", "ci-dessus", "arriba", "acima", "sopra"})
WHOLE = (ALL - {"các", "những", "này"}) | _THEY | {  # what speaks of all that stands above, or of none of it
    "none", "nothing", "only", "them", "above", "nichts", "keine", "keines", "keins", "beides", "oben", "rien", "aucun",
    "aucune", "ci-dessus", "ninguno", "ninguna", "nada", "ambos", "ambas", "arriba", "nenhum", "nenhuma", "acima",
    "nessuno", "nessuna", "niente", "nulla", "entrambi", "sopra", "niets", "zadne", "zadna", "ничего", "上面", "都",
    "위의", "모든", "전부", "上記", "すべて",
}  # fmt: skip
_THINGS = frozenset(
    {"numbers", "values", "results", "answers", "gradients", "equations", "zahlen", "werte", "ergebnisse"}
)
_SEVERAL = (
    _THEY
    | _THINGS
    | bare_words(
        "them three lot lines ones signs rows drei zeilen vorzeichen trois lignes signes tres lineas signos três "
        "linhas sinais tre righe segni jene estas esos aquellos ces celles ceux queste quelli quelle essas esses essa"
    )
)
OF_ALL = WHOLE | _SEVERAL
TODO = regex(r"TODO\b|[Tt]odo::? ")
_SHORT = 3  # words of a sentence that has no noun
_EARLY = 3  # words of a sentence, one of which says that it is of all: "I copied all of it"
_LINES = frozenset({"line", "block", "heading"})
_FEW = 8  # words of one at the end
_MOST = 16  # tokens of such a sentence


def denials(tokens: Sequence[Token], sentences: Iterable[tuple[int, int]], last: int) -> list[tuple[int, str]]:
    """Return the places of short sentences that deny all before them, each with the word that does.

    Args:
        tokens: of the answer.
        sentences: where each begins and ends.
        last: where the last equation begins; behind it, a line can only be about what stands above.
    """
    found: list[tuple[int, str]] = []
    for start, end in sentences:
        if not end - start <= _MOST or not any(token.role is Role.DENIAL for token in tokens[start:end]):
            continue
        said = [token for token in tokens[start:end] if token.kind not in ("sep", "op")]  # "--- this was wrong ---"
        plain = all(token.kind == "word" or (token.kind == "rel" and token.text == "is") for token in said)
        whole = said[0].text in ALL and any(token.kind == "rel" for token in said)
        closing = start > last and _begins_line(tokens, start) and bare(said[0].text) in THIS and denies(said)
        if plain and (whole or closing):
            found.append((start, next(token.text for token in said if token.role is Role.DENIAL)))
    return found


def of_all(
    tokens: Sequence[Token], sentences: Iterable[tuple[int, int]], drafts: Iterable[Draft], source: str
) -> list[tuple[int, int]]:
    """Return where short sentences begin and end that speak of all before them: "none of this", "I copied all of it".

    Args:
        tokens: of the answer.
        sentences: where each begins and ends.
        drafts: equations; a sentence with one is of that.
        source: the answer.
    """
    stated = {draft.first for draft in drafts if draft.states}
    last = max(stated, default=len(tokens))
    return [
        (start, end)
        for start, end in sentences
        if 0 < end - start <= _MOST
        and stated.isdisjoint(range(start, end))
        and (_is_of_all(tokens[start:end], source) or (start > last and _closes(tokens, start, end)))
    ]


def _closes(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a line of its own at the end speaks of several: "those were for exercise 3", "don't count these"."""
    words = [bare(token.text) for token in tokens[start:end] if token.kind == "word"]
    return len(words) <= _FEW and not _SEVERAL.isdisjoint(words) and _begins_line(tokens, start)


def _is_of_all(sentence: Sequence[Token], source: str) -> bool:
    """Whether one of its first words is of all that was said, and of no noun behind it."""
    said = [token for token in sentence if not token.edge]
    if said and TODO.match(source, said[0].start):  # and not the Spanish "todo"
        said = [token for token in said[1:] if token.text != "colon"]
    for at, token in enumerate(said[:_EARLY]):
        if token.kind == "word" and token.text.split(" ")[0] in WHOLE:  # "nichts davon" is one word
            behind = said[at + 1] if at + 1 < len(said) else token
            if token.text in _PLACES and at and said[at - 1].role is not Role.ARTICLE:
                return False  # "fixed above"
            few = sum(each.kind != "sep" for each in said) <= _SHORT and token.text != "these"  # "Both copied."
            return token.text not in _THEY or few or behind.kind == "rel" or behind.role is Role.OF
        if token.text in _THINGS and at + 1 < len(said) and said[at + 1].kind == "rel":
            return True  # "The numbers are copied."
    return False


def _begins_line(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing but the ends of sentences stands before a place in its line."""
    while at and tokens[at - 1].kind == "sep" and tokens[at - 1].text == "stop":
        at -= 1
    return at > 0 and tokens[at - 1].kind == "sep" and tokens[at - 1].text in _LINES
