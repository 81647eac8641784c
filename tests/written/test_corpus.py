"""The samples and our own corpus. A wrong answer is never accepted; what is not sure is left to a person."""

import json
import os
from collections import Counter
from pathlib import Path

import pytest
from tests.written.attacks import ATTACKS
from tests.written.corpus import (
    ACCEPTED,
    ANSWERS,
    EXERCISES,
    KINK,
    LAYERS,
    MEANS,
    SETS,
    SQUARE_OF_ONE,
    samples,
    verdicts,
)

from gradbook.graph import Graph
from gradbook.written import Exercise, Status


@pytest.fixture(scope="session")
def sample_folder() -> Path:
    folder = os.environ.get("GRADBOOK_WRITTEN")
    if not folder:
        pytest.skip("GRADBOOK_WRITTEN is not set: no sample answers")
    return Path(folder)


def test_the_samples(sample_folder: Path) -> None:
    exercises = json.loads((sample_folder / "exercises.json").read_text())
    decided = total = 0
    for line in (sample_folder / "answers-dev.jsonl").read_text().splitlines():
        sample = json.loads(line)
        about = exercises[sample["ex"]]
        graph = Graph("; ".join(f"{name} = {text}" for name, text in about["nodes"].items()), **about["vals"])
        exercise = Exercise.from_graph(graph, list(sample["expect"]), lr=about["lr"])
        for key, verdict in verdicts(sample["answer"], exercise).items():
            total += 1
            decided += verdict.status.decided
            expected = sample["expect"][key]
            assert expected == "right" or verdict.status not in ACCEPTED, (sample["id"], key)
            assert verdict.status in MEANS[expected] or not verdict.status.decided, (sample["id"], key, verdict)
            if verdict.status is Status.WRONG and key in sample["diag"]:
                assert verdict.diagnosis == sample["diag"][key], (sample["id"], key, verdict)
    assert decided >= 0.97 * total


@pytest.mark.parametrize(("name", "answer", "expected"), ANSWERS)
def test_the_table(name: str, answer: str, expected: dict[str, str]) -> None:
    found = verdicts(answer, EXERCISES[name])
    for key, want in expected.items():
        status, _, diagnosis = want.partition(":")
        assert found[key].status in MEANS[status], (key, found[key])
        assert not diagnosis or found[key].diagnosis == diagnosis, (key, found[key])


@pytest.mark.parametrize("name", SETS)
def test_the_corpus(name: str) -> None:
    """Counts, so that a change that trades one answer for another is seen as such."""
    counts: Counter[str] = Counter()
    accepted: list[str] = []
    for sample in samples(name):
        for key, verdict in verdicts(sample.answer, sample.exercise).items():
            expected = sample.expected[key]
            counts["all"] += 1
            counts["as expected"] += verdict.status in MEANS[expected]
            counts["rejected"] += expected == "right" and verdict.status.decided and verdict.status not in ACCEPTED
            if verdict.status in ACCEPTED and expected in ("wrong", "carried", "missing"):
                accepted.append(f"{key}: {sample.answer}")
    assert not accepted
    assert counts["rejected"] <= 0.005 * counts["all"], counts
    assert counts["as expected"] >= 0.96 * counts["all"], counts


@pytest.mark.parametrize(
    ("name", "key", "accepted", "answer"), [(*row[:3], answer) for row in ATTACKS for answer in row[3]]
)
def test_attacks(name: str, key: str, accepted: bool, answer: str) -> None:
    verdict = verdicts(answer, {"kink": KINK, "layers": LAYERS, "sq1": SQUARE_OF_ONE, **EXERCISES}[name])[key]
    assert (verdict.status in ACCEPTED) is accepted, verdict
