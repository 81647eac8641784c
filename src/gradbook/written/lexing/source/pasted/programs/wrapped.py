"""Numbers as the libraries of arrays print them: Array(1.5, dtype=float32, weak_type=True) is 1.5."""

import re

from gradbook.core.text.patterns import regex

_NUMBER = r"-?(?:\d{1,25}\.?\d{0,25}|\.\d{1,25})(?:e[-+]?\d{1,3})?"
_WRAPPED = regex(
    rf"(?:<tf\.\w{{1,20}}:[^\n<>]{{0,80}}?numpy=(?P<tf>{_NUMBER})>"
    rf"|\b(?:jax\.|jnp\.)?Array\((?P<jax>{_NUMBER}|\[[-\d., e]{{1,200}}\])(?:,[ ]?\w{{1,12}}=\w{{1,12}}){{1,3}}\)"
    rf"|\b(?:np|numpy)\.float\d\d\((?P<numpy>{_NUMBER})\))(?P<behind>[,)\]]*)"
)


def unwrapped_numbers(source: str) -> str:
    """Return a source, as long as it was, with such numbers alone, and blanks behind them."""
    told = "numpy=" in source or "Array(" in source or ".float" in source
    return _WRAPPED.sub(_alone, source) if told else source


def _alone(shown: re.Match[str]) -> str:
    number = shown["tf"] or shown["jax"] or shown["numpy"]
    return (number + shown["behind"]).ljust(len(shown.group()))
