"""The output of the graph in words: "the loss is 0.3", "new output: 0.1", "after the step the error is 0.2".

"Loss" means the output wherever it stands. An output, an error or a height may be many things; where one is new, it is
taken for the output after the step, and an error for an output that is called E, where it fits.
"""

from dataclasses import replace
from itertools import pairwise

from gradbook.graph.expression import Symbol
from gradbook.written.expression import New
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.naming.neurons import prediction_of
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, NO_CLAIM, Role, bare, bare_words
from gradbook.written.notation import ERROR_WORDS, LOSS_WORDS, OUTCOME_WORDS, VALUE_WORDS
from gradbook.written.parsing.equations.assembly.ahead import quantity_ahead
from gradbook.written.parsing.grammar.edges import around, last_seen, past_number, seen, sentence_end, sentence_start
from gradbook.written.parsing.grammar.signs import ahead
from gradbook.written.parsing.phrases.called.kinds import OUTPUTS
from gradbook.written.parsing.phrases.values.moved.new_values import IS_NOW, past_moment, step_behind
from gradbook.written.parsing.phrases.values.moved.unmoved import past_preposition
from gradbook.written.parsing.phrases.values.of_samples import behind_sample

_LOSSES = frozenset(map(bare, LOSS_WORDS | {"функция потерь"}))
_ERRORS = frozenset(map(bare, ERROR_WORDS))
_WHOLES = bare_words("expression ausdruck expresión expressão espressione uitdrukking wyrażenie выражение 表达式 식")
NOUNS = frozenset(map(bare, OUTCOME_WORDS)) | _LOSSES | _WHOLES
_LOSS_LETTERS = ("L", "E", "J", "C")
_PART = frozenset({  # of a loss that is a sum
    "data", "regularization", "regularisation", "reg", "penalty", "auxiliary", "weight", "l2", "l1", "regularisierungs",
    "one", "each", "other", "second", "third",
})  # fmt: skip
_PARTS = bare_words("part portion share component teil anteil partie part parte parcela quota deel część часть")
_BEGINS = (
    "bar",
    "num",
    "name",
    "der",
    "new",
    "old",
    "rate",
    "open",
    "frac",
    "diff",
    "fn",
    "sqrt",
    "euler",
    "group",
    "op",
)
_CALCULATED = frozenset({"num", "name", "bar", "op", "open", "close", "group", "end", "frac", "fn", "sqrt"})
_PASSED = (Role.FILLER, Role.LINK, Role.ARTICLE, Role.PLAIN)
_BESIDE = (*_PASSED, Role.NEW, Role.OLD, Role.AFTER, Role.BEFORE, Role.STEP, Role.VALUES)
_TRAININGS = frozenset(map(bare, (
    "training", "entraînement", "entrenamiento", "treino", "treinamento", "addestramento", "обучения", "обучением",
)))  # fmt: skip
NOW = IS_NOW | bare_words("noch désormais allí ali teraz 现在 现 이제 지금 今")
_EACH = bare_words("jedem jeden jeder every each chaque cada ogni elke iedere każdym kazdym каждого каждом varje")
STILL = bare_words(
    "toujours todavía ainda ancora sempre nadal wciąż по-прежнему fortfarande stále weiterhin 仍然 仍 여전히"
) | {
    "immer noch",
    "nur noch",
    "nach wie vor",
    "ya solo",
    "nog steeds",
    "nog maar",
    "nog altijd",
    "nog slechts",
    "juz tylko",
}
_SLOPES = frozenset({"new", "der", "diff", "diffsub", "nabla"})
_PAST = (Role.OLD, Role.BEFORE)
_MOST = 40  # tokens of a sentence on each side of a noun
_NEAR = 4  # words before a noun that say of when it is
_ENDS = frozenset({"stop", "item", "heading", "struck"})
_FAR = 200  # tokens of a sentence


def noun_of(token: Token) -> str:
    """Return the word that a token is, if it names the output."""
    word = bare(token.text) if token.kind in ("word", "bad") else ""
    return word if word in NOUNS else ""


