"""A class of 200 hand-ins with known marks, graded in the sandbox: are they given, and how long does it take?

python benchmarks/grading_class.py             the class once, against the marks that it deserves
python benchmarks/grading_class.py --kills 20  and again with SIGKILL at random moments: the same gradebook?
python benchmarks/grading_class.py --picture docs/img/class.png   the class's page as a picture (needs Chromium)
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.grading.population import differences, make_class, stand  # noqa: E402
from tests.grading.small import make_assignment  # noqa: E402

from gradbook.grading.folder import GradesFolder  # noqa: E402

CELL_SECONDS = "2"


def command(place: Path, out: str) -> list[str]:
    """The command that grades the class."""
    grade = [sys.executable, "-m", "gradbook", "grade", str(place / "class"), "--assignment", str(place / "a1")]
    return [*grade, "--out", str(place / out), "--limit", CELL_SECONDS]


def killed(place: Path, out: str, seconds: float) -> bool:
    """Begin to grade, and kill the whole group after some seconds; return whether it had not ended by itself."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command(place, out), start_new_session=True, **quiet)
    try:
        process.wait(seconds)
        return False
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True


def picture(page: Path, target: Path) -> None:
    """Draw the top of a page."""
    browser = shutil.which("chromium") or shutil.which("google-chrome") or "chrome"
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        options = ["--headless", "--no-sandbox", "--hide-scrollbars", "--force-device-scale-factor=1",
                   f"--user-data-dir={profile}", "--window-size=1180,1080", f"--screenshot={target}"]  # fmt: skip
        subprocess.run([browser, *options, page.as_uri()], check=True, capture_output=True)


def main() -> int:
    """Grade, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=200)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--picture", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gradbook-class-") as name:
        place = Path(name)
        make_assignment(place / "a1")
        expected = make_class(place / "class", asked.size)
        began = time.monotonic()
        subprocess.run(command(place, "whole"), check=True)
        seconds = time.monotonic() - began
        with GradesFolder(place / "whole").open_book() as book:
            whole = stand(book.rows())
            wrong = differences(book.rows(), expected)
        kinds = Counter(one.kind for one in expected.values())
        print(", ".join(f"{count} {kind}" for kind, count in kinds.items()))
        print(f"{asked.size} hand-ins in {seconds:.1f} s; {asked.size - len(wrong)} have the marks that they deserve")
        print("\n".join(wrong))
        if asked.picture:
            picture(place / "whole" / "class.html", asked.picture.resolve())
        draw = random.Random(asked.seed)
        hits = sum(killed(place, "killed", draw.uniform(0.5, seconds / 6)) for _ in range(asked.kills))
        same = True
        if asked.kills:
            subprocess.run(command(place, "killed"), check=True)
            with GradesFolder(place / "killed").open_book() as book:
                same = stand(book.rows()) == whole
            print(f"killed {hits} of {asked.kills} times, then resumed: {'the same' if same else 'ANOTHER'} gradebook")
    return 0 if same and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
