r"""Styles of fragments: what libraries, logs and hurried notes print; each with its like that must fail."""

import pytest
from tests.written.test_real_styles import Case, rows

CHAIN = ("q = w*x; r = q + b; f = z*r", {"w": 3.0, "x": -2.0, "b": 1.0, "z": 4.0}, 0.01)
LINE = ("y = w*x + b; L = (y - t)**2", {"w": 0.7, "x": 3.0, "b": 0.4, "t": 1.5}, 0.01)
WHOLE = ("q = w*x; f = q*z", {"w": 30.01, "x": 50.0, "z": -2.0}, 0.01)  # q 1500.5
TWO = (
    "z11 = w*x; z12 = v*x; L = 0.5*(z11 - z12)**2",
    {"w": 2.0, "v": 1.0, "x": 3.0},
    0.1,
)
LAYER = ("z1 = w1*x; h1 = sigmoid(z1); E = 0.5*(t - h1)**2", {"w1": 0.0, "x": 2.0, "t": 1.0}, 0.5)
GRADS = {"dL/dw", "dL/db"}
NEW = {"new:w", "new:b"}

ENGINE = "w, x, b, z = Value(3.0), Value(-2.0), Value(1.0), Value(4.0)\nq = w*x\nr = q + b\nf = z*r\nf.backward()\n"
JAX = (
    "```python\n>>> grads = jax.grad(loss, argnums=(0, 1))(w, b)\n>>> grads\n"
    "(Array({}, dtype=float32, weak_type=True), Array(2., dtype=float32, weak_type=True))\n```"
)
TAPE = (
    "```python\ndw, db = tape.gradient(L, [w, b])\nprint(dw)\nprint(db)\n```\n\n```\n"
    "tf.Tensor({}, shape=(), dtype=float32)\ntf.Tensor(2.0, shape=(), dtype=float32)\n```"
)
NAMED = "{{'w': tensor({}), 'b': tensor(0.3800)}}"
VALUES = f"```python\n{ENGINE}print(q, r)\n```\n```\nValue(data=-6.0, grad=4.0) Value(data={{}}, grad=4.0)\n```"
FRAME = "```\n>>> df\n  name  value\n0    y   2.50\n1    L   {}\n```"
LOGGED = "INFO:root:y = 2.5\nINFO:root:L = {}\nINFO:root:dL/db = 2.0\n"
ZIPPED = (
    'w = 0.7; x = 3.0; b = 0.4; t = 1.5\ndw = 6.0; db = 2.0\nfor n, g in zip(("dL/dw", "dL/db"), (dw, db)):\n'
    "    print(n, g)\n\ndL/dw {}\ndL/db 2.0\n"
)
PLACED = (
    "```python\nwith torch.no_grad():\n    w.sub_(0.01 * w.grad)\n    b.sub_(0.01 * b.grad)\n"
    "print(w.item(), b.item())\n```\n```\n0.64 {}\n```"
)
CIRCLED = "| step | of | gradient |\n|---|---|---|\n| ① | y = w·x + b | dL/dw = 6 |\n| ② | y = w·x + b | dL/db = {} |\n"

