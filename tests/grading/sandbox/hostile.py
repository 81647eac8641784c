"""Runs every attack in one mode, and prints what each did, as JSON: {name: "" or what is wrong}.

A program of its own, so that the tests can run it as another user.
"""

import contextlib
import json
import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from attacks import PRELUDE, PROBING
from forgeries import FORGERIES, RIGHT
from greed import GREED

import gradbook
from gradbook.assignment import load_assignment
from gradbook.assignment.checking.grading_session import GradingSession
from gradbook.assignment.running.runner import Cell, Job, Limits, Outcome
from gradbook.grading.sandbox import SandboxError, SandboxRunner, attempt

LIMITS = replace(
    Limits(), cell=1.5, wall=20.0, cpu=15.0, memory=300 << 20, scratch=16 << 20, files=300, reply=8 << 20, threads=32
)
SHORT = replace(LIMITS, cell=0.5)  # for what may take up all its time, as most of it does
SECRET = "a word that only the grader knows"
AFTER = "the next hand-in gets all its points"
SPILLED = "no file outside is changed"
CALLED = "no connection was made"
LEFT = "no process is left"
SCRATCH = "no scratch folder is left"
CROWDED = "another's threads cost nobody a thread"
_HONEST = ("y = 784", "z = 1")
_NEEDS_A_THREAD = "import threading, time\ntime.sleep(0.8)\nthread = threading.Thread(target=int)\nthread.start()"
_TAKES_ALL = """
import threading, time
try:
    for _ in range(1000):
        threading.Thread(target=time.sleep, args=(9,), daemon=True).start()
except RuntimeError:
    time.sleep(1.3)
"""
_TRY = """
fell = None
try:
    fell = attack()
except BaseException as error:
    refused = f"{type(error).__name__}: {error}"
fell = str(fell)[:200] if fell else ""
"""


def main(mode: str) -> None:
    """Run all in a mode."""
    os.environ["SECRET"] = SECRET
    attempt.GRACE = 0.5  # nobody here needs longer to give way
    session = GradingSession(load_assignment("a8"))
    found: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as own, tempfile.TemporaryDirectory(prefix="hostile-") as place:
        Path(own).chmod(0o755)
        tempfile.tempdir = own  # so that no other grader's scratch folders are taken for ours
        folder = Path(place)
        folder.chmod(0o777)
        before = _lay_out(folder)
        try:
            runner = SandboxRunner(mode, private=[folder])
        except SandboxError as error:
            print(json.dumps({"refused": str(error)}))
            return
        with _listening(folder) as (port, abstract, calls):
            facts = _facts(folder, runner, port, abstract)
            jobs = dict(_jobs(session, facts, folder / "data"))
            ended: dict[str, Outcome] = {}
            for limits in (LIMITS, SHORT):
                names = [name for name in jobs if (limits is SHORT) is _may_time_out(name)]
                outcomes = runner.map([jobs[name] for name in names], limits, workers=3)
                ended |= {names[number]: outcome for number, outcome in outcomes}
            for name in filter(lambda name: _stood_still(name, ended[name]), names):
                ended[name] = runner.run(jobs[name], LIMITS)
            found |= {name: _finding(name, outcome, session) for name, outcome in ended.items()}
            found[AFTER] = _after(session, runner)
            found[CROWDED] = _crowded(runner)
            found[CALLED] = "; ".join(calls())
        zygote = facts["zygote"]
        runner.close()
        found[LEFT] = "" if not Path(f"/proc/{zygote}").exists() and not _descendants() else "something is left"
        found[SCRATCH] = ", ".join(sorted(path.name for path in Path(own).glob("*gradbook-*")))
        found[SPILLED] = "" if _state(folder) == before else f"{_state(folder)} instead of {before}"
    print(json.dumps(found))


def _lay_out(folder: Path) -> dict[str, Any]:
    (folder / "data" / "MNIST" / "raw").mkdir(parents=True)
    for name in ("bait", "key.json", "data/MNIST/raw/note"):
        path = folder / name
        path.write_text("what is the grader's")
        path.chmod(0o666)
    (folder / "smith").mkdir()
    (folder / "smith" / "A8.ipynb").write_text("{}")
    return _state(folder)


def _state(folder: Path) -> dict[str, Any]:
    paths = [path for path in sorted(folder.rglob("*")) if not path.is_socket()]
    return {
        str(path.relative_to(folder)): (
            path.stat().st_mode,
            path.stat().st_uid,
            path.stat().st_mtime_ns,
            path.is_dir() or path.read_text(),
        )
        for path in paths
    } | {
        "beside": [
            str(p)
            for p in (Path("/tmp/gradbook-hostile"), Path("/var/tmp/gradbook-hostile"), Path("/run/gradbook-hostile"))
            if p.exists()
        ]
    }


