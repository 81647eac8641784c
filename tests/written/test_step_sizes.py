"""A step and how far it goes, before the values that it leads to."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

ASKED = ["new:x", "new:y", "new:z"]
EXERCISE = Exercise.from_graph(Graph("q = x + y; f = q*z", x=-2, y=5, z=-4), ASKED, lr=0.1)
ABOVE = "q = 3\nf = -12\ndf/dz = 3\ndf/dx = -4\ndf/dy = -4\n\n"
LEADS = [
    "One step of 0.1:",
    "One gradient descent step (lr 0.1):",
    "After a step of size 0.1:",
    "Step with 0.1 on both:",
    "step 0.1 →",
    "lr=0.1 →",
    "with lr = 0.1 →",
    "Ein Schritt mit Lernrate 0.1:",
    "Un pas de 0.1 :",
    "Un paso de 0.1:",
    "Um passo com taxa 0.1:",
    "Een stap van 0.1 →",
    "Krok 0.1:",
    "Шаг 0.1:",
    "Bir adım (0.1):",
    "学習率 0.1 で1回更新すると",
]
FORMS = [
    "x = -1.6, y = 5.4, z = -4.3",
    "x=-1.6 y=5.4 z=-4.3",
    "x -1.6, y 5.4, z -4.3",
    "x → -1.6, y → 5.4, z → -4.3",
    "\nx = -1.6\ny = 5.4\nz = -4.3",
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("lead", LEADS)
def test_what_a_step_leads_to_is_read(lead: str, form: str) -> None:
    found = verdicts(f"{ABOVE}{lead} {form}", EXERCISE)
    assert all(verdict.status in ACCEPTED for verdict in found.values()), found


@pytest.mark.parametrize("lead", ["One step of 0.1:", "Ein Schritt mit Lernrate 0.1:", "Un paso de 0.1:", "lr=0.1 →"])
def test_a_point_without_a_name_is_that_behind_the_step(lead: str) -> None:
    found = verdicts(f"{ABOVE}{lead} (-1.6, 5.4, -4.3)", EXERCISE)
    assert all(verdict.status in ACCEPTED for verdict in found.values()), found


@pytest.mark.parametrize(
    "line",
    ["x after a step of 0.1: -2 + 0.4 = -1.6", "x po kroku 0,1: -2 + 0,4 = -1,6", "x after the step (0.1): -1.6"],
)
def test_how_far_the_step_goes_is_no_value(line: str) -> None:
    assert verdicts(ABOVE + line, EXERCISE)["new:x"].status in ACCEPTED


@pytest.mark.parametrize("line", ["After the step (0.2): x = -1.6", "One step of 0.2: x = -1.6", "Step 0.2 → x = -1.6"])
def test_a_step_at_another_rate_is_another(line: str) -> None:
    assert verdicts(ABOVE + line, EXERCISE)["new:x"].status not in ACCEPTED


def test_a_step_that_is_counted_has_no_size() -> None:
    assert verdicts(f"{ABOVE}Step 2: (-4, -4, 3)", EXERCISE)["new:x"].status not in ACCEPTED


def test_inputs_beside_each_other_are_no_product() -> None:
    found = verdicts("adım 0,1 -> x = -1,6 y = 5,4 z = -4,3", EXERCISE)
    assert all(verdict.status in ACCEPTED for verdict in found.values()), found
