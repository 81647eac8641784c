"""Doubted numbers: sentences that call a number wrong, or say that something is, and name the number.

The -0.48 for x1 must be wrong, but I can't find the mistake.        Something is off at b, its gradient is 0.14.

All that was stated before with such a number is in doubt.
"""

import re
from collections.abc import Iterator

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Number
from gradbook.written.parsing.cues.against.denials.sentences.denied import Denied

_FLAGS = re.IGNORECASE | re.VERBOSE
_DIGITS = r"(?<![\w.,}^_/])(?P<sign>[-−])?(?P<digits>\d+(?:(?:\.|\{,\}|,)\d+)?)(?![\w^])"
_VALUE = (  # no "unit 2", "step 3"
    r"(?<![\w.,}^_/])(?:(?P<sign>[-−])?(?P<digits>\d+(?:\.|\{,\}|,)\d+)"
    r"|(?:(?<=\bthe\s)|(?<=\bmy\s)|(?<=\bder\s)|(?<=\bdie\s)|(?<=\ble\s)|(?<=\bel\s)|(?<=\bo\s)|(?<=\bil\s)|(?<=\bde\s)"
    r"|(?<![\d)]\s)(?=[-−]))"
    r"(?P<minus>[-−])?(?P<whole>\d+))(?![\w^])"
)
_FALSE = r"""
    (?:(?:must|has\s+to|have\s+to|is|are|looks?|seems?(?:\s+to\s+be)?|might\s+be|may\s+be|could\s+be|feels?)\s+(?:\w+\s+){0,2}?
        (?:wrong|incorrect|off|false|mistaken|suspicious)
      | (?:can(?:['’]t|not)|can\s+not|isn['’]t|is\s+not|does(?:n['’]t|\s+not))\s+(?:possibly\s+)?(?:be\s+|look\s+
      |seem\s+)?(?:right|correct|true)
      | (?:muss|ist|sind|wirkt|scheint|dürfte)\s+(?:\w+\s+){0,2}?(?:falsch|verkehrt|unsinn)
      | (?:kann|dürfte|stimmt)\s+(?:\w+\s+){0,3}?nicht(?:\s+(?:stimmen|richtig\s+sein|sein))?
      | (?:est|doit\s+être|semble|paraît)\s+(?:\w+\s+){0,2}?(?:fauxe?|fausse|incorrecte?|erronée?)
      | n['’]est\s+(?:sûrement\s+|sans\s+doute\s+)?pas\s+(?:juste|correcte?|bon(?:ne)?)
      | (?:está|debe\s+(?:de\s+)?estar|tiene\s+que\s+estar|parece|es|debe\s+ser)\s+(?:\w+\s+){0,2}?(?:mal
      |equivocad[oa]|incorrect[oa]|erróne[oa])
      | no\s+(?:puede\s+ser|es|está|parece)\s+(?:correct[oa]|bien|posible)?
      | (?:está|deve\s+estar|tem\s+que\s+estar|parece|é|deve\s+ser)\s+(?:\w+\s+){0,2}?(?:errad[oa]|incorret[oa])
      | não\s+(?:pode\s+(?:estar|ser)|está|parece|é)\s+(?:cert[oa]|corret[oa]|possível)
      | (?:è|dev['’]essere|deve\s+essere|sembra)\s+(?:\w+\s+){0,2}?(?:sbagliat[oa]|errat[oa])
      | non\s+(?:può\s+essere|è|sembra)\s+(?:giust[oa]|corrett[oa]|possibile)
      | (?:moet|is|lijkt)\s+(?:\w+\s+){0,2}?(?:fout|verkeerd|onjuist) | klopt\s+(?:\w+\s+){0,2}?niet
      | (?:musi\s+być|jest)\s+(?:\w+\s+){0,1}?(?:błędn\w+|złe|zła|zły) | nie\s+może\s+być\s+(?:dobrz\w*|poprawn\w+)
      | (?:должно\s+быть|наверное?|точно|явно)?[ ]?(?:неверн\w*|неправильн\w*)
    )(?!\w) | (?:一定|肯定|应该|應該)?是?(?:错的|錯的|不对|不對) | (?:間違い|間違って|おかしい) | (?:틀린|틀렸)"""
_CALLED = regex(rf"{_VALUE}[$`*]*(?P<between>[ ]?[^.!?=≈\n;:]{{0,50}}?)[ ]?(?:{_FALSE})", _FLAGS)
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
_NUMBER = regex(_DIGITS)
_SENTENCE = regex(r"[^.!?。！？\n]+(?:[.,](?=\d)[^.!?。！？\n]*)*")


def denied_by_number(source: str) -> Iterator[Denied]:
    """Yield the numbers that sentences call wrong, and those in sentences by which something is."""
    for sentence in _SENTENCE.finditer(source):
        text = sentence.group()
        if "=" in text.partition(",")[0] or _UNREAL.search(text):
            continue
        called = [_CALLED.search(text)] if not _SOMETHING.search(text) else [*_NUMBER.finditer(text)]
        for number in filter(None, called):
            said = number.groupdict()
            value = float(re.sub(r"\{,\}|,", ".", said["digits"] or said["whole"]))
            signed = said["sign"] or said.get("minus")
            yield Denied(sentence.start(), (), text.strip()[:60], number=Number(-value if signed else value))
