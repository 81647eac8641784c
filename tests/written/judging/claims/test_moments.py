"""Values before and after the step: which of the two an equation gives, by what stands before it."""

import pytest
from tests.written.corpus import KINK, MEANS, verdicts

# p = w*x = 6, m = max(p, y) = 6, L = (m - t)^2 = 1, dL/dw = 6, dL/dy = 0; a step of 0.05 leads to w = 1.7, L = 0.01
BEFORE = "p = 6, m = 6, L = 1, dL/dw = 6, dL/dy = 0\n\n"

SAID: list[tuple[str, dict[str, str]]] = [
    ("Update with lr = 0.05: w = 1.7, y = 1", {"w1": "right", "y1": "right"}),
    ("With η = 0.05: w = 2 - 0.3 = 1.7", {"w1": "right", "dL/dw": "right"}),
    ("SGD step: w = 1.7. Then p = 5.1 and L = 0.01", {"w1": "right", "L1": "right", "L": "right", "p": "right"}),
    ("w_new = 1.7, so L = (5.1 - 5)^2 = 0.01", {"w1": "right", "L1": "right", "L": "right"}),
    ("Gradients:\n\n- dL/dw = 6\n\nLearning rate 0.05: w = 1.7", {"w1": "right", "dL/dw": "right"}),
    ("Gradients:\n\n- dL/dw = 6\n- w = 2 - 0.05*6 = 1.7", {"w1": "right", "dL/dw": "right"}),
    ("Schritt mit Lernrate 0,05: w = 1,7; y = 1 (bleibt gleich)", {"w1": "right", "y1": "right"}),
    ("Un pas de gradient : w = 1,7 et y ne change pas.", {"w1": "right", "y1": "right"}),
    ("Un paso con 0.05: w = 1.7, y no cambia.", {"w1": "right", "y1": "right"}),
    ("maj (pas 0,05) : w = 1,7", {"w1": "right"}),
    ("Avec un taux de 0,05 : w = 2 - 0,3 = 1,7", {"w1": "right", "dL/dw": "right"}),
    ("The step takes w from 2 to 1.7, so L falls from 1 to 0.01", {"w1": "right", "L1": "right", "L": "right"}),
    ("One step: w = 1.7. The loss is now 0.01 instead of 1.", {"w1": "right", "L1": "right"}),
    ("w_new = 1.7, y_new = 1. New output: (5.1 - 5)^2 = 0.01", {"L1": "right", "L": "right"}),
    ("One step: w = 1.7. The error drops to 0.01", {"L1": "right", "L": "right"}),
    ("One step: w = 1.7. Der neue Verlust 0,01, vorher 1", {"L1": "right", "L": "right"}),
    ("Bumping w, L goes from 1 to 1.06.", {"L1": "open", "L": "right"}),
    ("The loss falls from L = 1 to L = 0.01.", {"L1": "right", "L": "right"}),
    ("Der Verlust sinkt von $L = 1$ auf $L = 0{,}01$.", {"L1": "right", "L": "right"}),
    ("La pérdida baja de $L = 1$ a $L \\approx 0{,}01$.", {"L1": "right", "L": "right"}),
    ("The loss falls from L = 1 to L = 0.5.", {"L1": "open", "L": "right"}),
    ("The loss falls from L = 0.01 to L = 1.", {"L1": "open"}),
    ("The loss does not fall from L = 1 to L = 0.01.", {"L1": "missing"}),
    ("Bumping w, L goes from L = 1 to L = 1.06.", {"L1": "open", "L": "right"}),
    ("One step: w = 1.7.\n\nCheck: L = 0.01 < 1", {"w1": "right", "L1": "right", "L": "right"}),
    ("One step: w = 1.7. Check with L = 1: it was larger before.", {"w1": "right", "L": "right", "L1": "missing"}),
    ("One step: w = 1.7. Check: L = 0.5", {"w1": "right", "L1": "open", "L": "open"}),
    ("One step: w = 2.3, y = 1.2", {"w1": "wrong", "y1": "wrong"}),
    ("One step: w = 2", {"w1": "missing"}),
    ("One step: w stays the same", {"w1": "open"}),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_a_value_is_one_before_the_step_or_after_it(text: str, expected: dict[str, str]) -> None:
    found = verdicts(BEFORE + text, KINK)
    assert {key: found[key].status in MEANS[means] for key, means in expected.items()} == dict.fromkeys(expected, True)


def test_what_was_given_is_no_new_value() -> None:
    found = verdicts("With lr = 0.05, w = 2, x = 3, y = 1, t = 5 we have p = 6, m = 6 and L = 1.", KINK)
    assert found["y1"].status not in MEANS["right"]
    assert found["L"].status in MEANS["right"]
