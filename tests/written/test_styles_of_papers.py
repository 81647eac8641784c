r"""Styles of papers, cards, consoles and notebooks as files, each with its like that must not be accepted."""

import pytest
from tests.written.test_real_styles import Case, rows

GATES = ("q = x + y; f = q * z", {"x": -2.0, "y": 5.0, "z": -4.0})  # q 3, f -12; df/dx = df/dy = df/dq = -4, df/dz 3
PATHS = ("p = x + y; q = x - y; f = p*q", {"x": 5.0, "y": 2.0})  # p 7, q 3, f 21; df/dp 3, df/dq 7, df/dx 10, df/dy -4
SUM = ("o1 = w5*a; o2 = w6*a; E1 = o1**2; E2 = o2**2; E_total = E1 + E2", {"w5": 1.0, "w6": 2.0, "a": 3.0})
SINE = ("p = x*y; s = sin(p); f = s*x", {"x": 2.0, "y": 0.25})  # p 0.5, s 0.479, f 0.959
RELU = ("z1 = w1*x1; a = relu(z1); L = a**2", {"w1": 2.0, "x1": 3.0})  # z1 6, a 6, L 36; dL/dz1 12
NOTEBOOK = """{{
 "cells": [
  {{
   "cell_type": "markdown",
   "source": [
    "### {title}\\n",
    "$q = x + y = 3$"
   ]
  }},
  {{
   "cell_type": "code",
   "outputs": [
    {{
     "text": [
      "f = -12.0\\n"
     ]
    }}
   ],
   "source": [
    "print('f =', f)"
   ]
  }}
 ]
}}"""
CARDS = "p = x+y\n{}\n\nq = x - y\n3\n\ndf/dp\nq = {}\n\ndf/dq\n7\n"
SIDES = "Front: df/dp\nBack: {}\n\nFront: df/dq?\nBack: 7\n\nFront: p = x+y\nBack: 7\n"
EDGES = "| edge | derivative |\n|---|---|\n| x → p | 1 |\n| y → q | {} |\n| p → f | q = 3 |\n| q → f | p = 7 |\n"
EPOCHS = "| | x | y |\n|---|---|---|\n| epoch 0 | 5 | 2 |\n| gradient | 10 | -4 |\n| epoch 1 | {} | 2.4 |\n{}"
CAPTION = "{}\n\n| input | formula | value |\n|---|---|---|\n| x | df/dp + df/dq | 10 |\n| y | df/dp - df/dq | -4 |\n"
RECORDS = (
    "```\nx  | data -2.0 | grad -4.0 |\ny  | data  5.0 | grad -4.0 |     --(+)-->  q | data {} | grad -4.0 |\n"
    "z  | data -4.0 | grad  3.0 |     --(*)-->  f | data -12.0 | grad 1.0 |\n```"
)
MERMAID = (
    '```mermaid\ngraph LR\n  x["x = -2 / grad -4"] --> q\n  y["y = 5 / grad -4"] --> q["q = x+y = {} / grad -4"]\n'
    '  z["z = -4 / grad 3"] --> f["f = q*z = -12 / grad 1"]\n  q --> f\n```'
)
PROGRAM = "x, y, z = -2, 5, -4\nq = x + y\nf = q*z\n"
TAGS = r"$$\frac{{\partial p}}{{\partial x}}=1 \tag{{7}}$$ $$\frac{{\partial f}}{{\partial x}}={} \tag{{9}}$$"
TEX = (
    "\\section*{{2}}\n\\begin{{align*}}\n\\frac{{\\partial f}}{{\\partial x}} &= 10\\\\\n{}"
    "\\frac{{\\partial f}}{{\\partial y}} &= -4\n\\end{{align*}}\n{}"
)
CHECKED = (
    "```\nparam     analytic      numeric    rel.err\nx        10.000000    10.000000   2.1e-11    ok\n"
    "y        {0:.6f}    {0:.6f}   4.4e-12    ok\n```"
)
FIT = ("y = w*x; L = (y - t)**2", {"w": 1.0, "x": 3.0, "t": 6.0})  # y 3, L 9; dL/dw -18, new w 1.36 at 0.02
STEPS = (
    "| step | w | L |\n|--|--|--|\n| 0 | 1 | 9 |\n| 1 | {} | 3.6864 |\n| 2 | 1.5904 | 1.51 |\n| 3 | 1.737856 | 0.618 |"
)
LOOP = (
    "```python\nx, y, z = -2, 5, -4\nq = x + y\nf = q*z\nfor name, v in [('q', q), ('f', f)]:\n"
    "    print(f'{{name:<8}}{{v:>8.2f}}')\n# q           {}\n# f         -12.00\n```"
)

