"""Shares: what a quantity gets on the way back is its gradient: "x gets 2y = -8", "q へ -4、z へ 3", "q 쪽에는 -4"."""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, OPERATIONS, SIGNS, Role, bare
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.lists.each import EACH
from gradbook.written.lexing.words.lists.referring import THIS
from gradbook.written.notation import VALUE_NOUNS
from gradbook.written.parsing.grammar.edges import ends_sentence, last_seen, past_number, seen, sentence_start
from gradbook.written.parsing.phrases.called.kinds import counted_kind_of, is_learned_noun, kind_of
from gradbook.written.parsing.phrases.slopes.parallels import numbers_from
from gradbook.written.parsing.phrases.slopes.particles import ALL, begins, joins, names_before
from gradbook.written.parsing.phrases.slopes.received.direction import goes_back
from gradbook.written.parsing.phrases.slopes.received.getting import (
    ENDS_UP,
    HAS,
    HAVING,
    RECEIVES,
    WHOLE,
    is_led_harmlessly,
    together,
)

_TO = frozenset(
    {
        "へ",
        "へは",
        "に",
        "には",
        "にも",
        "に対して",
        "に対しては",
        "에",
        "에는",
        "에도",
        "로",
        "으로",
        "那边",
        "这边",
        "那侧",
    }
)
GIVEN_TO = frozenset(
    {"传给", "传到", "传回", "传向", "流向", "流到", "流回", "分给", "送给", "传递给", "傳給", "傳到", "流給"}
)
_GIVES = frozenset(
    {
        "の",
        "は",
        "が",
        "も",
        "의",
        "는",
        "은",
        "그대로",
        "そのまま",
        "那边",
        "这边",
        "的是",
        "的",
        "也",
        "就",
        "原样",
        "同样",
    }
)
_WAY = frozenset(
    {
        "方",
        "側",
        "ほう",
        "쪽",
        "쪽에",
        "쪽에는",
        "쪽으로",
        "쪽으로는",
        "那",
        "这",
        "边",
        "侧",
        "端",
        "支路",
        "方向",
        "노드",
    }
)
TOWARDS = frozenset({
    "into", "to", "onto", "on", "at", "in", "along", "towards", "toward", "upon", "through", "for",
    "an", "zu", "bei", "nach", "auf", "à", "dans", "vers", "sur", "en", "jusqu'à", "a", "hacia", "hasta", "al", "em",
    "vào", "sang", "ke", "kepada",
    "no", "na", "ao", "até", "su", "nel", "verso", "naar", "bij", "aan", "do", "w", "ku", "в", "на", "к", "до",
})  # fmt: skip
_BARE = frozenset({"쪽", "노드", "边", "侧", "端", "支路", "方向", "方", "側", "那", "这"})
_BESIDE = frozenset({Role.PLAIN, Role.PART_OF_GRAPH, Role.FILLER, Role.NUMBER})
_PASSED = frozenset({Role.ARTICLE, Role.SLOPE, Role.SLOPES, Role.OF})  # "gets the gradient -4"
_HAS_PLAINLY = HAS - {"a", "ont", "ha", "ma", "take", "takes"}  # of gradients, "b has -9"
_WITH = frozenset({"with", "up with", "com", "con", "mit", "avec", "left with"})
VERBS = HAVING | ENDS_UP | {"one"}
_QUALIFIES = frozenset({  # words behind a number by which it is of another time, or of several together
    "as", "als", "comme", "come", "como", "value", "wert", "valeur", "valor", "valore", "instead", "statt", "anstatt",
    "twice", "zweimal", "deux", "due", "dos", "duas", "subtracted", "together", "zusammen", "ensemble", "insieme",
    "juntos", "total", "altogether", "combined", "equally", "half", "split", "once", "next", "second", "first",
    "forward", "every", "top", "paths", "updated", "lieu", "fois", "volte", "veces", "vezes", "iteration",
})  # fmt: skip
_ALL_BUT = frozenset({"but", "except", "außer", "sauf", "excepto", "exceto", "tranne", "salvo", "behalve"})
_GIVEN = frozenset({Role.ARTICLE, Role.SLOPE, Role.SLOPES, Role.OF, Role.FILLER})  # "gets the gradient -4"
_THEM = frozenset({
    "them", "they", "both", "each", "sie", "beide", "ihnen", "jeder", "ils", "elles", "chacun", "ellos", "ambos",
    "eles", "entrambi", "essi",
})  # fmt: skip
_IT = frozenset(
    {"it", "its", "er", "sie", "es", "il", "elle", "ella", "él", "ele", "ela", "esso", "essa", "hij", "het"}
)
_CALLED = (Role.ARTICLE, Role.LINK, Role.BIAS, Role.WEIGHT, Role.PART_OF_GRAPH, Role.FILLER)
ALSO = EACH | {
    "also",
    "then",
    "now",
    "therefore",
    "thus",
    "auch",
    "dann",
    "aussi",
    "también",
    "também",
    "anche",
    "ook",
}
_BEGINS = frozenset({"num", "name", "der", "open", "frac", "fn", "euler", "group"})


