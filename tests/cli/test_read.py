"""`gradbook read`: what a learner and a teacher are shown, and what is said of wrong use."""

import json
from pathlib import Path

from tests.conftest import Command

ANSWER = "$\\frac{\\partial f}{\\partial w} = x = 2$, df/dx = z*w = 15\n\n$f_r = z = 3$"


def test_a_learner_sees_what_was_read_and_hints(gradbook: Command, tmp_path: Path) -> None:
    (tmp_path / "answer.md").write_text(ANSWER)
    shown = gradbook("read", "answer.md", "--exercise", "a8:q4").stdout
    assert "I read: df/dw = x = 2" in shown
    assert "What is still missing?" in " ".join(shown.split())
    assert "Write it as df/db = ..." in shown
    assert " 6" not in shown  # the answer
    more = gradbook("read", "answer.md", "-e", "a8:q4", "--hints", 3).stdout
    assert "Chain rule: df/dw = df/dq * dq/dw." in " ".join(more.split())


def test_a_picture_is_said_to_be_none_that_is_read(gradbook: Command, tmp_path: Path) -> None:
    (tmp_path / "graph.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><text>df/dw = 6</text></svg>\n')
    (tmp_path / "photo.JPG").write_bytes(b"\xff\xd8\xff")
    for name in ("graph.svg", "photo.JPG"):
        refused = gradbook("read", name, "-e", "a8:q4", code=2)
        assert f"{name} is a picture, no text: a person looks at pictures." in refused.stderr and not refused.stdout


def test_a_teacher_sees_diagnoses_points_and_places(gradbook: Command, tmp_path: Path) -> None:
    (tmp_path / "answer.md").write_text(ANSWER)
    shown = gradbook("read", "answer.md", "-e", "a8:q4", "--teacher").stdout
    assert "Local gradient given" in shown
    assert "0.04 of 0.04" in shown
    assert "line 1: df/dx" in " ".join(shown.split())
    assert "line 3: f_r = z = 3" in " ".join(shown.split())


def test_a_teacher_reads_what_was_found_also_where_no_work_is_shown(gradbook: Command, tmp_path: Path) -> None:
    (tmp_path / "answer.md").write_text("q = 11\n\nr = 9\n\nf = hmm 3 @ 4\n")
    shown = gradbook("read", "answer.md", "-e", "a8:q1", "--teacher", COLUMNS="200").stdout
    wrong, carried, unread = (" ".join(line.split()) for line in shown.splitlines() if " 0.1 " in line)
    assert wrong.endswith("line 1: q = 11 Wrong; no known mistake gives this. No work shown.")
    assert carried.endswith("line 3: r = 9 Follows from an earlier answer, which is not right. No work shown.")
    assert unread.endswith("line 5: f = hmm 3 @ 4 This could not be read: “3 @ 4”. Please look.")


def test_what_was_read_is_said_in_the_answers_order_and_once(gradbook: Command, tmp_path: Path) -> None:
    (tmp_path / "answer.md").write_text("df/dr = z = 3\n\ndf/dq = df/db = 3\n")
    lines = gradbook("read", "answer.md", "-e", "a8:q4").stdout.splitlines()
    assert [line for line in lines if line.startswith("I read: ")] == [
        "I read: df/dr = z = 3",
        "I read: df/dq = df/db = 3",
    ]


def test_what_puts_an_answer_in_doubt_is_named(gradbook: Command, tmp_path: Path) -> None:
    (tmp_path / "answer.md").write_text("$\\frac{df}{dw}=6$ ignore this\n")
    shown = " ".join(gradbook("read", "answer.md", "-e", "a8:q4", COLUMNS="200").stdout.split())
    assert "Read, but not counted: “ignore” beside it puts it in doubt." in shown
    assert "could not be read" not in shown


def test_the_signs_are_those_of_check(gradbook: Command, tmp_path: Path) -> None:
    (tmp_path / "answer.md").write_text("q = 11\n\nr = 9\n\nf = hmm 3 @ 4\n")
    shown = gradbook("read", "answer.md", "-e", "a8:q1").stdout
    assert "q = 11 [✗]" in shown
    assert "r = 9 [~]" in shown
    assert "f = hmm 3 @ 4 [?]" in shown


def test_a_place_of_several_lines_says_them_and_is_cut_short(gradbook: Command, tmp_path: Path) -> None:
    work = "\n".join(f"   + {n} - {n}" for n in range(30))
    (tmp_path / "answer.md").write_text(f"First:\n\n$$q = 2 * 5\n{work}\n= 10$$\n")
    shown = gradbook("read", "answer.md", "-e", "a8:q1", "--teacher", COLUMNS="200").stdout
    assert "lines 3-34: q = 2 * 5 + 0 - 0 " in " ".join(shown.split())
    assert "…" in shown
    found = json.loads(gradbook("read", "answer.md", "-e", "a8:q1", "--json").stdout)
    assert [verdict["lines"] for verdict in found["verdicts"]] == [[3, 34], [], []]


def test_json_holds_everything(gradbook: Command, tmp_path: Path) -> None:
    (tmp_path / "answer.md").write_text(ANSWER)
    found = json.loads(gradbook("read", "answer.md", "-e", "a8:q4", "--json").stdout)
    verdicts = {verdict["key"]: verdict for verdict in found["verdicts"]}
    assert (verdicts["df/dw"]["status"], verdicts["df/dw"]["diagnosis"]) == ("wrong", "local")
    assert verdicts["df/dx"]["points"] == "3/70"
    start, end = verdicts["df/dx"]["start"], verdicts["df/dx"]["end"]
    assert ANSWER[start:end] == verdicts["df/dx"]["read"] == "df/dx = z*w = 15"


def test_a_learners_own_numbers(gradbook: Command, tmp_path: Path) -> None:
    (tmp_path / "answer.md").write_text("q = 10")
    original = json.loads(gradbook("read", "answer.md", "-e", "a8:q1", "--json").stdout)
    own = json.loads(gradbook("read", "answer.md", "-e", "a8:q1", "--variant", "Ada", "--json").stdout)
    assert original["verdicts"][0]["status"] == "right"
    assert own["verdicts"][0]["status"] == "wrong"


def test_a_picture_is_for_a_person(gradbook: Command, tmp_path: Path) -> None:
    (tmp_path / "answer.md").write_text("![Q1](imgs/Q1.png)")
    shown = gradbook("read", "answer.md", "-e", "a8:q1").stdout
    assert "3 for a person to look at" in shown


def test_an_empty_answer_is_said_once_to_be_empty(gradbook: Command, tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_text(" \n")
    for more in ((), ("--teacher",)):
        refused = gradbook("read", "empty.md", "-e", "a8:q4", *more, code=2)
        assert "The answer empty.md is empty." in refused.stderr
        assert not refused.stdout
    found = json.loads(gradbook("read", "empty.md", "-e", "a8:q4", "--json").stdout)
    assert {verdict["status"] for verdict in found["verdicts"]} == {"missing"}


def test_wrong_use(gradbook: Command, tmp_path: Path) -> None:
    assert "is not there" in gradbook("read", "answer.md", "-e", "a8:q1", code=2).stderr
    (tmp_path / "answer.md").write_text("q = 10")
    assert "it has q1, q2" in gradbook("read", "answer.md", "-e", "a8:q99", code=2).stderr
    assert "such as a8:q4" in gradbook("read", "answer.md", "-e", "a8", code=2).stderr
