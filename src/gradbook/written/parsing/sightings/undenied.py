"""Undenied: what stands in a run of lines, and nothing around them in the answer speaks against."""

from collections.abc import Callable, Sequence

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.blocks.kinds import Block
from gradbook.written.parsing.cues.against.denials.sentences.denied import Denied, with_denials
from gradbook.written.parsing.cues.around.disowned import without_disowned
from gradbook.written.parsing.cues.around.footnotes import without_noted
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.cues.frames import framed
from gradbook.written.parsing.sightings.sighted import Run


def undenied(
    source: str,
    blocks: Sequence[Block],
    lexicon: Lexicon,
    around: Surroundings,
    denied: Sequence[Denied],
    told_back: Callable[[int, int], str],
    run: Run,
) -> Run:
    """Return the statements of a run that no frame, denial or footnote is about.

    Args:
        source: the answer.
        blocks: what it is made of.
        lexicon: the exercise's.
        around: the stream of its tokens.
        denied: what its sentences deny.
        told_back: gives what a footnote between two places says against what it is of.
        run: statements, in order.
    """
    found = framed(run, around, source, blocks, lexicon)
    found = with_denials(found, denied, source, lexicon.inputs)
    found = without_noted(without_disowned(found, source), source, told_back)
    return tuple(one for one in found if not (one.doubt or one.supposed))
