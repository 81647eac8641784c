"""Doubts: what the words around an equation say against it, by an ordered list of named rules.

A rule looks at one equation and what stands around it, and returns the words that make it doubtful; the first that
finds any decides. A word that is not known, in the sentence of an equation, may say anything: then a person decides.

Each says what the words do without which it finds nothing, and is asked only where one of such stands in the answer:
most answers have few words.
"""

import re
from collections.abc import Callable, Set
from functools import lru_cache
from typing import NamedTuple

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, NO_CLAIM, PARTICLE, VAGUE, Role
from gradbook.written.parsing.cues.accusations import accused
from gradbook.written.parsing.cues.behind import AGAINST, MAY, said_behind
from gradbook.written.parsing.cues.consequences import is_consequence
from gradbook.written.parsing.cues.differences import difference
from gradbook.written.parsing.cues.joined import joined
from gradbook.written.parsing.cues.made_of import function_of, made_of
from gradbook.written.parsing.cues.step_counts import after_several
from gradbook.written.parsing.cues.surroundings import SHORT, Surroundings
from gradbook.written.parsing.phrases.attributions import exemplary, of_others, of_somebody, says_somebody
from gradbook.written.parsing.phrases.negations import THAT
from gradbook.written.parsing.phrases.rhetoric import MARKS


class Rule(NamedTuple):
    """A rule for what speaks against an equation.

    Attributes:
        name: what it looks for.
        told: returns the words that make an equation doubtful, or nothing.
        needs: roles, of which a word of the answer must have one; none where it looks for something else than words.
    """

    name: str
    told: Callable[[Surroundings, int], str]
    needs: Set[Role | None] = frozenset()


_APART = frozenset({"comma", "wide", "colon"})  # what parts an equation from a clause about it
_COUNTERFACTUAL = frozenset({Role.CONDITION, Role.HEDGE, Role.DENIAL, Role.ERROR, Role.OTHER, Role.NUMBER})
_ASIDE = frozenset({None, *VAGUE, Role.PLAIN, Role.OTHER, Role.EXAMPLE, Role.SUPPOSITION})  # what comments may be of
LEADING = frozenset({"stop", "line", "block", "item"})  # what parts a sentence from a comment on it
_THROUGH = frozenset({"soft", "comma", "colon", "arrow"})  # what may stand between it and a word about it
_LONG = 3  # letters that make a word, where fewer may be a name
_FEW = 3  # words behind an equation that may say something of it
_NOTHING = frozenset({"nothing", "nichts", "rien", "nada", "niente", "nulla", "niets", "nic", "ничто"})
_NOT = ("not ", "nicht ", "pas ", "n'est ", "no ", "non ", "não ", "niet ", "nie ", "не ")
_QUESTION = 15  # tokens of one
_APOLOGY = 5  # words of a clause that doubts what follows it
NEAR = 8  # equations of a sentence that are looked at for what they suppose


def doubt(around: Surroundings, number: int) -> str:
    """Return what speaks against an equation, or nothing."""
    for rule in _asked_among(around.roles):
        if told := rule.told(around, number):
            return told
    return ""


@lru_cache(maxsize=1_000)
def _asked_among(roles: frozenset[Role | None]) -> tuple[Rule, ...]:
    """Return the rules that may find something in an answer whose words do these things."""
    return tuple(rule for rule in RULES if not rule.needs or not roles.isdisjoint(rule.needs))


def supposition(around: Surroundings, number: int) -> str:
    """Return the word that only takes an equation to be so: "let q = 10", "let r = 8 and q = 10"."""
    draft, tokens = around.drafts[number], around.tokens
    at = draft.first - 1
    while at > 0 and tokens[at].kind == "sep" and tokens[at].text == "soft":
        at -= 1
    bare = len(draft.sides) == 2 and not any(t.kind == "name" for t in draft.sides[1])
    behind = tokens[around.behind(number) :][:1]
    if bare and behind and behind[0].role is Role.SUPPOSITION and PARTICLE.search(behind[0].text):  # "q = 10 とする"
        return behind[0].text
    if at < 0 or not bare:
        return ""
    if tokens[at].role is Role.SUPPOSITION:
        return tokens[at].text
    before = around.owner.get(at - 1) if tokens[at].text in AND else None
    if before is None or around.drafts[before].last != at - 1:
        return ""
    return supposition(around, before)


