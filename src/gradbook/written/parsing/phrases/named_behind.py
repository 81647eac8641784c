"""Quantities that are named behind their calculation: "1 + 3 = 4 → q", "(= q)", "(q)", "that's dL/dw", "<-- dL/da".

What leads to such a name becomes a sign of equality; a calculation that names a quantity of its own is left alone.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role, bare, bare_words
from gradbook.written.lexing.words.lists.concluding import CONCLUDES
from gradbook.written.notation import LOSS_WORDS
from gradbook.written.parsing.equations.assembly.ahead import named
from gradbook.written.parsing.grammar.edges import last_seen, past_number, seen, sentence_start, sides_of
from gradbook.written.parsing.grammar.inventory import inventory
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.phrases.called.kinds import PREDICTIONS, VALUED
from gradbook.written.parsing.phrases.called.operations import OPERATION, come_to, does

_NEEDS = frozenset({"arrow", "<-", "wide", "=", "is", Role.SAME})  # one of these is in an answer that has any
_CALCULATES = frozenset({
    "num", "op", "open", "close", "frac", "fn", "group", "end", "sqrt", "euler", "name", "bad", "rate", "der",
})  # fmt: skip
_OF_NUMBERS = frozenset({"num", "op", "open", "close", "frac", "fn", "group", "end", "sqrt"})
_STARTS = frozenset({"line", "block", "item", "stop", "heading", "colon", "comma"})
_ENDS = frozenset({"line", "block", "item", "stop", "heading", "comma"})
_THAT = frozenset(map(bare, (
    "that's", "thats", "this", "that", "which", "it's", "this is", "that is", "which is", "das", "dies", "c'est",
    "ce", "qui", "que", "eso", "esto", "isto", "isso", "que es", "questo", "questa", "che", "isto é", "isso é",
    "eso es", "esto es", "o sea", "questo è", "questa è", "cioè", "dit", "deze", "call", "it", "called", "named",
)))  # fmt: skip
_NAMING = (Role.ARTICLE, Role.SLOPE, Role.SLOPES, Role.PARTIAL, Role.NET, Role.ERROR, Role.LOCAL)
_OUR = bare_words("our my unser unsere unseren mein meine mi nuestro nuestra notre mon nosso nossa il nostro ons")
_NOUNS = frozenset(map(bare, LOSS_WORDS | VALUED | PREDICTIONS | {"value", "total", "number"}))
_NOUN = 6  # tokens of a noun with its article
_LONGEST = 80  # tokens of a calculation
_SUBJECT = 12  # tokens of what a verb is said of
_NAME = 30  # tokens of a name, such as a derivative in LaTeX


class Renamed(NamedTuple):
    """A stream in which calculations have the names that stand behind them.

    Attributes:
        tokens: the stream.
        starts: where these calculations begin in the source.
    """

    tokens: list[Token]
    starts: frozenset[int] = frozenset()


def named_behind(tokens: list[Token], lexicon: Lexicon) -> Renamed:
    """Return the tokens, what leads from a calculation to the quantity that it is of as a sign of equality.

    Such an equation counts where it fits: an arrow may point from a number to what it leads to.
    """
    if inventory(tokens).isdisjoint(_NEEDS):
        return Renamed(tokens)
    found, starts = list(tokens), set[int]()
    for at in range(len(tokens) - 2, -1, -1):
        if tokens[at].kind not in ("num", "close"):
            continue
        begin = _past_lead(tokens, at + 1)
        lead = tokens[seen(tokens, at + 1)] if begin else None
        if lead is None:
            continue
        closes = lead.kind == "open"
        end, called = _named_at(tokens, begin, lexicon, closes=closes)
        stop = end
        if not end and lead.text in ("arrow", "<-"):
            end, stop = _said_again(tokens, at, begin, lexicon)
        start = _calculation(tokens, at + 1, lexicon, called, pointed=lead.kind != "sep") if end else -1
        if start < 0:
            continue
        equals = Token("rel", "=", tokens[at].end, tokens[begin].start)
        found[at + 1 : stop + closes] = [equals, *tokens[begin:end]]
        if stop == end:
            starts.add(tokens[start].start)
        if (verb := last_seen(tokens, start)) >= 0 and tokens[verb].text == "is":
            found[verb] = replace(tokens[verb], kind="sep", text="wide")
    return Renamed(found, frozenset(starts))


def _past_lead(tokens: Sequence[Token], at: int) -> int:
    """Return where a name may begin behind what leads to it at a place; 0 where nothing does."""
    at = seen(tokens, at)
    if at >= len(tokens):
        return 0
    first = tokens[at]
    points = (first.kind == "sep" and first.text in ("arrow", "wide")) or (first.kind, first.text) == ("rel", "<-")
    parts = (first.kind == "sep" and first.text in ("comma", "stop")) or (first.kind, first.text) == ("open", "(")
    if (first.kind, first.text) == ("rel", "is"):
        return _past_noun(tokens, seen(tokens, at + 1))
    set_off = first.kind == "open" and not first.math and tokens[at - 1].end < first.start  # "1 + 3 = 4 (q)"
    place, told = seen(tokens, at + 1), points or set_off
    while (points or parts) and place < len(tokens):
        token = tokens[place]
        that = token.kind == "word" and bare(token.text) in _THAT
        same = token.role is Role.SAME or (token.kind == "rel" and (token.text == "is" or first.kind == "open"))
        asks = bare(token.text) == "was"  # "was ist L"
        led = token.role in (Role.ARTICLE, Role.LINK) or bare(token.text) in _OUR
        if asks or not (that or same or led):
            break
        told = told or that or same
        place = seen(tokens, place + 1)
    return place if told else 0


def _past_noun(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind "the slope" or "the total loss" that stands at a place; 0 where no noun does."""
    place = at
    while (
        place < len(tokens)
        and place - at <= _NOUN
        and (tokens[place].edge or tokens[place].role in _NAMING or bare(tokens[place].text) in _NOUNS)
    ):
        place += 1
    led = [token for token in tokens[at:place] if token.kind == "word"]
    return place if led and led[0].role is Role.ARTICLE and len(led) > 1 else 0


