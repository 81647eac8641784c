"""Error signals in words: "the error signal at z is -0.13", "the delta of the output neuron (dL/dz) is -0.13".

It is the derivative of the output by the node that is named, and counts where it fits: some courses scale it.
"""

from collections.abc import Sequence

from gradbook.graph.expression import Derivative
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.naming.neurons import activation_of, net_input_of
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.grammar.edges import seen
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.grammar.signs import says
from gradbook.written.parsing.phrases.called.stated import leads_to_number

ERRORS = frozenset({"signal", "error"})  # which may be anything else
SIGNALS = frozenset(map(bare, (
    "error signal", "error term", "delta", "fehlersignal", "fehlerterm", "signal d'erreur", "señal de error",
    "sinal de erro", "segnale di errore", "foutsignaal", "sygnał błędu", "сигнал ошибки", "дельта", "误差信号",
    "误差项", "誤差信号", "오차 신호",
))) | ERRORS  # fmt: skip
_LEADS = (Role.OF, Role.FOR, Role.BY)
_ARRIVES = frozenset({"arriving", "reaching", "coming", "flowing", "sitting", "received", "that", "arrives", "back"})
_SKIPPED = (Role.ARTICLE, Role.PART_OF_GRAPH)
_NEURONS = frozenset(map(bare, ("neuron", "unit", "neurone", "neurona", "neurônio", "neurons", "нейрона", "神经元")))
_MOST = 6  # words between
_LONGEST = 20  # tokens of a derivative in brackets


_INDEFINITE = frozenset({"a", "an", "ein", "einen", "einem", "eine", "un", "une", "uno", "una", "um", "uma", "een"})


def signalled(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "error signal at z" where a sign follows, over the derivative itself in brackets."""
    if before and before[-1].kind in ("name", "num", "der", "diff"):
        return None
    if before and before[-1].text in _INDEFINITE and bare(tokens[at].text) in ERRORS:
        return None  # "an error of e = -0.6" is e
    place, led, neuron = seen(tokens, at + 1), bare(tokens[at].text) not in ERRORS, False
    for _ in range(_MOST):
        if place >= len(tokens) or tokens[place].kind not in ("word", "bad"):
            break
        token = tokens[place]
        word = bare(token.text)
        leads = token.role in _LEADS
        if not (leads or token.role in _SKIPPED or word in _ARRIVES or word in SIGNALS or word == "s"):
            break
        led = led or leads
        neuron = neuron or word in _NEURONS
        place = seen(tokens, place + 1)
    if told := _in_brackets(tokens, place, lexicon):
        return [Token("der", tokens[at].text, tokens[at].start, tokens[told[1] - 1].end, told[0], Role.ERROR)], told[1]
    name = tokens[place].name if place < len(tokens) else ""
    if not led or place == at + 1:
        return None
    if name:
        place += 1
    elif neuron:  # "the delta of the output neuron"
        name = lexicon.recall(net_input_of) if lexicon.recall(activation_of) else ""
    if not name or name == lexicon.output or name not in lexicon.cone(lexicon.output):
        return None
    node = Derivative(lexicon.output, name)
    end = _past_bracket(tokens, place, node, lexicon)
    sign = seen(tokens, end)
    if sign >= len(tokens) or not leads_to_number(tokens, sign):
        return None
    return [Token("der", tokens[at].text, tokens[at].start, tokens[end - 1].end, node, Role.ERROR)], sign


def _in_brackets(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[Derivative, int] | None:
    """Return the derivative alone in brackets that begin at a place, and the place behind them, before a sign."""
    if at >= len(tokens) or tokens[at].text != "(":
        return None
    close = next((n for n in range(at, min(at + _LONGEST, len(tokens))) if tokens[n].kind == "close"), 0)
    inside = [token for token in tokens[at + 1 : close] if not token.edge]
    node = quantity(inside, lexicon) if close else None
    sign = seen(tokens, close + 1)
    said = sign < len(tokens) and says(tokens[sign])
    return (node, sign) if said and isinstance(node, Derivative) and node.of == lexicon.output else None


def _past_bracket(tokens: Sequence[Token], at: int, node: Derivative, lexicon: Lexicon) -> int:
    """Return the place behind a bracket that only says which derivative is meant; the same place for any other."""
    told = _in_brackets(tokens, seen(tokens, at), lexicon)
    return told[1] if told and told[0] == node else at
