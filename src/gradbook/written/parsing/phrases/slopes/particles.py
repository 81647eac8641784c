"""Derivatives in the order of Chinese, Japanese and Korean, where a verb or a particle stands behind the quantities.

f を x で微分すると -4          f를 x로 미분하면 -4          f 对 x 求导得 -4          f 对 x：-4
"""

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, PARTICLE, SIGNS, Role
from gradbook.written.notation import LOSS_WORDS
from gradbook.written.parsing.grammar.edges import last_seen, past_number, seen
from gradbook.written.parsing.grammar.signs import says

ALL = frozenset({
    "都", "均", "皆", "全都", "どちらも", "どれも", "ともに", "共に", "いずれも", "両方とも", "両方", "二つとも",
    "全部", "全て", "すべて", "모두", "둘 다", "전부", "다",
})  # fmt: skip
BEGINS = frozenset({"num", "name", "der", "open", "frac", "fn", "euler", "group", "sqrt", "old"})
_JOINS = AND | {"や", "も", "に", "にも", "へ", "へも", "도", "에", "에도"}
WITH = frozenset({"で微分", "で偏微分", "について", "に関して", "で", "로", "으로"})
_ABOUT = (["대해"], ["대하여"], ["대해서"], ["관해"], ["관하여"])
OBJECT = frozenset({"を", "를", "을"})
_VERB = ("微分", "偏微分", "求偏", "求导", "求導", "求微分", "求梯度", "미분", "편미분")
_IF = frozenset({
    "する", "すると", "したら", "すれば", "して", "した", "と", "値は", "結果は", "もの", "하면", "한", "하여", "해서",
    "값은", "결과는", "하고", "하자",
})  # fmt: skip
ALSO = frozenset({"も", "도", "也"})
IN_ALL = frozenset(
    {"total", "gesamt", "insgesamt", "totale", "en total", "in total", "totaal", "итого", "合计", "总计"}
)
_LIKEWISE = frozenset(
    {"同じく", "同様に", "同様", "同じ", "また", "똑같이", "마찬가지로", "역시", "같은", "一样", "同样", "soft"}
)
_OUTPUT = frozenset({"输出", "输出值", "輸出", "出力", "出力値", "출력", "출력값", "结果", "計算結果", "计算结果"})
VALUE = frozenset(
    {"の値", "の値は", "值", "值就", "取值", "数值", "數值", "値", "値は", "数値", "값", "값은", "값이", "値の"}
    | {"değer", "değeri", "değerini", "deger", "degeri", "degerini"}
)
_FINDS = ("計算", "求め", "구하", "구해", "계산", "갱신", "업데이트")
_MOST = 6  # tokens between the quantities and what is said of them


def differentiated(
    tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon
) -> tuple[list[Token], int] | None:
    """Read "f を x で微分すると -4", "x로 미분하면 -4", "f 对 x 求偏导得 -4" and "f 对 x：-4"."""
    token = tokens[at]
    about = [t.text for t in tokens[at : at + 2]]
    joined = about[0] == "에" and about[1:] in _ABOUT  # "w에 대해 미분하면"
    particle = token.text in WITH or joined
    sure = True
    if particle and names_before(before):
        start = last_seen(before)
        by = before[start]
        behind = _behind_verb(tokens, at if _is_verb(token) else at + 1 + joined)
        behind = behind if not joined or any(t.text in _IF for t in tokens[at:behind]) else 0  # a task: "w에 대해 미분"
        of_what = last_seen(before, start)
        if not behind and of_what >= 0 and before[of_what].text in OBJECT:
            behind, sure = _stated(tokens, at + 1), False  # "f를 x로: -4"
    elif token.role is Role.BY and SIGNS.match(token.text) and not PARTICLE.search(token.text):
        start, place = len(before), seen(tokens, at + 1)
        if place >= len(tokens) or not tokens[place].name:
            return None
        by = tokens[place]
        behind = _behind_verb(tokens, seen(tokens, place + 1))
        if not behind and before and before[last_seen(before)].name in lexicon.operands:
            behind, sure = _stated(tokens, place + 1), False
    else:
        return None
    of, start = differentiated_of(before, start, lexicon, particle=particle)
    if not behind or of not in lexicon.operands or by.name == of or by.name not in lexicon.cone(of):
        return None
    del before[start:]
    head = Token("der", by.text, by.start, by.end, Derivative(of, by.name), None if sure else Role.SLOPE)
    sign = [Token("rel", "is", by.end, by.end)] if begins(tokens, behind) else []
    return [head, *sign], behind


def _is_verb(token: Token) -> bool:
    return token.text.removeprefix("で").startswith(_VERB)


def _behind_verb(tokens: list[Token], at: int) -> int:
    """Return the place behind "differentiated" and the words of its ending, where a value or a sign follows; else 0."""
    if at >= len(tokens) or not _is_verb(tokens[at]):
        return 0
    place = seen(tokens, at + 1)
    while place < len(tokens) and place - at < _MOST and (tokens[place].text in _IF or tokens[place].role is Role.OF):
        place = seen(tokens, place + 1)
    if place < len(tokens) and tokens[place].kind == "sep" and tokens[place].text == "comma":
        place = seen(tokens, place + 1)
    return place if _says(tokens, place) else 0


