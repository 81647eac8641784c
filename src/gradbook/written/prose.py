"""Words, colons and arrows that state equations, turned into tokens as if they had been written as such."""

from dataclasses import replace

from gradbook.graph.expression import Derivative as Der
from gradbook.graph.expression import Number
from gradbook.graph.expression import Symbol as Name
from gradbook.written.exercise import Exercise
from gradbook.written.grammar import New, Node
from gradbook.written.members import parsed, quantity
from gradbook.written.tokens import Token
from gradbook.written.words import FILLERS, IS, NUMBERS, PARTS, SPELLED, WEIGHTS

_SLOPES = ("gradient", "derivative", "slope", "grad", "ableitung")


_BETWEEN = ("of", "for", "at", "on", "in", "the", "(", ")", "weight", "bias", "parameter", "variable", "wrt")


def colons(tokens: list[Token], exercise: Exercise) -> list[Token]:
    """Turn a colon into an equals sign where a quantity stands before it and its value behind: "df/dw: 6"."""
    result: list[Token] = []
    for place, token in enumerate(tokens):
        if token.kind == "sep" and token.text == "colon":
            before = _back_to_break(result)
            head = result.index(before[0]) if before else 0
            name = None if head and result[head - 1].text == "for" else quantity(before, exercise)
            value, end = _ahead(tokens, place, exercise) if name is not None else (None, None)
            own = (
                end is not None
                and end.kind == "rel"
                and isinstance(value, Der | New | Name)
                and not (isinstance(name, Der) and isinstance(value, Name))
            )
            if name is not None and value is not None and not own:
                while _is_soft(result[-1]):
                    result.pop()
                result.append(Token("rel", "=", token.start, token.end))
                continue
            if _divides(tokens, place, result):
                result.append(Token("op", "/", token.start, token.end))
                continue
        result.append(token)
    return result


def _divides(tokens: list[Token], place: int, before: list[Token]) -> bool:
    """Whether a colon stands for division, as in "f = 6 : 4 = 1.5"."""
    if place + 1 >= len(tokens) or not before:
        return False
    left, right = before[-1], tokens[place + 1]
    colon = tokens[place]
    even = (colon.start > left.end) == (right.start > colon.end)
    ahead = tokens[place + 2].kind if place + 2 < len(tokens) else ""
    related = any(token.kind == "rel" for token in _back_to_break(before))
    return (
        even
        and related
        and left.kind in ("num", "name", "close", "end", "der")
        and right.kind in ("num", "open", "name")
    ) and not (right.kind == "name" and ahead == "rel")


def changes(tokens: list[Token], exercise: Exercise) -> list[Token]:
    """Turn the arrows of "df/dw -> 6", "w -> 5 - 0.06" and "w: 5 -> 4.94" into equals signs, the last two of w_new."""
    result: list[Token] = []
    for place, token in enumerate(tokens):
        if token.kind == "sep" and token.text == "arrow" and _calculated(tokens, place, exercise):
            before = _back_to_break(result)
            sign = next((i for i, t in enumerate(before) if t.kind == "rel"), len(before))
            name = quantity(before[:sign], exercise)
            given = name is not None and isinstance(name, Name) and name.name in exercise.graph.inputs
            if given and isinstance(name, Name):
                old = parsed(before[sign + 1 :], exercise, first=False) if sign < len(before) else None
                given = sign == len(before) or old == Number(exercise.here.value[name.name])
            if name is not None and (given or sign == len(before)):
                head = next(i for i, t in enumerate(result) if t is before[0])
                states = [replace(before[0], kind="new")] if given else before[:sign]
                result[head:] = [*states, Token("rel", "=", token.start, token.end)]
                continue
            last = max((i for i, t in enumerate(before) if t.kind == "rel"), default=-1)
            if name is not None and len(before) - last > 3:  # a calculation, and what it comes to
                result.append(Token("rel", "=", token.start, token.end))
                continue
        result.append(token)
    return result


def _calculated(tokens: list[Token], place: int, exercise: Exercise) -> bool:
    """Whether a number or a calculation stands behind a token, and not another quantity."""
    value, _ = _ahead(tokens, place, exercise)
    return value is not None and not isinstance(value, Name | Der | New)


def _ahead(tokens: list[Token], place: int, exercise: Exercise) -> tuple[Node | None, Token | None]:
    """Return the member that stands behind a token, and the token that ends it."""
    ahead = [token for token in tokens[place + 1 : place + 60] if not _is_soft(token)]
    stop = next((i for i, token in enumerate(ahead) if token.kind in ("sep", "word", "rel")), len(ahead))
    value = parsed(ahead[:stop], exercise, first=False) if stop else None
    return value, ahead[stop] if stop < len(ahead) else None


