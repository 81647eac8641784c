"""Words, colons and arrows that state equations, turned into tokens as if they had been written as such."""

from dataclasses import replace

from gradbook.graph.expression import Derivative as Der
from gradbook.graph.expression import Number
from gradbook.graph.expression import Symbol as Name
from gradbook.written.exercise import Exercise
from gradbook.written.grammar import New
from gradbook.written.members import parsed, quantity
from gradbook.written.tokens import Token
from gradbook.written.words import FILLERS, NUMBERS, SPELLED, WEIGHTS

_SLOPES = ("gradient", "derivative", "slope", "grad")


def colons(tokens: list[Token], exercise: Exercise) -> list[Token]:
    """Turn a colon into an equals sign where a quantity stands before it and its value behind: "df/dw: 6"."""
    result: list[Token] = []
    for place, token in enumerate(tokens):
        if token.kind == "sep" and token.text == "colon":
            before = _back_to_break(result)
            ahead = [t for t in tokens[place + 1 : place + 60] if not (t.kind == "sep" and t.text == "soft")]
            stop = next((i for i, t in enumerate(ahead) if t.kind in ("sep", "word", "rel")), len(ahead))
            name = quantity(before, exercise)
            value = parsed(ahead[:stop], exercise, first=False) if name is not None and stop else None
            states = stop < len(ahead) and ahead[stop].kind == "rel"
            own = (
                states
                and isinstance(value, Der | New | Name)
                and not (isinstance(name, Der) and isinstance(value, Name))
            )
            if name is not None and value is not None and not own:
                while result and result[-1].kind == "sep" and result[-1].text == "soft":
                    result.pop()
                result.append(Token("rel", "=", token.start, token.end))
                continue
        result.append(token)
    return result


def changes(tokens: list[Token], exercise: Exercise) -> list[Token]:
    """Turn the arrows of "df/dw -> 6", "w -> 5 - 0.06" and "w: 5 -> 4.94" into equals signs, the last two of w_new."""
    result: list[Token] = []
    for place, token in enumerate(tokens):
        if token.kind == "sep" and token.text == "arrow" and _calculated(tokens[place + 1 : place + 60], exercise):
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
        result.append(token)
    return result


def _calculated(tokens: list[Token], exercise: Exercise) -> bool:
    """Whether tokens begin with a number or a calculation, not with another quantity."""
    ahead = [token for token in tokens if not (token.kind == "sep" and token.text == "soft")]
    stop = next((i for i, token in enumerate(ahead) if token.kind in ("sep", "word", "rel")), len(ahead))
    value = parsed(ahead[:stop], exercise, first=False) if stop else None
    return value is not None and not isinstance(value, Name | Der | New)


def _back_to_break(tokens: list[Token]) -> list[Token]:
    """Return the tokens since the last separator or word, soft ones at the end left out."""
    end = len(tokens)
    while end and tokens[end - 1].kind == "sep" and tokens[end - 1].text == "soft":
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
        for rule in (_derivative, _gradient_of, _number, _new, _sign):
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
    if texts[:1] == ["of"]:
        place = 2 if texts[1:2] != ["the"] else 3
        named = len(rest) > 1 and tokens[rest[1]].kind == "name"
        of = tokens[rest[1]].text if named else of if place == 3 else ""
    for phrase in (
        ["with", "respect", "to"],
        ["wrt"],
        ["by"],
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
    named = next((i for i in rest if tokens[i].text not in ("of", "for", "at", "the", "(", ")")), None)
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
    value = float(NUMBERS.index(tokens[place].text))
    return replace(tokens[place], kind="num", start=tokens[at].start, value=-value if minus else value), place + 1


def _new(tokens: list[Token], at: int, before: list[Token], exercise: Exercise) -> tuple[Token, int] | None:
    """Read "the new w", "updated value of w" and "new weight"."""
    if tokens[at].text not in ("new", "updated") or tokens[at].kind != "word":
        return None
    rest = [i for i in range(at + 1, min(at + 6, len(tokens))) if tokens[i].kind != "sep"]
    named = next((i for i in rest if tokens[i].text not in ("value", "of")), None)
    if named is None:
        return None
    name = tokens[named].text if tokens[named].kind == "name" else WEIGHTS.get(tokens[named].text, "")
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
