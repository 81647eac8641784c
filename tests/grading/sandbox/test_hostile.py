"""Hand-ins that attack: on each mode, as root and as an ordinary user. What must hold is said by each name."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.grading.sandbox.attacks import PROBING
from tests.grading.sandbox.forgeries import FORGERIES
from tests.grading.sandbox.greed import GREED
from tests.grading.sandbox.users import ordinary

from gradbook.grading.sandbox import MODES

USERS = ("root", "ordinary")
KEPT = ("the next hand-in gets all its points", "no file outside is changed", "no connection was made")
KEPT += ("no process is left", "no scratch folder is left")
KEPT += ("another's threads cost nobody a thread",)
_done: dict[tuple[str, str], dict[str, str]] = {}


def findings(mode: str, user: str) -> dict[str, str]:
    """What each attack did, all of them run once."""
    if (mode, user) not in _done:
        _done[mode, user] = _run(mode, user)
    found = _done[mode, user]
    if "refused" in found:
        pytest.skip(found["refused"])
    return found


def _run(mode: str, user: str) -> dict[str, str]:
    if user == "root" and os.geteuid() != 0:
        return {"refused": "not run as root"}
    with tempfile.TemporaryDirectory() as home:
        Path(home).chmod(0o755)
        command: list[str] | None = [sys.executable, str(Path(__file__).with_name("hostile.py")), mode]
        if user == "ordinary":
            command = ordinary([sys.executable, str(Path(__file__).with_name("hostile.py")), mode], Path(home))
        if command is None:
            return {"refused": "no way to become an ordinary user here"}
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"} | ({"HOME": home} if user == "ordinary" else {})
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=300, check=False, env=environment, cwd="/"
        )
        assert done.returncode == 0, done.stderr[-3000:]
        found: dict[str, str] = json.loads(done.stdout)
        return found


@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", [*PROBING, *GREED, *FORGERIES, *KEPT])
def test_nothing_gets_through(mode: str, user: str, name: str) -> None:
    assert findings(mode, user)[name] == ""


@pytest.mark.parametrize("mode", MODES)
def test_when_the_grader_is_killed_the_hand_ins_end_too(mode: str) -> None:
    with tempfile.TemporaryFile() as said:
        code = (
            "import sys\nfrom gradbook.assignment.running.runner import Cell, Job\n"
            "from gradbook.grading.sandbox import SandboxError, SandboxRunner\n"
            f"try:\n    runner = SandboxRunner({mode!r})\nexcept SandboxError as error:\n    sys.exit(str(error))\n"
            "print(runner.server, flush=True)\n"
            "cell = 'import signal\\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\\nwhile True:\\n    pass'\n"
            "runner.run(Job((Cell(0, '', cell),), {'names': [], 'probes': []}))"
        )
        grader = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=said, text=True)
        with grader:
            assert grader.stdout is not None
            line = grader.stdout.readline()
            if not line:
                said.seek(0)
                pytest.skip(said.read().decode()[-300:])
            _until(lambda: len(_children(int(line))) > 0)
            below = _children(int(line))
            below += [pid for child in below for pid in _children(child)]
            grader.kill()
    _until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in (int(line), *below)))


def _children(pid: int) -> list[int]:
    return [int(child) for task in Path(f"/proc/{pid}/task").glob("*/children") for child in task.read_text().split()]


def _until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end, "it does not come about"
        time.sleep(0.05)
