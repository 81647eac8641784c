"""Nouns of what is differentiated, and by what, and of what a step moves.

    the gradient with respect to the weight        the bias gradient        after one step the weight is 0.53

They become the names of the nodes that they mean, for the rules that read derivatives and new values.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import NO_CLAIM, SIGNS, Role, bare
from gradbook.written.parsing.grammar.edges import around, last_seen, past_number, seen
from gradbook.written.parsing.grammar.signs import says
from gradbook.written.parsing.phrases.called.kinds import is_learned, kind_of
from gradbook.written.parsing.phrases.called.signals import ERRORS, SIGNALS
from gradbook.written.parsing.phrases.called.stated import FROM, TO, states

_STEPS = (Role.STEP, Role.AFTER, Role.CHANGES)
DIFFERENTIATES = frozenset(
    {Role.SLOPE, Role.SLOPES, Role.BY, "diff", *SIGNALS - ERRORS, *_STEPS}
)  # one of these is in an answer that has any
_LEARNED = (Role.WEIGHT, Role.BIAS, Role.NET)  # "of the activation" may be of its function
_SLOPES = (Role.SLOPE, Role.SLOPES)
_BETWEEN = (Role.ARTICLE, Role.PART_OF_GRAPH)  # "at the neuron's pre-activation"
_LEADS = (Role.OF, Role.FOR)
_PARTICLES = (Role.OF, Role.BY)
_TOWARDS = frozenset({"to", "into", "nach", "à", "a", "al", "para", "naar", "к", "по", "对"})
_NAMES = frozenset({"name", "vec", "bad", "num", "run", "new", "old", "diff", "diffsub", "der", "frac", "pd", "nabla"})
_MOVES = frozenset({Role.STEP, Role.AFTER, Role.CHANGES, Role.NEW})
_NOT_LED = (Role.OF, Role.FOR, Role.BY, Role.NEW, Role.OLD)
_ADVERBS = frozenset({Role.LINK, Role.FILLER, Role.PLAIN, Role.ARTICLE})
_MOST = 40  # tokens of a sentence on each side of a noun
_NEAR = 6  # tokens between a word for a derivative and what it is by


def named_by_kind(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, nouns that stand for nodes in a derivative as the names of these."""
    return [_named(tokens, at, lexicon) if token.kind == "word" else token for at, token in enumerate(tokens)]


def _named(tokens: list[Token], at: int, lexicon: Lexicon) -> Token:
    token = tokens[at]
    name = kind_of(token, lexicon)
    if not name:
        return token
    turned = _is_turned(tokens, at)
    if _is_named(tokens, at) and not turned:
        return token
    if not (_is_alone_in_brackets(tokens, at) or turned or states(tokens, at + 1)):
        return token
    if not _is_differentiated(tokens, at) and not (name in lexicon.inputs and _is_moved(tokens, at)):
        return token
    return Token("name", token.text, token.start, token.end, Symbol(name), Role.ERROR)


def tentative(tokens: list[Token], named: list[Token]) -> list[Token]:
    """Return the tokens, derivatives of or by what only a noun names as those that count where they fit.

    Args:
        tokens: in which words have become derivatives.
        named: what nouns have become names before.
    """
    places = sorted(token.start for token in named if token.role is Role.ERROR and token.kind == "name")
    if not places:
        return tokens
    return [
        replace(token, role=Role.ERROR)
        if token.kind in ("der", "new")
        and token.role is None
        and bisect_left(places, token.start) < bisect_left(places, token.end)
        else token
        for token in tokens
    ]


