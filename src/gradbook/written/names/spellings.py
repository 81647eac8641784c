"""Spellings: what courses call the nodes of a network, where a graph that calls them otherwise has only one such node.

net_h1 is what goes into the function of h1, out_h1 is h1 itself; h1 and o count the neurons where a graph has other
names for them; E_total is the end of the graph.
"""

import re
from collections.abc import Iterator, Mapping, Set

from gradbook.core.text.patterns import regex
from gradbook.written.notation import ACTIVATIONS, LETTERS, LOSS_NAMES, LOSSES, plain

_BEFORE_NOW = ("t-1", "t−1", "(t-1)", "(t−1)", "^t-1", "^(t-1)", "<t-1>", "^<t-1>")
_NOW = ("t", "(t)", "^t", "^(t)", "<t>", "^<t>")
_TOTAL = ("total", "tot", "gesamt", "ges", "totale", "totaal", "sum", "all")
_INTO, _OUT_OF = ("net", "in", "input", "z"), ("out", "output", "a")
TAGS = {  # what of a unit is meant: z1_in, z1(in); each with what else may be written for it
    "in": ("net", "input"), "net": ("in", "input"), "input": ("in", "net"),
    "out": ("output", "act"), "output": ("out", "act"), "act": ("out", "output"),
}  # fmt: skip
_EARLIER = regex(r"(.+?)(?:prev|previous|old|last|tm1)")  # a state before: h_prev, c_old
_TAGGED = {tag: regex(rf"([^\W\d_]+?)(?:{tag}(\d{{0,2}})|(\d{{0,2}}){tag})") for tag in TAGS}
_LOSS_OF_ONE = regex(r"l\d{0,2}")


def spellings(
    operands: Mapping[str, tuple[str, ...]],
    operations: Mapping[str, str],
    output: str,
    own: Mapping[str, str],
    unnamed: Set[str],
) -> dict[str, str]:
    """Return other names of nodes, in their plain form.

    Args:
        operands: of each calculated node, the nodes that it is calculated from.
        operations: of each calculated node, the name of its op.
        output: the last node.
        own: the graph's own names and those of the answer, in their plain form: z_h may be the derivative of its z.
        unnamed: the nodes to which the exercise's text gives no name.
    """
    losses = {plain(output), *(letter for letter in LOSSES if letter not in own)}
    found = {f"{letter}{total}": output for letter in losses for total in _TOTAL}
    plain_names = {plain(name) for name in operands}
    for name in operands.keys() - unnamed:  # p with a hat is p where that is calculated: a prediction
        if f"{plain(name)}hat" not in plain_names and len(name) == 1:
            found[f"{name}hat"] = name
    if output == "C" and "cx" not in own:
        found |= {"Cx": output, "C_x": output}  # of one sample x, as Nielsen's book writes it
    found |= {LETTERS[word]: name for word, name in own.items() if LETTERS.get(word, word) not in own}
    if output in LOSSES or output == "l":
        found |= dict.fromkeys(("ell", *LOSS_NAMES), output)
    for written, name in own.items():  # the losses of single samples: ℓ₁ of l1
        if _LOSS_OF_ONE.fullmatch(written) and f"ell{written[1:]}" not in own:
            found[f"ell{written[1:]}"] = name
    times = {frozenset(pair) for node, pair in operands.items() if operations[node] == "mul"}
    found |= {
        written: name
        for written, name in _moments(own, operands)
        if written not in own and frozenset({name, "t"}) not in times  # k*t is written kt
    }
    doubled: set[str] = set()
    neurons = neurons_of(operands, operations)
    for label, neuron in labels_of(neurons, operands):
        if own.get(label, neuron) != neuron:
            continue
        stems = [(stem, neurons[neuron]) for stem in _INTO] + [(stem, neuron) for stem in _OUT_OF]
        if label.isdecimal():
            stems = [("net", neurons[neuron])]  # who knows what a_1 is, or out_1 where no neuron is o1
            if plain(neuron) == f"o{label}":
                found.setdefault(f"out{label}", neuron)
        for stem, node in stems:
            if stem not in own and found.setdefault(stem + label, node) != node:
                doubled.add(stem + label)
            behind = label + stem  # h1_in, h1_out
            counted = len(stem) > 1 and label[-1:].isdecimal() and not label.isdecimal() and behind not in own
            for written in (behind, behind.capitalize()) if counted else ():  # H1input
                if found.setdefault(written, node) != node:
                    doubled.add(written)
    found |= _by_sums(neurons, own)
    for written, name in _ends_in_layers(neurons):
        if written not in own and found.setdefault(written, name) != name:
            doubled.add(written)
    for name in operands:
        for written in _retagged(plain(name)):
            if found.setdefault(written, name) != name:
                doubled.add(written)
    return {written: node for written, node in found.items() if written not in doubled}


