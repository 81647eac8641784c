"""Answers: what follows a question, a task or a title that names one quantity, and names none itself, is its value.

"What is df/dw? Solution: 3 * 2 = 6" says df/dw = 3 * 2 = 6, and so does "Find df/dw." or the heading "df/dw" before it.
The question itself says nothing. Where two quantities are asked at once, or more is calculated than one thing, nothing
is made of it.
"""

from dataclasses import dataclass, replace

from gradbook.graph.expression import Symbol
from gradbook.written.expression import QUANTITIES, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role
from gradbook.written.notation import LOSS_WORDS
from gradbook.written.parsing.cues.concluding import LONGEST, conclusion, restated
from gradbook.written.parsing.equations.assembly.ahead import named, quantity_ahead
from gradbook.written.parsing.grammar.edges import seen
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.phrases.speech.seeming_doubts.questions import asks
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS

_ENDS = frozenset({"stop", "line", "block", "item", "heading", "colon"})
_PARTS = frozenset({"item", "heading", "struck", "mark"})
_ASKING = frozenset({  # what sets a task
    "tính", "tìm", "xác định", "hesapla", "hesaplayın", "hesaplayınız", "bulunuz", "bulun", "hitung", "hitunglah",
    "tentukan", "carilah", "cari",
    "find", "compute", "calculate", "determine", "evaluate", "give", "state", "derive", "obtain", "bestimme",
    "berechne", "finde", "calcule", "calculez", "trouver", "trouvez", "calculer", "halla", "calcula", "hallar",
    "calcular", "calcola", "trova", "calcolare", "oblicz", "wyznacz", "bereken", "bepaal", "найдите", "вычислите",
    "найти", "вычислить", "求", "计算", "求める", "求めよ",
})  # fmt: skip
PROMPTING = _ASKING | MARKS | {"heading", "item"}  # what a question or a title has
_BESIDE = frozenset({Role.ARTICLE, Role.FILLER, Role.LINK, Role.RESULT, Role.SAME, Role.OF, Role.SLOPE, Role.PARTIAL})
_NOUNS = frozenset({Role.PLAIN, Role.PART_OF_GRAPH, Role.NET, Role.WEIGHT, Role.BIAS})  # "the squared loss L"
_KNOWN = frozenset({
    "giá", "trị", "gia tri", "giá trị", "değeri", "nilai", "nilainya",
    "value", "let's", "lets", "let", "us", "now", "next", "then", "first", "finally", "large", "big", "much", "wert",
    "valeur", "valor", "valore", "waarde", "wartość", "значение", "here", "we", "want", "need", "to", "question", "q",
    "derivative", "gradient",
})  # fmt: skip
_ANDS = AND | {"那", "那么", "那麼", "so", "also", "alors", "entonces", "então", "allora"}
_OF_QUESTION = _KNOWN | _ASKING | _ANDS | LOSS_WORDS
_LEADS = frozenset({"solution", "answer", "a", "it", "this", "that", "lösung", "antwort", "réponse", "respuesta"})
_CALCULATES = frozenset({"num", "op", "open", "group", "frac", "name", "fn", "sqrt", "euler", "der", "diff", "diffsub"})
_MOST = 24  # tokens of a question


@dataclass(frozen=True, slots=True)
class Answered:
    """A stream in which answers have the names of what was asked.

    Attributes:
        tokens: the stream, without the questions.
        starts: where the answers begin in the source that have their name from a question.
    """

    tokens: list[Token]
    starts: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Prompt:
    """A question: where it ends, and the quantities that it names."""

    end: int
    asked: list[list[Token]]
    explicit: bool


