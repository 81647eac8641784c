"""Tiers: the layers of a network as W^{[1]} and z^{[2]} count them, by which nodes the graph calculates from which.

A layer's sums are z, what becomes of them is a, and what these are weighed by and what is added to them are W and b.
Where the names of an exercise count units, z^{[2]} is no z_2.
"""

from collections.abc import Iterator, Mapping

from gradbook.written.names.spellings import neurons_of
from gradbook.written.names.wiring import Wiring

Rows = tuple[tuple[str, ...], ...]
_Unit = tuple[str, str]  # what comes out of it, and its sum
_SUMS, _OUTS, _WEIGHTS, _BIASES = ("z", "Z"), ("a", "A", "h", "H"), ("W", "w"), ("b", "B")


def tiers(
    operands: Mapping[str, tuple[str, ...]], operations: Mapping[str, str], unnamed: frozenset[str], wiring: Wiring
) -> dict[str, Rows]:
    """Return the names that z^[1], a^[1], W^[1], b^[1] and so on stand for, row by row; what has no name is left out.

    Args:
        operands: of each calculated node, the nodes that it is calculated from.
        operations: of each calculated node, the name of its op.
        unnamed: the nodes to which the exercise's text gives no name.
        wiring: the graph's weights and biases.
    """
    found: dict[str, Rows] = {}
    before: list[str] = []
    for number, layer in enumerate(_layers(operands, operations, unnamed, wiring), 1):
        outs, sums = [out for out, _ in layer], [sum_ for _, sum_ in layer]
        weights = _weights(outs, before, wiring)
        biases = [wiring.added(out) for out in outs]
        told = {_SUMS: _column(sums), _OUTS: _column(outs), _WEIGHTS: weights, _BIASES: _column(biases)}
        for stems, rows in told.items():
            if rows and not any(name in unnamed or not name for row in rows for name in row):
                found |= {f"{stem}^[{number}]": rows for stem in stems}
        before = outs
    return found


def _column(names: list[str]) -> Rows:
    return tuple((name,) for name in names)


def _weights(outs: list[str], before: list[str], wiring: Wiring) -> Rows:
    """Return what the units of a layer weigh those of the layer before by, or the inputs that they have in common."""
    sources = before or [
        source
        for source in wiring.incoming(outs[0])
        if all(source in wiring.incoming(out) for out in outs) and (len(outs) > 1 or not wiring.is_learned(source))
    ]
    return tuple(tuple(wiring.incoming(out).get(source, "") for source in sources) for out in outs)


def _layers(
    operands: Mapping[str, tuple[str, ...]], operations: Mapping[str, str], unnamed: frozenset[str], wiring: Wiring
) -> Iterator[list[_Unit]]:
    """Yield the units of each layer; those of the last may be nothing but sums."""
    neurons = neurons_of(operands, operations)
    below = {out: {source for source in wiring.incoming(out) if source in operands} for out in operands}
    sums = [
        (name, name)
        for name, operation in operations.items()
        if operation == "add" and name not in unnamed and name not in neurons.values() and below[name]
    ]
    left = [*neurons.items(), *sums]
    before: set[str] = set()
    while layer := [unit for unit in left if below[unit[0]] == before and wiring.incoming(unit[0])]:
        yield layer
        before = {out for out, _ in layer}
        left = [unit for unit in left if unit not in layer]
