"""The data that learners' cells see, and what is left of it."""

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pytest

from gradbook.assignment.checking.accuracy import SEEN
from gradbook.assignment.definition import load_assignment
from gradbook.digits.datasets.digits import Digits
from gradbook.digits.datasets.sources import load_folder
from gradbook.grading.given_data import given_data

KILLED = """
import os
from gradbook.assignment.definition import load_assignment
from gradbook.grading.given_data import given_data
with given_data(load_assignment("a8"), "sample"):
    os.kill(os.getpid(), 9)
"""


def test_a_killed_graders_data_goes_with_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    assert subprocess.run([sys.executable, "-c", KILLED], check=False).returncode == -9
    (left,) = tmp_path.iterdir()
    with given_data(load_assignment("a8"), "sample") as folder:
        assert folder is not None and not left.exists()
        for above in (folder.parent, folder.parent.parent):
            assert above.stat().st_mode & 0o777 == 0o755  # the sandbox may run as another user
    assert list(tmp_path.iterdir()) == []


def test_test_images_that_the_notebook_does_not_use_stay_outside(tmp_path: Path) -> None:
    import torch

    many = torch.arange(SEEN + 500, dtype=torch.int64) % 10
    images = many.to(torch.uint8)[:, None, None].expand(-1, 28, 28)
    digits = Digits(images, many, images, many, "made", "made here")
    with given_data(load_assignment("a8"), digits) as folder:
        assert folder is not None
        seen = load_folder(folder)
    assert (len(seen.train_images), len(seen.test_images)) == (SEEN + 500, SEEN)
    assert np.array_equal(seen.test_labels, many[:SEEN]) and np.array_equal(seen.test_images[:, 0, 0], many[:SEEN])
