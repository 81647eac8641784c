"""Each mistake is made on purpose, on graphs with numbers of their own, and must be named at least 95 % of the time.

The mistakes are worked out here from the graph's values and derivatives, not by the code that names them.
"""

import random
from collections.abc import Callable, Iterator

import pytest
from tests.written.corpus import verdicts

from gradbook.graph import Graph
from gradbook.written import Diagnosis, Exercise, Status, variant

PRODUCT = "q = w*x; r = q + b; f = z*r"
SQUARE = "p = w*x; s = p + b; e = s - y; L = e**2"
FAN_OUT = "u = x*y; v = x + y; f = u*v"
SIGMOID = "u = w*x; v = u + b; a = sigmoid(v)"
RATE = 0.1

Mistake = tuple[str, str]  # the answer, and the key it is about


def exercise(text: str, ask: str, seed: int) -> Exercise:
    values = {name: 0.5 + number for number, name in enumerate(n for n in "wxbzy" if f"{n}" in _letters(text))}
    return variant(Exercise.from_graph(Graph(text, **values), ask.split(), lr=RATE), seed, names=False, functions=False)


def _letters(text: str) -> set[str]:
    made = {statement.split("=")[0].strip() for statement in text.split(";")}
    return {letter for letter in text if letter.isalpha()} - made


def number(value: float) -> str:
    return f"{value:.10g}" if abs(value - round(value, 4)) < 1e-9 else f"{value:.5g}"


def _product(seed: int) -> Exercise:
    return exercise(PRODUCT, "q r f df/dw df/dx df/db r:formula w1 b1", seed)


def local(seed: int) -> Iterator[Mistake]:
    graph = _product(seed).graph
    yield f"df/dw = x = {number(graph.derivative('q', 'w'))}", "df/dw"
    yield f"$\\frac{{\\partial f}}{{\\partial x}} = {number(graph.derivative('q', 'x'))}$", "df/dx"


def upstream_only(seed: int) -> Iterator[Mistake]:
    graph = _product(seed).graph
    yield f"df/dw = df/dr * dr/dq = z * 1 = {number(graph.derivative('f', 'q'))}", "df/dw"
    yield f"$\\partial f/\\partial x = {number(graph.derivative('f', 'q'))}$", "df/dx"


def swap(seed: int) -> Iterator[Mistake]:
    graph = _product(seed).graph
    yield f"df/dw = z*w = {number(graph.derivative('f', 'x'))}", "df/dw"
    yield f"$\\frac{{df}}{{dx}} = {number(graph.derivative('f', 'w'))}$", "df/dx"


def sign(seed: int) -> Iterator[Mistake]:
    graph = _product(seed).graph
    yield f"df/dw = {number(-graph.derivative('f', 'w'))}", "df/dw"
    q, b = graph.value["q"], graph.value["b"]
    yield f"r = q + b = {number(q)} {'-' if b > 0 else '+'} {number(abs(b))} = {number(q - b)}", "r"


def _step(seed: int) -> tuple[float, float]:
    graph = _product(seed).graph
    return graph.value["w"], graph.derivative("f", "w")


def ascent(seed: int) -> Iterator[Mistake]:
    w, slope = _step(seed)
    yield f"w_new = w + 0.1 * df/dw = {number(w + RATE * slope)}", "w1"
    yield f"$w_1 = {number(w + RATE * slope)}$", "w1"


def rate_forgotten(seed: int) -> Iterator[Mistake]:
    w, slope = _step(seed)
    yield f"w_new = w - df/dw = {number(w - slope)}", "w1"
    yield f"$w_{{t+1}} = {number(w)} - ({number(slope)}) = {number(w - slope)}$", "w1"


def rate_twice(seed: int) -> Iterator[Mistake]:
    w, slope = _step(seed)
    yield f"w_new = w - 0.1 * 0.1 * df/dw = {number(w - RATE * RATE * slope)}", "w1"
    yield f"new w = {number(w - RATE * RATE * slope)}", "w1"


def gradient_as_new(seed: int) -> Iterator[Mistake]:
    _, slope = _step(seed)
    yield f"w_new = {number(slope)}", "w1"
    yield f"$w_1 = 0.1 \\cdot ({number(slope)}) = {number(RATE * slope)}$", "w1"


def _paths(seed: int) -> Exercise:
    return exercise(FAN_OUT, "u v f df/dx df/dy", seed)


def one_path(seed: int) -> Iterator[Mistake]:
    graph = _paths(seed).graph
    share = graph.derivative("f", "u") * graph.value["y"]
    yield f"df/dx = df/du * du/dx = v*y = {number(share)}", "df/dx"
    yield f"$\\frac{{\\partial f}}{{\\partial x}} = {number(share)}$", "df/dx"


def paths_multiplied(seed: int) -> Iterator[Mistake]:
    graph = _paths(seed).graph
    one, other = graph.derivative("f", "u") * graph.value["y"], graph.derivative("f", "v")
    yield f"df/dx = ({number(one)}) * ({number(other)}) = {number(one * other)}", "df/dx"
    yield f"df/dx = {number(one * other)}", "df/dx"


def forward(seed: int) -> Iterator[Mistake]:
    graph = _product(seed).graph
    yield f"df/dw = q = {number(graph.value['q'])}", "df/dw"
    yield f"$\\frac{{\\partial f}}{{\\partial b}} = f = {number(graph.value['f'])}$", "df/db"


