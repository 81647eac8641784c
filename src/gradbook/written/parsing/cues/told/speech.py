"""Speech: of what kind of quantity a sentence speaks, or what was last spoken of where it does not say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import ORDINALS
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.cues.told.clause.words import SLOPED
from gradbook.written.parsing.phrases.called.operations import does
from gradbook.written.parsing.phrases.slopes.received.direction import BACKWARD
from gradbook.written.parsing.phrases.slopes.received.getting import RECEIVES
from gradbook.written.parsing.phrases.speech.counts import is_many
from gradbook.written.parsing.phrases.values.moved.changes import is_of_step
from gradbook.written.parsing.phrases.values.outcomes import NOW


@dataclass(slots=True)
class Speech:
    """What was last spoken of: gradients, local ones, a step, or else values; of rounds or not.

    Attributes:
        sloped, local, stepping, counted: what was last spoken of.
        ever: whether gradients, and whether a step, are spoken of anywhere.
    """

    sloped: bool = False
    local: bool = False
    stepping: bool = False
    counted: bool = False
    ever: tuple[bool, bool] = (False, False)

    @classmethod
    def within(cls, tokens: Sequence[Token]) -> Self:
        """Return what is spoken of before an answer says anything."""
        received = sum(_is_receiving(token) for token in tokens)
        back = any(token.role in (*SLOPED, Role.BACKWARD) or token.kind in ("der", "diff") for token in tokens)
        return cls(ever=(back or received > 1, any(map(is_of_step, tokens))))

    def follow(self, said: Sequence[Token]) -> bool:
        """Take in what a sentence speaks of; return whether it says that itself."""
        stepping = back = counted = local = False
        for at, token in enumerate(said):
            stepping = stepping or _is_of_step(said, at) or (token.kind == "word" and bare(token.text) in NOW)
            local = local or token.role is Role.LOCAL
            if token.kind == "word":
                back = back or token.role in SLOPED or token.role is Role.BACKWARD or token.text in _BACK
                counted = counted or token.text.lower() in ORDINALS or is_many(token)
            else:
                back = back or token.kind in ("der", "diff")
        self.counted = counted
        if stepping or back or local:
            self.sloped, self.stepping, self.local = back or local, stepping, local
        return stepping or back or local

    def meant(self, node: Node, ofs: Sequence[str], lexicon: Lexicon, *, sloped: bool) -> Iterator[Node]:
        """Yield what a number may be that a clause tells of a quantity.

        Args:
            node: the quantity.
            ofs: the calculated nodes that the clause speaks of, too.
            lexicon: of the exercise.
            sloped: whether the clause speaks of gradients.
        """
        if isinstance(node, Derivative):
            if node.of != node.by:
                yield node
            for of in ofs:
                if of != node.of and node.by in lexicon.operands.get(of, ()):
                    yield Derivative(of, node.by, True)
            return
        if not isinstance(node, Symbol):
            if not sloped:
                yield node
            return
        name = node.name
        if self.stepping and not sloped:
            if name in lexicon.inputs and not self.counted:
                yield New(name)
            return
        if sloped or self.sloped:
            yield from _slopes(name, ofs, lexicon, local=self.local)
        elif name in lexicon.operands and name not in lexicon.unnamed:
            yield node


def is_sloped(said: Sequence[Token], *, receiving: bool) -> bool:
    """Whether a clause speaks of gradients, or of what something receives where that may be one; "I get 3" does not."""
    mine = any(token.kind == "word" and bare(token.text) in _WHO for token in said)
    return any(
        token.role in (*SLOPED, Role.UPSTREAM)
        or bare(token.text) in _SIGNALS
        or (receiving and not mine and _is_receiving(token))
        for token in said
    )


def _is_of_step(said: Sequence[Token], at: int) -> bool:
    """Whether a word is of a step; "after multiplying with z" is of none."""
    done = said[at].role is Role.AFTER and any(map(does, said[at + 1 : at + 1 + _NEAR]))
    return is_of_step(said[at]) and not done


def _is_receiving(token: Token) -> bool:
    return token.kind == "word" and (token.text in RECEIVES or bare(token.text) in RECEIVES)


def _slopes(name: str, ofs: Sequence[str], lexicon: Lexicon, *, local: bool) -> Iterator[Node]:
    for of in ofs:
        if local and of in lexicon.operands.get(name, ()):
            yield Derivative(name, of, True)  # "y only touches m, with a local derivative of 2"
        if of != name and of in lexicon.operands and name in lexicon.cone(of):
            yield Derivative(of, name, name in lexicon.operands[of] and of != lexicon.output)
    parents = [node for node, below in lexicon.operands.items() if name in below]
    if local and len(parents) == 1:
        yield Derivative(parents[0], name, True)
    if not local and name != lexicon.output:
        yield Derivative(lexicon.output, name)


_NEAR = 3  # tokens from "after" to what is done
_BACK = BACKWARD | {"back", "zurück", "retour"}
_WHO = bare_words("i we you ich wir man je j' nous on yo eu io ik wij я мы 我 我们")
_SIGNALS = bare_words(
    "signal signals influence effect sensitivity fehlersignal einfluss sensibilité señal influencia sensibilidad sinal "
    "influência sensibilidade segnale influenza sensibilità accuracy genauigkeit 影响 影響 误差 誤差 영향 민감도"
)
SLOPES = (Speech(sloped=True), Speech(sloped=True, local=True))
KINDS = (Speech(), *SLOPES, Speech(stepping=True))
