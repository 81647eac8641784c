"""What its label sets aside: "crossed out: q = 10", "Attempt 1 (failed): q = 10", "Old solution: q = 10"."""

from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.lexing.words.lists.conjunctions import OR
from gradbook.written.parsing.cues.around.announcements import denies_denial
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.grammar.edges import last_seen
from gradbook.written.parsing.phrases.speech.set_aside import set_aside

_AGAINST = frozenset({Role.DENIAL, Role.RETRACTION, Role.HEDGE})


def struck_out(around: Surroundings, number: int) -> str:
    """Return the word of a label, or of brackets in it, by which an equation is set aside."""
    return bracketed(around, number) or (set_aside(around.before(number)) if _colon(around, number) >= 0 else "")


def bracketed(around: Surroundings, number: int) -> str:
    """Return the word of brackets in a label by which what it labels is set aside: "Results (not sure): q = 3"."""
    place, start = _colon(around, number), around.line_start(around.drafts[number].first)
    for at, inside in around.asides:
        if (
            start <= at <= place
            and not denies_denial(inside)
            and (told := next((w.text for w in inside if w.role in _AGAINST and bare(w.text) not in OR), ""))
        ):
            return told
    return ""


def _colon(around: Surroundings, number: int) -> int:
    """Return the place of the colon with which a label ends right before an equation; -1 where there is none."""
    place = last_seen(around.tokens, around.drafts[number].first)
    return place if place >= 0 and around.tokens[place].text == "colon" else -1
