"""What is compared, by its noun: 2 * (prediction - target), where the graph has one prediction and one target.

And the noun for their difference, where the answer says which it is: "error = a - y", "dL/da = -(y - a) = -error".
"""

from dataclasses import replace

from gradbook.graph.expression import Symbol
from gradbook.written.expression import Call
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.naming.neurons import prediction_of, target_of
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import last_seen, seen
from gradbook.written.parsing.phrases.called.kinds import OUTPUTS, PREDICTIONS

_PREDICTED = OUTPUTS | bare_words(
    "pred preds predictions predicted guess estimate estimated out vorhergesagt vorhergesagter prédit prédite predicho "
    "previsto predetto voorspeld"
) | frozenset(map(bare, PREDICTIONS))  # fmt: skip
_TARGETS = bare_words(
    "target targets label actual true truth correct expected desired observed goal answer ziel zielwert soll sollwert "
    "wahr wahrer istwert cible étiquette vrai vraie réel réelle attendu objetivo deseado real etiqueta esperado "
    "verdadero alvo rótulo verdadeiro desejado obiettivo bersaglio reale atteso vero doel doelwaarde echte cel цель "
    "метка 真实值 真值 目标 目标值 标签 期望 期望值 实际值 실제값 정답 타깃 타겟 목표 목표값 目標 目標値 "
    "正解 教師 正解ラベル 教師データ"
)
ERRORS = bare_words(
    "error err diff difference residual deviation fehler differenz abweichung erreur différence écart résidu "
    "diferencia residuo erro diferença resíduo errore differenza scarto fout verschil ошибка разность "
    "误差 差值 残差 오차 誤差 差"
)
_OPENS = frozenset({"op", "open"})
_CLOSES = frozenset({"close", "rel", "sep"})
_SIDE_ENDS = frozenset({"name", "close", "num", "sep"})
_SIDE_BEGINS = frozenset({"rel", "word", "sep"})
_LONGEST = 8  # tokens of a difference, with the edges of its mathematics
_OPERANDS = 3  # two, and the sign between them
COMPARED = _PREDICTED | _TARGETS  # nouns of what is compared


def with_nouns(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, the nouns of a difference between prediction and target as the names of these."""
    found = [*tokens]
    for at, token in enumerate(tokens):
        if (token.kind, token.text) != ("op", "-"):
            continue
        before, behind = last_seen(tokens, at), seen(tokens, at + 1)
        if before < 0 or behind >= len(tokens) or "word" not in (tokens[before].kind, tokens[behind].kind):
            continue
        meant = [_meant(tokens[place], lexicon) for place in (before, behind)]
        if set(meant) == {lexicon.recall(prediction_of), lexicon.recall(target_of)} and all(meant):
            for place, name in zip((before, behind), meant, strict=True):
                if tokens[place].kind == "word":
                    found[place] = replace(tokens[place], kind="name", node=Symbol(name), role=None)
    return found


def with_errors(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, a noun for the difference as that difference wherever it is an operand."""
    meant: dict[str, set[Call]] = {}
    for at, token in enumerate(tokens):
        if _is_error(token) and (node := _said(tokens, at, lexicon)):
            meant.setdefault(bare(token.text), set()).add(node)
    nodes = {noun: next(iter(found)) for noun, found in meant.items() if len(found) == 1}
    found = [*tokens]
    for at, token in enumerate(tokens):
        if not _is_error(token) or bare(token.text) not in nodes:
            continue
        if _is_aside(tokens, at):  # "= a - y (error)" calls it so, and takes nothing back
            found[at] = replace(token, role=Role.PLAIN)
        elif _is_operand(tokens, at):
            found[at] = replace(token, kind="name", node=nodes[bare(token.text)], role=None)
    return found


def _is_error(token: Token) -> bool:
    return token.kind == "word" and bare(token.text) in ERRORS


def _is_aside(tokens: list[Token], at: int) -> bool:
    """Whether a noun alone in brackets calls the side before it so."""
    before, behind = last_seen(tokens, at), seen(tokens, at + 1)
    inside = before > 0 and behind < len(tokens) and tokens[before].kind == "open" and tokens[behind].kind == "close"
    return inside and tokens[last_seen(tokens, before)].kind in _SIDE_ENDS


def _is_operand(tokens: list[Token], at: int) -> bool:
    """Whether a noun stands between signs, brackets or the ends of a line, behind a sign or before one."""
    before, behind = last_seen(tokens, at), seen(tokens, at + 1)
    opens = before >= 0 and (tokens[before].kind in _OPENS or tokens[before].text == "=")
    operates = behind < len(tokens) and tokens[behind].kind == "op"
    ends = behind >= len(tokens) or tokens[behind].kind in _CLOSES
    counted = before >= 0 and tokens[before].kind == "num" and operates  # "2 error × x"
    return counted or (opens and (operates or ends))


def _said(tokens: list[Token], at: int, lexicon: Lexicon) -> Call | None:
    """Return the difference that a noun at a place is said to be, by an equation before it or behind it."""
    behind = seen(tokens, at + 1)
    if behind < len(tokens) and tokens[behind].text == "=":
        return _difference([t for t in tokens[behind + 1 : behind + 1 + _LONGEST] if not t.edge], lexicon)
    sign = last_seen(tokens, at)
    if _is_aside(tokens, at):
        return _difference(_side(tokens, sign), lexicon, whole=True)
    minus = sign >= 0 and tokens[sign].text == "-"
    sign = last_seen(tokens, sign) if minus else sign
    if sign < 0 or tokens[sign].text != "=":
        return None
    found = _difference(_side(tokens, sign), lexicon, whole=True)
    return Call("-", found.args[::-1]) if found and minus else found


def _side(tokens: list[Token], end: int) -> list[Token]:
    """Return the side that ends at a place, behind its sign."""
    side = [token for token in tokens[max(end - _LONGEST, 0) : end] if not token.edge and token.text != "wide"]
    return side[next((n + 1 for n in range(len(side) - 1, -1, -1) if side[n].kind in _SIDE_BEGINS), 0) :]


def _difference(side: list[Token], lexicon: Lexicon, *, whole: bool = False) -> Call | None:
    """Return the difference of prediction and target with which tokens begin, its first operand first; else None."""
    minus = side[:1] != [] and side[0].text == "-"
    side = side[1:] if minus else side
    opened = side[:1] != [] and side[0].kind == "open"
    side = side[1:] if opened else side
    if len(side) < _OPERANDS or side[1].text != "-" or (minus and not opened):
        return None
    names = [_meant(token, lexicon) for token in (side[0], side[2])]
    rest = side[_OPERANDS + opened :]
    ends = not rest or (rest[0].kind in _CLOSES and not whole)
    if set(names) != {lexicon.recall(prediction_of), lexicon.recall(target_of)} or not all(names) or not ends:
        return None
    first, second = (Symbol(name) for name in (reversed(names) if minus else names))
    return Call("-", (first, second))


def _meant(token: Token, lexicon: Lexicon) -> str:
    """Return the node or input that a side of the difference names; "" for another."""
    if token.kind == "name":
        return token.name
    word = bare(token.text) if token.kind == "word" else ""
    if word in _TARGETS:
        return lexicon.recall(target_of)
    return lexicon.recall(prediction_of) if word in _PREDICTED else ""
