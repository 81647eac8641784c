"""Aliases: names that an answer introduces for itself, "let e = a - y" or "s1 = w*x = 10", resolved in one place.

A name may also be given to a derivative ("delta = dL/dz"), to a number ("delta = -0.106"), or to one of the exercise's
nodes that nobody named.
"""

import re
from collections.abc import Iterator

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import SIGNS, Call, Node, leaves
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.draft import Draft
from gradbook.written.parsing.grammar import parsed

_MOST = 20
_NAME = re.compile(r"[^\W\d_][\w()\[\],']{0,15}")
_ACTIVATIONS = frozenset({"sigmoid", "tanh", "relu", "softplus"})


def aliases(drafts: list[Draft], lexicon: Lexicon) -> dict[str, Node]:
    """Return the names that equations define by an expression of known names; one that is defined twice is left out."""
    found: dict[str, Node] = {}
    doubled: set[str] = set()
    for draft in drafts:
        if not draft.states or 1 in draft.spoiled or not (name := _introduced(draft.sides[0], lexicon)):
            continue
        node = _definition(draft, lexicon)
        if node is None or _is_own(name, node, lexicon):
            continue
        if name in found and found[name] != node:
            if isinstance(node, Number) and not isinstance(found[name], Number):
                continue  # "delta = (a - y) * a", and later "delta = -0.1"
            if isinstance(node, Number) or not isinstance(found[name], Number):
                doubled.add(name)
        found[name] = node
    return {name: node for name, node in list(found.items())[:_MOST] if name not in doubled}


def writes_adjoints(drafts: list[Draft], lexicon: Lexicon) -> bool:
    r"""Whether an answer says that \bar{v} is the derivative of the output by v: \bar{f} = 1, or \bar{v} = df/dv."""
    for draft in drafts:
        head = draft.sides[0]
        if not draft.states or len(head) != 1 or head[0].kind != "bad" or not head[0].text.endswith("bar"):
            continue
        name, node = lexicon.name(head[0].text.removesuffix("bar")), parsed(draft.sides[1], lexicon)
        ends = name == lexicon.output and node == Number(1.0)
        if name and (ends or (isinstance(node, Derivative) and (node.of, node.by) == (lexicon.output, name))):
            return True
    return False


def _introduced(side: list[Token], lexicon: Lexicon) -> str:
    """Return the name that stands alone on the left, if it is none of the exercise's."""
    if len(side) != 1:
        return ""
    (head,) = side
    if head.kind == "name" and head.name in lexicon.unnamed:
        return head.text
    if head.kind == "diff" and head.text == "δ":
        return "delta"
    if head.kind not in ("bad", "euler", "word") or not _NAME.fullmatch(head.text):
        return ""
    return "" if head.kind == "word" and head.role is not None else head.text


def _definition(draft: Draft, lexicon: Lexicon) -> Node | None:
    """Return what a name is said to be: the first side of names, or else the number at the end."""
    nodes = [None if n in draft.spoiled else parsed(side, lexicon) for n, side in enumerate(draft.sides[1:], 1)]
    for node in _named(nodes):
        return node
    if nodes[0] is None:
        return None
    if (activated := _activated(nodes[0], lexicon)) is not None:
        return activated
    return nodes[-1] if isinstance(nodes[-1], Number) else None


def _named(nodes: list[Node | None]) -> Iterator[Node]:
    for node in nodes:
        if node is not None and any(isinstance(leaf, Symbol | Derivative) for leaf in leaves(node)):
            yield node


def _activated(node: Node, lexicon: Lexicon) -> Node | None:
    """Return the only node that is this function of something: "p = sigmoid(1.2) = 0.77" where one sigmoid is."""
    if not isinstance(node, Call) or node.op not in _ACTIVATIONS:
        return None
    nodes = [name for name, op in lexicon.operations.items() if op == node.op]
    return Symbol(nodes[0]) if len(nodes) == 1 else None


def _is_own(name: str, node: Node, lexicon: Lexicon) -> bool:
    """Whether a name is the graph's own letter for an unnamed node, used for just that."""
    if name not in lexicon.operands:
        return False
    ops = {op: sign for sign, op in SIGNS.items() if sign != "()"}
    own = lexicon.operations.get(name, "")
    same = isinstance(node, Call) and node.op in (own, ops.get(own))
    return same and [leaf.name for leaf in leaves(node) if isinstance(leaf, Symbol)] == [*lexicon.operands[name]]
