"""Values that are told the other way round: "Für q erhält man 10", "Damit ist q 10", "Dann hat w den Wert 4,94".

Or with the verb last: "w에 대한 L의 기울기 -10을 얻습니다", "q 10を得る".

A number counts so only at the end of its clause, and a verb only behind other words: "Ist q 11, so ..." supposes.
"""

from itertools import takewhile

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative
from gradbook.written.expression import New
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.lists.particles import OBJECT
from gradbook.written.notation import VALUE_NOUNS
from gradbook.written.parsing.grammar.edges import last_seen, past_number, seen, sentence_start
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.phrases.slopes.particles import begins
from gradbook.written.parsing.phrases.slopes.received.direction import goes_back
from gradbook.written.parsing.phrases.slopes.received.shares import gradient_by
from gradbook.written.parsing.phrases.speech.remarks import negates

_OBTAINS = frozenset({
    "duoc", "bulunur", "buluruz", "elde", "diperoleh", "didapat", "didapatkan", "dapatkan", "peroleh", "mendapatkan",
    "memperoleh",
    "get", "gets", "obtain", "find", "have", "erhalt", "erhalten", "erhaelt", "bekommt", "bekommen", "kriegt",
    "kriegen", "findet", "finden", "kommt", "haben", "obtient", "obtenons", "trouve", "trouvons", "avons", "a",
    "obtiene", "obtenemos", "sale", "tenemos", "queda", "hallamos", "encontramos", "obtemos", "obtem", "temos",
    "achamos", "otteniamo", "ottiene", "troviamo", "trova", "abbiamo", "viene", "vinden", "vindt", "krijgen",
    "krijgt", "hebben", "komt", "komen", "otrzymujemy", "dostajemy", "mamy", "wychodzi", "получаем", "получим",
    "имеем", "выходит", "находим", "получается", "получится",
})  # fmt: skip
_HAVE = frozenset({
    "has", "takes", "hat", "nimmt", "heeft", "krijgt", "a", "prend", "tiene", "toma", "tem", "assume", "ha", "ma",
    "przyjmuje", "имеет", "принимает",
})  # fmt: skip
DIFFERENTIATING = frozenset({
    "differentiating", "differentiate", "ableiten", "leitet", "leiten", "derivant", "derive", "derivons", "derivando",
    "derivar", "derivamos", "derivare", "deriviamo", "differenziando", "diferenciando",
})  # fmt: skip
TURNS = _HAVE | {"is"}  # the verbs that are set between a quantity and its number
_PASSED = frozenset({Role.PLAIN, Role.LINK, Role.FILLER, Role.ARTICLE, Role.VALUES, Role.RESULT, Role.ASPECT})
_LED = _PASSED | {Role.SAME, Role.STEP, Role.NEW, Role.AFTER, Role.REASON, Role.PART_OF_GRAPH}
_LEADS = frozenset({Role.LINK, Role.FILLER, Role.REASON, Role.RESULT, Role.SAME, Role.AFTER})  # before a clause
_SLOPES = frozenset({"diff", "diffsub", "der", "pd", "nabla"})
_BEHIND = frozenset({"heraus", "raus", "an", "op", "uit", "out"})  # of the verb: "erhält man 10 heraus"
_ENDS = frozenset({"stop", "line", "block", "item", "heading", "comma", "colon", "wide", "mark"})
_GETS = regex(  # and nobody only wants, or is said, to
    r"얻(?:습니다|는다|었다|었습니다|어요|었어요|음)|구(?:한다|합니다|했다|했습니다|했어요)"
    r"|得(?:る|た|ます|ました|られる|られた|られます|られました)|求め(?:た|ました|られる|られた|られます|られました)"
)
_SETS_APART = ("경로", "예상", "経路", "予想")  # a share along one path, or what is only expected
_OPERATES = frozenset({"op", "num", "rel", "open", "fn", "frac", "cmp"})
_MOST = 6  # words between a quantity and its number
_LONGEST = 12  # tokens of a quantity's name


