"""Functions that an answer defines: what programs of many languages, and sentences, say that a name is."""

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from gradbook.core.text.lines import start_of_line
from gradbook.core.text.patterns import regex
from gradbook.written.expression import applied
from gradbook.written.lexing.source.bound import is_bound
from gradbook.written.lexing.source.calculated import calculated
from gradbook.written.notation import SLOPE_FUNCTIONS, plain

_KEYWORDS = (
    "def|function|func|fun|fn|sub|proc|let|defn|double|float|val|var|const|private|static|public|where|here|with"
)
_ONE_LESS = regex(r"\b1(?:\.0*f?)?\s*[-−]")
_SQUARED = regex(r"\*\*\s*2|\^\s*2|²|\b(?:pow(?:er)?|square)\b")
_OF_RELU = regex(
    r"\A\W{0,3}(?:return\s{1,3})?\(?(?:1(?:\.0*)?\s+if\s+\w+\s*>=?\s*0(?:\.0*)?\s+else\s+0|\w+\s*>=?\s*0(?:\.0*)?\s*\?\s*1(?:\.0*f?)?\s*:\s*0"
    r"|\w+\.where\(\s*\w+\s*>=?\s*0\s*,\s*1(?:\.0*)?\s*,\s*0(?:\.0*)?\s*\)|\(?\s*\w+\s*>=?\s*0\s*\)?\s*(?:\.\s*astype|\*\s*1\b|\W*\Z))"
)
_VALUE = regex(r"[-−(]?\s{0,3}\d[\d.,]*(?:\s*[-−+*/·×(]|\s*[\n;.,)$]|\s*\Z)")
_HEADER = regex(
    r"^(?P<word>[ \t]{0,8}function)(?P<out>[ ]{1,3}\w+[ ]{0,3}=)"
    r"(?P<call>[ ]{0,3}(?P<name>\w+)[ ]{0,3}\([^()\n]{0,200}\))(?=[ \t;]{0,8}(?:[%#]|$))",
    re.MULTILINE,
)
_DOCSTRING = regex(r"\A\s{0,20}(\"{3}|'{3})[\s\S]{0,2000}?\1[ ]{0,3}")
_MOST = 6  # lines of a body that say something
_FAR = 3_000  # characters in which they stand
_POINTS = (-1.3, 0.2, 0.7)
_CALCULATED = ("sigmoid", "tanh")  # functions of which the slope is a formula


class Definition(NamedTuple):
    """What an answer says that a function is.

    Attributes:
        argument: what it is of; "" where that is not told.
        body: what stands behind the sign, with the lines that belong to it.
    """

    argument: str
    body: str


def without_headers(source: str) -> str:
    """Return a source, as long as it was, without headers that name what comes out: "function dw = f(w, x)".

    What is said to be the slope of an activation stays a function, so that its body tells what it is.
    """
    return _HEADER.sub(_without_header, source) if "function" in source else source


def _without_header(header: re.Match[str]) -> str:
    slope = plain(header["name"]) in SLOPE_FUNCTIONS
    return f"{header['word']}{' ' * len(header['out'])}{header['call']}" if slope else " " * len(header.group())


def definitions(name: str, source: str) -> Iterator[Definition]:
    """Yield what an answer says that a function is, wherever it says so; a call in a formula says nothing."""
    for found in _said_of(name).finditer(source):
        said = re.split("[:=]", found.group(1) or found.group(2) or "")[0].strip()
        argument = re.sub(r"^.*[\s_](?=\w+$)", "", said)
        depth = _depth(source[start_of_line(source, found.start()) : found.end()])
        rest = _DOCSTRING.sub("\n", source[found.end() : found.end() + _FAR]).split("\n")
        body = rest[:1]
        for line in filter(str.strip, rest[1:]):
            opens = not any(part.strip(" {:") for part in body)
            if (not opens and _depth(line) <= depth and line.strip() != "}") or len(body) == _MOST:
                break
            body.append(line)
        yield Definition(argument, "\n".join(body))


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


@lru_cache(maxsize=256)
def is_slope(function: str, name: str, source: str) -> bool:
    """Whether a name is the slope of a function, by what goes in: all that an answer says of it is so, or it says
    nothing of it."""
    said = [*definitions(name, source)]
    if not said:
        return not is_bound(name, source)
    return all(_is_slope(function, one._replace(body=one.body.replace(name, " "))) for one in said)


def is_function(said: Definition, function: str) -> bool | None:
    """Whether the body of a definition calculates a function; None where it does not only calculate."""
    for point in _POINTS:
        if (value := calculated(said.body, said.argument, point)) is None:
            return None
        if not math.isclose(value, applied(function, [point]), rel_tol=1e-6):
            return False
    return True


def _is_slope(function: str, said: Definition) -> bool:
    body = said.body.strip()
    if _VALUE.match(body) and not _ONE_LESS.match(body.lstrip(" (")):
        return True  # at some point, of which the verdict on it tells
    if function == "relu":
        return _OF_RELU.match(body) is not None
    if function in _CALCULATED and (same := is_function(said, f"d{function}")) is not None:
        return same
    own = re.search(rf"(?<![a-zA-Z_]){function}|\bexp\b", body) or (function == "sigmoid" and "σ" in body)
    if not own:  # at some argument, a (1 - a), or x (1 - x) of any
        return bool(said.argument) and re.search(rf"(?<!\w){re.escape(said.argument)}(?!\w)", body) is None
    return _ONE_LESS.search(body) is not None or (function == "sigmoid" and _SQUARED.search(body) is not None)


@lru_cache(maxsize=256)
def _said_of(name: str) -> re.Pattern[str]:
    led = (
        rf"\b(?:{_KEYWORDS})\b[ \t]{{1,3}}(?:\w+[ \t]{{1,3}}){{0,2}}(?:\w+[ \t]{{0,3}}=[ \t]{{0,3}})?"
        r"|(?<![\w.*/+(=-])(?<![*/+(=-][ ])"
    )
    arrow = r"(?:=[ \t]{0,3}lambda[ \t]{1,3}|:=?[ \t]{0,3}|=[ \t]{0,3}\(?)(\w+)\)?[ \t]{0,3}(?==>|->|:)"
    of = rf"\(([^()\n]{{0,40}})\)|\[[^\]\n]{{0,20}}\]|\{{[^{{}}\n]{{0,20}}\}}|{arrow}|[a-z]\b"
    sign = r"=>|->|<-|:=|=(?!=)|:|\{|\bis\b|\bbeing\b|\bmeans\b|\bdenotes\b|\n[ \t]"
    typed = r"(?:->[ \t]{0,3}\w+[ \t]{0,3}|:[ \t]{0,3}\w+[ \t]{0,3}(?==))?"
    gap = r"[ \t]{0,3}"
    return regex(rf"(?:{led})(?<![\w.]){re.escape(name)}\b{gap}(?:{of})?{gap}{typed}(?:{sign})")
