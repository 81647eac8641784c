"""Cues: what the words beside an equation do to it.

    clause := cue* equation cue*        cue: denial | hedge | retraction | condition | others | context

A cue acts in its clause (up to a comma), in its sentence, or from a heading on. A word that is not known, in the
sentence of an equation, may be any of them: then a person decides.
"""

from collections.abc import Collection
from dataclasses import replace

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import Node, is_literal
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words import NO_CLAIM, Role
from gradbook.written.parsing.draft import Draft
from gradbook.written.parsing.grammar import parsed
from gradbook.written.parsing.statements import Statement

_SENTENCE = frozenset({"mark", "stop", "line", "block", "item", "heading", "struck", "row", "wide"})
_CLAUSE = _SENTENCE | {"comma", "colon", "arrow"}
_AGAINST = frozenset({Role.DENIAL, Role.BEHIND, Role.HEDGE, Role.OTHERS})
_APART = frozenset({"comma", "wide", "colon"})  # what parts an equation from a clause about it
_LEADING = frozenset({"stop", "line", "block"})  # what parts a sentence from a comment on it
_ON_ITSELF = frozenset({Role.DENIAL, Role.RETRACTION, Role.HEDGE, Role.OTHERS})
_ON_BEFORE = _ON_ITSELF - {Role.OTHERS}
_NEAR = 8  # equations of a sentence that are looked at for what they suppose
_SHORT = 8  # words of a sentence that only comments on the one before it


