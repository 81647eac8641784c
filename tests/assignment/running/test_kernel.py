"""The kernel that runs one's own cells: what they do to it, and to us."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from jupyter_client.manager import KernelManager

from gradbook.assignment.running.exports import Exports
from gradbook.assignment.running.kernel import KernelRunner
from gradbook.assignment.running.runner import Cell, Job, Limits
from gradbook.assignment.running.shepherd import descendants

ASKED = {"names": ["x"], "probes": []}


def run(*sources: str, limits: Limits | None = None, folder: Path | None = None) -> Exports:
    cells = tuple(Cell(index, "", source) for index, source in enumerate(sources))
    limits = limits or Limits(cell=20)
    return KernelRunner(folder).run(Job(cells, ASKED, {"imgs/a.txt": b"hello"}), limits).exports


def test_cells_run_and_names_come_back() -> None:
    exports = run("print(open('imgs/a.txt').read())", "x = 6 * 7")
    assert exports.number("x") == 42
    assert [(cell.status, cell.text) for cell in exports.cells] == [("ok", "hello\n"), ("ok", "")]


@pytest.mark.parametrize("signal", ["SIGSTOP", "SIGKILL"])
def test_a_cell_that_stops_or_kills_its_parent_reaches_nobody_else(signal: str) -> None:
    exports = run(f"import os, signal\nos.kill(os.getppid(), signal.{signal})", "x = 1")
    assert exports.number("x") == 1
    assert exports.cells[0].status == ("ok" if signal == "SIGSTOP" else "died")


def test_the_cell_that_kills_its_parent_is_blamed_though_the_end_takes_a_moment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(KernelManager, "is_alive", lambda _: True)
    exports = run("import os, signal\nos.kill(os.getppid(), signal.SIGKILL)", "x = 1")
    assert [cell.status for cell in exports.cells] == ["died", "ok"]


def test_what_a_cell_writes_past_jupyter_is_not_seen(capfd: pytest.CaptureFixture[str]) -> None:
    run("import os\nos.write(1, b'2.5 of 2.5 points')\nos.write(2, b'2.5 of 2.5 points')\nx = 1")
    assert "2.5 of 2.5" not in "".join(capfd.readouterr())


def test_what_a_cell_started_ends_with_it(tmp_path: Path) -> None:
    run(
        "import subprocess, sys\n"
        "code = 'import os, time; os.setsid(); print(os.getpid(), flush=True); time.sleep(300)'\n"
        "x = int(subprocess.Popen([sys.executable, '-c', code], stdout=subprocess.PIPE).stdout.readline())\n"
        "open('pid', 'w').write(str(x))",
        folder=tmp_path,
    )
    process = int((tmp_path / "pid").read_text())
    for _ in range(50):  # its new parent has to take note of its end
        state = Path(f"/proc/{process}/stat")
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return
        time.sleep(0.1)
    os.kill(process, 9)
    pytest.fail("a process of the notebook's is still there")


def test_the_whole_may_have_a_limit_too() -> None:
    outcome = KernelRunner().run(Job((Cell(0, "", "import time\ntime.sleep(60)"),), ASKED), Limits(cell=60, wall=3))
    assert outcome.trouble == "wall time"
    assert outcome.exports.cells[0].status == "timeout"
    assert outcome.exports.problems == {"x": "the notebook took too long"}


def test_many_jobs_come_back_by_their_place() -> None:
    jobs = [Job((Cell(0, "", f"x = {number}"),), ASKED) for number in (7, 8)]
    runner = KernelRunner()
    assert [(place, outcome.exports.number("x")) for place, outcome in runner.map(jobs)] == [(0, 7), (1, 8)]
    runner.close()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc")
def test_a_process_is_found_below_one_whose_first_thread_is_dead() -> None:
    code = (
        "import ctypes, subprocess, sys, threading, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "threading.Thread(target=time.sleep, args=(60,)).start()\n"
        "print(child.pid, flush=True)\n"
        "ctypes.CDLL(None).pthread_exit(None)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    child = int(process.stdout.readline())
    try:
        for _ in range(50):
            if Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                break
            time.sleep(0.1)
        below = descendants(os.getpid())
        assert child in below
        assert process.pid not in below
    finally:
        for pid in (child, process.pid):
            os.kill(pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
