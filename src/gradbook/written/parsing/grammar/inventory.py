"""Inventories: what is anywhere in tokens, gathered once, so that no rule is tried that has nothing to begin with.

A rule says what it needs: kinds, texts and roles of tokens, of which one at least must be there.
"""

from collections.abc import Iterable

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare

Inventory = set[str | Role | None]
ROLES = frozenset({None, *Role})


def inventory(tokens: Iterable[Token]) -> Inventory:
    """Return the kinds, texts and roles of tokens, words without accents too; None is the role of one with none."""
    found: Inventory = set()
    for token in tokens:
        kind = token.kind
        found.add(kind)
        found.add(token.text)
        if kind == "word":
            found.add(bare(token.text))
            found.add(token.role)
        elif token.role is not None:
            found.add(token.role)
    return found
