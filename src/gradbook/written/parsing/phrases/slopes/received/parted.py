"""Parted gradients: "dL/dx: 12 via u and 4 directly, total 16" is what its parts come to, and none of these.

Where the parts do not add up to what is said behind them, or nothing is, none of the numbers is taken for the gradient.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from gradbook.graph.expression import Derivative
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, NO_CLAIM, UNKNOWN, Role, bare
from gradbook.written.lexing.words.lists.prepositions import DIRECT, THROUGH
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS, parts, past_number, seen
from gradbook.written.parsing.grammar.parser import quantity

WAYS = DIRECT | THROUGH | {"von", "aus", "da", "od", "от", "de", "af", "av", "fran", "frá", "経", "经", "從", "从"}
_AGAINST = NO_CLAIM | {Role.AGAINST, Role.SUPPOSITION, Role.OLD, Role.BEFORE, *UNKNOWN}
_SLOPES = frozenset({"der", "diff", "frac", "pd", "new", "old", "nabla"})
_HEAD = 14  # tokens of a derivative
_NEAR = 3  # tokens behind "via" among which a name stands
_SEVERAL = 2
_ROUNDING = 0.006  # of a sum of rounded parts


class _Part(NamedTuple):
    value: float | None
    leads: bool  # by a way to the number
    total: int  # where the number begins that a part goes on with, "4 from v = 16"; 0 for none


def parted(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, a gradient that is told in parts with what they come to, or with nothing that is read."""
    found: list[Token] = []
    for start, end in parts(tokens, SENTENCE_ENDS):
        line = tokens[start:end]
        sign = _sign(line, lexicon) if any(bare(token.text) in WAYS for token in line) else 0
        found += _read(line, sign) if sign else line
        found += tokens[end : end + 1]
    return found


def _sign(line: Sequence[Token], lexicon: Lexicon) -> int:
    """Return the place of the sign behind a derivative with which a line begins; 0 where none does."""
    first = seen(line, 0)
    sign = next((at for at, one in enumerate(line[: first + _HEAD]) if one.kind == "rel" or one.text == "colon"), 0)
    head = [one for one in line[:sign] if not one.edge]
    named = sign > first and isinstance(quantity(head, lexicon), Derivative)
    named = named or (any(one.role is Role.SLOPE for one in head) and sum(bool(one.name) for one in head) == 1)
    return sign if named and not any(token.kind in _SLOPES for token in line[sign:]) else 0


def _read(line: list[Token], sign: int) -> list[Token]:
    told = [_part(line, *span) for span in _spans(line, sign + 1)]
    ways = [part for part in told if part.leads and part.value is not None]
    if len(ways) < _SEVERAL or ways != told[: len(ways)] or len(told) > len(ways) + 1:
        return line
    begin = told[-1].total
    end = past_number(line, begin) if begin else 0
    head = [*line[:sign], replace(line[sign], kind="rel", text="=")]
    dropped = line[sign + 1 : begin] if end else line[sign + 1 :]
    denied = any(token.kind == "word" and token.role in _AGAINST and bare(token.text) not in WAYS for token in dropped)
    if end and not denied and _adds_up([part.value or 0.0 for part in ways], _value(line, end - 1)):
        return [*head, *line[begin:]]
    if any(token.text == "+" for token in dropped):
        return line  # a sum in signs is read as it is
    return [*head, replace(line[sign], kind="bad", text=line[sign + 1].text), *line[sign + 1 :]]


def _spans(line: Sequence[Token], start: int) -> Iterator[tuple[int, int]]:
    """Yield where the parts begin and end that commas, an "and" or a plus behind a way set apart."""
    begin, led = start, False
    for at in range(start, len(line)):
        token = line[at]
        joins = token.kind == "word" and token.text in AND and not (token.text == "en" and _is_direct(line, at + 1))
        adds = led and (token.role is Role.PLUS or (token.kind == "op" and token.text == "+"))
        parting = token.text in ("comma", "semicolon") or joins or adds
        if parting and any(one.kind == "num" for one in line[begin:at]):
            yield begin, at
            begin, led = at + 1, False
        led = led or (_is_way(line, at) and any(one.kind == "num" for one in line[begin:at]))
    yield begin, len(line)


def _part(line: Sequence[Token], start: int, end: int) -> _Part:
    """Return what a part of a line says: the number of a way, or what all come to."""
    ways = [at for at in range(start, end) if _is_way(line, at)]
    numbers = [at for at in range(start, end) if line[at].kind == "num"]
    if not numbers:
        return _Part(None, False, 0)
    if not ways:
        return _Part(_value(line, numbers[-1]), False, _begin(line, numbers[-1]))
    before = [at for at in numbers if at < ways[0]]
    own = (before or numbers)[-1]
    sign = next((at for at in range(ways[0], end) if before and line[at].kind == "rel"), 0)
    goes_on = bool(sign) and numbers[-1] > sign
    return _Part(_value(line, own), True, _begin(line, numbers[-1]) if goes_on else 0)


def _is_way(line: Sequence[Token], at: int) -> bool:
    """Whether a word says by which way: "directly", "via u", "from v"."""
    token = line[at]
    if token.kind not in ("word", "name") or bare(token.text) not in WAYS:
        return False
    near = line[at + 1 : at + 1 + _NEAR]
    return _is_direct(line, at) or any(one.name or bare(one.text) in DIRECT for one in near)


def _begin(line: Sequence[Token], number: int) -> int:
    """Return where a number begins, with its sign."""
    signed = number > 1 and line[number - 1].text == "-" and line[number - 2].kind not in ("num", "name", "close")
    return number - signed


def _value(line: Sequence[Token], number: int) -> float:
    return -line[number].value if _begin(line, number) < number else line[number].value


def _is_direct(line: Sequence[Token], at: int) -> bool:
    return at < len(line) and bare(line[at].text) in DIRECT


def _adds_up(values: Sequence[float], total: float) -> bool:
    return abs(sum(values) - total) <= max(_ROUNDING * abs(total), _ROUNDING)
