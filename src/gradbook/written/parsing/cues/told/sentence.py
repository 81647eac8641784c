"""Sentences: what one in words says each of its numbers to be of, whatever its verbs are.

A number is of the quantity that is named behind it ("1 for t", "1.9, our f"), or of the one that its clause is about,
or of the one that the clauses before it are about.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.notation import VALUE_NOUNS
from gradbook.written.parsing.cues.told.clause.behind import named_behind, reached
from gradbook.written.parsing.cues.told.clause.clauses import Clause, clauses_in
from gradbook.written.parsing.cues.told.clause.leads import leads
from gradbook.written.parsing.cues.told.clause.lists import paired
from gradbook.written.parsing.cues.told.clause.named import ABOUT, Named, Part, reacts
from gradbook.written.parsing.cues.told.clause.results import Result
from gradbook.written.parsing.cues.told.clause.words import (
    FIRST,
    POSSESSIVE,
    POSSESSIVE_RELATIVE,
    RELATIVE,
    SLOPED,
    add_nothing,
    are_clear,
    are_known,
    are_of_all,
    brings_in,
    holds_number,
    name_another,
)
from gradbook.written.parsing.cues.told.speech import KINDS, SLOPES, Speech, is_sloped
from gradbook.written.parsing.grammar.edges import seen
from gradbook.written.parsing.phrases.called.operations import come_to, does
from gradbook.written.parsing.phrases.operations import SIGNS

_BY = (Role.BY, Role.AFTER)  # "nach dem Verlust"
_EXPRESSION = "an expression"
_IT = frozenset({"it", "its"})
_EACH = bare_words(
    "both each them they all beide beiden jeweils jeder alle sie deux chacun tous toutes ils elles ambos ambas cada "
    "todos ellos ellas entrambi entrambe ciascuno tutti beide allebei elk 都 둘 모두"
)


class About(NamedTuple):
    """What the clauses so far are about.

    Attributes:
        nodes: the quantities that the last one is about.
        group: the last several of which something was said together.
        names: of the quantities that were named, the last first.
        latest: the quantity that was named last, whatever its part.
    """

    nodes: tuple[Node, ...] = ()
    group: tuple[Node, ...] = ()
    names: tuple[str, ...] = ()
    latest: Node | None = None


class Told(NamedTuple):
    """A number between two places, and what it may be of: surely, by what was last spoken of, or only perhaps."""

    start: int
    end: int
    meant: Mapping[Node, bool]

    @property
    def sure(self) -> set[Node]:
        """What it is of for sure."""
        return {node for node, is_sure in self.meant.items() if is_sure}


class Sentence:
    """A sentence, and what it is about.

    Args:
        tokens: of the answer.
        start, end: where it begins and ends.
        speech: of what it speaks, or what was last spoken of.
        explicit: whether it says that itself.
        lexicon: of the exercise.
        negated: where a "not" stands in the source.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        start: int,
        end: int,
        speech: Speech,
        lexicon: Lexicon,
        negated: Set[int],
        *,
        explicit: bool,
    ) -> None:
        self._tokens, self._start, self._end = tokens, start, end
        self._speech, self._explicit, self._lexicon = speech, explicit, lexicon
        self._clauses = [*clauses_in(tokens, start, end, lexicon, negated)]
        self._named = [one for clause in self._clauses for one in clause.named]
        self._depends = reacts(tokens[start:end])
        self._of = ""  # what it says that is differentiated
        self._by = False  # whether it says by what
        self.about = About()

    @property
    def named(self) -> frozenset[Node]:
        """What it names: "This is not u." takes back what was told of u right before it."""
        return frozenset(one.node for one in self._named)

    def told(self, before: About) -> list[Told]:
        """Return what it tells, where it goes on with what was said before it."""
        if all(one.part is Part.FUNCTION for one in self._named):
            self.about = before
        found: list[Told] = []
        for start, end, one in paired(self._tokens, self._start, self._end, self._named):
            if are_clear(self._tokens[self._start : start]):
                found.append(self._meant(start, end, (one.node,), ()))
        taken = {one.start for one in found}
        for clause in self._clauses:
            names = (*_names(clause.named), *self.about.names)
            self._of = self._differentiated(clause) or self._depending(clause) or self._of
            self._by = self._by or any(self._is_by(one) for one in clause.named)
            result = clause.result
            target = self._target(clause, result) if result and result.start not in taken else ()
            several = len(target) > 1 and are_of_all(self._tokens[clause.begin : self._end])
            if result and target and not several:
                told = self._meant(result.start, result.end, target, names)
                if not clause.named:  # a later number of the same takes the place of those before it
                    sure = told.sure
                    found = [one for one in found if sure.isdisjoint(one.meant)]
                found.append(told)
            self._go_on(clause, names)
        return [one for one in found if one.meant]

    def _go_on(self, clause: Clause, names: tuple[str, ...]) -> None:
        """Take in what a clause is about."""
        latest = clause.named[-1].node if clause.named else self.about.latest
        said = self._tokens[clause.begin : clause.stop]
        if clause.denied or brings_in(said) or not are_known(said):
            self.about = About(names=names)
            return
        mains = [one for one in clause.named if one.part in (Part.SUBJECT, Part.BY)]
        mains = mains or [one for one in clause.named if one.part is Part.OF]
        group = _group(mains)
        main = [one for one in mains if one.part is Part.BY][-1:] or mains[:1]
        nodes = group if len(group) == len(mains) > 1 else tuple(one.node for one in main)
        functions = [one.node for one in clause.named if one.part is Part.FUNCTION and not does(self._tokens[one.at])]
        if functions and not nodes:
            nodes = self._of_function(functions[-1])
        self.about = About(nodes or self.about.nodes, group or self.about.group, names, latest)

    def _meant(self, start: int, end: int, target: Sequence[Node], names: Sequence[str]) -> Told:
        """Return a number with all that it may be of some quantities."""
        clause = next(one for one in self._clauses if one.begin <= start < one.stop)
        said = self._tokens[clause.begin : clause.stop]
        sloped = self._is_sloped(clause)
        valued = any(token.kind == "word" and bare(token.text) in VALUE_NOUNS for token in said)
        speech = Speech() if valued and not sloped and not self._speech.stepping else self._speech
        kinds = () if self._explicit or valued else SLOPES if sloped else KINDS
        perhaps = [(kind, kind.sloped) for kind in kinds if self._may_speak(kind)]
        surely = [(speech, sloped)]
        if speech.local and not any(token.role is Role.LOCAL for token in said):
            surely.append((SLOPES[0], True))  # a local one was spoken of before
        found: dict[Node, bool] = {}
        for spoken, is_sure in ((perhaps, False), (surely, True)):
            for kind, of_slopes in spoken:
                for one in target:
                    found |= dict.fromkeys(kind.meant(one, names, self._lexicon, sloped=of_slopes), is_sure)
        stays = any(token.role is Role.STAYS for token in said)
        meant = (node for node in found if self._is_meant(node) and not (stays and isinstance(node, Symbol)))
        return Told(start, end, {node: found[node] for node in meant})

    def _is_sloped(self, clause: Clause) -> bool:
        """Whether a clause speaks of gradients; one that goes on speaks of what those before it do."""
        stepping = self._explicit and self._speech.stepping
        back, _ = self._speech.ever
        said = self._tokens[clause.begin if clause.named else self._start : clause.stop]
        depends = self._depends and back and not stepping
        valued = not self._speech.sloped and any(bare(token.text) in VALUE_NOUNS for token in said)  # "a value of 3"
        return depends or is_sloped(said, receiving=back and not (stepping or valued))

    def _may_speak(self, kind: Speech) -> bool:
        """Whether the answer speaks of a kind of quantity anywhere."""
        back, moved = self._speech.ever
        return not ((kind.sloped and not back) or (kind.stepping and not moved))

    def _differentiated(self, clause: Clause) -> str:
        """Return what a clause says that is differentiated, so that nothing else is; "" where it does not say."""
        tokens = self._tokens
        for one in clause.named:
            if one.part is Part.OF and isinstance(one.node, Symbol):
                behind = seen(tokens, one.end)
                whole = behind >= len(tokens) or tokens[behind].kind not in ("op", "open", "name", "num")
                return one.node.name if whole else _EXPRESSION
        if not any(one.part is Part.BY for one in clause.named) or len(self.about.nodes) != 1:
            return ""
        for at in range(clause.begin, clause.stop - 1):  # "its gradient with respect to w"
            if bare(tokens[at].text) in POSSESSIVE and tokens[at + 1].role in SLOPED:
                return getattr(self.about.nodes[0], "name", "")
        return ""

    def _is_by(self, one: Named) -> bool:
        """Whether something is named by which one differentiates, or said behind what is differentiated."""
        behind = seen(self._tokens, one.end)
        follows = one.part is Part.OF and behind < self._end and self._tokens[behind].role in _BY
        return one.part is Part.BY or follows

    def _depending(self, clause: Clause) -> str:
        """Return the calculated node of which a clause says how it depends on another; "" where it does not."""
        if not self._depends or self._speech.stepping or not any(one.part is Part.BY for one in clause.named):
            return ""
        subjects = [one.node for one in clause.named if one.part is Part.SUBJECT and isinstance(one.node, Symbol)]
        return next((node.name for node in subjects if node.name in self._lexicon.operands), "")

    def _is_meant(self, node: Node) -> bool:
        """Whether a quantity may be meant, where it is said what is differentiated."""
        if not self._of or not isinstance(node, Derivative):
            return self._of != _EXPRESSION
        return self._of == node.of or (self._of == node.by and not self._by)

    def _target(self, clause: Clause, result: Result) -> tuple[Node, ...]:
        """Return the quantities that the number of a clause is of; none where that is not clear."""
        tokens = self._tokens
        said = tokens[clause.begin : result.begins]
        sloped = self._speech.sloped or (self._depends and self._speech.ever[0] and not self._speech.stepping)
        if not are_clear(said) or not leads(said, sloped=sloped) or self._goes_on(clause.stop):
            return ()
        if behind := named_behind(tokens, result.end, self._named):
            first, ends = behind[0], max(clause.stop, behind[0].end)
            clear = self._comes_to(first, clause) and add_nothing(tokens[first.end : ends])
            clear = clear and not self._is_taken_of_number(clause, result)
            return tuple(one.node for one in behind) if clear else ()
        goes = reached(tokens, result.end, clause.named)
        if not goes and not add_nothing(tokens[result.end : clause.stop]):
            return ()
        before = [one for one in clause.named if one.end <= result.begins and one.part in ABOUT]
        if before:
            return self._told_of(before, clause, result)
        elsewhere = any(one.part in ABOUT and not result.begins <= one.at < result.start for one in clause.named)
        if goes or elsewhere or name_another(tokens[clause.begin : result.start]):
            return goes
        words = {bare(token.text) for token in tokens[clause.begin : clause.stop] if token.kind == "word"}
        return self._gone_on_with(words, clause, result)

    def _goes_on(self, stop: int) -> bool:
        """Whether something is done with the number of a clause behind its end: "13.5, minus the decay term"."""
        place = seen(self._tokens, stop + 1)
        return place < self._end and self._tokens[place].role in SIGNS

    def _told_of(self, before: Sequence[Named], clause: Clause, result: Result) -> tuple[Node, ...]:
        """Return what a clause is about that names something before its number."""
        subjects = [one for one in before if one.part is Part.SUBJECT]
        mains = [one for one in before if one.part is Part.BY] or subjects or before
        between = self._tokens[mains[-1].end : result.begins]
        if sum(not one.joined for one in mains) != 1 or holds_number(between) or brings_in(between):
            return ()
        further = any(mains[-1].end <= one.at < result.begins for one in clause.named)
        if further and any(bare(token.text) in RELATIVE for token in between):
            return ()  # "a is an input of the sum whose gradient is 20"
        if any(bare(token.text) in FIRST for token in between) or self._is_step_for(mains[-1], clause):
            return ()  # "x first gets -4, then"
        return tuple(one.node for one in mains if self._comes_to(one, clause))

    def _is_step_for(self, one: Named, clause: Clause) -> bool:
        """Whether the step itself is spoken of: "the update for w amounts to 0.5"."""
        led = [token for token in self._tokens[clause.begin : one.at] if token.role is not Role.ARTICLE][-2:]
        return len(led) > 1 and led[0].role in (Role.STEP, Role.RATE) and led[1].role in (Role.FOR, Role.OF)

    def _comes_to(self, one: Named, clause: Clause) -> bool:
        """Whether what is done in words, if anything, may be how a value is calculated."""
        said = [*self._tokens[clause.begin : one.at], *self._tokens[one.end : clause.stop]]
        if not isinstance(one.node, Symbol):
            return True
        applied = [n.node for n in clause.named if n.part is Part.FUNCTION and n.at < one.at]
        operands = [self._lexicon.operands[node.name] for node in applied if isinstance(node, Symbol)]
        if not self._speech.sloped and any(one.node.name in of for of in operands):
            return False  # "the sigmoid turns p into 2.5"
        if not any(map(does, said)) or not any(token.name for token in said):
            return True
        return self._speech.sloped or self._speech.stepping or come_to(said, one.node.name, self._lexicon)

    def _gone_on_with(self, words: Set[str], clause: Clause, result: Result) -> tuple[Node, ...]:
        """Return what a clause that names nothing goes on with."""
        about = self.about
        if about.group and words & _EACH:
            return about.group
        functions = _functions(clause, result)
        if self._speech.sloped:
            functions = [one for one in functions if not does(self._tokens[one.at])]
        if functions:
            return () if self._is_taken_of_number(clause, result) else self._of_function(functions[-1].node)
        said = self._tokens[clause.begin : clause.stop]
        lead = next((bare(token.text) for token in said if token.kind == "word"), "")
        if lead in POSSESSIVE_RELATIVE and about.nodes != (about.latest,):
            return ()  # "b stands beside q, whose gradient is 10"
        return () if len(about.nodes) > 1 and words & _IT else about.nodes

    def _is_taken_of_number(self, clause: Clause, result: Result) -> bool:
        """Whether a function is taken of a number, which may be none of the exercise: "the sigmoid of 2.4"."""
        functions = _functions(clause, result)
        taken = self._tokens[functions[-1].end : result.begins] if functions else ()
        return any(token.kind == "num" for token in taken)

    def _of_function(self, node: Node) -> tuple[Node, ...]:
        """Return the node of an operation, or what it is taken of where gradients are spoken of."""
        if not self._speech.sloped:
            return (node,)
        operands = self._lexicon.operands.get(node.name, ()) if isinstance(node, Symbol) else ()
        return (Symbol(operands[0]),) if len(operands) == 1 else ()


def _functions(clause: Clause, result: Result) -> list[Named]:
    """Return the functions that a clause names before its number."""
    return [one for one in clause.named if one.part is Part.FUNCTION and one.end <= result.begins]


def _names(named: Sequence[Named]) -> Iterator[str]:
    """Yield the names of what a clause names, but for what something is done with."""
    for one in named:
        if one.part is not Part.OPERAND and isinstance(one.node, Symbol):
            yield one.node.name


def _group(mains: Sequence[Named]) -> tuple[Node, ...]:
    """Return the last quantities of a clause that are joined by "and"; none where there are no two."""
    found: tuple[Node, ...] = ()
    for one in mains:
        found = (*found, one.node) if one.joined else (one.node,) if len(found) < 2 else found
    return found if len(found) > 1 else ()
