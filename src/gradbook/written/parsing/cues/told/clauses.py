"""Clauses: what a sentence in words says each of its numbers to be of, whatever its verbs are.

    Adding b brings t to 2.  den changes by 3 per unit of c.  In the descent step q climbs a bit to 7.2.

A number is of the quantity that is named behind it ("1 for t", "1.9, our f"), or of the one that its clause is about, or
of the one that the clauses before it are about. What it is of that quantity, its value, its gradient, a local
derivative or its new value, is what was spoken of last. All that may be meant is told: it counts where it fits.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from gradbook.graph.expression import Symbol
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, AND, Role, bare, bare_words
from gradbook.written.parsing.cues.told.lists import paired
from gradbook.written.parsing.cues.told.named import ABOUT, DEPENDS, TOWARDS, UNIT, Named, Part, named_in
from gradbook.written.parsing.cues.told.numbers import Run
from gradbook.written.parsing.cues.told.results import Result, result_in
from gradbook.written.parsing.cues.told.speech import KINDS, Speech, is_sloped
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS, parts, seen
from gradbook.written.parsing.phrases.slopes.received.getting import together

_HARMLESS = frozenset({"but", "aber", "mais", "pero", "mas", "ma", "maar", "но", "但", "但是"})
_ANYBODY = bare_words("you we i one wir man ich on nous je se si ci ik we jij men")
_IN_CLAUSE = {Role.PART, Role.NEGATION, Role.AGAINST, Role.BEHIND, Role.OTHER}  # of their own clause only
_BESIDE = AGAINST_IT - {Role.SUPPOSITION}
_ANYWHERE = _BESIDE - _IN_CLAUSE
_SHIFTS = bare_words(  # say another number than the one that stands there, or of another quantity
    "half twice double triple thrice third quarter misses miss missing lacks lack lacking loses lose fails fail "
    "without except ignores ignore skips skip avoids drops above below before beyond beside near past around over "
    "under less more fewer least most almost nearly percent steps apart away off"
)
_PARTS = frozenset({"comma", "colon", "wide", "arrow"})
_ENDS = SENTENCE_ENDS | {"comma", "wide"}
_PER = bare_words("per pro por par je") | UNIT
_IT = frozenset({"it", "its"})
_EACH = bare_words(
    "both each them they all beide beiden jeweils jeder alle sie deux chacun tous toutes ils elles ambos ambas cada "
    "todos ellos ellas entrambi entrambe ciascuno tutti beide allebei elk 都 둘 모두"
)
_NAMING = frozenset({  # between a number and the name of what it is: "so that's our loss L"
    Role.LINK, Role.SAME, Role.ARTICLE, Role.RELATION, Role.FILLER, Role.BY, Role.FOR, Role.OF, Role.PART_OF_GRAPH,
    Role.PLAIN, Role.SLOPE, Role.RESULT, Role.VALUES, Role.NET, Role.WEIGHT, Role.BIAS,
})  # fmt: skip


class About(NamedTuple):
    """What the clauses so far are about.

    Attributes:
        nodes: the quantities that the last one is about.
        group: the last several of which something was said together.
        ofs: the calculated nodes that were named.
    """

    nodes: tuple[Node, ...] = ()
    group: tuple[Node, ...] = ()
    ofs: tuple[str, ...] = ()


class Told(NamedTuple):
    """A number, and what it may be of: surely, by what was last spoken of, or only perhaps."""

    run: Run
    meant: Mapping[Node, bool]


def told_in_clauses(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Told]:
    """Yield the numbers of an answer with all that each may be of, by what clauses say."""
    speech, about = Speech(), About()
    for start, end in parts(tokens, SENTENCE_ENDS):
        said = tokens[start:end]
        if not said:
            continue
        speech.follow(said)
        if any(token.role in _ANYWHERE and not _is_harmless(said, at) for at, token in enumerate(said)):
            about = About()
            continue
        sentence = _Sentence(tokens, start, end, speech, lexicon)
        yield from sentence.told(about)
        about = sentence.about


def _is_harmless(said: Sequence[Token], at: int) -> bool:
    """Whether a word that may speak against what stands beside it does not: "if you multiply"."""
    token = said[at]
    if bare(token.text) in _HARMLESS:
        return True
    return token.role is Role.CONDITION and at + 1 < len(said) and bare(said[at + 1].text) in _ANYBODY


def _clauses(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the clauses of a sentence begin and end: at commas, at reasons, and at an "and" behind a number."""
    begin = start
    for at in range(start, end):
        token = tokens[at]
        if token.kind in ("open", "close") and _is_aside(tokens, at, start, end):
            yield begin, at
            begin = at + 1
            continue
        numbered = any(t.kind == "num" for t in tokens[begin:at])
        joins = token.kind == "word" and bare(token.text) in AND and numbered
        if joins or (token.kind == "sep" and token.text in _PARTS):
            yield begin, at
            begin = at + 1
        elif token.role is Role.REASON and numbered:
            yield begin, at
            begin = at
    yield begin, end


