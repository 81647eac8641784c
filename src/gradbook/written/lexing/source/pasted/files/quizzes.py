r"""Quizzes: questions that a learner answers one by one. What is asked becomes the label of what is answered.

Q4 dL/de?  A: 2          > gradient at n          2) v = ?  -0.5          Q: what reaches b?
                         2n = 12                                          A: 1, it's a sum

A question of yes or no, or of reasons, is no label, nor is one that has a number for its answer already.
"""

import re

from gradbook.core.text.patterns import regex

_QUESTION = r"(?:q|question|front|frage|pregunta|pergunta|domanda|vraag|вопрос|问|問)"
_ITEM = rf"[ \t]{{0,3}}(?:[*-][ \t])?(?:\*\*)?(?:{_QUESTION}[ ]?\d{{0,2}}[.:)]?[ \t]|\d{{1,2}}[.)][ \t])?"
_MARKED = rf"[ \t]{{0,3}}(?:[*-][ \t])?(?:\*\*)?{_QUESTION}[ ]?\d{{0,2}}[ ]?[.:：)][ \t]*"
_BACK = (
    r"(?:\*\*)?(?:a|ans|answer|back|me|antwort|rép|réponse|r|resp|respuesta|resposta|risposta|antwoord|ответ|о|cevap|答)"
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
_NO_LABEL = regex(  # what is asked is no quantity
    r"[ \t]*(?:(?:and|so|but|then)[ ])?(?:does|do|did|is|are|was|were|can|could|should|would|will|why|how|who|when"
    r"|where|which|ist|sind|warum|wie|wer|pourquoi|comment|est-ce|por[ ]?qu[eéê]|c[oó]mo|perch[eé]|come|waarom|hoe"
    r"|почему|как)\b",
    re.IGNORECASE,
)
_OPENING = regex(
    r"[ \t]*(?:(?:and|so|now|then|ok|und|et)[ ])?(?:what|what['’]s|was|quel(?:le)?|cu[aá]l|qual|wat)\b"
    r"(?:[ ](?:is|are|ist|est|es|é|è)\b)?[ ](?:(?:the|der|die|das|la|le|el|o|a|het|de)[ ](?=\w{2}))?",
    re.IGNORECASE,
)
_REACHES = regex(r"[ \t]*what (?:reaches|arrives at|gets to|flows into|lands on) (?=\w+\s*$)", re.IGNORECASE)
_AT = "gradient at "
_FEW = 3  # questions make a quiz


def out_of_quiz(source: str) -> str:
    """Return a source, as long as it was, with each question of a quiz as a label of its answer."""
    if "?" not in source and "？" not in source and "> " not in source:
        return source
    for form in _FORMS:
        labels = [found for found in form.finditer(source) if not _NO_LABEL.match(found["asked"])]
        if len(labels) >= _FEW:
            for found in labels:
                source = source[: found.start()] + _label(found) + source[found.end() :]
    return source


def _label(question: re.Match[str]) -> str:
    asked = question["asked"]
    if reaches := _REACHES.match(asked):
        asked = _AT.rjust(len(reaches.group())) + asked[reaches.end() :]
    elif opening := _OPENING.match(asked):
        asked = " " * len(opening.group()) + asked[opening.end() :]
    return " " * len(question["front"]) + asked + ":".ljust(len(question["gap"]))
