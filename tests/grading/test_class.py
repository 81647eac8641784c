"""A generated class in the sandbox has the marks that it deserves, killed at any moment or not, on both databases."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.grading.population import Expected, differences, make_class, stand
from tests.grading.small import InProcess, make_assignment

from gradbook.grading.folder import GradesFolder
from gradbook.grading.run import grade_class
from gradbook.grading.sandbox import SandboxError, best_runner

SIZE = 20  # each kind once
_TAME = {"endless", "dying", "hostile"}
ROOT = Path(__file__).parents[2]
CODE = """
import sys, time
from pathlib import Path
from gradbook.assignment.definition import load_assignment
from gradbook.grading.run import grade_class
from tests.grading.small import InProcess
class Slow(InProcess):
    def run(self, job, limits=None):
        time.sleep(0.05)
        return super().run(job)
place = Path(sys.argv[1])
grade_class([place / "tame"], load_assignment(place / "a1"), place / "grades", lambda private: Slow())
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the assignment, the class, and the class without those that would end our own process."""
    folder = tmp_path_factory.mktemp("class")
    make_assignment(folder / "a1")
    expected = make_class(folder / "class", SIZE)
    (folder / "tame").mkdir()
    for path in (folder / "class").iterdir():
        if expected[path.name[:4]].kind not in _TAME:
            (folder / "tame" / path.name).write_bytes(path.read_bytes())
    return folder


@pytest.fixture(scope="module")
def deserved(place: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Expected]:
    return make_class(tmp_path_factory.mktemp("again") / "class", SIZE)


def test_in_the_sandbox_a_class_has_the_marks_that_it_deserves(
    place: Path, deserved: dict[str, Expected], tmp_path: Path
) -> None:
    from gradbook.assignment.definition import load_assignment

    assignment = load_assignment(place / "a1")
    try:
        graded = grade_class(
            [place / "class"], assignment, tmp_path / "grades", best_runner, limit=1, total=20, workers=2
        )
    except SandboxError as error:
        pytest.skip(f"no sandbox here: {error}")
    with graded.folder.open_book() as book:
        assert differences(book.rows(), deserved) == []
    assert graded.counts.failed == 1
    page = graded.folder.page_of("l015").read_text()
    assert "<script>alert" not in page and "&lt;script&gt;alert" in page
    assert "hidden_q3(exports)" not in page  # nothing of the grader's was there to be read


def test_killed_at_random_moments_and_resumed_it_is_the_same_gradebook(place: Path, tmp_path: Path) -> None:
    from gradbook.assignment.definition import load_assignment

    assignment = load_assignment(place / "a1")
    whole = grade_class([place / "tame"], assignment, tmp_path / "whole", lambda private: InProcess())
    work = tmp_path / "work"
    work.mkdir()
    for name in ("a1", "tame"):
        (work / name).symlink_to(place / name)
    draw = random.Random(0)
    command = [sys.executable, "-c", CODE, str(work)]
    for _ in range(4):
        process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE)
        seen = 0
        # Kill it a little after some hand-ins are written down, wherever it is by then.
        while process.poll() is None and seen < draw.randint(1, 5):
            pages = work / "grades" / "learners"
            seen = len(list(pages.iterdir())) if pages.is_dir() else 0
        process.send_signal(signal.SIGKILL)
        process.communicate()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with GradesFolder(work / "grades").open_book() as book, whole.folder.open_book() as other:
        rows = [str(row).replace(str(place), "") for row in stand(other.rows())]
        assert [str(row).replace(str(work), "") for row in stand(book.rows())] == rows


def test_on_postgresql_it_is_the_same_gradebook(place: Path, tmp_path: Path, postgres: str) -> None:
    import psycopg

    from gradbook.assignment.definition import load_assignment

    name = f"class_{os.getpid()}"
    with psycopg.connect(postgres.format("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
    assignment = load_assignment(place / "a1")
    stands = []
    for out, address in ((tmp_path / "lite", None), (tmp_path / "server", postgres.format(name))):
        graded = grade_class([place / "tame"], assignment, out, lambda private: InProcess(), book=address)
        with graded.folder.open_book() as book:
            stands.append(stand(book.rows()))
    assert stands[0] == stands[1] and len(stands[0]) == SIZE - 3
