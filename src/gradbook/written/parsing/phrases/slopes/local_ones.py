"""Local ones: "local derivatives: dw = x = 2" are of the node right above, and not of the output.

"r = sin(q); the local gradient is 0.8253" is of the node that was spoken of, where that has one operand, or where the
same is said of all: "q = p + c, the local gradients are both 1".
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from gradbook.graph.expression import Derivative, Number
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.parsing.grammar.edges import ends_sentence, last_seen, past_number, seen
from gradbook.written.parsing.grammar.signs import says
from gradbook.written.parsing.phrases.called.operations import OPERATION
from gradbook.written.parsing.phrases.slopes.received.shares import TOWARDS

_LEADS = frozenset({Role.LOCAL, Role.SLOPE, Role.SLOPES, Role.PARTIAL, Role.ARTICLE, Role.PLAIN})
_SLOPES = frozenset({Role.SLOPE, Role.SLOPES})
_PASSED = frozenset({Role.FILLER, Role.LINK})  # "the local gradient here is simply"
_ALL = bare_words("both each all beide jeweils alle toutes ambas ambos todas todos entrambe tutte 都是 都 均为 둘다 둘 모두")
_EQUAL = bare_words("equal gleich égal égale égales igual iguales iguais uguale uguali gelijk aan to a à")
_OPERATIONS = {Role.PLUS: "add", Role.MINUS: "sub", Role.TIMES: "mul", Role.OVER: "div"}
_SIGNS = {"+": "add", "-": "sub", "*": "mul", "/": "div"}
_TO = TOWARDS | {"per"}
_NEAR = 6  # tokens back to what a verb says is moved
_NAMED = frozenset({"der", "diff", "diffsub", "nabla", "pd"})
_FAR = 60  # tokens back to the node that is spoken of


class _Said(NamedTuple):
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


def of_their_nodes(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, "the local gradient is 3" as the derivative of the node that was spoken of last.

    It counts where it fits: the sentence may speak of another node.
    """
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        said = _said(tokens, at, _is_of_all(found)) if token.role is Role.LOCAL and not _is_of(found) else None
        read = _read(said, token, tokens, found, lexicon) if said else []
        if said and read:
            found = found[: last_seen(found)] if _is_led(found) else found  # "dérivée locale"
            found, at = found + read, said.end
        elif said and _are_named(tokens, said.end):
            found, at = [*found, replace(tokens[said.end], kind="sep", text="wide")], said.end + 1
        else:
            found.append(token)
            at += 1
    return found


def _are_named(tokens: Sequence[Token], at: int) -> bool:
    """Whether a colon and a derivative stand at a place: "both local ones are 1: dp/dh = 1"."""
    named = seen(tokens, at + 1)
    return at < named < len(tokens) and tokens[at].text == "colon" and tokens[named].kind in _NAMED | {"diff"}


def _is_of(before: Sequence[Token]) -> bool:
    """Whether whose it is stands before "local derivative": "g 对 w 的局部导数"."""
    of = last_seen(before)
    return of > 0 and before[of].role is Role.OF and bool(before[last_seen(before, of)].name)


def _is_of_all(before: Sequence[Token]) -> bool:
    """Whether "both", "tutte" stand before "its local derivatives"."""
    place = last_seen(before)
    while place >= 0 and before[place].role is Role.ARTICLE and bare(before[place].text) not in _ALL:
        place = last_seen(before, place)
    return place >= 0 and bare(before[place].text) in _ALL


def _is_led(before: Sequence[Token]) -> bool:
    lead = last_seen(before)
    return lead >= 0 and before[lead].role in _SLOPES


