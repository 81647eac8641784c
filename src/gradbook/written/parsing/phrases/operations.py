"""Signs and numbers in words."""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.graph.expression import Number
from gradbook.written.expression import Rate
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import PARTS
from gradbook.written.lexing.words.dictionary import AGAINST_IT, AND, UNKNOWN, Role, bare, fold
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.lists.concluding import CONCLUDES
from gradbook.written.lexing.words.lists.particles import OBJECT
from gradbook.written.lexing.words.lists.prepositions import WITH
from gradbook.written.parsing.grammar.edges import last_seen, past_number, past_spelled, seen

ENDS = ("num", "name", "der", "new", "old", "rate", "close", "end")
BEGINS = (*ENDS[:6], "open", "frac", "diff", "fn", "sqrt", "euler", "group", "diffsub")
# what a number in words may count
_NOUNS = (Role.PLAIN, Role.STEP, Role.PART_OF_GRAPH, Role.ERROR, *UNKNOWN)
_CLAUSE = 6  # words before "pas" among which its "ne" stands
_MOST = 4  # words between the sign and the part
PARTICLES = frozenset({"에", "に"})
_VERBS = {"곱": "*", "掛け": "*", "かけ": "*", "더하": "+", "더해": "+", "足し": "+", "足す": "+"}
_LEADS = frozenset({Role.LINK, Role.SAME, Role.FILLER, Role.RESULT})  # to a number
_EXACTLY = frozenset({"only", "just", "exactly", "precisely", "nur", "genau", "exactement", "solo", "exactamente"})
SIGNS = {Role.TIMES: "*", Role.PLUS: "+", Role.MINUS: "-", Role.OVER: "/"}
NEGATIVE = frozenset({"negative", "负", "負", "マイナス", "마이너스"})  # before a number: "is negative 24"
_POWERS = frozenset({"power", "hoch", "puissance", "potencia", "potenza", "exposant"})
RAISES = _POWERS | {"to", "raised", "eleve", "elevado", "elevada", "elevato", "elevata", "alla", "a"}
_TO_THE = frozenset({"zum", "im", "ins"})  # "Quadrat"
_RAISING = RAISES | {"the", "of", "la", "de", "del", "di"}


