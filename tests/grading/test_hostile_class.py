"""A class in which somebody means harm to the grading itself: all others are graded, and a person learns whose it is.

What a hand-in's code may try is in `sandbox/`; here it is what is read, judged and shown.
"""

import io
import re
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest
from tests.grading.small import DUE, RECORD, RIGHT, InProcess, make_assignment, notebook, submitted

from gradbook.cli.terminal.class_summary import summary
from gradbook.grading.folder import CLASS_PAGE, GradesFolder
from gradbook.grading.intake.given import Keep
from gradbook.grading.reports import learner_page
from gradbook.grading.run import ClassGraded, grade_class


class Course:
    """A class with ada and zoe, who mean no harm."""

    def __init__(self, place: Path) -> None:
        self.assignment = make_assignment(place / "a1")
        self.hand_ins, self.out = place / "class", place / "grades"
        self.hand_ins.mkdir()
        self.hand_in("ada", notebook())
        self.hand_in("zoe", notebook(size="783"))

    def hand_in(self, name: str, book: bytes) -> None:
        """Put a hand-in there, in time."""
        inside = {"A1.ipynb": book, "record.txt": RECORD}
        (self.hand_ins / f"{name}.zip").write_bytes(submitted(inside, DUE))

    def grade(self, **options: Any) -> ClassGraded:
        """Grade all."""
        with redirect_stdout(io.StringIO()):
            return grade_class([self.hand_ins], self.assignment, self.out, lambda private: InProcess(), **options)

    def page(self, name: str, *, anonymous: bool = False) -> str:
        """What stands on a learner's page."""
        return GradesFolder(self.out).page_of(name, anonymous=anonymous).read_text()

    def names(self) -> list[str]:
        """Those who have a line in the table of marks."""
        return [line.partition(",")[0] for line in (self.out / "grades.csv").read_text().splitlines()[1:]]


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course(tmp_path)


def test_an_answer_that_names_a_formulas_place_stops_nobody(course: Course) -> None:
    course.hand_in("eve", notebook({**RIGHT, "q1": f"{RIGHT['q1']}\n\n&#xE000;0&#xE001; &#xFDD0;0&#xFDD1;"}))
    graded = course.grade()
    assert graded.counts.done == 3 and graded.unmade == ()
    assert course.names() == ["ada", "eve", "zoe"]
    assert (course.out / CLASS_PAGE).is_file() and "<math" in course.page("eve")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Making pages breaks on what eve wrote, as it did and may again."""
    made = learner_page.typeset

    def typeset(text: str, *rest: Any) -> Any:
        if "boom" in text:
            raise IndexError("<b>of eve's</b>")
        return made(text, *rest)

    monkeypatch.setattr(learner_page, "typeset", typeset)
    return monkeypatch


def test_a_page_that_cannot_be_made_stops_nobody_and_a_person_learns_of_it(
    course: Course, broken: pytest.MonkeyPatch
) -> None:
    course.hand_in("eve", notebook({**RIGHT, "q1": f"{RIGHT['q1']}\n\nboom"}))
    graded = course.grade(anonymous=True)
    assert [learner.id for learner in graded.unmade] == ["eve"]
    assert course.names() == ["ada", "eve", "zoe"]
    for anonymous in (False, True):
        page = course.page("eve", anonymous=anonymous)
        assert "could not be made" in page and "boom" not in page and "IndexError" not in page
        assert "could not be made" not in course.page("ada", anonymous=anonymous)
    assert "eve" not in re.sub(r"<style>.*?</style>", "", course.page("eve", anonymous=True), flags=re.DOTALL).lower()
    listed = (course.out / CLASS_PAGE).read_text()
    assert "Without a page" in listed and "IndexError: &lt;b&gt;of eve" in listed
    nameless = (course.out / "anonymous" / CLASS_PAGE).read_text()
    assert "Without a page" in nameless and "IndexError" not in nameless
    assert any("could not be made: 1 (eve)" in line for line in summary(graded, False, Keep.LAST))
    # It is tried again each time, and stands there as soon as it can.
    assert [learner.id for learner in course.grade().unmade] == ["eve"]
    broken.undo()
    assert course.grade().unmade == () and "boom" in course.page("eve")
    assert "Without a page" not in (course.out / CLASS_PAGE).read_text()


def test_pages_that_an_earlier_gradbook_called_otherwise_go_and_what_is_a_teachers_stays(course: Course) -> None:
    course.hand_in("Ann Bell", notebook())
    course.grade(anonymous=True)
    now = [GradesFolder(course.out).page_of("Ann Bell", anonymous=hidden) for hidden in (False, True)]
    before = [now[0].with_name("Ann-Bell-76a0c237.html"), now[1].with_name(f"{now[1].stem[:10]}.html")]
    for old, new in zip(before, now, strict=True):
        new.rename(old)
    mine = now[0].with_name("mine-01234567.html")
    mine.write_text("mine")
    course.grade()
    assert all(page.is_file() for page in (*now, mine)) and not any(page.exists() for page in before)
