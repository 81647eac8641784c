"""What is told in a learner's words: nudges, steps up and down, "5 less 3", "off by", topics that are asked for."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

FIT = Exercise.from_graph(
    Graph("z = w*x; a = z + b; d = a - t; L = d**2", w=1.5, x=2, b=-0.5, t=4),
    ["d", "L", "dL/dd", "dL/da", "dL/dw", "dL/db", "new:w", "new:b"],
    lr=0.1,
)
CASES = Exercise.from_graph(Graph("q = a - b; r = c/q; y = min(q, r)", a=5, b=3, c=7), ["q", "r", "dy/dq", "dy/dr"])

# what is written, of which quantity, with its right number and a wrong one
TOLD = [
    ("- nudge w: {}", "dL/dw", "-6", "6"),
    ("How L moves:\n- nudge a: {}\n- nudge z: also {}", "dL/da", "-3", "3"),
    ("- wiggle b: 2(2.5 - 4) = {}, same reason", "dL/db", "-3", "4"),
    ("With a learning rate of 0.1, w goes up by 0.6 to {}.", "new:w", "2.1", "0.9"),
    ("One step: w should go up by 0.6 from 1.5 to {}.", "new:w", "2.1", "0.9"),
    ("In the step b goes up by 0.3 from -0.5 to {}", "new:b", "-0.2", "-0.8"),
    ("Mit einem Schritt steigt b um 0,3 von -0,5 auf {}", "new:b", "-0,2", "-0,8"),
    ("Gradients of L:\nw: -6\nb: -3\n\nAdjusted: w = {}   b = -0.2", "new:w", "2.1", "0.9"),
    ("Gradienten von L:\nw: -6\nb: -3\n\nNachgestellt:  w = {}   b = -0,2", "new:w", "2,1", "0,9"),
    ("We're off by d = 2.5 - 4 = {}.", "d", "-1.5", "1.5"),
    ("Me equivoco en d = 2,5 - 4 = {}", "d", "-1,5", "1,5"),
    ("On se trompe de d = {}", "d", "-1,5", "1,5"),
    ("d = -1.5, and squaring gives us the loss, {}.", "L", "2.25", "-2.25"),
    ("d = -1.5. Squaring it gives L, {}", "L", "2.25", "3"),
    ("dL/da = {}. The bias? Same thing: dL/db = -3.", "dL/da", "-3", "3"),
    ("dL/da = {}. b? dL/db = -3.", "dL/da", "-3", "3"),
    ("dL/dd = {} (odejmowanie stałej nic nie zmienia)", "dL/dd", "-3", "3"),
    ("dL/dd = {}, there is no minus in front of it", "dL/dd", "-3", "3"),
]


@pytest.mark.parametrize(("text", "key", "right", "wrong"), TOLD)
def test_what_is_told_is_read(text: str, key: str, right: str, wrong: str) -> None:
    assert verdicts(text.replace("{}", right), FIT)[key].status in ACCEPTED
    assert verdicts(text.replace("{}", wrong), FIT)[key].status not in ACCEPTED


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("- nudge w: -6 is what Tom says", "dL/dw"),
        ("- nudge w: not -6", "dL/dw"),
        ("- nudge w: 1.5 -> -6", "dL/dw"),
        ("With a learning rate of 0.1, w must not go up by 0.6 to 2.1.", "new:w"),
        ("With a learning rate of 0.2, w goes up by 0.6 from 1.2 to 2.1.", "new:w"),
        ("d = -1.5 is off by 0.1", "d"),
        ("The answer d = -1.5 is off by b = 0.5", "d"),
        ("Squaring does not give the loss, 2.25", "L"),
        ("Squaring gives the loss, 2.25 too much", "L"),
        ("dL/da = -3. Really? dL/db = -3.", "dL/da"),
        ("dL/da = -3. The sign? dL/db = -3.", "dL/da"),
        ("dL/da = -3. The bias? Also wrong: dL/db = -3.", "dL/da"),
        ("dL/da = -3. The bias?", "dL/da"),
    ],
)
def test_what_is_denied_or_of_something_else_is_not(text: str, key: str) -> None:
    assert verdicts(text, FIT)[key].status not in ACCEPTED


@pytest.mark.parametrize(
    ("text", "key", "right", "wrong"),
    [
        ("q is 5 less {}.", "q", "3", "4"),
        ("q is 5 less 3, so {}", "q", "2", "8"),
        ("q = 5 times 1, take away 3  ->  {}", "q", "2", "8"),
        ("q = 5 mal 1, minus 3 = {}", "q", "2", "8"),
        ("q ist 5 weniger {}", "q", "3", "2"),
        ("r is {} halves, 3.5", "r", "seven", "nine"),
        ("Derivate di y:\nq -> {} perché è lui il minimo, prende tutto lui", "dy/dq", "1", "2"),
        ("derivadas de y:\nq -> {} porque es él el mínimo", "dy/dq", "1", "2"),
        ("Pochodne y:\nq -> {} bo to on jest minimum", "dy/dq", "1", "2"),
    ],
)
def test_operations_and_reasons_in_words(text: str, key: str, right: str, wrong: str) -> None:
    assert verdicts(text.format(right), CASES)[key].status in ACCEPTED
    assert verdicts(text.format(wrong), CASES)[key].status not in ACCEPTED


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("q is 2 less than b", "q"),
        ("q is 2 less", "q"),
        ("q is 5 less 3, four", "q"),
        ("q = 2 es el número de muestras", "q"),
        ("Derivate di y:\nq -> 1, dice lui", "dy/dq"),
        ("Derivate di y:\nq -> 1, questo lo ha lui", "dy/dq"),
        ("q = 2, to on policzył", "q"),
        ("Derivate di y:\nq -> 1 per lui", "dy/dq"),
    ],
)
def test_other_words_are_not_taken_for_them(text: str, key: str) -> None:
    assert verdicts(text, CASES)[key].status not in ACCEPTED


def test_too_in_turkish() -> None:
    assert verdicts("geri yön:\ndL/da = -3, toplama olduğu için dL/db de -3", FIT)["dL/db"].status in ACCEPTED
    assert verdicts("geri yön:\ndL/da = -3, dL/db de 3", FIT)["dL/db"].status not in ACCEPTED
    assert verdicts("geri yön:\ndL/da = -3, dL/db de -3 değil", FIT)["dL/db"].status not in ACCEPTED
