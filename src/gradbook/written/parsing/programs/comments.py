"""Comments: where one gives the result of its line, as in "# 3", "# -> 3" and "# = z * 1 = -4"."""

import math
import re
from collections.abc import Callable
from itertools import pairwise, takewhile

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Number, Symbol
from gradbook.written.expression import Call, Node, has_call
from gradbook.written.lexing.blocks.labels import PLACE
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, NO_CLAIM, VAGUE, Role, bare
from gradbook.written.parsing.grammar.brackets import matches
from gradbook.written.parsing.phrases.speech.attributions import of_somebody
from gradbook.written.parsing.phrases.speech.set_aside import not_mine, set_aside
from gradbook.written.parsing.programs.output.outputs import NUMBER, WRAPPER, shows_values, values_in

SIGN = r"(?:#+|//+|%+|/\*+|--(?=[ \t]|$)|\(\*+|!+[<>]?|;+|[▷▶])"  # of a comment, in some language
SIGNS = ("#", "//", "%", "/*", "--", "(*", "!", ";", "▷", "▶")
_LEAD = regex(rf"(?:{SIGN}|[,;，；])[ \t]*(?P<sign>={{1,2}}>?|-{{1,2}}>|→|⇒|≈|~|:)?[ \t]*")
_CLAUSES = ",;，；"  # what parts those of a comment
_POINTED = regex(r"(?:={1,2}>?|-{1,2}>|→|⇒|≈)[ \t]*")
_SHAPE = regex(rf"{SIGN}[ \t]*(?:shape:?[ \t]*)?[(\[][ \t]*\d{{1,4}}[ \t]*,[ \t]*(?:\d{{1,4}}[ \t]*)?[)\]][ \t]*")
_CLOSED = regex(r"[ \t]*\*[/)][ \t]*\Z")
_COLUMN = regex(r"(?:[ ]{2}|\t|(?<=#)[ \t]|(?<=//)[ \t]|[ ](?=#\(\d))[ \t]{0,80}(?P<mark>#|//)")
_RULE_BEFORE = regex(
    r"[ \t]*(?:(?:#|//|%)[ \t]*(?:[-=#*~_–—─]{2,}(?!>)|>{2,3}[ \t])"
    r"|#{2,}|//+|%+|/\*+|!+|--(?=[ \t])|[-=#*~_–—─]{3,}(?=[ \t]))"
)
_RULE_BEHIND = regex(r"[-=#*~_–—─]{2,}[ \t]*$")
_NUMBERED = regex(rf"{SIGN}(?:\(\d{{1,2}}[a-z]?\)|[ ]+\(\d[a-z]?\))")  # "#(3)", "# (3)"
_COUNTED = regex(r"#\d{1,2}")
_STEP = regex(  # what numbers the line before its result: "(2)  10"
    r"(?:\(\d{1,2}[a-z]?\):?|\[\d{1,2}\]:?|\d{1,2}\)|(?<=#)\d{1,2}(?=[ ]{2})|step[ ]\d{1,2}[:.]?|[①-⑳])"
    r"(?:[ ]{2,}|[ ]*\t[ \t]*|[ ]+(?=[-−+]?[ ]?[\d.]+[ ]*$|=|[A-Za-z]{2}))",
    re.IGNORECASE,
)
_SHOWS = regex(
    r"(?:(?:it |this |the )?(?:prints|returns|yields|outputs?|results?|shows|gibt|ausgabe|ergebnis|affiche|imprime"
    r"|salida|sortie|stampa|saída|получилось|получается|выходит"
    r"|in ra|kết quả|yazdırır|çıktı|sonuç|keluaran|hasil|输出|结果|出力|結果|출력|결과"
    r"|(?P<should>should (?:be|equal|print|give)|expect(?:ed)?(?: (?:output|result|value))?"
    r"|sollte|devrait être|debería (?:ser|dar)|deve (?:ser|dar)|应该(?:是|为|等于)|应为"
    r"|预期(?:结果|输出|值)?|期待(?:値|出力|結果)|예상 ?(?:결과|출력|값)?"
    r"|erwartet|attendu|esperado|atteso|ожидается|beklenen))[ \t]*"
    r"(?:[:=：]|is\b|ist\b|es\b|est\b|是|为|等于)?[ \t]*)"
    r"(?=[-(\[]?\s*\d|[a-z.]{0,9}tensor|(?:data|value)[ ]?=[ ]?[-\d.]+[ \t]*$)",
    re.IGNORECASE,
)
_UNEQUAL = regex(rf"(?:{SIGN})?[ \t]*(?:!={{1,2}}|≠|<>|=/=|~=)")
_SHOULD = regex(  # "should be x**2 + 3*y**2 = 31"
    r"(?:should (?:be|equal|give)|expected|应该(?:是|为|等于)|应为)[ \t]*[:：]?[ \t]*(?=[-+*/^()\w. ]{1,60}=[ ]?[-\d(])"
)
_ONLY = regex(  # in brackets behind it may be of what it is made: "12 (36 from the mul, -24 from the sub)"
    r"(?:(?:data|value)[ ]?=)?[-−+*/^()\[\]\d., \t=≈~]*(?:e-?\d+)?[.!]?[ \t]*"
    r"(?:\((?:[-−+]?[\d.]+[ ](?:from|via|von|aus|de|du|da|dal)[ ][^\d(),=?!]+(?:,[ ])?){2,4}\)[ \t]*)?"
    r"|[a-z.]{0,9}tensor\([^?]*\)[ \t]*"
)
_NOTED = regex(
    r"(?:data|val(?:ue)?|result|res|wert|valeur|valor|valore)[ \t]*[=:]?[ \t]*(?=[-−]?[ \t]*[\d.])", re.IGNORECASE
)
_CLOSING = regex(  # "passed on -> 3.0"
    r"(?P<words>[^\d=<>]*[^\d=<>\s](?=[ \t]*[=:])|[^=]*[^=\s-])[ \t]*(?:->|→|⇒|=|:)[ \t]*"
    r"(?P<number>[-−]?[ \t]*\d+(?:\.\d+)?)[ \t]*(?P<rest>\([^\d()=<>]{1,60}\))?[ \t]*"  # "relu -> 1.5 (it is on)"
)
_SET_OFF = regex(  # "the product      10"
    r"(?P<words>[^\d=<>|]*[^\d=<>|\s:,])(?:[ ]{2,}|[ ]*\t[ \t]*|[ ]*\|[ ]*)(?P<number>[-−]?[ \t]*\d+(?:\.\d+)?)[ \t]*"
)
_FILLED_IN = regex(  # "the product (5 * 2 = 10)", "the product (10)"
    r"(?P<words>[^\d=<>()|]{2,30})\((?P<sum>[-−\d(][-−+*/×·.\d() ]*=[ ]*[-−]?\d+(?:\.\d+)?|[-−]?\d+(?:\.\d+)?)\)[ \t]*"
)
_MOVED = regex(  # "0.8 -> 0.85": from what it was to what it is
    rf"(?:[^\W\d]\w{{0,9}}?[ ]?[は가从由][ ]?)?{NUMBER}[ ]?(?:->|→|⇒|=>|-->|から|에서|到|变为|变成)[ ]?"
    rf"(?P<number>{NUMBER})(?=[ \t]*(?:$|[,;(，。になへ로으]|\*/))"
)
_NOW = r"(?:is[ ]|was[ ])?(?:now|jetzt|nun|maintenant|ahora|agora|adesso|ora|nu|teraz|стало|теперь|sekarang|现在|现为)"
_WAS = r"(?:it[ ])?(?:was|before|vorher|war|avant|était|antes|era|prima|voorheen|było|было|раньше|sebelumnya|原来|之前)"
_BECAME = regex(  # "was 0.8, now 0.85", "now 0.85 (was 0.8)", "from 0.8 to 0.85"
    rf"(?:{_WAS}:?[ ]?{NUMBER}[ ]?[,;，、][ ]?{_NOW}:?[ ]?(?P<then>{NUMBER})"
    rf"|{_NOW}:?[ ]?(?P<now>{NUMBER})(?:[ ]?[,;(（][ ]?{_WAS}:?[ ]?{NUMBER}[)）]?)?"
    rf"|(?:from|von|de|da|с|dari|van|z)[ ]{NUMBER}[ ](?:to|auf|à|a|para|до|ke|naar|na)[ ](?P<to>{NUMBER}))"
    r"[ \t]*[.;]?[ \t]*",
    re.IGNORECASE,
)
_DASHED = regex(rf"(?P<number>{NUMBER})[ ]+[-–—]{{1,2}}[ ]+(?=[^\W\d_]{{2,}}[ ,.]|i\.e\.)")  # "62.0 - the slope"
_LIMITING = frozenset({*AGAINST_IT, None, Role.FOR, Role.AFTER, Role.BEFORE, Role.OLD, Role.NEW, Role.ERROR})
_CLAUSE = regex(rf"[,;，；][ \t]*(?!{SIGN})(?=[^,;，；\d]*[\d.]+[^,;，；]*$)")  # the last one
_ARROW = regex(r"(?:->|→|⇒)[ \t]*[-−]?[ \t]*[\d.]+[ \t]*$")
_BEGINS = ("num", "open")
_BEGINS_SIGNED = (*_BEGINS, "name", "der", "new", "old", "rate", "fn", "frac", "sqrt", "group", "diff")
_ALLOWED = {Role.REASON, Role.LINK, Role.SAME, Role.FILLER}
_TELLING = {*AGAINST_IT, None, Role.SLOPE, Role.SLOPES, Role.NEW, Role.OLD, Role.AFTER, Role.BEFORE, Role.RETRACTION}
_CALCULATING = {*_TELLING, *VAGUE, Role.PLUS, Role.MINUS, Role.OVER, Role.POWER, Role.ERROR} - {Role.SLOPE, Role.NEW}
_UNSURE = {*NO_CLAIM, None, Role.OTHER, Role.OTHERS, Role.MINUS, Role.OLD, Role.BEFORE}
_OBJECTING = _TELLING - {None}
_WIDE = regex(r"[ ]{2}|[ ]*\t")
SHORT = 4  # words of a comment that is about its line and says nothing else
_FROM = frozenset({"from", "by", "von", "aus", "par", "por", "da", "van"})
_TITLE = 8  # words of one that says whose the lines under it are
_SAME = {"relu": "max"}
_TWICE = 2  # so often an activation stands in its own slope
_FILLED = ("fn", "num", "op", "open", "close")
_SEPS = ("comma", "stop", "wide")
_SLOPE_AND_NUMBER = ["diff", "name", "op", "diff", "name", "num"]