def _is_aside(tokens: Sequence[Token], at: int, start: int, end: int) -> bool:
    """Whether a bracket belongs to one with words in it: "(local derivative 1)"."""
    opens = at if tokens[at].kind == "open" else max((n for n in range(start, at) if tokens[n].kind == "open"), default=at)
    inside = [*takewhile(lambda token: token.kind != "close", tokens[opens + 1 : end])]
    return any(token.kind == "word" for token in inside) and not any(token.kind == "open" for token in inside)


class _Sentence:
    """A sentence, and what it is about so far."""

    def __init__(self, tokens: Sequence[Token], start: int, end: int, speech: Speech, lexicon: Lexicon) -> None:
        self._tokens, self._start, self._end, self._speech, self._lexicon = tokens, start, end, speech, lexicon
        self._clauses = [*_clauses(tokens, start, end)]
        self._named = [*named_in(tokens, start, end, [begin for begin, _ in self._clauses], lexicon)]
        self._depends = any(token.kind == "word" and bare(token.text) in DEPENDS for token in tokens[start:end])
        self.about = About()

    def told(self, before: About) -> list[Told]:
        """Return what it tells, where it goes on with what was said before it."""
        if all(one.part is Part.FUNCTION for one in self._named):
            self.about = before
        listed = paired(self._tokens, self._start, self._end, self._named)
        found = [self._meant(run, (one.node,), ()) for run, one in listed if self._is_clear(self._start, run.start)]
        taken = {run.start for run, _ in listed}
        for begin, stop in self._clauses:
            named = [one for one in self._named if begin <= one.at < stop]
            run = result_in(self._tokens, begin, stop)
            ofs = (*self._ofs(named), *self.about.ofs)
            if run is not None and run.start not in taken and (target := self._target(begin, run, named)):
                told = self._meant(run, target, ofs)
                if not named:  # a later number of the same takes the place of those before it
                    sure = {node for node, is_sure in told.meant.items() if is_sure}
                    found = [one for one in found if sure.isdisjoint(one.meant)]
                found.append(told)
            self._go_on(named, ofs)
        return [one for one in found if one.meant]

    def _ofs(self, named: Sequence[Named]) -> Iterator[str]:
        """Yield the calculated nodes that a clause names, but for those that something is done with."""
        for one in named:
            if one.part is not Part.OPERAND and isinstance(one.node, Symbol):
                if one.node.name in self._lexicon.operands:
                    yield one.node.name

    def _go_on(self, named: Sequence[Named], ofs: tuple[str, ...]) -> None:
        """Take in what a clause is about."""
        mains = [one for one in named if one.part in ABOUT]
        joined = [one.node for one in mains] if len(mains) > 1 and all(one.joined for one in mains[1:]) else []
        group = next((g for g in (joined, self._group(mains)) if len(g) > 1), self.about.group)
        last = [one for one in mains if one.part is Part.BY] or mains
        nodes = tuple(joined) or tuple(one.node for one in last[-1:]) or self.about.nodes
        self.about = About(nodes, tuple(group), ofs)

    @staticmethod
    def _group(mains: Sequence[Named]) -> list[Node]:
        """Return the last quantities of a clause that are joined by "and"."""
        found: list[Node] = []
        for one in mains:
            found = [*found, one.node] if one.joined else [one.node] if len(found) < 2 else found
        return found

    def _meant(self, run: Run, target: Sequence[Node], ofs: Sequence[str]) -> Told:
        """Return a number with all that it may be of a quantity."""
        begin = next((begin for begin, stop in self._clauses if begin <= run.start < stop), self._start)
        stop = next((stop for begin, stop in self._clauses if begin <= run.start < stop), self._end)
        sloped = self._depends or is_sloped(self._tokens[begin:stop])
        found = {
            node: False
            for kind in KINDS
            for one in target
            for node in kind.meant(one, ofs, self._lexicon, sloped=kind.sloped)
        }
        for one in target:
            found |= dict.fromkeys(self._speech.meant(one, ofs, self._lexicon, sloped=sloped or self._speech.sloped), True)
        return Told(run, found)

    def _target(self, begin: int, run: Result, named: Sequence[Named]) -> tuple[Node, ...]:
        """Return the quantities that a number is of; none where that is not clear."""
        tokens = self._tokens
        if not self._is_clear(begin, run.start) or together(tokens[begin : run.start]):
            return ()
        if behind := self._behind(run):
            return behind
        before = [one for one in named if one.end <= run.begins and one.part in ABOUT]
        if not before:
            if any(one.part in ABOUT and not run.begins <= one.at < run.start for one in named):
                return ()
            return self._gone_on_with(tokens[begin : run.start], named)
        subjects = [one for one in before if one.part is Part.SUBJECT]
        mains = [one for one in before if one.part is Part.BY] or subjects or before
        return tuple(one.node for one in mains) if len([one for one in mains if not one.joined]) == 1 else ()

    def _gone_on_with(self, said: Sequence[Token], named: Sequence[Named]) -> tuple[Node, ...]:
        """Return what a clause that names nothing goes on with."""
        about = self.about
        words = {bare(token.text) for token in said if token.kind == "word"}
        if about.group and words & _EACH:
            return about.group
        if functions := [one.node for one in named if one.part is Part.FUNCTION]:
            return self._of_function(functions)
        return () if len(about.nodes) > 1 and words & _IT else about.nodes

    def _of_function(self, functions: Sequence[Node]) -> tuple[Node, ...]:
        """Return the node of an operation, or what it is taken of where gradients are spoken of."""
        last = functions[-1]
        operands = self._lexicon.operands.get(last.name, ()) if isinstance(last, Symbol) else ()
        about = self.about.nodes if len(self.about.nodes) == 1 else ()
        if not self._speech.sloped:
            return (last,)
        return (Symbol(operands[0]),) if len(operands) == 1 and not about else about

    def _behind(self, run: Run) -> tuple[Node, ...]:
        """Return what is named behind a number as that which it is of."""
        tokens = self._tokens
        place = seen(tokens, run.end)
        if place >= len(tokens):
            return ()
        token = tokens[place]
        if token.kind in ("open", "close") or (token.kind == "sep" and token.text == "comma"):
            return self._named_last(seen(tokens, place + 1), bracketed=token.kind == "open")
        if token.kind != "word":
            return ()
        text = bare(token.text)
        if token.role in (Role.FOR, Role.FILLER, Role.BY) or text in TOWARDS or text in _PER:
            found = [one for one in self._named if one.at > place and one.part in (Part.BY, Part.SUBJECT)][:1]
            for one in found:
                if all(t.edge or (t.kind == "word" and t.role not in _BESIDE) for t in tokens[place : one.at]):
                    return (one.node, *self._joined(one))
            return ()
        names = token.role in (Role.LINK, Role.SAME) and text not in AND
        return self._named_last(place) if names else ()

    def _joined(self, first: Named) -> Iterator[Node]:
        """Yield what stands behind a quantity and an "and"."""
        for one in self._named[self._named.index(first) + 1 :]:
            if not one.joined:
                break
            yield one.node

    def _named_last(self, begin: int, *, bracketed: bool = False) -> tuple[Node, ...]:
        """Return what is only named from a place on: "1.918, our f", "0.66, so that is out", "36 (t)"."""
        tokens, place = self._tokens, begin
        while place < len(tokens) and (tokens[place].edge or tokens[place].kind == "rel" or tokens[place].role in _NAMING):
            if any(one.at == place for one in self._named):
                break
            place += 1
        found = next((one for one in self._named if one.at == place), None)
        if found is None:
            return ()
        if any(token.role is Role.BY for token in tokens[begin:place]):
            return (found.node,)  # ", with respect to w"
        behind = seen(tokens, found.end)
        follows = tokens[behind] if behind < len(tokens) else None
        if bracketed:
            return (found.node,) if follows is not None and follows.kind == "close" else ()
        ends = follows is None or (follows.kind == "sep" and follows.text in _ENDS) or bare(follows.text) in AND
        says = any(token.kind == "rel" or token.role in (Role.ARTICLE, Role.RELATION) for token in tokens[begin:place])
        return (found.node,) if ends and says else ()

    def _is_clear(self, begin: int, end: int) -> bool:
        """Whether no word between two places may say another number, or that it is of another quantity."""
        for token in self._tokens[begin:end]:
            if token.kind != "word":
                continue
            text = bare(token.text)
            against = token.role in _BESIDE or token.role in (None, Role.STRANGE) or text in _SHIFTS
            if against and text not in _HARMLESS:
                return False
        return True
