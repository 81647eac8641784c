"""Partings: dots, dashes, slashes and bars that only stand between equations: "q = 10 · r = 8 / f = 24".

Such a sign parts where a quantity and its relation follow on a complete equation and the product, quotient or
difference would be none: the second quantity is nothing that the first is calculated from, or the sign stands outside
of the mathematics on both sides of it. What is left may be both: see `cuts`.
"""

from collections.abc import Iterator
from string import digits

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import New, Node, Rate
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.equations.assembly.ahead import named, quantity_ahead
from gradbook.written.parsing.grammar.brackets import OPERAND_ENDS
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.parser import quantity

SIGNS = frozenset({"*", "/", "-"})
BARS = frozenset({"|", "\\mid", "\\vert", "\\|", "\\bullet"})
MAY_PART = SIGNS | BARS
_SIGNED = 2  # tokens of a number with its sign
_LABEL = 8  # tokens from a colon to the sign behind a number
_WIDE = 1  # blanks between a sign and mathematics that is set off, by marks or blanks
_RELATIONS = frozenset({"colon", "arrow"})


def _sign_ends(tokens: list[Token], at: int) -> int:
    """Return the place of the last of the same signs that stand together: "--", "//"."""
    while at + 1 < len(tokens) and tokens[at + 1].text == tokens[at].text and tokens[at + 1].start == tokens[at].end:
        at += 1
    return at