def _moments(own: Mapping[str, str], operands: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Yield what a recurrent cell's states are by their times: h_{t-1} of h_prev or hp, and h_t of h in such a cell."""
    earlier = [(found.group(1), own[name]) for name in own if (found := _EARLIER.fullmatch(name)) is not None]
    for written, name in own.items():  # cp, from which c is calculated, and h0, from which h is
        stem, last = written[:-1], written[-1:]
        if last in ("0", "p") and name not in operands and own.get(stem) in operands:
            earlier.append((stem, name))
            yield from ((f"{stem}{before}", name) for before in ("prev", "previous") if last == "p")
    yield from ((stem + time, name) for stem, name in earlier for time in _BEFORE_NOW)
    if any(stem in own for stem, _ in earlier):
        yield from ((written + time, name) for written, name in own.items() for time in _NOW)


def _by_sums(neurons: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """Return what neurons are called where the sum that goes into one is h1: net_h1 is that, out_h1 its function."""
    found: dict[str, str] = {}
    for neuron, below in neurons.items():
        label = plain(below)
        if label[:1] in ("h", "o") and own.get(f"net{label}", below) == below and plain(neuron) != f"out{label}":
            found |= {f"net{label}": below, f"out{label}": neuron}
    return {written: name for written, name in found.items() if written not in own}


def _ends_in_layers(neurons: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what neurons without a number are by those with one: y_hat of z3 is a3, where a2 is of z2."""
    counted = {name: _counted(plain(below)) for name, below in neurons.items()}
    stems = {
        (into, out)
        for name, (into, index) in counted.items()
        if index and (out := plain(name).removesuffix(index)) != plain(name) and out.isalpha()
    }
    for name, (into, index) in counted.items():
        outs = [out for stem, out in stems if stem == into]
        if index and len(outs) == 1 and plain(name)[-1:].isalpha():
            yield f"{outs[0]}{index}", name
            layer = index.removesuffix("1")
            if layer != index and not any(other.startswith(layer) for _, other in counted.values() if other != index):
                yield f"{outs[0]}{layer}", name  # z2_1, the only one of its layer


def _counted(name: str) -> tuple[str, str]:
    """Return the letters and the number of a name in plain form."""
    stem = name.rstrip("0123456789")
    return stem, name[len(stem) :]


def _retagged(name: str) -> Iterator[str]:
    """Yield a name with an index and a tag in other orders, and with other words for the tag: z_in1 for z1_in."""
    for tag, pattern in _TAGGED.items():
        if tag in name and (found := pattern.fullmatch(name)) and (index := found.group(2) or found.group(3)):
            stem = found.group(1)
            for same in (tag, *TAGS[tag]):
                yield from {f"{stem}{index}{same}", f"{stem}{same}{index}", f"{same}{stem}{index}"} - {name}
        elif len(stem := name.removesuffix(tag)) == 1 != len(name):  # Y1in of Yin, the only one of its layer
            yield from (f"{stem}1{same}" for same in (tag, *TAGS[tag]))


def neurons_of(operands: Mapping[str, tuple[str, ...]], operations: Mapping[str, str]) -> dict[str, str]:
    """Return what each neuron is the function of."""
    return {
        name: args[0]
        for name, args in operands.items()
        if operations.get(name) in ACTIVATIONS and len(args) == 1 and args[0] in operands
    }


def labels_of(neurons: Mapping[str, str], operands: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Yield what neurons are called: by their names, by their numbers, and as hidden ones or those at the end."""
    below = {name: cone(operands, name) - {name} for name in neurons}
    hidden = [name for name in neurons if any(name in others for others in below.values())]
    ends = [name for name in neurons if name not in hidden]
    for letter, layer in (("h", hidden), ("o", ends)):
        for name in layer:
            bare = plain(name)
            index = bare[len(bare.rstrip("0123456789")) :]
            yield bare, name
            yield bare.removeprefix("out"), name
            if index and len(layer) > 1:
                yield f"{letter}{index}", name
            if len(layer) == 1:
                yield from ((letter, name), (f"{letter}1", name))
        if len(ends) == 1 and layer is ends:
            yield "output", ends[0]
    numbers = [match.group() if (match := re.search(r"\d+$", plain(name))) else "" for name in neurons]
    yield from ((one, name) for one, name in zip(numbers, neurons, strict=True) if one and numbers.count(one) == 1)


def cone(operands: Mapping[str, tuple[str, ...]], name: str, shut: Set[str] = frozenset()) -> frozenset[str]:
    """Return the nodes that a node is calculated from, directly or not, and the node itself.

    Only paths count that pass none of the nodes that are shut.
    """
    found, stack = set[str](), [name]
    while stack:
        if (one := stack.pop()) not in found and one not in shut:
            found.add(one)
            stack += operands.get(one, ())
    return frozenset(found)
