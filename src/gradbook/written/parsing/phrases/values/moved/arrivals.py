"""Arrivals: a point that a step leads to, without a name for it: "one step of descent leads to (3.2, -0.6)"."""

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import NO_CLAIM, Role, bare
from gradbook.written.parsing.grammar.brackets import listed
from gradbook.written.parsing.phrases.values.moved.points import head_at, is_point, moved, with_heads

_SAYS_SO = frozenset({Role.STEP, Role.CHANGES})
_OF_ANOTHER = frozenset({Role.SLOPE, Role.SLOPES, Role.PARTIAL, Role.VALUES, Role.STAYS})
_ENDS = frozenset({"stop", "line", "block", "item", "heading", "colon", "row", "cell"})
_QUANTITIES = frozenset({"name", "der", "new", "old", "nabla", "vec", "close", "open", "diff", "frac", "bad"})
_ARRIVES = frozenset({
    "arrive", "arrives", "reach", "land", "gelangt", "gelangen", "landet", "landen", "fuhrt", "arrivons", "amene",
    "conduit", "mene", "llega", "llegamos", "lleva", "chega", "chegamos", "arriva", "arriviamo", "porta", "giunge",
    "belandt", "brengt", "leidt", "trafia", "prowadzi", "docieramy", "приводит", "приходим", "попадаем",
    "переходим",
})  # fmt: skip
_MOST = 20  # tokens between the step and its point
_FROM = frozenset({"from", "von", "de", "desde", "da", "van", "z", "с", "at"})


def arrived(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens with a head for a list of numbers that a step is said to lead to."""
    heads: dict[int, list[Token]] = {}
    for at, token in enumerate(tokens):
        if token.kind != "open" or not at:
            continue
        count, end = listed(tokens, at)
        names = moved(count, lexicon) if count else ()
        told = any(t.name in names or t.kind == "new" for t in tokens[at:end])
        if names and not told and _leads(tokens, at):
            heads[at] = head_at(names, token.start)
    return with_heads(tokens, heads)


def _leads(tokens: list[Token], at: int) -> bool:
    """Whether the words before a place lead from a step to it, in its sentence, and deny nothing."""
    place = at - 1
    while place >= 0 and _is_passed(tokens[place]):
        place -= 1
    last = tokens[place]
    if last.end == tokens[at].start:  # go(5, 2)
        return False
    if last.kind != "word" or last.text.lower() in _FROM:
        return last.kind == "rel" and last.text == "is" and _leads(tokens, place)
    found = False
    for token in reversed(tokens[max(0, at - _MOST) : at]):
        if token.kind == "sep" and token.text in _ENDS:
            break
        if token.role in NO_CLAIM or token.role in (Role.OLD, Role.BEFORE):
            return False
        if not found and (token.kind in _QUANTITIES or token.role in _OF_ANOTHER):
            return False
        found |= token.role in _SAYS_SO or bare(token.text) in _ARRIVES
    return found


def _is_passed(token: Token) -> bool:
    return token.edge or token.role is Role.ARTICLE or is_point(token)
