"""The commands grade, grades and mark, as a teacher types them."""

import csv
import io
import json
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.grading.small import DUE, RECORD, InProcess, make_assignment, notebook, submitted
from typer.testing import CliRunner

from gradbook.assignment.running.exports import CellRun
from gradbook.assignment.running.runner import Job, Limits, Outcome
from gradbook.cli import grade
from gradbook.cli.app import app
from gradbook.cli.terminal.class_progress import counts_text
from gradbook.core.errors import GradbookError, UsageError
from gradbook.grading.batch import Counts


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an assignment, a class of three and a roster of four, which is the current one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(grade, "make_runner", lambda private, *, trust: InProcess())
    make_assignment(tmp_path / "a1")
    (tmp_path / "class").mkdir()
    for name, book, hours in (("ada", notebook(), -1), ("bob", notebook({}), 5), ("eve", b"{", -1)):
        data = submitted({"A1.ipynb": book, "record.txt": RECORD}, DUE + timedelta(hours=hours))
        (tmp_path / "class" / f"{name}.zip").write_bytes(data)
    (tmp_path / "roster.csv").write_text("id,name,email\nada,Ada Lovelace,ada@x.org\nbob,=Bob,\neve,Eve,\nzoe,Zoë,\n")
    return tmp_path


def run(*words: str) -> str:
    """What a command prints."""
    result = CliRunner().invoke(app, list(words), catch_exceptions=False)
    if result.exception is not None:
        raise result.exception
    return result.output


def graded() -> str:
    return run("grade", "class", "--assignment", "a1", "--roster", "roster.csv", "--jobs", "1")


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_grade_says_what_it_did_and_what_to_do_next(place: Path) -> None:
    said = graded()
    for words in ("Graded 3 hand-ins; isolation", "For a person: 2.", "Failed: 1.",
                  "Handed nothing in: 1 (Zoë)",
                  "Marks: grades/grades.csv", "Class: grades/class.html"):  # fmt: skip
        assert words in said, words
    assert "Not run again, because their files are the same as before: 3.\n" in graded()
    lines = table((place / "grades" / "grades.csv").read_text())
    assert [line[0] for line in lines] == ["id", "ada", "bob", "eve", "zoe"]
    assert [line[2] for line in lines[1:]] == ["provisional", "graded", "failed", "absent"]
    assert (place / "grades" / "learners" / "zoe.html").is_file()


def test_lateness_that_only_a_files_own_time_tells_is_said_with_what_to_do(place: Path) -> None:
    (place / "plain").mkdir()
    roster = place / "times.csv"
    roster.write_text("id,time\nada,2023-06-02 19:55\nbob,2023-06-02 21:00\n")
    for name in ("ada", "bob"):  # as a download leaves them: with the time of the download
        path = place / "plain" / f"{name}_A1.ipynb"
        path.write_bytes(notebook())
        later = (DUE + timedelta(days=1)).timestamp()
        os.utime(path, (later, later))
    command = ("grade", "plain", "--assignment", "a1", "--out", "of-plain", "--jobs", "1")
    page = place / "of-plain" / "class.html"
    doubt = "late hand-ins are late by their files"
    assert f"All 2 {doubt}' own times only" in run(*command)
    assert f"All 2 {doubt}" in page.read_text() and "--roster" in page.read_text()
    assert doubt not in run(*command, "--roster", "times.csv")
    assert doubt not in page.read_text()
    assert "bob" in run("grades", "of-plain", "--late") and "ada" not in run("grades", "of-plain", "--late")
    roster.write_text("id,time\nbob,2023-06-02 21:00\nada,\n")
    assert "1 of the 2 late hand-ins is late by its file's own time only" in run(*command, "--roster", "times.csv")


def test_grades_lists_and_filters(place: Path) -> None:
    graded()
    assert all(name in run("grades") for name in ("Ada Lovelace", "=Bob", "Eve", "Zoë"))
    for option, names in (("--for-a-person", {"Ada", "Eve"}), ("--failed", {"Eve"}), ("--late", {"=Bob"})):
        shown = run("grades", option)
        assert {name for name in ("Ada", "=Bob", "Eve", "Zoë") if name in shown} == names
    assert run("grades", "--failed", "--late") == "There is nobody of whom this is so.\n"
    assert "cannot be read" in run("grades", "--failed") or "can be read" in run("grades", "--failed")