def comment_tokens(source: str, start: int, end: int, lex: Callable[[int, int], list[Token]]) -> list[Token]:
    """Return the tokens of a comment behind a line: they go on with its equation, or stand apart from it.

    A comment of several columns goes on by the one that gives the result: "# the sum  #(2)  1.81".

    Args:
        source: the answer.
        start, end: where the comment stands, its sign included.
        lex: gives the tokens of a piece of the source.
    """
    if _UNEQUAL.match(source, start, end):
        return []
    end = start + len(_CLOSED.sub("", source[start:end]))
    pieces = [_tokens(source, *span, lex) for span in _columns(source, start, end)]
    going = [piece for piece in pieces if piece and (piece[0].kind == "rel" or piece[0].role is Role.RELATION)]
    others = [token for piece in pieces if piece not in going for token in piece]
    near = pieces[:1] == going or any(token.role is Role.LOCAL for token in others)
    objecting = _OBJECTING if near else _OBJECTING - {Role.SLOPE, Role.SLOPES}  # "# gradient on p  #(2)"
    if others and len(going) == 1 and not any(token.kind == "word" and token.role in objecting for token in others):
        return [*going[0], Token("sep", "comma", end, end), *others]
    return [token for piece in pieces for token in piece]


def _columns(source: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the columns of a comment, each behind a sign of its own; one that only numbers the line says nothing."""
    marks = [start, *(mark.start("mark") for mark in _COLUMN.finditer(source, start, end))]
    spans = [(a, a + len(source[a:b].rstrip())) for a, b in zip(marks, [*marks[1:], end], strict=True)]
    says = [(a, b) for a, b in spans if source[a:b].strip("#/% \t") and not _NUMBERED.fullmatch(source, a, b)]
    return [span for span in says if span[0] == start or not _COUNTED.fullmatch(source, *span)]


def _tokens(source: str, start: int, end: int, lex: Callable[[int, int], list[Token]]) -> list[Token]:
    """Return the tokens of one column of a comment."""
    lead = _LEAD.match(source, start, end)
    assert lead is not None
    at, sign = lead.end(), lead.group("sign") or ""
    if not sign and (step := _STEP.match(source, at, end)):
        at = step.end()
        if source[start] not in _CLAUSES and (pointed := _POINTED.match(source, at, end)):  # "#(1)  -> 0.05"
            at, sign = pointed.end(), pointed.group().strip()
    equal = Token("rel", "~" if sign in ("≈", "~") else "=", start, at)
    shown = _SHOWS.match(source, at, end)
    if shown and shown["should"] and not _ONLY.fullmatch(source, shown.end(), end):
        shown = None  # "should be 10, prints 7"
    if shown := shown or _SHOULD.match(source, at, end):
        at, sign = shown.end(), "="
    if noted := _NOTED.match(source, at, end):
        at, sign = noted.end(), "="
    if (dashed := _DASHED.match(source, at, end)) and not _limits(behind := lex(dashed.end(), end)):
        return [equal, *lex(*dashed.span("number")), *_set_apart(behind)]
    if not sign and (became := _BECAME.fullmatch(source, at, end)):
        return [equal, *lex(*became.span(became.lastgroup or 0))]
    if not sign and (moved := _MOVED.match(source, at, end)):
        return [equal, *lex(*moved.span("number")), *_set_apart(lex(moved.end(), end))]
    if shows_values(source[at:end].strip()):
        values = values_in(source, at, end)
        if len(values) == 1:
            a, b, value = values[0]
            return [equal, Token("num", source[a:b], a, b, Number(value))]
    ends = (form.fullmatch(source, at, end) for form in (_CLOSING, _SET_OFF))
    if not sign and (closing := next(filter(None, ends), None)):
        words = lex(*closing.span("words"))
        told = [token for token in words if token.kind in ("word", "fn")]
        parted = closing.group("words")[-1] in "!,;." or _ARROW.search(source, *closing.span()) is not None
        alone = parted or len(told) == len(words)
        if told and alone and all(token.kind == "fn" or token.role not in _TELLING for token in told):
            return [equal, *lex(*closing.span("number")), *_set_apart(lex(closing.end("number"), end))]
    if not sign and (filled := _FILLED_IN.fullmatch(source, at, end)):
        told = lex(*filled.span("words"))
        numbers = PLACE.match(source, at) is not None  # "eq (2)", "layer (2)"
        if told and not numbers and all(token.kind == "word" and token.role not in _CALCULATING for token in told):
            return [equal, *lex(*filled.span("sum"))]
    tokens = _with_result(unwrapped(source, at, end, lex))
    if tokens and tokens[0].role is Role.RELATION and goes_on(tokens[1:], signed=False):
        return [equal, *_set_apart(tokens[1:])]  # a sign: "z  # gets -4" says nothing of what z gets
    if goes_on(tokens, signed=bool(sign) and sign != ":"):
        return [equal, *_set_apart(tokens)]
    if not sign and [token.kind for token in tokens if token.text != "-"] == _SLOPE_AND_NUMBER:  # "dL/dw  0.2"
        number = len(_SLOPE_AND_NUMBER) - 1
        stood = Token("rel", "=", tokens[number - 1].end, tokens[number].start)
        return [Token("sep", "wide", start, at), *tokens[:number], stood, *tokens[number:]]
    if clause := _CLAUSE.search(source, at, end) if not sign else None:
        told = lex(at, clause.start())
        result = _tokens(source, clause.start(), end, lex)
        if told and result[0].kind == "rel" and not any(t.kind == "rel" or t.role in _OBJECTING for t in told):
            return result  # "linear, the result is 10"
    sentence = sum(token.kind == "word" for token in tokens) > SHORT
    return [Token("sep", "stop" if sentence else "wide", start, at), *tokens]


def _with_result(tokens: list[Token]) -> list[Token]:
    """Return the tokens with a sign for an arrow that leads to a number, "2*b -> 2.57", a comma for one to words."""
    match [at for at, token in enumerate(tokens) if token.text == "arrow"]:
        case [at] if any(token.kind == "op" for token in tokens[1:at]):
            plain = all(token.kind not in ("word", "bad", "sep", "rel") or token.edge for token in tokens[:at])
            if plain and [token.kind for token in tokens[at + 1 :] if token.text != "-"] == ["num"]:
                return [*tokens[:at], Token("rel", "=", tokens[at].start, tokens[at].end), *tokens[at + 1 :]]
        case [at] if [token.kind for token in tokens[:at] if token.text != "-"] == ["num"]:
            said = tokens[at + 1 :]
            if any(token.kind == "word" for token in said) and not any(token.kind == "num" for token in said):
                return [*tokens[:at], Token("sep", "comma", tokens[at].start, tokens[at].end), *said]
    return tokens


def _limits(tokens: list[Token]) -> bool:
    """Whether words behind a result and a dash may say that it is another's, or elsewhere: "25 - for sample 2"."""
    return any(token.kind == "num" or (token.kind == "word" and token.role in _LIMITING) for token in tokens)


def goes_on(tokens: list[Token], *, signed: bool) -> bool:
    """Whether tokens begin with a result or a calculation that is whole, before words say anything of it."""
    tokens = [token for token in tokens if not token.edge]
    begins = _BEGINS_SIGNED if signed else _BEGINS
    if not tokens or ((first := tokens[0]).kind not in begins and first.text not in ("-", "+")):
        return False
    if first.text == "+" and any(token.kind == "word" for token in tokens) and first.end < tokens[1].start:
        return False  # "+ 1 because y is added"
    closes, at = matches(tokens), 0
    while at < len(tokens):
        token = tokens[at]
        inside = tokens[at + 1 : closes.get(at, at)]
        if token.kind == "open" and any(t.kind == "word" for t in inside):
            return at > 0  # an aside
        if token.kind == "word":
            return at > 0 and token.role in _ALLOWED
        if token.kind == "sep":
            listed = at == 1 and token.text == "stop" and at + 1 < len(tokens)  # "1. the local gradient"
            return token.text in _SEPS and not listed
        at = closes.get(at, at) + 1 if token.kind == "open" else at + 1
    return True


def calculates(tokens: list[Token]) -> bool:
    """Whether a comment is nothing but a calculation and what it comes to: "a * dz = -0.09"."""
    signs = [at for at, token in enumerate(tokens) if token.kind == "rel"]
    if not signs or tokens[0].kind != "sep" or any(token.kind in ("word", "bad", "sep") for token in tokens[1:]):
        return False
    result = [token for token in tokens[signs[-1] + 1 :] if token.text != "-"]
    return any(token.kind == "op" for token in tokens[2 : signs[0]]) and [one.kind for one in result] == ["num"]


def behind_words(source: str, start: int, end: int, label: object, lex: Callable[[int, int], list[Token]]) -> int:
    """Return where a comment says again what its line prints, behind words for it: "the slope of w  w.grad: 4.0".

    Its end, where it says what that is not: "!= 4.0".
    """
    if _UNEQUAL.match(source, start, end):
        return end
    written = label.strip() if isinstance(label, str) else ""
    place = source.find(written, start, end) if len(written) > SHORT else -1
    if place <= start:
        return start
    words = lex(start, place)
    plain = all(
        token.kind in ("word", "name", "sep") and token.role not in _OBJECTING - {Role.SLOPE} for token in words
    )
    return place if plain else start


def is_shape(source: str, start: int, end: int, entries: int = 0) -> bool:
    """Whether a comment only gives the shape of what its line calculates: "# (1, 3)".

    Args:
        source: the answer.
        start, end: where the comment stands.
        entries: of an array, whose own numbers may look so; a shape has as many.
    """
    shape = _SHAPE.fullmatch(source, start, end)
    return shape is not None and (not entries or math.prod(map(int, re.findall(r"\d+", shape.group()))) == entries)


def is_filled_in(tokens: list[Token], function: str) -> bool:
    """Whether tokens are a function of numbers, and what it comes to: "tanh(0.8) = 0.664".

    Args:
        tokens: of a comment.
        function: which it must be; "" for a slope, so that it stands there twice: "σ(0)(1 - σ(0)) = 0.25".
    """
    signs = [at for at, token in enumerate(tokens) if token.kind == "rel"]
    sign = signs[0] if len(signs) == 1 else 0
    if sign < 3 or (tokens[0].kind, tokens[1].kind) != ("fn", "open"):
        return False
    names = [_SAME.get(token.text, token.text) for token in tokens[:sign] if token.kind == "fn"]
    if names[0] != _SAME.get(function, function) if function else names != names[:1] * _TWICE:
        return False
    known = all(token.kind in _FILLED or (token.kind, token.text) == ("sep", "comma") for token in tokens[:sign])
    rest = tokens[sign + 1 + (tokens[sign + 1 : sign + 2] != [] and tokens[sign + 1].text == "-") :]
    return known and rest[:1] != [] and rest[0].kind == "num" and not any(t.role in NO_CLAIM for t in rest)


def function_of(node: Call, comment: list[Token]) -> str:
    """Return the function that a line calculates; one that it writes out by exponentials as its comment calls it."""
    called = comment[0].text if comment else ""
    return called if node.op == "/" and called in ("sigmoid", "tanh") and has_call(node, "exp") else node.op


def is_own_slope(node: Node) -> bool:
    """Whether a line calculates the slope of a sigmoid by what comes out of it: a (1 - a)."""
    match node:
        case Call("*", (Symbol(one), Call("-", (Number(1.0), Symbol(other))))):
            return one == other
    return False


def says_another(tokens: list[Token]) -> str:
    """Return the number that the words of a comment say instead: "6  # sign error, correct is -6"."""
    for place, token in enumerate(tokens[1:-1], 1):
        begin = next((n for n in range(place, -1, -1) if tokens[n].kind == "sep"), 0)
        named = any(t.node is not None and t.kind != "num" for t in tokens[begin:place])  # "the gradient of z is 3"
        alone = tokens[place - 1].kind in ("word", "sep") and not named
        signed = token.role is Role.RELATION or token.kind == "rel"
        rest = [t for t in tokens[place + 1 : place + 3] if t.text != "-"]
        if alone and signed and rest and rest[0].kind == "num":
            return rest[0].text
    return ""


def speaks_against(tokens: list[Token]) -> bool:
    """Whether a comment on a line of its own only says something against what follows: "# wrong"."""
    numbered = [token for token in tokens if token.kind != "sep"]  # "# attempt 1, wrong", and not "# no 1"
    if len(numbered) == 2 and numbered[0].role in (Role.NEGATION, Role.DENIAL) and numbered[1].kind == "num":
        return False
    words = [token for token in numbered if token.kind != "num"]
    if [token.kind for token in (*words[:1], *words[-1:])] == ["open", "close"]:  # "# (wrong)"
        words = words[1:-1]
    told = any(token.role in NO_CLAIM for token in words)
    return (0 < len(words) <= SHORT and all(token.kind == "word" for token in words) and told) or _disowns(words)


def is_doubtful(tokens: list[Token]) -> bool:
    """Whether a comment that names a quantity says anything else of it: "minus dL/dz", "dL/dz?", "Tom's dL/dz"."""
    named = takewhile(lambda token: token.kind != "rel", tokens)  # behind a sign is a formula for it
    said = (token for token in tokens if token.kind != "sep")
    unsure = any((token.kind == "word" and token.role in _UNSURE) or "?" in token.text for token in said)
    return _disowns(tokens) or unsure or any((token.kind, token.text) == ("op", "-") for token in named)


def _leads_to(word: Token) -> bool:
    """Whether it is somebody's what a word stands before: "from the book", "solution of Ben", "solution d'Anna"."""
    return word.role in (Role.OF, Role.BY, Role.RESULT) or bare(word.text) in _FROM


def _disowns(tokens: list[Token]) -> bool:
    """Whether a comment of a few words is of what others have, or of what was set aside."""
    words = [token for token in tokens if token.kind == "word"]
    if len(words) > _TITLE or any(token.kind not in ("word", "num", "open", "close") for token in tokens):
        return False
    said = [word for word in words if word.role is not Role.ARTICLE]
    others = any(two.role is Role.OTHERS and _leads_to(one) for one, two in pairwise(said))
    return bool(others or not_mine(words) or of_somebody(words) or set_aside(words))


def _set_apart(tokens: list[Token]) -> list[Token]:
    """Return tokens with a boundary before the words behind a result: they comment on it.

    Words in brackets that speak against it stay with it.
    """
    closes = matches(tokens)
    depth = 0
    for place, token in enumerate(tokens):
        inside = tokens[place + 1 : closes.get(place, place)]
        aside = token.kind == "open" and any(t.kind == "word" for t in inside)
        mild = aside and all(t.kind == "word" and t.role not in NO_CLAIM for t in inside)
        depth += (token.kind == "open") - (token.kind == "close")
        if mild or (token.kind == "word" and not depth):
            return [*tokens[:place], Token("sep", "wide", token.start, token.start), *tokens[place:]]
    return tokens


def unwrapped(source: str, start: int, end: int, lex: Callable[[int, int], list[Token]]) -> list[Token]:
    """Return the tokens of a piece of the source as output is set: what libraries print around numbers is left out.

    Two blanks behind a number part it from what follows: "dw = 6  db = 3".
    """
    spans = [match.span() for match in WRAPPER.finditer(source, start, end)]
    tokens: list[Token] = []
    for token in lex(start, end):
        if any(a <= token.start < b for a, b in spans):
            continue
        behind = tokens[-1] if tokens else None
        ends = behind is not None and behind.kind in ("num", "close") and token.kind not in ("op", "rel", "sep")
        if ends and behind and _WIDE.match(source, behind.end, token.start + 1):
            tokens.append(Token("sep", "wide", behind.end, token.start))
        tokens.append(token)
    return tokens


def undecorated(source: str, start: int, end: int) -> tuple[int, int]:
    """Return the place of a comment's words, without the rules drawn around them: "# --- forward pass ---"."""
    first, last = _RULE_BEFORE.match(source, start, end), _RULE_BEHIND.search(source, start, end)
    start = first.end() if first else start
    return start, max(start, last.start()) if last else end
