"""All inputs together, before and after the step, and lists of quantities beside lists of numbers."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, judge, read
from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.reading import reading_of

EXERCISE = Exercise.from_graph(
    Graph("q = x*y; f = 0.05*q + 0.45*x + 0.2*y", x=4, y=3),
    ["q", "f", "df/dx", "df/dy", "new:x", "new:y"],
    lr=0.1,
)
STEP = ["x_new = 3.94", "y_new = 2.96"]
SLOPES = ["df/dx = 0.6", "df/dy = 0.4"]


def _read(text: str) -> list[str]:
    return [read_back(statement, text) for statement in reading_of(text, EXERCISE.lexicon).statements]


@pytest.mark.parametrize(
    "text",
    [
        "The new point is (3.94, 2.96).",
        "new point: (x, y) = (3.94, 2.96)",
        "the next iterate is therefore (3.94, 2.96)",
        "updated parameters: [3.94, 2.96]",
        "Parameters after one step: [3.94, 2.96]",
        "Parameters after 1 iteration: [3.94 2.96]",
        "Parameters after backpropagation: [3.94 2.96]",
        "Gewichte nach dem Training: [3.94 2.96]",
        "Poids après rétropropagation : [3.94 2.96]",
        "Pesos después del entrenamiento: [3.94 2.96]",
        "Pesi dopo l'addestramento: [3.94 2.96]",
        "Веса после обучения: [3.94 2.96]",
        "The new parameters are 3.94 and 2.96.",
        "new x and y: 3.94, 2.96",
        "the new x and y are 3.94 and 2.96",
        "Neuer Punkt: (3,94; 2,96)",
        "Le nouveau point est donc (3,94 ; 2,96).",
        r"el nuevo punto es $(3{,}94;\;2{,}96)$",
        "$x^{(1)} = (3.94, 2.96)^T$",
        "x^(1) = [3.94, 2.96]",
        "point: (4, 3), gradient unknown yet, new point: (3.94, 2.96)",
    ],
)
def test_the_new_values_of_all_inputs_may_be_told_at_once(text: str) -> None:
    assert _read(text)[-2:] == STEP


@pytest.mark.parametrize(
    "text",
    [
        "We move from (4, 3) to (3.94, 2.96).",
        "the parameters move from (4, 3) to (3.94, 2.96)",
        "One step of descent takes (x, y) from (4, 3) to (3.94, 2.96)",
        "The step moves $(x, y)$ from $(4, 3)$ to $(3.94, 2.96)$.",
        "$(x, y)$ moves from $(4, 3)$ to $(3.94; 2.96)$.",
        "Bước đầu tiên đưa $(x, y)$ từ $(4, 3)$ tới $(3{,}94;\\ 2{,}96)$.",
        "Der Schritt führt von $(4; 3)$ nach $(3{,}94; 2{,}96)$.",
        "After one step: (4, 3) → (3.94, 2.96)",
        "so the new point (x, y) is (3.94, 2.96)",
        "x and y become 3.94 and 2.96",
        "(4, 3) − 0.1·(0.6, 0.4) = (3.94, 2.96)",
        "next point: [4, 3] - 0.1*[0.6, 0.4] = [3.94, 2.96]",
        "Wir gehen von (4; 3) nach (3,94; 2,96)",
        "on passe de (4 ; 3) à (3,94 ; 2,96)",
    ],
)
def test_a_step_from_point_to_point_is_right(text: str) -> None:
    found = {v.key: v.status for v in judge(read(text, EXERCISE), EXERCISE)}
    assert found["new:x"] is found["new:y"] is Status.RIGHT


@pytest.mark.parametrize(
    "text",
    [
        "df/dx and df/dy are 0.6 and 0.4",
        r"$\frac{\partial f}{\partial x}, \frac{\partial f}{\partial y} = 0.6, 0.4$",
        "dx, dy = 0.6, 0.4",
        "dx, dy = 0.6 0.4",
        "```\ngradients dx, dy: 0.6 0.4\n```",
        r"Gradients: $\partial x = 0.6$, $\partial y = 0.4$",
        "∂x = 0.6, ∂y = 0.4",
        "The gradients of x and y are 0.6 and 0.4 respectively.",
        "The partial derivatives of f with respect to x and y are 0.6 and 0.4.",
        "The gradient with respect to x and y is (0.6, 0.4)",
        "Die Ableitungen nach x und y sind 0,6 und 0,4.",
        "Les dérivées par rapport à x et y sont 0,6 et 0,4.",
        "the gradient vector at this point is (0.6, 0.4)",
        r"$\nabla_{(x,y)} f = (0.6, 0.4)$",
        "df/dx = 0.6, and the same for y, df/dy = 0.4",
        "gradient [0.6, 0.4]",
        "so the gradient vector comes out as (0.6, 0.4)",
        "df/dx, df/dy = 0.6 0.4",
        "df/dx and df/dy: 0.6  0.4",
        "Autograd, df/dx, df/dy: 0.6 0.4",
        "x.grad, y.grad: tensor(0.6) tensor(0.4)",
        "```\nx.grad, y.grad = 0.6 0.4\n```",
        "df/dx, df/dy = (0.6) (0.4)",
    ],
)
def test_derivatives_may_be_told_side_by_side(text: str) -> None:
    assert _read(text) == SLOPES


@pytest.mark.parametrize(
    "text",
    [
        "The new point is not (3.94, 2.96).",
        "new point (wrong): (3.94, 2.96)",
        "the wrong new point is (3.94, 2.96)",
        "the new point is (3.94, 2.96, 1)",
        "(4, 2) → (3.94, 2.96)",
        "from (4, 2) to (3.94, 2.96)",
        "$(x, y)$ moves from $(4, 2)$ to $(3.94, 2.96)$",
        "$(x, y)$ moves from $(4, 3)$ to $(2.96, 3.94)$",
        "$(y, x)$ moves from $(4, 3)$ to $(3.94, 2.96)$",
        "(4, 2) - 0.1 (0.6, 0.4) = (3.94, 2.96)",
        "the point is (3.94, 2.96)",
        "new x and y: 2.96, 3.94",
        "x and y become 3.94 or 2.96",
        "if the new point is (3.94, 2.96)",
    ],
)
def test_what_is_denied_or_of_another_point_is_not_accepted(text: str) -> None:
    found = {v.key: v.status for v in judge(read(text, EXERCISE), EXERCISE)}
    assert found["new:y"] not in (Status.RIGHT, Status.STEP_UNREAD)


@pytest.mark.parametrize("text", ["df/dx, df/dy = 0.6 -0.2", "df/dx, df/dy = 0.6 - 0.2", "df/dx, df/dy = 0.9 0.1 -0.4"])
def test_a_difference_behind_a_list_is_of_no_last_one(text: str) -> None:
    """A sign that stands at its number begins another one; what else follows, a person reads."""
    found = {v.key: v.status for v in judge(read(text, EXERCISE), EXERCISE)}
    assert found["df/dy"] is (Status.WRONG if " -0.2" in text else Status.UNREAD)


def test_an_order_that_is_not_said_is_never_called_wrong() -> None:
    found = {v.key: v.status for v in judge(read("The new point is (2.96, 3.94).", EXERCISE), EXERCISE)}
    assert found["new:x"] is found["new:y"] is Status.UNREAD


def test_a_list_after_another_number_of_quantities_is_read_as_before() -> None:
    assert _read("q and f are 12 and 3") == ["q = 12", "f = 3"]
    assert _read("q = 12, f = 3") == ["q = 12", "f = 3"]


@pytest.mark.parametrize(
    "text",
    [
        "The gradient step with step size $0.1$ leads to $(4-0.06, 3-0.04) = (3.94, 2.96)$.",
        "This takes us to (3.94, 2.96).",
        "One step of gradient descent gives (3.94, 2.96).",
        "The update yields [3.94, 2.96]",
        "Ein Schritt führt zu (3,94; 2,96).",
        "Un pas de descente donne (3,94 ; 2,96).",
        "On arrive au point $(3{,}94\\,;\\,2{,}96)$.",
        "Шаг при $\\eta=0{,}1$ приводит в точку $(3{,}94;\\,2{,}96)$.",
    ],
)
def test_where_a_step_leads_to_is_the_new_point(text: str) -> None:
    assert _read(text)[-2:] in (STEP, ["x_new = 4 - 0.06 = 3.94", "y_new = 3 - 0.04 = 2.96"])


@pytest.mark.parametrize(
    "text",
    [
        "The step does not lead to (3.94, 2.96).",
        "On n'arrive pas au point (3,94 ; 2,96).",
        "Vor dem Schritt gelangt man zum Punkt (3,94; 2,96).",
        "The step takes us away from (3.94, 2.96).",
        "The step uses the gradient (3.94, 2.96).",
        "After two steps we are at (3.94, 2.96).",
        "The step of my neighbour leads to (3.94, 2.96).",
    ],
)
def test_where_a_step_does_not_lead_is_no_new_point(text: str) -> None:
    found = {v.key: v.status for v in judge(read(text, EXERCISE), EXERCISE)}
    assert found["new:y"] not in (Status.RIGHT, Status.STEP_UNREAD)


@pytest.mark.parametrize("bar", ["|", r"\bigg|", r"\Big\rvert", r"\vert"])
@pytest.mark.parametrize(
    ("point", "status"),
    [
        ("(4, 3)", Status.RIGHT),
        (r"\left(4, 3\right)", Status.RIGHT),
        ("4,0; 3,0", Status.RIGHT),
        ("x = 4, y = 3", Status.RIGHT),
        ("(3, 4)", Status.UNREAD),
        ("(4,0; 3,1)", Status.UNREAD),
    ],
)
def test_the_numbers_under_a_bar_are_those_of_all_inputs(bar: str, point: str, status: Status) -> None:
    text = rf"$\frac{{\partial f}}{{\partial x}} {bar}_{{{point}}} = 0.6$"
    found = {verdict.key: verdict.status for verdict in judge(read(text, EXERCISE), EXERCISE)}
    assert found["df/dx"] is status


EQUAL = Exercise.from_graph(Graph("q = w*x; r = q + b; f = z*r", w=5, x=2, b=-2, z=3), ["df/dq", "df/db"])


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("both df/dq and df/db are 3", {"df/dq", "df/db"}),
        ("Both df/dq and df/db equal 3, because r is a sum.", {"df/dq", "df/db"}),
        ("df/dq and df/db are both 3.", {"df/dq", "df/db"}),
        (r"both $\frac{\partial f}{\partial q}$ and $\frac{\partial f}{\partial b}$ equal to $3$", {"df/dq", "df/db"}),
        ("df/dq und df/db sind beide 3", {"df/dq", "df/db"}),
        ("both df/dq and df/db are 4", set()),
        ("df/dq and df/db are both not 3", set()),
        ("Are df/dq and df/db both 3?", set()),
    ],
)
def test_one_number_may_be_said_of_each(text: str, accepted: set[str]) -> None:
    found = verdicts(text, EQUAL)
    assert {key.text for key in EQUAL.keys if found[key.text].status in ACCEPTED} == accepted


def test_a_quantity_beside_an_equation_that_may_be_of_it_too_is_not_missing() -> None:
    assert verdicts("df/dq as well as df/db equal 3", EQUAL)["df/dq"].status is Status.UNREAD
