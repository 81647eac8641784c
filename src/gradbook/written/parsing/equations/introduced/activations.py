r"""Letters for the activation of a network: sigma(0.8) = 0.8 where its only function is ReLU; f'(z) = a (1 - a)."""

import re
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.notation import ACTIVATIONS, CONTRADICTED, IDENTITY, OWN, WITH_SLOPES, plain
from gradbook.written.parsing.equations.introduced.definitions import (
    CLOSES,
    OPENS,
    functions_said,
    is_step,
    slopes_said,
)
from gradbook.written.parsing.equations.introduced.slope_functions import called_activation, defined_by_output

_LINEAR = regex(
    r"(?:σ|\\sigma)\s*\(([^()\n]{1,12})\)\s*=\s*\1(?=\s*(?:[$`,;:)。，]|\.(?!\d)|\n|\Z|[ \t]+[^\W\d]{2}))"
)  # "as σ(z) = z"
_LETTER = regex(r"\\sigma\b|σ")
_SIGMOID = regex(
    r"si[gj]mo|sygmo|logisti|ロジスティ|シグモイド|시그모이드|로지스틱|逻辑|邏輯|сигмо|логист|\bexp\b|e\s*\^",
    re.IGNORECASE,
)
_SIGMOIDS = ("sigmoid", "softplus")  # the slope of the latter is one
_NAMES = {"max": "relu"}  # of max(0, z)
_ARGUMENT = r"(?:\\(?:math|bold)\w+\s*)?\{?\\?[^\W\d]\w*\}?(?:\{\w+\}|[₀-₉]+)?(?:\^\{?[(\[]?\d[)\]]?\}?)?"
_CALLED = regex(
    r"((?<![\w\\'])[fgh]|(?<!\\)\\(?:var)?(?:phi|psi)(?![a-zA-Z])|[φψ])(?:\s{0,3}(['′’]|\^\s{0,3}\{?\s{0,3}(?:\\prime|')\s{0,3}\}?))?"
    rf"{OPENS}({_ARGUMENT}){CLOSES}"
)
_STEPS = regex(  # Heaviside's, the slope of a ReLU
    r"(?<![\w\\])(H|u|step|[Hh]eaviside|\\(?:[Tt]heta|(?:math|text|operatorname)\w*\{(?:H|step|[Hh]eaviside)\})|[Θθ])"
    rf"{OPENS}({_ARGUMENT}){CLOSES}"
)
_IN_LAYER = regex(r"(\D+)(\d?)\^[(\[]?(\d)[)\]]?")


def with_activations(source: str, lexicon: Lexicon) -> Lexicon:
    """Return a lexicon with the letters by which an answer calls the only activation of a graph."""
    ops = {_NAMES.get(op, op) for op in lexicon.operations.values()}
    functions = ops & ACTIVATIONS
    if not functions and "exp" not in ops and _LINEAR.search(source) is not None:
        return replace(lexicon, activations={**lexicon.activations, "sigma": IDENTITY})
    if not functions:
        return lexicon
    letters = _primed(source, lexicon) | _steps(source, lexicon) | defined_by_output(source)
    if len(functions) > 1:
        return replace(lexicon, activations={**lexicon.activations, **letters}) if letters else lexicon
    (function,) = functions
    letters |= called_activation(source, function) if function in WITH_SLOPES else {}
    if not _is_sigma(function, source, lexicon):
        letters["sigma"] = CONTRADICTED
    spoken_of = _LETTER.search(source) is not None and _SIGMOID.search(source) is None
    if spoken_of and function not in _SIGMOIDS and "exp" not in ops:
        letters.setdefault("sigma", function)
    return replace(lexicon, activations={**lexicon.activations, **letters}) if letters else lexicon


def _primed(source: str, lexicon: Lexicon) -> dict[str, str]:
    """Return the letters of which the derivative is taken at what goes into neurons: f'(z), of a = f(z).

    One that is taken at inputs of different kinds is the own function of each. A letter that stands for a quantity, or
    that the answer defines as another function, is none.
    """
    taken: dict[str, set[str]] = {}
    primed: set[str] = set()
    for letter, prime, argument in _CALLED.findall(source):
        taken.setdefault(letter, set()).update(_functions_of(argument, lexicon))
        primed |= {letter} if prime else set()
    found: dict[str, str] = {}
    for letter in primed:
        functions = taken[letter]
        free = lexicon.name(letter) is None and plain(letter) not in lexicon.stems
        if free and functions and functions.issubset(WITH_SLOPES) and _fits(letter, functions, source, lexicon):
            found[plain(letter).removeprefix("var")] = OWN if len(functions) > 1 else min(functions)
    return found


def _is_sigma(function: str, source: str, lexicon: Lexicon) -> bool:
    """Whether what an answer says of sigma is so of the sigmoid, or of the only function of the graph."""
    letters = source.replace("σ", "\\sigma") if "σ" in source else source
    said = {kind for _, kind in functions_said(r"\sigma", letters, lexicon)}
    meant = {"sigmoid"} if said <= {"sigmoid"} else {function}
    return _fits(r"\sigma", meant, letters, lexicon) if "\\sigma" in letters else True


def _fits(letter: str, functions: set[str], source: str, lexicon: Lexicon) -> bool:
    """Whether what an answer says of a letter, and of its slope, is so of the functions at whose place it stands."""
    for argument, function in functions_said(letter, source, lexicon):
        if {function} != ((_functions_of(argument, lexicon) if argument else set()) or functions):
            return False
    for argument, possible in slopes_said(letter, source):
        if possible is not None and not _functions_of(argument, lexicon) and not functions <= possible:
            return False  # at a neuron's input, the verdict on what is stated tells
    return True


def _steps(source: str, lexicon: Lexicon) -> dict[str, str]:
    """Return the letters for the step function of what goes into a ReLU: H(z)."""
    taken = {letter for letter, argument in _STEPS.findall(source) if "relu" in _functions_of(argument, lexicon)}
    free = (letter for letter in taken if lexicon.name(letter) is None and is_step(letter, source))
    return {plain(letter): "drelu" for letter in free}


def _functions_of(written: str, lexicon: Lexicon) -> set[str]:
    """Return the functions that are taken of what is written: a quantity, or a layer of such, z^{(2)}, z_1^{(1)}.

    What goes into no neuron has none, and with the others the letter is of no kind.
    """
    layer = _IN_LAYER.fullmatch(plain(written))
    bare = layer.expand(r"\1\3\2") if layer else plain(written)
    names = {name for row in lexicon.array(bare) for name in row} or {lexicon.name(bare) or bare}
    if not names <= lexicon.activated:
        return set()
    return {op for of, op in lexicon.operations.items() if op in ACTIVATIONS and set(lexicon.operands[of]) <= names}
