"""Several values that one print shows, in whichever way it is called, and what cells before it have printed."""

import pytest
from tests.written.corpus import ACCEPTED

from gradbook.graph import Graph
from gradbook.written import Exercise, judge, read

NET = Exercise.from_graph(
    Graph("n = w1*x; h = tanh(n); o = w2*h + b; L = 0.5*(o - t)**2", w1=0.5, x=1, w2=-1.5, b=0.2, t=0.3),
    ["new:w1", "new:w2", "new:b"],
    0.2,
    moving=["w1", "w2", "b"],
)
PROGRAM = """n = w1*x; h = tanh(n); o = w2*h + b; L = .5*(o - t)**2
do = o - t
dw2, db, dh = do*h, do, do*w2
dn = dh*(1 - h**2)
dw1, dx = dn*x, dn*w1
"""
STEP = "w1 -= .2*dw1; w2 -= .2*dw2; b -= .2*db\n"
OWN = "w1n = w1 - .2*dw1; w2n = w2 - .2*dw2; bn = b - .2*db\n"
OUTPUT = "0.3129 -1.4267 0.3586"
PRINTS = [
    (STEP, "print(w1, w2, b)", OUTPUT),
    (STEP, "print(*[w1, w2, b])", OUTPUT),
    (STEP, "print(*(round(v, 4) for v in (w1, w2, b)))", OUTPUT),
    (STEP, "print(*[f'{v:.4f}' for v in (w1, w2, b)])", OUTPUT),
    (STEP, "print(*map(float, (w1, w2, b)))", OUTPUT),
    (STEP, "print(', '.join(f'{v:.4f}' for v in [w1, w2, b]))", "0.3129, -1.4267, 0.3586"),
    (STEP, "print('%.4f %.4f %.4f' % (w1, w2, b))", OUTPUT),
    (STEP, "print(w1, w2, b, sep='\\n')", OUTPUT.replace(" ", "\n")),
    (OWN, "print(w1n, w2n, bn)", OUTPUT),
]
LOOPS = [
    "for k, v in [('dw1', dw1), ('dw2', dw2)]:\n    print(f'{k:>4}: {v:+.5f}')\n",
    "for v in [dw1, dw2]:\n    print(v)\n",
    "print(do, dn)\n",
]


def _accepted(*cells: str) -> set[str]:
    answer = "\n\n".join(cells)
    return {verdict.key for verdict in judge(read(answer, NET), NET) if verdict.status in ACCEPTED}


def _cell(program: str) -> str:
    return f"```python\n{program}```"


def _shown(output: str) -> str:
    return f"```\n{output}\n```"


@pytest.mark.parametrize(("step", "call", "output"), PRINTS, ids=[call for _, call, _ in PRINTS])
def test_what_a_print_shows_of_several_values(step: str, call: str, output: str) -> None:
    assert _accepted(_cell(PROGRAM + step + call + "\n"), _shown(output)) == {"new:w1", "new:w2", "new:b"}


@pytest.mark.parametrize(("step", "call", "output"), PRINTS, ids=[call for _, call, _ in PRINTS])
def test_other_numbers_are_not_those_of_the_step(step: str, call: str, output: str) -> None:
    swapped = output.replace("0.3129", "0.4").replace("0.3586", "0.3129")
    assert not _accepted(_cell(PROGRAM + step + call + "\n"), _shown(swapped)) & {"new:w1", "new:b"}


@pytest.mark.parametrize("loop", LOOPS)
@pytest.mark.parametrize("between", ["", "dw1: 0.9 or so, see above"])
def test_the_last_cell_shows_its_output_whatever_became_of_the_prints_before(loop: str, between: str) -> None:
    cells = [_cell(PROGRAM + loop), between, _cell(STEP + "print(w1, w2, b)\n"), _shown(OUTPUT)]
    assert _accepted(*cells) == {"new:w1", "new:w2", "new:b"}
