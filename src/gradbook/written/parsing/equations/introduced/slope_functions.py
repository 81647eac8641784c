"""What programs call activations and their slopes: activation(z), deriv_activation(z), and slopes by what comes out.

Many define sigmoid_derivative(x) as x * (1 - x), and take it of the activation. It is then that formula, wherever it
stands: of what goes in, it is wrong.
"""

import re

from gradbook.written.notation import SLOPE_FUNCTIONS, SLOPED, plain

_ONE = r"1(?:\.0*f?)?"
_FORMULA = {  # of what comes out, called {0}
    "sigmoid_by_output": rf"{{0}}\s*\*\s*\(\s*{_ONE}\s*-\s*{{0}}\s*\)|\(\s*{_ONE}\s*-\s*{{0}}\s*\)\s*\*\s*{{0}}",
    "tanh_by_output": rf"{_ONE}\s*-\s*(?:{{0}}\s*(?:\*\*|\^)\s*2|{{0}}\s*\*\s*{{0}}"
    r"|\w+\.(?:square|power|pow)\(\s*{0}(?:\s*,\s*2)?\s*\))",
}
_DEFINED = re.compile(  # up to its argument
    r"(?<![\w.])(?:(?:def|function|func|fn|double|float)\s+(\w+)\s*\(\s*|(\w+)\s*=\s*(?:lambda\s+|(?:function\s*)?\(\s*))"
    r"(?:(?:const\s+)?(?:double|float)\s+)?(\w+)(?=[\s:),])"
)
_RETURNS = r"(?:\breturn\b|=>|:)\s*\(?\s*(?:{formula})\s*\)?\s*(?=[;}}\n#]|\Z)"
_BODY = 400  # characters of a function
_ACTIVATION = re.compile(
    rf"(?<![\w.])((?:(?:d|der|{'|'.join(sorted(SLOPED))})_?)?[Aa]ctiv(?:ation)?(?:_?(?:[Ff]unction|[Ff]unc|fn))?"
    rf"(?:_?(?:[Pp]rime|{'|'.join(f'[{end[0].upper()}{end[0]}]{end[1:]}' for end in sorted(SLOPED))}))?)(?=\s?\()"
)
_SLOPE = re.compile(rf"^(?:d|der|{'|'.join(sorted(SLOPED))})activ|(?:prime|{'|'.join(sorted(SLOPED))})$")


def defined_by_output(source: str) -> dict[str, str]:
    """Return the functions for slopes that a program defines by what comes out of a neuron, in plain form."""
    found: dict[str, str] = {}
    for of, assigned, argument in _DEFINED.findall(source) if "return" in source or "=" in source else ():
        name = of or assigned
        if plain(name) not in SLOPE_FUNCTIONS:
            continue
        at = source.find(name)
        body = source[at : at + _BODY].partition("\ndef ")[0]
        for function, formula in _FORMULA.items():
            if re.search(_RETURNS.format(formula=formula.format(re.escape(argument))), body):
                found[plain(name)] = function
    return found


def called_activation(source: str, function: str) -> dict[str, str]:
    """Return what a program that defines no such calls the only activation, and its slope, in plain form."""
    found: dict[str, str] = {}
    for name in {*_ACTIVATION.findall(source)} if "ctiv" in source else ():
        defined = re.search(
            rf"(?:\b(?:def|function|func|fn|double|float)\s+{name}\b|(?<![\w.]){name}\s*(?:\([^()\n]*\)\s*)?=(?!=))",
            source,
        )
        if not defined:
            slope = _SLOPE.search(plain(name).lower()) is not None
            found[plain(name)] = f"d{function}" if slope else function
    return found
