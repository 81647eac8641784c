"""Tried points: what an answer works out with an input that it moves a little, to see what that does.

    x = 4.1 gives m = 4.1 and f = -8.2, so f changes by -0.2

The numbers tell, whatever the words: what is so there, and not at the exercise's own point, is no second answer. Of a
point far away, or behind the step, that holds in the paragraph that gives it, for what the answer has stated before of
its own point.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from gradbook.core.text.lines import start_of_line
from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.exercise import Exercise
from gradbook.written.expression import New, Node, is_literal
from gradbook.written.judging.steps.forms import is_rounded, number_of
from gradbook.written.judging.steps.points.replayed import point_at
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.points import Point

_MOST = 6  # points that one answer may try
_CASE = regex(  # before inputs
    r"""\b(?:with|at|test|check|try|trying|example|e\.g\.|comparison|compare|class|exercise|other|mit|bei|probe|test|beispiel\w*
      |vergleich|avec|exemple|essai|con|ejemplo|prueba|com|exemplo|teste|esempio|prova|met|voorbeeld)\b|例|예|比如|当""",
    re.IGNORECASE | re.VERBOSE,
)
_ENDS = regex(  # what may be the own answer in the end, or corrects the exercise's inputs
    r"""\b(?:final\w*|actual\w*|correct\w*|answer\w*|instead|wait|mis\w+|wrong\w*|sheet|says?|question|copied|really|must|should
      |but|no|so\s+my|eigentlich|richtig\w*|korr\w+|endg\w+|aber|doch|antwort|falsch|stopp?|corr\w+|réponse|mais|faux|en\s+fait
      |respuesta|pero|mal|resposta|mas|risposta|ma|sbagli\w+|errad\w+)\b|答|错|更正|정답|답은|수정""",
    re.IGNORECASE | re.VERBOSE,
)
_NOTHING = Number(0.0)  # to which much comes anywhere
_NEAR = 0.5  # from the exercise's own input: what is further away may be a misread exercise


@dataclass
class _Trial:
    """The point that an answer is at: inputs that it gives other numbers than the exercise has.

    Attributes:
        moved: the numbers of those inputs.
        givers: where each of them was given, among the statements.
        near: whether all are beside the exercise's own.
        point: what all is there; None at the exercise's own point, and behind the step.
    """

    moved: dict[str, float] = field(default_factory=dict)
    givers: dict[str, int] = field(default_factory=dict)
    near: bool = True
    point: Point | None = None

    def with_input(self, name: str, number: float, place: int, exercise: Exercise) -> "_Trial":
        """Return where the answer is when it gives an input a number; at its own, the input is moved no more."""
        moved = {key: value for key, value in self.moved.items() if key != name}
        if not is_rounded(exercise.here.value[name], number):
            moved[name] = number
        stepped = all(key in exercise.stepped and is_rounded(exercise.stepped[key], moved[key]) for key in moved)
        return _Trial(
            moved,
            {**self.givers, name: place},
            all(abs(value - exercise.here.value[key]) <= _NEAR for key, value in moved.items()),
            point_at(moved, exercise) if moved and not stepped else None,
        )


def without_tried(statements: Iterable[Statement], exercise: Exercise, source: str) -> list[Statement]:
    """Return statements, those as said elsewhere that are so at a point which the answer tries, and not at its own.

    Args:
        statements: of one answer, in order.
        exercise: what is asked.
        source: the answer.
    """
    found: list[Statement] = []
    trial, tried = _Trial(), 0
    own: set[Node | None] = set()  # what was stated as it is at the exercise's own point, or after its step
    for statement in statements:
        head = statement.members[0].node
        found.append(statement)
        taken = _taken(statement, exercise, moved=head in own)
        if taken is not None:
            trial = trial.with_input(*taken, len(found) - 1, exercise)
            trial.near &= isinstance(head, Symbol)  # and not behind the step
            tried += bool(trial.moved)
            trial.point = trial.point if tried <= _MOST else None
            continue
        here = _is_so(statement, exercise.here, exercise)
        givers = [trial.givers[name] for name in trial.moved]
        there = trial.point is not None and _is_so(statement, trial.point, exercise)
        if there and not trial.near:
            given_again = head in own and statement.members[-1].node != _NOTHING
            there = given_again and _is_other_case(source, [found[at] for at in givers], statement)
        if there:
            for at in (*givers, *(() if here else (-1,))):  # where nothing changes, the number is that of both points
                found[at] = replace(found[at], elsewhere=True)
            continue
        if here and trial.point is not None:  # it is back at the exercise's own point
            trial = _Trial()
        if not statement.doubt and (isinstance(head, New) or here):
            own.add(head)
    return found


def _is_other_case(source: str, givers: Sequence[Statement], statement: Statement) -> bool:
    """Whether words say that inputs are of another case, in one paragraph with what is so there, and that is no end."""
    begin, end = min(one.start for one in givers), statement.end
    line = start_of_line(source, begin)
    stop = source.find("\n\n", end)
    paragraph = source[line : stop if stop >= 0 else len(source)]
    return "\n\n" not in source[begin:end] and bool(_CASE.search(source, line, begin)) and not _ENDS.search(paragraph)


def _taken(statement: Statement, exercise: Exercise, *, moved: bool) -> tuple[str, float] | None:
    """Return the input that a statement gives, with its number.

    Args:
        statement: what is stated.
        exercise: what is asked.
        moved: whether the new value of it has been stated, so that it may be given without being called new.
    """
    head, *sides = (member.node for member in statement.members)
    plain = isinstance(head, New) and statement.members[0].end - statement.start == len(head.name)
    given = isinstance(head, Symbol) or (plain and moved and not statement.retracts)
    if not given or not isinstance(head, Symbol | New) or head.name not in exercise.lexicon.inputs or len(sides) != 1:
        return None
    number = number_of(sides[0], exercise) if is_literal(sides[0]) else None
    return None if number is None else (head.name, number)


def _is_so(statement: Statement, point: Point, exercise: Exercise) -> bool:
    """Whether a statement gives a quantity the number that it has at a point, as far as rounding goes."""
    value, last = _value(statement.members[0].node, point), statement.members[-1].node
    number = number_of(last, exercise) if is_literal(last) else None
    return value is not None and number is not None and is_rounded(value, number)


def _value(node: Node | None, point: Point) -> float | None:
    match node:
        case Symbol(name):
            return point.value.get(name)
        case Derivative(of, by):
            return point.total.get((of, by))
    return None