def _named_at(tokens: Sequence[Token], begin: int, lexicon: Lexicon, *, closes: bool) -> tuple[int, Node | None]:
    """Return the place behind a quantity that begins at a place and ends its line or bracket, and it; 0 for none."""
    for place in range(begin + 1, min(begin + _NAME, len(tokens)) + 1):
        token = tokens[place] if place < len(tokens) else None
        if token is not None and token.edge:
            continue
        if token is not None and token.kind in ("rel", "word"):
            return 0, None
        ends = token is None or (token.kind == "sep" and token.text in _ENDS)
        if ends if not closes else token is not None and token.text == ")":
            node = quantity(named(tokens[begin:place]), lexicon)
            if isinstance(node, Derivative | New) or (isinstance(node, Symbol) and node.name in lexicon.operands):
                return (place, node) if not closes or _ends(tokens, place + 1) else (0, None)
        if ends:
            return 0, None
    return 0, None


def _said_again(tokens: Sequence[Token], at: int, begin: int, lexicon: Lexicon) -> tuple[int, int]:
    """Return the places behind a quantity and behind its number, if that is the one before it again; 0 otherwise.

    So "-1/1.37^2 = -0.53 -> ds/dd = -0.53" is one equation.
    """
    place = next((n for n in range(begin, min(begin + _NAME, len(tokens))) if tokens[n].kind == "rel"), 0)
    if not place or tokens[at].kind != "num" or tokens[place].text != "=":
        return 0, 0
    node = quantity(named(tokens[begin:place]), lexicon)
    number = seen(tokens, place + 1)
    end = past_number(tokens, number)
    again = end and [t.text for t in tokens[number:end]] == [t.text for t in tokens[at - (end - number) + 1 : at + 1]]
    return (place, end) if again and isinstance(node, Derivative | New) and _ends(tokens, end) else (0, 0)


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing more is said in a clause."""
    at = seen(tokens, at)
    return at >= len(tokens) or (tokens[at].kind == "sep" and tokens[at].text in _ENDS)


def _calculation(tokens: Sequence[Token], end: int, lexicon: Lexicon, called: Node | None, *, pointed: bool) -> int:
    """Return where a calculation of what is called so begins, that ends at a place and names no quantity; -1 for none.

    It has a result of its own, or is alone in its line with what points at it.
    """
    begin = end
    while begin > max(0, end - _LONGEST) and _belongs(tokens[begin - 1]):
        begin -= 1
    starts = begin == 0 or (tokens[begin - 1].kind == "sep" and tokens[begin - 1].text in _STARTS)
    sides = sides_of(named(tokens[begin:end]))
    if not all(sides) or any(quantity(side, lexicon) is not None for side in sides):
        return -1
    if _is_said_of_words(tokens, begin, called, lexicon):
        return seen(tokens, begin)
    if (verb := _works_out(tokens, begin)) >= 0:
        return verb
    return seen(tokens, begin) if len(sides) > 1 or (starts and pointed) else -1


def _works_out(tokens: Sequence[Token], at: int) -> int:
    """Return where a calculation of numbers begins that a verb before a place ends, "0.5 * 3 is"; -1 for none."""
    verb = last_seen(tokens, at)
    while verb > 0 and tokens[verb].role is Role.FILLER:  # "is about"
        verb = last_seen(tokens, verb)
    if verb <= 0 or (tokens[verb].kind, tokens[verb].text) != ("rel", "is"):
        return -1
    begin = verb
    while begin > 0 and (tokens[begin - 1].kind in _OF_NUMBERS or tokens[begin - 1].edge):
        begin -= 1
    said = tokens[begin:verb]
    worked = any(token.kind in ("op", "fn") for token in said[1:]) or (bool(said) and said[0].kind == "fn")
    return seen(tokens, begin) if worked and any(token.kind == "num" for token in said) else -1


def _is_said_of_words(tokens: Sequence[Token], at: int, called: Node | None, lexicon: Lexicon) -> bool:
    """Whether a verb before a place has a subject that is no quantity: "the product of a and b is", "its tanh is"."""
    verb = last_seen(tokens, at)
    concludes = verb > 0 and tokens[verb].kind == "word" and bare(tokens[verb].text) in CONCLUDES
    if verb <= 0 or not (concludes or (tokens[verb].kind, tokens[verb].text) == ("rel", "is")):
        return False
    begin = max(sentence_start(tokens, verb), verb - _SUBJECT)
    begin = next((n + 1 for n in range(verb - 1, begin - 1, -1) if tokens[n].text in ("comma", "colon")), begin)
    said = [token for token in tokens[begin:verb] if not token.edge]
    worked = any(bare(token.text) in OPERATION or token.kind == "fn" for token in said)
    operates = bool(said) and said[0].kind == "op"  # "times z is"
    worked = worked or operates
    led = operates or (bool(said) and said[0].kind == "word")
    of = operates or any(token.role is Role.OF or does(token) for token in said)
    of = of or (bool(said) and said[-1].kind in ("word", "fn"))
    if concludes and not worked and not any(token.name for token in said):
        return not any(token.kind == "rel" or token.role in AGAINST_IT for token in said)
    if not worked or (isinstance(called, Symbol) and not come_to(said, called.name, lexicon)):
        return False
    return led and of and not any(token.kind == "rel" or token.role in AGAINST_IT for token in said)


def _belongs(token: Token) -> bool:
    return token.kind in _CALCULATES or token.edge or (token.kind == "rel" and token.text in ("=", "~"))
