r"""Styles of homework, exams and consoles, each with its like that must not be accepted."""

import pytest
from tests.written.test_real_styles import Case, rows

LINE = (
    "z = w*x; p = z + b; L = (p - y)**2",
    {"w": 2.0, "x": 3.0, "b": 1.0, "y": 5.0},
)  # z 6, p 7, L 4; dL/dp = dL/db = 4, dL/dw 12
STEPPED = (("w", "b"), 0.1)  # w 0.8, b 0.6
WHOLE = ("z = w*x; L = (z - y)**2", {"w": 2.0, "x": 3.0, "y": 5.0})  # z 6, L 1, dL/dw 6; w 1.4, z 4.2, L 0.64
PAIR = ("z = w1*x1 + w2*x2; L = z**2", {"w1": 1.0, "w2": 2.0, "x1": 2.0, "x2": 1.0})  # dL/dw1 16, dL/dw2 8
SLOPES = ("dL/dp", "dL/dw", "dL/db")

CASES = {
    "when it is": Case(
        *LINE,
        ("new:w", "new:b"),
        [
            ("After the step, w = 0.8 and b = 0.6.", {"new:w", "new:b"}),
            ("Nach einem Schritt ist w = 0.8, b = 0.6", {"new:w", "new:b"}),
            ("After the wrong step, w = 0.8", set()),
            ("After the second step, w = 0.8", set()),
            ("After Tom's step, w = 0.8", set()),
            ("w afterwards: 0.8", {"new:w"}),
            ("w⁺ = 0.8", {"new:w"}),
            ("nuevo_w = 0.8, nuevo_b = 0.6", {"new:w", "new:b"}),
            ("viejo_w = 0.8", set()),
            ("w is reduced from 2 to 0.8", {"new:w"}),
            ("w is reduced from 3 to 0.8", set()),
            ("The weight changes from 2 to 0.8", {"new:w"}),
            ("The step moves the weight from 2 down to 0.8.", {"new:w"}),
            ("w is raised to 0.8", set()),
            ("w_new is almost 0.8", set()),
        ],
        *STEPPED,
    ),
    "worked out again behind the step": Case(
        *WHOLE,
        ("z", "L", "new:w", "new:z", "new:L"),
        [
            ("z = 6, L = 1\nw = 2 - 0.1*6 = 1.4\nz = 4.2, L = 0.64", {"z", "L", "new:w", "new:z", "new:L"}),
            ("w = 2 - 0.1*6 = 1.4\nz = 4.2, L = 0.64", {"new:w", "new:z", "new:L"}),
            ("With the new parameters, L = (4.2 - 5)^2 = 0.64.", {"new:L"}),
            ("loss afterwards about 0.64", {"new:L"}),
            ("L after that = 0.64", {"new:L"}),
            ("Strata po kroku: 0,64", {"new:L"}),
            ("L before that = 0.64", set()),
            ("z = 6, L = 1\nz = 4.2, L = 0.64", set()),
        ],
        ("w",),
        0.1,
    ),
    "a step that leaves a value where it was": Case(
        *LINE,
        ("new:L",),
        [("L_new = 4", {"new:L"}), ("The new loss is 4, as before.", {"new:L"}), ("L_new = 5", set())],
        *STEPPED,  # (0.8 * 3 + 0.6 - 5)^2 is 4 but for floating point
    ),
    "values in brackets": Case(
        *LINE,
        ("z", "p", "L"),
        [
            ("z (6) plus b (1) gives p (7).", {"p"}),
            ("z (5) plus b (1) gives p (7).", set()),
            ("Tom: z (6) plus b (1) gives p (7).", set()),
            ("z (6) and b (1) give p (7), so the loss is L (4).", {"z", "p", "L"}),
            ("z (6?) gives p (7)", set()),
            ("p = z[6] + b[1]=7", {"p"}),
            ("p = z[5] + b[1]=7", set()),
            ("z: z[6], p: p[7], L: L[4]", {"z", "p", "L"}),
        ],
        *STEPPED,
    ),
    "gradients in words": Case(
        *LINE,
        SLOPES,
        [
            ("dL by dw is 12", {"dL/dw"}),
            ("dL nach dw ist 12", {"dL/dw"}),
            ("dL by hand is 12", set()),
            ("Gradients on w: 12, b: 4", {"dL/dw", "dL/db"}),
            ("Gradients of Tom on w: 12, b: 4", set()),
            ("Gradients on w: 12, b: 4?", set()),
            ("If we nudge p=7 to 7.001, then L=4.004, so dL/dp=4.", {"dL/dp"}),
            ("If we nudge p=7 to 7.001 and y were 4, then dL/dp=4.", set()),
        ],
        *STEPPED,
    ),
    "bare results beside a claim": Case(
        *LINE,
        SLOPES,
        [
            ("dL/dw = 12\n\nAnswer: 12", {"dL/dw"}),
            ("dL/dw = 12\n\nAnswer: 11", set()),
            ("dL/dw = 12. So the gradient is 11.", set()),
        ],
        *STEPPED,
    ),
    "slopes that do not lead there": Case(
        *LINE,
        ("dL/dw",),
        [
            ("dz/dw = 3\n\ndL/dw = 12", {"dL/dw"}),
            ("dz/dw = 2\n\ndL/dw = 12", set()),
            ("dz/dw = 2\n\ndL/dw = 2*(7 - 5)*3 = 12", {"dL/dw"}),
            ("dL/dp = 8, dL/dw = 12", {"dL/dw"}),
            ("dL/dw = dL/dp · dp/dw = 4 · 3 = 12", {"dL/dw"}),
            ("dL/dw = dL/dp · dp/dw = 3 · 4 = 12", {"dL/dw"}),
            ("dL/dw = dL/dp · dp/dw = 2·2·3 = 12", {"dL/dw"}),
            ("dL/dw = dL/dp · dp/dw = 8 · 1.5 = 12", set()),
            ("dL/dw = dL/dp · dp/dz · dz/dw = -4 · -1 · 3 = 12", set()),
        ],
        *STEPPED,
    ),
    "marks before an equation": Case(
        *LINE,
        ("p", "dL/dw"),
        [
            ("- [x] dL/dw = 12", {"dL/dw"}),
            ("- [ ] dL/dw = 12", set()),
            ("$(\\frac{dL}{dw} = 12)$", {"dL/dw"}),
            ("$\\lnot(\\frac{dL}{dw} = 12)$", set()),
            ("2. $\\frac{dL}{dw}$ = 12", {"dL/dw"}),
            ("0.5 $\\frac{dL}{dw}$ = 12", set()),
            ("\\begin{solution}\n$p = 7$\n\\end{solution}", {"p"}),
            ("\\begin{hint}\n$p = 7$\n\\end{hint}", set()),
            ("\\iffalse\n$p = 7$\n\\fi", set()),
            ("$p \\overset{!}{=} 7$", set()),
        ],
        *STEPPED,
    ),
    "the order of a vector": Case(
        *PAIR,
        ("dL/dw1", "dL/dw2"),
        [
            ("dL/dw = (16, 8) in the order w1, w2", {"dL/dw1", "dL/dw2"}),
            ("dL/dw2 = 8, dL/dw1 = 16, so dL/dw = (16, 8)", {"dL/dw1", "dL/dw2"}),
            ("dL/dw = (16, 8), first w2, then w1", set()),
            ("dL/dw = (16, 8) in reverse order", set()),
            ("Gradient with respect to (w2, w1): (16, 8)", set()),
            ("order of the parameters: w2, w1\n\ndL/dw = (16, 8)", set()),
        ],
    ),
    "what a program prints": Case(
        *LINE,
        ("p", "dL/dw"),
        [
            ("```python\nprint('dL/dw =', w.grad)\n```\n```\ndL/dw = 12.0\n```", {"dL/dw"}),
            ("```python\nprint('dL/dw =', b.grad)\n```\n```\ndL/dw = 12.0\n```", set()),
            ("```python\nprint(f'p = {w*x + b}')\n```\n```\np = 7\n```", {"p"}),
            ("```python\nprint(f'p = {w + x}')\n```\n```\np = 7\n```", set()),
            ("```python\np = w*x + b  # (3)\nprint(p)\n```\n```\n7.0\n```", {"p"}),
            ("```python\np = w*x + b  # (3) 8\n```", set()),
            ("```js\nexpect(w.grad).toBe(12);\n```", {"dL/dw"}),
            ("```js\nexpect(w.grad).not.toBe(12);\n```", set()),
        ],
        *STEPPED,
    ),
    "tables": Case(
        *LINE,
        ("p", "dL/dw"),
        [
            ("| node | value |\n|---|---|\n| p | 7 |\n\n*Table 1: forward pass*", {"p"}),
            ("| quantity | number |\n|---|---|\n| dL/dw | 12 |\n\nTable: from the answer key", set()),
            ("| quantity | by hand | autograd |\n|---|---|---|\n| dL/dw | 12 | 12 |", {"dL/dw"}),
            ("| quantity | by hand | autograd |\n|---|---|---|\n| dL/dw | 12 | 14 |", set()),
            ("| quantity | value | points |\n|---|---|---|\n| dL/dw | 12 | 0/2 |", set()),
        ],
        *STEPPED,
    ),
}  # fmt: skip
ROWS = rows(CASES)


@pytest.mark.parametrize(("name", "answer", "accepted"), ROWS)
def test_styles_of_homework(name: str, answer: str, accepted: set[str]) -> None:
    assert CASES[name].accepted(answer) == accepted
