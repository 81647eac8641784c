"""Tried points: what an answer works out with an input that it moves a little, to see what that does.

    x = 4.1 gives m = 4.1 and f = -8.2, so f changes by -0.2

The numbers tell, whatever the words: what is so there, and not at the exercise's own point, is no second answer. Of a
point far away, or behind the step, that holds in the paragraph that gives it, for what the answer has stated before of
its own point.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

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


def without_tried(statements: Iterable[Statement], exercise: Exercise, source: str) -> list[Statement]:
    """Return statements, those as said elsewhere that are so at a point which the answer tries, and not at its own.

    Args:
        statements: of one answer, in order.
        exercise: what is asked.
        source: the answer.
    """
    found: list[Statement] = []
    moved: dict[str, float] = {}
    givers: dict[str, int] = {}  # where each of these inputs was moved
    point: Point | None = None
    tried, near = 0, True
    own: set[Node | None] = set()  # what was stated as it is at the exercise's own point, or after its step
    for statement in statements:
        head = statement.members[0].node
        taken = _taken(statement, exercise, moved=head in own)
        if taken is not None:
            name, number = taken
            moved = {key: value for key, value in moved.items() if key != name}
            if not is_rounded(exercise.here.value[name], number):
                moved[name], givers[name] = number, len(found)
            stepped = all(
                name in exercise.stepped and is_rounded(exercise.stepped[name], moved[name]) for name in moved
            )
            tried += bool(moved)
            near = isinstance(head, Symbol) and all(
                abs(number - exercise.here.value[name]) <= _NEAR for name, number in moved.items()
            )
            point = point_at(moved, exercise) if moved and not stepped and tried <= _MOST else None
        there = here = False
        if taken is None and point is not None:
            there, here = (_is_so(statement, where, exercise) for where in (point, exercise.here))
            far = there and not near and head in own and statement.members[-1].node != _NOTHING
            there = (there and near) or (
                far and _is_other_case(source, [found[givers[name]] for name in moved], statement)
            )
        if here and not there:  # it is back at the exercise's own point
            moved, point = {}, None
        said = taken is None and not (there or statement.doubt)
        if said and (isinstance(head, New) or _is_so(statement, exercise.here, exercise)):
            own.add(head)
        found.append(statement)
        last = () if here else (-1,)  # where nothing changes, the number is that of both points
        for at in (*(givers[name] for name in moved), *last) if there else ():
            found[at] = replace(found[at], elsewhere=True)
    return found


def _is_other_case(source: str, givers: Sequence[Statement], statement: Statement) -> bool:
    """Whether words say that inputs are of another case, in one paragraph with what is so there, and that is no end."""
    begin, end = min(one.start for one in givers), statement.end
    line = source.rfind("\n", 0, begin) + 1
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
