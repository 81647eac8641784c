"""Tokens: the pieces of an answer, of few kinds whatever it was written in."""

from dataclasses import dataclass, replace

from gradbook.graph.expression import Number, Symbol
from gradbook.written.expression import Node
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.tracing.trace import is_traced, said

MAX_LENGTH = 20_000
MAX_TOKENS = 4_000
ANGLE = "⟨"  # the text of an open, and of a close, in ⟨x, y⟩
_SPOKEN = frozenset({"word", "bad", "op"})  # kinds of what may speak against an equation
BRACED = r"\{[^{}]*(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}[^{}]*)*\}"  # a group in LaTeX, groups two deep in it at most


@dataclass(slots=True)
class Token:
    """A piece of an answer. Nobody changes one; to have that enforced would take a tenth of the time of reading.

    Kinds:
        num, name, der, new, old, rate: leaves, with their node.
        fn, sqrt, frac, diff, diffsub, pd, euler (and pi): what begins an expression.
        op, open, close, group, end, cmp, bar, cases, over: what holds one together.
        state: that all in the bracket before it is new, or old.
        vec, nabla: a name that stands for several with an index, and the gradient.
        run: a name with a running index, w_i, of which there are several.
        transposed, norm, sum: marks of vectors; a sum's text is its index, with its limits where they are numbers.
        rel: an equals sign and the like; "is" for one in words.
        sep: line (a new line outside mathematics), row, block, item, stop, comma, colon, arrow, wide, soft (the edge
            of mathematics, no boundary by itself).
        word: with its role.
        bad: what is no part of this exercise's mathematics.
    """

    kind: str
    text: str
    start: int
    end: int
    node: Node | None = None
    role: Role | None = None
    math: bool = False  # of a leaf: it stands in mathematics, where a blank is none; of a sep: it is an edge of such

    @property
    def value(self) -> float:
        """The number of a num."""
        assert isinstance(self.node, Number)
        return self.node.value

    @property
    def edge(self) -> bool:
        """Whether it is an edge of mathematics, which parts nothing by itself; not the word "soft"."""
        return self.kind == "sep" and self.text == "soft"

    @property
    def name(self) -> str:
        """The name of a name; empty for what is none, an alias, or what something is differentiated by."""
        return self.node.name if isinstance(self.node, Symbol) and self.kind != "diffsub" else ""


class TooLongError(Exception):
    """The answer is over a limit; it goes to a person."""


def placed(tokens: list[Token]) -> list[Token]:
    """Return tokens whose words know where they stand, where that is noted."""
    if not is_traced():
        return tokens
    return [
        replace(token, text=said(token.text, token.start, token.end)) if token.kind in _SPOKEN else token
        for token in tokens
    ]
