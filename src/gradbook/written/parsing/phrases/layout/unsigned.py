"""Signs that are left out: a blank between a quantity and what it is, as people write in haste.

df/dq 2, dqdx 1 dqdy 1 so df/dx = 2          total 360*1.08 = 388.8          w 2.4+0.072=2.472  b -0.8+0.024=-0.776
w is u times v 4.2                           p = 1.5/3 0.5                   dL/dp = -1/p -2

A blank may be a product too, so that such an equation counts only where it fits.
"""

from collections.abc import Sequence
from typing import NamedTuple

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import TOO
from gradbook.written.lexing.words.dictionary import AND, Role, bare
from gradbook.written.parsing.equations.assembly.ahead import named
from gradbook.written.parsing.grammar.brackets import QUANTITY_BEGINS
from gradbook.written.parsing.grammar.edges import (
    SENTENCE_ENDS,
    ends_sentence,
    last_seen,
    past_number,
    relation_before,
    seen,
)
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.phrases.layout.step_sizes import is_listed_behind_step

_STARTS = SENTENCE_ENDS | {"comma", "colon", "wide", "row"}
_LEADS = (Role.LINK, Role.ARTICLE, Role.FILLER, Role.REASON, Role.NEW, Role.SAME)
_BEHIND = (Role.LINK, Role.REASON, Role.FILLER, Role.SAME)  # "dL/dw 0 so", not "dL/dw 3 hours"
_STROKES = frozenset({"/", "|"})  # between such equations: "w 0.8 / b -0.2"
_BEGINS = frozenset({"num", "open", "fn", "frac", "euler", "sqrt"})
_CALCULATES = frozenset({"num", "op", "open", "close", "fn", "frac", "group", "end", "euler", "sqrt", "name", "der"})
_OPERANDS = frozenset({"num", "name", "close"})
_RESULTS = frozenset({("rel", "="), ("sep", "arrow")})
_LABEL = regex(r"(?<![\w.])(\d{1,2})[.)][ \t]+$")
_NEXT = regex(r"[.)][ \t]+\S")
_NEAR = 8  # letters of a label
_LONGEST = 12  # tokens of a quantity's name
_CALCULATION = 40  # tokens of what it is


class Signed(NamedTuple):
    """A stream with the signs that were left out.

    Attributes:
        tokens: the stream.
        starts: where in the source what has one begins, or stands.
    """

    tokens: list[Token]
    starts: frozenset[int] = frozenset()


def with_signs(tokens: list[Token], lexicon: Lexicon, source: str, code: Sequence[tuple[int, int]]) -> Signed:
    """Return the tokens, with a sign between each quantity and what stands behind it at the beginning of a part.

    Args:
        tokens: in which words have become what they stand for.
        lexicon: the exercise's.
        source: the answer.
        code: where programs and their output stand, which are read otherwise.
    """
    found: list[Token] = []
    starts: set[int] = set()
    at, begins = 0, True
    while at < len(tokens):
        token = tokens[at]
        stop = _sign_after(tokens, at, lexicon, source) if begins and token.kind in QUANTITY_BEGINS else 0
        if stop and not any(start <= token.start < end for start, end in code):
            place = tokens[stop].start
            end = past_number(tokens, stop) or stop
            found += [*_head(tokens[at:stop], lexicon), Token("rel", "is", place, place), *tokens[stop:end]]
            starts.add(token.start)
            at = seen(tokens, end)
            begins = _begins_quantity(tokens, at)
            if begins or _parts(tokens, at):
                found.append(Token("sep", "comma", tokens[at].start, tokens[at].start))
                at = at if begins else at + 1  # a stroke is the comma
                begins = True
            continue
        if _is_result(tokens, at):
            found.append(Token("rel", "=", token.start, token.start))
            starts.add(token.start)
        if _results(tokens, at) and _sign_after(tokens, at + 1, lexicon, source):
            found += [token, Token("sep", "comma", token.end, token.end)]
            starts.add(token.start)  # or a product: "is 2 q -4"
            begins, at = True, at + 1
            continue
        found.append(token)
        begins = token.edge and begins
        begins = begins or (token.kind == "sep" and token.text in _STARTS) or token.role in _LEADS
        at += 1
    return Signed(found, frozenset(starts)) if starts else Signed(tokens)


