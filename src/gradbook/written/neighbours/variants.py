"""Variants: the same exercise with other numbers, names and functions, so that neighbours cannot share answers.

A variant's numbers are such that every misconception gives a value of its own, or a wrong answer could look right and a
diagnosis could be of the wrong mistake.
"""

import math
import random
import re
from collections.abc import Iterable, Iterator, Mapping

from gradbook.core.seeds import derive_seed
from gradbook.graph import Graph, GraphError
from gradbook.graph.expression import Apply, Expr, Statement, Symbol, substitute
from gradbook.written.errors import ExerciseError
from gradbook.written.exercise import Exercise, Key
from gradbook.written.judging.outcomes.mistakes.misconceptions import guesses
from gradbook.written.neighbours import families

_TRIES = 5_000  # most seeds need some ten; one in a few hundred needs more than 400, a quarter of a second
_TRIES_A_FUNCTION = 250  # then another function of the family is tried
_APART = 0.02  # two values that differ by less may be taken for each other by rounding
_SMALLEST, _LARGEST = 0.02, 500.0  # of values and gradients that can be worked with on paper
# What comes out of a function, and so what a target for it should be.
_OUTPUTS_OF = {"sigmoid": (0.0, 1.0), "tanh": (-1.0, 1.0), "relu": (0.0, 4.0), "softplus": (0.0, 4.0)}
Range = tuple[float, float]  # the smallest and the largest
_INPUTS = "xwzbacuvmnkths"
_NODES = "qrspuvghm"
_OUTPUTS = "fgyLJ"


def variant_seed(assignment: str, identity: str) -> int:
    """Return the seed of a learner's variant, the same wherever and whenever it is asked for."""
    return derive_seed(0, "variant", assignment, " ".join(identity.split()).casefold())


def variant(
    exercise: Exercise,
    seed: int,
    *,
    names: bool = True,
    functions: bool = True,
    ranges: Mapping[str, Range] | None = None,
) -> Exercise:
    """Return an exercise like another, with numbers of its own.

    It depends on the graph and the seed only, not on what is asked: all exercises on one graph get the same variant.

    Args:
        exercise: the model; its keys and points are kept, in the variant's names.
        seed: what `variant_seed` gives for a learner.
        names: whether one-letter names are drawn too.
        functions: whether another function of the same family is drawn: sums for products, a quotient for a product,
            another exponent, a tanh for a sigmoid.
        ranges: by input (in the model's names), the smallest and the largest number that is drawn. Without one, a
            target gets what its function can give (a sigmoid: 0 to 1), and all else a number as large as the model's.

    Raises:
        ExerciseError: no numbers were found that keep all misconceptions apart.
    """
    model = exercise.graph.statements
    draw = random.Random(seed)
    whole = list(_all_keys(exercise))
    for number in range(_TRIES):
        if number == 0 or (functions and number % _TRIES_A_FUNCTION == 0):
            drawn = families.member(model, draw) if functions else model
            naming = _naming(exercise, draw) if names else {}
            last = naming.get(exercise.graph.output)  # its name, where the text gives it none
            called = [naming.get(name, name) if name else None for name, _ in drawn]
            called[-1] = called[-1] or last
            statements = tuple((name, _renamed(expr, naming)) for name, (_, expr) in zip(called, drawn, strict=True))
            within = {**_target_ranges(drawn), **(ranges or {})}
        values = {
            naming.get(name, name): _number(exercise.here.value[name], draw, within.get(name))
            for name in exercise.graph.inputs
        }
        if len(set(map(abs, values.values()))) < len(values):
            continue
        try:
            graph = Graph(statements, **values)
            if not _is_workable(graph):
                continue
            made = Exercise.from_graph(graph, [_key(key, naming) for key in whole], lr=exercise.lr)
        except GraphError:
            continue
        if all(_apart(made, key) for key in made.keys):
            asked = [_key(key.text, naming) for key in exercise.keys]
            points = {_key(key, naming): value for key, value in exercise.points.items()}
            return Exercise.from_graph(made.graph, asked, exercise.lr, points)
    raise ExerciseError(
        f"no numbers keep the misconceptions about {exercise.graph.text!r} apart (looked at {_TRIES}); try another "
        "function, wider ranges, or variants of numbers only."
    )


def _all_keys(exercise: Exercise) -> Iterator[str]:
    """Yield all that can be asked of a graph about its last node."""
    graph, out = exercise.graph, exercise.graph.output
    yield from (name for name in graph.intermediates if name not in exercise.unnamed)
    for name in exercise.names:
        if name not in exercise.unnamed and name != out and exercise.depends(out, name):
            yield f"d{out}/d{name}"
    for name in graph.inputs:
        if f"{name}1" not in exercise.names and exercise.depends(out, name):
            yield f"{name}1"


