"""Step sizes: how far a step goes, before what it leads to: "One step of 0.1 → x = 0.8", "x after a step of 0.1:"."""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role, bare
from gradbook.written.parsing.grammar.edges import ends_sentence, last_seen, seen

_LONGEST = 12  # tokens of what says how far
_JOINS = AND | {"comma"}
_LISTED = frozenset({"name", "num", "op"})
_SAYS = frozenset({"word", "num", "rate", "name"})
_LINKS = frozenset({Role.LINK, Role.OF, Role.BY, Role.FOR, Role.ARTICLE})


def with_led_steps(tokens: list[Token]) -> list[Token]:
    """Return the tokens, an arrow behind a step and its size as a colon, and the size behind "after a step" aside."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        behind = seen(tokens, at + 1)
        if token.text == "arrow" and _leads(tokens, at):
            start = tokens[last_seen(tokens, at)].end  # right behind, as no sign of division stands
            found.append(replace(token, text="colon", start=start, end=start))
        elif behind < len(tokens) and tokens[behind].text in ("colon", "arrow") and _is_after(tokens, at):
            sides = Token("open", "(", token.start, token.start), token, Token("close", ")", token.end, token.end)
            found += sides
        else:
            found.append(token)
    return found


def is_listed_behind_step(tokens: Sequence[Token], at: int) -> bool:
    """Whether a place is in a list of names and numbers behind a step and its size: "One step of 0.1: x 0.8, y 2.1"."""
    place = last_seen(tokens, at)
    while place >= 0 and (tokens[place].kind in _LISTED or bare(tokens[place].text) in _JOINS):
        place = last_seen(tokens, place)
    return place >= 0 and tokens[place].text == "colon" and is_step(tokens, place)


def _leads(tokens: Sequence[Token], at: int) -> bool:
    """Whether an arrow leads from a step of some size, and nothing else, to a quantity or a point."""
    behind = seen(tokens, at + 1)
    return behind < len(tokens) and tokens[behind].kind in ("name", "open") and is_step(tokens, at)


def is_step(tokens: Sequence[Token], at: int) -> bool:
    """Whether a step and how far it goes stand before a place in its sentence, and nothing else."""
    said: list[Token] = []
    place = last_seen(tokens, at)
    while place >= 0 and not ends_sentence(tokens[place]) and len(said) < _LONGEST:
        said.append(tokens[place])
        place = last_seen(tokens, place)
    plain = all(token.kind in _SAYS or token.text in ("=", "is", "comma") for token in said)
    sizes = [token for token in said if token.kind == "num"]
    steps = any(token.role in (Role.STEP, Role.RATE) or token.kind == "rate" for token in said)
    related = any(token.kind == "rel" for token in said) and any(token.kind == "name" for token in said)
    return plain and steps and not related and len(sizes) == 1 and _is_size(sizes[0])


def _is_size(token: Token) -> bool:
    """Whether a number says how far a step goes: "step 2" counts steps."""
    return token.kind == "num" and ("." in token.text or "," in token.text)


def _is_after(tokens: Sequence[Token], size: int) -> bool:
    """Whether a number says how far the step goes behind which a value is: "x after a step of 0.1"."""
    if size < 0 or not _is_size(tokens[size]):
        return False
    place = last_seen(tokens, size)
    while place >= 0 and tokens[place].role in _LINKS:
        place = last_seen(tokens, place)
    step = place
    while place > 0 and tokens[place].role in _LINKS | {Role.STEP}:
        place = last_seen(tokens, place)
    before = [token.role for token in tokens[place:step] if place >= 0]
    return step >= 0 and tokens[step].role is Role.STEP and not {Role.AFTER, Role.BY}.isdisjoint(before)
