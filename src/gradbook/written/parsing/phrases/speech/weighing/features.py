"""Features of a sentence: its words, roles and concepts, pairs of them, and runs of signs.

Linear models of word pairs do well on short texts (Wang and Manning, "Baselines and Bigrams", ACL 2012); pairs of what
does not stand side by side are skip-grams (Guthrie et al., "A Closer Look at Skip-gram Modelling", LREC 2006). Roles
and concepts carry what is learned from one language to the others.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from gradbook.written.lexing.words.dictionary import SIGNS, bare
from gradbook.written.parsing.phrases.speech.weighing.concepts import concepts_of
from gradbook.written.parsing.phrases.speech.weighing.roles import SAYS_LITTLE, roles_of

_STEM = 4  # letters that most forms of a word have in common
_REACH = 3  # places between the two of a pair that do not stand side by side
_RUN = 4  # signs of the longest run
_EDGES = ("^", "$")  # where a sentence begins and ends

Line = Sequence[frozenset[str]]
"""What stands at each place of a sentence, which may be several things."""


def features(words: Sequence[str], side: str) -> frozenset[str]:
    """Return the features of a sentence.

    Args:
        words: of the sentence.
        side: of the equation on which it stands, "before" or "behind".
    """
    found = _on_either_side(tuple(words))
    beside = _of("s:", _line([word[:_STEM] for word in _spelled(words)]))
    return found | {f"{side}|{feature}" for feature in (*(one for one in found if " " not in one), *beside)}


def stem_of(word: str) -> str:
    """Return the feature that the forms of a word have in common."""
    return f"s:{word[:_STEM]}"


@lru_cache(maxsize=500)
def _on_either_side(words: Sequence[str]) -> frozenset[str]:
    """Return the features that do not tell of a side."""
    spelled = _spelled(words)
    stems = [word[:_STEM] for word in spelled]
    roles = roles_of(words)
    telling = [role for role in roles if role not in SAYS_LITTLE]
    concepts = [frozenset({_EDGES[0]}), *concepts_of(words)]
    return frozenset(
        {
            *_of("", _line(spelled)),
            *_apart("", _line(stems)),
            *_of("s:", _line(stems)),
            *(run for word in words if SIGNS.match(word) for run in _runs(bare(word))),
            *_of("r:", _line(roles)),
            *_in_threes("r:", _line(roles)),
            *_apart("r:", _line(telling)),
            *_of("c:", concepts),
            *_apart("c:", concepts),
        }
    )


def _spelled(words: Sequence[str]) -> list[str]:
    return [bare(word) for word in words if not SIGNS.match(word)]


def _line(items: Sequence[str]) -> Line:
    return [frozenset({item}) for item in (_EDGES[0], *items, _EDGES[1])]


def _of(kind: str, line: Line) -> Iterator[str]:
    """Yield what stands in a line, and each two side by side."""
    for at, here in enumerate(line):
        behind = line[at + 1] if at + 1 < len(line) else ()
        for item in here:
            yield kind + item
            yield from (f"{kind}{item} {other}" for other in behind)


def _in_threes(kind: str, line: Line) -> Iterator[str]:
    """Yield each three of a line side by side."""
    for three in zip(line, line[1:], line[2:], strict=False):
        yield from (kind + " ".join(items) for items in product(*three))


def _apart(kind: str, line: Line) -> Iterator[str]:
    """Yield each two of a line that do not stand side by side, but near."""
    for at, here in enumerate(line):
        for further in line[at + 2 : at + 2 + _REACH]:
            yield from (f"{kind}{item} .. {other}" for item in here for other in further)


def _runs(signs: str) -> Iterator[str]:
    """Yield the runs of signs that words of such scripts are made of."""
    whole = f"^{signs}$"
    for size in range(1, _RUN + 1):
        yield from (whole[at : at + size] for at in range(len(whole) - size + 1))
