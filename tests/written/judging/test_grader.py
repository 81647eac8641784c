"""What a verdict holds, what carries from one question to the next, and what an exercise refuses."""

from fractions import Fraction

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.graph import Graph
from gradbook.written import Diagnosis, Exercise, Status, judge, read
from gradbook.written.errors import ExerciseError
from gradbook.written.judging.outcomes.said.messages import MESSAGES


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
    graph = EXERCISES["seed"].graph
    found = verdicts("q = wx = 10, r = 8", EXERCISES["seed"])
    assert found["q"].work_shown
    assert not found["r"].work_shown
    bare = verdicts("df/df = 1; r = q + b; df/db = 3", Exercise.from_graph(graph, ["df/df", "df/db", "r:formula"]))
    assert [verdict.work_shown for verdict in bare.values()] == [
        True,
        False,
        True,
    ]  # 1 and a formula are all there is
    assert MESSAGES.keys() == set(Diagnosis)
    wrong = verdicts("df/dw = 2", EXERCISES["seed"])["df/dw"]
    assert "6" not in wrong.learner
    assert "Local" in wrong.teacher


@pytest.mark.parametrize("key", ["k", "df/dk", "k1", "local:df/dw", "w:formula"])
def test_a_key_that_asks_for_nothing_is_refused(key: str) -> None:
    with pytest.raises(ExerciseError, match="asks for nothing"):
        Exercise.from_graph(EXERCISES["seed"].graph, [key])


REGULARISED = Exercise.from_graph(
    Graph("s = w*x; D = (s - y)**2; R = lam*w**2; J = D + R", w=2, x=3, y=4, lam=0.5), ["R", "dJ/dw"]
)
NAMED_E = Exercise.from_graph(Graph("u = -1*y; e = exp(u); f = x*e", x=4, y=0.5), ["e", "f"])
UNNAMED = Exercise.from_graph(Graph("a = x**2; b = a*y; f = b + y + 2", x=3, y=4), ["df/dx", "df/dy"])
BIASED = Exercise.from_graph(Graph("z = w*x + b; L = z**2", w=3, x=2, b=1), ["dL/dz", "dL/dw", "dL/db"])


@pytest.mark.parametrize(
    ("exercise", "answer", "key", "accepted"),
    [
        (REGULARISED, "R = λ w² = 0.5 * 4 = 2", "R", True),
        (REGULARISED, r"$\frac{\partial J}{\partial w} = 2(s - y)x + 2\lambda w = 12 + 2 = 14$", "dJ/dw", True),
        (REGULARISED, "R = η w² = 2", "R", False),  # the learning rate is another thing
        (NAMED_E, "e = e^{-0.5} = 0.6065", "e", True),
        (NAMED_E, "f = x e^u = 2.426", "f", True),
        (NAMED_E, "e = e^{0.5} = 0.6065", "e", False),
        (UNNAMED, "df/dy = df/db * a + df/df * 1 = 9 + 1 = 10", "df/dy", True),
        (UNNAMED, "df/dy = df/db * a = 10", "df/dy", False),
        (UNNAMED, "df/dx = df/db * da/dx * y = 24", "df/dx", True),
        (UNNAMED, "df/dx = da/dx * y = 24", "df/dx", True),
        (BIASED, "dL/dz = 14\n\ndL/db = dL/dz", "dL/db", True),
        (BIASED, "dL/dz = 14\n\ndL/db = dL/dz * 1", "dL/db", True),
        (BIASED, "dL/db = dL/dz", "dL/db", False),  # and what is that?
        (BIASED, "dL/dz = 7\n\ndL/db = dL/dz", "dL/db", False),
        (BIASED, "dL/dz = 14\n\ndL/dw = dL/dz", "dL/dw", False),
        (BIASED, "dL/dz = 14\n\ndL/dw = dL/dz * dz/dw", "dL/dw", False),  # a product is to be worked out
        (BIASED, "dL/dz = 14\n\ndL/dz = 14 = dL/db", "dL/db", True),
    ],
)
def test_names_that_clash_and_quantities_that_are_equal(
    exercise: Exercise, answer: str, key: str, accepted: bool
) -> None:
    verdict = verdicts(answer, exercise)[key]
    assert (verdict.status in ACCEPTED) is accepted, verdict
