"""What an array is that an answer names for itself: by its formula, at all points, and never by its numbers."""

import pytest
from tests.written.corpus import ACCEPTED

from gradbook.graph import Graph
from gradbook.written import Exercise, judge, read

# Softmax with labels: o is (1.1, 0), p is (0.7503, 0.2497), and the gradient by o (0.7503, -0.7503).
KEYS = ["o1", "o2", "p1", "p2", "dL/do1", "dL/do2", "dL/dw11", "dL/dw12", "dL/dw21", "dL/dw22"]
GRADIENTS = KEYS[4:]
_SOFTMAX = "o1 = x1*w11 + x2*w21; o2 = x1*w12 + x2*w22; s = exp(o1) + exp(o2); p1 = exp(o1)/s; p2 = exp(o2)/s; "
_NUMBERS = {"x1": 1.0, "x2": 2.0, "w11": 0.3, "w12": -0.2, "w21": 0.4, "w22": 0.1}
LABELLED = Exercise.from_graph(
    Graph(_SOFTMAX + "L = -(t1*log(p1) + t2*log(p2))", **_NUMBERS, t1=0.0, t2=1.0), KEYS, lr=0.1
)
CLASS = Exercise.from_graph(Graph(_SOFTMAX + "L = -log(p2)", **_NUMBERS), KEYS, lr=0.1)
# Two dense units with biases, which have the gradient of the units.
DENSE = Exercise.from_graph(
    Graph(
        "h1 = w11*x1 + w12*x2 + b1; h2 = w21*x1 + w22*x2 + b2; L = (h1 - y1)**2 + (h2 - y2)**2",
        x1=1, x2=2, w11=0.5, w12=-1, w21=0.25, w22=2, b1=1, b2=0, y1=0, y2=3,
    ),
    ["h1", "h2", "dL/dh1", "dL/dh2", "dL/dw11", "dL/dw12", "dL/dw21", "dL/dw22", "dL/db1", "dL/db2"],
)  # fmt: skip

STEP = r"$$\text{W step} = x^T \cdot \text{grad} = "
W = r"\begin{bmatrix} 0.7503 & -0.7503 \\ 1.5007 & -1.5007 \end{bmatrix}"
FLIPPED = r"\begin{bmatrix} 0.7503 & 1.5007 \\ -0.7503 & -1.5007 \end{bmatrix}"
GRAD = r"$\text{grad} = p - t = [0.7503, 0.2497] - [0, 1] = [0.7503, -0.7503]$"
LOGITS = r"\begin{bmatrix} 1 & 2 \end{bmatrix} \begin{bmatrix} 0.3 & -0.2 \\ 0.4 & 0.1 \end{bmatrix} = "
PUT_IN = r"$$\begin{bmatrix} 0.5 & -1 \\ 0.25 & 2 \end{bmatrix} \begin{bmatrix} 1 \\ 2 \end{bmatrix} + \begin{bmatrix} 1 \\ 0 \end{bmatrix} = "  # noqa: E501

TOLD = [
    (LABELLED, "$g = p - t = [0.7503, -0.7503]$", "dL/do1 dL/do2"),
    (LABELLED, "$g = p - t$\n\nWith the numbers, $g = [0.7503, -0.7503]$.", "dL/do1 dL/do2"),
    (LABELLED, "err = p - t = [0.7503, -0.7503]", "dL/do1 dL/do2"),
    (LABELLED, r"$\xi = p - t = (0.7503, -0.7503)^T$", "dL/do1 dL/do2"),
    (LABELLED, GRAD, "dL/do1 dL/do2"),
    (LABELLED, f"{GRAD}\n\n{STEP}{W}$$", " ".join(GRADIENTS)),
    (LABELLED, f"{GRAD}\n\n$\\frac{{\\partial L}}{{\\partial W}} = x^T \\text{{grad}} = {W}$", " ".join(GRADIENTS)),
    (LABELLED, f"$g = p - t = [0.7503, -0.7503]$, $G = x \\otimes g = {W}$", " ".join(GRADIENTS)),
    (CLASS, "$t = [0, 1]$, $g = p - t = [0.7503, -0.7503]$", "dL/do1 dL/do2"),
    (LABELLED, f"Logits: $o = x W$\n\n$$ {LOGITS} [1.1, 0] $$", "o1 o2"),
    (LABELLED, f"$o = x W$\n\nso\n\n$$ {LOGITS} \\begin{{bmatrix}} 1.1 & 0 \\end{{bmatrix}} $$", "o1 o2"),
    (DENSE, f"$h = W x + b$\n\n{PUT_IN} [-0.5, 4.25]$$", "h1 h2"),
    (DENSE, "$d = 2 (h - y) = [-1, 2.5]$", "dL/dh1 dL/dh2"),
]  # fmt: skip