def obtained(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "für q erhält man 10", "pour q, on obtient 10" as "q is 10"."""
    if tokens[at].role is not Role.FOR and tokens[at].text != "per":  # which is "times" too
        return None
    begin = _over(tokens, at + 1)
    stop = begin
    while stop < min(begin + _LONGEST, len(tokens)) and not _is_word(tokens[stop]) and not _ends(tokens[stop]):
        stop += 1
    named = [token for token in tokens[begin:stop] if token.kind != "sep"]
    if not named or any(token.kind in ("num", "rel") for token in named) or quantity(named, lexicon) is None:
        return None
    lead = last_seen(before)
    leads = lead < 0 or before[lead].kind == "sep" or before[lead].role is Role.LINK
    place, gets = stop, False
    while place < min(stop + _MOST, len(tokens)):
        token = tokens[place]
        verb = token.kind == "rel" and token.text == "is"
        comma = place == stop and token.kind == "sep" and token.text == "comma"
        colon = place == stop and token.text == "colon" and leads and goes_back(before)  # "pour h : 2 * 1 = 2"
        verb = verb or colon
        if not (verb or comma or (token.kind == "word" and token.role in _PASSED) or token.edge) or (
            token.kind == "word" and negates(token.text)
        ):
            break
        gets = gets or verb or not _OBTAINS.isdisjoint(bare(token.text).split())
        place += 1
    if not gets or (not (number := _is_number(tokens, place)) and not begins(tokens, place)):
        return None
    inside = lead >= 0 and before[lead].kind == "word" and before[lead].role not in _LEADS
    if inside and stop < len(tokens) and tokens[stop].text == "comma":
        return None  # "a se usa dos veces en b, por eso sale 1 + c"
    alone = named[0] if len(named) == 1 and named[0].kind == "name" else None
    reaches = alone is not None and alone.name in lexicon.cone(lexicon.output) and alone.name != lexicon.output
    if alone and reaches and goes_back(before) and not _is_told_in_sentence(before, lexicon):
        slope = gradient_by(alone.name, alone.start, alone.end, lexicon, math=alone.math)
        return [slope, Token("rel", "is", tokens[stop].start, tokens[place - 1].end)], place
    if not number:
        return None
    sloped = any(token.kind in _SLOPES or token.role in (Role.SLOPE, Role.SLOPES) for token in before)
    value = len(named) == 1 and named[0].name in lexicon.operands
    if not (isinstance(quantity(named, lexicon), Derivative | New) or (value and not sloped)):
        return None  # its gradient, or its new value
    return [*named, Token("rel", "is", tokens[stop].start, tokens[place - 1].end)], place


def with_objects(tokens: list[Token]) -> list[Token]:
    """Return the tokens with a sign between a quantity and the number that is said to be obtained behind it."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        found.append(token)
        if token.kind in ("der", "name", "new") and _is_object(tokens, at):
            found.append(Token("rel", "is", token.end, token.end))
    return found


def _is_object(tokens: list[Token], at: int) -> bool:
    end = past_number(tokens, seen(tokens, at + 1))
    verb = seen(tokens, end + 1) if end else len(tokens)
    said = "".join(token.text for token in takewhile(lambda token: token.kind == "word", tokens[verb:]))
    if verb >= len(tokens) or tokens[end].text not in OBJECT or not _GETS.fullmatch(said):
        return False
    before = last_seen(tokens, at)
    lead = tokens[sentence_start(tokens, at) : at]
    apart = any(token.text.startswith(_SETS_APART) for token in lead)
    return not apart and (before < 0 or tokens[before].kind not in _OPERATES)


def _is_told_in_sentence(before: list[Token], lexicon: Lexicon) -> bool:
    """Whether the sentence spoke last of a derivative that may be of another node: others are told of that too."""
    said = [token for token in before[sentence_start(before, len(before)) :] if token.kind in _SLOPES]
    last = said[-1].node if said else None
    return bool(said) and not (isinstance(last, Derivative) and last.of == lexicon.output)


def differentiating(
    tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon
) -> tuple[list[Token], int] | None:
    """Read "differentiating L with respect to w, we get 4" and "leitet man L nach w ab, erhält man 4"."""
    place = at + 1
    while place < len(tokens) and (tokens[place].edge or tokens[place].role in (Role.ARTICLE, Role.LINK)):
        place += 1
    said = [n for n in range(place, min(place + _LONGEST, len(tokens))) if not tokens[n].edge][:4]
    if len(said) < 4:
        return None
    of, with_respect, by = (tokens[n] for n in said[:3])
    told = of.name in lexicon.operands and by.name in lexicon.cone(of.name) - {of.name}
    if not told or with_respect.role is not Role.BY:
        return None
    place = said[3] + (bare(tokens[said[3]].text) == "ab")
    begin, gets = place, False
    while place < min(begin + _MOST, len(tokens)):
        token = tokens[place]
        if token.kind == "rel" and token.text == "is":
            gets = True
        elif not (token.edge or (token.kind == "word" and token.role in _PASSED) or token.text == "comma"):
            break
        gets = gets or not _OBTAINS.isdisjoint(bare(token.text).split())
        place += 1
    if not gets or not _is_number(tokens, place):
        return None
    node = Derivative(of.name, by.name)
    head = Token("der", f"d{of.name}/d{by.name}", of.start, by.end, node)
    return [head, Token("rel", "is", by.end, tokens[place - 1].end)], place


def turned(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a verb before its quantity and number set between them, and what only counts as a word."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        if turn := _turned(tokens, at):
            found += turn[0]
            at = turn[1]
        else:
            found.append(tokens[at])
            at += 1
    return found


def _has(token: Token) -> bool:
    return token.kind == "word" and bare(token.text) in _HAVE


def _turned(tokens: list[Token], at: int) -> tuple[list[Token], int] | None:
    token = tokens[at]
    is_verb = token.kind == "rel" and token.text == "is"
    if is_verb and (number := _count(tokens, at + 1)):
        return [token, *number[0]], number[1]
    has = _has(token)
    if not (is_verb or has) or not at or tokens[at - 1].kind != "word" or tokens[at - 1].role not in _LED:
        return None
    place = _over(tokens, at + 1)
    if is_verb and _is_value(tokens, place):  # "ist der Wert von q 10"
        place = _over(tokens, place + 1)
    if place >= len(tokens) or tokens[place].kind not in ("name", "new") or tokens[place].node is None:
        return None
    named, place = tokens[place], seen(tokens, place + 1)
    if has:
        place = _over(tokens, place)
        if not _is_value(tokens, place):
            return None
        place = seen(tokens, place + 1)
    count = place
    while count < len(tokens) and tokens[count].role is Role.FILLER:  # "ist q etwa 10"
        count = seen(tokens, count + 1)
    if not _is_number(tokens, count):
        return None
    return [named, Token("rel", "is", token.start, token.end)], place


def _count(tokens: list[Token], at: int) -> tuple[list[Token], int] | None:
    """Return a number of times as words: "wordt twee keer gebruikt", "is used 2 times"."""
    if at + 1 >= len(tokens) or tokens[at + 1].role is not Role.TIMES:
        return None
    first, behind = tokens[at], tokens[at + 2] if at + 2 < len(tokens) else None
    counts = first.kind == "num" or (first.kind == "word" and DICTIONARY.value(first.text) is not None)
    goes_on = behind is not None and behind.kind not in ("word", "sep")
    spoken = behind is not None and behind.kind == "word" and DICTIONARY.value(behind.text) is not None
    spoken = spoken or (behind is not None and behind.role is Role.MINUS)  # "2.5 times minus 0.4"
    if not counts or goes_on or spoken or (behind is not None and behind.edge):
        return None
    return [
        Token("word", token.text, token.start, token.end, None, Role.PLAIN) for token in tokens[at : at + 2]
    ], at + 2


def _is_number(tokens: list[Token], at: int) -> bool:
    """Whether a number stands here at the end of a clause."""
    at = seen(tokens, at)
    if at + 1 < len(tokens) and tokens[at].text in ("-", "~"):
        at += 1
        sign = tokens[at - 1]
        parted = tokens[at].start > sign.end or (at > 1 and tokens[at - 2].end == sign.start)
        if sign.text == "-" and parted:
            return False  # "is p - 1", "is p-1"
    if at >= len(tokens) or tokens[at].kind != "num":
        return False
    at = seen(tokens, at + 1)
    while at < len(tokens) and tokens[at].kind == "word" and bare(tokens[at].text) in _BEHIND:
        at = seen(tokens, at + 1)
    return at >= len(tokens) or _ends(tokens[at]) or tokens[at].role is Role.LINK


def _is_value(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "word" and bare(tokens[at].text) in VALUE_NOUNS


def _over(tokens: list[Token], at: int) -> int:
    """Return the place behind articles, nouns of the graph and edges of mathematics."""
    while at < len(tokens) and (
        tokens[at].edge
        or (tokens[at].kind == "word" and tokens[at].role in (Role.ARTICLE, Role.OF, Role.PART_OF_GRAPH))
    ):
        at += 1
    return at


def _ends(token: Token) -> bool:
    return token.kind == "sep" and token.text in _ENDS


def _is_word(token: Token) -> bool:
    return token.kind == "word" or (token.kind == "rel" and token.text == "is")
