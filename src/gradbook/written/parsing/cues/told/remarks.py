"""Remarks: what whole sentences in words say of what they tell, and of what the sentences beside them do.

Task b) of last week. w reaches 0.5.        w reaches 0.5. Better: 0.48.        Taking k as 2, J is 4.1.
"""

from collections.abc import Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.cues.against.other_tasks import tasks
from gradbook.written.parsing.cues.told.clause.words import BESIDE, BUT, QUANTITIES

_IN_CLAUSE = {Role.PART, Role.NEGATION, Role.AGAINST, Role.BEHIND, Role.OTHER}  # say nothing of other clauses
_ANYWHERE = BESIDE - _IN_CLAUSE | {Role.BEFORE}
_ANYBODY = bare_words("you we i one wir man ich on nous je se si ci ik we jij men")
_SETS = bare_words("imagine pretend hätte wäre gesetzt imaginons imagina ascent validation test")
_TAKES = bare_words("taking taken setting set")
_AS = bare_words("as to")
_LEAVES = bare_words("leave leaving left")
_REVERSED = ({"other", "round"}, {"vice", "versa"})  # lists
_OF_OTHERS = (Role.OTHERS, Role.EXAMPLE)
_MUST = bare_words("must should muss müsste doit devrait debe debería deve deveria dovrebbe moet")
_CORRECTS = bare_words(
    "better rather swapped swap replace read flips flipped reversed reverse opposite accident correction actually oops "
    "besser vielmehr vertauscht verwechselt plutôt inversé mejor intercambié melhor troquei meglio scambiato liever "
    "halved doubled shrinks splits divides halves decay another"
)
_MEANS_ANOTHER = (
    "i mean", "ich meine", "je veux dire", "quiero decir", "quero dizer", "volevo dire", "ik bedoel", "mam na mysli",
    "я имел в виду", "make that", "half of", "so far",
)  # fmt: skip
_DATA = ("{", "}", "[", "]")
_FEWEST = 3  # words of a sentence that tells something of a quantity that it names


def tells(said: Sequence[Token]) -> bool:
    """Whether a sentence is one in words, and none that asks, supposes or speaks of others."""
    if sum(token.kind == "word" for token in said) < (_FEWEST if _names(said) else _FEWEST - 1):
        return False
    if said[0].kind == "rel" or tasks(said) or _supposes(said):  # "Ist df/dw 6, so"
        return False
    if any(token.text in _DATA for token in said) or sum(token.text == "wide" for token in said) > 1:
        return False  # data, or cells
    return all(_is_harmless(said, at) for at, token in enumerate(said) if token.role in _ANYWHERE)


def takes_back(said: Sequence[Token]) -> bool:
    """Whether a sentence says that the one before it is to be read otherwise: "Better: 0.484.", "I mean y."."""
    words = [bare(token.text) for token in said if token.kind == "word"]
    if not (_names(said) or _MUST.isdisjoint(words)):
        return True  # "The plus must become a minus."
    return not _CORRECTS.isdisjoint(words) or any(phrase in " ".join(words) for phrase in _MEANS_ANOTHER)


def sets_apart(said: Sequence[Token]) -> bool:
    """Whether what follows a sentence is of something else: "Task b) of last week.", "Let k be 2."."""
    roles = {token.role for token in said}
    if Role.SUPPOSITION in roles and any(token.kind == "name" for token in said):
        return True
    numbered = any(token.kind == "num" for token in said)
    return not numbered and (tasks(said) or _supposes(said) or not roles.isdisjoint(_OF_OTHERS))


def speaks_against(said: Sequence[Token]) -> bool:
    """Whether a sentence supposes, doubts, or speaks of others."""
    return any(token.role in _ANYWHERE for token in said)


def _names(said: Sequence[Token]) -> bool:
    return any(token.kind in QUANTITIES for token in said)


def _supposes(said: Sequence[Token]) -> bool:
    """Whether a sentence sets something otherwise than the exercise: "taking k as 2", "leaving the sigmoid out"."""
    words = {bare(token.text) for token in said if token.kind == "word"}
    if any(phrase <= words for phrase in _REVERSED):
        return True
    if any(_takes(said, at) for at, token in enumerate(said) if bare(token.text) in _TAKES):
        return True
    return not _SETS.isdisjoint(words) or (not _LEAVES.isdisjoint(words) and "out" in words)


def _takes(said: Sequence[Token], at: int) -> bool:
    """Whether a quantity is taken as something: "taking k as 2", "with k set to 2", and not "taking the step"."""
    beside = said[max(0, at - 1) : at + 3]
    return any(token.kind in QUANTITIES for token in beside) and any(bare(token.text) in _AS for token in beside)


def _is_harmless(said: Sequence[Token], at: int) -> bool:
    """Whether a word that may speak against what stands beside it does not: "if you multiply"."""
    token = said[at]
    if bare(token.text) in BUT:
        return True
    return token.role is Role.CONDITION and at + 1 < len(said) and bare(said[at + 1].text) in _ANYBODY
