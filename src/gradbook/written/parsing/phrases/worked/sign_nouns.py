"""Signs that are spoken of, and calculate nothing: "there is a minus before v", "bo przed v jest minus", "(+ sign)"."""

from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import OPERATIONS, Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import last_seen, seen

_SIGN = bare_words("sign signe signo segno sinal zeichen znak знак teken")
_BEFORE = bare_words(
    "before vor avant przed перед voor framför foran devant delante davanti diante antes prima 前 前面 "
    "davor dahinter davorne voran"
) | {"in front of", "in front"}
_BETWEEN = frozenset({Role.OF, Role.ARTICLE, Role.FOR})  # "delante de la v", "in front of the v"
_NEAR = 3  # words between a place and the sign that is there
_ENDS = frozenset({"sep", "close"})  # of clauses


def spoken_of(tokens: list[Token]) -> list[Token]:
    """Return the tokens, each sign that is a noun as one word with its article and its place, which does nothing."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        begin, end = _noun(tokens, at)
        if end:
            del found[len(found) - (at - begin) :]
            first, last = tokens[begin], tokens[end - 1]
            found.append(replace(tokens[at], kind="word", role=Role.PLAIN, start=first.start, end=last.end))
            at = end
            continue
        found.append(tokens[at])
        at += 1
    return found


def _noun(tokens: list[Token], at: int) -> tuple[int, int]:
    """Return where what is said of a sign at a place begins and ends; 0 for its end where it may calculate."""
    if tokens[at].kind != "word" or tokens[at].role not in OPERATIONS:
        return at, 0
    article = last_seen(tokens, at)
    led = article >= 0 and (tokens[article].role is Role.ARTICLE or _is_article(tokens, article))
    begin = article if led else at
    end = seen(tokens, at + 1)
    end = end if end < len(tokens) and bare(tokens[end].text) in _SIGN else at
    place = _place(tokens, seen(tokens, end + 1))
    if place:
        return begin, place
    place = _place_before(tokens, begin)
    if (led or place >= 0) and _stops(tokens, end + 1):
        return (place if place >= 0 else begin), end + 1
    return at, 0


def _is_article(tokens: list[Token], at: int) -> bool:
    """Whether the letter a stands behind a verb: "there is a minus", "v has a minus"."""
    verb = last_seen(tokens, at)
    led = verb >= 0 and (tokens[verb].kind, tokens[verb].text) in (("rel", "is"), ("word", "has"), ("word", "with"))
    return led and (tokens[at].kind, tokens[at].text) == ("name", "a")


def _place(tokens: list[Token], at: int) -> int:
    """Return the place behind words that say before which name a sign stands; 0 where they say none."""
    if at >= len(tokens) or bare(tokens[at].text) not in _BEFORE:
        return 0
    name = seen(tokens, at + 1)
    while name < len(tokens) and tokens[name].role in _BETWEEN:
        name = seen(tokens, name + 1)
    return name + 1 if name < len(tokens) and tokens[name].kind == "name" and _stops(tokens, name + 1) else 0


def _place_before(tokens: list[Token], at: int) -> int:
    """Return where words begin that say the place of a sign before it: "przed v jest minus"; -1 where none do."""
    place = at
    for _ in range(_NEAR):
        place = last_seen(tokens, place)
        if place < 0 or tokens[place].kind == "sep":
            return -1
        if tokens[place].kind == "name":
            front = last_seen(tokens, place)
            return front if front >= 0 and bare(tokens[front].text) in _BEFORE else -1
        if tokens[place].kind == "word" and bare(tokens[place].text) in _BEFORE:
            return place  # "weil davor ein Minus steht"
    return -1


def _stops(tokens: list[Token], at: int) -> bool:
    """Whether nothing that a sign could calculate with stands from a place on: a clause ends, or a verb follows."""
    place = seen(tokens, at)
    return place >= len(tokens) or tokens[place].kind in _ENDS or tokens[place].role is Role.PLAIN
