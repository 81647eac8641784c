"""Answers in twelve languages by authors who had seen neither this code nor its samples: 400, and 255 later ones.

The first came out at 71 % accepted, the others at 73 % (English 77, European languages 84, all else and vectors 59)
before anything was mended after them.
"""

import json
from collections import Counter
from pathlib import Path

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

_FOLDER = Path(__file__).parent / "answers"
_OPEN = (Status.UNREAD, Status.PERSON)


@pytest.fixture(scope="module", params=["blind4", "blind5"])
def outcomes(request: pytest.FixtureRequest) -> list[tuple[str, str, str, Status]]:
    """Return the answer's name, the key, what is expected, and the verdict."""
    found = []
    for line in (_FOLDER / f"{request.param}.jsonl").read_text(encoding="utf-8").splitlines():
        given = json.loads(line)
        graph = Graph(given["statements"], **{name: float(value) for name, value in given["inputs"].items()})
        names = {*graph.inputs, *graph.intermediates}
        expected = {
            key if key in names or not key.endswith("_new") else f"new:{key[:-4]}": want
            for key, want in given["expected"].items()
        }
        exercise = Exercise.from_graph(graph, list(expected), lr=given["rate"])
        for key, verdict in verdicts(given["answer"], exercise).items():
            found.append((given["id"], key, expected[key], verdict.status))
    return found


def test_no_wrong_answer_is_accepted(outcomes: list[tuple[str, str, str, Status]]) -> None:
    assert not [(name, key) for name, key, want, status in outcomes if want != "right" and status in ACCEPTED]


def test_right_answers_are_accepted_and_hardly_ever_called_wrong(outcomes: list[tuple[str, str, str, Status]]) -> None:
    right = [(name, key, status) for name, key, want, status in outcomes if want == "right"]
    lost = [(name, key) for name, key, status in right if status not in ACCEPTED]
    blamed = [(name, key) for name, key, status in right if status not in ACCEPTED and status not in _OPEN]
    assert len(lost) <= 0.08 * len(right), Counter(name for name, _ in lost).most_common()
    assert len(blamed) <= 0.013 * len(right), blamed
