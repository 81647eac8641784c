r"""Iterates: the vector of all inputs after the step, under a name that the answer need not explain.

    \theta^{(1)} = \theta^{(0)} - \alpha \nabla f = (3.2, -0.6)       x_new = 3.2, y_new = -0.6
    \mathbf{x}_{k+1} = (3, -1) - 0.1 (5, 2)

Theta may stand for what is learned, and for no data. The order of the entries is the graph's, and not said: what is
read so counts where it fits.
"""

import re
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Symbol
from gradbook.written.expression import New, Old
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.notation import NEW, PARAMETERS, plain
from gradbook.written.parsing.arrays.array import Entry
from gradbook.written.parsing.arrays.entries import entries_of
from gradbook.written.parsing.arrays.names.nabla import learned
from gradbook.written.parsing.grammar.draft import Draft

_STATE = "|".join(re.escape(state) for state in sorted(NEW, key=len, reverse=True) if state.isalpha())
_NEW = regex(rf"[A-Za-z]\w{{0,7}}?[_^]?(?:1|\(1\)|\w\+1|{_STATE})")
_ALL_LEARNED = regex(rf"(?:{'|'.join(PARAMETERS)})_?(?:1|{_STATE})?")
_FIRST = regex(r"(\w+)\^\{?\(1\)\}?")
_NUMERIC = frozenset({"num", "op", "open", "close", "sep", "frac", "group", "end", "rate", "transposed"})


def iterate(draft: Draft, lexicon: Lexicon) -> tuple[list[Entry], Draft] | None:
    """Return the new inputs where the head of a draft is a name for all of them, and the draft in which it is that."""
    if len(lexicon.inputs) < 2 or len(draft.sides) < 2 or not draft.sides[0]:
        return None
    first, *marks = draft.sides[0]
    if not _is_new([_whole(first, lexicon), *marks], draft.relations[1]):
        return None
    names, listed = [*lexicon.inputs], _listing(draft, len(lexicon.inputs), lexicon)
    if not listed and _ALL_LEARNED.fullmatch(plain(first.text)) and len(names := learned(lexicon)) > 1:
        listed = _listing(draft, len(names), lexicon)
    if not listed or not all(token.kind in _NUMERIC for token in listed[-1]) or listed[-1] is not draft.sides[-1]:
        return None
    head = _whole(draft.sides[0][0], lexicon)
    start, end = head.start, draft.sides[0][-1].end
    whole = head.node.name if isinstance(head.node, New | Symbol) else ""
    sides = [[one for token in side for one in _listed(token, whole, lexicon)] for side in draft.sides]
    return [[Token("new", name, start, end, New(name))] for name in names], replace(draft, sides=sides)


def _listing(draft: Draft, count: int, lexicon: Lexicon) -> list[list[Token]]:
    """Return the sides of an equation that are so many entries."""
    return [side for side in draft.sides[1:] if entries_of(side, lexicon, (count, 1)) is not None]


def _listed(token: Token, whole: str, lexicon: Lexicon) -> list[Token]:
    """Return the inputs for the name that stands for all of them."""
    if not whole or not isinstance(token.node, Symbol | Old) or token.node.name != whole:
        return [token]
    found = [Token("open", "(", token.start, token.end)]
    for number, name in enumerate(lexicon.inputs):
        found += [Token("sep", "comma", token.start, token.end)] if number else []
        found.append(Token("name", name, token.start, token.end, Symbol(name)))
    return [*found, Token("close", ")", token.start, token.end)]


def _whole(head: Token, lexicon: Lexicon) -> Token:
    """Return x^{(1)} as the new x where x_1 and x_2 are all inputs; it may be the first of them elsewhere."""
    stem = _FIRST.fullmatch(head.text) if head.kind == "name" else None
    entries = [name for row in lexicon.array(stem.group(1)) for name in row] if stem else []
    return replace(head, kind="new", node=None) if entries and entries == [*lexicon.inputs] else head


def _is_new(side: list[Token], relation: str) -> bool:
    """Whether a side is one name with a mark of the new state, or one that is assigned to."""
    head, *marks = side
    if head.kind == "new":
        return not marks
    if head.kind not in ("bad", "name") or isinstance(head.node, Old) or not head.text.strip("\\"):
        return False
    raised = "".join(token.text for token in marks if token.kind not in ("group", "end"))
    if "*" in raised:  # the optimum
        return False
    own = isinstance(head.node, Symbol) and (head.text[:1] == "\\" or raised in ("^(1)", "^(k+1)", "^(t+1)"))
    if head.kind == "name" and not own:
        return False
    if marks:
        return raised in ("^1", "^(1)", "1") or (raised[:1] == "^" and raised[1:].strip("()") in NEW)
    return relation == "<-" or (head.kind == "bad" and _NEW.fullmatch(head.text) is not None)
