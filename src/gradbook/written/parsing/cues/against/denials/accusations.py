"""Accusations: what is called an error: "This is an error: q = 10", "the mistake in line 2 is q = 10"."""

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.cues.around.announcements import ONE, is_denial
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.grammar.edges import last_seen
from gradbook.written.parsing.phrases.speech.seeming_doubts.negations import THAT

_LETTERS = ("c", "e", "j", "l")  # of errors and losses: "we have an error: e = 3"
_ERRORS = frozenset({"fout", "blad", "ошибка", "loi", "kesalahan", "kesalahannya", "hata", "오류", "오류는"})
_WORDS = 5  # of what is called an error
_FEW = 3  # equations before one, among which its sentence may have another
_WAS = frozenset({"was", "war", "etait", "fue", "era", "foi", "fu", "were", "c'est", "esta", "sta", "liegt", "steckt"})
_IN_THAT = frozenset(
    {"comma", "w", "tym", "в", "том", "na", "polega", "в том", "w tym", "na tym", "ở", "o"}
)  # "в том, что"
_WITHIN = frozenset({"in", "im", "dans", "en", "em", "nel", "w", "в", "here", "hier", "ici", "aqui"})
_MISTAKES = frozenset({
    "bug", "typo", "slip", "glitch", "tippfehler", "rechenfehler", "faute", "coquille",
    "errata", "equivocacion",
    "engano", "svista", "笔误", "오타",
})  # fmt: skip
_LINES = frozenset(
    {
        "line",
        "zeile",
        "ligne",
        "linea",
        "linha",
        "riga",
        "regel",
        "linii",
        "строке",
        "dong",
        "satirdaki",
        "baris",
        "行",
        "行目",
        "줄",
        "줄의",
    }
)  # "the mistake in line 2"
_MINE = frozenset({"my", "mein", "meine", "unser", "mon", "notre", "mi", "nuestro", "meu", "nosso", "mio", "我的"})


def is_called_error(around: Surroundings, number: int, name: str, lexicon: Lexicon) -> str:
    """Return "error" where what cannot be the error of a prediction is called an error: "the error is: q = 10".

    An error is the output, a difference, or what is made of one.
    """
    if around.silent:
        return ""
    made_of = (name, *lexicon.operands.get(name, ()))
    if name not in lexicon.operands or name == lexicon.output or "sub" in map(lexicon.operations.get, made_of):
        return ""
    tokens = around.tokens
    place = last_seen(tokens, around.drafts[number].first)
    if place < 0 or tokens[place].text not in ("colon", "is"):
        return ""
    words = [word for word in around.words(around.line_start(place), place) if word.role is not Role.ARTICLE]
    said = [bare(word.text).split()[-1] for word in words]
    both = tokens[place].text == "colon" and tokens[last_seen(tokens, place)].text == "is"
    if not both and _LINES.isdisjoint(said):
        return ""  # "the error: q = 10" may be what it is called
    own = all(w.role in (Role.ERROR, Role.FOR, Role.OF) or text in _LINES for w, text in zip(words, said, strict=True))
    named = [word.text for word, text in zip(words, said, strict=True) if word.role is Role.ERROR or text in _ERRORS]
    return named[0] if named and (own or said[0] in _ERRORS) and len(words) <= _WORDS else ""


def accused(around: Surroundings, number: int) -> str:
    """Return the word by which an equation is called an error; "the error: q = 10" may be what a quantity is called."""
    tokens, first = around.tokens, around.drafts[number].first
    before = last_seen(tokens, first)
    if before < 0 or (tokens[first].text[:1].lower() in _LETTERS and tokens[before].text not in THAT):
        return ""
    within = bare(tokens[before].text) in _WITHIN  # "the bug is in q = 10"
    before = last_seen(tokens, before) if within else before
    that = within or tokens[before].text in THAT
    while before >= 0 and (tokens[before].text in THAT or bare(tokens[before].text) in _IN_THAT):
        before = last_seen(tokens, before)
        that = True
    start = around.sentence(number)[0]
    if any(draft.states and start <= draft.first < first for draft in around.drafts[max(0, number - _FEW) : number]):
        return ""
    words = around.words(start, first)
    said = [bare(word.text).split()[-1] for word in words]
    sure = that or any(token.kind == "num" for token in tokens[start:first]) or not (_MINE | _LINES).isdisjoint(said)
    if tokens[before].text == "colon":
        if len(words) > 1 and words[-2].text in ONE and words[-1].role is Role.ERROR:
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
    is_said = before >= 0 and tokens[before].kind == "rel" and tokens[before].text == "is"
    in_short = that and before >= 0 and tokens[before].role is Role.ERROR  # "the mistake that q = 10"
    if not (is_said or in_short or bare(tokens[before].text) in _WAS):
        return ""
    return next(
        (
            word.text
            for word, text in zip(words, said, strict=True)
            if is_denial(word) or text in _MISTAKES or (sure and word.role is Role.ERROR)
        ),
        "",
    )
