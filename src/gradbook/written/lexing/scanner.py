"""The state of a lexer: its source, its lexicon, and the tokens so far."""

from functools import cached_property

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import New, Old, Rate
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.bylines import is_byline, is_telling, opens_byline
from gradbook.written.lexing.words.dictionary import SIGNS, UNKNOWN, Role
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.people import is_given_name
from gradbook.written.lexing.words.unlisted import Unlisted
from gradbook.written.notation import plain

_BACKWARD = regex(r"_\s*[{(]?\s*t\s*-\s*1")
_RAISED = regex(r"(\\?[A-Za-zδ]+)\}?(?:\^(?:1(?!\d)|\{1\})|¹(?![⁰¹²³⁴-⁹⁾·]))")
_SIGNALS_RAISED = regex(r"(?:[δΔ]|\\[dD]elta)\s*\}?(?:_\{?\w{1,2}\}?)?\^\s*\{?(\d)")
_NAMED_WORD = regex(r"[^\W\d_]{4,}")
_ITERATED = regex(r"\w\(1\)\s*=")
_FROM_ONE = regex(r"([A-Za-z]\w*)\(2\)\s*=\s*\1\(1\)\s*[-−]")
_ITERATES = regex(r"[_^]\s*[{(]{0,2}\s*[tkni]\s*\+\s*1")
_LAYERED = regex(r"[_^]\s*(?:\{\s*)?[\[(]?\s*(?:\\ell|ℓ)")
_METHOD = regex(r"\.[A-Za-z_]\w{0,30}\(")  # sp.diff(


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
        self._in_text = True  # in such, or in no mathematics
        self._depth = 0
        self._closing = -1  # the place of the second of two dashes, where the first has set off what follows

    def _behind_bracket(self, start: int) -> bool:
        """Whether a bracket closes right before a place."""
        return bool(self._tokens) and self._tokens[-1].kind == "close" and self._tokens[-1].end == start

    # -- what the whole answer tells of its notation -------------------------------------------------------------------

    @cached_property
    def _own_output(self) -> bool:
        """Whether the answer writes df/dw itself, so that L is not another name of f."""
        return self._lexicon.output_differentiated.search(self._source) is not None

    def _is_output(self, letter: str) -> bool:
        """Whether a letter for losses may be the output, as the E of E_total is beside that."""
        return not self._own_output or self._lexicon.output.startswith(f"{letter}_")

    @cached_property
    def _backward(self) -> bool:
        """Whether w_t is new, as w_{t-1} is old."""
        return _BACKWARD.search(self._source) is not None

    @cached_property
    def _raised(self) -> set[str]:
        """The names with a 1 above. Nobody writes that power: a^1 is a of the first layer, and a^2 of the second."""
        return set(map(plain, _RAISED.findall(self._source)))

    @cached_property
    def _signals_raised(self) -> set[str]:
        """The letter delta where the answer writes it with several numbers above: those of layers."""
        found = set(_SIGNALS_RAISED.findall(self._source))
        return {"delta", "Delta"} if len(found) > 1 else set()

    @cached_property
    def _layered(self) -> bool:
        """Whether ell counts layers, and is no loss."""
        return _LAYERED.search(self._source) is not None

    @cached_property
    def _iterated(self) -> bool:
        """Whether an index counts steps: w_{t+1}."""
        return self._backward or _ITERATES.search(self._source) is not None

    @cached_property
    def _steps_in_brackets(self) -> dict[str, str]:
        """What numbers in brackets mean that count steps: w(1) = w(0) - ..., or w(2) = w(1) - ..."""
        if "(0)" in self._source and _ITERATED.search(self._source) is not None:
            return {"0": "old", "1": "new"}
        return {"1": "old", "2": "new"} if "(2)" in self._source and _FROM_ONE.search(self._source) else {}

    # -- tokens --------------------------------------------------------------------------------------------------------

    def _add(self, kind: str, text: str, start: int, end: int) -> None:
        self._tokens.append(Token(kind, text, start, end))

    def _leaf(self, kind: str, node: "Number | Symbol | Derivative | New | Old | Rate", start: int, end: int) -> None:
        self._tokens.append(Token(kind, self._source[start:end], start, end, node, None, self._math))

    @cached_property
    def _unlisted(self) -> Unlisted:
        return Unlisted(self._source, self._languages)

    def _word(self, word: str, start: int, end: int) -> None:
        """Take a word, with what it does in the languages of this answer."""
        previous = self._tokens[-1] if self._tokens else None
        if previous and previous.kind == "num" and previous.end == start and not (SIGNS.match(word) or word[0] == "'"):
            self._add("bad", word, start, end)  # 6k, but 6'dır
            return
        role = DICTIONARY.role(word, self._languages) or self._unlisted.role(word, self._source[start:end])
        if role in UNKNOWN and _METHOD.match(self._source, end):
            role = Role.PLAIN  # what it belongs to says nothing
        if role is Role.DENIAL and word.rstrip("s") in self._lexicon.recall(_words_of_names):
            role = Role.ERROR  # "the fake sample" of a_fake, "the mistakes" of mistake1
        if self._names_somebody(word, start, end):
            role = Role.OTHERS
        elif role is Role.OTHERS and opens_byline(self._source, start):
            role = Role.FILLER
        self._tokens.append(Token("word", word, start, end, None, role))

    def _names_somebody(self, word: str, start: int, end: int) -> bool:
        """Whether a name is no word of the language, or has no place for a capital but as a name: "(Ben)", "Ben's"."""
        written = self._source[start:end]
        if not is_given_name(written) or is_byline(self._source, start):
            return written[:1].isupper() and is_telling(written, self._source, start, end)
        inside = self._source[max(0, start - 2) : start].rstrip(" ")[-1:]
        beside = inside.isalpha() or inside in ("(", "[") or self._source.startswith(("'s", "’s"), end)
        told = beside or is_telling(written, self._source, start, end)
        return told or DICTIONARY.role(word, self._languages[:1]) in UNKNOWN

    def _bad(self, text: str, start: int, end: int) -> None:
        self._tokens.append(Token("bad", text, start, end))


def _words_of_names(lexicon: Lexicon) -> frozenset[str]:
    """Return the words of which an exercise's own names are made, in small letters: fake of a_fake."""
    return frozenset(word.lower() for name in lexicon.given for word in _NAMED_WORD.findall(name))
