"""Contrasts: "multiply, not add" says how a number comes about, "for y it is different:" that one comes."""

from collections.abc import Sequence
from itertools import pairwise

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import UNKNOWN, Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import last_seen, seen, sentence_start

_OPERATIONS = bare_words(
    "add added adding addition sum summed multiply multiplied multiplying multiplication subtract subtracted divide "
    "divided addieren addiert multiplizieren multipliziert subtrahieren additionner additionne multiplier multiplie "
    "sumar sumado multiplicar multiplicado restar somar somado sommare sommato moltiplicare moltiplicato optellen "
    "opgeteld vermenigvuldigen vermenigvuldigd dodać dodajemy mnożymy pomnożyć сложить складываем умножить умножаем"
)
CHANCE = bare_words(
    "coincidence zufall casualidad coincidencia coincidência coïncidence coincidenza toeval przypadek случайность "
    "совпадение tesadüf kebetulan 巧合 우연"
)
_WHAT_A = bare_words("a what by pure just qué que quel quelle che una un durch reiner ein wat een jaki")
_EXCLAIMS = frozenset({"!", "¡", "stop"})
_DIFFERS = bare_words("different anders différent différente diferente diverso diversa inaczej иначе")

_OTHER = bare_words("other otro otra outro outra altro altra autre anderen andere ander drugi drugą другой")
_FACTORS = bare_words(
    "factor input operand faktor eingang operanden facteur entrée opérande entrada operando fator fattore ingresso "
    "invoer czynnik wejście множитель вход"
)
_DATA = bare_words("data value number")
_OWNERS = ("guy's", "one's", "factor's", "side's")  # "the other guy's data"
_HANDS = bare_words(
    "get gets swap swaps bekommt kriegt tauscht reçoit échange recibe intercambia recebe troca riceve scambia krijgt "
    "wisselt dostaje zamienia получает"
)
_BESIDE_OTHER = (
    _OTHER
    | _FACTORS
    | _DATA
    | _HANDS
    | bare_words(
        "§ s so just only you we each one it its the a of by to since because times product gate mul and guy side leg "
        "produkt produit producto produto prodotto jeder jede das den die der chaque l le la cada uno el o um ciascuno "
        "ogni elk de het każdy каждый"
    )
)
_SAID = frozenset({"word", "name", "der"})
_PARTNERS = frozenset({"partner", "partenaire", "socio", "parceiro"})
_IT = bare_words("it that this")
_BESIDE_PARTNER = bare_words("its the it that's thats because bc since as cuz denn weil car porque")


def hands_the_other(words: Sequence[str]) -> bool:
    """Whether a clause says no more than what a product hands on: "you get the other input", "the other guy's data"."""
    text = " ".join(bare(word) for word in words)
    owned = any(owner in text or owner.replace("'", " ") in text for owner in _OWNERS)
    said = [part for word in text.split() for part in word.removesuffix("'s").split("'")]
    at = next((place for place, word in enumerate(said) if word in _OTHER), len(said))
    named = not (_FACTORS | (_DATA if owned else frozenset())).isdisjoint(said[at + 1 :])
    return named and not _HANDS.isdisjoint(said) and _BESIDE_OTHER.issuperset(said)


def is_other_operation(tokens: Sequence[Token], at: int) -> bool:
    """Whether a "not" stands between two operations and ends the clause: "multiply, not add", "(added, not times)"."""
    if tokens[at].role is not Role.NEGATION:
        return False
    behind = seen(tokens, at + 1)
    if behind >= len(tokens) or bare(tokens[behind].text) not in _OPERATIONS:
        return False
    before = last_seen(tokens, at)
    while before >= 0 and (
        tokens[before].text in ("comma", "stop", "!") or bare(tokens[before].text) in ("and", "but")
    ):
        before = last_seen(tokens, before)
    end = seen(tokens, behind + 1)
    ends = end >= len(tokens) or tokens[end].kind in ("sep", "close")
    return ends and before >= 0 and bare(tokens[before].text) in _OPERATIONS


def is_other_factor(tokens: Sequence[Token], at: int) -> bool:
    """Whether "other" is of what a product hands on, in a clause that says no more: "times swaps: the other input"."""
    if tokens[at].role not in (Role.OTHER, *UNKNOWN) or tokens[at].kind != "word":
        return False
    begin = next((n + 1 for n in range(at - 1, -1, -1) if _parts(tokens[n])), 0)
    end = next((n for n in range(at, len(tokens)) if _parts(tokens[n])), len(tokens))
    clause = [token for token in tokens[begin:end] if not token.edge]
    return all(token.kind in _SAID for token in clause) and hands_the_other(
        [word for token in clause for word in (token.text.split() if token.kind == "word" else ["§"])]
    )


def is_partner(tokens: Sequence[Token], at: int) -> bool:
    """Whether a partner is a factor, and nobody, in a clause that says no more: "8, since it is the partner of r"."""
    if bare(tokens[at].text) not in _PARTNERS:
        return False
    begin = next((n + 1 for n in range(at - 1, -1, -1) if _parts(tokens[n]) or tokens[n].kind == "num"), 0)
    end = next((n for n in range(at, len(tokens)) if _parts(tokens[n])), len(tokens))
    before, behind = ([token for token in span if not token.edge] for span in (tokens[begin:at], tokens[at + 1 : end]))
    before = [one for lead, one in pairwise([*before[:1], *before]) if one.text != "is" or bare(lead.text) not in _IT]
    own = all(bare(token.text) in _BESIDE_PARTNER for token in before)
    of_one = [bool(token.name) for token in behind] == [False, True] and behind[0].role is Role.OF
    return own and of_one


def _parts(token: Token) -> bool:
    return token.kind in ("sep", "open", "close") and not token.edge


def wonders(tokens: Sequence[Token], at: int) -> bool:
    """Whether brackets hold nothing but such a word: "(coincidence)", "(¡qué casualidad!)"."""
    if bare(tokens[at].text) not in CHANCE:
        return False
    begin, end = at - 1, at + 1
    while begin >= 0 and (bare(tokens[begin].text) in _WHAT_A or tokens[begin].text in _EXCLAIMS):
        begin -= 1
    while end < len(tokens) and (tokens[end].edge or tokens[end].text in _EXCLAIMS):
        end += 1
    return begin >= 0 and tokens[begin].kind == "open" and end < len(tokens) and tokens[end].kind == "close"


def leads_another(tokens: Sequence[Token], at: int) -> bool:
    """Whether "different" ends what leads to an equation: "For y it is a little different: du/dy = 1"."""
    if tokens[at].kind != "word" or bare(tokens[at].text) not in _DIFFERS:
        return False
    behind = seen(tokens, at + 1)
    if behind >= len(tokens) or tokens[behind].text != "colon":
        return False
    said = [token for token in tokens[sentence_start(tokens, at) : at] if not token.edge]
    return len(said) > 1 and said[0].role is Role.FOR and said[1].kind == "name"
