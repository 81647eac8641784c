"""Told: values that are shown with what they are of in a comment behind them: "tensor(0.6)  # t"."""

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.programs.comments import SIGN
from gradbook.written.parsing.programs.leaves import leaf
from gradbook.written.parsing.programs.output.outputs import LONGEST, SLOPE, VALUE, values_in
from gradbook.written.parsing.programs.stream import Lex
from gradbook.written.parsing.programs.values.meaning import Meaning

_TOLD = regex(rf"[ \t]*(?P<value>{VALUE})[ \t]*;?[ \t]*(?:{SIGN}|<-+|←)[ \t]*(?P<words>[^\n]*\S)[ \t]*")
_HEAD = regex(r"[^=≈:,(\n]{1,30}?(?=[ \t]*(?:[=≈:,]|$|[ ]{2})|[ \t]+(?:\(|[-–—]+[ \t]))")


def told_at(source: str, start: int, end: int, meaning: Meaning, lex: Lex) -> list[list[Token]]:
    """Return the tokens of what a line tells: the value of a quantity, and its gradient where that is shown too.

    The comment must begin with the quantity. What stands behind that goes on with the equation, or speaks of it.
    """
    found = _TOLD.fullmatch(source, start, end) if end - start <= LONGEST else None
    head = _HEAD.match(source, *found.span("words")) if found else None
    node = meaning.means(head.group().strip()) if head else None
    node = meaning.state.seen(node) if node is not None else None
    values = values_in(source, *found.span("value")) if found else []
    if found is None or head is None or node is None or isinstance(node, Number) or len(values) != 1:
        return []
    a, b, number = values[0]
    colon = source.startswith(":", head.end())
    sign, behind = Token("rel", "=", b, b), lex(head.end() + colon, end)
    first, shown = leaf(node, start, a), Token("num", source[a:b], a, b, Number(number))
    formula = next((n for n, token in enumerate(behind) if token.kind in ("word", "sep")), len(behind))
    if colon or formula < 2 or behind[0].kind != "rel":
        lines = [[first, sign, shown, *([Token("sep", "wide", b, b)] if colon else []), *behind]]
    elif formula == 2 and behind[1].kind == "num":  # "-6.0  # dw = 6" says two things
        lines = [[first, sign, shown], [first, *behind]]
    else:
        lines = [[first, *behind[:formula], sign, shown, *behind[formula:]]]
    slope = SLOPE.search(source, *found.span("value"))
    if slope and float(slope.group(1)) and isinstance(node, Symbol):  # it is 0.0 before backward() is called
        grad = Token("num", slope.group(1), *slope.span(1), Number(float(slope.group(1))))
        words = [token for token in behind if token.kind == "word"]
        by = leaf(Derivative(meaning.lexicon.output, node.name), start, a)
        lines.append([by, sign, grad, *words])
    return lines
