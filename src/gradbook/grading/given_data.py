"""The data that learners' cells see: all training images, and of the test images only those that the notebook uses.

The others never enter where a learner's code runs; a trained network is tried on them outside.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from gradbook.assignment.definition import Assignment
from gradbook.assignment.layout import DATA

if TYPE_CHECKING:
    from gradbook.digits import Digits

SEEN = 1000
"""Test images that a notebook looks at itself; `checking.accuracy` tries networks on those after them."""


@contextmanager
def given_data(assignment: Assignment, data: "str | Path | Digits" = "auto") -> Iterator[Path | None]:
    """Yield the folder that cells see as data/; None where the assignment has none.

    Args:
        assignment: which says what it needs.
        data: digits, or as for `gradbook.digits.load`.
    """
    if assignment.data is None:
        yield None
        return
    from gradbook.digits import load
    from gradbook.digits.datasets import idx

    digits = load(data) if isinstance(data, str | Path) else data
    folder = Path(tempfile.mkdtemp(prefix="gradbook-data-"))
    try:
        raw = folder / DATA / "MNIST" / "raw"
        raw.mkdir(parents=True)
        splits = (
            ("train", digits.train_images, digits.train_labels),
            ("t10k", digits.test_images[:SEEN], digits.test_labels[:SEEN]),
        )
        for stem, images, labels in splits:
            idx.write(raw / f"{stem}-images-idx3-ubyte", images.numpy())
            idx.write(raw / f"{stem}-labels-idx1-ubyte", labels.numpy().astype("uint8"))
        folder.chmod(0o755)  # the sandbox may run as another user
        yield folder / DATA
    finally:
        shutil.rmtree(folder, ignore_errors=True)
