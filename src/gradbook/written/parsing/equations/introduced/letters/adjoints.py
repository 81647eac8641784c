r"""Adjoints: \bar{w}, w̄ or wbar for the derivative of the end of the graph by w, as automatic differentiation has it.

So it is where an answer calculates one from another, or from what the prediction differs by from its target; a bar
over a mean is none.
"""

import re
import unicodedata
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.naming.neurons import prediction_of
from gradbook.written.notation import plain


def _barred(group: str) -> str:
    letter = rf"(?P<{group}l>\\[a-zA-Z]+|\w)(?P<{group}i>_\{{?\w{{1,2}}\}}?)?"
    return (
        rf"(?:\\(?:bar|overline)\s*(?:\{{\s*(?P<{group}b>\\?\w+(?:_\{{?\w{{1,2}}\}}?)?)\s*\}}"
        rf"(?P<{group}o>_\{{?\w{{1,2}}\}}?)?|{letter})"
        rf"|(?P<{group}u>[^\W\d_])\u0304"
        rf"|(?<![\w\\])(?P<{group}s>[^\W\d_]\w{{0,8}}?)_?bar(?![^\W_]))"
    )


_ANY = regex(_barred("n"))
_FROM_ANOTHER = regex(rf"{_barred('n')}\s*&?\s*=[^=\n,;$]{{0,60}}?{_barred('o')}")
_CELL = r"[ \t]*\$?[ \t]*[|&\t][ \t]*\$?"  # from one cell of a table to the next
_FACTOR = r"(?:\\[,;]|[ \t])*(?=[^\s$|&,;=:\\]|\\c?dot|\\times)"  # behind it
_IN_NEXT_CELL = regex(  # | $\bar z$ | $\bar a\,(1-a^2)$ |, and not two means side by side
    rf"{_barred('n')}{_CELL}(?:{_barred('o')}{_FACTOR}|[^=\n,;$|&:]{{1,60}}?{_barred('p')})"
)
_SEVERAL = 2  # so many suffixed names beside the output's are no chance


def with_adjoints(source: str, lexicon: Lexicon) -> Lexicon:
    """Return a lexicon that knows the barred names of an answer as derivatives of the output."""
    if not source.isascii():
        source = unicodedata.normalize("NFD", source)
    if by_suffix := _suffixed(source, lexicon):
        return replace(lexicon, aliases={**lexicon.aliases, **by_suffix})
    if not any(sign in source for sign in ("\u0304", "bar", "\\overline")):
        return lexicon
    calculated = _FROM_ANOTHER.search(source) or _IN_NEXT_CELL.search(source)
    if calculated is None and not _is_difference(source, lexicon):
        return lexicon
    below = lexicon.cone(lexicon.output) - {lexicon.output}
    found: dict[str, Derivative] = {}
    for match in _ANY.finditer(source):
        stem, index = match["nb"] or match["nl"] or match["nu"] or match["ns"], match["no"] or match["ni"] or ""
        name = lexicon.name(stem + index)
        within, behind = f"{plain(stem + index)}bar", f"{plain(stem)}bar{plain(index)}"
        lettered = bool(match["ni"]) and plain(index).isalpha() and plain(stem + index) in lexicon.names
        for spelled in (behind,) if match["no"] else (within, behind) if lettered else (within,):
            if name in below and spelled not in lexicon.names:
                found[spelled] = Derivative(lexicon.output, name)
    return replace(lexicon, aliases={**lexicon.aliases, **found}) if found else lexicon


def _suffixed(source: str, lexicon: Lexicon) -> dict[str, Derivative]:
    """Return the names that tools for programs give to adjoints, with a b behind: "fb = 1.0; sb = fb; kb = sb * r"."""
    seed = f"{lexicon.output}b"
    if seed in lexicon.names or seed not in source:
        return {}
    if re.search(rf"\b{re.escape(seed)}\s*=\s*1(?:\.0*)?f?\s*[;\n]", source) is None:
        return {}
    below = lexicon.cone(lexicon.output) - {lexicon.output}
    told = {f"{name}b": name for name in below if f"{name}b" not in lexicon.names}
    names = "|".join(map(re.escape, sorted((*told, seed), key=len, reverse=True)))
    used = {
        spelled: name
        for spelled, name in told.items()
        if re.search(rf"\b{re.escape(spelled)}\s*\+?=[^=\n;]*\b(?:{names})\b", source)  # "rb = s2b * k"
    }
    if len(used) < _SEVERAL:
        return {}
    return {spelled: Derivative(lexicon.output, name) for spelled, name in {**used, seed: lexicon.output}.items()}


def _is_difference(source: str, lexicon: Lexicon) -> bool:
    """Whether the bar over the prediction is, or stands beside, its difference from something: \\bar{a} = 2 (a - y)."""
    name = lexicon.recall(prediction_of)
    if not name:
        return False
    letter = re.escape(name)
    barred = rf"(?:\\bar\s*\{{?\s*{letter}\s*\}}?|{letter}\u0304)"
    return re.search(rf"{barred}(?:\s*&?\s*=|{_CELL})[^=\n]{{0,12}}?\(?\s*{letter}\s*[-−]", source) is not None
