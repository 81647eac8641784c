"""Other answers: numbers that are given only to say that they are wrong, that others have them, or where they would be.

Many write df/dz = 6.        df/dz = 6 is wrong.        What happens for q → 0?

It speaks against no other number that is given for the same quantity (`judging/outcomes/weighing`).
"""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.parsing.cues.around.passages import leaves_it
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.phrases.speech.others.earlier_versions import (
    gives_it_up,
    leads_to_attempt,
    leads_to_attempt_in_signs,
    leads_to_former,
)
from gradbook.written.parsing.phrases.speech.others.other_answers import (
    keeps,
    speaks_of_oneself,
    tells_of_other_answers,
)
from gradbook.written.parsing.phrases.speech.others.reported import is_reported, is_set_apart
from gradbook.written.parsing.phrases.speech.sentences import written_between

OTHER_ANSWER = "an answer that is not given"
REPORTED = "a number that is only reported"
_FLAGS = re.IGNORECASE | re.VERBOSE
_DENIED_BEHIND = regex(
    r"""[\s$*`_"”»)]*,?\s*(?:(?:which|das|was|ce\s+qui|lo\s+que|o\s+que|che|il\s+che|wat)\s+)?
    (?:(?:is|would\s+be|was|ist|wäre|est|serait|es|sería|é|seria|è|sarebbe)\s+
       (?:(?:a|an|eine?|une?|una?|um|uma|simply|just|plainly|of\s+course|clearly|definitely|therefore|einfach|also|natürlich)\s+)?
       (?:wrong|incorrect|false|not\s+(?:right|correct|true)|nonsense|mistake|falsch|nicht\s+richtig|unsinn|faux|fausse|incorrect[oae]?
         |falso|errad[oa]|sbagliat[oa]|errat[oa])\b
    | 是(?:错|錯|不对|不對)的?|(?:은|는)\s*틀\w*|は(?:間違い|誤り))
    (?=\s*(?:[.;!)。！]|$|,?\s*(?:because|since|as\s|for\s|weil|denn|da\s|car|puisque|porque|pues|pois|perché|poiché|因为)))""",
    _FLAGS,
)
_LEADS = regex(  # before what is said to be wrong, and denies none of that
    r"""\W*(?:(?:beware|note|careful|attention|warning|remark|so|hence|thus|the\s+answer|the\s+value|writing|answering|an?|achtung
      |hinweis|vorsicht|bemerkung|also|die\s+antwort|remarque|donc|la\s+réponse|écrire|ojo|cuidado|atención|nota|la\s+respuesta
      |atenção|a\s+resposta|escrever|attenzione|la\s+risposta|scrivere|注意|所以)\W*)*""",
    _FLAGS,
)
_NEAR = 160  # signs behind an attempt in which it is put right
_REST = 2_000  # signs behind a former number that are looked through
_LIMIT = regex(
    r"""(?:\b(?:for|as|when|if|with|für|wenn|bei|falls|quand|lorsque|pour|si|cuando|para|quando|se|per|com|con)|当|當|若|如果)
    [\s$`*(]*$""",
    _FLAGS,
)
_OF_TIE = regex(r"\b(?:ties?|gleichstand|égalité|empate|parità|gelijkspel|remis)[\s$`*(:]*$", _FLAGS)
_TIE = [["name"], ["name"]]  # "for q = z the maximum has no derivative"
_WHAT_HAPPENS = regex(
    r"""\bwhat\s+(?:happens|would\s+happen|if)\b | \bwas\s+(?:passiert|geschieht|wäre)\b | \bque\s+se\s+passe
    | \bqu['’]arrive | \bqué\s+(?:pasa|ocurre|sucede) | \bo\s+que\s+acontece | \bche\s+(?:cosa\s+)?(?:succede|accade)
    | \bcosa\s+(?:succede|accade) | \bzum\s+vergleich\b.*\b(?:wäre|würde)\b | \b(?:for|by)\s+comparison\b.*\bwould\b
    | \b(?:pour|par)\s+comparaison\b.*\b(?:serait|aurait)\b | \ba\s+modo\s+de\s+comparación\b.*\b(?:sería|daría)\b
    | \bpara\s+comparação\b.*\b(?:seria|daria)\b | \bper\s+confronto\b.*\b(?:sarebbe|darebbe)\b | 会(?:怎样|怎么样
    |如何|发生什么)|어떻게\s*(?:될|되)|どうな""",
    _FLAGS,
)
_UNDER_CONDITION = regex(
    r"""^\W*(?:if|when|for|wenn|falls|für|si|se|cuando|quando|pour|per|如果|若|当|當|만약|もし)[^,，:]{0,30}[<>≤≥]""",
    _FLAGS,
)


def of_other_answer(around: Surroundings, number: int, told: str) -> tuple[str, bool]:
    """Return what speaks against an equation, and whether it only reports a number that its writer does not answer.

    The former is `OTHER_ANSWER` where it says which number is not the answer, and `REPORTED` where that may be it too.

    Args:
        around: the equation's surroundings.
        number: the draft's.
        told: what speaks against it.
    """
    if around.silent:
        return told, False
    draft, tokens, source = around.drafts[number], around.tokens, around.source
    if draft.last <= draft.first or len(draft.sides) <= 1:
        return told, False
    start, end = around.near(number)
    text = written_between(tokens, start, end, source)
    stop = draft.tokens[-1].end
    lead = source[tokens[start].start : draft.tokens[0].start]
    former = leads_to_former(lead) and gives_it_up(source[stop : stop + _REST])
    behind = source[stop : tokens[end - 1].end]
    attempt = leads_to_attempt(lead, behind) or leads_to_attempt_in_signs(lead, behind, source[stop : stop + _NEAR])
    if former or attempt:
        return OTHER_ANSWER, False
    if (_LIMIT.search(lead) or _OF_TIE.search(lead)) and [
        [token.kind for token in side] for side in draft.sides
    ] == _TIE:
        return OTHER_ANSWER, False
    others, reported = tells_of_other_answers(text), is_reported(text)
    if others or reported:
        rest, followed = _rest(around, number)
        others = others and (keeps(rest) or not speaks_of_oneself(rest))
        reported = reported and is_set_apart(text, rest, followed=followed)
    if not (told or others or reported) or not leaves_it(around, around.sentence(number)[1]):
        return told, False
    if others:
        return OTHER_ANSWER, False
    if not told:
        return told, reported
    before, behind = source[tokens[start].start : tokens[draft.first].start], source[draft.tokens[-1].end :]
    arrow = any(token.text == "arrow" for token in tokens[draft.first : draft.last + 1])
    limit = arrow and _LIMIT.search(before) is not None
    supposed = _WHAT_HAPPENS.search(text) is not None or _UNDER_CONDITION.search(text) is not None
    denied = _DENIED_BEHIND.match(behind) is not None and _LEADS.fullmatch(before) is not None
    if reported and not denied:
        return REPORTED, False
    return OTHER_ANSWER if limit or supposed or denied else told, False


def _rest(around: Surroundings, number: int) -> tuple[str, bool]:
    """Return what is written behind an equation up to the next, in its paragraph, and whether one follows there."""
    start = around.drafts[number].tokens[-1].end
    following = (draft for draft in around.drafts[number + 1 :] if draft.states and len(draft.sides) > 1)
    after = next((around.tokens[draft.first].start for draft in following), len(around.source))
    stop = around.source.find("\n\n", start)
    end = min(after, stop if stop >= 0 else after)
    return around.source[start:end], end == after < len(around.source)
