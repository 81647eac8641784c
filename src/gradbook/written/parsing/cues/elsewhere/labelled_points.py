"""Labelled points: what stands under "For (0, 1):" is so for these inputs, where an answer goes through several points.

    For (0, 0):   z = 0       For (0, 1):   z = 0.7       **Input (1, 1)**   z = 1.3

The inputs are those of one stem, x1 and x2, or all that no step changes. Which of the points is the exercise's, they
tell when they are judged.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gradbook.graph.expression import Number, Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import SAMPLES
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.cues.elsewhere.set_inputs import INPUTS
from gradbook.written.parsing.equations.statements import Conditions
from gradbook.written.parsing.grammar.arguments import split_at_commas
from gradbook.written.parsing.grammar.edges import ends_sentence

_LEADS = 3  # words before a point
_LONGEST = 24  # tokens of a label
_FEWEST, _MOST = 2, 8  # numbers of a point
_SEVERAL = 2  # points, so that it matters which is meant
_POINTS = frozenset({"point", "case", "pattern", "punkt", "fall", "cas", "caso", "punto", "ponto", "点", "점"})
_DATA = frozenset({"x", "X", "i", "in", "input"})  # what most courses call them
_LEADING = INPUTS | SAMPLES | _POINTS | {Role.FOR, Role.EXAMPLE}

_Point = tuple[float, ...]


class Label(NamedTuple):
    """A line that gives a point: where it begins, the numbers, and whether it says that these are inputs."""

    place: int
    point: _Point
    told: bool


def labelled_points(around: Surroundings, lexicon: Lexicon) -> tuple[dict[int, Conditions], bool]:
    """Return the inputs that labels give, by the numbers of the drafts under them, and whether these are surely meant.

    None are given where all labels give the same.
    """
    if around.held.isdisjoint(_LEADING):
        return {}, False
    labels = list(_labels(around.tokens))
    names, data = _inputs(len(labels[0].point), lexicon) if labels else ((), False)
    if not names or len({label.point for label in labels}) < _SEVERAL:
        return {}, False
    found: dict[int, Conditions] = {}
    titles = [place for place, token in enumerate(around.tokens) if (token.kind, token.text) == ("sep", "heading")]
    begins = [*(label.place for label in labels[1:]), len(around.tokens)]
    for label, begin in zip(labels, begins, strict=True):
        end = next((title for title in titles if label.place < title < begin), begin)
        if len(label.point) == len(names):
            given = tuple((Symbol(name), Number(value)) for name, value in zip(names, label.point, strict=True))
            inside = (number for number, draft in enumerate(around.drafts) if label.place < draft.first < end)
            found |= dict.fromkeys(inside, given)
    return found, data and all(label.told for label in labels)


def _inputs(count: int, lexicon: Lexicon) -> tuple[tuple[str, ...], bool]:
    """Return the inputs that a point with so many numbers gives, in order, and whether they are those of one stem.

    None where that is not clear.
    """
    stems = {stem: tuple(name for row in lexicon.array(stem) for name in row) for stem in lexicon.stems_of_vectors}
    steady = tuple(name for name in lexicon.inputs if name in lexicon.steady)
    data = [
        names
        for stem, names in stems.items()
        if len(names) == count and (lexicon.steady.issuperset(names) or (not steady and stem in _DATA))
    ]
    if len(data) != 1 and len(steady) == count:
        return steady, False
    return (data[0], True) if len(data) == 1 else ((), False)


def _labels(tokens: Sequence[Token]) -> Iterator[Label]:
    """Yield the lines that are a point and a few words before it, with its numbers."""
    begin = 0
    for place, token in enumerate([*tokens, Token("sep", "line", 0, 0)]):
        if ends_sentence(token) or (token.kind == "sep" and token.text == "colon"):
            line = [one for one in tokens[begin:place][:_LONGEST] if not one.edge]
            led = [word for word in line[:_LEADS] if _leads(word)]
            if led and (point := _point(line)):
                yield Label(begin, point, told=all(bare(word.text) not in _POINTS for word in led))
            begin = place + 1


def _leads(word: Token) -> bool:
    """Whether a word says that a point is given, and no shape or place in a list: "for", "input", "sample"."""
    return word.kind == "word" and (word.role in (Role.FOR, Role.EXAMPLE) or bare(word.text) in _LEADING)


def _point(line: Sequence[Token]) -> _Point:
    """Return the numbers of a line that is a point with a few words before it; none where it is anything else."""
    at = next((at for at, token in enumerate(line) if token.kind == "open"), None)
    if at is None or at > _LEADS or any(token.kind != "word" for token in line[:at]) or line[-1].kind != "close":
        return ()
    numbers = [_number(entry) for entry in _entries([*line[at + 1 : -1]])]
    point = tuple(number for number in numbers if number is not None)
    return point if len(point) == len(numbers) and _FEWEST <= len(point) <= _MOST else ()


def _entries(inside: list[Token]) -> list[list[Token]]:
    """Return what stands between commas; or between blanks, as NumPy writes it: [0 -1]."""
    if any(token.text == "comma" for token in inside):
        return split_at_commas(inside)
    found: list[list[Token]] = []
    for token in inside:
        if found and found[-1][-1].kind == "op" and found[-1][-1].end == token.start:
            found[-1].append(token)
        else:
            found.append([token])
    return found


def _number(tokens: Sequence[Token]) -> float | None:
    """Return a number that stands alone, with its sign; None for anything else."""
    *sign, last = tokens or [Token("sep", "soft", 0, 0)]
    if not isinstance(last.node, Number) or [token.text for token in sign] not in ([], ["-"], ["+"]):
        return None
    return -last.node.value if sign and sign[0].text == "-" else last.node.value
