"""Verbs behind the number, as Turkish has them: "q'nun değeri 10'dur", "r 8 olur"; and its "ise", which is no "if"."""

import operator
from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import SIGNED
from gradbook.written.lexing.words.dictionary import AGAINST_IT, AND, OPERATIONS, Languages, Role, bare, bare_words
from gradbook.written.notation import VALUE_NOUNS
from gradbook.written.parsing.grammar.brackets import QUANTITY_BEGINS
from gradbook.written.parsing.grammar.edges import last_seen, number_over, past_number, seen

_QUANTITIES = frozenset({"name", "der", "new", "old"})
PAST = frozenset({  # what was so, and need not be any more
    "was", "were", "war", "waren", "hatte", "etait", "etaient", "era", "eran", "eram", "erano", "estaba", "estava",
    "foi", "fue", "fu", "bedroeg", "bylo", "byla", "byl", "byly", "było", "była", "był", "były", "было", "был", "была",
    "были", "idi", "だった", "でした", "였다", "이었다", "였습니다", "이었습니다",
})  # fmt: skip
TOPICS = frozenset({"は", "은", "는"})
_OF_A_NAME = frozenset({"에", "에서", "를", "을", "의", "와", "과", "に", "を", "の", "と", "へ"})  # "n은 f에 들어가고"
# verbs with which a sentence begins that asks or supposes: "Is q = 10", "Ist q = 10, so"; not "Resulta q = 10"
ASKING = frozenset({
    "is", "are", "was", "were", "equals", "ist", "sind", "ware", "waren", "wird", "werden", "betragt", "beträgt",
    "ergibt", "gibt", "lautet", "liefert", "wordt", "worden", "zijn", "bedraagt", "levert", "geeft", "est", "sont",
    "es", "son", "é", "e", "sao", "è", "sono", "jest", "sa", "будет", "равно", "равна", "равен",
})  # fmt: skip
_GOES_ON = frozenset({"row", "wide", "arrow"})  # what parts no clause
_SAYS_LIKE = frozenset(
    {Role.PLAIN, Role.EVERYDAY, Role.ASPECT, Role.CHANGES, Role.FILLER, Role.AFTER, Role.STEP, Role.ARTICLE}
)
_GOES_ON_WITH = frozenset({Role.LINK, Role.SAME, Role.PLAIN})  # "also", "daher", "dus"
_COUNTS = OPERATIONS | {Role.NUMBER, Role.PART, Role.SLOPE, Role.VALUES}
_SIGN_ENDS = frozenset({"comma", "stop", "line", "block", "item"})
_LONGEST = 30  # tokens of an equation in brackets
_TOPIC = "ise"
_WITHIN = bare_words("inside within through via innerhalb através attraverso dentro")
_COMPARES = {"<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge}
_WHERE = bare_words("where wo où donde onde dove waar")
_WHERE_IT = _WHERE | bare_words("it this that es das ce c'est lo esto isto questo het")
_MEANS = bare_words("mit durch")
_OBJECTS = frozenset({"을", "를"})
_SO_MUCH = frozenset({"만큼", "만큼만", "だけ"})
_CHANGES = (
    "減", "增", "増", "变わ", "変わ", "変化", "变化", "變化", "변화", "변하",
    "변합", "변한", "변했", "늘", "줄", "증가", "감소", "커", "작아",
)  # fmt: skip
_NOUNS = frozenset({"변화율", "변화량", "変化率", "变化率", "變化率", "増分", "增量"})
_VERB_LAST = "tr"


def predicative(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a verb that only says what a quantity is like as a plain word.

    Before its subject, "dL/dw = 4, also wird w kleiner", and before a bracket that says it again in numbers, "the
    gradient is positive (dL/dw = 4)": neither goes on with an equation.
    """
    found = list(tokens)
    for at, token in enumerate(tokens):
        if token.kind != "rel" or token.text != "is":
            continue
        if _is_joined(tokens, at):
            found[at] = Token("word", "gives", token.start, token.end, None, Role.RESULT)
        elif _says_like(tokens, at):
            found[at] = Token("word", token.text, token.start, token.end, None, Role.PLAIN)
    return found


def _is_joined(tokens: list[Token], at: int) -> bool:
    """Whether an "and" stands right before a verb: "takes x and y and makes 3" is not said of y."""
    joins = last_seen(tokens, at)
    return joins > 0 and tokens[joins].kind == "word" and bare(tokens[joins].text) in AND


def _says_like(tokens: list[Token], at: int) -> bool:
    rules = (
        _is_of_sign, _is_compared, _is_put_first, _is_repeated, _is_within, _is_made_with, _is_given_to, _is_change,
    )  # fmt: skip
    return any(rule(tokens, at) for rule in rules)


def _is_within(tokens: list[Token], at: int) -> bool:
    """Whether a quantity is only where something else is: "the slope inside p is 6", "through s, where it is 1"."""
    if not number_over(tokens, at + 1, frozenset({Role.FILLER})):
        return False  # "the contribution via p is df/dx = -3"
    name, where = last_seen(tokens, at), False
    while name > 0 and tokens[name].kind == "word" and bare(tokens[name].text) in _WHERE_IT:
        where = where or bare(tokens[name].text) in _WHERE
        name = last_seen(tokens, name)
    if where:
        return True
    lead = last_seen(tokens, name)
    return name > 0 and lead >= 0 and tokens[name].kind == "name" and bare(tokens[lead].text) in _WITHIN


def _is_made_with(tokens: list[Token], at: int) -> bool:
    """Whether a verb is only the auxiliary of another, "w wird mit 1 multipliziert", "q는 3을 두 번 곱한"."""
    behind = seen(tokens, at + 1)
    means = behind < len(tokens) and tokens[behind].kind == "word" and bare(tokens[behind].text) in _MEANS
    end = past_number(tokens, behind)
    return means or (end > 0 and end < len(tokens) and tokens[end].text in _OBJECTS)


def _is_given_to(tokens: list[Token], at: int) -> bool:
    """Whether a verb gives to a quantity another's value: "m = k * y gives k the value of y"."""
    to = seen(tokens, at + 1)
    article = seen(tokens, to + 1)
    noun = seen(tokens, article + 1)
    given = noun < len(tokens) and tokens[to].kind == "name" and tokens[article].role is Role.ARTICLE
    return given and bare(tokens[noun].text) in VALUE_NOUNS


def _is_change(tokens: list[Token], at: int) -> bool:
    """Whether a quantity is said to change by a number: "f는 약 -4만큼 변합니다", "fは約4減る"."""
    number = seen(tokens, at + 1)
    while number < len(tokens) and tokens[number].role is Role.FILLER:
        number = seen(tokens, number + 1)
    end = past_number(tokens, number)
    while end and end < len(tokens) and tokens[end].text in _SO_MUCH:
        end = seen(tokens, end + 1)
    return end > 0 and end < len(tokens) and tokens[end].text.startswith(_CHANGES) and tokens[end].text not in _NOUNS


def _is_of_sign(tokens: list[Token], at: int) -> bool:
    """Whether a verb says only which sign a quantity has: "k is negative, so the slope is -1"."""
    sign = seen(tokens, at + 1)
    end = seen(tokens, sign + 1)
    ends = end >= len(tokens) or tokens[end].text in _SIGN_ENDS or tokens[end].role in (Role.LINK, Role.REASON)
    return sign < len(tokens) and bare(tokens[sign].text) in SIGNED and ends


def _is_compared(tokens: list[Token], at: int) -> bool:
    """Whether a sign behind a verb compares: "q = 6, which is > 0"."""
    sign = seen(tokens, at + 1)
    if sign >= len(tokens) or tokens[sign].kind != "cmp":
        return False
    last = next((place for place in range(at - 1, -1, -1) if tokens[place].kind == "num"), -1)
    other = past_number(tokens, sign + 1)
    if last < 1 or not other:
        return True
    values = [tokens[n].value * (-1 if tokens[n - 1].text == "-" else 1) for n in (last, other - 1)]
    return bool(_COMPARES[tokens[sign].text](*values))


def _is_put_first(tokens: list[Token], at: int) -> bool:
    """Whether a verb stands between a comma with a word that goes on and a subject of which only words are said."""
    subject, behind = seen(tokens, at + 1), last_seen(tokens, at)
    if behind < 1 or subject >= len(tokens):
        return False
    comma = last_seen(tokens, behind) if tokens[behind].role in _GOES_ON_WITH else behind  # "weil ..., wird w kleiner"
    parted = comma >= 0 and tokens[comma].kind == "sep" and tokens[comma].text in ("comma", "stop")
    end = seen(tokens, subject + 1)
    begin = end
    while end < len(tokens) and (tokens[end].kind == "word" or tokens[end].edge):
        end += 1
    told = begin < end and (end == len(tokens) or tokens[end].kind == "sep")
    counts = any(t.role in _COUNTS for t in tokens[begin:end])
    return parted and told and not counts and tokens[subject].kind in _QUANTITIES


def _is_repeated(tokens: list[Token], at: int) -> bool:
    """Whether only words that judge nothing stand between a verb and a bracket with one equation of numbers."""
    place = seen(tokens, at + 1)
    begin = place
    while place < len(tokens) and (tokens[place].role in _SAYS_LIKE or tokens[place].edge):
        place += 1
    said = last_seen(tokens, at)
    firm = said >= 0 and tokens[said].role not in AGAINST_IT  # "would be"
    last = place == begin and tokens[said].role in _SAYS_LIKE  # "da der Gradient positiv ist (dL/dw = 4)"
    if not firm or (place == begin and not last) or place >= len(tokens) or tokens[place].text != "(":
        return False
    close = next((n for n in range(place, min(place + _LONGEST, len(tokens))) if tokens[n].kind == "close"), 0)
    inside = tokens[place + 1 : close]
    equation = (
        [t.kind for t in inside].count("rel") == 1 and inside[0].kind in QUANTITY_BEGINS and inside[-1].kind == "num"
    )
    return equation and all(t.kind not in ("word", "sep") or t.edge for t in inside)


def put_first(tokens: list[Token], languages: Languages) -> list[Token]:
    """Return the tokens with a verb that ends a clause before the number that it is said of, as in other languages."""
    if not any(_VERB_LAST in group for group in languages):
        return tokens
    result: list[Token] = []
    for at, token in enumerate(tokens):
        if token.role is Role.CONDITION and token.text == _TOPIC and _follows_quantity(result):
            result.append(replace(token, role=Role.LINK))  # "r ise 8"; "w 4 ise" is a condition
            continue
        number = _number(result) if token.text == "is" and token.kind == "rel" and _ends_clause(tokens, at) else None
        if number is None:
            result.append(token)
            continue
        first, last = number
        del result[last + 1 :]  # the ending in "10'a eşittir"
        result.insert(first, replace(token, start=result[first].start, end=result[first].start))
        if result[first - 1].kind == "sep" and result[first - 1].text == "comma":
            del result[first - 1]
    return result


def _follows_quantity(before: list[Token]) -> bool:
    place = last_seen(before)
    return place >= 0 and before[place].kind in _QUANTITIES


def _ends_clause(tokens: list[Token], at: int) -> bool:
    place = seen(tokens, at + 1)
    if place >= len(tokens):
        return True
    return tokens[place].kind == "word" or (tokens[place].kind == "sep" and tokens[place].text not in _GOES_ON)


def _number(before: list[Token]) -> tuple[int, int] | None:
    """Return the places of the number at which a clause without a verb ends, if something is said of it there."""
    last = last_seen(before)
    if last >= 0 and before[last].role is Role.ARTICLE and before[last].text.startswith("'"):
        last = last_seen(before, last)
    if last < 1 or before[last].kind != "num":
        return None
    first = last - (before[last - 1].text == "-")
    end = first
    head = last_seen(before, end)
    if head > 0 and before[head].kind == "sep" and before[head].text == "comma":  # "q, 10'a eşittir"
        end = head
    clause: list[Token] = []
    for token in reversed(before[:end]):
        if token.kind == "sep" and token.text != "soft":
            break
        clause.append(token)
    said = [token for token in clause if token.kind != "sep"]
    quantity = any(token.kind in _QUANTITIES for token in said)
    open_still = all(token.kind in _QUANTITIES or token.kind == "word" for token in said)
    return (first, last) if quantity and open_still and (end == first or len(said) == 1) else None


def is_topic(tokens: list[Token], at: int) -> bool:
    """Whether the name at a place only begins what is said of a topic: "n은 f에 들어가고" is no "n is f"."""
    name = seen(tokens, at)
    behind = seen(tokens, name + 1)
    named = behind < len(tokens) and tokens[name].kind in ("name", "bad")
    return named and tokens[behind].text in _OF_A_NAME