def _stated(tokens: list[Token], at: int) -> int:
    """Return the place of a colon, or of "is", right here, behind which a value follows; 0 where there is none."""
    place = seen(tokens, at)
    while place < len(tokens) and tokens[place].text in ALL:
        place = seen(tokens, place + 1)
    sign = tokens[place] if place < len(tokens) else None
    if sign is None or not says(sign):
        return 0
    return place if begins(tokens, seen(tokens, place + 1)) else 0


def _says(tokens: list[Token], at: int) -> bool:
    token = tokens[at] if at < len(tokens) else None
    return token is not None and (begins(tokens, at) or says(token) or token.role is Role.RELATION)


def begins(tokens: list[Token], at: int) -> bool:
    """Whether a value begins at a place."""
    return at < len(tokens) and (tokens[at].kind in BEGINS or tokens[at].text in ("-", "+"))


def differentiated_of(before: list[Token], start: int, lexicon: Lexicon, *, particle: bool) -> tuple[str, int]:
    """Return what is differentiated, and where it begins: "f を", "f를", "f 对"; the output where that is not said."""
    place = last_seen(before, start)
    if particle:
        if place < 0 or before[place].text not in OBJECT:
            return lexicon.output, start
        place = last_seen(before, place)
        if place >= 0 and before[place].text in LOSS_WORDS:  # "손실을 w로 미분하면"
            return lexicon.output, place
        return (before[place].name, place) if place >= 0 and before[place].name else ("", start)
    if place >= 0 and before[place].name in lexicon.operands:
        return before[place].name, place
    return lexicon.output, start


def calculated(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "∂f/∂x を求めると -4", "q를 계산하면 3" and, as the new value, "x を更新すると 1.85"."""
    place = last_seen(before)
    if tokens[at].text not in OBJECT or place < 0 or before[place].kind not in ("name", "der", "new", "end", "close"):
        return None
    behind, step = at + 1, False
    while behind < len(tokens) and behind - at < _MOST and tokens[behind].kind == "word":
        token = tokens[behind]
        step = step or token.role is Role.STEP
        if not (token.role in (Role.STEP, Role.FILLER) or token.text in _IF or token.text.startswith(_FINDS)):
            return None
        behind += 1
    if behind > at + 1 and behind < len(tokens) and tokens[behind].text == "comma":
        behind += 1
    if behind == at + 1 or not begins(tokens, behind) or tokens[behind].name:
        return None
    if step and before[place].name not in lexicon.inputs:
        return None
    if step:
        name = before[place]
        before[place] = Token("new", name.text, name.start, name.end, New(name.name))
    return [Token("rel", "is", tokens[at].start, tokens[behind - 1].end)], behind


def value_of(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Pass over "value" behind a quantity: "q の値は 3", "q의 값은 3", "q 值为 3"."""
    place = last_seen(before)
    if (
        place < 0
        or before[place].kind not in ("name", "der", "new")
        or not (tokens[at].text in VALUE or stands_behind(tokens[at].text))
    ):
        return None
    word = at
    while word < len(tokens) and word - at < _MOST and tokens[word].role in (Role.PART_OF_GRAPH, Role.ARTICLE):
        word += 1  # q 这个节点的值
    joined = word < len(tokens) and tokens[word].role is Role.OF
    word += joined
    if word >= len(tokens) or not (tokens[word].text in VALUE or (joined and tokens[word].text in _OUTPUT)):
        return None
    end = tokens[word].end
    behind = seen(tokens, word + 1)
    is_said = tokens[word].text.endswith(("は", "은", "이")) and begins(tokens, behind)
    is_said = is_said or past_number(tokens, behind) > 0  # "y 的值 -1.5"
    return [Token("rel", "is", end, end)] if is_said else [], word + 1


def also(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "df/dy も同じく -4" and "df/dy 도 -4"."""
    place = last_seen(before)
    if tokens[at].text not in ALSO or place < 0 or before[place].kind not in ("name", "der", "new"):
        return None
    behind = seen(tokens, at + 1)
    while behind < len(tokens) and tokens[behind].text in _LIKEWISE:
        behind = seen(tokens, behind + 1)
    if not begins(tokens, behind) or tokens[behind].name:
        return None
    return [Token("rel", "is", tokens[at].start, tokens[at].end)], behind


def in_all(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "dw total = 3.5": what the total of a quantity is, which several parts may be given of."""
    sign, name = seen(tokens, at + 1), last_seen(before)
    led = name >= 0 and before[name].kind in ("name", "der", "end", "diff") and before[name].name != lexicon.output
    said = sign < len(tokens) and (tokens[sign].kind == "rel" or tokens[sign].text == "colon")
    return ([], sign) if led and said else None


def names_before(before: list[Token]) -> list[Token]:
    """Return the quantities that are listed at the end of what stands before: "x と y", "x、y", "x 和 y"."""
    names: list[Token] = []
    place = last_seen(before)
    while place >= 0 and isinstance(before[place].node, Symbol) and before[place].name:
        names.insert(0, before[place])
        place = last_seen(before, place)
        joint = place
        while joint >= 0 and place - joint < 2 and joins(before[joint]):
            joint = last_seen(before, joint)
        if joint == place:
            break
        place = joint
    return names


def joins(token: Token) -> bool:
    """Whether a token joins two quantities of a list."""
    return (token.kind == "word" and token.text in _JOINS) or (token.kind == "sep" and token.text == "comma")


def stands_behind(word: str) -> bool:
    """Whether a word stands behind its noun, or is written in signs."""
    return SIGNS.match(word) is not None or PARTICLE.search(word) is not None
