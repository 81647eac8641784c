"""Direction: whether values were spoken of last, or gradients on their way back."""

from collections.abc import Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import SIGNS, Role
from gradbook.written.parsing.grammar.edges import last_seen, seen

_BACK = frozenset({Role.SLOPE, Role.SLOPES, Role.UPSTREAM, Role.BACKWARD})
BACKWARD = frozenset({
    "反向", "反向传播", "反向传递", "反向計算", "反向计算", "反传", "反向傳播", "后向", "逆伝播", "逆伝搬", "逆方向",
    "誤差逆伝播", "역전파", "역방향", "오차역전파", "거꾸로", "backward", "backwards", "backprop",
    "backpropagation", "backpropagating", "backpropagate", "rückwärts", "rétropropagation", "arrière",
    "retropropagación", "atrás", "retropropagação", "trás", "retropropagazione", "indietro", "achterwaarts", "terug",
    "wstecz", "обратно", "ngược", "lan truyen nguoc", "geriye", "geri yayilim", "mundur", "propagasi balik",
    "propagasi mundur", "chain rule", "the chain rule", "chainrule", "kettenregel", "regla de la cadena",
    "regra da cadeia", "regola della catena", "règle de la chaîne", "règle de dérivation en chaîne",
    "kettingregel", "zincir kuralı", "链式法则", "連鎖律", "연쇄법칙", "연쇄 법칙", "правило цепочки", "цепное правило",
})  # fmt: skip
_FORWARD = frozenset({
    "forward", "fp", "fprop", "fwd", "fw", "vorwärts", "passe avant", "vooruit", "voorwaarts", "прямой проход",
    "прямое распространение", "前向计算", "正向计算", "フォワード", "포워드", "順伝播の値", "前向", "前向传播",
    "前传", "正向", "正向传播", "順伝播", "順伝搬", "順方向", "순전파", "순방향", "정방향", "前向傳播",
    "lan truyen tien", "lan truyen xuoi", "ileri yayilim", "ileri besleme", "maju", "propagasi maju", "umpan maju",
})  # fmt: skip
_REACH = 300  # tokens: what was spoken of longer ago is not what is spoken of
_ON = frozenset({Role.STEP, Role.NEW, Role.AFTER})


def goes_back(before: Sequence[Token]) -> bool:
    """Whether gradients were spoken of last, and not values or the step.

    "The gate swaps the values" is no turn to values; "Values:" is.
    """
    for place in range(len(before) - 1, max(-1, len(before) - 1 - _REACH), -1):
        token = before[place]
        if token.kind in ("der", "diff", "nabla") or token.role in _BACK or token.text in BACKWARD:
            return True
        if token.role is Role.AFTER and SIGNS.match(token.text):
            continue  # what was done before, of whatever kind
        if token.role is Role.AFTER and _is_done(before, place + 1):
            continue
        if token.kind == "new" or token.role in _ON or token.text in _FORWARD:
            return False
        if token.role is Role.VALUES and _stands_alone(before, place):
            return False
    return False


def _is_done(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is done stands at a place: "after adding the other branch", and not "after updating"."""
    place = seen(tokens, at)
    return place < len(tokens) and tokens[place].role is Role.PLAIN and tokens[place].text.endswith("ing")


def _stands_alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is all that its line, or what stands before a colon in it, says."""
    lead, behind = last_seen(tokens, at), seen(tokens, at + 1)
    return (lead < 0 or tokens[lead].kind == "sep") and (behind >= len(tokens) or tokens[behind].kind == "sep")