CASES = {
    "tuples of JAX": Case(*LINE[:2], ("dL/dw", "dL/db"), [(JAX.format("6."), GRADS), (JAX.format("5."), {"dL/db"})]),
    "tensors of TensorFlow": Case(
        *LINE[:2], ("dL/dw", "dL/db"), [(TAPE.format("6.0"), GRADS), (TAPE.format("-6.0"), {"dL/db"})]
    ),
    "a dictionary of parameters": Case(
        *LINE[:2],
        ("new:w", "new:b"),
        [
            ("After the step:\n\n```\n" + NAMED.format("0.6400") + "\n```", NEW),
            ("After the step:\n\n```\n" + NAMED.format("0.7600") + "\n```", {"new:b"}),
        ],
        lr=LINE[2],
    ),
    "values in a row": Case(
        *CHAIN[:2], ("q", "r"), [(VALUES.format("-5.0"), {"q", "r"}), (VALUES.format("-7.0"), {"q"})]
    ),
    "a frame with numbers of rows": Case(
        *LINE[:2], ("y", "L"), [(FRAME.format("1.00"), {"y", "L"}), (FRAME.format("2.00"), {"y"})]
    ),
    "lines of a log": Case(
        *LINE[:2], ("y", "L"), [(LOGGED.format("1.0"), {"y", "L"}), (LOGGED.format("0.5"), {"y"})]
    ),
    "a loop over pairs without a fence": Case(
        *LINE[:2], ("dL/dw", "dL/db"), [(ZIPPED.format("6.0"), GRADS), (ZIPPED.format("9.0"), {"dL/db"})]
    ),
    "moved in place": Case(
        *LINE[:2],
        ("new:w", "new:b"),
        [(PLACED.format("0.38"), NEW), (PLACED.format("0.42"), {"new:w"})],
        lr=LINE[2],
    ),
    "a capital that is moved": Case(
        "y = W*x + b; L = (y - t)**2",
        {"W": 0.7, "x": 3.0, "b": 0.4, "t": 1.5},
        ("new:W", "new:b"),
        [
            ("W := W - 0.01·6 = 0.64\nb := b - 0.01·2 = 0.38", {"new:W", "new:b"}),
            ("W := W - 0.01·6 = 0.76\nb := b - 0.01·2 = 0.38", {"new:b"}),
        ],
        lr=LINE[2],
    ),
    "the next step in brackets": Case(
        *LINE[:2],
        ("new:w", "new:b"),
        [
            ("w(n+1) = w(n) - 0.01·6 = 0.64\nb(n+1) = b(n) - 0.01·2 = 0.38", NEW),
            ("w(n+1) = w(n) - 0.01·6 = 0.76\nb(n+1) = b(n) - 0.01·2 = 0.38", {"new:b"}),
        ],
        lr=LINE[2],
    ),
    "layers above, units below": Case(
        *TWO[:2],
        ("z11", "z12"),
        [("$z^{(1)}_1 = 6$ and $z^{(1)}_2 = 3$", {"z11", "z12"}), ("$z^{(1)}_1 = 6$ and $z^{(1)}_2 = 6$", {"z11"})],
    ),
    "thousands": Case(
        *WHOLE[:2],
        ("q", "f"),
        [("q = 1,500.5 and f = -3,001.0", {"q", "f"}), ("q = 1,500.5 and f = -3,010.0", {"q"})],
    ),
    "a thousand about": Case(
        "q = w*x; f = q*z",
        {"w": 2.5, "x": 2.0, "z": 300.0},
        ("f",),
        [("q = 5.0\nf ≈ 1,500", {"f"}), ("q = 5.0\nf ≈ 1,600", set())],
    ),
    "a new value that is contradicted": Case(
        *LINE[:2],
        ("new:w",),
        [
            ("w_new = 0.64. So after the update w = 0.64.", {"new:w"}),
            ("w_new = 0.64. So after the update w = 0.7.", set()),
        ],
        lr=LINE[2],
    ),
    "a comment that points back": Case(
        *LINE[:2],
        ("dL/dw", "dL/db"),
        [("dL/dw = 6   # <- chain rule\ndL/db = 2", GRADS), ("dL/dw = 6   # <- Ben's number\ndL/db = 2", {"dL/db"})],
    ),
    "gradients that are disowned": Case(
        *LINE[:2],
        ("y", "dL/dw", "dL/db"),
        [
            ("y = 2.5\ndL/dw = 6\ndL/db = 2\n\nI checked those two gradients twice.", {"y", *GRADS}),
            ("y = 2.5\ndL/dw = 6\ndL/db = 2\n\nThose two gradients aren't mine.", set()),
        ],
    ),
    "inputs that stay": Case(
        "q = w*x; f = q*z",
        {"w": 3.0, "x": -2.0, "z": -1.0},
        ("q", "df/dw"),
        [("q = -6\ndf/dw = 2\nz stays −1.", {"q", "df/dw"}), ("q = -5\ndf/dw = 2\nz stays −1.", {"df/dw"})],
    ),
    "rows that circled numbers count": Case(
        *LINE[:2], ("dL/dw", "dL/db"), [(CIRCLED.format("2"), GRADS), (CIRCLED.format("-2"), {"dL/dw"})]
    ),
    "which loss it is, right behind its name": Case(
        *LINE[:2], ("L",), [("Loss(MSE) = 1.0", {"L"}), ("손실(MSE) = 1.0", {"L"}), ("Loss(MSE) = 2.0", set())]
    ),
    "whose it is, in the first line": Case(
        *LINE[:2],
        ("y", "L"),
        [
            ("# Exercise 1 - notebook of Thiago\n\ny = 2.5\n\nL = 1", {"y", "L"}),
            ("# Thiago's notebook\n\ny = 2.5\n\nL = 1", {"y", "L"}),
            ("# Thiago's answer\n\ny = 2.5\n\nL = 1", set()),
            ("# Thiago's notebook\n\ny = 2.5\n\nL = 1\n\nThese are Thiago's.", set()),
        ],
    ),
    "a heading of Typst behind a formula": Case(
        *LINE[:2],
        ("y", "L"),
        [
            ("#set text(lang: \"en\")\n$ y = 2.5, quad L = 1 $\n\n== Backward\n", {"y", "L"}),
            ("#set text(lang: \"en\")\n$ y = 2.5, quad L = 2 $\n\n== Backward\n", {"y"}),
        ],
    ),
    "a dot between blanks before a power of e": Case(
        "k = exp(m); f = 1/k",
        {"m": -0.5},
        ("df/dm",),
        [
            ("df/dm = df/dk . e^m = -2.718 (0.6065) = -1.6487", {"df/dm"}),
            ("df/dm = df/dk . e^m = -2.718 (0.6065) = 1.6487", set()),
        ],
    ),
    "abbreviations that begin a note": Case(
        *LINE[:2],
        ("y", "L"),
        [
            ("y = 2.5\n\nNB. The 2 is just there to cancel later on.\n\nL = 1", {"y", "L"}),
            ("y = 2.5\n\nAnm.: die Kettenregel gilt\n\nL = 1", {"y", "L"}),
            ("y = 2.5\n\nNB. This is wrong.\n\nL = 1", set()),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "answer", "accepted"), rows(CASES))
def test_styles_of_fragments(name: str, answer: str, accepted: set[str]) -> None:
    assert CASES[name].accepted(answer) == accepted
