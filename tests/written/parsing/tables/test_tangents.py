"""Tables of the forward mode, whose derivatives are those of the rows by the input, and the number pi."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

ONE = Exercise.from_graph(
    Graph("u = 3*t; v = u**2; w = v + u", t=2), ["u", "v", "w", "dw/dt", "dv/dt", "dw/dv", "dw/du"]
)
HEAD = "| Trace | Function | Current value | Derivative | Derivative at 2 |\n|---|---|---|---|---|\n"
ROWS = (
    "| $t$ | input | 2 | 1 | 1 |\n| $u$ | $3t$ | 6 | $3\\dot{t}$ | 3 |\n"
    "| $v$ | $u^2$ | 36 | $2u\\dot{u}$ | 36 |\n| $w$ | $v + u$ | 42 | $\\dot{v} + \\dot{u}$ | 39 |\n"
)


def test_derivatives_beside_dotted_names_are_those_of_the_rows() -> None:
    found = verdicts(HEAD + ROWS, ONE)
    assert all(found[key].status in ACCEPTED for key in ("u", "v", "w", "dw/dt", "dv/dt"))
    assert all(found[key].status not in ACCEPTED for key in ("dw/dv", "dw/du"))
    assert not found["dw/dv"].status.decided or found["dw/dv"].status is Status.MISSING


def test_without_dotted_names_they_are_those_of_the_output() -> None:
    rows = "| node | value | derivative |\n|---|---|---|\n| $u$ | 6 | 13 |\n| $v$ | 36 | 1 |\n"
    found = verdicts(rows, ONE)
    assert all(found[key].status in ACCEPTED for key in ("u", "v", "dw/dv", "dw/du"))


@pytest.mark.parametrize(
    ("old", "new", "key"), [("39", "38", "dw/dt"), ("| 36 |\n", "| 12 |\n", "dv/dt"), ("42", "41", "w")]
)
def test_a_wrong_tangent_is_no_right_one(old: str, new: str, key: str) -> None:
    assert verdicts(HEAD + ROWS.replace(old, new), ONE)[key].status not in ACCEPTED


def test_dotted_names_of_the_forward_mode_are_derivatives_by_the_only_input() -> None:
    found = verdicts(
        r"Forward mode: $\dot{t} = 1$, $\dot{u} = 3$, $\dot{v} = 2u\dot{u} = 36$, $\dot{w} = 36 + 3 = 39$", ONE
    )
    assert found["dw/dt"].status in ACCEPTED
    assert found["dv/dt"].status in ACCEPTED


TWO = Exercise.from_graph(
    Graph("p = sin(a); q = b*b; s = p + q; y = s**2", a=1.5707963267948966, b=2),
    ["p", "q", "s", "y", "dp/da", "dq/da", "dq/db", "ds/da", "ds/db", "dy/da", "dy/db", "dy/ds", "dy/dq"],
)
TWO_ROWS = (
    "| a | input | $\\pi/2$ | 1 | 1 | 0 |\n| b | input | 2 | 1 | 0 | 1 |\n"
    "| p | sin(a) | 1 | $\\cos(a)\\dot{a}$ | 0 | 0 |\n| q | b*b | 4 | $2b\\dot{b}$ | 0 | 4 |\n"
    "| s | p + q | 5 | $\\dot{p} + \\dot{q}$ | 0 | 4 |\n| y | s^2 | 25 | $2s\\dot{s}$ | 0 | 40 |\n"
)
PLAIN_ROWS = (
    "| p | sin(a) | 1 | cos(a) | 0 | 0 |\n| q | b*b | 4 | 2b | 0 | 4 |\n"
    "| s | p + q | 5 | 1, 1 | 0 | 4 |\n| y | s^2 | 25 | 2s | 0 | 40 |\n"
)
BY = [
    ("grad {}", True), ("∂/∂{}", True), (r"$\nabla_{}$", True), ("d/d{}", True), ("grad {} value", True),
    ("derivative by {}", True), ("deriv. w.r.t. {}", True), (r"$\frac{{\partial}}{{\partial {}}}$", True),
    (r"$\partial_{}$", True), ("Ableitung nach {}", True), ("dérivée par rapport à {}", True), ("对{}的导数", True),
    ("dv/d{}", True), ("∂·/∂{}", True), ("производная по {}", True), ("{}での微分", True), ("tangent {}", True),
    (r"$\dot{{v}}$ (seed {})", True), ("gradient", False), ("d/da + d/d{}", False), ("local derivative by {}", False),
]  # fmt: skip


@pytest.mark.parametrize("rows", [TWO_ROWS, PLAIN_ROWS])
@pytest.mark.parametrize(("title", "counts"), BY)
def test_a_column_may_have_the_derivatives_of_its_rows_by_one_input(title: str, counts: bool, rows: str) -> None:
    titles = f"{title.format('a')} | {title.format('b')}"
    found = verdicts(
        f"| trace | op | value | elementary derivative | {titles} |\n|---|---|---|---|---|---|\n{rows}", TWO
    )
    tangents = ("dp/da", "dq/da", "dq/db", "ds/da", "ds/db", "dy/da", "dy/db")
    of_sums = ("ds/db", "dy/db")  # that of q is what its elementary derivative comes to
    assert all((found[key].status in ACCEPTED) is counts for key in tangents if counts or key in of_sums)
    assert all(
        found[key].status not in ACCEPTED and found[key].status is not Status.WRONG for key in ("dy/ds", "dy/dq")
    )


@pytest.mark.parametrize(
    "title", ["d/dt", "∂/∂t", "dv/dt", "derivative w.r.t. t", "grad t", "tangent", "Tangent trace"]
)
def test_a_title_of_the_only_input_makes_a_column_one_of_tangents(title: str) -> None:
    rows = "| t | 2 | 1 |\n| u | 6 | 3 |\n| v | 36 | 36 |\n| w | 42 | 39 |\n"
    found = verdicts(f"| node | value | {title} |\n|---|---|---|\n{rows}", ONE)
    assert all(found[key].status in ACCEPTED for key in ("dw/dt", "dv/dt"))
    assert all(
        found[key].status not in ACCEPTED and found[key].status is not Status.WRONG for key in ("dw/dv", "dw/du")
    )


def test_a_current_value_beside_a_new_one_is_no_claim_of_it() -> None:
    step = Exercise.from_graph(Graph("q = w*x; f = q**2", w=1, x=2), ["q", "f", "df/dw", "w1"], lr=0.1)
    found = verdicts("| name | current value | new value |\n|---|---|---|\n| w | 1 | 0.2 |\n| q | 2 | 0.4 |\n", step)
    assert found["w1"].status in ACCEPTED


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        (r"$a = \frac{\pi}{4}$", True),
        ("a = π/4", True),
        (r"$a = 2 \cdot \pi / 8 \approx 0.785$", True),
        (r"$a = \frac{\pi}{3}$", False),
        (r"$a = \pi_1 / 4$", False),
        (r"$a = \pi(1/4)$", False),
        ("```python\na = 2 * math.pi / 8\n```", True),
    ],
)
def test_pi_is_a_number(answer: str, accepted: bool) -> None:
    angle = Exercise.from_graph(Graph("a = 2*s; y = sin(a)", s=0.39269908169872414), ["a", "y"])
    assert (verdicts(answer, angle)["a"].status in ACCEPTED) is accepted


def test_a_title_may_have_a_dot_for_what_is_differentiated_by() -> None:
    rows = "| $v$ | $\\dfrac{dw}{dv} = 1$ | $1 \\cdot 1 = 1$ |\n"
    rows += "| $u$ | $\\dfrac{dv}{du} = 2u = 12$ | $1 \\cdot 12 + 1 = 13$ |\n"
    for title in (r"Running $\dfrac{dw}{d(\cdot)}$", r"$\frac{\mathrm{d}w}{\mathrm{d}\,\text{node}}$"):
        found = verdicts(f"| node | local derivative | {title} |\n|---|---|---|\n{rows}", ONE)
        assert found["dw/du"].status in ACCEPTED
        wrong = verdicts(
            f"| node | local derivative | {title} |\n|---|---|---|\n{rows.replace('+ 1 = 13', '= 12')}", ONE
        )
        assert wrong["dw/du"].status not in ACCEPTED


def test_words_before_an_equation_in_a_cell_name_it() -> None:
    head = "| part | formula |\n|---|---|\n"
    assert (
        verdicts(f"{head}| first ($u$) | linear part $u = 3t$ |\n| second ($v$) | second part $v = 36$ |", ONE)[
            "v"
        ].status
        in ACCEPTED
    )
    for said in ("wrong $v = 36$", "not $v = 36$", "half of $v = 36$", "xyzzy $v = 36$", "my friend has $v = 36$"):
        assert verdicts(f"{head}| first ($u$) | $u = 3t$ |\n| second ($v$) | {said} |", ONE)["v"].status not in ACCEPTED


ALONE = Exercise.from_graph(Graph("C = (v - 4)**2 + 1", v=1), ["C", "dC/dv", "v1"], lr=0.1)
PAIR = Exercise.from_graph(
    Graph("s = w_1*x_1 + w_2*x_2; L = s**2", w_1=1, w_2=2, x_1=3, x_2=1), ["L", "w_11", "w_21"], lr=0.01
)


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        (r"$\nabla C(v) = 2(v - 4)$ and $\nabla C(1) = -6$", True),
        (r"The gradient of $C(v)$ by $v$ is $\nabla C(v) = \frac{dC}{dv}$. $\frac{dC}{dv} = 2(v - 4) = -6$", True),
        ("∇C = 2(1 - 4) = -6", True),
        ("∇C = 2(1 - 4) = 6", False),
        (r"$\nabla C(2) = -4$", False),
        (r"$\nabla C(v) = \frac{dC}{dv}$", False),
    ],
)
def test_the_gradient_of_what_has_one_input_is_its_derivative(answer: str, accepted: bool) -> None:
    assert (verdicts(answer, ALONE)["dC/dv"].status in ACCEPTED) is accepted


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("The new weights are w = [0.7, 1.9].", True),
        ("**New weights:** $w = [0.7, 1.9]$", True),
        ("Poids mis à jour: [ 0.7 1.9]", True),
        ("The new weights are w = [0.7, 1.8].", False),
        ("The old weights were w = [0.7, 1.9].", False),
    ],
)
def test_new_weights_that_are_named_again_are_the_new_ones(answer: str, accepted: bool) -> None:
    found = verdicts(f"{answer}", PAIR)
    assert (found["w_21"].status in ACCEPTED) is accepted


BY_SEEDS = Exercise.from_graph(
    Graph("p = sin(a); q = p*b; r = q**2", a=0, b=3), ["p", "q", "r", "dp/da", "dq/da", "dp/db", "dr/da", "dr/db"]
)
SEEDED = "| a | 0 | 1 | 1 | 0 |\n| b | 3 | 1 | 0 | 1 |\n"
BELOW = "| p | 0 | cos(a) Da | 1 | 0 |\n| q | 0 | b Dp + p Db | 3 | 0 |\n| r | 0 | 2 q Dq | 0 | 0 |\n"


@pytest.mark.parametrize("titles", ["da | db", "der a | der b", "D a | D b", "d/da | d/db", "by a | by b"])
def test_the_seeds_of_the_inputs_tell_by_what_a_column_differentiates(titles: str) -> None:
    head = f"| trace | value | elem. derivative | {titles} |\n|---|---|---|---|---|\n"
    found = verdicts(head + SEEDED + BELOW, BY_SEEDS)
    assert [key for key in ("dp/da", "dq/da", "dp/db", "dr/da") if found[key].status not in ACCEPTED] == []
    wrong = verdicts(head + SEEDED + BELOW.replace("| 3 | 0 |", "| 0 | 3 |"), BY_SEEDS)
    assert wrong["dq/da"].status not in ACCEPTED


@pytest.mark.parametrize("seeds", ["| a | 0 | 1 | 0 | 1 |\n| b | 3 | 1 | 1 | 0 |\n", "| a | 0 | 1 | 2 | 0 |\n", ""])
def test_without_seeds_columns_of_inputs_are_not_the_rows_derivatives(seeds: str) -> None:
    head = "| trace | value | elem. derivative | der a | der b |\n|---|---|---|---|---|\n"
    found = verdicts(head + seeds + BELOW, BY_SEEDS)
    assert found["dq/da"].status not in ACCEPTED
