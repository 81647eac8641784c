"""What a verdict holds, what carries from one question to the next, and what an exercise refuses."""

from fractions import Fraction

import pytest
from tests.written.corpus import EXERCISES, verdicts

from gradbook.written import Diagnosis, Exercise, Status, judge, read
from gradbook.written.errors import ExerciseError
from gradbook.written.judging.messages import MESSAGES


def test_earlier_verdicts_carry() -> None:
    graph = EXERCISES["seed"].graph
    first = Exercise.from_graph(graph, ["df/dw"])
    second = Exercise.from_graph(graph, ["w1"], points={"w1": 4})
    earlier = judge(read("df/dw = 15", first), first)
    (alone,) = judge(read("w_1 = 5 - 0.15 = 4.85", second), second)
    (carried,) = judge(read("w_1 = 5 - 0.15 = 4.85", second), second, earlier)
    assert alone.status is Status.WRONG
    assert (carried.status, carried.points) == (Status.CARRIED, Fraction(2))


def test_work_shown_and_messages() -> None:
    found = verdicts("q = wx = 10, r = 8", EXERCISES["seed"])
    assert found["q"].work_shown
    assert not found["r"].work_shown
    assert MESSAGES.keys() == set(Diagnosis)
    wrong = verdicts("df/dw = 2", EXERCISES["seed"])["df/dw"]
    assert "6" not in wrong.learner
    assert "Local" in wrong.teacher


@pytest.mark.parametrize("key", ["k", "df/dk", "k1", "local:df/dw", "w:formula"])
def test_a_key_that_asks_for_nothing_is_refused(key: str) -> None:
    with pytest.raises(ExerciseError, match="asks for nothing"):
        Exercise.from_graph(EXERCISES["seed"].graph, [key])
