"""Passages: what stands behind an equation in its sentence, in brackets and in the next ones, and what leads to it.

q = 10. I made that up.        This is only a first try: q = 10        A first try

                                                                       q = 10
"""

from bisect import bisect_left
from collections.abc import Iterator

from gradbook.written.expression import Node
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.phrases.speech.others.other_answers import (
    goes_on,
    judges_false,
    keeps,
    speaks_of_answers,
    tells_of_other_answers,
)
from gradbook.written.parsing.phrases.speech.others.warnings import signed
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS
from gradbook.written.parsing.phrases.speech.sentences import written_between
from gradbook.written.parsing.phrases.speech.weighing.concepts import concepts_of
from gradbook.written.parsing.phrases.speech.weighing.scales import explains
from gradbook.written.parsing.phrases.speech.weighing.words import words_of

_PARTING = frozenset({"stop", "line", "block", "item", "soft", "colon", "comma"})  # an equation and such a sentence
_MARKS = tuple(".!?…。！？")  # behind a sentence
_LEADING = frozenset({"comma", "colon", "("})  # behind what leads to an equation
_LINES = frozenset({"line", "block", "item"})
_NAMES = frozenset({"name", "der", "new", "old"})
_TOLD_ELSEWHERE = frozenset({Role.AFTER, Role.BEFORE, Role.STEP, Role.NEW, Role.OLD, Role.NUMBER})
_JOINS = frozenset({Role.REASON, Role.LINK, Role.SAME})  # a clause to the one before it
_SENTENCES = 2  # behind an equation that are of it
_LOOKED_AT = 4  # sentences behind one about other answers


def behind(around: Surroundings, number: int) -> Iterator[str]:
    """Yield the sentences behind an equation, none of which states anything or leads to what does."""
    place = around.sentence(number)[1]
    for _ in range(_SENTENCES):
        while place < len(around.tokens) and _parts(around, place):
            place += 1
        if place == len(around.tokens) or around.tokens[place].kind == "sep":
            return
        start, end = around.sentence_at(place)
        if _states(around, start, end) or _names_another(around, number, place, end):
            return
        if tells_of_others(around, number, place, end):
            return
        text = written_between(around.tokens, place, end, around.source)
        last = all(token.kind == "sep" for token in around.tokens[end:])
        if text.endswith((":", "：")) or not (last or text.endswith(_MARKS)):
            return  # it is a label of what follows
        if not _is_answered(around, place, end):
            yield text
        place = end


def tells_of_others(around: Surroundings, number: int, start: int, end: int) -> bool:
    """Whether what stands between two places tells of another number than an equation's, which others answer.

    What follows must leave it at that: "Some answer 6. That is false.", but not "Some answer 6. They are right."
    """
    tokens, last = around.tokens, around.drafts[number].last
    said = {signed(tokens, at) for at in range(start, end) if tokens[at].kind == "num"}
    another = bool(said) and said.isdisjoint({signed(tokens, last) if tokens[last].kind == "num" else None, None})
    tells = another and tells_of_other_answers(written_between(around.tokens, start, end, around.source))
    return tells and leaves_it(around, end)


def leaves_it(around: Surroundings, place: int) -> bool:
    """Whether nothing behind a sentence about other answers, up to the next equation, says whose answer is right."""
    for _ in range(_LOOKED_AT):
        while place < len(around.tokens) and around.tokens[place].kind == "sep":
            if around.tokens[place].text == "heading":
                return True
            place += 1
        if place >= len(around.tokens):
            return True
        start, end = around.sentence_at(place)
        text = written_between(around.tokens, place, end, around.source)
        if _states(around, start, end):
            return states_named(around, start, end) and not goes_on(text)
        other = judges_false(text) or tells_of_other_answers(text)
        leads = not text.endswith(_MARKS) and end < len(around.tokens)  # a label of what follows
        harmless = keeps(text) or explains(text) or leads
        if not other and (speaks_of_answers(text) or not harmless):
            return False
        place = end
    return True


def clause_behind(around: Surroundings, number: int) -> str:
    """Return the rest of the sentence behind an equation, where no other begins in it: ", which is far too much"."""
    start, end = around.drafts[number].last + 1, around.sentence(number)[1]
    while start < end and _parts(around, start):
        start += 1
    clause = around.tokens[start:end]
    placed = {token.kind for token in clause} >= {"name", "num"} or any(
        token.role in _TOLD_ELSEWHERE for token in clause
    )
    if placed or _states(around, start, end) or not any(token.kind == "word" for token in clause):
        return ""  # other rules know of moments, points and numbers
    return written_between(around.tokens, start, end, around.source)


