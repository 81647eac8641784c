"""Expectations: "should be identical to autograd", behind what is printed, says what a check is to show.

"print result should be:" only leads to what is printed.
"""

from collections.abc import Iterable

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import bare, bare_words

_SHOULD = bare_words(
    "should must sollte sollten muss müsste müssen devrait devraient doit debería deberían debe deve deveria devem "
    "dovrebbe dovrebbero moet zou powinno powinny 应该 应 应当 должно должен должны"
)
_SAME = bare_words(
    "identical equal same match matches agree agrees coincide identisch gleich übereinstimmen stimmen identique "
    "identiques pareil égal égaux coïncider correspondre idéntico idénticos igual iguales coincidir mismo idêntico "
    "idênticos iguais mesmo mesma bater uguale uguali identico identici coincidere stesso stessa identiek gelijk "
    "hetzelfde identyczne zgadzać 一致 相同 一样 相等 совпадать совпадают равны одинаковыми"
)
_BESIDE = bare_words(
    "be the as to with above below both they it this these that all result results value values number numbers up one "
    "other each autograd pytorch torch numpy tensorflow jax micrograd sein das dem der die mit überein beide être la "
    "le les que de du à au avec ser el los las lo con a al ao com o os as essere il i e zijn met aan być 和 与 结果 "
    "这个 完全 быть с"
)
_RUN = regex("(?:这?两[个者])?(?:的?(?:结果|值|梯度|数值))?应[该当]?(?:完全)?(?:一致|相同|一样|相等)")  # unspaced
_PRINTED = bare_words("print prints printed output outputs console ausgabe sortie salida saída uscita 输出 出力 출력")
_OF_PRINT = bare_words(
    "be the result results this is here now you see show shows look looks like value values code program of"
)


def expects(words: Iterable[str]) -> bool:
    """Whether a sentence of such words only says that two things should be the same, or what is printed."""
    said = [word for word in words if word != ":"]
    if len(said) == 1:
        return _RUN.fullmatch(said[0]) is not None
    found = set(map(bare, said))
    if not (found.isdisjoint(_PRINTED) or found.isdisjoint(_SHOULD) or found - _PRINTED - _SHOULD - _OF_PRINT):
        return True
    named = found - _SHOULD - _SAME - _BESIDE
    return not (named or found.isdisjoint(_SHOULD) or found.isdisjoint(_SAME))
