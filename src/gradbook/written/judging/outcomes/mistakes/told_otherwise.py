"""Told otherwise: a later sentence names a derivative and denies something, or says another number than was stated.

    dL/da = 4        ...        Not: dL/da'yı yanlış yazmışım, 3 olacak.

It may take back what was stated, or speak of something else: a person decides.
"""

from collections.abc import Collection, Iterable, Sequence

from gradbook.graph.expression import Derivative, Number
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import leaves
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.forms import number_of
from gradbook.written.parsing.cues.told.loosely import Loose


def told_otherwise(key: Key, claim: Claim, sentences: Iterable[Loose], exercise: Exercise) -> int | None:
    """Return where a sentence behind a claim on a derivative names that, and another number or a word that denies."""
    own = number_of(claim.last.node, exercise)
    if own is None or key.kind != "total":
        return None
    node = Derivative(key.of, key.by)
    nodes = (member.node for member in claim.members if member.node is not None)
    shown = {leaf.value for one in nodes for leaf in leaves(one) if isinstance(leaf, Number)}
    behind = (one for one in sentences if one.start >= claim.statement.end and node in one.nodes)
    return next((one.start for one in behind if one.denies or _ends_otherwise(one.numbers, own, shown)), None)


def _ends_otherwise(numbers: Sequence[float], own: float, shown: Collection[float]) -> bool:
    """Whether the last number of a sentence is neither a claim's nor one by which it is calculated."""
    return bool(numbers) and not _is(own, numbers[-1]) and not all(abs(number) in shown for number in numbers)


def _is(own: float, number: float) -> bool:
    return tolerances.near(own, number) or tolerances.rounds(own, number) or tolerances.rounds(number, own)
