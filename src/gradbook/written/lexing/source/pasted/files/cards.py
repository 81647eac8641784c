"""Cards: what is asked on one line and answered on the next, as sets of flash cards are exported.

df/dn                 Front: df/dn
2n = -4               Back: 2n = -4

or in columns: "Front: What is df/dn here?	Back: 2n = -4	chain::rule".
"""

import re

from gradbook.core.text.patterns import regex

QUANTITY = r"(?:[d∂]\s?\w{1,12}\s?/\s?[d∂]\s?\w{1,12}|\\frac\{\\partial[^{}\n]{1,20}\}\{\\partial[^{}\n]{1,20}\})"
_DEFINED = r"[^\W\d]\w{0,9}\s?=\s?(?=[^=\n]*[^\W\d])[^=\n:?]{1,40}[\w)\]²³]"  # f = q*z
_ASKED = rf"(?:\$?{QUANTITY}\$?|{_DEFINED})[ \t]*\??"
_TOLD = r"(?=\$?[-−+(]*(?:\d|\.\d|[^\W\d]\w{0,3}\s?[-−+*/·×=(^²]|\d*[^\W\d]\w{0,3}\s=))"
_PAIR = regex(
    rf"(?P<asked>(?<=\n\n)(?:[^\n>%$#\]]{{0,80}}[\s:])?{_ASKED})[ \t]*\n{_TOLD}(?P<told>[^\n]+)(?=\n[ \t]*\n|\n?\Z)"
)
_FRONT = (
    r"(?:front|vorderseite|recto|anverso|frente|fronte|voorkant|awers|正面|앞면|表"
    r"|q|question|frage|pregunta|pergunta|domanda)\s?[:：][ \t]*"
)
_BACK = (
    r"(?:back|rückseite|verso|reverso|retro|achterkant|rewers|背面|反面|뒷면|裏"
    r"|a|answer|antwort|réponse|respuesta|resposta|risposta)\s?[:：][ \t]*"
)
_SIDES = regex(
    rf"^(?P<front>[ \t>*-]{{0,4}}{_FRONT})(?P<asked>{_ASKED})[ \t]*\n(?P<back>[ \t>*-]{{0,4}}{_BACK}){_TOLD}",
    re.MULTILINE | re.IGNORECASE,
)
_PLAINLY = (  # what a question says beside the quantity it asks for
    r"(?:(?:what|what's|is|are|the|given|same|graph|network|neuron|at|this|that|here|now|and|then|of|value|point|compute|find"
    r"|gradient|derivative|partial|was|ist|der|die|das|wert|hier|quel|quelle|est|la|le|valeur|ici|cuál|es|el|valor|aquí)\b"
    r"|[ .,:?])*"
)
_TOPIC = (  # as tags of cards name it
    r"(?:chain|rule|product|sum|quotient|back|prop|backprop|backpropagation|gradients?|grad|derivatives?|calculus|maths?"
    r"|deep|learning|machine|neural|nets?|networks?|ml|dl|nn|ai|basics|lecture|week|chapter|exam|hinge|loss|activations?"
    r"|sigmoid|tanh|relu|forward|backward|update|local|add|mul|plus|leech|marked|sgd|descent|cs|\d{1,4})"
)
_ROW = regex(
    rf"^(?P<front>{_FRONT}{_PLAINLY})(?P<asked>(?<![\w/]){QUANTITY})(?P<rest>{_PLAINLY}\t{_BACK}){_TOLD}"
    rf"(?P<told>[^\n\t]+)(?P<tags>(?:\t(?:{_TOPIC}(?:(?:::|[ _-]){_TOPIC})*)?)?)$",
    re.MULTILINE | re.IGNORECASE,
)
_FEW = 3  # cards make a set


def answered_below(source: str) -> str:
    """Return a source, as long as it was, with a sign between what cards ask and what they answer."""
    if "/" not in source:
        return source
    if len(_SIDES.findall(source)) >= _FEW:
        source = _SIDES.sub(_joined, source)
    if "\t" in source and len(_ROW.findall(source)) >= _FEW:
        source = _ROW.sub(_in_a_row, source)
    if source.count("\n\n") >= _FEW and len(_PAIR.findall("\n\n" + source)) >= _FEW:
        source = _PAIR.sub(
            lambda pair: f"{pair['asked'].replace('?', ' ')}={pair['told']}".ljust(len(pair[0])), "\n\n" + source
        )[2:]
    return source


def _joined(pair: re.Match[str]) -> str:
    asked = pair["asked"].replace("?", " ")
    return (
        " " * len(pair["front"]) + asked.ljust(pair.start("back") - pair.start("asked")) + "=".ljust(len(pair["back"]))
    )


def _in_a_row(card: re.Match[str]) -> str:
    front, rest, tags = (" " * len(card[part]) for part in ("front", "rest", "tags"))
    return f"{front}{card['asked']}{rest[:-2]}= {card['told']}{tags}"
