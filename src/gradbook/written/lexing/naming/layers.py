"""Layers: what is set low and high at a name, and names whose layer is set high: z_2^{(1)}, w^{(2)}_{11}."""

import re
from functools import cached_property
from typing import NamedTuple

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Symbol
from gradbook.written.lexing.naming.forms.counted import entry_of
from gradbook.written.lexing.naming.vectors import Vectors
from gradbook.written.lexing.tokens import BRACED
from gradbook.written.names.spellings import TAGS
from gradbook.written.notation import HIGH, LOW_LETTERS, NEW, OLD, STATES, lowered, plain

_SUBSCRIPT = regex(
    rf"\s*\\?(?P<mark>[_^])\s*(?P<body>{BRACED}|\\[a-zA-Z]+(?:\s*{BRACED})?|\([^()]{{1,8}}\)|\[\d\]|(?<=\^)\d(?=_)"
    r"|[A-Za-z0-9*+Ѐ-ӿ](?:\w*[^\W_])?|[*+′'])"
)
LOW = regex(f"[₀-₉{LOW_LETTERS}₊₋]+(?:,[₀-₉]+)?")  # w₁,₃
_TAGGED = regex(r"<(sub|sup)>([^<]{1,20})</\1>", re.IGNORECASE)
BY_PRIME = r"(?P<by>[A-Za-z]\w{0,8})(?!\w)(?=[ \t]*(?:[=:]|[-−]?[.\d]))"  # "f'x = 2", "f'x 2"
_HATTED = regex(r"\\hat\s*\{?\s*(\w)\s*\}?")  # L_{\hat y}
_CALLED = regex(rf"\((?:\\(?:text|mathrm)\{{)?({STATES})\}}?\)(?![\w(])")  # w(new), w(\text{old})
_STATED = regex(
    r"(?P<layer>[\[(<]\d[\])>]),?(?P<state>[^\W\d]+|\+|['′’])|(?P<first>[^\W\d]+),?(?P<behind>[\[(<]\d[\])>])"
)
_SAMPLE = regex(  # h_w(x^{(2)}), h(x_2)
    r"(?:_(?:\{\s*)?(?:\\?theta|θ|w|W)(?:\s*,\s*b)?(?:\s*\})?)?\s*\(\s*(?P<of>[A-Za-z])\s*[_^]\s*"
    r"(?:\{\s*)?(?:\(\s*)?(?P<count>\d)\)?\s*(?:\}\s*)?\)"
)
_BRACKETED = regex(r"[\[(](\d)[\])]")
_DECIMALS = regex(r"[.,]\d")
_HIGH_BEGINS = frozenset("⁽¹²³")
_RAISED_DIGIT = regex(r"[¹²³](?![⁰¹²³⁴-⁹⁾·])")  # z¹, beside a z²
_ABOVE = regex(r"(?<![A-Za-z])([A-Za-z])\s*\^\s*\{?\s*\((\d)\)")
_PRIMES = frozenset({"'", "′", "’", "prime"})
_RAISED_LAYER = regex(r"[\[(<]?(\d)[\])>]?\+?")


class Script(NamedTuple):
    """What is set low or high at a name: where ("_" or "^"), what, and the place behind it."""

    mark: str
    body: str
    stop: int


def script_at(source: str, at: int, end: int) -> Script | None:
    """Return what is set low or high right behind a place."""
    if (found := _SUBSCRIPT.match(source, at, end)) and not _is_cut_short(found):
        return Script(found.group("mark"), found.group("body"), found.end())
    if source[at : at + 1] in _HIGH_BEGINS and (
        high := _RAISED_DIGIT.match(source, at, end) or HIGH.match(source, at, end)
    ):
        return Script("^", lowered(high.group()), high.end())
    return None


def _is_cut_short(found: re.Match[str]) -> bool:
    """Whether what is set high is only the beginning of a number: e^0.4."""
    if found.group("mark") != "^" or not found.group("body").isdecimal():
        return False
    return _DECIMALS.match(found.string, found.end()) is not None


