"""Antecedents: what is differentiated where a sentence says it before: "L = (w - 3)^2, whose derivative is 2(w - 3)".

Where no more is said than "slope = -6", it is that of the only node by the only input.
"""

from itertools import takewhile

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative
from gradbook.written.expression import New
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role, bare, bare_words
from gradbook.written.lexing.words.lists.particles import OBJECT
from gradbook.written.lexing.words.lists.prepositions import THROUGH
from gradbook.written.notation import VALUE_NOUNS
from gradbook.written.parsing.grammar.brackets import relates
from gradbook.written.parsing.grammar.edges import last_seen, past_number, seen
from gradbook.written.parsing.grammar.signs import says
from gradbook.written.parsing.phrases.slopes.derivatives import last_told, places_ahead
from gradbook.written.parsing.phrases.slopes.received.direction import goes_back
from gradbook.written.parsing.phrases.slopes.received.shares import TOWARDS, gradient_by, subject_of
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS

_BY_WAY = THROUGH - TOWARDS  # "via p it is 2" is a share
_THEREFORE = frozenset({Role.LINK, Role.RESULT, Role.FILLER, Role.REASON})
_WORKS_OUT = regex(  # and nobody could not
    r"(?:계산|구)(?:합니다|한다|하자|했다|했습니다|하겠습니다|해봅시다|해보자|해보면|해요|하면)|(?:계산)?해(?:봅시다|보자|요)"
    r"|計算(?:する|します|した|しました|しましょう|しよう|すると)|求め(?:る|ます|た|ました|ましょう|よう|ると)"
)
_ANSWERED = 80  # tokens between a question and its answer
_PRIMES = ("'", "’", "′")
POSSESSIVES = frozenset({
    "whose", "its", "cuya", "cuyo", "su", "sus", "cuja", "cujo", "sua", "seu", "la cui", "il cui", "cui", "suo", "dont",
    "sa", "son", "deren", "dessen", "ihre", "seine", "waarvan", "wier", "zijn", "haar", "ktorej", "jej", "jego", "ее",
    "его", "которой", "которого", "其", "它", "它的", "那个", "その", "그", "그것의",
})  # fmt: skip
_PASSED = frozenset({Role.ARTICLE, Role.PARTIAL, Role.FILLER, Role.OF})
_BEGINS = frozenset({"line", "block", "item", "heading", "stop", "comma", "colon", "wide", "arrow"})
_GRADIENTS = ("grad", "град", "梯度", "勾配", "그래")  # of the end of the graph, by what is moved
_OF_ELSE = frozenset({Role.VALUES, Role.NEW, Role.AFTER, Role.STEP, Role.OLD, Role.BEFORE, Role.RATE})
THAT = bare_words(
    "that one celui celle der die das derjenige diejenige el la o a aquele aquela quello quella dat degene тот та"
)
_IT_IS = ("its", "it's", "c'est")