def _sign_after(tokens: Sequence[Token], at: int, lexicon: Lexicon, source: str) -> int:
    """Return the place behind a quantity that begins at a place, if what it is follows on a blank; 0 otherwise."""
    if [token.kind for token in tokens[at : at + 2]] == ["diff", "op"]:
        return 0  # "d/dx (x + 2)" differentiates
    for stop in range(at + 1, min(at + 1 + _LONGEST, len(tokens))):
        token = tokens[stop]
        if token.kind in ("sep", "rel", "word") and not token.edge and token.role not in (Role.NEW, Role.BY):
            return 0
        last = last_seen(tokens, stop)
        signed = token.text == "-" and stop + 1 < len(tokens) and token.end == tokens[stop + 1].start
        if token.edge or token.math or token.start <= tokens[last].end or not (signed or token.kind in _BEGINS):
            continue
        node = quantity(named(_head(tokens[at:stop], lexicon)), lexicon)
        if node is not None:
            end = past_number(tokens, stop)
            lone = isinstance(node, Symbol) and _is_line(tokens, at, end)
            lone = lone and not ("." in tokens[end - 1].text and _is_below_equation(tokens, at))
            marks = marks_next(tokens[at], token, source)
            return stop if not (lone or marks) and _is_told(tokens, stop, node, lexicon) else 0
    return 0


