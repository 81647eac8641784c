"""Tables of samples: "z" beside "A" is z_A; the samples may stand in rows or in columns."""

import pytest
from tests.written.attacked.tables import table
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise


def _exercise(a: str, b: str) -> Exercise:
    text = "; ".join(f"z{i} = w*x{i} + c; p{i} = sigmoid(z{i})" for i in (a, b))
    graph = Graph(f"{text}; J = p{a} + p{b}", **{"w": 1, "c": 0.5, f"x{a}": -1, f"x{b}": 1})
    return Exercise.from_graph(graph, [f"z{a}", f"z{b}", f"p{a}", f"p{b}"], lr=0.1)


EXERCISES = {names: _exercise(*names.split()) for names in ("A B", "1 2", "_a _b")}
FIRST, SECOND = [-1, -0.5, 0.3775], [1, 1.5, 0.8176]
TITLES = [
    "z | p", "$z$ | $p$", "z_i | p_i", "logit z | probability p", "z = wx + c | p = σ(z)", "z initial | p initial",
    "z (start) | p (start)", "`z` | `p`",
]  # fmt: skip


def _rows(corner: str, names: str, titles: str = "z | p") -> str:
    a, b = (name.strip("_") for name in names.split())
    return table([corner, "x", *titles.split(" | ")], [a, *FIRST], [b, *SECOND])


@pytest.mark.parametrize("names", EXERCISES)
@pytest.mark.parametrize("corner", ["Example", "sample", "Exemplo", "", "#", "Beispiel", "point", "样本", "i"])
def test_rows_may_be_samples(names: str, corner: str) -> None:
    found = verdicts(_rows(corner, names), EXERCISES[names])
    assert all(verdict.status in ACCEPTED for verdict in found.values())


@pytest.mark.parametrize("names", EXERCISES)
@pytest.mark.parametrize("titles", TITLES)
def test_titles_of_samples_may_have_words_beside_the_name(names: str, titles: str) -> None:
    found = verdicts(_rows("Example", names, titles), EXERCISES[names])
    assert all(verdict.status in ACCEPTED for verdict in found.values())


@pytest.mark.parametrize("names", EXERCISES)
@pytest.mark.parametrize("labelled", ["{}", "example {}", "sample {}"])
def test_columns_may_be_samples(names: str, labelled: str) -> None:
    labels = [labelled.format(name.strip("_")) for name in names.split()]
    columns = [list(row) for row in zip("xzp", FIRST, SECOND, strict=True)]
    found = verdicts(table(["", *labels], *columns), EXERCISES[names])
    assert all(verdict.status in ACCEPTED for verdict in found.values())


@pytest.mark.parametrize("names", EXERCISES)
@pytest.mark.parametrize(
    "titles", ["mean z | mean p", "Ben's z | Ben's p", "wrong z | wrong p", "-z | 1-p", "dz | dp", "p | z", "a | b"]
)
def test_a_title_that_says_something_else_gives_no_value(names: str, titles: str) -> None:
    found = verdicts(_rows("Example", names, titles), EXERCISES[names])
    assert all(verdict.status not in ACCEPTED for verdict in found.values())


@pytest.mark.parametrize("names", EXERCISES)
def test_the_number_of_another_sample_is_not_accepted(names: str) -> None:
    a, b = (name.strip("_") for name in names.split())
    found = verdicts(table(["Example", "x", "z", "p"], [b, *FIRST], [a, *SECOND]), EXERCISES[names])
    assert all(verdict.status not in ACCEPTED for verdict in found.values())


@pytest.mark.parametrize("corner", ["epoch", "step", "iteration", "round", "迭代"])
def test_rounds_are_no_samples(corner: str) -> None:
    columns = [list(row) for row in zip("xzp", FIRST, SECOND, strict=True)]
    found = verdicts(table([corner, "1", "2"], *columns), EXERCISES["1 2"])
    assert all(verdict.status not in ACCEPTED for verdict in found.values())


def test_a_running_index_may_stand_anywhere_in_a_title() -> None:
    graph = Graph("p1 = w*x1; p2 = w*x2; e1 = p1 - y1; e2 = p2 - y2; L = e1 + e2", w=0.5, x1=1, x2=3, y1=1, y2=2)
    keys = ["e1", "e2", "dp1/dw", "dp2/dw"]
    rows = [["error $e_i=p_i-y_i$", -0.5, -0.5], ["$\\partial p_i/\\partial w$", 1, 3]]
    found = verdicts(table(["", "sample 1", "sample 2"], *rows), Exercise.from_graph(graph, keys))
    assert all(verdict.status in ACCEPTED for verdict in found.values())
    wrong = verdicts(table(["", "sample 1", "sample 2"], rows[0], [rows[1][0], 3, 1]), Exercise.from_graph(graph, keys))
    assert not any(wrong[key].status in ACCEPTED for key in keys[2:])


def test_a_corner_may_say_that_all_cells_are_gradients() -> None:
    graph = Graph("h1 = u1*x; h2 = u2*x; L = h1*h2", u1=0.5, u2=2, x=1)
    found = verdicts(
        table(["gradient of L wrt", "unit 1", "unit 2"], ["h", 2, 0.5], ["u", 2, 0.5]),
        Exercise.from_graph(graph, ["dL/dh1", "dL/dh2", "dL/du1", "dL/du2", "h1"]),
    )
    assert {key for key, verdict in found.items() if verdict.status in ACCEPTED} == {
        "dL/dh1",
        "dL/dh2",
        "dL/du1",
        "dL/du2",
    }
