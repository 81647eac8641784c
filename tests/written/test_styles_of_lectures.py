r"""Styles of lectures, exams and programs, each with its like that must not be accepted."""

import pytest
from tests.written.test_real_styles import Case, rows

LINE = (
    "z = w*x; p = z + b; e = p - y; L = e**2",
    {"w": 2.0, "x": 3.0, "b": 1.0, "y": 5.0},
)  # z 6, p 7, e 2, L 4; dL/de = dL/dp = dL/dz = dL/db = 4, dL/dw 12
STEPPED = (("w", "b"), 0.1)  # w 0.8, b 0.6; z 2.4, p 3, e -2, L 4
RELU = ("z = w*x; p = z + b; y = relu(p)", {"w": 2.0, "x": 3.0, "b": 1.0})  # y 7
DEAD = (
    "u = w*x; v = u + b; a = relu(v); L = (a - y)**2",
    {"w": 1.0, "x": -3.0, "b": 2.0, "y": 1.0},
)  # u -3, v -1, a 0, L 1; nothing is learned
TWICE = ("g = x*y; h = z + g; f = h/y", {"x": 4.0, "y": 2.0, "z": 6.0})  # df/dy = 2 - 3.5 = -1.5
SIGN = ("k = a - b; m = abs(k); L = m*c", {"a": 1.0, "b": 4.0, "c": 2.0})  # k -3, m 3, L 6; dm/dk -1
LAYER = (
    "z = w*a0 + b; a = sigmoid(z)",
    {"w": 1.2, "a0": 0.5, "b": -0.9},
)  # z -0.3, a 0.4256; dz/dw 0.5
SLOPES = ("dL/de", "dL/dp", "dL/dz", "dL/db", "dL/dw")

