"""Labels: a name with a colon and a number behind it begins what it labels, and is no factor: "q = 10  r: 8"."""

from collections.abc import Iterator

from gradbook.written.lexing.tokens import Token

_NAMES = frozenset({"name", "der", "new"})


def set_off(tokens: list[Token]) -> list[Token]:
    """Return the tokens with labels parted from the number before them."""
    return list(_parted(tokens))


def _parted(tokens: list[Token]) -> Iterator[Token]:
    for at, token in enumerate(tokens):
        if token.kind in _NAMES and at and _is_label(tokens, at):
            yield Token("sep", "wide", token.start, token.start)
        yield token


def _is_label(tokens: list[Token], at: int) -> bool:
    """Whether a name stands between a number, with a blank, and a colon that another number follows."""
    before, token, *behind = tokens[at - 1 : at + 5]
    if before.kind != "num" or before.end >= token.start or token.math or not behind:
        return False
    colon, *value = behind
    numbers = [one.kind for one in value if one.text not in ("soft", "-")]
    return colon.text == "colon" and colon.start == token.end and numbers[:1] == ["num"]
