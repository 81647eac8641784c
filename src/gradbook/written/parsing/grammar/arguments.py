"""Arguments: what stands in brackets behind a quantity that is written as a function."""

from collections.abc import Callable
from itertools import takewhile

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import At, Call, New, Node, Old, is_literal
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.notation import PARAMETERS, PREDICTED, plain

_PROBABILITIES = frozenset({"p", "prob", "phat"})
_GIVEN = frozenset({"|", "\\mid", "\\vert", "wide"})  # what stands before a condition


def at_point(
    node: Node, inside: list[Token], lexicon: Lexicon, parsed: Callable[[list[Token], Lexicon], Node | None]
) -> Node | None:
    """Return a quantity at the point that stands in brackets behind it; None where no point stands there.

    Inputs by their names are no other point; new ones make a node the new one; numbers are looked at when it is judged.

    Args:
        node: the quantity.
        inside: the tokens in the brackets.
        lexicon: the exercise's.
        parsed: makes an expression of tokens.
    """
    if isinstance(node, New) and node.name in lexicon.operands:  # f'(x', y')
        news = [parsed(entry, lexicon) for entry in split_at_commas(inside)]
        return node if all(isinstance(new, New) and new.name in lexicon.inputs for new in news) else None
    if not isinstance(node, Derivative) and not (isinstance(node, Symbol) and node.name in lexicon.operands):
        return None
    if isinstance(node, Symbol) and plain(node.name).lower() in _PROBABILITIES and _is_event(inside):
        return node
    entries = split_at_commas(inside)
    if not all(entries):
        return None
    if any(token.kind == "vec" and isinstance(token.node, New) for token in inside) and isinstance(node, Symbol):
        return New(node.name)
    named = [entry for entry in entries if not _stands_for_inputs(entry, node, lexicon)]
    if not named:
        return node
    if any(t.kind not in ("name", "old", "new", "num", "op", "sep") for entry in named for t in entry):
        return None
    args = [parsed(entry, lexicon) for entry in named]
    if isinstance(node, Derivative) and len(args) == 1 and isinstance(args[0], Symbol | Old):
        return node if args[0].name == node.by else None  # (df/dq)(x) is a product
    match node, args:
        case Symbol(of), [Symbol(by)] if by in lexicon.inputs and by not in lexicon.below(of):
            return None  # r(z), where r does not depend on z
    if all(isinstance(arg, Symbol | Old) and (arg.name in lexicon.inputs or len(args) == 1) for arg in args):
        return node
    if all(isinstance(arg, Symbol | Old | New) for arg in args):
        if any(isinstance(arg, New) for arg in args):
            return New(node.name) if isinstance(node, Symbol) else None
        cone = lexicon.cone(node.name if isinstance(node, Symbol) else node.of)
        return node if all(getattr(arg, "name", "") in cone for arg in args) else None
    numbers = tuple(arg for arg in args if is_literal(arg) and arg is not None)
    if len(numbers) == len(args):
        names = lexicon.parameters.get(node.name if isinstance(node, Symbol) else node.of, ())
        told = zip(names, numbers, strict=True) if len(names) == len(args) else ()
        return At(node, tuple(Call("at", (Symbol(name), number)) for name, number in told) or numbers)
    return None


def _is_event(inside: list[Token]) -> bool:
    """Whether brackets behind a probability say that it is of the class: P(y = 1), P(y = 1 | x); not P(y = 0)."""
    event = takewhile(lambda token: token.text not in _GIVEN, inside)
    return [plain(token.text).lower() for token in event] in (["y", "=", "1"], ["c", "=", "1"])


def _stands_for_inputs(entry: list[Token], node: Node, lexicon: Lexicon) -> bool:
    """Whether what stands in brackets is a name for several inputs as they are, or for the prediction: theta, w, ŷ."""
    if len(entry) != 1:
        return False
    (token,) = entry
    if token.kind == "bad":
        return token.text in PARAMETERS or PREDICTED.fullmatch(plain(token.text)) is not None
    if token.kind != "vec" or token.node is not None or not isinstance(node, Symbol):
        return False
    below = lexicon.below(node.name)
    return all(name in below for row in lexicon.array(token.text) for name in row)


def split_at_commas(tokens: list[Token]) -> list[list[Token]]:
    """Return what stands between commas outside brackets."""
    entries: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token.kind in ("open", "group")) - (token.kind in ("close", "end"))
        if token.kind == "sep" and token.text == "comma" and not depth:
            entries.append([])
        else:
            entries[-1].append(token)
    return entries
