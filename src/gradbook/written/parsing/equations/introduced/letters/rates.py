"""The learning rate by a letter that nobody introduces: w += n * dw, w = w - k * dL/dw."""

import re
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.written.expression import Rate
from gradbook.written.lexicon import Lexicon
from gradbook.written.notation import plain

_STEP = regex(
    r"(?<![\w.\\])(?:self\.)?([^\W\d]\w*)\s*(?:[-+−]=|:?=\s*(?:self\.)?\1\s*[-−+])\s*\(?([a-z])\s*(?:\*|·|×|\\cdot)"
)


def with_rates(source: str, lexicon: Lexicon) -> Lexicon:
    """Return a lexicon that knows the letter that stands for the rate in all steps of an answer, and nowhere else."""
    steps = [(name, letter) for name, letter in _STEP.findall(source) if lexicon.name(name) in lexicon.inputs]
    letters = {letter for _, letter in steps}
    if len(letters) != 1:
        return lexicon
    (letter,) = letters
    used = len(re.findall(rf"(?<![\w\\]){letter}(?!\w)", source))
    if letter in lexicon.given or plain(letter) in lexicon.rates or used != len(steps):
        return lexicon
    counts = lexicon.counts | {letter} if letter in lexicon.unnamed else lexicon.counts
    return replace(lexicon, aliases={**lexicon.aliases, letter: Rate()}, counts=counts)