def test_grades_shows_the_ids_that_mark_takes_where_there_are_names(place: Path) -> None:
    (place / "ids.csv").write_text("id,name,alias\ns1,Max Planck,ada\ns2,Max Planck,bob\ns3,Eve,eve\n")
    command = ("grade", "class", "-a", "a1", "--jobs", "1")
    run(*command, "--roster", "ids.csv")
    lines = [line.split() for line in run("grades").splitlines() if "Max" in line]
    assert [line[:3] for line in lines] == [["Max", "Planck", "s1"], ["Max", "Planck", "s2"]]
    assert "s3" in run("grades", "--failed")
    run(*command, "-o", "plain")
    assert run("grades", "plain").split()[:2] == ["learner", "status"] and run("grades", "plain").count(" ada ") == 1


def test_each_course_site_gets_its_own_columns(place: Path) -> None:
    graded()
    canvas = table(CliRunner().invoke(app, ["grades", "--for", "canvas", "--provisional"]).stdout)
    assert canvas[0] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Assignment 1: small"]
    assert canvas[1] == ["    Points Possible", "", "", "", "", "4"]
    assert canvas[2] == ["Ada Lovelace", "", "ada", "ada@x.org", "", "3"]
    assert canvas[3] == ["'=Bob", "", "bob", "", "", "1.5"]
    moodle = table(run("grades", "--for", "moodle", "--provisional"))
    assert moodle[0][:6] == ["Identifier", "Full name", "ID number", "Email address", "Status", "Grade"]
    assert moodle[1][5] == "3" and moodle[4][4:6] == ["No submission", ""]
    assert moodle[1][-1] == "3 points. q5 waits for a person."
    assert moodle[3][-1].startswith("0 points. ") and moodle[3][-1].endswith("q5 wait for a person.")
    assert moodle[2][-1].startswith("2 points before lateness. Due ") and moodle[1][8:10] == ["-", "-"]
    gradescope = table(run("grades", "--for", "gradescope", "--provisional"))
    assert gradescope[0][:6] == ["First Name", "Last Name", "SID", "Email", "Total Score", "Max Points"]
    assert gradescope[1][:5] == ["Ada", "Lovelace", "ada", "ada@x.org", "3"]
    assert gradescope[2][9] == "05:00:00"
    open_ = table(run("grades", "--for", "gradescope"))
    assert (gradescope[1][-1], open_[1][-1], open_[1][-2]) == ("0", "", gradescope[1][-2])  # q5 waits for a person


def test_totals_that_wait_stay_empty_in_a_file_for_a_site(place: Path) -> None:
    graded()
    result = CliRunner().invoke(app, ["grades", "--for", "canvas"])
    lines = table(result.stdout)
    assert [line[5] for line in lines[2:]] == ["", "1.5", "", ""]
    assert "Canvas will take Assignment 1: small for a new assignment" in result.stderr
    assert "2 totals wait for a person. Such a total is left empty; --provisional" in result.stderr
    run("mark", "eve", "all", "0", "--why", "x")
    assert "1 total waits for a person." in CliRunner().invoke(app, ["grades", "--for", "moodle"]).stderr


def test_json_holds_exact_points_and_who_gave_them(place: Path) -> None:
    graded()
    run("mark", "ada", "q5", "1/3", "--why", "well said", "--by", "Grace")
    ada = json.loads(run("grades", "--for", "json"))["learners"][0]
    assert (ada["total"]["exact"], ada["provisional"]) == ("10/3", False)
    assert (ada["questions"]["q5"]["by"], ada["questions"]["q5"]["why"]) == ("Grace", "well said")


