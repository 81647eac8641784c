"""Tables of numbered sentences, each of which says itself what it speaks of."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

SEED = EXERCISES["seed"]
HEAD = "| Step | Action |\n|---|---|\n"

# the rows, and the keys that are accepted
ROWS: list[tuple[str, set[str]]] = [
    ("| 1 | Forward: $q = wx = 10$ |\n| 2 | With $x = 2$: $r = 8$, so $f = 3 \\cdot 8 = 24$ |", {"q", "r", "f"}),
    ("| 1 | $df/dq = z$ |\n| 2 | At $x=2$: $q=10$, $r=8$, so $df/dw = 3 \\cdot 2 = 6$ |", {"q", "r", "df/dq", "df/dw"}),
    ("| 1 | $q = 10$, which gives $r = 8$ |\n| 2 | Dann ist $f = 24$ |", {"q", "r", "f"}),
    ("| 1 | Forward: $q = wx = 12$ |\n| 2 | So $r = 8$ |", {"r"}),
    ("| 1 | Forward: $q = 8$, $r = 10$ |\n| 2 | So $f = 24$ |", {"f"}),
    ("| 1 | With $x = 3$: $q = 10$ |\n| 2 | So $f = 24$ |", set()),
    ("| 1 | At $w = 4$: $q = 10$, $r = 8$ |\n| 2 | That is all: $b = -2$ |", set()),
    ("| 1 | First $q = 10$ is wrong |\n| 2 | So $r = 8$ |", {"r"}),
    ("| 1 | My neighbour has $q = 10$ |\n| 2 | So $r = 8$ |", {"r"}),
    ("| 1 | Is $q = 10$? |\n| 2 | So $r = 8$ |", {"r"}),
    ("| 1 | Perhaps $q = 10$ |\n| 2 | So $r = 8$ |", {"r"}),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), ROWS)
def test_a_numbered_sentence_is_read_as_a_sentence(rows: str, expected: set[str]) -> None:
    found = verdicts(HEAD + rows, SEED)
    assert {k for k in ("q", "r", "f", "df/dq", "df/dw") if found[k].status in ACCEPTED} == expected


@pytest.mark.parametrize("title", ["Epoch", "Sample", "Iteration"])
def test_rounds_are_no_sentences(title: str) -> None:
    rows = "| 1 | then $q = 12$ |\n| 2 | then $q = 10$ |"
    assert verdicts(HEAD.replace("Step", title) + rows, SEED)["q"].status not in ACCEPTED


@pytest.mark.parametrize("title", ["What Ben did", "Ben's steps", "Wrong attempt", "My neighbour's work", "With w = 4"])
def test_a_title_that_speaks_of_others_counts_for_all_rows(title: str) -> None:
    rows = "| 1 | First $q = 10$ |\n| 2 | then $r = 8$ |"
    assert verdicts(HEAD.replace("Action", title) + rows, SEED)["r"].status not in ACCEPTED
