"""Titles that say of what gradients are, and what titles and last lines disown, whatever stands between them."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.written import Exercise, Status, judge, read

SEED = EXERCISES["seed"]
VALUES = {"q": 10, "r": 8, "f": 24}
LOCAL = {"w": 2, "x": 5}
TOTAL = {"w": 6, "x": 15}
NOTATIONS = ("- {0}: {1}", "{0}: {1}", "{0} = {1}", "{1} .... {0}", "{0} -> {1}", "{0}    {1}", "| {0} | {1} |")


def listed(items: dict[str, int], notation: str) -> str:
    head = "| n | v |\n|---|---|\n" if notation.startswith("|") else ""
    return head + "\n".join(notation.format(*item) for item in items.items())


@pytest.mark.parametrize("notation", NOTATIONS)
@pytest.mark.parametrize("title", [
    "Local gradients:", "Local gradients of q:", "Gradients of q:", "Derivadas locales:", "Gradients locaux de q :",
    "Локальные производные:", "Upstream:",
])  # fmt: skip
def test_what_a_title_says_of_gradients_is_all_that_they_are(title: str, notation: str) -> None:
    found = verdicts(f"{title}\n{listed(LOCAL, notation)}", SEED)
    assert {found[key].status for key in ("df/dw", "df/dx")} <= {Status.MISSING, Status.UNREAD, Status.PERSON}
    found = verdicts(f"{title}\n{listed(TOTAL, notation)}", SEED)
    assert ACCEPTED.isdisjoint({found[key].status for key in ("df/dw", "df/dx")})


@pytest.mark.parametrize("notation", NOTATIONS[:3])
def test_gradients_below_local_ones_are_their_own(notation: str) -> None:
    text = f"Local gradients:\n{listed(LOCAL, notation)}\n\nGradients of f:\n{listed(TOTAL, notation)}"
    found = verdicts(text, SEED)
    assert {found[key].status for key in ("df/dw", "df/dx")} <= ACCEPTED


def test_a_local_gradient_in_a_list_is_one() -> None:
    exercise = Exercise.from_graph(SEED.graph, ["local:dq/dw", "local:dr/db", "df/db"])
    found = {v.key: v.status for v in judge(read("Local gradients:\nw: 2\nb: 1\n", exercise), exercise)}
    assert [*found.values()] == [Status.RIGHT, Status.RIGHT, Status.MISSING]


@pytest.mark.parametrize("title", ["Gradients for q:", "Gradients of f:", "Gradients", "Gradients of each node:"])
def test_other_titles_say_nothing(title: str) -> None:
    found = verdicts(f"{title}\nw: 6\nx: 15", SEED)
    assert {found[key].status for key in ("df/dw", "df/dx")} <= ACCEPTED


@pytest.mark.parametrize("notation", NOTATIONS)
@pytest.mark.parametrize("around", [
    "Next sample\n{}", "Lenas Graph\n{}", "other network\n{}", "Contents\n{}", "{}\nThat's Ben's.", "{}\nAll wrong.",
    "{}\nSono di Lena.", "{}\nThe list is from the book.", "{}\nLena says.",
])  # fmt: skip
def test_all_of_a_list_is_disowned(around: str, notation: str) -> None:
    found = verdicts(around.format(listed(VALUES, notation)), SEED)
    assert ACCEPTED.isdisjoint({found[key].status for key in VALUES})


@pytest.mark.parametrize("around", [
    "Sheet 6\n{}", "Maya T.\n{}", "First I thought that the gate is closed, but we add b:\n{}", "{}\nThat is all.",
    "{}\nThank you!", "{}\nApologies that this is late, my daughter was ill.", "data w=5, x=2\n{}",
])  # fmt: skip
def test_what_disowns_nothing(around: str) -> None:
    found = verdicts(around.format(listed(VALUES, "{0} = {1}")), SEED)
    assert {found[key].status for key in VALUES} <= ACCEPTED


def test_a_line_that_points_to_one_of_several_is_of_that() -> None:
    assert verdicts("q = 10\nr = 8\nIt is wrong.", SEED)["q"].status in ACCEPTED


@pytest.mark.parametrize(("text", "accepted"), [
    ("r: 5 * 2 = 10, -2 = 8", False), ("r = 8, -2 = 6", True),
    ("q = 10, -2 = 8, so r = 8", True), ("r = 8, q = 10", True), ("r = 8, -2 = b", True),
])  # fmt: skip
def test_a_calculation_that_goes_on_is_no_result(text: str, *, accepted: bool) -> None:
    found = verdicts(text, SEED)["r"].status
    assert found in (ACCEPTED if accepted else {Status.UNREAD, Status.PERSON})


@pytest.mark.parametrize("title", [
    "Local gradients and chain rule:", "Local gradients times upstream:", "Downstream gradients:",
    "Gradients of layer q:",
    "Gradients of w and x:", "Gradients through q:", "Local:\nw: 2\nx: 5\n\nTotal:", "Local grads: w: 2, x: 5\nChain:",
    "Upstream gradients:\nr: 3\nq: 3\n\nParameters:", "Local gradients\n\ndq/dw = 2, dq/dx = 5\n",
])  # fmt: skip
def test_products_of_local_gradients_are_none(title: str) -> None:
    found = verdicts(f"{title}\nw: 6\nx: 15\nb: 3", SEED)
    assert {found[key].status for key in ("df/dw", "df/dx")} <= ACCEPTED


@pytest.mark.parametrize("around", [
    "Another try\n{}", "Other values\n{}", "Hopefully correct now\n{}", "Ben Miller\n{}", "{}\nNot too bad!",
    "{}\nDank je Jan", "{}\nLena Meyer", "{}\nNot copied from Ben", "{}\nNext sample", "{}\nfor Ben",
])  # fmt: skip
def test_a_title_or_a_last_line_may_say_anything_else(around: str) -> None:
    found = verdicts(around.format("q = 10\nr = 8"), SEED)
    assert found["q"].status in ACCEPTED
