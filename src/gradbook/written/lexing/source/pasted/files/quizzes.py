r"""Quizzes: questions that a learner answers one by one. What is asked becomes the label of what is answered.

Q4 dL/de?  A: 2          > gradient at n          2) v = ?  -0.5          Q: what reaches b?
                         2n = 12                                          A: 1, it's a sum

A question of anything else is no label. Where one is answered by no, nobody knows of what: nothing is made of any.
"""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.source.pasted.files.cards import QUANTITY

_QUESTION = r"(?:q|question|front|frage|pregunta|pergunta|domanda|vraag|вопрос|问|問)"
_ITEM = rf"[ \t]{{0,3}}(?:[*-][ \t])?(?:\*\*)?(?:{_QUESTION}[ ]?\d{{0,2}}[.:)]?[ \t]|\d{{1,2}}[.)][ \t])?"
_MARKED = rf"[ \t]{{0,3}}(?:[*-][ \t])?(?:\*\*)?{_QUESTION}[ ]?\d{{0,2}}[ ]?[.:：)][ \t]*"
_BACK = (
    r"(?:\*\*)?(?:a|ans|answer|back|me|antwort|rép|réponse|r|resp|respuesta|resposta|risposta|antwoord|ответ|о"
    r"|cevap|答)"
    r"[ ]?\d{0,2}[ ]?[.:：)](?:\*\*)?[ \t]*"
)
_ASKED = r"(?P<asked>[^\n?？=|>]{1,60}?)"
_FORMS = tuple(
    regex(rf"^(?P<front>{form}", re.MULTILINE | re.IGNORECASE)
    for form in (
        rf"{_ITEM}){_ASKED}(?P<gap>[?？][ \t]*(?:[/|][ \t]*)?(?:{_BACK}|(?<=[?？])[ \t]{{2,}}))(?=[^\s?])",
        rf"{_MARKED}){_ASKED}(?P<gap>[?？](?:\*\*)?[ \t]*\n[ \t]{{0,3}}{_BACK})(?=[^\s?])",
        rf">[ ](?:me:[ ])?){_ASKED}(?P<gap>[?？]?[ \t]*\n)(?=[^\s>])(?![^\W\d]\w{{0,9}}[ ]?[:=])",
        rf"{_ITEM})(?P<asked>[^\s=?|]{{1,16}})(?P<gap>[ ]?=[ ]?[?？]{{1,3}}[ \t]+)(?=[^\s=≈?])",
    )
)
_OPENING = (
    r"[ \t]*(?:(?:and|so|now|then|ok|und|et)[ ])?(?:(?:what|what['’]s|was|quel(?:le)?|cu[aá]l|qual|wat)\b"
    r"(?:[ ](?:is|are|ist|est|es|é|è)\b)?[ ])?(?:(?:the|der|die|das|la|le|el|o|a|het|de)[ ](?=\w{2}))?"
)
_NAME = r"(?!(?:new|what|sure)\b)[A-Za-zα-ωΑ-Ω][A-Za-z0-9_α-ω'′₀-₉]{0,11}(?!\w)"
_SLOPE = rf"\$?{QUANTITY}\$?"
_VALUE = (
    r"(?:value|result|error|loss|output|prediction|pre-activation|activation|wert|fehler|valeur|erreur|perte|valor"
    r"|pérdida|erro|perda|valore|errore|perdita|waarde|fout|wartość|błąd|значение|ошибка|değeri)"
)
_GRADIENT = (
    r"(?:grad(?:ient)?|derivative|slope|ableitung|steigung|dérivée|gradiente|derivada|derivata|afgeleide|gradiënt"
    r"|pochodna|градиент|производная)"
)
_BY = (
    r"(?:at|of|on|for|by|in|wrt|w\.r\.t\.|with respect to|nach|bei|an|von|für|en|à|de|par rapport à|em|na|no|di|su|da"
    r"|rispetto a|respecto a|em relação a|bij|op|naar|w|po|по|на)"
)
_MOVED = (
    r"(?:after(?:wards)?|then|next|nach|danach|après|después(?: de)?|depois(?: de)?|dopo|na|po|после)"
    r"(?:[ ](?:that|a|one|the|1|einem|dem|un|le|um|o|uno|il|een|de|stap|gradient|descent|update|step|schritt|pas|paso"
    r"|passo|of|with|von|mit|de|du|di|van|\.?\d[\d.,]*|,?[ ]?(?:lr|rate|lernrate|η|α)[ ]?=?[ ]?\d?\.\d+)[,]?)*"
)
_LABEL = regex(  # what may be asked: a quantity, its gradient, or its value behind the step
    rf"(?P<opening>{_OPENING})(?:{_SLOPE}|(?:{_VALUE}[ ](?:{_BY}[ ])?)?{_NAME}"
    rf"|{_GRADIENT}[ ](?:(?:of|von|de|di|van)[ ]{_NAME}[ ])?{_BY}[ ]{_NAME}"
    rf"|(?:new[ ]|(?:new[ ])?value[ ]of[ ])?{_NAME}[ ]{_MOVED}|\w{{1,6}}\([-−\d.,]+\))[ \t]*",
    re.IGNORECASE,
)
_REACHES = regex(
    rf"[ \t]*(?:and[ ])?what[ ](?:reaches|arrives at|gets to|flows into|lands on)[ ](?P<name>{_NAME})", re.IGNORECASE
)
_AT = "gradient at "
_FEW = 3  # questions make a quiz
_JUDGED = regex(  # the answers, by whoever asks: as missed, or as read off the card
    r"(?i)\b(?:cards?|backs?|score|failed|missed|peek\w*|flipped|turned|printed|auto-?filled|nope|nah|last one"
    r"|first two|third|don['’]t know|didn['’]t know|looked|so no|sure|karten?|rückseite|gewusst"
    r"|cartes?|tarjetas?|cartões)\b"
)
_NO = regex(
    r"(?:no|nope|nah|not|nein|nicht|non|não|nee|niet|nie|nej|нет|не|hayır|不|没|いいえ|아니)(?![^\W\d_])", re.IGNORECASE
)


def out_of_quiz(source: str) -> str:
    """Return a source, as long as it was, with each question of a quiz as a label of its answer."""
    if "?" not in source and "？" not in source and "> " not in source:
        return source
    found = [[(one, _label(one["asked"])) for one in form.finditer(source)] for form in _FORMS]
    if any(not label and _NO.match(source, one.end()) for questions in found for one, label in questions):
        return source
    for questions in found:
        labels = [(one, label) for one, label in questions if label]
        if len(labels) < _FEW or _JUDGED.search(source, labels[0][0].start()):
            continue
        for one, label in labels:
            front = " " * len(one["front"])
            source = source[: one.start()] + front + label + ":".ljust(len(one["gap"])) + source[one.end() :]
    return source


def _label(asked: str) -> str:
    """Return a question, as long as it was, as a label; "" where it asks for something else than a quantity."""
    if reaches := _REACHES.fullmatch(asked):
        return _AT.rjust(len(asked) - len(reaches["name"])) + reaches["name"]
    label = _LABEL.fullmatch(asked)
    return asked[label.end("opening") :].rjust(len(asked)) if label else ""
