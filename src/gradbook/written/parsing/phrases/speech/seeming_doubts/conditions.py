"""Conditions: "if we take a step with rate 0.1, then ..." supposes nothing that the exercise does not give.

Nor does "a step with rate 0.1 would give w = 2.42": what a step leads to is not there before it is taken.
"""

from dataclasses import replace
from itertools import pairwise

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import AGAIN
from gradbook.written.lexing.words.dictionary import AGAINST_IT, NO_CLAIM, SIGNS, Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import last_seen, seen, sentence_start

_ENDS = frozenset({"comma", "stop", "line", "block", "item", "heading", "colon"})
_OF_THE_STEP = frozenset({Role.STEP, Role.RATE})
LEADING = frozenset({"would", "donnerait", "darebbe", "daria"})
_SUPPOSING = NO_CLAIM | {Role.OLD, Role.BEFORE, Role.ERROR, Role.OTHER}
_FIRM = AGAINST_IT | {Role.OLD, Role.BEFORE}
_GIVE = frozenset({
    ("would", "give"), ("would", "yield"), ("would", "produce"), ("donnerait",), ("darebbe",), ("daria",),
})  # fmt: skip

_AGAINST_GRADIENT = frozenset({"opposite", "direction"})  # "if we go 0.05 in the opposite direction"
_ARRIVES = frozenset({
    "arrive", "get", "obtain", "have", "reach", "land", "end", "obtenons", "obtient", "avons",
})  # fmt: skip
_SUBJECTS = frozenset({"we", "you", "i", "one", "they", "wir", "man", "ich", "nous", "on", "je"})
_INFLECTED = frozenset({  # verbs that need no subject
    "quedan", "queda", "obtenemos", "tenemos", "resulta", "obtemos", "temos", "ficam", "otteniamo", "abbiamo",
    "erhalten", "bekommen", "landen", "gelangen",
})  # fmt: skip
_ITSELF = bare_words("tudo isso isto aquilo este esta esse essa todo todos todas ello esto eso tutto nada")
_LIKENS = bare_words("hetzelfde dezelfde zelfde net even evenveel gelijk zo zoveel groot anders meer minder")
_THINGS = frozenset({Role.SLOPE, Role.SLOPES, Role.ERROR, Role.VALUES, Role.PART_OF_GRAPH, Role.NET, Role.WEIGHT})
_OF_ITSELF = bare_words(  # what a gradient does
    "anula anulam anulan annulla annullano cancela cancelam cancelan reduz reduce multiplica multiplicam propaga "
    "propagam transmite mantém mantiene obtém obtiene calcula divide soma suma simplifica copia"
)
_ANOTHER = frozenset({  # step than is taken
    "double", "doubles", "doubled", "twice", "half", "halve", "halves", "halved", "triple", "larger", "bigger",
    "smaller", "longer", "shorter", "had", "unlucky", "doppelt", "doppelte", "halbe", "grosser", "kleiner", "hatten",
    "hatte", "moitie", "doble", "mayor", "menor", "dobro", "maior", "doppio", "maggiore", "minore",
})  # fmt: skip
_LONGEST = 60  # tokens of a condition


def met(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a condition whose clause speaks of the step only as a plain word."""
    return [
        replace(token, role=Role.PLAIN)
        if token.role is Role.CONDITION and (_is_no_if(tokens, at) or _is_of_the_step(tokens, at))
        else token
        for at, token in enumerate(tokens)
    ]


def _is_no_if(tokens: list[Token], at: int) -> bool:
    """Whether "se" is no "if" but "itself", between a subject and its verb: "tudo se anula"; "als" may be "as"."""
    before, behind = last_seen(tokens, at), seen(tokens, at + 1)
    if before < 0 or behind >= len(tokens):
        return False
    if bare(tokens[at].text) == "als":
        return bare(tokens[before].text) in _LIKENS
    if bare(tokens[at].text) != "se":
        return False
    subject = bare(tokens[before].text) in _ITSELF or tokens[before].role in _THINGS
    return subject and tokens[behind].kind == "word" and bare(tokens[behind].text) in _OF_ITSELF


def leading(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read what a step would give for an input as what it gives."""
    words = tuple(bare(token.text) for token in tokens[at : at + 2] if token.kind == "word")
    size = 1 if words[:1] in _GIVE else 2 if words in _GIVE else 0
    if not size or not _leads_alone(before):
        return None
    follows = seen(tokens, at + size)
    moved = tokens[follows] if follows < len(tokens) else None
    if moved is None or not (moved.name in lexicon.inputs or moved.kind in ("new", "vec")):
        return None
    return [Token("rel", "is", tokens[at].start, tokens[at + size - 1].end, None, Role.RESULT)], at + size


def _leads_alone(before: list[Token]) -> bool:
    """Whether a step is all that is said at the end of what stands before, in its sentence."""
    said = before[sentence_start(before, len(before)) :]
    quantity = any(token.kind in ("name", "der", "new", "old", "vec") for token in said)
    many = any(token.role is Role.NUMBER or token.role in _FIRM for token in said)
    return any(token.role is Role.STEP for token in said) and not quantity and not many


def _is_of_the_step(tokens: list[Token], at: int) -> bool:
    """Whether a condition names the rate or the step, and supposes no value, no time and no number of steps."""
    most = min(at + _LONGEST, len(tokens))
    end = next((n for n in range(at, most) if _ends(tokens[n])), most)
    clause = tokens[at + 1 : _main_clause(tokens, at + 1, end)]
    if SIGNS.match(tokens[at].text) and not _names_step(clause):  # Korean and Japanese set it behind its clause
        least = max(at - _LONGEST, 0)
        clause = tokens[next((n for n in range(at - 1, least - 1, -1) if _ends(tokens[n])), least - 1) + 1 : at]
    supposes = any(
        token.kind in ("name", "der", "new", "old")
        and any(t.kind in ("rel", "cmp", "num") for t in clause[place + 1 :])
        for place, token in enumerate(clause)
    )
    said = clause if SIGNS.match(tokens[at].text) else tokens[at + 1 : end]
    many = any(one.role is Role.NUMBER and two.role is Role.STEP for one, two in pairwise(said))
    many = many or any(bare(token.text) in _ANOTHER for token in said)
    again = _again(said)
    against = any(token.role in _SUPPOSING for token in (said if again < 0 else said[:again]))
    return _names_step(clause) and not (supposes or many or against)


def _main_clause(tokens: list[Token], at: int, end: int) -> int:
    """Return where the main clause begins behind a condition, where no comma parts them: "if we step we get w = 2"."""
    verbs = (
        place
        for place in range(at, end)
        if (text := bare(tokens[place].text)) in _INFLECTED
        or (text in _ARRIVES and bare(tokens[place - 1].text) in _SUBJECTS)
    )
    return next((place for place in verbs if _names_step(tokens[at:place])), end)


def _ends(token: Token) -> bool:
    return token.kind == "sep" and token.text in _ENDS


def _names_step(clause: list[Token]) -> bool:
    """Whether words speak of the step, or of going forward again behind it."""
    stepped = any(token.kind == "rate" or token.role in _OF_THE_STEP for token in clause)
    stepped = stepped or {bare(token.text) for token in clause} >= _AGAINST_GRADIENT
    again = _again(clause)
    return stepped or (again >= 0 and not any(token.name or token.kind == "num" for token in clause[:again]))


def _again(clause: list[Token]) -> int:
    """Return the place of a word that says that all is done once more; -1 where there is none."""
    return next((at for at, token in enumerate(clause) if token.kind == "word" and bare(token.text) in AGAIN), -1)
