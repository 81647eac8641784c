r"""Styles of exports: CSV files, logs, sessions, keys of exams, and prose that puts numbers in; each with its like."""

import pytest
from tests.written.test_real_styles import Case, rows

GATES = (
    "q = x + y; f = q * z",
    {"x": 1.0, "y": 3.0, "z": 2.0},
)  # q 4, f 8; df/dq 2, df/dz 4, df/dx 2; new x 0.9, y 2.9, z 1.8 at 0.05
SQUARE = ("p = x*y; q = p - z; f = q**2", {"x": 3.0, "y": -2.0, "z": -4.0})  # p -6, q -2, f 4; df/dq -4, df/dp -4
CUBE = ("m = w*x; j = m**3", {"w": 2.0, "x": 1.5})  # m 3, j 27; dj/dm 27, dj/dw 40.5, dj/dx 54

CSV = "step,var,expression,primal,adjoint (df/dvar)\n1,q,x+y,4,{}\n2,z,input,2,4\n3,f,q*z,8,1"
IDS = "{};node;gradient\n{};q;2\n{};z;4"
SEVERAL = "| node | gradient of f |\n|---|---|\n| x{}y | {} |\n| z | 4 |"
ADOC = '{}Backward\n[cols="1,1"]\n|===\n| w.r.t. | result\n\n| q | {}\n| z | 4\n|==='
LOG = (
    "10:41:07,113 DEBUG [fwd ] q = {}\n10:41:07,114 DEBUG [fwd ] f = 8.0\n10:41:07,115 DEBUG [bwd ] df/dq = 2.0\n"
    "10:41:07,116 WARN  nothing clipped"
)
KEY = (
    "Q5                                        [6 pts]\n\n  5a  q = 1 + 3 = 4                         {}\n"
    "  5b  f = 4 * 2 = 8                         2\n      df/dz = q = 4                         2"
)
SLIDES = "q = 1 + 3 = {}\n\n                          17\n\nBackward pass\n\ndf/dq = z = 2\n\n                 18\n"
TREE = "f(value=8.0 gradient={0} *(q, z))\n    q(value=4.0 gradient={1} +(x, y))\n    z(value=2.0 gradient={2})\n"
DOT = (
    'digraph {{\n\t// drawn by hand\n\tq [label="{{ q | data 4.0 | grad {} }}"]\n'
    '\tz [label="{{ z | data 2.0 | grad 4.0 }}"]\n\tq -> z\n}}'
)
MOVED = "In [3]:\nf.backward()\nfor v in [x, y]:\n    v.data -= 0.1 * v.grad\nprint(x.data, y.data)\n\n{} 2.8"
NAMED = "In [3]:\nf.backward()\nfor v in (q, z): print(v.name, v.grad)\n\nq {}\nz 4.0"
JULIA = "```julia\njulia> q = x + y\n{}\n\njulia> back!(f)\n\njulia> grad(q), grad(z)\n(2.0, 4.0)\n```"

TAGS = "<p><em>a</em> = e<sup>&minus;<em>x</em></sup> = 0.3679, <em>b</em> = 2<em>a</em> = {}</p>"

