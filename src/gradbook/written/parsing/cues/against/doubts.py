"""Doubts: what the words around an equation say against it, by an ordered list of named rules.

A rule looks at one equation and what stands around it, and returns the words that make it doubtful; the first that
finds any decides. A word that is not known, in the sentence of an equation, may say anything: then a person decides.

Each says without what it finds nothing, and is asked only where some of that stands in the answer: most answers have
few words, or none.
"""

from collections.abc import Callable, Sequence, Set
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import NO_CLAIM, VAGUE, Role, bare, bare_words
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.parsing.cues.against.adopted import adopted
from gradbook.written.parsing.cues.against.bracketed import said_aside
from gradbook.written.parsing.cues.against.circumstances import circumstance, condition, supposition
from gradbook.written.parsing.cues.against.corrections import corrected, corrected_below, replaced
from gradbook.written.parsing.cues.against.denials.accusations import accused
from gradbook.written.parsing.cues.against.denials.afterwards import (
    commented,
    judged,
    questioned,
    said_at_the_end,
    stopped,
    taken_up,
)
from gradbook.written.parsing.cues.against.denials.alternatives import asked_instead
from gradbook.written.parsing.cues.against.denials.behind import AGAINST, OPERATIONS, operated, said_behind, summed
from gradbook.written.parsing.cues.against.denials.believed import believed
from gradbook.written.parsing.cues.against.denials.charged import all_charged, charged
from gradbook.written.parsing.cues.against.denials.joined import asked, joined, last_joined
from gradbook.written.parsing.cues.against.denials.righted import righted
from gradbook.written.parsing.cues.against.denials.struck_out import bracketed, struck_out
from gradbook.written.parsing.cues.against.denials.unheard import unheard
from gradbook.written.parsing.cues.against.derived.differences import difference
from gradbook.written.parsing.cues.against.derived.made_of import (
    function_of,
    is_led,
    made_of,
    multiple_of,
    scaled,
)
from gradbook.written.parsing.cues.against.derived.operands import operand
from gradbook.written.parsing.cues.against.derived.unfinished import unfinished
from gradbook.written.parsing.cues.against.openings import opened
from gradbook.written.parsing.cues.against.other_tasks import of_another_task
from gradbook.written.parsing.cues.against.step_counts import after_several
from gradbook.written.parsing.cues.against.voices import voice
from gradbook.written.parsing.cues.around.surroundings import SHORT, Surroundings
from gradbook.written.parsing.cues.around.worked_out import labels_several, titles_several
from gradbook.written.parsing.grammar.edges import last_seen, seen
from gradbook.written.parsing.phrases.speech.attributions import exemplary, of_somebody, says_somebody
from gradbook.written.parsing.phrases.speech.seeming_doubts.negations import THAT
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS
from gradbook.written.parsing.phrases.speech.set_aside import set_aside, was_attempt
from gradbook.written.parsing.phrases.worked.gates import GATES
from gradbook.written.tracing.trace import found_by, said


class Rule(NamedTuple):
    """A rule for what speaks against an equation.

    Attributes:
        name: what it looks for.
        told: returns the words that make an equation doubtful, or nothing.
        needs: kinds, texts and roles of tokens, of which one at least must be there; "aside" for anything in brackets.
    """

    name: str
    told: Callable[[Surroundings, int], str]
    needs: Set[str | Role | None]


_ASIDE = frozenset({  # what comments may be of
    None, *VAGUE, Role.PLAIN, Role.OTHER, Role.OTHERWISE, Role.EXAMPLE, Role.SUPPOSITION,
})  # fmt: skip
MARKED = "a mark of a list, or a sign"
_THROUGH = frozenset({"soft", "comma", "colon", "arrow"})  # what may stand between it and a word about it
_LONG = 3  # letters that make a word, where fewer may be a name
_NOTHING = frozenset({"nothing", "nichts", "rien", "nada", "niente", "nulla", "niets", "nic", "ничто"})
_NOT = ("not ", "nicht ", "pas ", "n'est ", "no ", "non ", "não ", "niet ", "nie ", "не ")
_UNLIKE = frozenset("≠≉")
_SAYING = frozenset({"word", "aside"})
_IN_BRACKETS = frozenset({"aside"})
_SUPPOSED = frozenset({  # behind "if", and no value of the exercise: "if b were not 2"
    Role.CONDITION, Role.HEDGE, Role.DENIAL, Role.ERROR, Role.OTHER, Role.NUMBER,
})  # fmt: skip
_DENIED = frozenset({Role.DENIAL, Role.RETRACTION, Role.OTHERS})
_ORDINALS = frozenset({"third", "fourth", "fifth", "sixth", "tercero", "quarto", "terzo"})  # "Third: dJ/du = 3"
_TIMES = frozenset({Role.BEHIND, Role.PART})  # "used twice:"
_SIZES, _OF_STEPS = (Role.PART, Role.BEHIND), (Role.STEP, Role.RATE)
_MY = bare_words("my mein mon mi mijn meu mio mitt min moja moje mój mou má моя моей мой virheeni")
_WRITES = bare_words(
    "write writing put putting wrote schreiben schrieb écrire écrit mettre escribir escribí poner puse scrivere "
    "escrever colocar escrevi skriva skrev schrijven napisać napisałem napsal napsala napsat написать написал написала"
)
_LABEL = 2  # words of one before a dash
_APOLOGY = 5  # words of a clause that doubts what follows it