def inverted(seed: int) -> Iterator[Mistake]:
    graph = _product(seed).graph
    yield f"df/dw = 1/({number(graph.derivative('f', 'w'))})", "df/dw"
    yield f"df/dx = 1/(z*w) = {number(1 / graph.derivative('f', 'x'))}", "df/dx"


def arithmetic(seed: int) -> Iterator[Mistake]:
    graph = _product(seed).graph
    slip = random.Random(seed).choice([-2, -1, 1, 2, 10])
    yield f"q = w*x = {number(graph.value['q'] + slip)}", "q"
    yield f"df/dw = df/dr * dr/dq * dq/dw = z*x = {number(graph.derivative('f', 'w') + slip)}", "df/dw"


def wrong_step(seed: int) -> Iterator[Mistake]:
    graph = _product(seed).graph
    slope = number(graph.derivative("f", "w"))
    yield f"df/dw = df/dr * dq/dw = {slope}", "df/dw"
    yield f"df/dw = df/dr / dr/dq * dq/dw = {slope}", "df/dw"
    yield f"$\\frac{{df}}{{dw}} = z + x = {slope}$", "df/dw"


def rounding(seed: int) -> Iterator[Mistake]:
    value = exercise(SIGMOID, "a", seed).graph.value["a"]
    yield f"a = {value:.1f}" if f"{value:.1f}" not in ("0.0", "1.0") else f"a = {value:.2f}", "a"


def not_direct(seed: int) -> Iterator[Mistake]:
    yield "r = wx + b", "r:formula"
    yield "$r = b + x \\cdot w$", "r:formula"


def contradiction(seed: int) -> Iterator[Mistake]:
    q = _product(seed).graph.value["q"]
    yield f"q = {number(q + 1)}\n\nq = {number(q)}", "q"


MISTAKES: dict[Diagnosis, tuple[Callable[[int], Iterator[Mistake]], Callable[[int], Exercise]]] = {
    Diagnosis.LOCAL: (local, _product),
    Diagnosis.UPSTREAM_ONLY: (upstream_only, _product),
    Diagnosis.SWAP: (swap, _product),
    Diagnosis.SIGN: (sign, _product),
    Diagnosis.ASCENT: (ascent, _product),
    Diagnosis.NO_RATE: (rate_forgotten, _product),
    Diagnosis.RATE_TWICE: (rate_twice, _product),
    Diagnosis.GRADIENT_AS_NEW: (gradient_as_new, _product),
    Diagnosis.PATH: (one_path, _paths),
    Diagnosis.PATHS_MULTIPLIED: (paths_multiplied, _paths),
    Diagnosis.FORWARD: (forward, _product),
    Diagnosis.INVERTED: (inverted, _product),
    Diagnosis.ARITHMETIC: (arithmetic, _product),
    Diagnosis.BAD_STEP: (wrong_step, _product),
    Diagnosis.ROUNDING: (rounding, lambda seed: exercise(SIGMOID, "a", seed)),
    Diagnosis.NOT_DIRECT: (not_direct, _product),
    Diagnosis.CONTRADICTION: (contradiction, _product),
}


@pytest.mark.parametrize(
    ("answer", "key", "diagnosis"),
    [
        ("$f_b = f_r \\cdot r_b = 3 \\cdot (-2) = -6$", "df/db", Diagnosis.FORWARD),  # b where dr/db belongs
        ("df/db = df/dr * b = 3 * -2 = -6", "df/db", Diagnosis.FORWARD),
        ("df/db = 3 * -2", "df/db", Diagnosis.FORWARD),
        ("df/db = -6", "df/db", Diagnosis.FORWARD),
        ("df/db = b = -2", "df/db", Diagnosis.FORWARD),
        ("$f_b = f_r \\cdot r_b = 3 \\cdot 7 = 21$", "df/db", Diagnosis.ARITHMETIC),
        ("df/dw = df/dr = 3", "df/dw", Diagnosis.UPSTREAM_ONLY),
        ("df/dw = z*w = 15", "df/dw", Diagnosis.SWAP),  # df/dq * w too, but so is df/dx
        ("r = q + b = 10 + 2 = 12", "r", Diagnosis.SIGN),
        ("r = 10 - -2 = 12", "r", Diagnosis.SIGN),
        ("r = 12", "r", Diagnosis.SIGN),
        ("r = -8", "r", Diagnosis.SIGN),
    ],
)
def test_a_mistake_is_named_by_what_is_wrong_in_it(answer: str, key: str, diagnosis: Diagnosis) -> None:
    asked = Exercise.from_graph(Graph(PRODUCT, w=5, x=2, b=-2, z=3), ["r", "df/db", "df/dw"])
    found = verdicts(answer, asked)[key]
    assert (found.status, found.diagnosis) == (Status.WRONG, diagnosis)


@pytest.mark.parametrize("diagnosis", MISTAKES)
def test_a_mistake_made_on_purpose_is_named(diagnosis: Diagnosis) -> None:
    make, on = MISTAKES[diagnosis]
    missed: list[str] = []
    tried = 0
    for seed in range(25):
        asked = on(seed)
        for answer, key in make(seed):
            tried += 1
            found = verdicts(answer, asked)[key]
            if found.diagnosis is not diagnosis:
                missed.append(f"{answer!r}: {found.status}, {found.diagnosis!r}")
    assert len(missed) <= 0.05 * tried, missed
