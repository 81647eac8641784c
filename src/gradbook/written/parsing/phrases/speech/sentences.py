"""Sentences of nothing but words: where they are, and their text as it is looked up."""

import re
from collections.abc import Iterator, Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import SIGNS, bare

_END = frozenset({"stop", "line", "block", "item", "heading"})
_WORDS = frozenset({"is", "soft", "comma", "y", "a", "o", "e", "i"})  # that are names or signs too
_LONGEST = 32  # tokens of one
_EDGES = re.compile(r"[\s!?.,;:¡¿。！？，]+")


def of_words(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where sentences that name no quantity and no number begin and end."""
    start, plain = 0, True
    for at in range(len(tokens) + 1):
        token = tokens[at] if at < len(tokens) else None
        if token is None or (token.kind == "sep" and token.text in _END):
            if plain and 1 < at - start <= _LONGEST:
                yield start, at
            start, plain = at + 1, True
        elif not _is_word(token):
            plain = False


def sentence_of_words(tokens: Sequence[Token], begin: int) -> Sequence[Token]:
    """Return the sentence that begins at a place, if it is of words; no further than one is long."""
    for at in range(begin, min(begin + _LONGEST, len(tokens))):
        if tokens[at].kind == "sep" and tokens[at].text in _END:
            return tokens[begin:at] if at - begin > 1 else ()
        if not _is_word(tokens[at]):
            return ()
    return tokens[begin:] if 1 < len(tokens) - begin <= _LONGEST else ()


def _is_word(token: Token) -> bool:
    """Whether a token may be one of a sentence of words: "j" and "un" are, and "y" where that is "and"."""
    written = token.kind in ("bad", "num") and token.text.isalpha()
    return token.kind in ("word", "fn") or token.text in _WORDS or token.edge or written


def text_of(tokens: Sequence[Token]) -> str:
    """Return words as they are looked up, without what sets them apart; signs stand without blanks."""
    words = [bare(token.text) for token in tokens if not token.edge and token.kind != "sep"]
    text = " ".join(filter(None, (_EDGES.sub(" ", word).strip() for word in words)))
    return text.replace(" ", "") if SIGNS.search(text) else text
