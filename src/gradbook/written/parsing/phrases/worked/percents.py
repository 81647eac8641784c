"""Percents: "62 percent", "62 Prozent" are as 62 % are; "17 % less" is no value, but what something changes by."""

from dataclasses import replace
from itertools import dropwhile

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words

PERCENT = bare_words(
    "percent procent prozent pourcent porcento porciento processen процент процента процентов відсотків відсотки"
) | {"pour cent", "por ciento", "por cento", "per cento", "%"}
_TO = bare_words("to auf auf_zu à a al до na naar ad zu")
_LESS = bare_words(
    "less lower smaller fewer more higher larger bigger better below above off weniger kleiner geringer niedriger mehr "
    "größer höher besser unter moins plus menos menor mais más maior mayor meno più inferiore minder lager kleiner "
    "hoger meer mniej mniejsza mniejszy меньше ниже больше"
)


def with_signs(tokens: list[Token]) -> list[Token]:
    """Return the tokens, words for percents as signs, also at the first of two numbers: "from 7 to 6 percent"."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        if not (_is_percent(token) and at and tokens[at - 1].kind == "num"):
            found.append(token)
            continue
        sign = replace(token, kind="op", text="%", node=None, role=None)
        if at > 2 and tokens[at - 3].kind == "num" and bare(tokens[at - 2].text) in _TO:
            found.insert(-2, replace(sign, start=tokens[at - 3].end, end=tokens[at - 3].end))
        found.append(sign)
        _compare(found, tokens[at + 1 :])
    return found


def _is_percent(token: Token) -> bool:
    return token.text in PERCENT and token.kind in ("word", "op")


def _compare(found: list[Token], behind: list[Token]) -> None:
    """Take "is 17 %" before "less" for words: what stands there is by how much something has changed."""
    if not behind or behind[0].kind != "word" or bare(behind[0].text) not in _LESS:
        return
    before = dropwhile(lambda place: found[place].kind == "word", range(len(found) - 3, -1, -1))
    verb = next(before, -1)
    told = verb >= 0 and (found[verb].kind, found[verb].text) in (("rel", "is"), ("rel", "~"))
    for place in (*([verb] if told else []), -2, -1):
        found[place] = replace(found[place], kind="word", node=None, role=Role.PLAIN)
