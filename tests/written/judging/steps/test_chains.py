"""A chain of derivatives is a result where each of them is stated by a right formula, and none as a number."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

NEURON = Exercise.from_graph(
    Graph("z = w*x + b; a = sigmoid(z); L = (a - t)**2", w=0.4, x=1.5, b=-0.2, t=1.0), ["dL/dw", "dL/db"]
)
PROGRAM = """w, x, b, t = 0.4, 1.5, -0.2, 1.0
z = w*x + b
a = sigmoid(z)
L = (a - t)**2
dL_da = 2 * (a - t)
da_dz = a * (1 - a)
dz_dw = x
dz_db = 1.0
dL_dw = dL_da * da_dz * dz_dw
dL_db = dL_da * da_dz * dz_db
"""


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        (PROGRAM, {"dL/dw", "dL/db"}),
        (PROGRAM.replace("dL_dw =", "dL_dw_manual =").replace("dL_db =", "dL_db_by_hand ="), {"dL/dw", "dL/db"}),
        (PROGRAM.replace("dL_da = 2 *", "dL_da ="), set()),
        (PROGRAM.replace("dz_dw = x", "dz_dw = w"), {"dL/db"}),
        (PROGRAM.replace("dL_db = dL_da * da_dz", "dL_db = dL_da"), {"dL/dw"}),
        (PROGRAM.replace("x, b, t = 0.4, 1.5", "x, b, t = 0.4, 2.5"), set()),
        (PROGRAM + "print(dL_dw)  # 0.25\n", {"dL/db"}),
        (PROGRAM + "```\n\nSo dL/dw is 0.25", {"dL/db"}),
        ("dL/da = 2(a - t), da/dz = a(1 - a), dz/dw = x. dL/dw = dL/da * da/dz * dz/dw", {"dL/dw"}),
        ("dL/da = 2(a - t), da/dz = a(1 - a). dL/dw = dL/da * da/dz * dz/dw", set()),
        ("dL/da = 2(a - t), da/dz = a, dz/dw = x. dL/dw = dL/da * da/dz * dz/dw", set()),
        ("dL/da = -1.2, da/dz = a(1 - a), dz/dw = x. dL/dw = dL/da * da/dz * dz/dw", set()),
        ("dL/da = 2(a - t). da/dz = a(1 - a). dL/dz = dL/da da/dz. dz/dw = x. dL/dw = dL/dz dz/dw", {"dL/dw"}),
        ("dL/dz = dL/da da/dz. dL/da = dL/dz / da/dz. da/dz = a(1 - a). dz/dw = x. dL/dw = dL/dz dz/dw", set()),
        ("maybe dL/da = 2(a - t). da/dz = a(1 - a), dz/dw = x. dL/dw = dL/da * da/dz * dz/dw", set()),
    ],
)
def test_a_chain_of_what_is_assigned_is_a_result(text: str, accepted: set[str]) -> None:
    found = verdicts(f"```python\n{text}", NEURON)
    assert {key for key in ("dL/dw", "dL/db") if found[key].status in ACCEPTED} == accepted


TWO_ERRORS = Exercise.from_graph(
    Graph(
        "n1 = u*h + b; n2 = v*h + b; o1 = sigmoid(n1); o2 = sigmoid(n2); E1 = 0.5*(t1 - o1)**2; E2 = 0.5*(t2 - o2)**2;"
        "E = E1 + E2",
        h=0.55, u=0.4, v=-0.5, b=0.6, t1=0.2, t2=0.9,
    ),
    ["dE/du", "dE/dh", "dE/db"],
)  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "key", "accepted"),
    [
        ("dE/du = dE1/do1 * do1/dn1 * dn1/du = -(t1 - o1) o1 (1 - o1) h", "dE/du", True),
        (
            "dE/db = dE1/do1 * do1/dn1 + dE2/do2 * do2/dn2 = -(t1 - o1) o1 (1 - o1) - (t2 - o2) o2 (1 - o2)",
            "dE/db",
            True,
        ),
        ("dE/du = dE2/do2 * do2/dn2 * dn1/du = -(t1 - o1) o1 (1 - o1) h", "dE/du", False),
        ("dE/dh = dE1/do1 * do1/dn1 * dn1/dh = -(t1 - o1) o1 (1 - o1) u", "dE/dh", False),
        ("dE/db = dE1/do1 * do1/dn1 = -(t1 - o1) o1 (1 - o1)", "dE/db", False),
    ],
)
def test_a_chain_may_begin_at_a_term_of_the_output(answer: str, key: str, accepted: bool) -> None:
    assert (verdicts(answer, TWO_ERRORS)[key].status is Status.RIGHT) == accepted
