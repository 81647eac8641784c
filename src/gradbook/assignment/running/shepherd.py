"""Stands between us and a kernel, so that a cell that looks for its parent finds this, and stopping it stops nobody.

This runs as a script, without site packages: `python -I -S shepherd.py PYTHON -m ipykernel_launcher -f FILE`. It starts
the kernel, waits, and ends all that the kernel has started, processes that went into the background included.

Its standard input is a socket on which it sends back what it gets. That tells whether a cell has killed it: its end
takes the system a moment, but from the moment of the kill it can send nothing any more.
"""

import contextlib
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

_STEP = 0.05
_TRIES = 20
_SUBREAPER = 36  # prctl's PR_SET_CHILD_SUBREAPER: orphans below become our children


def main(command: list[str]) -> int:
    """Run a command; return its exit code when it and all below it are gone."""
    with contextlib.suppress(Exception):  # not on Linux: then those that left the group are not found
        import ctypes

        ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    # An interrupt is for the kernel, which is in our group.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    kernel = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "JPY_PARENT_PID": str(os.getpid())},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 (no threads here)
    )
    code = None
    while code is None and _is_wanted():
        code = kernel.poll()
    end_descendants(os.getpid())
    return 1 if code is None else code


def _is_wanted() -> bool:
    """Wait a step for a message and send it back; whether whoever started us is there."""
    if not select.select([0], [], [], _STEP)[0]:
        return True
    with contextlib.suppress(OSError):
        message = os.read(0, 1)
        return os.write(0, message) > 0
    return False


def end_descendants(root: int) -> None:
    """Kill every process below one, until there is none."""
    for _ in range(_TRIES):
        below = descendants(root)
        if not below:
            return
        for process in below:
            with contextlib.suppress(OSError):
                os.kill(process, signal.SIGKILL)
        time.sleep(0.01)


def descendants(root: int) -> list[int]:
    """Return the processes below one, as /proc knows them; none where there is no /proc."""
    parents: dict[int, int] = {}
    dead: set[int] = set()  # nobody has asked for its exit code; its last threads may still keep its children
    with contextlib.suppress(OSError):
        for place in Path("/proc").iterdir():
            with contextlib.suppress(OSError, ValueError):
                process = int(place.name)
                state, parent = (place / "stat").read_text(errors="replace").rpartition(")")[2].split()[:2]
                parents[process] = int(parent)
                if state == "Z":
                    dead.add(process)
    found: list[int] = []
    layer = [root]
    while layer:
        layer = [process for process, parent in parents.items() if parent in layer and process not in found]
        found += layer
    return [process for process in found if process not in dead]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
