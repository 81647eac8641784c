"""Words that may stand in a clause between what it is about and its number: verbs of getting and being, and leads.

Any other word may change what is told: "b misses the 10", "b gets half of the 10", "the node above b gets 10".
"""

from collections.abc import Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role, bare, bare_words
from gradbook.written.lexing.words.lists.concluding import CONCLUDES
from gradbook.written.parsing.phrases.slopes.received.getting import ENDS_UP, HAVING, LEADING, WHOLE

_ROLES = LEADING | {Role.RELATION}
_VERBS = (
    frozenset(map(bare, HAVING | ENDS_UP | WHOLE))
    | CONCLUDES
    | bare_words(
        "outputs inherit inherits left up out "
        "at bei with told from simply also too again both "
        "unchanged alike respectively here there itself end way back "
        "output hidden kommt kommen landet ankommt an liefert auch ebenfalls unverändert selbst übrig jeweils hat "
        "arrive arrivent aussi également inchangé même reçoit revient llega llegan también igualmente mismo "
        "chega chegam também mesmo arriva arrivano anche stesso invariato komt komen ook zelf okay "
        "我们 得到 收到 也 是 为 就是 因此 等于"
    )
)
LEADS = bare_words(  # what comes of what was said before
    "so thus hence therefore then consequently also somit daher folglich damit dann mithin donc ainsi alors soit "
    "entonces luego así asi por-tanto logo então portanto quindi dunque cioè cioe perciò dus daarom czyli więc zatem "
    "поэтому значит итак 所以 因此 따라서 よって"
)
RELATIVE = bare_words(  # of what was named last
    "which whose that who where there what die der das dessen deren wo dort was qui dont que où là ce cuyo cuya donde "
    "allí cujo cuja onde che cui dove waarvan waar dat"
)
_POSSESSIVE = bare_words(
    "its their his sein seine seinen ihr ihre son sa leur su sus seu sua suo sua zijn haar jego его"
)
_SAY_NOTHING = _VERBS | _POSSESSIVE | {"delta", "δ"}
_LEADS_ON = LEADS | CONCLUDES


def says_nothing_else(token: Token) -> bool:
    """Whether a word between what a clause is about and its number changes nothing of what is told."""
    return token.role in _ROLES or bare(token.text) in _SAY_NOTHING


def leads_on(behind: Sequence[Token]) -> bool:
    """Whether a clause begins with what comes of the one before it: "so inherits", "get 3"."""
    return any(bare(token.text) in _LEADS_ON for token in behind if token.kind == "word")


def goes_on(said: Sequence[Token], *, alone: bool) -> bool:
    """Whether a clause goes on with what the one before it is about: "so", "and get", "its gradient".

    Args:
        said: what stands before its number.
        alone: whether the clause before it names nothing else, so that "which" can only be of that.
    """
    words = [token for token in said if token.kind == "word" and bare(token.text) not in AND]
    if any(bare(word.text) in RELATIVE for word in words):
        return alone
    if not words:
        return alone or any(token.kind == "rel" for token in said)
    first, text = words[0], bare(words[0].text)
    sloped = any(word.role in (Role.SLOPE, Role.SLOPES) for word in words)
    return first.role is Role.SAME or text in _LEADS_ON or (sloped and text in _POSSESSIVE)
