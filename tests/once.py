"""What is made once for all processes of a test run: a network takes longer to train than most tests take."""

from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def made_once(paths: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder that the first process that needs it makes, while the others wait. Nobody may change it.

    Args:
        paths: of the process.
        name: of the folder.
        make: makes it, where its argument says; called anew where an earlier call failed.
    """
    base = paths.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base  # pytest-xdist gives each process a folder there
    folder = shared / name
    with FileLock(shared / f"{name}.lock"):
        if not folder.exists():
            draft = paths.mktemp(name) / "draft"
            make(draft)
            draft.rename(folder)
    return folder
