r"""Letters for the loss: J = 0.048 or \mathcal{L} = (a - y)^2 / 2 where the exercise calls it otherwise.

L counts layers too, so that it is the loss only where an answer sets it equal to a formula.
"""

import re
from dataclasses import replace

from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.notation import COMPARES, LOSSES

_STATED = {
    "J": re.compile(r"(?<![A-Za-z\\_^{])J\s?(?:=|≈|\\approx)"),
    "L": re.compile(r"(?<![A-Za-z\\_^{])L\s?=\s?(?=[(½\\]|\d?\.?\d*\s?[*·(/])"),
}


def with_loss_letters(source: str, lexicon: Lexicon) -> Lexicon:
    """Return a lexicon that knows the letter by which an answer calls the loss of an exercise that has one."""
    if lexicon.output not in LOSSES or COMPARES.isdisjoint(lexicon.operations.values()):
        return lexicon
    found = {
        letter: Symbol(lexicon.output)
        for letter, stated in _STATED.items()
        if letter not in lexicon.names and letter not in lexicon.stems and stated.search(source)
    }
    return replace(lexicon, aliases={**lexicon.aliases, **found}) if found else lexicon
