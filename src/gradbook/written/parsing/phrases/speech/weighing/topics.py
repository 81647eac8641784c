"""Topics: what learners remark at the end that is no doubt of their numbers, however unsure they name it.

This is the "dying ReLU" from the slides, I think?        It seems to me that the step is a bit too large?
"""

import re

from gradbook.core.text.patterns import regex

_DEAD = (
    r"(?:dying|dead|died)[ ](?:relu|neuron|unit)s? | (?:sterbende|tote)[nsr]?[ ](?:relu|neuron|einheit)"
    r"| relu[ ]?s?[ ](?:morte?|muerta|morta|dode) | neurone?[ ]mort | neurona[ ]muerta | neur[oô]nio[ ]morto"
    r"| neurone[ ]morto | dode[ ](?:relu|neuron) | martwy[ ]neuron | умирающ\w+[ ]relu | мёртв\w+[ ](?:relu|нейрон)"
    r"| 死亡[ ]?relu | 神经元死亡 | 죽은[ ]?(?:relu|뉴런)"
)
_VANISHING = (
    r"(?:vanishing|exploding)[ ]gradients? | verschwindende[nr]?[ ]gradient\w*"
    r"| gradients?[ ](?:évanescents?|qui[ ]disparaît) | desvanecimiento[ ]del[ ]gradiente"
    r"| gradiente[ ](?:que[ ](?:se[ ]desvanece|desaparece)|evanescente) | zanikając\w+[ ]gradient\w*"
    r"| (?:исчезающ\w+[ ]градиент|затухани\w+[ ]градиент)\w* | 梯度(?:消失|爆炸) | 勾配消失 | 기울기[ ]?소실"
)
_STEP = (
    r"step(?:[ ]size)?|rate|schritt(?:weite)?|lernrate|pas|taux|paso|tasa|passo|taxa|tasso|stap|leersnelheid|krok\w*"
    r"|шаг\w*|скорость|steg\w*|adım"
)
_TOO = r"too|zu|trop|demasiado|muy|muito|demais|troppo|te|za|zbyt|слишком|för|çok"
_LARGE = (
    r"big|large|small|high|groß|gross|klein|hoch|grande?|petite?|pequeñ[oa]|alt[oa]|pequen[oa]|piccol[oa]|groot"
    r"|duż[ya]|mał[ya]|velk[ýá]|больш\w+|велик\w*|мал\w*|stor[at]?|büyük"
)
_TOPIC = regex(rf"{_DEAD} | {_VANISHING} | \b(?:{_STEP})\b.{{0,40}}?\b(?:{_TOO})[ ](?:{_LARGE})", re.I | re.X)

SPARED = 2.5
"""By how much less a sentence on such a topic charges; one that calls a number wrong does all the same."""


def on_topic(text: str) -> bool:
    """Whether a sentence names a phenomenon of training, or speaks of the size of the step."""
    return _TOPIC.search(text) is not None
