"""Solved equations: "f'(x) = 2x - 8 = 0 => x = 4" finds where the gradient is 0, and says nothing of another place."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import is_literal, leaves
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.equations.statements import Statement


def solved(statements: Sequence[Statement], tokens: Sequence[Token], lexicon: Lexicon) -> list[Statement]:
    """Return statements in their order, those of another place than the exercise's marked as such."""
    found = list(statements)
    for at, (one, two) in enumerate(pairwise(statements)):
        name = _solution(two, lexicon)
        if name and name in _unknowns(one) and _leads(tokens, one.end, two.start):
            found[at], found[at + 1] = replace(one, elsewhere=True), replace(two, elsewhere=True)
    return found


def _unknowns(statement: Statement) -> set[str]:
    """Return the names by which a gradient is calculated that is set to 0 at the end."""
    head, *sides = [member.node for member in statement.members]
    if not isinstance(head, Derivative) or len(sides) < 2 or sides[-1] != Number(0.0):
        return set()
    return {leaf.name for side in sides if side is not None for leaf in leaves(side) if isinstance(leaf, Symbol)}


def _solution(statement: Statement, lexicon: Lexicon) -> str:
    match [member.node for member in statement.members]:
        case [Symbol(name), value, *_] if name in lexicon.inputs and value is not None and is_literal(value):
            return name
    return ""


def _leads(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether nothing but an arrow, or a word such as "so", leads from one place to another."""
    between = [token for token in tokens if start <= token.start < end]
    plain = all(token.kind == "sep" or token.role is Role.LINK for token in between)
    return plain and any(token.text == "arrow" or token.role is Role.LINK for token in between)