@contextlib.contextmanager
def _listening(folder: Path) -> Iterator[tuple[int, str, Any]]:
    abstract = f"\0gradbook-{os.getpid()}"
    with (
        socket.create_server(("127.0.0.1", 0)) as tcp,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp,
        socket.socket(socket.AF_UNIX) as hidden,
        socket.socket(socket.AF_UNIX) as named,
    ):
        port = tcp.getsockname()[1]
        udp.bind(("127.0.0.1", port))
        hidden.bind(abstract)
        named.bind(str(folder / "socket"))
        for listener in (hidden, named):
            listener.listen()
        for listener in (tcp, udp, hidden, named):
            listener.settimeout(0)

        def calls() -> list[str]:
            made = []
            for name, listener in (("TCP", tcp), ("abstract", hidden), ("named", named)):
                with contextlib.suppress(OSError):
                    listener.accept()[0].close()
                    made.append(name)
            with contextlib.suppress(OSError):
                udp.recv(10)
                made.append("UDP")
            return made

        yield port, abstract, calls


def _facts(folder: Path, runner: SandboxRunner, port: int, abstract: str) -> dict[str, Any]:
    package = Path(gradbook.__file__).resolve().parent / "assignments"
    return {
        "bait": str(folder / "bait"),
        "bait_folder": str(folder),
        "key": str(folder / "key.json"),
        "other": str(folder / "smith" / "A8.ipynb"),
        "answers": [str(path) for path in sorted(package.rglob("*")) if path.is_file()],
        "temporary": tempfile.gettempdir(),
        "grader": os.getpid(),
        "grader_uid": os.getuid(),
        "zygote": runner.server,
        "port": port,
        "abstract": abstract,
        "secret": SECRET[::-1],
    }


def _jobs(session: GradingSession, facts: dict[str, Any], data: Path) -> Iterator[tuple[str, Job]]:
    told = PRELUDE + "\n".join(f"{name} = {value!r}" for name, value in facts.items())
    for name, body in PROBING.items():
        code = "def attack():\n" + "\n".join(f"    {line}" for line in body.splitlines())
        yield name, Job(_cells(told, code, _TRY), {"names": ["fell", "refused"], "probes": []}, data=data)
    for name, (code, _) in GREED.items():
        yield name, Job(_cells(_HONEST[0], code, _HONEST[1]), {"names": ["y", "z"], "probes": []})
    for name, code in FORGERIES.items():
        files = dict.fromkeys(("json.py", "torch.py", "sitecustomize.py", ".gradbook/checks.py"), b"raise SystemExit")
        yield name, Job(_cells(code), session.request(), files)


def _cells(*sources: str) -> tuple[Cell, ...]:
    return tuple(Cell(place, "", source) for place, source in enumerate(sources))


def _may_time_out(name: str) -> bool:
    return name in GREED and "timeout" in GREED[name][1]


def _stood_still(name: str, outcome: Outcome) -> bool:
    """Whether the machine was so busy that an honest cell, which the attack comes behind, ran out of its time."""
    return name in GREED and bool(outcome.exports.cells) and outcome.exports.cells[0].status == "timeout"


def _finding(name: str, outcome: Outcome, session: GradingSession) -> str:
    exports = outcome.exports
    if name in PROBING:
        fell = exports.values.get("fell")
        broken = [run.error for run in exports.cells if run.status != "ok"]
        return f"it got through: {fell}" if fell else str(broken) if broken and fell is None else ""
    if name in GREED:
        status = exports.cells[1].status
        wrong = [] if status in GREED[name][1] else [f"its cell is {status} ({exports.cells[1].error})"]
        if exports.values.get("y") != 784 and "patches" not in name:
            wrong.append(f"what came before is lost: {outcome.trouble} {dict(exports.problems)}")
        if status in ("error", "timeout", "died") and exports.values.get("z") != 1:
            wrong.append(f"what comes after is lost: {outcome.trouble} {dict(exports.problems)}")
        if len(exports.cells[1].text) > LIMITS.text or len(exports.cells[1].pictures) > 20:
            wrong.append("it shows more than it may")
        if outcome.memory > LIMITS.memory + (900 << 20):
            wrong.append(f"it took {outcome.memory >> 20} MB")
        return "; ".join(wrong)
    results = [result for question in ("q6", "q7", "q8") for result in session.check_question(question, exports)]
    given = [result.name for result in results if result.points and result.name != "check_q7_layers"]
    broken = [result.message for result in results if result.broken]
    return "; ".join([*(f"points for {check}" for check in given), *broken])


def _after(session: GradingSession, runner: SandboxRunner) -> str:
    exports = runner.run(Job(_cells(RIGHT), session.request()), LIMITS).exports
    results = [result for question in ("q6", "q7") for result in session.check_question(question, exports)]
    return "; ".join(result.message for result in results if not result.passed)


def _crowded(runner: SandboxRunner) -> str:
    """The first counts its user's threads before the second takes all that there may be."""
    jobs = [Job(_cells(cell), {"names": [], "probes": []}) for cell in (_NEEDS_A_THREAD, _TAKES_ALL)]
    outcomes = dict(runner.map(jobs, LIMITS, workers=2))
    return outcomes[0].exports.cells[0].error


def _descendants() -> list[str]:
    """Processes of our own process group's children that still run a hand-in: they have our zygote's command line."""
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdecimal():
            with contextlib.suppress(OSError):
                status = (process / "status").read_text()
                if f"PPid:\t{os.getpid()}\n" in status:
                    found.append(process.name)
    return found


if __name__ == "__main__":
    main(sys.argv[1])
