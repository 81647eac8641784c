"""Inventories: what is anywhere in tokens, gathered once, so that no rule is tried that has nothing to begin with.

A rule says what it needs: kinds, texts and roles of tokens, of which one at least must be there.
"""

from collections.abc import Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare

Inventory = set[str | Role | None]
ROLES = frozenset({None, *Role})


def inventory(tokens: Sequence[Token]) -> Inventory:
    """Return the kinds, texts and roles of tokens, words without accents too; None is the role of one with none."""
    found: Inventory = {token.kind for token in tokens}
    found.update([token.text for token in tokens], [token.role for token in tokens if token.role is not None])
    if "word" in found:
        words = [token for token in tokens if token.kind == "word"]
        found.update([bare(word.text) for word in words], [word.role for word in words])
    return found
