r"""Styles of workbooks, slides and consoles, each with its like that must not be accepted."""

import pytest
from tests.written.test_real_styles import Case, rows

GATES = ("q = x + y; f = q * z", {"x": -2.0, "y": 5.0, "z": -4.0})  # q 3, f -12; df/dx = df/dy = df/dq = -4, df/dz 3
LINE = ("p = w*x; h = p + b; L = (h - y)**2", {"w": 3.0, "x": 2.0, "b": -1.0, "y": 9.0})  # h 5, L 16; dL/dh -8
PATHS = ("t = a*b; u = b*c; v = t + u; L = v**2", {"a": 1.0, "b": 2.0, "c": -3.0})  # v -4, dL/dv -8; dL/db = -8 + 24
CURRENT = ("V = I*R; P = V*I", {"I": 0.5, "R": 40.0})  # V 20, P 10
SLOPES = "| | |\n|---|---|\n| df/dz | 3 |\n| df/dq | -4 |\n\n{}"
EDGES = "| node | w.r.t. | {} |\n|---|---|---|\n| f = q*z | q | z = -4 |\n| f = q*z | z | q = 3 |"
PASSES = (
    "| pass | node | value | ∂f/∂node |\n|---|---|---|---|\n| {} | q | 3 | |\n| forward | f | -12 | |\n"
    "| backward | f | | 1 |\n| backward | q | | {} |\n| backward | z | | 3 |"
)
LISTED = "| step | computation | result |\n|---|---|---|\n| 1 | ∂f/∂q = 1 · z, ∂f/∂z = 1 · q | {} |\n| 2 | x | |"
ADDED = (
    "| rule | value |\n|---|---|\n| dL/db += dL/dt * a | {} |\n| dL/db += dL/du * c | 24 |\n\ndL/dt = -8\ndL/db = {}"
)

VOLTS = (
    r"$V = 0.5\,\text{{A}}\cdot 40\,\Omega = {}\,\text{{V}}$, "
    r"$P = 20\,\text{{V}}\cdot 0.5\,\text{{A}} = 10\,\text{{W}}$"
)
WIRES = "```\nx(-2) ──┐\n        + ── q({}) ──┐\ny(5) ───┘           × ── f(-12)\nz(-4) ──────────────┘\n```"
SHOWN = "```python\nfor v in [f, q, z]: print({})\n```\n\n```\nf -12.0 1.0\nq 3.0 -4.0\nz -4.0 3.0\n```"

