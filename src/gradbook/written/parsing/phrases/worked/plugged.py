"""Numbers put in: "dq/dy = -x/y². Plugging in: -7/4 = -1.75" goes on with the formula before it."""

from collections.abc import Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import ends_sentence

PUTS_IN = bare_words(
    "plug plugging plugged substitute substituting substituted substitution insert inserting inserted numerically "
    "evaluate evaluating evaluated einsetzen eingesetzt numerisch remplaçant remplace remplaçons substituant "
    "numériquement sustituyendo sustituimos reemplazando numéricamente substituindo substituímos numericamente "
    "sostituendo sostituiamo numericamente invullen ingevuld podstawiając podstawiamy podstawiam подставляя "
    "подставляем подставим 代入 代入得 代入数值 带入 代入すると 대입하면 insatt dosazením dosadíme"
)
_NUMBERS = bare_words(
    "on a obtient nous avons ottengo otteniamo abbiamo obtenemos obtengo tenemos queda temos obtemos wir man erhalten "
    "erhält ergibt hat haben have obtain wychodzi mamy получаем имеем krijgen hebben "
    "the our all these in into numbers number values value figures we get i now at this point it here them zahlen "
    "werte die der mit en les valeurs nombres los valores las números os dos i valori le de waarden getallen wartości "
    "liczby значения числа numeriska hodnoty số giá trị vào ta có đang koyarsak koyunca değerleri and und so 数值 値を"
)
WITH = bare_words("with en by durch al per in mit avec con com met z с thay với dengan med 用 将")
_VALUES = bare_words(
    "numbers values figures zahlen werten nombres valeurs números valores numeri valori getallen waarden liczbami "
    "wartościami числами số angka siffror 数字 数值"
)
_FORMULA = frozenset({"name", "close", "end", "sup", "num", "der", "op", "fn", "open", "frac", "power"})
_BEGINS = frozenset({"num", "open", "op", "frac"})
_PARTS = frozenset({"stop", "line", "comma", "semicolon", "block", "soft"})
_LEADS_ON = frozenset({"colon", "comma", "is", "="})
_MOST = 9  # tokens that put numbers in


def put_in(tokens: list[Token]) -> list[Token]:
    """Return the tokens, words that put numbers into the formula before them as a sign."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        end = _end(tokens, at) if _puts_in(tokens, at) else 0
        before = len(found) - (bool(found) and bare(found[-1].text) in WITH)  # "En remplaçant"
        if end and _is_formula(found[:before]):
            del found[before:]
            while found[-1].kind == "sep":
                found.pop()
            found.append(Token("rel", "=", tokens[at].start, tokens[end - 1].end))
            at = end
        else:
            found.append(tokens[at])
            at += 1
    return found


def _puts_in(tokens: Sequence[Token], at: int) -> bool:
    words = (
        [bare(token.text) for token in tokens[at : at + 3] if token.kind == "word"] if tokens[at].kind == "word" else []
    )
    return bool(words) and (words[0] in PUTS_IN or (words[0] in WITH and not _VALUES.isdisjoint(words[1:])))


def _end(tokens: Sequence[Token], at: int) -> int:
    """Return where the words end that put numbers in, before a calculation; 0 where none follows."""
    end = at + 1
    while end < len(tokens) and end - at < _MOST and (_leads(tokens[end]) or tokens[end].edge):
        end += 1
    calculates = end < len(tokens) and tokens[end].kind in _BEGINS and not tokens[end].name
    return end if calculates else 0


def _leads(token: Token) -> bool:
    if token.kind != "word":
        return token.text in _LEADS_ON
    said = {*bare(token.text).split()}
    return said <= _NUMBERS | PUTS_IN | _VALUES or token.role in (Role.RESULT, Role.RELATION, Role.ARTICLE)


def _is_formula(tokens: Sequence[Token]) -> bool:
    """Whether the equation that ends before a place, with a mark behind it, ends with a formula."""
    at = len(tokens) - 1
    while at >= 0 and tokens[at].kind == "sep":
        at -= 1
    names, parted = 0, not _PARTS.isdisjoint(token.text for token in tokens[at + 1 :])
    while at >= 0 and (tokens[at].kind in _FORMULA or tokens[at].edge):
        names += tokens[at].kind == "name"
        at -= 1
    if not (parted and names > 0 and at >= 0 and tokens[at].kind == "rel"):
        return False
    listed = False  # "q = x / y, f = q + z": of which?
    while at > 0 and not ends_sentence(tokens[at - 1]):
        at -= 1
        if listed and tokens[at].kind == "rel":
            return False
        listed = listed or tokens[at].text in ("comma", "semicolon")
    return True
