"""Wiring: the weight of an edge between two nodes, and the bias of a node, by what answers call the ends.

w(x1 → h1) is what x1 is multiplied by on its way into the sum that h1 is, or is a function of; b(h1) is what is only
added there. Where that is not exactly one input, it is none.
"""

import re
from collections.abc import Iterator, Mapping

from gradbook.core.text.patterns import regex
from gradbook.written.names.spellings import labels_of, neurons_of
from gradbook.written.notation import plain

ARROW = r"\s{0,4}(?:→|⟶|⇒|[-=]{1,2}>|\\(?:long)?rightarrow\b|\\to\b)\s{0,4}"
_ARROW = regex(ARROW)
_BETWEEN = regex(r"\s*[,;]\s*|(?<=[\w}])\s*[-–]\s*(?=\\?\w)|(?<=[\w}])\s+(?=\\?\w)")
_WEIGHT, _BIAS = frozenset({"w", "W", "weight", "Weight", "theta", "Theta"}), frozenset({"b", "B", "bias", "Bias"})


class Wiring:
    """The weights and biases of a graph.

    Args:
        operands: of each calculated node, the nodes that it is calculated from.
        operations: of each calculated node, the name of its op.
        inputs: the names of the inputs.
        unnamed: the nodes to which the exercise's text gives no name.
    """

    def __init__(
        self,
        operands: Mapping[str, tuple[str, ...]],
        operations: Mapping[str, str],
        inputs: tuple[str, ...],
        unnamed: frozenset[str],
    ) -> None:
        self._operands, self._operations, self._inputs, self._unnamed = operands, operations, inputs, unnamed
        self._weights: dict[tuple[str, str], set[str]] = {}
        self._biases: dict[str, set[str]] = {}
        neurons = neurons_of(operands, operations)
        functions: dict[str, set[str]] = {}
        for name, below in neurons.items():
            functions.setdefault(below, set()).add(name)
        for sum_ in operands:
            if sum_ not in unnamed or sum_ in functions:
                for target in {sum_, *functions.get(sum_, ())}:
                    self._wire(sum_, target)
        self._labels = self._labelled(neurons)
        self._stems = {stem for names in self._weights.values() for name in names if (stem := _stem(name))}

    def _wire(self, sum_: str, target: str) -> None:
        """Take in what goes into a sum."""
        for term in self._terms(sum_, sum_):
            args = self._operands.get(term, ())
            if term in self._inputs:
                self._biases.setdefault(target, set()).add(term)
            elif self._operations.get(term) == "mul" and len(args) == 2:
                for source, weight in (args, args[::-1]):
                    if weight in self._inputs:
                        self._weights.setdefault((source, target), set()).add(weight)

    def _terms(self, node: str, top: str) -> Iterator[str]:
        """Yield what a sum is the sum of; one inside it that has a name is a node of its own."""
        if self._operations.get(node) == "add" and (node == top or node in self._unnamed):
            for arg in self._operands[node]:
                yield from self._terms(arg, top)
        else:
            yield node

    def _labelled(self, neurons: Mapping[str, str]) -> dict[str, str]:
        """Return the nodes by what they may be called as ends, in any case; what may be two nodes is none."""
        ends = {end for pair in self._weights for end in pair} | self._biases.keys()
        called = [(plain(name), name) for name in ends - self._unnamed if not self.is_learned(name)]
        own = {label for label, _ in called}
        called += [(label, name) for label, name in labels_of(neurons, self._operands) if label not in own]
        found: dict[str, set[str]] = {}
        for label, name in called:
            for form in {label} if label.isdecimal() else {label, label.lower(), label.upper()} - (own - {label}):
                found.setdefault(form, set()).add(name)
        return {label: names.pop() for label, names in found.items() if len(names) == 1}

    def incoming(self, target: str) -> dict[str, str]:
        """Return what goes into a node by a weight, each with its weight; a product of two inputs is two of them."""
        return {
            source: next(iter(weights))
            for (source, end), weights in self._weights.items()
            if end == target and len(weights) == 1
        }

    def added(self, target: str) -> str:
        """Return the only input that is added in a node; "" where there is none, or several."""
        added = self._biases.get(target, set())
        return next(iter(added)) if len(added) == 1 else ""

    def is_learned(self, name: str) -> bool:
        """Whether an input is called as weights are: it is multiplied by what comes in, and nothing comes from it."""
        return name in self._inputs and (name[:1] in ("w", "W") or name.startswith("theta"))

    def named(self, stem: str, ends: str) -> str:
        """Return the weight or the bias that a letter means by the ends behind it; "" where that is none.

        Args:
            stem: in plain form.
            ends: as they are written, without brackets: "x_1 \\to h_1", "x1, h1", "x1h1", for a bias "h1".
        """
        if is_bias(stem) and (bias := self._bias(self._labels.get(plain(ends), ""))):
            return bias
        if stem not in _WEIGHT and stem not in self._stems:
            return ""
        if len(by_arrow := _ARROW.split(ends)) == 2:
            return self._only([(plain(by_arrow[0]), plain(by_arrow[1]))], stem, counted=True)
        if by_arrow[1:]:
            return ""
        if len(parted := _BETWEEN.split(ends.strip())) == 2:
            return self._only([(plain(parted[0]), plain(parted[1]))], stem)
        whole = plain(ends)
        return self._only([(whole[:cut], whole[cut:]) for cut in range(1, len(whole))], stem)

    def between(self, source: str, target: str) -> str:
        """Return the weight between two nodes by what they are called, or the bias where the source is a bias."""
        return self._only([(plain(source), plain(target))], "w")

    def beside(self, weight: str) -> str:
        """Return the bias of the only node that a weight leads into; "" where there is none."""
        biases = {
            self._bias(target)
            for (source, target), weights in self._weights.items()
            if weight in weights and not self.is_learned(source)
        }
        return biases.pop() if len(biases) == 1 else ""

    def _only(self, pairs: list[tuple[str, str]], stem: str, *, counted: bool = False) -> str:
        """Return the only weight between any of these pairs of labels."""
        found: set[str] = set()
        for source, target in pairs:
            if counted and source.isdecimal() and target.isdecimal():
                found |= self._numbered(source, target, stem)
                continue
            end = self._labels.get(target, "") if not target.isdecimal() else ""
            weights = self._weights.get((self._labels.get(source, ""), end), set()) if not source.isdecimal() else set()
            bias = self._bias(end) if is_bias(source) and not weights else ""
            found |= weights | ({bias} if bias else set())
        return found.pop() if len(found) == 1 else ""

    def _numbered(self, source: str, target: str, stem: str) -> set[str]:
        """Return the weights from a unit with one number to one with another, of those that begin with the stem."""
        return {
            weight
            for (one, other), weights in self._weights.items()
            for weight in weights
            if (_number(one), _number(other)) == (source, target) and plain(weight).lower().startswith(stem.lower())
        }

    def _bias(self, target: str) -> str:
        """Return the only input that is added to a node, if it is called as biases are: b1, or with a 0."""
        bias = self.added(target)
        return bias if bias[:1] in ("b", "B") or bias[-1:] == "0" else ""


def is_bias(word: str) -> bool:
    """Whether a word is what biases are called, and the unit that is always 1."""
    return word in _BIAS


def _number(name: str) -> str:
    return match.group() if (match := re.search(r"\d+$", plain(name))) else ""


def _stem(name: str) -> str:
    return plain(name).rstrip("0123456789") if name[-1:].isdecimal() else ""