CASES = {
    "formulas in Typst": Case(
        *LINE,
        ("h", "L", "dL/dh", "dL/db"),
        [
            ("- $h = 6 - 1 = 5$, #h(1em) $cal(L) = (5 - 9)^2 = 16$", {"h", "L"}),
            ("#pause\n- $(partial cal(L))/(partial h) = 2 dot (-4) = -8$", {"dL/dh"}),
            ("$ pdv(L, h) = -8, quad pdv(L, b) = -8 $", {"dL/dh", "dL/db"}),
            ("$ pdv(L, h) = 8, quad pdv(L, b) = -8 $", {"dL/db"}),
            ("// $ pdv(L, h) = -8 $", set()),
            ('$ pdv(L, h) = -8, "if" y = 4 $', set()),
        ],
    ),
    "formulas of components": Case(
        *LINE,
        ("h", "dL/dh"),
        [
            ('<p><MathText tex="h = 6 - 1 = 5" />,{" "}\n<MathText tex="\\frac{dL}{dh} = -8" />.</p>', {"h", "dL/dh"}),
            ('<p>wrong: <MathText tex="h = 6 - 1 = 5" /></p>', set()),
        ],
    ),
    "what is said behind a table is said of all of it": Case(
        *GATES,
        ("df/dz", "df/dq"),
        [
            (SLOPES.format("Both are as I expected."), {"df/dz", "df/dq"}),
            (SLOPES.format("That is all."), {"df/dz", "df/dq"}),
            (SLOPES.format("No, that's not right."), set()),
            (SLOPES.format("I'm not sure about this."), set()),
        ],
    ),
    "local derivatives by a node and its operand": Case(
        *GATES,
        ("local:df/dq", "local:df/dz"),
        [
            (EDGES.format("local derivative"), {"local:df/dq", "local:df/dz"}),
            (EDGES.format("local derivative").replace("q = 3", "q = 2"), {"local:df/dq"}),
            (EDGES.format("wrong derivative"), set()),
        ],
    ),
    "tables whose rows are of two passes": Case(
        *GATES,
        ("q", "f", "df/dq", "df/dz"),
        [
            (PASSES.format("forward", -4), {"q", "f", "df/dq", "df/dz"}),
            (PASSES.format("forward", 4), {"q", "f", "df/dz"}),
            (PASSES.format("first try", -4), set()),
        ],
    ),
    "cells that list equations, and a cell that lists their results": Case(
        *GATES,
        ("df/dq", "df/dz"),
        [
            (LISTED.format("−4, 3"), {"df/dq", "df/dz"}),
            (LISTED.format("−4, +3"), {"df/dq", "df/dz"}),
            (LISTED.format("3, −4"), set()),
        ],
    ),
    "what is added to a gradient in a table": Case(
        *PATHS,
        ("dL/dt", "dL/db"),
        [
            (ADDED.format(-8, "-8 + 24 = 16"), {"dL/dt", "dL/db"}),
            (ADDED.format(-8, 24), {"dL/dt"}),
            (ADDED.format(8, "8 + 24 = 32"), {"dL/dt"}),
        ],
    ),
    "notes in brackets at the head of a row": Case(
        *GATES,
        ("df/dz",),
        [
            ("| | value |\n|---|---|\n| q | 3 |\n| df/dz (by hand, chain rule) | 3 |", {"df/dz"}),
            ("| | value |\n|---|---|\n| q | 3 |\n| df/dz (by hand, wrong) | 3 |", set()),
        ],
    ),
    "units set upright where a node has their letter": Case(
        *CURRENT,
        ("V", "P"),
        [
            (VOLTS.format(20), {"V", "P"}),
            (VOLTS.format(2), {"P"}),
        ],
    ),
    "gradients in brackets behind values": Case(
        *GATES,
        ("q", "f", "df/dx", "df/dq"),
        [
            ("x = -2 (-4), q = 3 (-4), f = -12 (1)", {"q", "f", "df/dx", "df/dq"}),
            ("values [gradients]:\n\n- x = -2 [-4]\n- q = 3 [-4]\n- f = -12 [1]", {"q", "f", "df/dx", "df/dq"}),
            ("values [gradients]:\n\n- x = -2 [4]\n- q = 3 [-4]\n- f = -12 [1]", {"q", "f", "df/dq"}),
            ("values [gradients]:\n\n- x = -2 [-4]\n- q = 3 [-4]\n- f = -12 [2]", {"q", "f", "df/dx", "df/dq"}),
        ],
    ),
    "names that say that they are new, with capitals": Case(
        *LINE,
        ("new:w",),
        [
            ("W_New = 3 - 0.01 * (-16) = 3.16", set()),
            ("W_New = 3 - 0.1 * (-16) = 4.6", {"new:w"}),
            ("w_novo = w - taxa_de_aprendizado * gradiente = 3 - 0.1 * (-16) = 4.6", {"new:w"}),
            ("W_Old = 4.6", set()),
        ],
    ),
    "names that are new, and values that are": Case(
        *GATES,
        ("q", "f"),
        [
            ("Substituting the new variables, we have:\n- q = 3\n- f = -12", {"q", "f"}),
            ("Introducimos nuevas variables:\n- q = 3\n- f = -12", {"q", "f"}),
            ("With the new values:\n- q = 3\n- f = -12", set()),
        ],
    ),
    "titles of prints, and comments that say what comes": Case(
        *LINE,
        ("dL/dh",),
        [
            ('print(f"Gradient (dL/dh): {g}")  # -8.0', {"dL/dh"}),
            ('print("Gradient dL/dh:", g)  # expected result: -8.0', {"dL/dh"}),
            ('print(f"dL/dh = {g}")  # 예상 결과: -8.0', {"dL/dh"}),
            ('print(f"wrong (dL/dh): {g}")  # -8.0', set()),
            ('print(f"Gradient (dL/dh): {g}")  # not -8.0', set()),
        ],
    ),
    "prompts before output": Case(
        *GATES,
        ("q", "f"),
        [
            ("```\n>>> q 3.0\n>>> f -12.0\n```", {"q", "f"}),
            ("```\n>>> q 3.0\n>>> f 12.0\n```", {"q"}),
        ],
    ),
    "prints of attributes": Case(
        *GATES,
        ("q", "df/dq", "df/dz"),
        [
            (SHOWN.format("v.label, v.data, v.grad"), {"q", "df/dq", "df/dz"}),
            (SHOWN.format("v.label, v.grad, v.data"), set()),
        ],
    ),
    "a title over several equations, and one example": Case(
        *GATES,
        ("q", "f", "df/dz"),
        [
            ("Example: q = 3, f = -12, df/dz = 3", {"q", "f", "df/dz"}),
            ("Example: q = 3", set()),
            ("Results (not sure): q = 3, f = -12", set()),
            ("Example (wrong): q = 3, f = -12, df/dz = 3", set()),
        ],
    ),
    "citations, and what is another's": Case(
        *GATES,
        ("df/dz",),
        [
            ("df/dz = q = 3 (see lecture 3)", {"df/dz"}),
            ("df/dz = q = 3 (by the chain rule)", {"df/dz"}),
            ("df/dz = q = 3 (from the solutions)", set()),
        ],
    ),
    "questions that go on, and one that doubts": Case(
        *GATES,
        ("f", "df/dz"),
        [
            ("f = -12. Why negative? Because z is. df/dz = 3", {"f", "df/dz"}),
            ("f = -12. Gradient? df/dz = 3", {"f", "df/dz"}),
            ("f = -12? df/dz = 3", {"df/dz"}),
        ],
    ),
    "values in brackets at the wires of a drawing": Case(
        *GATES,
        ("q", "f"),
        [(WIRES.format(3), {"q", "f"}), (WIRES.format(7), {"f"})],
    ),
    "two nouns for one quantity, and a choice": Case(
        *GATES,
        ("f", "df/dz"),
        [
            ("The loss or error is f = -12.", {"f"}),
            ("The derivative or slope for z: df/dz = 3", {"df/dz"}),
            ("The gradient of loss: df/dz = 3", {"df/dz"}),
            ("The loss or 12: f = -12", set()),
            ("The error or a mistake is f = -12", set()),
        ],
    ),
    "factors on the way to what an arrow names": Case(
        *LINE,
        ("dL/dh", "dL/dw"),
        [
            ("dL/dh: 2 * (5 - 9) = -8\n    × x = 2   →  dL/dw = -16", {"dL/dh", "dL/dw"}),
            ("dL/dh: 2 * (5 - 9) = -8\n    × x = 2   →  dL/dw = -4", {"dL/dh"}),
        ],
    ),
    "labels of drawn edges": Case(
        *GATES,
        ("f", "df/dz"),
        [
            ("df/dz = 3 --(-ln(1-p))--> f = -12", {"f", "df/dz"}),
            ("df/dz = 3 --(неверно)--> f = -12", {"f"}),
        ],
    ),
    "an own d2 beside differentials": Case(
        *LINE,
        ("dL/dh",),
        [
            ("d2 = h - y\ndL/dh = -8", {"dL/dh"}),
            ("d2 = h - y\ndL/dh = 8", set()),
        ],
    ),
}  # fmt: skip
ROWS = rows(CASES)


@pytest.mark.parametrize(("name", "answer", "accepted"), ROWS)
def test_styles_of_workbooks(name: str, answer: str, accepted: set[str]) -> None:
    assert CASES[name].accepted(answer) == accepted