def _is_result(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number at the end of a part can only be the result of the calculation before it: "= 1.5/3 0.5"."""
    end = past_number(tokens, at)
    last, behind = at - 1, seen(tokens, end)
    if not end or last < 0 or tokens[at].math or tokens[last].kind not in ("num", "name", "close"):
        return False
    ends = behind >= len(tokens) or tokens[behind].kind in ("sep", "open") or bare(tokens[behind].text) in AND
    if tokens[last].end >= tokens[at].start or not ends:
        return False
    begin = next((n for n in range(last, -1, -1) if tokens[n].kind in ("rel", "sep", "word")), -1)
    side = tokens[begin + 1 : at]
    worked = any(
        token.kind == "fn" or (token.kind == "op" and (token.text != "-" or _is_difference(side, n)))
        for n, token in enumerate(side)
    )
    signed = tokens[at].text == "-"
    if signed and (tokens[at].end < tokens[at + 1].start or not any(token.name for token in side)):
        return False  # "p - 2" and "0.5*3 -2" are differences
    return worked and begin >= 0 and tokens[begin].kind == "rel"


def _is_difference(side: Sequence[Token], minus: int) -> bool:
    """Whether a minus stands between two operands: "a(1-a)"."""
    return 0 < minus < len(side) - 1 and side[minus - 1].kind in _OPERANDS


def _head(tokens: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """Return what names a quantity, with what words beside names say as part of the name: "w new", "f wrt w"."""
    first, last = tokens[0], tokens[-1]
    match [(token.kind, token.role) for token in tokens if not token.edge]:
        case [("name", _), ("word", Role.NEW)]:
            return [Token("new", first.text, first.start, last.end, New(first.name))]
        case [("name", _), ("word", Role.BY), ("name", _)] if last.name in lexicon.cone(first.name):
            return [
                Token("der", f"d{first.name}/d{last.name}", first.start, last.end, Derivative(first.name, last.name))
            ]
    return tokens


def _results(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number alone is a result, and a quantity may begin on a blank behind it: "= 3 q 4*2 = 8"."""
    return relation_before(tokens, at) >= 0 and _begins_quantity(tokens, at + 1)


def _is_told(tokens: Sequence[Token], stop: int, node: Node, lexicon: Lexicon) -> bool:
    """Whether a number and nothing else stands at a place, or a calculation with its result."""
    calculated = isinstance(node, Derivative | New) or (
        isinstance(node, Symbol) and (node.name in lexicon.operands or is_listed_behind_step(tokens, stop))
    )
    end = past_number(tokens, stop)
    behind = _past_remark(tokens, seen(tokens, end))
    if end and (behind >= len(tokens) or tokens[behind].kind in ("sep", "word") or _begins_quantity(tokens, behind)):
        says = behind < len(tokens) and tokens[behind].kind == "word" and bare(tokens[behind].text) not in TOO
        says = says and (tokens[behind].role not in _BEHIND or past_number(tokens, behind + 1) > 0)  # "q 3 and 4 are"
        return calculated and not says
    if end and _parts(tokens, behind):
        return calculated
    place = stop
    while place < min(stop + _CALCULATION, len(tokens)) and tokens[place].kind in _CALCULATES:
        place += 1
    moved = end > 0 and isinstance(node, Symbol) and [token.text for token in tokens[end : end + 1]] in (["+"], ["-"])
    works = any(token.kind in ("op", "fn") for token in tokens[stop + (tokens[stop].text == "-") : place])
    result = place < len(tokens) and (tokens[place].kind, tokens[place].text) in _RESULTS
    return works and result and (calculated or moved)


def _past_remark(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind brackets with words only that stand before a comma: "df/dq 3 (plus copies), df/db 3"."""
    if at >= len(tokens) or tokens[at].text != "(":
        return at
    close = next((n for n in range(at + 1, min(at + _LONGEST, len(tokens))) if tokens[n].kind == "close"), 0)
    inside = [token for token in tokens[at + 1 : close] if not token.edge]
    worded = any(t.kind == "word" for t in inside) and all(t.kind in ("word", "fn") or t.text == "is" for t in inside)
    behind = seen(tokens, close + 1)
    return behind if worded and behind < len(tokens) and tokens[behind].text == "comma" else at


def _is_line(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a name and a number are a line of their own, which may be a label: "q 4"."""
    before, behind = last_seen(tokens, at), seen(tokens, end)
    begins = before < 0 or ends_sentence(tokens[before])
    return end > 0 and begins and (behind >= len(tokens) or ends_sentence(tokens[behind]))


def _is_below_equation(tokens: Sequence[Token], at: int) -> bool:
    """Whether the line above the one that begins at a place has an equals sign."""
    place = last_seen(tokens, at)
    above = place > 0 and (tokens[place].kind, tokens[place].text) == ("sep", "line")
    above = above and tokens[last_seen(tokens, place)].text != "colon"  # a title: "With x = 3:"
    while above and (place := place - 1) >= 0 and not ends_sentence(tokens[place]):
        if tokens[place].kind == "rel" and tokens[place].text != "is":
            return True
    return False


def marks_next(first: Token, number: Token, source: str) -> bool:
    """Whether a number is the mark of the next item in one line, behind one that begins: "2. df/dz 3. df/dx -4"."""
    label = _LABEL.search(source, max(0, first.start - _NEAR), first.start)
    goes_on = number.kind == "num" and _NEXT.match(source, number.end) is not None
    return label is not None and goes_on and number.value == int(label.group(1)) + 1


def _begins_quantity(tokens: Sequence[Token], at: int) -> bool:
    """Whether a quantity may begin on a blank at a place."""
    return 0 < at < len(tokens) and tokens[at].kind in QUANTITY_BEGINS and tokens[at].start > tokens[at - 1].end


def is_stroke(tokens: Sequence[Token], at: int) -> bool:
    """Whether a stroke or a bar with blanks around it stands at a place: "w 0.85 / b -0.37"."""
    apart = 0 < at < len(tokens) - 1 and tokens[at - 1].end < tokens[at].start and tokens[at].end < tokens[at + 1].start
    return apart and tokens[at].text in _STROKES


def _parts(tokens: Sequence[Token], at: int) -> bool:
    """Whether such a sign stands at a place, and a quantity may begin behind it."""
    return is_stroke(tokens, at) and _begins_quantity(tokens, seen(tokens, at + 1))
