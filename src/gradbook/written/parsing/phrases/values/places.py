"""Places: where a quantity is taken: "df/dw at w = 5, x = 2 is 6", "the gradient at x = 10 is 14".

What an input is there is a condition, and stands before the quantity then: "at x = 10, the gradient is 14".
"""

from gradbook.graph.expression import Derivative
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, HARMLESS, Role, bare, fold
from gradbook.written.notation import POINT_WORDS
from gradbook.written.parsing.grammar.edges import last_seen, past_number, seen

_TAKEN = frozenset({"name", "der", "new", "end", "close"})  # what ends a quantity
_LONGEST = 20  # tokens of a point
_LEADING = frozenset({
    "when", "where", "if", "quand", "cuando", "quando", "wenn", "als", "при", "khi", "saat", "ketika", "nel", "im",
    "am", "에서의",
})  # fmt: skip
_NOUNS = frozenset(map(bare, {*POINT_WORDS, "punkcie", "точке", "điểm", "处", "noktası"}))
_SIGNS = frozenset({"num", "op", "open", "name", "frac", "der"})
_OF_NUMBER = frozenset({"num", "euler", "frac", "group", "sqrt", "op"})  # π/2, \\frac{\\pi}{2}
_ENDS_NUMBER = frozenset({"num", "euler", "end"})
_INSIDE = frozenset({"name", "rel", "word", "sep", *_OF_NUMBER, *_ENDS_NUMBER})
_CALLED = frozenset({Role.PARTIAL, Role.FILLER, *HARMLESS})
_BESIDE = frozenset({Role.FOR, Role.OF, Role.ARTICLE, Role.CONDITION, *HARMLESS})

Given = list[list[Token]]  # x = 10, each as its tokens


