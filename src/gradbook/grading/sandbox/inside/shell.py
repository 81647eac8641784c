"""IPython's shell without a terminal, a history or other programs: it runs a cell and keeps what the cell shows."""

import io
import sys
from collections.abc import Callable
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.text import SList
from traitlets import Type
from traitlets.config import Config

from gradbook.grading.sandbox.inside.clock import Clock

_SKIPPED = "[skipped: no other programs run where hand-ins are graded]"
_INSTALLERS = ("pip", "conda", "mamba", "micromamba", "uv", "sx", "system")
_SCRIPTS = ("bash", "sh", "script", "system", "sx", "!", "perl", "ruby", "pypy", "python", "python2", "python3", "cmd")
_MOST_PICTURES = 20
_LONGEST_ERROR = 500


class Output:
    """What a cell shows: text up to a length, and PNG pictures, which go out at once.

    Args:
        most: characters that are kept.
        send: takes a picture.
    """

    def __init__(self, most: int, send: Callable[[bytes], None]) -> None:
        self._left = most
        self._send = send
        self._pictures = _MOST_PICTURES
        self._text: list[str] = []

    @property
    def text(self) -> str:
        """What was printed and shown as text, in order."""
        return "".join(self._text)

    def write(self, text: str) -> None:
        """Keep text, as far as there is room."""
        if self._left > 0:
            kept = text[: self._left]
            self._left -= len(kept)
            self._text.append(kept)

    def show(self, data: dict[str, Any]) -> None:
        """Keep a picture, or else the text, of what a cell displays."""
        picture = data.get("image/png")
        if picture is None:
            self.write(f"{data.get('text/plain', '')}\n")
            return
        if isinstance(picture, str):
            from base64 import b64decode

            picture = b64decode(picture)
        if self._pictures > 0:
            self._pictures -= 1
            self._send(picture)


class _Stream(io.TextIOBase):
    """Stands for stdout and stderr."""

    encoding = "utf-8"

    def __init__(self, shell: "Shell") -> None:
        self._shell = shell

    def write(self, text: str) -> int:
        self._shell.output.write(str(text))
        return len(text)

    def writable(self) -> bool:
        return True


def _show(shell: Any, data: dict[str, Any]) -> None:
    """Let a shell's running cell show something."""
    shell.output.show(data)


class _Publisher(DisplayPublisher):
    def publish(self, data: dict[str, Any], *_: object, **__: object) -> None:
        _show(self.shell, data)

    def clear_output(self, wait: bool = False) -> None:
        pass


class _Hook(DisplayHook):
    def write_output_prompt(self) -> None:
        pass

    def write_format_data(self, format_dict: dict[str, Any], md_dict: object = None) -> None:
        _show(self.shell, format_dict)

    def finish_displayhook(self) -> None:
        pass


class Shell(InteractiveShell):
    """The shell; made once, before processes are forked from it."""

    displayhook_class = Type(_Hook)
    display_pub_class = Type(_Publisher)
    output = Output(0, lambda picture: None)

    def enable_gui(self, gui: object = None) -> None:
        """Do nothing: there are no windows."""

    def init_virtualenv(self) -> None:
        """Do nothing: the libraries are those we started with."""

    def system(self, cmd: str) -> None:
        """Say that a line for the system's shell is skipped."""
        print(_SKIPPED)
        self.user_ns["_exit_code"] = 0

    system_raw = system_piped = system

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> Any:
        """Say that a line for the system's shell is skipped, and give nothing back."""
        print(_SKIPPED)
        return SList() if split else ""

    def _showtraceback(self, etype: object, evalue: object, stb: object) -> None:
        """Print nothing: the error goes out with the cell's result."""

    def execute(self, source: str, seconds: float, output: Output, clock: Clock) -> tuple[str, str]:
        """Run a cell.

        A cell that uses up the processor time is interrupted as well; the kernel ends the process a little later.

        Args:
            source: its text.
            seconds: after which it is interrupted; who waits outside ends it if it does not give way.
            output: takes what it shows.
            clock: the process's.

        Returns:
            "ok", "error" or "timeout", and the error's last line.
        """
        self.output = output
        sys.stdout = sys.stderr = _Stream(self)
        error: BaseException | None
        try:
            clock.start(seconds)
            result = self.run_cell(source, store_history=False)  # type: ignore[no-untyped-call]
            error = result.error_before_exec or result.error_in_exec
            clock.stop()
        except BaseException as caught:  # the clock may ring outside the learner's code
            error = caught
            clock.stop()
        if clock.rung:
            return "timeout", ""
        return ("ok", "") if error is None else ("error", _last_line(error))


def _last_line(error: BaseException) -> str:
    try:
        return f"{type(error).__name__}: {error}"[:_LONGEST_ERROR]
    except BaseException:  # an exception of the learner's may not even have a text
        return type(error).__name__[:_LONGEST_ERROR]


def make_shell() -> Shell:
    """Return the shell, with pictures inline and everything that starts programs replaced by a word."""
    config = Config({"HistoryManager": {"enabled": False}, "InteractiveShell": {"colors": "nocolor"}})
    shell = Shell.instance(config=config)
    shell.run_line_magic("matplotlib", "inline")

    def skip(*_: object, **__: object) -> None:
        print(_SKIPPED)

    register: Any = shell.register_magic_function
    for name in _INSTALLERS:
        register(skip, "line", name)
    for name in _SCRIPTS:
        register(skip, "cell", name)
    return shell
