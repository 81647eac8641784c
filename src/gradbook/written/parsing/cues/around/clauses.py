"""Clauses: which words of a sentence may be about an equation in it, and which cannot.

A word that is not known may say anything of the equations of its sentence. In a clause of its own before them it
cannot, if all else in that clause is known, claims nothing and denies nothing, and what follows goes on with "so" or
comes later still: "I used the chain rule, as Leibniz taught us, so df/dw = 6".
"""

from collections.abc import Collection
from dataclasses import dataclass

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role
from gradbook.written.parsing.phrases.speech.attributions import of_others

_FIRM = AGAINST_IT | {Role.AGAINST, Role.BEFORE, Role.ERROR}
_FEW = 2  # known words beside one that is not


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence between commas.

    Attributes:
        end: the place behind it.
        doubt: a word in it with which no claim is made; empty where there is none.
        apart: that word cannot be about the equations of later clauses.
        goes_on: it begins with "so", "then", "and".
    """

    end: int
    doubt: str
    apart: bool
    goes_on: bool


def clauses_of(tokens: list[Token], start: int, end: int, stated: Collection[int]) -> list[Clause]:
    """Return the clauses of a sentence.

    Args:
        tokens: the stream.
        start, end: the sentence's places in it.
        stated: the places that belong to equations, where a comma parts nothing.
    """
    commas = [at for at in range(start, end) if tokens[at].kind == "sep" and tokens[at].text == "comma"]
    ends = [*(at for at in commas if at not in stated), end]
    return [_clause(tokens[begin:close], close) for begin, close in zip([start, *ends], ends, strict=False)]


def unclear(clauses: list[Clause], place: int) -> str:
    """Return the first word with which no claim is made and that may be about what stands at a place."""
    here = next((number for number, clause in enumerate(clauses) if place < clause.end), len(clauses) - 1)
    for number, clause in enumerate(clauses):
        close = number == here - 1 and not clauses[here].goes_on
        if clause.doubt and (not clause.apart or number >= here or close):
            return clause.doubt
    return ""


def _clause(tokens: list[Token], end: int) -> Clause:
    words = [token for token in tokens if token.kind == "word"]
    if not words:
        return Clause(end, "", False, False)
    unknown = [word for word in words if word.role is None]
    others = of_others(tokens)
    apart = (
        len(unknown) == 1
        and len(words) > _FEW
        and not others
        and words[0].role is not Role.FOR
        and not any(word.role in _FIRM for word in words)
        and not any(token.kind in ("num", "rel", "cmp", "op") for token in tokens)
    )
    doubt = others or (unknown[0].text if unknown else "")
    return Clause(end, doubt, apart, words[0].role in (Role.LINK, Role.SAME))
