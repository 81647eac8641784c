"""Pairs: lines of output that show several quantities, a name and a number or an array each, two blanks between them.

forward   z [ 1. -1.]  h [1. 0.]  out 1.75  L 0.5625
backward  d_out 1.5  dW2 [1.5 0. ]  db2 1.5
"""

from collections import Counter
from collections.abc import Callable, Sequence
from enum import Enum, auto

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.source.formulas.matrices import NUMBER, ROW
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.programs.output.outputs import LONGEST

Span = tuple[int, int]
Lex = Callable[[int, int], list[Token]]

_NAME = r"[^\W\d]\w{0,15}(?:/[^\W\d]\w{0,15})?"
_VALUE = rf"{NUMBER}(?![\w.])|\[{ROW}\]|\[\s?\[{ROW}\](?:,?[ ]?\[{ROW}\])*\s?\]"
_PAIR = regex(rf"(?P<name>{_NAME})[ \t]{{1,8}}(?P<value>{_VALUE})")
_LABEL = regex(r"[ \t]*(?:\[?(?P<words>[^\W\d_]+(?:[ ][^\W\d_]+){0,3})\]?(?:[ \t]*:[ \t]*|[ \t]{2,})(?=[^\W\d]))?")
_COUNT = regex(r"[\W_]*[^\W\d_]{1,12}[\W_]{0,3}(?P<count>\d{1,6})[\W_]*")
_BETWEEN = regex(r"[ \t]{2,}|\t")
_FEW = 2  # pairs
_FORWARD = frozenset({"forward", "fwd", "pass", "vorwärts", "adelante", "avanti"})
_BACKWARD = frozenset({"backward", "bwd", "rückwärts"})
_QUANTITY = frozenset({"name", "der", "vec", "nabla", "diff", "diffsub", "op"})
_SLOPED = frozenset({"der", "nabla", "diff", "diffsub"})


class _Sense(Enum):
    """What the names of a line are of."""

    ANY = auto()
    SLOPES = auto()  # derivatives: "backward  z 2" is none of z itself
    BY = auto()  # what gradients are by: "gradients  z 2"


def paired(source: str, lines: Sequence[Span], lex: Lex) -> dict[int, list[list[Token]]]:
    """Return the equations that lines of pairs state, by where each line begins.

    All names are of quantities, none of them shown twice: what is shown again is of another round. What a label before
    the names says of them, it says of the lines below it that have none; lines under a later count say nothing.

    Args:
        source: the answer.
        lines: the places of the lines of output of a block.
        lex: gives the tokens of a piece of the source.
    """
    found: dict[int, list[list[Token]]] = {}
    names: Counter[str] = Counter()
    sense: _Sense | None = _Sense.ANY
    late = False
    for start, end in lines:
        line = _pairs_in(source, start, end)
        if line is None:
            if source[start:end].strip():
                sense, late = _Sense.ANY, _is_later(source[start:end])
            continue
        label, pairs = line
        sense = _sense_of(lex(*label)) if label[0] >= 0 else sense
        named = [lex(*name) for name, _ in pairs]
        if late or sense is None or not all(_is_quantity(tokens, sense) for tokens in named):
            continue
        names.update(source[a:b] for (a, b), _ in pairs)
        said = [_gradient_by(tokens) if sense is _Sense.BY else tokens for tokens in named]
        found[start] = [_equation(tokens, lex(*value)) for tokens, (_, value) in zip(said, pairs, strict=True)]
    return found if all(count == 1 for count in names.values()) else {}


def _is_later(line: str) -> bool:
    """Whether a line counts what stands below it further than the first: "--- step 2 ---", "sample 3:"."""
    count = _COUNT.fullmatch(line)
    return count is not None and int(count.group("count")) > 1


def _sense_of(label: list[Token]) -> _Sense | None:
    """Return what a label says of the names behind it; None where it says anything but forward or backward."""
    words = [token for token in label if token.kind != "sep"]
    if any(token.kind != "word" for token in words):
        return None
    if len(words) == 1 and words[0].role is Role.SLOPES:
        return _Sense.BY
    backward = [token.role is Role.BACKWARD or token.text in _BACKWARD for token in words]
    if any(token.text not in _FORWARD and not back for token, back in zip(words, backward, strict=True)):
        return None
    return _Sense.SLOPES if any(backward) else _Sense.ANY


def _is_quantity(tokens: list[Token], sense: _Sense) -> bool:
    """Whether a name is of a quantity, and of a derivative where the line is said to show such only."""
    kinds = {token.kind for token in tokens if token.kind != "sep"}
    return bool(kinds) and kinds <= _QUANTITY and (sense is not _Sense.SLOPES or bool(kinds & _SLOPED))


def _gradient_by(name: list[Token]) -> list[Token]:
    """Return the words for a gradient before what it is by; a derivative as it is."""
    if any(token.kind in _SLOPED for token in name):
        return name
    at = name[0].start
    return [Token("word", "gradient", at, at, None, Role.SLOPE), Token("word", "of", at, at, None, Role.OF), *name]


def _equation(name: list[Token], value: list[Token]) -> list[Token]:
    name, value = ([token for token in tokens if token.kind != "sep"] for tokens in (name, value))
    at = value[0].start
    return [*name, Token("rel", "=", at, at), *value, Token("sep", "stop", value[-1].end, value[-1].end)]


def _pairs_in(source: str, start: int, end: int) -> tuple[Span, list[tuple[Span, Span]]] | None:
    """Return where the label of a line stands, and each name and value behind it; None where there is anything else."""
    label = _LABEL.match(source, start, end) if end - start <= LONGEST else None
    if label is None:
        return None
    found: list[tuple[Span, Span]] = []
    at = label.end()
    while pair := _PAIR.match(source, at, end):
        found.append((pair.span("name"), pair.span("value")))
        between = _BETWEEN.match(source, pair.end(), end)
        at = between.end() if between else pair.end()
        if between is None:
            break
    return (label.span("words"), found) if len(found) >= _FEW and not source[at:end].strip() else None