class Cues:
    """Reads the words around drafts.

    Args:
        tokens: the stream in which drafts have their places.
        drafts: in order.
        asides: brackets that were taken out, each with its place in the stream.
        lexicon: the exercise's.
    """

    def __init__(
        self, tokens: list[Token], drafts: list[Draft], asides: list[tuple[int, list[Token]]], lexicon: Lexicon
    ) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._drafts = drafts
        self._owner: dict[int, int] = {}
        for number, draft in enumerate(drafts):
            for place in range(draft.first, draft.last + 1):
                self._owner[place] = number
        self._asides = asides
        self._places = self._sentences()
        self._contexts = self._read_contexts()

    def statement(self, number: int, statement: Statement, previous: int | None) -> Statement:
        """Return a statement of a draft with what is said beside it.

        Args:
            number: the draft's.
            statement: what it states.
            previous: the draft of the statement before it, if any.
        """
        draft = self._drafts[number]
        context, under = self._contexts.get(number, ("", ""))
        between = self._words(self._drafts[previous].last + 1 if previous is not None else 0, draft.first)
        return replace(
            self._told(draft, statement),
            doubt=statement.doubt or under or self._doubt(number),
            retracts=any(word.role is Role.RETRACTION for word in between),
            context=context,
            conditions=self._conditions(number) if context != "after" else (),
            trailing=self._trailing(number),
        )

    def _told(self, draft: Draft, statement: Statement) -> Statement:
        """Take "local" or "direct" before a derivative at its word."""
        head = statement.members[0].node
        line = draft.first
        while line and not self._ends(line - 1) and line - 1 not in self._owner:
            line -= 1
        words = self._words(line, draft.first)[-2:]
        if (
            isinstance(head, Derivative)
            and any(word.role is Role.LOCAL for word in words)
            and head.by in self._lexicon.operands.get(head.of, ())
        ):
            member = replace(statement.members[0], node=Derivative(head.of, head.by, True))
            return replace(statement, members=(member, *statement.members[1:]))
        return statement

    def _words(self, start: int, end: int) -> list[Token]:
        return [token for token in self._tokens[start:end] if token.kind == "word"]

    # -- doubt ---------------------------------------------------------------------------------------------------------

    def _doubt(self, number: int) -> str:
        draft = self._drafts[number]
        if any(t.kind == "sep" and t.text == "mark" for t in self._tokens[max(0, draft.first - 1) : draft.first]):
            return "a mark of a list, or a sign"
        beside = [t.text for t in self._tokens[draft.last + 1 : draft.last + 4] if t.kind == "sep"]
        if "mark" in beside:
            return "a mark of a list, or a sign"
        before, after = self._before(number), self._after(number)
        for word in before:
            if word.role in NO_CLAIM and word.role is not Role.RETRACTION:
                return word.text
        for word in after[:2]:
            if word.role is Role.BEFORE:
                return word.text
            if word.role in (Role.DENIAL, Role.BEHIND, Role.HEDGE, Role.OTHERS) and not self._denies_another(
                number, after
            ):
                return word.text
        for place, inside in self._asides:
            if draft.first <= place <= draft.last + 1:
                doubts = (*NO_CLAIM, Role.BEHIND)
                told = next((t for t in inside if t.role in doubts or (t.kind == "word" and t.role is None)), None)
                others = inside and inside[0].role is Role.FOR and any(t.kind == "name" for t in inside)
                if told is not None or others:
                    return (told or inside[0]).text
        start, end, doubt = self._places[draft.last]
        doubt = doubt or self._circumstance(number, start, end) or self._supposed(number, end)
        if doubt:
            return doubt
        following = next((d.first for d in self._drafts[number + 1 :] if d.states), len(self._tokens))
        if following >= end:
            last = self._words(draft.last + 1, end)
            bare = not any(place in self._owner for place in range(draft.last + 1, end))
            if bare and last and last[0].role is Role.DENIAL:
                return last[0].text
            for word in self._words(draft.last + 1, end):
                if word.role is Role.RETRACTION:
                    return word.text
        behind = range(end - 1, max(draft.last, end - 2 * _SHORT), -1)
        closing = next((at for at in behind if at in self._owner and self._tokens[at].kind != "rel"), 0)
        own = self._comment(draft.last + 1, _APART)
        return own or (closing and self._comment(closing + 1, _APART)) or self._comment(end, _LEADING)

    def _circumstance(self, number: int, start: int, end: int) -> str:
        """Return what other circumstances a sentence puts its equation under: "if x were 2, then q = 10"."""
        first = self._tokens[start] if start < len(self._tokens) else None
        asks = first is not None and first.kind == "rel" and first.text == "is"
        if asks and self._drafts[number].first <= start + 3:
            return "a question"
        for other in range(number - 1, max(-1, number - _NEAR), -1):
            draft = self._drafts[other]
            if draft.first < start or draft.states:
                break
            words = self._words(start, draft.first)
            supposed = bool(words) and words[0].role is Role.CONDITION
            if supposed and any(token.kind == "num" for token in draft.tokens):
                return words[0].text
        return ""

    def _supposed(self, number: int, end: int) -> str:
        """Return what supposes an equation or makes it one of other numbers: "let q = 10", "q = 10 if w were 5"."""
        draft = self._drafts[number]
        at = draft.first - 1
        while at > 0 and self._tokens[at].kind == "sep" and self._tokens[at].text == "soft":
            at -= 1
        if at > 0 and self._tokens[at].text == "comma" and self._tokens[at - 1].role is Role.CONDITION:
            return self._tokens[at - 1].text  # "suppose, q = 10"
        bare = len(draft.sides) == 2 and not any(t.kind == "name" for t in draft.sides[1])
        if at >= 0 and self._tokens[at].role is Role.SUPPOSITION and bare:
            return self._tokens[at].text
        condition = ""
        behind = [t.role for t in self._tokens[draft.last + 1 : draft.last + 3]]
        for place in range(draft.last + 1 + (Role.CONDITION in behind[1:]), end):  # ", if w were 5"
            token = self._tokens[place]
            other = self._drafts[self._owner[place]] if place in self._owner else None
            if other is not None and other.states:
                break
            if token.role is Role.CONDITION:
                condition = token.text
            elif token.kind == "sep" and token.text == "comma":
                break
            elif token.role is Role.OTHERWISE:
                condition = ""
            elif condition and token.kind == "num" and other and all(t.kind != "cmp" for t in other.tokens):
                return condition
        return ""

    def _before(self, number: int) -> list[Token]:
        """Return the words of the clause before an equation."""
        words: list[Token] = []
        place = self._drafts[number].first - 1
        while place >= 0 and place not in self._owner:
            token = self._tokens[place]
            if token.kind == "sep" and (token.text in _SENTENCE or token.text == "comma"):
                break
            if token.kind == "sep" and token.text == "colon" and not any(w.role in NO_CLAIM for w in words):
                words = [*self._words(self._clause_start(place), place), *words]
                break
            if token.kind == "word":
                words.insert(0, token)
            place -= 1
        return words

    def _clause_start(self, place: int) -> int:
        while place > 0 and not (self._tokens[place - 1].kind == "sep" and self._tokens[place - 1].text in _CLAUSE):
            place -= 1
        return place

    def _after(self, number: int) -> list[Token]:
        """Return the words behind an equation, up to the end of the sentence or the next equation."""
        words: list[Token] = []
        place = self._drafts[number].last + 1
        while place < len(self._tokens):
            token = self._tokens[place]
            if place in self._owner and self._drafts[self._owner[place]].states:
                break
            if token.kind == "sep" and token.text in (*_SENTENCE, "colon"):
                break
            if token.kind == "sep" and token.text == "comma" and len(words) == 0:
                return []
            if token.kind == "word":
                words.append(token)
            place += 1
        return words

    def _denies_another(self, number: int, after: list[Token]) -> bool:
        """Whether words deny a number behind them: "6 instead of 2"."""
        last = after[-1].end if after else 0
        other = number + 1 < len(self._drafts) and not self._drafts[number + 1].states
        behind = other and self._tokens[self._drafts[number + 1].first].start >= last
        alone = all(word.role in (Role.DENIAL, Role.AGAINST, Role.OF, Role.ARTICLE) for word in after)
        return bool(behind) and alone

    def _sentences(self) -> list[tuple[int, int, str]]:
        """Return for each place where its sentence begins and ends, and a word in it that no claim is made with."""
        found: list[tuple[int, int, str]] = []
        start = 0
        for place in range(len(self._tokens) + 1):
            if place == len(self._tokens) or self._ends(place):
                words = self._words(start, place)
                doubt = next((word.text for word in words if word.role in (None, Role.OTHERS)), "")
                found += [(start, place, doubt)] * (place + 1 - start)
                start = place + 1
        return found

    def _ends(self, place: int) -> bool:
        token = self._tokens[place]
        return place not in self._owner and token.kind == "sep" and token.text in _SENTENCE

    def _comment(self, place: int, leading: Collection[str]) -> str:
        """Return what a few words behind a separator say against an equation: "Wrong!", ", which is false"."""
        begin = place
        while place < len(self._tokens) and self._tokens[place].kind == "sep" and (
            self._tokens[place].text == "soft" or self._tokens[place].text in leading
        ):  # fmt: skip
            place += 1
        if place == begin:
            return ""
        words: list[Token] = []
        introduces = False
        while place < len(self._tokens):
            token = self._tokens[place]
            if token.kind == "sep" and token.text != "soft":
                introduces = token.text == "colon"  # "Others: r = 8" is of what follows
                break
            if token.kind == "rel" and token.text == "is":  # "is what the book says"
                place += 1
                continue
            if token.kind != "word":
                return ""
            words.append(token)
            place += 1
        if not words or len(words) > _SHORT:
            return ""
        roles = _ON_BEFORE if introduces else _ON_ITSELF
        against = next((w for w in words if w.role in roles), None)
        return against.text if against is not None else ""

    # -- conditions and numbers beside --------------------------------------------------------------------------------

    def _conditions(self, number: int) -> tuple[tuple[Node, Node], ...]:
        """Return the equations for inputs that "if" or "when" puts behind this one."""
        found: list[tuple[Node, Node]] = []
        for other in range(number + 1, min(number + 4, len(self._drafts))):
            draft = self._drafts[other]
            before = self._before(other)
            if not any(word.role in (Role.CONDITION, Role.REASON, Role.FOR) for word in before):
                break
            found += self._given(draft)
        start = self._places[self._drafts[number].last][0]
        for other in range(number - 1, max(-1, number - _NEAR), -1):
            if self._drafts[other].first < start:
                break
            if any(word.role in (Role.CONDITION, Role.FOR) for word in self._before(other)):
                found += self._given(self._drafts[other])
        return tuple(found)

    def _given(self, draft: Draft) -> list[tuple[Node, Node]]:
        """Return the value that an equation gives an input, if it does nothing else."""
        if len(draft.sides) != 2 or not all(draft.sides):
            return []
        left, right = (parsed(side, self._lexicon) for side in draft.sides)
        given = isinstance(left, Symbol) and left.name in self._lexicon.inputs and is_literal(right)
        return [(left, right)] if given and left is not None and right is not None else []

    def _trailing(self, number: int) -> tuple[Node | None, ...]:
        """Return the numbers behind an equation that no sign relates to it and that may be said instead of it."""
        found: list[Node | None] = []
        passed: list[Token] = []
        seps: set[str] = set()
        place = self._drafts[number].last + 1
        for other in range(number + 1, min(number + 4, len(self._drafts))):
            draft = self._drafts[other]
            between = self._tokens[place : draft.first]
            passed += [token for token in between if token.kind == "word"]
            seps |= {token.text for token in between if token.kind == "sep"} - {"soft"}
            if draft.states:
                break
            kinds = {token.kind for token in draft.tokens}
            if "num" in kinds and "cmp" not in kinds and self._counts(passed, seps, kinds):
                found.append(None if draft.spoiled else parsed(draft.tokens, self._lexicon))
            elif seps & {"line", "stop", "block", "item", "heading"}:
                break
            place = draft.last + 1
        return tuple(found)

    def _counts(self, words: list[Token], seps: set[str], kinds: set[str]) -> bool:
        roles = {word.role for word in words}
        if roles & {Role.RETRACTION, Role.HEDGE} or any(word.text in ("no", "mean") for word in words):
            return True
        if words and roles <= {Role.RESULT, Role.ARTICLE, Role.LINK} and Role.RESULT in roles:
            return True  # "Answer: 15", in a line of its own
        if (
            not words
            and seps & {"block", "line"}
            and not seps & {"item", "heading"}
            and kinds <= {"num", "op", "group", "end"}
        ):
            return True  # a number alone in the next line
        if roles & {Role.REASON, Role.CONDITION, Role.AGAINST} or (
            words and roles <= {Role.DENIAL, Role.AGAINST, Role.OF}
        ):
            return False
        return not seps & {"line", "stop", "colon", "block", "item", "heading"}

    # -- headings -----------------------------------------------------------------------------------------------------

    def _read_contexts(self) -> dict[int, tuple[str, str]]:
        """Return for each draft what the words before it speak of, and what a heading says against it."""
        found: dict[int, tuple[str, str]] = {}
        context, against, lead = "", "", ""
        words: list[Token] = []
        heading, fresh = False, False
        for place, token in enumerate(self._tokens):
            if place in self._owner:
                number = self._owner[place]
                if number not in found and self._drafts[number].states:
                    context = _context(context, words)
                    found[number] = (context, against or lead)
                    words, heading = [], False
                continue
            if token.kind == "word":
                words.append(token)
            elif token.kind == "sep" and token.text == "heading":
                context = _context(context, words)
                words, heading, against, lead = [], True, "", ""
            elif token.kind == "sep" and token.text in ("line", "block"):
                if heading:
                    against = next(
                        (w.text for w in words if w.role in NO_CLAIM - {Role.CONDITION, Role.RETRACTION}), ""
                    )
                    context = _titled(words)
                    words, heading = [], False
                elif token.text == "block":
                    lead, fresh = (lead, False) if fresh else ("", False)
            elif token.kind == "sep" and token.text == "colon" and self._ends_line(place):
                lead = next((w.text for w in words if w.role in (Role.OTHERS, Role.DENIAL, Role.HEDGE)), "")
                fresh = True
            elif token.kind == "sep" and token.text == "stop" and context == "after":
                context = ""
        return found

    def _ends_line(self, place: int) -> bool:
        follows = self._tokens[place + 1] if place + 1 < len(self._tokens) else None
        return follows is not None and follows.kind == "sep" and follows.text in ("line", "block")


def _titled(words: list[Token]) -> str:
    roles = {word.role for word in words}
    if Role.NEW in roles or {Role.AFTER, Role.STEP} <= roles:
        return "after"
    return "slopes" if Role.SLOPES in roles else ""


def _context(before: str, words: list[Token]) -> str:
    """Return what is spoken of from here on: gradients under their heading, values after the step, or neither."""
    roles = {word.role for word in words}
    if Role.SLOPES in roles and Role.NEW not in roles:
        return "slopes"
    if {Role.AFTER, Role.STEP} <= roles:
        return "after"
    return "" if roles & {Role.VALUES, Role.NEW, Role.STEP} else before
