"""Disowned: what stands under, above or behind a label such as "draft" or "nicht werten" is left to a person."""

from itertools import cycle

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise
from gradbook.written.lexing.words.lists.disowning import labels

EXERCISE = Exercise.from_graph(Graph("q = x + y; f = q*z", x=-2, y=5, z=-4), ["q", "df/dq"])
EVERY = 8  # labels of which one is tried
FORMS = {
    "a title": "# {}\n\nq = 3\ndf/dq = -4",
    "with a colon": "{}:\n\nq = 3\ndf/dq = -4",
    "the line above": "{}\nq = 3\ndf/dq = -4",
    "the line below": "q = 3\ndf/dq = -4\n\n({})",
    "beside": "q = 3   ({})\ndf/dq = -4   [{}!]",
    "over a table": "{}\n\n| n | value |\n|---|---|\n| q | 3 |\n| df/dq | -4 |",
    "a comment": "```python\n# {}\nq = 3\ndf_dq = -4\n```",
}
HARMLESS = [
    "Forward pass", "Results", "Values", "Backward", "Lösung", "Rückwärts", "Résultats", "Passe avant", "Solución",
    "Hacia atrás", "Passo a passo", "In avanti", "Uitwerking", "正向传播", "逆伝播", "순전파", "Прямой проход",
    "İleri yayılım",
]  # fmt: skip


@pytest.mark.parametrize(("label", "form"), [*zip([*labels()][::EVERY], cycle(FORMS), strict=False)])
def test_what_is_disowned_does_not_count(label: str, form: str) -> None:
    found = verdicts(FORMS[form].replace("{}", label), EXERCISE)
    assert not [key for key, verdict in found.items() if verdict.status in ACCEPTED]


@pytest.mark.parametrize("label", HARMLESS)
@pytest.mark.parametrize("form", ["a title", "with a colon", "the line above"])
def test_other_labels_disown_nothing(label: str, form: str) -> None:
    found = verdicts(FORMS[form].replace("{}", label), EXERCISE)
    assert all(verdict.status in ACCEPTED for verdict in found.values())


def test_a_label_is_of_what_stands_right_beside_it() -> None:
    found = verdicts("# draft\n\nq = 4\n\n# Final\n\nq = 3\n\ndf/dq = -4", EXERCISE)
    assert found["df/dq"].status in ACCEPTED
    found = verdicts("df/dq = -4\n\nSome words in between.\n\nq = 3\n(made up)", EXERCISE)
    assert found["df/dq"].status in ACCEPTED
    assert found["q"].status not in ACCEPTED
