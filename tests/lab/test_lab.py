"""The main job, and its report in a real browser."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.conftest import command_in

from gradbook.assignment.authoring.build import Built
from gradbook.assignment.errors import AssignmentError
from gradbook.digits import Digits
from gradbook.digits.datasets.digits import FASHION_NAMES
from gradbook.lab import job, solution
from gradbook.lab.solution import run_part3

# Appended to a copy of a report: writes what the browser made of it into the page's title.
PROBE = """<script>
window.addEventListener("load", () => {
  const images = [...document.images];
  document.title = JSON.stringify({
    images: images.length,
    loaded: images.filter((i) => i.complete && i.naturalWidth > 0).length,
    wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  });
});
</script>"""


class Links(HTMLParser):
    """Collects what a page would load from elsewhere, and which files it links to."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("src", "href") and not (value or "").startswith(("data:", "#")):
                (self.links if tag == "a" else self.loads).append(value or "")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a lab was run."""
    return tmp_path_factory.mktemp("lab")


@pytest.fixture(scope="module")
def interrupted(folder: Path) -> str:
    """The numbers of a lab that was interrupted while the solution ran, and in which a learner has worked since."""
    lab = subprocess.Popen(
        [sys.executable, "-m", "gradbook", "lab"],
        cwd=folder,
        env={**os.environ, "GRADBOOK_DATA": "", "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
        # A job in the background of a shell ignores the signal, and its children would too.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 (no threads here)
    )
    with lab:
        assert lab.stdout is not None
        assert any("Running its solution" in line for line in lab.stdout)
        lab.send_signal(signal.SIGINT)
    assert lab.returncode == 130
    notebook = folder / "runs/lab/assignment/learner/A8.ipynb"
    notebook.write_text(notebook.read_text().replace("input_size = ...", "input_size = 28 * 28"))
    return (folder / "runs/lab/fast/metrics.json").read_text()


@pytest.fixture(scope="module")
def said(folder: Path, interrupted: str) -> str:
    """What `gradbook lab` says that goes on with it."""
    return command_in(folder)("lab").stdout


@pytest.fixture(scope="module")
def lab_folder(folder: Path, said: str) -> Path:
    out = said
    assert "Report: runs/lab/report.html" in out
    assert "notebook" in out
    assert "fast" in out
    assert re.search(r"q1  Forward Pass +0\.3 of 0\.3 +✓ +Right\.", out)
    assert re.search(r"q8  Training +0 of 0 +✓ +Well done: your network reads \d\d\.\d% of 1,000 images", out)
    assert "Points: 2.5 of 2.5" in out
    return folder / "runs" / "lab"


def opened(browser: str, page: Path, width: int = 1000) -> dict[str, object]:
    """Open a page, and return what the probe saw; fail on any message on the console."""
    probed = page.with_name(f"probed-{page.name}")
    probed.write_text(page.read_text().replace("</body>", f"{PROBE}</body>"))
    done = subprocess.run(
        [
            browser,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--enable-logging=stderr",
            "--v=0",
            f"--user-data-dir={page.parent / 'browser'}",
            f"--window-size={width},1000",
            "--virtual-time-budget=5000",
            "--dump-dom",
            probed.as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
        env={**os.environ, "HOME": str(page.parent)},
    )
    console = [line for line in done.stderr.splitlines() if ":CONSOLE" in line]
    assert console == []
    title = re.search(r"<title>(.*?)</title>", done.stdout)
    assert title, done.stdout[:500]
    return dict(json.loads(title.group(1).replace("&quot;", '"')))


@pytest.mark.browser
def test_the_report_opens_offline_with_all_its_pictures(lab_folder: Path, chromium: str) -> None:
    for page in (lab_folder / "report.html", lab_folder / "fast" / "report.html"):
        parser = Links()
        parser.feed(page.read_text())
        assert parser.loads == []
        assert all((page.parent / link).is_file() for link in parser.links)
        for width in (1000, 500):
            seen = opened(chromium, page, width)
            assert seen["images"] == seen["loaded"]
            assert int(str(seen["images"])) >= 5
            assert not seen["wide"], f"the page is wider than {width} pixels"


def test_the_report_shows_the_points_of_each_question_and_links_to_the_notebooks(lab_folder: Path) -> None:
    page = (lab_folder / "report.html").read_text().replace("\N{NO-BREAK SPACE}", " ")
    parser = Links()
    parser.feed(page)
    made = ["assignment/learner/A8.ipynb", "assignment/teacher/A8.ipynb", "assignment/autograder.zip"]
    assert parser.links[:3] == made
    own = "graded/grades/learners/solution.html"
    if parser.links[3:]:
        assert parser.links[3:] == [own] and "2.5 of 2.5 points" in (lab_folder / "report.html").read_text()
    else:
        assert "The hand-in was not graded in a sandbox" in (lab_folder / "report.html").read_text()
    assert page.count("0.3 of 0.3") == 5
    assert "2.5 of 2.5" in page
    assert page.count("Drawn by the solution") == 2 * 3  # the caption, and what is read out where pictures are not seen


def test_an_interrupted_lab_goes_on_and_a_learners_work_stays(lab_folder: Path, said: str, interrupted: str) -> None:
    assert "Going on with runs/lab/fast" in said
    assert "Going on with runs/lab/assignment" in said
    assert (lab_folder / "fast" / "metrics.json").read_text() == interrupted
    assert "input_size = 28 * 28" in (lab_folder / "assignment/learner/A8.ipynb").read_text()


def test_an_earlier_lab_is_kept_with_all_that_is_in_it(
    tmp_path: Path, sample: Digits, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job, "run_part3", lambda *_, **__: None)
    monkeypatch.setattr(job, "grade_own", lambda *_, **__: None)
    monkeypatch.setattr(job, "page", lambda *_: "")
    monkeypatch.setattr(job, "PRESETS", ("notebook",))
    place, said = tmp_path / "lab", list[str]()
    work = place / "assignment" / "learner" / "A8.ipynb"
    for seed in (0, 1):
        with contextlib.suppress(FileExistsError):
            work.parent.mkdir(parents=True)
            work.write_text("mine")
        job.run_lab(place, sample, seed=seed, progress=quiet, cells=quiet, say=said.append)  # type: ignore[arg-type]
        assert json.loads((place / "notebook" / "metrics.json").read_text())["seed"] == seed
    assert said == [f"The earlier lab is kept as {tmp_path / 'lab-2'}."]
    assert (tmp_path / "lab-2" / work.relative_to(place)).read_text() == "mine"
    assert json.loads((tmp_path / "lab-2/notebook/metrics.json").read_text())["seed"] == 0


@contextlib.contextmanager
def quiet(*_: object) -> Iterator[Callable[[object], None]]:
    """Show nothing."""
    yield lambda _: None


def test_something_else_in_the_way_is_not_touched(tmp_path: Path, sample: Digits) -> None:
    (tmp_path / "essay.txt").write_text("mine")
    with pytest.raises(AssignmentError, match="in the way"):
        run_part3(tmp_path, sample, cells=quiet, say=lambda _: None)  # type: ignore[arg-type]
    assert [path.name for path in tmp_path.iterdir()] == ["essay.txt"]


def test_pictures_of_clothes_are_of_no_use_to_the_assignment(
    tmp_path: Path, sample: Digits, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[object] = []

    def build(name: str, place: Path, *, data: object, gradescope: object) -> Built:
        built.append(data)
        return Built(place, place, place)

    monkeypatch.setattr(solution, "build", build)
    monkeypatch.setattr(solution, "solve", lambda *_, **__: None)
    clothes = replace(sample, class_names=FASHION_NAMES)
    for data in (sample, clothes):
        run_part3(tmp_path, data, cells=quiet, say=lambda _: None)  # type: ignore[arg-type]
    assert built == [sample, "auto"]
