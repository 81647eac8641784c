"""What follows a question that names one quantity is its value: a table of answers and what is read of them."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.reading import reading_of

SEED = EXERCISES["seed"]

NAMED: list[tuple[str, list[str]]] = [
    ("What is df/dw? 6", ["df/dw = 6"]),
    ("What is df/dw?\nzx = 6", ["df/dw = z * x = 6"]),
    ("**3(c)** What is $\\partial f/\\partial w$?\n**Solution:** $zx = 6$.", ["df/dw = z * x = 6"]),
    ("**3(d)** $\\partial f/\\partial w$?\n**Solution:** $3\\cdot 2 = 6$.", ["df/dw = 3 * 2 = 6"]),
    ("What is df/dr?\nAnswer: z = 3.", ["df/dr = z = 3"]),
    ("What is the derivative of f with respect to w?\n6", ["df/dw = 6"]),
    ("What is the gradient for w? It is 6.", ["df/dw = 6"]),
    ("Find df/dw.\n\nSolution. 3*2 = 6", ["df/dw = 3 * 2 = 6"]),
    ("(a) Compute $\\frac{df}{dw}$.\n\n$3\\cdot 2 = 6$", ["df/dw = 3 * 2 = 6"]),
    ("### $\\frac{\\partial f}{\\partial w}$\n\n$$3\\cdot2 = 6$$", ["df/dw = 3 * 2 = 6"]),
    ("- df/dw\n  - 3*2 = 6", ["df/dw = 3 * 2 = 6"]),
    ("What is the value of q?\n5*2 = 10", ["q = 5 * 2 = 10"]),
    ("How large is q? 10.", ["q = 10"]),
    ("What is the new w?\n5 - 0.06 = 4.94", ["w_new = 5 - 0.06 = 4.94"]),
    ("df/dw = ?\n6", ["df/dw = 6"]),
    ("What is df/dw?\n\n$$\\frac{df}{dw} = 6$$", ["df/dw = 6"]),
    ("What is df/dw?\ndf/dx = 15", ["df/dx = 15"]),
    ("What is q? 10\nWhat is r? 8", ["q = 10", "r = 8"]),
]
# what names two quantities, asks something else, or goes on
OTHERS = [
    "What are df/dw and df/dx?\n6 and 15",
    "What is df/dx? What is df/dw? 6 and 15",
    "(a) What is df/dx?\n(b) What is df/dw?\n\n(a) 6\n(b) 15",
    "What is df/dw when x = 3?\n6",
    "What would df/dw be if it was an addition? 6.",
    "Why is df/dw positive? 6 > 0",
    "Is df/dw = 15?\nNo, it is 6.",
    "What is df/dw? I don't know, maybe 6",
    "What is df/dw? Not 6.",
    "What is df/dw? 6, I guess",
    "What is df/dw? 6? Or 15?",
    "What is df/dw? 6 and 15",
    "### df/dw\n\n3 * 2 = 6\n\n3 * 5 = 15",
    "What is df/dw?\n3 * 2 = 6. Times five it is 30.",
    "What is not df/dw? 6",
]


@pytest.mark.parametrize(("text", "read"), NAMED)
def test_an_answer_has_its_name_from_its_question(text: str, read: list[str]) -> None:
    assert [read_back(s, text) for s in reading_of(text, SEED.lexicon) if not s.doubt] == read


@pytest.mark.parametrize("text", OTHERS)
def test_nothing_is_made_of_what_may_answer_something_else(text: str) -> None:
    assert verdicts(text, SEED)["df/dw"].status not in ACCEPTED


def test_what_only_a_question_names_is_never_called_wrong() -> None:
    assert not verdicts("What is df/dw? 7", SEED)["df/dw"].status.decided