def _apart(exercise: Exercise, key: Key) -> bool:
    """Whether the truth and what the misconceptions give are all different, unless they are so for any numbers."""
    points = exercise.everywhere
    seen: list[tuple[float, ...]] = [tuple(exercise.truth(key, point) for point in points)]
    for _, guess in guesses(exercise, key):
        try:
            values = tuple(guess(point) for point in points)
        except (ArithmeticError, ValueError):
            continue
        for others in seen:
            if _close(values[0], others[0]) and not all(map(_close, values, others)):
                return False
        seen.append(values)
    return True


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= _APART * max(abs(a), abs(b), 1e-3)


def _is_workable(graph: Graph) -> bool:
    """Whether all values and local derivatives are of a size that can be worked with on paper."""
    values = [float(graph.value_at(i)) for i in range(len(graph)) if isinstance(graph.leaf(i), Symbol)]
    slopes = [
        float(graph.local_gradient(graph.index_of(name), arg))
        for name in graph.intermediates
        for arg in dict.fromkeys(graph.args_of(graph.index_of(name)))
        if not graph.is_constant(arg)
    ]
    return all(_SMALLEST <= abs(number) <= _LARGEST for number in (*values, *slopes))


def _target_ranges(statements: Iterable[Statement]) -> dict[str, Range]:
    """Return for each input that is a target what the function whose target it is can give."""
    statements = tuple(statements)
    named = {name: expr for name, expr in statements if name}
    found = {}
    for _, difference in families.losses(statements):
        for side, target in (difference.args, difference.args[::-1]):
            output = named.get(side.name, side) if isinstance(side, Symbol) else side
            if isinstance(target, Symbol) and isinstance(output, Apply) and output.op in _OUTPUTS_OF:
                found[target.name] = _OUTPUTS_OF[output.op]
    return found


def _number(old: float, draw: random.Random, within: Range | None) -> float:
    """Draw a number of the same kind: a whole one, or one with one decimal (more where a range is narrow)."""
    whole = old == int(old) and abs(old) > 1
    if within is not None:
        low, high = within
        digits = 0 if whole and high - low >= 3 else max(1, math.ceil(1 - math.log10(high - low)))
        first, last = math.ceil(low * 10**digits), math.floor(high * 10**digits)
        return round(float(draw.randint(first, last) or last or first) / 10.0**digits, digits)
    sign = draw.choice((-1, 1))
    if whole:
        return float(sign * draw.randint(2, 9))
    return round(sign * draw.choice([n / 10 for n in range(2, 40) if n % 10]), 1)


def _naming(exercise: Exercise, draw: random.Random) -> dict[str, str]:
    """Draw a new letter for each one-letter name, indices kept; the exercise's own letters may come back."""
    graph = exercise.graph
    kept = {name for name in exercise.names if not re.fullmatch(r"[A-Za-z]_?\d*", name)}
    taken = {name[0] for name in kept} | {"e", "d", "i", "o", "l"}
    naming: dict[str, str] = {}
    letters: dict[tuple[str, str], str] = {}
    for name in [graph.output, *graph.intermediates, *graph.inputs]:
        if name in kept or name in naming or name in exercise.unnamed:
            continue
        pool = _OUTPUTS if name == graph.output else _NODES if name in exercise.arguments else _INPUTS
        kind = (name[0], pool)
        if kind not in letters:
            letters[kind] = draw.choice([letter for letter in pool if letter not in taken])
            taken.add(letters[kind])
        naming[name] = letters[kind] + name[1:]
    return naming


def _renamed(expr: Expr, naming: dict[str, str]) -> Expr:
    return substitute(expr, lambda part: Symbol(naming.get(part.name, part.name)) if isinstance(part, Symbol) else None)


def _key(text: str, naming: dict[str, str]) -> str:
    """Return a key in other names."""
    body = text.removeprefix("local:")
    prefix = text[: len(text) - len(body)]
    if body.startswith("d") and "/d" in body:
        of, by = body[1:].split("/d")
        return f"{prefix}d{naming.get(of, of)}/d{naming.get(by, by)}"
    stem = body.removesuffix(":formula")
    if stem in naming or stem != body:
        return naming.get(stem, stem) + body[len(stem) :]
    return naming.get(body[:-1], body[:-1]) + "1" if body[:-1] in naming else body
