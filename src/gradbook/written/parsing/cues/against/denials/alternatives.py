"""Alternatives: a question behind an equation of whether it is another: "= 6 ... or does w go there, 3 * 5 = 15?"."""

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.lexing.words.lists.conjunctions import OR
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS

_BETWEEN = frozenset({"stop", "line", "comma", "soft"})
_LEAD = 3  # words of a question, one of which may make it one of an alternative
_LEADS = frozenset({Role.HEDGE, Role.DENIAL, Role.OTHERWISE})


def asked_instead(around: Surroundings, number: int) -> str:
    """A question behind it that asks for something else: "= 6 ... or does w go there?", "= 6. Is it x or w?"."""
    tokens, draft = around.tokens, around.drafts[number]
    place = draft.last + 1
    while place < len(tokens) and (
        (tokens[place].kind == "sep" and tokens[place].text in _BETWEEN) or tokens[place].text == "¿"
    ):
        place += 1
    end = around.sentence_at(place)[1] if place < len(tokens) else place
    mark = next((token for token in tokens[place:end] if token.kind == "word" and token.text in MARKS), None)
    if mark is None or not draft.states:
        return ""
    others = [one for one in around.drafts[number + 1 :] if place <= one.first < end and one.states]
    if any(_is_named(one) and one.head != draft.head for one in others):
        return ""  # "q = 10. Or is r = 8?"
    if draft.begins_with_slope and _is_of_two(tokens[place:end]):
        return mark.text
    if mark.role is not Role.DENIAL:
        return ""
    begin = [token for token in tokens[place : place + _LEAD] if token.text not in MARKS]
    if [token.role for token in begin[:1]] in ([Role.FOR], [Role.BY]) and begin[1:] and begin[1].name:
        return ""  # "df/dx = -4. For y I hesitate, -4 or 4?"
    lead = (token for token in begin if token.role in _LEADS or bare(token.text) in OR)
    other = any(one.sides[-1][-1:] != draft.sides[-1][-1:] for one in others if one.sides[-1])
    return next((token.text for token in lead), mark.text if other else "")


def _is_named(draft: Draft) -> bool:
    """Whether an equation is of a quantity, and no calculation alone."""
    return any(token.node is not None and token.kind != "num" for token in draft.sides[0])


def _is_of_two(question: list[Token]) -> bool:
    """Whether a question names quantities on both sides of an "or"."""
    named = [at for at, token in enumerate(question) if token.name]
    parts = (at for at in range(len(question)) if question[at].kind == "word" and bare(question[at].text) in OR)
    leads = (at for at in parts if any(one.name for one in question[at + 1 : at + _LEAD] if not one.edge))
    return named != [] and any(named[0] < at < named[-1] for at in leads)
