"""Samples: whether an input without an index is that of the only sample, or an answer has several, x_1 and x_2."""

import re
from dataclasses import replace

from gradbook.written.lexicon import Lexicon

_OTHER_INDEX = (  # than 1; x^2 has none
    r"(?:_\s*(?:\{\s*)?(?:\(\s*)?[02-9]|[02-9₀₂-₉]|\^\s*(?:\{\s*)?[(\[<]\s*[02-9]|⁽[⁰²³⁴-⁹])"
)


def with_samples(source: str, lexicon: Lexicon) -> Lexicon:
    """Return a lexicon in which x_1 is no longer x itself where an answer has an x_0 or x_2 beside it."""
    others = {
        name
        for name in lexicon.steady
        if re.search(rf"(?<![A-Za-z\\]){re.escape(name)}{_OTHER_INDEX}", source) is not None
    }
    return replace(lexicon, steady=lexicon.steady - others) if others else lexicon