def test_mark_takes_a_name_or_an_id_or_a_table(place: Path) -> None:
    graded()
    assert run("mark", "Ada Lovelace", "q5", "0,5", "--why", "x", "--by", "G") == (
        "Ada Lovelace (ada), q5: 0.5 of 1 (was 0 by machine)\n"
    )
    (place / "marks.csv").write_text("learner,question,points,why\nada,q5,1,better\nzoe,q1,0.5,orally\n")
    assert "was 0.5 by G: “x”)" in run("mark", "--csv", "marks.csv", "--by", "G")
    lines = table((place / "grades" / "grades.csv").read_text())
    assert [line[2] for line in lines[1:]] == ["graded", "graded", "failed", "provisional"]
    assert "better" in (place / "grades" / "learners" / "ada.html").read_text()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["grade", "class", "-a", "a1", "--keep", "worst"], "--keep is one of"),
        (["grade", "class", "-a", "a1", "--names", "("], "--names"),
        (["grade", "nowhere", "-a", "a1"], "There is no file or folder nowhere"),
        (["grade", "class", "-a", "a2"], "no assignment"),
        (["grade", "class", "-a", "a1", "--out", "class"], "in the way"),
        (["grades", "nowhere"], "There are no grades in nowhere"),
        (["mark", "ada"], "Say whom"),
        (["mark", "ada", "q1", "-1", "--why", "x"], "There are no grades"),
        (["mark", "ada", "q1", "1", "--csv", "x"], "not both"),
    ],
)
def test_wrong_use_is_a_message_and_exit_code_2_and_writes_nothing(place: Path, words: list[str], message: str) -> None:
    with pytest.raises(GradbookError, match=message) as caught:
        run(*words)
    assert isinstance(caught.value, UsageError) or caught.value.exit_code == 1
    assert not (place / "grades").exists()


def test_hand_ins_that_are_not_there_are_said_before_a_folder_of_grades_that_is_in_the_way(place: Path) -> None:
    (place / "grades").mkdir()
    (place / "grades" / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match="There is no file or folder nowhere"):
        run("grade", "nowhere", "--assignment", "a1")


def test_a_class_of_another_assignment_is_one_message_and_not_a_failure_each(place: Path) -> None:
    (place / "others").mkdir()
    book = json.loads(notebook())
    for cell in book["cells"]:
        cell["source"] = "".join(cell["source"]).replace("A1.ipynb", "A8.ipynb").replace("### Question", "### Task")
    for name in ("ada", "bob"):
        (place / "others" / f"{name}.ipynb").write_text(json.dumps(book))
    (place / "others" / "eve.ipynb").write_text("{")
    with pytest.raises(UsageError, match=r"All 2 hand-ins that can be opened are of a8, not of vectors\. Give --ass"):
        run("grade", "others", "-a", "vectors", "--jobs", "1")
    assert not (place / "grades").exists()
    (place / "others" / "zoe.ipynb").write_bytes(notebook())  # one of nobody knows what: each is told by itself
    result = CliRunner().invoke(app, ["grade", "others", "-a", "vectors", "--jobs", "1"])
    assert "Failed: 4, which is every hand-in: nothing is graded. See them" in result.stdout and result.exit_code == 1


def test_a_class_of_an_assignment_that_is_not_gradbooks_is_refused_likewise(place: Path) -> None:
    (place / "class" / "bob.zip").unlink()
    (place / "class" / "max.ipynb").write_bytes(notebook())
    for other in ("a8", "vectors"):
        with pytest.raises(
            UsageError, match=rf"All 2 hand-ins .* are of another assignment than {other}: .* A1\.ipynb"
        ):
            run("grade", "class", "-a", other, "--jobs", "1")
    assert not (place / "grades").exists()


def test_the_summary_says_of_whom_the_quiz_is_not_known(place: Path) -> None:
    (place / "class" / "pam.ipynb").write_bytes(notebook())
    said = graded()
    assert "Without record.txt, which holds the choices of the quiz: 1." in said
    assert "other numbers" not in said