@pytest.mark.parametrize(("exercise", "text", "keys"), TOLD)
def test_an_own_array_is_what_its_formula_is(exercise: Exercise, text: str, keys: str) -> None:
    accepted = {verdict.key for verdict in judge(read(text, exercise), exercise) if verdict.status in ACCEPTED}
    assert accepted >= set(keys.split())


WRONG = [
    # a wrong entry, a wrong sign, entries in another order
    (LABELLED, "$g = p - t = [0.7503, -0.2497]$", "dL/do2"),
    (LABELLED, "$g = t - p = [0.7503, -0.7503]$", "dL/do1 dL/do2"),
    (LABELLED, "$g = t - p = [-0.7503, 0.7503]$", "dL/do1 dL/do2"),
    (LABELLED, "$g = p - t = [-0.7503, 0.7503]$", "dL/do1 dL/do2"),
    (LABELLED, "$g = p - t = [0.2497, -0.2497]$", "dL/do1 dL/do2"),
    # another array of the same shape
    (LABELLED, "$g = p = [0.7503, -0.7503]$", "dL/do1 dL/do2"),
    (LABELLED, "$g = p \\odot t = [0.7503, -0.7503]$", "dL/do1 dL/do2"),
    (LABELLED, "$g = 2 (p - t) = [0.7503, -0.7503]$", "dL/do1 dL/do2"),
    (LABELLED, "$g = p + t = [0.7503, -0.7503]$", "dL/do1 dL/do2"),
    (LABELLED, "$g = o - t = [0.7503, -0.7503]$", "dL/do1 dL/do2"),
    (LABELLED, "$g = [0.7503, -0.7503]$", "dL/do1 dL/do2"),
    # a name that is given twice
    (LABELLED, "$g = p - t$, $g = o$, $g = [0.7503, -0.7503]$", "dL/do1 dL/do2"),
    (LABELLED, "$g = p - t$, $g = x W$, $g = [1.1, 0]$", "o1 o2"),
    # the transposed matrix, and one with a wrong entry
    (LABELLED, f"{GRAD}\n\n{STEP}{FLIPPED}$$", "dL/dw12 dL/dw21"),
    (LABELLED, f"{GRAD}\n\n$\\frac{{\\partial L}}{{\\partial W}} = x^T \\text{{grad}} = {FLIPPED}$", "dL/dw12 dL/dw21"),
    (LABELLED, f"{GRAD}\n\n{STEP}{W.replace('1.5007 &', '1.5703 &')}$$", "dL/dw21"),
    # denied
    (LABELLED, "It is not true that $g = p - t = [0.7503, -0.7503]$", "dL/do1 dL/do2"),
    # numbers behind a formula that come to something else, or are of something else
    (LABELLED, f"$o = x W$\n\n$$ {LOGITS} [1.1, 0.4] $$", "o2"),
    (LABELLED, f"$o = x W$\n\n$$ {LOGITS} [0, 1.1] $$", "o1 o2"),
    (LABELLED, f"$o = x W$\n\nThis is wrong:\n\n$$ {LOGITS} [1.1, 0] $$", "o1 o2"),
    (LABELLED, f"$o = x W$\n\nFor the second sample:\n\n$$ {LOGITS} [1.1, 0] $$", "o1 o2"),
    (LABELLED, f"$p = x W$\n\n$$ {LOGITS} [0.7503, 0.2497] $$", "p1 p2"),
    (DENSE, f"$h = W x + b$\n\n{PUT_IN} [4.25, -0.5]$$", "h1 h2"),
    (DENSE, "$d = 2 (h - y) = [2.5, -1]$", "dL/dh1 dL/dh2"),
    (DENSE, "$d = h - y = [-1, 2.5]$", "dL/dh1 dL/dh2"),
]  # fmt: skip


