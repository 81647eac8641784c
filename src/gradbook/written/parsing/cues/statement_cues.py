"""Cues: what the words beside an equation do to it.

    clause := cue* equation cue*        cue: denial | hedge | retraction | condition | others | context

A cue acts in its clause (up to a comma), in its sentence, or from a heading on.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import New, Node, is_literal
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import SAMPLES
from gradbook.written.lexing.words.dictionary import AGAINST_IT, AND, JOINING, PARTICLE, VAGUE, Role, bare
from gradbook.written.lexing.words.lists.conjunctions import OR
from gradbook.written.lexing.words.lists.moving import CHANGES
from gradbook.written.parsing.cues.against.circumstances import NEAR, answers_what_if, counterfactual, supposition
from gradbook.written.parsing.cues.against.denials.accusations import is_called_error
from gradbook.written.parsing.cues.against.derived.along_paths import along_path
from gradbook.written.parsing.cues.against.derived.made_of import is_change
from gradbook.written.parsing.cues.against.derived.other_numbers import other_number
from gradbook.written.parsing.cues.against.doubts import asked_in, doubt
from gradbook.written.parsing.cues.against.other_answers import of_other_answer
from gradbook.written.parsing.cues.against.step_counts import in_several
from gradbook.written.parsing.cues.against.voices import GOAL
from gradbook.written.parsing.cues.aims import aimed
from gradbook.written.parsing.cues.around.passages import has_equation
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.cues.elsewhere.comparisons import Compared, compared
from gradbook.written.parsing.cues.elsewhere.labelled_points import labelled_points
from gradbook.written.parsing.cues.elsewhere.later.counters import counted
from gradbook.written.parsing.cues.elsewhere.later.further_examples import further_examples
from gradbook.written.parsing.cues.elsewhere.later.late_moments import best, is_before, is_past, late
from gradbook.written.parsing.cues.elsewhere.later.later_turns import said_late
from gradbook.written.parsing.cues.elsewhere.later.rounds import begun_late, later, started
from gradbook.written.parsing.cues.elsewhere.later.trained import is_after_step, is_before_step, is_trained, trained
from gradbook.written.parsing.cues.elsewhere.locations import is_located, is_tie
from gradbook.written.parsing.cues.elsewhere.nudges import follows_on, nudges, surely
from gradbook.written.parsing.cues.elsewhere.other_points import given, other_points, ruled
from gradbook.written.parsing.cues.elsewhere.rates import at_another_rate, rates_said
from gradbook.written.parsing.cues.elsewhere.set_inputs import set_inputs
from gradbook.written.parsing.cues.elsewhere.suppositions import Supposed, suppositions
from gradbook.written.parsing.cues.elsewhere.what_ifs import what_ifs
from gradbook.written.parsing.cues.settings.contexts import MOVED, Setting, contexts_of
from gradbook.written.parsing.cues.tasks import only_asked
from gradbook.written.parsing.cues.trailing import trailing
from gradbook.written.parsing.equations.statements import Conditions, Member, Statement
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.edges import last_seen
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS
from gradbook.written.tracing.trace import found_by

_LEADS_TO_GIVEN = frozenset({Role.CONDITION, Role.REASON, Role.FOR})
_SUPPOSING = frozenset({Role.CONDITION, Role.SUPPOSITION, Role.EXAMPLE})
_DENYING = frozenset({None, *VAGUE, *AGAINST_IT}) - _SUPPOSING
_NUDGED = (AGAINST_IT | {Role.ERROR, Role.NUMBER}) - {Role.PART}  # of which a sentence that nudges has "if" only
_COMPARED = frozenset({Role.PART, Role.BEHIND, Role.OTHER, Role.AGAINST})  # "if instead L = ..., it is halved"
WITH = frozenset({
    "with", "when", "mit", "avec", "con", "com", "met", "przy", "при", "当", "take", "taking", "nimm",
    "với", "dengan", "ile", "için", "untuk", "saat", "ketika",
})  # fmt: skip
_UNTOLD = (None, Role.VALUES, Role.STRANGE)  # nouns of which an input's own value may be
_NO_SETTING, _NOTHING_SUPPOSED, _NOTHING_COMPARED = Setting(), Supposed(), Compared()
_TAKEN = (supposition, counterfactual, answers_what_if, only_asked)  # that it is only taken to be so
_MAY_SUPPOSE = _LEADS_TO_GIVEN | WITH


def _holds(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of places in order stands between two others."""
    return bisect_left(places, start) < bisect_left(places, end)


