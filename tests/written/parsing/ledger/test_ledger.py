"""The ledger: what lists of numbers beside names tell, whatever their layout, and what they do not."""
# ruff: noqa: E501 (drawings)

import pytest
from tests.written.corpus import ACCEPTED, NEURON

from gradbook.graph import Graph
from gradbook.written import Exercise, judge, read

CIRCUIT = Exercise.from_graph(
    Graph("q = x + y; f = q*z", x=-2, y=5, z=-4), ["q", "f", "df/dq", "df/dx", "df/dy", "df/dz"], 0.1
)

ROWS = [
    ("a drawing with brackets", CIRCUIT, "```\nx [-2] (-4) --+\n              + --> q [3] (-4) --+\n```", {"q", "df/dq", "df/dx"}),
    ("a drawing, values for gradients", CIRCUIT, "```\nx [-2] (3) --+\n             + --> q [-4] (3) --+\n```", set()),
    ("arrows back", CIRCUIT, "q = 3, f = -12\n\nq ⟵ -4\nz ⟵ 3\nx ⟵ -4\ny ⟵ -4", {"df/dq", "df/dx", "df/dy", "df/dz"}),
    ("under the names", CIRCUIT, "```\n x -2 ---\\\n   -4    (+)--- q 3 ---\\\n y 5 ----/        -4   (*)\n  -4                  /\n z -4 ----------------/\n   3\n```", {"q", "df/dq", "df/dx", "df/dy", "df/dz"}),
    ("under the names, wires beside them", CIRCUIT, "```\n   x  -2.0\n  [-4.0] ----\\         q  3.0\n              (+) ----[-4.0]---\\      f  -12.0\n   y   5.0 ----/                (*) ----[1.0]\n  [-4.0]               z  -4.0 --/\n                       [3.0] --/\n```", {"q", "f", "df/dq", "df/dx", "df/dy", "df/dz"}),
    ("names over their wires", NEURON, "```\nx   2.0 ----\\\n  [1.8]\n        s             h             L\n (+)---2.75---(relu)--2.75--(loss)--0.5625\n      [1.5]         [1.5]          [1]\n```", {"s", "h", "L", "dL/ds", "dL/dh", "dL/dx"}),
    ("a list behind its label", NEURON, "grads: w 3, x 1.8, b 1.5", {"dL/dw", "dL/dx", "dL/db"}),
    ("a list before its label", NEURON, "w: 3   x: 1.8   b: 1.5   (gradients)", {"dL/dw", "dL/dx", "dL/db"}),
    ("calculations behind names", NEURON, "w: 2 * 1.5 = 3   x: 1.8   b: 1.50 (gradients)", {"dL/dw", "dL/dx", "dL/db"}),
    ("printed in columns", NEURON, "h  data= 2.7500  grad= 1.5000\nL  data= 0.5625\nx  data= 2.0000  grad= 1.8000", {"h", "L", "dL/dh", "dL/dx"}),
    ("after the step", NEURON, "after the step: w 1.05, b 0.275", {"new:w", "new:b"}),
    ("no label, and digits that tell", NEURON, "w 1.05, b 0.275", {"new:w", "new:b"}),
    ("a title that is not known", CIRCUIT, "pages read:\nx: -4\ny: -4\nz: 3", set()),
    ("columns of dots", NEURON, "s ...... 2.75 ...... 1.5\nh ...... 2.75 ...... 1.5\nx ...... 2 ...... 1.5 * 1.2 = 1.8", {"s", "h", "dL/ds", "dL/dh", "dL/dx"}),
    ("arrows to names", CIRCUIT, "-4 → q ; -4 → x and y ; 3 → z", {"df/dq", "df/dx", "df/dy", "df/dz"}),
    ("two numbers in brackets", NEURON, "h [2.75 | 1.5]    L [0.5625 | 1]\nx [2 | 1.8]", {"h", "L", "dL/dh", "dL/dx"}),
    ("below names", NEURON, "#### h\nvalue: 2.75\ngradient: 1.50\n\n#### L\nvalue: 0.5625\n\n#### x\ngradient: 1.8", {"h", "dL/dh", "L", "dL/dx"}),
    ("a table with unknown titles", NEURON, "| var | foo | bar |\n|---|---|---|\n| h | 2.75 | 1.5 |\n| w | 1.2 | 3 |\n| x | 2 | 1.8 |\n| b | 0.35 | 1.5 |", {"h", "dL/dh", "dL/dw", "dL/dx", "dL/db"}),
    ("a table with another kind of gradient", NEURON, "| var | value | second grad |\n|---|---|---|\n| h | 2.75 | 1.5 |\n| w | 1.2 | 3 |\n| x | 2 | 1.8 |\n| b | 0.35 | 1.5 |", {"h"}),
    ("values and gradients, of which nothing says what they are", CIRCUIT, "q: 3, -4\nx: -2, -4\nz: -4, 3", {"q", "df/dq", "df/dx", "df/dz"}),
    ("a row of somebody's", CIRCUIT, "| Ben | q | 3 |\n| --- | --- | --- |\n| Ben | f | -12 |\n| Ben | y | 5 |", set()),
    ("a result beside its calculation, which is 1 as every output's own gradient", NEURON, "L = 0.5625 = 1\nh = 2.75\ns = 2.75\nx gradient: 1.8\nw gradient: 3\nb gradient: 1.5", {"s", "h", "dL/dx", "dL/dw", "dL/db"}),
    ("too few", NEURON, "note w 3, x 1.8", set()),
    ("another's number beside one's own", NEURON, "dL/dw = 3\ndL/dx = 1.7 (sheet: 1.8)\ndL/db = 1.5\ndL/dh = 1.5", {"dL/dw", "dL/db", "dL/dh"}),
    ("a number of another sample", NEURON, "dL/dw = 3\ndL/dx sample 2: 1.8\ndL/db = 1.5\ndL/dh = 1.5", {"dL/dw", "dL/db", "dL/dh"}),
    ("a denied title over a table", NEURON, "Copied from Tom:\n\n| var | foo |\n|---|---|\n| h | 1.5 |\n| w | 3 |\n| x | 1.8 |\n| b | 1.5 |\n| s | 1.5 |", set()),
    ("a remark that alters them", NEURON, "h: 1.5\nw: 3\nx: 1.8\nb: 1.5\ns: 1.5\nhalve them", set()),
    ("beside another point", NEURON, "w: 3\nb: 1.5\nx: 1.8\n-> s = 3*1.8 + 1.5 = 6.9", set()),
    ("a foreign calculation", NEURON, "grads: x: w + 0.6 = 1.80", set()),
]  # fmt: skip


