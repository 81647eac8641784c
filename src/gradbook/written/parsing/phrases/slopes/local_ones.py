"""Local ones: "local derivatives: dw = x = 2" are of the node right above, and not of the output.

"r = sin(q); the local gradient is 0.8253" is of the node that was spoken of, where that has one operand, or where the
same is said of all: "q = p + c, the local gradients are both 1".
"""

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from gradbook.graph.expression import Derivative
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import ends_sentence, last_seen, past_number, seen
from gradbook.written.parsing.grammar.signs import says

_LEADS = frozenset({Role.LOCAL, Role.SLOPE, Role.SLOPES, Role.PARTIAL, Role.ARTICLE, Role.PLAIN})
_SLOPES = frozenset({Role.SLOPE, Role.SLOPES})
_PASSED = frozenset({Role.FILLER, Role.LINK})  # "the local gradient here is simply"
_ALL = bare_words("both each beide jeweils toutes ambas ambos entrambe tutte 都是 都 均为")
_NEAR = 6  # tokens back to what a verb says is moved
_NAMED = frozenset({"der", "diff", "diffsub", "nabla", "pd"})
_FAR = 60  # tokens back to the node that is spoken of


class _Said(NamedTuple):
    """What is said of a node's local derivatives: where the sign stands, the number, and whether all are that."""

    sign: int
    number: int
    end: int
    of_all: bool


def of_their_nodes(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, "the local gradient is 3" as the derivative of the node that was spoken of last.

    It counts where it fits: the sentence may speak of another node.
    """
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        said = _said(tokens, at) if token.role is Role.LOCAL else None
        meant = _meant(found, lexicon) if said else []
        heads = [Token("der", f"d{n.of}/d{n.by}", token.start, token.end, n, Role.ERROR) for n in meant]
        if said and said.of_all and len(heads) > 1:
            for head in heads:
                found += [
                    head,
                    tokens[said.sign],
                    *tokens[said.number : said.end],
                    Token("sep", "comma", token.end, token.end),
                ]
            found, at = found[:-1], said.end
        elif said and not said.of_all and len(heads) == 1:
            found, at = [*found, *heads], said.sign
        else:
            found.append(token)
            at += 1
    return found


def _said(tokens: Sequence[Token], at: int) -> _Said | None:
    """Return what is said behind "local": "gradient here is 3", "gradients are both 1", "derivatives are 1 and 1"."""
    place = seen(tokens, at + 1)
    if place >= len(tokens) or tokens[place].role not in _SLOPES:
        return None
    several = tokens[place].role is Role.SLOPES
    sign = _past(tokens, place + 1, _PASSED)
    if sign >= len(tokens) or not says(tokens[sign]):
        return None
    number = _past(tokens, sign + 1, _PASSED)
    if number < len(tokens) and tokens[number].kind in _NAMED:
        return None  # "the local gradient is dr/dq = 3"
    of_all = number < len(tokens) and bare(tokens[number].text) in _ALL
    number = _past(tokens, number + 1, _PASSED) if of_all else number
    end = past_number(tokens, number)
    then = seen(tokens, end) if end else len(tokens)
    if several and not of_all and then < len(tokens) and tokens[then].role is Role.LINK:  # "1 and 1"
        again = seen(tokens, then + 1)
        stop = past_number(tokens, again)
        of_all = stop > 0 and [t.text for t in tokens[number:end]] == [t.text for t in tokens[again:stop]]
        end = stop
    return _Said(sign, number, end, of_all) if bool(of_all) == several and (end or not of_all) else None


def _past(tokens: Sequence[Token], at: int, roles: Set[Role]) -> int:
    place = seen(tokens, at)
    while place < len(tokens) and tokens[place].role in roles:
        place = seen(tokens, place + 1)
    return place


def _meant(before: Sequence[Token], lexicon: Lexicon) -> list[Derivative]:
    """Return the local derivatives of the node that was said last to be something, or that was nudged."""
    for place in range(len(before) - 1, max(0, len(before) - _FAR), -1):
        token = before[place]
        if token.text == "heading" and place < len(before) - 1 and before[place + 1].kind == "sep":
            return []
        head = last_seen(before, place)
        if token.role is Role.CHANGES and (nudged := _nudged(before, place, lexicon)):
            return [nudged]
        if token.kind == "rel" and head >= 0 and before[head].kind == "name" and before[head].name in lexicon.operands:
            of = before[head].name
            return [Derivative(of, by, by in lexicon.operands[of]) for by in dict.fromkeys(_named(of, lexicon))]
    return []


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
