"""Variants: the same exercise with other numbers, names and functions, so that neighbours cannot share answers.

A variant's numbers are such that every misconception gives a value of its own, or a wrong answer could look right and a
diagnosis could be of the wrong mistake.
"""

import math
import random
import re
from collections.abc import Iterator

from gradbook.core.seeds import derive_seed
from gradbook.graph import Graph, GraphError
from gradbook.graph import printing as notation
from gradbook.graph.expression import Apply, Expr, Symbol, substitute
from gradbook.graph.parser import parse
from gradbook.written.diagnosis import guesses
from gradbook.written.errors import ExerciseError
from gradbook.written.exercise import Exercise, Key

_TRIES = 5_000  # most seeds need some ten; one in a few hundred needs more than 400, a quarter of a second
_APART = 0.02  # two values that differ by less may be taken for each other by rounding
_RELATED = {"add": ("add", "sub"), "sub": ("sub", "add"), "sigmoid": ("sigmoid", "tanh"), "tanh": ("tanh", "sigmoid"),
            "sin": ("sin", "cos"), "cos": ("cos", "sin")}  # fmt: skip
_INPUTS = "xwzbacuvmnkths"
_NODES = "qrspuvghm"
_OUTPUTS = "fgyLJ"


def variant_seed(assignment: str, identity: str) -> int:
    """Return the seed of a learner's variant, the same wherever and whenever it is asked for."""
    return derive_seed(0, "variant", assignment, " ".join(identity.split()).casefold())


def variant(exercise: Exercise, seed: int, *, names: bool = True, functions: bool = True) -> Exercise:
    """Return an exercise like another, with numbers of its own.

    It depends on the graph and the seed only, not on what is asked: all exercises on one graph get the same variant.

    Args:
        exercise: the model; its keys and points are kept, in the variant's names.
        seed: what `variant_seed` gives for a learner.
        names: whether one-letter names are drawn too.
        functions: whether a sum may become a difference, a sigmoid a tanh, a sine a cosine.

    Raises:
        ExerciseError: no numbers were found that keep all misconceptions apart.
    """
    graph = exercise.graph
    draw = random.Random(seed)
    statements = parse(graph.text or "")
    if functions:
        statements = [(name, _related(expr, draw)) for name, expr in statements]
    naming = _naming(exercise, draw) if names else {}
    text = "; ".join(_statement(naming.get(name or "", name), _renamed(expr, naming)) for name, expr in statements)
    whole = list(_all_keys(exercise))
    for _ in range(_TRIES):
        values = {naming.get(name, name): _number(exercise.here.value[name], draw) for name in graph.inputs}
        if len(set(map(abs, values.values()))) < len(values):
            continue
        try:
            made = Exercise.from_graph(Graph(text, **values), [_key(key, naming) for key in whole], lr=exercise.lr)
        except GraphError:
            continue
        if _stable(made) and all(_apart(made, key) for key in made.keys):
            asked = [_key(key.text, naming) for key in exercise.keys]
            points = {_key(key, naming): value for key, value in exercise.points.items()}
            return Exercise.from_graph(made.graph, asked, exercise.lr, points)
    raise ExerciseError(
        f"no numbers keep the misconceptions about {text!r} apart (looked at {_TRIES}); try another function, or "
        "variants of numbers only."
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
    worlds = exercise.worlds
    seen: list[tuple[float, ...]] = [tuple(exercise.truth(key, world) for world in worlds)]
    for _, guess in guesses(exercise, key):
        try:
            values = tuple(guess(world) for world in worlds)
        except (ArithmeticError, ValueError):
            continue
        for others in seen:
            if _close(values[0], others[0]) and not all(map(_close, values, others)):
                return False
        seen.append(values)
    return True


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= _APART * max(abs(a), abs(b), 1e-3)


def _stable(exercise: Exercise) -> bool:
    """Whether all values and gradients are of a size that can be worked with on paper."""
    numbers = [*exercise.here.value.values(), *exercise.here.local.values()]
    return all(0.02 <= abs(number) <= 500 and math.isfinite(number) for number in numbers)


def _number(old: float, draw: random.Random) -> float:
    """Draw a number of the same kind: a whole one, or one with one decimal."""
    sign = draw.choice((-1, 1))
    if old == int(old) and abs(old) > 1:
        return float(sign * draw.randint(2, 9))
    return round(sign * draw.choice([n / 10 for n in range(2, 40) if n % 10]), 1)


def _related(expr: Expr, draw: random.Random) -> Expr:
    def relate(part: Expr) -> Expr | None:
        if isinstance(part, Apply) and part.op in _RELATED:
            return Apply(draw.choice(_RELATED[part.op]), tuple(_related(arg, draw) for arg in part.args))
        return None

    return substitute(expr, relate)


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


def _statement(name: str | None, expr: Expr) -> str:
    return f"{name} = {notation.text(expr)}" if name else notation.text(expr)


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
