"""What programs call activations and their slopes: activation(z), deriv_activation(z), and slopes by what comes out.

Many define sigmoid_derivative(x) as x * (1 - x), and take it of the activation. It is then that formula, wherever it
stands: of what goes in, it is wrong.
"""

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.source.defined import definitions, is_function
from gradbook.written.notation import SLOPE_FUNCTIONS, SLOPED, plain

_BY_OUTPUT = ("sigmoid_by_output", "tanh_by_output")
_ACTIVATION = regex(
    rf"(?<![\w.])((?:(?:d|der|{'|'.join(sorted(SLOPED))})_?)?[Aa]ctiv(?:ation)?(?:_?(?:[Ff]unction|[Ff]unc|fn))?"
    rf"(?:_?(?:[Pp]rime|{'|'.join(f'[{end[0].upper()}{end[0]}]{end[1:]}' for end in sorted(SLOPED))}))?)(?=\s?\()"
)
_NAME = regex(
    r"\b[A-Za-z]\w*(?:[Dd]eriv|[Gg]rad|[Pp]rime)\w*|\b(?:d|D|deriv|grad|der)\w*(?:[Ss]igmoid|[Tt]anh|[Rr]elu)\b"
)
_KINDS = ("relu", "tanh", "sigmoid", "logistic", "identity", "linear", "softplus", "softmax", "step", "elu", "swish")
_SLOPE = regex(rf"^(?:d|der|{'|'.join(sorted(SLOPED))})activ|(?:prime|{'|'.join(sorted(SLOPED))})$")


def defined_by_output(source: str) -> dict[str, str]:
    """Return the functions for slopes that a program defines once, by what comes out of a neuron, in plain form."""
    found: dict[str, str] = {}
    for name in {*_NAME.findall(source)}:
        if plain(name) not in SLOPE_FUNCTIONS:
            continue
        said = [*definitions(name, source)]
        for function in _BY_OUTPUT if len(said) == 1 else ():
            if is_function(said[0], function):
                found[plain(name)] = function
    return found


def called_activation(source: str, function: str) -> dict[str, str]:
    """Return what a program that says nothing else of it calls the only activation, and its slope, in plain form."""
    names = {*_ACTIVATION.findall(source)} if "ctiv" in source else set()
    if not names or any(other in source.lower() for other in _KINDS if other != function):
        return {}
    if any(next(definitions(name, source), None) for name in (*names, "activation", "Activation")):
        return {}
    return {plain(name): f"d{function}" if _SLOPE.search(plain(name).lower()) else function for name in names}
