"""Something else: what is taken for the side of an equation, and belongs to the words behind it.

df/db: b is in both products        d2 gets 4*d2        u = e to some power 0.4 = 1.49
h: w*x = -1, so relu makes it 0
"""

from gradbook.core.text.lines import end_of_line
from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Number, Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import Call, has_names
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.steps.forms import is_rounded, number_of
from gradbook.written.judging.steps.own_forms import definitions

_WORDS = regex(r"[^\W\d_]+")
_TWO = 2  # words
_GOES_ON = regex(r"(?:[ ][^\W\d_]{2,15}){1,3}[ ]-?\d[\d.,]*[ ]?[=≈]")  # words, and an equation of numbers alone


def says_something_else(key: Key, claim: Claim, exercise: Exercise, source: str) -> bool:
    """Whether the words behind a side calculate with it, or it tells the gradient by another name or by its node."""
    if _GOES_ON.match(source, claim.last.end):
        return True
    number, output = number_of(claim.last.node, exercise), exercise.graph.output
    if number is not None and _is_argument(number, key, claim, exercise, source):
        return True
    named = {m.node.name for m in claim.members if isinstance(m.node, Symbol)}
    if key.kind == "value" and has_names(claim.last.node):
        named = {key.of}
    slopes = [exercise.here.total.get((output, name)) for name in named - {key.by}]
    if number is not None and any(slope is not None and is_rounded(slope, number) for slope in slopes):
        return True
    match claim.last.node:
        case Symbol(name):
            return name == key.by and source[: claim.last.start].rstrip().endswith(":")
        case Call("*", (Number(value), Symbol())):  # "k = 0,5 e l'uscita", where e is a node
            apart = len(source[claim.last.start : claim.last.end].split()) == _TWO
            return apart and is_rounded(exercise.truth(key), value)
    return False


def _is_argument(number: float, key: Key, claim: Claim, exercise: Exercise, source: str) -> bool:
    """Whether it is what a function is taken of that is spoken of behind it, "h: w*x = -1, so relu makes it 0"."""
    form = exercise.recall(definitions).get(key.of) if key.kind == "value" else None
    match form:
        case Call(function, (argument,)) if any(has_names(m.node) for m in claim.members):
            behind = _WORDS.findall(source[claim.last.end : end_of_line(source, claim.last.end)].lower())
            inner = number_of(argument, exercise)
            return function in behind and inner is not None and is_rounded(inner, number)
    return False
