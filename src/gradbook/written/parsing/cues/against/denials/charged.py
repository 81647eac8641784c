"""Charges: sentences beside an equation by which it is not to count, as they are weighed.

q = 10. I made that up.        q = 10. This value belongs to the previous problem.        Copied from Ben: q = 10
"""

from gradbook.written.parsing.cues.around.passages import before, behind
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.phrases.speech.seeming_doubts.closings import takes_leave
from gradbook.written.parsing.phrases.speech.weighing.scales import BEFORE, BEHIND, charge
from gradbook.written.parsing.phrases.speech.weighing.words import words_of


def charged(around: Surroundings, number: int) -> str:
    """Return the word by which a sentence beside an equation charges it most."""
    told = (charge(text, BEHIND) for text in behind(around, number) if not takes_leave(words_of(text)))
    return next(filter(None, told), "") or charge(before(around, number), BEFORE)
