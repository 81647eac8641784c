r"""Measures: units behind numbers, "= 300 Ω", "12 W/A", "6\,\mathrm{kg}", which say nothing of what a quantity is.

A letter that an exercise or an answer uses for anything else is no unit, unless its line has a unit that can be no
name: "12 V / 4 Ω". A number alone that has a unit is left as it is: most exercises are of plain numbers, and "10 kg" is
another answer than 10.
"""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.notation import plain

_LONG = (
    r"[kMm]?Ω|[kM]?ohm|°[CF]|€|[кмсдг]?м|кг|Дж|[кМ]?Н|[кМ]?Вт(?:·ч)?|Ом|с(?:ек)?|мин|ч|Гц|[мк]?А|[мк]?В|[kmµμ]m|[cdk]m|[kmµμ][gsVAWJNFHSl]|[kMG]?Hz"
    r"|[kMG]?Wh|[kMG]W|kJ|kN|[kh]?Pa|mol|min|kmh|mph|EUR|USD"
)
_SHORT = r"[VAWJNKCFSTHmsghl]"  # letters that may be names
_POWER = r"(?:[²³]|\^\{?-?[123]\}?)?"
_ONE = rf"(?:{_LONG}|{_SHORT}){_POWER}"
_UNIT = rf"{_ONE}(?:[/·*](?:{_ONE}|\({_ONE}(?:[/·*]{_ONE})?\))){{0,2}}"
_COMPOUND = (  # kg m/s, as no product of names is
    rf"(?:(?:{_LONG})(?:[ ]?{_ONE}(?:[/·]{_ONE})?)?|{_ONE}(?:/| per ){_ONE}(?:/{_ONE})?)(?![A-Za-z])"
)
_GAP = r"(?:[ ]|~|\\[,; ]|\\ )"
_ENDS = (
    r"(?!\.\w)(?=[ ]?(?:[.,;:)|\n$`\]]|\\\\|\Z|\*\*|[ ]?\((?!\d))"
    r"|[ ](?:and|und|et|y|e|si|so|then|but|which|因|로|이)\b)"
)
_GOODS = (  # money, and pieces
    r"(?:EUR|USD|GBP|CHF|JPY|CNY|INR|SEK|NOK|DKK|PLN|CZK|HUF|TRY|UAH|RUB|euros?|Euro|[Dd]ollars?|dólares|€|£|¥|₹|₽|₺|zł|Kč|kr|TL|lei|Ft|rupiah|đồng|руб|грн|元|円|원"
    r"|pcs|pieces?|units?|Stück|Stk|pièces?|unités?|piezas?|unidades?|uds|pezzi|unità|peças?|stuks?|szt|sztuk|шт|ks|adet|darab|st"
    r"|个|個|개|枚)\.?"
)
_EACH = rf"(?:(?:/|[ ](?:per|pro|par|por|al|za|на)[ ])(?:unit[ ]of[ ])?[^\W\d_]{{1,12}}|/{_GOODS})"
_PRICED = rf"{_GOODS}{_EACH}?(?![\w(])(?=[ ]?(?:[-.,;:)|\n$`\]=≈+·×*/−]|x[ ]?\d|\Z|\())"
_SET = rf"(?:\\(?:mathrm|text|rm|unit|si)\s?\{{\s?{_UNIT}\s?\}}|\\Omega(?![A-Za-z]))"  # upright, as no name is
_GOES_ON = rf"(?:{_ENDS}|(?=[ ]?(?:\\cdot|\\times|[=≈+·×-])))"
_MEASURED = regex(
    rf"(?<=\d)(?P<unit>{_GAP}{{1,2}}(?:{_UNIT}{_ENDS}|{_PRICED}|{_COMPOUND}{_GOES_ON}"
    rf"|(?P<led>{_UNIT})(?=[ ][/·*×=≈])|(?P<set>{_SET}(?:/{_SET})?){_GOES_ON}))"
)
_NAMED = regex(  # in brackets behind a number
    r"(?<=\d)[ ]\((?:in[ ])?(?:Joules?|Newtons?|Watts?|Volts?|Amperes?|Ampère|Ohms?|Met(?:er|re)s?|Mètres?|metros?"
    r"|metri|Sekunden?|seconds?|secondes?|segundos?|secondi|Euros?|Dollars?|kg|cm|km|m/s(?:²|\^2)?|km/h)\)",
    re.IGNORECASE,
)
_SEVERAL = 2  # units that make an answer one of measured quantities; more numbers than that with the same one do, too
_SPEED = regex(rf"m/s{_POWER}")
_MARKS = frozenset(".,;:")
_SINGLE = regex(r"(?<![\w.])(?P<number>\d+\.\d*|\.\d+)[fF](?![\w.(])")  # of a type of C: "-1.2f * 1.5f"
_NAME = regex(r"(?<![^\W_])[fF](?![^\W_])|%[-+ #]?\d*\.?\d*l?f|:[^{}\n]{0,6}\d[fF]\}")  # or a format
_SURE = regex("[kMm]?Ω|[kMG]?Wh|[kM]?ohm")
_LETTERS, _COMMAND = regex(r"[^\W\d_]+"), regex(r"\\\w+")


def without_units(source: str, lexicon: Lexicon) -> str:
    """Return a source, as long as it was, with blanks for the units behind numbers."""
    if "(" in source:
        source = _NAMED.sub(lambda one: " " * len(one.group()), source)
    if _SINGLE.search(source) and "f" not in {*lexicon.given, *lexicon.stems} and not _NAME.search(source):
        source = _SINGLE.sub(r"\g<number> ", source)
    found = list(_MEASURED.finditer(source))
    if len({one["unit"].strip() for one in found}) < _SEVERAL and len(found) <= _SEVERAL:
        return source
    names = {*map(plain, lexicon.given), *lexicon.stems}
    pieces: list[str] = []
    at = 0
    for one in found:
        first = next(iter(_LETTERS.findall(_COMMAND.sub("", one["unit"]))), "")
        speed = _SPEED.fullmatch(one["unit"].strip()) is not None and "s" not in names  # "20 m/s²" beside a mass m
        kept = not speed and not one["set"] and (first in names or (len(first) == 1 and _is_used(first, source, found)))
        kept = (kept or one["led"] is not None) and not _is_among_units(one, source, found)
        mark = source[one.end() : one.end() + 1]
        mark = mark if mark in _MARKS else ""  # "-0.0012 W. Then" is "-0.0012.   Then": else its point multiplies
        pieces += [source[at : one.start()], one["unit"] + mark if kept else mark.ljust(len(one["unit"] + mark))]
        at = one.end() + len(mark)
    return "".join([*pieces, source[at:]])


def _is_among_units(one: re.Match[str], source: str, measured: list[re.Match[str]]) -> bool:
    """Whether the line of a letter has a unit that can be no name: "12 V / 4 Ω = 3 A", "18 W * 3 h = 54 Wh"."""
    start, end = source.rfind("\n", 0, one.start()) + 1, source.find("\n", one.end())
    line = source[start : end if end >= 0 else len(source)]
    units = [other["unit"].strip() for other in measured if start <= other.start() < start + len(line)]
    return len(units) > 1 and any(_SURE.fullmatch(unit) for unit in units)


def _is_used(letter: str, source: str, measured: list[re.Match[str]]) -> bool:
    """Whether a letter stands anywhere else than in a unit."""
    spans = [one.span("unit") for one in measured]
    places = (match.start() for match in re.finditer(rf"(?<![^\W_]){letter}(?![^\W_])", source))
    return any(not any(a <= place < b for a, b in spans) for place in places)
