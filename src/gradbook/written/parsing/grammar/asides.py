"""Asides: brackets that are no part of the side before them, and what brackets say in place of other signs."""

from itertools import takewhile

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, AND, OPERATIONS, SIGNS, VAGUE, Role, bare, bare_words
from gradbook.written.parsing.grammar.brackets import OPERAND_ENDS, QUANTITY_BEGINS, matches
from gradbook.written.parsing.grammar.edges import ends_sentence, last_seen, seen

_OPERATIONS = OPERATIONS | {Role.PART}
_SIDE = 120  # tokens of one, at most
_RESULT_ENDS = frozenset({"num", "end"})
_CLOSED_ENDS = _RESULT_ENDS | {"close"}
_SAYS_NOTHING = frozenset({Role.PLAIN, Role.ASPECT})  # "(+1 does nothing)", "(加 1 不改变)"
_BACK = regex("←|<[-=]|⟵")
_REASONS = bare_words(
    "since because as for weil da denn car puisque parce porque como pues pois perché poiché siccome 因为 因 由于"
)
_TOO = bare_words("also too auch ebenso aussi también também anche ook").union(["as well"])
_THIS_TOO = _TOO | bare_words("this that is which it das ist c'est es é è dat")
_NOTHING_DONE = frozenset({("*", 1.0), ("/", 1.0), ("+", 0.0), ("-", 0.0)})
_SOFT, _EQUALS = Token("sep", "soft", 0, 0), Token("rel", "=", 0, 0)
_HALF = 0.5 * (1 + 1e-6)  # of a last digit: as far as a rounded number may be off
_REMARK = 60  # tokens of a remark over several lines
_TOLD = 3  # words of one
_ARRAY_ENDS = OPERAND_ENDS | {"transposed", "vec", "bad"}


def asides(tokens: list[Token], lexicon: Lexicon, source: str) -> tuple[list[Token], list[tuple[int, list[Token]]]]:
    """Take out brackets that are asides: behind a complete side, set off by a blank, with a relation or words in them.

    Words behind an arrow that points back to a number are said of it as in brackets: "q = 10 ← of sample 2".

    Returns:
        The tokens without them, and each aside with its place among those tokens.
    """
    points_back = _BACK.search(source) is not None
    if not points_back and "open" not in [token.kind for token in tokens]:
        return [*tokens], []
    closes = matches(tokens)
    kept: list[Token] = []
    found: list[tuple[int, list[Token]]] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if points_back and (end := _remark_end(kept, tokens, at, source)):
            found.append((len(kept), tokens[at + 1 : end]))
            at = end
            continue
        if token.kind != "open":
            kept.append(token)
            at += 1
            continue
        close = closes.get(at) if token.text != "matrix" else None
        if close is None and (end := _over_lines(kept, tokens, at)):
            found.append((len(kept), [_SOFT if _is_line(inner) else inner for inner in tokens[at + 1 : end]]))
            at = end + 1
            continue
        if close is None and (end := _sentence_end(kept, tokens, at)):
            kept += tokens[at + 1 : end]
            at = end + 1
            continue
        if close is None:
            kept.append(token)
            at += 1
            continue
        if told := _told_again(kept, tokens, at, close):
            kept += [Token("rel", "=", tokens[at].start, told[0].start), *told]
            at = close + 1
            continue
        if _denies_noun(kept, tokens, at, close):  # "the (wrong) value"
            kept.append(tokens[at + 1])
            at = close + 1
            continue
        said = _said_between(kept, tokens, at, close)
        if said or _is_shape(kept, token, tokens[at + 1 : close]):
            kept += said
            at = close + 1
            continue
        if not _is_factor(tokens, at, close) and (
            _is_aside(kept, tokens[at], tokens[at + 1 : close])
            or _is_formula_beside(kept, tokens, at, close, source)
            or _does_nothing(kept, tokens, at, close)
        ):
            found.append((len(kept), tokens[at + 1 : close]))
            at = close + 1
            continue
        kept.append(token)
        at += 1
    return kept, found


