"""The lexicon of an exercise: all that reading knows of it. It has names and shape, and no values.

What is read of an answer can therefore not depend on what is right.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from gradbook.written.expression import Node
from gradbook.written.notation import FUNCTIONS, LOSSES, PROGRAM_GREEK, RATES, plain


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
        aliases: names that the answer itself introduces, each with what it stands for.
        vectors: the same for vectors, with the names of their entries; in bold type "bold:x" is another than x.
    """

    inputs: tuple[str, ...]
    operands: Mapping[str, tuple[str, ...]]
    operations: Mapping[str, str]
    output: str
    unnamed: frozenset[str] = frozenset()
    aliases: Mapping[str, Node] = field(default_factory=dict)
    vectors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def with_names(self, aliases: Mapping[str, Node], vectors: Mapping[str, tuple[str, ...]]) -> "Lexicon":
        """Return a lexicon that knows more names."""
        return replace(self, aliases={**self.aliases, **aliases}, vectors={**self.vectors, **vectors})

    @cached_property
    def names(self) -> dict[str, str]:
        """All names, by the plain form in which they are looked up."""
        found = {plain(name): name for name in (*self.inputs, *self.operands, *self.aliases)}
        for short, letter in PROGRAM_GREEK.items():
            if short in found and letter not in found:
                found[letter] = found[short]
        return found

    def below(self, name: str) -> tuple[str, ...]:
        """Return the inputs that a node is calculated from, directly or not, in the order of the graph."""
        found, stack = set[str](), [name]
        while stack:
            if (one := stack.pop()) not in found:
                found.add(one)
                stack += self.operands.get(one, ())
        return tuple(given for given in self.inputs if given in found)

    def vector(self, stem: str) -> tuple[str, ...]:
        """Return the inputs or nodes that a stem without its index stands for, such as w1 and w2; none if it is one."""
        bare = plain(stem)
        if bare in self.vectors:
            return self.vectors[bare]
        found = [name for name in (*self.inputs, *self.operands) if re.fullmatch(rf"{re.escape(bare)}\d+", plain(name))]
        return tuple(sorted(found, key=plain)) if len(found) > 1 and bare not in self.names else ()

    @cached_property
    def rates(self) -> frozenset[str]:
        """What the learning rate may be called."""
        return frozenset(plain(name) for name in RATES) - self.names.keys()

    @cached_property
    def functions(self) -> dict[str, str]:
        """Functions by what they are called."""
        return {name: op for name, op in FUNCTIONS.items() if name not in self.names}

    @cached_property
    def losses(self) -> dict[str, str]:
        """What most courses call the end of the graph: in "dL/dw", L is f."""
        return {name: self.output for name in LOSSES if name not in self.names}

    @cached_property
    def stems(self) -> frozenset[str]:
        """What is a name only with its index, such as the w of w_1."""
        found = {plain(name).rstrip("0123456789") for name in self.names}
        found |= {plain(name.split("_")[0]) for name in (*self.inputs, *self.operands)}
        found |= {name for name in self.vectors if ":" not in name}
        return frozenset(stem for stem in found if stem and stem not in self.names)

    @cached_property
    def _folded(self) -> dict[str, str | None]:
        """Names without their case or index, where only one name is meant."""
        found: dict[str, str | None] = {}
        for plain_name, name in self.names.items():
            if name in self.unnamed:
                continue  # T is no other way to write the graph's own letter t
            for other in {plain_name.lower(), plain_name.upper(), plain_name.rstrip("0123456789")}:
                if other and other not in self.names:
                    found[other] = None if other in found and found[other] != name else name
        return found

    @cached_property
    def _known(self) -> list[str]:
        """All that a run of letters may be made of, the longest first."""
        return sorted({*self.names, *self.stems, *self.rates, *self.functions, *self.losses}, key=len, reverse=True)

    def name(self, written: str) -> str | None:
        """Return the name that is meant by one that is written, if there is one."""
        return self.names.get(plain(written))

    def like(self, written: str) -> str | None:
        """Return the only name that differs from what is written in case or index."""
        bare = plain(written)
        if bare in self.losses or bare in self.rates or bare in self.functions:
            return None
        return self._folded.get(bare)

    def with_index(self, name: str, index: str) -> str | None:
        """Return the name that a name with an index is, if there is one."""
        bare = plain(name) + plain(index).replace(",", "").strip("[]")
        return self.names.get(bare)

    def split(self, run: str) -> list[str] | None:
        """Split a run of letters into known names, longest first; None where that cannot be done."""
        parts: list[str] = []
        at = 0
        while at < len(run):
            found = next((name for name in self._known if run.startswith(name, at)), None)
            if found is None:
                return None
            parts.append(found)
            at += len(found)
        return parts

    def derivative(self, identifier: str) -> tuple[str, str] | None:
        """Return what a program calls df_dw, dfdw, grad_w, w_grad or delta_w, as the pair of names."""
        for pattern in (r"([A-Za-z]\w*?)_grad(?:ient)?", r"(?:grad|gradient|d|delta|δ)_([A-Za-z]\w*)"):
            match = re.fullmatch(pattern, identifier)
            name = self.name(match.group(1)) if match else None
            if name and not (identifier[0] in "δd" and "delta" in self.names):
                return self.output, name
        if identifier[0] == "d":
            for cut in range(2, len(identifier) - 1):
                of, rest = self.name(identifier[1:cut]) or "", identifier[cut:].lstrip("_")
                of = of or (self.losses.get(plain(identifier[1:cut]), "") if "_" in identifier else "")
                by = self.name(rest[1:]) if rest[:1] == "d" else None
                if of in self.operands and by:
                    return of, by
        return None