class Layers(Vectors):
    """What a lexer does with an index and with a layer."""

    def _set_apart(self, name: str) -> str:
        """Return a name that stands behind a prime, where nothing stands before that may be multiplied with both."""
        last = self._tokens[-1] if self._tokens else None
        return name if last is None or last.kind in ("sep", "word") else ""

    def _index(self, end: int) -> Script | None:
        """Return what is set low or high right behind a name."""
        if index := script_at(self._source, end, self._end):
            return index._replace(body=_HATTED.sub(r"\1hat", index.body)) if "\\hat" in index.body else index
        if tag := _TAGGED.match(self._source, end, self._end):
            return Script("_" if tag.group(1).lower() == "sub" else "^", tag.group(2), tag.end())
        if said := _CALLED.match(self._source, end, self._end):
            return Script("^", said.group(1), said.end())
        return None

    def _layer(self, name: str, raised: str) -> str:
        """Return the number of a layer that is written above: a^{(2)}, or a^2 where the answer writes a^1 too."""
        if bracketed := re.fullmatch(r"(?:[\[(<⟨]|langle)\s*(\d)\s*(?:[\])>⟩]|rangle)", raised):
            return bracketed.group(1)
        if name == "e" and not raised.startswith("(") and "exp" in self._lexicon.operations.values():
            return ""  # e^2 = 7.389, where the exercise has e2 = exp(z2)
        counts = name in self._raised | self._signals_raised or (
            name not in self._lexicon.names and self._lexicon.in_layers(name, raised) != ""
        )
        if not counts and name + raised in self._lexicon.names:  # nobody differentiates by a power
            counts = bool(self._tokens) and self._tokens[-1].kind == "diff"
        return raised if raised.isdecimal() and len(raised) == 1 and counts else ""

    def _in_layer(self, known: str, raised: str) -> bool:
        """Whether a name with a number in brackets above is another: a^{(0)} of a0, beside a node a.

        Beside an input only a node, where other letters have such a number for their layer: y^{(1)}, z^{(1)}.
        """
        number = re.fullmatch(r"\((\d)\)", raised)
        other = self._lexicon.names.get(known + number[1]) if number else None
        calculated = known in self._lexicon.operands or (other in self._lexicon.operands and self._counts_layers)
        return other is not None and calculated

    @cached_property
    def _counts_layers(self) -> bool:
        """Whether names that are known only with their number have it in brackets above, and no input has one."""
        names, written = self._lexicon.names, _ABOVE.findall(self._source)
        counted = any(stem in self._lexicon.inputs and stem + number not in names for stem, number in written)
        return not counted and any(stem not in names and stem + number in names for stem, number in written)

    def _of_sample(self, name: str, start: int, end: int) -> int | None:
        """Take the prediction for one of several samples, h_w(x^{(2)}) of h1 and h2; return the place behind it."""
        if self._source[end : end + 1] not in ("_", "(") or name in self._lexicon.names:
            return None
        found = _SAMPLE.match(self._source, end, self._end)
        if found is None:
            return None
        entry, data = (self._lexicon.with_index(stem, found.group("count")) for stem in (name, found.group("of")))
        if not entry or not data or data not in self._lexicon.below(entry):
            return None
        self._leaf("name", Symbol(entry), start, found.end())
        return found.end()

    def _tiered(self, name: str, start: int, end: int) -> int | None:
        """Take W^{[1]}, with its index or without, where the answer writes layers so; return the place behind it."""
        above = script_at(self._source, end, self._end) if self._lexicon.tiers else None
        stem = name.rstrip("0123456789")
        tier = f"{stem}^{plain(above.body)}" if above and above.mark == "^" else ""
        rows = self._lexicon.tiers.get(tier)
        if above is None or rows is None:
            return None
        below, stop, index = script_at(self._source, above.stop, self._end), above.stop, name[len(stem) :]
        if below and below.mark == "_" and not index:
            index, stop = plain(below.body).replace(",", ""), below.stop
        if not index and len(rows) * len(rows[0]) > 1:
            self._add("vec", tier, start, stop)
            return stop
        entry = _entry(rows, index)
        if entry:
            self._leaf("name", Symbol(entry), start, stop)
        else:
            self._bad(tier + index, start, stop)
        return stop

    def _numbers_layers(self, name: str) -> bool:
        """Whether a 1 at the stem of several names counts layers: the answer has W_2 too, and no W_0.

        What is calculated has no state after a step by its number: H_1 of H11, ..., H22 needs no H_2 beside it; and a
        stem that is never written without its 1 has none before a step.
        """
        stem = rf"(?<![A-Za-z]){re.escape(name)}(?:\}}|\s)*+(?:[_^]\s*+(?:\{{|\(|\[|\s)*+)?+"
        counted = {number for number in "02₀₂" if re.search(rf"{stem}{number}(?!\d)", self._source)}
        entries = [entry for row in self._lexicon.array(name) for entry in row]
        calculated = self._lexicon.operands.keys() >= set(entries)
        only = calculated or re.search(rf"{stem}(?![1₁\w])", self._source) is None
        return bool(entries) and (counted in ({"2"}, {"₂"}) or (counted == set() and only))

    def _weighs_units(self, name: str) -> bool:
        """Whether a stem's names weigh what a layer before calculates, some or all: they are not W_1, nor its step."""
        lexicon = self._lexicon
        weights = {
            weight
            for out in lexicon.operands
            for source, weight in lexicon.wiring.incoming(out).items()
            if source in lexicon.operands
        }
        return any(entry in weights for row in lexicon.array(name) for entry in row)

    def _layer_above(self, indexed: str, end: int) -> tuple[str, int, str]:
        """Return the name whose layer is written above, behind its index, the place behind that, and the state there.

        z_2^{(1)}, or w_{11}^{(2)new}.
        """
        above, name = script_at(self._source, end, self._end), indexed.rstrip("0123456789")
        if above is None or above.mark != "^":
            return indexed, end, ""
        raised, state = with_state(plain(above.body))
        lexicon, index = self._lexicon, indexed[len(name) :]
        only = raised.isdecimal() and indexed not in lexicon.names and f"{name}{raised}{index}" in lexicon.names
        layer = raised if only else self._layer(name, raised)  # z_1^3 of z3_1, where no z_1 may have a power
        longer = f"{name}{layer}{index}"
        first = lexicon.layer_first
        own = first and lexicon.names.get(longer, "").endswith(f"{layer}_{index}")
        longer = longer if layer and (own or (first is not False and lexicon.in_layers(name, layer))) else ""
        if longer not in lexicon.names and not (longer and lexicon.array(longer)):
            last = self._in_last_layer(indexed, raised) or self._only_unit(name, index, raised)
            longer = plain(last) if last else ""
        return (longer, above.stop, state) if longer else (indexed, end, "")

    def _in_last_layer(self, indexed: str, raised: str) -> str:
        """Return the name whose layer stands last, such as w11_2; "" where there is none."""
        layer = _RAISED_LAYER.fullmatch(raised) if not self._lexicon.layer_first else None
        longer = self._lexicon.names.get(indexed + layer.group(1), "") if layer else ""
        single = layer is not None and longer.endswith(f"_{layer.group(1)}") and indexed not in self._lexicon.names
        return longer if single else ""

    def _only_unit(self, name: str, index: str, raised: str) -> str:
        """Return the name whose number is its layer, if it is alone there: z_1^{(2)} of z2, from z1; else ""."""
        layer, names = _BRACKETED.fullmatch(raised), self._lexicon.names
        first, second = names.get(f"{name}1"), names.get(f"{name}2")
        if layer is None or index != "1" or first is None or second is None or name in names:
            return ""
        counted = first != second and first in self._lexicon.cone(second)
        return names.get(name + layer[1], "") if counted else ""

    def _raised_name(self, name: str, raised: str, end: int, *, known: bool = False) -> tuple[str, int] | None:
        """Return the name whose layer or tag is written above, and the place behind it: w^{(2)}_{11}, z_1^{in}.

        Args:
            name: what stands before it.
            raised: what is set high, in plain form.
            end: the place behind that.
            known: whether it is a name without it, so that what is no tag is a power.
        """
        below = script_at(self._source, end, self._end)
        low = below if below and below.mark == "_" else None
        index = plain(low.body).replace(",", "") if low else ""
        stop = low.stop if low else end
        if raised in TAGS:
            tagged = self._lexicon.tagged(name + index, raised)
            return (plain(tagged), stop) if tagged else None
        if known or not index.isdecimal():
            return None
        if only := self._only_unit(name, index, raised):
            return plain(only), stop
        longer = self._in_last_layer(name + index, raised)
        first = self._lexicon.names.get(name + raised + index, "")
        if first.endswith(f"{raised}_{index}") and name + index not in self._lexicon.names:
            longer = longer or first  # z^2_1 of z2_1
        return (plain(longer), stop) if longer else None


def with_state(raised: str) -> tuple[str, str]:
    """Return what is set high without a state that stands beside a layer, and the state: "(2)", "new" of "(2)new"."""
    both = _STATED.fullmatch(raised)
    if both is None:
        return raised, ""
    layer, word = both.group("layer") or both.group("behind"), both.group("state") or both.group("first")
    state = "new" if word in NEW or word in _PRIMES else "old" if word in OLD else ""
    return (layer, state) if state else (raised, "")


def _entry(rows: tuple[tuple[str, ...], ...], index: str) -> str:
    """Return the name at an index that counts from 1; of a single one without an index that one; "" for none."""
    if not index:
        return rows[0][0] if len(rows) == len(rows[0]) == 1 else ""
    return entry_of(rows, [int(digit) - 1 for digit in index] if index.isdecimal() else [])
