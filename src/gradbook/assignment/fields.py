"""The kinds of values in an `assignment.toml`, each read exactly, bounded, and refused with a remedy."""

import re
from datetime import datetime
from fractions import Fraction
from pathlib import PurePosixPath
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field

from gradbook.assignment.layout import DIST

ID = r"^[a-z][a-z0-9]{0,31}$"
NAME = r"^[A-Za-z_][A-Za-z0-9_]*$"
NOTEBOOK = r"^[^./\\:\x00-\x1f][^/\\:\x00-\x1f]*\.ipynb$"
FOLDER = r"^[^/\\\x00-\x1f]*[^./\\\x00-\x1f][^/\\\x00-\x1f]*$"
# What pydantic says of these would not help a teacher.
PATTERNS = {
    ID: "use small letters and digits, a letter first, such as q1",
    NAME: "give a name as Python has them, such as input_size",
    FOLDER: "give the name of a folder, such as a9",
    NOTEBOOK: "give the name of a notebook in this folder, such as A9.ipynb",
}
_MOST_POINTS = 1_000_000
_AMOUNT = re.compile(r"-?\d{1,6}(?:\.\d{1,20})?|-?\d{1,6}/\d{1,6}")


def _points(value: object) -> Fraction:
    """Read points exactly, from their text, so that 0.3 is three tenths. What is too long is never calculated."""
    text = str(value) if isinstance(value, float | str) else _digits(value)
    if not _AMOUNT.fullmatch(text.strip()):
        raise ValueError('give a number such as 0.5, or a fraction such as "1/3"')
    try:
        points = Fraction(text.strip())
    except ZeroDivisionError:
        raise ValueError('give a number such as 0.5, or a fraction such as "1/3"') from None
    if points < 0:
        raise ValueError("points cannot be negative")
    return points


def _digits(value: object) -> str:
    return str(value) if type(value) is int and abs(value) < _MOST_POINTS else ""


def _zoned(value: object) -> object:
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise ValueError("give a date and time with its zone, such as 2023-06-02T20:00:00-07:00")
    return value


def _zone(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        ZoneInfo(value)
    except (ValueError, OSError, KeyError):
        raise ValueError("give a time zone by its name, such as America/Los_Angeles or Europe/Berlin") from None
    return value


def _share(value: object) -> Fraction:
    try:
        credit = _points(value)
    except ValueError:
        credit = Fraction(-1)
    if not 0 <= credit <= 1:
        raise ValueError("give a share of the points between 0 and 1, such as 0.75")
    return credit


def _inside(value: object) -> object:
    """Refuse a picture's path that leads out of the folder, or to what `build` makes or keeps back there."""
    if not isinstance(value, str):
        return value
    parts = PurePosixPath(value).parts
    leads_out = value.startswith("/") or re.search(r"[\\:\x00-\x1f]", value)
    if leads_out or not parts or any(part.startswith(".") for part in parts) or parts[0] == DIST:
        raise ValueError("give a path inside this folder, such as imgs/graph.png")
    if not value.lower().endswith(".png"):
        raise ValueError("give a path inside this folder that ends in .png, such as imgs/graph.png")
    return value


def _relative(value: object) -> object:
    """Refuse a path or pattern that leads out of the folder."""
    if isinstance(value, str) and (re.search(r"^[/~]|[\\:\x00-\x1f]|(^|/)\.", value) or not value.strip("/ ")):
        raise ValueError("give paths inside this folder, such as imgs, helpers.py or tables/*.csv")
    return value


Points = Annotated[Fraction, BeforeValidator(_points)]
Share = Annotated[Fraction, BeforeValidator(_share)]
Name = Annotated[str, Field(pattern=NAME)]
Range = tuple[int, int]
Finite = Annotated[float, Field(allow_inf_nan=False, gt=-1e100, lt=1e100)]
Rate = Annotated[float, Field(allow_inf_nan=False, gt=0, lt=1e100)]
Due = Annotated[datetime | None, BeforeValidator(_zoned)]
Zone = Annotated[str | None, BeforeValidator(_zone)]
Picture = Annotated[str | None, BeforeValidator(_inside)]
Inside = Annotated[str, BeforeValidator(_relative)]
