r"""Transposes by signs of their own: {}^t\mathbf{h} and {}^t(1, 2) as in France, (0.2, 0.7)' as in statistics.

In the same superscript as a layer, W^{(2)T}, the sign is parted from it.
"""

from gradbook.core.text.patterns import regex

_BEFORE = regex(
    r"\{\}\s*\^\s*(?:t|\{\s*t\s*\})(?:\\[!,]|\s)*"
    r"(?P<of>\((?:[^()\n]|\\\n){1,120}\)|\\(?:mathbf|boldsymbol|bm|b?vect?|vb|vv|mat|symbf)\s*(?:\{[^{}]{1,12}\}|\\[a-z]+|[A-Za-z])"
    r"(?:\^\{\(\d\)\})?|[A-Za-z](?:\^\{\(\d\)\})?)"
)
_NUMBER = r"(?:\\[,;:]|\s)*[-−+]?\d[\d.]*(?:(?:\{,\}|,)\d+)?\s*"
_BEHIND = regex(rf"(=\s*[(\[]{_NUMBER}(?:[,;]{_NUMBER}){{1,9}}[)\]])['’′](?![\w'’])")

_WITH_LAYER = regex(r"(?P<layer>\^\s*\{\s*[(\[]\s*\d\s*[)\]])\s*(?:T|⊤|\\(?:top|intercal|mathsf\s*\{T\}))\s*\}")


def transposed_behind(source: str) -> str:
    """Return a source, as long as it was, in which such a vector has its sign behind it: \\mathbf{h}ᵀ, (0.2, 0.7)ᵀ."""
    if "{}" in source:
        source = _BEFORE.sub(lambda found: (found.group("of") + "ᵀ").ljust(len(found.group())), source)
    if "^" in source:
        source = _WITH_LAYER.sub(lambda found: (found.group("layer") + "}ᵀ").ljust(len(found.group())), source)
    return _BEHIND.sub(r"\1ᵀ", source)
