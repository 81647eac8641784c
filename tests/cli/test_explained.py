"""`gradbook read --explain`: why each verdict is what it is."""

import json
import re
from pathlib import Path

import pytest
from tests.conftest import Command
from tests.written.corpus import named_sample

from gradbook.cli.terminal.explanation import print_explanation
from gradbook.written import explain

ANSWER = """My answer, by hand.

q = wx = 10
r = q + b = 8. I think maybe f = 24

q is wrong
"""
ANSWERS = Path(__file__).parents[1] / "written" / "answers" / "blind36.jsonl"
EVERY = 6  # answers of which one is looked at


@pytest.fixture
def answer(tmp_path: Path) -> str:
    (tmp_path / "answer.md").write_text(ANSWER)
    return "answer.md"


def test_each_verdict_is_explained_behind_the_table(gradbook: Command, answer: str) -> None:
    plain = gradbook("read", answer, "-e", "a8:q1").stdout
    shown = gradbook("read", answer, "-e", "a8:q1", "--explain", COLUMNS="200").stdout
    assert "against it" not in plain
    assert (
        shown.split("for a person to look at.\n")[1]
        == """
? q, unread: what is stated of it is in doubt.
  line 3: q = wx = 10
    read as q = w * x = 10
    right by itself; not counted: it is in doubt
    against it: line 6: “wrong” in “q is wrong”
✓ r, right: what is stated of it.
  line 4: r = q + b = 8
    read as r = q + b = 8
    right by itself; counted: the verdict rests on it
? f, unread: what is stated of it is in doubt.
  line 4: f = 24
    read as f = 24
    right by itself; not counted: it is in doubt
    against it: line 4: “maybe” in “I think maybe f = 24”
Nothing was taken from
  line 1: My answer, by hand.
"""
    )


def test_a_teacher_is_told_the_rules(gradbook: Command, answer: str) -> None:
    shown = gradbook("read", answer, "-e", "a8:q1", "--explain", "--teacher", COLUMNS="200").stdout
    assert "found by the rule “said before it”, _said_before in written/parsing/cues/against/doubts.py" in shown
    assert "found by the rule" not in gradbook("read", answer, "-e", "a8:q1", "--explain").stdout


def test_json_holds_the_explanation(gradbook: Command, answer: str) -> None:
    plain = json.loads(gradbook("read", answer, "-e", "a8:q1", "--json").stdout)
    found = json.loads(gradbook("read", answer, "-e", "a8:q1", "--json", "--explain").stdout)
    assert found["nothing_taken"] == [{"number": 1, "text": "My answer, by hand."}]
    explained = [verdict.pop("explanation") for verdict in found["verdicts"]]
    assert found["verdicts"] == plain["verdicts"]
    assert [one["decided_by"] for one in explained][1] == "what is stated of it"
    (place,) = explained[2]["places"]
    assert (place["text"], place["lines"], place["counts"]) == ("f = 24", [4, 4], False)
    assert (place["doubts"][0]["words"], place["doubts"][0]["line"]) == ("maybe", 4)
    assert place["doubts"][0]["rule"]["function"] == "_said_before"


def test_what_an_answer_holds_can_do_nothing_in_a_terminal(gradbook: Command, tmp_path: Path) -> None:
    (tmp_path / "answer.md").write_text("\x1b[31mq\x1b[0m = 10\n\n\x1b]0;title\x07maybe r = 8\nhello \x1b[2J\n")
    assert "\x1b" not in gradbook("read", "answer.md", "-e", "a8:q1", "--explain").stdout


def test_no_right_value_is_told_that_the_answer_does_not_have(capsys: pytest.CaptureFixture[str]) -> None:
    hidden = 0
    for line in ANSWERS.read_text(encoding="utf-8").splitlines()[::EVERY]:
        _, sample = named_sample(line)
        print_explanation(explain(sample.answer, sample.exercise), rules=False)
        shown, answer = {*re.findall(r"\d+\.\d+", capsys.readouterr().out)}, sample.answer.replace(",", ".")
        keys = [key for key in sample.exercise.keys if key.kind != "formula"]
        truths = {f"{abs(sample.exercise.truth(key)):.10g}" for key in keys}
        unwritten = {truth for truth in truths if "." in truth and truth.strip("0") not in answer}
        assert not unwritten & shown
        hidden += len(unwritten)
    assert hidden > 20
