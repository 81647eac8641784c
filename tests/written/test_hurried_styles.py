r"""Styles of people in a hurry: signs left out, dictation, scans, broken marks; each with its like that must fail."""

import pytest
from tests.written.test_real_styles import Case, rows

GATES = (
    "q = x + y; f = q * z",
    {"x": 1.0, "y": 3.0, "z": 2.0},
)  # q 4, f 8; df/dq 2, df/dz 4, df/dx 2; new x 0.9 at 0.05
PATHS = ("a = x + y; b = x - y; f = a*b", {"x": 7.0, "y": 2.5})  # a 9.5, b 4.5, f 42.75; df/da 4.5, df/db 9.5, df/dx 14
HALVES = ("u = 0.5*x; f = u*y", {"x": 3.0, "y": -2.0})  # u 1.5, f -3; df/du -2, df/dy 1.5, df/dx -1
MEAN = ("s = x + y; m = s/2", {"x": 1.0, "y": 5.0})  # s 6, m 3
CELL = ("c = f*cp + g; h = 2*c", {"f": 0.5, "cp": 2.0, "g": 1.0})  # c 2, h 4; dh/df 4
SAMPLES = ("l1 = w**2; l2 = (w - 1)**2; J = l1 + l2", {"w": 3.0})  # l1 9, l2 4, J 13
WALL = (
    "```\n node        value      df/dnode\n f           8           1\n q = x+y     {}           z = 2\n"
    " z           2           4\n x           1           2*1  = 2\n```"
)
LATEX = "1. ${}$\n2. ${}\n3. ${}$"
SCHEME = "| part | expected | pts |\n|---|---|---|\n| i | q = {} | 1 |\n| ii | f = 8 | 1 |\n| iii | df/dz = 4 | 2 |"
STACK = "df     df   dq\n--- = --- . --- = {} . 1 = 2\ndx    dq    dx\n"

