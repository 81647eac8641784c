"""Denials of all that was said: "All of these are wrong.", and "this was wrong" in a line of its own at the end."""

from collections.abc import Iterable, Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.cues.around.announcements import denies
from gradbook.written.parsing.phrases.speech.remarks import THIS

ALL = frozenset({
    "hepsi", "hepsini", "tümü", "tamamı", "bunlar", "bunların", "semua", "semuanya", "seluruhnya", "keduanya", "tất",
    "cả", "các", "những", "này", "tat ca",
    "all", "these", "everything", "alle", "alles", "diese", "dies", "tout", "tous", "toutes", "todo", "todos", "todas",
    "tutto", "tutti", "tutte", "tudo", "wszystko", "wszystkie", "всё", "все", "全部", "모두", "以上",
})  # fmt: skip
_LINES = frozenset({"line", "block", "heading"})
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


def _begins_line(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing but the ends of sentences stands before a place in its line."""
    while at and tokens[at - 1].kind == "sep" and tokens[at - 1].text == "stop":
        at -= 1
    return at > 0 and tokens[at - 1].kind == "sep" and tokens[at - 1].text in _LINES