def _is_with(words: list[Token]) -> bool:
    """Whether words lead to what an input is taken to be: "with z = 3"."""
    return bool(words) and words[-1].text in WITH


def _is_starred(draft: Draft) -> bool:
    """Whether a star marks what an equation is of: the optimum, or the new value."""
    return any("*" in token.text and token.kind != "op" for token in draft.sides[0])


class Cues:
    """Reads the words around drafts.

    Args:
        around: the drafts in their stream.
        lexicon: the exercise's.
        sloped: whether derivatives are stated elsewhere.
    """

    def __init__(self, around: Surroundings, lexicon: Lexicon, *, sloped: bool = False) -> None:
        self._around = around
        self._lexicon = lexicon
        self._doubts = asked_in(around)
        self._contexts = contexts_of(around, lexicon, sloped)
        self._later = later(around, lexicon)
        self._started = started(around, lexicon)
        late = begun_late(around) or ({} if self._later else said_late(around, lexicon))
        self._late = counted(around, lexicon) | late
        self._may_suppose = not around.held.isdisjoint(_MAY_SUPPOSE)
        self._compares = "cmp" in around.held or any(token.kind == "cmp" for _, said in around.asides for token in said)
        self._nudges = nudges(around, lexicon)
        self._sure_nudges = surely(self._nudges, around.tokens)
        self._others = other_points(around.tokens, around.drafts, self._contexts, lexicon)
        self._examples = further_examples(around, lexicon)
        self._points, self._sure_points = labelled_points(around, lexicon)
        self._what_ifs = what_ifs(around, lexicon)
        self._supposed = set_inputs(around, lexicon) | suppositions(around, self._contexts, lexicon)
        self._checks: set[int] = set()  # where sentences begin that change an input
        self._rates = rates_said(around, lexicon)
        self._trained = trained(around)

    def statement(self, number: int, statement: Statement, previous: int | None) -> Statement:
        """Return a statement of a draft with what is said beside it.

        Args:
            number: the draft's.
            statement: what it states.
            previous: the draft of the statement before it, if any.
        """
        draft, drafts = self._around.drafts[number], self._around.drafts
        context, under, example, locality = self._contexts.get(number, _NO_SETTING)
        if after := context not in MOVED and is_after_step(self._around, number):
            context = "after"
        elif not context and is_before_step(self._around, number):
            context = "before"
        supposed = self._supposed.get(number, _NOTHING_SUPPOSED)
        only = compared(self._around, number, self._lexicon) if self._compares else _NOTHING_COMPARED
        told = statement.doubt or under or along_path(self._around, number, statement.members[0].node, self._lexicon)
        told = told or other_number(self._around, number, statement.members[0].node, self._lexicon)
        told = told or self._doubt(number) or supposed.told or self._late.get(number, "")
        head = statement.members[0].node
        if told in only.words:
            told = ""
        elif told and isinstance(head, Derivative) and self._concludes(number, told):
            told = doubt(self._around, number, self._doubts, but=told)
        elif not told and isinstance(head, Derivative) and self._nudges:
            told = self._said_of_nudge(number)
        if not told and self._may_be_new(statement):
            told = in_several(self._around, number) or at_another_rate(self._around, number)
        if not told and isinstance(head, Symbol):
            told = is_called_error(self._around, number, head.name, self._lexicon)
        if taken := told in ("", GOAL) and self._is_bare(statement) and bool(aim := aimed(self._around, number)):
            told = aim
        else:
            told = told or answers_what_if(self._around, number) or only_asked(self._around, number)
            taken = bool(told) and any(one(self._around, number) == told for one in _TAKEN)
        told, reported = of_other_answer(self._around, number, told)
        return replace(
            statement,
            members=self._told(draft, statement),
            doubt=found_by("what is said around it", contexts_of if told == under else Cues.statement, told),
            supposed=statement.supposed or taken or reported or self._circumstance(number, statement),
            tentative=statement.tentative
            or example
            or _is_starred(draft)
            or self._is_aim(draft)
            or (context not in MOVED and self._changes(statement)),
            supposing=bool(told) and self._supposes(number),
            retracts=self._retracts(drafts[previous].last + 1 if previous is not None else 0, draft.first),
            context="" if after and statement.supposed else context,  # what a change begins with is before it
            locality=locality,
            later=self._later.get(number, 0),
            point=() if self._sure_points else self._points.get(number, ()),
            conditions=(
                *(self._conditions(number) if context != "after" else ()),
                *self._examples.get(number, ()),
                *self._started.get(number, ()),
                *(self._points.get(number, ()) if self._sure_points else ()),
                *self._what_ifs.get(number, ()),
                *supposed.conditions,
                *only.conditions,
            ),
            elsewhere=self._is_elsewhere(number, statement, moved=context in MOVED)
            or (after and isinstance(statement.members[0].node, Derivative)),
            trailing=trailing(self._around, number, self._lexicon)[only.otherwise :],  # "1 if z > 0, and 0 otherwise"
            rate=self._rate(number),
        )

    def _is_bare(self, statement: Statement) -> bool:
        """Whether a statement only gives a calculated quantity a number."""
        head, *sides = (member.node for member in statement.members)
        calculated = isinstance(head, Symbol) and head.name in self._lexicon.operands
        return calculated and len(sides) == 1 and sides[0] is not None and is_literal(sides[0])

    def _retracts(self, start: int, end: int) -> bool:
        """Whether words between two places take back what was said."""
        if Role.RETRACTION not in self._around.roles:
            return False
        return any(word.role is Role.RETRACTION for word in self._around.words(start, end))

    def _is_aim(self, draft: Draft) -> bool:
        """Whether an arrow leads from the output to 0, as it does in the long run: "L → 0"."""
        head, *sides = draft.sides
        to_zero = len(head) == len(sides) == 1 and [token.node for token in sides[0]] == [Number(0.0)]
        if not to_zero or head[0].name != self._lexicon.output:
            return False
        return any(token.text == "arrow" for token in self._around.tokens[draft.first : draft.last + 1])

    def _changes(self, statement: Statement) -> bool:
        """Whether a calculated quantity is said to change, by a step or by what else: "J goes from -30 to -29.997"."""
        head = statement.members[0].node
        return statement.given is not None and isinstance(head, New) and head.name in self._lexicon.operands

    def _is_elsewhere(self, number: int, statement: Statement, *, moved: bool) -> bool:
        """Whether an input is changed to see what that does, or a quantity is what the change makes it."""
        if number in self._trained and (self._trained[number] or not self._may_be_new(statement)):
            return True
        around, new = self._around, self._may_be_new(statement)
        if number in self._others:
            return True
        if new and not moved and isinstance(statement.members[0].node, Symbol) and is_past(around, number):
            return True
        if not around.silent:
            if is_trained(around, number) or is_change(around, number) or late(around, number):
                return True
            if new and (best(around, number) or is_before(around, number)):
                return True
        if not self._nudges:
            return False
        head, start = statement.members[0].node, self._around.sentence(number)[0]
        own = isinstance(head, New) and head.name in self._lexicon.inputs
        draft = self._around.drafts[number]
        end = draft.last + 1 if own else draft.first
        begin = start
        if begin and not own and follows_on(self._around.tokens, start):  # "Raise w by 0.1. Then f = 24.3"
            begin = self._sentence_before(start)
        places = self._sure_nudges if moved else self._nudges
        if _holds(places, begin, end):
            self._checks.add(start)
        return start in self._checks and (own or getattr(head, "name", "") in self._lexicon.operands)

    def _concludes(self, number: int, told: str) -> bool:
        """Whether an equation is what a supposed nudge shows: "if w grows by 0.001, J does by 0.003, so it is 3"."""
        around, before = self._around, self._around.before(number)
        start, first = around.sentence(number)[0], around.drafts[number].first
        if not _holds(self._sure_nudges, start, first):
            return self._says_how_it_changes(number, told)
        said = [word for word in around.words(start, first) if word.role in _NUDGED or bare(word.text) in SAMPLES]
        supposed = [(word.text, word.role) for word in said] == [(told, Role.CONDITION)]
        return supposed and before != [] and all(word.role in JOINING for word in before)

    def _says_how_it_changes(self, number: int, told: str) -> bool:
        """Whether a clause without a number only says what a derivative is: "how much J changes if v changes: 3"."""
        around, start = self._around, self._around.sentence(number)[0]
        said = around.tokens[start : around.drafts[number].first]
        led = next((at for at, token in enumerate(said) if token.role is Role.CONDITION and token.text == told), -1)
        head = around.drafts[number].sides[0]
        by = getattr(quantity(head, self._lexicon), "by", "")
        names = {token.node.name for token in said[led:] if token.kind == "name" and isinstance(token.node, Symbol)}
        moved = any(token.role is Role.CHANGES or bare(token.text) in CHANGES for token in said[led:])
        plain = all(token.kind in ("word", "name", "sep") for token in said)
        against = any(token.kind == "word" and token.role in _DENYING for token in said)
        return led >= 0 and plain and moved and names <= {by} and not against

    def _said_of_nudge(self, number: int) -> str:
        """Return what speaks against the nudge that an equation is concluded from: "Wrong: w goes to 2.001, ..."."""
        around, start, first = self._around, self._around.sentence(number)[0], self._around.drafts[number].first
        if not _holds(self._nudges, start, first):
            return ""
        begun = number
        while begun and around.drafts[begun - 1].first >= start:
            begun -= 1
        said = {word.text for word in around.words(start, first) if word.role is Role.CONDITION}
        told = doubt(around, begun, self._doubts) if begun < number else ""
        return "" if told in said else told

    def _sentence_before(self, start: int) -> int:
        """Return where the sentence begins before one, on whatever line."""
        tokens = self._around.tokens
        last = next((place for place in range(start - 1, 0, -1) if tokens[place].kind != "sep"), 0)
        return self._around.sentence_at(last)[0]

    def _supposes(self, number: int) -> bool:
        """Whether the sentence of an equation has words that suppose, and none that may deny."""
        around = self._around
        start, end = around.sentence(number)
        led = any(word.role is Role.CONDITION for word in around.before(number))
        clause = max(start, around.clause_start(around.drafts[number].first)) if led else start
        roles = {word.role for word in around.words(start, clause)}.difference(VAGUE)
        roles |= {word.role for word in around.words(clause, end)}
        denying = _DENYING - _COMPARED if led else _DENYING
        return not roles.isdisjoint(_SUPPOSING) and roles.isdisjoint(denying)

    def _may_be_new(self, statement: Statement) -> bool:
        head = statement.members[0].node
        return isinstance(head, New) or (isinstance(head, Symbol) and head.name in self._lexicon.inputs)

    def _rate(self, number: int) -> Node | None:
        """Return the rate that was said last, up to the end of the sentence."""
        if not self._rates:
            return None
        end = self._around.sentence(number)[1]
        return next((rate for place, rate in reversed(self._rates) if place <= end), None)

    def _circumstance(self, number: int, statement: Statement) -> bool:
        """Whether a value is only where something is, "the minimum is at x = 2", or it is "the blame of x"."""
        head, before = statement.members[0].node, self._around.before(number)
        if not isinstance(head, Symbol) or head.name not in self._lexicon.inputs:
            where = is_located if self._is_bare(statement) else is_tie
            return len(statement.members) == 2 and where(self._around, number)
        if self._is_led_by_colon(number):
            before = []  # "One step of 0.1: x = 0.8", "lr 0.1 for both: x = 0.8"
        located = bool(before) and before[-1].role is Role.FOR
        of_it = len(before) > 1 and before[-1].role is Role.OF and before[-2].role not in _UNTOLD
        return located or of_it or (self._gives(number) and bool(self._given(self._around.drafts[number])))

    def _gives(self, number: int) -> bool:
        """Whether an equation is said to give the next one: "b = 3.001 gives f = 24.003"."""
        draft = self._around.drafts[number]
        last = self._around.tokens[draft.last]
        if not draft.tokens:  # "The prediction is="
            return False
        return last.kind == "rel" and last.text == "is" and len(draft.sides) > 1 and last.start >= draft.tokens[-1].end

    def _doubt(self, number: int) -> str:
        """Return what speaks against a draft; an "or" only where nothing else does, for it may say the same again."""
        told = doubt(self._around, number, self._doubts)
        if bare(told) not in OR:
            return told
        sentence = self._around.tokens[slice(*self._around.sentence(number))]
        asked = (
            token.text
            for token in sentence
            if token.text in MARKS or (token.role in AGAINST_IT and bare(token.text) not in OR)
        )
        return doubt(self._around, number, self._doubts, but=told) or next(asked, told)

    def _told(self, draft: Draft, statement: Statement) -> tuple[Member, ...]:
        """Return the members, "local" or "direct" before a derivative taken at its word."""
        head = statement.members[0].node
        if Role.LOCAL not in self._around.roles or not isinstance(head, Derivative):
            return statement.members
        if head.by not in self._lexicon.operands.get(head.of, ()):
            return statement.members
        begin = max(self._around.clause_start(draft.first), self._around.line_start(draft.first))
        while begin < draft.first and any(place in self._around.owner for place in range(begin, draft.first)):
            begin += 1
        words = self._around.words(begin, draft.first)[-2:]
        if any(word.role is Role.LOCAL for word in words):
            member = replace(statement.members[0], node=Derivative(head.of, head.by, True))
            return member, *statement.members[1:]
        return statement.members

    def _conditions(self, number: int) -> Conditions:
        """Return the equations for inputs that "if" or "when" puts behind this one."""
        found = self._given(self._around.drafts[number - 1]) if number and self._gives(number - 1) else []
        if not self._around.ends_in_words(0) or not (found or self._may_suppose):
            return tuple(found)
        start, end = self._around.sentence(number)
        for other in range(number + 1, min(number + 4, len(self._around.drafts))):
            draft = self._around.drafts[other]
            before = self._around.before(other)
            roles = {word.role for word in before}
            apart = draft.first > end and (
                Role.CONDITION not in roles or self._leads(other)
            )  # "f = 7.76. The minimum is at x = 3", "f = 7.76. If x is 3, f = 9"
            goes_on = bool(found) and all(word.text in AND for word in before)  # "if x = 2 and z = 3"
            supposes = roles & {Role.CONDITION, Role.REASON, Role.FOR} or _is_with(before)
            if apart or not (supposes or goes_on):
                break
            found += self._given(draft)
        for other in range(number - 1, max(-1, number - NEAR), -1):
            if self._around.drafts[other].first < start:
                break
            behind = self._around.after(other)[:1]  # "w = 5 のとき"
            told = self._around.before(other) + [word for word in behind if PARTICLE.search(word.text)]
            since = any(word.role is Role.REASON and PARTICLE.search(word.text) for word in behind)  # "y = 1 なので"
            led = self._is_led_by_colon(other)
            taken = any(word.role is Role.CONDITION or (word.role is Role.FOR and not led) for word in told)
            if since or taken or (_is_with(told) and not led):
                found += self._given(self._around.drafts[other])
            if any(word.role is Role.CONDITION for word in told) and (
                pair := ruled(self._around.drafts[other], self._lexicon)
            ):
                found.append(pair)  # "if s = p + c, then ds/dp = 1", a rule that may be of no node here
        return tuple(found)

    def _is_led_by_colon(self, number: int) -> bool:
        """Whether a colon stands right before an equation: "Update with 0.2: v = -0.15, x = 2.9"."""
        before = last_seen(self._around.tokens, self._around.drafts[number].first)
        return before >= 0 and self._around.tokens[before].text == "colon"

    def _leads(self, number: int) -> bool:
        """Whether an equation stands in a sentence of its own, with a capital letter, that another one follows in."""
        start, end = self._around.sentence(number)
        first = next((token for token in self._around.tokens[start:end] if not token.edge), None)
        capital = first is not None and self._around.source[first.start : first.start + 1].isupper()
        return capital and has_equation(self._around, self._around.drafts[number].last + 1, end)

    def _given(self, draft: Draft) -> list[tuple[Node, Node]]:
        """Return the value that an equation gives an input, if it does nothing else."""
        pair = given(draft, self._lexicon)
        return [pair] if pair else []