def _is_named(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name stands beside a noun: "the weight w", "weight (w)", "w, the weight"."""
    behind = seen(tokens, at + 1)
    behind = seen(tokens, behind + 1) if behind < len(tokens) and tokens[behind].text == "(" else behind
    before = last_seen(tokens, at) if tokens[at].role not in _SLOPES else -1
    return (behind < len(tokens) and tokens[behind].kind in _NAMES and tokens[behind].text != "s") or (
        before >= 0 and tokens[before].kind in _NAMES
    )


def _is_differentiated(tokens: Sequence[Token], at: int) -> bool:
    """Whether a derivative is spoken of, of or by the noun at a place."""
    behind = seen(tokens, at + 1)
    behind += behind < len(tokens) and tokens[behind].text == "s"
    while behind < len(tokens) and tokens[behind].role in _PARTICLES and SIGNS.match(tokens[behind].text):
        behind = seen(tokens, behind + 1)  # "重みに関する勾配", "가중치에 대한 기울기", "权重的梯度"
    follows = tokens[behind] if behind < len(tokens) else None
    learned = tokens[at].role in _LEARNED or is_learned(tokens[at])
    if follows is not None and follows.role in _SLOPES and learned:
        return not _is_named(tokens, behind)  # "the weight gradient dL/dw"
    if _is_alone_in_brackets(tokens, at):
        return True
    place = last_seen(tokens, at)
    while place >= 0 and (tokens[place].role in _BETWEEN or tokens[place].text == "s"):
        place = last_seen(tokens, place)
    if place > 0 and tokens[place].role is Role.OF and tokens[place - 1].role is Role.BY:  # "nach der Aktivierung"
        place -= 1
    if place < 0 or tokens[place].kind == "diff" or tokens[place].role is Role.BY:
        return place >= 0
    leads = tokens[place].role in _LEADS or bare(tokens[place].text) in _TOWARDS
    by = follows is not None and follows.role is Role.BY
    if not leads or not (learned or tokens[place].role is not Role.OF or by):
        return False
    return _slope_before(tokens, place)


def _is_alone_in_brackets(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun stands in the brackets of a differential: "d(loss)/d(weight)"."""
    return (
        1 < at < len(tokens) - 1
        and [t.text for t in (tokens[at - 1], tokens[at + 1])] == ["(", ")"]
        and (tokens[at - 2].kind == "diff")
    )


def _is_moved(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence with a step or a change says what the noun at a place is then."""
    lead = last_seen(tokens, at)
    if lead >= 0 and (tokens[lead].role in _NOT_LED or tokens[lead].role in _SLOPES):
        return False  # "the new weight" is told already
    behind = seen(tokens, at + 1)
    while behind < len(tokens) and tokens[behind].role in _ADVERBS and not says(tokens[behind]):
        if bare(tokens[behind].text) in TO:
            break
        behind = seen(tokens, behind + 1)
    if behind >= len(tokens):
        return False
    follows = tokens[behind]
    verb = (follows.kind == "rel" and follows.text == "is") or _is_turned(tokens, at)
    if not (verb or follows.role in (Role.CHANGES, Role.AFTER) or bare(follows.text) in (*FROM, *TO)):
        return False
    said = around(tokens, at, _MOST)
    moved = any(token.role in _MOVES for token in said) or bare(follows.text) in FROM
    if any(token.role in NO_CLAIM for token in said):
        return False
    return moved and not any(token.role in _SLOPES and token.start > tokens[at].start for token in said)


def _is_turned(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun stands between its verb and its number: "beträgt das Gewicht 0,53"."""
    last, behind = last_seen(tokens, at), seen(tokens, at + 1)
    while last >= 0 and tokens[last].role is Role.ARTICLE:
        last = last_seen(tokens, last)
    while behind < len(tokens) and tokens[behind].role in _ADVERBS and not says(tokens[behind]):
        behind = seen(tokens, behind + 1)
    verb = last >= 0 and tokens[last].text == "is" and tokens[last].kind == "rel"
    return verb and past_number(tokens, behind) > 0


def _slope_before(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word for a derivative stands a few words before a place in its clause."""
    for place in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        token = tokens[place]
        if token.role in _SLOPES or (token.kind == "word" and bare(token.text) in SIGNALS - ERRORS):
            return True
        if token.kind == "rel" or (token.kind == "sep" and not token.edge):
            return False
    return False
