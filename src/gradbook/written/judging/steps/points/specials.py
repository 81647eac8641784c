"""Special values: inputs of 0 or 1 that a learner puts into a formula before anything else, so that terms are left out.

With y = 1, the loss -(y log a + (1 - y) log(1 - a)) is -log a. A term that is 0 may be left out; a factor that is 1 may
have been forgotten, and a person decides.
"""

from collections.abc import Iterator

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import Call, New, Node, Old, factors_of, has, has_numbers, leaves, terms_of


def with_terms_left_out(exercise: Exercise, key: Key, node: Node) -> Exercise:
    """Return the exercise with points where the inputs whose terms are 0 keep their value; itself if there is none.

    An input by which a derivative is asked, or whose new value is, counts only in values: in the derivative by it, what
    is left out may be what was forgotten. So does one that is written; but of a cross-entropy one term may stand with
    its target, -y log a, and that of the other class be left out.
    """
    switches, asked = exercise.recall(_switches), exercise.recall(_asked)
    of = key.of if key.kind != "new" else exercise.graph.output
    left_out = switches if key.kind == "value" else switches - asked
    written = _written(node) if left_out else set[str]()
    if written and _leaves_a_class_out(key, node, exercise):
        written -= exercise.recall(_classes)
    left_out -= written
    return exercise.keeping(frozenset(name for name in left_out if exercise.depends(of, name)))


def with_factors_left_out(exercise: Exercise, node: Node) -> Exercise:
    """Return the exercise with points where inputs of 0, 1 and -1 that are not written keep their value."""
    ones = exercise.recall(_ones)
    return exercise.keeping(ones - _written(node) if ones else ones)


def multiplied(node: Node, factor: Node) -> Iterator[Node]:
    """Yield an expression with a factor that may have been left out, of all of it or of one term of a sum."""
    yield Call("*", (factor, node))
    if isinstance(node, Call) and node.op == "+":
        left, right = node.args
        yield Call("+", (Call("*", (factor, left)), right))
        yield Call("+", (left, Call("*", (factor, right))))


def _switches(exercise: Exercise) -> frozenset[str]:
    """Return the inputs of 0, or of which a function is 0; with the 1 of targets of which all others are 0."""
    here = exercise.here.value
    zeros = frozenset(
        name
        for name in exercise.inputs
        if not here[name] or any(not here[above] for above in _functions_of(exercise, name))
    )
    targets = _targets(exercise)
    chosen = targets - zeros
    one = len(chosen) == 1 and all(here[name] == 1 for name in chosen)
    return zeros | chosen if one else zeros


def _classes(exercise: Exercise) -> frozenset[str]:
    """Return the inputs that logarithms are multiplied by, or of which something is: such as a class y or 1 - y."""
    found = {arg for above, args in exercise.arguments.items() if _multiplies_log(above, exercise) for arg in args}
    return frozenset(name for name in exercise.inputs if not found.isdisjoint({name, *_functions_of(exercise, name)}))


def _leaves_a_class_out(key: Key, node: Node, exercise: Exercise) -> bool:
    """Whether a cross-entropy, or its derivative, is written with one class only: -y log a, -y / a; and a - y of that.

    It is one term, of which the class y, or 1 - y, is a factor, so that it stands for no other error.
    """
    terms = terms_of(node)
    factors = [part for factor in factors_of(terms[0]) for part in _parts(factor)] if len(terms) == 1 else []
    classes, logs = exercise.recall(_classes), exercise.recall(_logs)
    bare = [factor for factor in factors if _class_of(factor) in classes]
    if len(bare) != 1 or any(name in classes for factor in factors if factor != bare[0] for name in _written(factor)):
        return len(classes) == 1 and _is_residual(node, next(iter(classes)), logs, key, exercise)
    if key.kind == "value":
        return any(exercise.depends(key.of, log) for log in logs) and key.of not in logs
    return key.kind in ("total", "local") and any(key.by in exercise.arguments[log] for log in logs)


