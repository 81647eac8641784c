"""Afterwards: what is said of an equation once it is written, in its sentence and in later ones.

q = 10 is bogus        q = 10. Wrong!        q = 10. Why is that not 11?        q = 10 is what I had, sorry
"""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import AGAIN
from gradbook.written.lexing.words.dictionary import AND, VAGUE, Role, bare, bare_words
from gradbook.written.lexing.words.lists.each import EACH
from gradbook.written.lexing.words.lists.prepositions import WITH
from gradbook.written.parsing.cues.against.derived.made_of import SLOPES
from gradbook.written.parsing.cues.around.passages import has_equation, tells_of_others
from gradbook.written.parsing.cues.around.surroundings import SHORT, Surroundings
from gradbook.written.parsing.grammar.edges import last_seen, past_number
from gradbook.written.parsing.phrases.speech.others.other_answers import only_tells_of_mistake
from gradbook.written.parsing.phrases.speech.remarks import is_negation
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS
from gradbook.written.parsing.phrases.speech.sentences import written_between

_APART = frozenset({"comma", "wide", "colon", "arrow"})  # what parts an equation from a clause about it
_FEW = 3  # words behind an equation that may say something of it
_QUESTION = 15  # tokens of one
_SETS = frozenset({Role.FOR, Role.CONDITION, Role.SUPPOSITION, Role.VALUES, Role.REASON})
ADDS = regex(  # a label of what was left out, and comes now: "forgot: dE/dt = 2"
    r"\W*(?:oh,? |ah,? |oops,? )?(?:i |also |ich |habe |hab |j'ai |he |ho |eu )*(?:forgot|forgotten|vergessen|oublié"
    r"|olvidé|olvidado|esqueci|dimenticato|vergeten|zapomniałem|zapomniałam|glömde|забыл|забыла)"
    r"(?: one| this one| to write| eins| noch| une| una| uno| uma| um)?\s*:",
    re.IGNORECASE,
)
LEADING = frozenset({"stop", "line", "block", "item"})  # what parts a sentence from a comment on it
_SEVERAL = EACH | bare_words("first pair other erste ersten paar première primero prima andere autre otro outro altro")


def judged(around: Surroundings, number: int) -> str:
    """Few words right behind it, of which one is known to be a word and no more: "q = 10 is bogus"."""
    draft = around.drafts[number]
    words: list[Token] = []
    for place in range(draft.last + 1, len(around.tokens)):
        token = around.tokens[place]
        if place in around.owner or (token.kind == "sep" and token.text != "soft"):
            break
        words += [token] if token.kind == "word" else []
    told = next((word.text for word in words if word.role in VAGUE), "")
    last = around.tokens[draft.last]
    if told and last.kind == "rel" and last.text == "is":
        return told  # "q = 10 is bogus for this graph"
    goes_on = len(words) > 1 and words[0].text in AND  # "q = 10 and we pass it on"
    return told if len(words) <= _FEW and not goes_on else ""


def questioned(around: Surroundings, number: int) -> str:
    """A question behind its sentence that names nothing: "q = 10. Why is that not 11?"."""
    place = around.sentence(number)[1]
    while place < len(around.tokens) and around.ends(place) and around.tokens[place].text in ("stop", "line"):
        place += 1
    for at in range(place, min(place + _QUESTION, len(around.tokens))):
        token = around.tokens[at]
        if around.ends(at) or (token.node is not None and token.kind != "num"):
            return ""
        if token.text in MARKS and token.role is Role.DENIAL:
            return token.text
    return ""


def said_at_the_end(around: Surroundings, number: int) -> str:
    """What the end of its sentence says of the last equation in it: "q = 10 is what I had, sorry"."""
    draft, end = around.drafts[number], around.sentence(number)[1]
    words = around.words(draft.last + 1, end)
    if not words or has_equation(around, draft.last + 1, end):
        return ""
    if len(words) == 1 and bare(words[0].text) in AGAIN:
        return ""  # "and dL/db is 0.668 again"
    alone = not any(place in around.owner for place in range(draft.last + 1, end))
    if alone and words[0].role is Role.DENIAL:
        return words[0].text
    return next((word.text for word in words if word.role is Role.RETRACTION), "")


def stopped(around: Surroundings, number: int) -> str:
    """A next sentence in its line that stops it with another number: "df/dq = 2.. no wait 0"."""
    end = around.sentence(number)[1]
    if any(draft.states and draft.last < end for draft in around.drafts[number + 1 : number + 2]):
        return ""
    behind = [token for token in around.tokens[end : end + 2 * _FEW] if not (token.edge or token.text == "stop")]
    first, second = (behind + 2 * [Token("sep", "line", 0, 0)])[:2]
    stops = {first.role, second.role} == {Role.DENIAL, Role.RETRACTION}
    return second.text if stops and past_number(behind, 2) else ""


