"""Given values: where an answer says that an input is another number than the exercise's, its results are of that.

A product hides it: z x = 6 for z = 3 and x = 2, and for z = 2 and x = 3. Then a person decides. One input that is said
to be another number, and for which the exercise's is put in all the same (y - t = 1.5 - 2), is a slip of the pen.
"""

import math
import re
from collections.abc import Sequence
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from gradbook.core.text.lines import start_of_line
from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.exercise import Exercise
from gradbook.written.expression import Node, factors_of, has_names, is_literal, is_worked_out, terms_of
from gradbook.written.judging.steps import tolerances
from gradbook.written.judging.steps.forms import is_rounded, number_of
from gradbook.written.judging.steps.points.own_inputs import is_of_own_inputs
from gradbook.written.judging.steps.substitutions import substituted
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.parsing.cues.settings.contexts import DERIVING, MOVED
from gradbook.written.parsing.equations.statements import Statement

_SAYS = ("=", "is")
_MOST_FACTORS = 6  # of which all products are tried
_SIGNS = tuple("*·×/")
_DECIMALS = regex(r"(?<![\d.,])\d{1,9}(?:[.,]|\{,\})\d{1,9}(?![\d.,]\d)")
_ASIDE = regex(r"[(\[]\s*(?:(?:with|where|when|at|for|bei|mit|avec|pour|con|para|com|per)\s+)?\$?\Z")
_CLOSES = regex(r"\s*\$?\s*[)\],;，、]")
_WORD = regex(r"[^\W\d_]{2,}")
_NEAR = 16  # characters before a given in brackets
_ENTRIES = 8  # of a vector before or behind another
_COLONS = frozenset(":：")
_IFF = regex(r"(?:\\iff|\\(?:[Ll]ong)?[Ll]eftrightarrow|[⇔⟺↔]|<=+>)\s*\$?\s*\Z")


class Misgiven(NamedTuple):
    """The inputs that an answer says to be other numbers than the exercise's.

    Attributes:
        places: between which that is so, by input.
        after: whether only what comes after a step is in doubt, as all else can only be of the exercise's own inputs.
    """

    places: dict[str, tuple[int, float]]
    after: bool = False


def misgiven(statements: Sequence[Statement], source: str, exercise: Exercise) -> Misgiven:
    """Return the inputs that are said to be another number than the exercise's, each with the places between which.

    An input whose new value is asked may be said to be that, in whatever words: then only what follows is in doubt. So
    does nothing behind the place where it is said to be what it is: "the minimum is at w = 5. We begin with w = 2".
    """
    found: dict[str, int] = {}
    until: dict[str, float] = {}
    said: dict[str, set[float | None]] = {}
    givens = _Givens(statements, source, exercise)
    for at, statement in enumerate(statements):
        if (name := givens.other(at)) is not None:
            asked = any(key.kind == "new" and key.of == name for key in exercise.keys)
            only_behind = (asked or is_supposed(statement)) and not _IFF.search(
                source, max(0, statement.start - _NEAR), statement.start
            )
            closed = only_behind and _CLOSES.match(source, statement.end)
            aside = (
                _ASIDE.search(source, max(0, statement.start - _NEAR), statement.start) if closed else None
            )  # "df/dw = 6 (w = 4)"
            place = start_of_line(source, aside.start()) if aside else statement.end
            found.setdefault(name, place if only_behind else 0)
            until[name] = math.inf
            said.setdefault(name, set()).add(number_of(statement.members[-1].node, exercise))
        elif (name := givens.own(at)) is not None and name in until:
            until[name] = min(until[name], statement.start)
    if len(said) == 1:
        ((name, others),) = said.items()
        put_in = {value for one, value in substituted(statements) if one == name}
        if any(is_rounded(exercise.here.value[name], value) for value in put_in) and put_in.isdisjoint(others):
            return Misgiven({})
    places = {name: (place, until[name]) for name, place in found.items()}
    return Misgiven(places, after=bool(said) and is_of_own_inputs(statements, said, exercise))