def pace(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read the French "pas = 0,1", "pas de 0,1" and "pas ρ = 0,1" as the step, where no "ne" stands before it."""
    if tokens[at].text != "pas" or tokens[at].role is not Role.DENIAL:
        return None
    if any(fold(token.text).startswith(("ne", "n'")) for token in before[-_CLAUSE:] if token.kind == "word"):
        return None
    place = seen(tokens, at + 1)
    first = tokens[place] if place < len(tokens) else tokens[at]
    second = tokens[place + 1] if place + 1 < len(tokens) else tokens[at]
    named = first.kind == "rate" or (first.kind == "rel" and first.text == "=")
    of = first.role is Role.OF and second.kind in ("num", "rate")
    beside = first.kind == "num" and any(token.role is Role.STEP for token in before[-3:])  # "maj (pas 0,05)"
    return ([replace(tokens[at], role=Role.STEP)], at + 1) if named or of or beside else None


def rate(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "learning rate", and "pas" before one, which is "step" in French where nothing is denied."""
    token, behind = tokens[at], seen(tokens, at + 1)
    if fold(token.text) == "pas" and behind < len(tokens) and tokens[behind].kind == "rate":
        return [Token("sep", "soft", token.start, token.end)], at + 1
    if token.role is not Role.RATE:
        return None
    found = Token("rate", token.text, token.start, token.end, Rate())
    stated, behind = rated(found, tokens, at + 1)
    return (stated, behind) if stated else ([found], at + 1)


def rated(rate: Token, tokens: list[Token], place: int) -> tuple[list[Token], int]:
    """Read "lr 0.1" in prose as the equation that it is, set apart from what follows: "lr .02 a becomes 6.9".

    Returns:
        Its tokens, none where it is none, and the place behind it.
    """
    at = place
    edge = place < len(tokens) and tokens[place].edge  # step size $0.1$
    place += edge
    value = tokens[place] if place < len(tokens) else rate
    if rate.kind != "rate" or rate.math or value.kind != "num" or (value.math and not edge):
        return [], at
    place += 1
    if place < len(tokens) and (tokens[place].kind in ("op", "open") or (edge and not tokens[place].edge)):
        return [], at
    place = min(place + edge, len(tokens))  # the text may end within mathematics
    end = value.end
    return [rate, Token("rel", "=", rate.end, rate.end), value, Token("sep", "comma", end, end)], place


def number(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "is three" and "is minus three"; of "two thirds", `fraction` reads more."""
    minus = tokens[at].role is Role.MINUS
    place = at + minus
    if not before or place >= len(tokens):
        return None
    token = tokens[place]
    value = DICTIONARY.value(token.text) if token.kind == "word" else None
    again = before[-1].text == "comma" and [t.kind for t in before[-2:-1]] == ["num"] and _is_last(tokens, place + 1)
    if value is None or not (before[-1].kind in ("rel", "op") or again or _is_led_to(before, tokens, place + 1)):
        return None
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is not None and following.kind == "word" and following.role in _NOUNS:
        return None  # "donne une perte de 2", "goes to two places"
    if following is not None and bare(following.text) in PARTS:
        return None
    if place + 1 < len(tokens) and tokens[place + 1].role is Role.PART:
        return [Token("bad", token.text, tokens[at].start, tokens[place + 1].end)], place + 2
    return [Token("num", token.text, tokens[at].start, token.end, Number(-value if minus else value))], place + 1


def _is_led_to(before: Sequence[Token], tokens: Sequence[Token], end: int) -> bool:
    """Whether a number in words that ends at a place is what words lead to: "is then three", "so three for q"."""
    if not _is_last(tokens, end):
        return False  # "is what one would want"
    lead = last_seen(before)
    name = last_seen(before, lead)
    if lead >= 0 and before[lead].text == "colon" and name >= 0 and before[name].name:  # "q: three"
        return True
    while lead >= 0 and _leads_to(before[lead]) and before[lead].text not in AND | WITH:
        if before[lead].role is not Role.FILLER:
            return True
        lead = last_seen(before, lead)
    return lead >= 0 and lead < len(before) - 1 and before[lead].kind == "rel"


def _leads_to(word: Token) -> bool:
    return word.kind == "word" and (word.role in _LEADS or bare(word.text) in CONCLUDES)


def _is_last(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing stands at a place, or a sign, or "for" and a name."""
    place = seen(tokens, at)
    if place >= len(tokens) or tokens[place].kind == "sep":
        return True
    name = seen(tokens, place + 1)
    return tokens[place].role is Role.FOR and name < len(tokens) and bool(tokens[name].name)


def fraction(tokens: list[Token], at: int, before: list[Token], _lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "is two thirds", "is a third" and "is half of 0.6": a part of one, or of the number that is named."""
    below = PARTS[bare(tokens[at].text)]
    place = last_seen(before)
    words: list[Token] = []
    while place >= 0 and before[place].kind == "word" and len(words) < _MOST:
        words.insert(0, before[place])
        place = last_seen(before, place)
    minus = place > 0 and before[place].text == "-" and before[place].kind == "op"
    sign = last_seen(before, place) if minus else place
    if sign < 0 or before[sign].kind != "rel":
        return None
    minus = minus or any(word.role is Role.MINUS for word in words)
    counts = [w for w in words if w.role not in (Role.ARTICLE, Role.MINUS) and bare(w.text) not in _EXACTLY]
    above = DICTIONARY.value(counts[-1].text) if counts else 1.0
    if len(counts) > 1 or above is None or not above or any(_speaks_against(word) for word in words):
        return None
    behind = seen(tokens, at + 1)
    of = behind < len(tokens) and tokens[behind].role is Role.OF
    whole = seen(tokens, behind + 1) if of else behind
    numbered = of and past_number(tokens, whole) > 0
    ends = behind >= len(tokens) or tokens[behind].kind == "sep" or tokens[behind].role in (Role.LINK, Role.REASON)
    if not numbered and not ends:
        return None
    start = words[0].start if words else tokens[at].start
    part = (-above if minus else above) / below
    if not numbered:
        del before[sign + 1 :]
        return [Token("num", tokens[at].text, start, tokens[at].end, Number(part))], at + 1
    negative = tokens[whole].text == "-"
    number = tokens[seen(tokens, whole + 1) if negative else whole]
    past = seen(tokens, past_number(tokens, whole))
    goes_on = past < len(tokens) and (
        tokens[past].kind in ("op", "open", "name", "fn", "bad") or tokens[past].role in (Role.POWER, *SIGNS)
    )
    if not isinstance(number.node, Number) or goes_on:
        return None
    del before[sign + 1 :]
    value = part * number.node.value * (-1 if negative else 1)
    return [Token("num", number.text, start, number.end, Number(value))], past_number(tokens, whole)


def _speaks_against(word: Token) -> bool:
    """Whether a word speaks against what it stands beside: "not half"."""
    return word.role in AGAINST_IT


def sign(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "4 times 1.5", "is minus 4", "is just minus dL/de" and "is negative 24"."""
    after = seen(tokens, at + 1)
    negates = bare(tokens[at].text) in NEGATIVE and after < len(tokens) and tokens[after].kind == "num"
    role = Role.MINUS if negates else tokens[at].role
    if role not in SIGNS:
        return None
    back = last_seen(before) + 1
    if role is Role.MINUS and back > 1 and before[back - 1].role is Role.FILLER and before[back - 2].kind == "rel":
        back -= 1
    signed = after + 1 < len(tokens) and (tokens[after].text == "-" or tokens[after].role is Role.MINUS)
    negative = signed and (tokens[after + 1].kind in BEGINS or past_spelled(tokens, after + 1) > 0)
    if after >= len(tokens) or not back:
        return None
    binary = before[back - 1].kind in ENDS
    if not (tokens[after].kind in BEGINS or negative or (binary and past_spelled(tokens, after))):
        return None
    if role is Role.PLUS and not binary and before[back - 1].kind == "rel" and tokens[after].kind == "num":
        return [], after  # "is plus 4"
    leads = before[back - 1].kind in ("rel", "op", "open") or bare(before[back - 1].text) in CONCLUDES  # "so minus 1"
    if (negates and binary) or (not binary and not (role is Role.MINUS and leads)):
        return None
    del before[back:]
    return [Token("op", SIGNS[role], tokens[at].start, tokens[at].end)], after


def by_differential(
    tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon
) -> tuple[list[Token], int] | None:
    """Read "dL by dw", "dL nach dw" and "dL by w" as "dL / dw"."""
    one = [token for token in before if not token.edge][-2:]
    other = [token for token in tokens[at + 1 : at + 5] if not token.edge][:2]
    if [token.kind for token in one] != ["diff", "name"] or not other:
        return None
    sign, start = Token("op", "/", tokens[at].start, tokens[at].end), other[0].start
    if [token.kind for token in other] == ["diff", "name"]:
        return [sign], at + 1
    if other[0].name in lexicon.cone(one[1].name) - {one[1].name} and one[0].start + 1 == one[1].start:
        return [sign, Token("diff", "d", start, start)], at + 1
    return None


def put_together(
    tokens: list[Token], at: int, before: list[Token], _lexicon: Lexicon
) -> tuple[list[Token], int] | None:
    """Read "9에 x를 곱해서 13.5" and "9 に x を掛けて 13.5" as 9 * x = 13.5: the verb stands behind its operands."""
    back, place = last_seen(before), seen(tokens, at + 1)
    if tokens[at].text not in PARTICLES or back < 0 or before[back].kind not in ENDS or place >= len(tokens):
        return None
    begin = place
    place = seen(tokens, place + 1) if tokens[place].text == "-" else place
    if place >= len(tokens) or tokens[place].kind not in ("num", "name"):
        return None
    operand, place = tokens[begin : place + 1], seen(tokens, place + 1)
    verb = seen(tokens, place + 1)
    if verb >= len(tokens) or tokens[place].text not in OBJECT or tokens[place].kind != "word":
        return None
    sign = next((sign for stem, sign in _VERBS.items() if tokens[verb].text.startswith(stem)), "")
    if not sign:
        return None
    del before[back + 1 :]
    found = [Token("op", sign, tokens[at].start, tokens[at].end), *operand]
    behind = seen(tokens, verb + 1)
    past = past_number(tokens, behind)
    if past and past < len(tokens) and tokens[past].role is Role.OF:
        return None  # "-9의 두 배"
    if behind < len(tokens) and (tokens[behind].kind == "num" or tokens[behind].text == "-"):
        found.append(Token("rel", "=", tokens[verb].start, tokens[verb].end))
    return found, verb + 1


def power(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "e squared" and "v zum Quadrat"."""
    led = bool(before) and bare(before[-1].text) in _TO_THE
    base = len(before) - 1 - led
    if tokens[at].role is not Role.POWER or base < 0 or before[base].kind not in ("name", "num", "close"):
        return None
    exponent = DICTIONARY.value(tokens[at].text)
    if exponent is None:
        return None
    del before[base + 1 :]
    token = tokens[at]
    return [
        Token("op", "^", token.start, token.start),
        Token("num", token.text, token.start, token.end, Number(exponent)),
    ], at + 1


def raised(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "e to the 0.5", "e hoch b", "x to the power of 3" and "v hoch zwei"."""
    last = last_seen(before)
    if last < 0 or bare(tokens[at].text) not in RAISES or before[last].kind not in ("euler", "name", "num", "close"):
        return None
    place = at
    while place < len(tokens) and (tokens[place].edge or bare(tokens[place].text) in _RAISING):
        place += 1
    said = {bare(token.text) for token in tokens[at:place]}
    begins = place < len(tokens) and (tokens[place].kind in ("num", "name", "open") or tokens[place].text == "-")
    spelled = DICTIONARY.value(tokens[place].text) if place < len(tokens) and tokens[place].kind == "word" else None
    if spelled and said & _POWERS and tokens[place].role is Role.NUMBER:
        start, end = tokens[place].start, tokens[place].end
        number = Token("num", tokens[place].text, start, end, Number(spelled))
        return [Token("op", "^", tokens[at].start, tokens[place - 1].end), number], place + 1
    if not begins or not (before[last].kind == "euler" or said & _POWERS):
        return None
    return [Token("op", "^", tokens[at].start, tokens[place - 1].end)], place


def relation(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "得到" for an equals sign where nothing was received."""
    if tokens[at].role is not Role.RELATION:
        return None
    return [Token("rel", "is", tokens[at].start, tokens[at].end)], at + 1


def without_slashes(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a slash between two words as a word: "second layer / output layer" divides nothing."""
    found = [*tokens]
    for at, token in enumerate(tokens):
        if token.kind == "op" and token.text == "/" and 0 < at < len(tokens) - 1:
            before, behind = last_seen(tokens, at), seen(tokens, at + 1)
            if before >= 0 and behind < len(tokens) and tokens[before].kind == tokens[behind].kind == "word":
                found[at] = replace(token, kind="word", role=Role.LINK)
    return found
