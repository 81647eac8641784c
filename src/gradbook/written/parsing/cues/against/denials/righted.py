"""Righted: another number that is said to be the right one: "q = 10, while the right value is 12", "but it must be 12".

A number that its subject makes one of something else, "the true label is 1", says nothing.
"""

from gradbook.graph.expression import Number
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role, bare
from gradbook.written.parsing.cues.against.denials.denying import ANSWERS, HOLDS
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.grammar.edges import past_number, seen
from gradbook.written.parsing.phrases.speech.seeming_doubts.opinions import BUT, TRUE, is_target

_IT = frozenset({"it", "that", "this", "es", "das", "il", "elle", "ce", "esto", "eso", "isto", "isso", "questo", "het"})
_RIGHT = HOLDS | TRUE
_SPOKEN = frozenset({"word", "sep"})
_PARTS = frozenset({"block", "heading", "item"})
_SUBJECT = 8  # words of it
_CLAUSE = 24  # tokens of one that ends with another number


def righted(around: Surroundings, number: int) -> str:
    """Return the word that calls another number the right one, behind an equation and before the next."""
    draft, tokens = around.drafts[number], around.tokens
    others = (other.first for other in around.drafts[number + 1 :] if other.states)
    end = next((first for first in others if tokens[first].kind != "rel"), len(tokens))
    end = min(end, around.sentence(number)[1])
    if told := _further_on(around, number) or _at_the_end(around, number):
        return told
    said: list[Token] = []
    for place in range(draft.last + 1, end):
        token = tokens[place]
        if token.kind == "word":
            said.append(token)
        elif (token.kind, token.text) == ("rel", "is"):
            told = _right_one(said) if _is_another(tokens, place + 1, draft.last) else ""
            return "" if told and is_target(tokens, draft.last + 1, place + 1) else told
        elif token.kind == "sep" and token.text == "comma":
            said = []
        elif not token.edge:
            return ""
    return ""


def _further_on(around: Surroundings, number: int) -> str:
    """Return "it" or "should", where nothing but words stands before another number: "... for the mess. It is 12"."""
    draft, tokens = around.drafts[number], around.tokens
    end = next((at for at in range(draft.last + 1, len(tokens)) if tokens[at].kind not in _SPOKEN), len(tokens))
    if (
        end == len(tokens)
        or (tokens[end].kind, tokens[end].text) != ("rel", "is")
        or not _is_another(tokens, end + 1, draft.last)
    ):
        return ""
    if any(token.text in _PARTS for token in tokens[draft.last + 1 : end]):
        return ""
    before = tokens[end - 1]
    own = before.text == "it" or bare(before.text) in _IT or (tokens[end].role is Role.RESULT and before.kind == "sep")
    ends = end + 2 >= len(tokens) or tokens[end + 2].kind in _SPOKEN
    return around.source[tokens[end].start : tokens[end].end] if own and ends else ""


def _at_the_end(around: Surroundings, number: int) -> str:
    """Return the "but" behind an equation whose sentence ends with another number: ", but it must go down: -3.08"."""
    draft, tokens = around.drafts[number], around.tokens
    comma, end = seen(tokens, draft.last + 1), around.sentence(number)[1]
    if comma + 1 >= end or tokens[comma].text != "comma" or bare(tokens[comma + 1].text) not in BUT:
        return ""
    leads = (
        at for at in range(comma + 2, min(end, comma + _CLAUSE)) if tokens[at].text == "colon" or _is_so(tokens, at)
    )
    lead = next(leads, end)
    words = all(token.kind in _SPOKEN or token.text == "is" for token in tokens[comma + 1 : lead])
    alone = lead < end and seen(tokens, past_number(tokens, seen(tokens, lead + 1))) >= end
    words = words and not is_target(tokens, comma + 1, lead)
    return tokens[comma + 1].text if words and alone and _is_another(tokens, lead + 1, draft.last) else ""


def _is_so(tokens: list[Token], at: int) -> bool:
    """Whether a word leads to a number: "so 0.76"."""
    behind = seen(tokens, at + 1)
    return tokens[at].role is Role.LINK and past_number(tokens, behind) > 0


def _right_one(said: list[Token]) -> str:
    """Return what calls a subject the right value: a word that says so, or a "but" before what stands for it."""
    texts = [bare(token.text) for token in said]
    known = _RIGHT | BUT | ANSWERS | _IT | AND
    subject = not _RIGHT.union(BUT).isdisjoint(texts) and not ANSWERS.union(_IT).isdisjoint(texts)
    if not subject or len(said) > _SUBJECT:
        return ""
    if any(text not in known and token.role is not Role.ARTICLE for text, token in zip(texts, said, strict=True)):
        return ""
    return next((t.text for t, text in zip(said, texts, strict=True) if text in _RIGHT or text in BUT), "")


def _is_another(tokens: list[Token], at: int, last: int) -> bool:
    """Whether a number at a place is not the one that an equation ends with."""
    end = past_number(tokens, seen(tokens, at))
    one, other = (tokens[place].node for place in (end - 1, last))
    return bool(end) and isinstance(one, Number) and one != other
