"""Undenied: what stands on a page of the ledger, and nothing around them in the answer speaks against."""

from collections.abc import Callable, Sequence

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.blocks.kinds import Block
from gradbook.written.parsing.cues.against.denials.sentences.denied import Denied, with_denials
from gradbook.written.parsing.cues.around.disowned import without_disowned
from gradbook.written.parsing.cues.around.footnotes import without_noted
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.cues.frames import framed
from gradbook.written.parsing.ledger.narration import Page


def undenied(
    source: str,
    blocks: Sequence[Block],
    lexicon: Lexicon,
    around: Surroundings,
    denied: Sequence[Denied],
    told_back: Callable[[int, int], str],
    page: Page,
) -> Page:
    """Return the items of a page that no frame, denial or footnote is about.

    Args:
        source: the answer.
        blocks: what it is made of.
        lexicon: the exercise's.
        around: the stream of its tokens.
        denied: what its sentences deny.
        told_back: gives what a footnote between two places says against what it is of.
        page: items, in order.
    """
    found = framed(page, around, source, blocks, lexicon)
    found = with_denials(found, denied, source, lexicon.inputs)
    found = without_noted(without_disowned(found, source), source, told_back)
    return tuple(one for one in found if not (one.doubt or one.supposed))