def _is_soft(token: Token) -> bool:
    return token.kind == "sep" and token.text == "soft"


def _back_to_break(tokens: list[Token]) -> list[Token]:
    """Return the tokens since the last separator or word, soft ones at the end left out."""
    end = len(tokens)
    while end and _is_soft(tokens[end - 1]):
        end -= 1
    start = end
    while start and tokens[start - 1].kind not in ("sep", "word") and end - start < 24:
        start -= 1
    return tokens[start:end]


def spoken(tokens: list[Token], exercise: Exercise) -> list[Token]:
    """Turn "gradient of f with respect to w", "the new w" and numbers in words into tokens."""
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        after_is = bool(result) and result[-1].text == "is" and result[-1].kind == "rel"
        if after_is and (tokens[at].text in FILLERS or tokens[at].text == "is"):
            at += 1  # "is equal to", "is just"
            continue
        if tokens[at].kind not in ("word", "bad"):
            result.append(tokens[at])
            at += 1
            continue
        for rule in (_derivative, _gradient_of, _partial, _rate, _is, _number, _new, _after, _sign):
            if found := rule(tokens, at, result, exercise):
                result.append(found[0])
                at = found[1]
                break
        else:
            result.append(tokens[at])
            at += 1
    return result


# Each rule reads the tokens from a place on, knows those before it, and returns one token for what it took, and where
# to go on.


def _derivative(tokens: list[Token], at: int, before: list[Token], exercise: Exercise) -> tuple[Token, int] | None:
    """Read "derivative of f with respect to w"."""
    if tokens[at].text not in _SLOPES:
        return None
    rest = [i for i in range(at + 1, min(at + 14, len(tokens))) if tokens[i].text != "soft"]
    texts = [tokens[i].text if tokens[i].kind in ("word", "name") else tokens[i].kind for i in rest]
    of, place = exercise.graph.output, 0
    if texts[:1] in (["of"], ["von"], ["de"]):
        place = 2 if texts[1:2] != ["the"] else 3
        named = len(rest) > 1 and tokens[rest[1]].kind == "name"
        of = tokens[rest[1]].text if named else of if place == 3 else ""
    for phrase in (
        ["with", "respect", "to"],
        ["wrt"],
        ["by"],
        ["nach"],
        ["in"],
        ["w", "sep", "r", "sep", "t", "sep"],
        ["w", "sep", "r", "sep", "t"],
    ):
        if texts[place : place + len(phrase)] == phrase:
            place += len(phrase)
            break
    else:
        return None
    if place >= len(rest) or tokens[rest[place]].kind != "name" or of not in exercise.arguments:
        return None
    by = tokens[rest[place]]
    local = any(t.text == "local" for t in before[-2:]) and (of, by.text) in exercise.here.local
    return Token("der", f"{of} {by.text}{'!' if local else ''}", tokens[at].start, by.end), rest[place] + 1


def _gradient_of(tokens: list[Token], at: int, before: list[Token], exercise: Exercise) -> tuple[Token, int] | None:
    """Read "gradient of w", "grad(w)" and "w gradient" as the derivative of the output."""
    if tokens[at].text not in _SLOPES:
        return None
    out, word = exercise.graph.output, tokens[at]
    rest = [i for i in range(at + 1, min(at + 8, len(tokens))) if tokens[i].text != "soft"]
    named = next((i for i in rest if tokens[i].text not in _BETWEEN), None)
    if named is None:
        return None
    if tokens[named].kind == "name":
        by = tokens[named]
        closing = named + 1 + any(tokens[i].text == "(" for i in rest if i < named)
        if by.text == out:  # "the gradient of f is 24": of which one?
            return Token("bad", "gradient", word.start, by.end), closing
        return Token("der", f"{out} {by.text}", word.start, by.end), closing
    if tokens[named].kind == "rel" and before and before[-1].kind == "name":
        by = before.pop()
        return Token("der", f"{out} {by.text}", by.start, word.end), at + 1
    return None


def _number(tokens: list[Token], at: int, before: list[Token], exercise: Exercise) -> tuple[Token, int] | None:
    """Read "is three" and "is minus three"."""
    minus = tokens[at].text == "minus"
    place = at + minus
    if not before or before[-1].kind != "rel" or place >= len(tokens) or tokens[place].text not in NUMBERS:
        return None
    if place + 1 < len(tokens) and tokens[place + 1].text in PARTS:  # "one quarter"
        return replace(tokens[place], kind="bad"), place + 2
    value = float(NUMBERS.index(tokens[place].text))
    return replace(tokens[place], kind="num", start=tokens[at].start, value=-value if minus else value), place + 1