LIST = {"w": "3", "x": "1.8", "b": "1.5", "h": "1.5", "s": "1.5"}  # the gradients of NEURON
LISTED = "\n".join(f"{name}: {number}" for name, number in LIST.items())
GRADIENTS = {f"dL/d{name}" for name in LIST}
AROUND = [
    "Tom's numbers:\n{}",
    "Tom's numbers\n\nfoo\nbar\nbaz\n{}",
    "My friend sent me this list.\n\n{}",
    "I guess:\n{}",
    "half of it\n{}",
    "values:\n{}",
    "If w were 2\n{}",
    "{}\nNo, that is wrong.",
    "{}\nhalve them",
    "{}\nNo, all of this is wrong " + "and so on " * 350,
    "<s>{}</s>",
]
LINES = [
    "{} change {}",
    "{} by {} too small",
    "{} ≠ {}",
    "{}: {} is wrong",
    "{}: not {}",
    "{}: {} or so?",
    "{}: {}i",
    "{}: {} E3",
    "{}: {} (1.7)",
    "{}: {} --7",
    "{}: 4*5 = {}",
    "{}: 1.7, sheet: {}",
    "{}: 1.7 = {}",
    "{}[2]: {}",
    "{}^2: {}",
]


def _accepted(answer: str) -> set[str]:
    return {verdict.key for verdict in judge(read(answer, NEURON), NEURON) if verdict.status in ACCEPTED}


def test_a_list_counts() -> None:
    assert _accepted(LISTED) == GRADIENTS


@pytest.mark.parametrize("around", AROUND)
def test_a_list_that_something_around_it_speaks_against_does_not_count(around: str) -> None:
    assert not _accepted(around.format(LISTED))


@pytest.mark.parametrize("line", LINES)
def test_lines_that_say_something_else_are_no_list(line: str) -> None:
    assert not _accepted("grads:\n" + "\n".join(line.format(name, number) for name, number in LIST.items()))


@pytest.mark.parametrize("line", ["w: 4*5 -> 3", "4*5 = 3 -> w", "dL/dw = 3 (they say 3.1)", "w: 3\nx: 1.8\nw: 2"])
def test_what_one_line_says_otherwise_counts_for_nothing(line: str) -> None:
    others = "\n".join(f"{name}: {number}" for name, number in LIST.items() if name != "w")
    assert "dL/dw" not in _accepted(f"{others}\n{line}")


@pytest.mark.parametrize(("name", "exercise", "answer", "accepted"), ROWS, ids=[row[0] for row in ROWS])
def test_what_stands_beside_a_name(name: str, exercise: Exercise, answer: str, accepted: set[str]) -> None:
    found = {verdict.key for verdict in judge(read(answer, exercise), exercise) if verdict.status in ACCEPTED}
    given = {"q", "f"} if answer.startswith("q = 3, f") else set()
    assert found - given == accepted


def test_a_list_of_wrong_numbers_does_not_count() -> None:
    assert not _accepted("grads: w 7, x 1.9, b 4")


def test_what_is_read_of_a_list_says_of_what_each_number_is() -> None:
    answer = "q ...... 3 ...... -4\nx ...... -2 ...... -4\ny ...... 5 ...... -4"
    read_back = {verdict.key: verdict.understood for verdict in judge(read(answer, CIRCUIT), CIRCUIT)}
    assert (read_back["q"], read_back["df/dx"]) == ("q = 3", "df/dx = -4")


def test_what_is_too_long_to_be_read_once_more_tells_nothing() -> None:
    answer = "w 3 (w 3 (" * 650
    assert not [verdict for verdict in judge(read(answer, NEURON), NEURON) if verdict.status in ACCEPTED]