def asked_in(around: Surroundings) -> tuple[Rule, ...]:
    """Return the rules that may find something in an answer."""
    held = _NEEDED & around.held
    return _asked_among(held | _IN_BRACKETS if around.asides else held)


def doubt(around: Surroundings, number: int, rules: Sequence[Rule], but: str = "") -> str:
    """Return what speaks against an equation by any of the rules that are asked, but for one word; or nothing."""
    for rule in rules:
        if (told := rule.told(around, number)) and told != but:
            return found_by(rule.name, rule.told, told)
    return ""


@lru_cache(maxsize=1_000)
def _asked_among(held: frozenset[str | Role | None]) -> tuple[Rule, ...]:
    """Return the rules that may find something where all this stands."""
    return tuple(rule for rule in RULES if not held.isdisjoint(rule.needs))


def _mark(around: Surroundings, number: int) -> str:
    """A mark of a list that may be a sign, and of no gate: "* gate: dL/dw = 2"."""
    draft, tokens = around.drafts[number], around.tokens
    beside = [draft.first - 1, *range(draft.last + 1, min(draft.last + 4, len(tokens)))]
    marks = [n for n in beside if n >= 0 and tokens[n].kind == "sep" and tokens[n].text == "mark"]
    signs = [n for n in marks if (at := seen(tokens, n + 1)) >= len(tokens) or bare(tokens[at].text) not in GATES]
    return said(MARKED, tokens[signs[0]].start, tokens[signs[0]].end) if signs else ""


def _said_before(around: Surroundings, number: int) -> str:
    """ "not q = 10", "maybe q = 10"."""
    before = around.before(number)
    if before and before[-1].role is Role.AGAINST:  # "instead of q = 10"
        return before[-1].text
    if len(before) > 1 and before[-1].role in _SIZES and any(word.role in _OF_STEPS for word in before[:-1]):
        return ""  # "step size one half: x = 1.5"
    if told := _wrote_in_error(before):
        return told
    led = is_led(around, number)
    counts = bool(before) and before[-1].text in _ORDINALS and _counts(around, number, before)
    counts = counts or (len(before) > 1 and before[-1].role in _TIMES and _is_announced(around, number))
    made = "" if led or counts else made_of(before)
    if told := made or was_attempt(before) or set_aside(before):
        return told
    against = NO_CLAIM - {Role.RETRACTION, Role.PART} if led else NO_CLAIM - {Role.RETRACTION}
    return next((w.text for w in before if w.role in against), "")


def _wrote_in_error(before: Sequence[Token]) -> str:
    """Return the word for the learner's own mistake of writing what follows: "Mon erreur était d'écrire df/dz = 3"."""
    error = next((at for at, word in enumerate(before) if word.role is Role.ERROR), -1)
    own = error >= 0 and any(bare(word.text) in _MY for word in before[: error + 1])
    writes = own and any(
        part in _WRITES for word in before[error:] for part in bare(word.text).replace("'", " ").split()
    )
    return before[error].text if writes else ""


def _is_announced(around: Surroundings, number: int) -> bool:
    """Whether a colon stands right before an equation: "e is used twice:", and the equation below."""
    place = last_seen(around.tokens, around.drafts[number].first)
    while place >= 0 and around.tokens[place].kind == "sep" and around.tokens[place].text in ("line", "block"):
        place = last_seen(around.tokens, place)
    return place >= 0 and around.tokens[place].text == "colon"


def _counts(around: Surroundings, number: int, before: list[Token]) -> bool:
    """Whether an ordinal before an equation counts it: "Third: dJ/du = 3", "Third J = -6", not "a third J = -6"."""
    begins = len(before) == 1 and around.source[before[0].start].isupper()
    return begins or around.tokens[around.drafts[number].first - 1].text == "colon"


