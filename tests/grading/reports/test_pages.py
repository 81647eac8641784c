"""The pages of a learner and of a class: complete, self-contained, and safe whatever a learner wrote."""

import html.parser
import re
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from tests.grading.small import make_assignment

from gradbook.assignment.definition import Assignment
from gradbook.grading.gradebook.ended import ended_cells
from gradbook.grading.gradebook.records import (
    CellResult,
    Detail,
    Finding,
    Grading,
    Learner,
    Mark,
    Picture,
    QuestionResult,
    Row,
)
from gradbook.grading.reports.class_page import class_page
from gradbook.grading.reports.figures import histogram
from gradbook.grading.reports.learner_page import learner_page, state_of
from gradbook.grading.reports.nameless import nameless
from gradbook.grading.reports.sanitise import marked, typeset
from gradbook.grading.reports.statistics import Item, gather

EVIL = '<script>alert(1)</script><img src=x onerror=alert(2)> [x](javascript:alert(3)) "onload="'
HALF, ONE = Fraction(1, 2), Fraction(1)


@pytest.fixture(scope="module")
def assignment(tmp_path_factory: pytest.TempPathFactory) -> Assignment:
    return make_assignment(tmp_path_factory.mktemp("pages") / "a1")


def line(id: str = "ada", points: Fraction = HALF, *, waits: bool = False, text: str = "words", late: float = 0) -> Row:
    finding = Finding("q", "✗", text, Fraction(0), HALF, diagnosis="swap", understood=text, teacher=text,
                      hints=("Look.", text), start=0, end=4)  # fmt: skip
    question = QuestionResult("q1", text, "written", points, ONE, waits, text, (finding,), f"{text} $q = w x$", 0.25)
    detail = Detail((question,), (CellResult(3, "q1", "error", 0.1, text, text),), (text,), f"Due then. {text}")
    grading = Grading(id, f"{text}.zip", "c" * 64, "f", "graded", datetime(2023, 6, 2, tzinfo=UTC), "the course site",
                      late, Fraction(3, 4) if late else ONE, "ns", 1.5, detail,
                      graded=datetime(2023, 6, 3, tzinfo=UTC))  # fmt: skip
    mark = Mark(id, "q1", points, ONE, waits, "machine", text, "c" * 64, datetime(2023, 6, 3, tzinfo=UTC))
    return Row(Learner(id, f"Name {id}"), grading, {"q1": mark})


def link(id: str) -> tuple[str, str]:
    return id, f"learners/{id}.html"


