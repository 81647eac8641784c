"""The data that learners' cells see: all training images, and of the test images only those that the notebook uses.

The others never enter where a learner's code runs; a trained network is tried on them outside.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from gradbook.assignment.checking.accuracy import SEEN
from gradbook.assignment.definition import Assignment
from gradbook.assignment.digits_folder import write_digits
from gradbook.assignment.layout import DATA
from gradbook.core.scratch import scratch_folder

if TYPE_CHECKING:
    from gradbook.digits import Digits


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
    with scratch_folder(Path(tempfile.gettempdir()), DATA) as folder:
        for above in (folder, folder.parent):
            above.chmod(0o755)  # the sandbox may run as another user
        write_digits(folder / DATA, data, tests=SEEN)
        yield folder / DATA
