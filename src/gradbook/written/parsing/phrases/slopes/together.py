"""Gradients of several quantities at once, as in Chinese, Japanese and Korean.

x と y の勾配はともに -4        x와 y의 기울기는 모두 -4      f 对 x、y 的导数都是 -4
"""

from gradbook.graph.expression import Derivative
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import PARTICLE, Role
from gradbook.written.parsing.grammar.edges import seen
from gradbook.written.parsing.phrases.slopes.parallels import numbers_from
from gradbook.written.parsing.phrases.slopes.particles import (
    ALL,
    begins,
    differentiated_of,
    joins,
    names_before,
)

_PASSED = frozenset({
    Role.LINK, Role.PLAIN, Role.FILLER, Role.RESULT, Role.OF, Role.NEW, Role.STEP,
})  # fmt: skip
_ON = frozenset({"on", "at", "wrt"})
_PAIRS = 12  # tokens of two quantities with their numbers
_MOST = 6  # tokens between the quantities and what is said of them


def gradients_together(
    tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon
) -> tuple[list[Token], int] | None:
    """Read "x と y の勾配はともに -4", "f 对 x、y 的导数都是 -4" and "x、y の勾配はそれぞれ -4、3"."""
    if tokens[at].role not in (Role.BY, Role.OF, Role.SLOPE):
        return None
    leading = tokens[at].role is Role.BY and not PARTICLE.search(tokens[at].text)
    if leading:  # f 对 x、对 y 的偏导
        names, place = _names_ahead(tokens, at + 1)
        of, start = differentiated_of(before, len(before), lexicon, particle=False)
    else:
        names, place = names_before(before), at
        of, start = lexicon.output, before.index(names[0]) if names else 0
    if len(names) < 2 or len({name.name for name in names}) < len(names):
        return None
    slope = place
    while slope < len(tokens) and slope - place < _MOST and tokens[slope].role is not Role.SLOPE:
        if tokens[slope].role not in (Role.BY, Role.OF, Role.ARTICLE, Role.PARTIAL) and not tokens[slope].edge:
            break
        slope += 1
    bare = leading and start < len(before) and place < len(tokens) and tokens[place].text in ALL  # f 对 x、对 y 都是
    if bare:
        slope = place - 1
    elif slope >= len(tokens) or tokens[slope].role is not Role.SLOPE:
        return None
    if of not in lexicon.operands:
        return None
    if any(name.name not in lexicon.cone(of) or name.name == of for name in names):
        return None
    heads = [Token("der", name.text, name.start, name.end, Derivative(of, name.name)) for name in names]
    found = _told_of(tokens, slope + 1, heads)
    if found:
        del before[start:]
    return found


def _told_of(tokens: list[Token], at: int, heads: list[Token]) -> tuple[list[Token], int] | None:
    """Return the equation for what "all" is said of, or the list that stands beside as many numbers; else None."""
    place, together = at, False
    while place < len(tokens) and place - at < 2 * _MOST and not begins(tokens, place):
        token = tokens[place]
        together = together or token.text in ALL
        passed = token.role in _PASSED or token.text in ALL
        if not passed and token.kind != "rel" and token.text not in ("soft", "colon", "comma"):
            return None
        place += 1
    if not begins(tokens, place) or not (together or len(numbers_from(tokens, place)[0]) == len(heads)):
        return None
    joint = ("rel", "=") if together else ("sep", "comma")
    joined = [part for head in heads[1:] for part in (Token(*joint, head.start, head.start), head)]
    return [heads[0], *joined, Token("rel", "is", heads[-1].end, heads[-1].end)], place


def _names_ahead(tokens: list[Token], at: int) -> tuple[list[Token], int]:
    """Return the quantities that are listed from a place on, "x、对 y", and the place behind them."""
    names: list[Token] = []
    place = seen(tokens, at)
    while place < len(tokens) and tokens[place].name:
        names.append(tokens[place])
        end = place = seen(tokens, place + 1)
        if place < len(tokens) and joins(tokens[place]):
            place = seen(tokens, place + 1)
        if place < len(tokens) and tokens[place].role is Role.BY:
            place = seen(tokens, place + 1)
        if place >= len(tokens) or not tokens[place].name:
            return names, end
    return names, place


def each_by_its_own(
    tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon
) -> tuple[list[Token], int] | None:
    """Read "gradients of w: 20, b: 10", where each quantity has its own number, as "gradients: w: 20, b: 10"."""
    lead = seen(tokens, at + 1)
    if lead >= len(tokens) or not (tokens[lead].role in (Role.OF, Role.BY, Role.FOR) or tokens[lead].text in _ON):
        return None
    name = seen(tokens, lead + 1)
    said = [token for token in tokens[name : name + _PAIRS] if not token.edge]
    kinds = [token.kind if token.kind != "sep" else token.text for token in said if token.text != "-"]
    if kinds[:6] != ["name", "colon", "num", "comma", "name", "colon"]:
        return None
    return [tokens[at], Token("sep", "colon", tokens[lead].start, tokens[lead].end)], name