def _said_between(before: list[Token], tokens: list[Token], at: int, close: int) -> list[Token]:
    """Return equations in a bracket behind words, between commas, where a number stands before these in their clause.

    "The sum has slope 1 for both inputs (df/dq = 1, df/db = 1), so ...": commas would say the same.
    """
    opening, inside, closing = tokens[at], tokens[at + 1 : close], tokens[close]
    last = last_seen(before)
    first = next((token.kind for token in inside if not token.edge), "")
    states = first in QUANTITY_BEGINS and any(t.kind == "rel" and t.text == "=" for t in inside)
    if not states or last < 0 or before[last].kind != "word" or opening.start == before[last].end:
        return []
    clause = [*takewhile(lambda token: token.kind != "sep" or token.edge, reversed(before))]
    counts = any(token.kind in ("num", "rel") or token.role is Role.NUMBER for token in clause)
    if not counts or any(token.role in AGAINST_IT for token in clause):
        return []
    begin = Token("sep", "comma", opening.start, opening.end)
    end = Token("sep", "stop", closing.start, closing.end)
    return [begin, *inside, end]


def _remark_end(before: list[Token], tokens: list[Token], at: int, source: str) -> int:
    """Return where the words end that an arrow at a place points back from to a number; 0 where it does not."""
    token = tokens[at]
    points = (token.kind, token.text) == ("sep", "wide") and _BACK.match(source, token.start, token.end)
    last = last_seen(before, len(before)) if points else -1
    if last < 0 or before[last].kind not in ("num", "close"):
        return 0
    for ends in (_ends_line, _separates):  # a colon belongs to the words where no equation follows it
        end = next((n for n in range(at + 1, len(tokens)) if ends(tokens[n])), len(tokens))
        inside = tokens[at + 1 : end]
        speaks = any(one.kind == "word" for one in inside) or not any(one.kind == "open" for one in inside)
        if inside and speaks and not any(one.kind == "rel" and one.text != "is" for one in inside):
            return end
    return 0


def _separates(token: Token) -> bool:
    """Whether a token ends what stands before it."""
    return token.kind == "sep" and not token.edge


def _ends_line(token: Token) -> bool:
    """Whether a token separates more than a colon does."""
    return _separates(token) and token.text != "colon"


def _told_again(before: list[Token], tokens: list[Token], at: int, close: int) -> list[Token]:
    """Return what a bracket says that the number before it is too: the same again, or another quantity."""
    again = at + 2 if _says_again(before, tokens, at, close) else _with_more_digits(before, tokens, at, close)
    return tokens[again:close] if again else _is_another_too(before, tokens[at + 1 : close])


def _says_again(before: list[Token], tokens: list[Token], at: int, close: int) -> bool:
    """Whether a bracket says the side before it again: "q = wx (i.e. 10)", "df/dq = 10 (= df/db)"."""
    inside = tokens[at + 1 : close]
    again = len(inside) > 1 and (inside[0].role is Role.SAME or (inside[0].kind, inside[0].text) == ("rel", "="))
    if not again or any(t.kind in ("rel", "cmp", "word") for t in inside[1:]):
        return False
    last = next((t for t in reversed(before) if not t.edge), None)
    behind = next((t for t in tokens[close + 1 :] if not t.edge), None)
    ends = behind is None or behind.kind == "sep" or (behind.kind in ("word", "rel") and inside[0].kind == "word")
    side = reversed(before[-_SIDE:])
    lead = next((t for t in side if t.kind == "rel" or t.text == "arrow" or ends_sentence(t)), None)
    ends = ends and not (inside[0].kind == "rel" and lead is not None and lead.text == "arrow")  # "x → 3 (= y)"
    return ends and last is not None and last.kind in OPERAND_ENDS


def _is_another_too(before: list[Token], inside: list[Token]) -> list[Token]:
    """Return the quantities of which a bracket says that they come to the number before it: "3 (this is also dL/du)".

    They stand as in a chain: "dL/du = dL/dv".
    """
    last = last_seen(before)
    words = [bare(token.text) for token in inside if token.kind in ("word", "rel")]
    so = words[-2:] == ["so", "is"] or words[:3] == ["and", "so", "is"]
    told = so or not _TOO.isdisjoint(words) or words[:2] == ["=", "="]
    if last < 0 or before[last].kind != "num" or not told or words[0] == "is":  # "(is it also df/dw)" asks
        return []
    parts: list[list[Token]] = [[]]
    for token in inside:
        joins = token.text in ("comma", "=") or token.text in AND
        if joins and parts[-1]:
            parts.append([])
        elif not (joins or token.edge or bare(token.text) in _THIS_TOO or token.text == "so"):
            parts[-1].append(token)
    named = all(part and part[0].kind in QUANTITY_BEGINS and not any(map(_is_more, part)) for part in parts)
    return [token for part in parts for token in (_EQUALS, *part)][1:] if named else []