class _Givens:
    """The numbers that one answer gives to inputs; what stands around one is looked at where that decides."""

    def __init__(self, statements: Sequence[Statement], source: str, exercise: Exercise) -> None:
        self._statements, self._source, self._exercise = statements, source, exercise

    def _is_of_slope(self, at: int, name: str) -> bool:
        """Whether a row of a table gives the derivative by an input too: its first number may be a factor of that."""
        beside = (one for one in self._statements[max(0, at - 1) : at + 2] if one.start == self._statements[at].start)
        return any(isinstance(one.members[0].node, Derivative) and one.members[0].node.by == name for one in beside)

    def other(self, at: int) -> str | None:
        """Return the input that a statement gives another number, and nothing else: "x = 3", "x = 3/2"."""
        statement, source, exercise = self._statements[at], self._source, self._exercise
        node = statement.members[0].node
        if not isinstance(node, Symbol) or node.name not in exercise.lexicon.inputs or not _gives_number(statement):
            return None
        if statement.context in MOVED or statement.given is not None or statement.retracts:
            return None
        if statement.later or statement.elsewhere or (statement.tentative and self._is_of_slope(at, node.name)):
            return None
        head, last = statement.members[:2]
        if last.relation not in _SAYS:
            return None
        between = source[head.end : last.start]
        before, behind = source[: head.start].rstrip()[-1:], source[last.end :].lstrip()[:1]
        emphatic = source[head.start - 1 : head.start] == "*" == source[last.end : last.end + 1]
        if (before in _SIGNS or behind in _SIGNS) and not emphatic:  # a part of a product
            return None
        coded = (head.start, head.end) == (last.start, last.end)
        if last.start < head.end and not coded:
            return None
        if (_COLONS.intersection(between) or (coded and _is_behind_colon(head.start, source))) and not (
            statement.context not in DERIVING and node.name in self._listed
        ):  # of gradients
            return None
        let = statement.supposed and _says(statement.doubt, Role.SUPPOSITION)
        if (statement.supposed or statement.doubt) and not (let or is_supposed(statement)):
            return None  # "the minimum is at x = 3"
        name, written = node.name, source[head.start : head.end]
        value, here = number_of(last.node, exercise), exercise.here
        own = (here.value[name], exercise.stepped.get(name))
        if value is None or any(one is not None and is_rounded(one, value) for one in own):
            return None
        if is_rounded(here.total[exercise.graph.output, name], value) and not self._is_pointed(at):
            return None
        steps = () if let else self._slopes(name, at)
        if any(is_rounded(here.value[name] - exercise.lr * slope, value) for slope in steps):
            return None  # it is new, by a gradient that is wrong
        return name if len(written) > 1 or written == name else None

    def _slopes(self, name: str, at: int) -> list[float]:
        """Return the numbers that the statements before one give for the gradient at an input."""
        exercise = self._exercise
        said = (s for s in self._statements[:at] if s.members[0].node == Derivative(exercise.graph.output, name))
        slopes = [(s.end, number) for s in said if (number := number_of(s.members[-1].node, exercise)) is not None]
        start = self._statements[at].start
        return [number for end, number in slopes if not _lets(self._source[end:start])]

    def own(self, at: int) -> str | None:
        """Return the input that a statement gives the exercise's number, and nothing else."""
        statement, exercise = self._statements[at], self._exercise
        node, *_ = (member.node for member in statement.members)
        if not isinstance(node, Symbol) or node.name not in exercise.lexicon.inputs or not _gives_number(statement):
            return None
        if statement.context in MOVED or statement.later or statement.supposed:
            return None
        if statement.doubt and not statement.elsewhere:  # "we begin with w = 2" is said of what follows
            return None
        value = number_of(statement.members[1].node, exercise)
        return node.name if value is not None and tolerances.equal(value, exercise.here.value[node.name]) else None

    @cached_property
    def _listed(self) -> set[str]:
        """The inputs of which "x: 3" is no gradient: an answer lists values so, and says nothing else of them."""
        source, exercise = self._source, self._exercise
        heads = [statement.members[0].node for statement in self._statements]
        told = False
        for statement in self._statements:
            head, *others = statement.members
            if len(others) != 1 or not isinstance(head.node, Symbol) or statement.context in DERIVING:
                continue
            value = number_of(others[0].node, exercise)
            if value is None or not is_rounded(exercise.here.value[head.node.name], value):
                continue
            told = told or (head.node.name in exercise.arguments and _is_behind_colon(others[0].start, source))
        return {name for name in exercise.lexicon.inputs if told and heads.count(Symbol(name)) == 1}

    def _is_pointed(self, at: int) -> bool:
        """Whether a statement is of an entry of a vector of inputs, so that it gives no gradient."""
        near = self._statements[max(0, at - _ENTRIES) : at + _ENTRIES + 1]
        return any(_is_own_beside(self._statements[at], other, self._exercise) for other in near)


