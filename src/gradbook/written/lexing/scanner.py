"""The state of a lexer: its source, its lexicon, and the tokens so far."""

import re
from functools import cached_property

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import New, Old, Rate
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.languages import DICTIONARY
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.unlisted import Unlisted
from gradbook.written.lexing.words import SIGNS
from gradbook.written.notation import plain

_BACKWARD = re.compile(r"_\s*[{(]?\s*t\s*-\s*1")
_RAISED = re.compile(r"(\\?[A-Za-zδ]+)\^(?:1(?!\d)|\{1\})")
_ITERATED = re.compile(r"\w\(1\)\s*=")  # w(1) = w(0) - ...
_ITERATES = re.compile(r"[_^]\s*[{(]{0,2}\s*[tkni]\s*\+\s*1")
_LAYERED = re.compile(r"[_^]\s*(?:\{\s*)?[\[(]?\s*(?:\\ell|ℓ)")


class Scanner:
    """What all parts of a lexer share."""

    def __init__(self, source: str, lexicon: Lexicon) -> None:
        self._source = source
        self._end = len(source)
        self._lexicon = lexicon
        self._languages, self._letter_words = DICTIONARY.spoken(source)
        self._tokens: list[Token] = []
        self._math = False
        self._code = False
        self._texts: list[int] = []  # depths of braces at which a \text{ began
        self._depth = 0
        # Where the answer writes df/dw itself, L is not another name of f.
        self._own_output = lexicon.output_differentiated.search(source) is not None
        self._backward = _BACKWARD.search(source) is not None  # w_t is new where w_{t-1} is old
        # Nobody writes the power of 1: a^1 is a of the first layer, and a^2 of the second.
        raised = _RAISED.findall(source) if "^1" in source or "^{1}" in source else []
        self._raised = set(map(plain, raised))
        self._layered = _LAYERED.search(source) is not None  # ell counts layers, and is no loss
        self._iterated = self._backward or _ITERATES.search(source) is not None
        self._iterates = "(0)" in source and _ITERATED.search(source) is not None

    def _add(self, kind: str, text: str, start: int, end: int) -> None:
        self._tokens.append(Token(kind, text, start, end))

    def _leaf(self, kind: str, node: "Number | Symbol | Derivative | New | Old | Rate", start: int, end: int) -> None:
        self._tokens.append(Token(kind, self._source[start:end], start, end, node, None, self._math))

    @cached_property
    def _unlisted(self) -> Unlisted:
        return Unlisted(self._source, self._languages)

    @property
    def _in_text(self) -> bool:
        return bool(self._texts) or not self._math

    def _word(self, word: str, start: int, end: int) -> None:
        """Take a word, with what it does in the languages of this answer."""
        previous = self._tokens[-1] if self._tokens else None
        if previous and previous.kind == "num" and previous.end == start and not SIGNS.match(word):
            self._add("bad", word, start, end)  # 6k
            return
        role = DICTIONARY.role(word, self._languages) or self._unlisted.role(word)
        self._tokens.append(Token("word", word, start, end, None, role))

    def _bad(self, text: str, start: int, end: int) -> None:
        self._tokens.append(Token("bad", text, start, end))
