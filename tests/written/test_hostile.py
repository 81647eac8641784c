"""Hostile and random input: read in few steps, never a crash, nothing executed, nothing kept."""

import json
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.written.corpus import EXERCISES, verdicts
from tests.written.hostile import BOMBS, PIECES

from gradbook.graph import Graph
from gradbook.written import Exercise, judge, read

FOLDER = Path(__file__).parent / "answers"
BLIND = [line for name in ("blind4", "blind7") for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()]
MOST_CALLS = 8_000_000  # a second or so


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_hostile_pieces_never_crash(answer: str) -> None:
    for verdict in judge(read(answer, EXERCISES["seed"]), EXERCISES["seed"]):
        assert 0 <= verdict.points <= verdict.of
        assert answer[verdict.start : verdict.end] == verdict.read or not verdict.end


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
@example(b"\x1c0=W")  # a blank that float does not strip
def test_random_bytes_never_crash(data: bytes) -> None:
    judge(read(data.decode("utf-8", "replace"), EXERCISES["hat"]), EXERCISES["hat"])
    judge(read(data.decode("latin-1"), EXERCISES["hat"]), EXERCISES["hat"])


@cache
def answered(line: str) -> tuple[str, Exercise]:
    """Return an answer and its exercise."""
    given = json.loads(line)
    graph = Graph(given["statements"], **{name: float(value) for name, value in given["inputs"].items()})
    keys = [*graph.intermediates, *(f"d{graph.output}/d{name}" for name in graph.inputs)]
    return given["answer"], Exercise.from_graph(graph, keys, lr=given["rate"] or 0.01)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(BLIND), st.lists(st.tuples(st.integers(0, 2_000), st.integers(0, 200)), max_size=8))
def test_answers_that_are_cut_and_put_together_anyhow_never_crash(line: str, cuts: list[tuple[int, int]]) -> None:
    answer, exercise = answered(line)
    stirred = "".join(answer[at % (len(answer) + 1) :][:length] for at, length in cuts)
    for verdict in judge(read(stirred, exercise), exercise):
        assert stirred[verdict.start : verdict.end] == verdict.read or not verdict.end


BY_NOTHING = r"\frac{\partial q}{\partial u_{-1}} = w, \quad \frac{\partial q}{\partial w} = u_{-1}."


@pytest.mark.parametrize(
    "answer",
    [
        f"Le derivate sono:\n```math\n{BY_NOTHING}\n```",
        "$= q$",
        "La cible est $q$",
        "s = df/",
        "δ = ∂f/",
        "tasso di apprendimento $0{,}3",
    ],
)
def test_an_equation_without_a_left_side_is_none(answer: str) -> None:
    assert all(not verdict.points for verdict in verdicts(answer, EXERCISES["seed"]).values())


@pytest.mark.parametrize(
    "answer",
    [
        "w pasa de 2 a 2.06 y x pasa de 0",
        "| q = -0.8 |\n| 3 | $q=1+b$ | 1.1 | $1$ | -0.8 |\n| 4 | b",
        "| A.: 2 |\n| 3 | A.: q | A.: 10 |\n| 4 | A.: r | A.: 8 |",
        "q = 10\n\nwhen I take h = 5  2 (() (1.5))/0.5",  # an array in which nothing stands
        "0.5\n\nThe value of q goes from 0",  # the number at its beginning is none that it goes to
        "931. The function passes from 1.386 to q, it is\n\na",
        "The prediction is=\n\n```text\nq = 10\n```\n\nThe true\nvalue is:\n\n```text\nr = 8\n```",
        '```python\ndef f(x, w):\n    """Product.\n\n    >>> f(2, \u22125)\n    -10\n    """\n    return w*x\n```',
        "def train(w, x, verbose=False):\n    if verbose:\n        print(w)\nq = train(w, x)",
        "$\\newcommand{\\p}[1]{\\frac{#1}{2}$ $\\p{q} = 5$ $\\p{r} = 4$ $\\p{f}} = 12$",  # \p stands for itself too
    ],
)
def test_an_answer_that_breaks_off_is_judged(answer: str) -> None:
    assert len(verdicts(answer, EXERCISES["seed"])) == len(EXERCISES["seed"].keys)


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_take_few_steps(name: str) -> None:
    """Calls of functions are counted, not seconds; `benchmarks/hostile.py` takes the time."""
    limit = sys.getrecursionlimit()
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        judge(read(BOMBS[name], EXERCISES["seed"]), EXERCISES["seed"])
    finally:
        sys.setprofile(None)
    assert calls < MOST_CALLS
    assert sys.getrecursionlimit() == limit


def test_nothing_of_an_answer_is_executed(tmp_path: Path) -> None:
    target = tmp_path / "made"
    verdicts(f"f = __import__('pathlib').Path({str(target)!r}).touch()", EXERCISES["seed"])
    assert not target.exists()


def test_no_state_between_answers() -> None:
    exercise = EXERCISES["seed"]
    before = judge(read("df/dw = 6", exercise), exercise)
    judge(read("\\newcommand{\\w}{5} q = 7, df/dw = 9 " * 20, exercise), exercise)
    assert judge(read("df/dw = 6", exercise), exercise) == before


NEURON = Exercise.from_graph(
    Graph("p1 = w*x; a1 = sigmoid(p1); E = a1**2", w=1, x=2), ["p1", "a1", "E", "new:w"], lr=0.1
)


@pytest.mark.parametrize(
    "answer",
    [
        r"w_new = 0.9. $z_2 = 6 - 22 = -16$, $z = 4 \times 0.5 - 3$",  # z is like the answer's own z_2, a number
        r"$\frac{d\sigma}{d(p+1)} = 2$",
        "dsigmoid/d(2*x) = 3",
        "| f(x,y) = f(x,y) = 3 |\n|---|\n| E = f(x) = = f(x) |",
    ],
)
def test_names_of_an_answers_own_and_functions_without_arguments_are_judged(answer: str) -> None:
    assert all(not verdict.points for verdict in verdicts(answer, NEURON).values())


def test_a_derivative_by_a_name_of_nothing_is_no_factor() -> None:
    answer, exercise = answered(next(line for line in BLIND if '"dia-92"' in line))
    begin = answer.index("_o = ∂E/∂net_o1")
    torn = answer[begin : answer.index(",589", answer.index("δ_o·out_h1"))]
    assert "right" not in {str(verdict.status) for verdict in judge(read(torn, exercise), exercise) if not verdict.read}
