"""Circumstances: what an equation is only supposed to be, or is only where something else is so.

let q = 10        if x were 2, then q = 10        q = 10 if w were 5
"""

from gradbook.written.lexing.words.dictionary import AGAINST_IT, AND, PARTICLE, Role, bare
from gradbook.written.lexing.words.lists.conjunctions import THEN
from gradbook.written.lexing.words.lists.moving import CHANGES
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS

_CONCLUDING = (Role.LINK, Role.RESULT, Role.REASON, Role.SAME)
_BOTH = 2  # what is moved, and what moves with it
NEAR = 8  # equations of a sentence that are looked at for what they suppose


def supposition(around: Surroundings, number: int) -> str:
    """Return the word that only takes an equation to be so: "let q = 10", "let r = 8 and q = 10"."""
    draft, tokens = around.drafts[number], around.tokens
    at = draft.first - 1
    while at > 0 and tokens[at].edge:
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


def counterfactual(around: Surroundings, number: int) -> str:
    """Return the verb by which a sentence supposes what is not so: "if the model had been wrong, L = 4.6"."""
    words = around.words(around.sentence(number)[0], around.drafts[number].first)
    supposing = bool(words) and words[0].role is Role.CONDITION
    return next((word.text for word in words[1:] if word.role is Role.CONDITION), "") if supposing else ""


def answers_what_if(around: Surroundings, number: int) -> str:
    """Return the word that leads to what would be so where it were as was asked: "And with a ReLU? Then q = 0."."""
    start = around.sentence(number)[0]
    asks = next((at for at in range(start - 1, -1, -1) if around.tokens[at].kind != "sep"), -1)
    words = around.words(start, around.drafts[number].first)
    if asks < 0 or around.tokens[asks].text not in MARKS or not words or bare(words[0].text) not in THEN:
        return ""
    asked = around.sentence_at(asks)
    states = any(at in around.owner and around.drafts[around.owner[at]].states for at in range(*asked))
    return "" if states else words[0].text


def circumstance(around: Surroundings, number: int) -> str:
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
        formula = any(token.kind == "op" and token.text != "-" for token in draft.tokens)  # "with slope 1/y"
        steps = len(draft.tokens) == 1 and any(word.role is Role.STEP for word in words)  # "if I make a step with 0.01"
        if supposed and not (formula or steps) and any(token.kind == "num" for token in draft.tokens):
            return "" if _follows_from_nudge(around, number) else words[0].text
    return ""


def _follows_from_nudge(around: Surroundings, number: int) -> bool:
    """Whether a derivative is concluded from how two quantities move: "if u moves by 1, L moves by 3, so dL/du = 3"."""
    draft = around.drafts[number]
    led = any(word.role in _CONCLUDING for word in around.before(number))
    words = around.words(around.sentence(number)[0], draft.first)
    moves = [word for word in words if bare(word.text) in CHANGES or word.role is Role.CHANGES]
    firm = [word.role for word in words if word.role in AGAINST_IT] == [Role.CONDITION]  # and no "only if I had not"
    return draft.begins_with_slope and led and len(moves) >= _BOTH and firm


def condition(around: Surroundings, number: int) -> str:
    """What makes it an equation of other numbers: "suppose, q = 10", "q = 10 if w were 5"."""
    draft, tokens = around.drafts[number], around.tokens
    at = draft.first - 1
    while at > 0 and tokens[at].edge:
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
