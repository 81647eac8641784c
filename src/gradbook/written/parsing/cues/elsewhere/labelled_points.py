"""Labelled points: what stands under "For (0, 1):" is so for these inputs, where an answer goes through several points.

    For (0, 0):   z = 0       For (0, 1):   z = 0.7       **Input (1, 1)**   z = 1.3

The inputs are those of one stem, x1 and x2, or all that no step changes. Which of the points is the exercise's, they
tell when they are judged.
"""

from collections.abc import Iterator, Sequence

from gradbook.graph.expression import Number, Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.cues.elsewhere.set_inputs import INPUTS
from gradbook.written.parsing.equations.statements import Conditions
from gradbook.written.parsing.grammar.edges import ends_sentence
from gradbook.written.parsing.phrases.speech.turns import NOUNS

_LEADS = 3  # words before a point
_LONGEST = 24  # tokens of a label
_FEWEST, _MOST = 2, 8  # numbers of a point

_POINTS = frozenset({"point", "case", "pattern", "row", "punkt", "fall", "cas", "caso", "punto", "ponto", "点", "점"})
_DATA = frozenset({"x", "X", "i", "in", "input"})  # what most courses call them

_Point = tuple[float, ...]


def labelled_points(around: Surroundings, lexicon: Lexicon) -> dict[int, Conditions]:
    """Return the inputs that labels give, by the numbers of the drafts under them; none where all give the same."""
    labels = list(_labels(around.tokens))
    names = _inputs(len(labels[0][1]), lexicon) if labels else ()
    if not names or len({point for _, point in labels}) < _FEWEST:
        return {}
    found: dict[int, Conditions] = {}
    ends = [place for place, _ in labels[1:]] + [len(around.tokens)]
    for (place, point), end in zip(labels, ends, strict=True):
        if len(point) != len(names):
            continue
        given = tuple((Symbol(name), Number(value)) for name, value in zip(names, point, strict=True))
        found |= {number: given for number, draft in enumerate(around.drafts) if place < draft.first < end}
    return found


def _inputs(count: int, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the inputs that a point with so many numbers gives, in order; none where that is not clear."""
    stems = {stem: tuple(name for row in lexicon.array(stem) for name in row) for stem in lexicon.stems_of_vectors}
    steady = tuple(name for name in lexicon.inputs if name in lexicon.steady)
    data = [
        names
        for stem, names in stems.items()
        if len(names) == count and (lexicon.steady.issuperset(names) or (not steady and stem in _DATA))
    ]
    if len(data) != 1 and len(steady) == count:
        return steady
    return data[0] if len(data) == 1 else ()


def _labels(tokens: Sequence[Token]) -> Iterator[tuple[int, _Point]]:
    """Yield the lines that are a point and a few words before it, with its numbers."""
    begin = 0
    for place, token in enumerate([*tokens, Token("sep", "line", 0, 0)]):
        if ends_sentence(token) or (token.kind == "sep" and token.text == "colon"):
            line = [one for one in tokens[begin:place][:_LONGEST] if not one.edge]
            listed = line[:1] != [] and line[0].kind == "open" and line[0].text == "(" and token.text == "colon"
            if (listed or any(map(_leads, line[:_LEADS]))) and (point := _point(line)):
                yield begin, point
            begin = place + 1


def _leads(word: Token) -> bool:
    """Whether a word says that a point is given, and no shape or place in a list: "for", "input", "sample"."""
    return word.kind == "word" and (
        word.role in (Role.FOR, Role.EXAMPLE) or bare(word.text) in INPUTS | NOUNS | _POINTS
    )


def _point(line: Sequence[Token]) -> _Point:
    """Return the numbers of a line that is a point with a few words before it; none where it is anything else."""
    at = next((at for at, token in enumerate(line) if token.kind == "open"), None)
    if at is None or at > _LEADS or any(token.kind != "word" for token in line[:at]) or line[-1].kind != "close":
        return ()
    numbers: list[float] = []
    sign = 1.0
    for token in line[at + 1 : -1]:
        if token.kind == "num" and isinstance(token.node, Number):
            numbers.append(sign * token.node.value)
            sign = 1.0
        elif token.text == "-":
            sign = -1.0
        elif token.text != "comma":
            return ()
    return tuple(numbers) if _FEWEST <= len(numbers) <= _MOST else ()
