"""Lines of output that show several quantities: names and numbers or arrays, two blanks between them."""

import pytest

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, judge, read

ACCEPTED = (Status.RIGHT, Status.STEP_UNREAD)
GRAPH = Graph(
    "h_1 = 2*x_1; h_2 = x_2 - 3; out = h_1*v_1 + h_2*v_2; L = (out - y)**2",
    x_1=1.0, x_2=2.0, v_1=3.0, v_2=0.5, y=4.5,
)  # fmt: skip
EXERCISE = Exercise.from_graph(GRAPH, ["h_1", "h_2", "out", "L", "dL/dout", "dL/dv_1", "dL/dv_2"])  # 2 -1 5.5 1 2 4 -2
READ = [
    ("forward   h [ 2. -1.]  out 5.5  L 1.0\nbackward  d_out 2.0  dv [ 4. -2.]", "yyyyyyy"),
    ("h [2, -1]  out  5.5\nL 1  dL/dout 2", "yyyyynn"),
    ("x_1 1.0  h_1 2.0\th_2 -1", "yynnnnn"),
    ("forward: out 5.5  L 1.0\n\nbackward: d_out 2  dv [4., -2.]", "nnyyyyy"),
    ("backward  d_out 2.0  dv [ 4. -2.]\n          dv_1 4.0", "nnnnyyy"),
    # other numbers and swapped ones
    ("forward   h [-1.  2.]  out 1.0  L 5.5\nbackward  d_out 4.0  dv [-2.  4.]", "nnnnnnn"),
    ("out -5.5  L -1.0", "nnnnnnn"),
    # what is shown of something else: after a step, of another round or sample, gradients without their d
    ("one step  out 5.5  L 1.0", "nnnnnnn"),
    ("one step  x_1 1.1  v_1 3.0\n          out 5.5  L 1.0", "nnnnnnn"),
    ("after the update  out 5.5  L 1.0", "nnnnnnn"),
    ("epoch 1  out 5.5  L 1.0\nepoch 2  out 5.1  L 0.8", "nnnnnnn"),
    ("out 5.5  L 1.0\nout 5.1  L 0.8", "nnnnnnn"),
    ("sample two  out 5.5  L 1.0", "nnnnnnn"),
    ("backward  out 5.5  L 1.0", "nnnnnnn"),
    ("step 3\nforward  out 5.5  L 1.0", "nnnnnnn"),
    ("--- step 1 ---\nforward  out 5.5  L 1.0", "nnyynnn"),
    ("grads  out 5.5  L 1.0", "nnnnnnn"),
    ("expected  out 5.5  L 1.0", "nnnnnnn"),
    ("expected  out 5.5  L 1.0\ngot       out 5.1  L 0.8", "nnnnnnn"),
    # denied, and what is no line of pairs
    ("wrong  out 5.5  L 1.0", "nnnnnnn"),
    ("out 5.5  L 1.0  (wrong)", "nnnnnnn"),
    ("out 5.5  L 1.0  thing 3", "nnnnnnn"),
    ("out 5.5 + 1  L 1.0 + 1", "nnnnnnn"),
    ("out 5.5.1  L 1.0.2", "nnnnnnn"),
]


@pytest.mark.parametrize(("output", "accepted"), READ)
def test_pairs_of_a_name_and_a_value(output: str, accepted: str) -> None:
    verdicts = judge(read(f"```\n{output}\n```\n", EXERCISE), EXERCISE)
    assert "".join("y" if verdict.status in ACCEPTED else "n" for verdict in verdicts) == accepted


@pytest.mark.parametrize("lead", ["This is wrong:", "My friend's output:", "The book has another sample:"])
def test_what_is_said_before_the_output_counts(lead: str) -> None:
    verdicts = judge(read(f"{lead}\n\n```\nout 5.5  L 1.0\n```\n", EXERCISE), EXERCISE)
    assert not any(verdict.status in ACCEPTED for verdict in verdicts)


def test_what_a_program_prints_is_known_by_the_program_alone() -> None:
    text = '```python\nx_1 = 5\nprint("out", 2 * x_1, " L", 3)\n```\n\n```\nout 5.5  L 1.0\n```\n'
    assert not any(verdict.status in ACCEPTED for verdict in judge(read(text, EXERCISE), EXERCISE))
