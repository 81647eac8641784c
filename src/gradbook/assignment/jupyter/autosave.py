"""The notebook as saved: the browser is asked to save it, but never waited for in vain.

The text of a Markdown cell never reaches the kernel: what is checked and handed in is the file. JupyterLab can be asked
to save it; elsewhere the learner saves, and is told when the file was last saved.
"""

import contextlib
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gradbook.assignment.folder import session_notebook

PATIENCE = 3.0
"""Seconds that a browser that is there is given. Otter gives ten, also to one that is not."""
_STEP = 0.05


@dataclass(frozen=True, slots=True)
class Saved:
    """How a notebook's file stands.

    Attributes:
        path: the file.
        now: whether it was saved just now, so that it holds what is on the screen.
        when: when it was last saved.
    """

    path: Path
    now: bool
    when: datetime

    @property
    def advice(self) -> str:
        """What to tell a learner who may have written more than the file holds; empty if it was saved just now."""
        if self.now:
            return ""
        saved = f"{self.when:%H:%M:%S} on {self.when.day} {self.when:%B}"
        return f"Read from {self.path.name} as last saved at {saved}. Changed since? Press Ctrl+S."


def save(path: Path) -> Saved:
    """Ask the browser, if there is one, to save the notebook, and say how the file stands then.

    Without a browser (a script, `jupyter execute`, a grader) and in VS Code it returns at once.
    """
    before = path.stat().st_mtime_ns
    now = session_notebook(path.parent) is not None and _ask_browser() and _changed(path, before)
    return Saved(path, now, datetime.fromtimestamp(path.stat().st_mtime).astimezone())


def _ask_browser() -> bool:
    try:
        from ipylab import JupyterFrontEnd
    except ImportError:
        return False
    with contextlib.suppress(Exception):  # a kernel without a browser's messages: as good as no browser
        JupyterFrontEnd().commands.execute("docmanager:save")
        return True
    return False


def _changed(path: Path, before: int) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(OSError):  # some servers move the new file into place
            state = path.stat()
            if state.st_mtime_ns != before and state.st_size > 0:
                return True
        time.sleep(_STEP)
    return False
