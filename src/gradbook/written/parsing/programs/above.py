"""Comments above: a calculation with its result, in a line of its own, is of what the line under it assigns.

# 0.8 * 1.5 - 0.4 = 0.8
z = w * x + b
# 0.64 = 0.8 ** 2
L = z ** 2
"""

import ast
from collections.abc import Sequence

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.programs.leaves import leaf
from gradbook.written.parsing.programs.stream import Stream
from gradbook.written.parsing.programs.text.lines import Sort, Unit
from gradbook.written.parsing.programs.values.meaning import Meaning

_CALCULATES = frozenset({"num", "op", "open", "close", "fn", "rel", "frac", "euler", "sqrt"})


def said_above(units: Sequence[Unit], at: int, stream: Stream, meaning: Meaning) -> bool:
    """Say what a comment calculates of what is assigned under it; return whether it does.

    Behind a line that assigns and has no comment of its own, it may be of that: then nothing is said.
    """
    unit = units[at]
    if (
        unit.sort is not Sort.COMMENT
        or at + 1 == len(units)
        or (at and _target(units[at - 1]) and not _told(units, at))
    ):
        return False
    head = _assigned(_target(units[at + 1]), meaning)
    tokens = [token for token in stream.behind((unit.start, unit.end)) if not token.edge]
    sides = _result_last(tokens[1:] if tokens and tokens[0].kind in ("sep", "rel") else tokens)
    signs = [place for place, token in enumerate(sides) if token.kind == "rel"]
    whole = all(token.kind in _CALCULATES for token in sides) and signs[:1] != [] and sides[-1].kind == "num"
    if head is None or not whole or not any(token.kind in ("op", "fn") for token in sides[: signs[0]]):
        return False
    start = min(token.start for token in sides)
    stream.add(
        unit.start, unit.end, [leaf(head, start, start), Token("rel", "=", start, start), *sides], tentative=True
    )
    return True


def _result_last(tokens: list[Token]) -> list[Token]:
    """Return a calculation with its result behind it, where that is written first: "6 = 2 * 3"."""
    sign = next((place for place, token in enumerate(tokens) if token.kind == "rel"), 0)
    first, last = tokens[:sign], tokens[sign + 1 :]
    number = [token for token in first if token.text not in ("-", "+")]
    calculated = any(token.kind in ("op", "fn") for token in last[1:])
    if len(number) == 1 and number[0].kind == "num" and calculated and all(token.kind != "rel" for token in last):
        return [*last, tokens[sign], *first]
    return tokens


def _target(unit: Unit) -> ast.expr | None:
    """Return what a line without a comment assigns to, and nothing else."""
    if unit.sort is not Sort.PYTHON or len(unit.tree) != 1 or unit.comment(len(unit.texts)) is not None:
        return None
    match unit.tree[0]:
        case ast.Assign(targets=[target]) | ast.AugAssign(target=target):
            return target
    return None


def _told(units: Sequence[Unit], at: int) -> bool:
    """Whether the line before has a comment above it."""
    return at > 1 and units[at - 2].sort is Sort.COMMENT


def _assigned(target: ast.expr | None, meaning: Meaning) -> Node | None:
    """Return the quantity that a line assigns: a node, a derivative, or an input after its step."""
    head = meaning.target(target) if target is not None else None
    if isinstance(head, Symbol) and head.name in meaning.lexicon.inputs:
        stepped = meaning.state.moved | meaning.state.lost
        return None if head.name in stepped else New(head.name)
    return head if isinstance(head, Symbol | Derivative) else None
