"""Struck: numbers that a learner struck and wrote another one behind: "-1.2 × ~~.3~~ .5", "$f_y = \\sout{-5} +5$"."""

import re

from gradbook.core.text.patterns import regex

_NUMBER = r"[-−+]?[ ]?[\d.,]{1,12}"
_REPLACED = regex(rf"(?<=[×·*/÷])[ \t]*~~[ \t]*{_NUMBER}[ \t]*~~(?=[ \t]*(?:\*\*)?[-−]?\(?\.?\d)")
_IN_FORMULA = regex(  # where ~~ is a gap to LaTeX; the plus behind is the sign that was set right
    rf"(?P<relation>[=≈][ ]?)(?:\\(?:sout|st|[xb]?cancel)[ ]?\{{[ ]?{_NUMBER}[ ]?\}}|~~{_NUMBER}~~(?=[^$\n]*\$))"
    r"(?:[ ]|\\[;,!: ]|\\quad)*\+?(?=[ ]?[-−]?[ ]?\.?\d)"
)


def without_replaced(source: str) -> str:
    """Return a source, as long as it was, with blanks for such numbers."""
    if "~~" in source:
        source = _REPLACED.sub(lambda found: " " * len(found.group()), source)
    return _IN_FORMULA.sub(_blanked, source) if "\\" in source or "$" in source else source


def _blanked(found: re.Match[str]) -> str:
    return found["relation"].ljust(len(found.group()))
