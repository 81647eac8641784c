"""Lists of which each line says several things of one quantity: what is read of them, and what never is."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.written import Status
from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.reading import reading_of

_BOTH = ["q = 10", "df/dq = 3", "r = 8", "df/dr = 3"]
_OPEN = (Status.UNREAD, Status.PERSON)
LISTS: list[tuple[str, list[str]]] = [
    ("node: value / grad\n\nq: 10 / 3\nr: 8 / 3", _BOTH),
    ("(value / gradient)\nq: 10 / 3\nr: 8 / 3", _BOTH),
    ("value/grad for each node\n- q: 10/3\n- r: 8/3", _BOTH),
    ("node: value, gradient\nq: 10, 3\nr: 8, 3", _BOTH),
    ("node: Wert | Gradient\nq = 10 | 3\nr = 8 | 3", _BOTH),
    ("value (gradient)\nq: 10 (3)\nr: 8 (3)", _BOTH),
    ("values, gradients in brackets\nq = 10 (3)\nr = 8 (3)", _BOTH),
    ("value [gradient]\nq = 10 [3]\nr = 8 [3]", _BOTH),
    ("gradient / value\nq: 3 / 10\nr: 3 / 8", _BOTH),
    ("old / new\nw: 5 / 4.94\nb: -2 / -2.03", ["w_new = 4.94", "b_new = -2.03"]),
    ("value / grad\nx: 2\nq: w*x = 10 / 3", ["x = 2", "q = w * x = 10", "df/dq = 3"]),
    ("node,value,gradient\nq,10,3\nr,8,3", _BOTH),
    ("node; Wert; Gradient\nq; 10; 3\nr; 8; 3", _BOTH),
    ("values\nq\t10\nr\t8\n\ngradients\nq\t3\nr\t3\n\nafter the step\nw\t4.94\nb\t-2.03",
     ["q = 10", "r = 8", "q = 3", "r = 3", "w = 4.94", "b = -2.03"]),
    ("q .......... 10\nr ... 8\n* df/dq ------ 3\n* gradient df/dr _______ 3", _BOTH),
    ("x=2 --(*w)--> q=10 --(+b)--> r=8 --*z--> f=24", ["x = 2", "q = 10", "r = 8", "f = 24"]),
    ("df/dq=3 <--(*1)-- df/dr=3 <--(*z)-- 1", ["df/dq = 3", "df/dr = 3"]),
    ("q = 5 - -5 = 10", ["q = 5 - (-5) = 10"]),
    ("q  val 10  grad 3\nr  val 8  grad 3", _BOTH),
    ("q: data=10.0 grad=3.0\nr: data=8.0 grad=3.0", _BOTH),
    ("```\nq | data=10.0 grad=3.0\nr | data=8.0 grad=3.0\n```", _BOTH),
    ("Node q: value = 10, gradient = 3\nNode r: value = 8, gradient = 3", _BOTH),
    ("- q: value = 10, gradient = 3\n\nr = 8, df/dr = 3", _BOTH),
    ("q: value 10, grad 3\nr: value 8, grad 3", _BOTH),
    ("q: val = 10, grad = 3\nr: val = 8, grad = 3", _BOTH),
    ("{ q | data 10.0 | grad 3.0 }\n{ r | data 8.0 | grad 3.0 }", _BOTH),
    ("q = 10 (grad 3)\nr = 8 (grad 3)", _BOTH),
    ("```\nq = w*x = 10, adj 3\nr = q + b = 8, adj 3\n```",
     ["q = w * x = 10", "df/dq = 3", "r = q + b = 8", "df/dr = 3"]),
    ("w: old 5, new 4.94\nb: old -2, new -2.03", ["w_new = 4.94", "b_new = -2.03"]),
    ("q: 10 / 3\nr: 8 / 3", ["q = 10 = 3 (columns that differ)", "r = 8 = 3 (columns that differ)"]),
    ("q = 10 / 2 = 5\nr = 8 / 2 = 4", ["q = 10 / 2 = 5", "r = 8 / 2 = 4"]),
    ("q = 10 | df/dq = 3\nr = 8 | df/dr = 3", _BOTH),
    ("q = 10    (1)\nr = 8    (2)", ["q = 10", "r = 8"]),  # the numbers of equations
    ("node | value | grad\nq | 10 | 3\nr | 8 | 3", _BOTH),
    ("node | value | grad\n-----+-------+-----\nq | 10 | 3\nr | 8 | 3", _BOTH),
    ("+---+---+---+\n| n | value | grad |\n+---+---+---+\n| q | 10 | 3 |\n| r | 8 | 3 |\n+---+---+---+", _BOTH),
    ("┌───┬───┐\n│ n │ value │ grad │\n├───┼───┤\n│ q │ 10 │ 3 │\n│ r │ 8 │ 3 │\n└───┴───┘", _BOTH),
    ("q | r | df/dq | df/dr\n10 | 8 | 3 | 3", _BOTH),
    ("node  | q  | r\nvalue | 10 | 8\ngrad  | 3  | 3", _BOTH),
    ("| node | value (gradient) |\n|---|---|\n| q | 10 (3) |\n| r | 8 (3) |", _BOTH),
    ("| node | value / gradient |\n|---|---|\n| q | 10 / 3 |\n| r | 8 / 3 |", _BOTH),
    ("| node | value and gradient |\n|---|---|\n| q | 10, 3 |\n| r | 8, 3 |", _BOTH),
    ("| | q | r |\n|---|---|---|\n| value [grad] | 10 [3] | 8 [3] |", _BOTH),
    ("| # | node | value | grad |\n|---|---|---|---|\n| 1 | q | 10 | 3 |\n| 2 | r | 8 | 3 |", _BOTH),
    ("iter | w | f(w) | grad | new w\n1 | 5 | 24 | 6 | 4.94", ["w = 5", "f = 24", "df/dw = 6", "w_new = 4.94"]),
    ("cell\tformula\tvalue\nB1\tw*x (q)\t10\nB2\tq+b (r)\t8\nB3\tdf/dq =z\t3",
     ["q = w * x = 10", "r = q + b = 8", "df/dq = z = 3"]),
    ("| | A | B | C |\n|---|---|---|---|\n| 1 | q | =w*x | 10 |\n| 2 | df/dq | =z | 3 |",
     ["q = w * x = 10", "df/dq = z = 3"]),
    ("\tA\tB\tC\n1\tq\t=w*x\t10\n2\tdf/dq\t=z\t3", ["q = w * x = 10", "df/dq = z = 3"]),
    ("\tA\tB\n1\tq\t10\n2\tr\t8\n3\tdf/dq\t3", ["q = 10", "r = 8", "df/dq = 3"]),
    ("Zelle\tFormel\tWert\nA1\tw*x (q)\t10\nA2\tq + b (r)\t8", ["q = w * x = 10", "r = q + b = 8"]),
    ("node  forward  value  gradient\n----  -------  -----  --------\nq     w*x      10     3\n"
     "r     q+b      8      3\n----  -------  -----  --------\nw              5      6",
     ["q = w * x = 10", "df/dq = 3", "r = q + b = 8", "df/dr = 3", "w = 5", "df/dw = 6"]),
    ("node  value  gradient  new\nq     10     3\nw     5      6         4.94\nb     -2     3         -2.03",
     ["q = 10", "df/dq = 3", "w = 5", "df/dw = 6", "w_new = 4.94", "b = -2", "df/db = 3", "b_new = -2.03"]),
    ("node  value  gradient\nq            3\nr     8", ["df/dq = 3", "r = 8"]),
    ("```\nnode  value  gradient\nq            3\nr     8\n```", ["df/dq = 3", "r = 8"]),
    ("Knoten  Wert  Gradient\n------  ----  --------\nq       10\nw             6", ["q = 10", "df/dw = 6"]),
    ("| node | value | gradient |\n|---|---|---|\n| z | 3 | r = 8 |", ["z = 3", "df/dz = r = 8"]),
    ("q   5*2 = 10\nr   8\nf   z*r = 24", ["q = 5 * 2 = 10", "r = 8", "f = z * r = 24"]),
    ("df/dq z = 3\ndf/dr 3\nf     z*r = 24", ["df/dq = z = 3", "df/dr = 3", "f = z * r = 24"]),
    ("df/dq = 3   df/dr = 3", ["df/dq = 3", "df/dr = 3"]),
    ("it | w | f_w\n---+---+---\n0 | 5 | 6\n1 | 4.94 |", ["df/dw = 6", "w_new = 4.94"]),
]  # fmt: skip


def _read(text: str) -> list[str]:
    found = reading_of(text, EXERCISES["seed"].lexicon)
    return [read_back(s, text) + (f" ({s.doubt})" if s.doubt else "") for s in found]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_a_list_is_read_as_a_table(text: str, expected: list[str]) -> None:
    assert sorted(_read(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "q: 10 / 3\nr: 8 / 3\nw: 5 / 6",
        "step | w | q\n1 | 5 | 10\n2 | 4.94 | 9.88",
        "blorp / frotz\nq: 10 / 3\nr: 8 / 3\nw: 5 / 6",
    ],
)
def test_two_numbers_of_which_nothing_says_what_they_are_go_to_a_person(text: str) -> None:
    found = verdicts(text, EXERCISES["seed"])
    assert {found[key].status for key in ("q", "r", "df/dw", "df/dq")} <= {*_OPEN}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("node: value / grad\nq: 10 / 3\nw: 6 / 5", "df/dw"),
        ("node: grad / value\nw: 5 / 6\nq: 10 / 3", "df/dw"),
        ("value (gradient)\nq: 11 (3)\nr: 8 (3)", "q"),
        ("q  val 3  grad 10\nr  val 3  grad 8", "q"),
        ("q: gradient = 10, value = 3", "q"),
        ("q: value = 10 gradient = 4", "df/dq"),
        ("w: data=6.0 grad=5.0\nq: data=3.0 grad=10.0", "df/dw"),
        ("q: value = 9, better = 10", "q"),
        ("w: old 4.94, new 5\nb: old -2, new -2.03", "w1"),
        ("node | value | grad\nq | 10 | 3\nw | 5 | 7", "df/dw"),
        ("df/dw = 6\n\nq | df/dw | f\n10 | 7 | 24", "df/dw"),
        ("| node | value (gradient) |\n|---|---|\n| w | 6 (5) |\n| q | 10 (3) |", "df/dw"),
        ("| node | gradient (value) |\n|---|---|\n| w | 5 (6) |\n| q | 3 (10) |", "df/dw"),
        ("iter | w | grad | new w\n1 | 5 | 6 | 5.06", "w1"),
        ("node,gradient,value\nw,5,6\nq,3,10", "df/dw"),
        ("gradients (not sure)\nw  6\nq  3", "df/dw"),
        ("My neighbour's gradients:\nw  6\nq  3", "df/dw"),
        ("gradients\nw  5\nq  3", "df/dw"),
        ("df/dw ........ 6?", "df/dw"),
        ("df/dw ........ 7", "df/dw"),
        ("df/dw=7 <--(*2)-- df/dq=3", "df/dw"),
        ("value / grad (not mine)\nw: 5 / 6", "df/dw"),
        ("cell\tformula\tvalue\nB1\tw*x (q)\t10\nB2\tq + b (r)\t8.13\nB3\tdf/dz =r\t8", "r"),
        ("| cell | formula | value |\n|---|---|---|\n| B2 | q + b (r) | 9 |\n| B3 | df/dz =r | 8 |", "r"),
        ("\tA\tB\tC\n1\tq\t=w*x\t10\n2\tr\t=q+b\t9\n3\tdf/dz\t=r\t8", "r"),
        ("df/dw = 3   df/dr = 3", "df/dw"),
        ("node  value  gradient\nw     6\nq            3", "df/dw"),
        ("node  gradient  value\n----  --------  -----\nw               6\nq     3", "df/dw"),
        ("node  value  wrong gradient\nw            6\nq     10", "df/dw"),
        ("node  value  gradient\nw          6\nq     10    3", "df/dw"),  # between the two
        ("| node | value | gradient |\n|---|---|---|\n| z | 3 | r = 9 |", "df/dz"),
        ("grads of f\n df z = 6\n w  q = 6\n x  15", "df/dw"),
        ("grads of f (not mine)\n f    1\n r    z = 3\n w    3*2 = 6", "df/dw"),
        ("grads of f\n f    1\n r    z = 3\n w    3*2 = 7", "df/dw"),
        ("values\n f    24\n r    8\n w    3*2 = 6", "df/dw"),
    ],
)
def test_a_wrong_list_is_not_accepted(text: str, key: str) -> None:
    assert verdicts(text, EXERCISES["seed"])[key].status not in ACCEPTED


@pytest.mark.parametrize(
    "text",
    [
        "```\n w 5 ---\\\n  (g 6)   * ---> 10 ---\\\n x 2 ---/\n```\n\nr = 8",
        "w  5 ──────┐\n  [6]      ├─(*)── q  10\nx  2 ──────┘\n  [15]\n\nr = 8",
        "w 5 --+--\\\n      |   * -- 10\nx 2 --+--/\n\nr = 8",
    ],
)
def test_what_stands_at_the_wires_of_a_circuit_is_never_missing(text: str) -> None:
    found = verdicts(text, EXERCISES["seed"])
    assert {found[key].status for key in ("q", "df/dw", "df/dx", "df/dq")} <= {*_OPEN, *ACCEPTED}
    assert verdicts("r = 8", EXERCISES["seed"])["df/dw"].status is Status.MISSING


@pytest.mark.parametrize("to", ["to", "into", "to node", "an", "zu", "nach", "vers", "naar", "to the"])
@pytest.mark.parametrize("sign", [":", " =", " ->"])
def test_lines_that_say_where_something_goes_are_gradients(to: str, sign: str) -> None:
    text = f"- q = 10\n- r = 8\n- {to} f{sign} 1\n- {to} r{sign} 3\n- {to} q{sign} 3\n- {to} w{sign} 3*2 = 6"
    found = verdicts(text, EXERCISES["seed"])
    assert {found[key].status for key in ("q", "r", "df/dr", "df/dq", "df/dw")} <= {*ACCEPTED}
    found = verdicts(text.replace("w" + sign, "x" + sign).replace("8", "9"), EXERCISES["seed"])
    assert found["df/dx"].status not in (*ACCEPTED, Status.WRONG, Status.CARRIED)  # whose share is it?
    assert found["r"].status not in ACCEPTED


@pytest.mark.parametrize("lead", ["gradients", "Gradients of f:", "backward:", "## Gradients\n"])
def test_what_stands_above_a_list_says_what_its_numbers_are(lead: str) -> None:
    found = verdicts(f"q = 10\nr = 8\n\n{lead}\n  f    1\n  r    3\n  q    3\n  w    6", EXERCISES["seed"])
    assert {found[key].status for key in ("q", "r", "df/dr", "df/dq", "df/dw")} <= {*ACCEPTED}


@pytest.mark.parametrize(
    "text",
    [
        "q = 10, r = 8\nbackward: r: 3, q: 3, w: 6",
        "FWD q=10 | r=8\nBWD r:3 | q:3 | w:6",
        "q = 10, r = 8\n\nbackward:\nf <- 1\nr <- z = 3\nq <- 3\nw <- 3 * 2 = 6",
        "q = 10\nr = 8\n\ngrads of f\n f    1\n r    z = 3\n q    3*1 = 3\n w    3*2 = 6",
        "q = 10\nr = 8\n\ngradients\nr  z = 3\nq  3*1 = 3\nw  3*2 = 6",
        "## Forward pass\nq = 10\n\nr = 8\n\n## Backward pass\n- r = 3\n- q = 3\n- w = 6",
        "Vorwärts: q = 10, r = 8\nRückwärts: r = 3, q = 3, w = 6",
    ],
)
def test_on_the_way_back_names_stand_for_gradients_where_that_fits(text: str) -> None:
    found = verdicts(text, EXERCISES["seed"])
    assert {found[key].status for key in ("q", "r", "df/dr", "df/dq", "df/dw")} <= {*ACCEPTED}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("backward: q = 4", "df/dq"),
        ("backward: q = 4, w = 7", "df/dw"),
        ("q = 10\nbackward: w = 6, no: w = 7", "df/dw"),
        ("backward is not w = 6", "df/dw"),
        ("My neighbour's backward: w = 6", "df/dw"),
    ],
)
def test_what_is_wrong_on_the_way_back_is_not_accepted(text: str, key: str) -> None:
    assert verdicts(text, EXERCISES["seed"])[key].status not in ACCEPTED
