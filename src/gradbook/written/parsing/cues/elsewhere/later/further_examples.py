"""Further examples: what stands under "Second example" is so for the inputs that are given there.

Which of the examples is the exercise's, their inputs tell when they are judged.
"""

from collections.abc import Iterator, Sequence

from gradbook.graph.expression import Symbol
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import ORDINALS
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.cues.elsewhere.other_points import given
from gradbook.written.parsing.equations.statements import Conditions

_MOST = 9


def further_examples(around: Surroundings, lexicon: Lexicon) -> dict[int, Conditions]:
    """Return the numbers of the drafts under titles of further examples, with the inputs that are given otherwise."""
    found: dict[int, Conditions] = {}
    if Role.EXAMPLE not in around.roles:
        return found
    drafts = around.drafts
    for start, end in _passages(around.tokens):
        first: dict[Symbol, Node] = {}
        other: dict[Symbol, Node] = {}
        inside = [number for number, draft in enumerate(drafts) if start < draft.first < end]
        for number, draft in enumerate(drafts[: inside[-1] + 1] if inside else []):
            if pair := given(draft, lexicon):
                (other if number in inside else first).setdefault(*pair)
        conditions = tuple((head, value) for head, value in other.items() if first.get(head, value) != value)
        found |= dict.fromkeys(inside, conditions) if conditions else {}
    return found


def _passages(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where further examples begin and end: with the next title that stands no lower."""
    titles = [place for place, token in enumerate(tokens) if token.kind == "sep" and token.text == "heading"]
    for number, place in enumerate(titles):
        if _is_further(tokens, place):
            level = tokens[place].end - tokens[place].start
            ends = (at for at in titles[number + 1 :] if tokens[at].end - tokens[at].start <= level)
            yield place, next(ends, len(tokens))


def _is_further(tokens: Sequence[Token], place: int) -> bool:
    """Whether a title has an example beside a number that is not its first."""
    stop = next((at for at in range(place, len(tokens)) if tokens[at].text == "line"), len(tokens))
    words = [token for token in tokens[place + 1 : stop] if token.kind in ("word", "num")]
    examples = [at for at, word in enumerate(words) if word.role is Role.EXAMPLE]
    beside = [words[near] for at in examples for near in (at - 1, at + 1) if 0 <= near < len(words)]
    numbers = [ORDINALS.get(bare(word.text), int(word.text) if word.text.isdecimal() else 1) for word in beside]
    return any(1 < number <= _MOST for number in numbers)
