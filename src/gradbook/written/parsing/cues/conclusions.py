"""Conclusions: a sentence that names a quantity first, and ends with what it comes to.

    For z we take the gradient of a (-0.31) and multiply it by 0.2139: -0.066.

The number at the end is said of the quantity; how it was found is told in words, which is a step that is not read. It
counts where it fits, and is left to a person otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import QUANTITIES
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.cues.answers import Answered
from gradbook.written.parsing.cues.concluding import LONGEST, conclusion, restated
from gradbook.written.parsing.equations.assembly.ahead import named
from gradbook.written.parsing.grammar.edges import seen
from gradbook.written.parsing.grammar.parser import quantity

CONCLUDING = frozenset({"der", "diff", "frac", Role.SLOPE})  # one of these is in an answer that has any
_BEGINS = frozenset({"stop", "line", "block", "item", "heading"})
_ENDS = frozenset({"stop", "block", "item", "heading"})
_LEADS = frozenset({Role.ARTICLE, Role.LINK, Role.FILLER, Role.LOCAL})
_LONGEST_NAME = 16  # tokens of a quantity in signs
_TITLES = frozenset({"colon", "arrow"})
_TOWARDS = frozenset({"para", "for", "für", "pour", "per", "voor", "para el", "untuk", "для", "dla", "对于", "对"})


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a passage is about: the tokens that name it, and where the rest begins."""

    named: tuple[Token, ...]
    end: int


def concluded(asked: Answered, lexicon: Lexicon) -> Answered:
    """Return the tokens, numbers that conclude a passage as equations of what it is about."""
    tokens = asked.tokens
    found: list[Token] = []
    starts = set(asked.starts)
    at, begins = 0, True
    while at < len(tokens):
        token = tokens[at]
        subject = _subject(tokens, at, lexicon) if begins else None
        end = _passage_end(tokens, subject.end, lexicon) if subject else 0
        begin = conclusion(tokens, subject.end, end, lexicon) if subject else 0
        if subject is None or not begin:
            begins = token.kind == "sep" and (token.text in _BEGINS or (begins and token.edge))
            found.append(token)
            at += 1
            continue
        place = tokens[begin].start
        words = tokens[subject.end : begin]
        found += [Token("sep", "stop", token.start, token.start), *words]
        found += [*restated(subject.named, words, place), *tokens[begin:end]]
        starts.add(place)
        at, begins = end, False
    return Answered(found, frozenset(starts)) if len(starts) > len(asked.starts) else asked


def _subject(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> _Subject | None:
    """Return what a passage is about that begins at a place with a name, or words for one, and goes on in words."""
    begin, towards = at, False
    while begin < len(tokens) and (tokens[begin].role in _LEADS or tokens[begin].edge or _leads_to(tokens[begin])):
        towards = towards or _leads_to(tokens[begin])
        begin += 1
    end = begin
    while (
        end < len(tokens)
        and tokens[end].kind not in ("word", "rel")
        and (tokens[end].kind != "sep" or tokens[end].edge)
    ):
        end += 1
    name = named(tokens[begin:end])
    node = quantity(name, lexicon) if name else None
    if not isinstance(node, QUANTITIES) or not _goes_on_in_words(tokens, end):
        return None
    if isinstance(node, Derivative):
        sentence = tokens[begin : _sentence_end(tokens, end)]
        in_words = any(token.kind == "der" or token.role is Role.SLOPE for token in sentence)
        return _Subject(tuple(name), end) if in_words or _is_title(tokens, end) else None
    if not (towards and isinstance(node, Symbol) and _speaks_of_slopes(tokens, end)):
        return None
    slope = Derivative(lexicon.output, node.name)
    head = Token("der", name[0].text, name[0].start, name[-1].end, slope)
    return _Subject((head,), end) if node.name != lexicon.output else None


def _leads_to(token: Token) -> bool:
    return token.kind == "word" and (token.role is Role.FOR or bare(token.text) in _TOWARDS)


def _is_title(tokens: Sequence[Token], at: int) -> bool:
    """Whether a colon or an arrow follows on a derivative in signs: "df/db: two paths ... total 3-7.5 = -4.5"."""
    place = seen(tokens, at)
    return place < len(tokens) and tokens[place].text in _TITLES


def _goes_on_in_words(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word follows on a name, over a comma, a colon or a verb at most."""
    place = seen(tokens, at)
    if place < len(tokens) and (tokens[place].text in _TITLES or tokens[place].text in ("comma", "is")):
        place = seen(tokens, place + 1)
    return place < len(tokens) and tokens[place].kind == "word" and tokens[place].role is not Role.NUMBER


def _speaks_of_slopes(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence that goes on at a place speaks of a derivative."""
    for token in tokens[at : at + LONGEST]:
        if token.kind == "sep" and token.text in _ENDS:
            return False
        if token.kind in ("der", "diff") or token.role in (Role.SLOPE, Role.SLOPES):
            return True
    return False


def _passage_end(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Return where a sentence ends, or a line of it before one that is about a quantity of its own."""
    end = _sentence_end(tokens, at)
    breaks = (place for place in range(at, end) if tokens[place].text == "line" and tokens[place].kind == "sep")
    return next((place for place in breaks if _names_quantity(tokens, place + 1, lexicon)), end)


def _names_quantity(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a quantity stands at a place, and a sign or a colon behind it."""
    near = range(at, min(at + _LONGEST_NAME, len(tokens)))
    sign = next((place for place in near if tokens[place].kind == "rel" or tokens[place].text == "colon"), at)
    return isinstance(quantity(named(tokens[at:sign]), lexicon), QUANTITIES) if sign > at else False


def _sentence_end(tokens: Sequence[Token], at: int) -> int:
    """Return where the sentence ends that goes on at a place."""
    for place in range(at, min(len(tokens), at + LONGEST)):
        if tokens[place].kind == "sep" and not tokens[place].edge and tokens[place].text in _ENDS:
            return place
        match [(token.kind, token.text) for token in tokens[place - 1 : place + 2]]:
            case [("num", _), (_, "colon"), ("word", _)]:  # "is 1: a plus node hands it on"
                return place
    return min(len(tokens), at + LONGEST)
