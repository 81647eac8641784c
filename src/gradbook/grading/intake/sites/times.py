"""Times as course sites and teachers write them in tables. What can be read in two ways is not read."""

import contextlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cache

from gradbook.written.lexing.words.languages import LANGUAGES

_NOTHING = {"", "-", "n/a", "never", "\N{EN DASH}", "\N{EM DASH}"}
# What stands between the parts of a date and says nothing of it.
_BETWEEN = (
    "at", "on", "um", "uhr", "à", "le", "a las", "de", "del", "el", "di", "il", "alle", "às", "o", "om", "kl", "kl.",
    "den", "klo", "godz.", "г.", "р.", "в", "о", "saat", "pukul", "lúc", "st", "nd", "rd", "th", "er", "στις",
)  # fmt: skip
_YEAR_FIRST = re.compile(r"(?<!\d)(?P<year>\d{4})[年년/.-] ?(?P<month>\d{1,2})[月월/.-] ?(?P<day>\d{1,2})[日일]?(?!\d)")
_YEAR_LAST = re.compile(r"(?<![\d:])(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d\d)(?![\d:])")
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})[:.h] ?(\d\d)(?:[:.](\d\d))?(?!\d)")
_ZONE = re.compile(r"(?:utc|gmt)? ?([+-])(\d\d):?(\d\d)$|\b(?:utc|gmt)$")
_YEAR, _DAY = re.compile(r"(?<!\d)\d{4}(?!\d)"), re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_ADVICE = "Write it as 2026-12-01 19:55"


def site_time(text: str) -> datetime | None:
    """Read a time, with its zone where it says one; None for what sites write where there is none.

    Of 1.12.2026 the first is the day, as wherever points divide dates; of 1/12/2026 either may be, and it is read only
    where one of the two is above 12, or both are the same.

    Raises:
        ValueError: it cannot be read, or in two ways; the message says why and what to write.
    """
    with contextlib.suppress(ValueError):
        return datetime.fromisoformat(text.strip())
    said = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    if said in _NOTHING:
        return None
    try:
        return _read(said)
    except ValueError as error:
        raise ValueError(f"{error}. {_ADVICE}") from None


def _read(said: str) -> datetime:
    """Take one part after the other out of the text; what is left over has to say nothing."""
    names = _names()
    offset, rest = _taken(_ZONE, said)
    day, rest = _numeric_day(rest)
    month, rest = (None, rest) if day else _month(rest, names)
    hour, rest = _time_of_day(rest, names)
    if month:
        year, rest = _taken(_YEAR, rest)
        date, rest = _taken(_DAY, rest)
        if year is None or date is None:
            raise ValueError("its day or its year is missing")
        day = (int(year[0]), month, int(date[0]))
    if day is None:
        raise ValueError("no date is known in it")
    if left := re.search(r"\w[\w.]*", names.idle.sub(" ", rest)):
        raise ValueError(f"{left[0]!r} in it is not understood")
    return datetime(*day, *hour, tzinfo=_zone(offset))


def _numeric_day(said: str) -> tuple[tuple[int, int, int] | None, str]:
    """Return year, month and day, where they are numbers, and the rest."""
    found, rest = _taken(_YEAR_FIRST, said)
    if found:
        return (int(found["year"]), int(found["month"]), int(found["day"])), rest
    found, rest = _taken(_YEAR_LAST, said)
    if found is None:
        return None, said
    one, sign, two, year = int(found[1]), found[2], int(found[3]), int(found[4])
    if sign != "." and len(found[4]) == 2:
        raise ValueError("its year has two digits")
    if sign != "." and one <= 12 and two <= 12 and one != two:
        raise ValueError("it is another day where the month comes first than where the day does")
    day, month = (two, one) if sign != "." and two > 12 else (one, two)
    return (year if len(found[4]) == 4 else 2000 + year, month, day), rest


def _month(said: str, names: "_Names") -> tuple[int | None, str]:
    """Return the month that is named, and the rest. In "mar., 1 dic" the first is a day: another month is there."""
    found = list(names.month.finditer(said))
    sure = [one for one in found if not names.idle.fullmatch(one[0])] or found
    numbers = {names.months[one[0]] for one in sure}
    if len(numbers) > 1:
        raise ValueError("it may be of two months")
    return (numbers.pop(), said[: sure[0].start()] + " " + said[sure[0].end() :]) if sure else (None, said)


def _time_of_day(said: str, names: "_Names") -> tuple[tuple[int, int, int], str]:
    """Return hour, minute and second, and the rest."""
    clock, rest = _taken(_CLOCK, said)
    half, rest = _taken(names.half, rest)
    if clock is None and half:  # "7pm": the hour is the number beside it
        before, after = said[: half.start()], said[half.end() :]
        hour = re.search(r"(?<!\d)(\d{1,2}) ?$", before) or re.match(r" ?(\d{1,2})(?!\d)", after)
        if hour is not None:
            rest = before[: hour.start()] + after if hour.string is before else before + after[hour.end() :]
            clock = hour
    if clock is None:
        raise ValueError("it has no time of the day")
    hours, minutes, seconds = (int(part or 0) for part in (*clock.groups(), "", "")[:3])
    if half is None:
        return (hours, minutes, seconds), rest
    if not 1 <= hours <= 12:
        raise ValueError(f"no half of a day has the hour {hours}")
    return (hours % 12 + names.halves[half[0]], minutes, seconds), rest


def _zone(found: re.Match[str] | None) -> timezone | None:
    if found is None:
        return None
    span = timedelta(hours=int(found[2] or 0), minutes=int(found[3] or 0))
    return timezone(-span if found[1] == "-" else span)


def _taken(pattern: re.Pattern[str], said: str) -> tuple[re.Match[str] | None, str]:
    """Return where a pattern is found, and the text without it."""
    found = pattern.search(said)
    return found, said if found is None else f"{said[: found.start()]} {said[found.end() :]}"


@dataclass(frozen=True)
class _Names:
    """Words of dates in all languages in which answers are read: where each is found, and what it means."""

    months: dict[str, int]
    halves: dict[str, int]
    month: re.Pattern[str]
    half: re.Pattern[str]
    idle: re.Pattern[str]


@cache
def _names() -> _Names:
    from babel import Locale

    months: dict[str, int] = {}
    halves = {"a.m.": 0, "p.m.": 12, "a. m.": 0, "p. m.": 12}
    days: set[str] = set()
    for language in LANGUAGES:
        locale = Locale.parse(language, sep="-")
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    months |= dict.fromkeys((_folded(name), _folded(name).rstrip(".")), number)
                days |= {_folded(name) for name in locale.days[context][width].values()}
                periods = locale.day_periods.get(context, {}).get(width, {})
                halves |= {_folded(periods[name]): hour for name, hour in (("am", 0), ("pm", 12)) if name in periods}
    return _Names(months, halves, _any_of(months), _any_of(halves), _any_of({*days, *_BETWEEN}))


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds one of these words, the longest that is there, and no part of another word."""
    ordered = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![^\W\d_])(?:{ordered})(?![^\W\d_])")
