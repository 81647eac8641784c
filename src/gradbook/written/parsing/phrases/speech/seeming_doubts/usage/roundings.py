"""Roundings: "I rounded h to two decimals, so the last digit of L may differ a little" takes nothing back."""

import re

from gradbook.core.text.patterns import regex

_ROUNDS = regex(
    r"\b(?:un)?round(?:ed|ing|s)?\b|\b(?:un)?gerundet\w*|\brundung\w*|\barrondi\w*|\bredonde\w+|\barredond\w+|\barroton\w+"
    r"|\bafgerond\w*|\bzaokrągl\w+|\bokrugl\w+|\bокругл\w+|四捨五入|四舍五入|반올림",
    re.IGNORECASE,
)
_DIGITS = regex(
    r"\b(?:digits?|decimals?|places?|differ\w*|deviat\w*|off|discrepanc\w+|stellen?|abweich\w*|nachkommastellen?|chiffres?"
    r"|décimales?|écarts?|différ\w+|cifras?|decimal\w*|diferenc?\w*|casas?|cifr[ae]|divers[aoei]|calculator|precision)\b"
    r"|桁|位|差|자리|오차",
    re.IGNORECASE,
)
_DENIES = regex(
    r"\b(?:wrong\w*|false|incorrect\w*|falsch\w*|faux|fausse|mal|errad[oa]|sbagliat\w|mistakes?|errors?|fehler|erreurs?|errore"
    r"|forgot\w*|vergess\w+|oubli\w+|typo|should|sollte|instead|stattdessen|ignore|copied|abgeschrieben|guess\w*|sign|minus"
    r"|geraten|glaub\w*|think|believe|really|actually|sure|sicher|passt|stimmt|vorzeichen|signe|signo|sinal|segno)\b|错|誤|間違|틀",
    re.IGNORECASE,
)


def is_of_rounding(text: str) -> bool:
    """Whether a sentence only tells how numbers were rounded, and that a last digit may differ for it."""
    rounds = _ROUNDS.search(text) is not None and _DIGITS.search(text) is not None
    return rounds and _DENIES.search(text) is None
