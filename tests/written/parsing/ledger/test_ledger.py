"""The ledger: what lists of numbers beside names tell, whatever their layout, and what they do not."""
# ruff: noqa: E501 (drawings)

import pytest
from tests.written.corpus import ACCEPTED

from gradbook.graph import Graph
from gradbook.written import Exercise, judge, read

CIRCUIT = Exercise.from_graph(
    Graph("q = x + y; f = q*z", x=-2, y=5, z=-4), ["q", "f", "df/dq", "df/dx", "df/dy", "df/dz"], 0.1
)
NEURON = Exercise.from_graph(
    Graph("s = w*x + b; h = relu(s); L = (h - t)**2", w=1.2, x=2, b=0.35, t=2),
    ["s", "h", "L", "dL/dh", "dL/ds", "dL/dw", "dL/dx", "dL/db", "new:w", "new:b"],
    0.05,
    moving=["w", "b"],
)  # s = h = 2.75, L = 0.5625, dL/dh = dL/ds = dL/db = 1.5, dL/dw = 3, dL/dx = 1.8, w = 1.05, b = 0.275

ROWS = [
    ("a drawing with brackets", CIRCUIT, "```\nx [-2] (-4) --+\n              + --> q [3] (-4) --+\n```", {"q", "df/dq", "df/dx"}),
    ("a drawing, values for gradients", CIRCUIT, "```\nx [-2] (3) --+\n             + --> q [-4] (3) --+\n```", set()),
    ("arrows back", CIRCUIT, "q = 3, f = -12\n\nq ⟵ -4\nz ⟵ 3\nx ⟵ -4\ny ⟵ -4", {"df/dq", "df/dx", "df/dy", "df/dz"}),
    ("under the names", CIRCUIT, "```\n x -2 ---\\\n   -4    (+)--- q 3 ---\\\n y 5 ----/        -4   (*)\n  -4                  /\n z -4 ----------------/\n   3\n```", {"q", "df/dq", "df/dx", "df/dy", "df/dz"}),
    ("a friend's list", NEURON, "My friend sent me this list.\n\nx: 1.80", set()),
    ("a short title that is not known", NEURON, "momentum\nx: 1.80", set()),
    ("a shotgun", NEURON, "grads: x 1.80, x 1.70", set()),
    ("a bracket that adds", NEURON, "grads: x 1.80 (/2)", set()),
    ("a list behind its label", NEURON, "grads: w 3, x 1.8, b 1.5", {"dL/dw", "dL/dx", "dL/db"}),
    ("a list before its label", NEURON, "w: 3   x: 1.8   b: 1.5   (gradients)", {"dL/dw", "dL/dx", "dL/db"}),
    ("calculations behind names", NEURON, "w: 2 * 1.5 = 3   x: 1.8   b: 1.50 (gradients)", {"dL/dw", "dL/dx", "dL/db"}),
    ("printed in columns", NEURON, "h  data= 2.7500  grad= 1.5000\nL  data= 0.5625\nx  data= 2.0000  grad= 1.8000", {"h", "L", "dL/dh", "dL/dx"}),
    ("after the step", NEURON, "after the step: w 1.05, b 0.275", {"new:w", "new:b"}),
    ("no label, and digits that tell", NEURON, "w 1.05, b 0.275", {"new:w", "new:b"}),
    ("no label, and digits that do not", NEURON, "w 3", set()),
    ("a label of something else", NEURON, "values: w 3, x 1.8", set()),
    ("a title that is not known", CIRCUIT, "pages read:\nx: -4\ny: -4\nz: 3", set()),
    ("a title of another's", NEURON, "Tom's numbers:\nx: 1.80", set()),
    ("a remark below", NEURON, "x: 1.80 (gradient)\nno, that is wrong", set()),
    ("a remark beside", NEURON, "grads: x 1.80 is wrong", set()),
    ("another point", NEURON, "with w = 3:\ns 2.75", set()),
    ("rounds of a step", NEURON, "w: 1.2 -> 1.05 -> 0.9", set()),
    ("counted steps", NEURON, "w after 2 steps = 1.05", set()),
    ("a part of a calculation", NEURON, "grads: x 1.5·1.2 - 1.80·0", set()),
    ("a number of several", NEURON, "grads: x 1.80 in total with w", set()),
    ("a list of numbers", NEURON, "grads: x (1.80, 3)", set()),
    ("not equal", NEURON, "s ≠ 2.75", set()),
    ("struck out", NEURON, "s: ~~2.75~~", set()),
    ("what is differentiated", NEURON, "dx/ds 1.80", set()),
    ("a number with another unit", NEURON, "grads: x 1.80 p", set()),
    ("two numbers for one", NEURON, "dL/dx = 1.7\n\ngrads: x 1.80", set()),
    ("columns of dots", NEURON, "s ...... 2.75 ...... 1.5\nh ...... 2.75 ...... 1.5\nx ...... 2 ...... 1.5 * 1.2 = 1.8", {"s", "h", "dL/ds", "dL/dh", "dL/dx"}),
    ("arrows to names", CIRCUIT, "-4 → q ; -4 → x and y ; 3 → z", {"df/dq", "df/dx", "df/dy", "df/dz"}),
    ("two numbers in brackets", NEURON, "h [2.75 | 1.5]    L [0.5625 | 1]\nx [2 | 1.8]", {"h", "L", "dL/dh", "dL/dx"}),
    ("below names", NEURON, "#### h\nvalue: 2.75\ngradient: 1.50\n\n#### L\nvalue: 0.5625\n\n#### x\ngradient: 1.8", {"h", "dL/dh", "L", "dL/dx"}),
    ("a table with unknown titles", NEURON, "| var | foo | bar |\n|---|---|---|\n| h | 2.75 | 1.5 |\n| w | 1.2 | 3 |\n| x | 2 | 1.8 |\n| b | 0.35 | 1.5 |", {"h", "dL/dh", "dL/dw", "dL/dx", "dL/db"}),
    ("a table with another kind of gradient", NEURON, "| var | value | second grad |\n|---|---|---|\n| h | 2.75 | 1.5 |\n| w | 1.2 | 3 |\n| x | 2 | 1.8 |\n| b | 0.35 | 1.5 |", {"h"}),
    ("values and gradients, of which nothing says what they are", CIRCUIT, "q: 3, -4\nx: -2, -4\nz: -4, 3", {"q", "df/dq", "df/dx", "df/dz"}),
    ("a number with a power of ten", CIRCUIT, "q = 3 E3, x = -2 E3, y = 5 E3", set()),
    ("a row of somebody's", CIRCUIT, "| Ben | q | 3 |\n| --- | --- | --- |\n| Ben | f | -12 |\n| Ben | y | 5 |", set()),
    ("too few", NEURON, "note w 3, x 1.8", set()),
    ("another's number beside one's own", NEURON, "dL/dw = 3\ndL/dx = 1.7 (sheet: 1.8)\ndL/db = 1.5\ndL/dh = 1.5", {"dL/dw", "dL/db", "dL/dh"}),
    ("a number of another sample", NEURON, "dL/dw = 3\ndL/dx sample 2: 1.8\ndL/db = 1.5\ndL/dh = 1.5", {"dL/dw", "dL/db", "dL/dh"}),
    ("a wrong step", NEURON, "dL/dw = 3\ndL/dx = 1.5 * 2 = 1.8\ndL/db = 1.5\ndL/dh = 1.5", {"dL/dw", "dL/db", "dL/dh"}),
    ("a denied title over a table", NEURON, "Copied from Tom:\n\n| var | foo |\n|---|---|\n| h | 1.5 |\n| w | 3 |\n| x | 1.8 |\n| b | 1.5 |\n| s | 1.5 |", set()),
    ("a remark that alters them", NEURON, "h: 1.5\nw: 3\nx: 1.8\nb: 1.5\ns: 1.5\nhalve them", set()),
    ("beside another point", NEURON, "w: 3\nb: 1.5\nx: 1.8\n-> s = 3*1.8 + 1.5 = 6.9", set()),
    ("a foreign calculation", NEURON, "grads: x: w + 0.6 = 1.80", set()),
]  # fmt: skip


