"""Copied mathematics: what a page shows loses its bars and hats in plain text, ∂L∂w for ∂L/∂w and y^ for ŷ."""

from dataclasses import replace

from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token

_NO_EXPONENT = frozenset({"rel", "diff", "close", "cmp", "word"})
_OPERATORS = frozenset("*/⊙")


def with_hats(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Take a ^ right behind a letter for its hat where no exponent follows."""
    result: list[Token] = []
    for at, token in enumerate(tokens):
        before = result[-1] if token.text == "^" and result else None
        name = lexicon.name(before.text + "hat") if before is not None and len(before.text) == 1 else None
        if before is not None and name and before.end == token.start and _is_hat(tokens, at):
            result[-1] = replace(before, kind="name", text=name, end=token.end, node=Symbol(name))
            continue
        result.append(token)
    return result


def _is_hat(tokens: list[Token], at: int) -> bool:
    if at + 1 >= len(tokens):
        return True
    behind = tokens[at + 1]
    return behind.kind in _NO_EXPONENT or behind.text in _OPERATORS


def with_bars(tokens: list[Token]) -> list[Token]:
    """Put the bar into ∂L∂w, where none stands beside it: ∂L/∂a ∂a/∂w is a product."""
    result: list[Token] = []
    for at, token in enumerate(tokens):
        quotient = tokens[max(0, at - 2) : at + 2]
        if (
            [t.kind for t in quotient] == ["diff", "name", "diff", "name"]
            and quotient[0].text == token.text == "∂"
            and quotient[1].end == token.start
            and not any(beside.text == "/" for beside in (*tokens[at - 3 : at - 2], *tokens[at + 2 : at + 3]))
            and not (result and len(result) > 2 and result[-3].text == "/")
        ):
            result.append(Token("op", "/", token.start, token.start))
        result.append(token)
    return result
