r"""Gradients in words: "the gradient at (3, -1) is (2, 6)", "grad f = (2, 6)", "gradient: g = (2, 6)"."""

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.notation import LOSSES
from gradbook.written.parsing.grammar.brackets import listed, matches, opens_list, relates
from gradbook.written.parsing.grammar.edges import last_seen, seen

_MOST = 30  # tokens that are looked through
_MANY = 40  # words for gradients in an answer of one step
_BETWEEN = frozenset({Role.OF, Role.ARTICLE, Role.FOR, Role.PLAIN, Role.FILLER, Role.BY, Role.EVERYDAY})
_ENDS = frozenset({"stop", "line", "block", "item", "comma", "arrow"})  # what a gradient may stand behind
_FUNCTIONS = frozenset({"grad", "gradient", "deriv", "derivative"})
_PARTS = (Role.LOCAL, Role.UPSTREAM, Role.PARTIAL, Role.OTHER, Role.NEW)  # before the word: of something else


def gradient_vector(
    tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon
) -> tuple[list[Token], int] | None:
    """Read "gradient" before a vector as that of the output by all inputs, at the point that is said."""
    if tokens[at].role is not Role.SLOPE or (before and before[-1].role in _PARTS):
        return None
    run = [place for place in range(at + 1, min(at + _MOST, len(tokens))) if not tokens[place].edge]
    closes = {begin: end for begin, end in matches(tokens[: at + _MOST]).items() if begin > at}
    head = [Token("nabla", "", tokens[at].start, tokens[at].end)]
    step = 0
    while step < len(run) and tokens[run[step]].role in _BETWEEN:
        step += 1
    if step < len(run) and tokens[run[step]].name == lexicon.output:
        head.append(tokens[run[step]])
        step += 1
    while step < len(run) and tokens[run[step]].role in _BETWEEN:
        step += 1
    if step and step < len(run) and opens_list(tokens[run[step]]) and run[step] in closes:
        close = closes[run[step]]  # the point
        of = head[1:] or [Token("name", lexicon.output, tokens[at].start, tokens[at].end, Symbol(lexicon.output))]
        head = [head[0], *of, *(token for token in tokens[run[step] : close + 1] if not token.edge)]
        step = next((number for number, place in enumerate(run) if place > close), len(run))
    if step >= len(run):
        return None
    if listed(tokens, run[step])[0] == len(lexicon.inputs) and not head[1:]:  # "the gradient (2, 6)"
        start = tokens[run[step]].start
        return [*head, Token("rel", "=", start, start)], run[step]
    if not relates(tokens[run[step]]):
        return None
    sign = tokens[run[step]]
    equal = Token("rel", "=", sign.start, sign.end)
    named = run[step + 1 : step + 3]
    if len(named) == 2 and tokens[named[0]].kind == "bad" and tokens[named[1]].kind == "rel":  # gradient: g = (2, 6)
        vector = run[step + 3 : step + 4]
        return ([*head, equal], named[0]) if vector and _is_vector(tokens, vector[0], closes) else None
    vector = run[step + 1 : step + 2]
    return ([*head, equal], run[step] + 1) if vector and _is_vector(tokens, vector[0], closes) else None


def of_pair(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read grad(f, w), as books and programs write the derivative of a node by one that it is calculated from.

    Of what is no quantity, gradient(loss, activation), it is none that is known.
    """
    match tokens[at + 1 : at + 6]:
        case [
            Token("open", "(") as opened,
            Token() as of,
            Token("sep", "comma"),
            Token() as by,
            Token("close") as closed,
        ] if tokens[at].text in _FUNCTIONS and opened.start - tokens[at].end < 2:
            whole = lexicon.output if of.text in LOSSES and not of.name else of.name
            led = last_seen(before) >= 0 and before[last_seen(before)].role in _PARTS
            if not led and whole in lexicon.operands and by.name in lexicon.cone(whole) - {whole}:
                node = Derivative(whole, by.name)
                return [Token("der", f"d{whole}/d{by.name}", tokens[at].start, closed.end, node)], at + 6
            if "word" in (of.kind, by.kind):
                return [Token("bad", tokens[at].text, tokens[at].start, closed.end)], at + 6
    return None


def gradient_in_step(
    tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon
) -> tuple[list[Token], int] | None:
    """Read "gradient" behind the rate of a step, "w - lr * gradient", as the one by what is moved."""
    place, behind = last_seen(before), seen(tokens, at + 1)
    if place < 0 or not (before[place].kind in ("op", "rate") or before[place].text == "("):
        return None
    if behind < len(tokens) and tokens[behind].kind not in ("rel", "sep", "close", "end", "op"):
        return None
    for step in range(place, max(0, place - _MOST), -1):
        token = before[step]
        if token.kind == "rel":
            moved = before[last_seen(before, step)] if last_seen(before, step) >= 0 else None
            return _moving(moved, tokens[at], lexicon, at) if moved is not None else None
        if token.kind in ("word", "bad") or (token.kind == "sep" and token.text != "soft"):
            return None
    return None


def gradient_of_step(
    tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon
) -> tuple[list[Token], int] | None:
    """Read "gradient" before a sign as the one that the only step of the answer takes: "grad = -4, w - lr * grad"."""
    last, behind = last_seen(before), seen(tokens, at + 1)
    if tokens[at].role is not Role.SLOPE or behind >= len(tokens) or not relates(tokens[behind]):
        return None
    if last >= 0 and not (before[last].kind == "sep" and before[last].text in _ENDS):
        return None
    places = [place for place, token in enumerate(tokens) if token.role is Role.SLOPE]
    moved = {_moved_by(tokens, place, lexicon) for place in places[:_MANY]} - {""}
    if len(moved) != 1 or len(places) > _MANY or "?" in moved:
        return None
    by = Derivative(lexicon.output, moved.pop())
    return [Token("der", tokens[at].text, tokens[at].start, tokens[at].end, by, math=True)], at + 1


def _moved_by(tokens: list[Token], at: int, lexicon: Lexicon) -> str:
    """Return the input from which a gradient without a name is taken at a place, "?" for several; "" for none."""
    read = gradient_in_step(tokens, at, tokens[max(0, at - _MOST) : at], lexicon)
    node = read[0][0].node if read is not None else None
    return node.by if isinstance(node, Derivative) else "" if read is None else "?"


def _moving(moved: Token, gradient: Token, lexicon: Lexicon, at: int) -> tuple[list[Token], int] | None:
    """Return the gradient by an input, or by a vector of such."""
    name = moved.node.name if isinstance(moved.node, Symbol | New) else ""
    if name in lexicon.inputs:
        by = Derivative(lexicon.output, name)
        return [Token("der", gradient.text, gradient.start, gradient.end, by, math=True)], at + 1
    if moved.kind == "vec":
        return [Token("nabla", moved.text, gradient.start, gradient.end)], at + 1
    return None


def _is_vector(tokens: list[Token], at: int, closes: dict[int, int]) -> bool:
    """Whether brackets with entries begin at a place."""
    inside = tokens[at + 1 : closes.get(at, at)]
    return opens_list(tokens[at]) and any(t.kind == "sep" and t.text in ("comma", "row") for t in inside)
