"""Comparisons where particles are words: "q는 r보다 크다" says that q is larger, and not that it is r."""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, OPERATIONS, PARTICLE, Role, bare, bare_words
from gradbook.written.parsing.grammar.brackets import matches
from gradbook.written.parsing.grammar.edges import last_seen, sentence_end, sentence_start

_TIMES = frozenset({"倍", "배"})
_THAN = ("보다", "より")
_BY = ("만큼", "だけ", "ほど", "씩")
_AT_RATE = ("비율", "속도", "로", "으로", "割合", "で")  # "−4의 비율로", and not "20으로"
_DOUBTING = AGAINST_IT | {None, Role.ERROR}
_IF = "면"  # 증가하면
_FAR = 10  # tokens of by how much something changes
_EDGES = frozenset({"rel", "cmp", "sep", "word", "bad"})
_MORE_OR_LESS = bare_words(
    "smaller larger bigger greater lower higher go rise fall explode vanish kleiner größer plus moins"
)
_MULTIPLES = bare_words(  # behind "3 times"
    "as smaller larger bigger greater lower higher weaker stronger so kleiner größer grösser schwächer stärker plus "
    "moins más menos menor mayor mais maior più meno groter mniejszy mniejsza większy większa меньше больше"
)
_WHOSE = frozenset({Role.OF, Role.SLOPE})
_ABOUT = 2  # words before such a number: "is only about 3 times smaller"


def compared(tokens: list[Token]) -> list[Token]:
    """Return the tokens, "is" before a quantity that another is compared with, and "than" behind it, as plain words.

    So where it is a multiple of that: "f是z的两倍", "is about 3 times smaller than".
    """
    found = list(tokens)
    opens = {close: begin for begin, close in matches(tokens).items()}
    for at, token in enumerate(tokens):
        if token.role is Role.TIMES and (sign := _is_before_comparative(tokens, at)) >= 0:
            found[sign] = Token("word", "is", tokens[sign].start, tokens[sign].end, None, Role.PLAIN)
        if token.text in _TIMES and (sign := _is_before_multiple(tokens, at)) >= 0:
            found[sign] = Token("word", "is", tokens[sign].start, tokens[sign].end, None, Role.PLAIN)
        if token.kind != "word" or not token.text.startswith(_THAN) or not PARTICLE.match(token.text):
            continue
        place = last_seen(tokens, at)
        place = last_seen(tokens, opens[place]) if place in opens else place  # r(8)보다
        number = place >= 0 and tokens[place].kind == "num" and token.text.startswith("보다")
        if place < 0 or not (tokens[place].name or number):
            continue
        sign = last_seen(tokens, place)
        sign = last_seen(tokens, sign) if sign >= 0 and tokens[sign].text == "-" else sign
        if sign >= 0 and tokens[sign].kind == "rel" and tokens[sign].text == "is":
            found[sign] = Token("word", "is", tokens[sign].start, tokens[sign].end, None, Role.PLAIN)
            found[at] = replace(token, role=Role.PLAIN)
    return found