@pytest.mark.parametrize(("name", "exercise", "answer", "accepted"), ROWS, ids=[row[0] for row in ROWS])
def test_what_stands_beside_a_name(name: str, exercise: Exercise, answer: str, accepted: set[str]) -> None:
    found = {verdict.key for verdict in judge(read(answer, exercise), exercise) if verdict.status in ACCEPTED}
    given = {"q", "f"} if answer.startswith("q = 3, f") else set()
    assert found - given == accepted


def test_nothing_is_called_wrong_for_where_it_stands() -> None:
    answer = "grads: w 7, x 1.9, b 4"
    assert not [one for one in judge(read(answer, NEURON), NEURON) if str(one.status) in ("right", "carried")]


def test_what_is_read_of_a_list_says_of_what_each_number_is() -> None:
    answer = "q ...... 3 ...... -4\nx ...... -2 ...... -4\ny ...... 5 ...... -4"
    read_back = {verdict.key: verdict.understood for verdict in judge(read(answer, CIRCUIT), CIRCUIT)}
    assert (read_back["q"], read_back["df/dx"]) == ("q = 3", "df/dx = -4")


def test_what_is_too_long_to_be_read_once_more_tells_nothing() -> None:
    answer = "w 3 (w 3 (" * 650
    assert not [verdict for verdict in judge(read(answer, NEURON), NEURON) if verdict.status in ACCEPTED]