def losing(tokens: tuple[Token, ...], lexicon: Lexicon) -> Symbol | None:
    """Return the output where words name the loss and nothing else, as at the head of a row: "new loss"."""
    words = [token for token in tokens if token.kind != "sep"]
    named = [bare(token.text) in _LOSSES for token in words]
    known = all(token.kind == "word" and token.role in _BESIDE for token in words)
    return Symbol(lexicon.output) if named.count(True) == 1 and known else None


def _told(noun: str, lexicon: Lexicon, *, number: bool) -> str:
    """Return the node that a noun for the output means: beside a loss, an output of a number is what is compared."""
    name = lexicon.output
    lost = name in _LOSS_LETTERS or name.lower() in (*LOSS_WORDS, *ERROR_WORDS)
    return (lexicon.recall(prediction_of) if number and lost and noun in OUTPUTS else "") or name


def output(noun: str, token: Token, end: int, lexicon: Lexicon, *, new: bool, number: bool = True) -> Token:
    """Return the token that a noun for the output is; its role says where it may be something else."""
    name = _told(noun, lexicon, number=number)
    node = New(name) if new else Symbol(name)
    role = None if noun in _LOSSES else Role.ERROR
    return Token("new" if new else "name", token.text, token.start, end, node, role)


def stays(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "after the step the loss stays at 1" as the new output."""
    token = before[-1] if before else None
    if token is None or not (noun_of(token) or token.name == lexicon.output):
        return None
    said = [*before[sentence_start(before, len(before) - 1) :], *tokens[at : sentence_end(tokens, at)]]
    moved = any(t.role in (Role.AFTER, Role.NEW) for t in said) or any(t.kind == "new" for t in before)
    stepped = moved and not any(t.role in AGAINST_IT or t.role in (Role.BEFORE, Role.OLD) for t in said)
    place = past_preposition(tokens, at + 1, 2)
    end = past_number(tokens, place)
    if not stepped or not end:
        return None
    before.pop()
    head = Token("new", token.text, token.start, token.end, New(lexicon.output))
    return [head, Token("rel", "is", tokens[at].start, tokens[at].end), *tokens[place:end]], end


def outcome(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read a noun for the output with its sign; "with a loss of 0.3" and "loss 0.3" need none where the loss is new."""
    noun = noun_of(tokens[at])
    if not noun or (before and before[-1].kind == "word" and bare(before[-1].text) in _PART) or _is_part_of(before):
        return None
    sure = noun in _LOSSES or noun in _WHOLES
    if noun in _WHOLES and any(token.role in (Role.OF, Role.BY, Role.FOR) for token in before[-2:]):
        return None  # "the gradient of the expression is 3"
    past = any(token.role in _PAST for token in (*before[-_NEAR:], *tokens[at + 1 : at + 2]))
    new = not past and (is_new(before, sure=sure) or _stepped_to(before, lexicon) or _is_now(tokens, at, before))
    place, end = at + 1, tokens[at].end
    if place < len(tokens) and tokens[place].role is Role.NEW:  # "pérdida nueva"
        new, end, place = True, tokens[place].end, place + 1
    elif behind := past_moment(tokens, place):
        new, end, place = True, tokens[behind - 1].end, behind
    if not new and (tokens[at].kind != "word" or not (sure or (lexicon.errs and noun in _ERRORS))):
        return None  # in mathematics "loss" is a name of the answer's own, unless it is new
    place += place < len(tokens) and bare(tokens[place].text) in VALUE_WORDS  # "a loss value of 0.3"
    place = _past_before(tokens, place)
    sample = behind_sample(tokens, place)
    one_of_them = sample > place
    place = sample if one_of_them else _of_function(tokens, place, lexicon)
    aside = _past_aside(tokens, place)
    sign, says, follows = ahead(tokens, aside, _is_passed)
    if sign >= len(tokens) or (aside > place and not says):
        return None
    if follows < len(tokens) and tokens[sign].text == "colon" and quantity_ahead(tokens, follows, lexicon):
        return None  # "loss after the step: q = 10, f = 24" announces
    head = output(noun, tokens[at], end, lexicon, new=new, number=_is_number(tokens, follows))
    head = replace(head, role=Role.ERROR) if one_of_them else head
    if says and follows < len(tokens) and tokens[follows].kind in _BEGINS:
        if aside > place:
            return [head, *tokens[place:aside]], sign
        return [head], sign if all(t.kind == "word" for t in tokens[place:sign]) else place
    bare_number = sign if tokens[sign].role is not Role.OF else ahead(tokens, sign + 1, _is_passed).place
    verb = seen(tokens, bare_number + 1)
    falls = verb < len(tokens) and tokens[verb].role is Role.CHANGES  # 从 16 降到 0.64
    said = (token for token in tokens[place:sign] if not token.edge)  # "only"; not "the loss to 20.8"
    direct = tokens[sign].role is Role.OF or all(map(_tells_now, said))
    claims = new or (sure and direct and not any(token.role in NO_CLAIM for token in around(tokens, at, _MOST)))
    counts = bare_number < len(tokens) and (
        tokens[bare_number].kind == "num" or (direct and sure and _is_calculation(tokens, bare_number))
    )
    if claims and counts and not falls:
        if not new and not past and _is_stepped(before):  # "w_new = 1.7, which leaves a loss of 0.3"
            head = replace(output(noun, tokens[at], end, lexicon, new=True), role=Role.ERROR)
        head = head if new else replace(head, role=Role.ERROR)  # "a loss of 0.3", whenever that is
        return [head, Token("rel", "is", end, end)], bare_number
    return None


def _is_part_of(before: list[Token]) -> bool:
    """Whether only a part of what a noun names is spoken of: "the data part of the loss"."""
    place, of = last_seen(before), False
    while place > 0 and before[place].role in (Role.ARTICLE, Role.OF):
        of = of or before[place].role is Role.OF
        place -= 1
    return of and bare(before[place].text) in _PARTS


def is_after(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "w ist danach 4,94" and "la perte vaut après ce pas 0,3" as new values, the verb before the moment."""
    verb = last_seen(before)
    if verb < 1 or (before[verb].kind, before[verb].text) != ("rel", "is"):
        return None
    head = before[last_seen(before, verb)]
    if noun := noun_of(head):
        head = output(noun, head, head.end, lexicon, new=False)
    if head.kind != "name" or head.name not in (*lexicon.inputs, lexicon.output):
        return None
    place = past_moment(tokens, at)
    while place and place < len(tokens) and (tokens[place].edge or _tells_now(tokens[place])):
        place += 1
    name = last_seen(before, verb)
    each = any(bare(token.text) in _EACH for token in tokens[at : place or at])
    if not place or each or not past_number(tokens, place) or not _is_subject(before, name):
        return None
    before[name] = replace(head, kind="new", node=New(head.name), role=Role.ERROR)
    return [], place


def _is_subject(before: list[Token], at: int) -> bool:
    """Whether a clause begins with a name: no "distance between d and w", nor "dL/dw"."""
    lead = last_seen(before, at)
    while lead >= 0 and before[lead].role in (Role.ARTICLE, Role.WEIGHT, Role.BIAS):
        lead = last_seen(before, lead)
    if lead < 0 or before[lead].kind == "sep":
        return True
    other = last_seen(before, lead)
    return before[lead].role is Role.LINK and (other < 0 or before[other].kind in ("num", "sep"))


def _tells_now(token: Token) -> bool:
    return token.role is Role.FILLER or bare(token.text) in NOW | STILL


def _past_aside(tokens: list[Token], at: int) -> int:
    """Return the place behind words or an equation in brackets that stand at a place; the place itself for none."""
    if at >= len(tokens) or tokens[at].text != "(":
        return at
    close = next((n for n in range(at, min(at + _MOST, len(tokens))) if tokens[n].kind == "close"), at)
    said = any(token.kind in ("word", "rel") for token in tokens[at:close])
    return close + 1 if said else at


def _past_before(tokens: list[Token], at: int) -> int:
    """Return the place behind what says that a loss is the first: "initiale", "(before)", "before the update"."""
    opened = at < len(tokens) and tokens[at].text == "("
    place = at + opened
    if place >= len(tokens) or tokens[place].role not in _PAST:
        return at
    while place < len(tokens) and tokens[place].role in (*_PAST, Role.ARTICLE, Role.STEP, Role.OF):
        place += 1
    place += not opened and place < len(tokens) and _trains(tokens[place])
    if opened:
        return place + 1 if place < len(tokens) and tokens[place].text == ")" else at
    return place


def _trains(token: Token) -> bool:
    return token.kind == "word" and bare(token.text) in _TRAININGS


def _is_number(tokens: list[Token], at: int) -> bool:
    """Whether nothing but a number stands at a place: a calculation may lead to the output of the graph."""
    at += at < len(tokens) and tokens[at].text in ("-", "~")
    behind = seen(tokens, at + 1)
    ends = behind >= len(tokens) or tokens[behind].kind in ("sep", "word", "close")
    return at < len(tokens) and tokens[at].kind == "num" and ends


def _is_calculation(tokens: list[Token], at: int) -> bool:
    r"""Whether numbers are calculated with from a place on, and come to something: "loss (0.777 - 1)^2 = 0.05"."""
    end = at
    while end < len(tokens) and (tokens[end].kind in _CALCULATED or tokens[end].edge):
        end += 1
    operands = sum(token.kind in ("num", "name", "bar") for token in tokens[at:end])
    if operands < 2 or end >= len(tokens) or tokens[end].kind != "rel":
        return False
    result = end + 1 + (end + 1 < len(tokens) and tokens[end + 1].kind == "group")  # \mathbf{0.06}
    return past_number(tokens, result) > 0


def _of_function(tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """Return the place behind "of the function" and "of f"."""
    if at >= len(tokens) or tokens[at].role is not Role.OF:
        return at
    place = at + 1
    while place < len(tokens) and (tokens[place].role is Role.ARTICLE or tokens[place].edge):
        place += 1
    if place >= len(tokens):
        return at
    return place + 1 if tokens[place].name == lexicon.output or tokens[place].role is Role.PLAIN else at


def _is_passed(token: Token) -> bool:
    return token.edge or (token.kind == "word" and token.role in _PASSED)


def is_new(before: list[Token], *, sure: bool) -> bool:
    """Whether what stands before a noun says that it is new: "the new", "after the update, the", "at w_new the"."""
    if before and before[-1].role is Role.NEW:
        return True
    said = _sentence(before)
    if any(token.role in _PAST for token in said):
        return False
    stepped = any(one.role is Role.AFTER and step_behind(said, i) > i for i, one in enumerate(said))
    stepped = stepped or any(
        one.role is Role.STEP and two.role is Role.AFTER for one, two in pairwise(said)
    )  # 更新之后
    return stepped or any(token.role is Role.NEW or (token.kind == "new" and not sure) for token in said)


def _is_now(tokens: list[Token], at: int, before: list[Token]) -> bool:
    """Whether a noun is said to be something now, "the error is now 0.2", behind what a step has led to."""
    said = [*before[-_NEAR:], *tokens[at + 1 : at + 1 + _NEAR]]
    now = any(token.kind == "word" and bare(token.text) in NOW for token in said)
    return now and any(token.kind in _SLOPES or token.role is Role.STEP for token in before)


def _is_stepped(before: list[Token]) -> bool:
    """Whether new values stand somewhere before."""
    return any(token.kind == "new" or (token.kind == "rel" and token.text in ("<-", "-=")) for token in before)


def _stepped_to(before: list[Token], lexicon: Lexicon) -> bool:
    """Whether a step has led to new inputs in the same sentence: "gradient descent gives w = 2.18 and loss 5.76"."""
    said = _sentence(before)
    gives = any(one.role is Role.STEP and two.text == "is" for one, two in pairwise(said))
    moved = any(one.name in lexicon.inputs and two.kind == "rel" for one, two in pairwise(said) if one.name)
    return gives and moved and not any(token.role in _PAST for token in said)


def _sentence(before: list[Token]) -> list[Token]:
    """Return what stands in the same sentence at the end of some tokens, as far as it is looked at."""
    far = max(0, len(before) - _FAR)
    return before[next((i for i in range(len(before), far, -1) if _ends(before, i - 1)), far) :]


def _ends(tokens: list[Token], at: int) -> bool:
    """Whether a sentence ends here: displayed mathematics is a part of it."""
    token = tokens[at]
    if token.kind != "sep" or token.text not in ("block", "line"):
        return token.kind == "sep" and token.text in _ENDS
    return not any(
        near.kind == "sep" and near.text == "block" and near.math for near in tokens[max(0, at - 2) : at + 3]
    )
