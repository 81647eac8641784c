r"""Abbreviated entries: "w_new = w_old - \eta dL/dw_1 = 0.4", where w is w_1, as the gradient beside it says."""

from dataclasses import replace
from itertools import pairwise

from gradbook.graph.expression import Derivative
from gradbook.written.expression import New
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.arrays.spread import entry_of
from gradbook.written.parsing.grammar.draft import Draft


class Abbreviated:
    """What a stem without its index means, from a step with the gradient by one entry on, up to the next such step.

    Args:
        lexicon: gives the entries of stems.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._meant: dict[str, str] = {}

    def spelled(self, draft: Draft) -> Draft:
        """Return an equation for the new vector as one for the entry that is meant; any other as it is."""
        head = draft.sides[0]
        if len(head) != 1 or head[0].kind != "vec" or not isinstance(head[0].node, New):
            return draft
        stem = head[0].text
        entries = {name for row in self._lexicon.array(stem) for name in row}
        by = {name for side in draft.sides[1:] for name in _differentiated_by(side)} & entries
        if told := len(by) == 1:
            self._meant[stem] = by.pop()
        name = self._meant.get(stem)
        if not name or by or any(_is_list(side, stem) for side in draft.sides[1:]):
            return draft
        sides = [[entry_of(token, stem, name) for token in side] for side in draft.sides]
        if not told:
            sides[0] = [replace(sides[0][0], role=Role.ERROR)]  # it may be of another entry by now
        return replace(draft, sides=sides)


def _differentiated_by(side: list[Token]) -> list[str]:
    """Return the inputs that derivatives in a side are by."""
    found = [token.node.by for token in side if isinstance(token.node, Derivative)]
    return found + [two.name for one, two in pairwise(side) if one.kind == "diff" and two.name]


def _is_list(side: list[Token], stem: str) -> bool:
    """Whether a side has entries of its own, or another vector."""
    parted = any(token.kind == "sep" and token.text in ("comma", "row") for token in side)
    return parted or any(token.kind == "nabla" or (token.kind == "vec" and token.text != stem) for token in side)