def _doubted_before(around: Surroundings, number: int) -> str:
    """A clause of a few words that doubts all that follows in its sentence: "maybe, q = 10", "not sure, but q = 10"."""
    words: list[Token] = []
    for place in range(around.sentence(number)[0], around.drafts[number].first):
        token = around.tokens[place]
        supposing = bool(words) and words[0].role is Role.CONDITION
        if place in around.owner:
            named = any(t.kind != "open" for t in around.drafts[around.owner[place]].tokens)
            if named and not supposing:  # "if q = 10 is false, r = 8"
                return ""
            continue  # a lone verb, or a bracket that closes in another line
        if token.kind == "sep" and token.text == "comma":
            verb = place + 1 < len(around.tokens) and around.tokens[place + 1].kind == "rel"  # "a mistake - is q = 10"
            roles = (Role.HEDGE, Role.DENIAL) if verb else (Role.HEDGE,)
            if len(words) <= _LABEL and (told := set_aside(words)):
                return told  # "Old attempt - q = 10", not "deleted the wrong line; q = 10"
            if supposing and (told := next((w.text for w in words[1:] if w.role in _SUPPOSED), "")):
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
    return signs[0].text if signs[0].kind == "op" or signs[0].text in _UNLIKE else signs[1].text if bracketed else ""


def _labelled(around: Surroundings, number: int) -> str:
    """An unknown word in mathematics, with a colon before the equation."""
    if not number or around.drafts[number - 1].states:
        return ""
    before, draft = around.drafts[number - 1], around.drafts[number]
    between = {token.text for token in around.tokens[before.last + 1 : draft.first] if not token.edge}
    unknown = [token.text for token in before.tokens if token.kind == "bad" and len(token.text) >= _LONG]
    unknown = [text for text in unknown if " " not in text]  # "the gradient of g:" names nothing
    return unknown[0] if unknown and between == {"colon"} else ""


def _denied_in_mathematics(around: Surroundings, number: int) -> str:
    """A word that denies, typed as mathematics behind it, or in it: "$q = 10 \\quad this\\ is\\ wrong$"."""
    set_apart = takewhile(lambda token: not token.edge, around.tokens[around.drafts[number].last + 1 :])
    behind = [*takewhile(lambda token: token.kind == "word" or token.text == "wide", set_apart)]
    typed = around.tokens[around.drafts[number].last].math and [token.text for token in behind[:1]] == ["wide"]
    if told := next((token.text for token in behind if typed and token.role in _DENIED), ""):
        return told
    for place in range(around.drafts[number].last + 1, len(around.tokens)):
        token = around.tokens[place]
        states = place in around.owner and around.drafts[around.owner[place]].states
        if states or (token.kind == "sep" and token.text in ("line", "block", "item", "heading")):
            return ""
        if token.kind == "bad" and len(token.text) >= _LONG and DICTIONARY.against(token.text.lower()) in NO_CLAIM:
            return token.text
    return ""


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


def _all_denied(around: Surroundings, number: int) -> str:
    """A later sentence that denies all that was said: "All of these are wrong."."""
    return next((told for place, told in around.denials if place >= around.sentence(number)[1]), "")


def _announced(around: Surroundings, number: int) -> str:
    """Return what a sentence before it says against all that follows: "The following is false."."""
    return around.announced(number)


def _example(around: Surroundings, number: int) -> str:
    """ "Example: q = 10", "for example, q = 10"; "in this example we find q = 10" speaks of the exercise itself."""
    draft = around.drafts[number]
    moved = [token.kind for token in draft.sides[0]] == ["new"] or draft.relations[1:2] == ["<-"]
    if moved and any(token.kind == "op" for token in draft.sides[1][1:]):
        return ""  # "for example, w <- 0.5 - 0.05 * 9 = 0.05" is one of several steps
    told = exemplary(around.lead(number))
    place = draft.first - 1
    return "" if told and (titles_several(around, place) or labels_several(around, place)) else told


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


def _denied_with_others(around: Surroundings, number: int) -> str:
    """What is said of several equations behind the last of them: "q = 10 and r = 8 are wrong"."""
    last = last_joined(around, number)
    return (
        doubt(around, last, [rule for rule in RULES if rule.told is not _denied_with_others]) if last > number else ""
    )


