"""Places: what an answer states of a quantity, where, and whether it counted; all by what the judge has found."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gradbook.written.exercise import Key
from gradbook.written.expression import has_names
from gradbook.written.judging.claims.claim import Claim
from gradbook.written.judging.explaining.doubts import Doubt, doubts_of, line_of, spoken_against
from gradbook.written.judging.grader import Judged
from gradbook.written.judging.outcomes.outcomes import GOOD
from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.judging.steps.found import Found
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.reading import Reading
from gradbook.written.tracing.trace import Rule, Said, Trace
from gradbook.written.verdict import Basis, Verdict


class Finding(StrEnum):
    """What a statement is by itself, whatever stands around it."""

    RIGHT = "right by itself"
    PART_UNREAD = "right by itself, as far as it is read"
    STEP = "the value is right by itself, a step before it is not"
    COARSE = "rounded too coarsely to be right by itself"
    FOLLOWS = "not right by itself, but it follows from another number of the answer"
    WRONG = "not right by itself"
    UNREAD = "not understood to its end"
    NOT_STATED = "not read as a statement"


class Weight(StrEnum):
    """Whether a statement counted, and why."""

    RESTS = "counted: the verdict rests on it"
    AGREES = "counted: it says the same as the verdict"
    DOUBTED = "not counted: it is in doubt"
    ELSEWHERE = "not counted: it is of something else"
    SET_ASIDE = "not counted: the verdict rests on something else"
    OPEN = "not counted: a person decides"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the answer that was taken for a statement about a quantity.

    Attributes:
        text: what stands there.
        start, end: where, in the answer; -1 where that is not known, as it stands there more than once.
        lines: its first and last line, counted from 1; 0 where it is not known.
        understood: how it was read, in the graph's notation; "" where nothing could be.
        finding: what it is by itself.
        weight: whether it counted.
        notes: what the reader takes it for besides: "of a later round".
        doubts: what stands against it.
        rules: by which words in it were read.
    """

    text: str
    start: int
    end: int
    lines: tuple[int, int]
    understood: str
    finding: Finding
    weight: Weight
    notes: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    rules: tuple[Rule, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether the verdict comes of it."""
        return self.weight in (Weight.RESTS, Weight.AGREES)


class Places:
    """The places of one answer.

    Args:
        judged: the verdicts, and what they rest on.
        reading: what they were made of.
        trace: of it.
    """

    def __init__(self, judged: Judged, reading: Reading, trace: Trace) -> None:
        self._judged, self._evidence, self._reading = judged, judged.evidence, reading
        self._source, self._trace = reading.source, trace

    def of(self, key: Key, verdict: Verdict) -> tuple[Place, ...]:
        """Return what an answer states of a quantity, in order; or the one place where it may."""
        own = self._judged.claims.get(key)
        taken = {} if key.kind == "formula" else {_at(claim): claim for claim in self._evidence.claims.on(key)}
        claims = {_at(claim): taken.get(_at(claim), claim) for claim in self._naming(key)} | taken
        if own is not None:
            claims.setdefault(_at(own), own)
        if verdict.basis is Basis.CLAUSE_AGAINST:
            claims |= {_at(claim): claim for claim in self._evidence.clauses.on(key)}
        found = [self._place(key, claims[at], verdict, own, is_taken=at in taken) for at in sorted(claims)]
        return tuple(found) or tuple(self._unread(verdict))

    def against(self, key: Key) -> tuple[Doubt, ...]:
        """Return what else in the answer speaks against the claim that would count."""
        place = self._judged.opposed.get(key)
        return () if place is None else (spoken_against(self._source, place),)

    def _naming(self, key: Key) -> list[Claim]:
        if key.kind != "formula":
            return self._evidence.claims.naming(key)
        named = self._evidence.claims.naming(Key(key.of, "value", key.of))
        return [one for one in named if any(m.node is None or has_names(m.node) for m in one.members)]

    def _place(self, key: Key, claim: Claim, verdict: Verdict, own: Claim | None, *, is_taken: bool) -> Place:
        statement, source = claim.statement, self._source
        start, end = statement.start, statement.end
        read = (rule for (begin, stop), rule in sorted(self._read) if begin < end and stop > start)
        return Place(
            source[start:end],
            start,
            end,
            (line_of(source, start), line_of(source, max(start, end - 1))),
            read_back(statement, source),
            self._finding(key, claim),
            self._weight(key, claim, verdict, is_own=own is not None and _at(own) == _at(claim), is_taken=is_taken),
            tuple(_notes(statement)),
            doubts_of(statement, source, self._trace, self._evidence.exercise),
            tuple(dict.fromkeys(read)),
        )

    @property
    def _read(self) -> list[tuple[tuple[int, int], Rule]]:
        return [*self._trace.read.items()]

    def _finding(self, key: Key, claim: Claim) -> Finding:
        *before, last = claim.found
        if Found.UNREAD in claim.found or Found.UNDECIDED in claim.found:
            return Finding.PART_UNREAD if claim.fits else Finding.UNREAD
        if last.right:
            return Finding.RIGHT if all(item.right for item in before) else Finding.STEP
        if last is Found.COARSE:
            return Finding.COARSE
        return Finding.FOLLOWS if self._evidence.follows(key, claim.last.node) else Finding.WRONG

    def _weight(self, key: Key, claim: Claim, verdict: Verdict, *, is_own: bool, is_taken: bool) -> Weight:
        if verdict.status.decided and is_own:
            return Weight.RESTS
        if claim.statement.tainted:
            return Weight.DOUBTED
        if not claim.statement.is_sure:
            return Weight.ELSEWHERE
        if not verdict.status.decided:
            return Weight.OPEN
        if is_taken and key.kind != "formula":
            alone = self._judged.weighing.alone(key, claim)[0]
            if alone is verdict.status or (alone in GOOD and verdict.status in GOOD):
                return Weight.AGREES
        return Weight.SET_ASIDE

    def _unread(self, verdict: Verdict) -> Iterator[Place]:
        """Yield the sentence that a verdict is about where no statement is."""
        source, words = self._source, verdict.read.split()
        if not words:
            return
        first = next(iter(self._reading.loose), "")
        if verdict.basis is Basis.LOOSE and isinstance(first, Said):
            found = [(first.start, first.end)]
        else:
            found = [*self._written(words)]
        if len(found) == 1:
            ((start, end),) = found
            lines = line_of(source, start), line_of(source, end - 1)
            yield Place(source[start:end], start, end, lines, "", Finding.NOT_STATED, Weight.OPEN)
        else:
            yield Place(verdict.read, -1, -1, (0, 0), "", Finding.NOT_STATED, Weight.OPEN)

    def _written(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        pattern = r"\s*".join(map(re.escape, words))
        return (one.span() for one in re.finditer(pattern, self._source, re.IGNORECASE))


def _at(claim: Claim) -> tuple[int, int]:
    return claim.statement.start, claim.statement.end


def _notes(statement: Statement) -> Iterator[str]:
    """Yield what a statement is taken for besides what it says."""
    if statement.supposed:
        yield "only supposed, given or reported"
    if statement.elsewhere:
        yield "where something is changed, or another value is taken"
    if statement.later:
        yield "of a later round"
    if statement.tentative:
        yield "it may be of something else, so it counts where it fits"
    if statement.shared:
        yield "one number for several quantities"
    if statement.retracts:
        yield "words before it take back what was said before"
