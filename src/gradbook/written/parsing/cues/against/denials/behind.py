"""What the words right behind an equation say against it: "q = 10 is wrong", "q = 10 million"."""

from collections.abc import Sequence
from itertools import takewhile

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, NO_CLAIM, PARTICLE, SIGNS, Role, bare
from gradbook.written.lexing.words.lists.prepositions import THROUGH
from gradbook.written.parsing.cues.around.passages import has_equation
from gradbook.written.parsing.cues.around.surroundings import SHORT, Surroundings
from gradbook.written.parsing.cues.elsewhere.later.trained import is_before_step
from gradbook.written.parsing.grammar.edges import last_seen, seen

AGAINST = frozenset({Role.DENIAL, Role.BEHIND, Role.HEDGE, Role.OTHERS, Role.ERROR})
OPERATIONS = frozenset({Role.TIMES, Role.PLUS, Role.MINUS, Role.OVER})
_PREPOSITIONS = frozenset({  # that are words of operations too
    "por", "per", "sur", "over", "durch", "sobre", "su", "entre", "más", "mais", "più", "menos", "przez", "bagi", "min",
})  # fmt: skip
_DENYING = frozenset({Role.DENIAL, Role.AGAINST, Role.OF, Role.ARTICLE})
_PART = 6  # words that tell of what a part of a sum is
_FROM = THROUGH | {"from", "of", "aus", "vom", "de", "du", "von", "da", "do", "dal"}
_REASON = 4  # words: "because of the"
MAY = frozenset({Role.HEDGE, Role.BEHIND})  # may, would


def said_behind(around: Surroundings, number: int) -> str:
    """ "q = 10 is wrong", "q = 10 million", "q = 10 before the step"."""
    after = [word for word in around.after(number) if word.role is not Role.ARTICLE]  # "contains the error"
    near = 3 if after and after[0].role is Role.CHANGES else 2  # "q = 10 geht so nicht"
    against = next((w for w in after[:near] if w.role in AGAINST or w.role is Role.BEFORE), None)
    if against is None and after and SIGNS.match(after[0].text):  # where particles are words too
        clause = around.words(around.drafts[number].last + 1, around.clause_end(number))
        against = next((w for w in clause[:SHORT] if w.role in NO_CLAIM), None)
    if against is None or is_before_step(around, number):
        return ""
    if against.role is Role.ERROR and _is_named(around, number, against):
        return ""
    if against.role is Role.BEHIND and after[0].role is Role.REASON:
        return ""  # "dL/dr is r because the half cancels the 2"
    of_it = against.role is Role.BEFORE or PARTICLE.search(against.text)
    if not of_it and (_denies_another(around, number, after) or _is_of_consequence(around, number, against)):
        return ""
    return against.text


def operated(around: Surroundings, number: int) -> str:
    """An operation with nothing that is known: "df/dw = 6 times something", "6 divided by it", "minus f is 24".

    Not so where it leads on to another equation: "q = 10, plus b, so r is 8".
    """
    before, comma = last_seen(around.tokens, around.drafts[number].first), _comma_behind(around, number)
    end = around.sentence(number)[1]
    if _runs_on(around.tokens[comma + 1 : end]):
        return around.tokens[comma + 1].text
    places = [] if _is_called(around, before) else [before]
    places += [] if has_equation(around, comma, end) else [around.behind(number)]
    words = [around.tokens[place] for place in places if 0 <= place < len(around.tokens)]
    spelled = around.tokens[around.drafts[number].last].text.isalpha()  # "one over the denominator"
    return next((w.text for w in words if w.role in OPERATIONS and (spelled or w.text not in _PREPOSITIONS)), "")


def _comma_behind(around: Surroundings, number: int) -> int:
    """Return the place of the comma behind an equation; the end of all where there is none."""
    place = seen(around.tokens, around.drafts[number].last + 1)
    return place if place < len(around.tokens) and around.tokens[place].text == "comma" else len(around.tokens)


