"""Accusations: what is called an error: "This is an error: q = 10", "the mistake in line 2 is q = 10"."""

from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.cues.announcements import is_denial
from gradbook.written.parsing.cues.surroundings import Surroundings
from gradbook.written.parsing.grammar.edges import last_seen

_ONE = frozenset({"a", "an", "ein", "une", "un", "um", "een"})
_LETTERS = ("c", "e", "j", "l")  # of errors and losses: "we have an error: e = 3"
_FEW = 3  # equations before one, among which its sentence may have another
_WAS = frozenset({"was", "war", "etait", "fue", "era", "foi", "fu", "were"})
_MISTAKES = frozenset({
    "bug", "typo", "slip", "glitch", "tippfehler", "rechenfehler", "faute", "coquille", "errata", "equivocacion",
    "engano", "svista", "笔误", "오타",
})  # fmt: skip
_MINE = frozenset({"my", "mein", "meine", "unser", "mon", "notre", "mi", "nuestro", "meu", "nosso", "mio", "我的"})


def accused(around: Surroundings, number: int) -> str:
    """Return the word by which an equation is called an error; "the error: q = 10" may be what a quantity is called."""
    tokens, first = around.tokens, around.drafts[number].first
    before = last_seen(tokens, first)
    if before < 0 or tokens[first].text[:1].lower() in _LETTERS:
        return ""
    if tokens[before].text == "colon":
        words = around.words(around.sentence(number)[0], first)[-2:]
        told = len(words) > 1 and words[0].text in _ONE and words[1].role is Role.ERROR
        return words[1].text if told else ""
    if not ((tokens[before].kind == "rel" and tokens[before].text == "is") or bare(tokens[before].text) in _WAS):
        return ""
    start = around.sentence(number)[0]
    if any(draft.states and start <= draft.first < first for draft in around.drafts[max(0, number - _FEW) : number]):
        return ""
    words = around.words(start, first)
    counted = any(token.kind == "num" for token in tokens[start:first])  # "in line 2"
    sure = counted or any(bare(word.text) in _MINE for word in words)
    return next(
        (
            word.text
            for word in words
            if is_denial(word) or bare(word.text) in _MISTAKES or (sure and word.role is Role.ERROR)
        ),
        "",
    )
