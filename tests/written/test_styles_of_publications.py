r"""Styles of what is published: posts, cards, listings, keys; each with its like that must not be accepted."""

import pytest
from tests.written.test_real_styles import Case, rows

NEURON = ("z = w*x + b; a = sigmoid(z); L = 0.5*(a - y)**2", {"w": 0.6, "x": 1.5, "b": -0.4, "y": 1.0})
ASKED = ("z", "a", "L", "dL/dz", "dL/dw", "dL/db", "new:w", "new:b", "new:L")
VALUES = "z = 0.5, a = 0.6225, L = 0.0713"
STEP = "new w = 0.6665, new b = -0.3556"
GATES = ("q = x + y; f = q*z", {"x": -2.0, "y": 5.0, "z": -4.0})  # q 3, f -12; df/dq = df/dx = df/dy = -4, df/dz 3
CARDS = "Front: df/dx?\tBack: -4\t{0}\nFront: df/dy?\tBack: -4\t{0}\nFront: df/dz?\tBack: 3\t{0}\n"
ENGINE = "a.grad = 0.0\nx.grad = {}\nf.backward()\nx.grad = -4\n"
LISTING = "[source,python]\n----\nz = 0.5\nL = {}\n----\n"
OBJECTS = "```python\nz = w*x + b\n# z = Value(data={}, grad=-0.0887)\n```\n"
TYPST = "#set page()\n$\n  z = w x + b = {} \n$\n"
REPEATED = "w_new = 0.6665, b_new = -0.3556. {} and get 0.0593."
LISTED = "\nCOMMON MISTAKES\n * Using the derivative of tanh. (-2)\n * A missing factor x. (-1)\n"