def _runs_on(tokens: Sequence[Token]) -> bool:
    """Whether a calculation runs on in words: "2 times 1.5 is 3, minus 1 is 2", which gives no other quantity."""
    clause = [token for token in takewhile(lambda token: token.kind != "sep" or token.edge, tokens) if not token.edge]
    relation = next((at for at, token in enumerate(clause) if token.kind == "rel"), 0)
    led = relation and clause[0].role in OPERATIONS and all(t.kind in ("num", "op") for t in clause[1:relation])
    return bool(led) and not any(
        token.kind == "rel" and _is_quantity(clause[at + 1 :]) for at, token in enumerate(clause[relation:], relation)
    )


def _is_quantity(tokens: Sequence[Token]) -> bool:
    """Whether a quantity and a sign stand here: "is 2, times 3 = 6 gives dL/dw = 12"."""
    sign = next((at for at, token in enumerate(tokens) if token.kind == "rel"), 0)
    kinds = {token.kind for token in tokens[:sign]}
    return bool(kinds & {"name", "der"}) and kinds <= {"name", "der", "diff", "op"}


def summed(around: Surroundings, number: int) -> str:
    """Return the sign behind the first of several parts that are told in words: "0 through the relu + 1 through it"."""
    place, tokens = around.drafts[number].last + 1, around.tokens
    begin = place
    while place < len(tokens) and (tokens[place].kind in ("word", "fn") or tokens[place].edge):
        place += 1
    led = begin < place <= begin + _PART and bare(tokens[begin].text) in _FROM
    return "+" if led and place < len(tokens) and (tokens[place].kind, tokens[place].text) == ("op", "+") else ""


def _is_called(around: Surroundings, place: int) -> bool:
    """Whether a sign is spoken of, and mathematics begins behind it: "because of the minus $df/dw = -6$"."""
    led = around.tokens[max(0, place - _REASON) : max(0, place)]
    reason = any(token.role is Role.REASON for token in led) and led[-1].role is Role.ARTICLE
    return reason and around.tokens[place + 1].edge


def _is_named(around: Surroundings, number: int, word: Token) -> bool:
    """Whether a word is what the next equation is of: "q = 10 → error = q - 3", "mit q = 10 ist der Fehler E = 4"."""
    tokens = around.tokens
    place = seen(tokens, tokens.index(word, around.drafts[number].last + 1) + 1)
    if place < len(tokens) and (tokens[place].kind, tokens[place].text) == ("rel", "is"):
        place = seen(tokens, place + 1)
    if place < len(tokens) and tokens[place].kind == "name":
        place = seen(tokens, place + 1)
    return place < len(tokens) and tokens[place].kind == "rel" and tokens[place].text != "is"


def _is_of_consequence(around: Surroundings, number: int, hedge: Token) -> bool:
    """Whether a "would" is said of another quantity behind an arrow: "df/dw = 6 -> a larger w would raise f"."""
    begin = around.behind(number)
    clause = around.tokens[begin : begin + SHORT]
    if hedge.role not in MAY or not clause or clause[0].text != "arrow" or hedge not in clause:
        return False
    said = clause.index(hedge)
    stated = any(t.kind in ("rel", "num") or t.role in (Role.DENIAL, Role.HEDGE) for t in clause[said + 1 :])
    return not stated and any(token.kind in ("name", "der", "new") for token in clause[:said])


def _denies_another(around: Surroundings, number: int, after: list[Token]) -> bool:
    """Whether words deny a number behind them: "6 instead of 2", "6 and not 2"."""
    last = after[-1].end if after else 0
    other = number + 1 < len(around.drafts) and not around.drafts[number + 1].states
    other = other and any(token.kind == "num" for token in around.drafts[number + 1].tokens)  # not "the wrong sign"
    behind = other and around.tokens[around.drafts[number + 1].first].start >= last
    alone = all(word.role in _DENYING or word.text in AND for word in after)
    return bool(behind) and alone
