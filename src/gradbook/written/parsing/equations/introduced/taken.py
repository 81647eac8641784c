"""What is taken from an input, times the rate, is its gradient, whatever an answer calls it.

slope = 2*x*(p - t)                    g = (y - t) x
w = w - lr * slope                     w := w - \\eta g
"""

from collections.abc import Iterator, Mapping

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import Call, New, Node, Old, Rate, leaves, terms_of
from gradbook.written.lexicon import Lexicon
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.parser import parsed, quantity


def taken(drafts: list[Draft], known: Mapping[str, Node], lexicon: Lexicon) -> dict[str, Node]:
    """Return the names of an answer's own whose expression is what is taken from an input.

    Args:
        drafts: the equations.
        known: what the answer's own names stand for.
        lexicon: the exercise's.
    """
    found: dict[str, Node] = {}
    own_names = {alias: of for alias, of in known.items() if _is_formula(of)}
    for draft in drafts if own_names else ():
        head = quantity(draft.sides[0], lexicon) if draft.states and draft.sides[0] else None
        name = head.name if isinstance(head, Symbol | New) else ""
        if name not in lexicon.inputs:
            continue
        for number, side in enumerate(draft.sides[1:], 1):
            node = None if number in draft.spoiled else parsed(side, lexicon)
            for amount in _amounts(node, name, draft.relations[number]):
                slope = Derivative(lexicon.output, name)
                own = [alias for alias, of in own_names.items() if of == amount]
                if len(own) == 1 and found.setdefault(own[0], slope) != slope:
                    return {}  # one for several inputs: who knows
    return found


def _amounts(node: Node | None, name: str, relation: str) -> Iterator[Node]:
    """Yield what an update takes from an input, without the rate."""
    if node is None:
        return
    first, *rest = terms_of(node)
    if relation == "-=":
        first, rest = Symbol(name), [node]
    if not (first in (Symbol(name), Old(name)) or isinstance(first, Number)) or len(rest) != 1:
        return
    match rest[0]:
        case Call("neg", (Call("*" | "()", (Rate() | Number(), amount)),)):
            yield amount
        case Call("*" | "()", (Rate() | Number(), amount)) if relation == "-=":
            yield amount


def _is_formula(node: Node) -> bool:
    return isinstance(node, Call) and any(isinstance(leaf, Symbol) for leaf in leaves(node))
