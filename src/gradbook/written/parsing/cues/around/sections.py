"""Sections: what headings say against all below them, which those of a lower rank that name a part do not undo.

# First attempt (wrong)
## Backward
df/dx = 3               is under both
"""

from collections.abc import Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role

_UNRANKED = 7  # titles in bold, or underlined: below all that have a rank
_PARTS = frozenset({  # of an answer: "Backward pass", "Step 2", "Gradients of the weights"
    Role.BACKWARD, Role.VALUES, Role.SLOPE, Role.SLOPES, Role.STEP, Role.PART_OF_GRAPH, Role.WEIGHT, Role.BIAS,
    Role.ARTICLE, Role.OF, Role.FOR, Role.NUMBER, Role.LINK, Role.RATE,
})  # fmt: skip


class Sections:
    """The headings that a place stands under.

    Args:
        source: the answer.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._open: list[tuple[int, str]] = []
        self._rank = _UNRANKED

    def begin(self, heading: Token) -> None:
        """Take the mark of a heading, which ends the sections of its rank and below."""
        mark = self._source[heading.start : heading.end].strip()
        self._rank = sum(mark.count(sign) for sign in "#*=") or _UNRANKED
        self._open = [(rank, told) for rank, told in self._open if rank < self._rank]

    def say(self, against: str, words: Sequence[Token]) -> None:
        """Take what the heading that has begun says against what is under it, and its words."""
        if self._rank == _UNRANKED or any(word.role not in _PARTS for word in words):
            self._open.clear()  # "Corrected", "Second attempt"
        self._open.append((self._rank, against))

    @property
    def against(self) -> str:
        """What is said against what stands here."""
        return next((told for _, told in self._open if told), "")
