"""Errors that are quantities and no mistakes: "the error at the output", "we send the error back"."""

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import SIGNS, Role, bare
from gradbook.written.parsing.cues.around.announcements import ONE

_ERROR_OF = frozenset({"at", "of", "am", "an", "à", "de", "du", "del", "da", "do", "van", "bij"})
_LESSENS = frozenset(
    {"reduce", "minimize", "minimise", "verringern", "minimieren", "réduire", "minimiser", "minimizar"}
)
_OF_QUANTITY = frozenset({  # "output error" is one
    "output", "outputs", "squared", "total", "hidden", "prediction", "layer", "mean", "quadratischer", "mittlerer",
})  # fmt: skip
_HANDED = frozenset({  # what an error is that is handed back
    "signal", "signals", "term", "attributed", "propagated", "backpropagated", "back", "backwards", "flowing", "passed",
    "layer", "neuron", "node", "unit", "zurück", "schicht", "neurons", "knotens", "rétropropagée", "couche", "neurone",
    "retropropagado", "capa", "neurona", "camada", "retropropagato", "strato",
})  # fmt: skip
_SENDS = frozenset({
    "backpropagate", "backpropagating", "backpropagated", "propagate", "propagating", "send", "pass", "distribute",
    "compute", "define", "measure", "berechne", "berechnen", "definieren", "calculer", "calculate", "calcular",
})  # fmt: skip
_WORKING_OUT = frozenset({  # "Cálculo del error", "Berechnung des Fehlers"
    "calculo", "calculation", "computation", "measurement", "propagation", "backpropagation", "berechnung",
    "bestimmung", "messung", "calcul", "calcolo", "medicion", "medida", "propagacion", "propagacao", "retropropagation",
})  # fmt: skip
_JUST = frozenset(
    {"just", "simply", "nur", "einfach", "juste", "simplement", "solo", "simplemente", "apenas", "gewoon"}
)


def is_thing(words: list[Token], at: int, *, slope: bool = False) -> bool:
    """Whether an error is a quantity and no mistake: "error at the output", "to decrease the error"."""
    if words[at].role is not Role.ERROR or " " in words[at].text:
        return False
    if slope and at and words[at - 1].role is Role.ARTICLE and words[at - 1].text not in ONE:
        just = at == 1 or (at == 2 and bare(words[0].text) in _JUST)  # "just the error", which is y less t
        return (at + 1 == len(words) and just) or any(word.text in _HANDED for word in words[at + 1 :])
    before = next((word for word in reversed(words[:at]) if word.role is not Role.ARTICLE), None)
    if before is not None and before.role is Role.OF:
        worked = next((word for word in reversed(words[:at]) if word.role not in (Role.ARTICLE, Role.OF)), None)
        if worked is not None and bare(worked.text) in _WORKING_OUT:
            return True
    of = at + 1 < len(words) and words[at + 1].text in _ERROR_OF
    of = of or (at > 0 and words[at - 1].role is Role.OF and bool(SIGNS.match(words[at - 1].text)))  # 출력층의 오류
    if before is not None and before is words[at - 1] and before.text in _OF_QUANTITY:
        return True
    return of or (
        before is not None and (before.role is Role.CHANGES or before.text in _LESSENS or before.text in _SENDS)
    )
