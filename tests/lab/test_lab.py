"""The main job, and its report in a real browser."""

import json
import os
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.conftest import Command

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


class Outside(HTMLParser):
    """Collects what a page would load from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("src", "href") and not (value or "").startswith(("data:", "#")):
                self.found.append(f"{tag} {name}={value}")


@pytest.fixture
def lab_folder(gradbook: Command, tmp_path: Path) -> Path:
    out = gradbook("lab").stdout
    assert "Report: runs/lab/report.html" in out
    assert "notebook" in out
    assert "fast" in out
    return tmp_path / "runs" / "lab"


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
        parser = Outside()
        parser.feed(page.read_text())
        assert parser.found == []
        for width in (1000, 500):
            seen = opened(chromium, page, width)
            assert seen["images"] == seen["loaded"]
            assert int(str(seen["images"])) >= 5
            assert not seen["wide"], f"the page is wider than {width} pixels"


def test_an_earlier_lab_is_kept_and_an_interrupted_one_goes_on(
    lab_folder: Path, gradbook: Command, tmp_path: Path
) -> None:
    first = (lab_folder / "fast" / "metrics.json").read_text()
    (lab_folder / "report.html").unlink()
    resumed = gradbook("lab").stdout
    assert "Going on with runs/lab/fast" in resumed
    assert (lab_folder / "fast" / "metrics.json").read_text() == first
    again = gradbook("lab", "--seed", 1).stdout
    assert "The earlier lab is kept as runs/lab-2" in again
    assert (tmp_path / "runs/lab-2/fast/metrics.json").read_text() == first
    assert json.loads((lab_folder / "fast" / "metrics.json").read_text())["seed"] == 1
