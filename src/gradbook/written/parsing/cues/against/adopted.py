"""Adopted: another number that is said after an equation to be right, or that its writer goes over to.

q = 10. Others answer 12. They are right.        q = 10. 12 is right.        q = 10. I would now write 12.
"""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.source.credits import is_credit
from gradbook.written.parsing.cues.around.passages import states_named
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.phrases.speech.others.other_answers import (
    endorses,
    judges_false,
    speaks_of_answers,
    tells_of_mistake,
)
from gradbook.written.parsing.phrases.speech.sentences import written_between

_FLAGS = re.IGNORECASE | re.VERBOSE
_SAYS = regex(
    r"""\b(?:says?|said|answers?|answered|writes?|wrote|written|gets?|got|reads?|responds?|schreib\w*|antwort\w*|sag(?:t|en)
      |hat|haben|hast|dit|disent|répond\w*|trouv\w*|écri\w*|dicen?|respond\w*|escrib\w*|dizem?|escrev\w*|scriv\w*|rispond\w*
      |dicono)\b|回答|写|說|(?<!就是)(?<!换句话)说|得到|答""",
    _FLAGS,
)
_RIGHT = regex(
    r"""\W*(?:(?:but|and|no|so|your|his|her|their|the|dein\w*|ihre?|die|ton|ta|leur|le|la|tu|su|el|seu|sua|o|a|tuo|il)\W+(?:\w+\s+)?)*
    [-−]?\d[\d.,]*\s+(?:is|was|ist|war|est|es|é|è|era)\s+(?:in\s+fact\s+|actually\s+)?
    (?:right|correct|true|it\b|richtig|korrekt|juste|correct[oa]|cert[oa]|giust[oa])""",
    _FLAGS,
)
_GOES_OVER = regex(
    r"""(?:\b(?:i|ich|je|yo|eu|io)\b.{0,24}?\b(?:now|rather|instead|jetzt|lieber|nun|maintenant|plutôt|ahora|mejor|agora|ora|piuttosto)\b
      |^\W*(?:on\s+(?:reflection|second\s+thoughts?)|thinking\s+again|bei\s+näherem|réflexion\s+faite|pensándolo|pensando\s+melhor
      |ripensandoci)\b).{0,24}?[-−]?\d
    | ^\W*(?:but\s+)?(?:had\s+i\b|hätte\s+ich\b
      |si\s+j['’]avais\b|si\s+(?:yo\s+)?hubiera\b|se\s+eu\s+tivesse\b|se\s+avessi\b)
      .{0,70}?[-−]?\d""",
    _FLAGS,
)
_LABEL = regex(r"\W*(?:answer|antwort|réponse|respuesta|resposta|risposta)\s+\d{1,2}\b(?!\s*[,.]\d)", re.IGNORECASE)
_IS_NOT = (
    r"(?:is|was|ist|war|est|es|é|è)\s+"
    r"(?:not|wrong|false|incorrect|nicht|falsch|pas|faux|no|incorrecto|falso|não|errado|non)\b"
)
_INSTEAD_OF = (
    r"(?:instead\s+of|rather\s+than|and\s+not|not|statt|anstatt|und\s+nicht|au\s+lieu\s+de|et\s+pas|en\s+(?:lugar|vez)\s+de|y\s+no"
    r"|em\s+vez\s+de|e\s+não|invece\s+di|e\s+non)"
)
_TOO = regex(
    r"\b(?:as|which|that)\s+(?:i|we)\s+(?:did|made|have)\b|\b(?:me|i|we)\s*,?\s+(?:did\s+so\s*,?\s+)?too\b|\bso\s+did\s+(?:i|we)\b"
    r"|\b(?:ich|wir)\b.{0,12}\bauch\b|\bmoi\s+aussi\b|\byo\s+también\b|\beu\s+também\b|\banch['’]io\b",
    re.IGNORECASE,
)


def adopted(around: Surroundings, number: int) -> str:
    """Return the sentence behind an equation by which another number is right, or taken for its own."""
    draft = around.drafts[number]
    result = draft.sides[-1][-1] if draft.sides[-1] else None
    if result is None or result.kind != "num":
        return ""
    first, text = _sentence(around, around.sentence(number)[1])
    written = re.escape(around.source[result.start : result.end])
    if text and _speaks_against(text, written):
        return text
    if not _has_another(around, first, result.node):
        return ""
    if _RIGHT.match(text) or _GOES_OVER.search(text):
        return text
    if not _SAYS.search(text) or _LABEL.match(text):
        return ""
    if endorses(text):
        return text
    behind, following = _sentence(around, first[1])
    while following and judges_false(following):
        behind, following = _sentence(around, behind[1])
    return following if following and speaks_of_answers(following) else ""


def _speaks_against(text: str, written: str) -> bool:
    """Whether a sentence says that a number is none, or that a mistake leads to it, or is the writer's own."""
    if not written:  # a whole table's
        return _TOO.search(text) is not None and tells_of_mistake(text)
    if re.search(rf"(?<![\w.]){written}\s+{_IS_NOT}", text, _FLAGS):
        return True
    if not tells_of_mistake(text):
        return False
    leads_to_it = re.search(rf"(?<![\w.,]){written}(?![\w.,]*\d)", text) is not None
    instead = re.search(rf"{_INSTEAD_OF}\W*{written}", text, _FLAGS) is not None
    return _TOO.search(text) is not None or (leads_to_it and not instead)


def _sentence(around: Surroundings, place: int) -> tuple[tuple[int, int], str]:
    """Return where the next sentence stands, and its text; "" for none, or one that names what it states."""
    while place < len(around.tokens) and around.tokens[place].kind == "sep":
        if around.tokens[place].text in ("heading", "item"):
            return (place, place), ""
        place += 1
    if place >= len(around.tokens):
        return (place, place), ""
    start, end = around.sentence_at(place)
    if states_named(around, start, end):
        return (place, end), ""
    return (place, end), written_between(around.tokens, place, end, around.source)


def _has_another(around: Surroundings, place: tuple[int, int], result: object) -> bool:
    """Whether numbers stand in a sentence that names no quantity, and the result is none of them."""
    said = around.tokens[slice(*place)]
    named = any(token.kind in ("name", "der", "new", "old") for token in said)
    numbers = [token.node for token in said if token.kind == "num" and not is_credit(around.source, token.end)]
    return numbers != [] and not named and result not in numbers