def _mark(around: Surroundings, number: int) -> str:
    """A mark of a list that may be a sign."""
    if "mark" not in around.held:
        return ""
    draft = around.drafts[number]
    beside = [*around.tokens[max(0, draft.first - 1) : draft.first], *around.tokens[draft.last + 1 : draft.last + 4]]
    marked = any(token.kind == "sep" and token.text == "mark" for token in beside)
    return "a mark of a list, or a sign" if marked else ""


def _said_before(around: Surroundings, number: int) -> str:
    """ "not q = 10", "maybe q = 10"."""
    before = around.before(number)
    if before and before[-1].role is Role.AGAINST:  # "instead of q = 10"
        return before[-1].text
    if told := made_of(before):
        return told
    return next((w.text for w in before if w.role in NO_CLAIM - {Role.RETRACTION}), "")


def _doubted_before(around: Surroundings, number: int) -> str:
    """A clause of a few words that doubts all that follows in its sentence: "maybe, q = 10", "not sure, but q = 10"."""
    words: list[Token] = []
    for place in range(around.sentence(number)[0], around.drafts[number].first):
        token = around.tokens[place]
        if place in around.owner:
            if any(around.drafts[around.owner[place]].sides):
                return ""
            continue  # a lone verb
        if token.kind == "sep" and token.text == "comma":
            verb = place + 1 < len(around.tokens) and around.tokens[place + 1].kind == "rel"  # "a mistake - is q = 10"
            roles = (Role.HEDGE, Role.DENIAL) if verb else (Role.HEDGE,)
            supposing = bool(words) and words[0].role is Role.CONDITION
            if supposing and (told := next((w.text for w in words[1:] if w.role in _COUNTERFACTUAL), "")):
                return told
            if len(words) <= _APOLOGY and (told := next((w.text for w in words if w.role in roles), "")):
                return told
            words = []
        elif token.kind == "word":
            words.append(token)
    return ""


def _goes_on(around: Surroundings, number: int) -> str:
    """A sign right behind the mathematics that it stands in: "$$q = 10$$ - nope", "$q = 10$ (×)"."""
    place = around.behind(number)
    signs = around.tokens[place : place + 3]
    if place == around.drafts[number].last + 1 or not signs:
        return ""
    bracketed = [token.kind for token in signs] == ["open", "op", "close"]
    return signs[0].text if signs[0].kind == "op" else signs[1].text if bracketed else ""


def _labelled(around: Surroundings, number: int) -> str:
    """An unknown word in mathematics, with a colon before the equation."""
    if not number or around.drafts[number - 1].states:
        return ""
    before, draft = around.drafts[number - 1], around.drafts[number]
    between = {token.text for token in around.tokens[before.last + 1 : draft.first] if token.text != "soft"}
    unknown = [token.text for token in before.tokens if token.kind == "bad" and len(token.text) >= _LONG]
    return unknown[0] if unknown and between == {"colon"} else ""


def _said_aside(around: Surroundings, number: int) -> str:
    """ "q = 10 (wrong)", "q = 10 (for w = 7)"."""
    if not around.asides:
        return ""
    draft, behind = around.drafts[number], around.behind(number)
    for place, inside in around.remarks:
        own = behind < place <= SHORT + behind and around.alone(behind, place)  # "(wrong)" in the next line
        if draft.first <= place <= behind or own:
            words = [t for t in inside if t.kind == "word" and not (t.text == "skip" and place <= draft.last)]  # a path
            if words and words[0].role is Role.CONDITION and any(t.role is Role.CHANGES for t in words[1:]):
                words = [t for t in words[1:] if t.role not in MAY]  # "(if v goes up by 0.001, J would go up)"
            told = next((w.text for w in words if w.role is None or w.role in NO_CLAIM | {Role.BEHIND}), "")
            told = "" if told and is_consequence(draft.sides[0], inside) else told
            told = told or of_others(inside) or exemplary(words) or says_somebody(words)
            if [t.role for t in inside] == [Role.ERROR]:
                return inside[0].text
            others = inside and inside[0].role is Role.FOR and any(t.kind == "name" for t in inside)
            others = others or all(t.role in VAGUE for t in inside)
            if told or others:
                return told or inside[0].text
    return ""


def _judged(around: Surroundings, number: int) -> str:
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


