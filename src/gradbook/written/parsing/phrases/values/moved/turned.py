"""Turned: what a step makes of a quantity, with the verb first: "damit wird aus w der Wert 0,58 und aus b 0,88"."""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.graph.expression import Symbol
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.grammar.edges import past_number, seen

FROM = frozenset({"aus"})
_VALUE = frozenset({"der", "neue", "wert"})
_FAR = 20  # tokens between two such quantities


def turned(tokens: list[Token]) -> list[Token]:
    """Return the tokens, with the quantity before the verb and its number right behind that."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        read = _read(tokens, at)
        if not read:
            found.append(tokens[at])
            at += 1
            continue
        more, at = read
        found += more
    return found


def _read(tokens: Sequence[Token], at: int) -> tuple[list[Token], int] | None:
    """Read "wird aus w der Wert", and what goes on with "und aus b", up to a number."""
    verb = tokens[at]
    led = verb.kind == "rel" and verb.text == "is" and (not at or tokens[at - 1].kind in ("word", "num", "sep"))
    if not (led or (verb.role is Role.LINK and _goes_on(tokens, at))):
        return None
    by = seen(tokens, at + 1)
    name = seen(tokens, by + 1)
    if name >= len(tokens) or tokens[by].text not in FROM or not isinstance(tokens[name].node, Symbol):
        return None
    place = seen(tokens, name + 1)
    while place < len(tokens) and tokens[place].text in _VALUE:
        place = seen(tokens, place + 1)
    if not past_number(tokens, place):
        return None
    sign = replace(verb, kind="rel", text="<-", start=tokens[name].end, end=tokens[name].end, role=None, node=None)
    return [*([] if led else [verb]), tokens[name], sign], place


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number of another such quantity stands before a place, in the same sentence."""
    behind = [token.text for token in tokens[max(0, at - _FAR) : at]]
    return not FROM.isdisjoint(behind) and "stop" not in behind
