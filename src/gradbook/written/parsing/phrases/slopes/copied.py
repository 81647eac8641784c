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


def with_bars(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Put the bar into ∂L∂w, where none stands beside it: ∂L/∂a ∂a/∂w is a product.

    Pages of KaTeX give what is below the bar first, ∂w∂L: they do where each such pair makes sense so, and only so.
    """
    places: list[int] = []
    for at in range(2, len(tokens)):
        if _lacks_bar(tokens, at) and at - 2 not in places:
            places.append(at)
    pairs = [(tokens[at - 1], tokens[at + 1]) for at in places]
    turned = all(_goes_into(above, below, lexicon) and not _goes_into(below, above, lexicon) for above, below in pairs)
    result = list(tokens)
    for at, (first, second) in zip(places, pairs, strict=True) if turned else ():
        result[at - 1] = replace(second, start=first.start, end=first.end)
        result[at + 1] = replace(first, start=second.start, end=second.end)
    for at in reversed(places):
        result.insert(at, Token("op", "/", tokens[at].start, tokens[at].start))
    return result


def _lacks_bar(tokens: list[Token], at: int) -> bool:
    """Whether a second ∂ stands right behind the first and its name."""
    quotient = tokens[at - 2 : at + 2]
    return (
        [t.kind for t in quotient] == ["diff", "name", "diff", "name"]
        and quotient[0].text == quotient[2].text == "∂"
        and quotient[1].end == quotient[2].start
        and not any(beside.text == "/" for beside in (*tokens[at - 3 : at - 2], *tokens[at + 2 : at + 3]))
    )


def _goes_into(part: Token, whole: Token, lexicon: Lexicon) -> bool:
    """Whether a quantity is calculated from another."""
    return part.name != whole.name and part.name in lexicon.cone(whole.name)
