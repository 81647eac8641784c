"""Counters: labels that only count, before equations or over a block: "i = 2:", "x^(2):", "Sample B:".

Where no such label with the first count stands before, nothing is said of the exercise's own numbers.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Number
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import SAMPLES
from gradbook.written.lexing.words.dictionary import bare
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.grammar.edges import ends_sentence, last_seen

_COUNTS = frozenset("iktnjm")
_RAISED = regex(r"(.+)\^[({]+(\d{1,3})[)}]+")
_LETTERS = "ABCDEFGH"  # of samples
_LED = 6  # tokens of such a label


def counted(around: Surroundings, lexicon: Lexicon) -> dict[int, str]:
    """Return the drafts under a label that counts further than the first where none is, each with the label."""
    tokens = around.tokens
    if "colon" not in around.held:
        return {}
    labels = [*_labels(tokens, lexicon)]
    if not labels or min(count for _, count, _ in labels) <= 1:
        return {}
    names = (*lexicon.inputs, *lexicon.operands)
    if any(name.endswith(str(count)) for _, count, _ in labels for name in names):
        return {}  # "i = 2: z2 = 4"
    headings = [place for place, token in enumerate(tokens) if token.kind == "sep" and token.text == "heading"]
    place, _, text = labels[0]
    end = next((at for at in headings if at > place), len(tokens))
    return {number: text for number, draft in enumerate(around.drafts) if draft.states and place < draft.first < end}


def _labels(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Yield the places of labels with their counts and texts."""
    for place, token in enumerate(tokens):
        if token.kind == "sep" or (place and not _begins(tokens, place)):
            continue
        said = [one for one in tokens[place : place + _LED] if not one.edge]
        behind, count = 1, 0
        if raised := _RAISED.fullmatch(token.text) if token.kind == "bad" else None:
            count = int(raised.group(2)) if raised.group(1) in lexicon.inputs else 0
        elif token.text in _COUNTS and not token.name and len(said) > 2 and said[1].text == "=":
            behind, value = 3, said[2].node
            count = int(value.value) if isinstance(value, Number) and value.value.is_integer() else 0
        elif token.kind == "word" and bare(token.text) in SAMPLES and len(said) > 1 and said[1].kind in ("bad", "name"):
            behind, count = 2, _LETTERS.find(said[1].text) + 1 if len(said[1].text) == 1 else 0
        if count > 0 and len(said) > behind and said[behind].text == "colon":
            yield place + behind, count, token.text


def counts(tokens: Sequence[Token], lexicon: Lexicon) -> int:
    """Return the count of a line that is such a label: "t = 7:"; 0 where it is none."""
    return next((count for _, count, _ in _labels(tokens, lexicon)), 0)


def of_later_sample(tokens: Sequence[Token]) -> str:
    """Return the letter or number of a sample after the first: "gradients of sample B", "values of sample 2"."""
    for noun, letter in pairwise(token for token in tokens if not token.edge):
        number = letter.node.value if letter.kind == "num" and isinstance(letter.node, Number) else 0
        if bare(noun.text) in SAMPLES and number > 1:
            return letter.text
        if bare(noun.text) in SAMPLES and letter.kind in ("bad", "name") and len(letter.text) == 1:
            return letter.text if _LETTERS.find(letter.text) > 0 else ""
    return ""


def _begins(tokens: Sequence[Token], place: int) -> bool:
    """Whether a line or a sentence begins at a place."""
    before = last_seen(tokens, place)
    return before < 0 or ends_sentence(tokens[before])
