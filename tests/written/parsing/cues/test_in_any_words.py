"""In any words: what a later sentence takes back by a quantity's name or number must not count, however it says so."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

EXERCISE = Exercise.from_graph(Graph("q = a*b; r = q + c; f = r*d", a=2, b=-3, c=1, d=4), ["q", "df/db"])
FIRST = "df/db = 4*2 = 8\nq = -6\n\n"

TAKES_BACK = [
    "no the 8 for dfdb is wrong",
    "edit: no the 8 for dfdb is wrong, dont count it, b is just 3 like the others. done :)",
    "the 8 for dfdb is wrong, dont count it",
    "edit: the 8 up there should not be there",
    "P.S. dont count the 8",
    "please don't grade df/db",
    "bitte df/db nicht werten",
    "ne comptez pas df/db svp",
    "per favore non contare df/db",
    "NB: il prof ha corretto alla lavagna: ∂f/∂b NON è 8, è 6.",
    "∂f/∂b non vale 8 ma 6",
    "~~~\nNB: ∂f/∂b NON è 8, è 6.\n~~~",
    "scratch the 8, that was for another graph",
]
EXPLAINS = [  # and denies nothing
    "b only reaches f through q, so there is no second path for df/db.",
    "I did not forget the 4 in df/db.",
    "The sign of df/db is not negative because a is positive.",
    "df/db is not needed for anything else.",
    "There is no mistake in df/db, I checked it twice.",
    "Multiplying that by a gives it, see above.",
]


@pytest.mark.parametrize("sentence", TAKES_BACK)
def test_what_is_taken_back_does_not_count(sentence: str) -> None:
    assert verdicts(FIRST + sentence, EXERCISE)["df/db"].status not in ACCEPTED


@pytest.mark.parametrize("sentence", TAKES_BACK)
def test_what_it_does_not_name_counts(sentence: str) -> None:
    assert verdicts("q = -6\n\ndf/dd = r = -5\n\ndf/db = 8\n\n" + sentence, EXERCISE)["q"].status in ACCEPTED


@pytest.mark.parametrize("sentence", EXPLAINS)
def test_what_explains_denies_nothing(sentence: str) -> None:
    assert verdicts(FIRST + sentence, EXERCISE)["df/db"].status in ACCEPTED


@pytest.mark.parametrize(
    "line",
    [
        "df/db = 4*2 = 8.. no same story with the minus, -8",
        "df/db = 4*2 = 8. No, the same with the minus sign here, -8",
        "df/db = 8.. nein, das gleiche mit dem Minus wie eben, also -8",
    ],
)
def test_a_no_behind_a_number_brings_another(line: str) -> None:
    assert verdicts(line, EXERCISE)["df/db"].status not in ACCEPTED
