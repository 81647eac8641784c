"""The verdict of an answer does not change with its layout."""

import pytest
from tests.written.corpus import ACCEPTED, samples, verdicts
from tests.written.layouts import LAYOUTS

from gradbook.written import Verdict

LEFT_TO_A_PERSON = 0.01  # of the right answers, at most


@pytest.fixture(scope="module")
def judged() -> list[tuple[object, str, dict[str, Verdict]]]:
    found = []
    for place, sample in enumerate(samples()):
        if place % 8 == 0:
            found.append((sample.exercise, sample.answer, verdicts(sample.answer, sample.exercise)))
    return found


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_changes_no_verdict(name: str, judged: list) -> None:  # type: ignore[type-arg]
    changed: list[str] = []
    left: list[str] = []
    accepted: list[str] = []
    right = 0
    for exercise, answer, before in judged:
        other = LAYOUTS[name](answer)
        if other == answer:
            continue
        for key, verdict in verdicts(other, exercise).items():
            if before[key].status in ACCEPTED:
                right += 1
                if verdict.status not in ACCEPTED:
                    (changed if verdict.status.decided else left).append(f"{key}: {verdict.status}: {other}")
            elif before[key].status.decided and verdict.status in ACCEPTED:
                accepted.append(f"{key}: {other}")
    assert right >= 5, "the layout hardly changes an answer"
    assert not accepted
    assert not changed
    assert len(left) <= max(1, LEFT_TO_A_PERSON * right), left
