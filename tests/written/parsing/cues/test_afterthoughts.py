"""Afterthoughts: who takes back, disowns or doubts in a sentence of its own has no answer; who explains has one."""

import pytest
from tests.written.attacked.afterthoughts import AFTERTHOUGHTS, HARMLESS
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

SUM = Exercise.from_graph(Graph("q = x + y; f = q*z", x=7, y=3, z=2), ["q", "f"])  # 10, 20
FORMS = ["q = x + y = 10. {}", "$q = x + y = 10$\n\n{}", "$$q = x + y = 10$$\n{}\n$$f = 20$$"]


@pytest.mark.parametrize("sentence", AFTERTHOUGHTS)
def test_an_equation_that_is_taken_back_is_no_answer(sentence: str) -> None:
    for form in FORMS:
        assert verdicts(form.format(sentence), SUM)["q"].status not in ACCEPTED


@pytest.mark.parametrize("sentence", HARMLESS)
def test_an_equation_that_is_explained_is_one(sentence: str) -> None:
    for form in FORMS:
        assert verdicts(form.format(sentence), SUM)["q"].status in ACCEPTED