def counts_times(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is the number of "3 times smaller", which is no value."""
    times, behind = (tokens[place] if place < len(tokens) else None for place in (at + 1, at + 2))
    counted = tokens[at].kind == "num" and times is not None and times.role is Role.TIMES
    return counted and behind is not None and bare(behind.text) in _MULTIPLES


def _is_before_comparative(tokens: list[Token], at: int) -> int:
    """Return where "is" stands before how many times smaller something is, "is about 3 times smaller"; else -1."""
    count = last_seen(tokens, at)
    if count < 0 or not counts_times(tokens, count):
        return -1
    sign = last_seen(tokens, count)
    for _ in range(_ABOUT):
        sign = last_seen(tokens, sign) if sign >= 0 and tokens[sign].kind == "word" else sign
    return sign if sign >= 0 and tokens[sign].kind == "rel" and tokens[sign].text in ("is", "~") else -1


def _is_before_multiple(tokens: list[Token], at: int) -> int:
    """Return where "is" stands before a quantity and how many times it is meant; -1 where it does not."""
    place = last_seen(tokens, last_seen(tokens, at))
    if place < 0 or tokens[place].role is not Role.OF:
        return -1
    while place >= 0 and tokens[place].kind == "word" and tokens[place].role in _WHOSE:  # "b의 기울기의 3배"
        place = last_seen(tokens, place)
    sign = last_seen(tokens, place) if place >= 0 and (tokens[place].name or tokens[place].kind == "der") else -1
    while sign >= 0 and (tokens[sign].kind in ("diff", "name") or tokens[sign].text == "/"):  # dL/db의 3배
        sign = last_seen(tokens, sign)
    return sign if sign >= 0 and (tokens[sign].kind, tokens[sign].text) == ("rel", "is") else -1


def caused(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a verb as a plain word by which a quantity only becomes more or less: "makes f smaller"."""
    found = list(tokens)
    for at, token in enumerate(tokens[:-2]):
        if token.text == "is" and token.end - token.start > len("is") and tokens[at + 1].kind in ("name", "der"):
            behind = tokens[at + 2]
            adds = behind.role in OPERATIONS and tokens[at + 3 : at + 4] and not _is_adjective(tokens[at + 3])
            changes = behind.role is Role.CHANGES or bare(behind.text) in _MORE_OR_LESS
            if behind.kind == "word" and changes and not adds:  # "rend f plus petit", and not "ist x plus y"
                found[at] = Token("word", "makes", token.start, token.end, None, Role.PLAIN)
    return found


def _is_adjective(token: Token) -> bool:
    return token.kind == "word" and token.role is not Role.NUMBER


def grown(tokens: list[Token]) -> list[Token]:
    """Return the tokens, "is" as a plain word where a quantity changes by a number: "L이 18만큼 감소", "Lは18減る"."""
    found = list(tokens)
    subjects: list[int] = []
    for at, token in enumerate(tokens):
        if token.role is Role.CHANGES and token.text.endswith(_IF):
            found[at] = replace(token, role=Role.CONDITION)
        if token.kind == "rel" and token.text == "is" and token.end - token.start == 1:
            kinds = [one.kind for one in tokens[at + 1 : at + 3]]
            place = at + (3 if kinds[:1] == ["op"] else 2)
            if kinds[:1] not in (["num"], ["op"]) or tokens[place - 1].kind != "num":
                continue
            if _changes(tokens, place):
                found[at] = Token("word", "is", token.start, token.end, None, Role.PLAIN)
                subjects.append(last_seen(tokens, at))
    for subject in reversed(subjects):  # no side of the equation before it
        if subject > 0:
            found.insert(subject, Token("sep", "comma", tokens[subject].start, tokens[subject].start))
    return found


def _changes(tokens: list[Token], at: int) -> bool:
    """Whether a verb says that something changes by what stands before a place, over brackets: "−4(z)의 비율로"."""
    inside, of = 0, False
    for token in tokens[at : at + _FAR]:
        inside += (token.kind == "open") - (token.kind == "close")
        of = of or (not inside and token.role is Role.OF)
        passed = inside or token.kind == "close" or token.role is Role.OF or token.text in _BY
        if not passed and not (of and token.text in _AT_RATE):
            return token.role is Role.CHANGES
    return False


def parted(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a sign of comparison between two equations as what parts them: "f_new = 5.76 < 9 = f".

    In brackets it is a condition: [s > 0].
    """
    signs = [at for at, token in enumerate(tokens) if token.kind == "cmp"]
    if not signs:
        return tokens
    found = list(tokens)
    for at in signs:
        token = tokens[at]
        begin = next((place for place in range(at - 1, -1, -1) if _is_edge(tokens[place])), 0)
        kinds = [other.kind for other in tokens[begin:at]]
        if kinds.count("open") != kinds.count("close"):
            continue  # v * [s > 0] = 4 * 1
        before = tokens[begin]
        behind = next((place for place in range(at + 1, len(tokens)) if _is_edge(tokens[place])), at)
        relates = before.kind == "rel" and tokens[behind].kind == "rel" and not _is_doubted(tokens, at)
        if relates and behind > at + 1 and tokens[behind].text != "is":
            found[at] = Token("sep", "comma", token.start, token.end)
    return found


def _is_edge(token: Token) -> bool:
    return token.kind in _EDGES and not token.edge


def _is_doubted(tokens: list[Token], at: int) -> bool:
    """Whether a word in the sentence of a place may speak against what stands there."""
    sentence = tokens[sentence_start(tokens, at) : sentence_end(tokens, at)]
    return any(token.kind == "word" and token.role in _DOUBTING for token in sentence)
