"""Shares: what a quantity gets on the way back is its gradient: "x gets 2y = -8"."""

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words import Role

RECEIVES = frozenset({
    "gets", "receives", "bekommt", "erhält", "kriegt", "reçoit", "recibe", "recebe", "riceve", "krijgt", "dostaje",
    "получает",
})  # fmt: skip
_BACK = frozenset({Role.SLOPE, Role.SLOPES, Role.UPSTREAM})
_ON = frozenset({Role.STEP, Role.NEW, Role.AFTER, Role.VALUES})
_PASSED = frozenset({Role.ARTICLE, Role.SLOPE, Role.SLOPES, Role.OF})  # "gets the gradient -4"
_BEGINS = frozenset({"num", "name", "der", "open", "frac", "fn", "euler", "group"})


def received(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "x gets -4" as what df/dx is, where gradients are spoken of and no step after them.

    It counts where it fits only: it may be the share that comes along one of several paths.
    """
    if tokens[at].text not in RECEIVES:
        return None
    place = len(before) - 1
    while place >= 0 and before[place].kind == "sep" and before[place].text == "soft":
        place -= 1
    node = before[place].node if place >= 0 else None
    ahead = at + 1
    while ahead < len(tokens) and (tokens[ahead].text == "soft" or tokens[ahead].role in _PASSED):
        ahead += 1
    follows = tokens[ahead] if ahead < len(tokens) else None
    if (
        not isinstance(node, Symbol)
        or node.name == lexicon.output
        or follows is None
        or (follows.kind not in _BEGINS and follows.text != "-")
        or not _goes_back(before[:place])
    ):
        return None
    name = before[place]
    del before[place:]
    derivative = Token("der", name.text, name.start, name.end, Derivative(lexicon.output, node.name), Role.SLOPE)
    return [derivative, Token("rel", "is", tokens[at].start, tokens[ahead - 1].end)], ahead


def _goes_back(before: list[Token]) -> bool:
    """Whether gradients were spoken of last, and not values or the step."""
    for token in reversed(before):
        if token.kind in ("der", "diff", "nabla") or token.role in _BACK:
            return True
        if token.kind == "new" or token.role in _ON:
            return False
    return False
