"""The difference of prediction and target by a noun, where the answer says which it is: "error = a - y".

So that "dL/da = -(y - a) = -error" and "dL/dw = error * x" are read.
"""

from dataclasses import replace

from gradbook.graph.expression import Symbol
from gradbook.written.expression import Call
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.naming.neurons import prediction_of, target_of
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import last_seen, seen, sentence_end, sentence_start
from gradbook.written.parsing.grammar.signs import says
from gradbook.written.parsing.phrases.called.differences import COMPARED, meant_by

ERRORS = bare_words(
    "error err diff difference residual deviation fehler differenz abweichung erreur différence écart résidu "
    "diferencia residuo erro diferença resíduo errore differenza scarto fout verschil ошибка разность "
    "误差 差值 残差 오차 誤差 差"
)
_OPENS = frozenset({"op", "open"})
_CLOSES = frozenset({"close", "rel", "sep"})
_SIDE_ENDS = frozenset({"name", "close", "num", "sep"})
_SIDE_BEGINS = frozenset({"rel", "word", "sep"})
_BEFORE = (Role.ARTICLE, Role.FILLER, Role.REASON)
_UNCLEAR = Call("?", ())  # what no expression is
_LONGEST = 8  # tokens of a difference, with the edges of its mathematics
_OPERANDS = 3  # two, and the sign between them


def with_errors(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, a noun for the difference as that difference wherever it is an operand."""
    places = [at for at, token in enumerate(tokens) if token.kind == "word" and bare(token.text) in ERRORS]
    said = {at: node for at in places if (node := _said(tokens, at, lexicon))}
    meant: dict[str, set[Call]] = {}
    for at, node in said.items():
        meant.setdefault(bare(tokens[at].text), set()).add(node)
    nodes = {noun: next(iter(found)) for noun, found in meant.items() if len(found) == 1}
    found = [*tokens]
    for at in places:
        node = nodes.get(bare(tokens[at].text), _UNCLEAR)
        if node == _UNCLEAR:
            continue
        if _is_aside(tokens, at):
            if at in said:  # "= a - y (error)" calls it so, and takes nothing back
                found[at] = replace(tokens[at], role=Role.PLAIN)
        elif _is_operand(tokens, at):
            found[at] = replace(tokens[at], kind="name", node=node, role=None)
    return found


def _is_aside(tokens: list[Token], at: int) -> bool:
    """Whether a noun alone in brackets calls the side before it so."""
    before, behind = last_seen(tokens, at), seen(tokens, at + 1)
    above = last_seen(tokens, before) if before > 0 else -1
    inside = above >= 0 and behind < len(tokens) and tokens[before].kind == "open" and tokens[behind].kind == "close"
    return inside and tokens[above].kind in _SIDE_ENDS


def _is_operand(tokens: list[Token], at: int) -> bool:
    """Whether a noun stands between signs, brackets or the ends of a line, behind a sign or before one."""
    before, behind = last_seen(tokens, at), seen(tokens, at + 1)
    opens = before >= 0 and (tokens[before].kind in _OPENS or tokens[before].text == "=")
    operates = behind < len(tokens) and tokens[behind].kind == "op"
    ends = behind >= len(tokens) or tokens[behind].kind in _CLOSES
    counted = before >= 0 and tokens[before].kind == "num" and operates  # "2 error × x"
    return counted or (opens and (operates or ends))


def _said(tokens: list[Token], at: int, lexicon: Lexicon) -> Call | None:
    """Return the difference that a noun at a place is said to be, by an equation before it or behind it.

    What says so in other words than "error = a - y" is unclear: "squared error = a - y", "error = a - y? y - a".
    """
    behind = seen(tokens, at + 1)
    if behind < len(tokens) and (says(tokens[behind]) or tokens[behind].role is Role.RELATION):
        node = _difference([t for t in tokens[behind + 1 : behind + 1 + _LONGEST] if not t.edge], lexicon)
        return node if node is None or _is_plain(tokens, at, behind, node, lexicon) else _UNCLEAR
    sign = last_seen(tokens, at)
    if _is_aside(tokens, at):
        return _difference(_side(tokens, sign), lexicon, whole=True)
    minus = sign >= 0 and tokens[sign].text == "-"
    sign = last_seen(tokens, sign) if minus else sign
    if sign < 0 or tokens[sign].text != "=":
        return None
    found = _difference(_side(tokens, sign), lexicon, whole=True)
    return Call("-", found.args[::-1]) if found and minus else found


def _is_plain(tokens: list[Token], at: int, sign: int, node: Call, lexicon: Lexicon) -> bool:
    """Whether a noun begins what is said of it, and nothing up to the end of its sentence says otherwise."""
    first = last_seen(tokens, at)
    while first >= 0 and (tokens[first].role in _BEFORE or bare(tokens[first].text) in COMPARED):
        first = last_seen(tokens, first)
    begins = first < 0 or tokens[first].kind == "sep" or tokens[first].edge
    end = sentence_end(tokens, sign)
    sentence = tokens[sentence_start(tokens, at) : end]
    denied = any(token.role in AGAINST_IT for token in sentence)
    others = {_difference([t for t in tokens[n : n + _LONGEST] if not t.edge], lexicon) for n in range(sign + 1, end)}
    return begins and not denied and Call("-", node.args[::-1]) not in others


def _side(tokens: list[Token], end: int) -> list[Token]:
    """Return the side that ends at a place, behind its sign."""
    side = [token for token in tokens[max(end - _LONGEST, 0) : end] if not token.edge and token.text != "wide"]
    return side[next((n + 1 for n in range(len(side) - 1, -1, -1) if side[n].kind in _SIDE_BEGINS), 0) :]


def _difference(side: list[Token], lexicon: Lexicon, *, whole: bool = False) -> Call | None:
    """Return the difference of prediction and target with which tokens begin, its first operand first; else None."""
    minus = side[:1] != [] and side[0].text == "-"
    side = side[1:] if minus else side
    opened = side[:1] != [] and side[0].kind == "open"
    side = side[1:] if opened else side
    if len(side) < _OPERANDS or side[1].text != "-" or (minus and not opened):
        return None
    names = [meant_by(token, lexicon) for token in (side[0], side[2])]
    rest = side[_OPERANDS + opened :]
    ends = not rest or (rest[0].kind in _CLOSES and not whole)
    if set(names) != {lexicon.recall(prediction_of), lexicon.recall(target_of)} or not all(names) or not ends:
        return None
    first, second = (Symbol(name) for name in (reversed(names) if minus else names))
    return Call("-", (first, second))