def at_point(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "df/dw at w = 5, x = 2 is 6" and "df/dw (at w = 5, x = 2) = 6" as "at w = 5, at x = 2, df/dw is 6"."""
    if tokens[at].role is not Role.FOR and fold(tokens[at].text) != "evaluated":
        return None
    opened = bool(before) and before[-1].text == "("
    if len(before) <= opened or before[-1 - opened].kind not in _TAKEN:
        return None
    place = at + 1
    if place < len(tokens) and tokens[place].kind == "num":
        return None  # "bleibt a bei 4, b wird 1,8"
    while place < len(tokens) and place - at <= _LONGEST:
        token, behind = tokens[place], tokens[last_seen(tokens, place)]
        ends = behind.kind in _ENDS_NUMBER
        if ends and (token.kind == "close" if opened else token.kind == "rel" or token.text == "colon"):
            sign = seen(tokens, place + 1) if opened else place  # the second "is" of "at w = 5 is 6"
            given = _given(tokens, at + 1, place, lexicon)
            if sign >= len(tokens) or not (tokens[sign].kind == "rel" or (given and past_number(tokens, sign + 1))):
                return None
            del before[len(before) - opened :]
            _put_before(given, before)
            return [Token("rel", "is", tokens[sign].start, tokens[sign].end)], sign + 1
        labels = token.text == "colon" and bool(behind.name)  # "SGD (lr 0.1) on w: 5 - 0.6 = 4.4"
        if token.kind not in _INSIDE or token.text in ("line", "stop", "block") or labels:
            return None
        if token.kind == "word" and token.role not in (Role.ARTICLE, Role.LINK, Role.FOR, *HARMLESS):
            return None
        place += 1
    return None


def gradient_at(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "the gradient at x = 10 is 14" as "at x = 10, df/dx is 14"; nothing of "the gradient at the new x is 8"."""
    of, lead = lexicon.output, seen(tokens, at + 1)
    while lead < len(tokens) and tokens[lead].role in _CALLED and not _leads(tokens[lead]):
        lead = seen(tokens, lead + 1)  # "the derivative calculated at"
    if lead < len(tokens) and tokens[lead].role is Role.OF:
        name = _over(tokens, seen(tokens, lead + 1))
        if name >= len(tokens) or tokens[name].name not in lexicon.operands:
            return None
        of, lead = tokens[name].name, _behind_arguments(tokens, seen(tokens, name + 1))
    if lead >= len(tokens) or not _leads(tokens[lead]):
        return None
    begin = _over(tokens, seen(tokens, lead + 1))
    said = seen(tokens, begin + 1)
    if said < len(tokens) and tokens[begin].kind == "new" and tokens[said].text == "is":  # of a later step
        return [Token("word", "later", tokens[at].start, tokens[said].end, None, Role.AFTER)], said + 1
    given, place = _given_at(tokens, begin, lexicon)
    names = {pair[0].name for pair in given}
    sign = tokens[place] if place < len(tokens) else None
    only = len(lexicon.inputs) == 1
    if sign is None or not (sign.text == "is" or (sign.text == "colon" and only)) or len(names) != 1:
        return None
    behind = seen(tokens, place + 1)
    if behind < len(tokens) and tokens[behind].text == "colon":  # "é: 14"
        place, behind = behind, seen(tokens, behind + 1)
    by = names.pop()
    if behind >= len(tokens) or tokens[behind].kind not in _SIGNS or by not in lexicon.cone(of):
        return None
    _put_before(given, before)
    head = Token("der", f"d{of}/d{by}", tokens[at].start, sign.start, Derivative(of, by))
    return [head, Token("rel", "is", sign.start, sign.end)], place + 1


def at_place_gradient(
    tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon
) -> tuple[list[Token], int] | None:
    """Read "at x = 10 the gradient is 14" and "在 x = 10 处的导数为 14", of the only input."""
    behind = seen(tokens, at + 1)
    if len(lexicon.inputs) != 1 or behind >= len(tokens) or tokens[behind].text not in ("is", "=", "colon"):
        return None
    number = last_seen(before)
    said: list[Token] = []
    while number >= 0 and before[number].kind == "word" and (
        before[number].role in _BESIDE or bare(before[number].text) in _NOUNS
    ):  # fmt: skip
        said.append(before[number])
        number = last_seen(before, number)
    name = next((place for place in range(number, max(-1, number - 8), -1) if before[place].name), -1)
    given, end = _given_at(before, name, lexicon) if name >= 0 else ([], 0)
    lead = last_seen(before, name) if name >= 0 else -1
    led = lead >= 0 and _leads(before[lead])
    if len(given) != 1 or end <= number or not (led or any(map(_leads, said))):
        return None
    del before[lead if led else name :]
    _put_before(given, before, len(before))
    node = Derivative(lexicon.output, lexicon.inputs[0])
    return [Token("der", f"d{node.of}/d{node.by}", tokens[at].start, tokens[at].end, node)], at + 1


def _behind_arguments(tokens: list[Token], at: int) -> int:
    """Return the place behind the arguments of a function, h(x), where some stand."""
    kinds = [token.kind for token in tokens[at : at + 3]]
    return seen(tokens, at + 3) if kinds == ["open", "name", "close"] else at


def _leads(token: Token) -> bool:
    """Whether a word leads to a place: "at", "in the point", "when"."""
    return token.kind == "word" and (token.role in (Role.FOR, Role.CONDITION) or fold(token.text) in _LEADING)


def _over(tokens: list[Token], at: int) -> int:
    """Return the place behind articles and nouns for a point."""
    roles = (Role.ARTICLE, Role.FOR, Role.OF)
    while at < len(tokens) and tokens[at].kind == "word" and (
        tokens[at].role in roles or bare(tokens[at].text) in _NOUNS
    ):  # fmt: skip
        at = seen(tokens, at + 1)
    return at


def _given(tokens: list[Token], at: int, end: int, lexicon: Lexicon) -> Given:
    """Return what inputs are said to be between two places, each as its tokens."""
    given, place = _given_at(tokens, _over(tokens, seen(tokens, at)), lexicon)
    return given if place >= end else []


def _given_at(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[Given, int]:
    """Return what inputs are said to be from a place on, "x = 2 and z = 3", and the place behind."""
    found: Given = []
    place = at
    while place < len(tokens) and tokens[place].name in lexicon.inputs:
        sign = seen(tokens, place + 1)
        number = seen(tokens, sign + 1)
        end = _behind_number(tokens, number)
        equal = sign < len(tokens) and tokens[sign].kind == "rel" and tokens[sign].text != "is"
        if not equal or end == number:
            break
        found.append([tokens[place], tokens[sign], *tokens[number:end]])
        place = seen(tokens, end)
        joined = place
        while joined < len(tokens) and (tokens[joined].text == "comma" or bare(tokens[joined].text) in AND):
            joined = seen(tokens, joined + 1)
        if joined >= len(tokens) or tokens[joined].name not in lexicon.inputs:
            break
        place = joined
    return found, place


def _behind_number(tokens: list[Token], at: int) -> int:
    """Return the place behind a number, "2", "-2", "π/2"; the place itself where none stands there."""
    end = at
    while end < len(tokens) and (tokens[end].kind in _OF_NUMBER or tokens[end].kind in _ENDS_NUMBER):
        end += 1
    return end if end > at and tokens[end - 1].kind in _ENDS_NUMBER else at


def _put_before(given: Given, before: list[Token], place: int | None = None) -> None:
    """Put what is given at the beginning of the clause that a quantity stands in, as conditions of it."""
    if place is None:
        place = len(before)
        while place and not (before[place - 1].kind == "sep" and before[place - 1].text != "soft"):
            place -= 1
    start = before[place].start if place < len(before) else before[-1].end if before else 0
    for pair in reversed(given):
        pieces = [Token(t.kind, t.text, start, start, t.node, t.role, t.math) for t in pair]
        lead = Token("word", "at", start, start, None, Role.FOR)
        before[place:place] = [lead, *pieces, Token("sep", "comma", start, start)]
