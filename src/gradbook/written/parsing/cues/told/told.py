"""Told: numbers of which a clause in words says what they are of, by whatever verb and in whatever order.

    The bias enters z with factor one and so simply inherits -0.177.
    At z we are left with -0.133, and b sees the same -0.133.

It would take a grammar of the language to be sure of it: such a number counts where it fits, and says nothing else. A
clause is about the quantity that it names first, and not as a part of what is done; one that names none goes on with
that of the clause before it. Whether its value is meant or its gradient, the clause says, or what was last spoken of.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, AND, Role, bare, bare_words
from gradbook.written.parsing.cues.answers import Answered
from gradbook.written.parsing.cues.told.mentions import Mention, mentions, receives
from gradbook.written.parsing.cues.told.numbers import Run, runs
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS, last_seen, parts, seen
from gradbook.written.parsing.grammar.inventory import inventory

_FEWEST = 4  # words of a sentence that tells something
_PARTS = frozenset({"comma", "colon", "wide", "arrow"})
_SLOPED = (Role.SLOPE, Role.SLOPES)
_BACK = (*_SLOPED, Role.BACKWARD)
_STEPS = (Role.STEP, Role.RATE, Role.NEW, Role.AFTER)
_AGAINST = AGAINST_IT - {Role.PART, Role.BEHIND, Role.SUPPOSITION}
_HARMLESS = frozenset({"but", "aber", "mais", "pero", "mas", "ma", "maar", "但", "但是", "или", "or in"})


_ANYBODY = bare_words("you we i one wir man ich on nous je se si ci ik we jij men")


@dataclass(slots=True)
class _Context:
    """What was last spoken of."""

    sloped: bool = False
    stepping: bool = False
    about: tuple[Node, ...] = ()


def clauses_told(tokens: Sequence[Token], lexicon: Lexicon) -> Answered:
    """Return the tokens with equations for what clauses in words tell, and where these begin."""
    context = _Context()
    inserted: dict[int, list[Token]] = {}
    for start, end in parts(tokens, SENTENCE_ENDS):
        said = tokens[start:end]
        if sum(token.kind == "word" for token in said) < _FEWEST:
            _follow(said, context)
            continue
        _follow(said, context)
        against = any(_is_against(said, at) for at in range(len(said)))
        context.about = ()
        if not against:
            for run, nodes in _told_in(tokens, start, end, context, lexicon):
                inserted[run.start] = _heads(nodes, tokens[run.start].start)
    found: list[Token] = []
    for at, token in enumerate(tokens):
        if at in inserted:
            sign = last_seen(found)
            if sign >= 0 and found[sign].kind == "rel":
                found[sign] = replace(found[sign], kind="sep", text="wide", role=None)
            found += inserted[at]
        found.append(token)
    return Answered(found, frozenset(tokens[at].start for at in inserted))


def _is_against(said: Sequence[Token], at: int) -> bool:
    """Whether a word says something against what stands beside it; "if you multiply" does not."""
    token = said[at]
    if token.kind != "word" or token.role not in _AGAINST or bare(token.text) in _HARMLESS:
        return False
    return token.role is not Role.CONDITION or at + 1 == len(said) or bare(said[at + 1].text) not in _ANYBODY


def _follow(said: Sequence[Token], context: _Context) -> None:
    """Take in what a sentence speaks of."""
    held = inventory(list(said))
    stepping = not held.isdisjoint(_STEPS) or any(token.kind in ("new", "rate") for token in said)
    back = not held.isdisjoint(_BACK) or any(token.kind in ("der", "diff") for token in said)
    if stepping or back:
        context.sloped, context.stepping = back, stepping


def _heads(nodes: Sequence[Node], place: int) -> list[Token]:
    """Return what stands before a number that is told of some quantities."""
    found = [Token("sep", "stop", place, place)]
    for node in nodes:
        name = node.by if isinstance(node, Derivative) else getattr(node, "name", "")
        kind = {Derivative: "der", New: "new"}.get(type(node), "name")
        found += [Token(kind, name, place, place, node), Token("rel", "=", place, place)]
    return found


def _told_in(
    tokens: Sequence[Token], start: int, end: int, context: _Context, lexicon: Lexicon
) -> Iterator[tuple[Run, list[Node]]]:
    """Yield the numbers of a sentence with what they are told to be of."""
    sloped = False
    for begin, stop in _clauses(tokens, start, end):
        named = [*mentions(tokens, begin, stop, lexicon)]
        tells = any(token.role in _SLOPED or receives(token) for token in tokens[begin:stop])
        subject = _subject(named, lexicon, sloped=tells or context.sloped)
        if subject is not None:
            context.about, sloped = _with_joined(named, subject), tells
        sloped = sloped or tells
        if _has_equation(tokens, begin, stop, named):
            continue
        found = [*runs(tokens, begin, stop)]
        if not found:
            continue
        run = found[-1]
        behind = _behind(named, run, tokens)
        about = _with_joined(named, behind) if behind else context.about
        meant = [_meant(node, context, lexicon, sloped=sloped) for node in about]
        if nodes := [node for node in meant if node is not None]:
            yield run, nodes


def _with_joined(named: Sequence[Mention], first: Mention) -> tuple[Node, ...]:
    """Return a quantity, and those that stand behind it and an "and"."""
    behind = named[named.index(first) + 1 :]
    return (first.node, *(mention.node for mention in takewhile(lambda mention: mention.joined, behind)))


def _subject(named: Sequence[Mention], lexicon: Lexicon, *, sloped: bool) -> Mention | None:
    """Return what a clause is about: the output where it names nothing else, a function where it tells slopes."""
    own = [mention for mention in named if not mention.operand and not mention.function]
    alone = [mention for mention in own if not mention.first]
    inner = [mention for mention in alone if mention.node != Symbol(lexicon.output)]
    functions = [mention for mention in named if sloped and mention.function]
    return next(iter(inner or functions or alone or own), None)


def _clauses(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the clauses of a sentence begin and end: at commas, and at an "and" behind a number."""
    begin = start
    for at in range(start, end):
        token = tokens[at]
        comma = token.kind == "sep" and token.text in _PARTS
        joins = token.kind == "word" and bare(token.text) in AND and any(t.kind == "num" for t in tokens[begin:at])
        if comma or joins:
            yield begin, at
            begin = at + 1
    yield begin, end


