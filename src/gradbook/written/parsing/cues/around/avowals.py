"""Avowals: titles of words alone that disown what stands under them, by the weights of what they say.

    Example from the lecture, not my answer        What you'd get if the graph was different

A title speaks of all up to the next. One with a number or the name of a quantity is about that.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from gradbook.core.text.patterns import regex
from gradbook.written.parsing.cues.around.parts import Part
from gradbook.written.parsing.phrases.speech.weighing.scales import BEFORE, OVER, charge

_SENTENCE = 2.6  # what charges weighs more, where it is a sentence: none of the harmless ones of such authors does
_WORD = regex(r"[^\W\d_]+")
_STATES = regex(r"[\d=≈`$]")


class Avowal(NamedTuple):
    """What a title says against statements.

    Attributes:
        numbers: of the statements.
        told: the word that says it most.
    """

    numbers: list[int]
    told: str


def avowals(parts: Sequence[Part], source: str, names: Collection[str]) -> Iterator[Avowal]:
    """Yield what titles behind the first statement say against those under them.

    Args:
        parts: of the answer, in order.
        source: the answer.
        names: of the exercise's quantities.
    """
    first = next((at for at, part in enumerate(parts) if part.stated), len(parts))
    for at in (at for at in range(first + 1, len(parts)) if _is_title(parts, at)):
        text = source[parts[at].start : parts[at].end].strip()
        named = any(word.removeprefix("d") in names for word in _WORD.findall(text))
        least = _SENTENCE if text.endswith((".", "!", "?")) else OVER
        if not (named or _STATES.search(text)) and (told := charge(text, BEFORE, least)):
            yield Avowal(_section(parts, at), told)


def _is_title(parts: Sequence[Part], at: int) -> bool:
    """Whether a line of words alone stands right over statements, and nothing right over it."""
    stands = parts[at].is_words and parts[at].apart
    return stands and at + 1 < len(parts) and bool(parts[at + 1].stated)


def _section(parts: Sequence[Part], at: int) -> list[int]:
    """Return the statements from a title to the next."""
    found: list[int] = []
    for number in range(at + 1, len(parts)):
        if _is_title(parts, number):
            break
        found += parts[number].stated
    return found
