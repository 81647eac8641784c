"""What is said of local derivatives: numbers, and of which operands they are."""

from collections.abc import Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from gradbook.graph.expression import Number
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.lists.each import EACH
from gradbook.written.parsing.grammar.edges import past_number, past_spelled, seen
from gradbook.written.parsing.grammar.signs import says
from gradbook.written.parsing.phrases.slopes.received.shares import TOWARDS, is_and

_SLOPES = frozenset({Role.SLOPE, Role.SLOPES})
_PASSED = frozenset({Role.FILLER, Role.LINK})  # "the local gradient here is simply"
_EQUAL = bare_words("equal gleich egal égal égale égales igual iguales iguais uguale uguali gelijk aan to a à")
_AS = bare_words("quanto como wie que come als as")  # "tanto para x quanto para y"
_BOTH = bare_words("tanto sowohl both tant sia zowel")
_IT = bare_words("it that this it's that's es das ist ce c'est es lo esto isto é questo è het dat we i get man")
_TO = TOWARDS | {"per"}
NAMED = frozenset({"der", "diff", "diffsub", "nabla", "pd"})


class Said(NamedTuple):
    """What is said of local derivatives: numbers, each of the operand it is for, of all of them or of the only one.

    Attributes:
        sign: between them; made where none stands: "relu: local 1".
        values: where each number begins and ends, and the name it is for; "" where none is said.
        of_all: whether one number is said of all operands.
        of: what names the node, if anything does: "of q", "of the sum".
        end: of all that is said; the sign itself where what follows is a calculation.
    """

    sign: Token
    values: list[tuple[int, int, str]]
    of_all: bool
    end: int
    of: Token | None = None


def said_of(tokens: Sequence[Token], at: int, of_all: bool) -> Said | None:
    """Return what stands behind "local": "gradient here is 3", "gradients are both 1", "1 for a and -1 for b".

    Args:
        tokens: the tokens.
        at: the place of "local".
        of_all: whether "both" stands before it.
    """
    place = seen(tokens, at + 1)
    while place < len(tokens) and tokens[place].role in (*_SLOPES, Role.PARTIAL):
        place = seen(tokens, place + 1)
    place, of = _of(tokens, place)
    place, by = _for(tokens, place)
    sign = _past(tokens, place, _PASSED)
    signed = sign < len(tokens) and says(tokens[sign])
    number = _past(tokens, sign + 1, _PASSED) if signed else sign
    while number < len(tokens) and tokens[number].kind == "word" and bare(tokens[number].text) in _EQUAL:
        number = seen(tokens, number + 1)
    if number >= len(tokens) or tokens[number].kind in NAMED:
        return None  # "the local gradient is dr/dq = 3"
    while number < len(tokens) and bare(tokens[number].text) in EACH:
        of_all, number = True, _past(tokens, number + 1, _PASSED)
    if each := _each_for(tokens, sign + signed):
        first = each[0][0][0]
        return Said(Token("rel", "is", tokens[first].start, tokens[first].start), each[0], False, each[1], of)
    end = number_end(tokens, number)
    goes_on = (
        end and end < len(tokens) and tokens[end].kind in ("op", "rel", "name", "open") and not _for(tokens, end)[1]
    )
    if signed and (not end or goes_on) and not of_all:
        return Said(tokens[sign], [(0, 0, by)], False, sign, of)
    if not end or goes_on:
        return None
    values: list[tuple[int, int, str]] = []
    equal = tokens[sign] if signed else Token("rel", "is", tokens[number].start, tokens[number].start)
    while end:
        stop, name = _for(tokens, end)
        behind = seen(tokens, stop)
        if not name and behind < len(tokens) and tokens[behind].role in (Role.FOR, Role.BY):
            all_of = seen(tokens, behind + 1)
            of_all = of_all or (all_of < len(tokens) and bare(tokens[all_of].text) in EACH)  # "1 for both"
        if not name and behind < len(tokens) and bare(tokens[behind].text) in EACH:  # "1 each"
            of_all, stop = True, behind + 1
        values.append((number, end, name or by))
        while name and (more := _one_more(tokens, stop)):  # "1 for x and for y"
            stop, name = more
            values.append((number, end, name))
        then = number = seen(tokens, stop)
        while number < len(tokens) and is_and(tokens[number]):
            number = seen(tokens, number + 1)
        number = number if number > then else len(tokens)
        end = number_end(tokens, number)
        last = stop
    if len(values) > 1 and not all(name for _, _, name in values):  # "1 and 1"
        texts = {tuple(token.text for token in value_of(tokens[a:b])) for a, b, _ in values}
        of_all, values = len(texts) == 1, values[:1]
        return Said(equal, values, True, last, of) if of_all else None
    return Said(equal, values, of_all, last, of)