def _has_equation(tokens: Sequence[Token], begin: int, stop: int, named: Sequence[Mention]) -> bool:
    """Whether a clause states an equation of a quantity."""
    for mention in named:
        behind = seen(tokens, mention.end)
        if behind < stop and tokens[behind].kind == "rel" and not mention.operand:
            place = seen(tokens, behind + 1)
            if place < stop and tokens[place].kind != "word":
                return True
    return False


def _behind(named: Sequence[Mention], run: Run, tokens: Sequence[Token]) -> Mention | None:
    """Return the quantity that a number is said to be for or of, right behind it: "we get -4 for d"."""
    place = seen(tokens, run.end)
    if place >= len(tokens) or tokens[place].role is not Role.FOR:
        return None
    place = seen(tokens, place + 1)
    while place < len(tokens) and tokens[place].role is Role.ARTICLE:
        place = seen(tokens, place + 1)
    return next((mention for mention in named if mention.at == place), None)


def _meant(node: Node, context: _Context, lexicon: Lexicon, *, sloped: bool) -> Node | None:
    """Return what a clause about a quantity gives a number of: it, or its gradient; None where that is not clear."""
    if isinstance(node, Derivative):
        return node if node.of != node.by else None
    if not isinstance(node, Symbol):
        return node
    if context.stepping and not sloped and node.name in lexicon.inputs:
        return New(node.name)
    if sloped or (context.sloped and not context.stepping):
        return Derivative(lexicon.output, node.name) if node.name != lexicon.output else None
    calculated = node.name in lexicon.operands and node.name not in lexicon.unnamed
    return node if calculated and not context.stepping and not context.sloped else None
