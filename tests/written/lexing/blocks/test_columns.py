"""Which lines are a table set in blanks: a table of texts and their cells."""

import pytest

from gradbook.written.lexing.blocks.tables.columns import columns_at

TABLES: list[tuple[str, bool, list[list[str]]]] = [
    ("node  value  grad\nq     10     3", False, [["node", "value", "grad"], ["q", "10", "3"]]),
    ("q\t10\nr\t8", False, [["q", "10"], ["r", "8"]]),
    ("p\t5*2 = 10\nq\t8", False, [["p", "5*2 = 10"], ["q", "8"]]),
    ("      value   grad\nq     10.0  -3.0\nr      8.0  -3.0", False,
     [["", "value", "grad"], ["q", "10.0", "-3.0"], ["r", "8.0", "-3.0"]]),
    ("node  value\n----  -----\nq     10", False, [["node", "value"], ["q", "10"]]),
    ("w new  4.94\nb new  -2.03\nand so on", False, [["w new", "4.94"], ["b new", "-2.03"]]),
    ("yhat 2.2\nw 1e-05", True, [["yhat", "2.2"], ["w", "1e-05"]]),
    ("dL/dw -0.3", True, [["dL/dw", "-0.3"]]),
    ("name value grad\nq 10 3", True, [["name", "value", "grad"], ["q", "10", "3"]]),
    ("i  z    p\n1  2.0  0.7\n2  1.0  0.3", False, [["i", "z", "p"], ["1", "2.0", "0.7"], ["2", "1.0", "0.3"]]),
]  # fmt: skip
NONE: list[tuple[str, bool]] = [
    ("q 10\nr 8", False),  # one blank, in prose
    ("q  10", False),  # one line, in prose
    ("z  = 5.0\na  = 0.9", True),
    ("q = 10   r = 8\ns = 1   t = 2", False),
    ("num  = x + y     # 2\nden  = 3         # 3", True),
    ("f = q*z  -->  df/dq = z\nq = x+y  -->  df/dx = 3", False),
    ("x * \t5\ny * \t6", False),
    ("First,  2 points\nsecond,  3 points", False),
    ("The answer is  10\nand  ", False),
    ("4.0 3.0 6.0", True),
]


@pytest.mark.parametrize(("text", "code", "expected"), TABLES)
def test_lines_in_blanks_are_cut_into_cells(text: str, code: bool, expected: list[list[str]]) -> None:
    found = columns_at(text, 0, len(text), code=code)
    assert found is not None
    assert [[text[a:b] for a, b in row] for row in found.rows] == expected


@pytest.mark.parametrize(("text", "code"), NONE)
def test_other_lines_are_no_table(text: str, code: bool) -> None:
    assert columns_at(text, 0, len(text), code=code) is None
