"""What is said of how wrong a network is, and what an error is called in brackets, denies nothing; all else does."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

NET = Exercise.from_graph(Graph("q = w*x; e = q - t; L = e**2", w=3, x=2, t=2), ["q", "e", "L"])  # 6, 4, 16

# what is written, and the keys that are accepted
ROWS: list[tuple[str, set[str]]] = [
    ("L = (6 - 2)² = 16      ← how wrong we are", {"L"}),
    ("L = 16 (how wrong the model is)", {"L"}),
    ("L = 16, which says how wrong our prediction is", {"L"}),
    ("How wrong is the network? L = 16", {"L"}),
    ("Step 2: How wrong are we?\n\nL = 16", {"L"}),
    ("L = 16 (wie falsch das Netz liegt)", {"L"}),
    ("L = 16 (à quel point le modèle se trompe)", {"L"}),
    ("L = 16 (cuán equivocada está la red)", {"L"}),
    ("L = 16 (quão errado o modelo está)", {"L"}),
    ("L = 16 (quanto è sbagliata la previsione)", {"L"}),
    ("L = 16 (hoe fout het model zit)", {"L"}),
    ("Let us see how terribly wrong our random guesses are:\n\nL = 16", {"L"}),
    ("L = 16 (wie völlig falsch unsere Vorhersage ist)", {"L"}),
    ("| node | value | meaning |\n|---|---|---|\n| q | 6 | How far? |\n| L | 16 | How wrong? |", {"q", "L"}),
    ("| node | value | meaning |\n|---|---|---|\n| q | 6 | How sensitive? |\n| L | 16 | How wrong? |", {"q", "L"}),
    ("| node | value | meaning |\n|---|---|---|\n| q | 6 | Wie stark? |\n| L | 16 | How wrong? |", {"q", "L"}),
    ("| node | value | meaning |\n|---|---|---|\n| q | 7 | How far? |\n| L | 16 | How wrong? |", {"L"}),
    ("| node | value | meaning |\n|---|---|---|\n| q | 6 | How sure? |\n| L | 16 | How wrong? |", {"L"}),
    ("| node | value | meaning |\n|---|---|---|\n| q | 6 | How come? |\n| L | 16 | How wrong? |", {"L"}),
    ("| node | value | meaning |\n|---|---|---|\n| q | 6 | Really? |\n| L | 16 | How wrong? |", {"L"}),
    ("| node | value | meaning |\n|---|---|---|\n| q | 6 | Correct? |\n| L | 16 | How wrong? |", {"L"}),
    ("L = 16. The prediction is too high, so w must decrease.", {"L"}),
    ("L = 16. Our prediction is still too low.", {"L"}),
    ("L = 16 (предсказание слишком велико)", {"L"}),
    ("L = 16 (de voorspelling is te hoog)", {"L"}),
    ("L = 9. The prediction is too high.", set()),
    ("L = 16. My prediction is too high.", set()),
    ("L = 16. The guess is too high.", set()),
    ("L = 16. The result is too high.", set()),
    ("L = 16, which is too high.", set()),
    ("L = 16. The prediction L is too high.", set()),
    ("L = 16. That prediction is wrong and too high.", set()),
    ("L = 9 (how wrong the model is)", set()),
    ("L = 16, how terribly wrong!", set()),
    ("L = 16, how terribly wrong my guess is", set()),
    ("L = 16, how wrong!", set()),
    ("L = 16 ← how wrong I was", set()),
    ("L = 16; how wrong we were", set()),
    ("L = 16. How wrong that is!", set()),
    ("L = 16 (how wrong this is)", set()),
    ("L = 16 ← how wrong it is", set()),
    ("L = 16, how wrong the answer is", set()),
    ("L = 16 (how wrong the result above is)", set()),
    ("L = 16, somehow wrong", set()),
    ("L = 16 is wrong, as the model is", set()),
    ("L = 16 (wie falsch das ist)", set()),
    ("e (error) = 4", {"e"}),
    ("**$e$ (Error):** $4$", {"e"}),
    ("e (Fehler) = 4", {"e"}),
    ("e (erreur) : 4", {"e"}),
    ("e (error) = 3", set()),
    ("e = 4 (error)", set()),
    ("e = 4 (Fehler)", set()),
    ("q = 6 (error): e = 4", {"e"}),
    ("q = 6\n(error)", set()),
    ("e (wrong) = 4", set()),
    ("e (mistake): 4", set()),
    ("q = 6 (should be 3)", set()),
    ("q = 6 (error: it must be 3)", set()),
    ("q = 6 (should be 6)", {"q"}),
    ("q = 6 (as it should be)", {"q"}),
    ("q = 6 (was 5)", {"q"}),
]


@pytest.mark.parametrize(("text", "accepted"), ROWS)
def test_a_measure_of_an_error_denies_nothing(text: str, accepted: set[str]) -> None:
    found = verdicts(text, NET)
    assert {key.text for key in NET.keys if found[key.text].status in ACCEPTED} == accepted