def _asked(around: Surroundings, number: int) -> str:
    """ "Is q = 10?"."""
    start = around.sentence(number)[0]
    first = around.tokens[start] if start < len(around.tokens) else None
    if first is None or around.drafts[number].first > start + 3:
        return ""
    asks = first.kind == "rel" and first.text == "is" and first.role is None
    return said("a question", first.start, first.end) if asks else ""


RULES = [
    Rule("a mark of a list, or a sign", _mark, {"mark"}),
    Rule("another number that is right", righted, {"is", "colon", Role.LINK}),
    Rule("a function of it", function_of, {Role.OF}),
    Rule("what it is only an operand of", operand, {"is"}),
    Rule("scaled", scaled, {"word"}),
    Rule("a multiple of it", multiple_of, {Role.PART, Role.BEHIND, Role.PART_OF_GRAPH, Role.PLAIN}),
    Rule("said before it", _said_before, {"word"}),
    Rule("doubted before it", _doubted_before, {"word"}),
    Rule("joined to one that is denied", joined(_said_before), {Role.DENIAL, Role.HEDGE, Role.OTHERS}),
    Rule("joined to one that is asked", asked, {Role.DENIAL}),
    Rule("said of several behind the last", _denied_with_others, {"word", *_IN_BRACKETS}),
    Rule("called an error", accused, {Role.ERROR, Role.DENIAL, Role.RETRACTION, Role.PLAIN, *VAGUE}),
    Rule("struck out in words", struck_out, _SAYING),
    Rule("joined to one that is struck out", joined(bracketed, labels=True), _SAYING),
    Rule("a difference", difference, {Role.PLAIN, Role.ASPECT, Role.FOR, *VAGUE}),
    Rule("another number that is adopted", adopted, {"word"}),
    Rule("corrected behind it", corrected, {"(", "[", "num", *_IN_BRACKETS}),
    Rule("replaced at the end of its line", replaced, {Role.RETRACTION, Role.DENIAL}),
    Rule("corrected in the line below", corrected_below, {"colon"}),
    Rule("said behind it", said_behind, NO_CLAIM | AGAINST | {Role.BEFORE}),
    Rule("an operation behind it", operated, OPERATIONS),
    Rule("a part of a sum in words", summed, {"op"}),
    Rule("still to be worked on", unfinished, _SAYING),
    Rule("a sign behind its mathematics", _goes_on, {"op", *_UNLIKE}),
    Rule("an unknown label in mathematics", _labelled, {"bad"}),
    Rule("denied in mathematics", _denied_in_mathematics, {"bad", *_DENIED}),
    Rule("said in brackets", said_aside, {"aside"}),
    Rule("a few words that may judge it", judged, {*VAGUE}),
    Rule("a word that may judge what follows", _vague_that, {*VAGUE, Role.PLAIN}),
    Rule("what somebody has", _by_somebody, {None, *VAGUE, Role.PLAIN}),
    Rule("all of it denied later", _all_denied, {Role.DENIAL}),
    Rule("announced as no claim", _announced, _SAYING),
    Rule("charged by a sentence beside it", charged, {"word"}),
    Rule("all of it charged later", all_charged, {"word"}),
    Rule("somebody else's voice", voice, _SAYING),
    Rule("what opens it", opened, {"num"}),
    Rule("an example", _example, {Role.EXAMPLE}),
    Rule("an unknown word in its sentence", _unknown, {None, Role.OTHERS, Role.OTHER}),
    Rule("a strange word beside it", _strange, {Role.STRANGE}),
    Rule("of another task", of_another_task, {"bad", *_SAYING}),
    Rule("a question", _asked, {"is"}),
    Rule("other circumstances", circumstance, {Role.CONDITION}),
    Rule("a supposition", supposition, {Role.SUPPOSITION}),
    Rule("after several steps", after_several, {Role.AFTER, Role.BY}),
    Rule("a condition", condition, {Role.CONDITION}),
    Rule("said at the end of its sentence", said_at_the_end, {Role.DENIAL, Role.RETRACTION}),
    Rule("stopped behind it", stopped, {Role.RETRACTION}),
    Rule("what was once thought", believed, {"word"}),
    Rule("a comment on it", commented, NO_CLAIM | AGAINST | _ASIDE | {Role.FILLER}),
    Rule("one of several later", taken_up, {Role.HEDGE}),
    Rule("a question behind it", questioned, {Role.DENIAL}),
    Rule("a question behind it of something else", asked_instead, MARKS),
    Rule("a few words behind it of which one is unknown", unheard, {None, Role.STRANGE}),
]
_NEEDED: frozenset[str | Role | None] = frozenset().union(*(rule.needs for rule in RULES))
