"""Local derivatives in words, "the local gradient is 3", as those of the node that was spoken of.

"r = sin(q); the local gradient is 0.8253" is of the node that was spoken of, where that has one operand, or where the
same is said of all: "q = p + c, the local gradients are both 1".
"""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.lexing.words.lists.each import EACH
from gradbook.written.parsing.grammar.edges import last_seen, seen
from gradbook.written.parsing.phrases.called.operations import done_by
from gradbook.written.parsing.phrases.slopes.local.nodes import meant
from gradbook.written.parsing.phrases.slopes.local.said import NAMED, Said, said_of, value_of
from gradbook.written.parsing.phrases.slopes.received.direction import goes_back
from gradbook.written.parsing.phrases.slopes.received.getting import HAS
from gradbook.written.parsing.phrases.slopes.received.shares import gradient_by

_SLOPES = frozenset({Role.SLOPE, Role.SLOPES})


def of_their_nodes(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, "the local gradient is 3" as the derivative of the node that was spoken of last.

    It counts where it fits: the sentence may speak of another node.
    """
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        said = said_of(tokens, at, _is_of_all(found)) if tokens[at].role is Role.LOCAL and not _is_of(found) else None
        told = _told(said, tokens, at, found, lexicon) if said else None
        found, at = told or ([*found, tokens[at]], at + 1)
    return found


def _told(
    said: Said, tokens: Sequence[Token], at: int, before: list[Token], lexicon: Lexicon
) -> tuple[list[Token], int] | None:
    """Return all that is read up to what is said, with that, and where to go on; None where nobody knows of what it is.

    Args:
        said: what is said.
        tokens: the tokens.
        at: the place of "local".
        before: what is read before it.
        lexicon: the exercise's.
    """
    local, subject = tokens[at], _subject(before) if len(said.values) == 1 else -1
    if subject >= 0 and not said.values[0][2] and not said.of_all:
        said = said._replace(values=[(*said.values[0][:2], before[subject].name)])
    if not said.of and (function := _function_of(before)) >= 0:
        said, before = said._replace(of=before[function]), before[:function]
    if _are_named(tokens, said.end):
        return [*before, replace(tokens[said.end], kind="sep", text="wide")], said.end + 1
    read = _read(said, local, tokens, before, lexicon)
    if not read:
        return None
    follows = _follows(tokens, said.end) if subject >= 0 else 0
    if follows and goes_back(before):
        whole = gradient_by(before[subject].name, local.end, local.end, lexicon)
        read += [Token("sep", "wide", local.end, local.end), whole, Token("rel", "is", local.end, local.end)]
        return before[:subject] + read, follows
    kept = subject if follows else last_seen(before) if _is_led(before) else len(before)  # "dérivée locale"
    return before[:kept] + read, said.end


def _subject(before: Sequence[Token]) -> int:
    """Return the place of the quantity that ends what is read, before a colon or "has": "w: local 3"; -1 for none."""
    verb = last_seen(before)
    if verb < 1 or not (before[verb].text == "colon" or before[verb].text in HAS):
        return -1
    name = last_seen(before, verb)
    lead = last_seen(before, name)
    begins = lead < 0 or before[lead].kind in ("sep", "word")
    return name if name >= 0 and before[name].name and begins else -1


def _follows(tokens: Sequence[Token], at: int) -> int:
    """Return where a number or a calculation begins that is told to follow: ", so 2 * 3 = 6"; 0 where none is."""
    place, told = seen(tokens, at), False
    while place < len(tokens) and (
        tokens[place].text in ("comma", "arrow") or tokens[place].role in (Role.LINK, Role.SAME, Role.REASON)
    ):
        told = told or tokens[place].text != "comma"
        place = seen(tokens, place + 1)
    begins = place < len(tokens) and (tokens[place].kind in ("num", "open") or tokens[place].text == "-")
    return place if told and begins else 0


def _read(said: Said, token: Token, tokens: Sequence[Token], before: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """Return what is said as equations; nothing where nobody knows of what it is."""
    found: list[Token] = []
    for begin, end, name in said.values:
        named = [said.of] if said.of else before
        nodes = meant(named, lexicon, [n for _, _, n in said.values if n], name)
        if not nodes or (len(nodes) > 1 and not said.of_all):
            return []
        for node in nodes:
            head = Token("der", f"d{node.of}/d{node.by}", token.start, token.end, node, Role.ERROR)
            apart = [Token("sep", "wide", token.end, token.end)] if found else []
            found += [*apart, head, *([said.sign, *value_of(tokens[begin:end])] if end else [])]
    return found


def _are_named(tokens: Sequence[Token], at: int) -> bool:
    """Whether a colon and a derivative stand at a place: "both local ones are 1: dp/dh = 1"."""
    named = seen(tokens, at + 1)
    return at < named < len(tokens) and tokens[at].text == "colon" and tokens[named].kind in NAMED | {"diff"}


def _is_of(before: Sequence[Token]) -> bool:
    """Whether whose it is stands before "local derivative": "g 对 w 的局部导数"."""
    of = last_seen(before)
    return of > 0 and before[of].role is Role.OF and bool(before[last_seen(before, of)].name)


def _function_of(before: Sequence[Token]) -> int:
    """Return the place of the function whose it is, "relu 的局部导数"; -1 where none stands before."""
    of = last_seen(before)
    function = last_seen(before, of) if of > 0 and before[of].role is Role.OF else -1
    return function if function >= 0 and done_by(before[function]) else -1


def _is_of_all(before: Sequence[Token]) -> bool:
    """Whether "both", "tutte" stand before "its local derivatives"."""
    place = last_seen(before)
    while place >= 0 and before[place].role is Role.ARTICLE and bare(before[place].text) not in EACH:
        place = last_seen(before, place)
    return place >= 0 and bare(before[place].text) in EACH


def _is_led(before: Sequence[Token]) -> bool:
    lead = last_seen(before)
    return lead >= 0 and before[lead].role in _SLOPES
