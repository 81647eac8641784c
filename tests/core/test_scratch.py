"""Scratch folders, and those that killed processes left."""

import os
import subprocess
import sys
from pathlib import Path

from gradbook.core.scratch import remove_tree, scratch_folder

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


def test_what_a_learner_closed_and_made_too_deep_goes_too(tmp_path: Path) -> None:
    base = os.open(tmp_path, os.O_RDONLY)
    os.mkdir("hostile", dir_fd=base)
    inside = os.open("hostile", os.O_RDONLY, dir_fd=base)
    os.mkdir("closed", 0, dir_fd=inside)
    for _ in range(3000):
        os.mkdir("d", dir_fd=inside)
        below = os.open("d", os.O_RDONLY, dir_fd=inside)
        os.close(inside)
        inside = below
    for open_one in (inside, base):
        os.close(open_one)
    remove_tree(tmp_path / "hostile")
    assert list(tmp_path.iterdir()) == []
