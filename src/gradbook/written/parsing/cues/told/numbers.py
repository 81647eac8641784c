"""Numbers that a clause comes to: none that is put into something, that counts, or that an equation has."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, OPERATIONS, Role, bare, bare_words
from gradbook.written.lexing.words.lists.prepositions import WITH
from gradbook.written.parsing.grammar.edges import last_seen, seen

CALCULATES = frozenset({"num", "op", "open", "close", "frac", "group", "end", "sqrt", "fn"})
_PUT_IN = OPERATIONS | {Role.BY, Role.PART, Role.BEHIND, Role.FOR, Role.RATE, Role.STEP}
_INTO = WITH | bare_words(
    "by from than factor input target rate at in durch faktor eingabe ziel von facteur entrée cible par por factor "
    "entrada objetivo fator alvo fattore ingresso per volte times mal fois veces vezes"
)
_TRAILS = (Role.LINK, Role.FOR, Role.FILLER, Role.REASON, Role.SAME, Role.STAYS, Role.RETRACTION)
_AGAIN = frozenset({"as well", "as before"}) | bare_words(
    "too again unchanged alike here there auch ebenfalls unverändert aussi también igualmente também anche pure"
)
_ENDS_UP = bare_words("left up ends fica ficam queda quedan resta rimane bleibt bleiben reste blijft")  # with -4
LEAVES = bare_words(  # what they name with a number
    "leave leaves leaving put puts putting bring brings bringing have has having lässt bringt haben hat laisse "
    "deja dejando deixa deixando lascia lasciando laat tenemos temos abbiamo avons"
)
_AT = WITH | bare_words("at to on bei auf à en em a op")
_AS = bare_words("as als comme como come jako")  # its new value
_NEAR = 3  # words before a number
_MAY_BE_OF = frozenset({Role.SLOPE, Role.SLOPES, Role.ERROR, Role.RESULT, Role.VALUES, Role.NET})


class Run(NamedTuple):
    """A calculation, or a number, between two places."""

    start: int
    end: int


def runs(tokens: Sequence[Token], start: int, end: int) -> Iterator[Run]:
    """Yield the calculations between two places that end in a number and that nothing is done with."""
    at = start
    while at < end:
        if tokens[at].kind not in ("num", "open", "frac", "fn", "sqrt", "group") and tokens[at].text not in ("-", "+"):
            at += 1
            continue
        stop = at
        while stop < end and (tokens[stop].kind in CALCULATES or tokens[stop].edge or is_sign(tokens, stop, end)):
            stop += 1
        last = last_seen(tokens, stop)
        if last >= at and tokens[last].kind in ("num", "close", "end") and is_result(tokens, at, stop, start, end):
            yield Run(at, last + 1)
        at = max(stop, at + 1)


def is_sign(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a sign of equality between numbers stands at a place."""
    behind = seen(tokens, at + 1)
    equal = tokens[at].kind == "rel" and tokens[at].text in ("=", "~")
    return equal and behind < end and tokens[behind].kind in CALCULATES


def is_result(tokens: Sequence[Token], start: int, stop: int, begin: int, end: int) -> bool:
    """Whether what is calculated between two places, in a clause between two others, is put into nothing."""
    behind = seen(tokens, stop)
    follows = tokens[behind] if behind < end else None
    if follows is not None and follows.kind not in ("sep", "open"):
        if follows.kind != "word":
            return False
        text = bare(follows.text)
        if (follows.role not in _TRAILS and text not in _AGAIN and text not in AND) or text in _AS:
            return False
        to = follows.role is Role.FILLER and behind + 1 < end and tokens[behind + 1].kind == "word"
        if to and tokens[behind + 1].role is not Role.ARTICLE:
            return False  # "-3 to split"
    words: list[Token] = []
    place = last_seen(tokens, start)
    while place >= begin and len(words) < _NEAR and tokens[place].kind == "word":
        words.append(tokens[place])
        place = last_seen(tokens, place)
    if not words:
        head = last_seen(tokens, place) if place >= begin and tokens[place].kind == "rel" else begin - 2
        return head >= begin - 1 and (head < begin or tokens[head].kind == "word")  # and none of "y = 1"
    first = next((word for word in words if word.role not in (Role.FILLER, Role.ARTICLE)), words[0])
    if first.role is Role.OF:
        of = words[words.index(first) + 1 :][:1]
        named = not of and place >= begin and tokens[place].kind in ("name", "der", "new")  # "an activation a of 0.6"
        pair = behind + 1 < len(tokens) and bare(tokens[behind].text) in AND and tokens[behind + 1].kind == "num"
        return (named and not pair) or (bool(of) and of[0].role in _MAY_BE_OF)  # "the product q of 10 and 2"
    if len(words) > 1 and bare(words[0].text) in WITH and bare(words[1].text) in _ENDS_UP:
        return True
    if len(words) == 1 and bare(words[0].text) in _AT and _is_left(tokens, place, begin):
        return True
    return not any(word.role in _PUT_IN or bare(word.text) in _INTO for word in words)


def _is_left(tokens: Sequence[Token], name: int, begin: int) -> bool:
    """Whether a name stands at a place, and before it a verb that says with what it is left: "leaves f with"."""
    verb = last_seen(tokens, name)
    while verb >= begin and tokens[verb].role is Role.ARTICLE:
        verb = last_seen(tokens, verb)
    named = name >= begin and tokens[name].kind in ("name", "der", "new")
    return named and verb >= begin and bare(tokens[verb].text) in LEAVES
