"""Doubted numbers: sentences that call a number wrong, or say that something is, and name the number.

The -0.48 for x1 must be wrong, but I can't find the mistake.        Something is off at b, its gradient is 0.14.

All that was stated before with such a number is in doubt.
"""

import re
from collections.abc import Iterator

from gradbook.core.text.patterns import regex
from gradbook.written.parsing.cues.against.denials.sentences.denied import Denied
from gradbook.written.parsing.cues.against.denials.sentences.written_numbers import (
    BEGINS,
    DECIMALS,
    ENDS,
    NUMBER,
    WHOLE,
    value_of,
)

_FLAGS = re.IGNORECASE | re.VERBOSE
_NOT = r"not|never|no|nicht|nie|niemals|pas|jamais|non|não|nunca|mai|niet|nooit|nigdy|не|n['’]"
_WORDS = rf"(?:(?!(?:{_NOT})\b)\w+\s+){{0,2}}?"  # "must surely be wrong", and no "is not wrong"
_ARTICLE = "".join(rf"|(?<=\b{word}\s)" for word in ("the", "my", "der", "die", "le", "el", "o", "il", "de"))[1:]
_VALUE = rf"""  # no "unit 2", "step 3"
    {BEGINS}(?:(?P<sign>[-−])?(?P<digits>{DECIMALS})|(?:{_ARTICLE}|(?<![\d)]\s)(?=[-−]))(?P<minus>[-−])?(?P<whole>{WHOLE})){ENDS}"""
_FALSE = rf"""
    (?:(?:must|has\s+to|have\s+to|is|are|looks?|seems?(?:\s+to\s+be)?|might\s+be|may\s+be|could\s+be|feels?)\s+{_WORDS}
        (?:wrong|incorrect|off|false|mistaken|suspicious)
      | (?:can(?:['’]t|not)|can\s+not|isn['’]t|is\s+not|does(?:n['’]t|\s+not))\s+(?:possibly\s+)?
        (?:be\s+|look\s+|seem\s+)?(?:right|correct|true)
      | (?:muss|ist|sind|wirkt|scheint|dürfte)\s+{_WORDS}(?:falsch|verkehrt|unsinn)
      | (?:kann|dürfte|stimmt)\s+{_WORDS}nicht(?:\s+(?:stimmen|richtig\s+sein|sein))?
      | (?:est|doit\s+être|semble|paraît)\s+{_WORDS}(?:fauxe?|fausse|incorrecte?|erronée?)
      | n['’]est\s+(?:sûrement\s+|sans\s+doute\s+)?pas\s+(?:juste|correcte?|bon(?:ne)?)
      | (?:está|debe\s+(?:de\s+)?estar|tiene\s+que\s+estar|parece|es|debe\s+ser)\s+{_WORDS}
        (?:mal|equivocad[oa]|incorrect[oa]|erróne[oa])
      | no\s+(?:puede\s+ser|es|está|parece)\s+(?:correct[oa]|bien|posible)
      | (?:está|deve\s+estar|tem\s+que\s+estar|parece|é|deve\s+ser)\s+{_WORDS}(?:errad[oa]|incorret[oa])
      | não\s+(?:pode\s+(?:estar|ser)|está|parece|é)\s+(?:cert[oa]|corret[oa]|possível)
      | (?:è|dev['’]essere|deve\s+essere|sembra)\s+{_WORDS}(?:sbagliat[oa]|errat[oa])
      | non\s+(?:può\s+essere|è|sembra)\s+(?:giust[oa]|corrett[oa]|possibile)
      | (?:moet|is|lijkt)\s+{_WORDS}(?:fout|verkeerd|onjuist) | klopt\s+{_WORDS}niet
      | (?:musi\s+być|jest)\s+(?:błędn\w+|złe|zła|zły) | nie\s+może\s+być\s+(?:dobrz\w*|poprawn\w+)
      | (?:должно\s+быть|наверное?|точно|явно)?[ ]?(?:неверн\w*|неправильн\w*)
    )(?!\w) | (?:一定|肯定|应该|應該)?是?(?:错的|錯的|不对|不對) | (?:間違い|間違って|おかしい) | (?:틀린|틀렸)"""
_GAP = rf"(?:(?!\b(?:{_NOT})\b)(?:(?<=[^\W\d_])\d|[^.!?=≈\n;:\d])){{0,50}}?"  # "for x1"
_CALLED = regex(rf"{_VALUE}[$`*]*{_GAP}(?:{_FALSE})", _FLAGS)
_SOMETHING = regex(
    r"""\bsomething(?:['’]s|\s+is|\s+must\s+be|\s+seems|\s+looks)\s+(?:\w+\s+)?(?:wrong|off|fishy|not\s+right)
    | \bstimmt\s+(?:\w+\s+)?(?:et)?was\s+nicht
    | \bquelque\s+chose\s+(?:ne\s+va\s+pas|cloche|est\s+faux) | \balgo\s+(?:está|anda|va)\s+mal
    | \balgo\s+no\s+(?:cuadra|va|está\s+bien)
    | \balgo\s+(?:está\s+)?errado | \balgo\s+não\s+(?:bate|está\s+certo) | \bqualcosa\s+non\s+(?:va|torna|quadra)
    | \bklopt\s+iets\s+niet | \bcoś\s+(?:jest\s+)?nie\s+(?:tak|gra|zgadza) | что-то\s+не\s+(?:так|сходится)
    | 有(?:点)?(?:问题|不对劲)""",
    _FLAGS,
)
_UNREAL = regex(r"\b(?:if|would|wenn|wäre|würde|si|serait|sería|seria|sarebbe|se|если|бы)\b|如果", re.IGNORECASE)
_NUMBER = regex(NUMBER)
_SENTENCE = regex(r"[^.!?。！？\n]+(?:[.,](?=\d)[^.!?。！？\n]*)*")


def denied_by_number(source: str) -> Iterator[Denied]:
    """Yield the numbers that sentences call wrong, and those in sentences by which something is."""
    for sentence in _SENTENCE.finditer(source):
        text = sentence.group()
        if "=" in text.partition(",")[0] or _UNREAL.search(text):
            continue
        for called in (_NUMBER if _SOMETHING.search(text) else _CALLED).finditer(text):
            said = called.groupdict()
            number = value_of(said["digits"] or said["whole"], said["sign"] or said.get("minus"))
            yield Denied(sentence.start(), (), text.strip()[:60], number=number)
