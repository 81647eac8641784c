"""Answers that can be read in two ways: "w = 1 b = 0" is two equations, or one with a product in it."""

from collections.abc import Iterable, Sequence

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import New
from gradbook.written.judging.outcomes.outcomes import BLAMED, GOOD
from gradbook.written.judging.steps.forms import is_rounded, number_of
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.reading import Reading
from gradbook.written.verdict import Basis, Status, Verdict


def lists_givens(reading: Reading, exercise: Exercise) -> bool:
    """Whether all that can be read in two ways is a list of inputs with the values that they have."""
    joined = _only_in(reading.otherwise or (), reading.statements)
    inside = [[s for s in reading.statements if one.start <= s.start and s.end <= one.end] for one in joined]
    return bool(joined) and all(len(some) > 1 and all(_is_given(s, exercise) for s in some) for some in inside)


def _is_given(statement: Statement, exercise: Exercise) -> bool:
    head, value = statement.members[0].node, number_of(statement.members[-1].node, exercise)
    given = isinstance(head, Symbol) and head.name in exercise.lexicon.inputs and len(statement.members) == 2
    return given and value is not None and is_rounded(exercise.here.value[getattr(head, "name", "")], value)


def is_product(verdicts: Sequence[Verdict], others: Sequence[Verdict]) -> bool:
    """Whether only the product makes sense: "dL/de = 2 e = -4" is right as one equation, and wrong as two."""
    differing = [(one, two) for one, two in zip(verdicts, others, strict=True) if one.status is not two.status]
    return any(one.status in BLAMED and two.status is Status.RIGHT for one, two in differing) and all(
        one.status not in GOOD and two.status not in BLAMED for one, two in differing
    )


def are_equations(verdicts: Sequence[Verdict], others: Sequence[Verdict], reading: Reading, exercise: Exercise) -> bool:
    """Whether only several equations make sense: "grad d = f = -2 grad f = d = 4", each of them right or given."""
    differing = [(one, two) for one, two in zip(verdicts, others, strict=True) if one.status is not two.status]
    products = [s.members[0].node for s in _only_in(reading.otherwise or (), reading.statements)]
    of_given = any(isinstance(head, Symbol) and head.name in exercise.lexicon.inputs for head in products)
    senseless = of_given or any(two.status in BLAMED for _, two in differing)  # an input is no product of another
    if not senseless or any(one.status not in GOOD for one, _ in differing):
        return False
    right = {one.key for one in verdicts if one.status in GOOD}
    apart = _only_in(reading.statements, reading.otherwise or ())
    return all(not right.isdisjoint(_keys_of(s)) or _is_given(s, exercise) for s in apart)


def _only_in(some: Sequence[Statement], others: Sequence[Statement]) -> list[Statement]:
    """Return the statements of one way whose places those of the other way do not have."""
    places = {(s.start, s.end) for s in others}
    return [s for s in some if (s.start, s.end) not in places]


def _keys_of(statement: Statement) -> Sequence[str]:
    """Return the keys that a statement may be about: "x = -1.6" is a step's too; none where that is no quantity."""
    match statement.members[0].node:
        case Symbol(name):
            return name, f"new:{name}"
        case New(name):
            return (f"new:{name}",)
        case Derivative(of, by):
            return (Key.slope(of, by).text,)
    return ()


def met(verdicts: Iterable[Verdict], others: Iterable[Verdict]) -> Iterable[Verdict]:
    """Return what the verdicts of both ways come to: where they differ, a person decides."""
    for one, two in zip(verdicts, others, strict=True):
        same = one.status is two.status
        yield one if same else one.for_a_person(Basis.TWO_WAYS, "Can be read in two ways.")
