"""Described quantities: "f is the product of q and z, so -12", "q is the sum (3)" and "times z makes f -12".

Between the name and the number only its own calculation in words may stand, which is held against the graph.
"""

from collections.abc import Sequence

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, OPERATIONS, UNKNOWN, Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import past_number, past_spelled, seen
from gradbook.written.parsing.phrases.called.operations import OPERATION, come_to

_DESCRIBES = OPERATIONS | {
    Role.ARTICLE, Role.OF, Role.PLAIN, Role.BY, Role.PART_OF_GRAPH, Role.FILLER, Role.POWER, Role.WEIGHT, Role.BIAS,
    Role.ERROR, Role.EVERYDAY,
}  # fmt: skip
_LEADS = frozenset({Role.LINK, Role.SAME, Role.FILLER, Role.RESULT, Role.REASON, Role.RELATION})
_THAT = bare_words("which that ce que qui lo che o cioè was das is")
_LONGEST = 12  # tokens of a description


def described(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens without the words between a name with its verb and its number that only say how it comes."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        found.append(token)
        at += 1
        name = tokens[at - 2] if at > 1 else None
        if (token.kind, token.text) != ("rel", "is"):
            continue
        if made := _made(tokens, at - 1, lexicon):
            found[-1:] = [Token("sep", "wide", token.start, token.start), made, token]
            at = seen(tokens, at) + 1
            continue
        if name is None or name.name not in lexicon.operands:
            continue
        end = _past_description(tokens, at, name.name, lexicon)
        number = _number(tokens, end) if end else None
        if number is not None:
            found += tokens[number[0] : number[1]]
            at = number[2]
    return found


def _made(tokens: Sequence[Token], verb: int, lexicon: Lexicon) -> Token | None:
    """Return the name between a verb and a number that ends its clause: "makes f -12"; None where none stands."""
    place = seen(tokens, verb + 1)
    made = place < len(tokens) and tokens[verb].role is Role.RESULT and tokens[place].name in lexicon.operands
    end = _number_end(tokens, seen(tokens, place + 1)) if made else 0
    return tokens[place] if end and _ends(tokens, end) else None


def _number_end(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind a number in digits or in words; 0 where none stands."""
    minus = at < len(tokens) and tokens[at].role is Role.MINUS
    return past_number(tokens, at) or past_spelled(tokens, at + minus)


def _ends(tokens: Sequence[Token], at: int) -> bool:
    behind = seen(tokens, at)
    return behind >= len(tokens) or tokens[behind].kind == "sep" or tokens[behind].role in (Role.LINK, Role.REASON)


def _past_description(tokens: Sequence[Token], at: int, name: str, lexicon: Lexicon) -> int:
    """Return the place behind words that describe how a node is calculated; 0 where none stand at a place."""
    place = at
    while place < min(at + _LONGEST, len(tokens)) and (
        tokens[place].edge
        or tokens[place].kind in ("name", "fn")
        or (tokens[place].kind == "word" and (tokens[place].role in _DESCRIBES or bare(tokens[place].text) in AND))
        or (tokens[place].role in UNKNOWN and bare(tokens[place].text) in OPERATION)
    ):
        place += 1
    said = tokens[at:place]
    led = bool(said) and said[0].kind == "word"
    worked = any(bare(token.text) in OPERATION or token.kind == "fn" for token in said)
    return place if led and worked and come_to(said, name, lexicon) else 0


def _number(tokens: Sequence[Token], at: int) -> tuple[int, int, int] | None:
    """Return where a number stands that a comma, a bracket or "so" leads to, and the place behind all."""
    place = seen(tokens, at)
    opened = place < len(tokens) and tokens[place].kind == "open"
    led = opened
    while place < len(tokens) and (
        tokens[place].edge
        or tokens[place].text == "comma"
        or (tokens[place].kind == "open" and opened)
        or (tokens[place].kind == "rel" and tokens[place].text == "is")
        or (tokens[place].kind == "word" and (tokens[place].role in _LEADS or bare(tokens[place].text) in _THAT))
    ):
        led, place = True, place + 1
    end = _number_end(tokens, place)
    behind = seen(tokens, end)
    if end and led and not opened and behind < len(tokens) and tokens[behind].kind == "op":
        return place, place, place  # "h is the weight times the input, 0.5 * 3, which is 1.5"
    closed = opened and behind < len(tokens) and tokens[behind].kind == "close"
    if not (end and led and (closed if opened else _ends(tokens, end))):
        return None
    return place, end, behind + closed