CASES = {
    "files with titles of their own": Case(
        *GATES,
        ("q", "df/dq", "df/dz"),
        [
            (CSV.format(2), {"q", "df/dq", "df/dz"}),
            (CSV.format(3), {"q", "df/dz"}),
            (CSV.replace("adjoint", "second adjoint").format(2), {"q"}),
            (IDS.format("id", 0, 1), {"df/dq", "df/dz"}),
            (IDS.format("wrong", 1, 1), set()),
        ],
    ),
    "rows of several names": Case(
        *GATES,
        ("df/dx", "df/dy"),
        [
            (SEVERAL.format(", ", 2), {"df/dx", "df/dy"}),
            (SEVERAL.format(" and ", 2), {"df/dx", "df/dy"}),
            (SEVERAL.format(", ", 3), set()),
            (SEVERAL.format(" not ", 2), set()),
        ],
    ),
    "titles that stand for a gradient": Case(
        *GATES,
        ("df/dq", "df/dz"),
        [
            ("| node | d_out |\n|---|---|\n| q | 2 |\n| z | 4 |", {"df/dq", "df/dz"}),
            ("| node | gradient of q |\n|---|---|\n| q | 2 |\n| z | 4 |", set()),
            ("| node | Tom |\n|---|---|\n| df/dq | 2 |\n| df/dz | 4 |", set()),
        ],
    ),
    "tables of AsciiDoc": Case(
        *GATES,
        ("df/dq", "df/dz"),
        [(ADOC.format(".", 2), {"df/dq", "df/dz"}), (ADOC.format(".", 3), {"df/dz"})],
    ),
    "logs": Case(*GATES, ("q", "df/dq"), [(LOG.format("4.0"), {"q", "df/dq"}), (LOG.format("5.0"), {"df/dq"})]),
    "a column of marks": Case(
        *GATES,
        ("q", "df/dz"),
        [(KEY.format(2), {"q", "df/dz"}), (KEY.replace("+ 3 = 4", "+ 3 = 5").format(2), {"df/dz"})],
    ),
    "numbers of slides": Case(
        *GATES,
        ("q", "df/dq"),
        [
            (SLIDES.format(4), {"q", "df/dq"}),
            (SLIDES.format(5), {"df/dq"}),
            ("q = 4\n17\nwrong", set()),
            ("q = 4\n\n17", set()),
        ],
    ),
    "trees of an engine, before and after it has run": Case(
        *GATES,
        ("q", "df/dq"),
        [
            (TREE.format(0, 0, 0) + "\nNow f.backward():\n\n" + TREE.format("1.0", "2.0", "4.0"), {"q", "df/dq"}),
            (TREE.format(0, 0, 0) + "\nNow f.backward():\n\n" + TREE.format("1.0", "3.0", "4.0"), {"q"}),
        ],
    ),
    "records with the operation": Case(
        *GATES,
        ("q", "df/dq"),
        [
            ("Value(q | op=+ | data=4.0 | grad=2.0)\nValue(z | op= | data=2.0 | grad=4.0)", {"q", "df/dq"}),
            ("Value(q | op=+ | data=4.0 | grad=3.0)\nValue(z | op= | data=2.0 | grad=4.0)", {"q"}),
        ],
    ),
    "a drawing with a comment": Case(
        *GATES, ("q", "df/dq"), [(DOT.format(2.0), {"q", "df/dq"}), (DOT.format(3.0), {"q"})]
    ),
    "loops that move values": Case(
        *GATES, ("new:x", "new:y"), [(MOVED.format(0.8), {"new:x", "new:y"}), (MOVED.format(1.1), {"new:y"})]
    ),
    "loops that show names": Case(
        *GATES, ("q", "df/dq", "df/dz"), [(NAMED.format(2.0), {"df/dq", "df/dz"}), (NAMED.format(3.0), {"df/dz"})]
    ),
    "sessions that show objects": Case(
        *GATES,
        ("q", "df/dq", "df/dz"),
        [(JULIA.format("Tracked(4.0)"), {"q", "df/dq", "df/dz"}), (JULIA.format("Tracked(5.0)"), {"df/dq", "df/dz"})],
    ),
    "one line for each value": Case(
        *GATES,
        ("q", "f"),
        [
            ("```\nprint(q, f, sep='\\n')\n```\n```\n4.0\n8.0\n```", {"q", "f"}),
            ("```\nprint(q, f, sep='\\n')\n```\n```\n8.0\n4.0\n```", set()),
            ("```\nprint(q, f)\n4.0 8.0\n# wrong\n```", set()),
        ],
    ),
    "numbers put in": Case(
        *GATES,
        ("q",),
        [
            ("q is x plus y, so 1 + 3 = 4", {"q"}),
            ("q ist x plus y, also eins plus drei, das gibt 4.", {"q"}),
            ("q is x plus y, so 2 + 3 = 5", set()),
            ("q is minus x plus y, so 1 + 3 = 4", set()),
            ("q is x plus y, so 1 + 3 = 4 in my first draft", set()),
        ],
    ),
    "powers and factors in words": Case(
        *SQUARE,
        ("f",),
        [
            ("f ist q hoch zwei = 4", {"f"}),
            ("f is q times q which is 4", {"f"}),
            ("f is q times two which is 4", set()),
            ("f is q plus two", set()),
        ],
    ),
    "a chain that ends with its formula": Case(
        *GATES, ("q",), [("q = 4 = x + y", {"q"}), ("q = 5 = x + y", set()), ("q = 5 = 4 = x + y", set())]
    ),
    "a product at the end of its line": Case(
        *CUBE, ("dj/dw",), [("dj/dw=27 x =40.5", {"dj/dw"}), ("dj/dw=27, x =40.5", set()), ("dj/dw=25 x =40.5", set())]
    ),
    "declared gradients": Case(
        *GATES,
        ("q", "df/dq"),
        [
            ("notation: fk = derivative of f w.r.t. k\n\nq = 4\nfq = z = 2", {"q", "df/dq"}),
            ("We write v' for ∂f/∂v.\n\nq' = f' z = 2", {"df/dq"}),
            ("notation: fk = derivative of f w.r.t. k\n\nfq = z = 3", set()),
            ("We write v' for the new v.\n\nq' = 2", set()),
        ],
    ),
    "two pairs in a line": Case(*GATES, ("q", "f"), [("q  4      f  8", {"q", "f"}), ("q  4      f  9", {"q"})]),
    "a comment in a line": Case(
        *GATES, ("q",), [("q = 1 + 3 = 4  // both go in", {"q"}), ("q = 1 + 3 = 4  // wrong", set())]
    ),
    "headings in ranks": Case(
        *GATES,
        ("df/dq",),
        [
            ("* Notes\n** Backward\n- df/dq = z = 2", {"df/dq"}),
            ("# Task 2\n## Backward\ndf/dq = 2", {"df/dq"}),
            ("# Wrong\n## Backward\ndf/dq = 2", set()),
            ("# Wrong\n## Corrected\ndf/dq = 2", {"df/dq"}),
        ],
    ),
    "exponents in tags": Case(
        "a = exp(-x); b = 2*a",
        {"x": 1.0},
        ("a", "b"),
        [
            (TAGS.format(0.7358), {"a", "b"}),
            (TAGS.format(0.3679), {"a"}),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "answer", "accepted"), rows(CASES))
def test_styles_of_exports(name: str, answer: str, accepted: set[str]) -> None:
    assert CASES[name].accepted(answer) == accepted
