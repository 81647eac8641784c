"""Texts by which an attacker had rules accept, or blame, what they must not: each rule stands where the text says."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.written.corpus import ACCEPTED, MEANS

from gradbook.graph import Graph
from gradbook.written import Exercise, judge, read

_FOLDER = Path(__file__).parent / "attacked"
_GIVEN = json.loads((_FOLDER / "rules_exercises.json").read_text(encoding="utf-8"))
EXERCISES = {
    name: Exercise.from_graph(Graph(one["statements"], **one["inputs"]), one["ask"], one["lr"], moving=one["moving"])
    for name, one in _GIVEN.items()
}
ROWS = [json.loads(line) for line in (_FOLDER / "rules.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["answer"][:40])
def test_a_rule_goes_no_farther(row: dict[str, Any]) -> None:
    exercise = EXERCISES[row["exercise"]]
    found = {verdict.key: verdict.status for verdict in judge(read(row["answer"], exercise), exercise)}
    assert not {key for key in row.get("not_accepted", ()) if found[key] in ACCEPTED}
    assert all(found[key] in ACCEPTED for key in row.get("accepted", ()))
    assert not {key for key in row.get("not_blamed", ()) if found[key] in MEANS["wrong"] | MEANS["missing"]}
