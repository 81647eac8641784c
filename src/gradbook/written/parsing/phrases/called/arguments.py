"""Arguments: "the sigmoid of 2.5" is sigmoid(2.5), and "the derivative of L(a, y) by a" is that of L."""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import last_seen, past_number, seen
from gradbook.written.parsing.phrases.called.operations import OPERATION

_LEADS = frozenset({Role.OF, Role.ARTICLE, Role.ERROR, Role.VALUES, Role.PLAIN})
_MOST = 4  # words between "derivative" and the name
_LONGEST = 12  # tokens of what it hangs on
_OF = frozenset({"of", "von", "aus", "de", "du", "del", "do", "di", "van", "z", "av"})
_FUNCTION = {word: name for word, name in OPERATION.items() if name in ("log", "sqrt") and word != name}
_FUNCTION |= {"logaritme": "log", "quadratwurzel": "sqrt", "wortel": "sqrt"}
_KIND = bare_words("square natural naturel naturale carrée cuadrada quadrada quadrata")
_SLOPES = (Role.SLOPE, Role.SLOPES, Role.LOCAL)


def of_numbers(tokens: list[Token]) -> list[Token]:
    """Return the tokens, "the sigmoid of 2.5" and "the square root of 9" as calls; not the derivative of such."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        name = _function(tokens, at)
        of = seen(tokens, at + 1) if name else len(tokens)
        while of < len(tokens) and bare(tokens[of].text) in _KIND:
            of = seen(tokens, of + 1)
        led = of < len(tokens) and tokens[of].kind == "word" and bare(tokens[of].text) in _OF
        number = seen(tokens, of + 1) if led else len(tokens)
        end = past_number(tokens, number)
        if not end or _is_sloped(found):
            found.append(tokens[at])
            at += 1
            continue
        if found and found[-1].kind == "word" and bare(found[-1].text) in _KIND:
            found.pop()
        opens, closes = Token("open", "(", tokens[of].start, tokens[of].end), tokens[end - 1].end
        call = replace(tokens[at], kind="fn", text=name, role=None)
        found += [call, opens, *tokens[number:end], Token("close", ")", closes, closes)]
        at = end
    return found


def _function(tokens: Sequence[Token], at: int) -> str:
    """Return the function that a token names; "" for none."""
    token = tokens[at]
    return token.text if token.kind == "fn" else _FUNCTION.get(bare(token.text), "") if token.kind == "word" else ""


def _is_sloped(before: Sequence[Token]) -> bool:
    """Whether "the slope of the" stands at the end of what is read."""
    place = last_seen(before)
    while place >= 0 and (before[place].role in _LEADS or bare(before[place].text) in _KIND):
        place = last_seen(before, place)
    return place >= 0 and before[place].role in _SLOPES


def without_arguments(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens without brackets that only list names behind the node whose derivative is spoken of."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        found.append(tokens[at])
        at += 1
        if found[-1].name in lexicon.operands and _is_differentiated(found):
            at = _past_arguments(tokens, at)
    return found


def _is_differentiated(before: list[Token]) -> bool:
    """Whether "the derivative of" stands before the last token."""
    place = last_seen(before, len(before) - 1)
    of = False
    for _ in range(_MOST):
        if place < 0 or before[place].kind != "word" or before[place].role not in _LEADS:
            break
        of = of or before[place].role is Role.OF
        place = last_seen(before, place)
    return of and place >= 0 and before[place].role in (Role.SLOPE, Role.SLOPES)


def _past_arguments(tokens: list[Token], at: int) -> int:
    """Return the place behind the brackets that begin at a place, right behind the name; the same place for none."""
    if at >= len(tokens) or tokens[at].kind != "open" or tokens[at].start != tokens[at - 1].end:
        return at
    for place in range(at + 1, min(at + _LONGEST, len(tokens))):
        if tokens[place].kind == "close":
            by = seen(tokens, place + 1)
            return place + 1 if by < len(tokens) and tokens[by].kind == "word" else at
        unknown = tokens[place].kind == "bad" and len(tokens[place].text) == 1
        listed = tokens[place].name or unknown or tokens[place].edge or tokens[place].text in ("comma", ";")
        if not listed:
            return at
    return at
