"""Loosely: sentences that name a derivative, and numbers, without stating that it is one of them.

    Not: dL/da'yı yanlış yazmışım, 3 olacak.        I'd put 10 for df/dg, df/dx and df/dy now

What they say of what was stated before, nobody can say who does not understand their words. Values, and new ones, are
named in passing in many sentences with numbers: "y feeds p and q: 5 + 2".
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.blocks.labels import PLACE
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import SIGNED
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.cues.around.announcements import is_negated_twice, takes_back
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.phrases.speech.comparisons import counts_times
from gradbook.written.parsing.phrases.speech.others.earlier_versions import prefers_earlier, tells_of_earlier_version
from gradbook.written.parsing.phrases.speech.seeming_doubts.opinions import SLOPES
from gradbook.written.parsing.phrases.speech.sentences import written_between

_STEPS = frozenset({"h", "eps", "epsilon", "ε", "\\epsilon", "\\varepsilon", "delta", "δ"})  # of difference quotients
_EQUATION = 2  # sides
_NEAR = 4  # tokens behind a derivative
_NUMBERED = bare_words(
    "machine stop stage unit neuron part class chapter figure table example maschine einheit kapitel"
)
_SUPPOSING = frozenset({Role.CONDITION, Role.SUPPOSITION})  # "if h were 1, dL/dz would be 0"


@dataclass(frozen=True, slots=True)
class Loose:
    """A sentence that names derivatives, and states none of them.

    Attributes:
        start: where it begins in the source.
        nodes: the derivatives that it names.
        numbers: what stands in it, in order, with their signs.
        denies: whether a word in it denies anything, or takes it back.
    """

    start: int
    nodes: frozenset[Derivative]
    numbers: tuple[float, ...]
    denies: bool


def loosely(around: Surroundings, lexicon: Lexicon) -> Iterator[Loose]:
    """Yield the sentences of a stream that name derivatives in words, of which they state none."""
    for start, end in dict.fromkeys(map(around.sentence_at, sorted(around.owner))):
        tokens = around.tokens[start:end]
        if any(token.role in _SUPPOSING for token in tokens) or not any(token.kind == "word" for token in tokens):
            continue
        owners = dict.fromkeys(around.owner[place] for place in range(start, end) if place in around.owner)
        drafts = [around.drafts[number] for number in owners]
        stating = [draft for draft in drafts if sum(map(bool, draft.sides)) > 1 and not draft.spoiled]
        stated = {quantity(side, lexicon) for draft in stating for side in draft.sides if side}
        named = {quantity(side, lexicon) for draft in drafts if draft not in stating for side in draft.sides if side}
        nodes = {node for node in named - stated if isinstance(node, Derivative)}
        text = written_between(around.tokens, start, end, around.source) if nodes else ""
        if nodes and (prefers_earlier(text) or not tells_of_earlier_version(text)):
            denies = any(map(takes_back, tokens)) and not is_negated_twice(tokens)
            owned = {number for number in owners if _gives(around.drafts[number], lexicon)}
            begin = _behind_sign(around, drafts, end) or start
            places = [place for place in range(begin, end) if around.owner.get(place) not in owned]
            yield Loose(tokens[0].start, frozenset(nodes), tuple(_numbers(around, places)), denies)


def _behind_sign(around: Surroundings, drafts: Iterable[Draft], end: int) -> int:
    """Return the place behind what says that a derivative is negative: no number before that is of it; 0 for none."""
    for draft in drafts:
        begin = draft.last + 1
        for place in range(begin, min(begin + _NEAR, end)):
            if draft.sides[0] and draft.sides[0][0].kind in SLOPES and bare(around.tokens[place].text) in SIGNED:
                return place + 1
    return 0


def _gives(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether an equation gives a number to something that is no derivative: "as x1 = 1, dL/dw1 is that of z1".

    So does one of the step of a numerical check: "check of dL/dw1 with h = 0.001".
    """
    whole = len(draft.sides) > 1 and all(draft.sides)
    head = "".join(token.text for token in draft.sides[0]) if whole else ""
    own = head in _STEPS and len(draft.sides) == _EQUATION
    return own or (whole and not draft.spoiled and isinstance(quantity(draft.sides[0], lexicon), Symbol))


def _numbers(around: Surroundings, places: Iterable[int]) -> Iterator[float]:
    """Yield the numbers at some places, with their signs.

    "Two contributions", "3 times smaller", "since x < 0" and "Machine 2" say none.
    """
    for place in places:
        token, before = around.tokens[place], around.tokens[max(0, place - 2) : place]
        if isinstance(token.node, Number) and not counts_times(around.tokens, place):
            lead = before[-2 if before[-1:] and before[-1].text == "-" else -1 :][:1]
            if lead and (lead[0].kind == "cmp" or _is_title(lead[0], token, around.source)):
                continue
            signed = bool(before) and before[-1].text == "-" and before[0].kind not in ("num", "name", "close")
            yield -token.node.value if signed else token.node.value


def _is_title(word: Token, number: Token, source: str) -> bool:
    """Whether a number is that of what a capital names right before it: "Machine 2", "Layer 1"."""
    named = PLACE.fullmatch(word.text) is not None or bare(word.text) in _NUMBERED
    return word.kind == "word" and named and number.text.isdigit() and source[word.start : word.start + 1].isupper()
