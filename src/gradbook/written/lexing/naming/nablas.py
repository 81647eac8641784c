"""Nablas: the gradient by what stands low at its sign, and the derivative's sign with an index, \\partial_w."""

import re
from functools import cached_property

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.naming.attachments import Attachments
from gradbook.written.lexing.naming.layers import LOW, Script, script_at
from gradbook.written.lexing.tokens import Token
from gradbook.written.notation import PARAMETERS, lowered, plain

_NABLA = regex(r"(?:\\nabla|∇)\s*_\s*(?:\{[^{}]*\}|\\?\w+)(?:[\s$&]|\\[,;!])*(?:[=≈]|:=|\\approx|\\coloneqq)")
_SIGN = r"(?:\\nabla|\\bigtriangledown|∇)\s*(?:\\\w+\{)?\s*"
_SEED = r"\}?[\s$]*(?:=[\s$]*\?[\s$]*)?[=|]\s*1(?![.\d])"  # "∇v = 1", and the cell behind "∇v = ?"
_INDEXED = regex(r"(?<=[A-Za-z])(?=\d+$)")  # where v9 may be written v_{9}
_NAMED = regex(r"(?:\\nabla|∇)[ ]?([A-Za-z]\w{0,9})[ ]?=")
_RAISED = regex(r"([A-Za-z]+)\^[(\[]?(\d)[)\]]?")
_INDICES = regex(r"(_\{\d)\s*,\s*(\d{1,2}\})")  # {w_{1,2}}
_OUTPUT = regex(r"(?:[\s{]|\\[,;!]|\\math\w+)*([A-Za-z]+)(_(?:\{\w+\}|\w+))?")


def with_inputs_behind(tokens: list[Token], first: int, lexicon: Lexicon, *, nodes: bool = False) -> None:
    r"""Take what stands behind a nabla, from a place on, for what the output is differentiated by: \nabla W = ...

    That is an input, or several in one name. Where the sign is that of adjoints, or the output follows in front of a
    relation, it is any node: ∇a L = ...
    """
    differentiated = {*lexicon.inputs, *lexicon.operands} if nodes else lexicon.inputs
    at = first
    while at + 1 < len(tokens):
        nabla, by = tokens[at], tokens[at + 1]
        behind = tokens[at + 2] if at + 2 < len(tokens) else None
        stated = [token.kind for token in tokens[at + 1 : at + 4]] == ["name", "name", "rel"]
        if nabla.kind == "nabla" and stated and behind and behind.name == lexicon.output and not nabla.text:
            slope = Derivative(lexicon.output, by.name)
            tokens[at : at + 3] = [Token("der", by.text, nabla.start, behind.end, slope, None, by.math)]
        elif nabla.kind == "nabla" and not nabla.text and (nodes or not (behind and behind.name == lexicon.output)):
            if by.kind == "vec" and not (behind and behind.kind in ("name", "open")):
                tokens[at : at + 2] = [Token("nabla", by.text, nabla.start, by.end)]
            elif by.kind == "name" and by.name in differentiated:
                slope = Derivative(lexicon.output, by.name)
                tokens[at : at + 2] = [Token("der", by.text, nabla.start, by.end, slope, None, by.math)]
        at += 1


class Nablas(Attachments):
    """What a lexer does with the signs of gradients."""

    _nablas = False  # whether one without an index has been taken

    @cached_property
    def _adjoints(self) -> bool:
        """Whether the answer writes an adjoint as the nabla of its node: that of the output is 1, or it has inputs'."""
        output = _INDEXED.sub(r"_?\\{?", re.escape(self._lexicon.output))
        if re.search(f"{_SIGN}{output}{_SEED}", self._source) is not None:
            return True
        named = {*map(plain, _NAMED.findall(self._source))}
        return not named.isdisjoint(self._lexicon.inputs) and plain(self._lexicon.output) not in named

    @cached_property
    def _gradients(self) -> bool:
        """Whether the answer calls the derivative of the output by h the nabla of h, without the output."""
        return _NABLA.search(self._source) is not None

    def _of_output(self, end: int) -> bool:
        """Whether the output stands behind a nabla."""
        following = _OUTPUT.match(self._source, end, self._end)
        names = (following.group(1), "".join(filter(None, following.groups()))) if following else ()
        return any(plain(name) == plain(self._lexicon.output) or name in self._lexicon.losses for name in names)

    def _inputs_in(self, parts: list[str]) -> list[str]:
        """Return the names in an index, for a vector those of its entries; none where one is not known."""
        found: list[str] = []
        for part in parts:
            name = self._lexicon.name(part)
            names = [name] if name else [entry for row in self._lexicon.array(part.strip()) for entry in row]
            if not names:
                return []
            found += names
        return found

    def _of_layer(self, body: str) -> str:
        """Return an index with the layer that stands raised in it as one name: W2, or its layer, for {W^{(2)}}."""
        raised = _RAISED.fullmatch(plain(body)) if "^" in body else None
        if raised is None:
            return body
        stem, layer = raised.groups()
        tier = f"{stem}^[{layer}]"
        rows = self._lexicon.tiers.get(tier, ())
        return ",".join(rows[0]) if len(rows) == 1 else tier if rows else stem + layer

    def _diffsub(self, start: int, end: int) -> int:
        index = script_at(self._source, end, self._end)
        if low := LOW.match(self._source, end, self._end):
            index = Script("_", lowered(low.group()), low.end())  # ∇ₐL
        if index and index.mark == "^":
            index = None
        body = self._of_layer(_INDICES.sub(r"\1\2", index.body)) if index else ""
        name = self._lexicon.name(body)
        declared = self._lexicon.aliases.get(f"{self._source[start:end]}{body}")
        if index and isinstance(declared, Derivative):  # "D_k for the derivative by k"
            self._leaf("der", declared, start, index.stop)
            return index.stop
        if index and name and self._gradients and not self._of_output(index.stop):
            self._leaf("der", Derivative(self._lexicon.output, name), start, index.stop)
            return index.stop
        if index and name:
            self._leaf("diffsub", Symbol(name), start, index.stop)
            return index.stop
        if index and body.isalpha() and body[0] in self._lexicon.names:  # \partial_wf, as LaTeX reads it
            self._leaf("diffsub", Symbol(self._lexicon.names[body[0]]), start, index.stop - len(body) + 1)
            return index.stop - len(body) + 1
        if self._source[start:end] in ("∇", "\\nabla", "\\bigtriangledown"):
            if not index and len(self._lexicon.inputs) == 1:  # it has no other entry
                self._leaf("diffsub", Symbol(next(iter(self._lexicon.inputs))), start, end)
                return end
            several = self._inputs_in(body.strip("(){} ").split(",")) if "," in body else []
            if index and several:  # \nabla_{(w_1, w_2)}, \nabla_{w, b}
                self._add("nabla", ",".join(several), start, index.stop)
                return index.stop
            if index and plain(body) in PARAMETERS:
                some = 1 < len(self._learned) < len(self._lexicon.inputs)
                self._add("nabla", ",".join(self._learned) if some else "", start, index.stop)
                return index.stop
            if not index or self._lexicon.array(body):
                self._nablas = self._nablas or not index
                self._add("nabla", plain(body), start, index.stop if index else end)
                return index.stop if index else end
            if body.isalpha() and self._lexicon.array(body[0]):  # \nabla_wL, as LaTeX reads it
                self._add("nabla", body[0], start, index.stop - len(body) + 1)
                return index.stop - len(body) + 1
        self._bad(self._source[start:end], start, end)
        return end
