"""The clock of a cell or a call: it interrupts what takes too long, and stands still while something is handed over.

Who reads on the other side may be at work for others: waiting for that is nobody's time, and an interrupt in the middle
would leave half a frame in the pipe, after which nothing can be read any more. Nor does waiting for a processor count,
which another's sixty threads may take.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from gradbook.grading.sandbox.walls.linux import starved

LEAST = 0.5
"""Seconds without a processor that are made good: less is a machine's ordinary bustle."""


class Clock:
    """A process has one, as it has one timer.

    Attributes:
        rung: whether it rang since it was started, by its time or by the processor's.
        spent: whether all processor time of the hand-in is used up; the kernel ends the process a little later.
    """

    def __init__(self) -> None:
        self.rung = self.spent = False
        self._runs = self._held = False
        self._starved = 0.0

    def start(self, seconds: float) -> None:
        """Raise KeyboardInterrupt in so many seconds, or when the processor time is over."""
        self.rung, self._runs, self._starved = False, True, starved()
        signal.signal(signal.SIGALRM, self._ring)
        signal.signal(signal.SIGXCPU, self._ring)
        signal.setitimer(signal.ITIMER_REAL, seconds)

    def stop(self) -> None:
        """Interrupt nothing from now on."""
        with suppress(KeyboardInterrupt):
            self._runs = False
            signal.setitimer(signal.ITIMER_REAL, 0)
        self._runs = False

    @contextmanager
    def held(self) -> Iterator[None]:
        """Stand still; what would have interrupted it meanwhile does so afterwards."""
        left = signal.setitimer(signal.ITIMER_REAL, 0)[0]
        before, self.rung, self._held = self.rung, False, True
        try:
            yield
        finally:
            now, self.rung, self._held = self.rung, self.rung or before, False
            if left and self._runs:
                signal.setitimer(signal.ITIMER_REAL, left)
        if now and self._runs:
            raise KeyboardInterrupt

    def _ring(self, number: int, _: FrameType | None) -> None:
        if number == signal.SIGALRM and self._runs and (more := starved() - self._starved) > LEAST:
            self._starved += more
            signal.setitimer(signal.ITIMER_REAL, more)
            return
        self.rung = True
        self.spent = self.spent or number == signal.SIGXCPU
        if self._runs and not self._held:
            raise KeyboardInterrupt
