"""Calculations that name no quantity of the exercise: what each can only be of."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

SUM = Exercise.from_graph(
    Graph("h = a*u; g = b*v; s = h + g; L = (s - t)**2", a=2.5, b=4, u=3, v=5, t=30),
    ["h", "g", "s", "L", "dL/ds", "dL/du", "dL/dv", "new:u"],
    lr=0.01,
)  # h = 7.5, g = 20, s = 27.5, L = 6.25, dL/ds = -5, dL/du = -12.5, dL/dv = -20, new u = 3.125


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ("First product: 2.5*3 = 7.5", "h"),
        ("Zuerst das Produkt: 3 · 2,5 = 7,5", "h"),
        ("m = 2.5*3 = 7.5", "h"),
        ("m = 2.5*3 = 7.5\nn = 4*5 = 20\nk = 7.5 + 20 = 27.5", "s"),
        ("1. 2.5*3 = 7.5\n2. 4*5 = 20\n3. 7.5 + 20 = 27.5", "s"),
        ("$$4 \\cdot 5 = 20$$", "g"),
        ("Squared: (27.5 - 30)^2 = 6.25", "L"),
        ("The gradient at the sum is 2*(27.5 - 30) = -5", "dL/ds"),
        ("## Gradients\n\n- weight: -5 * 2.5 = -12.5\n- weight: -5 * 4 = -20", "dL/dv"),
        ("The loss: (27.5 - 30)^2 = 6.25", "L"),
        ("grad1 = -5 * 2.5 = -12.5", "dL/du"),
        ("The updated first weight: 3 - 0.01 * (-12.5) = 3.125", "new:u"),
        ("We need a and u here: 2.5*3 = 7.5", "h"),
        ("**Gradient for** $u$:\n\n$$\\text{Grad}_1 = -5 * 2.5 = -12.5$$", "dL/du"),
    ],
)
def test_a_calculation_that_can_only_be_of_one_quantity_is_of_it(answer: str, key: str) -> None:
    assert verdicts(answer, SUM)[key].status in ACCEPTED


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ("m = 2.5*3 = 8", "h"),  # not its result
        *(
            (f"{lead}2.5*3 = 7.5", "h")
            for lead in (
                "Ben: ",
                "Ben says ",
                "Sample B:\n\n",
                "observation 2: ",
                "For g: ",
                "g:\n\n",
                "The value of g:\n\n",
                "L\n\n",
                "### Loss\n\n",
                "bias = ",
                "target = ",
                "output = ",
                "The target is ",
                "We want ",
                "loss = ",
                "Check of the calculator: ",
                "First attempt: ",
                "The weight is ",
                "The output is ",
                "Total: ",
                "Der Verlust ist ",
                "la perte : ",
                "损失：",
                "Der Bias: ",
                "The learning rate is ",
                "t = 7:\n\n",
            )
        ),
        *(
            (f"{lead}(27.5 - 30)^2 = 6.25", "L")
            for lead in ("The bias: ", "target: ", "new: ", "The new loss: ", "h: ")
        ),
        *(
            (f"{lead}-5 * 2.5 = -12.5", "dL/du")
            for lead in (
                "The gradient of the bias: ",
                "- v: gradient ",
                "dL/dv: ",
                "gradient of g: ",
                "grad_v = ",
                "- second weight: ",
            )
        ),
        ("new target 3 - 0.01*(-12.5) = 3.125", "new:u"),
        ("old: 3 - 0.01 * (-12.5) = 3.125", "new:u"),
        ("m = 2.5*3 = 7.5\nk = 2.5*3 = 8", "h"),
        ("m = 2.5 + 5 = 7.5", "h"),  # the number, by another calculation
        ("m = 7.5", "h"),
        ("2.5*3 = 7.5 is wrong", "h"),
        ("2.5*3 = 7.5. Times two it is 15", "h"),
        ("2.5*3 = 7.5, plus 1 is 8.5", "h"),
        ("h is 8.\n\n2.5*3 = 7.5", "h"),  # said to be another
        ("h = 8\n\nm = 2.5*3 = 7.5", "h"),
        ("Maybe 2.5*3 = 7.5", "h"),
        ("Laut Ben: 2.5*3 = 7.5", "h"),
        ("If u were 4: 2.5*4 = 10", "h"),
        ("e = 27.5 - 30 = -2.5; 2*(27.5 - 30) = -5", "dL/ds"),  # nothing says that it is a gradient
        ("2*(27.5 - 30) = -5", "dL/ds"),
        ("The gradient: 2.5*3 = 7.5", "h"),  # a gradient is no value
        ("Gradient: -5 * 2.5 = 12.5", "dL/du"),
        ("The old first weight: 3 - 0.01 * (-12.5) = 3.25", "new:u"),
        ("The updated first weight: 3 + 0.01 * (-12.5) = 2.875", "new:u"),
        ("In epoch 2: 2.5*3 = 7.5", "h"),
        ("Gradient for $v$:\n\n$$\\text{Grad}_1 = -5 * 2.5 = -12.5$$", "dL/du"),  # it says of which
        ("Gradient for $W_k$:\n\n$$\\text{Grad}_1 = -5 * 2.5 = -12.5$$", "dL/du"),  # who knows which
        ("**Gradient by v**\n- -5 * 2.5 = -12.5", "dL/du"),
        ("g: 2.5*3 = 7.5", "h"),
        ("Now g.\n\nIt is made so, of g and b: 2.5*3 = 7.5", "h"),
    ],
)
def test_a_calculation_without_a_name_is_not_taken_for_what_it_may_not_be(answer: str, key: str) -> None:
    assert verdicts(answer, SUM)[key].status not in ACCEPTED


ALIKE = Exercise.from_graph(
    Graph("h = a*u; g = b*v; s = h + g", a=2, b=2, u=3, v=3), ["h", "g", "s", "ds/du", "ds/dv"], lr=0.1
)


@pytest.mark.parametrize("answer", ["2*3 = 6", "m = 2*3 = 6", "One product: 3*2 = 6\nThe other: 3*2 = 6"])
def test_a_calculation_that_may_be_of_two_quantities_is_of_neither(answer: str) -> None:
    found = verdicts(answer, ALIKE)
    assert found["h"].status not in ACCEPTED
    assert found["g"].status not in ACCEPTED


SMALL = Exercise.from_graph(
    Graph("p = w*x; s = p + b; e = s - y; L = e**2", w=3, x=2, b=1, y=4), ["p", "s", "e", "L", "dL/dw"], lr=0.1
)


@pytest.mark.parametrize(
    "answer",
    [
        "3*2 = 6", "m = 3*2 = 6", "3^2 = 9", "3 + 4 = 7", "6 - 3 = 3", "3*2 + 1 = 7 is the number of weights",
        "In total 3*2 = 6 weights", "Number of parameters: 3*2 + 1 = 7", "Anzahl der Parameter: 3*2 + 1 = 7",
        "points: 3*2 + 1 = 7", "nombre de paramètres : 3*2 + 1 = 7", "参数个数：3*2+1 = 7", "There are 4 + 3 = 7 edges",
        "page 3*3 = 9", "score: 7 - 4 = 3",
    ],
)  # fmt: skip
def test_small_whole_numbers_may_be_of_anything(answer: str) -> None:
    assert all(verdict.status not in ACCEPTED for verdict in verdicts(answer, SMALL).values())


def test_a_wrong_calculation_without_a_name_is_never_blamed() -> None:
    found = verdicts("m = 2.5*3 = 8\nn = 4*5 = 21", SUM)
    assert {found["h"].status, found["g"].status} <= {Status.UNREAD, Status.PERSON}


CURVE = Exercise.from_graph(Graph("f = 3*x**2 - 4*x + 5", x=3), ["f", "df/dx"])


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("f'(x) = lim(h→0) [f(x + h) - f(x)] / h\n\nAnalytical derivative: 6x - 4 = 14", True),
        ("f'(x) = lim(h→0) [f(x + h) - f(x)] / h\n\nAnalytical derivative: 6x - 3 = 15", False),
        ("f'(x) = 12 zurgs\n\nAnalytical derivative: 6x - 4 = 14", False),  # a number that is not understood
    ],
)
def test_a_formula_that_is_not_understood_speaks_against_no_calculation(answer: str, accepted: bool) -> None:
    assert (verdicts(answer, CURVE)["df/dx"].status in ACCEPTED) is accepted
