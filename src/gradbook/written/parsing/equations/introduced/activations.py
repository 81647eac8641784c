"""The letter sigma for any activation: sigma(0.8) = 0.8 of a network whose only function is ReLU."""

import re
from dataclasses import replace

from gradbook.written.lexicon import Lexicon
from gradbook.written.notation import ACTIVATIONS

_LETTER = re.compile(r"\\sigma\b|σ")
_SIGMOID = re.compile(
    r"si[gj]mo|sygmo|logisti|ロジスティ|シグモイド|시그모이드|로지스틱|逻辑|邏輯|сигмо|логист|\bexp\b|e\s*\^",
    re.IGNORECASE,
)
_NAMES = {"max": "relu"}  # of max(0, z)


def with_sigma(source: str, lexicon: Lexicon) -> Lexicon:
    """Return a lexicon in which sigma is the only activation of a graph that has no sigmoid, if none is spoken of."""
    if _LETTER.search(source) is None or _SIGMOID.search(source) is not None:
        return lexicon
    ops = {_NAMES.get(op, op) for op in lexicon.operations.values()}
    functions = ops & ACTIVATIONS
    if len(functions) != 1 or "exp" in ops or "sigmoid" in functions:
        return lexicon
    return replace(lexicon, sigma=functions.pop())
