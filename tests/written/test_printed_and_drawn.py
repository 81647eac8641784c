r"""What tools print, draw and colour around learners' own work, each with its like that must not be accepted."""

import pytest
from tests.written.test_real_styles import Case, rows

LINE = ("z = w*x; p = z + b; L = (p - y)**2", {"w": 2.0, "x": 3.0, "b": 1.0, "y": 5.0})  # z 6, p 7, L 4; dL/dp 4
PRODUCT = ("m = a*b; p = m*c; L = p - a", {"a": 3.0, "b": 1.0, "c": -2.0})  # m 3, p -6, L -9; dL/db -6
SUMS = ("c = a + b; d = b + 1; e = c*d", {"a": 2.0, "b": 1.0})  # c 3, d 2, e 6; de/da 2, de/db 5
PATHS = ("b = 4*a; c = b + 3; d = 5*b; e = c + d", {"a": 2.0})  # b 8, e 51; de/db 6, de/da 24
MISTAKES = ("a = w*x; mistake1 = a - y; L = mistake1**2", {"w": 1.0, "x": 3.0, "y": 5.0})  # mistake1 -2, L 4
RELU = ("z = w*x; a = max(0, z); L = (a - y)**2", {"w": 0.5, "x": 4.0, "y": 3.0})  # z 2, a 2, L 1; dL/da -2
TWO = ("q = x*y; f = q + z", {"x": 3.0, "y": 2.0, "z": 4.0})  # q 6, f 10
STEP = ("z = w*x; L = (z - y)**2", {"w": 2.0, "x": 3.0, "y": 5.0})  # z 6, L 1, dL/dw 6; new w 1.4, new L 0.64
MOVED = "z = 6, L = 1, dL/dw = 6. w = 2 - 0.1*6 = 1.4. "
DERIVED = "m = 3\np = -6\nL = -9\n\ndL/dp = 1\ndL/da = -2\n\n"
CELLS = "In [None]:\nc = a + b\nd = b + 1\ne = c * d\n\nIn [None]:\nprint(c, d, e)\n\n"
SHOWN = "tensor([{}], grad_fn=<AddBackward0>) "
TABLE = "| derivative | value |\n|---|---|\n| dL/da | -2 |\n| da/dz | {} |\n"
BOX = "```\n +-----------+\n | z = w*x   |   z = 2 * 3 = {}\n +-----+-----+\n       |\n       v\n```"