def _vague_that(around: Surroundings, number: int) -> str:
    """A word of which no more is known that says what "that" leads to: "it is bogus that q = 10"."""
    for place in range(around.near(number)[0], around.drafts[number].first - 1):
        token, behind = around.tokens[place], around.tokens[place + 1 : place + 3]
        that = [word.text in THAT for word in behind]
        if (token.role in VAGUE and that[0]) or (token.text.startswith(_NOT) and any(that)):
            return token.text  # "it is not needed that q = 10"
        if token.text in _NOTHING and that[-1]:  # "nothing says that q = 10"
            return token.text
    return ""


def _by_somebody(around: Surroundings, number: int) -> str:
    """What somebody has, gets or says: "Bob gets q = 10", "Bob's result: q = 10", "q = 10, says Bob"."""
    draft = around.drafts[number]
    start = around.clause_start(draft.first)
    if told := of_somebody(around.words(start, draft.first)) or of_somebody(around.before(number)):
        return told
    behind = around.words(draft.last + 1, around.sentence(number)[1])
    return says_somebody(behind) if len(behind) <= SHORT else ""


def _questioned(around: Surroundings, number: int) -> str:
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


def _all_denied(around: Surroundings, number: int) -> str:
    """A later sentence that denies all that was said: "All of these are wrong."."""
    return next((told for place, told in around.denials if place >= around.sentence(number)[1]), "")


def _announced(around: Surroundings, number: int) -> str:
    """Return what a sentence before it says against all that follows: "The following is false."."""
    return around.announced(number)


def _example(around: Surroundings, number: int) -> str:
    """ "Example: q = 10", "for example, q = 10"; "in this example we find q = 10" speaks of the exercise itself."""
    told = exemplary(around.lead(number))
    return "" if told and around.titles_several(around.drafts[number].first - 1) else told


def _unknown(around: Surroundings, number: int) -> str:
    """A word in its sentence that is not known, or that speaks of others."""
    return around.unclear(number)


def _strange(around: Surroundings, number: int) -> str:
    """A word of no language that is known, right before it or right behind it."""
    draft, tokens = around.drafts[number], around.tokens
    before, behind = range(draft.first - 1, -1, -1), range(draft.last + 1, len(tokens))
    for places in (before, behind):
        beside = next((at for at in places if tokens[at].kind != "sep" or tokens[at].text not in _THROUGH), None)
        if beside is not None and tokens[beside].role is Role.STRANGE and not around.is_passed(beside):
            return tokens[beside].text
    return ""


def _asked(around: Surroundings, number: int) -> str:
    """ "Is q = 10?"."""
    start = around.sentence(number)[0]
    first = around.tokens[start] if start < len(around.tokens) else None
    asks = first is not None and first.kind == "rel" and first.text == "is" and first.role is None
    return "a question" if asks and around.drafts[number].first <= start + 3 else ""


def _circumstance(around: Surroundings, number: int) -> str:
    """Return what other circumstances a sentence puts its equation under: "if x were 2, then q = 10"."""
    start = around.sentence(number)[0]
    for other in range(number - 1, max(-1, number - NEAR), -1):
        draft = around.drafts[other]
        if draft.first < start:
            break
        if draft.states:  # "if x were 3, q = 15 and r = 8"
            continue
        words = around.words(start, draft.first)
        supposed = bool(words) and words[0].role is Role.CONDITION
        if supposed and any(token.kind == "num" for token in draft.tokens):
            return words[0].text
    return ""


def _condition(around: Surroundings, number: int) -> str:
    """What makes it an equation of other numbers: "suppose, q = 10", "q = 10 if w were 5"."""
    draft, tokens = around.drafts[number], around.tokens
    at = draft.first - 1
    while at > 0 and tokens[at].kind == "sep" and tokens[at].text == "soft":
        at -= 1
    if at > 0 and tokens[at].text == "comma" and tokens[at - 1].role is Role.CONDITION:
        return tokens[at - 1].text
    end = around.sentence(number)[1]
    if all(word.role is not Role.CONDITION for word in around.words(draft.last + 1, end)):
        return ""
    condition, compared = "", False
    begin = around.behind(number)
    behind = [t.role for t in tokens[begin : begin + 2]]
    for place in range(begin + (Role.CONDITION in behind[1:]), end):  # ", if w were 5"
        token = tokens[place]
        other = around.drafts[around.owner[place]] if place in around.owner else None
        if other is not None and other.states:
            break
        if token.role is Role.CONDITION:
            condition = token.text
        elif token.kind == "sep" and token.text == "comma":
            break
        elif token.role is Role.OTHERWISE:
            if condition and not compared:
                return condition  # "if I am right, else 11"
            condition = ""
        elif token.kind == "cmp":
            compared = True
        elif condition and token.kind == "num" and other and all(t.kind != "cmp" for t in other.tokens):
            return condition
    return ""