def _is_own_beside(statement: Statement, other: Statement, exercise: Exercise) -> bool:
    """Whether another entry of the same vector, (x, w) = (2, 6), is an input as it is, so that none is a gradient."""
    (head, *ends), (beside, *values) = statement.members, other.members
    if other is statement or not isinstance(beside.node, Symbol) or len(ends) != 1 or len(values) != 1:
        return False
    woven = head.start < values[0].start and beside.start < ends[0].start and head.end <= ends[0].start
    if not woven or beside.node.name not in exercise.lexicon.inputs:
        return False
    value, here = number_of(values[0].node, exercise), exercise.here
    own, slope = here.value[beside.node.name], here.total[exercise.graph.output, beside.node.name]
    return value is not None and is_rounded(own, value) and not is_rounded(slope, value)


def _is_behind_colon(start: int, source: str) -> bool:
    return source[max(0, start - _NEAR) : start].rstrip()[-1:] in _COLONS


def _gives_number(statement: Statement) -> bool:
    """Whether a statement gives a name one number, or one that is worked out: 3, 3/2, 3/2 = 1.5, 2 + 1."""
    nodes = [member.node for member in statement.members[1:]]
    if not nodes or not all(map(is_worked_out, nodes)):
        return False
    return len(nodes) == 1 or is_literal(nodes[0])


def is_supposed(statement: Statement) -> bool:
    """Whether an input is another number only for the sake of argument: "suppose x = 3"."""
    return _says(statement.doubt, Role.CONDITION)


def _lets(text: str) -> bool:
    """Whether a word takes something to be so: "let", "take"."""
    return any(_says(word, Role.SUPPOSITION) for word in _WORD.findall(text.lower()))


def _says(words: str, what: Role) -> bool:
    return any(role is what for _, role in DICTIONARY.known_in(words))


def is_another_step(node: Node | None, name: str, exercise: Exercise, source: str) -> bool:
    """Whether what is taken from an input is a product of other numbers: 5 - 0.1 * 0.6 for 5 - 0.01 * 6.

    One of them may be the rate times the derivative by what comes later, where the answer has worked that out before.
    """
    total, output = exercise.here.total, exercise.graph.output
    later = [exercise.lr * abs(slope) for (of, _), slope in total.items() if of == output]
    for term in terms_of(node)[1:] if node is not None else ():
        factors = [number_of(factor, exercise) for factor in factors_of(term)]
        if has_names(term) or len(factors) < 2 or len(factors) > _MOST_FACTORS:
            continue
        known = [abs(factor) for factor in factors if factor is not None]
        products = [math.prod(some) for size in range(1, len(known)) for some in combinations(known, size)]
        own = _is_any(products, [exercise.lr, abs(total[output, name])])
        if not own and not _is_any([one for one in known if _is_said_twice(one, source)], later):
            return True
    return False


def _is_any(products: Sequence[float], numbers: Sequence[float]) -> bool:
    return any(abs(product - one) <= tolerances.COARSE * one for product in products for one in numbers)


def _is_said_twice(number: float, source: str) -> bool:
    """Whether an answer has a number with decimals in two places, as what was worked out and is put in."""
    said = [float(re.sub(r"[{},]+", ".", written)) for written in _DECIMALS.findall(source)]
    return said.count(number) > 1
