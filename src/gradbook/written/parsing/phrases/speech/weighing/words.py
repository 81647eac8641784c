"""The words of a sentence as they are weighed: quantities and numbers have no names, runs of signs are one each."""

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import RUNS, written

QUANTITY, NUMBER = "§", "0"  # what stands for any
MARKS = frozenset("?:…")  # that say something; a call says what its sentence says without its mark
_MATHEMATICS = regex(  # and names: "y_pred", "w1", "dL/dw", "∂L/∂w", "grad(w)"
    r"\$[^$]*\$|\\\([^)]*\\\)|`[^`]*`|[d∂]\w{1,40}/[d∂]\w{1,40}|[^\W\d_]{1,40}[\d_][\w.]*(?:\([^)]*\))?"
    r"|\w{1,40}\([^)]*\)"
)
_WORD = regex(rf"[{RUNS}]+|§|[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,]*|\.\.\.|[?:…？：]")
_LETTERS = frozenset("aAIyYoOeEiàÀèÈéÉ")  # that are words of some language
_CLAUSE = regex(rf"[,;:()–—，；、：（）]|\.(?!\d)|(?<=[{RUNS}])\s")
_FULL = {"？": "?", "：": ":", "...": "…"}
_LATIN = "\u0250"  # where its letters end


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters: "dL/dw is -0.5" has "§ § is 0"."""
    return tuple(_plain(word) for word in _WORD.findall(_MATHEMATICS.sub(f" {QUANTITY} ", text)))


def clauses_of(text: str) -> list[str]:
    """Return what commas, brackets and the like part in a text."""
    return [part for part in _CLAUSE.split(_MATHEMATICS.sub(f" {QUANTITY} ", text)) if part.strip()]


def _plain(word: str) -> str:
    if word[0].isdecimal():
        return NUMBER
    if len(word) == 1 and word < _LATIN and word.isalpha() and word not in _LETTERS:
        return QUANTITY
    return _FULL.get(word) or written(word)
