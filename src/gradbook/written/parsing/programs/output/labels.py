"""Labels: whether the words that a program prints before a number name what is printed there."""

from collections.abc import Sequence

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.lexing.words.lists.prepositions import WITHOUT
from gradbook.written.parsing.programs.leaves import QUANTITY
from gradbook.written.parsing.programs.output.outputs import Shown

_EARLIER = (Role.OLD, Role.BEFORE)


def speaks_only_of(label: Sequence[Token], shown: Shown) -> bool:
    """Whether a label of words names what is shown and nothing else: "Error (squared):"."""
    told = [token for token in label if token.kind not in ("sep", "word", "open", "close")]
    says = any(token.role is Role.RELATION for token in label)  # "q is"
    return not says and len(told) == 1 and told[0].node is not None and told[0].node == shown.node


def is_earlier(label: Sequence[Token], shown: Shown) -> bool:
    """Whether a label says of a new value that it is an old one, or the one without a step."""
    return isinstance(shown.node, New) and any(t.role in _EARLIER or bare(t.text) in WITHOUT for t in label)


def is_state(label: Sequence[Token], shown: Shown) -> bool:
    """Whether a label names what is shown in another state: "new w", or w after its step; "grad w".

    Or both ends of a derivative, and nothing but words: "How much x influences f".
    """
    told = [token for token in label if token.kind != "sep"]
    names = [token.node for token in told if token.kind in QUANTITY]
    sloped = any(token.role in (Role.SLOPE, Role.SLOPES) for token in told)
    match shown.node:
        case Derivative(of, by):
            if all(token.kind in ("word", "name") for token in told) and len(names) == 2:
                return names in ([Symbol(by), Symbol(of)], [Symbol(of), Symbol(by)])
            return names == [Symbol(by)] and (sloped or shown.text.endswith((".grad", ".gradient")))
        case New(name):
            return not sloped and names in ([Symbol(name)], [New(name)])
    return False
