"""Text as wikis mark it: primes that set it slanted are no derivatives, and two commas set an index low."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise
from gradbook.written.lexing.source.pasted.files.wikis import unwikied

KEYS = ["g", "h", "f", "df/dg", "df/dh"]
EXERCISE = Exercise.from_graph(Graph("g = x + y; h = x*y; f = g*h", x=2, y=3), KEYS)  # 5, 6, 30, 6, 5
MOIN = "At ''x = 2'', ''y = 3'': ''g = 5'', ''h = 6'', ''f = 30''.\n\n''f,,g,, = h = 6'' and '''f,,h,, = g = 5'''"


@pytest.mark.parametrize(("text", "accepted"), [
    (MOIN, set(KEYS)),
    (MOIN.replace("30", "31").replace("= h = 6", "= h = 7"), {"g", "h", "df/dh"}),
])  # fmt: skip
def test_what_is_slanted_is_read(text: str, accepted: set[str]) -> None:
    found = verdicts(text, EXERCISE)
    assert {key for key in KEYS if found[key].status in ACCEPTED} == accepted


@pytest.mark.parametrize(
    "text", ["f''(x) = 2 and g''(x) = 3", "''f'' = 2", "print('' + 'a' + '')\nx = ''", "y'' + y'' = 0"]
)
def test_other_primes_stay(text: str) -> None:
    assert unwikied(text) == text


def test_places_stay() -> None:
    assert len(unwikied(MOIN)) == len(MOIN)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (r"[tex]g = 5[/tex] and [math]h[/math]", r"     $g = 5$       and       $h$       "),
        ("[s]g = 4[/s] g = 5", "~~g = 4 ~~  g = 5"),
        ("a[0] and [1/2]", "a[0] and [1/2]"),
    ],
)
def test_formulas_of_forums_are_set_and_struck(text: str, found: str) -> None:
    assert unwikied(text).split() == found.split()
    assert len(unwikied(text)) == len(text)
