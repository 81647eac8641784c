"""Dicts that are written down: gradients and new values by their names, each with the comment behind its entry."""

import pytest
from tests.written.corpus import EXERCISES

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, judge, read
from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.reading import reading_of

SEED = EXERCISES["seed"]


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("grads = {\n    'q': 3,     # = z\n    'b': 3,\n}", ["df/dq = 3 = z", "df/db = 3"]),
        ("grads_of_f = {\n    'q': 3,  # z\n    'b': 3,  # just passed on\n}", ["df/dq = 3", "df/db = 3"]),
        ("dérivées = {\n    'q': 3,  # vaut z\n    'b': 3}", ["df/dq = 3 = z", "df/db = 3"]),
        ("grads = dict(\n    q=3,  # z\n    b=3,\n)", ["df/dq = 3", "df/db = 3"]),
        ("values = {\n    'q': 10,  # w*x\n    'r': 8,\n}", ["q = 10", "r = 8"]),
        ("new = {'w': 4.94, 'b': -2.03}", ["w_new = 4.94", "b_new = -2.03"]),
        ("after_update = {'w': 4.94, 'b': -2.03}   # lr 0.01", ["w_new = 4.94", "b_new = -2.03"]),
        ("nuevos_valores = {\n    'w': 4.94,  # baja\n    'b': -2.03,\n}", ["w_new = 4.94", "b_new = -2.03"]),
        ("neu = {'w': 4.94}", ["w_new = 4.94"]),
    ],
)
def test_entries_are_read_by_the_name_of_their_dict(program: str, told: list[str]) -> None:
    written = f"```\n{program}\n```"
    assert [read_back(one, written) for one in reading_of(written, SEED.lexicon).statements] == told


@pytest.mark.parametrize("name", ["before", "new_data", "toms_new_weights", "new_grads", "after_2_steps", "maybe_new"])
def test_other_dicts_say_nothing_of_the_step(name: str) -> None:
    written = f"```\n{name} = {{'w': 4.94, 'b': -2.03}}\n```"
    told = [read_back(one, written) for one in reading_of(written, SEED.lexicon).statements]
    assert not [one for one in told if one.startswith("w_new")]


@pytest.mark.parametrize("rate", ["lr 0.1", "lr = 0.1", "rate 0.02", "eta=0.2", "lernrate 0.1"])
def test_another_rate_is_heard(rate: str) -> None:
    written = f"```\nnew = {{'w': 4.94, 'b': -2.03}}   # {rate}\n```"
    graph = Graph("q = w*x; r = q + b; f = z*r", w=5.0, x=2.0, b=-2.0, z=3.0)
    exercise = Exercise.from_graph(graph, ["new:w"], lr=0.01)
    (verdict,) = judge(read(written, exercise), exercise)
    assert verdict.status not in (Status.RIGHT, Status.STEP_UNREAD)


@pytest.mark.parametrize(
    "entry",
    [
        "'q': 3,  # wrong", "'q': 3,  # not sure", "'q': 3,  # falsch", "'q': 3,  # faux", "'q': 3,  # no, 4",
        "'q': 3,  # ?", "'q': 3,  # should be 4", "'q': 3, 'r': 3,  # geraten", "'q': 3,  # Ana got this",
        "# only a guess\n    'q': 3,", "# wrong:\n    'q': 3,",
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["grads", "dL"])
def test_comments_at_an_entry_are_heard(name: str, entry: str) -> None:
    written = f"```python\n{name} = {{\n    {entry}\n    'b': 3,\n}}\n```"
    (verdict,) = [one for one in judge(read(written, SEED), SEED) if one.key == "df/dq"]
    assert verdict.status not in (Status.RIGHT, Status.STEP_UNREAD)
