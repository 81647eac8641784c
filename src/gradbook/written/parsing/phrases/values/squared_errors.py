"""The squared error in words, "the squared error is (7 - 4)^2 = 9": it is the output, where its number fits."""

from dataclasses import replace

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.notation import ERROR_WORDS
from gradbook.written.parsing.grammar.signs import ahead
from gradbook.written.parsing.phrases.values.outcomes import is_new, output

NOUNS = ERROR_WORDS | {
    "errors", "二乗誤差", "平方误差", "均方误差", "제곱오차", "sai số",
    "squared error", "mean squared error", "square error", "quadratischer fehler", "mittlerer quadratischer fehler",
    "erreur quadratique", "erreur quadratique moyenne", "error cuadrático", "error cuadrático medio",
    "erro quadrático", "erro quadrático médio", "errore quadratico", "errore quadratico medio", "kwadratische fout",
    "gemiddelde kwadratische fout", "błąd kwadratowy", "błąd średniokwadratowy", "квадратичная ошибка",
    "среднеквадратичная ошибка", "karesel hata", "ortalama karesel hata", "galat kuadrat", "lỗi bình phương",
    "sai số bình phương",
}  # fmt: skip
_WHOLE = frozenset({"mse"})
_MEANS = frozenset({"mean", "average", "averaged", "mittlere", "mittlerer", "gemittelte"})
_SQUARED = (
    "square", "quadrat", "cuadra", "kwadrat", "квадрат", "среднеквадрат", "平方", "均方",
    "二乗", "제곱", "karesel", "karesi", "kuadrat", "bình phương", "binh phuong",
)  # fmt: skip
_BEGINS = frozenset({"num", "open", "frac", "fn", "group"})


def squared(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read a squared error with its sign, and what it is."""
    if tokens[at].kind != "word":
        return None
    place, says, follows = ahead(tokens, at + 1, _is_named_so, _is_passed)
    text = bare(tokens[at].text)
    told = text in _WHOLE or any(word in text for word in _SQUARED) or (bool(before) and _is_square(before[-1]))
    told = told or any(map(_is_square, tokens[at + 1 : place]))
    if not told or not says or follows >= len(tokens) or tokens[follows].kind not in _BEGINS:
        return None
    error = output("error", tokens[at], tokens[place - 1].end, lexicon, new=is_new(before, sure=False))
    if before and bare(before[-1].text) in _MEANS:  # the mean squared error is one, and no mean of it
        error = replace(error, start=before.pop().start)
    return [error], place


def _is_square(token: Token) -> bool:
    return token.kind == "word" and bare(token.text).removeprefix("do ").startswith(_SQUARED)


def _is_named_so(token: Token) -> bool:
    return _is_square(token) or token.edge


def _is_passed(token: Token) -> bool:
    return token.edge or token.role is Role.FILLER