CASES = {
    "percents": Case(
        *NEURON,
        ASKED,
        [
            ("a = 62.25 percent", {"a"}),
            ("a = 0.6225, also etwa 62 Prozent", {"a"}),
            ("a = 0.6225, i.e. about 52 percent", set()),
            ("After the step L = 0.0593, which is about 17% less than before.", {"new:L"}),
            ("Nach dem Schritt ist L = 0,0593, das sind 17 % weniger.", {"new:L"}),
            ("The new loss is 17% lower.", set()),
        ],
        lr=0.5,
    ),
    "what a step makes of a quantity": Case(
        *NEURON,
        ASKED,
        [
            ("Damit wird aus w der Wert 0,6665 und aus b der Wert -0,3556.", {"new:w", "new:b"}),
            ("Damit wird aus w der Wert 0,5335 und aus b der Wert -0,3556.", {"new:b"}),
            ("Hoffentlich wird aus w der Wert 0,6665.", set()),
            (f"{VALUES}. The weight becomes 0.6665 and the bias -0.3556", {"z", "a", "L", "new:w", "new:b"}),
            (f"{VALUES}. The weight becomes 0.6665 and the bias -0.3556 instead", {"z", "a", "L"}),
            ("We land on w = 0.6665", {"new:w"}),
            ("One hopes to arrive at w = 0.6665", set()),
            (REPEATED.format("We compute the loss again"), {"new:w", "new:b", "new:L"}),
            (REPEATED.format("We compute the error of Tom again"), {"new:w", "new:b"}),
        ],
        lr=0.5,
    ),
    "before and after": Case(
        *NEURON,
        ASKED,
        [
            ("The loss was 0.0713 before and is 0.0593 now", {"L", "new:L"}),
            ("L = 0.0713 before, 0.0593 after the step", {"L", "new:L"}),
            ("I had L = 0.0713 before", set()),
            ("I had loss 0.0713 before, 0.08 now", set()),
        ],
        lr=0.5,
    ),
    "what others do wrong, and the learner": Case(
        *NEURON,
        ASKED,
        [
            (f"{VALUES}\ndL/dw = -0.1331\n\nThe minus is usually forgotten.", {"z", "a", "L", "dL/dw"}),
            ("z = 0.5\ndL/dw = -0.1331. It is wrong, the minus is usually forgotten.", {"z"}),
            ("dL/dw = -0.1331\nDas stimmt nicht, x wird oft vergessen.", set()),
            (f"dL/dw = -0.1331\n{LISTED}", {"dL/dw"}),
            ("dL/dw = -0.1331\n部分同学漏了负号，得到 dL/dw = 0.1331，扣 2 分。", {"dL/dw"}),
            ("dL/dw = -0.1331. 错，扣 2 分", set()),
            ("z = 0.5\ndL/dw = -0.1331. The previous version of dL/dw printed 0.2, keep that.", {"z"}),
        ],
    ),
    "numbers put in without their brackets": Case(
        "h = tanh(w*x); L = h**2",
        {"w": -0.5, "x": 2.0},  # h -0.7616, L 0.58; dL/dw -1.2794
        ("L", "dL/dw"),
        [
            ("L = -0.7616^2 = 0.58", {"L"}),
            ("L = -0.7616^2 = -0.58", set()),
            ("L = -0.7616^2", set()),
            ("h = -0.7616, dL/dw = 2*(-0.7616)*(1 - -0.7616^2)*2 = -1.2794", {"dL/dw"}),
            ("h = -0.7616, dL/dw = 2*(-0.7616)*(1 - -0.7616^2)*2 = -4.8134", set()),
            ("h = tanh(...) = -0.7616, L = 0.58", {"L"}),
        ],
    ),
    "steps of nothing": Case(
        "z = w*x + b; L = z**2",
        {"w": 0.5, "x": 0.0, "b": -3.0},
        ("dL/dw", "new:w", "new:b"),
        [
            ("w = 0.5 - 0.1*0 = 0.5", {"new:w"}),
            ("w = 0.5 - 0 = 0.5", {"new:w"}),
            ("w = 0.5 - 0*x = 0.5", set()),
            ("w = 0.5 - 0.9*0 = 0.5", set()),
            ("After the step w = 0.5 does not change.", {"new:w"}),
            ("In the forward pass, w = 0.5 does not change.", set()),
        ],
    ),
    "cards and sheets": Case(
        *GATES,
        ("q", "df/dx", "df/dy", "df/dz"),
        [
            (CARDS.format("chain::rule"), {"df/dx", "df/dy", "df/dz"}),
            (CARDS.format("status::wrong"), set()),
            ("gate *  : df/dx = -4", {"df/dx"}),
            ("not gate *  : df/dx = -4", set()),
        ],
    ),
    "programs and listings": Case(
        *NEURON,
        ASKED,
        [
            (LISTING.format("0.0713"), {"z", "L"}),
            (LISTING.format("0.08"), {"z"}),
            (OBJECTS.format("0.5"), {"z", "dL/dz"}),
            (OBJECTS.format("0.6"), {"dL/dz"}),
            (TYPST.format("0.5"), {"z"}),
            (TYPST.format("0.6"), set()),
        ],
    ),
    "gradients before the pass": Case(
        *GATES,
        ("df/dx",),
        [(ENGINE.format("0.0"), {"df/dx"}), (ENGINE.format("0.0  # my answer"), set()), (ENGINE.format("2"), set())],
    ),
    "the factor that was told": Case(
        "s = w*x; L = 0.5*(s - y)**2",
        {"w": 1.0, "x": 3.0, "y": 2.0},
        ("dL/ds", "dL/dw"),
        [
            ("dL/ds = 1\ndL/dw = x = 3", {"dL/ds", "dL/dw"}),
            ("dL/ds = 2\ndL/ds = 1\ndL/dw = x = 3", set()),
        ],
    ),
}


@pytest.mark.parametrize(("name", "answer", "accepted"), rows(CASES))
def test_a_style_is_read(name: str, answer: str, accepted: set[str]) -> None:
    assert CASES[name].accepted(answer) == accepted