def _parts(factor: Node) -> tuple[Node, ...]:
    """Return what a factor is made of that is a quotient, or has a sign."""
    match factor:
        case Call("/", (above, below)):
            return (*(part for one in factors_of(above) for part in _parts(one)), below)
        case Call("neg", (inner,)):
            return tuple(part for one in factors_of(inner) for part in _parts(one))
    return (factor,)


def _class_of(factor: Node) -> str:
    """Return the input that a factor is, or of which it is 1 less: y, 1 - y."""
    match factor:
        case Symbol(name) | Call("-", (Number(1.0), Symbol(name))):
            return name
    return ""


def _is_residual(node: Node, name: str, logs: frozenset[str], key: Key, exercise: Exercise) -> bool:
    """Whether an expression is a - y, where y = 1 and the graph is of -y log a alone."""
    match node:
        case Call("-", (Symbol(of), Symbol(by))) if by == name:
            taken = any(of in exercise.arguments[log] for log in logs)
            alone = exercise.here.value[name] == 1 and not _functions_of(exercise, name)
            return key.kind == "total" and taken and alone
    return False


def _logs(exercise: Exercise) -> frozenset[str]:
    return frozenset(name for name in exercise.arguments if exercise.lexicon.operations.get(name) == "log")


def _multiplies_log(name: str, exercise: Exercise) -> bool:
    logs = exercise.recall(_logs)
    return exercise.lexicon.operations.get(name) == "mul" and not logs.isdisjoint(exercise.arguments[name])


def _targets(exercise: Exercise) -> frozenset[str]:
    """Return the inputs that a logarithm is multiplied by, and that go nowhere else: which class it is."""
    operations, found, others = exercise.lexicon.operations, set[str](), set[str]()
    negated = {name: args[0] for name, args in exercise.arguments.items() if operations.get(name) == "neg"}
    for above, args in exercise.arguments.items():
        if above not in negated:  # -y * log(p)
            (found if _multiplies_log(above, exercise) else others).update(negated.get(arg, arg) for arg in args)
    return frozenset(found & {*exercise.inputs} - others)


def _asked(exercise: Exercise) -> frozenset[str]:
    """Return the nodes whose derivatives or new values are asked, or by which derivatives are."""
    others = (key for key in exercise.keys if key.kind != "value")
    return frozenset(name for key in others for name in (key.by, key.of) if name)


def _ones(exercise: Exercise) -> frozenset[str]:
    """Return the inputs of 0, 1 and -1: with y = -1 the -y of a hinge is 1."""
    return frozenset(name for name in exercise.inputs if exercise.here.value[name] in (0, 1, -1))


def with_numbers_put_in(exercise: Exercise, key: Key, node: Node) -> Exercise:
    """Return the exercise with points where inputs for which a formula's numbers stand keep their value.

    In "o = h1 - 2 h2" the weights of h1 and h2, 1 and -2, are put in. Of a value only: in a derivative what is left out
    may have been forgotten.
    """
    written = _written(node)
    if key.kind != "value" or not written or not has_numbers(node) or has(node, Derivative):
        return exercise
    kept = {name for name in exercise.inputs if not any(exercise.reaches(by, name) for by in written)}
    told = {abs(number) for number in _factors_and_terms(node)}
    put_in = any(abs(exercise.here.value[name]) in told for name in kept)
    return exercise.keeping(frozenset(kept)) if put_in else exercise


def _factors_and_terms(node: Node) -> Iterator[float]:
    """Yield the numbers in an expression that are no exponents."""
    match node:
        case Number(value):
            yield value
        case Call(op, args):
            for arg in args[: 1 if op == "^" else None]:
                yield from _factors_and_terms(arg)


def _functions_of(exercise: Exercise, name: str) -> list[str]:
    """Return the nodes that are calculated from one input and no other, such as 1 - y."""
    found: list[str] = []
    for above, args in exercise.arguments.items():
        if args and all(arg == name or arg in found for arg in args):
            found.append(above)
    return found


def _written(node: Node) -> set[str]:
    """Return the names in an expression."""
    found: set[str] = set()
    for leaf in leaves(node):
        match leaf:
            case Symbol(name) | New(name) | Old(name):
                found.add(name)
            case Derivative(_, by):
                found.add(by)
    return found
