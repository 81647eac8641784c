r"""Definitions: what function an answer says that a letter is, f(x) = max(0, x), "where f is the sigmoid", f'(u) = 1.

Whoever defines a letter means that function by it, and not the one that the exercise has at its place.
"""

import re
from collections.abc import Iterator

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon

# a few blanks at most: a run of thousands would be looked through once for each of them
OPENS = r"\s{0,3}(?:\\(?:left|[bB]igg?l?)\s{0,3})?\(\s{0,3}"
CLOSES = r"\s{0,3}(?:\\(?:right|[bB]igg?r?)\s{0,3})?\)"
_PRIME = r"\s{0,3}(?:['′’]|\^\s{0,3}\{?\s{0,3}(?:\\prime|')\s{0,3}\}?)"
_BEGINS = (  # a clause, and so what is said of a letter
    r"(?:(?<![^\n$,;:(])|(?<=[\n$,;:(][ \t])|(?<=[.!?][ ])|(?<=[.!?][ ]\$)"
    r"|\b(?:[Ww]here|[Ww]ith|and|[Hh]ere|[Ll]et|for|function|activation|mit|wo|und|funktion|aktivierung|où|avec|et|fonction|donde|con"
    r"|función|onde|com|função|dove|funzione|e)\s+\$?)"
)
_GIVES = r"\s{0,3}(?:&\s{0,3})?(?::=|=|≡|\\equiv|\\coloneqq)\s{0,3}"
_SIDE = r"((?:[^\n$,;=().]|\.\d|\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\))*)"
_VERBS = r"(?:is|are|being|denotes|stands\s+for|ist|bezeichnet|est|désigne|es|é|è|the|a)"
_IS = rf"\s{{0,3}}\$?(?:\s{{0,3}}(?:,|:?=)|\s{{1,3}}{_VERBS}\b)[^\n.;]{{0,40}}?"
_EXP = r"(?:e\s?\^|\\?exp)"
_NUMBER = regex(r"\s*[-−]?\d[\d.]*\s*$")
_DIGIT = regex(r"\s*[-−]?\d")
_WHOLE = regex(r"\s*[01](?![\d.]|\s*[-−*·+/(])")  # f' = 1
_OVER = r"/|\}\s*\{"


class _Looks:
    """What a definition looks like: words in it, or parts of a formula one behind the other, none looked at twice."""

    def __init__(self, words: str, *parts: str) -> None:
        self._words = regex(words, re.IGNORECASE)
        self._parts = [regex(part, re.IGNORECASE) for part in parts]

    def search(self, said: str) -> bool:
        if self._words.search(said):
            return True
        at = 0
        for part in self._parts:
            if (found := part.search(said, at)) is None:
                return False
            at = found.end()
        return bool(self._parts)