def _said_at_the_end(around: Surroundings, number: int) -> str:
    """What the end of its sentence says of the last equation in it: "q = 10 is what I had, sorry"."""
    draft, end = around.drafts[number], around.sentence(number)[1]
    words = around.words(draft.last + 1, end)
    if not words or any(d.states and d.first < end for d in around.drafts[number + 1 :]):
        return ""
    bare = not any(place in around.owner for place in range(draft.last + 1, end))
    if bare and words[0].role is Role.DENIAL:
        return words[0].text
    return next((word.text for word in words if word.role is Role.RETRACTION), "")


def _commented(around: Surroundings, number: int) -> str:
    """A clause or sentence behind it that only comments on it: "q = 10, which is false", "q = 10. Wrong!"."""
    draft, end = around.drafts[number], around.sentence(number)[1]
    if not around.ends_in_words(draft.last + 1):
        return ""
    behind = range(end - 1, max(draft.last, end - 2 * SHORT), -1)
    closing = next((at for at in behind if at in around.owner and around.tokens[at].kind != "rel"), 0)
    own = around.comment(draft.last + 1, _APART)
    return own or (around.comment(closing + 1, _APART) if closing else "") or around.comment(end, LEADING)


def _taken_up(around: Surroundings, number: int) -> str:
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
            if token.kind == "num" and not (place in around.owner and around.drafts[around.owner[place]].states)
        ]
        again = any(token.node == value and (start <= behind + 1 or _counts(token.text)) for token in loose)
        if again and len({token.text for token in around.tokens[start:end] if token.kind == "num"}) > 1:
            return hedged
    return ""


def _counts(text: str) -> bool:
    """Whether a number is written with two digits at least, so that it is hardly another by chance."""
    return len(re.sub(r"\D", "", text).strip("0")) > 1


RULES = [
    Rule("a mark of a list, or a sign", _mark),
    Rule("a function of it", function_of, {Role.OF}),
    Rule("said before it", _said_before, NO_CLAIM | {Role.AGAINST, Role.PART, Role.BEHIND}),
    Rule("doubted before it", _doubted_before, {Role.HEDGE, Role.DENIAL, Role.CONDITION}),
    Rule("joined to one that is denied", joined(_said_before), {Role.DENIAL, Role.HEDGE}),
    Rule("called an error", accused, {Role.ERROR, Role.DENIAL, Role.RETRACTION, Role.PLAIN, *VAGUE}),
    Rule("a difference", difference, {Role.PLAIN, Role.ASPECT, Role.FOR, *VAGUE}),
    Rule("said behind it", said_behind, NO_CLAIM | AGAINST | {Role.BEFORE}),
    Rule("a sign behind its mathematics", _goes_on),
    Rule("an unknown label in mathematics", _labelled),
    Rule("said in brackets", _said_aside),
    Rule("a few words that may judge it", _judged, {*VAGUE}),
    Rule("a word that may judge what follows", _vague_that, {*VAGUE, Role.PLAIN}),
    Rule("what somebody has", _by_somebody, {None, *VAGUE, Role.PLAIN}),
    Rule("all of it denied later", _all_denied, {Role.DENIAL}),
    Rule("announced as no claim", _announced, {Role.OTHERS, Role.OTHER, *AGAINST}),
    Rule("an example", _example, {Role.EXAMPLE}),
    Rule("an unknown word in its sentence", _unknown, {None, Role.OTHERS, Role.OTHER}),
    Rule("a strange word beside it", _strange, {Role.STRANGE}),
    Rule("a question", _asked),
    Rule("other circumstances", _circumstance, {Role.CONDITION}),
    Rule("a supposition", supposition, {Role.SUPPOSITION}),
    Rule("after several steps", after_several, {Role.AFTER, Role.BY}),
    Rule("a condition", _condition, {Role.CONDITION}),
    Rule("said at the end of its sentence", _said_at_the_end, {Role.DENIAL, Role.RETRACTION}),
    Rule("a comment on it", _commented, NO_CLAIM | AGAINST | _ASIDE),
    Rule("one of several later", _taken_up, {Role.HEDGE}),
    Rule("a question behind it", _questioned, {Role.DENIAL}),
]
