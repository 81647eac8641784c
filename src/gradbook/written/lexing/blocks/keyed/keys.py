"""Keys: what the keys of data say: the name of a node, its value, the gradient by it, what it is after the step.

The lists are closed: a key that is in none of them may say anything, so that data under it says nothing.
"""

import re
from enum import Enum, auto
from functools import lru_cache

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.lists.remarking import REMARKING


class Key(Enum):
    """What a key says of what stands behind it, or under it."""

    NAME = auto()
    VALUE = auto()
    SLOPE = auto()
    AFTER = auto()
    GIVEN = auto()  # what the exercise gives, and what is before the step
    COUNT = auto()  # of rounds
    ASIDE = auto()  # an operation, a shape: nothing that is judged
    NEUTRAL = auto()  # what only holds other entries


_KEYS = {
    Key.NAME: r"wrt|with_respect_to|name|id|sym(?:bol)?|label|node|var(?:iable)?|param|quantity|key|tensor"
    r"|nom|nombre|nome|knoten|größe",
    Key.VALUE: r"data|val(?:ue)?s?|num(?:ber)?|fwd|forward(?:_?(?:pass|values?))?|activations?"
    r"|results?|wert|werte|valeurs?"
    r"|valor(?:es)?|valore|waarde|значение|值|値|값|vorwärts|avant|adelante|avanti",
    Key.SLOPE: r"(?:all_|d)?(?:(?:grad(?:ient)?s?|derivatives?)"
    r"(?:_?of_?(?:the_)?(?:loss|cost|error|output|[A-Za-z]\w{0,3}))?"
    r"(?:_?(?:wrt|by|with_respect_to))?|gradienten?|gradiente|gradienti|gradientes"
    r"|adj(?:oint)?s?|d_?(?:out(?:put)?|loss|cost)|deriv(?:ative)?s?"
    r"|derivadas?|dérivées?|ableitung(?:en)?|bwd|backward(?:_?pass)?|rückwärts|arrière|atrás|indietro"
    r"|градиенты?|производн(?:ая|ые)|梯度|勾配|기울기)",
    Key.AFTER: r"(?:(?:data|val(?:ue)?s?|params?|weights?)_)?"
    r"(?:(?:after|post)(?:_?(?:(?:the|one|1)_)?(?:step|update|sgd|descent))?|new|updated?|stepped|now|next"
    r"|nachher|neue?|nach_?(?:dem_)?schritt|apr[eè]s(?:_?(?:le_)?pas)?|despu[eé]s|dopo|depois|nouveaux?|nouvelles"
    r"|nuev[oa]s?|nuov[oi]|nov[oa]s?|nieuwe?)"
    r"(?:_?(?:val(?:ue)?s?|data|params?|parameters|weights?|step|werte?|gewichte|valeurs|valores|valori|pesos|pesi))?",
    Key.GIVEN: r"(?:(?:data|val(?:ue)?s?|params?|weights?)_)?(?:before|was|old|start|init(?:ial)?"
    r"|vorher|alt|avant_pas|antes|prima)"
    r"(?:_?(?:val(?:ue)?s?|data|params?|parameters|weights?))?|inputs?|given|weights|biases|config"
    r"|hyper_?param(?:eter)?s?",
    Key.COUNT: r"step|iter(?:ation)?|epoch|round|batch|sample|schritt|epoche|étape|paso|passo",
    Key.ASIDE: r"_?ops?|operation|type|kind|shape|dtype|tol(?:erance)?|eps(?:ilon)?"
    r"|[ra]tol|device|requires_?grad|is_leaf|leaf|children"
    r"|parents|prev|_prev|args"
    r"|level|lvl|phase|pass|stage|ts|time|timestamp|logger|module|file|how|formula|expr(?:ession)?|eq(?:uation)?|rule"
    r"|lr|rate|eta|alpha|learning_rate|loss_fn|optimizer|trainable|version|seed|color|backward_fn"
    r"|grad_fn|fn|func(?:tion)?",
    Key.NEUTRAL: r"nodes|params|parameters|vars|variables|tensors|graph|tape|trace|case|test"
    r"|fixture|example|expect(?:ed)?"
    r"|golden|outputs?|pass(?:es)?|network|model|layer|data|knoten|graph_values|quantities|entries|rows",
}  # fmt: skip
_SENSES = {key: regex(pattern, re.IGNORECASE) for key, pattern in _KEYS.items()}
REMARKS = regex(rf"{REMARKING}|result|备考|コメント|메모", re.IGNORECASE)
PHASES = regex(r"(?:f(?:or)?wa?r?d|b(?:ack)?wa?r?d|step|update|sgd|train|info|debug|trace)(?:_?pass)?", re.IGNORECASE)
_BEFORE_SIGN = regex(r"\b\w++(?=['\"]?\s*[:=,;\]])")
_SAYS_NAME = regex(
    rf"(?<![\w.])['\"]?(?:{_KEYS[Key.NAME]})['\"]?\s?[:=]\s?['\"]?\w|(?:^|[,;])(?:{_KEYS[Key.NAME]})[,;][\w,; ]*$",
    re.IGNORECASE | re.MULTILINE,
)
_SAYS_SECTION = regex(
    rf"^[ \t]*(?:-[ \t]+)?(?:\[+[\w. -]*\b|['\"]?)(?:{_KEYS[Key.SLOPE]}|{_KEYS[Key.VALUE]})(?:['\"]?[ \t]*[:=]|\]+)"
    rf"|['\"{{,][ \t]*['\"]?(?:{_KEYS[Key.SLOPE]})['\"]?[ \t]*:|\b[A-Z]\w*\((?:data|val(?:ue)?)=",
    re.IGNORECASE | re.MULTILINE,
)


@lru_cache(maxsize=4)  # asked at each line of an answer
def says_keys(source: str) -> bool:
    """Whether a source holds what data begins with: a key that names a node, or one above values or gradients."""
    if not any(map(_may_be_key, set(_BEFORE_SIGN.findall(source)))):
        return False
    return _SAYS_NAME.search(source) is not None or _SAYS_SECTION.search(source) is not None


@lru_cache(maxsize=2_000)
def _may_be_key(word: str) -> bool:
    return any(_SENSES[sense].fullmatch(word) for sense in (Key.NAME, Key.VALUE, Key.SLOPE))


def sense_of(key: str) -> Key | None:
    """Return what a key says; None where it is no word that is known, and may be a name."""
    return next((sense for sense, pattern in _SENSES.items() if pattern.fullmatch(key)), None)
