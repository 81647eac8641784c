r"""Styles of what classes hand in, each with its like that must not be accepted: layouts, closings, notes and slips.

Found where right answers that nobody here wrote were lost; none of these texts is one of them.
"""

import pytest
from tests.written.test_real_styles import Case, rows

LINE = ("y = w*x + b; L = (y - t)**2", {"w": 0.7, "x": 3.0, "b": 0.4, "t": 1.5})
ASKED = ("y", "L", "dL/dw", "dL/db", "new:w", "new:b")
BASE = "y = 0.7*3 + 0.4 = 2.5\nL = 1\ndL/dw = 2*1*3 = 6\ndL/db = 2\n"
ALL = {"y", "L", "dL/dw", "dL/db"}
TABLE = "| Parameter | Formula | Value |\n|---|---|---|\n| $w$ | $2(y-t)x$ | **6** |\n| $b$ | $2(y-t)$ | **2** |"
NODES = "| node | value | gradient |\n|---|---|---|\n| y | 2.5 | 2 |\n| w | 0.7 | 6 |\n| b | 0.4 | 2 |\n\n"
MOVED = "| {} |\n|---|---|---|\n| w | 0.7 | 0.64 |\n| b | 0.4 | 0.38 |"
SAMPLES = ("p1 = w*x1 + b; p2 = w*x2 + b; L = (p1 + p2)/2", {"w": 1.0, "b": 0.5, "x1": 1.0, "x2": 3.0})
OUTPUTS = (
    "o1 = w1*x; o2 = w2*x; E1 = 0.5*(1 - o1)**2; E2 = 0.5*(1 - o2)**2; E = E1 + E2",
    {"w1": 0.5, "w2": 0.25, "x": 1.0},
)

CASES = {
    "last lines that take nothing back": Case(
        *LINE,
        ASKED,
        [
            *(
                (f"{BASE}\n{last}", ALL)
                for last in (
                    "Giulia",
                    "Megan O.",
                    "김민수 드림",
                    "提出が遅くなってしまい申し訳ありません。",
                    "늦게 제출해서 죄송합니다.",
                    "I hope I understood the task correctly.",
                    "Hoffentlich habe ich die Aufgabe richtig verstanden.",
                    "TODO: write the code for this",
                    "I rounded y to two decimals, so L may differ a little from the key.",
                )
            ),
            (f"{BASE}\nFalshc", set()),
            (f"{BASE}\nTODO: write it again without copying", set()),
            (f"{BASE}\nTODO: check the signs", set()),
        ],
        lr=0.01,
    ),
    "notes that say of what they speak": Case(
        *LINE,
        ASKED,
        [
            ("dL/dw = 6\n\nEdit: I had dL/db = 3 before, fixed.", {"dL/dw"}),
            ("dL/dw = 6\n\nEdit: it is -6", set()),
            ("dL/dw = 6\n\nEdit: that was wrong.", set()),
            (f"{BASE}\nCommon mistake: students write 0.7 + 0.06 because they drop the minus.", ALL),
            ("Hi Dr. Smith, here is no. 3.\n\ny = 2.5\nL = 1", {"y", "L"}),
            ("y = 2.5, no. 3", set()),
            ("dL/dw = 6 (without a calculator)", {"dL/dw"}),
            ("dL/dw = 6 (without the 2)", set()),
        ],
        lr=0.01,
    ),
    "tables under titles and before remarks": Case(
        *LINE,
        ASKED,
        [
            (f"## Backward Pass\n\n**Step C - Parameters**\n\n{TABLE}", {"dL/dw", "dL/db"}),
            (f"## Backward Pass (Ben's)\n\n**Step C - Parameters**\n\n{TABLE}", set()),
            (f"## Local gradients\n\n**Step C - Parameters**\n\n{TABLE}", set()),
            (f"{NODES}The multiply nodes swap their inputs, so", {"y", "dL/dw", "dL/db"}),
            (f"{NODES}These are copied.", set()),
            (f"I break it up into three steps.\n\n{NODES}", {"y", "dL/dw", "dL/db"}),
            (MOVED.format("weight | was | is now"), {"new:w", "new:b"}),
            (MOVED.format("Вес | Было | Стало"), {"new:w", "new:b"}),
        ],
        lr=0.01,
    ),
    "calculations abreast, in words and with marks": Case(
        *LINE,
        ASKED,
        [
            ("y = 2.1 + .4 = 2.5      err = 2.5 - 1.5 = 1\nL = 1", {"y", "L"}),
            ("y: 3 times 0.7 is 2.1, plus 0.4 is 2.5", set()),
            ("dL/dw = 6 through the one path + 1 through the other = 7", set()),
            ("dL/dw = 6   # + just routes it\ndL/db = 2", {"dL/dw", "dL/db"}),
            ("dL/dw = 6   # + 1\ndL/db = 2", {"dL/db"}),
            ("b<-0.4-0.01*2=0.38\nw<-0.7-0.01*6=0.64", {"new:b", "new:w"}),
            ("foward:\ny = 0.7*3 + 0.4 = 2.5\nL = 1", {"y", "L"}),
        ],
        lr=0.01,
    ),
    "samples that an exercise has itself": Case(
        *SAMPLES,
        ("p1", "p2"),
        [
            ("- first sample: p1 = 1*1 + 0.5 = 1.5\n- second sample: p2 = 1*3 + 0.5 = 3.5", {"p1", "p2"}),
            ("p1 = 1.5. On the validation sample p2 = 3.5", {"p1"}),
        ],
    ),
    "errors by their outputs": Case(
        *OUTPUTS,
        ("E1", "E2", "E"),
        [
            (r"$E_{o1} = 0.125$, $E_{o2} = 0.28125$, $E = E_{o1} + E_{o2} = 0.40625$", {"E1", "E2", "E"}),
            (r"$E_{o1} = 0.28125$, $E_{o2} = 0.125$", set()),
        ],
    ),
    "a point among decimal commas": Case(
        *LINE,
        ASKED,
        [
            (
                "y = 0,7·3 + 0,4 = 2,5\nL = (2,5 - 1,5)^2 = 1,0\ndL/dw = 2·1,0·3 = 6,0\nKarim a 1.264 pour dL/db.",
                {"y", "L", "dL/dw"},
            ),
        ],
        lr=0.01,
    ),
}


@pytest.mark.parametrize(("name", "answer", "accepted"), rows(CASES))
def test_styles_of_classes(name: str, answer: str, accepted: set[str]) -> None:
    assert CASES[name].accepted(answer) == accepted
