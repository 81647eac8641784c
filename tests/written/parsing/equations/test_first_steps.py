"""What stands before the first step: where it starts, the net that is drawn, and the gradient with its arguments."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

BOWL = Exercise.from_graph(Graph("f = u**2 - 6*u", u=1), ["df/du", "new:u"], lr=0.25)  # -4, 2
STEP = r"$$u_1 = u_0 - \eta f'(u_0) = 1 - 0.25 (2(1) - 6) = {}$$"


@pytest.mark.parametrize(
    "start",
    [
        "With initial point $u_0 = 1$:",
        "With initial point $u_0 = 1$ and learning rate $\\eta = 0.25$:",
        "Con punto inicial $u_0 = 1$ y tasa de aprendizaje $\\eta = 0{,}25$:",
        "Com ponto inicial $u_0 = 1$:",
        "Punto iniziale $u_0 = 1$ e tasso $\\eta = 0{,}25$:",
    ],
)
def test_a_starting_point_says_nothing_of_the_step_behind_it(start: str) -> None:
    assert verdicts(f"{start}\n{STEP.format('2')}", BOWL)["new:u"].status in ACCEPTED
    assert verdicts(f"{start}\n{STEP.format('3')}", BOWL)["new:u"].status not in ACCEPTED


@pytest.mark.parametrize("told", ["The initial point is $u_1 = 2$.", "$u_0 = 1$; initially $u_1 = 2$."])
def test_what_is_called_initial_itself_is_no_new_value(told: str) -> None:
    assert verdicts(told, BOWL)["new:u"].status not in ACCEPTED


NET = Exercise.from_graph(
    Graph("h = relu(u*x); p = v*h", x=2, u=0.5, v=3), ["h", "p", "dp/du", "new:u", "new:v"], lr=0.1
)  # h = 1, p = 3, dp/du = 6, u_new = -0.1, v_new = 2.9


@pytest.mark.parametrize("drawn", ["u=0.5 → (h) ─ v=3 → (p)", "x=2 ── u=0.5 → (h)", "u = 0.5 -> (h) -> v = 3 -> (p)"])
def test_an_arrow_to_a_node_in_brackets_is_no_step(drawn: str) -> None:
    answer = f"```\n{drawn}\n```\n\nu_new = 0.5 - 0.1 * 6 = {{}}, v_new = 3 - 0.1 * 1 = 2.9"
    assert all(verdicts(answer.format("-0.1"), NET)[key].status in ACCEPTED for key in ("new:u", "new:v"))
    assert verdicts(answer.format("1.1"), NET)["new:u"].status not in ACCEPTED
    assert verdicts(f"```\n{drawn}\n```", NET)["new:u"].status not in (Status.WRONG, *ACCEPTED)


LINE = Exercise.from_graph(
    Graph("p = u1*x1 + u2*x2 + b; C = (p - t)**2/2", x1=1, x2=3, u1=0, u2=0, b=0, t=2),
    ["dC/du1", "dC/du2", "dC/db", "new:u1", "new:u2"],
    lr=0.1,
)  # -2, -6, -2, 0.2, 0.6


@pytest.mark.parametrize(
    ("gradient", "right"),
    [
        (r"\nabla_{\mathbf{u}} C(\mathbf{u}, b) = -2 \times [1, 3] = [-2, -6]", True),
        (r"\nabla_u C(\mathbf{u}, b) = (p - t) \mathbf{x} = [-2, -6]", True),
        (r"\nabla C(\mathbf{u}, b) = [-2, -6, -2]", True),
        (r"\nabla C(b, \mathbf{u}) = [-2, -2, -6]", True),
        (r"\nabla_{\mathbf{u}} C(\mathbf{u}, b) = -2 \times [1, 3] = [-6, -2]", False),
        (r"\nabla_{\mathbf{u}} C(\mathbf{u}, b) = [2, 6]", False),
        (r"\nabla C(b, \mathbf{u}) = [-2, -6, -2]", False),
        (r"\nabla_{\mathbf{x}} C(\mathbf{x}, b) = [-2, -6]", False),
    ],
)
def test_a_gradient_may_have_vectors_and_numbers_as_arguments(gradient: str, right: bool) -> None:
    found = verdicts(f"$${gradient}$$", LINE)
    assert all((found[key].status in ACCEPTED) is right for key in ("dC/du1", "dC/du2"))


SPOKEN = [
    "Zaktualizuj wagę: $u_1 = u_0 - \\eta f'(u_0) = 1 - 0.25 \\cdot (-4) = {}$.",
    "Chcemy zminimalizować funkcję. $u_1 = u_0 - \\eta f'(u_0) = 1 - 0.25 \\cdot (-4) = {}$.",
]


@pytest.mark.parametrize("sentence", SPOKEN)
def test_words_of_a_task_say_nothing_against_its_answer(sentence: str) -> None:
    assert verdicts(sentence.format("1 + 1 = 2"), BOWL)["new:u"].status in ACCEPTED
    assert verdicts(sentence.format("1 + 1 = 3"), BOWL)["new:u"].status not in ACCEPTED


@pytest.mark.parametrize(
    ("aside", "right"),
    [
        ("the absent feature does not receive an update", True),
        ("la feature assente non riceve aggiornamento", True),
        ("la característica no recibe actualización", True),
        ("this is not right", False),
        ("the input does not receive 0", False),
        ("non è giusto", False),
    ],
)
def test_what_gets_no_update_denies_no_zero(aside: str, right: bool) -> None:
    off = Exercise.from_graph(Graph("f = u*x", u=2, x=0), ["df/du"])
    assert (verdicts(f"$df/du = x = 0$ ({aside}).", off)["df/du"].status in ACCEPTED) is right
