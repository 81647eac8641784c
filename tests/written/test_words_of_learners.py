"""What learners say in full sentences, each form beside its like that must not be accepted."""

import pytest
from tests.written.test_real_styles import Case, rows

CIRCUIT = (
    "q = x + y; f = q * z",
    {"x": -2.0, "y": 5.0, "z": -4.0},
)  # q 3, f -12; df/dq -4, df/dz 3, df/dx = df/dy = -4
STEPPED = (("x", "y", "z"), 0.1)  # x -1.6, y 5.4, z -4.3
NEURON = ("h = w * x; p = h + b; out = sigmoid(p)", {"w": 0.5, "x": 3.0, "b": 1.0})  # h 1.5, p 2.5, out 0.9241
SLOPES = ("df/dq", "df/dz", "df/dx", "df/dy")
LOCAL = ("local:dq/dx", "local:dq/dy")

CASES = {
    "described quantities": Case(
        *CIRCUIT,
        ("q", "f"),
        [
            ("q is the sum (3) and f is the product, -12.", {"q", "f"}),
            ("f is the product of q and z, so minus twelve.", {"f"}),
            ("f is the sum of q and z, so -12.", set()),
            ("f is the product of q and y, so -12.", set()),
            ("f is the product of q and z, so -11.", set()),
            ("f is not the product of q and z, so -12.", set()),
            ("f ist das Produkt von q und z, also -12.", {"f"}),
            ("q es la suma, lo que da 3", {"q"}),
            ("Bob says f is the product of q and z, so -12.", set()),
        ],
    ),
    "what words make of a quantity": Case(
        *CIRCUIT,
        ("q", "f"),
        [
            ("Adding gives 3, and times z makes f -12.", {"q", "f"}),
            ("Multiplying leaves f with -12.", {"f"}),
            ("Multiplying does not leave f with -12.", set()),
            ("Multiplying leaves f with -11.", set()),
            ("We have q at 3.", {"q"}),
            ("If x were 0 we would have q at 3.", set()),
            ("The add node takes x and y and makes 3 out of them.", set()),
            ("Das macht 3 für q.", {"q"}),
            ("The tutor gets 3 for q.", set()),
        ],
    ),
    "names behind what is calculated": Case(
        *NEURON,
        ("h", "p", "out"),
        [
            ("So 0.5 times 3 is 1.5, that's h.", {"h"}),
            ("So 0.5 times 3 is 1.6, that's h.", set()),
            ("So 0.5 times 3 is 1.5, that's not h.", set()),
            ("Sigmoid von 2,5 ist ungefähr 0,924, das ist unser out.", {"out"}),
            ("The sigmoid of 2.4 is about 0.924, which is our out.", set()),
            ("La suma de 1,5 y 1 es 2,5, eso es p.", {"p"}),
        ],
    ),
    "functions of numbers": Case(
        *NEURON,
        ("out",),
        [
            ("out is the sigmoid of 2.5, so 0.924", {"out"}),
            ("out is the sigmoid of 2.5, so 0.824", set()),
            ("out is the sigmoid of 1.5, so 0.924", set()),
            ("out = derivative of the sigmoid of 2.5 = 0.0701", set()),
        ],
    ),
    "local derivatives in words": Case(
        *CIRCUIT,
        LOCAL,
        [
            ("q = x + y, both locals are 1, so it only copies.", set(LOCAL)),
            ("The + gate only copies (both its local derivs are 1: dq/dx = 1, dq/dy = 1).", set(LOCAL)),
            ("q = x + y: local +1 for x and +1 for y.", set(LOCAL)),
            ("q = x + y: local +1 for x and -1 for y.", {"local:dq/dx"}),
            ("q = x + y: both locals are 2.", set()),
            ("q = x + y: not both locals are 1.", set()),
            ("q = x + y has the local derivatives 1 (x) and 1 (y).", set(LOCAL)),
            ("q = x + y (derivadas locais iguais a 1, tanto para x quanto para y)", set(LOCAL)),
        ],
    ),
    "lists on the way back": Case(
        *CIRCUIT,
        (*SLOPES, "q"),
        [
            ("Le retour : df/df = 1\n- pour q : 1 * (-4) = -4\n- pour z : 3", {"df/dq", "df/dz"}),
            ("Le retour : df/df = 1\n- pour q : 1 * (-4) = -5", set()),
            ("Backward: df/dq = -4.\n* x: local 1, so -4\n* y: local 1, so -4", {"df/dq", "df/dx", "df/dy"}),
            ("Backward: df/dq = -4.\n* x: local 1, so 4", {"df/dq"}),
            ("Backward: df/dq = -4. One time in z: 3 - 1 = 2.", {"df/dq"}),
        ],
    ),
    "what gets another's value": Case(
        *CIRCUIT,
        SLOPES,
        [
            ("f = q * z, so q receives the value of z (-4) and z receives the value of q (3).", {"df/dq", "df/dz"}),
            ("f is a product, so q receives the value of z (4).", set()),
            ("f is a product, but q does not receive the value of z (-4).", set()),
            ("Retropropagação: q recebe o valor de z (-4).", {"df/dq"}),
            ("Backward: q gets z - that's -4 - and z gets q, i.e. 3.", {"df/dq", "df/dz"}),
        ],
    ),
    "new values of several": Case(
        *CIRCUIT,
        ("new:x", "new:y", "new:z"),
        [
            ("The new values are -1.6 (x), 5.4 (y) and -4.3 (z).", {"new:x", "new:y", "new:z"}),
            ("The new values are -1.6 (x) and 5.5 (y).", {"new:x"}),
            ("After the step x and y are now -1.6 and 5.4.", {"new:x", "new:y"}),
            ("The old values are -1.6 (x) and 5.4 (y).", set()),
        ],
        *STEPPED,
    ),
}  # fmt: skip
ROWS = rows(CASES)


@pytest.mark.parametrize(("name", "answer", "accepted"), ROWS)
def test_words_of_learners(name: str, answer: str, accepted: set[str]) -> None:
    assert CASES[name].accepted(answer) == accepted
