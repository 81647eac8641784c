"""Sentences beside a right equation: those that explain it cost nothing, those that charge it leave it to a person.

Some authors are held out: nobody learned from them or read them, so that they measure what the next author will see.
"""

import pytest
from tests.written.attacked.afterthoughts import AFTERTHOUGHTS, CHARGING, EXPLAINING, HARMLESS
from tests.written.corpus import ACCEPTED, verdicts
from tests.written.weighing import Sentence, sentences

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, judge, read

SUM = Exercise.from_graph(Graph("q = x + y; f = q*z", x=7, y=3, z=2), ["q", "f"])  # 10, 20
SUMS = ["q = x + y = 10. {}", "$q = x + y = 10$\n\n{}", "$$q = x + y = 10$$\n{}\n$$f = 20$$"]
NEURON = Exercise.from_graph(Graph("z = w*x + b; a = sigmoid(z); L = (a - y)**2", w=0.5, x=2, b=-1, y=1), ["dL/dw"])
ASKED = "dL/dw = -0.5"
EVERY = 64  # one in so many of the many sentences that were learned from is looked at, which takes some seconds
EVERY_ELSEWHERE = 2  # of those of other authors
MOST_LOST, MOST_ACCEPTED = 0.1, 0.12  # of those that were learned from
MOST_LOST_ELSEWHERE, MOST_ACCEPTED_ELSEWHERE = 0.045, 0.38  # of those of other authors
MOST_LOST_OF_PAIRS, MOST_ACCEPTED_OF_PAIRS = 0.2, 0.21  # of such that look alike and differ in whether they charge


def _answers(sentence: Sentence) -> tuple[str, str]:
    """Return an answer with a sentence in a paragraph of its own, and one with it on the equation's line."""
    text = sentence.text
    if sentence.side == "behind":
        return f"{ASKED}\n\n{text}", f"${ASKED}$. {text}"
    return f"{text}\n\n{ASKED}", f"{text}{' ' if text.endswith(tuple('.!?:。！？：…')) else ', '}${ASKED}$"


def _share(rows: list[Sentence], *, accepted: bool) -> float:
    """Return the share of answers that are accepted, or that are not; none is held to be an error."""
    found = [next(iter(judge(read(answer, NEURON), NEURON))).status for row in rows for answer in _answers(row)]
    assert rows[0].charges or not {Status.WRONG, Status.WRONG_STEP, Status.MISSING}.intersection(found)
    return sum((status in ACCEPTED) is accepted for status in found) / len(found)


@pytest.mark.parametrize(
    ("name", "looked_at", "lost", "accepted"),
    [
        ("sentences", slice(EVERY // 2, None, EVERY), MOST_LOST, MOST_ACCEPTED),
        ("sentences_held_out", slice(None, None, EVERY_ELSEWHERE), MOST_LOST_ELSEWHERE, MOST_ACCEPTED_ELSEWHERE),
        ("remarks_held_out", slice(None, None, EVERY_ELSEWHERE), MOST_LOST_OF_PAIRS, MOST_ACCEPTED_OF_PAIRS),
    ],
)
def test_most_sentences_are_understood(name: str, looked_at: slice, lost: float, accepted: float) -> None:
    others = ("table", "answers")  # other tests have these
    rows = [row for row in sentences(name)[looked_at] if row.author not in others]
    assert _share([row for row in rows if not row.charges], accepted=False) <= lost
    assert _share([row for row in rows if row.charges], accepted=True) <= accepted


@pytest.mark.parametrize("sentence", EXPLAINING)
def test_what_explains_an_equation_says_nothing_against_it(sentence: str) -> None:
    for form in (f"{ASKED}\n\n{{}}", f"${ASKED}$. {{}}"):
        assert verdicts(form.format(sentence), NEURON)["dL/dw"].status in ACCEPTED


@pytest.mark.parametrize("sentence", CHARGING)
def test_what_charges_an_equation_leaves_it_to_a_person(sentence: str) -> None:
    for form in (f"{ASKED}\n\n{{}}", f"${ASKED}$. {{}}"):
        assert verdicts(form.format(sentence), NEURON)["dL/dw"].status not in ACCEPTED


@pytest.mark.parametrize("sentence", AFTERTHOUGHTS)
def test_an_equation_that_is_taken_back_is_no_answer(sentence: str) -> None:
    for form in SUMS:
        assert verdicts(form.format(sentence), SUM)["q"].status not in ACCEPTED


@pytest.mark.parametrize("sentence", HARMLESS)
def test_an_equation_that_is_explained_is_one(sentence: str) -> None:
    for form in SUMS:
        assert verdicts(form.format(sentence), SUM)["q"].status in ACCEPTED


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("q = 10. I made that up.\n\nf = q*z = 20", {"f"}),
        ("q = 10. I made that up.\nf = q*z = 20", {"f"}),
        ("- q = 10. I made that up.\n- f = q*z = 20", {"f"}),
        ("q = 10. I made that up. f = q*z = 20", set()),  # of which of the two?
        ("q = 10.\n\nI made that up.\n\nf = q*z = 20", set()),
        ("q = 10. The next one is made up.\n\nf = q*z = 20", set()),
        ("q = 10. The next one is made up:\n\nf = q*z = 20", {"q"}),
    ],
)
def test_a_sentence_in_the_line_of_an_equation_is_said_of_that(answer: str, accepted: set[str]) -> None:
    assert {key for key, verdict in verdicts(answer, SUM).items() if verdict.status in ACCEPTED} == accepted