CASES = {
    "an error that is no loss": Case(
        *LINE,
        ("e", "L"),
        [
            ("The error is 2, and L = 4.", {"e", "L"}),
            ("Error: 2\nLoss: 4", {"e", "L"}),
            ("Der Fehler (Vorhersage minus Ziel) ist 2.", {"e"}),
            ("error = 7 - 5 = 2", {"e"}),
            ("The squared error is 2.", set()),
            ("The error signal is 2.", set()),
            ("The new error is 2.", set()),
            ("The error is 3.", set()),
            ("Tom's error is 2.", set()),
            ("error (after the update): 2", set()),
            ("error (relative): 2", set()),
        ],
    ),
    "what is so too": Case(
        *LINE,
        SLOPES,
        [
            ("dL/dp = 4, dL/dz too.", {"dL/dp", "dL/dz"}),
            ("dL/dp = 4, dL/dz auch.", {"dL/dp", "dL/dz"}),
            ("dL/dp = 4. dL/dz aussi.", {"dL/dp", "dL/dz"}),
            ("dL/dp = 4, dL/dw too.", {"dL/dp"}),
            ("dL/dp = 4, maybe dL/dz too.", {"dL/dp"}),
            ("dL/dp = 4. I need dL/dz too.", {"dL/dp"}),
        ],
    ),
    "signs in words": Case(
        *SIGN,
        ("k", "local:dm/dk"),
        [
            ("k = negative 3", {"k"}),
            ("k is negative 3, so dm/dk is simply minus 1", {"k", "local:dm/dk"}),
            ("k is negative, so the slope is -1: dm/dk = -1", {"local:dm/dk"}),
            ("k is not negative 3", set()),
            ("k is negative", set()),
        ],
    ),
    "names of gradients": Case(
        *LINE,
        ("dL/dw", "dL/db"),
        [
            ("gradient_of_w = 12, gradient_of_b = 4", {"dL/dw", "dL/db"}),
            ("gradiente_di_w = 12", {"dL/dw"}),
            ("grad_wrt_b = 4", {"dL/db"}),
            ("old_gradient_of_w = 12", set()),
            ("gradient_of_w = 13", set()),
        ],
    ),
    "what is applied": Case(
        *LINE,
        ("dL/dw", "new:w", "new:b"),
        [
            ("dL/dw = 12. Applying a fraction (0.1) of the gradients: w = 0.8, b = 0.6", {"dL/dw", "new:w", "new:b"}),
            ("w goes down: 2 - 0.1*12 = 0.8", {"new:w"}),
            ("Before applying the gradients: w = 0.8", set()),
            ("We have not yet applied the gradients: w = 0.8", set()),
            ("Das Gewicht wird von 2 auf 0,8 gesenkt.", {"new:w"}),
            ("Das Gewicht würde von 2 auf 0,8 gesenkt.", set()),
            ("w goes down: 2 - 0.1*13 = 0.8", set()),
            ("w goes down: 0.8", set()),
            ("w should go down: 2 - 0.1*12 = 0.8", set()),
        ],
        *STEPPED,
    ),
    "a loss that stays": Case(
        *DEAD,
        ("L", "new:w", "new:b", "new:L"),
        [
            ("After the update w = 1 and b = 2 and the loss stays 1.", {"new:w", "new:b", "new:L"}),
            ("The loss stays at 1 after the step.", {"new:L"}),
            ("The loss stays at 2 after the step.", set()),
            ("The loss would stay at 1 after the step.", set()),
            ("The loss stays at 1.", set()),
            ("Before the step the loss stays at 1.", set()),
        ],
        *STEPPED,
    ),
    "behind their functions and layers": Case(
        *RELU,
        ("p", "y"),
        [
            ("The sum is p = 7 and after the ReLU y = 7.", {"p", "y"}),
            ("La somma è p = 7 e dopo la ReLU y = 7.", {"p", "y"}),
            ("Without the ReLU y = 7", set()),
            ("The slope at the ReLU y = 1", set()),
        ],
    ),
    "layers by numbers in brackets": Case(
        *LAYER,
        ("z", "a", "dz/dw"),
        [
            (r"$dz/dw = a^{(0)} = 0.5$, $a = 0.4256$", {"a", "dz/dw"}),
            (r"$a^{(0)} = 0.4256$", set()),
        ],
    ),
    "bars in the heads of tables": Case(
        *LINE,
        ("z", "p", "L"),
        [
            ("| $z$ | $p$ | $L(w,b\\|x)$ |\n|---|---|---|\n| 6 | 7 | 4 |", {"z", "p", "L"}),
            ("| $z$ | $p$ | $L(w,b\\|x)$ |\n|---|---|---|\n| 6 | 7 | 5 |", {"z", "p"}),
        ],
    ),
    "parts that are added": Case(
        *TWICE,
        ("df/dy",),
        [
            ("df/dy collects two contributions: 2 - 3.5 = -1.5", {"df/dy"}),
            ("df/dy collects two contributions: 2 + (-3.5) = -1.5", {"df/dy"}),
            ("df/dy collects two contributions: 2 + (-4.5) = -2.5", set()),
        ],
    ),
    "what should come out": Case(
        *LINE,
        ("p", "L"),
        [
            ("In the end we should get L = 4.", {"L"}),
            ("In the end we should get L = 4, but we get 5.", set()),
            ("L = 4\n\nL should have been 5.", set()),
            ("The model should have predicted p = 7.", set()),
        ],
    ),
    "nudges": Case(
        *LINE,
        ("dL/de",),
        [
            ("If e wiggles by 0.001, L wiggles by 0.004, so dL/de = 4.", {"dL/de"}),
            ("If e wiggled by 0.001 and y were 4, L wiggles by 0.004, so dL/de = 4.", set()),
        ],
    ),
    "comments of programs": Case(
        *LINE,
        ("z", "p", "dL/dz"),
        [
            ("```python\nz = w*x  # 6, grad: 4\n```", {"z", "dL/dz"}),
            ("```python\nz = w*x  # 6, grad: 5\n```", {"z"}),
            ("```python\nz = w*x  #(1)  -> 6\n```", {"z"}),
            ("```python\n# mock data\np = z + b  # 7\n```", {"p"}),
            ("```python\n# mock values\np = 7\n```", set()),
            ("```mathematica\nz = w*x (* 6 *)\n```", {"z"}),
            ("```mathematica\nz = w*x (* wrong *)\n```", set()),
        ],
    ),
}  # fmt: skip
ROWS = rows(CASES)


@pytest.mark.parametrize(("name", "answer", "accepted"), ROWS)
def test_styles_of_lectures(name: str, answer: str, accepted: set[str]) -> None:
    assert CASES[name].accepted(answer) == accepted