CASES = {
    "a notebook as a file": Case(
        *GATES,
        ("q", "f"),
        [
            (NOTEBOOK.format(title="Forward"), {"q", "f"}),
            (NOTEBOOK.format(title="Wrong attempt"), set()),
        ],
    ),
    "what is typed in a shell says nothing": Case(
        *GATES,
        ("q", "f"),
        [
            ("$ python chain.py\nforward:  q = 3.0000   f = -12.0000\n$", {"q", "f"}),
            ("$ g++ -std=c++17 a.cpp -o a && ./a\nq = 3\nf = -12", {"q", "f"}),
            ("```\n$ python a.py  # wrong output\nq = 3\n```", set()),
        ],
    ),
    "results in a column of their own": Case(
        *GATES,
        ("q", "f"),
        [
            ("  q   = x + y      3\n  f   = q*z      -12\n", {"q", "f"}),
            ("  q   = x + y      4\n  f   = q*z      -12\n", set()),
            ("  q   = x + y - 5      3\n  f   = q*z      -12\n", {"f"}),
        ],
    ),
    "cards": Case(
        *PATHS,
        ("p", "q", "df/dp", "df/dq"),
        [
            (CARDS.format(7, 3), {"p", "q", "df/dp", "df/dq"}),
            (CARDS.format(8, 3), {"q", "df/dp", "df/dq"}),
            (CARDS.format("not 7", 3), {"q", "df/dp", "df/dq"}),
            (SIDES.format(3), {"p", "df/dp", "df/dq"}),
            (SIDES.format("no idea"), {"df/dq"}),
        ],
    ),
    "local derivatives along edges, without the word": Case(
        *PATHS,
        ("dp/dx", "dq/dy", "df/dp", "df/dq"),
        [
            (EDGES.format(-1), {"dp/dx", "dq/dy", "df/dp", "df/dq"}),
            (EDGES.format(1), {"dp/dx", "df/dp", "df/dq"}),
        ],
    ),
    "rows of epochs": Case(
        *PATHS,
        ("df/dx", "new:x", "new:y"),
        [
            (EPOCHS.format(4, ""), {"df/dx", "new:x", "new:y"}),
            (EPOCHS.format(6, ""), {"df/dx", "new:y"}),
            (EPOCHS.format(4, "| epoch 1 (corrected) | 6 | 1.6 |\n"), {"df/dx"}),
        ],
    ),
    "captions that say of what gradients are": Case(
        *PATHS,
        ("df/dx", "df/dy"),
        [
            (CAPTION.format("Table 1. Gradients of the inputs"), {"df/dx", "df/dy"}),
            (CAPTION.format("Tabela 1. Gradienty wejść"), {"df/dx", "df/dy"}),
            (CAPTION.format("Table 1. Wrong gradients of the inputs"), set()),
            (CAPTION.format("Table 1. Inputs"), set()),
        ],
    ),
    "a column that replaces a derivative": Case(
        *GATES,
        ("df/dz",),
        [
            ("| gradient | value | final |\n|---|---|---|\n| df/dz | 3 | 3 |", {"df/dz"}),
            ("| gradient | value | final |\n|---|---|---|\n| df/dz | 3 | 6 |", set()),
            ("| | value | gradient | new |\n|---|---|---|---|\n| z | -4 | 3 | -4.3 |", {"df/dz"}),
        ],
    ),
    "records between bars": Case(
        *GATES,
        ("q", "f", "df/dq", "df/dz"),
        [
            (RECORDS.format("3.0"), {"q", "f", "df/dq", "df/dz"}),
            (RECORDS.format("4.0"), {"f", "df/dq", "df/dz"}),
            (MERMAID.format("3"), {"q", "f", "df/dq", "df/dz"}),
            (MERMAID.format("4"), {"df/dq", "df/dz"}),
        ],
    ),
    "results that a comment joins by words": Case(
        *GATES,
        ("df/dq", "df/dz"),
        [
            (PROGRAM + "df_dq, df_dz = z, q  # -4 und 3", {"df/dq", "df/dz"}),
            (PROGRAM + "df_dq, df_dz = z, q  # 4 und 3", {"df/dz"}),
            (PROGRAM + "df_dq, df_dz = z, q  # (4 | 3)", {"df/dz"}),
            (PROGRAM + "df_dq, df_dz = z, q  # formerly -4 and 3", set()),
            (PROGRAM + "df_dz = q  # not 3", set()),
            (PROGRAM + "df_dz = q  # BUG: should be 6", set()),
            (PROGRAM + "df_dz = q  # 3, nothing wrong here", {"df/dz"}),
        ],
    ),
    "lists that are written out, and texts with output": Case(
        *GATES,
        ("q", "f"),
        [
            (PROGRAM + "assert [v for v in (q, f)] == [3, -12]", {"q", "f"}),
            (PROGRAM + "assert [v for v in (q, f)] == [3, 12]", {"q"}),
            (PROGRAM + 'print(q, f)\n"""\n3 -12\n"""', {"q", "f"}),
            (PROGRAM + 'print(q, f)\n"""\n3 12\n"""', {"q"}),
        ],
    ),
    "comments of MATLAB without another sign of it": Case(
        *GATES,
        ("q", "f"),
        [
            ("x = -2; y = 5; z = -4;\nq = x + y      % q = 3\nf = q*z        % f = -12\n", {"q", "f"}),
            ("x = -2; y = 5; z = -4;\nq = x + y      % q = 3\nf = q*z        % f = 12\n", {"q"}),
        ],
    ),
    "equations cited by their number": Case(
        *PATHS,
        ("df/dx",),
        [
            (r"$$df/dp \cdot dp/dx=3 \tag{1}$$ $$df/dq \cdot dq/dx=7 \tag{2}$$ $$df/dx=(1)+(2)=10$$", set()),
            (TAGS.format("3+7=10"), {"df/dx"}),
            (TAGS.format("(7)+9=10"), set()),
        ],
    ),
    "arrows behind a product in letters, or a function": Case(
        *SINE,
        ("p", "s", "f"),
        [
            (" p = xy      ⟶ [ 0.5 ]\n s = sin p   ⟶ [ 0.479 ]\n f = s·x     ⟶ [ 0.959 ]\n", {"p", "s", "f"}),
            (" p = xy      ⟶ [ 0.6 ]\n s = sin p   ⟶ [ 0.479 ]\n", set()),
            ("p = x → 0.5", set()),
        ],
    ),
    "E beside E_total": Case(
        *SUM,
        ("dE_total/dw5", "dE_total/dw6"),
        [
            ("∂E_total/∂w5 = 18\n\nsimilarly for the others :\n\n| ∂E/∂w6 |\n|---|\n| 36 |", {"dE_total/dw5"}),
            ("∂E_total/∂w5 = 18, ∂E/∂w6 = 36", {"dE_total/dw5", "dE_total/dw6"}),
            ("∂E_total/∂w5 = 18, ∂E2/∂w6 = 35", {"dE_total/dw5"}),
        ],
    ),
    "what a number is compared with in Korean": Case(
        *RELU,
        ("z1", "dL/dz1"),
        [
            ("z1 = 6, ∂L/∂z1 = 12 (z1이 0보다 크니까 그대로)", {"z1", "dL/dz1"}),
            ("z1이 0, ∂L/∂z1 = 12", {"dL/dz1"}),
        ],
    ),
    "accents of LaTeX": Case(
        *GATES,
        ("df/dq", "df/dz"),
        [
            (r"Propaga\c{c}\~ao: o gradiente \'e $df/dq = -4$ e $df/dz = 3$", {"df/dq", "df/dz"}),
            (r"n\~ao \'e verdade que $df/dq = -4$", set()),
        ],
    ),
    "new values by a gradient that is wrong": Case(
        *PATHS,
        ("p", "df/dx", "new:x"),
        [
            ("p=7\ndf/dx=10\ndf/dy=4\nx=4\ny=1.6", {"p", "df/dx", "new:x"}),
            ("p=7\ndf/dx=10\ndf/dy=4\nlet x=4\ny=1.6", {"p", "df/dx"}),
        ],
    ),
    "steps that blanks alone part": Case(
        *PATHS,
        ("new:x", "new:y"),
        [
            ("df/dx = 10\ndf/dy = -4\nUPD   x 5 -> 4   y 2 -> 2.4", {"new:x", "new:y"}),
            ("df/dx = 10\ndf/dy = -4\nUPD   x 5 -> 6   y 2 -> 2.4", {"new:y"}),
        ],
    ),
    "verbs by which a node has what comes back": Case(
        *PATHS,
        ("df/dp", "df/dx", "df/dy"),
        [
            ("Backward: p hears 3. So\n\n• x hears 3 + 7 = 10\n• y hears 3 - 7 = -4\n", {"df/dp", "df/dx", "df/dy"}),
            ("Backward: p never hears 3.", set()),
        ],
    ),
    "comments of LaTeX are not shown": Case(
        *PATHS,
        ("df/dx", "df/dy"),
        [
            (
                TEX.format("% \\frac{\\partial f}{\\partial y} &= 4 %% TODO sign? -> fixed below\n", ""),
                {"df/dx", "df/dy"},
            ),
            (TEX.format("", "The value of $\\partial f/\\partial x$ is wrong."), set()),
        ],
    ),
    "methods that round": Case(
        *GATES,
        ("q", "f"),
        [
            (f"```python\n{PROGRAM}print(q, f.round(4))\n```\n```\n3 -12.0\n```", {"q", "f"}),
            (f"```python\n{PROGRAM}print(q, f.round(4))\n```\n```\n3 -12.1\n```", {"q"}),
        ],
    ),
    "a network that is wrong": Case(
        *RELU,
        ("L",),
        [
            ("The loss is L = a^2 = 36.\n\nThe network is wrong: it predicts a 6.", {"L"}),
            ("The loss is L = a^2 = 36.\n\nThe loss is wrong: it predicts a 6.", set()),
        ],
    ),
    "former attempts beside the own answer": Case(
        *PATHS,
        ("df/dx",),
        [
            (
                "df/dx = 3 + 7 = 10\n\nEasy to forget a path! First time I wrote df/dx = 3, only the part through p.",
                {"df/dx"},
            ),
            ("df/dx = 3 + 7 = 10\n\nEasy to forget! First time I wrote df/dx = 3, and I was right.", set()),
        ],
    ),
    "what gates of a library do": Case(
        *GATES,
        ("q", "f"),
        [
            ("q = x + y = 3, f = -12\n\n| op | forward | backward |\n|--|--|--|\n| `+` | a + b | g, g |", {"q", "f"}),
            ("q = x + y = 3, f = -12\n\n| op | value |\n|--|--|\n| + | 4 |\n| * | -12 |", {"f"}),
        ],
    ),
    "bars in other languages": Case(
        *PATHS,
        ("df/dp", "df/dq"),
        [
            ("```\nf_barra = 1\np_barra = f_barra * q -> 3\nq_barra = f_barra * p -> 7\n```", {"df/dp", "df/dq"}),
            ("```\nf_barra = 1\np_barra = f_barra * q -> 4\nq_barra = f_barra * p -> 7\n```", {"df/dq"}),
        ],
    ),
    "products below labels": Case(
        *PATHS,
        ("p", "q", "df/dp", "df/dq"),
        [
            ("p = 7, q = 3\n\n**Backward** (∂f/∂…)\n\n- p: 1 · q = 3\n- q: 1 · p = 7", {"p", "q", "df/dp", "df/dq"}),
            ("p = 7, q = 3\n\n**Backward** (∂f/∂…)\n\n- p: 1 · q = 4\n- q: 1 · p = 7", {"p", "q", "df/dq"}),
        ],
    ),
    "little errors beside gradients": Case(
        *PATHS,
        ("df/dx", "df/dy"),
        [
            (CHECKED.format(-4.0), {"df/dx", "df/dy"}),
            (CHECKED.format(4.0), {"df/dx"}),
        ],
    ),
    "formulas of cells": Case(
        *GATES,
        ("q", "f", "df/dz"),
        [
            ("cell,label,formula,result\nB2,q,=B3+B4,3\nB5,f,=B2*B6,-12\n,,,\nB8,df/dz,=B2,3", {"q", "f", "df/dz"}),
            ("cell,label,formula,result\nB2,q,=B3+B4,3\nB5,f,=B2*B6,-11\n,,,\nB8,df/dz,=B2,3", {"q", "df/dz"}),
        ],
    ),
    "many steps in a table": Case(
        *FIT,
        ("L", "new:w"),
        [
            (STEPS.format(1.36), {"L", "new:w"}),
            (STEPS.format(1.37), {"L"}),
        ],
        lr=0.02,
    ),
    "names and values that a loop prints": Case(
        *GATES,
        ("q", "f"),
        [
            (LOOP.format(3), {"q", "f"}),
            (LOOP.format(4), {"f"}),
        ],
    ),
    "factors that are spoken of": Case(
        *GATES,
        ("q", "f"),
        [
            ("So `q = 3` and because of the /2 the 2 cancels. f = -12", {"q", "f"}),
            ("So `q = 3` / 2 and f = -12", {"f"}),
        ],
    ),
    "denials by name in brackets": Case(
        *PATHS,
        ("p", "df/dx"),
        [
            (
                "df/dx = 10\n\np = 7\n\\emph{(The value given for $\\partial f/\\partial x$ is checked.)}",
                {"p", "df/dx"},
            ),
            ("df/dx = 10\n\np = 7\n\\emph{(The value given for $\\partial f/\\partial x$ is not correct.)}", {"p"}),
            ("df/dx = 10\n\np = 7\nEl valor dado para df/dx no es correcto y queda retirado.", {"p"}),
        ],
    ),
}


@pytest.mark.parametrize(("name", "answer", "accepted"), rows(CASES))
def test_styles_of_papers(name: str, answer: str, accepted: set[str]) -> None:
    assert CASES[name].accepted(answer) == accepted
