"""Points that an answer tries itself: what it finds there is no second answer, and no answer of the exercise's."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

GRAPH = Exercise.from_graph(
    Graph("m = max(x, y); k = m*z; f = k + x", x=4, y=1.5, z=-3), ["m", "k", "f", "df/dx"], lr=0.1
)
OWN = "m = 4, k = -12, f = -8 and df/dx = -3 + 1 = -2."


@pytest.mark.parametrize(
    "tried",
    [
        "But I tried it: x = 4.1 gives m = 4.1, k = -12.3 and f = -8.2.",
        "Probe: x = 4.01: f = -8.02.",
        "z = -3.1: k = -12.4, f = -8.4",
        "In class we had x = 1, y = 2: m = 2, k = -6, f = -5.",
    ],
)
def test_a_point_that_is_tried_contradicts_nothing(tried: str) -> None:
    found = verdicts(f"{OWN}\n\n{tried}", GRAPH)
    assert {key for key, verdict in found.items() if verdict.status in ACCEPTED} == {"m", "k", "f", "df/dx"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("x = 4.1, m = 4.1, k = -12.3, f = -8.2", "f"),  # it answers for another point only
        (f"{OWN}\n\nx = 4.1: f = -8.7.", "f"),  # which is so nowhere
        (f"{OWN}\n\n## Example 2\n\nx = 5\n\nm = 5", "m"),  # which may be another exercise
        (f"{OWN}\n\nNo, wait: x = 5, m = 5.", "m"),
        ("x = 5, m = 5, k = -15", "k"),  # a misread exercise
    ],
)
def test_nothing_else_is_a_point_that_is_tried(text: str, key: str) -> None:
    assert verdicts(text, GRAPH)[key].status not in ACCEPTED


@pytest.mark.parametrize(
    ("behind", "accepted"),
    [
        ("Con w = 1 (domanda b) si avrebbe z = 1.5, L = 0.25.", True),
        ("For comparison, the example with w = 1: z = 1.5.", True),
        ("Correction: w = 1.", False),
        ("Wait. w = 1, z = 1.5.", False),
        ("The new w = 1, so z = 1.5.", False),
    ],
)
def test_an_input_of_another_case_is_no_second_new_value(behind: str, accepted: bool) -> None:
    step = Exercise.from_graph(Graph("z = w*x; L = (z - y)**2", w=2, x=1.5, y=1), ["L", "w1"], lr=0.1)
    text = f"z = 3, L = 4.\n\nThe step: w = 2 - 0.1*6 = 1.4\n\n{behind}"
    assert (verdicts(text, step)["w1"].status in ACCEPTED) == accepted


def test_an_input_that_is_tried_is_no_new_value() -> None:
    step = Exercise.from_graph(Graph("z = w*x; L = (z - y)**2", w=2, x=1.5, y=1), ["L", "w1"], lr=0.1, moving=["w"])
    text = "L = 4. Check: with w = 2.01 the loss is 4.06. The step: w = 2 - 0.1*6 = 1.4"
    assert verdicts(text, step)["w1"].status is Status.RIGHT
