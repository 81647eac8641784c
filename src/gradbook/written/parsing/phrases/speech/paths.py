"""Paths: names with arrows between, "x -> w1 -> tanh -> yhat", draw the graph and state nothing but its labels."""

from collections.abc import Iterator
from itertools import takewhile

from gradbook.graph.expression import Derivative
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role
from gradbook.written.parsing.grammar.edges import last_seen, seen

_ARROWS = frozenset({("sep", "arrow"), ("rel", "<-")})
_NODES = frozenset({"name", "fn", "open", "close", "bad", "vec", "word"})
_OPERATORS = frozenset("+-*/^")
_STARTS = frozenset({"line", "block", "item", "heading"})
_PARTS = _STARTS | {"stop"}
_BEFORE_WAY = _PARTS | {"colon"}
_LISTS = frozenset({"comma", "semicolon"})
_NAMED = frozenset({"name", "diff", "der", "frac", "end", "group"})
_STATED = frozenset({"diff", "der", "frac", "nabla", "new"})  # what says itself what a label is of
_BOXES = frozenset("□■▢▣◻◼○◯●⬜")  # in which operations are drawn
_JOINS = AND | {"comma"}
_MOST = 4  # tokens of a node
_LEAST = 2  # arrows of a path: one may lead to a new value


def without_paths(tokens: list[Token]) -> list[Token]:
    """Return the tokens with paths taken out; a node at the end that something is said of stays: x -> q -> f = 24."""
    arrows = [at for at, token in enumerate(tokens) if (token.kind, token.text) in _ARROWS]
    if not arrows:
        return tokens
    drawn: set[int] = set()
    run: list[int] = []
    for at, following in zip(arrows, [*arrows[1:], None], strict=True):
        run.append(at)
        if following is not None and _is_node(tokens, at + 1, following) and not _assigns(tokens, at, following):
            continue
        if len(run) >= _LEAST or _labels(tokens, at) or _is_path(tokens, at):
            drawn.update(range(_begin(tokens, run[0]), _end(tokens, at)))
        run = []
    apart = {*_ways_back(tokens, arrows)}
    drawn |= apart
    if not drawn:
        return tokens
    return [token if at not in drawn else _soft(token, apart=at in apart) for at, token in enumerate(tokens)]


def _ways_back(tokens: list[Token], arrows: list[int]) -> Iterator[int]:
    """Yield the places of lines in which derivatives follow each other and nothing is said: "dL/da → dL/dz → dL/dw"."""
    end = -1
    for arrow in arrows:
        if arrow < end:
            continue
        start = next((at + 1 for at in range(arrow, -1, -1) if tokens[at].text in _BEFORE_WAY), 0)
        end = next((at for at in range(arrow, len(tokens)) if tokens[at].text in _PARTS), len(tokens))
        line = [token for token in tokens[start:end] if not token.edge]
        derived = any(token.kind in ("diff", "der") for token in line)
        several = sum((token.kind, token.text) in _ARROWS for token in line) >= _LEAST
        if derived and several and all(t.kind in _NAMED or t.text in ("/", "arrow") for t in line):
            yield from range(start, end)


