"""The roles of the words of a sentence, by the dictionary of all languages: what denies does so in each of them."""

from collections.abc import Iterator, Sequence

from gradbook.written.lexing.words.dictionary import SIGNS, Languages, bare
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.parsing.phrases.speech.weighing.words import MARKS, NUMBER, QUANTITY

UNKNOWN = "-"  # the role of a word that has none
SAYS_LITTLE = frozenset({UNKNOWN, "article", "plain", "filler"})
_THEMSELVES = MARKS | {NUMBER, QUANTITY}


def roles_of(words: Sequence[str]) -> list[str]:
    """Return what each word, or phrase, of a sentence does; marks and what stands for quantities are themselves."""
    languages, _ = DICTIONARY.spoken(" ".join(words))
    pieces = [piece for word in words for piece in (DICTIONARY.signs(word) if SIGNS.match(word) else [word])]
    return list(_roles(pieces, languages))


def _roles(pieces: list[str], languages: Languages) -> Iterator[str]:
    at = 0
    plain = [bare(piece) for piece in pieces]
    while at < len(pieces):
        if pieces[at] in _THEMSELVES:
            yield pieces[at]
            at += 1
            continue
        size = next((len(phrase) for phrase in _begun(plain, at) if tuple(plain[at : at + len(phrase)]) == phrase), 1)
        word = " ".join(pieces[at : at + size])
        yield DICTIONARY.role(word, languages) or DICTIONARY.against(word) or UNKNOWN
        at += size


def _begun(plain: list[str], at: int) -> list[tuple[str, ...]]:
    """Return the phrases that a piece and the one behind it begin."""
    return DICTIONARY.phrases(plain[at], plain[at + 1]) if at + 1 < len(plain) else []
