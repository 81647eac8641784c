"""Values of nodes that are called by what they are in a neuron: "net input: 0.8", "the error is -2".

They count where they fit: such a word may be for something else.
"""

from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.naming.neurons import difference_of
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import around, last_seen, past_number, seen
from gradbook.written.parsing.grammar.signs import ahead
from gradbook.written.parsing.phrases.called.differences import COMPARED
from gradbook.written.parsing.phrases.called.errors import ERRORS
from gradbook.written.parsing.phrases.called.kinds import OUTPUTS, kind_of

_PASSED = (Role.FILLER, Role.ARTICLE, Role.LINK)
_REMARK = 8  # tokens
_MOST = 40  # tokens of a sentence before a noun
_INITIAL = bare_words("initial anfänglich anfängliche anfänglichen initiale inicial iniziale początkowa начальный")
_WANTED = bare_words(
    "need needs needed require requires required threshold wants wanted desired target should would attempt try"
)
_AGAINST = frozenset({Role.SLOPE, Role.SLOPES, Role.PARTIAL, Role.NEW, Role.STEP})


def valued(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read a noun for a calculated node with its number."""
    name = kind_of(tokens[at], lexicon) or _difference(tokens[at], before, lexicon)
    if name not in lexicon.operands:
        return None
    last = last_seen(before)
    while last >= 0 and (before[last].role in (Role.ARTICLE, Role.PART_OF_GRAPH) or before[last].text == "s"):
        last = last_seen(before, last)
    if last >= 0 and (before[last].kind in ("name", "num", "der") or before[last].role in (Role.OF, Role.BY, Role.FOR)):
        return None
    said = around(before, len(before), _MOST)
    if any(token.role in _AGAINST or bare(token.text) in _WANTED for token in said):
        return None
    if any(token.role is Role.OLD and bare(token.text) not in _INITIAL for token in said):
        return None  # "in my old solution the activation is"
    place, says, follows = ahead(tokens, _past_remark(tokens, past_owner(tokens, at + 1)), _is_passed)
    if place < len(tokens) and tokens[place].role is Role.OF:  # "an activation of 0.69"
        says, follows = True, ahead(tokens, place + 1, _is_passed).place  # "of about 0.69"
    arrow = place < len(tokens) and tokens[place].text == "arrow"
    number = seen(tokens, place + 1) if arrow else follows
    if bare(tokens[at].text) in OUTPUTS and place < len(tokens) and tokens[place].text == "=":
        return None  # a name of the answer's own
    if not (says or arrow) or not past_number(tokens, number):
        return None
    head = Token("name", tokens[at].text, tokens[at].start, tokens[at].end, Symbol(name), Role.ERROR)
    return [head, Token("rel", "is", tokens[place].start, tokens[place].end)], number


def _difference(token: Token, before: list[Token], lexicon: Lexicon) -> str:
    """Return the node that an error is, of prediction and target, where nothing says more of it: "squared error"."""
    last = last_seen(before)
    alone = last < 0 or before[last].kind in ("sep", "open") or before[last].role in _PASSED
    return lexicon.recall(difference_of) if alone and token.kind == "word" and bare(token.text) in ERRORS else ""


def past_owner(tokens: list[Token], at: int) -> int:
    """Return the place behind "of the neuron"; the same place where that does not stand there."""
    place = at
    while place < len(tokens) and (tokens[place].edge or tokens[place].role in (Role.OF, Role.ARTICLE)):
        place += 1
    owned = place > at and place < len(tokens) and tokens[place].role is Role.PART_OF_GRAPH
    return place + 1 if owned else at


def _past_remark(tokens: list[Token], at: int) -> int:
    """Return the place behind "(prediction minus target)"; the same place where no such remark stands there."""
    end = place = seen(tokens, at)
    while end < len(tokens) and end - place < _REMARK and (end == place or _compares(tokens[end])):
        end += 1
    closed = place < end < len(tokens) and tokens[place].text == "(" and tokens[end].text == ")"
    named = all(token.kind == "name" or token.edge for token in tokens[place + 1 : end])  # "output (z): -0.5"
    return end + 1 if closed and not named else at


def _compares(token: Token) -> bool:
    """Whether a token is of a difference of prediction and target, in words or in letters."""
    said = token.kind == "word" and (token.role in (Role.ARTICLE, Role.MINUS) or bare(token.text) in COMPARED)
    return said or token.edge or token.kind == "name" or token.text == "-"


def _is_passed(token: Token) -> bool:
    return token.edge or (token.kind == "word" and token.role in _PASSED)
