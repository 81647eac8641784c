"""Special values: inputs of 0 or 1 that a learner puts into a formula before anything else, so that terms are left out.

With y = 1, the loss -(y log a + (1 - y) log(1 - a)) is -log a. A term that is 0 may be left out; a factor that is 1 may
have been forgotten, and a person decides.
"""

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.exercise import Exercise, Key
from gradbook.written.expression import New, Node, Old, leaves


def with_terms_left_out(exercise: Exercise, key: Key, node: Node) -> Exercise:
    """Return the exercise with points where the inputs whose terms are 0 keep their value; itself if there is none.

    An input by which a derivative is asked, or whose new value is, counts only in values: in the derivative by it, what
    is left out may be what was forgotten.
    """
    here = exercise.here.value
    asked = {name for other in exercise.keys if other.kind != "value" for name in (other.by, other.of) if name}
    switches = {
        name
        for name in exercise.graph.inputs
        if name not in _written(node)
        and exercise.depends(key.of if key.kind != "new" else exercise.graph.output, name)
        and (key.kind == "value" or name not in asked)
        and (not here[name] or any(not here[above] for above in _functions_of(exercise, name)))
    }
    return exercise.keeping(frozenset(switches))


def with_factors_left_out(exercise: Exercise, node: Node) -> Exercise:
    """Return the exercise with points where inputs of 0 and 1 that are not written keep their value."""
    here = exercise.here.value
    return exercise.keeping(
        frozenset(name for name in exercise.graph.inputs if here[name] in (0, 1) and name not in _written(node))
    )


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
