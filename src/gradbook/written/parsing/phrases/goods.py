"""Goods: what the nodes of a bill are called in other languages: "りんごの値段" of apple, "소비세" of tax.

Koki Saitoh's "Deep Learning from Scratch" (O'Reilly Japan, 2016, chapter 5) explains backpropagation by one, and notes
in Japanese, Korean and Chinese work it out in their words: price times number, the sum of these, times the tax.
"""

from collections.abc import Iterator, Sequence

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.grammar.edges import last_seen, seen
from gradbook.written.parsing.grammar.signs import says

_GOODS = {
    "apple": "apple apples ringo sagwa pomme apfel manzana りんご リンゴ 林檎 사과 苹果 蘋果",
    "orange": "orange oranges mikan gyul みかん ミカン オレンジ 귤 오렌지 橘子 橙子 橙",
    "banana": "banana bananas バナナ 바나나 香蕉",
    "pear": "pear pears nashi 梨 なし 배 梨子",
    "peach": "peach peaches momo 桃 もも 복숭아 桃子",
    "walnut": "walnut walnuts kurumi くるみ クルミ 호두 核桃",
    "grape": "grape grapes budo ぶどう ブドウ 포도 葡萄",
    "egg": "egg eggs tamago 卵 たまご 계란 달걀 鸡蛋",
    "milk": "milk gyunyu 牛乳 ミルク 우유 牛奶",
    "bread": "bread pan パン 빵 面包",
}
_FEATURES = {
    "price": "price cost unit nedan value 値段 単価 価格 가격 단가 값 价格 单价 価",
    "amount": "amount kingaku subtotal 金額 代金 小計 금액 소계 金额 小计 总价 合",
    "number": "num number count cnt n quantity kosu gaesu 個数 数 個 数量 개수 갯수 수량 个数 数目 個數",
    "tax": "tax zei vat 消費税 税 税率 소비세 세금 세율 消费税 消費稅",
    "total": "total sum all goukei sub 合計 総和 和 합계 총합 합 총 合计 总和 总",
    "payment": "payment pay bill 支払金額 支払額 支払い金額 支払い 支払う金額 支払 지불 지불금액 최종 支付金额 应付金额"
    " 付款金额 最终",
}
_CONCEPTS = {word: concept for concept, words in (_GOODS | _FEATURES).items() for word in words.split()}
_PIECES = regex(r"[A-Z]?[a-z]+|[A-Z]+")
_PARTICLES = regex(r"(?<=.)[のはが의은는이가的]$")
_OF_ALL = ("total", "amount", "price")
_AMOUNTS = (("amount",), ("total",), ("price", "total"), ("amount", "total"))
_LONGEST = 5  # words of a label
_ENDS = frozenset({"line", "item", "heading", "block", "row", "cell", "mark", "wide", "stop", "comma"})
_NO_WORDS = (Role.OF, Role.ARTICLE)


def bill_of(lexicon: Lexicon) -> dict[frozenset[str], str]:
    """Return the nodes of a bill by the concepts that name each; none where nothing has a price and a number."""
    found: dict[frozenset[str], str] = {}
    amounts: set[str] = set()
    for node, operands in lexicon.operands.items():
        if lexicon.operations.get(node) == "mul" and len(set(operands) & {*lexicon.inputs}) == len(operands) == 2:
            said = {name: _concepts(name) for name in operands}
            goods = {concept for concepts in said.values() for concept in concepts if concept in _GOODS}
            numbers = [name for name, concepts in said.items() if "number" in concepts]
            if len(goods) == len(numbers) == 1:
                price = next(name for name in operands if name not in numbers)
                amounts.add(node)
                found |= _of_good(goods.pop(), price, numbers[0], node)
    if not amounts:
        return {}
    taxes = [name for name in lexicon.inputs if "tax" in _concepts(name)]
    found |= {frozenset({"tax"}): name for name in taxes if len(taxes) == 1}
    found |= {frozenset({"payment", also}): lexicon.output for also in ("payment", *_OF_ALL)}
    for node, operands in lexicon.operands.items():
        if len(amounts.intersection(operands)) > 1:
            found |= {frozenset({"total", also}): node for also in _OF_ALL}
    return found


def _of_good(good: str, price: str, number: str, amount: str) -> dict[frozenset[str], str]:
    found = {frozenset({good}): price, frozenset({good, "price"}): price, frozenset({good, "number"}): number}
    return found | {frozenset({good, *said}): amount for said in _AMOUNTS}


def with_goods(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens with the names of nodes for what labels call them in words: "りんごの個数: 110"."""
    nodes = lexicon.recall(bill_of)
    if not nodes:
        return tokens
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        end, name = _label(tokens, at, nodes) if _begins(tokens, at) else (at, "")
        if name:
            found.append(Token("name", name, tokens[at].start, tokens[end - 1].end, Symbol(name)))
            at = end
        else:
            found.append(tokens[at])
            at += 1
    return found


def _begins(tokens: Sequence[Token], at: int) -> bool:
    before = last_seen(tokens, at)
    after = before < 0 or (tokens[before].kind == "sep" and tokens[before].text in _ENDS)
    return tokens[at].kind == "word" and (after or tokens[before].role in (Role.BY, Role.LINK))


def _label(tokens: Sequence[Token], at: int, nodes: dict[frozenset[str], str]) -> tuple[int, str]:
    """Return where a label ends that names a node, and the node; "" where none does."""
    said: set[str] = set()
    place = at
    while place < len(tokens) and place - at < _LONGEST and tokens[place].kind == "word":
        concepts = [*_of_word(tokens[place].text)]
        if not concepts and tokens[place].role not in _NO_WORDS:
            break
        said.update(concepts)
        place += 1
    name = nodes.get(frozenset(said), "")
    behind = seen(tokens, place)
    ended = behind >= len(tokens) or says(tokens[behind]) or tokens[behind].role is Role.BY
    ended = ended or tokens[behind].text in _ENDS or _opens_words(tokens, behind)
    if not ended and tokens[behind].role is Role.SLOPE:  # "りんごに関する支払金額の微分:"; alone it heads a column
        sign = seen(tokens, behind + 1)
        ended = sign < len(tokens) and says(tokens[sign])
    return place, name if ended else ""


def _opens_words(tokens: Sequence[Token], at: int) -> bool:
    """Whether brackets with words begin at a place: "(税抜)", not "(tax)"."""
    inside = seen(tokens, at + 1)
    return tokens[at].kind == "open" and inside < len(tokens) and tokens[inside].kind == "word"


def _of_word(text: str) -> Iterator[str]:
    """Yield the concepts of a word, of two that are written as one too: 사과값."""
    plain = _PARTICLES.sub("", text.lower())
    if plain in _CONCEPTS:
        yield _CONCEPTS[plain]
        return
    for cut in range(1, len(plain)):
        if plain[:cut] in _CONCEPTS and plain[cut:] in _CONCEPTS and not plain.isascii():
            yield from (_CONCEPTS[plain[:cut]], _CONCEPTS[plain[cut:]])
            return


def _concepts(name: str) -> set[str]:
    pieces = {piece.lower() for piece in _PIECES.findall(name)}
    return {_CONCEPTS[piece] for piece in pieces if piece in _CONCEPTS}
