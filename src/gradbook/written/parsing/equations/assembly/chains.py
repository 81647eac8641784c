"""Chains: the equation that is being put together, and what stands between its last operand and the next."""

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.equations.assembly.ahead import quantity_ahead, slope_ahead
from gradbook.written.parsing.equations.assembly.cuts import cut
from gradbook.written.parsing.grammar.brackets import matches
from gradbook.written.parsing.grammar.draft import Draft

APART = frozenset(
    {"mark", "line", "row", "stop", "comma", "colon", "arrow", "wide", "block", "item", "heading", "struck", "cell"}
)


class Chains:
    """The state of an assembler.

    Args:
        tokens: of one answer, phrases already spoken.
        lexicon: the exercise's.
    """

    def __init__(self, tokens: list[Token], lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._closes = matches(tokens)
        self._transparent: set[int] = set()
        self._chain: Draft | None = None
        self._words: list[Token] = []  # between the last operand and the next
        self._seps: set[str] = set()
        self._drafts: list[Draft] = []

    def _span(self, at: int) -> int:
        """Return the place behind a bracket that begins here; the same place for a brace around whole equations."""
        close = self._closes[at]
        inside = self._tokens[at + 1 : close]
        relates = any(token.kind == "rel" for token in inside)
        chain, kind = self._chain, self._tokens[at].kind
        begins = chain is None or not chain.sides[-1] or self._apart()
        fresh = chain is None or not chain.states or self._apart()
        wordless = not any(token.kind == "word" for token in inside)
        named = chain is not None and all(token.kind in ("name", "fn") for token in chain.sides[-1])
        if chain is not None and self._words and wordless and named:  # "the relu lets it through (dh/dz = 1)"
            begins = begins or not chain.states
            fresh = fresh or not chain.sides[-1]
        whole = kind == "group" and (
            relates or any(t.kind == "sep" and t.text in APART - {"comma", "row", "cell"} for t in inside)
        )
        if kind == "open" and relates and begins and fresh:
            whole = True
        if whole:
            self._transparent.update((at, close))
            return at
        return close + 1

    def _apart(self) -> bool:
        return not self._seps.isdisjoint(APART)

    def _pass_gap(self) -> None:
        if self._words:
            self._words = []
        if self._seps:
            self._seps = set()

    def _start(self, at: int) -> Draft:
        self._close()
        self._chain = Draft(at, at)
        return self._chain

    def _close(self) -> None:
        chain = self._chain
        if chain is not None:
            if chain.states and not chain.sides[-1] and chain.relations[-1] == "is":
                chain.sides.pop()  # "s = 2 is positive", "a is the activation"
                chain.relations.pop()
            if _names_itself(chain):  # "the error (d) is\n d = a - t"
                del chain.sides[0], chain.relations[1]
            cut(chain, self._lexicon)
            self._drafts.append(chain)
        self._chain = None

    def _append(self, at: int, end: int) -> None:
        assert self._chain is not None
        side = self._chain.sides[-1]
        if end == at + 1:
            side.append(self._tokens[at])
        else:
            side += [t for t in self._tokens[at:end] if not (t.kind == "sep" and t.text in ("soft", "line"))]
        self._chain.last = end - 1
        self._pass_gap()

    def _quantity_ahead(self, at: int) -> int:
        return quantity_ahead(self._tokens, at, self._lexicon)

    def _slope_ahead(self, at: int) -> bool:
        return slope_ahead(self._tokens, at, self._lexicon)


def _names_itself(chain: Draft) -> bool:
    """Whether an equation follows its own quantity in brackets and a verb, and so says twice what it is of."""
    if len(chain.sides) < 3 or chain.relations[1] != "is" or chain.spoiled or chain.given:
        return False
    head, name = chain.sides[:2]
    bracketed = len(head) > 2 and (head[0].kind, head[-1].kind) == ("open", "close")
    return bracketed and [token.text for token in head[1:-1]] == [token.text for token in name]