def _read(said: _Said, token: Token, tokens: Sequence[Token], before: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """Return what is said as equations; nothing where nobody knows of what it is."""
    found: list[Token] = []
    for begin, end, name in said.values:
        named = [said.of] if said.of else before
        meant = _meant(named, lexicon, [n for _, _, n in said.values if n], name)
        if not meant or (len(meant) > 1 and not said.of_all):
            return []
        for node in meant:
            head = Token("der", f"d{node.of}/d{node.by}", token.start, token.end, node, Role.ERROR)
            apart = [Token("sep", "wide", token.end, token.end)] if found else []
            found += [*apart, head, *([said.sign, *_value(tokens[begin:end])] if end else [])]
    return found


def _value(tokens: Sequence[Token]) -> list[Token]:
    """Return a number as it is written, without a plus before it, or in digits if it is in words."""
    return [_in_digits(token) for token in tokens if token.text != "+"]


def _in_digits(token: Token) -> Token:
    value = DICTIONARY.value(token.text) if token.kind == "word" else None
    return token if value is None else replace(token, kind="num", node=Number(value), role=None)


def _said(tokens: Sequence[Token], at: int, of_all: bool) -> _Said | None:
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
    if number >= len(tokens) or tokens[number].kind in _NAMED:
        return None  # "the local gradient is dr/dq = 3"
    while number < len(tokens) and bare(tokens[number].text) in _ALL:
        of_all, number = True, _past(tokens, number + 1, _PASSED)
    end = _number_end(tokens, number)
    goes_on = (
        end and end < len(tokens) and tokens[end].kind in ("op", "rel", "name", "open") and not _for(tokens, end)[1]
    )
    if signed and (not end or goes_on) and not of_all:
        return _Said(tokens[sign], [(0, 0, by)], False, sign, of)
    if not end or goes_on:
        return None
    values: list[tuple[int, int, str]] = []
    equal = tokens[sign] if signed else Token("rel", "is", tokens[number].start, tokens[number].start)
    while end:
        stop, name = _for(tokens, end)
        behind = seen(tokens, stop)
        if not name and behind < len(tokens) and tokens[behind].role in (Role.FOR, Role.BY):
            all_of = seen(tokens, behind + 1)
            of_all = of_all or (all_of < len(tokens) and bare(tokens[all_of].text) in _ALL)  # "1 for both"
        if not name and behind < len(tokens) and bare(tokens[behind].text) in _ALL:  # "1 each"
            of_all, stop = True, behind + 1
        values.append((number, end, name or by))
        then = seen(tokens, stop)
        joins = then < len(tokens) and (tokens[then].role is Role.LINK or tokens[then].text == "comma")
        number = seen(tokens, then + 1) if joins else len(tokens)
        end = _number_end(tokens, number)
        last = stop
    if len(values) > 1 and not all(name for _, _, name in values):  # "1 and 1"
        texts = {tuple(token.text for token in _value(tokens[a:b])) for a, b, _ in values}
        of_all, values = len(texts) == 1, values[:1]
        return _Said(equal, values, True, last, of) if of_all else None
    return _Said(equal, values, of_all, last, of)


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


def _number_end(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind a number in digits or in words; 0 where none stands."""
    at += at < len(tokens) and tokens[at].text == "+"
    told = at < len(tokens) and tokens[at].kind == "word" and DICTIONARY.value(tokens[at].text) is not None
    return past_number(tokens, at) or (at + 1 if told else 0)


def _for(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """Return the place behind "for q", "(rispetto a q)" and the name; the place itself where none stands."""
    opens = seen(tokens, at)
    opened = opens < len(tokens) and tokens[opens].kind == "open"
    lead = seen(tokens, opens + opened)
    name = lead
    while (
        name < len(tokens)
        and tokens[name].kind == "word"
        and (tokens[name].role in (Role.FOR, Role.BY, Role.ARTICLE, Role.SLOPE) or tokens[name].text in _TO)
    ):
        name = seen(tokens, name + 1)
    if name == lead or name >= len(tokens) or not tokens[name].name:
        return at, ""
    close = seen(tokens, name + 1)
    if opened and (close >= len(tokens) or tokens[close].kind != "close"):
        return at, ""
    return (close if opened else name) + 1, tokens[name].name


def _past(tokens: Sequence[Token], at: int, roles: Set[Role]) -> int:
    place = seen(tokens, at)
    while place < len(tokens) and tokens[place].role in roles and not _number_end(tokens, place):
        place = seen(tokens, place + 1)
    return place


def _meant(before: Sequence[Token], lexicon: Lexicon, names: Sequence[str], by: str) -> list[Derivative]:
    """Return the local derivatives of the node that is spoken of; by one name if it is said.

    That is the only one that all names are operands of, or else the one that was stated last, or nudged, or that is the
    only one of its operation: "the plus has local derivative 1 for both".

    Args:
        before: the tokens so far.
        lexicon: the exercise's.
        names: the operands that are named.
        by: the one of them for which a number is; "" for any.
    """
    above = [of for of in lexicon.operands if of not in lexicon.unnamed and {*names} <= {*_named(of, lexicon)}]
    if names and len(above) == 1:
        return _partials(above[0], [by], lexicon)
    for place in range(len(before) - 1, max(-1, len(before) - _FAR), -1):
        token = before[place]
        if token.text == "heading" and place < len(before) - 1 and before[place + 1].kind == "sep":
            return []
        head = last_seen(before, place)
        if token.role is Role.CHANGES and not by and (nudged := _nudged(before, place, lexicon)):
            return [nudged]
        stated = token.kind == "rel" and head >= 0 and before[head].kind == "name"
        of = before[head].name if stated else (lexicon.sole(token.text) or "") if token.kind == "fn" else ""
        of = of or (token.name if len(before) == 1 else "") or _done_by(token, lexicon)
        operands = dict.fromkeys(_named(of, lexicon))
        if operands and {*names} <= operands.keys():
            return _partials(of, [by] if by else operands, lexicon)
    return []


def _partials(of: str, names: Iterable[str], lexicon: Lexicon) -> list[Derivative]:
    return [Derivative(of, name, name in lexicon.operands[of]) for name in names]


def _done_by(word: Token, lexicon: Lexicon) -> str:
    """Return the only node that is calculated by the operation of which a word speaks: "the plus", "the product"."""
    op = _SIGNS.get(word.text) if word.kind == "op" else _OPERATIONS.get(word.role) if word.role else None
    op = op or (OPERATION.get(bare(word.text)) if word.kind == "word" else None)
    nodes = [node for node, done in lexicon.operations.items() if done == op and node not in lexicon.unnamed]
    return nodes[0] if op and len(nodes) == 1 else ""


def _nudged(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Derivative | None:
    """Return what a verb between two names tells of: "raising w by 1 raises z by x"."""
    place = seen(tokens, at + 1)
    of = tokens[place].name if place < len(tokens) else ""
    by = next((t.name for t in reversed(tokens[max(0, at - _NEAR) : at]) if t.kind in ("name", "sep")), "")
    return Derivative(of, by, by in lexicon.operands[of]) if by and by in _named(of, lexicon) else None


def _named(of: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield what has a name of all that a node is calculated from."""
    for name in lexicon.operands.get(of, ()):
        if name in lexicon.unnamed:
            yield from _named(name, lexicon)
        else:
            yield name


def local_differentials(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, "dw" before a sign as the derivative of the only node above w, where it is called local.

    Of several nodes nobody knows which is meant, and it is left unread.
    """
    found: list[Token] = []
    led = listed = False  # right behind "local derivatives", or in an equation of one of them
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.role is Role.LOCAL:
            led, listed = _begins(found), False
        elif ends_sentence(token) or token.role is Role.LINK or token.text == ";":
            led = listed = False
        if (led or (listed and tokens[at - 1].text in ("comma", "soft"))) and _is_differential(tokens, at):
            found.append(_of_the_next(tokens[at], tokens[at + 1], lexicon))
            led, listed, at = False, True, at + 2
            continue
        led = led and (token.edge or token.text in ("colon", "is") or token.role in _LEADS)
        found.append(token)
        at += 1
    return found


def _begins(before: Sequence[Token]) -> bool:
    """Whether a sentence begins here, but for an article: "not the local derivatives" are none, nor are Ben's."""
    place = last_seen(before, len(before))
    while place >= 0 and before[place].role in (Role.ARTICLE, Role.PARTIAL):
        place = last_seen(before, place)
    return place < 0 or before[place].kind == "sep"


def _of_the_next(sign: Token, by: Token, lexicon: Lexicon) -> Token:
    above = [node for node, operands in lexicon.operands.items() if by.name in operands]
    if len(above) != 1:
        return Token("bad", f"d{by.name}", sign.start, by.end)
    return Token("der", f"d{by.name}", sign.start, by.end, Derivative(above[0], by.name))


def _is_differential(tokens: Sequence[Token], at: int) -> bool:
    """Whether a d, a name and a sign begin at a place."""
    kinds = [token.kind for token in tokens[at : at + 3]]
    return kinds == ["diff", "name", "rel"] and tokens[at].text in ("d", "∂") and bool(tokens[at + 1].name)