def _is_more(token: Token) -> bool:
    """Whether a token in a list of quantities is of none."""
    return token.kind in ("rel", "cmp", "word", "sep", "num")


def _denies_noun(before: list[Token], tokens: list[Token], at: int, close: int) -> bool:
    """Whether a bracket holds one word between an article and a noun that it speaks against."""
    led = bool(before) and before[-1].role is Role.ARTICLE and close == at + 2
    follows = close + 1 < len(tokens) and tokens[close + 1].kind == "word"
    return led and follows and tokens[at + 1].role in AGAINST_IT


def _sentence_end(before: list[Token], tokens: list[Token], at: int) -> int:
    """Return where a bracket closes that holds a whole sentence: "q = 10. (And 3 is df/dq.)"; 0 where it does not."""
    last = last_seen(before)
    if last >= 0 and not ends_sentence(before[last]):
        return 0
    stop = next((n for n in range(at, len(tokens)) if ends_sentence(tokens[n])), 0)
    inside = tokens[at + 1 : stop]
    whole = (
        stop > 0 and tokens[stop].text == "stop" and [token.kind for token in tokens[stop + 1 : stop + 2]] == ["close"]
    )
    against = any(token.role in AGAINST_IT or token.role in VAGUE for token in inside if token.kind == "word")
    return stop + 1 if whole and not against and any(token.kind == "rel" for token in inside) else 0


def _over_lines(before: list[Token], tokens: list[Token], at: int) -> int:
    """Return where a remark in words closes that goes on in the next lines, behind a number; 0 where none does."""
    last = last_seen(before)
    if last < 0 or before[last].kind not in _RESULT_ENDS or tokens[at].start == before[last].end:
        return 0
    words = lines = 0
    for place in range(at + 1, min(at + _REMARK, len(tokens))):
        token = tokens[place]
        if token.kind == "close":
            return place if lines and words >= _TOLD else 0
        if token.kind == "sep" and token.text not in ("soft", "comma", "line", "colon"):
            return 0
        if _is_line(token):
            lines += 1
            ahead = [t.kind for t in tokens[place + 1 : place + 3]]
            if not words or "rel" in ahead:
                return 0  # the next line is an equation, and the bracket a slip
        words += token.kind == "word"
    return 0


def _is_line(token: Token) -> bool:
    return token.kind == "sep" and token.text == "line"


def _is_shape(before: list[Token], opening: Token, inside: list[Token]) -> bool:
    """Whether a bracket behind a side holds its shape: () of a number, (2,) of a list or vector, (2, 2) of a matrix."""
    last = last_seen(before)
    if last > 0 and (before[last].kind, before[last].text) == ("sep", "wide"):
        last = last_seen(before, last)
    if last < 0 or before[last].kind not in OPERAND_ENDS | {"vec"} or opening.start == before[last].end:
        return False
    signs = [token.text if token.kind == "sep" else token.kind for token in inside]
    if not signs:
        return before[last].text != "matrix"
    listed = before[last].kind in ("close", "vec") and signs == ["num", "comma"]
    return listed or (before[last].text == "matrix" and signs == ["num", "comma", "num"])


def _is_factor(tokens: list[Token], at: int, close: int) -> bool:
    """Whether a bracket holds nothing but a comparison and a side goes on behind it: "w (z > 0) x"."""
    inside = tokens[at + 1 : close]
    compares = sum(token.kind == "cmp" for token in inside) == 1 and not any(t.kind in ("rel", "word") for t in inside)
    behind = seen(tokens, close + 1)
    goes_on = behind < len(tokens) and (tokens[behind].kind in QUANTITY_BEGINS or tokens[behind].text == "*")
    return compares and goes_on and not any(token.edge for token in tokens[close + 1 : behind])


