"""The pages in a real browser: none wider than a telephone, and nothing that axe finds, light and dark."""

from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from tests.grading.small import make_assignment

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
from gradbook.grading.reports.learner_page import learner_page

pytestmark = pytest.mark.browser
LONG = "a_word_that_never_ends_" * 12


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A learner's page and a class's, with everything that they can show."""
    folder = tmp_path_factory.mktemp("pages")
    assignment = make_assignment(folder / "a1")
    found = Finding("q", "✗", LONG, Fraction(0), Fraction(1), True, "wrong", "swap", LONG, LONG, ("Look.", LONG), 0, 9)
    question = QuestionResult(
        "q1", "Values", "written", Fraction(0), Fraction(1), True, LONG, (found,), f"{LONG} $q = 1$"
    )
    cell = CellResult(3, "q1", "error", 0.1, LONG, LONG)
    detail = Detail((question,), (cell,), (LONG,), "Due then.", trouble=LONG)
    now = datetime(2023, 6, 2, tzinfo=UTC)
    rows = []
    for number in range(12):
        id = f"l{number}"
        late = 60.0 * number
        grading = Grading(
            id,
            f"{LONG}.zip",
            "c",
            "f",
            "graded",
            now,
            "the course site",
            late,
            Fraction(1),
            "ns",
            1.0,
            detail,
            graded=now,
        )
        mark = Mark(id, "q1", Fraction(number, 12), Fraction(1), number % 2 == 0, "machine", LONG, at=now)
        rows.append(Row(Learner(id, f"{LONG} {number}"), grading, {"q1": mark}))
    png = Picture("answer", "q1", "photo", b"\x89PNG\r\n\x1a\n")
    (folder / "learner.html").write_text(learner_page(assignment, rows[0], [png]))
    whole = "".join(class_page(assignment, lambda: rows, lambda id: (f"{LONG} {id}", f"learners/{id}.html")))
    (folder / "class.html").write_text(whole)
    return folder


@pytest.mark.parametrize("name", ["learner", "class"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_page_fits_a_telephone_and_axe_finds_nothing(browser: Browser, pages: Path, name: str, theme: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme=theme)  # type: ignore[arg-type]
    page.goto((pages / f"{name}.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    found = Axe().run(page).response["violations"]
    assert not [(one["id"], one["nodes"][0]["html"][:100]) for one in found]
    page.close()


_CUT_OFF = """() => {
  const picture = document.querySelector(".histogram"), whole = picture.viewBox.baseVal;
  return [...picture.querySelectorAll("text")].filter(text => {
    const box = text.getBBox(), low = box.y + box.height, right = box.x + box.width;
    return box.width && (box.y < 0 || box.x < 0 || low > whole.height + 1 || right > whole.width + 1);
  }).map(text => text.textContent);
}"""


@pytest.mark.parametrize("width", [320, 420, 1000])
def test_no_number_of_the_picture_is_cut_off(browser: Browser, pages: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto((pages / "class.html").as_uri())
    assert page.evaluate(_CUT_OFF) == []
    assert page.locator(".histogram text", has_text="points").is_visible()  # below the axis
    page.close()
