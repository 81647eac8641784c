"""Brackets that conclude: "min lets only a through (so df/da = 3)" says it as "..., so df/da = 3" does."""

from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role, bare
from gradbook.written.parsing.grammar.brackets import matches
from gradbook.written.parsing.grammar.edges import seen

_SLOPE = frozenset({"diff", "der", "frac"})  # how derivatives begin; values in brackets may be what was put in


def with_conclusions(tokens: list[Token]) -> list[Token]:
    """Return the tokens, brackets around a derivative that a word concludes as commas."""
    found = list(tokens)
    for opened, closed in matches(tokens).items():
        first = seen(tokens, opened + 1)
        if not _concludes(tokens[first]) or opened == 0 or tokens[opened - 1].kind != "word":
            continue
        begin = seen(tokens, first + 1)
        signs = [token.text for token in tokens[begin:closed] if token.kind == "rel"]
        if begin < closed and tokens[begin].kind in _SLOPE and signs and set(signs) <= {"=", "~", "is"}:
            for place in (opened, closed):
                found[place] = replace(tokens[place], kind="sep", text="comma")
    return found


def _concludes(token: Token) -> bool:
    """Whether a word leads to what follows from what was said: "so", "thus", "also", "donc"; no "and"."""
    return token.kind == "word" and token.role is Role.LINK and bare(token.text) not in AND