@pytest.mark.parametrize(("exercise", "text", "keys"), WRONG)
def test_no_other_array_is_taken_for_it(exercise: Exercise, text: str, keys: str) -> None:
    accepted = {verdict.key for verdict in judge(read(text, exercise), exercise) if verdict.status in ACCEPTED}
    assert accepted.isdisjoint(keys.split())


def test_labels_add_up_to_one_whatever_the_class() -> None:
    for text, accepted in (
        ("dL/do1 = p1 - t1 = 0.7503", True),
        ("dL/do1 = p1*(t1 + t2) - t1 = 0.7503", True),
        ("dL/do1 = p1*p2 - t1 = 0.7503", False),
        ("dL/do1 = p1 + t1 = 0.7503", False),
    ):
        verdict = next(v for v in judge(read(text, LABELLED), LABELLED) if v.key == "dL/do1")
        assert (verdict.status in ACCEPTED) is accepted, text


PRINTED = Exercise.from_graph(
    Graph(
        "z1 = w11*x1 + w12*x2; z2 = w21*x1 + w22*x2; o = v1*z1 + v2*z2; L = 0.5*(o - t)**2",
        x1=1, x2=2, w11=0.5, w12=-1, w21=0.25, w22=2, v1=2, v2=-1, t=1,
    ),
    ["dL/dv1", "dL/dv2", "dL/dz1", "dL/dz2"],
)  # fmt: skip
PROGRAM = """```python
import numpy as np
x = np.array([1., 2.]); t = 1.
w = np.array([[0.5, -1.], [0.25, 2.]]); v = np.array([2., -1.])
z = w @ x
o = v @ z
back_v = (o - t) * z; print("back_v =", back_v)
back_z = (o - t) * v; print("back_z =", back_z)
```

```
back_v = [ 12.375 -35.0625]
back_z = [-16.5   8.25]
```"""


@pytest.mark.parametrize(
    ("one", "other", "lost"),
    [
        ("", "", ""),
        ("[ 12.375", "[ 12.573", "dL/dv1"),
        ("[-16.5   8.25]", "[ 8.25 -16.5]", "dL/dz1 dL/dz2"),
        ("back_v = (o - t)", "back_v = (t - o)", "dL/dv1 dL/dv2"),
        ("back_z = (o - t) * v", "back_z = (o - t) * z", "dL/dz1 dL/dz2 dL/dv1 dL/dv2"),
    ],
)
def test_an_array_that_a_program_prints_is_what_it_calculates(one: str, other: str, lost: str) -> None:
    text = PROGRAM.replace(one, other) if one else PROGRAM
    accepted = {verdict.key for verdict in judge(read(text, PRINTED), PRINTED) if verdict.status in ACCEPTED}
    assert accepted == {"dL/dv1", "dL/dv2", "dL/dz1", "dL/dz2"} - set(lost.split())


@pytest.mark.parametrize("begin", ["J_", "grad_", "bar_", "d", "adj"])
def test_whatever_the_array_is_called(begin: str) -> None:
    text = PROGRAM.replace("back_", begin)
    assert all(verdict.status in ACCEPTED for verdict in judge(read(text, PRINTED), PRINTED))
