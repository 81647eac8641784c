"""Conditionals: "the new loss would be 0.64" is what comes out of the step, where nothing else is supposed.

So in "Il nuovo L sarebbe 0,64" and "with this w the loss would drop to 0.64"; "the gradient would be 6" stays in doubt.
"""

from dataclasses import replace
from itertools import pairwise

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role, bare, bare_words
from gradbook.written.lexing.words.lists.prepositions import WITHOUT
from gradbook.written.parsing.grammar.edges import last_seen, past_number, seen, sentence_end, sentence_start
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS

_ARE = bare_words(
    "wäre wären serait seraient sería serían seria seriam sarebbe sarebbero byłaby byłby byłoby wynosiłaby wynosiłby "
    "wynosiłoby zouden"
) | {"был бы", "была бы", "было бы", "были бы"}
_BE = frozenset({"be", "become", "equal", "is"})
_CHANGES = frozenset(
    {"drop", "fall", "decrease", "shrink", "sink", "go", "rise", "increase", "grow", "change", "improve"}
)
_WAYS = frozenset({"down", "up"})
_NOW = bare_words(
    "now then jetzt nun dann danach damit maintenant alors ahora entonces ora adesso allora agora então nu dan teraz "
    "wtedy теперь тогда"
)
_BETWEEN = _NOW | {"also", "only", "just", "thus", "therefore", "indeed"}
_THIS = bare_words(
    "this these that those diesem diesen dieser ce cet cette ces este esta estos questo questa esse essa"
)
_WEIGHTS = (Role.WEIGHT, Role.BIAS)
_DERIVED = frozenset({"diff", "diffsub", "der", "new", "rate"})
_OF_STEP = (Role.STEP, Role.RATE, Role.NEW, Role.SLOPE, Role.SLOPES)
_SUPPOSES = (AGAINST_IT | {Role.OTHER, Role.OTHERS, Role.SUPPOSITION, Role.BEFORE, Role.OLD}) - {Role.BEHIND}


def conditional(tokens: list[Token]) -> list[Token]:
    """Return the tokens, what would be so after the step as what is so."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        behind = _behind(tokens, at)
        if behind and _is_of_step(tokens, at, behind):
            if not any(one.role is Role.NEW for one in tokens[sentence_start(tokens, at) : at]):
                _call_new(found)
            found.append(replace(token, kind="rel", text="is", role=None, node=None))
            at = behind
        else:
            found.append(token)
            at += 1
    return found


def _call_new(tokens: list[Token]) -> None:
    """Call what a clause ends with a new one: "pred would be 0.6 then" is no other value of pred."""
    subject = last_seen(tokens, len(tokens))
    if subject >= 0 and tokens[subject].kind in ("name", "word"):
        tokens.insert(subject, Token("word", "new", tokens[subject].start, tokens[subject].start, None, Role.NEW))


def _behind(tokens: list[Token], at: int) -> int:
    """Return the place behind a verb that says what would be; 0 where none begins."""
    if tokens[at].kind != "word":
        return 0
    if bare(tokens[at].text) in _ARE:
        return at + 1
    if tokens[at].text != "would":
        return 0
    verb = seen(tokens, at + 1)
    while verb < len(tokens) and bare(tokens[verb].text) in _BETWEEN:
        verb = seen(tokens, verb + 1)
    if verb < len(tokens) and tokens[verb].text in _CHANGES:  # "would drop to 0.64"
        to = seen(tokens, verb + 1)
        to = seen(tokens, to + 1) if to < len(tokens) and tokens[to].text in _WAYS else to
        return (
            to + 1 if to < len(tokens) and tokens[to].text == "to" and past_number(tokens, seen(tokens, to + 1)) else 0
        )
    return verb + 1 if verb < len(tokens) and tokens[verb].text in _BE else 0


def _is_of_step(tokens: list[Token], at: int, behind: int) -> bool:
    """Whether a sentence speaks of what is new, and supposes nothing else."""
    start, end = sentence_start(tokens, at), sentence_end(tokens, at)
    others = [*tokens[start:at], *tokens[behind:end]]
    supposed = any(
        token.role in _SUPPOSES or token.role is Role.CONDITION or bare(token.text) in WITHOUT or token.text in MARKS
        for token in others
        if token.kind in ("word", "sep")
    )
    lead = tokens[start:at]
    this = any(bare(one.text) in _THIS and _names_input(other) for one, other in pairwise(lead))
    said = tokens[start:end]
    if not any(token.kind in ("word", "name") for token in lead):
        return False  # "Wäre x = 3, ..."
    new = any(token.kind == "new" or token.role in (Role.NEW, Role.AFTER) for token in said)
    later = this or any(bare(token.text) in _NOW for token in said)
    derived = any(token.kind in _DERIVED or token.role in _OF_STEP for token in tokens[:start])  # so far
    return (new or (later and derived)) and not supposed


def _names_input(token: Token) -> bool:
    return token.kind == "name" or token.role in _WEIGHTS
