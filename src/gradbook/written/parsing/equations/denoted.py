"""What a label denotes that is no name: relu'(z), the slope of the function taken there, or delta^(2), a signal."""

from collections.abc import Sequence

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import Call, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.notation import is_signal, plain, unit_of_signal
from gradbook.written.parsing.grammar.parser import parsed, quantity


def denoted(tokens: Sequence[Token], lexicon: Lexicon) -> Node | None:
    """Return the quantity that a label names or denotes."""
    return quantity([*tokens], lexicon) or _function_slope(tokens, lexicon) or _signal(tokens, lexicon)


def is_signalled(tokens: Sequence[Token]) -> bool:
    """Whether a label is that of an error signal, of which nobody says with which sign it is meant."""
    return len(tokens) == 1 and tokens[0].kind == "bad" and is_signal(tokens[0].text)


def _function_slope(tokens: Sequence[Token], lexicon: Lexicon) -> Derivative | None:
    match parsed([*tokens], lexicon) if len(tokens) > 1 and tokens[0].kind == "fn" else None:
        case Call(slope, (Symbol(by),)) if slope[:1] == "d":
            taken = [of for of, operands in lexicon.operands.items() if operands == (by,)]
            found = [Derivative(of, by) for of in taken if f"d{lexicon.operations.get(of)}" == slope]
            return found[0] if len(found) == 1 else None
    return None


def _signal(tokens: Sequence[Token], lexicon: Lexicon) -> Derivative | None:
    """Return the derivative by what goes into the only neuron of a layer, delta^(2), or into one of several."""
    if len(tokens) == 1 and (unit := unit_of_signal(tokens[0].text)):
        layer, number = unit
        slopes = lexicon.slopes.get(f"delta{layer}", ())
        return slopes[int(number) - 1] if 0 < int(number) <= len(slopes) else None
    if not is_signalled(tokens) or tokens[0].text in lexicon.slopes:
        return None
    number = tokens[0].text.rstrip(")]")[-1]
    into = lexicon.activated & lexicon.operands.keys()
    ends = [node for node in into if plain(node).rstrip(number).isalpha() and plain(node)[-1] == number]
    return Derivative(lexicon.output, ends[0]) if len(ends) == 1 else None