def commented(around: Surroundings, number: int) -> str:
    """A clause or sentence behind it that only comments on it: "q = 10, which is false", "q = 10. Wrong!"."""
    draft, end = around.drafts[number], around.sentence(number)[1]
    if not around.ends_in_words(draft.last + 1):
        return ""
    behind = range(end - 1, max(draft.last, end - 2 * SHORT), -1)
    closing = next((at for at in behind if at in around.owner and around.tokens[at].kind != "rel"), 0)
    slope = bool(draft.sides[0]) and draft.sides[0][0].kind in SLOPES
    own = around.comment(draft.last + 1, _APART, slope=slope)
    begin, stop = around.sentence_behind(end)
    if not own and tells_of_others(around, number, begin, stop):
        return ""
    text = written_between(around.tokens, begin, stop, around.source) if begin < stop else ""
    if not own and ADDS.match(text):
        return ""
    if not own and only_tells_of_mistake(text, around.tokens[begin:stop]):
        return ""  # "COMMON MISTAKES", above some
    own = own or (around.comment(closing + 1, _APART) if closing else "")
    if not own and _corrects_another(around, number, begin, stop):
        return ""
    return own or around.comment(end, LEADING, slope=slope)


def _corrects_another(around: Surroundings, number: int, start: int, end: int) -> bool:
    """Whether a sentence corrects an equation before this one: "dL/dw = 5, dL/db = 2. Correction: ... dL/dw = 6"."""
    tokens = around.tokens[start:end]
    sign = next((at for at, token in enumerate(tokens) if token.text in ("colon", "comma")), 0)
    label = [token for token in tokens[:sign] if not token.edge]
    if not label or any(token.kind != "word" or token.role is not Role.RETRACTION for token in label):
        return False
    if not any(draft.states and start <= draft.first < end for draft in around.drafts):  # "Edit: I forgot x. So ..."
        end = around.sentence_behind(end)[1]
    within = [draft for draft in around.drafts[number + 1 :] if draft.states and start <= draft.first < end]
    behind = around.tokens[within[-1].last + 1 : around.sentence_behind(end)[1]] if within else []
    led = around.words(start + sign, within[0].first) if within else []
    if any(token.kind in ("word", "num") for token in behind) or any(
        word.role in _SETS or bare(word.text) in WITH for word in led
    ):
        return False  # "so everything behind it changes", "with dL/de = 4 it is 12"
    corrected = [draft.head for draft in within]
    told = [draft.head for draft in around.drafts[:number] if draft.states]
    return bool(corrected) and around.drafts[number].head not in corrected and all(one in told for one in corrected)


def taken_up(around: Surroundings, number: int) -> str:
    """A later sentence that says its number again as one of several, or not for sure: "So either 6.5 or 13.375"."""
    result = around.drafts[number].sides[-1]
    value = result[-1].node if result and result[-1].kind == "num" else None
    if value is None:
        return ""
    behind = around.sentence(number)[1]
    for start, end, hedged in around.hedged:
        if start < behind:
            continue
        loose = [
            token
            for place, token in enumerate(around.tokens[start:end], start)
            if token.kind == "num" and not _is_stated(around, place) and not _is_contrasted(around, place)
        ]
        again = any(token.node == value and (start <= behind + 1 or _counts(token.text)) for token in loose)
        others = len({token.text for token in around.tokens[start:end] if token.kind == "num"}) > 1
        if again and others and (_is_of_several(around, start, end) or not _said_since(around, number, start)):
            return hedged
    return ""


def _is_of_several(around: Surroundings, start: int, end: int) -> bool:
    """Whether a sentence speaks of more than one equation: "either 3 or 4 for both", but not "one of both"."""
    said = around.words(start, end)
    led = zip([*said[:1], *said], said, strict=False)
    return any(bare(word.text) in _SEVERAL and lead.role is not Role.OF for lead, word in led)


def _said_since(around: Surroundings, number: int, end: int) -> bool:
    """Whether a later equation before a place has the same result, so that what is said there is of that one."""
    result = around.drafts[number].sides[-1][-1].node
    later = (draft for draft in around.drafts[number + 1 :] if draft.states and draft.last < end)
    return any(draft.sides[-1] and draft.sides[-1][-1].node == result for draft in later)


def _is_stated(around: Surroundings, place: int) -> bool:
    return place in around.owner and around.drafts[around.owner[place]].states


def _is_contrasted(around: Surroundings, place: int) -> bool:
    """Whether an equation fails to give a number: the 3 of "but then r / q = 2, and not 3"."""
    before = last_seen(around.tokens, place)
    if before >= 0 and around.tokens[before].kind == "op":
        before = last_seen(around.tokens, before)
    if before < 0 or not (around.tokens[before].role is Role.AGAINST or is_negation(around.tokens[before])):
        return False
    other = last_seen(around.tokens, before)
    other = last_seen(around.tokens, other) if other >= 0 and around.tokens[other].text == "comma" else other
    return other >= 0 and _is_stated(around, other)


def _counts(text: str) -> bool:
    """Whether a number is written with two digits at least, so that it is hardly another by chance."""
    return len(re.sub(r"\D", "", text).strip("0")) > 1
