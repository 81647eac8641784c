"""No wrong answer becomes right by a word, a bracket or a name put anywhere into it."""

import re
from functools import cache

import pytest
from tests.written.corpus import ACCEPTED, samples, verdicts

from gradbook.written import Exercise, Status

INSERTED = {
    "an unknown word": " blorp ",
    "a word of another language": " fois ",
    "an unknown name": " k ",
    "an unknown name beside": "k",
    "an opening bracket": "(",
    "a closing bracket": ")",
    "brackets around an unknown name": " (k) ",
    "brackets around words": " (see above) ",
    "a new line": "\n",
}
SHORT = 28  # longer answers hold several statements, of which others are right


@cache
def wrong_answers() -> list[tuple[Exercise, str, str]]:
    """Return the exercise, the answer and the key of short answers that are wrong."""
    found = []
    for sample in samples():
        if len(sample.answer) > SHORT or "wrong" not in sample.expected.values():
            continue
        for key, verdict in verdicts(sample.answer, sample.exercise).items():
            if verdict.status is Status.WRONG:
                found.append((sample.exercise, sample.answer, key))
    return found


def places(answer: str) -> list[int]:
    """Return where something can be put in: between words, numbers and signs."""
    return sorted({0, len(answer), *(match.start() for match in re.finditer(r"(?<![\w.\\])(?=\S)|\s", answer))})


@pytest.mark.parametrize("name", INSERTED)
def test_nothing_put_in_makes_a_wrong_answer_right(name: str) -> None:
    accepted: list[str] = []
    tried = 0
    for exercise, answer, key in wrong_answers()[[*INSERTED].index(name) % 2 :: 2]:  # what is like it has the others
        for place in places(answer):
            changed = answer[:place] + INSERTED[name] + answer[place:]
            tried += 1
            if verdicts(changed, exercise)[key].status in ACCEPTED:
                accepted.append(f"{key}: {changed}")
    assert tried > 100
    assert not accepted
