r"""Styles of records: sheets, wikis, trackers, slides with fractions in lines; each with its like that must fail."""

import pytest
from tests.written.test_real_styles import Case, rows

GATES = (
    "q = x + y; f = q * z",
    {"x": 1.0, "y": 3.0, "z": 2.0},
)  # q 4, f 8; df/dq 2, df/dz 4, df/dx 2; new x 0.9, y 2.9, z 1.8 at 0.05
SQUARE = ("p = x*y; q = p - z; f = q**2", {"x": 3.0, "y": -2.0, "z": -4.0})  # q -2, df/dq -4, df/dp -4, df/dz 4
NEURON = ("z = w*x + b; a = sigmoid(z)", {"w": 0.5, "x": 4.0, "b": -2.0})  # z 0, a 0.5; da/dz 0.25, da/dw 1
LINE = ("y1 = w*1 + b; y2 = w*3 + b; e1 = y1 - 2; e2 = y2 - 5; L = (e1**2 + e2**2)/2", {"w": 1.0, "b": 0.0})
DEAD = ("h = relu(z); y = v*h; L = (y - t)**2", {"z": -1.0, "v": -1.0, "t": 3.0})  # y 0, L 9; dL/dv 0
CELL = ("f = 2*af; c = f*cp + k; h = 3*c", {"af": 1.0, "cp": 0.5, "k": 2.0})  # c 3, h 9; dh/dc 3, dh/dcp 6
SINES = ("a = 2*x; b = a*y; c = 3*b", {"x": 1.0, "y": 0.5})  # dc/db 3, dc/da 1.5, dc/dy 6
LOG = ("d = y - mu; r = d/s; L = r**2", {"y": 5.0, "mu": 3.0, "s": 4.0})  # r 0.5, L 0.25; dL/dr 1, dL/dd 0.25
HALF = ("s = x - t; L = s**2/2", {"x": 3.0, "t": 1.0})  # L 2

WIKI = """{{| class="wikitable"
|+ Backward pass
! node
! style="width:4em" | gradient
|-
| <math>q</math> || {}
|-
| z
| 4
|}}"""
SHEET = "{}\n\ncell\tlabel\tformula\t\tshows\nD1\tq\t=A1+B1\t\t{}\nD2\tz\t=C1\t\t4\nD3\tx\t=D1*1\t\t2\n"
STORE = "name,rule,value\n# exported at noon\nq,x+y,{}\nf,q*z,8"
PASSED = (
    "| node | input | local gradient | upstream | downstream |\n|---|---|---|---|---|\n"
    "| $f=q^2$ | $q$ | $\\partial f/\\partial q = 2q = -4$ | $1$ | $-4$ |\n"
    "| $q=p-z$ | $p$ | $\\partial q/\\partial p = 1$ | $-4$ | ${}$ |\n"
    "| $q=p-z$ | $z$ | $\\partial q/\\partial z = -1$ | $-4$ | $4$ |"
)
TAPE = "```\n #  op    val     bar\n 0  x     1       2\n 1  q     4       {}\n 2  z     2       4\n```"
STACK = "            1\na = σ(z) = ————————— = {}\n           1 + e^0\n\n     1\nz = --- * 4 - 2 = 0\n     2"
DOCUMENT = "\\section*{{Q2}}\nWe find $q = {}$. % TODO redraw the figure\n\nThen $f = 8$.{}"

SIDES = (
    "\\begin{{tabular}}{{lrr|lrr}}\n$x$ & $x$ & $1$ & $\\frac{{df}}{{dx}}$ & $\\frac{{df}}{{dq}}$ & $2$ \\\\\n"
    "$q$ & $x+y$ & $4$ & $\\frac{{df}}{{dq}}$ & $z$ & ${}$ \\\\\n"
    "$f$ & $qz$ & $8$ & $\\frac{{df}}{{dz}}$ & $q$ & $4$ \\\\\n\\end{{tabular}}"
)
DRAWN = (
    "```\n[ q | data 4.0000 | grad {} ] --+\n                                 (*)--[ f | data 8.0000 | grad 1.0000 ]\n"
    "[ z | data 2.0000 | grad 4.0000 ] --+\n```"
)
PROGRAM = "d <- y - mu   # 2\nr <- d / s   # 0.5\ndL_dr  <- 2*r   # 1\ndL_dd  <- dL_dr / s   # {}"
TIMES = (
    "The slope by the logit is da/dz = 0.25. All else is that times an input:\n\n• w: 0.25 × {}\n• b: 0.25 × 1 = 0.25"
)
MISTAKE = (
    "| node | value |\n|---|---|\n| q | 4 |\n| f | 8 |\n\n"
    "*Häufiger Fehler:* f muss mit q berechnet werden, nicht mit x. {}"
)
ITEMS = "- $f$ hängt von $q$ ab :\n$$\\frac{df}{dq} = 2$$\n- $z$ wirkt direkt :\n$$\\frac{df}{dz} = 4$$"

