"""Letters for functions: "z = f(x, y)" calls z's function f, so that f_x and ∂f/∂x are the derivatives of z."""

from collections.abc import Iterator

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import Node, Slope, leaves
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.parser import parsed

_LONGEST = 2  # letters of a function's name
_LEAST = 4  # tokens of a call: f ( x )


def function_letters(drafts: list[Draft], lexicon: Lexicon) -> dict[str, Node]:
    """Return what letters for functions stand for, and their derivatives as they are written with an index.

    One that is called with different arguments, or stands for several things, is left out.
    """
    found: dict[str, set[Node]] = {}
    called: dict[str, set[tuple[str, ...]]] = {}
    for letter, names, node in _defined(drafts, lexicon):
        called.setdefault(letter, set()).add(names)
        if node is not None:
            found.setdefault(letter, set()).add(node)
    told: dict[str, Node] = {}
    written = {token.text for draft in drafts for token in draft.tokens} if found else set()
    for letter, nodes in found.items():
        several = len(nodes) > 1 or len(called[letter]) > 1
        if several or letter.swapcase() in written:  # a(x) is an activation, and A a target
            continue
        (node,), (names,) = nodes, called[letter]
        told[letter] = node
        told |= {f"{letter}_{name}": _slope(node, name) for name in names}
    return told


def _slope(node: Node, name: str) -> Node:
    return Derivative(node.name, name) if isinstance(node, Symbol) else Slope(node, Symbol(name))


def _defined(drafts: list[Draft], lexicon: Lexicon) -> Iterator[tuple[str, tuple[str, ...], Node | None]]:
    """Yield letters with the names that they are called with, and what they are of: a node, or a formula of these.

    Each is yielded first without what it is of, which may not be said there.
    """
    for draft in (draft.trimmed() for draft in drafts):
        calls = [_call(side, lexicon) for side in draft.sides] if draft.states else []
        for at, call in enumerate(calls):
            if call is None or at in draft.spoiled:
                continue
            letter, names = call
            yield letter, names, None
            for other, side in enumerate(draft.sides):
                node = parsed(side, lexicon) if other != at and calls[other] is None else None
                if isinstance(node, Symbol) and {*names} <= lexicon.cone(node.name) - {node.name}:
                    yield letter, names, node
                    break
                inside = {leaf.name for leaf in leaves(node) if isinstance(leaf, Symbol)} if node is not None else set()
                if not at and other and inside == {*names} and not isinstance(node, Symbol) and node is not None:
                    yield letter, names, node
                    break


def _call(side: list[Token], lexicon: Lexicon) -> tuple[str, tuple[str, ...]] | None:
    """Return the letter and the arguments where a side is f(x, y): names of the exercise, each once."""
    if len(side) < _LEAST or side[0].kind != "bad" or side[1].text != "(" or side[-1].kind != "close":
        return None
    letter, inside = side[0].text, side[2:-1]
    names = tuple(token.name for token in inside[::2])
    commas = all(token.kind == "sep" and token.text == "comma" for token in inside[1::2])
    known = all(names) and len({*names}) == len(names) and len(inside) % 2 == 1
    fits = letter.isalpha() and len(letter) <= _LONGEST and not lexicon.knows(letter)
    return (letter, names) if fits and commas and known else None