def _new(tokens: list[Token], at: int, before: list[Token], exercise: Exercise) -> tuple[Token, int] | None:
    """Read "the new w", "updated value of w" and "new weight"."""
    if tokens[at].text not in ("new", "updated") or tokens[at].kind != "word":
        return None
    rest = [i for i in range(at + 1, min(at + 6, len(tokens))) if tokens[i].kind != "sep"]
    named = next((i for i in rest if tokens[i].text not in ("value", "of", "the")), None)
    if named is None:
        return None
    if tokens[named].text in WEIGHTS and named + 1 < len(tokens) and tokens[named + 1].kind == "name":
        named += 1  # "the new weight w"
    name = tokens[named].text if tokens[named].kind == "name" else WEIGHTS.get(tokens[named].text, "")
    if name in exercise.arguments:
        return Token("bad", "new", tokens[at].start, tokens[named].end), named + 1  # "the new f": not what is asked
    if name not in exercise.graph.inputs:
        return None
    return Token("new", name, tokens[at].start, tokens[named].end), named + 1


def _sign(tokens: list[Token], at: int, before: list[Token], exercise: Exercise) -> tuple[Token, int] | None:
    """Read "4 times 1.5"."""
    sign, after = SPELLED.get(tokens[at].text), at + 1
    if sign and after < len(tokens) and tokens[after].text == "by":  # divided by
        after += 1
    if not sign or not before or after >= len(tokens):
        return None
    ends, begins = ("num", "name", "der", "close", "end"), ("num", "name", "der", "open", "frac", "diff")
    if before[-1].kind not in ends or tokens[after].kind not in begins:
        return None
    return Token("op", sign, tokens[at].start, tokens[at].end), after


def _partial(tokens: list[Token], at: int, before: list[Token], exercise: Exercise) -> tuple[Token, int] | None:
    """Read "partial f / partial w"."""
    if tokens[at].text != "partial" or at + 1 >= len(tokens) or tokens[at + 1].kind != "name":
        return None
    return replace(tokens[at], kind="diff"), at + 1


def _rate(tokens: list[Token], at: int, before: list[Token], exercise: Exercise) -> tuple[Token, int] | None:
    """Read "learning rate"."""
    if tokens[at].text not in ("learning", "step") or at + 1 >= len(tokens):
        return None
    last = tokens[at + 1]
    if last.kind != "rate" and last.text != "size":
        return None
    return Token("rate", "lr", tokens[at].start, last.end), at + 2


def _is(tokens: list[Token], at: int, before: list[Token], exercise: Exercise) -> tuple[Token, int] | None:
    """Read "should be" and the like, and "at x = 2 is", as "is" behind a quantity."""
    if not before or before[-1].kind not in ("name", "der", "new", "end", "close"):
        return None
    texts = [token.text for token in tokens[at : at + 4]]
    for phrase in IS:
        if texts[: len(phrase)] == phrase:
            return Token("rel", "is", tokens[at].start, tokens[at + len(phrase) - 1].end), at + len(phrase)
    if texts[0] in ("at", "for", "evaluated", "when"):
        place = at + 1
        while place < len(tokens) and tokens[place].kind in ("name", "num", "op", "sep", "rel", "word"):
            token, behind = tokens[place], tokens[place - 1]
            if token.kind == "rel" and behind.kind == "num":  # the second "is" of "at w = 5 is 6"
                return Token("rel", "is", token.start, token.end), place + 1
            if token.text in ("line", "stop") or place - at > 20:
                return None
            place += 1
    return None


def _after(tokens: list[Token], at: int, before: list[Token], exercise: Exercise) -> tuple[Token, int] | None:
    """Read "w after the step" and "w_new after one update" as the new w."""
    if tokens[at].text in WEIGHTS and at + 1 < len(tokens) and tokens[at + 1].text == "after":
        first, name, place = tokens[at], WEIGHTS[tokens[at].text], at + 1  # "weight after the step"
    elif tokens[at].text == "after" and before and before[-1].kind in ("name", "new"):
        first, name, place = before[-1], before[-1].text, at
    else:
        return None
    end = next((i for i in range(place + 1, min(place + 4, len(tokens))) if tokens[i].text in ("update", "step")), None)
    if end is None or name not in exercise.graph.inputs:
        return None
    if place == at:
        before.pop()
    return Token("new", name, first.start, tokens[end].end), end + 1
