r"""Names that an answer gives to gradients: \delta = \nabla_z L, \bar{\mathbf o} = \partial L/\partial o, \delta_z."""

from gradbook.graph.expression import Derivative
from gradbook.written.lexicon import Lexicon
from gradbook.written.notation import signals
from gradbook.written.parsing.arrays.entries import entries_of
from gradbook.written.parsing.arrays.names.named import name_of
from gradbook.written.parsing.grammar.draft import Draft

_MARKS = ("bar",)  # behind the name of what the output is differentiated by
_SEVERAL = 2  # quantities with a mark that no quantity of the exercise has

Slopes = dict[str, tuple[Derivative, ...]]


def slopes(drafts: list[Draft], lexicon: Lexicon) -> Slopes:
    """Return the vectors of derivatives of the output that have a name, each with its entries."""
    layers = lexicon.recall(_of_layers)
    unknown = [(draft, names) for draft in drafts if (names := _unknown(draft))]
    if not unknown:
        return layers
    found: Slopes = {}
    doubled: set[str] = set()
    marked = {mark: set[str]() for mark in _MARKS}
    stems = list(lexicon.stems_of_vectors)
    told = {f"delta{stem}": _of(stem, lexicon) for stem in stems}
    for draft, names in unknown:
        entries = _defined(draft, lexicon)
        for name in dict.fromkeys(names):
            follows = name in layers and entries and entries[0].by in lexicon.inputs  # dL/db = delta
            if entries and not follows and found.setdefault(name, entries) != entries:
                doubled.add(name)
            if name in told:
                found[name] = told[name]
            for mark in _MARKS:
                if _without(name, mark) in (*stems, *lexicon.inputs, *lexicon.operands):
                    marked[mark] |= {name, ""} if found.get(name) else {name}
    for mark in _MARKS:
        barred = sum(isinstance(lexicon.aliases.get(name), Derivative) for name in lexicon.aliases if mark in name)
        if len(marked[mark]) + barred >= _SEVERAL and marked[mark]:
            found |= {spelled: _of(stem, lexicon) for stem in stems for spelled in _marked(stem, mark)}
    return {name: entries for name, entries in (layers | found).items() if name not in doubled}


def _marked(stem: str, mark: str) -> tuple[str, str]:
    r"""Return how a name with a mark is spelled, whatever the mark is over: w2bar, and wbar2 for \bar{w}_2."""
    letters = stem.rstrip("0123456789")
    return f"{stem}{mark}", f"{letters}{mark}{stem[len(letters) :]}"


def _without(name: str, mark: str) -> str:
    """Return a name without a mark; "" where it has none."""
    stem = name.replace(mark, "", 1)
    return stem if name in _marked(stem, mark) else ""


def _of_layers(lexicon: Lexicon) -> Slopes:
    """Return the error signals of layers by their number: delta1 is of z1_1 and z1_2, as they go into functions."""
    found: Slopes = {}
    for stem in lexicon.stems_of_vectors:
        into = [name for row in lexicon.array(stem) for name in row]
        if stem[-1].isdecimal() and lexicon.activated.issuperset(into):
            found |= dict.fromkeys(signals(stem[-1]), _of(stem, lexicon))
    return found


def _of(stem: str, lexicon: Lexicon) -> tuple[Derivative, ...]:
    return tuple(Derivative(lexicon.output, name) for row in lexicon.array(stem) for name in row)


def _unknown(draft: Draft) -> list[str]:
    """Return the sides of an equation that are one name that the exercise does not have."""
    alone = [side[0] for side in draft.sides if len(side) == 1] if draft.states else []
    return [name for token in alone if (name := name_of(token))]


def _defined(draft: Draft, lexicon: Lexicon) -> tuple[Derivative, ...]:
    """Return the derivatives of the output that a side of an equation is made of."""
    for side in draft.sides:
        if any(token.kind in ("nabla", "diff") for token in side) and (entries := entries_of(side, lexicon)):
            nodes = [entry[0].node if len(entry) == 1 else None for entry in entries[0]]
            slopes = tuple(node for node in nodes if isinstance(node, Derivative) and node.of == lexicon.output)
            if len(slopes) == len(nodes):
                return slopes
    return ()
