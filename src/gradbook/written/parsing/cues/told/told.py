"""Told: numbers of which clauses in words say what they are of, by whatever verb and in whatever order.

    Adding b brings t to 2.  den changes by 3 per unit of c.  In the descent step q climbs a bit to 7.2.

What a number is of a quantity, its value, its gradient, a local derivative or its new value, is what was spoken of
last. All that may be meant is told: it counts where it fits and where nothing else is said of the quantity.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from gradbook.graph.expression import Derivative
from gradbook.written.expression import New, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.cues.told.clause.clauses import is_negated
from gradbook.written.parsing.cues.told.clause.results import with_numbers
from gradbook.written.parsing.cues.told.remarks import sets_apart, speaks_against, takes_back, tells
from gradbook.written.parsing.cues.told.sentence import About, Sentence, Told
from gradbook.written.parsing.cues.told.speech import Speech
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS, last_seen, parts

_APART = ("block", "heading", "item")
_LONGEST = 150  # tokens of a sentence that anybody says


@dataclass(frozen=True, slots=True)
class ToldOf:
    """A stream with equations for what clauses in words may tell.

    Attributes:
        tokens: the stream.
        starts: where the equations begin in the source.
        sure: of these, with their quantities, those that speak of what was last spoken of.
    """

    tokens: list[Token]
    starts: frozenset[int]
    sure: frozenset[tuple[int, Node]]


def told_of(tokens: Sequence[Token], lexicon: Lexicon, negated: Set[int]) -> ToldOf:
    """Return tokens with equations for all that clauses in words may tell.

    Args:
        tokens: of an answer, its words as they are written.
        lexicon: of the exercise.
        negated: where a "not" stands in the source, whatever it is of.
    """
    tokens = with_numbers(tokens)
    found: list[Token] = []
    sure: set[tuple[int, Node]] = set()
    starts: set[int] = set()
    at = 0
    for one in sorted(_told(tokens, lexicon, negated), key=lambda one: one.start):
        found += tokens[at : one.start]
        sign = last_seen(found)
        if sign >= 0 and found[sign].kind == "rel":
            found[sign] = replace(found[sign], kind="sep", text="wide", role=None)
        place, at = tokens[one.start].start, one.end
        number = tokens[one.start : one.end]
        found += [*_equations([*one.meant], number, place), *number]
        found += [Token("sep", "stop", number[-1].end, number[-1].end)]  # what names it behind it adds nothing
        sure |= {(place, node) for node in one.sure}
        starts.add(place)
    return ToldOf([*found, *tokens[at:]], frozenset(starts), frozenset(sure))


def _told(tokens: Sequence[Token], lexicon: Lexicon, negated: Set[int]) -> Iterator[Told]:
    """Yield the numbers of an answer with all that each may be of."""
    speech, about = Speech.within(tokens), About()
    last: list[Told] = []
    apart = False
    for start, end in parts(tokens, SENTENCE_ENDS):
        said = tokens[start:end]
        if start and tokens[start - 1].text in _APART:
            about, apart = About(), False
        if not 0 < len(said) <= _LONGEST:
            continue
        explicit = speech.follow(said)
        apart = apart or sets_apart(said)
        speaks = tells(said) and not apart
        denies = bool(last) and any(is_negated(token, negated) for token in said)
        if speaks or denies:
            sentence = Sentence(tokens, start, end, speech, lexicon, negated, explicit=explicit)
            if denies:
                last = [one for one in last if sentence.named.isdisjoint(one.meant)]
        if last and not takes_back(said):
            yield from last
        last = []
        if speaks:
            last, about = sentence.told(about), sentence.about
        elif speaks_against(said):
            about = About()
    yield from last


def _equations(meant: Sequence[Node], number: Sequence[Token], place: int) -> Iterator[Token]:
    """Yield an equation for each quantity that a number may be of, the last without the number."""
    for at, node in enumerate(meant):
        if at:
            yield from (token for token in number if not token.edge)
        name = node.by if isinstance(node, Derivative) else getattr(node, "name", "")
        kind = {Derivative: "der", New: "new"}.get(type(node), "name")
        yield Token("sep", "stop", place, place)
        yield Token(kind, name, place, place, node)
        yield Token("rel", "=", place, place)