def with_labels(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, what labels an edge of the graph as the derivative along it: "b → c: 1", "c --> e : d = 2".

    It counts where it fits only: a label may be a value, or the gradient that comes back.
    """
    found: list[Token] = []
    at, listed = 0, False
    while at < len(tokens):
        edge = _edge(tokens, at, lexicon, listed=listed) if tokens[at].kind == "name" else None
        if edge is None:
            listed = listed and tokens[at].text not in _STARTS
            found.append(tokens[at])
            at += 1
            continue
        (node, behind), listed = edge, True
        head = Token("der", f"d{node.of}/d{node.by}", tokens[at].start, tokens[behind - 1].end, node, Role.SLOPE)
        found += [head, Token("rel", "is", head.end, head.end)]
        at = behind
    return found


def _edge(tokens: list[Token], at: int, lexicon: Lexicon, *, listed: bool) -> tuple[Derivative, int] | None:
    """Return the derivative along an edge whose label begins a line, and the place behind its colon.

    Args:
        listed: whether an edge stands before it in its line, so that it may stand behind a comma.
    """
    arrow = seen(tokens, at + 1)
    end = seen(tokens, arrow + 1)
    colon = seen(tokens, end + 1)
    if colon >= len(tokens) or tokens[colon].text != "colon":
        return None
    if (tokens[arrow].kind, tokens[arrow].text) not in _ARROWS:
        return None
    ends = tokens[at].name, tokens[end].name
    by, of = ends if tokens[arrow].text == "arrow" else ends[::-1]  # "f ← w: -1/w²"
    lead = last_seen(tokens, at)
    if lead >= 0 and tokens[lead].role is Role.PART_OF_GRAPH:
        lead = last_seen(tokens, lead)  # "edge b → c: 1"
    begins = lead < 0 or tokens[lead].text in _STARTS or (tokens[lead].text in _LISTS and listed)
    behind = list(takewhile(lambda token: token.text not in _PARTS, tokens[colon + 1 :]))
    if by not in lexicon.operands.get(of, ()) and all(token.kind != "word" for token in behind):
        by, of = of, by  # on the way back: "f → s: 2"
    states = any(token.kind == "num" for token in behind) and all(token.kind not in _STATED for token in behind)
    if not begins or not states or by not in lexicon.operands.get(of, ()):
        return None
    return Derivative(of, by, direct=True), colon + 1


def _assigns(tokens: list[Token], first: int, arrow: int) -> bool:
    """Whether an arrow gives a name a number, and draws nothing: "grad = 10 -> x <- 8 - 1", "⇒ w ↦ 0.8 + 0.05"."""
    behind = next((token for token in tokens[arrow + 1 : arrow + 3] if not token.edge), None)
    before = last_seen(tokens, first)
    leads = before < 0 or tokens[before].text in ("line", "block", "item")
    return (tokens[arrow].text == "<-" or leads) and behind is not None and behind.kind in ("num", "op", "open")


def _labels(tokens: list[Token], arrow: int) -> bool:
    """Whether an arrow between two names, and a colon behind them, name an edge: "f -> r: df/dr = 3".

    Or several: "r -> q and z: dL/dq = 4, dL/dz = 4".
    """
    around = [token for token in tokens[max(0, arrow - 3) : arrow + 9] if not token.edge]
    at = next(place for place, token in enumerate(around) if token is tokens[arrow])
    begins = at == 1 or (at > 1 and around[at - 2].kind == "sep")
    kinds = [token.kind for token in around[max(0, at - 1) : at + 2]]
    behind = at + 2
    while [token.kind for token in around[behind + 1 : behind + 2]] == ["name"] and around[behind].text in _JOINS:
        behind += 2
    colon = [token.text for token in around[behind : behind + 1]] == ["colon"]
    return begins and kinds == ["name", "sep", "name"] and colon


def _is_path(tokens: list[Token], arrow: int) -> bool:
    """Whether an arrow between two names is what words call a path: "Path 2: f -> x directly"."""
    begin = last_seen(tokens, arrow)
    end = seen(tokens, arrow + 1)
    behind = seen(tokens, end + 1)
    if begin < 0 or end >= len(tokens) or {tokens[begin].kind, tokens[end].kind} != {"name"}:
        return False
    if behind < len(tokens) and tokens[behind].kind not in ("sep", "word"):
        return False
    lead = last_seen(tokens, begin)
    while lead >= 0 and (tokens[lead].kind == "num" or tokens[lead].text == "colon"):
        lead = last_seen(tokens, lead)
    return lead >= 0 and tokens[lead].role is Role.PART_OF_GRAPH


def _is_node(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a node and nothing else stands between two arrows."""
    between = [token for token in tokens[start:end] if not token.edge]
    drawn = all(token.kind in _NODES for token in between) or _is_operation([token.text for token in between])
    return 0 < len(between) <= _MOST and drawn


def _is_operation(texts: list[str]) -> bool:
    """Whether a node is drawn by what it does: "(×)", "(-10)", "□²"."""
    bracketed = len(texts) > 2 and (texts[0], texts[-1]) == ("(", ")") and texts[1] in _OPERATORS
    return bracketed or (len(texts) > 1 and texts[-2] == "^" and texts[0] in _BOXES)


def _begin(tokens: list[Token], arrow: int) -> int:
    """Return the place of the node before the first arrow."""
    place = arrow
    while place and arrow - place <= _MOST and (tokens[place - 1].kind in _NODES - {"word"} or tokens[place - 1].edge):
        place -= 1
    return place


def _end(tokens: list[Token], arrow: int) -> int:
    """Return the place behind the last node; behind the arrow where a sign follows the node."""
    place = arrow + 1
    while place < len(tokens) and place - arrow <= _MOST and (tokens[place].kind in _NODES or tokens[place].edge):
        place += 1
    goes_on = place < len(tokens) and tokens[place].kind not in ("sep", "word")
    labels = place < len(tokens) and tokens[place].text == "colon"
    return arrow + 1 if goes_on else place + labels


def _soft(token: Token, *, apart: bool) -> Token:
    return Token("sep", "stop" if apart else "soft", token.start, token.end)
