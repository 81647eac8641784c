r"""Transposes by signs of their own: {}^t\mathbf{h} and {}^t(1, 2) as in France, (0.2, 0.7)' as in statistics."""

import re

_BEFORE = re.compile(
    r"\{\}\s*\^\s*(?:t|\{\s*t\s*\})(?:\\[!,]|\s)*"
    r"(?P<of>\((?:[^()\n]|\\\n){1,120}\)|\\(?:mathbf|boldsymbol|bm|vec)\s*(?:\{[^{}]{1,12}\}|\\[a-z]+|[A-Za-z])"
    r"(?:\^\{\(\d\)\})?|[A-Za-z](?:\^\{\(\d\)\})?)"
)
_NUMBER = r"(?:\\[,;:]|\s)*[-−+]?\d[\d.]*(?:(?:\{,\}|,)\d+)?\s*"
_BEHIND = re.compile(rf"(=\s*[(\[]{_NUMBER}(?:[,;]{_NUMBER}){{1,9}}[)\]])['’′](?![\w'’])")


def transposed_behind(source: str) -> str:
    """Return a source, as long as it was, in which such a vector has its sign behind it: \\mathbf{h}ᵀ, (0.2, 0.7)ᵀ."""
    if "{}" in source:
        source = _BEFORE.sub(lambda found: (found.group("of") + "ᵀ").ljust(len(found.group())), source)
    return _BEHIND.sub(r"\1ᵀ", source)