def parted(chain: Draft | None, tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """Take signs between two equations for the boundary that they are; return the place behind them, or 0.

    Args:
        chain: the equation before them.
        tokens: the stream.
        at: the first sign's place.
        lexicon: the exercise's.
    """
    if chain is None or tokens[at].text not in (SIGNS if tokens[at].kind == "op" else BARS):
        return 0
    side = chain.sides[-1]
    if not chain.states or not side or side[-1].kind not in OPERAND_ENDS:
        return 0
    if tokens[at].kind == "op" and side[-1].end >= tokens[at].start and not _is_edge(tokens[at - 1]):
        return 0  # w*x
    if _is_of_words(tokens, at):
        return 0  # h is -2 times w2, which is -1
    if tokens[at].text == "/" and any(token.kind == "diff" for token in side[-3:]):
        return 0  # df/dq * dq / dw
    end = _sign_ends(tokens, at) + 1
    begin = next((place for place in range(end, len(tokens)) if not tokens[place].edge), end)
    stop = quantity_ahead(tokens, begin, lexicon) or _named_ahead(tokens, begin)
    ahead = quantity(named(tokens[begin:stop]), lexicon) if stop else _rate_ahead(tokens, begin)
    if not _parts(chain, tokens, at, lexicon, ahead):
        return 0
    text = "comma" if end < len(tokens) and tokens[end].kind == "word" else "wide"
    for place in range(at, end):
        tokens[place] = Token("sep", text, tokens[place].start, tokens[place].end)
    return end


def _is_of_words(tokens: list[Token], at: int) -> bool:
    """Whether a sign stands for a word between words."""
    token = tokens[at]
    spelled = token.kind == "op" and not token.math and token.end - token.start > 1
    return spelled and not tokens[at - 1].edge and not (at + 1 < len(tokens) and tokens[at + 1].edge)


def _rate_ahead(tokens: list[Token], at: int) -> Node | None:
    """Return the learning rate where it and its sign begin at a place."""
    sign = tokens[at + 1 : at + 2]
    return (
        tokens[at].node if at < len(tokens) and tokens[at].kind == "rate" and sign and sign[0].kind == "rel" else None
    )


def _parts(chain: Draft, tokens: list[Token], at: int, lexicon: Lexicon, ahead: Node | None) -> bool:
    """Whether a sign only stands between an equation and the one of the quantity ahead."""
    side = chain.sides[-1]
    end = _sign_ends(tokens, at)
    if ahead is None and tokens[at].text == "/":  # "f = 24 // backward: ..."
        return end > at and side[-1].end < tokens[at].start and _speaks(tokens, end + 1)
    if ahead is None:
        apart = (
            side[-1].kind == "num" and tokens[at].start - side[-1].end > 1 and _begins_below(tokens, end + 1, lexicon)
        )
        return tokens[at].text == "*" and (apart or (_closes_formula(tokens, at) and _speaks(tokens, end + 1)))
    if tokens[at].text == "|" and side[-1].kind == "num":
        return True  # q=10|r=8
    behind = next((token for token in tokens[end + 1 :] if not token.edge), None)
    if behind is None or side[-1].end >= tokens[at].start or behind.start <= tokens[end].end:
        return False
    if tokens[at].text == "*" and behind.math and tokens[end + 1] is behind:
        return False  # inside of the mathematics it multiplies, whatever follows
    if tokens[at].text == "-" and tokens[at].math and end == at and not _between_formulas(tokens, at, end):
        return False  # inside of the mathematics it is a minus; and so is "−", which no keyboard has, anywhere
    if tokens[at].kind == "bad" or end > at or _between_formulas(tokens, at, end):
        return True
    if tokens[at].text == "*" and _calculates_below_label(chain, tokens, at, end):
        head = quantity(chain.sides[0], lexicon)
        if head is not None and _are_factors(head, ahead, lexicon):
            return False  # of a gradient
    if tokens[at].text == "-" and _are_shares(chain, ahead, lexicon):
        return False  # p2 = 1 - p1 = 0.6
    gaps = (tokens[at].start - side[-1].end, behind.start - tokens[end].end)
    if side[-1].kind == "num" and not side[-1].math and min(gaps) > _WIDE:
        sign = next((token for token in reversed(tokens[:at]) if token.kind == "rel"), side[0])
        if side[0].start - sign.end <= _WIDE:
            return True  # **q = 10** · **r = 8**, not `df/dw` = `1` · `df/dz` = ...
    if len(chain.sides[0]) == 1 and chain.sides[0][0].kind == "rate" and len(side) == 1:
        return True  # η = 0.1 · x = 2
    heads = [head for side in _heads(chain) if (head := quantity(side, lexicon)) is not None]
    if not heads or (_is_input(heads[0], lexicon) and any(token.kind == "op" for token in side[1:])):
        return False  # u = u + rate * delta * h = 1 + 0.1 * 0.3 * 2
    if isinstance(ahead, Rate) and _is_input(heads[0], lexicon) and side[-1].kind == "num" and len(side) <= _SIGNED:
        return True  # b = 0.3 · η = 0.1
    if side[-1].kind != "num" and (ahead in heads or _is_own(heads[0], lexicon)):
        return False  # df/dw = df/df * df/dw = 1 * 6, and "r = f - y = 0.8" of what the answer names itself
    if side[-1].kind != "num" and any(_is_beside(ahead, head, lexicon) for head in heads):
        return False
    return not any(goes_into(ahead, head, lexicon) for head in heads)


def _calculates_below_label(chain: Draft, tokens: list[Token], at: int, end: int) -> bool:
    """Whether a product stands behind a name and a colon, and its result behind a sign: "m: 1 · c = -3"."""
    behind = next((token for token in tokens[end + 1 : end + 1 + _SIGNED * 2] if token.kind in ("rel", "sep")), None)
    value = chain.sides[-1][0].start
    written = (token for token in tokens[max(0, at - _LABEL) : at] if token.start < min(value, token.end))
    signs = [token.text for token in written if token.kind in ("rel", "sep")]
    labelled = len(chain.sides) == 2 and signs[-1:] == ["colon"]
    return labelled and behind is not None and (behind.kind, behind.text) == ("rel", "=")


def _are_factors(one: Node, other: Node, lexicon: Lexicon) -> bool:
    """Whether two quantities are multiplied with each other in the graph."""
    names = {node.name for node in (one, other) if isinstance(node, Symbol)}
    return len(names) > 1 and any(
        names <= {*operands} and lexicon.operations.get(name) in ("mul", "*")
        for name, operands in lexicon.operands.items()
    )


def _are_shares(chain: Draft, ahead: Node, lexicon: Lexicon) -> bool:
    """Whether what is given as 1 and the quantity ahead are numbered alike and quotients: p2 = 1 - p1 = 0.6."""
    if [token.node for token in chain.sides[-1]] != [Number(1.0)]:
        return False
    names = [node.name for node in (quantity(chain.sides[0], lexicon), ahead) if isinstance(node, Symbol)]
    alike = len({name.rstrip(digits) for name in names}) == 1
    return len(names) > 1 and alike and all(lexicon.operations.get(name) in ("div", "/") for name in names)


def _is_input(node: Node, lexicon: Lexicon) -> bool:
    return isinstance(node, Symbol) and node.name in lexicon.inputs


def _is_own(node: Node, lexicon: Lexicon) -> bool:
    """Whether a name is of no node, so that nobody knows what it is calculated from."""
    known = lexicon.operands.keys() - lexicon.unnamed | set(lexicon.inputs)
    return isinstance(node, Symbol) and node.name not in known


def _heads(chain: Draft) -> Iterator[list[Token]]:
    """Yield what an equation is of, and what stands behind a result in it, of which another may be: "q = 3  f = q"."""
    yield chain.sides[0]
    for side in chain.sides[1:-1]:
        yield from (side[place:] for place in range(1, len(side)) if side[place - 1].kind == "num")


def goes_into(part: Node, whole: Node, lexicon: Lexicon) -> bool:
    """Whether a quantity may be calculated from another, times or less something."""
    match whole, part:
        case Symbol(of), Symbol(name):
            return name in lexicon.cone(of)
        case Derivative(of, by), Derivative(above, below):  # dL/dw = x * dL/dq
            return whole != part and above in lexicon.cone(of) and by in lexicon.cone(below)
        case New(), New():
            return part.name in lexicon.cone(whole.name)
        case ((Symbol() | Derivative()), New()):
            return False
        case Symbol(name), Derivative(_, by):  # w <- w - 0.1 * df/dw
            return name == by
        case _, Rate():
            return True
    return True


def _is_beside(part: Node, whole: Node, lexicon: Lexicon) -> bool:
    """Whether a slope may be that of a bias, by which many write the one of its weight: dL/dw = x * dL/db."""
    match whole, part:
        case Derivative(of, by), Derivative(above, below):
            above_it = [
                name
                for name, operands in lexicon.operands.items()
                if below in operands and lexicon.operations.get(name) in ("add", "sub")
            ]
            return above in lexicon.cone(of) and any(by in lexicon.cone(name) for name in above_it)
    return False


def _named_ahead(tokens: list[Token], at: int) -> int:
    """Return where a colon or an arrow stands behind a name that begins at a place, with a number behind it; else 0."""
    place = at
    while place < len(tokens) and (tokens[place].edge or tokens[place].kind in ("name", "der", "new", "run")):
        place += 1
    sign = tokens[place] if at < place < len(tokens) else None
    if sign is None or sign.kind != "sep" or sign.text not in _RELATIONS or tokens[place - 1].kind == "sep":
        return 0
    if sign.text == "colon" and sign.start > tokens[place - 1].end:
        return 0
    value = [token for token in tokens[place + 1 : place + 4] if token.text not in ("soft", "-")]
    return place if value and value[0].kind == "num" else 0


def _between_formulas(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a sign stands between two pieces of mathematics of which each holds a relation: "$q = 10$ · $r = 8$"."""
    opens = end + 1 < len(tokens) and _is_edge(tokens[end + 1])
    return opens and _relates(tokens[end + 2 :]) and _closes_formula(tokens, at)


def _closes_formula(tokens: list[Token], at: int) -> bool:
    """Whether mathematics that holds a relation ends before a sign."""
    return at > 1 and _is_edge(tokens[at - 1]) and _relates(tokens[at - 2 :: -1])


def _relates(tokens: list[Token]) -> bool:
    """Whether a relation stands among tokens before the edge of their mathematics."""
    for token in tokens:
        if _is_edge(token):
            return False
        if token.kind == "rel" or token.text == "arrow":
            return True
    return False


def _speaks(tokens: list[Token], at: int) -> bool:
    """Whether a word stands at a place that is no operand."""
    return at < len(tokens) and tokens[at].kind == "word" and tokens[at].role is not None


def _begins_below(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a line ends at a place, and the next begins with a quantity and a relation: "`q = 10` ·", "`r = 8`"."""
    below = next((place for place in range(at + 1, len(tokens)) if not tokens[place].edge), 0)
    if at >= len(tokens) or tokens[at].text != "line" or not below:
        return False
    stop = quantity_ahead(tokens, below, lexicon)
    return 0 < stop < len(tokens) and tokens[stop].kind == "rel"


def _is_edge(token: Token) -> bool:
    return token.edge and token.math
