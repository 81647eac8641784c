"""Identifiers: what one is that is no name as a whole, such as w1_new, dw1, df_dw, w1 for the new w, and new_w."""

from dataclasses import dataclass
from typing import NamedTuple

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative
from gradbook.written.expression import New, Old
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.naming.forms.derivatives import derivative_of
from gradbook.written.lexing.naming.neurons import target_for, weight_of
from gradbook.written.notation import LETTERS, NEW, OLD, SLOPED, STATES, WHOLE, plain

_STATE_FIRST = regex(rf"(?:(?P<told>new|old|updated)_?|(?P<said>{STATES})_)(?P<name>\w+)")
_NEW = "|".join(sorted(word for word in NEW - {"ast"} if word.isalpha() and len(word) > 2))
_STATE_LAST = regex(rf"([a-zA-Z]\d{{0,2}}|weight|bias)(?:{_NEW})")  # w_new that lost its index in copying: wnew
_WORDS = frozenset({"anew", "knew"})
_ERROR_SIGNAL = regex(r"delta\d")  # of a layer
_PIECES = 6  # between underscores, of a name that the exercise may have
_KEPT = 2_000  # identifiers of which it is kept what they are: most words of an answer are looked up here


@dataclass(frozen=True, slots=True)
class Identifier:
    """What an identifier is.

    Attributes:
        kind: "name", "slope" (a d and a name), "bad", or that of the leaf that it is: "der", "new", "old".
        text: the name.
        node: the leaf.
        length: how many letters of the identifier belong to the name; what follows is attached to it.
    """

    kind: str
    text: str
    length: int
    node: Derivative | New | Old | None = None


class Known(NamedTuple):
    """What a lexicon knows of an identifier as a whole.

    Attributes:
        whole: its plain form.
        named: whether it is a name.
        several: whether it stands for several names.
        loss: whether it is a word for the output.
        function: whether it is a function, or a learning rate.
    """

    whole: str
    named: bool
    several: bool
    loss: bool
    function: bool


class Identifiers:
    """The identifiers that answers write, by what a lexicon makes of them."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Prepare."""
        self._lexicon = lexicon
        self._found: dict[tuple[str, bool], Identifier | None] = {}
        self._known: dict[str, Known] = {}

    def known(self, written: str) -> Known:
        """Return what is known of an identifier as a whole."""
        if (found := self._known.get(written)) is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            lexicon, whole = self._lexicon, plain(written)
            found = self._known[written] = Known(
                whole,
                whole in lexicon.names,
                len(whole) > 1 and whole not in lexicon.losses and bool(lexicon.array(whole)),
                whole in lexicon.called_loss,
                whole in lexicon.rates or whole in lexicon.functions,
            )
        return found

    def of(self, written: str, *, under: bool = False) -> Identifier | None:
        """Return what an identifier is that is no name as a whole; None where it is a word, or several names.

        Args:
            written: the identifier.
            under: whether it stands under a stroke: d_w of d_loss/d_w is none of a node d.
        """
        if (written, under) not in self._found:
            if len(self._found) >= _KEPT:
                self._found.clear()
            self._found[written, under] = self._look(written, under=under)
        return self._found[written, under]

    def _look(self, written: str, *, under: bool) -> Identifier | None:
        lexicon, whole, length = self._lexicon, plain(written), len(written)
        pieces = written.split("_") if "_" in written else []
        if len(pieces) > 1 and pieces[1] in WHOLE | NEW | OLD | SLOPED and lexicon.array(pieces[0]):
            return Identifier("name", pieces[0], len(pieces[0]))
        for count in range(min(len(pieces) - 1, _PIECES), 0, -1):  # w1_new is w1 with an index, of an input or an array
            stem = plain("_".join(pieces[:count]))
            if len(stem) > 1 and (stem in lexicon.names or lexicon.array(stem)):
                return Identifier("name", stem, len("_".join(pieces[:count])))
            state = pieces[count].lower() in NEW | OLD and len(pieces) == count + 1
            if state and len(stem) > 1 and (like := lexicon.like(stem)):  # Weight_New
                new = pieces[count].lower() in NEW
                return Identifier("new" if new else "old", like, length, New(like) if new else Old(like))
        layered = lexicon.in_layers(whole[1:-1], whole[-1])  # dz1, of z1_1 and z1_2
        cased = whole[1:2].isupper() or whole[-1:].isdecimal()  # dW1 of w1, dw2 of W2
        below = layered or (whole[1:] if whole[1:] in lexicon.names else lexicon.like(whole[1:]) if cased else None)
        below = below or lexicon.name(LETTERS.get(whole[1:], ""))  # dweight
        own = written[1:2] == "_" and below in lexicon.below("d") and not under  # d_x of a node d
        if whole[:1] == "d" and below and not own:  # dw1, and dW1
            return Identifier("slope", below, length)
        pair = derivative_of(written, lexicon)
        if pair and (pair[0] != pair[1] or "_" in written):  # not Spanish "dada", but dy_dz of y = z
            return Identifier("der", whole, length, Derivative(*pair))
        stem = whole.rstrip("0123456789")
        digits = whole[len(stem) :]
        if digits == "1" and stem in lexicon.names and lexicon.names[stem] not in lexicon.aliases:
            unit = lexicon.indexed and lexicon.names[stem] in lexicon.operands  # Y_1 beside Z_1 and Z_2
            if unit or lexicon.names[stem] in lexicon.steady:  # x_1, which no step changes: that of the only sample
                return Identifier("name", stem, length)
            return Identifier("new", whole, length, New(lexicon.names[stem]))
        if digits and (like := lexicon.like(whole)):
            return Identifier("name", like, length)
        aimed = whole.startswith("target")  # target_{o1} that lost its low letters
        if aimed and (aim := target_for(lexicon, "target", whole.removeprefix("target"))):
            return Identifier("name", aim, length)
        if _ERROR_SIGNAL.fullmatch(whole):
            return Identifier("bad", whole, length)
        if (told := _STATE_FIRST.fullmatch(written)) and (name := self._input(told["name"])):
            old = (told["told"] or told["said"]) in OLD
            return Identifier("old" if old else "new", name, length, Old(name) if old else New(name))
        if (told := _STATE_LAST.fullmatch(whole)) and (name := self._input(told.group(1))) and whole not in _WORDS:
            return Identifier("new", name, length, New(name))
        return None

    def _input(self, written: str) -> str | None:
        """Return the name that is written, or the input that a word stands for."""
        lexicon, letter = self._lexicon, LETTERS.get(written, "")
        cased = written[:1].isupper() or written[-1:].isdecimal()  # newW2 of w2
        found = lexicon.name(written) or lexicon.name(letter) or (lexicon.like(plain(written)) if cased else None)
        return found or (lexicon.recall(weight_of) if letter == "w" else None)
