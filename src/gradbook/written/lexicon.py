"""The lexicon of an exercise: all that reading knows of it. It has names and shape, and no values.

What is read of an answer can therefore not depend on what is right.
"""

import re
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import Node
from gradbook.written.names.indices import arrays_of
from gradbook.written.names.spellings import TAGS, cone, spellings
from gradbook.written.names.wiring import Wiring
from gradbook.written.notation import (
    ACTIVATIONS,
    CAPITALS,
    COMPARES,
    FUNCTIONS,
    LOSS_NAMES,
    LOSSES,
    PROGRAM_GREEK,
    RATES,
    SLOPE_FUNCTIONS,
    plain,
)

T = TypeVar("T")

_TWO_NUMBERS = regex(r"[^\W\d]*[^\W\d_](\d{1,2})_(\d{1,2})")


@dataclass(frozen=True)
class Lexicon:
    """Names and shape of a graph.

    Attributes:
        inputs: the names of the inputs.
        operands: of each calculated node, the nodes that it is calculated from, in the order of the graph.
        operations: of each calculated node, the name of its op.
        output: the last node.
        unnamed: the nodes to which the exercise's text gives no name: the letters that the graph gives them may be used
            otherwise by an answer.
        steady: inputs that the exercise's step does not change, such as data.
        aliases: names that the answer itself introduces, each with what it stands for, and further names.
        further: names that the exercise itself gives a node beside the first: a of a = z.
        vectors: the same for vectors, with the names of their entries; in bold type "bold:x" is another than x.
        nouns: words by which the answer calls calculated nodes, such as "score", each with the node.
        slopes: the same for gradients, with the derivatives that are their entries.
        arrays: the same for other arrays, with what their entries are calculated as, row by row.
        activations: the functions that letters such as sigma are.
        lying: whether vectors are rows here, as in x W + b, and not columns.
        parameters: of nodes that the answer writes as functions of some of their inputs, these.
        tiers: what W^[1], z^[2] and so on are, row by row, where the answer writes layers so.
        counts: letters of unnamed nodes by which the answer counts samples.
    """

    inputs: tuple[str, ...]
    operands: Mapping[str, tuple[str, ...]]
    operations: Mapping[str, str]
    output: str
    unnamed: frozenset[str] = frozenset()
    steady: frozenset[str] = frozenset()
    aliases: Mapping[str, Node] = field(default_factory=dict)
    further: frozenset[str] = frozenset()
    vectors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nouns: Mapping[str, str] = field(default_factory=dict)
    slopes: Mapping[str, tuple[Derivative, ...]] = field(default_factory=dict)
    arrays: Mapping[str, tuple[tuple[Node, ...], ...]] = field(default_factory=dict)
    activations: Mapping[str, str] = field(default_factory=dict)
    lying: bool = False
    parameters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    counts: frozenset[str] = frozenset()
    tiers: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)

    def recall(self, make: "Callable[[Lexicon], T]") -> T:
        """Return what a function makes of the lexicon; it is made once."""
        if make not in self._recalled:
            self._recalled[make] = make(self)
        found: T = self._recalled[make]
        return found

    @cached_property
    def _recalled(self) -> dict[Any, Any]:
        return {}

    def with_names(
        self,
        aliases: Mapping[str, Node],
        vectors: Mapping[str, tuple[str, ...]],
        nouns: Mapping[str, str],
        slopes: Mapping[str, tuple[Derivative, ...]],
        arrays: Mapping[str, tuple[tuple[Node, ...], ...]],
    ) -> "Lexicon":
        """Return a lexicon that knows more names; all own arrays are given anew."""
        return replace(
            self,
            aliases={**self.aliases, **aliases},
            vectors={**self.vectors, **vectors},
            nouns={**self.nouns, **nouns},
            slopes={**self.slopes, **slopes},
            arrays=arrays,
        )

    def renamed(self, names: Mapping[str, str]) -> "Lexicon":
        """Return the lexicon of the same graph with other names for some of its nodes."""

        def called(name: str) -> str:
            return names.get(name, name)

        return replace(
            self,
            inputs=tuple(map(called, self.inputs)),
            operands={called(name): tuple(map(called, args)) for name, args in self.operands.items()},
            operations={called(name): op for name, op in self.operations.items()},
            output=called(self.output),
            unnamed=frozenset(map(called, self.unnamed)),
            steady=frozenset(map(called, self.steady)),
            further=frozenset(map(called, self.further)),
        )

    @cached_property
    def in_rows(self) -> "Lexicon":
        """The same with vectors as rows."""
        return replace(self, lying=True)

    @property
    def stems_of_vectors(self) -> tuple[str, ...]:
        """The stems of the names that have an index."""
        return tuple(self._arrays)

    @cached_property
    def names(self) -> dict[str, str]:
        """All names, by the plain form in which they are looked up; those of courses where they stand for one node."""
        return spellings(self.operands, self.operations, self.output, self._own, self.unnamed) | self._own

    @cached_property
    def _own(self) -> dict[str, str]:
        """The names of the exercise and of the answer, by their plain form."""
        stems = {*self._arrays, *(stem.rstrip("0123456789") for stem in self._arrays)}
        letters = {name: name for name in self.unnamed - self.counts if name not in stems}
        found = letters | {plain(name): name for name in self.given}
        for name in self.given:  # y is y_ where there is no other
            found.setdefault(plain(name).rstrip("_"), name)
        for name, node in self.aliases.items():  # let h = a: h is a itself
            found[plain(name)] = node.name if isinstance(node, Symbol) else name
        for short, name in list(found.items()):  # th0 is theta_0
            if (stem := short.rstrip("0123456789_")) in PROGRAM_GREEK:
                found.setdefault(PROGRAM_GREEK[stem] + short[len(stem) :], name)
        return found

    def cone(self, name: str) -> frozenset[str]:
        """Return the nodes that a node is calculated from, directly or not, and the node itself."""
        if name not in self._cones:
            self._cones[name] = cone(self.operands, name)
        return self._cones[name]

    @cached_property
    def _cones(self) -> dict[str, frozenset[str]]:
        """The cones that were asked for."""
        return {}

    def leads(self, of: str, by: str, shut: Set[str]) -> bool:
        """Return whether a path leads from a node down to another that passes none of the nodes that are shut."""
        return by in cone(self.operands, of, shut)

    def are_apart(self, one: str, other: str) -> bool:
        """Whether of two nodes neither is calculated from the other."""
        return one not in self.cone(other) and other not in self.cone(one)

    def below(self, name: str) -> tuple[str, ...]:
        """Return the inputs that a node is calculated from, directly or not, in the order of the graph."""
        found = self.cone(name)
        return tuple(given for given in self.inputs if given in found)

    def array(self, stem: str) -> tuple[tuple[str, ...], ...]:
        """Return the names that a stem without its index stands for, row by row; none where it is a name of its own.

        A vector such as w1 and w2 is a column, or lying; w11 to w22 are a matrix, which capital W means too.
        """
        bare = plain(stem)
        if rows := self.tiers.get(bare):
            return self.laid(rows)
        if bare in self.vectors:
            return self.laid(tuple((name,) for name in self.vectors[bare]))
        return self.laid(self._arrays.get(bare) or self._arrays.get(bare.lower()) or ())

    def laid(self, rows: tuple[tuple[T, ...], ...]) -> tuple[tuple[T, ...], ...]:
        """Return a column as a row where vectors are lying, and anything else as it is."""
        return (tuple(row[0] for row in rows),) if self.lying and rows and len(rows[0]) == 1 else rows

    def in_layers(self, name: str, index: str) -> str:
        """Return the stem of several names that has an index itself: z1 of z1_1, y_pred of y_pred_1; "" for none."""
        return name + index if name[-1:].isalpha() and index.isalnum() and self.array(name + index) else ""

    def indices(self, stem: str, place: int, count: int) -> set[str]:
        """Return the values of one of the indices of a stem's names, which have so many."""
        bare, found = plain(stem), set[str]()
        for name in (name for row in self.array(bare) for name in row):
            index = re.sub(r".*\D", "", plain(name).removeprefix(bare))
            if count == 1 or len(index) == count:
                found.add(index if count == 1 else index[place])
        return found

    @cached_property
    def _arrays(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """The stems of names with one index or more, with the names row by row; of z1_2, also z1, the layer's."""
        return arrays_of(self.given, self.cone)

    @cached_property
    def indexed(self) -> bool:
        """Whether the exercise's own names have an index."""
        return any(name[-1].isdecimal() for name in self.given)

    @cached_property
    def layer_first(self) -> bool | None:
        """Whether the layer stands first in names such as w1_12 and z2_1, or last; None where that cannot be told."""
        layered = [match for name in self.given if (match := _TWO_NUMBERS.fullmatch(name))]
        for place in (1, 2):
            if any(len(match.group(place)) > 1 for match in layered):
                return place > 1  # that of the two units is no layer
        for match in layered:
            below = self.cone(match.group())
            for other in layered:
                if other.group() in below and other is not match:
                    first, last = (int(other.group(place)) < int(match.group(place)) for place in (1, 2))
                    if first != last:
                        return first
        return None

    @cached_property
    def activated(self) -> frozenset[str]:
        """What goes into the function of a neuron: the z of a = sigmoid(z)."""
        return frozenset(
            arg for name, args in self.operands.items() if self.operations.get(name) in ACTIVATIONS for arg in args
        )

    def sole(self, function: str) -> str | None:
        """Return the node that is calculated by a function, if it is the only one: what sigma means by itself."""
        ops, clips = self.operations.items(), function == "relu"  # max(z, 0)
        found = [n for n, op in ops if op == function or (clips and op == "max" and len(self.operands[n]) == 1)]
        return found[0] if len(found) == 1 else None

    @cached_property
    def given(self) -> tuple[str, ...]:
        """The names that the exercise's text gives."""
        return (*self.inputs, *(name for name in self.operands if name not in self.unnamed))

    @cached_property
    def ends_low(self) -> bool:
        """Whether a name ends with an underscore."""
        return any(name[-1] == "_" for name in self.given)

    @cached_property
    def rates(self) -> frozenset[str]:
        """What the learning rate may be called."""
        return frozenset(plain(name) for name in RATES) - self.names.keys()

    @cached_property
    def functions(self) -> dict[str, str]:
        """Functions by what they are called."""
        known = FUNCTIONS | CAPITALS | SLOPE_FUNCTIONS | dict(self.activations)
        return {name: op for name, op in known.items() if name not in self.names}

    @cached_property
    def losses(self) -> dict[str, str]:
        """What most courses call the end of the graph: in "dL/dw", L is f."""
        return {name: self.output for name in LOSSES if name not in self.names}

    @cached_property
    def called_loss(self) -> frozenset[str]:
        """The words for the output, of a graph that compares something, that are none of the exercise's or answer's."""
        others = (name for name in self.operands if name != self.output)
        compares = not COMPARES.isdisjoint(self.operations.values())
        alone = compares and not any(name in LOSSES or "loss" in name or "cost" in name for name in others)
        return LOSS_NAMES - self._own.keys() if alone or self.output in LOSSES else frozenset()

    @cached_property
    def errs(self) -> bool:
        """Whether an "error" can only be the output: it is called E, and nothing else by any such name."""
        others = (name for name in (*self.inputs, *self.operands) if name != self.output)
        return self.output[:1] == "E" and not any(name[:1] in "eE" for name in others)

    @cached_property
    def output_differentiated(self) -> re.Pattern[str]:
        """What a source holds where it writes derivatives of the output by its own name."""
        return regex(rf"(?:\bd|∂|\\partial)\s*{re.escape(self.output)}\b")

    @cached_property
    def stems(self) -> frozenset[str]:
        """What is a name only with its index, such as the w of w_1."""
        found = {plain(name).rstrip("0123456789") for name in self._own}
        found -= {"d"} - {name.rstrip("0123456789") for name in self.operands}  # d of a differential, beside an own d2
        found |= {plain(name.split("_")[0]) for name in (*self.inputs, *self.operands)}
        found |= {name for name in self.vectors if ":" not in name}
        found |= {stem.upper() for stem in found if len(stem) == 1 and self.array(stem)}  # W of w11, w12
        return frozenset(stem for stem in found if stem and stem not in self.names)

    @cached_property
    def _folded(self) -> dict[str, str | None]:
        """Names without their case or index, where only one name is meant."""
        found: dict[str, str | None] = {}
        for plain_name, name in self._own.items():
            if name in self.unnamed:
                continue  # T is no other way to write the graph's own letter t
            cases = {plain_name.lower(), plain_name.upper(), plain_name[:1].upper() + plain_name[1:]}
            for other in {*cases, plain_name.rstrip("0123456789")}:
                if other and other not in self.names:
                    found[other] = None if other in found and found[other] != name else name
        return found

    @cached_property
    def _parts(self) -> dict[str, list[str]]:
        """All that a run of letters may be made of, by its first letter, the longest first."""
        found: dict[str, list[str]] = {}
        parts = {*self._own, *self.stems, *self.rates, *self.functions, *self.losses}
        for name in sorted(parts, key=len, reverse=True):
            found.setdefault(name[:1], []).append(name)
        return found

    def name(self, written: str) -> str | None:
        """Return the name that is meant by one that is written, if there is one."""
        return self.names.get(plain(written))

    def like(self, written: str) -> str | None:
        """Return the only name that differs from what is written in case or index."""
        bare = plain(written)
        found = self._folded.get(bare)
        taken = bare in self.losses or bare in self.rates or bare in self.functions
        return None if taken or (bare == "d" and found in self.aliases) else found  # d of a differential, beside d2

    def with_index(self, name: str, index: str) -> str | None:
        """Return the name that a name with an index is, if there is one.

        Args:
            name: what stands before the index.
            index: as it is written: "in" may be a tag, and x_1 \\to h_1 the ends of a weight.
        """
        stem, low = plain(name), plain(index).replace(",", "").strip("[]")
        bare = stem + low
        found = self.names.get(bare) or (self.like(bare) if low.isalpha() else None)  # W_x for wx
        return found or self.tagged(stem, low) or (None if low.isdecimal() else self.wired(stem, index)) or None

    def with_low(self, name: str, index: str, known: str | None) -> str | None:
        """Return the name that a name with an index set low is: of its own, of a layer, or Z_{1} for z1.

        Args:
            name: what stands before the index, in plain form.
            index: as it is written.
            known: the name that stands there without the index, if there is one.
        """
        bare = plain(index)
        found = self.with_index(name, index) or self.in_layers(name, bare)
        return found or (self.like(name + bare) if bare.isdecimal() and known is None else None)

    def tagged(self, name: str, tag: str) -> str | None:
        """Return the name that a name with a tag is, in plain form: of z1 and "in" z1_in, or what goes into z1."""
        if tag not in TAGS:
            return None
        found = (self.names.get(written) for same in (tag, *TAGS[tag]) for written in (name + same, same + name))
        return next(filter(None, found), None)

    def wired(self, stem: str, ends: str) -> str:
        """Return the weight that a stem in plain form means by the ends of its edge; "" where it means none."""
        return self.wiring.named(stem, ends) if stem not in self.names else ""

    @cached_property
    def wiring(self) -> Wiring:
        """The weights by the nodes that they connect."""
        return Wiring(self.operands, self.operations, self.inputs, self.unnamed)

    def knows(self, name: str) -> bool:
        """Whether a name is known as a whole, with an index or without."""
        return name in self._whole

    @cached_property
    def _whole(self) -> frozenset[str]:
        return frozenset(self.names).union(*self._parts.values())

    def split(self, run: str) -> list[str] | None:
        """Split a run of letters into known names, longest first; None where that cannot be done."""
        parts: list[str] = []
        at = 0
        while at < len(run):
            found = next((name for name in self._parts.get(run[at], ()) if run.startswith(name, at)), None)
            if found is None:
                return None
            parts.append(found)
            at += len(found)
        return parts