CASES = {
    "a table of a wiki": Case(
        *GATES,
        ("df/dq", "df/dz"),
        [
            (WIKI.format("2"), {"df/dq", "df/dz"}),
            (WIKI.format("3"), {"df/dz"}),
            (WIKI.format("2 (wrong)"), {"df/dz"}),
        ],
    ),
    "cells of a sheet with their formulas": Case(
        *GATES,
        ("q", "df/dz"),
        [
            (SHEET.format("Forward block", "4").replace("D2\tz", "D2\tf").replace("\t4\nD3", "\t8\nD3"), {"q"}),
            (SHEET.format("Gradient block (each cell is the slope of the output by its label)", "2"), {"df/dz"}),
            (SHEET.format("Gradient block of my neighbour", "2"), set()),
        ],
    ),
    "cells between commas, below a remark": Case(
        *GATES, ("q", "f"), [(STORE.format("4.0000"), {"q", "f"}), (STORE.format("5.0000"), {"f"})]
    ),
    "what a node hands down to each operand": Case(
        *SQUARE, ("df/dq", "df/dp", "df/dz"),
        [(PASSED.format("-4"), {"df/dq", "df/dp", "df/dz"}), (PASSED.format("4"), {"df/dq", "df/dz"})],
    ),
    "a tape with bars": Case(
        *GATES, ("q", "df/dq", "df/dz"),
        [(TAPE.format("2"), {"q", "df/dq", "df/dz"}), (TAPE.format("3"), {"q", "df/dz"})],
    ),
    "a fraction of numbers in three lines": Case(
        *NEURON, ("z", "a"), [(STACK.format("0.5"), {"z", "a"}), (STACK.format("0.6"), {"z"})]
    ),
    "what no page shows of a document": Case(
        *GATES, ("q", "f"),
        [
            (DOCUMENT.format("4", ""), {"q", "f"}),
            (DOCUMENT.format("4", " % this is wrong"), {"q"}),
            ("We find $q = 4$. TODO: check this\n\nThen $f = 8$.", {"f"}),
            ("q = 4, f = 8\n\n.. todo:: draw the graph", {"q", "f"}),
            ("q = 4, f = 8\n\n.. todo:: check the numbers", set()),
        ],
    ),
    "names that are split into": Case(
        *GATES, ("q", "f"),
        [
            ("We break $f = (x + y)\\,z$ into $q = x + y = 4$ and $f = q z = 8$", {"q", "f"}),
            ("We break $f = (x + y)\\,z$ into $q = x + y = 5$ and $f = q z = 10$", set()),
        ],
    ),
    "predictions that the exercise counts": Case(
        *LINE, ("y1", "y2", "e1"),
        [
            ("Model: ŷ = wx + b. ŷ₁ = 1·1 + 0 = 1 and ŷ₂ = 1·3 + 0 = 3, e₁ = ŷ₁ − 2 = −1", {"y1", "y2", "e1"}),
            ("$\\hat y_1 = 1$, $\\hat y_2 = 4$, $e_1 = \\hat y_1 - 2 = -1$", {"y1", "e1"}),
        ],
    ),
    "a neuron that is off": Case(
        *DEAD, ("dL/dv",),
        [
            ("dL/dv = 0 (la neurona 2 estaba apagada)", {"dL/dv"}),
            ("dL/dv = 0 (il neurone è spento)", {"dL/dv"}),
            ("dL/dv = 0 (das Neuron ist abgeschaltet)", {"dL/dv"}),
            ("dL/dv = 0 (apagado)", set()),
        ],
    ),
    "a bar over a letter with an index": Case(
        *CELL, ("dh/dc", "dh/dcp"),
        [
            ("$\\bar h=1$, $\\bar c = 3$, $\\bar c_p=\\bar c f=6$", {"dh/dc", "dh/dcp"}),
            ("$\\bar h=1$, $\\bar c = 3$, $\\bar c_p=\\bar c f=5$", {"dh/dc"}),
        ],
    ),
    "the one by another": Case(
        *SINES, ("dc/da", "dc/dy"),
        [
            (
                "La dérivée de c par rapport à b est 3. On en déduit celle par rapport à a : 3 × 0,5 = 1,5, "
                "celle par rapport à y : 6.",
                {"dc/da", "dc/dy"},
            ),
            ("La dérivée de c par rapport à b est 3. Celle par rapport à y est 5.", set()),
        ],
    ),
    "arrows that assign, and arrows that point": Case(
        *GATES, ("df/dq", "df/dz"),
        [
            ("df/dq <-- 2\ndf/dz <--- 1*q = 4", {"df/dq", "df/dz"}),
            ("df/dq <-- 3\ndf/dz = 4   <- \"the easy one\"", {"df/dz"}),
            ("df/dz = 4   <- wrong", set()),
        ],
    ),
    "a program in lines with arrows": Case(
        *LOG, ("dL/dr", "dL/dd"),
        [
            (PROGRAM.format("0.25"), {"dL/dr", "dL/dd"}),
            (PROGRAM.format("0.5"), {"dL/dr"}),
        ],
    ),
    "a point at which a gradient is asked": Case(
        *HALF, ("dL/dx", "L"),
        [
            ("Compute the gradient of L = (x - t)²/2 at x = 3, t = 1.\n\nL = 2, dL/dx = 2", {"dL/dx", "L"}),
            ("Compute the gradient of L = (x - t)²/2 at x = 3, t = 1.\n\nL = 2", {"L"}),
        ],
    ),
    "names with what a gradient is multiplied from": Case(
        *NEURON, ("da/dw", "da/db"),
        [
            (TIMES.format("4 = 1"), {"da/dw", "da/db"}),
            (TIMES.format("3 = 0.75"), {"da/db"}),
        ],
    ),
    "a rate that is a fraction": Case(
        *GATES, ("new:x",),
        [
            ("SGD (lr = 1/20): x = 1 - 0.1 = 0.9", {"new:x"}),
            ("SGD (lr = 1/10): x = 1 - 0.1 = 0.9", set()),
        ],
        lr=0.05,
    ),
    "what is left out, and what only closes": Case(
        *GATES, ("q", "f"),
        [
            ("q = 4\nf = 8\nI didn't compute the gradient with respect to the inputs since they are data.", {"q", "f"}),
            ("q = 4\nf = 8\nI didn't compute this.", {"q"}),
            ("q = 4\nf = 8\nJe n'ai pas recalculé f.", {"q", "f"}),
            ("q = 4\nf = 8\nI did not recompute f, it is wrong.", {"q"}),
            ("q = 4\nf = 8\nI did not recompute f: copied from Ben.", {"q"}),
            ("q = 4. Everybody with me? f = 8\n\nDúvidas nos comentários!", {"q", "f"}),
            ("q = 4. Is that right with you? f = 8", {"f"}),
        ],
    ),
    "a note on a frequent mistake, and on marks": Case(
        *GATES, ("q", "f"),
        [
            (MISTAKE.format("(−1 P.)"), {"q", "f"}),
            (MISTAKE.format("Das habe ich falsch."), set()),
            ("q = 4\n\nf = 8\n\n助教批注：答案正确，扣 0 分", {"q", "f"}),
            ("q = 4\n\nf = 8\n\n助教批注：答案正确是 9", {"q"}),
        ],
    ),
    "an item behind a display": Case(
        *GATES, ("df/dq", "df/dz"),
        [
            (ITEMS, {"df/dq", "df/dz"}),
            ("$$\\frac{df}{dq} = 2$$\n- $3$\n$$\\frac{df}{dz} = 4$$", {"df/dz"}),
        ],
    ),
    "what is used twice": Case(
        *GATES, ("df/dz",),
        [
            ("$q$ is used **twice** (here and in $f$):\n\n$$\\frac{df}{dz} = 4$$", {"df/dz"}),
            ("half of df/dz = 4", set()),
        ],
    ),
    "a few words behind it that nobody knows": Case(
        *GATES, ("q", "f"),
        [
            ("q = 4\nf = 8\ncorssed out", {"q"}),
            ("q = 4\nf = 8\ngaizki", {"q"}),
            ("q = 4. I dont beleive it.\nf = 8", {"f"}),
            ("q = 4. Shoud be 5.\nf = 8", {"f"}),
            ("q = 4\nf = 8\nnvm, all off", set()),
            ("q = 4\nf = 8\nthanks a lot", {"q", "f"}),
        ],
    ),
    "columns of marks, tries and pages": Case(
        *GATES, ("q", "f"),
        [
            ("| quantity | pts |\n|---|---|\n| q | 4 |\n| f | 8 |", set()),
            ("| quantity | value | tries |\n|---|---|---|\n| q | 4 | 4 |\n| f | 8 | 1 |", {"q", "f"}),
            ("| quantity | value | marks |\n|---|---|---|\n| q | 4 | 1 |\n| f | 8 | 0/2 wrong |", {"q"}),
        ],
    ),
    "slips in words that join": Case(
        *GATES, ("q", "f"),
        [
            ("q = 4 becuase 1 + 3, f is eqaul to 8", {"q", "f"}),
            ("q = 5 becuase 1 + 3, f is eqaul to 8", {"f"}),
        ],
    ),
    "two tables side by side": Case(
        *GATES, ("q", "df/dq", "df/dz"),
        [
            (SIDES.format("2"), {"q", "df/dq", "df/dz"}),
            (SIDES.format("3"), {"q", "df/dz"}),
        ],
    ),
    "nodes drawn with data and grad": Case(
        *GATES, ("q", "df/dq", "df/dz"),
        [(DRAWN.format("2.0000"), {"q", "df/dq", "df/dz"}), (DRAWN.format("3.0000"), {"q", "df/dz"})],
    ),
    "what is asked, and tags": Case(
        *GATES, ("q", "f"),
        [
            ("q = 4\n\n**True or False:** f = 8\n\nFalse.", set()),
            ("q = 4\n\n**True or False:** f = 9", {"q"}),
            ("q = 4 #flashcard\n\nf = 8 #wrong", {"q"}),
        ],
    ),
    "names that derivatives begin": Case(
        *GATES,
        ("df/dq", "df/dz"),
        [
            ("df/df = 1\nq: 2\nz: 4", {"df/dq", "df/dz"}),
            ("df/df = 1\nadd gate:\nq: 2\nz: 4", {"df/dq", "df/dz"}),
            ("df/df = 1\ntries:\nq: 2\nz: 4", set()),
            ("df/df = 1\nq: 2\nz: 4\nthese are shapes", set()),
        ],
    ),
    "a line at the end that is of several": Case(
        *GATES,
        ("df/dq", "df/dz"),
        [
            ("df/dq = 2\ndf/dz = 4\nthose follow from the chain rule", {"df/dq", "df/dz"}),
            ("df/dq = 2\ndf/dz = 4\nthose were for exercise 3", set()),
            ("df/dq = 2\ndf/dz = 4\nplease ignore these", set()),
            ("df/dq = 2\ndf/dz = 4\nq is wrong", {"df/dz"}),
        ],
    ),
    "what is said behind an excuse": Case(
        *GATES,
        ("df/dq", "df/dz"),
        [
            ("df/dq = 2\ndf/dz = 4\ntyped on my phone, no time for more", {"df/dq", "df/dz"}),
            ("df/dq = 2\ndf/dz = 4\ntyped on my phone, but it's wrong", {"df/dq"}),
            ("df/dq = 2\ndf/dz = 4\nsorry for the mess. it should be 3", {"df/dq"}),
        ],
    ),
    "what stands around a dictionary": Case(
        *GATES,
        ("df/dq", "df/dz"),
        [
            ("my_grads = {'q': 2, 'z': 4}", {"df/dq", "df/dz"}),
            ("grads = {'q': 2, 'z': 4}  # by hand", {"df/dq", "df/dz"}),
            ("toms_grads = {'q': 2, 'z': 4}", set()),
            ("grads = {'q': 2, 'z': 4}  # wrong", set()),
            ("grads = -{'q': 2, 'z': 4}", set()),
        ],
    ),
    "titles with grad in them": Case(
        *GATES,
        ("df/dq", "df/dz"),
        [
            ("| node | my grads |\n|---|---|\n| q | 2 |\n| z | 4 |", {"df/dq", "df/dz"}),
            ("| node | grade |\n|---|---|\n| q | 2 |\n| z | 4 |", set()),
            ("| node | grad (Tom) |\n|---|---|\n| q | 2 |\n| z | 4 |", set()),
        ],
    ),
    "fractions stacked on both sides": Case(
        *GATES,
        ("df/dz",),
        [
            ("df     8\n-- =  --\ndz     2", {"df/dz"}),
            ("df     1\n-- =  --\ndz     4", set()),
            ("  df\n- -- = 4\n  dz", set()),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "answer", "accepted"), rows(CASES))
def test_styles_of_records(name: str, answer: str, accepted: set[str]) -> None:
    assert CASES[name].accepted(answer) == accepted
