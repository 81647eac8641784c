"""New and old values in words."""

from dataclasses import replace

from gradbook.graph.expression import Symbol
from gradbook.written.expression import New, Old
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.naming.neurons import weight_of
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, HARMLESS, PARTICLE, Role, bare, bare_words
from gradbook.written.names.wiring import is_bias
from gradbook.written.parsing.grammar.edges import ends_sentence, last_seen, past_number, seen
from gradbook.written.parsing.phrases.speech.counts import is_many, is_one

_REMARK = 16  # tokens in a bracket
_AFTERWARDS = bare_words(
    "afterwards afterward danach hinterher nachher ensuite luego potem sonrasında setelahnya потом"
)
_THAT = bare_words("that this")
IS_NOW = bare_words("now jetzt nun maintenant ahora agora ora adesso nu теперь")
_RATES = frozenset({Role.OF, Role.FOR, Role.LINK, Role.ASPECT, Role.ARTICLE, Role.PLAIN, Role.RATE})
_BETWEEN = (Role.OF, Role.ARTICLE, Role.LINK, *HARMLESS)


def weight_meant(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> str:
    """Return the input that "weight" or "bias" means where only one is called so; the name behind it goes first.

    Below the new value of a weight, "new bias" is that of the same node.
    """
    role = tokens[at].role
    if role is None or role not in (Role.WEIGHT, Role.BIAS):
        return ""
    letter = "w" if role is Role.WEIGHT else "b"
    if letter in lexicon.inputs:
        return letter
    return _bias_beside(before, lexicon) if role is Role.BIAS else lexicon.recall(weight_of)


def _bias_beside(before: list[Token], lexicon: Lexicon) -> str:
    """Return the bias of the node into which the last weight leads whose new value was told."""
    for place in range(len(before) - 2, -1, -1):
        token, behind = before[place], before[place + 1]
        if token.kind == "sep" and token.text == "heading":
            break
        if behind.kind == "rel" and isinstance(token.node, New | Symbol) and token.kind != "diffsub":
            return lexicon.wiring.beside(token.node.name) if isinstance(token.node, New) else ""
    return ""


def update_of(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "Update of w: 0.8 - ..." where it begins a sentence, and "Update the weight: ..."."""
    if before and not (ends_sentence(before[-1]) or before[-1].edge):
        return None
    place = at + 1
    while place < len(tokens) and (tokens[place].edge or _leads_to_name(tokens[place])):
        place += 1
    if place >= len(tokens) or place == at + 1:
        return None
    name = tokens[place].name or weight_meant(tokens, place, before, lexicon)
    colon = seen(tokens, place + 1)
    if not name or colon >= len(tokens) or tokens[colon].text != "colon":
        return None
    return [Token("new", name, tokens[at].start, tokens[place].end, New(name))], colon


def _leads_to_name(token: Token) -> bool:
    return token.kind == "word" and (
        token.role in (Role.OF, Role.FOR, Role.ARTICLE) or bare(token.text) in ("of", "for")
    )


def new_name(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "the new w", "updated value of w" and "new weight"; "new" may stand behind: "peso nuevo"."""
    if tokens[at].role is not Role.NEW:
        weight = weight_meant(tokens, at, before, lexicon)
        if weight and at + 1 < len(tokens) and tokens[at + 1].role is Role.NEW:
            own = tokens[at + 2].node if at + 2 < len(tokens) else None
            called = own.name if isinstance(own, New | Symbol) else ""
            name, last = (called, at + 2) if called in lexicon.inputs else (weight, at + 1)
            return [Token("new", name, tokens[at].start, tokens[last].end, New(name))], last + 1
        return None
    if before and before[-1].kind == "vec" and is_bias(before[-1].text) and _is_said(tokens, at):
        vector = before.pop()  # "bias new = 0.2" of bias1, bias2
        if name := _bias_beside(before, lexicon):
            return [Token("new", name, vector.start, tokens[at].end, New(name))], at + 1
        before.append(vector)
    if (
        before
        and before[-1].kind == "vec"
        and lexicon.array(before[-1].text)
        and _is_said(tokens, at)
        and _leads(before)
    ):
        vector = before.pop()  # "w new = [0.5, 0.2]"
        return [replace(tokens[at], start=vector.start, end=vector.start), vector], at + 1
    owned = len(before) > 1 and before[-1].role is Role.OF and PARTICLE.search(before[-1].text) is not None
    named = len(before) > owned and before[-1 - owned].kind == "name" and before[-1 - owned].name != ""
    if named and _is_said(tokens, at):  # "w updated = 4.94"
        old = before[-1 - owned]
        del before[-1 - owned :]  # "w'nin yeni değeri"
        return [Token("new", old.name, old.start, tokens[at].end, New(old.name))], at + 1
    for place in range(at + 1, min(at + 7, len(tokens))):
        token = tokens[place]
        if token.edge:
            continue
        if token.name:
            place = _again(tokens, place, token.name)  # noqa: PLW2901
            head = Token("new", token.name, tokens[at].start, tokens[place].end, New(token.name))
            return [head, *_sign_of(tokens, place + 1, before)], _past_of(tokens, place + 1)
        if weight := weight_meant(tokens, place, before, lexicon):
            for behind in range(place + 1, min(place + 4, len(tokens))):
                own = tokens[behind].node
                called = own.name if isinstance(own, New) else tokens[behind].name
                if called in lexicon.inputs:  # "the new weight w", "the updated weight w'"
                    weight, place = called, behind  # noqa: PLW2901
                    break
                if not tokens[behind].edge and tokens[behind].role is not Role.OF:
                    break
            place = _again(tokens, place, weight)  # noqa: PLW2901
            return [Token("new", weight, tokens[at].start, tokens[place].end, New(weight))], place + 1
        if token.role not in _BETWEEN and token.role not in (Role.WEIGHT, Role.BIAS):
            return None
    return None


def _leads(before: list[Token]) -> bool:
    """Whether the last token begins what is said: no "gradient of w new", "-w new"."""
    place = last_seen(before, len(before) - 1)
    led = place >= 0 and before[place].role in (Role.LINK, Role.ARTICLE) and bare(before[place].text) not in AND
    return place < 0 or led or ends_sentence(before[place]) or before[place].text in ("colon", "arrow")


def _again(tokens: list[Token], at: int, name: str) -> int:
    """Return the place of the same name behind a comma or colon, of which a sign tells: "new weight, w = 1.9"."""
    mark = seen(tokens, at + 1)
    if mark >= len(tokens) or tokens[mark].text not in ("comma", "colon"):
        return at
    place = seen(tokens, mark + 1)
    sign = seen(tokens, place + 1)
    told = sign < len(tokens) and tokens[sign].kind == "rel" and tokens[place].name == name
    return place if told else at


def _past_of(tokens: list[Token], at: int) -> int:
    """Return the place of the number in "a new w of 0.85"; the same place where none follows."""
    place = seen(tokens, at)
    of = place < len(tokens) and tokens[place].role is Role.OF
    return place + 1 if of and past_number(tokens, place + 1) else at


def _sign_of(tokens: list[Token], at: int, before: list[Token]) -> list[Token]:
    """Return a sign where a number follows on a new quantity: "a new w of 0.85", "damit ist das neue w 0,85"."""
    place = seen(tokens, _past_of(tokens, at))
    led = _past_of(tokens, at) > at or any(token.kind == "rel" and token.text == "is" for token in before[-3:])
    while led and place < len(tokens) and tokens[place].role is Role.FILLER:  # "about"
        place = seen(tokens, place + 1)
    follows = past_number(tokens, place) if led else 0
    ends = follows and (follows >= len(tokens) or tokens[follows].kind in ("sep", "word", "close"))
    return [Token("rel", "is", tokens[at - 1].end, tokens[at - 1].end)] if ends else []


def _is_said(tokens: list[Token], at: int) -> bool:
    """Whether a colon or a sign behind a word says what the quantity is."""
    follows = next((t for t in tokens[at + 1 : at + 4] if t.kind != "sep" and t.role is not Role.LINK), None)
    colon = at + 1 < len(tokens) and tokens[at + 1].kind == "sep" and tokens[at + 1].text == "colon"
    return colon or (follows is not None and follows.kind == "rel")


def old_name(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "old w" and "w before the step" as what was before."""
    if tokens[at].role is Role.OLD:
        rest = [t for t in tokens[at + 1 : at + 5] if t.role not in _BETWEEN and not t.edge]
        if rest and rest[0].name in lexicon.inputs:
            place = tokens.index(rest[0], at)
            return [Token("old", rest[0].name, tokens[at].start, rest[0].end, Old(rest[0].name))], place + 1
    behind = seen(tokens, at + 1)
    labels = behind < len(tokens) and tokens[behind].text in ("colon", "=")
    if tokens[at].role is Role.BEFORE and before and before[-1].name in lexicon.operands and labels:
        return [], at + 1  # "L before: 9"
    if tokens[at].role is Role.BEFORE and len(before) > 1 and before[-1].text == "(" and before[-2].name:
        close = seen(tokens, at + 1)
        if close < len(tokens) and tokens[close].kind == "close" and before[-2].name in lexicon.operands:
            before.pop()
            return [], close + 1  # "L (before) = 9"
    if tokens[at].role is Role.BEFORE and before and before[-1].name in lexicon.inputs:
        old = before.pop()
        end = step_behind(tokens, at)
        return [Token("old", old.name, old.start, tokens[end].end, Old(old.name))], end + 1
    return None


def after_step(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "w after the step" and "w_new after one update" as the new w."""
    first = tokens[at]
    if (
        (weight := weight_meant(tokens, at, before, lexicon))
        and at + 1 < len(tokens)
        and tokens[at + 1].role is Role.AFTER
    ):
        name, place = weight, at + 1  # "weight after the step"
    elif (
        first.role in (Role.AFTER, Role.BY)
        and before
        and before[-1].kind in ("name", "new")
        and before[-1].node is not None
    ):
        node = before[-1].node
        name, place = node.name if isinstance(node, New) else before[-1].name, at
    else:
        return None
    behind = past_moment(tokens, place)
    if not behind or not name:
        return None
    if place == at:
        first = before.pop()
    return [Token("new", name, first.start, tokens[behind - 1].end, New(name))], behind


def past_moment(tokens: list[Token], at: int) -> int:
    """Return the place behind "after the step", "afterwards" or "after that", which tells of a step; 0 for none."""
    if at >= len(tokens) or tokens[at].role not in (Role.AFTER, Role.BY):
        return 0
    if (last := step_behind(tokens, at)) > at:
        return last + 1
    pointed = at + 1 < len(tokens) and bare(tokens[at + 1].text) in _THAT
    place = at + 1 + pointed
    behind = tokens[place] if place < len(tokens) else None
    says = behind is not None and (
        behind.kind in ("rel", "num") or behind.text == "colon" or behind.role is Role.FILLER
    )
    labels = behind is not None and behind.text in ("colon", "=")  # "loss after: 0.3"
    return place if says and (pointed or labels or bare(tokens[at].text) in _AFTERWARDS) else 0


def step_behind(tokens: list[Token], at: int) -> int:
    """Return the last place of "step" or "one gradient descent step of size 0.5" behind a word; else its own place."""
    for place in range(at + 1, min(at + 6, len(tokens))):
        if tokens[place].role is Role.STEP:
            while place + 1 < len(tokens) and tokens[place + 1].role is Role.STEP:  # "descent step"
                place += 1  # noqa: PLW2901
            return _past_rate(tokens, place)
        if is_many(tokens[place]):
            break
        if is_one(tokens[place]):
            continue
        passed = tokens[place].role in (Role.ARTICLE, Role.NUMBER, Role.OF, Role.SLOPE, *HARMLESS)
        if not passed and not tokens[place].edge:
            break
    return at


def _past_rate(tokens: list[Token], at: int) -> int:
    """Return the last place of "of size 0.5" or "with learning rate 0.5" where a verb goes on behind it; else at."""
    place = at + 1
    if place < len(tokens) and tokens[place].kind == "rel":
        return at  # "the loss after this step is 0"
    while place < len(tokens) and (tokens[place].edge or tokens[place].text == "(" or _tells_rate(tokens[place])):
        place += 1
    end = past_number(tokens, place) if place > at + 1 else 0
    if not end:
        return at
    end += end < len(tokens) and tokens[end].text == ")"
    behind = seen(tokens, end)
    goes_on = behind < len(tokens) and (
        tokens[behind].kind == "rel" or tokens[behind].role is Role.RELATION or tokens[behind].text in ("?", "colon")
    )
    return end - 1 if goes_on else at


def _tells_rate(token: Token) -> bool:
    if token.kind == "rel":
        return token.text in ("=", "is")
    return token.kind == "rate" or (token.kind == "word" and token.role in _RATES)


def is_now(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "w is now 4.94" as the new value of an input, which nobody says before the step, and "f now 4 * 2" so."""
    verb = last_seen(before)
    calculates = at + 1 < len(tokens) and tokens[at + 1].kind in ("num", "open")
    if verb >= 0 and calculates and before[verb].kind == "name" and before[verb].name == lexicon.output:
        before[verb] = replace(before[verb], kind="new", node=New(before[verb].name), role=Role.ERROR)
        return [Token("rel", "=", tokens[at].start, tokens[at].end)], at + 1
    name = last_seen(before, verb) if verb > 0 else -1
    if name < 0 or (before[verb].kind, before[verb].text) != ("rel", "is") or before[name].name not in lexicon.inputs:
        return None
    end = past_number(tokens, seen(tokens, at + 1))
    if not end or before[name].kind != "name" or before[max(0, name - 1)].kind == "diff":  # "df/dx is now -4"
        return None
    before[name] = replace(before[name], kind="new", node=New(before[name].name), role=Role.ERROR)
    return [], at + 1