def _is_aside(before: list[Token], opening: Token, inside: list[Token]) -> bool:
    words = [token for token in inside if token.kind == "word"]
    if inside and inside[0].kind == "num" and any(word.role is Role.OTHERWISE for word in words):
        return False  # "(2 if z > 0 else 0)" is a factor
    relates = any(token.kind in ("rel", "cmp") for token in inside)
    whole = bool(words) and SIGNS.match(words[0].text) is not None  # no letters that may be names
    told = bool(words) and (len(words) > 1 or whole or (words[0].role is not None and len(words[0].text) > 2))
    told = told or [token.kind for token in inside] == ["fn"]  # "a = 0.67 (sigmoid)": a function of nothing
    if not (relates or told):
        return False
    last = next((t for t in reversed(before) if not t.edge), None)
    if last is None or last.kind in ("sep", "word"):  # "（链式法则）df/dx = -4"
        return not relates
    listed = any(t.kind == "sep" and t.text == "comma" for t in inside)
    if words and listed and any(t.kind == "cmp" for t in inside):
        return last.kind in OPERAND_ENDS  # "-0.8(z>0, so the slope is 1)": some languages set no blank before it
    sure = all(word.role not in AGAINST_IT and word.role is not Role.HEDGE for word in words)
    if relates and sure and words and words[0] is inside[0] and _gives_reason(words[0]):
        return last.kind in OPERAND_ENDS  # "w1(since z = w1 a)"
    if (whole or len(words) > 1) and len(words) == len(inside) and all(word.role is not None for word in words):
        return True  # words only are no factor, wherever they stand
    if last.kind in _CLOSED_ENDS and inside[-1].role in _SAYS_NOTHING and words[-1] is inside[-1]:
        return True  # "10(+1 does nothing)" is set off by its last word
    if last.kind in _CLOSED_ENDS and any(SIGNS.match(word.text) for word in words):
        return all(word.role not in _OPERATIONS for word in words)  # some scripts set no blank before it
    ends = _ARRAY_ENDS if relates else OPERAND_ENDS
    return last.kind in ends and (opening.start > last.end or before[-1].kind == "sep")


def _gives_reason(word: Token) -> bool:
    return word.role is Role.REASON or bare(word.text) in _REASONS


def _is_formula_beside(before: list[Token], tokens: list[Token], at: int, close: int, source: str) -> bool:
    """Whether a bracket in the text behind a decimal holds one formula: "dz = -0.066 (`da * a`)" says whence it is."""
    last = last_seen(before)
    decimal = last >= 0 and before[last].kind == "num" and "." in before[last].text
    start, end = tokens[at].end, tokens[close].start
    marks = source[start : start + 1] + source[end - 1 : end]
    one = marks in ("``", "$$") and not any(mark in source[start + 1 : end - 1] for mark in "`$")
    return decimal and one and tokens[at].start > before[last].end


def _with_more_digits(before: list[Token], tokens: list[Token], at: int, close: int) -> int:
    """Return where a number begins in a bracket that says the result before it with more digits; 0 for none.

    "4.226 (4.2256)" is "4.226 = 4.2256".
    """
    last = _result_before(before, tokens, at, close)
    inside = [place for place in range(at + 1, close) if not tokens[place].edge] if last >= 0 else []
    signed = len(inside) == 2 and tokens[inside[0]].text == before[last_seen(before, last)].text == "-"
    if not inside or len(inside) != 1 + signed or tokens[inside[-1]].kind != "num":
        return 0
    written, finer = before[last].value, tokens[inside[-1]].value
    few, more = (len(str(number).partition(".")[2]) for number in (written, finer))
    return inside[0] if more > few > 0 and abs(finer - written) <= _HALF * 10.0**-few else 0


def _does_nothing(before: list[Token], tokens: list[Token], at: int, close: int) -> bool:
    """Whether a bracket behind a result does nothing to it: "6 (×1)"."""
    if _result_before(before, tokens, at, close) < 0:
        return False
    match [token for token in tokens[at + 1 : close] if not token.edge]:
        case [Token(kind="op", text=sign), Token(kind="num") as by]:
            return (sign, by.value) in _NOTHING_DONE
    return False


def _result_before(before: list[Token], tokens: list[Token], at: int, close: int) -> int:
    """Return the place of the number that a side ends with before a bracket, apart from it; -1 where it does not."""
    last, behind = last_seen(before), seen(tokens, close + 1)
    ends = behind >= len(tokens) or tokens[behind].kind in ("sep", "rel")
    apart = last > 0 and before[last].kind == "num" and tokens[at].start > before[last].end
    return last if apart and ends else -1
