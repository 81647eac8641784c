"""Error signals that bear the target's name: "dy = 2 * (y_hat - y)", "delta_y = dE/dy_hat * y_hat (1 - y_hat)".

Who goes backward calls so what comes back at the end of the network. By shape it is no derivative by the target: it is
made of the derivative by what is calculated, or of what is calculated less the target.
"""

from collections.abc import Iterator

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import Call, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.notation import plain
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.parser import parsed

_PRODUCT = ("*", "()", "/")


def error_signals(stating: list[Draft], lexicon: Lexicon) -> dict[str, Node]:
    """Return the short names of derivatives by an input that an answer gives to an error signal, with what each is."""
    found: dict[str, Node] = {}
    for draft in stating:
        if 0 in draft.spoiled or 1 in draft.spoiled:
            continue
        target, called = _short(draft.sides[0], lexicon)
        node = parsed(draft.sides[1], lexicon) if target else None
        factors = [] if node is None else list(_factors(node))
        if node is not None and _is_error(factors, target, lexicon):
            found |= dict.fromkeys(called, _by_prediction(factors, target, lexicon) or node)
    return found


def _short(side: list[Token], lexicon: Lexicon) -> tuple[str, tuple[str, ...]]:
    """Return the input by whose name the output's derivative is called in short, and what it is called."""
    match side:
        case [Token(kind="diff", text="d"), Token(kind="name", name=name)] if name in lexicon.inputs:
            return name, (f"d{plain(name)}",)
        case [Token(text=text, node=Derivative(of, by))] if of == lexicon.output and by in lexicon.inputs:
            bare = plain(by)
            own = (plain(text),) if text else (f"d{bare}", f"d_{by}", f"grad_{by}", f"delta_{by}")  # of a program
            return by, () if "/" in text or "frac" in text else own
    return "", ()


def _factors(node: Node) -> Iterator[Node]:
    if isinstance(node, Call) and node.op in _PRODUCT:
        for argument in node.args:
            yield from _factors(argument)
    else:
        yield node


def _is_error(factors: list[Node], target: str, lexicon: Lexicon) -> bool:
    """Whether a product is of what is calculated less the target, or of the output's derivative by a node."""
    if any(
        (isinstance(one, Call) and one.op == "neg") or (isinstance(one, Number) and one.value < 0) for one in factors
    ):
        return False
    return any(_is_less(one, target, lexicon) or _is_slope(one, target, lexicon) for one in factors)


def _is_less(node: Node, target: str, lexicon: Lexicon) -> bool:
    match node:
        case Call("-", (Symbol(name), Symbol(other))):
            return other == target and name in lexicon.operands
    return False


def _is_slope(node: Node, target: str, lexicon: Lexicon) -> bool:
    """Whether a node is the derivative of the output by a calculated node beside the target, not above it."""
    match node:
        case Derivative(of, by):
            return of == lexicon.output and by in lexicon.operands and target not in lexicon.cone(by)
    return False


def _by_prediction(factors: list[Node], target: str, lexicon: Lexicon) -> Derivative | None:
    """Return the derivative that 2 (y_hat - y) is meant to be, where the target is used in that difference alone."""
    users = [args for args in lexicon.operands.values() if target in args]
    predictions = [name for name in users[0] if name != target] if len(users) == 1 else []
    bare = all(isinstance(one, Number) or _is_less(one, target, lexicon) for one in factors)
    return Derivative(lexicon.output, predictions[0]) if bare and len(predictions) == 1 else None
