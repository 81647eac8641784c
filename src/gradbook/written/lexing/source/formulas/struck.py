"""Struck: numbers that a learner struck and wrote another one behind, in the middle of a product: -1.2 × ~~.3~~ .5."""

from gradbook.core.text.patterns import regex

_REPLACED = regex(r"(?<=[×·*/÷])[ \t]*~~[ \t]*[-−]?[\d.,]{1,12}[ \t]*~~(?=[ \t]*(?:\*\*)?[-−]?\(?\.?\d)")


def without_replaced(source: str) -> str:
    """Return a source, as long as it was, with blanks for such numbers."""
    return _REPLACED.sub(lambda found: " " * len(found.group()), source) if "~~" in source else source
