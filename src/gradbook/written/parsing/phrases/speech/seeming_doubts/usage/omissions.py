"""Omissions: "I didn't compute the gradient with respect to the inputs, they are data" takes nothing back."""

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
_POINTS_BACK = regex(
    r"\b(?:it|this|that|these|those|above|wrong|right|correct|sure|das|dies\w*|ça|cela|eso|esto|isso|questo|falsch|faux|mal)\b",
    re.IGNORECASE,
)


def leaves_out(text: str) -> bool:
    """Whether a sentence only says that the derivative by what no step moves is left out."""
    return _OMITS.match(text) is not None and _POINTS_BACK.search(text) is None
