"""Concepts: what words of all languages have in common, so that what is learned in one language carries to others.

They are data: `concepts.txt`. A word may be of several.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from gradbook.written.lexing.words.dictionary import SIGNS, bare
from gradbook.written.lexing.words.lists.sections import sections_of

_LONGEST = 6  # signs of an entry
_SHORTEST = 2  # letters of a stem

Concepts = frozenset[str]


class _Entries(NamedTuple):
    """The concepts of words, of the beginnings of words, and of runs of signs; a blank parts two words."""

    words: dict[str, Concepts]
    stems: dict[str, Concepts]
    signs: dict[str, Concepts]


@cache
def _entries() -> _Entries:
    found = _Entries({}, {}, {})
    for concept, lines in sections_of(files(__package__) / "concepts.txt").items():
        for entry in bare(" ".join(lines)).split():
            word = entry.replace("_", " ")
            kind = found.signs if SIGNS.search(word) else found.stems if word.endswith("*") else found.words
            word = word.rstrip("*")
            kind[word] = kind.get(word, frozenset()) | {concept}
    return found


def concepts_of(words: Sequence[str]) -> list[Concepts]:
    """Return the concepts of each word that has any, and of each pair of words that has, in their order."""
    found: list[Concepts] = []
    at = 0
    while at < len(words):
        pair = _entries().words.get(bare(" ".join(words[at : at + 2])), frozenset())
        found += [pair] if pair else _of_signs(words[at]) if SIGNS.match(words[at]) else [_of_word(words[at])]
        at += 2 if pair else 1
    return [concepts for concepts in found if concepts]


@lru_cache(maxsize=20_000)
def _of_word(word: str) -> Concepts:
    plain = bare(word)
    beginnings = (plain[:size] for size in range(len(plain), _SHORTEST - 1, -1))
    stem = next((begun for begun in beginnings if begun in _entries().stems), "")
    return _entries().words.get(plain, frozenset()) | _entries().stems.get(stem, frozenset())


def _of_signs(run: str) -> Iterator[Concepts]:
    """Yield the concepts of the pieces of a run, the longest first at each place."""
    at = 0
    while at < len(run):
        pieces = (run[at : at + size] for size in range(min(_LONGEST, len(run) - at), 0, -1))
        piece = next((piece for piece in pieces if piece in _entries().signs), "")
        if piece:
            yield _entries().signs[piece]
        at += len(piece) or 1
