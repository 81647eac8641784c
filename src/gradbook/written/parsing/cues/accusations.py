"""Accusations: what is called an error: "This is an error: q = 10", "the mistake in line 2 is q = 10"."""

from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.cues.announcements import is_denial
from gradbook.written.parsing.cues.surroundings import Surroundings
from gradbook.written.parsing.grammar.edges import last_seen

_ONE = frozenset({"a", "an", "ein", "une", "un", "um", "een"})
_LETTERS = ("c", "e", "j", "l")  # of errors and losses: "we have an error: e = 3"
_FEW = 3  # equations before one, among which its sentence may have another
_WAS = frozenset({"was", "war", "etait", "fue", "era", "foi", "fu", "were", "c'est"})
_MISTAKES = frozenset({
    "bug", "typo", "slip", "glitch", "tippfehler", "rechenfehler", "faute", "coquille",
    "errata", "equivocacion",
    "engano", "svista", "笔误", "오타",
})  # fmt: skip
_LINES = frozenset({"line", "zeile", "ligne", "linea", "linha", "riga", "regel", "行"})  # "the mistake in line 2"
_MINE = frozenset({"my", "mein", "meine", "unser", "mon", "notre", "mi", "nuestro", "meu", "nosso", "mio", "我的"})


def accused(around: Surroundings, number: int) -> str:
    """Return the word by which an equation is called an error; "the error: q = 10" may be what a quantity is called."""
    tokens, first = around.tokens, around.drafts[number].first
    before = last_seen(tokens, first)
    if before < 0 or tokens[first].text[:1].lower() in _LETTERS:
        return ""
    start = around.sentence(number)[0]
    if any(draft.states and start <= draft.first < first for draft in around.drafts[max(0, number - _FEW) : number]):
        return ""
    words = around.words(start, first)
    said = [bare(word.text).split()[-1] for word in words]
    sure = any(token.kind == "num" for token in tokens[start:first]) or not (_MINE | _LINES).isdisjoint(said)
    if tokens[before].text == "colon":
        if len(words) > 1 and words[-2].text in _ONE and words[-1].role is Role.ERROR:
            return words[-1].text
        sure = sure and not _LINES.isdisjoint(said)
        return next(
            (
                w.text
                for w, text in zip(words, said, strict=True)
                if text in _MISTAKES or (sure and w.role is Role.ERROR)
            ),
            "",
        )
    is_said = tokens[before].kind == "rel" and tokens[before].text == "is"
    if not (is_said or bare(tokens[before].text) in _WAS):
        return ""
    return next(
        (
            word.text
            for word, text in zip(words, said, strict=True)
            if is_denial(word) or text in _MISTAKES or (sure and word.role is Role.ERROR)
        ),
        "",
    )
