"""Scratch folders, and those that killed processes left."""

import subprocess
import sys
from pathlib import Path

from gradbook.core.scratch import scratch_folder

KILLED = """
import os, pathlib, sys
from gradbook.core.scratch import scratch_folder
with scratch_folder(pathlib.Path(sys.argv[1]), "a8") as work:
    (work / "large").write_bytes(b"x" * 1000)
    os.kill(os.getpid(), 9)
"""


def test_nothing_is_left_of_it(tmp_path: Path) -> None:
    with scratch_folder(tmp_path, "a8") as work:
        assert list(work.iterdir()) == []
        (work / "made").write_text("x")
    assert list(tmp_path.iterdir()) == []


def test_the_next_one_clears_what_a_killed_process_left(tmp_path: Path) -> None:
    assert subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False).returncode == -9
    (left,) = tmp_path.iterdir()
    mine = tmp_path / ".a8.notes"
    mine.mkdir()
    with scratch_folder(tmp_path, "a8") as work:
        assert not left.exists()
        with scratch_folder(tmp_path, "a8"):
            assert work.exists()  # at work: not abandoned
    assert list(tmp_path.iterdir()) == [mine]