def answered(tokens: list[Token], lexicon: Lexicon) -> Answered:
    """Return the tokens with each answer named by its question."""
    found: list[Token] = []
    starts: set[int] = set()
    at, begins, waiting = 0, True, False  # waiting: a question stands before that nothing has answered
    while at < len(tokens):
        token, prompt = tokens[at], _prompt(tokens, at, lexicon) if begins else None
        if prompt is None:
            waiting = waiting and _leads(token)
            goes_on = begins and token.edge
            begins = token.kind == "sep" and (goes_on or token.text in _ENDS or _goes_over_to_ask(tokens, at))
            found.append(token)
            at += 1
            continue
        if _is_filled_in(tokens, prompt):
            found += prompt.asked[0]
            at, begins, waiting = prompt.end, False, False
            continue
        start = 0 if waiting else _answer(tokens, prompt, lexicon)
        begin = 0 if waiting or start else _conclusion(tokens, prompt, lexicon)
        if begin:
            place = tokens[begin].start
            found += [Token("sep", "stop", tokens[at].start, tokens[at].start), *tokens[prompt.end : begin]]
            found += restated(prompt.asked[0], tokens[prompt.end : begin], place)
            starts.add(place)
            at, begins = begin, False
            continue
        if not start and not prompt.explicit:
            found.append(tokens[at])
            at, begins = at + 1, False
            continue
        found.append(Token("sep", "stop", tokens[at].start, tokens[at].start))
        at, begins, waiting = prompt.end, True, not start
        if start:
            place = tokens[start].start
            found += [token for token in tokens[at:start] if token.kind == "sep" and token.text != "soft"]
            found += [replace(token, start=place, end=place) for token in prompt.asked[0]]
            found.append(Token("rel", "=", place, place))
            starts.add(place)
            at, begins = start, False
    return Answered(found, frozenset(starts)) if starts or len(found) < len(tokens) else Answered(tokens)


def _is_filled_in(tokens: list[Token], prompt: _Prompt) -> bool:
    """Whether a mark only holds the place of what is found behind it: "df/dq = ? = 3"."""
    behind = seen(tokens, prompt.end)
    goes_on = behind < len(tokens) and tokens[behind].kind == "rel" and tokens[behind].text in ("=", "~")
    return goes_on and len(prompt.asked) == 1 and tokens[prompt.end - 1].text in MARKS


def _goes_over_to_ask(tokens: list[Token], at: int) -> bool:
    """Whether a question begins behind a comma: "Given q = w x, what is df/dw?"."""
    if tokens[at].text != "comma":
        return False
    behind = seen(tokens, at + 1)
    return behind < len(tokens) and tokens[behind].kind == "word" and asks(tokens[behind].text)


def _prompt(tokens: list[Token], at: int, lexicon: Lexicon) -> _Prompt | None:
    """Return the question that begins at a place, if there is one and it says nothing else."""
    end = at
    for token in tokens[at : at + _MOST + 1]:
        if (token.kind == "sep" and token.text in _ENDS) or (token.kind == "word" and token.text in MARKS):
            break
        end += 1
    if end - at > _MOST or end == at:
        return None
    marked = end < len(tokens) and tokens[end].kind == "word"
    sentence = tokens[at:end]
    words = [token.text for token in sentence if token.kind == "word"]
    tasked = not _ASKING.isdisjoint(words)
    led = [word for word in words if word not in _ANDS]
    asking = bool(led) and (asks(led[0]) or asks(led[-1]) or tasked)
    ends = end == len(tokens) or tokens[end].text not in ("item", "heading")
    title = ends and at > 0 and tokens[at - 1].kind == "sep" and tokens[at - 1].text in ("heading", "item")
    if not (marked or tasked or (title and not words)) or (marked and words and not asking):
        return None
    if any(token.text == "arrow" for token in sentence):
        return None
    asked: list[list[Token]] = []
    run: list[Token] = []
    for token in [*sentence, Token("sep", "stop", 0, 0)]:
        if token.kind in ("word", "rel", "sep") and not token.edge:
            if run:
                asked.append(run)
            run = []
            is_sign = token.kind == "rel" and (token.text == "is" or (marked and token is sentence[-1]))
            if token.kind == "sep" and token.text == "colon" and asked:
                return None
            if not (
                token.kind == "sep"
                or is_sign
                or (marked and token.role in _NOUNS and token.text != "is" and not asked)
                or token.role in _BESIDE
                or token.text in _OF_QUESTION
                or asks(token.text)
            ):
                return None
        elif not token.edge:
            run.append(token)
    if not asked or not all(_is_asked(quantity(one, lexicon), lexicon) for one in asked):
        return None
    once = end = end + marked
    while marked and end < len(tokens) and tokens[end].kind == "word" and tokens[end].text in MARKS:
        end += 1  # "df/dq = ???" asks once
    end += once < end < len(tokens) and tokens[end].text == "stop"
    return _Prompt(end, asked, marked or tasked)


