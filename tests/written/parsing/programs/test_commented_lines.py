"""Comments in programs: what they say of the lines under them, of short names, and of what should come out."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

LINES = "dr = 3\ndz = 8\ndq = 3\ndw = 6"
SLOPES = {"df/dr", "df/dz", "df/dq", "df/dw"}
UNIT = Exercise.from_graph(
    Graph("net_o1 = w*h1; out_o1 = sigmoid(net_o1); E = (out_o1 - t)**2/2", w=0.5, h1=2, t=1),
    ["dE/dout_o1", "dE/dnet_o1"],
    lr=0.1,
)


def accepted(answer: str, exercise: Exercise = EXERCISES["seed"]) -> set[str]:
    return {key for key, verdict in verdicts(answer, exercise).items() if verdict.status in ACCEPTED}


@pytest.mark.parametrize("comment", ["# backward pass", "# gradients, by the chain rule", "# now from the output back"])
def test_a_comment_that_says_what_follows_does_no_harm(comment: str) -> None:
    assert accepted(f"import numpy as np\n\n{comment}\n{LINES}") == SLOPES


@pytest.mark.parametrize(
    "comment",
    [
        "# Another exercise",
        "# for x = 7, w = 1",
        "# I don't think this is right",
        "# no idea if that is right",
    ],
)
@pytest.mark.parametrize("fence", [("", ""), ("```python\n", "\n```")])
def test_a_comment_above_frames_the_lines_up_to_the_next(comment: str, fence: tuple[str, str]) -> None:
    before, behind = fence
    assert not accepted(f"{before}import numpy as np\n\n{comment}\n{LINES}{behind}") & SLOPES
    assert accepted(f"{before}import numpy as np\n\n{comment}\nu = 3\n# backward pass\n{LINES}{behind}") == SLOPES


def test_a_comment_below_that_judges_all_is_heard() -> None:
    assert not accepted(f"import numpy as np\n\n{LINES}\n# These are wrong.") & SLOPES


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("grad_o = (out_o1 - t) * out_o1 * (1 - out_o1)  # dE/dnet_o1", {"dE/dnet_o1"}),
        ("d_o1 = out_o1 - t", {"dE/dout_o1"}),
        ("d_o1 = out_o1 - t  # wrong", set()),
        ("d_o1 = out_o1 - t  # gradient at the net input", set()),
        ("d_o1 = out_o1 - t\nd_o1 = 0", set()),
        *((f"# {said}\ngrad_o = (out_o1 - t) * out_o1 * (1 - out_o1)", set()) for said in (
            "not dE/dnet_o1", "dE/dnet_o1?", "Tom's dE/dnet_o1", "minus dE/dnet_o1", "dE/dnet_o1 (wrong)")),
    ],
)  # fmt: skip
def test_a_name_of_the_learners_own_is_what_a_comment_calls_it(line: str, expected: set[str]) -> None:
    assert accepted(f"import numpy as np\n{line}\n", UNIT) == expected


@pytest.mark.parametrize(
    ("comment", "right"),
    [
        ("should be 10", True),
        ("expected: 10", True),
        ("should equal 10, prints 7", False),
        ("expected 10 (7 comes out)", False),
    ],
)
def test_what_should_come_out_is_the_result_where_nothing_else_is_said(comment: str, right: bool) -> None:
    assert ("q" in accepted(f"import numpy as np\nprint(q)  # {comment}\n")) is right
