"""Questions: one that asks why, how or which, and says nothing of numbers, doubts no equation beside it."""

from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words import AGAINST_IT, UNKNOWN, Role

MARKS = frozenset("?？")
_BEGINS = frozenset({"stop", "line", "block", "item", "heading", "colon", "comma", "wide"})
_LEAST = 3  # words of such a question
_NUMERIC = frozenset({"num", "new", "old", "rel", "cmp"})
_INTERROGATIVES = frozenset({
    "how", "why", "what", "where", "which", "when", "warum", "wieso", "weshalb", "wie", "was", "wo",
    "wohin", "welche", "welcher", "welches", "comment", "pourquoi", "quoi", "combien", "où", "quel", "quelle",
    "quels", "quelles", "cómo", "qué", "dónde", "cuánto", "cuánta", "cuál", "come", "perché", "cosa", "dove",
    "quanto", "quanta", "quale", "porque", "porquê", "onde", "qual", "为什么", "怎么",
    "什么", "多少", "为何", "왜", "어떻게", "무엇",
})  # fmt: skip


_ONES_OWN = frozenset({"did", "went", "happened", "habe", "hab", "ai", "fiz", "hice", "heb"})  # "where did I go off?"


def asked(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a question mark as a plain one where a question is of its own kind; it ends a sentence."""
    found: list[Token] = []
    begin = 0
    for token in tokens:
        if token.kind == "sep" and token.text in _BEGINS:
            begin = len(found) + 1
        if token.kind == "word" and token.text in MARKS:
            if _of_its_own(found[begin:]):
                found += [replace(token, role=Role.PLAIN), Token("sep", "stop", token.end, token.end)]
                begin = len(found)
                continue
            if found and found[-1] == Token("sep", "stop", token.start, token.start):
                continue  # "why??"
        found.append(token)
    return found


def _of_its_own(sentence: list[Token]) -> bool:
    words = [token for token in sentence if token.kind == "word" and token.text not in MARKS]
    return (
        len(words) >= _LEAST
        and words[0].text in _INTERROGATIVES
        and not any(word.text in _ONES_OWN for word in words)
        and not any(word.role in AGAINST_IT or word.role in UNKNOWN for word in words)
        and not any(token.kind in _NUMERIC and token.text != "is" for token in sentence)
    )
