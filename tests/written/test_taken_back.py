"""Answers whose true numbers do not count: taken back, corrected, disowned, or somebody else's, by six blind authors.

Of 751 such quantities in the first 260 answers, the reader that had seen none of them accepted 86; so it did 20 of 279
of the second author when it had been mended after the first, and 40 of 249 of the third when it had been mended after
both. The fourth only wrote answers that point to what they take back by its label, its order, its place or a mark: of
171 quantities in 50 answers, 69 were accepted. The fifth wrote as notebooks have it, most of each answer plainly right
and a part corrected: 3 of 58 were accepted, and 75 % of what is right beside them. So did the sixth: 5 of 41, and 87 %.
"""

from pathlib import Path

import pytest
from tests.written.corpus import ACCEPTED, named_sample, verdicts

LOST = 0.185  # of what is right beside it, at most: what takes back a part may leave the rest to a person too
BELIEVED = 29  # of what is taken back: none should be
EVERY = 2  # answers of which one is looked at
_FILE = Path(__file__).parent / "answers" / "taken_back.jsonl"


@pytest.fixture(scope="module")
def outcomes() -> list[tuple[str, str, str, bool]]:
    """Return the answer's name, the key, what is expected, and whether it is accepted."""
    found = []
    for line in _FILE.read_text(encoding="utf-8").splitlines()[::EVERY]:
        name, sample = named_sample(line)
        for key, verdict in verdicts(sample.answer, sample.exercise).items():
            found.append((name, key, sample.expected[key], verdict.status in ACCEPTED))
    return found


def test_what_is_taken_back_is_hardly_ever_believed(outcomes: list[tuple[str, str, str, bool]]) -> None:
    believed = [(name, key) for name, key, want, accepted in outcomes if want != "right" and accepted]
    assert len(believed) <= BELIEVED, believed


def test_what_stands_beside_it_mostly_counts(outcomes: list[tuple[str, str, str, bool]]) -> None:
    right = [(name, key, accepted) for name, key, want, accepted in outcomes if want == "right"]
    lost = [(name, key) for name, key, accepted in right if not accepted]
    assert len(lost) <= LOST * len(right), lost
