"""Kinds: words that say of what kind the numbers of a line are, and words that add nothing to one."""

from collections.abc import Iterable

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.notation import VALUE_NOUNS

_SLOPES = frozenset({Role.SLOPE, Role.SLOPES, Role.PARTIAL, Role.BACKWARD, Role.UPSTREAM})
_VALUES = frozenset({Role.VALUES, Role.RESULT})
_AFTER = frozenset({Role.STEP, Role.NEW, Role.AFTER})
_ADDS_NOTHING = frozenset({
    Role.ARTICLE, Role.FOR, Role.BY, Role.OF, Role.PART_OF_GRAPH, Role.RATE,
})  # fmt: skip
_SLOPED = bare_words("der deriv")
_VALUED = bare_words("val data fwd")
_NUMBERS = bare_words(
    "alles tout todo tudo tutto wszystko всё все hepsi 以上 全部 전부 "
    "number numbers figure figures answers results zahl zahlen zahlenwerte ergebnisse werte nombres chiffres résultats "
    "números numeros valores resultados numeri valori risultati getallen waarden uitkomsten liczby wyniki wartości "
    "числа значения ответы sayılar sonuçlar angka hasil 数字 数值 结果 答案 숫자 결과 数値 結果"
)
_LABELS = bare_words("item output out tensor array node")
SLOPES, VALUES, AFTER, MIXED = "slopes", "values", "after", "mixed"


def adds_nothing(token: Token) -> bool:
    """Whether a word beside a number says at most of what kind the number is."""
    return token.kind == "word" and (bool(_kind(token)) or token.role in _ADDS_NOTHING or bare(token.text) in _LABELS)


def kind_of(words: Iterable[Token]) -> str:
    """Return of what words speak: "slopes", "values", "after" the step, `MIXED`, or "" where they do not say."""
    found = {kind for word in words if (kind := _kind(word))}
    return MIXED if len(found) > 1 else next(iter(found), "")


def _kind(word: Token) -> str:
    text = bare(word.text)
    if word.role in _SLOPES or text in _SLOPED:
        return SLOPES
    if word.role in _AFTER:
        return AFTER
    return VALUES if word.role in _VALUES or text in VALUE_NOUNS or text in _VALUED else ""


def tells_of_numbers(word: Token) -> bool:
    """Whether a word is one for numbers, whatever they are of."""
    return bare(word.text) in _NUMBERS