def received(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "x gets -4" as what df/dx is, where gradients are spoken of and no step after them.

    It counts where it fits only: it may be the share that comes along one of several paths.
    """
    one = tokens[at].text == "one" and at + 1 < len(tokens) and tokens[at + 1].role is Role.OF  # "x one of 15"
    with_ = [n for n in range(at + 1, min(at + 4, len(tokens))) if tokens[n].text in _WITH]
    ends_up = tokens[at].text in ENDS_UP and bool(with_)
    if tokens[at].text not in HAVING and not one and not ends_up:
        return None
    place = _subject_end(before)
    meant = _meant(before, place) or subject_of(before, place)
    if meant:
        before[place:] = meant
        place = len(before) - 1
    if place > 0 and before[place - 1].kind in ("op", "diff"):
        return None  # "e = y - t has slope 1"
    noun = learned(before, place, lexicon)
    node = noun.node if noun else before[place].node if place >= 0 else None
    ahead = 1 + (with_[0] if ends_up else at)
    while ahead < len(tokens) and (
        tokens[ahead].edge
        or tokens[ahead].role in _GIVEN
        or tokens[ahead].text in ALSO | WHOLE
        or (tokens[ahead].kind == "word" and bare(tokens[ahead].text) in VALUE_NOUNS)  # "gets the value of z"
    ):
        ahead += 1
    sloped = any(token.role in (Role.SLOPE, Role.SLOPES) for token in tokens[at:ahead])
    swapped = ahead < len(tokens) and tokens[at].text in RECEIVES and _is_value_of(tokens[at:ahead], tokens[ahead])
    told = ahead > at + 1 and tokens[ahead - 1].role in (Role.SLOPE, Role.SLOPES)
    if told and ahead < len(tokens) and tokens[ahead].text in ("comma", "colon", "("):  # "the whole gradient, 3"
        ends = past_number(tokens, ahead + 1)
        if ends and (ends >= len(tokens) or tokens[ends].text == ")" or ends_sentence(tokens[ends])):
            ahead += 1
    behind = past_number(tokens, ahead) if tokens[at].text in _HAS_PLAINLY else 0
    plainly = behind > 0 and (behind >= len(tokens) or tokens[behind].kind == "sep" or tokens[behind].role is Role.LINK)
    if tokens[at].text in HAS and not sloped and not plainly and not _calculates(tokens, ahead):
        return None
    follows = tokens[ahead] if ahead < len(tokens) else None
    if (
        not isinstance(node, Symbol)
        or node.name == lexicon.output
        or follows is None
        or (
            follows.kind not in _BEGINS
            and not _is_worked_out(tokens, ahead)
            and follows.text not in ("-", "+")
            and DICTIONARY.value(follows.text) is None
        )
        or not (sloped or swapped or goes_back(before[:place]))
    ):
        return None
    alone = len(numbers_from(tokens, ahead)[0]) < 2
    if (
        is_qualified(tokens, past_number(tokens, ahead))
        or _is_distributed(tokens, ahead)
        or (place and before[place - 1].text in _ALL_BUT)
    ):
        return None
    each = alone or any(bare(token.text) in EACH for token in before[place + 1 :])  # "q and b both get 3"
    before[place:] = [noun or before[place]]
    while place > 1 and is_and(before[place - 1]) and before[place - 2].name:  # "w and x have gradients 6 and 15"
        place -= 2
    if place and before[place - 1].text == "sia":  # "sia m sia c ricevono -4"
        del before[place - 1]
        place -= 1
    if any(token.name == lexicon.output for token in before[place:]):
        return None
    if not (meant or is_led_harmlessly(before, place)) or together(tokens[at:ahead]):
        return None  # "the node above b gets 3", "a and b get 3 together"
    heads = [
        gradient_by(token.name, token.start, token.end, lexicon, math=token.math)
        if token.name
        else replace(token, kind="rel", text="=", role=None)
        if each
        else token
        for token in before[place:]
    ]
    del before[place:]
    is_ = Token("rel", "is", tokens[at].start, tokens[ahead - 1].end)
    arrow = seen(tokens, ahead + 1)
    if follows.name and arrow < len(tokens) and tokens[arrow].text == "arrow" and past_number(tokens, arrow + 1):
        return [*heads, is_, follows, replace(tokens[arrow], kind="rel", text="=")], arrow + 1  # "gets z → -4"
    return [*heads, is_], ahead


def _subject_end(before: Sequence[Token]) -> int:
    """Return the place of what stands right before a verb, or before its label's colon: "x and y: both get"."""
    place = last_seen(before)
    while place >= 0 and (before[place].edge or (before[place].kind == "word" and before[place].text in ALSO)):
        place -= 1
    return before_colon(before, place)


def before_colon(before: Sequence[Token], place: int) -> int:
    """Return the place of the name whose label's colon stands at a place; that itself where none does."""
    label = last_seen(before, place) if place >= 0 and before[place].text == "colon" else -1
    return label if label >= 0 and before[label].name else place


def _is_value_of(said: Sequence[Token], whose: Token) -> bool:
    """Whether what is got is another node's value, which is a gradient: "q gets the value of z"."""
    return bool(whose.name) and any(token.kind == "word" and bare(token.text) in VALUE_NOUNS for token in said)


def _is_worked_out(tokens: Sequence[Token], at: int) -> bool:
    """Whether a side that has a name of the answer's own, or "that", comes to a number: "gets δ * x = -6"."""
    parts = (n for n in range(at, len(tokens)) if tokens[n].kind in ("sep", "word") and not tokens[n].edge)
    sign = next((n for n in range(at, next(parts, len(tokens))) if tokens[n].kind == "rel"), 0)
    return tokens[at].kind == "bad" and sign > at and past_number(tokens, sign + 1) > 0


def _is_distributed(tokens: Sequence[Token], at: int) -> bool:
    """Whether each of several sides is to be multiplied by what a pronoun refers to: "get 2x and 2y times that"."""
    parts = (n for n in range(at, len(tokens)) if tokens[n].kind in ("sep", "rel") and not tokens[n].edge)
    side = tokens[at : next(parts, len(tokens))]
    refers = any(token.kind == "word" and bare(token.text) in THIS for token in side)
    return refers and any(map(is_and, side)) and any(token.role is Role.TIMES for token in side)


def _calculates(tokens: Sequence[Token], at: int) -> bool:
    """Whether a calculation and its result stand at a place: "t has 6 * 0.5 = 3"."""
    end = next((n for n in range(at, len(tokens)) if tokens[n].kind in ("sep", "word")), len(tokens))
    signs = [token for token in tokens[at:end] if token.kind == "rel"]
    begun = at < end and (tokens[at].kind in _BEGINS or tokens[at].text in ("-", "+"))
    return begun and bool(signs) and all(sign.text in ("=", "~") for sign in signs)


def subject_of(before: Sequence[Token], at: int) -> list[Token]:
    """Return the name with which the sentence begins, where a pronoun that ends at a place means it: "so it gets".

    That is the name before which nothing stands but what joins the sentence, or what the name is called.
    """
    if at < 0 or before[at].text not in _IT:
        return []
    lead = last_seen(before, at)
    if lead >= 0 and before[lead].kind != "sep" and before[lead].role not in (Role.LINK, Role.REASON, Role.RESULT):
        return []
    for place in range(sentence_start(before, at), at):
        token = before[place]
        if token.kind == "name" and token.name:
            behind = before[place + 1]
            alone = (
                place + 1 < at
                and behind.kind != "op"
                and not is_and(behind)
                and (behind.kind != "rel" or behind.text == "is")
            )
            return [replace(token, start=before[at].start, end=before[at].end)] if alone else []
        if not (token.edge or token.role in _CALLED):
            break
    return []


def is_qualified(tokens: list[Token], behind: int) -> bool:
    """Whether words behind a number make it another's: "gets -9 as its new value", "gets -9 together", "twice"."""
    end = behind
    while behind and end < len(tokens) and (tokens[end].kind == "word" or tokens[end].edge):
        end += 1
    said = (token.text for token in tokens[behind:end] if token.text != "as well")
    return any(bare(part) in _QUALIFIES for text in said for part in text.split())


def _meant(before: Sequence[Token], at: int) -> list[Token]:
    """Return the names with which the sentence begins, where "each of them", which ends at a place, means these."""
    if at < 0 or before[at].text not in _THEM:
        return []
    lead = last_seen(before, at)
    if lead >= 0 and before[lead].role is Role.OF:  # "each of them", and not "one of them"
        each = last_seen(before, lead)
        if each < 0 or bare(before[each].text) not in EACH:
            return []
    elif lead >= 0 and before[lead].kind != "sep" and before[lead].role not in (Role.LINK, Role.REASON):
        return []  # "between them", "together they"
    begin = sentence_start(before, at)
    for place in range(begin, at):
        end = place
        while end + 2 < at and before[end].name and is_and(before[end + 1]) and before[end + 2].name:
            end += 2
        if end > place:
            them = before[at]
            return [replace(token, start=them.start, end=them.end) for token in before[place : end + 1]]
    return []


def gradient_by(name: str, start: int, end: int, lexicon: Lexicon, *, math: bool = False) -> Token:
    """Return what stands for the gradient by a quantity of which words speak, and no signs: it counts where it fits."""
    node = Derivative(lexicon.output, name)
    return Token("der", f"d{node.of}/d{node.by}", start, end, node, Role.SLOPE, math)


def learned(before: list[Token], at: int, lexicon: Lexicon) -> Token | None:
    """Return the name of the weight or bias that a noun at a place means: "the bias gets 3"."""
    if at < 0 or not is_learned_noun(before[at]):
        return None
    counted = counted_kind_of(before[at - 1], before[at], lexicon) if at else ""
    name = counted or kind_of(before[at], lexicon)
    return replace(before[at], kind="name", node=Symbol(name), role=None) if name else None


def passed_on(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "q へ -4", "x にも y にも -4 が流れる", "q 쪽에는 -4가", "传给 q 的是 -4" and "x 和 y 都收到 -4" so."""
    token = tokens[at]
    if token.text in GIVEN_TO:
        place = seen(tokens, at + 1)
        names = tokens[place : place + 1] if place < len(tokens) and tokens[place].name else []
        start, told, place = len(before), True, place + 1
    elif token.kind == "word" and SIGNS.match(token.text):
        names, told, place = names_before(before), False, at
        start = before.index(names[0]) if names else 0
        told = token.text == "も" and any(one.text == "も" for one in before[start:])  # "a も b も"
    else:
        return None
    if not names or not goes_back(before[:start]):
        return None
    while place < len(tokens) and not begins(tokens, place):
        word = tokens[place]
        told = told or word.text in _TO or word.text in RECEIVES
        way = (
            word.role in _BESIDE
            or word.text in _WAY
            or word.text in _TO
            or word.text in RECEIVES
            or word.text in _GIVES
            or word.text in ALL
        )
        if not way and not word.edge and word.kind != "rel" and word.role not in _PASSED:
            return None
        told = told or (word.text in _WAY and word.text not in _BARE)
        place += 1
    behind = tokens[seen(tokens, place + 1)] if seen(tokens, place + 1) < len(tokens) else None
    listed = place < len(tokens) and tokens[place].name and behind is not None
    if listed and behind is not None and (behind.text in _TO or joins(behind)):
        return None  # "x にも y にも"
    if not told or not begins(tokens, place) or any(name.name == lexicon.output for name in names):
        return None
    del before[start:]
    heads = [
        Token("der", name.text, name.start, name.end, Derivative(lexicon.output, name.name), Role.SLOPE)
        for name in names
    ]
    chained = [part for head in heads[1:] for part in (Token("rel", "=", head.start, head.start), head)]
    end = heads[-1].end
    return [heads[0], *chained, Token("rel", "is", end, end)], place


def is_and(token: Token) -> bool:
    return (token.kind == "word" and (token.text in AND or token.text == "sia")) or (
        token.kind == "sep" and token.text == "comma"
    )


def by_gate(before: list[Token]) -> None:
    """Take an operation that ends a sentence so far for the gate that does what follows: "the plus passes it on"."""
    lead = last_seen(before)
    if lead >= 0 and before[lead].kind == "word" and before[lead].role in OPERATIONS:
        before[lead] = replace(before[lead], role=Role.PART_OF_GRAPH)
