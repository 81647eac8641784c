"""Below: numbers that stand under names in a drawing of the graph, as gradients do under the values on its wires.

x  -1.5 ----\\             u = -1.5 ──┐
   -3.0      (+)             [-3]     ├─(+)──
"""

from collections.abc import Iterator, Sequence

from gradbook.graph.expression import Number, Symbol
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.sightings.beside import Beside, is_alone, undrawn
from gradbook.written.parsing.sightings.kinds import SLOPES

_LINES = 2  # above a number
_NEAR = 1  # columns by which what stands below may be shifted
_BRACKETS = frozenset({"open", "close", "group", "end"})


def below(lines: Sequence[tuple[int, Sequence[Token]]], source: str) -> Iterator[tuple[int, Beside]]:
    """Yield the numbers that nothing in their line names, by its number, each with the name above it.

    Args:
        lines: of one drawing, where each begins in the source, with its tokens.
        source: the answer.
    """
    for number, (start, line) in enumerate(lines):
        tokens = undrawn(line, source)
        for first, last in _alone(tokens, source):
            left, right = tokens[first].start - start - _NEAR, tokens[last].end - start + _NEAR
            above = (_over(lines[n], source, left, right) for n in range(number - 1, max(-1, number - 1 - _LINES), -1))
            name = next((one for one in above if one is not None), None)
            if name is not None and isinstance(name.node, Symbol):
                value = -tokens[last].value if first < last else tokens[last].value
                at = tokens[first].start
                yield number, Beside(name.node, Number(value), name.start, tokens[last].end, at, SLOPES)


def _alone(tokens: Sequence[Token], source: str) -> Iterator[tuple[int, int]]:
    """Yield where numbers begin and end beside which nothing stands but wires, blanks and brackets of their own."""
    for at, token in enumerate(tokens):
        if token.kind != "num":
            continue
        first = at - (at > 0 and tokens[at - 1].text == "-" and tokens[at - 1].end == token.start)
        before, behind = first - 1, at + 1
        while before >= 0 and tokens[before].kind in _BRACKETS and behind < len(tokens):
            before, behind = before - 1, behind + (tokens[behind].kind in _BRACKETS)
        begins = tokens[before + 1].start
        led = source[max(0, begins - 2) : begins].rsplit("\n", maxsplit=1)[-1].strip(" ")
        ends = tokens[behind - 1].end
        if not led and not source[ends : ends + 2].split("\n", maxsplit=1)[0].strip(" "):
            yield first, at


def _over(line: tuple[int, Sequence[Token]], source: str, left: int, right: int) -> Token | None:
    """Return the name in a line that, with the number beside it, stands over some columns."""
    start, tokens = line[0], undrawn(line[1], source)
    for at, token in enumerate(tokens):
        if token.kind != "name" or not is_alone(tokens, at):
            continue
        end = token.end
        for behind in tokens[at + 1 : at + 5]:
            if behind.kind not in (*_BRACKETS, "rel", "num") and behind.text != "-":
                break
            end = behind.end
        if token.start - start < right and left < end - start:
            return token
    return None
