"""Indices: what one at a name says where it is none of the exercise's: a derivative, a part of a sum, an iterate."""

from functools import cached_property

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.naming.layers import Layers
from gradbook.written.notation import HATS, NOW, PARAMETERS, plain

_WEIGHTS = frozenset({"w", "W", "w,b", "W,b", "theta,b"})
_SUMMED = regex(  # E = E_{o1} + E_{o2}
    r"(?<![A-Za-z])([A-Za-z]{1,12})(?:_ ?(?:\{[^{}]{1,12}(?:\{[^{}]{1,12}\})?\}|\w{1,6}))?\s{0,3}&?=\s{0,3}&?\s{0,3}"
    r"\1_ ?(?:\{[^{}]{1,12}\}|\w{1,6})\s{0,3}\+\s{0,3}\1_"
)
_ZEROTH = regex(
    r"(?:\\(hat|bar|tilde)\s{0,3}\{?\s{0,3})?(?<![A-Za-z])(\\?[A-Za-z]+)(?:\s{0,3}\})?\s{0,3}\^\s{0,3}\{?\s{0,3}\(0\)"
)


class Indices(Layers):
    """What a lexer knows of an index by the answer and the exercise."""

    def _by(self, known: str | None, mark: str, index: str) -> bool:
        """Whether an index says by what a calculated node is differentiated: f_x, E_k; w_k and L_t may be iterates."""
        by = self._lexicon.names.get(index) if mark == "_" else None
        if by is None or known not in self._lexicon.operands or (index in NOW and self._iterated):
            return False
        return known not in self._summed

    @cached_property
    def _summed(self) -> frozenset[str | None]:
        """What the answer says is the sum of its own letters with two indices, so that these are its parts."""
        return frozenset(self._lexicon.names.get(letters) for letters in _SUMMED.findall(self._source))

    def _by_parameters(self, index: str) -> bool:
        """Whether an index is all that is learned, and no input by which f_w may be the derivative."""
        return index in PARAMETERS or (index in _WEIGHTS and index.partition(",")[0] not in self._lexicon.names)

    def _steps(self, known: str | None) -> bool:
        """Whether an index of 1 may be a step: of an input, or where the exercise's own names have no index."""
        counted = known is None or known in self._lexicon.inputs or not self._lexicon.indexed
        return counted or plain(str(known)) in self._zeroth

    @cached_property
    def _zeroth(self) -> frozenset[str]:
        r"""What the answer writes with a zero above it, and so has a first of, in plain form: \hat{y}^{(0)}."""
        found = _ZEROTH.findall(self._source) if "(0)" in self._source else ()
        return frozenset(plain(letters) + (HATS[mark] if mark else "") for mark, letters in found)
