"""Former numbers: those that a note on an earlier version of the text speaks of, and no others.

In the first version of the table, the gradient of w2 was -0.28: I had forgotten x2.
"""

from gradbook.core.text.patterns import regex
from gradbook.written.parsing.cues.against.denials.sentences.written_numbers import BEGINS, DECIMALS, ENDS, value_of
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.phrases.speech.others.earlier_versions import tells_of_earlier_version
from gradbook.written.parsing.phrases.speech.sentences import written_between

_DECIMAL = regex(rf"{BEGINS}(?P<digits>{DECIMALS}){ENDS}")  # a whole number may be that of a line or a sheet


def former_numbers(around: Surroundings, start: int, end: int, source: str) -> frozenset[float]:
    """Return the decimals in the paragraph of a sentence that tells what an earlier version had.

    Args:
        around: the stream.
        start, end: of the sentence, in tokens.
        source: the answer.

    Returns:
        The numbers without their signs, struck ones too; none where it tells of no earlier version, or of no decimal.
    """
    if not tells_of_earlier_version(written_between(around.tokens, start, end, source)):
        return frozenset()
    first = around.tokens[start].start
    stop = source.find("\n\n", first)
    found = _DECIMAL.finditer(source, first, stop if stop >= 0 else len(source))
    return frozenset(value_of(number["digits"]).value for number in found)