CASES = {
    "new values under a comment, whatever the gradients are": Case(
        *PRODUCT,
        ("m", "new:b"),
        [
            (f"```\n{DERIVED}# update\na = 3.2\nb = 1.6\n```", {"m", "new:b"}),
            (f"{DERIVED}step 0.1\na = 3.2\nb = 1.6", {"m", "new:b"}),
            (f"```\n{DERIVED}# let\na = 3.2\nb = 1.6\n```", {"m"}),  # all above is of the exercise's own inputs
        ],
    ),
    "tensors that name their function": Case(
        *SUMS,
        ("c", "d", "e"),
        [
            (CELLS + "".join(map(SHOWN.format, ("3.", "2.", "6."))), {"c", "d", "e"}),
            ("c = a + b: tensor([3.], grad_fn=<AddBackward0>)", {"c"}),
            ("c = tensor(3., grad_fn=<AddBackward0>)", {"c"}),
            ("c = 2 + 1 = 3 → tensor([3.], grad_fn=<AddBackward0>)", {"c"}),
            ("c = a + b: tensor([3., 2.], grad_fn=<AddBackward0>)", set()),
            ("c = a + b: tensor([4.], grad_fn=<AddBackward0>)", set()),
        ],
    ),
    "spans that colour a program, and signs at the end of a line": Case(
        *TWO,
        ("q", "f"),
        [
            ("<pre><code><span>var</span> <span>q</span> = x * y; <span>// 6</span>\n</code></pre>", {"q"}),
            ("<code>q = x · y = 6</code> ·\n<code>f = q + z = 10</code>", {"q", "f"}),
            ('q = <span style="display:none">6</span> 5', set()),
            ("q = 3 ·\ny = 6", set()),
        ],
    ),
    "boxes of plain signs": Case(
        *LINE,
        ("z",),
        [(BOX.format(6), {"z"}), (BOX.format(5), set())],
    ),
    "a comparison as the reason in a cell": Case(
        *RELU,
        ("local:da/dz", "dL/da"),
        [
            (TABLE.format("1 (z wins)"), {"local:da/dz", "dL/da"}),
            (TABLE.format("1 (z is wrong)"), {"dL/da"}),
            (TABLE.format("1 (since z > 0)"), {"local:da/dz", "dL/da"}),
            (TABLE.format("1 (because z = 2 > 0)"), {"local:da/dz", "dL/da"}),
            (TABLE.format("0 (since z > 0)"), {"dL/da"}),
            (TABLE.format("1 (since z < 0)"), {"dL/da"}),
        ],
    ),
    "rules of operations in cells": Case(
        *SUMS,
        ("c", "e"),
        [
            ("c = 3, e = 6\n\n| node | rule |\n|---|---|\n| c | + passes it on |\n| e | * swaps |", {"c", "e"}),
            ("c = 3, e = 6\n\n| node | rule |\n|---|---|\n| c | + is wrong |\n| e | * swaps |", {"e"}),
        ],
    ),
    "one of several paths, which is drawn": Case(
        *PATHS,
        ("de/db",),
        [
            ("The gradient of `b` is 1 from path `b->c->e`, and 5 from path `b->d->e`, so `b.grad` is 6.", {"de/db"}),
            ("The gradient of `b` is 6 from path `b->c->e`.", set()),
        ],
    ),
    "a numbered name with a blank": Case(
        *MISTAKES,
        ("mistake1", "L"),
        [
            (r"$$\text{Mistake 1} = 3 - 5 = -2$$ $$L = (\text{Mistake 1})^2 = 4$$", {"mistake1", "L"}),
            ("Mistake 1 = -2", {"mistake1"}),
            ("Mistake 2 = -2", set()),
            ("the mistake 1 of us made is -2", set()),
        ],
    ),
    "numbers of steps, and comments in colour": Case(
        *LINE,
        ("z", "dL/dp"),
        [
            ("Step 1 z = w*x = 6\nStep 2 dL/dp = 2(p - y) = 4", {"z", "dL/dp"}),
            ("    # step 2 dL/dp = 2*(p - y) = 4", {"dL/dp"}),
            ("```cpp\nTensor z = w * x; // 2 * 3 = 6\n//? dL / dp = 4\n```", {"z", "dL/dp"}),
            ("Step 2 dL/dp = 5", set()),
            ("```cpp\nTensor z = w * x; // 2 * 3 = 5\n```", set()),
        ],
    ),
    "sentences that only mind the numbers": Case(
        *LINE,
        ("z", "p"),
        [
            ("z = 2·3 = 6 (ohne Rundung), p = 7 (Zufall)", {"z", "p"}),
            ("z = 6 (bez zaokrągleń)", {"z"}),
            ("z = 6 (sin redondear)", {"z"}),
            ("z = 6 (ohne Gewähr)", set()),
            ("z = 6 (zufällig gewählt)", set()),
        ],
    ),
    "what would be so after the step": Case(
        *STEP,
        ("new:w", "new:L"),
        [
            (MOVED + "The new loss would be 0.64.", {"new:w", "new:L"}),
            (MOVED + "Con este w la pérdida sería 0,64.", {"new:w", "new:L"}),
            (MOVED + "The new loss would then drop to 0.64.", {"new:w", "new:L"}),
            (MOVED + "If w were 3, the new loss would be 0.64.", {"new:w"}),
            (MOVED + "With rate 0.2 the new loss would be 0.64.", {"new:w"}),
            (MOVED + "The new loss would not be 0.64.", {"new:w"}),
            (MOVED + "The new loss would be 0.46.", {"new:w"}),
            (MOVED + "I thought the new loss would be 0.64.", set()),
            (MOVED + "With a larger rate the new loss would be 0.64.", {"new:w"}),
            (MOVED + "By linear approximation the new loss would be 0.64.", {"new:w"}),
            (MOVED + "The change of the loss would be 0.64.", {"new:w"}),
        ],
    ),
    "what ends a derivation, and how a number comes about": Case(
        *LINE,
        ("z", "dL/dp"),
        [
            ("z = 2·3 = 6 (multiply!! not add), dL/dp = 4", {"z", "dL/dp"}),
            ("z = 6.\n\nI go from the right to the left of the graph. dL/dp = 4", {"z", "dL/dp"}),
            ("z = 6.\n\n¿Qué quiere decir? Si subo w, z sube.", {"z"}),
            ("For p it is a little different: dL/dp = 4", {"dL/dp"}),
            ("z = 6 (expected: 6.0)", {"z"}),
            ("z = 6 (expected: 7.0)", set()),
            ("z = 6 (not added up right)", set()),
        ],
    ),
    "differentials beside a node d": Case(
        "p = w*x; d = p - y; cost = d**2",
        {"w": 2.0, "x": 3.0, "y": 5.0},
        ("dcost/dd", "dcost/dw"),
        [("d_cost/d_d = 2\nd_cost/d_w = 2 * x = 6", {"dcost/dd", "dcost/dw"}), ("d_cost/d_w = 3", set())],
    ),
    "a hat of its own, and the digit behind it": Case(
        "y_hat1 = w*x1; e1 = y_hat1 - y1; L = e1**2",
        {"w": 2.0, "x1": 3.0, "y1": 5.0},
        ("y_hat1", "dL/dy_hat1"),
        [
            ("ŷ1 = 2·3 = 6, ∂L/∂ŷ1 = 2", {"y_hat1", "dL/dy_hat1"}),
            ("ŷ₁ = 6", {"y_hat1"}),
            ("y1 = 6", set()),
            ("ŷ2 = 6", set()),
        ],
    ),
    "functions as a textbook calls them, and differences behind a verb": Case(
        "n = w*p; a = tanh(n); e = a - t",
        {"w": -0.5, "p": 0.4, "t": 0.5},
        ("a", "n"),
        [
            ("n = -0.2, a = tansig(n) = -0.1974", {"a", "n"}),
            ("a = -0.1974. The slope is -0.6974, which is a-1.", {"a"}),
            ("n = -0.2, a = logsig(n) = -0.1974", {"n"}),
        ],
    ),
    "titles that ask whether the work is right": Case(
        *LINE,
        ("z", "dL/dp"),
        [
            ("# Are my computations of the forward and backward pass correct?\n\nz = 6, dL/dp = 4", {"z", "dL/dp"}),
            ("# Is z = 6 correct?\n\ndL/dp = 4", {"dL/dp"}),
            ("# Are these numbers wrong?\n\nz = 6, dL/dp = 4", set()),
        ],
    ),
    "Korean sentences that obtain": Case(
        *LINE,
        ("z", "dL/dp"),
        [
            ("p에 대한 L의 그레이디언트 4를 얻습니다.", {"dL/dp"}),
            ("p에 대한 L의 그레이디언트 5를 얻습니다.", set()),
            ("p에 대한 L의 그레이디언트 4를 얻지 못했습니다.", set()),
        ],
    ),
    "results above a line, and below a name": Case(
        *LINE,
        ("z", "dL/dp", "local:dz/dw"),
        [
            ("```\n# 6 = 2*3\nz = w*x\n```", {"z"}),
            ("p.grad:\n4.0", {"dL/dp"}),
            ("dz/dw = x or 3", {"local:dz/dw"}),
            ("dz/dw = 2 or 3", set()),
            ("p.grad:\n5.0", set()),
        ],
    ),
}  # fmt: skip
ROWS = rows(CASES)


@pytest.mark.parametrize(("name", "answer", "accepted"), ROWS)
def test_printed_and_drawn(name: str, answer: str, accepted: set[str]) -> None:
    assert CASES[name].accepted(answer) == accepted