class Stopping(InProcess):
    """Runs some hand-ins; then somebody presses Ctrl-C."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self._after = after

    def run(self, job: Job, limits: Limits = Limits()) -> Outcome:  # noqa: B008
        if self.ran == self._after:
            raise KeyboardInterrupt
        return super().run(job, limits)


def test_ctrl_c_says_what_is_kept_and_how_to_go_on(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (place / "class" / "eve.zip").unlink()
    for after, said in ((0, "Stopped. No hand-in is graded."), (1, "Stopped. 1 of 2 hand-ins are graded and kept.")):
        monkeypatch.setattr(grade, "make_runner", lambda private, *, trust, after=after: Stopping(after))
        result = CliRunner().invoke(app, ["grade", "class", "-a", "a1", "--out", f"g{after}", "--jobs", "1"])
        assert result.exit_code == 130
        assert f"{said} Go on with the same command." in result.stderr
        shown = CliRunner().invoke(app, ["grades", f"g{after}"])
        assert "gradbook grade has not come to its end here" in shown.stderr
    monkeypatch.setattr(grade, "make_runner", lambda private, *, trust: InProcess())
    assert "Graded 2 hand-ins" in run("grade", "class", "-a", "a1", "--out", "g1", "--jobs", "1")
    assert CliRunner().invoke(app, ["grades", "g1"]).stderr == ""


def test_ctrl_c_of_grading_again_is_gone_on_with_by_the_same_command(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checks = place / "a1" / "checks.py"
    again = ("grade", "class", "-a", "a1", "--jobs", "1", "--regrade")
    graded()
    checks.write_text(checks.read_text().replace("784", "785"))
    runner = Stopping(1)
    monkeypatch.setattr(grade, "make_runner", lambda private, *, trust: runner)
    assert CliRunner().invoke(app, [*again]).exit_code == 130
    for runs, known in ((1, "as before: 1."), (2, "")):  # the rest; then, as that came to its end, all again
        runner = Stopping(9)
        said = run(*again)
        assert runner.ran == runs and known in said
        assert ("Points changed: 2" in said and "ada  q3: 1 -> 0.5" in said) == bool(known)


def test_grades_that_were_stopped_before_anybody_was_met_are_empty_and_say_so(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(private: object, *, trust: bool) -> InProcess:
        raise KeyboardInterrupt

    monkeypatch.setattr(grade, "make_runner", stopped)
    assert CliRunner().invoke(app, ["grade", "class", "-a", "a1"]).exit_code == 130
    shown = CliRunner().invoke(app, ["grades"])
    assert (shown.stdout, shown.exit_code) == ("Nothing is graded in grades yet.\n", 0)
    assert "Call it again with the same hand-ins" in shown.stderr


def test_points_below_nought_are_refused_as_such(place: Path) -> None:
    graded()
    for points in ("-1", "-0.5", "\N{MINUS SIGN}1"):
        with pytest.raises(UsageError, match=f"points cannot be negative, and {points} is"):
            run("mark", "ada", "q5", points, "--why", "x")
    assert "No such option: --wy" in CliRunner().invoke(app, ["mark", "ada", "q5", "1", "--wy", "x"]).stderr


def test_a_site_that_is_not_known_is_a_message(place: Path) -> None:
    graded()
    with pytest.raises(UsageError, match="--for is one of canvas"):
        run("grades", "--for", "blackboard")


def test_progress_counts_and_guesses_the_time_left() -> None:
    counts = Counts(200, done=50, for_a_person=12, late=3, failed=1, seconds=100.0, run=50)
    assert counts_text(counts) == "50 of 200, 12 for a person, 1 failed, 3 late, about 5 min left"
    assert counts_text(Counts(3)) == "0 of 3"
    assert counts_text(Counts(3, done=2, run=2, seconds=0.5)) == "2 of 3, 1 still at work"  # it may be without end


def test_what_takes_long_is_said_at_once_and_what_is_not_run_again_is_no_line_each(place: Path) -> None:
    words = ["grade", "class", "-a", "a1", "--jobs", "1"]
    lines = CliRunner().invoke(app, words).stderr.splitlines()
    assert lines[0] == "Loading a1, and proving the sandbox ..."
    assert [line.partition(",")[0] for line in lines[1:]] == [f"Graded {n} of 3" for n in (1, 2, 3)]
    (place / "class" / "new.ipynb").write_bytes(notebook(size="3"))
    lines = CliRunner().invoke(app, words).stderr.splitlines()
    assert [line.partition(",")[0] for line in lines[1:]] == ["Graded 4 of 4"]
    again = CliRunner().invoke(app, words)
    assert again.stderr.splitlines() == ["Loading a1, and proving the sandbox ..."]
    assert "Not run again, because their files are the same as before: 4." in again.stdout


def test_a_files_name_writes_no_line_of_its_own(place: Path) -> None:
    (place / "class" / "x\nMarks: elsewhere\x1b[2J.ipynb").write_bytes(notebook())
    said = graded()
    assert "Left out: 1" in said and "x Marks: elsewhere" in said
    assert "\nMarks: elsewhere" not in said and "\x1b" not in said


def test_a_roster_that_comes_later_doubles_nobody_and_marks_by_hand_follow(place: Path) -> None:
    run("grade", "class", "-a", "a1", "--jobs", "1")
    run("mark", "ada", "q5", "1/2", "--why", "well said", "--by", "Grace")
    (place / "ids.csv").write_text("id,name,alias\ns1,Ada Lovelace,ada\ns2,Bob,bob\ns4,Zoë,\n")
    said = run("grade", "class", "-a", "a1", "--jobs", "1", "--roster", "ids.csv")
    assert "Known by other ids before: ada is s1, bob is s2" in said
    assert "the same as before: 3. Of 1 of them lateness, name or notes have changed." in said  # eve is a stranger now
    assert "Not on the roster: 1 (eve)" in said and "earlier run" not in said
    lines = table((place / "grades" / "grades.csv").read_text())
    assert [(line[0], line[2]) for line in lines[1:]] == [
        ("eve", "failed"), ("s1", "graded"), ("s2", "graded"), ("s4", "absent")
    ]  # fmt: skip
    assert lines[2][7] == "0.5"  # the mark by hand
    page = (place / "grades" / "class.html").read_text()
    assert "Not on the roster (1)" in page and ">ada<" not in page
    assert "Known by" not in run("grade", "class", "-a", "a1", "--jobs", "1", "--roster", "ids.csv")


def test_a_smaller_class_shows_itself_and_tells_who_else_is_in_the_book(place: Path) -> None:
    graded()
    (place / "class" / "ada.zip").unlink()
    said = graded()
    assert "Handed nothing in: 1 (Zoë)" in said
    assert "Not in what was given now, and graded before: 1 (Ada Lovelace)" in said
    said = run("grade", "class", "-a", "a1", "--jobs", "1", "--roster", "none")
    assert "1 learner of an earlier run is not in what was given now: Ada Lovelace." in said
    assert "Ada" not in run("grades")
    assert [line[0] for line in table((place / "grades" / "grades.csv").read_text())] == ["id", "bob", "eve"]
    assert (
        "Ada Lovelace. The gradebook keeps them; to see all, give the whole folder again."
        in (place / "grades" / "class.html").read_text()
    )


def test_what_lateness_takes_is_said_and_a_run_may_have_another_deadline(place: Path) -> None:
    assert "Of 3 totals lateness reduces 1. Another deadline" in graded()
    said = run("grade", "class", "-a", "a1", "--jobs", "1", "--due", "2023-06-03 20:00")
    assert "Lateness" not in said
    assert "their files are the same as before: 3. Of 3 of them lateness, name or notes have changed." in said
    run("mark", "ada", "q5", "1", "--why", "x")
    assert "due 2023-06-03 20:00" in (place / "grades" / "class.html").read_text()
    with pytest.raises(UsageError, match="cannot be read"):
        run("grade", "class", "-a", "a1", "--due", "soon")


def test_deadline_and_roster_of_an_earlier_run_count_until_others_are_given(place: Path) -> None:
    (place / "roster.csv").write_text("id,name,time\nada,Ada,2023-06-03 21:00\nbob,Bob,2023-06-03 19:00\n")
    again = ("grade", "class", "-a", "a1", "--jobs", "1")
    run(*again, "--roster", "roster.csv", "--due", "2023-06-03 20:00")
    (place / "roster.csv").unlink()
    totals = [line[-6] for line in table((place / "grades" / "grades.csv").read_text())]
    said = run(*again)
    assert totals == [line[-6] for line in table((place / "grades" / "grades.csv").read_text())]
    assert "The deadline was 2023-06-03 20:00 -0700; it was given for an earlier run: --due none takes" in said
    assert "The roster was roster.csv, as it was given for an earlier run: --roster none grades without" in said
    assert "Points changed" not in said
    said = run(*again, "--due", "none", "--roster", "none")
    assert "The roster was" not in said and "The deadline was 2023-06-02 20:00 -0700.\n" in said
    assert "Points changed: 2, all in" in said and "ada  total: 2.25 -> 3" in said and "bob  total: 2 -> 1.5" in said
    assert "The roster was" not in run(*again)


def test_the_assignments_own_folder_is_no_hand_in(place: Path) -> None:
    (place / "a1" / "dist" / "teacher").mkdir(parents=True)
    (place / "a1" / "dist" / "teacher" / "A1.ipynb").write_bytes(notebook())
    for own in ("a1", "a1/dist"):
        with pytest.raises(UsageError, match=f"{own} is the assignment's own, with its solution: give the folder"):
            run("grade", own, "--assignment", "a1", "--jobs", "1")
    assert not (place / "grades").exists()
    said = run("grade", ".", "--assignment", "a1", "--jobs", "1")
    assert "Graded 3 hand-ins" in said and "./a1 (the assignment's own folder, with its solution)" in said
    (place / "class").rename(place / "a1" / "class")  # what is handed in may lie in it
    assert "Graded 3 hand-ins" in run("grade", "a1/class", "--assignment", "a1", "--jobs", "1")


def test_the_deadline_is_told_in_the_assignments_zone(place: Path) -> None:
    definition = place / "a1" / "assignment.toml"
    definition.write_text(definition.read_text().replace("America/Los_Angeles", "Europe/Berlin"))
    assert "The deadline was 2023-06-03 05:00 +0200.\n" in graded()
    assert "due 2023-06-03 05:00 +0200" in (place / "grades" / "class.html").read_text()


class Endless(InProcess):
    """Runs hand-ins of which each loses a cell when its time is over."""

    def run(self, job: Job, limits: Limits = Limits()) -> Outcome:  # noqa: B008
        outcome = super().run(job, limits)
        exports = replace(outcome.exports, cells=(CellRun(0, "", "timeout"),))
        return replace(outcome, exports=exports, seconds=limits.cell)

    def map(self, jobs: Any, limits: Limits = Limits(), workers: int = 1) -> Any:  # noqa: B008
        for place, job in enumerate(jobs):
            yield place, self.run(job, limits)


def test_limits_of_an_earlier_run_count_and_what_is_run_again_is_said_with_the_reason(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (place / "class" / "eve.zip").unlink()
    monkeypatch.setattr(grade, "make_runner", lambda private, *, trust: Endless())
    again = ("grade", "class", "-a", "a1", "--jobs", "1")
    first = run(*again, "--limit", "10")
    assert "Run again" not in first and "The limits" not in first
    for _ in range(2):
        said = run(*again)
        assert "their files are the same as before: 2." in said and "Run again" not in said
        assert (
            "The limits were --limit 10, as given for an earlier run; the usual ones are --limit 60 --total 3" in said
        )
    said = run(*again, "--limit", "20")
    assert "Run again, because their time was over before and they have more now (--limit 20, --total 300): 2." in said
    assert "The limits were" not in said and "The limits were --limit 20" in run(*again)
    checks = place / "a1" / "checks.py"
    checks.write_text(checks.read_text().replace("784", "785"))
    assert "Run again, because assignment, checks, a learner's numbers or Gradbook are others" in run(*again)


def test_what_is_left_out_stands_on_the_page_of_the_class(place: Path) -> None:
    (place / "class" / "letter.txt").write_text("Dear teacher")
    assert "letter.txt (neither" in run("grade", "class", "-a", "a1", "--jobs", "1", "--anonymous")
    assert "letter.txt (neither" in (place / "grades" / "class.html").read_text()
    assert "letter.txt" not in (place / "grades" / "anonymous" / "class.html").read_text()


def test_mark_knows_aliases_and_parts_of_a_name_and_says_who_is_near(place: Path) -> None:
    (place / "ids.csv").write_text("id,name,alias\ns1,Ada Lovelace,ada\ns2,Bob Planck,bob\ns3,Max Planck,\n")
    run("grade", "class", "-a", "a1", "--jobs", "1", "--roster", "ids.csv", "-o", "g2")
    for who in ("ada", "lovel", "S1"):
        assert run("mark", who, "q5", "1/2", "--why", "x", "-o", "g2").startswith("Ada Lovelace (s1), q5: 0.5")
    for who, words in (("planck", "one of s2, s3"), ("Max Plank", "Did you mean Max Planck.*gradbook grades g2")):
        with pytest.raises(UsageError, match=words):
            run("mark", who, "q5", "1", "--why", "x", "-o", "g2")


def test_points_for_somebody_absent_leave_the_other_questions_open(place: Path) -> None:
    graded()
    run("mark", "zoe", "q1", "0.5", "--why", "orally")
    zoe = json.loads(run("grades", "--for", "json"))["learners"][3]
    assert zoe["provisional"] and [id for id, mark in zoe["questions"].items() if not mark["waits"]] == ["q1"]
    page = (place / "grades" / "class.html").read_text()
    assert "1 of 2 totals provisional; 1 that could not be opened left out" in page
    assert "1 of them is provisional" in page
    failed = (place / "grades" / "learners" / "eve.html").read_text()
    assert failed.count("hand in the .ipynb again") == 1
    assert "not a notebook that can be read" in page  # the reason is for the teacher


def test_points_for_somebody_absent_make_nobody_one_of_an_earlier_run(place: Path) -> None:
    graded()
    run("mark", "zoe", "q1", "0.5", "--why", "orally")
    said = graded()
    assert "Handed nothing in: 1 (Zoë)" in said and "graded before" not in said
    assert "3 handed in, 1 did not" in (place / "grades" / "class.html").read_text()


def test_several_questions_or_all_are_marked_at_once(place: Path) -> None:
    graded()
    said = run("mark", "ada", "q1, q2", "0", "--why", "copied")
    assert [line.split(":")[0] for line in said.splitlines()] == ["Ada Lovelace (ada), q1", "Ada Lovelace (ada), q2"]
    assert len(run("mark", "eve", "all", "0", "--why", "left").splitlines()) == 5
    with pytest.raises(UsageError, match=r"more than the question is worth, 0\.5\.\n.*Nothing was written\.$"):
        run("mark", "bob", "all", "1", "--why", "x")
    with pytest.raises(UsageError, match=r"has no question 'q9'"):
        run("mark", "bob", "q1,q9", "0", "--why", "x")


def test_all_that_is_wrong_in_a_table_of_marks_is_said_with_its_lines(place: Path) -> None:
    graded()
    (place / "marks.csv").write_text(
        "learner,question,points,why\nada,q1,0.1,x\nada,q5,oops,x\nnobody,q1,0.1,x\nbob,q9,0,x\n"
    )
    with pytest.raises(UsageError) as caught:
        run("mark", "--csv", "marks.csv")
    first, second, third, last = str(caught.value).splitlines()
    assert first == "marks.csv, line 3: ada, q5: 'oops' is no number of points. Write 0.3, 1/3, or machine."
    assert second.startswith("marks.csv, line 4: The gradebook has no learner 'nobody'")
    assert third.startswith("marks.csv, line 5: ") and "no question 'q9'" in third
    assert last == "Nothing was written."
    assert "by machine" in run("mark", "ada", "q1", "0.1", "--why", "x")


def test_a_file_for_canvas_repeats_the_columns_of_canvass_own_gradebook(place: Path) -> None:
    (place / "canvas.csv").write_text(
        "Student,ID,SIS User ID,SIS Login ID,Section,Essay (554),Assignment 1 (555)\n"
        "    Points Possible,,,,,10,4\n"
        '"Lovelace, Ada",12345,S1,ada,Group 2,,\n"Student, Test",99,,f00,Group 2,,\n'
    )
    said = run("grade", "class", "-a", "a1", "--jobs", "1", "--roster", "canvas.csv")
    assert "Test" not in said
    printed = CliRunner().invoke(app, ["grades", "--for", "canvas", "--provisional"])
    lines = table(printed.stdout)
    assert printed.stderr == ""
    assert lines[0] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Assignment 1 (555)"]
    assert lines[2] == ["Lovelace, Ada", "12345", "S1", "ada", "Group 2", "3"]
    assert [line[0] for line in lines[3:]] == ["bob", "eve"]
