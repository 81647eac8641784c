"""Aliases: names that an answer introduces for itself, "let e = a - y" or "s1 = w*x = 10", resolved in one place."""

from gradbook.graph.expression import Symbol
from gradbook.written.expression import Node, leaves
from gradbook.written.lexicon import Lexicon
from gradbook.written.parsing.draft import Draft
from gradbook.written.parsing.grammar import parsed

_MOST = 20


def aliases(drafts: list[Draft], lexicon: Lexicon) -> dict[str, Node]:
    """Return the names that equations define by an expression of known names; one that is defined twice is left out."""
    found: dict[str, Node] = {}
    doubled: set[str] = set()
    for draft in drafts:
        if not draft.states or len(draft.sides[0]) != 1 or 1 in draft.spoiled:
            continue
        (head,) = draft.sides[0]
        if head.kind not in ("bad", "euler", "word") or not head.text.isalnum() or len(head.text) > 12:
            continue
        if head.kind == "word" and head.role is not None:
            continue
        node = parsed(draft.sides[1], lexicon)
        if node is None or not any(isinstance(leaf, Symbol) for leaf in leaves(node)):
            continue
        if head.text in found and found[head.text] != node:
            doubled.add(head.text)
        found[head.text] = node
    return {name: node for name, node in list(found.items())[:_MOST] if name not in doubled}