class Tags(html.parser.HTMLParser):
    """Collects tags, and attributes that could run or load something."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.suspects: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            loads = name in ("src", "href") and not (value or "").startswith(("data:", "#", "learners/"))
            if name.startswith("on") or loads:
                self.suspects.append((name, value))


def test_a_learners_page_says_all_there_is(assignment: Assignment) -> None:
    page = learner_page(
        assignment, line(waits=True, late=7200), [Picture("cell", "q1", "cell 4", b"\x89PNG\r\n\x1a\nx")]
    )
    for words in ("Name ada (ada)", "provisional total", "a person decides", "Read as", "Hints", "Due then.", "75%",
                  "Cell 4: failed", "Drawn by cell 4", "namespaces of its own (ns)", "the course site"):  # fmt: skip
        assert words in page, words


def test_a_persons_mark_is_shown_with_who_and_why(assignment: Assignment) -> None:
    row = line()
    row.marks["q1"] = Mark("ada", "q1", ONE, ONE, False, "Grace", "on the photo", at=datetime(2023, 6, 4, tzinfo=UTC))
    page = learner_page(assignment, row, [])
    assert "by Grace: on the photo" in page and "1 of 1 points" in page


def test_an_accounts_name_is_no_persons_on_a_learners_page(assignment: Assignment) -> None:
    row = line()
    given = Mark("ada", "q1", ONE, ONE, False, "the account root", "good enough", at=datetime(2023, 6, 4, tzinfo=UTC))
    row.marks["q1"] = given
    page = learner_page(assignment, row, [])
    assert "by your teacher: good enough" in page and "root" not in page.partition("<body")[2]


def test_what_a_person_has_decided_waits_for_nobody_on_the_page(assignment: Assignment) -> None:
    row = line(waits=True)
    assert row.grading is not None
    question = row.grading.detail.questions[0]
    open_ = Finding("dw", "?", "A person will look at this.", Fraction(0), HALF)
    detail = replace(row.grading.detail, questions=(replace(question, findings=(*question.findings, open_)),))
    row = Row(row.learner, replace(row.grading, detail=detail), row.marks)
    assert "A person will look at this." in learner_page(assignment, row, [])
    row.marks["q1"] = Mark("ada", "q1", ONE, ONE, False, "Grace", "right", at=datetime(2023, 6, 4, tzinfo=UTC))
    page = learner_page(assignment, row, [])
    assert "A person will look at this." not in page and "Read as" in page


def failed_line(fingerprint: str = "f") -> Row:
    row = line(waits=True)
    assert row.grading is not None
    why = "it could not be graded; the notes say why"
    questions = tuple(QuestionResult(id, id, "written", Fraction(0), ONE, waits=True, why=why) for id in ("q1", "q2"))
    detail = Detail(questions, notes=("ada.ipynb: it cannot be read (Expecting value: line 1)",))
    marks = {id: replace(row.marks["q1"], question=id, why=why) for id in ("q1", "q2")}
    grading = replace(row.grading, source="/home/teacher/ada.ipynb", status="failed", fingerprint=fingerprint,
                      detail=detail)  # fmt: skip
    return Row(row.learner, grading, marks)


def test_whose_hand_in_cannot_be_opened_is_told_once_what_to_do(assignment: Assignment) -> None:
    page = learner_page(assignment, failed_line(), [])
    assert page.count("hand in the .ipynb again") == page.count("could not be graded") == 1
    assert "Ran in" not in page and "Took" not in page  # nothing did
    assert "Expecting" not in page and "/home/teacher" not in page and "ada.ipynb" in page
    assert "hand in" not in learner_page(assignment, failed_line(fingerprint=""), [])  # it was the grader's fault


def test_a_persons_mark_for_a_hand_in_that_cannot_be_opened_is_shown(assignment: Assignment) -> None:
    row = failed_line()
    row.marks["q1"] = Mark("ada", "q1", ONE, ONE, False, "Grace", "on paper", at=datetime(2023, 6, 4, tzinfo=UTC))
    page = learner_page(assignment, row, [])
    assert "by Grace: on paper" in page and "the notes say why" not in page


def test_an_absentees_page_says_so(assignment: Assignment) -> None:
    assert "Nothing was handed in." in learner_page(assignment, Row(Learner("zoe"), None, {}), [])


@pytest.mark.parametrize("which", ["learner", "class"])
def test_whatever_a_learner_writes_nothing_runs_and_nothing_is_loaded(assignment: Assignment, which: str) -> None:
    row = line(id=EVIL, text=EVIL, waits=True, late=60)
    picture = Picture("answer", "q1", EVIL, b"<svg onload=alert(1)>")
    page = (
        learner_page(assignment, row, [picture])
        if which == "learner"
        else "".join(class_page(assignment, lambda: [row], lambda id: (id, "learners/x.html")))
    )
    found = Tags(page)
    assert not found.suspects
    assert not found.tags & {"script", "iframe", "object", "embed", "form", "base"}


def test_a_page_without_names_holds_none(assignment: Assignment) -> None:
    page = learner_page(assignment, line(id="ada77"), [], alias="Learner 3f")
    assert "ada77" not in page and "Learner 3f" in page and "c" * 16 not in page


def test_a_pages_state_changes_with_what_it_shows() -> None:
    states = {state_of(line()), state_of(line(waits=True)), state_of(line("bob")), state_of(line(), True)}
    assert len(states) == 4 and state_of(line()) == state_of(line())


def test_the_classs_page_gathers_everybody(assignment: Assignment) -> None:
    rows = [line("ada", ONE), line("bob", HALF, waits=True, late=3600), Row(Learner("zoe", "Zoë"), None, {})]
    page = "".join(class_page(assignment, lambda: rows, link))
    for words in (
        "2 handed in, 1 did not",
        "2 ×",
        "q1, q: derivative by a neighbour",
        "waits for a person",
        "For a person (1)",
        "Late (1)",
        "Absent (1)",
        "The same notebook",
    ):
        assert words in page, words
    assert page.count('<tr><td class="left" data-label="learner">') == 3


def test_statistics_leave_out_what_is_open(assignment: Assignment) -> None:
    found = gather(assignment, [line("ada", ONE), line("bob", Fraction(0), waits=True)])
    assert (found.items["q1"].points, found.items["q1"].waits) == ([1.0], 1)
    assert found.totals == [1.0, 0.0]


def test_who_waits_for_a_person_is_counted_alike_in_the_list_and_by_question(assignment: Assignment) -> None:
    found = gather(assignment, [line("ada", waits=True), failed_line()])
    assert len(found.waiting) == found.items["q1"].waits == 2


@pytest.mark.parametrize(
    ("error", "refused"),
    [
        ("RuntimeError: can't start new thread", True),
        ("RuntimeError: mat1 and mat2 shapes cannot be multiplied", False),
        ("OSError: [Errno 24] Too many open files: 'f200'", True),
        ("OSError: [Errno 27] File too large", True),
        ("FileNotFoundError: [Errno 2] No such file or directory: '/etc/passwd'", True),
        ("FileNotFoundError: [Errno 2] No such file or directory: 'data/x.csv'", False),
        ("FileNotFoundError: the file '/etc/passwd' is told of here", False),
        ("PermissionError: [Errno 13] Permission denied: '/etc/passwd'", True),
    ],
)
def test_what_the_sandbox_refused_is_told_from_other_errors(error: str, refused: bool) -> None:
    detail = replace(line().grading.detail, cells=(CellResult(0, "", "error", error=error),))  # type: ignore[union-attr]
    assert list(ended_cells(detail)) == ([f"cell 1 was refused something: {error}"] if refused else [])


def test_cells_that_were_ended_or_refused_something_are_told_with_who_and_why(assignment: Assignment) -> None:
    row = line()
    assert row.grading is not None
    cells = (
        CellResult(27, "q3", "timeout"),
        CellResult(30, "", "died", error="it ended the process (signal 9)"),
        CellResult(31, "q3", "error", error="PermissionError: [Errno 13] Permission denied: '/'"),
        CellResult(32, "q3", "error", error="NameError: name 'size' is not defined"),
    )
    row = replace(row, grading=replace(row.grading, detail=replace(row.grading.detail, cells=cells)))
    page = "".join(class_page(assignment, lambda: [row], link))
    assert "Cells that were ended, or tried what is forbidden (1)" in page
    assert (
        "cell 28 (q3) did not end in time; cell 31 ended the whole run: it ended the process (signal 9); cell 32"
        in page
    )
    assert "cell 33" not in page


def test_what_costs_points_stands_before_what_costs_none(assignment: Assignment) -> None:
    free = assignment.question("q1").model_copy(update={"points": Fraction(0)})
    asked = assignment.model_copy(update={"questions": (free, *assignment.questions[1:])})
    row = line("eve")
    assert row.grading is not None
    question = replace(row.grading.detail.questions[0], id="q2")
    other = replace(row, grading=replace(row.grading, detail=replace(row.grading.detail, questions=(question,))),
                    marks={"q2": replace(row.marks["q1"], question="q2")})  # fmt: skip
    page = "".join(class_page(asked, lambda: [line("ada"), line("bob"), other], link))
    assert page.index("<b>1 ×</b> q2") < page.index("<b>2 ×</b> q1")


def test_discrimination_is_a_correlation_and_nothing_where_it_means_nothing() -> None:
    assert Item([0, 0, 1, 1, 1] * 6, [0, 1, 2, 3, 4] * 6).discrimination == pytest.approx(0.866, abs=1e-3)
    assert Item([0, 0, 1, 1, 1] * 5, [0, 1, 2, 3, 4] * 5).discrimination is None  # of fewer than 30 it is chance
    assert Item([1] * 40, list(range(40))).discrimination is None
    assert Item([0.5, 1.0], [0, 0]).difficulty(1.0) == 0.75


def test_a_class_too_small_for_discrimination_is_told_so_in_place_of_the_column(assignment: Assignment) -> None:
    def page(count: int) -> str:
        rows = [line(f"l{n}", ONE * (n % 2)) for n in range(count)]
        for row in rows:
            row.marks["q2"] = replace(row.marks["q1"], question="q2", points=ONE * (len(row.learner.id) % 2))
        return "".join(class_page(assignment, lambda: rows, link))

    assert "is given from 30 learners on" in page(5) and 'scope="col">discrimination' not in page(5)
    assert "discrimination</th>" in page(40)


def test_a_column_of_seconds_in_which_all_are_nought_is_left_out(assignment: Assignment) -> None:
    def page(seconds: float) -> str:
        row = line()
        assert row.grading is not None
        questions = tuple(replace(one, seconds=seconds) for one in row.grading.detail.questions)
        row = replace(row, grading=replace(row.grading, detail=replace(row.grading.detail, questions=questions)))
        return "".join(class_page(assignment, lambda: [row], link))

    assert "seconds</th>" in page(0.25) and "Seconds:" in page(0.25)
    assert "seconds</th>" not in page(0.001) and "Seconds:" not in page(0.001)


def test_the_mean_counts_no_nought_of_a_hand_in_that_could_not_be_opened(assignment: Assignment) -> None:
    unopened = failed_line()
    rows = [line("ada", ONE), line("bob", HALF), replace(unopened, learner=Learner("eve"))]
    found = gather(assignment, rows)
    assert (found.handed_in, found.totals, len(found.failed)) == (3, [1.0, 0.5], 1)
    page = "".join(class_page(assignment, lambda: rows, link))
    assert "3 handed in" in page and "the mean (of 2; 1 that could not be opened left out)" in page
    for id in unopened.marks:
        unopened.marks[id] = Mark("eve", id, ONE, ONE, False, "Grace", "on paper")
    assert gather(assignment, rows).totals == [1.0, 0.5, 2.0]  # what a person has marked counts


def test_questions_count_the_hand_ins_that_the_mean_above_them_counts(assignment: Assignment) -> None:
    unopened = failed_line()
    rows = [line("ada", HALF, waits=True), replace(unopened, learner=Learner("eve"))]
    unopened.marks["q1"] = Mark("eve", "q1", ONE, ONE, False, "Grace", "on paper")
    found = gather(assignment, rows)
    assert (found.totals, found.provisional, found.items["q1"].points) == ([0.5], 1, [])  # q2 is still to be marked
    unopened.marks["q2"] = Mark("eve", "q2", HALF, ONE, False, "Grace", "on paper")
    found = gather(assignment, rows)
    assert (found.totals, found.provisional) == ([0.5, 1.5], 1)
    assert (found.items["q1"].points, found.items["q1"].rest, found.items["q2"].points) == ([1.0], [0.5], [0.5])
    assert found.items["q1"].seconds == [0.25]  # of what could not be opened nothing ran


def test_whose_hand_in_is_too_large_is_told_what_and_how_to_make_it_smaller(assignment: Assignment) -> None:
    row = failed_line()
    assert row.grading is not None
    advice = "The notebook is larger than the 32 MiB that are read. Clear its outputs."
    row = replace(row, grading=replace(row.grading, detail=replace(row.grading.detail, advice=advice)))
    page = learner_page(assignment, row, [])
    assert page.count(advice) == 1 and "as no notebook could be opened" not in page


def test_the_bars_count_every_learner_once() -> None:
    drawn = histogram([0, 0.1, 2.5, 2.5, 2.49, 1.25], 2.5)
    assert re.findall(r'class="count">(\d+)<', drawn) == ["2", "1", "3"]
    assert "0 to 0.25" in drawn
    assert histogram([], 2.5).count("<rect") == 10


@pytest.mark.parametrize(
    ("most", "ticks"),
    [
        (7, "0 1 2 3 4 5 6 7"),
        (2.5, "0 0.25 0.5 0.75 1 1.25 1.5 1.75 2 2.25 2.5"),
        (10, "0 1 2 3 4 5 6 7 8 9 10"),
        (7.5, "0 1 2 3 4 5 6 7 8"),
        (0.3, "0 0.05 0.1 0.15 0.2 0.25 0.3"),
        (110, "0 20 40 60 80 100 120"),
    ],
)
def test_the_axis_of_points_has_round_ticks(most: float, ticks: str) -> None:
    drawn = histogram([most, 0.3, most / 3], most)
    assert re.findall(r'class="edge">([\d.]+)<', drawn) == ticks.split()
    assert sum(map(int, re.findall(r'class="count">(\d+)<', drawn))) == 3


def test_what_went_wrong_names_checks_and_quiz_questions_too(assignment: Assignment) -> None:
    kinds = {question.kind: question.id for question in assignment.questions}
    rows = []
    for id in ("ada", "bob"):
        row = line(id)
        assert row.grading is not None
        questions = tuple(
            QuestionResult(
                kinds[kind], kind, kind, Fraction(0), ONE, findings=(Finding("one", sign, said, Fraction(0), ONE),)
            )
            for kind, sign, said in (("code", "✗", "The mean is not right."), ("quiz", "✗", "Not right."),
                                     ("written", "✗", "Look again."), ("manual", "?", "A person reads it."))
            if kind in kinds
        )  # fmt: skip
        grading = replace(row.grading, detail=replace(row.grading.detail, questions=questions))
        rows.append(replace(row, grading=grading, marks={one.id: row.marks["q1"] for one in questions}))
    page = "".join(class_page(assignment, lambda: rows, link))
    for words in (
        f"2 ×</b> {kinds['code']}, one: did not pass",
        "The mean is not right.",
        f"2 ×</b> {kinds['quiz']}, one: answered wrong",
        f"2 ×</b> {kinds['written']}, one: no known mistake",
    ):
        assert words in page, words
    assert "A person reads it." not in page


def test_a_name_that_is_the_id_stands_once(assignment: Assignment) -> None:
    row = replace(line(), learner=Learner("Ada Lovelace", "Ada Lovelace"))
    page = learner_page(assignment, row, [])
    assert "Ada Lovelace" in page
    assert "Ada Lovelace (" not in page


@pytest.mark.parametrize(
    "text", ["<b onclick=x>", "[a](javascript:x)", "![a](http://x/y.png)", "$\\href{javascript:x}{y}$", "\ue0000\ue001"]
)
def test_markdown_of_a_learner_is_typeset_without_links_and_pictures(text: str) -> None:
    found = Tags(typeset(text))
    assert not found.suspects and not found.tags & {"a", "img", "b"}


def test_long_markdown_is_shown_as_it_is_and_takes_no_time() -> None:
    assert typeset("$" * 300_000).startswith("<pre>")
    for text in ("$$" * 4000, "`" * 8000, "[" * 8000, "<img " * 1600, "\\(" * 4000):
        typeset(text)


def test_what_was_judged_is_marked_once_and_in_place() -> None:
    def at(start: int, end: int, mark: str = "✓") -> Finding:
        return Finding("q", mark, "m", ONE, ONE, start=start, end=end)

    assert marked("a<b", [at(1, 2)]) == 'a<mark class="right" title="q: m">&lt;</mark>b'
    assert marked("abc", [at(0, 2), at(1, 3), at(-1, 9), at(2, 2)]).count("<mark") == 1


def test_pages_without_names_are_kept_up_in_a_folder_of_their_own(tmp_path: Path) -> None:
    from gradbook.grading.folder import GradesFolder
    from gradbook.grading.outputs import Outputs

    made = make_assignment(tmp_path / "a1")
    folder = GradesFolder(tmp_path / "grades", made)
    folder.claim(None)
    row = line("ada77")
    assert row.grading is not None
    with folder.open_book() as book:
        book.enroll([row.learner])
        book.record(row.grading)
        Outputs(folder, made, book, anonymous=True).all()
        Outputs(folder, made, book).all()
    shown = folder.path / "anonymous"
    files = [path for path in shown.rglob("*") if path.is_file()]
    assert len(files) == 2
    assert not [path for path in files if "ada77" in path.read_text() or "ada77" in path.name]
    assert "ada77" in folder.page_of("ada77").read_text()


def test_a_page_without_names_does_not_tell_the_file_of_a_failed_hand_in(tmp_path: Path) -> None:
    why = "ada77_A1.zip is not a zip that can be read"
    row = line("ada77")
    assert row.grading is not None
    detail = replace(row.grading.detail, questions=tuple(replace(one, why=why) for one in row.grading.detail.questions))
    marks = {id: replace(mark, why=why, waits=True) for id, mark in row.marks.items()}
    failed = nameless(Row(row.learner, replace(row.grading, status="failed", detail=detail), marks))
    made = make_assignment(tmp_path / "a1")
    whole = "".join(class_page(made, lambda: [failed], lambda id: ("Learner 1", "1.html")))
    for page in (whole, learner_page(made, failed, (), "Learner 1")):
        assert "ada77" not in page and "could not be graded" in page


def test_a_page_without_names_does_not_tell_what_a_photo_is_called(assignment: Assignment) -> None:
    photo = Picture("answer", "q1", "ada77.png", b"\x89PNG\r\n\x1a\n")
    assert "ada77" in learner_page(assignment, line("x"), [photo])
    page = learner_page(assignment, line("x"), [photo], "Learner 1")
    assert "ada77" not in page and "photo 1" in page


def test_a_picture_that_the_page_shows_is_not_said_to_be_missing() -> None:
    text = "![a](./imgs/Q%201.png) ![b](other.png)"
    assert "not found: other.png" in typeset(text, ["imgs/Q 1.png"])
    assert "Q%201" not in typeset(text, ["imgs/Q 1.png"]) and "<img" not in typeset(text, ["imgs/Q 1.png"])


def test_no_name_makes_a_learners_page_anothers(tmp_path: Path) -> None:
    from gradbook.grading.folder import GradesFolder

    folder = GradesFolder(tmp_path / "grades", make_assignment(tmp_path / "a1"))
    first = folder.page_of("Ada Lovelace!").stem
    assert len({folder.page_of(name).name.lower() for name in ("Ada Lovelace!", first, first.lower())}) == 3
    # Found in three minutes: SHA-256 begins with the same 32 bits.
    assert len({folder.page_of(name) for name in ("Ann Bell", "Ann+]+,^[^,!!!!Bell")}) == 2
    assert len(folder.page_of("Ann Bell, " * 100).name) < 120
