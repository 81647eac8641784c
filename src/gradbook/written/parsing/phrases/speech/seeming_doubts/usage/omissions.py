"""Omissions: "I didn't compute the gradient with respect to the inputs, they are data" takes nothing back.

Nor does "Je n'ai pas recalculé f": what is not calculated again is the value behind the step.
"""

import re

from gradbook.core.text.patterns import regex

_DERIVATIVE = (
    r"gradients?|derivatives?|slopes?|ableitung(?:en)?|gradienten?|gradientes?|dérivées?|gradiente"
    r"|derivadas?|derivat[ae]"
)
_OTHERS = (  # what no step moves
    r"inputs?|data|targets?|labels?|features?|x|eingab\w+|eingäng\w+|daten|zielwert\w*|entrées?|données|cibles?|entradas?"
    r"|datos|dados|objetivos?|alvos?|ingress\w|dati|input"
)
_BETWEEN = r"(?:\s(?:the|of|for|by|in|with|respect|to|wrt|w\.r\.t\.|\w+|d['’]|l['’])){1,5}?\s?"
_LEFT_OUT = (
    r"(?:did|do|does|have|need|am)(?:\s?n['o’]?t|\snot)|skipp?(?:ed)?|nicht|keine?n?|pas|no\b|não|nao|non|omitted|omit"
)
_OMITS = regex(
    rf"\W*(?=[^.!?]*\b(?:{_LEFT_OUT})\b)[^.!?]*?\b(?:{_DERIVATIVE}){_BETWEEN}(?:the\s|los\s|les\s|den\s|gli\s|os\s)?(?:{_OTHERS})\b",
    re.IGNORECASE,
)
_NOT_AGAIN = regex(
    r"(?:\b(?:not|never|pas|ni|no|não|nao|non|nie|nicht|niet|belum|tidak|inte|ikke)|n['’]t)\b[^.!?]{0,40}?"
    r"\b(?:recalcul|recomput|re-?evaluat|ricalcol|herberek|przelicz|(?:neu|nochmal) (?:be|aus|ge)?rechne)"
    r"|\byang baru (?:belum|tidak)\b",
    re.IGNORECASE,
)
_FROM_ELSEWHERE = regex(
    r"\b(?:cop[iy]|kopi|abgeschr|taken|from|pris|sacad|tirad|pres[oa]|overgen|guess)", re.IGNORECASE
)
_POINTS_BACK = regex(
    r"\b(?:it|this|that|these|those|above|wrong|right|correct|sure|das|dies\w*|ça|cela|eso|esto|isso|questo|falsch|faux|mal)\b",
    re.IGNORECASE,
)


def leaves_out(text: str) -> bool:
    """Whether a sentence only says that the derivative by what no step moves is left out."""
    return _OMITS.match(text) is not None and _POINTS_BACK.search(text) is None


def is_not_done_anew(text: str) -> bool:
    """Whether a sentence says that something was not calculated again: that is its value behind the step."""
    against = _POINTS_BACK.search(text) or _FROM_ELSEWHERE.search(text)
    return _NOT_AGAIN.search(text) is not None and against is None
