"""Several notebooks in a hand-in, several hand-ins of a learner, and a site's own word on lateness."""

import os
import re
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.grading.small import DUE, RIGHT, InProcess, make_assignment, notebook, submitted, zipped

from gradbook.assignment.definition import load_assignment
from gradbook.cli.terminal.class_summary import summary
from gradbook.grading.gradebook.records import Row
from gradbook.grading.grader import OTHER_NOTEBOOK
from gradbook.grading.intake.given import Keep
from gradbook.grading.run import ClassGraded, grade_class

BLANK = notebook({}, size="...")
FULL = notebook()
OTHER = notebook({**RIGHT, "q1": "$q = 3$"})


@pytest.fixture
def place(tmp_path: Path) -> Path:
    make_assignment(tmp_path / "a1")
    (tmp_path / "class").mkdir()
    return tmp_path


def put(place: Path, files: dict[str, bytes], hours: float = -1) -> None:
    time = (DUE + timedelta(hours=hours)).timestamp()
    for name, data in files.items():
        path = place / "class" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        os.utime(path, (time, time))


def grade(place: Path, **options: Any) -> tuple[ClassGraded, dict[str, Row], str]:
    """What was done, each learner's line, and the summary."""
    assignment = load_assignment(place / "a1")
    done = grade_class([place / "class"], assignment, place / "grades", lambda private: InProcess(), **options)
    with done.folder.open_book() as book:
        rows = {row.learner.id: row for row in book.rows()}
    return done, rows, "\n".join(summary(done, False, options.get("keep", Keep.LAST)))


@pytest.mark.parametrize("worked", ["A1-mine.ipynb", "sub/A1.ipynb", "zzz.ipynb"])
@pytest.mark.parametrize("as_zip", [False, True])
def test_an_untouched_copy_is_never_preferred(place: Path, worked: str, as_zip: bool) -> None:
    files = {"A1.ipynb": BLANK, worked: FULL}
    put(place, {"ada.zip": zipped(files)} if as_zip else {f"ada/{name}": data for name, data in files.items()})
    put(place, {"bob/A1.ipynb": FULL})
    _, rows, said = grade(place)
    assert rows["ada"].subtotal == rows["bob"].subtotal == Fraction(2)
    assert "several notebooks" not in said
    grading = rows["ada"].grading
    assert grading is not None and f"It holds 2 notebooks; {Path(worked).name} was taken" in grading.detail.notes[0]


@pytest.mark.parametrize(
    ("names", "waits"),
    [(("A1.ipynb", "old.ipynb"), False), (("a.ipynb", "b.ipynb"), True), (("x/A1.ipynb", "A1.ipynb"), True)],
)
def test_where_several_differ_it_is_said_and_a_person_decides_unless_the_name_tells(
    place: Path, names: tuple[str, str], waits: bool
) -> None:
    put(place, {"ada.zip": zipped(dict(zip(names, (FULL, OTHER), strict=True))), "bob.zip": zipped({"A1.ipynb": FULL})})
    _, rows, said = grade(place)
    assert "With several notebooks in which something different was written: 1." in said
    assert (rows["ada"].marks["q1"].why == OTHER_NOTEBOOK) is waits
    assert (len(rows["ada"].waits) == 5) is waits
    again, _, said = grade(place)
    assert again.counts.known == 2 and "With several notebooks" in said


def test_a_notebook_of_something_else_is_no_rival(place: Path) -> None:
    put(place, {"ada.zip": zipped({"mine.ipynb": FULL, "copy.ipynb": FULL, "notes.ipynb": b'{"cells": []}'})})
    _, rows, said = grade(place)
    assert "several notebooks" not in said and rows["ada"].waits == ("q4", "q5")


def test_of_two_uploads_to_canvas_the_later_counts_whatever_time_their_files_have(place: Path) -> None:
    put(place, {"adal_1_101_A1-1.ipynb": FULL, "bob_2_50_A1.ipynb": FULL}, hours=-5)
    put(place, {"adal_1_99_A1.ipynb": OTHER}, hours=-1)
    _, rows, said = grade(place)
    grading = rows["1"].grading
    assert grading is not None and grading.source.endswith("adal_1_101_A1-1.ipynb")
    assert "Handed in more than once: 1 (adal). The last counts" in said
    _, rows, said = grade(place, keep=Keep.FIRST)
    grading = rows["1"].grading
    assert grading is not None and grading.source.endswith("adal_1_99_A1.ipynb") and "The first counts" in said


def test_whom_the_site_marks_as_late_is_said_where_no_time_that_is_known_is(place: Path) -> None:
    put(place, {"adal_LATE_1_10_A1.ipynb": FULL, "bob_2_11_A1.ipynb": OTHER})
    put(place, {"eve_LATE_3_12_A1.ipynb": notebook(size="3")}, hours=2)
    done, _, said = grade(place)
    assert [one.id for one in done.marked_late] == ["1"]
    assert "Marked as late by the course site, and not late by the times known here: 1 (adal)." in said
    page = (place / "grades" / "class.html").read_text()
    assert "Late by the course site&#39;s mark, not by the time known here (1)" in page
    again, _, said = grade(place)
    assert again.counts.known == 3 and "Marked as late by the course site" in said
    mine = done.folder.page_of("1").read_text()
    assert "The course site marks it as late" in mine
    (place / "roster.csv").write_text("id,name,time\n1,Ada,2023-06-02 20:30\n2,Bob,\n3,Eve,\n")
    done, rows, said = grade(place, roster=place / "roster.csv")
    assert rows["1"].grading is not None and rows["1"].grading.time_source == "the roster"
    assert done.marked_late == () and "Marked as late" not in said  # the roster's word stands, late or not


def test_a_receipt_that_names_another_is_the_teachers_to_know(place: Path) -> None:
    mine = submitted({"A1.ipynb": FULL}, DUE - timedelta(hours=2), who="ada")
    theirs = submitted({"A1.ipynb": OTHER}, DUE - timedelta(hours=1), who="ada")
    put(place, {"ada.zip": mine, "bob.zip": theirs, "A1.zip": theirs})
    done, _, _ = grade(place)
    page = (place / "grades" / "class.html").read_text()
    assert "Not said to the learner" in page and "The receipt inside names ada." in page
    assert "The receipt inside claims ada, who handed in another file: it is kept apart." in page
    digest_or_style = re.compile(r'<style>.*?</style>|content="[0-9a-f]+"', re.DOTALL)  # ada is a number, too
    for id in ("bob", "A1"):
        assert "ada" not in digest_or_style.sub("", done.folder.page_of(id).read_text())
