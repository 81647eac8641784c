"""Several quantities side by side: each cell says something of its own, and none is joined with another's."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.reading import reading_of

_ALL = ["q = w * x = 10", "df/dw = z * x = 6", "r = q + b = 8", "df/dq = z = 3"]
READ: list[tuple[str, list[str]]] = [
    (
        r"$$\begin{array}{l|l} q = wx = 10 & \frac{df}{dw} = zx = 6 \\ r = q + b = 8 & \frac{df}{dq} = z = 3"
        r" \end{array}$$",
        _ALL,
    ),
    (  # a first cell that is empty
        r"$$\begin{array}{l|l} q = wx = 10 & \frac{df}{dw} = zx = 6 \\ & \frac{df}{dx} = 15 \\ r = 8 &"
        r"\frac{df}{dq} = 3 \end{array}$$",
        ["q = w * x = 10", "df/dw = z * x = 6", "df/dx = 15", "r = 8", "df/dq = 3"],
    ),
    (
        "| Forward | | Backward | |\n|---|---|---|---|\n| $q = wx$ | 10 | $\\frac{df}{dw} = zx$ | 6 |\n"
        "| $r = q+b$ | 8 | $\\frac{df}{dq} = z$ | 3 |",
        _ALL,
    ),
    (
        "| Прямо | | Обратно | |\n|---|---|---|---|\n| $q = wx$ | 10 | $\\partial f/\\partial w = zx$ | 6 |\n"
        "| $r = q+b$ | 8 | $\\partial f/\\partial q = z$ | 3 |",
        _ALL,
    ),
    ("| trace | adjoints |\n|---|---|\n| q = wx = 10 | df/dw = zx = 6 |\n| r = q + b = 8 | df/dq = z = 3 |", _ALL),
    ("<table><tr><td>q = wx</td><td>10</td><td>df/dw = zx</td><td>6</td></tr>"
     "<tr><td>r = q + b</td><td>8</td><td>df/dq = z</td><td>3</td></tr></table>", _ALL),
    (
        r"\begin{align} q &= wx = 10 & \frac{df}{dw} &= zx = 6 \\ r &= q + b = 8 & \frac{df}{dq} &= z = 3 \end{align}",
        _ALL,
    ),
    (
        r"\begin{alignat}{2} q &= wx = 10 &\qquad \frac{df}{dw} &= zx = 6 \\ r &= q + b = 8 && \frac{df}{dq} = z = 3"
        r" \end{alignat}",
        _ALL,
    ),
    (r"\begin{eqnarray} q &=& wx \\ &=& 10 \end{eqnarray}", ["q = w * x = 10"]),
    ("| gate | out | local |\n|---|---|---|\n| r = q + b | r = 8 | ∂r/∂q = 1 |", ["r = q + b = 8", "dr/dq = 1"]),
    ("| node | value | k |\n|---|---|---|\n| q = wx | 10 | k = wx | 7 |", ["q = w * x = 10"]),  # whatever k is
    (
        "| input | gradient | update | new |\n|---|---|---|---|\n| w | df/dw = 6 | 0.06 | 4.94 |",
        ["df/dw = 6", "w_new = 4.94"],
    ),
    ("| gradient | value | weight |\n|---|---|---|\n| df/dw | 6 | w: 5 → 4.94 |", ["df/dw = 6", "w_new = 4.94"]),
    (  # a derivative that is only named, with its number behind it
        "| forward | | reverse | |\n|---|---|---|---|\n| q = wx | 10 | df/dq = z | 3 |\n| r = q+b | 8 | df/dr | 3 |",
        ["q = w * x = 10", "df/dq = z = 3", "r = q + b = 8", "df/dr = 3"],
    ),
    (  # another derivative, to which the row's own is equal
        "| name | old | gradient | new |\n|---|---|---|---|\n| w | 5 | zx = 6 | 4.94 |\n| b | -2 | df/dr = 3 | -2.03 |",
        ["df/dw = z * x = 6", "w_new = 4.94", "df/db = df/dr = 3", "df/dr = 3", "b_new = -2.03"],
    ),
    ("| derivative | local | value |\n|---|---|---|\n| df/dw | x = 2 | 6 |", ["df/dw = 6"]),
    ("| q = wx | r = q + b |\n|---|---|\n| 10 | 8 |", ["q = w * x = 10", "r = q + b = 8"]),  # column by column
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ)
def test_each_cell_is_read_for_itself(text: str, expected: list[str]) -> None:
    found = [read_back(statement, text) for statement in reading_of(text, EXERCISES["seed"].lexicon)]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (r"$$\begin{array}{ll} q = wx = 11 & r = 8 \\ f = 24 & \frac{df}{dq} = 10 \end{array}$$", "q"),
        (r"\begin{align} q &= wx & 10 \\ r &= 8 & 7 \end{align}", "q"),  # a number of its own
        ("| a | b | c | d |\n|---|---|---|---|\n| q = wx | 11 | k = 3 | 10 |", "q"),
        ("| Forward | | Backward | |\n|---|---|---|---|\n| q = wx = 10 | | df/dw = zx = 15 | 6 |", "df/dw"),
        ("| node | value | gradient | new |\n|---|---|---|---|\n| w | 5 | df/dw = 6 | 4.88 |", "w1"),
        ("| gradient | weight |\n|---|---|\n| df/dw | w: 4 → 4.94 |", "w1"),  # from another old value
    ],
)
def test_no_cell_lends_another_its_number(text: str, key: str) -> None:
    assert verdicts(text, EXERCISES["seed"])[key].status not in ACCEPTED


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("| asked | answer |\n|---|---|\n| q = ? | 10 |\n| df/dw = ? | 6 |", {"q", "df/dw"}),
        ("| asked | work | answer |\n|---|---|---|\n| q = ?? | w*x | 10 |", {"q"}),
        ("| asked | answer |\n|---|---|\n| q = ? | 11 |", set()),
        ("| asked | answer |\n|---|---|\n| q = ? | |", set()),
        ("| asked | answer |\n|---|---|\n| q = 10? | 10 |", set()),
        ("| asked | answer |\n|---|---|\n| q = ? | 10? |", set()),
    ],
)  # fmt: skip
def test_a_question_in_a_cell_is_answered_by_those_behind_it(text: str, accepted: set[str]) -> None:
    found = verdicts(text, EXERCISES["seed"])
    assert {key for key in ("q", "df/dw") if found[key].status in ACCEPTED} == accepted