def is_attached(around: Surroundings, number: int) -> bool:
    """Whether the words behind an equation are of its own clause: "q = 10 for this model"."""
    place = around.drafts[number].last + 1
    while place < len(around.tokens) and around.tokens[place].edge:
        place += 1
    return place < len(around.tokens) and not _parts(around, place) and around.tokens[place].role not in _JOINS


def in_brackets(around: Surroundings, number: int) -> Iterator[str]:
    """Yield what stands in brackets behind an equation."""
    start, end = around.drafts[number].last + 1, around.sentence(number)[1]
    for place, inside in around.asides:
        told = any(token.kind in ("word", "bad", "op") for token in inside)  # "(it should be 1)" is "y = 1" by now
        if start <= place <= end and told and all(token.kind == "sep" for token in around.tokens[start:place]):
            yield written_between(inside, 0, len(inside), around.source)


def before(around: Surroundings, number: int) -> str:
    """Return the sentence before an equation, or what leads to it in its own up to a comma or a colon."""
    start, first = around.sentence(number)[0], around.drafts[number].first
    place = first - 1
    while place >= 0 and (_parts(around, place) or around.tokens[place].text == "("):
        place -= 1
    if place < 0 or around.tokens[place].kind == "sep":
        return ""
    if place >= start and not any(token.text in _LEADING for token in around.tokens[place + 1 : first]):
        return ""  # "The value is q = 10"
    start = around.sentence_at(place)[0]
    text = written_between(around.tokens, start, place + 1, around.source)
    if _is_behind_another(around, start, place, first) and not _leads_on(text):
        return ""
    of_it = not (_states(around, start, place + 1) or _names_another(around, number, start, place + 1))
    return text if of_it else ""


def _is_behind_another(around: Surroundings, start: int, place: int, first: int) -> bool:
    """Whether a sentence stands in the line of an equation before it, and of the next in none: it is said of that."""
    between = {token.text for token in around.tokens[place + 1 : first]}
    if start < 2 or around.tokens[start - 1].text != "stop" or between.isdisjoint(_LINES) or between & _LEADING:
        return False
    return has_equation(around, *around.sentence_at(start - 2))


def _is_answered(around: Surroundings, start: int, end: int) -> bool:
    """Whether a question stands between two places that doubts nothing, as `questions` has found."""
    return any(token.text in MARKS and token.role is Role.PLAIN for token in around.tokens[start:end])


def _leads_on(text: str) -> bool:
    """Whether a sentence speaks of what follows: "The next one is a guess"."""
    return any("below" in concepts for concepts in concepts_of(words_of(text)))


def _names_another(around: Surroundings, number: int, start: int, end: int) -> bool:
    """Whether quantities are named between two places, and not that of an equation, or the number of another."""
    said = around.tokens[start:end]
    own = [token.node for token in around.drafts[number].sides[0]]
    named = [token.node for token in said if token.kind in _NAMES]
    if named:
        return not any(node in own for node in named)
    numbers = {token.node for token in said if token.kind == "num"}
    if not numbers or _result(around.drafts[number]) in numbers:
        return False
    results = [_result(draft) for draft in around.drafts if draft.states]
    return not numbers.isdisjoint(results)


def _result(draft: Draft) -> Node | None:
    """Return the number with which an equation ends."""
    return draft.sides[-1][-1].node if draft.sides[-1] else None


def _parts(around: Surroundings, place: int) -> bool:
    """Whether no more than an edge or a mark stands at a place."""
    token = around.tokens[place]
    return token.kind == "sep" and token.text in _PARTING


def _states(around: Surroundings, start: int, end: int) -> bool:
    """Whether an equation stands between two places, of whatever."""
    related = any(token.kind == "rel" and token.text != "is" for token in around.tokens[start:end])
    return related or has_equation(around, start, end)


def states_named(around: Surroundings, start: int, end: int) -> bool:
    """Whether an equation of a named quantity begins between two places."""
    return any(any(token.kind in _NAMES for token in draft.sides[0]) for draft in _stated(around, start, end))


def has_equation(around: Surroundings, start: int, end: int) -> bool:
    """Whether an equation that is read begins between two places."""
    return any(True for _ in _stated(around, start, end))


def _stated(around: Surroundings, start: int, end: int) -> Iterator[Draft]:
    """Yield the equations that begin between two places."""
    begin = bisect_left(around.drafts, start, key=_first)
    for draft in around.drafts[begin : bisect_left(around.drafts, end, begin, key=_first)]:
        if draft.states:
            yield draft


def _first(draft: Draft) -> int:
    return draft.first
