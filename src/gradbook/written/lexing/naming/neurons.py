"""Neurons: which node of a graph is what in the only one that it has, and which is the prediction."""

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import Call, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.names.wiring import is_bias
from gradbook.written.notation import ACTIVATIONS, COMPARES, plain


def net_input_of(lexicon: Lexicon) -> str:
    """Return the only calculated node of which the function of a neuron is taken; "" for none, and for several."""
    found = [name for name in lexicon.activated if name in lexicon.operands and name not in lexicon.unnamed]
    return found[0] if len(found) == len(lexicon.activated) == 1 else ""


def activation_of(lexicon: Lexicon) -> str:
    """Return the only node that is the function of a neuron; "" for none, and for several."""
    found = [name for name, operation in lexicon.operations.items() if operation in ACTIVATIONS]
    return found[0] if len(found) == 1 and found[0] not in lexicon.unnamed and found[0] != lexicon.output else ""


def prediction_of(lexicon: Lexicon) -> str:
    """Return the named node that is compared, by a difference or a logarithm; "" for none, and for several."""
    compared = {
        operand
        for name, operands in lexicon.operands.items()
        if lexicon.operations.get(name) in COMPARES
        for operand in operands
        if operand in lexicon.operands and operand not in lexicon.unnamed
    }
    last = [name for name in compared if not any(name in lexicon.cone(other) for other in compared - {name})]
    left_out = len(lexicon.inputs) - len(lexicon.below(last[0])) if len(last) == 1 else 2
    return last[0] if left_out <= 1 else ""


def target_of(lexicon: Lexicon) -> str:
    """Return the only input of the loss that the prediction is not calculated from; "" for none, and for several."""
    predicted = prediction_of(lexicon)
    others = set(lexicon.inputs) - set(lexicon.below(predicted)) if predicted else set()
    others = {name for name in others if not lexicon.wiring.is_learned(name)}
    return others.pop() if len(others) == 1 else ""


def target_for(lexicon: Lexicon, stem: str, label: str) -> str:
    """Return the only target where a word or its own name has the prediction's for a label: target_{o1}; else ""."""
    target = lexicon.recall(target_of)
    called = bool(target) and stem in ("target", plain(target))
    return target if called and label == plain(lexicon.recall(prediction_of)) else ""


def difference_of(lexicon: Lexicon) -> str:
    """Return the named node, no output, that is the only difference of the prediction and the target; "" for none."""
    sides = {prediction_of(lexicon), target_of(lexicon)}
    found = [
        name
        for name, operands in lexicon.operands.items()
        if lexicon.operations.get(name) == "sub" and set(operands) == sides and name not in lexicon.unnamed
    ]
    return found[0] if len(found) == 1 and found[0] != lexicon.output else ""


def weight_of(lexicon: Lexicon) -> str:
    """Return the only weight; "" for none, and for several."""
    found = [name for name in lexicon.inputs if lexicon.wiring.is_learned(name)]
    return found[0] if len(found) == 1 else ""


def bias_of(lexicon: Lexicon) -> str:
    """Return the only bias; "" for none, and for several."""
    found = [name for name in lexicon.inputs if is_bias(plain(name).rstrip("0123456789"))]
    return found[0] if len(found) == 1 else ""


def data_of(lexicon: Lexicon) -> str:
    """Return the only input that goes into a node by a weight; "" for none, and for several."""
    wiring = lexicon.wiring
    found = {source for node in lexicon.operands for source in wiring.incoming(node) if source in lexicon.inputs}
    found = {name for name in found if not wiring.is_learned(name)}
    return found.pop() if len(found) == 1 else ""


def slope_of_function(lexicon: Lexicon, node: Node) -> Derivative | None:
    """Return what the slope of a function of a quantity alone is: sigma'(v) is da/dv where a = sigma(v)."""
    match node:
        case Call(slope, (Symbol(by),)) if slope[:1] == "d" and (of := function_of(lexicon, by, slope[1:])):
            return Derivative(of, by)
    return None


def function_of(lexicon: Lexicon, name: str, operation: str = "") -> str:
    """Return the node that a function of a quantity alone is: of this one, or its only activation; "" for none."""
    taken = [node for node, operands in lexicon.operands.items() if operands == (name,)]
    if operation:
        return next((node for node in taken if lexicon.operations.get(node) == operation), "")
    found = [node for node in taken if lexicon.operations.get(node) in ACTIVATIONS]
    return found[0] if len(found) == 1 else ""
