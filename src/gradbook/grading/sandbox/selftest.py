"""Proves a mode before it is trusted: on this very machine, now, a hand-in tries what it must not be able to do.

Kernels, containers and distributions switch parts of the walls off without a word. What a mode claims is therefore
tried, with baits that would work without walls; one that does is a reason not to use the mode.
"""

import os
import socket
import tempfile
from dataclasses import replace
from pathlib import Path

from gradbook.assignment.running.runner import Cell, Job, Limits, Runner
from gradbook.grading.sandbox.errors import SandboxError

_ATTACKS = """
import os, posix, resource, socket, threading
fell = []
def attack(name, call):
    try:
        call()
    except BaseException:
        return
    fell.append(name)
def write_beside():
    with open(bait_folder + "/new", "w") as file:
        file.write("x")
def start():
    if posix.fork() == 0:
        os._exit(0)
def change_mode():
    os.chmod(bait, 0)
    assert os.stat(bait).st_mode & 0o777 == 0
attack("reads another file", lambda: open(bait).read())
attack("writes to another file", lambda: open(bait, "a"))
attack("makes a file elsewhere", write_beside)
attack("removes another file", lambda: os.remove(bait))
attack("changes another file's mode", change_mode)
attack("reads the solutions that come with Gradbook", lambda: open(solutions).read())
attack("signals the grader", lambda: os.kill(grader, 0))
attack("reads the grader's environment", lambda: open(f"/proc/{grader}/environ").read())
attack("sees the grader's memory", lambda: open(f"/proc/{grader}/mem", "rb"))
attack("connects to the network", lambda: socket.create_connection(("127.0.0.1", port), 1))
attack("starts a process", start)
attack("starts a program", lambda: posix.posix_spawn("/bin/true", ["true"], {}))
attack("raises its own limits", lambda: resource.setrlimit(resource.RLIMIT_AS, (-1, -1)))
attack("takes more memory than it may", lambda: bytearray(limit + (256 << 20)))
needs = []
def need(name, call):
    try:
        call()
    except BaseException as error:
        needs.append(f"{name} ({type(error).__name__}: {error})")
def run_thread():
    ran = []
    thread = threading.Thread(target=lambda: ran.append(1))
    thread.start()
    thread.join()
    assert ran
def keep_file():
    with open("own", "w") as file:
        file.write("x")
    assert open("own").read() == "x"
need("import a library that was not loaded before", lambda: __import__("wave"))
need("import an installed package that was not loaded before", lambda: __import__("scipy.ndimage"))
need("run a thread", run_thread)
need("keep a file", keep_file)
need("train", lambda: __import__("torch").nn.Linear(3, 2)(__import__("torch").ones(1, 3)).sum().backward())
"""
_MEMORY = 512 << 20
_LIMITS = replace(Limits(), cell=20.0, wall=30.0, memory=_MEMORY, scratch=8 << 20)


def prove(runner: Runner) -> None:
    """Try the walls.

    Raises:
        SandboxError: they let something through, or keep a hand-in from working.
    """
    import gradbook

    solutions = Path(gradbook.__file__).parent / "assignments" / "a8" / "A8.ipynb"
    with (
        tempfile.TemporaryDirectory(prefix="gradbook-bait-") as folder,
        socket.create_server(("127.0.0.1", 0)) as server,
    ):
        bait = Path(folder, "bait")
        bait.write_text("x")
        bait.chmod(0o666)
        Path(folder).chmod(0o777)
        facts = {
            "bait": str(bait),
            "bait_folder": folder,
            "solutions": str(solutions),
            "grader": os.getpid(),
            "port": server.getsockname()[1],
            "limit": _MEMORY,
        }
        told = "\n".join(f"{name} = {value!r}" for name, value in facts.items())
        job = Job((Cell(0, "", told), Cell(1, "", _ATTACKS)), {"names": ["fell", "needs"], "probes": []})
        outcome = runner.run(job, _LIMITS)
        harmed = not bait.is_file() or bait.stat().st_mode & 0o777 != 0o666 or bait.read_text() != "x"
    values = outcome.exports.values
    fell, needs = values.get("fell"), values.get("needs")
    if outcome.trouble or not isinstance(fell, list) or not isinstance(needs, list):
        errors = [run.error for run in outcome.exports.cells if run.error]
        raise SandboxError(f"{runner.isolation}: {'; '.join([outcome.trouble, *errors]).strip('; ') or 'no answer'}")
    if fell or harmed:
        raise SandboxError(f"{runner.isolation}: a hand-in {', '.join(map(str, fell)) or 'harms a file outside'}")
    if needs:
        raise SandboxError(f"{runner.isolation}: a hand-in cannot {', '.join(map(str, needs))}")
