"""Tokens: the pieces of an answer, of few kinds whatever it was written in."""

from dataclasses import dataclass

MAX_LENGTH = 20_000
MAX_TOKENS = 4_000
BRACED = r"\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}"  # a group in LaTeX, with one group in it at most


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of an answer.

    Kinds: num, name, der (text "of by", or "of by!" for a local one), new, rate, fn, op, open, close, group, end,
    frac, sqrt, rel, cmp, diff, diffsub, pd, sep, word, bad, image, bar.
    """

    kind: str
    text: str
    start: int
    end: int
    value: float = 0.0


class TooLongError(Exception):
    """The answer is over a limit; it goes to a person."""