def _is_asked(node: Node | None, lexicon: Lexicon) -> bool:
    return isinstance(node, QUANTITIES) and not (isinstance(node, Symbol) and node.name not in lexicon.operands)


def _answer(tokens: list[Token], prompt: _Prompt, lexicon: Lexicon) -> int:
    """Return where a calculation without a name begins that is all of an answer; 0 where there is none."""
    if len(prompt.asked) != 1:
        return 0
    at = prompt.end
    while at < len(tokens) and _leads(tokens[at]):
        at += 1
    if at >= len(tokens) or tokens[at].kind not in _CALCULATES:
        return 0
    ends = _sentence_end(tokens, at, lexicon)
    if stop := quantity_ahead(tokens, at, lexicon):
        node = quantity(named(tokens[at:stop]), lexicon)
        given = isinstance(node, Symbol) and node.name in lexicon.inputs
        more = sum(token.kind == "rel" for token in tokens[at:ends]) > 1 or any(
            t.kind == "word" for t in tokens[at:ends]
        )
        if not given or more:
            return 0
    behind = ends
    while behind < len(tokens) and not (tokens[behind].kind == "sep" and tokens[behind].text in _PARTS):
        if _prompt(tokens, behind, lexicon) is not None:
            break
        if tokens[behind].kind in ("num", "rel") and not _is_named(tokens, behind, ends, lexicon):
            return 0
        behind += 1
    return at


def _conclusion(tokens: list[Token], prompt: _Prompt, lexicon: Lexicon) -> int:
    """Return where the number begins with which an answer in words ends, up to the next question; 0 without any."""
    if len(prompt.asked) != 1 or not prompt.explicit:
        return 0
    end, blocks = prompt.end, 0
    while end < min(len(tokens), prompt.end + LONGEST):
        token = tokens[end]
        blocks += (
            token.kind == "sep" and token.text == "block" and any(t.kind != "sep" for t in tokens[prompt.end : end])
        )
        ends = token.kind == "sep" and token.text in _PARTS
        if ends or blocks or (token.kind == "sep" and not token.edge and _prompt(tokens, end + 1, lexicon) is not None):
            break
        end += 1
    return conclusion(tokens, prompt.end, end, lexicon)


def _leads(token: Token) -> bool:
    """Whether something stands before an answer and is no part of it."""
    if token.kind == "sep":
        return True
    if token.kind == "rel":
        return token.text == "is"
    return token.kind == "word" and (
        token.text.lower() in _LEADS or token.role in (Role.RESULT, Role.LINK, Role.ARTICLE)
    )


def _sentence_end(tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """Return where a sentence ends, or the next question begins."""
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "sep" and token.text in ("stop", "block", "item", "heading"):
            return at
        if token.kind == "sep" and token.text == "line" and _prompt(tokens, at + 1, lexicon) is not None:
            return at + 1
        at += 1
    return at


def _is_named(tokens: list[Token], at: int, start: int, lexicon: Lexicon) -> bool:
    """Whether a number or sign belongs to an equation of its own, which begins behind a place."""
    begin = at
    while begin > start and tokens[begin - 1].kind not in ("word", "sep"):
        begin -= 1
    return bool(quantity_ahead(tokens, begin, lexicon))