def of_the_last(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "..., whose derivative is 2(w - 3)", "z = wx + b, the derivative by w is x", and "slope = -6"."""
    if found := _of_its_subject(tokens, at, before, lexicon):
        return found
    place = _behind(tokens, at + 1)
    by = ""
    if place < len(tokens) and tokens[place].role is Role.BY:
        place = _behind(tokens, place + 1)
        by = tokens[place].name if place < len(tokens) else ""
        place = seen(tokens, place + 1)
    if place >= len(tokens) or not (relates(tokens[place]) or tokens[place].text == "colon"):
        return None
    lead = last_seen(before)
    while lead >= 0 and (before[lead].role in _PASSED and bare(before[lead].text) not in POSSESSIVES):
        lead = last_seen(before, lead)
    possessed = lead >= 0 and bare(before[lead].text) in POSSESSIVES
    of = _stated(before, lexicon, formula=not possessed)
    if possessed or (by and of and of != lexicon.output and not bare(tokens[at].text).startswith(_GRADIENTS)):
        by = by or _only(of, lexicon)
        direct = by in lexicon.operands.get(of, ())
    elif not by and (lead < 0 or (before[lead].kind == "sep" and before[lead].text in _BEGINS)):
        only = len(lexicon.inputs) == 1 and not lexicon.operands.keys() - lexicon.unnamed - {lexicon.output}
        of, by, direct = lexicon.output, lexicon.inputs[0] if only else "", True
        if not only and (asked := _asked(before)) is not None:
            of, by = asked.of, asked.by
    elif not by and before[lead].role in _THEREFORE and (asked := _asked(before)) is not None:
        of, by, direct = asked.of, asked.by, True
    else:
        return None
    if not by or (not direct and by not in lexicon.cone(of)):
        return None
    node = Derivative(of, by)
    return [Token("der", f"d{of}/d{by}", tokens[at].start, tokens[place - 1].end, node)], place


def _of_its_subject(
    tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon
) -> tuple[list[Token], int] | None:
    """Read "b is only added, so its gradient is -1" as what the gradient by b is, where gradients are spoken of."""
    lead, sign = last_seen(before), seen(tokens, at + 1)
    said = sign < len(tokens) and tokens[sign].kind == "rel" and past_number(tokens, sign + 1) > 0
    if not said or lead < 0 or not goes_back(before):
        return None
    subject = subject_of(before, lead)
    if not subject or subject[0].name == lexicon.output or subject[0].name not in lexicon.cone(lexicon.output):
        return None
    del before[lead:]
    return [gradient_by(subject[0].name, tokens[at].start, tokens[at].end, lexicon)], at + 1


def _asked(before: list[Token]) -> Derivative | None:
    """Return the derivative that was asked for last, "what is df/dw?", where none was spoken of since.

    So is one that a sentence says to be worked out and no more: "w에 대한 f의 기울기를 계산합니다".
    """
    for place in range(len(before) - 1, max(-1, len(before) - _ANSWERED), -1):
        token = before[place]
        if token.kind == "sep" and token.text in ("heading", "item"):
            return None
        if isinstance(token.node, Derivative):
            behind = next((at for at in range(place + 1, len(before)) if before[at].kind != "sep"), 0)
            once = sum(token.text in MARKS for token in before[place:]) == 1
            asked = once and behind and before[behind].text in MARKS
            return token.node if asked or _is_announced(before, place) else None
        if token.kind in ("diff", "diffsub", "nabla", "pd"):
            return None
    return None


def _is_announced(before: list[Token], at: int) -> bool:
    """Whether a sentence only says that what stands at a place is worked out, where the verb stands last."""
    object_, verb = seen(before, at + 1), seen(before, at + 2)
    said = [*takewhile(lambda token: token.kind == "word", before[verb:])]
    ends = before[verb + len(said)] if said and verb + len(said) < len(before) else None
    worked = verb < len(before) and before[object_].text in OBJECT
    worked = worked and _WORKS_OUT.fullmatch("".join(token.text for token in said)) is not None
    return worked and ends is not None and ends.kind == "sep"


def primed(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, y' as the derivative of the output by the only input.

    Derivatives are spoken of, or neither a step nor what is new, or it is calculated from the input before the step.
    """
    if len(lexicon.inputs) != 1:
        return tokens
    sloped = any(token.role in (Role.SLOPE, Role.SLOPES) for token in tokens)
    plain = sloped or not any(_is_moved(token, lexicon) for token in tokens)
    node = Derivative(lexicon.output, lexicon.inputs[0])
    return [
        Token("der", token.text, token.start, token.end, node, None, token.math)
        if _is_primed(token, lexicon) and (plain or _is_calculated(tokens, at, lexicon.inputs[0]))
        else token
        for at, token in enumerate(tokens)
    ]


def _is_moved(token: Token, lexicon: Lexicon) -> bool:
    """Whether a token speaks of the step: "after", "new", w'."""
    moved = isinstance(token.node, New) and token.node.name in lexicon.inputs
    return moved or token.role in (Role.AFTER, Role.NEW, Role.STEP, Role.RATE) or token.kind == "rate"


def _is_calculated(tokens: list[Token], at: int, name: str) -> bool:
    """Whether a sign and an expression with an input stand behind a place: y' = 2x - 6."""
    end = next((n for n in range(at + 2, len(tokens)) if tokens[n].kind in ("sep", "rel", "word")), len(tokens))
    sign = at + 1 < len(tokens) and tokens[at + 1].kind == "rel"
    return sign and any(token.name == name for token in tokens[at + 2 : end])


def _is_primed(token: Token, lexicon: Lexicon) -> bool:
    return isinstance(token.node, New) and token.node.name == lexicon.output and token.text[-1:] in _PRIMES


def _behind(tokens: list[Token], at: int) -> int:
    """Return the place of the next token that is neither an edge nor "partial" nor an article."""
    place = seen(tokens, at)
    while place < len(tokens) and tokens[place].role in (Role.PARTIAL, Role.ARTICLE):
        place = seen(tokens, place + 1)
    return place


def _only(of: str, lexicon: Lexicon) -> str:
    """Return the only quantity with a name that a node is calculated from; "" where there are several, or none."""
    found: set[str] = set()
    rest = list(lexicon.operands.get(of, ()))
    while rest:
        name = rest.pop()
        if name in lexicon.unnamed:
            rest += lexicon.operands[name]
        else:
            found.add(name)
    return found.pop() if len(found) == 1 else ""


def _stated(before: list[Token], lexicon: Lexicon, *, formula: bool) -> str:
    """Return the node that was said last to be something, here or in the sentence before; "" where none was.

    Args:
        before: the tokens.
        lexicon: the exercise's.
        formula: whether it must be in the same sentence, and no more than a formula be said of it.
    """
    stops, signs = 0, 0
    for place in range(len(before) - 1, -1, -1):
        token = before[place]
        if token.kind == "sep" and token.text in ("stop", "block", "line", "item", "heading"):
            stops += not token.math
            if stops > (0 if formula else 1) or token.text in ("item", "heading"):
                return ""
        if token.kind == "rel" and token.text != "is":
            signs += 1
            head = last_seen(before, place)
            if head >= 0 and before[head].kind == "close":
                head = next((at for at in range(head, -1, -1) if before[at].kind == "open"), 0) - 1
            if head >= 0 and before[head].kind == "name" and before[head].name in lexicon.operands:
                return before[head].name if signs == 1 or not formula else ""
    return ""


def also_for(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "and for b it is 3", "for b it's 3" and "at b 3" behind a gradient as one more, of the same node."""
    word = tokens[at]
    if (word.role not in (Role.FOR, Role.BY) and word.text not in TOWARDS) or word.text in _BY_WAY:
        return None
    rest = places_ahead(tokens, at + 1, 6)
    if not rest or not tokens[rest[0]].name:
        return None
    bare_number = _only_number(tokens, rest[0] + 1) if word.role is Role.FOR and _parts(tokens, at) else 0
    last = last_told(before, over=bool(bare_number))
    if last is None:
        return None
    place = bare_number or rest[0] + 1
    short = False
    while place < len(tokens) and (tokens[place].role is Role.LINK or tokens[place].text in ("soft", *_IT_IS)):
        short = short or tokens[place].text in _IT_IS[1:]
        place += 1
    sign = tokens[place] if place < len(tokens) else None
    said = sign is not None and sign.kind == "rel" and sign.text == "is"
    led = word.role in (Role.FOR, Role.BY) or _leads_to(tokens, at, last, word.text)
    if (said or short) and not led:
        return None
    if not said and not short and not bare_number:  # "at b 3", "at b = 3" and "at b: 3" go on as the one before began
        parted = at > 0 and (tokens[at - 1].role is Role.LINK or tokens[at - 1].kind == "sep")
        if not parted or sign is None or not _leads_to(tokens, at, last, word.text):
            return None
        if not (sign.kind in ("rel", "num") or sign.text in ("colon", "-")):
            return None
    of = last.node.of if isinstance(last.node, Derivative) else lexicon.output
    if tokens[rest[0]].name == of:
        return None
    node, subject = Derivative(of, tokens[rest[0]].name), last_seen(before)
    if (lead := last_seen(before, subject)) >= 0 and before[subject].name == of and before[lead].role is Role.OF:
        del before[lead:]  # "and of f by b it is 3"
    head = Token("der", f"d{node.of}/d{node.by}", word.start, tokens[rest[0]].end, node, last.role)
    if said or (sign is not None and says(sign)):
        return [head], place
    return [head, Token("rel", "is", head.end, head.end)], place


def that_of(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "that of b is 3", "o de b é 3" and "der von b ist 3" behind a gradient as one more, of the same node."""
    of = seen(tokens, at + 1)
    if bare(tokens[at].text) not in THAT or of >= len(tokens) or tokens[of].role is not Role.OF:
        return None
    last, place = last_told(before, over=True), _behind(tokens, of + 1)
    if last is None or not isinstance(last.node, Derivative) or place >= len(tokens):
        return None
    name, sign = tokens[place].name, seen(tokens, place + 1)
    since = before[before.index(last) + 1 :]
    if any(
        token.role in _OF_ELSE or bare(token.text) in VALUE_NOUNS for token in since
    ):  # "its value is 8, that of b is 4"
        return None
    if name not in lexicon.cone(last.node.of) or sign >= len(tokens) or not relates(tokens[sign]):
        return None
    node = Derivative(last.node.of, name)
    return [Token("der", f"d{node.of}/d{node.by}", tokens[at].start, tokens[place].end, node, last.role)], sign


def _parts(tokens: list[Token], at: int) -> bool:
    """Whether a clause begins at a place, perhaps with "and"."""
    before = last_seen(tokens, at)
    led = before >= 0 and tokens[before].role is Role.LINK
    return before >= 0 and (tokens[before].kind == "sep" or (led and bare(tokens[before].text) in AND))


def _only_number(tokens: list[Token], at: int) -> int:
    """Return the place of a number that is all that a clause says from a place on, "just -24"; 0 where more is."""
    place = seen(tokens, at)
    while place < len(tokens) and (tokens[place].role is Role.FILLER or tokens[place].text in ("colon", "comma")):
        place = seen(tokens, place + 1)
    end = past_number(tokens, place)
    ends = end and (end >= len(tokens) or tokens[end].kind == "sep")
    return place if ends else 0


def _leads_to(tokens: list[Token], at: int, last: Token, word: str) -> bool:
    """Whether a derivative was said in words in which the same word led to its quantity."""
    said = [token.text for token in tokens[:at] if last.start <= token.start < last.end and token.kind == "word"]
    return word in said
