"""Watches hand-ins at work in a thread of its own, so that their pipes are read while others are opened and judged.

That takes as long as whoever handed those in likes, within bounds; a hand-in that waits to be read loses its own time.
"""

import os
import queue
import select
import threading
from collections.abc import Callable

from gradbook.assignment.running.runner import Outcome
from gradbook.grading.sandbox.attempt import Attempt
from gradbook.grading.sandbox.client import Ended
from gradbook.grading.sandbox.handin import HandIn

_TICK_SECONDS = 0.05
_LIVES = 3
_ENDED = "the sandbox was ended from outside, perhaps because this machine has too little memory"


class Watch:
    """The thread. Hand-ins go in and come out with their outcomes.

    Args:
        begin: starts a hand-in's next process; only this thread calls it from now on.
        finish: ends one, and says how it ended; None where nobody can say. Likewise.
    """

    def __init__(self, begin: Callable[[HandIn], Attempt], finish: Callable[[Attempt], Ended | None]) -> None:
        self._begin, self._finish = begin, finish
        self._came: queue.SimpleQueue[HandIn] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[tuple[int, Outcome] | BaseException] = queue.SimpleQueue()
        self._live: list[tuple[HandIn, Attempt]] = []
        self._bell = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)
        self._closing = False
        self._thread = threading.Thread(target=self._work, name="sandbox-watch", daemon=True)
        self._thread.start()

    def add(self, hand_in: HandIn) -> None:
        """Let a hand-in be run."""
        self._came.put(hand_in)
        os.eventfd_write(self._bell, 1)

    def next(self) -> tuple[int, Outcome]:
        """Wait for one to come to its end; return its place and its outcome.

        Raises:
            SandboxError: nothing can be run any more.
        """
        done = self._done.get()
        if isinstance(done, BaseException):
            raise done
        return done

    def close(self) -> None:
        """End all that still runs."""
        self._closing = True
        os.eventfd_write(self._bell, 1)
        self._thread.join()
        os.close(self._bell)

    def _work(self) -> None:
        try:
            while not self._closing:
                self._turn()
        except BaseException as error:  # it is raised where somebody waits for an outcome
            self._done.put(error)
        finally:
            for _, attempt in self._live:
                self._finish(attempt)

    def _turn(self) -> None:
        """Wait a moment for any to send something or to come, and see each one step on."""
        waiter = select.poll()
        for descriptor in (self._bell, *(attempt.pipe for _, attempt in self._live)):
            waiter.register(descriptor, select.POLLIN)
        ready = {descriptor for descriptor, _ in waiter.poll(1000 * _TICK_SECONDS if self._live else None)}
        if self._bell in ready:
            os.eventfd_read(self._bell)
        while not self._came.empty():
            came = self._came.get()
            self._live.append((came, self._begin(came)))
        for hand_in, attempt in list(self._live):
            if not attempt.advance(attempt.pipe in ready):
                continue
            self._live.remove((hand_in, attempt))
            ended = self._finish(attempt)
            if ended is not None:
                outcome = hand_in.after(attempt, ended)
            else:
                outcome = hand_in.outcome(_ENDED) if hand_in.attempts >= _LIVES else None
            if outcome is None:
                self._live.append((hand_in, self._begin(hand_in)))
            else:
                self._done.put((hand_in.place, outcome))
