"""Harmless sentences beside a right equation, by authors that saw no code: none is held against it as an error."""

import json
from pathlib import Path

from tests.written.corpus import ACCEPTED

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, judge, read

EXERCISE = Exercise.from_graph(Graph("z = w*x + b; a = sigmoid(z); L = (a - y)**2", w=0.5, x=2, b=-1, y=1), ["dL/dw"])
SENTENCES = Path(__file__).parent / "answers" / "beside.jsonl"
MOST_FOR_A_PERSON = 0.12  # of these; of those of a new author it is a fifth, so that this may only fall


def test_sentences_beside_an_equation_do_not_make_it_wrong() -> None:
    lost = 0
    rows = [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]
    for row in rows:
        parts = ["dL/dw = -0.5", row["text"]]
        answer = "\n\n".join(parts if row["side"] == "behind" else reversed(parts))
        (verdict,) = judge(read(answer, EXERCISE), EXERCISE)
        assert verdict.status not in (Status.WRONG, Status.WRONG_STEP, Status.MISSING), answer
        lost += verdict.status not in ACCEPTED
    assert lost <= MOST_FOR_A_PERSON * len(rows)