def _each_for(tokens: Sequence[Token], at: int) -> tuple[list[tuple[int, int, str]], int] | None:
    """Return the numbers in "for a it is 3, for b that is 2" and the place behind; None where less is said."""
    values: list[tuple[int, int, str]] = []
    stop = place = at
    while True:
        begin, name = _for(tokens, place)
        lead = begin
        while name and lead < len(tokens) and (tokens[lead].edge or _is_it(tokens[lead])):
            lead += 1
        end = number_end(tokens, lead) if lead > begin or values else 0
        if not name or not end:
            return (values, stop) if values else None
        values.append((lead, end, name))
        stop, then = end, seen(tokens, end)
        while then < len(tokens) and is_and(tokens[then]):
            then = seen(tokens, then + 1)
        place = then


def _is_it(token: Token) -> bool:
    """Whether a token stands between a quantity and its number: "that is", "it's", "we get"."""
    return says(token) or (token.kind == "word" and (token.role in _PASSED or bare(token.text) in _IT))


def _of(tokens: Sequence[Token], at: int) -> tuple[int, Token | None]:
    """Return the place behind "of the sum" and what names the node there; the place itself where it does not stand."""
    place = seen(tokens, at)
    if place >= len(tokens) or tokens[place].role is not Role.OF:
        return at, None
    place = _past(tokens, place + 1, frozenset({Role.ARTICLE}))
    behind = seen(tokens, place + 1)
    place = behind if behind < len(tokens) and tokens[behind].name else place  # "of the node q"
    if place >= len(tokens) or not (tokens[place].name or tokens[place].kind in ("word", "fn")):
        return at, None
    return place + 1, tokens[place]


def _for(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """Return the place behind "for q", "(rispetto a q)" and the name; the place itself where none stands."""
    opens = seen(tokens, at)
    opened = opens < len(tokens) and tokens[opens].kind == "open"
    lead = seen(tokens, opens + opened)
    both = lead < len(tokens) and tokens[lead].text == "comma" and not opened  # ", tanto para x"
    behind = seen(tokens, lead + 1) if both else len(tokens)
    lead = seen(tokens, behind + 1) if behind < len(tokens) and bare(tokens[behind].text) in _BOTH else lead
    name = lead
    while (
        name < len(tokens)
        and tokens[name].kind == "word"
        and (tokens[name].role in (Role.FOR, Role.BY, Role.ARTICLE, Role.SLOPE) or tokens[name].text in _TO)
    ):
        name = seen(tokens, name + 1)
    led = name > lead or (opened and opens == at)  # "1 (x)"
    if not led or name >= len(tokens) or not tokens[name].name:
        return at, ""
    close = seen(tokens, name + 1)
    if opened and (close >= len(tokens) or tokens[close].kind != "close"):
        return at, ""
    return (close if opened else name) + 1, tokens[name].name


def _one_more(tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
    """Return the place behind "and for y" and the name; None where that does not stand at a place."""
    joins = seen(tokens, at)
    if joins >= len(tokens) or not (is_and(tokens[joins]) or bare(tokens[joins].text) in _AS):
        return None
    stop, name = _for(tokens, joins + 1)
    return (stop, name) if name else None


def _past(tokens: Sequence[Token], at: int, roles: Set[Role]) -> int:
    place = seen(tokens, at)
    while place < len(tokens) and tokens[place].role in roles and not number_end(tokens, place):
        place = seen(tokens, place + 1)
    return place


def number_end(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind a number in digits or in words; 0 where none stands."""
    at += at < len(tokens) and tokens[at].text == "+"
    return past_number(tokens, at) or past_spelled(tokens, at)


def value_of(tokens: Sequence[Token]) -> list[Token]:
    """Return a number as it is written, without a plus before it, or in digits if it is in words."""
    return [_in_digits(token) for token in tokens if token.text != "+"]


def _in_digits(token: Token) -> Token:
    value = DICTIONARY.value(token.text) if token.kind == "word" else None
    return token if value is None else replace(token, kind="num", node=Number(value), role=None)
