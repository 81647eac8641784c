"""Avowals: what lines of words alone say of a whole answer, or of a section of it, by the weights of what they say.

    This is just my sister's solution.        How not to do it        I made up all numbers, sorry.

What stands before all equations speaks of all of them, a title of those up to the next title, and what stands behind
the last of them speaks of all where it says so: "none of these", "the numbers above".
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import bare
from gradbook.written.lexing.words.lists.referring import ABOVE, PLACES
from gradbook.written.lexing.words.lists.withdrawing import WHOLE_PARTS
from gradbook.written.parsing.cues.around.parts import Part
from gradbook.written.parsing.phrases.speech.remarks import THIS
from gradbook.written.parsing.phrases.speech.weighing.scales import BEFORE, BEHIND, charge

_TITLE, _OPENING, _CLOSING = 1.5, 2.0, 2.0  # what charges weighs more
_WORD = regex(r"[^\W\d_]+")
_ALL = WHOLE_PARTS | PLACES | ABOVE | THIS


class Avowal(NamedTuple):
    """What a line says against statements.

    Attributes:
        numbers: of the statements.
        told: the word that says it most.
    """

    numbers: list[int]
    told: str


def avowals(parts: Sequence[Part], source: str) -> Iterator[Avowal]:
    """Yield what lines of words say of all statements, or of those of a section.

    Args:
        parts: of the answer, in order.
        source: the answer.
    """
    stating = [at for at, part in enumerate(parts) if part.stated]
    if not stating:
        return
    every = [number for part in parts for number in part.stated]
    for at, part in enumerate(parts):
        if not part.is_words:
            continue
        text = source[part.start : part.end].strip()
        if at > stating[-1]:
            told = charge(text, BEHIND, _CLOSING) if _speaks_of_all(text) else ""
            numbers = every
        elif _is_title(parts, at):
            told, numbers = charge(text, BEFORE, _TITLE), _section(parts, at)
        else:
            told = charge(text, BEFORE, _OPENING) if at < stating[0] else ""
            numbers = every
        if told:
            yield Avowal(numbers, told)


def _speaks_of_all(text: str) -> bool:
    return not _ALL.isdisjoint(map(bare, _WORD.findall(text.lower())))


def _is_title(parts: Sequence[Part], at: int) -> bool:
    """Whether a line stands right over statements, and nothing right over it."""
    return (parts[at].apart or not at) and at + 1 < len(parts) and bool(parts[at + 1].stated)


def _section(parts: Sequence[Part], at: int) -> list[int]:
    """Return the statements from a title to the next."""
    found: list[int] = []
    for number in range(at + 1, len(parts)):
        if parts[number].is_words and _is_title(parts, number):
            break
        found += parts[number].stated
    return found
