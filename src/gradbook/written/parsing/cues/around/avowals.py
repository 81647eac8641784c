"""Avowals: what lines of words alone say of a whole answer, or of a section of it, by the weights of what they say.

    This is just my sister's solution.        How not to do it        I made up all numbers, sorry.

What stands before all equations speaks of all of them, a title of those up to the next title, and what stands behind
the last of them speaks of all where it says so: "none of these", "the numbers above". A line with a number or the name
of a quantity is about that.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import bare, bare_words
from gradbook.written.lexing.words.lists.referring import BETWEEN, FIRST, LAST
from gradbook.written.lexing.words.lists.withdrawing import WHOLE_PARTS
from gradbook.written.parsing.cues.around.parts import Part
from gradbook.written.parsing.phrases.speech.weighing.scales import BEFORE, BEHIND, charge

_TITLE, _OPENING, _CLOSING = 1.5, 3.3, 2.0  # what charges weighs more; few openings do that are harmless
_WORD = regex(r"[^\W\d_]+")
_STATES = regex(r"[\d=≈`$]")
_ALL = WHOLE_PARTS | bare_words(
    "none any all both this answer answers solution tous toutes rien todas todos nada tutti tutte niente alle alles "
    "nichts allemaal niets wszystko nic vše vsechno alt allt inget kaikki összes mindent tot toate nimic всё все усе "
    "ничего нічого hepsi hiçbiri semua semuanya tất όλα τίποτα 全部 都 모두 전부 以上 すべて"
)
_ONE = LAST | FIRST | BETWEEN  # of several: "the last line"


class Avowal(NamedTuple):
    """What a line says against statements.

    Attributes:
        numbers: of the statements.
        told: the word that says it most.
    """

    numbers: list[int]
    told: str


def avowals(parts: Sequence[Part], source: str, names: Collection[str]) -> Iterator[Avowal]:
    """Yield what lines of words say of all statements, or of those of a section.

    Args:
        parts: of the answer, in order.
        source: the answer.
        names: of the exercise's quantities.
    """
    stating = [at for at, part in enumerate(parts) if part.stated]
    if not stating:
        return
    every = [number for part in parts for number in part.stated]
    for at, part in enumerate(parts):
        if not part.is_words:
            continue
        text = source[part.start : part.end].strip()
        words = set(_WORD.findall(text))
        if _STATES.search(text) or any(word.removeprefix("d") in names for word in words):
            continue
        told, numbers = "", every
        if at < stating[0]:
            told = charge(text, BEFORE, _OPENING)
        elif at > stating[-1]:
            told = charge(text, BEHIND, _CLOSING) if _speaks_of_all(words) else ""
        elif _is_title(parts, at):
            told, numbers = charge(text, BEFORE, _TITLE), _section(parts, at)
        if told:
            yield Avowal(numbers, told)


def _speaks_of_all(words: Collection[str]) -> bool:
    plain = set(map(bare, words))
    return not _ALL.isdisjoint(plain) and _ONE.isdisjoint(plain)


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
