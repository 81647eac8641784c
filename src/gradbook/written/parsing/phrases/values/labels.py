"""Labels: a name with a colon and a number behind it begins what it labels, and is no factor: "q = 10  r: 8".

What forms count before it, "Blank 3 (q): 10", says nothing.
"""

from collections.abc import Iterator

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import bare
from gradbook.written.parsing.grammar.edges import ends_sentence

_COUNTED = frozenset({
    "blank", "field", "box", "question", "answer", "item", "part", "task", "problem", "frage", "antwort", "aufgabe",
    "lucke", "feld", "reponse", "champ", "exercice", "pregunta", "respuesta", "hueco", "pergunta", "resposta", "lacuna",
    "domanda", "risposta", "вопрос", "ответ", "задание", "空", "题", "問", "문제", "빈칸",
})  # fmt: skip
SYMBOLS = frozenset({"delta", "δ", "\\delta"})
_FAR = 9  # tokens of a label with its colon and number
_LONGEST = 14  # tokens of a quantity in brackets
_NAMES = frozenset({"name", "der", "new"})


def without_counts(tokens: list[Token]) -> list[Token]:
    """Return the tokens without a word and its number before a quantity in brackets that begin a line."""
    found = list(tokens)
    for at in range(len(tokens) - 3, 0, -1):
        counts = tokens[at].kind == "num" and tokens[at + 1].text == "(" and bare(tokens[at - 1].text) in _COUNTED
        if not counts or (at > 1 and not ends_sentence(tokens[at - 2])):
            continue
        close = next((n for n in range(at + 2, min(at + _LONGEST, len(tokens))) if tokens[n].kind == "close"), 0)
        if close and close + 1 < len(tokens) and tokens[close + 1].text == "colon":
            found[at - 1 : at + 1] = []
    return found


def without_symbols(tokens: list[Token]) -> list[Token]:
    """Return the tokens without a delta in brackets behind the derivative that it stands for: "dL/dz (δ): -0.06"."""
    found = list(tokens)
    for at in range(len(tokens) - 4, 1, -1):
        inside = [token.text for token in tokens[at : at + 3]]
        behind = tokens[at + 3]
        stated = behind.kind == "rel" or behind.text == "colon"
        sloped = any(token.kind in ("diff", "der") for token in tokens[max(0, at - 2) : at])
        if inside[0] == "(" and inside[1] in SYMBOLS and inside[2] == ")" and stated and sloped:
            found[at : at + 3] = []
    return found


def set_off(tokens: list[Token]) -> list[Token]:
    """Return the tokens with labels parted from the number before them."""
    return list(_parted(tokens))


def _parted(tokens: list[Token]) -> Iterator[Token]:
    for at, token in enumerate(tokens):
        if at and (token.kind in _NAMES or token.kind == "diff") and _is_label(tokens, at):
            yield Token("sep", "wide", token.start, token.start)
        yield token


def _is_label(tokens: list[Token], at: int) -> bool:
    """Whether a quantity stands between a number, with a blank, and a colon that another number follows.

    The numbers may stand in brackets, as those of tensors do: "dy/da: tensor(12.) dy/db: tensor(2.)".
    """
    before, token, *rest = tokens[at - 1 : at + _FAR]
    wrapped = at > 1 and before.kind == "close" and tokens[at - 2].kind == "num"
    if not (before.kind == "num" or wrapped) or before.end >= token.start or token.math:
        return False
    if token.kind == "diff":
        if [one.kind for one in rest[:4]] != ["name", "op", "diff", "name"]:
            return False
        token, rest = rest[3], rest[4:]
    if not rest:
        return False
    colon, *value = rest
    numbers = [one.kind for one in value[:4] if one.text not in ("soft", "-", "(")]
    return colon.text == "colon" and colon.start == token.end and numbers[:1] == ["num"]
