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


def _square(seed: int) -> Exercise:
    return exercise(SQUARE, "e dL/de dL/dw", seed)


def power_rule(seed: int) -> Iterator[Mistake]:
    value = _square(seed).graph.value
    yield f"dL/de = e = {number(value['e'])}", "dL/de"
    yield f"$\\frac{{\\partial L}}{{\\partial e}} = {number(value['e'])}$", "dL/de"
    yield f"dL/dw = e*x = {number(value['e'] * value['x'])}", "dL/dw"


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
    Diagnosis.POWER_RULE: (power_rule, _square),
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


LOSS = "h = w*x; L = (h - y)**2"
CHANCE = {"w": 0.5, "x": 0, "y": 1}  # h - y = -1, and so is dL/dx
OTHER = {"w": 0.5, "x": -2, "y": 2}  # h - y = -3, and so is dL/dx


@pytest.mark.parametrize(
    ("text", "values", "key", "answer", "diagnosis"),
    [
        (LOSS, CHANCE, "dL/dh", "dL/dh = h - y = -1", Diagnosis.POWER_RULE),
        (LOSS, CHANCE, "dL/dh", "dL/dh = h - y", Diagnosis.POWER_RULE),
        (LOSS, CHANCE, "dL/dh", "dL/dh = 0 - 1 = -1", Diagnosis.POWER_RULE),
        (LOSS, CHANCE, "dL/dh", "dL/dh = -1", Diagnosis.POWER_RULE),  # of the two the likelier
        (LOSS, CHANCE, "dL/dh", "dL/dh = 2*(h - y)*w = -1", Diagnosis.SWAP),  # by its formula it is dL/dx
        (LOSS, {"w": 3, "x": 2, "y": 1}, "dL/dh", "$\\frac{dL}{dh} = (h - y) = 6 - 1 = 5$", Diagnosis.POWER_RULE),
        (LOSS, {"w": 3, "x": 2, "y": 1}, "dL/dw", "dL/dw = (h - y)*x = 10", Diagnosis.POWER_RULE),
        (LOSS, {"w": 3, "x": 2, "y": 1}, "dL/dy", "dL/dy = y - h = -5", Diagnosis.POWER_RULE),
        ("u = x**3; f = u*y", {"x": 2, "y": 5}, "df/dx", "df/dx = y * x^2 = 20", Diagnosis.POWER_RULE),
        ("n = x - y; f = x**n", {"x": 2, "y": -1}, "local:df/dx", "local: df/dx = x^(n-1) = 4", Diagnosis.POWER_RULE),
        ("f = a**n", {"a": 5, "n": 3}, "df/da", "df/da = a^(n - 1) = 25", Diagnosis.POWER_RULE),
        ("e = a - y; L = e*e", {"a": 5, "y": 2}, "dL/de", "dL/de = e = 3", Diagnosis.POWER_RULE),
        ("L = (a - y)*(a - y)", {"a": 5, "y": 2}, "dL/da", "dL/da = a - y = 3", Diagnosis.POWER_RULE),
        ("L = square(a - y)", {"a": 5, "y": 2}, "dL/da", "dL/da = a - y = 3", Diagnosis.POWER_RULE),
        ("E = 0.5*(a - y)**2", {"a": 5, "y": 2}, "dE/da", "dE/da = 0.5*(a - y) = 1.5", Diagnosis.POWER_RULE),
        ("f = (w*x**2)**2", {"w": 3, "x": 2}, "df/dx", "df/dx = w*x^2 * w*x = 72", Diagnosis.POWER_RULE),  # both
        ("f = (w*x**2)**2", {"w": 3, "x": 2}, "df/dx", "df/dx = 2*w*x^2 * w*x = 144", Diagnosis.POWER_RULE),  # one
        (LOSS, CHANCE, "dL/dh", "dL/dh = 2*(h - y) = -1", Diagnosis.ARITHMETIC),
        (LOSS, CHANCE, "dL/dh", "dL/dh = y - h = 1", Diagnosis.NONE),
        (LOSS, OTHER, "dL/dy", "dL/dy = h - y = -3", Diagnosis.NONE),  # nor is it dL/dx, which is -3 here only
        (LOSS, OTHER, "dL/dh", "dL/dh = L = 9", Diagnosis.FORWARD),
        ("E = 0.5*(a - y)**2", {"a": 5, "y": 2}, "dE/da", "dE/da = 2*(a - y) = 6", Diagnosis.NONE),
        ("f = x**(-1)", {"x": 2}, "df/dx", "df/dx = x^(-2) = 1/4", Diagnosis.SIGN),
        ("f = a*b", {"a": 4, "b": 4}, "df/da", "df/da = 2", Diagnosis.NONE),  # no square, equal as its factors are
        ("u = x**3; f = u*y", {"x": 2, "y": 5}, "df/dx", "df/dx = 3*y*x = 30", Diagnosis.NONE),
    ],
)
def test_a_power_rule_without_its_factor_is_named_by_its_formula(
    text: str, values: dict[str, float], key: str, answer: str, diagnosis: Diagnosis
) -> None:
    found = verdicts(answer, Exercise.from_graph(Graph(text, **values), [key]))[key]
    assert (found.status, found.diagnosis) == (Status.WRONG, diagnosis)


def test_what_follows_from_a_power_rule_without_its_factor_is_carried() -> None:
    asked = Exercise.from_graph(Graph(LOSS, w=3, x=2, y=1), ["dL/dh", "dL/dw", "w1"], lr=0.1)
    found = verdicts("dL/dh = h - y = 5\n\ndL/dw = dL/dh * x = 10\n\nw_new = w - 0.1 * 10 = 2", asked)
    assert found["dL/dh"].diagnosis is Diagnosis.POWER_RULE
    assert [found[key].status for key in ("dL/dw", "w1")] == [Status.CARRIED, Status.CARRIED]


@pytest.mark.parametrize("diagnosis", MISTAKES)
def test_a_mistake_made_on_purpose_is_named(diagnosis: Diagnosis) -> None:
    make, on = MISTAKES[diagnosis]
    missed: list[str] = []
    tried = 0
    for seed in range(15):
        asked = on(seed)
        for answer, key in make(seed):
            tried += 1
            found = verdicts(answer, asked)[key]
            if found.diagnosis is not diagnosis:
                missed.append(f"{answer!r}: {found.status}, {found.diagnosis!r}")
    assert len(missed) <= 0.05 * tried, missed