_KINDS = {  # words and formulas for functions; the first that is found is meant
    "?": _Looks(
        r"leaky|softmax|softplus|swish|silu|g?elu\b(?<!relu)|identit|linear|lineal|softsign|gaussian|\b(?:sin|cos|square|step)\b"
        r"|0\.\d+\s?\*?\s?[a-z]|[-−]\s?[xz]\s?\^|恒等|线性|항등"
    ),
    "relu": _Looks(r"relu|rectif|max\s?(?:\\[!,;]|\\left)?\s?[({\\]"),
    "tanh": _Looks("tanh|hyperboli", _EXP, "[-−]", _EXP, _OVER, _EXP, r"\+", _EXP),
    "sigmoid": _Looks(
        r"si[gj]mo|sygmo|logisti|ロジスティ|シグモイド|시그모이드|로지스틱|逻辑|邏輯|сигмо|логист|^\W*(?:\\sigma|σ)\W*\(?[^-−+*/^]*$"
        rf"|1\s?(?:/|\}}\s?\{{)\s?\(?\s?1\s?\+\s?{_EXP}",
        _EXP,
        _OVER,
        r"1\s?\+|\+\s?1",
    ),
}
_STEP = regex(  # in words, or 1 above 0 and 0 below
    r"step|heaviside|stufe|échelon|escal[óo]n|degrau|gradino|阶跃|階段|계단"
    r"|^\s*(?:\\begin\{cases\}\s*)?\{?\s*1\b[^0-9\n]*(?:>|≥|\\ge?q?\b)\s*=?\s*0\b.*\b0\b",
    re.IGNORECASE,
)
_OF_RELU = regex(
    r"(?:derivative|slope|gradient|ableitung|dérivée|derivada|derivata)\s+(?:of|de|der|von|di|da)\s+(?:the\s+)?relu",
    re.IGNORECASE,
)
_OTHERS = (_KINDS["relu"], _KINDS["sigmoid"], _KINDS["tanh"])
_NAMED = r"(?:\\sigma|σ|sigmoid|tanh|relu)"
_COMBINED = regex(rf"[)\w]\s*(?:\*|·|\\cdot)?\s*{_NAMED}\s*\(|{_NAMED}\s*\([^()]*\)\s*[-−+*/^]")
_SLOPES = {  # what the slope of each looks like
    "sigmoid": regex(rf"\(\s*1\s*[-−]|{_EXP}.*(?:\^|²|\*\*)", re.IGNORECASE),
    "tanh": regex(r"1\s*[-−].*(?:\^|²|\*\*)|sech|cosh", re.IGNORECASE),
    "relu": regex(r"cases|[>≥]|\\g[te]|\bif\b|\bH\b|step", re.IGNORECASE),
}


def functions_said(letter: str, source: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield at which argument ("" for any) an answer says what a letter is, and which function ("?" for another)."""
    name = rf"{_BEGINS}{_letter(letter)}"
    for argument, side in re.findall(rf"{name}{OPENS}([^()\n\d][^()\n]{{0,20}}?){CLOSES}{_GIVES}{_SIDE}", source):
        if side.strip() and lexicon.name(side.strip(" {}\\")) is None:
            yield argument, "?" if _COMBINED.search(side) else _kind(side)
    for said in re.findall(rf"{name}({_IS})(?=[\n.;,$]|\Z)", source):
        if any(words.search(said) for words in _KINDS.values()):
            yield "", _kind(said)


def slopes_said(letter: str, source: str) -> Iterator[tuple[str, frozenset[str] | None]]:
    """Yield at which argument an answer says what the slope of a letter is, and of which functions it may be that.

    None where it is a number at some point, of which the verdict on it tells.
    """
    name = rf"{_BEGINS}{_letter(letter)}{_PRIME}"
    gives = rf"(?:{_GIVES}|\s+(?:is|ist|est|es|é|è)\s+)"
    for argument, side in re.findall(rf"{name}(?:{OPENS}([^()\n]{{1,20}}?){CLOSES})?{gives}([^\n$]*)", source):
        numbers = _NUMBER.match(argument) or (not argument and _DIGIT.match(side) and not _WHOLE.match(side))
        yield argument, None if numbers else frozenset(one for one, looks in _SLOPES.items() if looks.search(side))


def is_step(letter: str, source: str) -> bool:
    """Whether an answer says nothing of a letter that would not be so of Heaviside's step function."""
    called = rf"{_BEGINS}{_letter(letter)}(?:{OPENS}[^()\n]{{1,20}}?{CLOSES})?\s*\$?"
    said = re.findall(rf"{called}(?:{_GIVES}|\s+{_VERBS}\b)([^\n]*)", source)
    said = [_OF_RELU.sub("", told) for told in said]
    return all(_STEP.search(told) and not any(looks.search(told) for looks in _OTHERS) for told in said)


def _letter(letter: str) -> str:
    return rf"{re.escape(letter)}(?![a-zA-Z])"


def _kind(said: str) -> str:
    return next((kind for kind, looks in _KINDS.items() if looks.search(said)), "?")
