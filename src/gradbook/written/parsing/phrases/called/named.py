"""Nouns before the name of what they call so, behind a sign: "∂z/∂a is simply the weight w", "= input x".

Such a noun says nothing that the name does not say; one that calls it something else leaves the side unread.
"""

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.names.wiring import is_bias
from gradbook.written.notation import plain
from gradbook.written.parsing.grammar.edges import last_seen, seen, sentence_start
from gradbook.written.parsing.grammar.signs import says

_INPUTS = bare_words(
    "input eingang eingabe entrée entrada ingresso invoer wejście вход 输入 入力 입력 feature merkmal caractéristique "
    "característica constant konstante constante costante variable factor faktor facteur fator fattore coefficient "
    "koeffizient coeficiente coefficiente multiplier value wert valeur valor valore operand"
)
_CALCULATED = bare_words(
    "activation aktivierung activación ativação attivazione output ausgabe ausgang sortie salida saída uscita hidden "
    "激活值 输出 出力 활성값 출력"
)
NOUNS = _INPUTS | _CALCULATED
_ROLES = (Role.WEIGHT, Role.BIAS)
NAMED = frozenset({Role.ARTICLE, *_ROLES})
_OTHER = bare_words("other otro otra autre andere altro altra outro outra")  # "the other input y"
_DATA = "xyt"  # letters of what nobody learns
_OTHERWISE = frozenset({Role.BEFORE, Role.SLOPE, Role.SLOPES, Role.PARTIAL, Role.LOCAL})
_MOST = 4  # words before the name


def with_noun(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read an article, a noun and a name behind a sign as the name."""
    sign = last_seen(before)
    while sign >= 0 and before[sign].role is Role.FILLER:  # "is simply the weight w"
        sign = last_seen(before, sign)
    if sign < 0 or not says(before[sign]):
        return None
    place, noun = at, None
    for _ in range(_MOST):
        if place >= len(tokens) or tokens[place].kind != "word":
            break
        word = tokens[place]
        if word.role in _ROLES or bare(word.text) in NOUNS:
            noun = word
        elif word.role not in (Role.ARTICLE, Role.FILLER) and bare(word.text) not in _OTHER:
            return None
        place = seen(tokens, place + 1)
    if noun is None or place >= len(tokens) or tokens[place].kind != "name" or not tokens[place].name:
        return None
    return ([], place) if _calls(noun, tokens[place].name, lexicon) else None


def by_function(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "the ReLU y = 7" and "after ReLU y = 7" as what the node that the function gives is."""
    place = seen(tokens, at + 1)
    name = seen(tokens, place + 1)
    sign = seen(tokens, name + 1)
    if sign >= len(tokens) or tokens[place].kind != "fn" or not says(tokens[sign]):
        return None
    other = any(token.role in _OTHERWISE for token in before[sentence_start(before, len(before) - 1) :])
    given = not other and lexicon.operations.get(tokens[name].name) == tokens[place].text
    return ([tokens[at]], name) if given else None


def _calls(noun: Token, name: str, lexicon: Lexicon) -> bool:
    """Whether something may be called so."""
    if noun.role is Role.WEIGHT:
        return name in lexicon.inputs and name[0] not in _DATA and not is_bias(plain(name).rstrip("0123456789"))
    if noun.role is Role.BIAS:
        return name in lexicon.inputs and name[0] not in _DATA and not lexicon.wiring.is_learned(name)
    return name in lexicon.operands if bare(noun.text) in _CALCULATED else True
