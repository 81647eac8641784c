"""Plain steps: a formula for a new value counts only where the answer takes one step, at the exercise's rate.

Loops, a rate that is said to be anything else, another assignment to what the formula names: then it is no formula for
the value that is asked.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from gradbook.core.text.patterns import regex
from gradbook.written.judging.steps.tolerances import equal
from gradbook.written.notation import RATES

_VERBS = r"\b(?:is|are|being|means|denotes|was|of|ist|est|es|é|è)\b"
_NAMES = rf"\\?(?:{'|'.join(RATES)})|[αηγλεϵμρ]|learn(?:ing)?[ _]?rate|step[ _]?size|factor|faktor"
_RATE = regex(
    rf"(?<![A-Za-z\\])(?:{_NAMES})(?![A-Za-z])\s{{0,3}}\$?\s{{0,3}}"
    rf"(?:(?:<-|:?=|≈|[*/+-]=|:|,?\s?{_VERBS})\s{{0,3}}((?:[^\n,;$]|,(?=\d)){{0,24}})"
    r"|(\*\*|\^|\d|,[ ]?\w+[ ]?=))"
)
_NUMBER = regex(r"[-−]?\d*[.,]?\d+(?:e-?\d+)?(?=\s*(?:$|[.;,)$#]|//|[A-Za-z]))")
_REPEATS = (
    r"while foreach loop\w* repeat\w* twice thrice again once\s+more until epochs? iterat\w* next def func\w* fun "
    r"clip\w* momentum (?:mini)?batch\w* decay\w* set each norm\w* random\w* steps seq wiederhol\w* schleife\w* mal "
    r"r[eé]p[eéè]t\w* boucl\w* fois bucl\w* veces laço\w* vezes ripet\w* ciclo\w* volte herhaal\w* keer "
    r"(?:\d{1,6}|two|three|four|five|ten|many|several|n)\s?times"
)
_AGAIN = regex(
    rf"\bfor\b(?=[^\n]*(?:\bin\b|;|=\s?\d|\brange\b))|\b(?:{'|'.join(_REPEATS.split())})\b"
    r"|^[ \t]*if\b|\bdo\s*\{|=>|\b\w+\(\)|循环|重复|次|반복|回",
    re.IGNORECASE | re.MULTILINE,
)


def is_one_plain_step(name: str, inputs: Iterable[str], source: str, rate: float) -> bool:
    """Whether an answer takes one step of an input, and says nothing of the rate that the exercise does not."""
    if _AGAIN.search(source) or any(not _is_rate(told, sign, rate) for told, sign in _RATE.findall(source)):
        return False
    steps = 0
    for other in inputs:
        for sign, told in _assigned(other).findall(source):
            step = sign in ("-", "+", "−") or re.match(rf"(?:self\.)?{re.escape(other)}\b\s*[-−+]", told) is not None
            steps += step and other == name
            if not step and (sign or not _NUMBER.match(told)):
                return False
    return steps <= 1


def _is_rate(told: str, sign: str, rate: float) -> bool:
    number = _NUMBER.match(told.strip())
    return not sign and number is not None and equal(float(number.group().replace(",", ".").replace("−", "-")), rate)


@lru_cache(maxsize=64)
def _assigned(name: str) -> re.Pattern[str]:
    return regex(rf"(?<![\w.]){re.escape(name)}\s{{0,3}}([-−+*/]?)(?:=|:=|<-|←)(?!=)\s{{0,3}}([^\n;]{{0,40}})")
