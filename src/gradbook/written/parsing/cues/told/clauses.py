"""Clauses: what a sentence in words says each of its numbers to be of, whatever its verbs are.

    Adding b brings t to 2.  den changes by 3 per unit of c.  In the descent step q climbs a bit to 7.2.

A number is of the quantity behind it ("1 for t"), of the one that its clause is about, or of the one that the clauses
before it are about, in this order. What it is for that quantity is what was spoken of last: its value, its gradient,
a local derivative or its new value. All that may be meant is told; a number counts where it fits.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import ORDINALS
from gradbook.written.lexing.words.dictionary import AGAINST_IT, AND, Role, bare, bare_words
from gradbook.written.parsing.cues.told.mentions import Mention, mentions
from gradbook.written.parsing.cues.told.numbers import Run, runs
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS, last_seen, parts, seen
from gradbook.written.parsing.phrases.slopes.received.direction import BACKWARD
from gradbook.written.parsing.phrases.slopes.received.getting import RECEIVES, together
from gradbook.written.parsing.phrases.speech.counts import is_many
from gradbook.written.parsing.phrases.values.moved.changes import is_of_step
from gradbook.written.parsing.phrases.values.outcomes import NOW

_SLOPED = (Role.SLOPE, Role.SLOPES)
_HARMLESS = frozenset({"but", "aber", "mais", "pero", "mas", "ma", "maar", "но", "但", "但是"})
_ANYBODY = bare_words("you we i one wir man ich on nous je se si ci ik we jij men")
_ANYWHERE = AGAINST_IT - {Role.SUPPOSITION, Role.PART, Role.NEGATION, Role.AGAINST, Role.BEHIND, Role.OTHER}
_BESIDE = AGAINST_IT - {Role.SUPPOSITION}
_SHIFTS = bare_words(
    "half twice double triple thrice third quarter misses miss missing lacks lack lacking loses lose fails fail without except ignores ignore skips skip avoids drops "
    "above below before beyond beside near past around over under less more fewer least most almost nearly "
    "percent steps times apart away off"
)
_PARTS = frozenset({"comma", "colon", "wide", "arrow"})
_DEPENDS = bare_words(
    "depends depend changes change reacts react responds respond varies vary grows grow moves move follows follow sensitive touches touch "
    "hängt ändert reagiert dépend varie change depende cambia varía reacciona muda varia reage dipende reagisce"
)


@dataclass(slots=True)
class _Speech:
    """What was last spoken of: gradients, local ones, a step, or else values; of rounds or not."""

    sloped: bool = False
    local: bool = False
    stepping: bool = False
    counted: bool = False


@dataclass(slots=True)
class _About:
    """What the clauses of a sentence are about so far."""

    nodes: tuple[Node, ...] = ()
    of: str = ""


def told_in_clauses(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[Run, list[Node]]]:
    """Yield the numbers of an answer with all that each may be of, by what clauses say."""
    speech = _Speech()
    for start, end in parts(tokens, SENTENCE_ENDS):
        said = tokens[start:end]
        _follow(said, speech)
        if any(t.role in _ANYWHERE and not _is_harmless(said, at) for at, t in enumerate(said)):
            continue
        yield from _sentence(tokens, start, end, speech, lexicon)


def _is_harmless(said: Sequence[Token], at: int) -> bool:
    token = said[at]
    if bare(token.text) in _HARMLESS:
        return True
    return token.role is Role.CONDITION and at + 1 < len(said) and bare(said[at + 1].text) in _ANYBODY


def _follow(said: Sequence[Token], speech: _Speech) -> None:
    stepping = back = counted = local = False
    for token in said:
        stepping = stepping or is_of_step(token) or (token.kind == "word" and bare(token.text) in NOW)
        local = local or token.role is Role.LOCAL
        if token.kind == "word":
            back = back or token.role in _SLOPED or token.role is Role.BACKWARD or token.text in BACKWARD
            counted = counted or token.text.lower() in ORDINALS or is_many(token)
        else:
            back = back or token.kind in ("der", "diff")
    speech.counted = counted
    if stepping or back or local:
        speech.sloped, speech.stepping, speech.local = back or local, stepping, local


def _clauses(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for at in range(start, end):
        token = tokens[at]
        comma = token.kind == "sep" and token.text in _PARTS
        joins = token.kind == "word" and bare(token.text) in AND
        joins = joins and any(t.kind == "num" for t in tokens[begin:at])
        if comma or joins:
            yield begin, at
            begin = at + 1
    yield begin, end


def _sentence(
    tokens: Sequence[Token], start: int, end: int, speech: _Speech, lexicon: Lexicon
) -> Iterator[tuple[Run, list[Node]]]:
    about = _About()
    for begin, stop in _clauses(tokens, start, end):
        named = [*mentions(tokens, begin, stop, lexicon)]
        own = [m for m in named if not m.operand and not m.function]
        found = [*runs(tokens, begin, stop)]
        run = found[-1] if found else None
        target = _target(tokens, begin, stop, run, own, about, lexicon) if run else ()
        first = next((m.node for m in own), None)
        if own:
            about = _About(tuple(m.node for m in own), about.of)
        if isinstance(first, Symbol) and not about.of and first.name in lexicon.operands:
            about.of = first.name
        if run is None or not target or together(tokens[begin : run.start]):
            continue
        sloped = speech.sloped or any(t.role in _SLOPED or (t.kind == "word" and t.text in RECEIVES) for t in tokens[begin:stop])
        meant = [m for node in target for m in _meant(node, speech, about.of, lexicon, sloped=sloped)]
        if meant:
            yield run, meant


def _target(
    tokens: Sequence[Token], begin: int, stop: int, run: Run, own: Sequence[Mention], about: _About, lexicon: Lexicon
) -> tuple[Node, ...]:
    behind = _behind(tokens, run, stop, own)
    if behind is not None:
        return (behind.node,)
    before = [m for m in own if m.end <= run.start]
    if before:
        mention = before[-1]
        if len([m for m in before if not m.joined]) > 1 and not _pair(before, lexicon):
            return ()
        if not _is_clear(tokens[begin : run.start]):
            return ()
        return (mention.node,)
    if own or not about.nodes or not _is_clear(tokens[begin : run.start]):
        return ()
    return about.nodes[:1] if len(about.nodes) == 1 else ()


def _pair(before: Sequence[Mention], lexicon: Lexicon) -> bool:
    names = [m.node.name for m in before if isinstance(m.node, Symbol)]
    return len(names) == len(before) == 2 and (names[1] in lexicon.cone(names[0]) or names[0] in lexicon.cone(names[1]))


def _is_clear(said: Sequence[Token]) -> bool:
    for token in said:
        if token.kind != "word":
            continue
        if token.role in _BESIDE or token.role in (None, Role.STRANGE) or bare(token.text) in _SHIFTS:
            return bare(token.text) in _HARMLESS
    return True


def _behind(tokens: Sequence[Token], run: Run, stop: int, own: Sequence[Mention]) -> Mention | None:
    place = seen(tokens, run.end)
    if place >= len(tokens) or tokens[place].role not in (Role.FOR, Role.FILLER, Role.BY):
        return None
    place = seen(tokens, place + 1)
    while place < len(tokens) and tokens[place].role is Role.ARTICLE:
        place = seen(tokens, place + 1)
    return next((m for m in own if m.at == place), None)


def _meant(node: Node, speech: _Speech, of: str, lexicon: Lexicon, *, sloped: bool) -> Iterator[Node]:
    if isinstance(node, Derivative):
        yield node
        if of and of != node.of and node.by in lexicon.operands.get(of, ()):
            yield Derivative(of, node.by, True)
        return
    if not isinstance(node, Symbol):
        yield node
        return
    name = node.name
    if speech.stepping and not sloped:
        if name in lexicon.inputs and not speech.counted:
            yield New(name)
        return
    if sloped:
        if of and of != name and name in lexicon.cone(of):
            yield Derivative(of, name, name in lexicon.operands[of] and of != lexicon.output)
        parents = [node for node, below in lexicon.operands.items() if name in below]
        if speech.local and len(parents) == 1 and parents[0] != of:
            yield Derivative(parents[0], name, True)
        if not speech.local and of != lexicon.output and name != lexicon.output:
            yield Derivative(lexicon.output, name)
        return
    if name in lexicon.operands and name not in lexicon.unnamed:
        yield node
