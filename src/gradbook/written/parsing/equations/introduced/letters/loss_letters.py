r"""Letters for the loss: J = 0.048 or \mathcal{L} = (a - y)^2 / 2 where the exercise calls it otherwise.

L counts layers too, so that it is the loss only where an answer sets it equal to a formula; l is one only where it is
differentiated; C may be a constant, and E
an expectation, so that they are it only where the answer speaks of a cost, or of an error. f, y or z is the end of the
graph where it is only differentiated, df/dx, and nothing is called so.
"""

import re
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.notation import COMPARES, LOSSES

_BEGINS, _IS = r"(?<![A-Za-z\\_^{])", r"\s?(?:=|≈|\\approx)"
_STATED = {
    "J": regex(rf"{_BEGINS}J{_IS}"),
    "L": regex(rf"{_BEGINS}L\s?=\s?(?=[(½\\]|\d?\.?\d*\s?[*·(/])"),
    "C": regex(rf"{_BEGINS}C{_IS}"),
    "E": regex(rf"{_BEGINS}E{_IS}"),
    "l": regex(r"(?:\bd|∂|\\partial\s?)l\s?(?:/|\}\s?\{)\s?(?:d|∂|\\partial)"),
}
_TOLD = {  # what an answer must speak of for such a letter
    "C": regex(r"cost|coût|kost|custo|koszt|стоимост|代价|损失|loss|sq(?:uared|\.)? err", re.IGNORECASE),
    "E": regex(r"err(?:or|eur|o|eu)\b|fehler|błąd|ошибк|误差|誤差|오차|squared|loss", re.IGNORECASE),
}
_ENDS = "fyz"  # what functions are called
_DIFFERENTIATED = regex(rf"(?:\bd|∂|\\partial\s?)([{_ENDS}])\s?(?:/|\}}\s?\{{)\s?(?:d|∂|\\partial)")
_CALLED = {
    letter: regex(
        rf"(?<![A-Za-z∂])(?<!\\partial )(?<!\bd){letter}\b\s?['′(=:_]|\b{letter}\b(?!\s?[/}}])"
        rf"|[/{{]\s?(?:d|∂|\\partial\s?){letter}\b(?!\}}\{{)"
    )
    for letter in _ENDS
}


def with_loss_letters(source: str, lexicon: Lexicon) -> Lexicon:
    """Return a lexicon that knows the letter by which an answer calls the loss of an exercise that has one."""
    for letter in {*_DIFFERENTIATED.findall(source)}:
        known = letter in lexicon.names or (letter != "f" and letter in lexicon.stems)
        if not (known or _CALLED[letter].search(source)):
            lexicon = replace(lexicon, aliases={**lexicon.aliases, letter: Symbol(lexicon.output)})
    if lexicon.output not in LOSSES or COMPARES.isdisjoint(lexicon.operations.values()):
        return lexicon
    found = {
        letter: Symbol(lexicon.output)
        for letter, stated in _STATED.items()
        if letter not in lexicon.names
        and letter not in lexicon.stems
        and stated.search(source)
        and (letter not in _TOLD or _TOLD[letter].search(source))
    }
    return replace(lexicon, aliases={**lexicon.aliases, **found}) if found else lexicon