CASES = {
    "a blank for a sign": Case(
        *GATES,
        ("q", "f", "df/dq", "df/dz"),
        [
            ("q 1+3 = 4, f 4*2=8 so df/dq 2 , df/dz 4", {"q", "f", "df/dq", "df/dz"}),
            ("q = 4, f 4*2 = 8 df/dq 2 df/dz 4", {"q", "f", "df/dq", "df/dz"}),
            ("q 4 / f 8 / df/dq 2 / df/dz 5", {"q", "f", "df/dq"}),
            ("q 2 = 8", set()),
            ("df/dq 2 hours on this, no luck", set()),
            ("3. df/dz 4. df/dq 2", {"df/dq"}),
            ("df/dq 2 df/dz 4 (Anna's results, I have none)", set()),
        ],
    ),
    "a blank before a new value": Case(
        *GATES,
        ("new:x", "new:y"),
        [
            ("step: x 1-0.1=0.9 y 3-0.1=2.9", {"new:x", "new:y"}),
            ("x new 0.9, y new 2.8", {"new:x"}),
            ("x 1 - 0.1, y 3", set()),
        ],
        lr=0.05,
    ),
    "a blank before a result": Case(
        *HALVES,
        ("u", "f"),
        [
            ("u = 3/2 1.5\nf is u times y -3", {"u", "f"}),
            ("u = 3/2 2.5\nf = 1.5 - 2", set()),
        ],
    ),
    "what is differentiated in words, and no sign": Case(
        *GATES,
        ("df/dq", "df/dz"),
        [
            ("f wrt q = 2 ; f wrt z 4", {"df/dq", "df/dz"}),
            ("the derivative of f by q is 2 and of f by z it is q so 4", {"df/dq", "df/dz"}),
            ("f wrt q = 2 ; f wrt z 4 is wrong", {"df/dq"}),
        ],
    ),
    "a prime and what by": Case(
        *GATES,
        ("df/dq", "df/dx"),
        [
            ("f'q = 2, f'x 2", {"df/dq", "df/dx"}),
            ("f'q = 4, f'x = 2", {"df/dx"}),
        ],
    ),
    "dictation": Case(
        *HALVES,
        ("u", "f", "df/dy"),
        [
            (
                "u equals three times zero point five which is one point five new line f equals one point five times "
                "minus two equals minus three full stop df dy is one point five",
                {"u", "f", "df/dy"},
            ),
            ("u equals one point five full stop df dy equals one point five full stop scratch that full stop", {"u"}),
            ("f is minus three. df/dy is one point six", {"f"}),
        ],
    ),
    "x for a product, and no zero before a point": Case(
        *HALVES,
        ("u", "f"),
        [
            ("u = 3x0.5 = 1.5, f = -2x1.5 = -3", {"u", "f"}),
            ("u = 3*.5 = 1.5, f = 1.5*.2", {"u"}),
        ],
    ),
    "dots for products beside decimal commas": Case(
        *HALVES,
        ("u", "f"),
        [
            ("u=3.0,5=1,5 e f = 1,5.(-2) = -3,0", {"u", "f"}),
            ("u=3.0,5=1,5\nf = 1,5.(-2) = -3,5", {"u"}),
            ("u = 1,5; f = 1.000,5", {"u"}),
        ],
    ),
    "dots before brackets": Case(
        *HALVES,
        ("f", "df/dx"),
        [
            ("f = 1.5 . (-2) = -3\ndf/dx = 0.5 . (-2) = -1", {"f", "df/dx"}),
            ("f = 1.5 . (-2) = -3\ndf/dx = 2.(-0.5) = 1", {"f"}),
        ],
    ),
    "dollars that are not closed": Case(
        *GATES,
        ("q", "f", "df/dq"),
        [
            (LATEX.format("q = 4", r"\partial f/\partial q = z = 2", "f = 8"), {"q", "f", "df/dq"}),
            (LATEX.format("q = 5", r"\partial f/\partial q = z = 4", "f = 8"), {"f"}),
        ],
    ),
    "thin spaces outside of mathematics": Case(
        *GATES,
        ("df/dq", "df/dz"),
        [
            (":\\bar f = 1 (seed)\n:\\bar q = \\bar f\\, z = 2\n:\\bar z = \\bar f\\, q = 4", {"df/dq", "df/dz"}),
            (":\\bar f = 1 (seed)\n:\\bar q = \\bar f\\, z = 3\n:\\bar z = \\bar f\\, q = 4", {"df/dz"}),
        ],
    ),
    "scans": Case(
        *HALVES,
        ("u", "f", "df/dy"),
        [
            ("u = O.5 . 3 = l.5\nf = 1.5 . (-2) = -3\nдf/дy = 1.5", {"u", "f", "df/dy"}),
            ("u = O.5 . 3 = l.6\nf = 1.5 . (-2) = -3\nдf/дy = 1.7", {"f"}),
        ],
    ),
    "Word's equations": Case(
        *GATES,
        ("q", "f"),
        [
            ("q=〖(1+3)〗=4\nf=q×z=4×2=8", {"q", "f"}),
            ("q=〖(1+3)〗^2=4\nf=q×z=4×2=8", {"f"}),
        ],
    ),
    "fractions over three lines that stand askew": Case(
        *GATES,
        ("df/dx",),
        [(STACK.format(2), {"df/dx"}), (STACK.format(3), set())],
    ),
    "paths by their arrows": Case(
        *GATES,
        ("f", "df/dx"),
        [
            ("f = 8\n\nPath 1: f -> q -> x\n\ndf/dx = 2\n\nPath 2: f -> z directly, gives 4", {"f", "df/dx"}),
            ("f -> x", set()),
        ],
    ),
    "derivatives by arrows under their title": Case(
        *GATES,
        ("df/dz", "df/dx", "new:x"),
        [
            ("derivatives of f\nz → q = 4\nx → 2\n\nstep\nx → 0.9", {"df/dz", "df/dx", "new:x"}),
            ("derivatives of f\nz → q = 5\nx → 3\n\nstep\nx → 0.9", {"new:x"}),
            ("The gradients of f are wrong\nx → 2", set()),
        ],
        lr=0.05,
    ),
    "an input that does not change, and its value": Case(
        *GATES,
        ("new:x", "new:y"),
        [
            ("queda y = 3 - 0.1 = 2.9 y x no cambia", {"new:y"}),
            ("x stays (x = 5)", set()),
        ],
        lr=0.05,
    ),
    "excuses for the writing": Case(
        *GATES,
        ("q", "f"),
        [
            ("q = 4\nf = 8\ndésolé j'ai pas eu le temps de recopier au propre", {"q", "f"}),
            ("q = 4\nf = 8\nsorry, typing on my phone", {"q", "f"}),
            ("q = 4\nf = 8\nsorry, no time to correct f", {"q"}),
        ],
    ),
    "slips of the pen in what takes back": Case(
        *GATES,
        ("q", "f"),
        [
            ("q = 4. f is jsut 8", {"q", "f"}),
            ("q = 4\n\nf = 8. Thats worng.", {"q"}),
            ("q = 4\n\nf = 8. Igonre that one.", {"q"}),
            ("q = 4\n\nf = 8. Das ist flasch.", {"q"}),
            ("q = 4\n\nf = 8. Nto right.", {"q"}),
        ],
    ),
    "stops": Case(
        *GATES,
        ("q", "f"),
        [
            ("q = 4\nf=8", {"q", "f"}),
            ("q = 4\nf=8.. no wait 9, q isnt the bigger one", {"q"}),
        ],
    ),
    "a mean that is one": Case(
        *MEAN,
        ("s", "m"),
        [
            ("sum s = 6\nmean m = s/2 = 3", {"s", "m"}),
            ("mean s = 6\nm = 3", {"m"}),
        ],
    ),
    "the state before": Case(
        *CELL,
        ("c", "dh/df"),
        [
            (r"$c = f\,c_{prev}+g = 1 + 1 = 2$, $\partial h/\partial f = 2\cdot c_{prev} = 4$", {"c", "dh/df"}),
            (r"$c = f\,c_{prev}+g = 1 + 1 = 2$, $\partial h/\partial f = 2\cdot c_{prev} = 5$", {"c"}),
        ],
    ),
    "losses of single samples": Case(
        *SAMPLES,
        ("l1", "l2", "J"),
        [
            ("Per-sample losses\n\nℓ₁ = 9, ℓ₂ = 4\n\nJ = 13", {"l1", "l2", "J"}),
            ("Per-sample losses\n\nℓ₁ = 4, ℓ₂ = 9\n\nJ = 13", set()),
        ],
    ),
    "tables set in blanks with formulas": Case(
        *GATES,
        ("q", "df/dq", "df/dz", "df/dx"),
        [
            (WALL.format(4), {"q", "df/dq", "df/dz", "df/dx"}),
            (WALL.format(5), {"df/dq", "df/dz", "df/dx"}),
        ],
    ),
    "marks in a column of their own": Case(
        *GATES,
        ("q", "f", "df/dz"),
        [
            (SCHEME.format("1 + 3 = 4"), {"q", "f", "df/dz"}),
            (SCHEME.format("1 + 3 = 5"), {"f", "df/dz"}),
            ("  q = 1+3 = 4        1 分\n  f = 8              2 分", {"q", "f"}),
        ],
    ),
    "names in brackets behind what they are": Case(
        *GATES,
        ("q", "f", "df/dq"),
        [
            ("1 + 3 = 4 (call it q), 4*2 = 8 (f)\n$1 \\cdot 2 = 2$ ( $\\partial f/\\partial q$ )", {"q", "f", "df/dq"}),
            ("1 + 3 = 4 (q is wrong), 4*2 = 9 (f)", set()),
            ("4 (q), 2*4 = 8 (z)", set()),
        ],
    ),
    "pages that a form has set in one line": Case(
        *GATES,
        ("q", "f", "df/dq"),
        [
            ("### Forward Pass * q = 1 + 3 = **4** * f = 8 ### Backward Pass * df/dq = **2**", {"q", "f", "df/dq"}),
            ("### Forward Pass * q = 1 + 3 = **5** * f = 8 ### Backward Pass * df/dq = **3**", {"f"}),
        ],
    ),
    "what takes back what is struck": Case(
        *GATES,
        ("q", "f"),
        [
            ("~~q = 1*3 = 3~~ my mistake, it is a sum:\nq = 1 + 3 = 4\nf = 8", {"q", "f"}),
            ("q = 1 + 3 = 4\n~~f = 12~~\nf = 8 my mistake", {"q"}),
        ],
    ),
    "rows between tabs": Case(
        *HALVES,
        ("u", "f", "df/du"),
        [
            ("1\n\tu\t0.5*3\t1.5\n\tf\t1.5*–2\t–3\nback\n\tdf/du\ty\t–2", {"u", "f", "df/du"}),
            ("1\n\tu\t0.5*3\t1.6\n\tf\t1.5*–2\t–3\nback\n\tdf/du\ty\t2", {"f"}),
        ],
    ),
    "a name with a hat below": Case(
        "yhat = w*x; L = (yhat - 1)**2",
        {"w": 2.0, "x": 3.0},
        ("dL/dyhat", "dL/dw"),
        [
            (r"$L_{\hat y}=2(\hat y - 1) = 10$, $L_w=30$", {"dL/dyhat", "dL/dw"}),
            (r"$L_{\hat{y}}=2(\hat y - 1) = 12$, $L_w=30$", {"dL/dw"}),
        ],
    ),
    "brackets that begin with no, and what is said of both": Case(
        *GATES,
        ("q", "f"),
        [
            ("q = 4 (no bias), f = 8", {"q", "f"}),
            ("q = 4 (no, divide by 2)\n\nf = 8", {"f"}),
            ("q 4 f 8 so both right", {"q", "f"}),
            ("q 4 f 8 so both wrong", set()),
        ],
    ),
    "an example of several steps": Case(
        *GATES,
        ("new:x",),
        [
            ("For example, x ← 1 - 0.05*2 = 0.9", {"new:x"}),
            ("For example, x = 0.9", set()),
        ],
        lr=0.05,
    ),
    "rounding, and titles with a number": Case(
        *GATES,
        ("q", "f"),
        [
            ("Round to 4 digits.\n\n2 DATOS\nx = 1\n\nq = 4, f = 8", {"q", "f"}),
            ("Round 4\n\nq = 4, f = 8", set()),
        ],
    ),
    "an apology that asks to leave out, and a line called wrong": Case(
        *GATES,
        ("q", "f"),
        [
            ("q = 4\nf = 8\nsorry, ran out of time, please ignore the last line", {"q"}),
            ("q = 4. The next line is wrong.\nf = 8", set()),
            ("q = 4\nf = 8\nsorry, ran out of time", {"q", "f"}),
        ],
    ),
    "names alone below derivatives": Case(
        *GATES,
        ("df/dq", "df/dx", "df/dz"),
        [
            ("df/dq = 2\nx: 2\nz -> 4", {"df/dq", "df/dx", "df/dz"}),
            ("df/dq = 2\nx: 3\nz -> 4", {"df/dq", "df/dz"}),
            ("df/dq = 2\nx = 2\nz = 4", {"df/dq", "df/dx", "df/dz"}),
            ("df/dq = 2. x has the value 2.", {"df/dq"}),
        ],
    ),
    "differentials and names": Case(
        *GATES,
        ("df/dq", "df/dz"),
        [
            ("df by q: 2\ndf by z: 4", {"df/dq", "df/dz"}),
            ("df dq = 2\ndf dz 4", {"df/dq", "df/dz"}),
            ("df dq = 2 df dz 5", {"df/dq"}),
            ("df by x: 4\ndf by q: 4", set()),
        ],
    ),
    "a result on a blank behind brackets, and points first": Case(
        *HALVES,
        ("u", "df/dx", "df/dy"),
        [
            ("u = .5*3 = 1.5\ndfdx = .5(y) = -1\ndf/dy 1.5", {"u", "df/dx", "df/dy"}),
            ("u = .5*3 = 1.5\ndfdy = x(1-.5) 1.5", {"u", "df/dy"}),
            ("u = .5*3 = 1.5\ndfdy = x(1-.5) 1.2", {"u"}),
        ],
    ),
    "a decimal alone in a line below an equation": Case(
        *HALVES,
        ("u", "f"),
        [
            ("f 1.5*-2 = -3\nu 1.5", {"u", "f"}),
            ("With x = 3:\nu 1.5", set()),
            ("Guesses\n\nu 1.5", set()),
        ],
    ),
    "scans with another letter for a partial": Case(
        *GATES,
        ("df/dq", "df/dz"),
        [("ðf/ðq = z = 2\nðf/ðz = q = 4", {"df/dq", "df/dz"}), ("ðf/ðq = z = 3\nðf/ðz = q = 4", {"df/dz"})],
    ),
    "what a name does before a number": Case(
        *GATES,
        ("df/dq", "df/dx"),
        [
            ("df/dq: q ist positiv, deswegen 2", {"df/dq"}),
            ("df/dq: q ist positiv, deswegen 3", set()),
            ("df/dx: 2, as x appears once", {"df/dx"}),
        ],
    ),
    "a dictionary of gradients": Case(
        *GATES,
        ("df/dq", "df/dz", "q"),
        [
            ("grads = {'z': 4, 'q': 2}", {"df/dq", "df/dz"}),
            ("grads = {'z': 5, 'q': 2}", {"df/dq"}),
            ("wrong_grads = {'z': 4, 'q': 2}", set()),
        ],
    ),
    "pairs under a legend": Case(
        *GATES,
        ("q", "df/dq", "df/dz"),
        [
            ("from the end to the start, (value, grad):\nf (8, 1)\nq (4, 2)\nz (2, 4)", {"q", "df/dq", "df/dz"}),
            ("from the end to the start, (grad, value):\nf (1, 8)\nq (4, 2)\nz (4, 2)", {"df/dz"}),
        ],
    ),
    "a remark behind a row": Case(
        *GATES,
        ("q", "df/dq", "df/dz"),
        [
            ("     val    grad\nf    8      1\nq    4      2    (sum)\nz    2      4", {"q", "df/dq", "df/dz"}),
            ("     val    grad\nf    8      1\nq    4      2    (wrong)\nz    2      4", {"df/dz"}),
        ],
    ),
    "what a number is copied from, and time that was short": Case(
        *GATES,
        ("q", "f"),
        [
            ("q = 4\nf = 8\n(copied from my calculator)", {"q", "f"}),
            ("q = 4\nf = 8\n(copied from Ben)", {"q"}),
            ("q = 4\nf = 8\nsory for the mess", {"q", "f"}),
            ("q = 4\nf = 8\nsory, wrong sign", {"q"}),
        ],
    ),
    "by another in Korean": Case(
        *GATES,
        ("df/dq", "df/dz"),
        [("f를 q로: 2\nf를 z로: 4", {"df/dq", "df/dz"}), ("f를 q로: 3\nf를 z로: 4", {"df/dz"})],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "answer", "accepted"), rows(CASES))
def test_hurried_styles(name: str, answer: str, accepted: set[str]) -> None:
    assert CASES[name].accepted(answer) == accepted
