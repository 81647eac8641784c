"""Runs hand-ins in the sandbox, several at a time, one process each."""

import select
from collections.abc import Iterable, Iterator
from pathlib import Path

from gradbook.assignment.running.runner import Job, Limits, Outcome
from gradbook.grading.sandbox.attempt import Attempt
from gradbook.grading.sandbox.client import Ended, Zygote, ZygoteDiedError
from gradbook.grading.sandbox.errors import SandboxError
from gradbook.grading.sandbox.handin import HandIn
from gradbook.grading.sandbox.selftest import prove
from gradbook.grading.sandbox.walls.view import view

_TICK_SECONDS = 0.05
_LIVES = 3
_ENDED = "the sandbox was ended from outside, perhaps because this machine has too little memory"


class SandboxRunner:
    """Runs jobs behind Linux's own walls; see the README beside this file.

    Args:
        mode: "ns" (namespaces, Landlock, seccomp, limits) or "ll" (the same without namespaces).
        private: files and folders that no hand-in may see, wherever they are: assignment, hand-ins, marks.

    Raises:
        SandboxError: this machine does not permit the mode, or its walls did not hold when they were tried just now.
    """

    def __init__(self, mode: str, private: Iterable[Path] = ()) -> None:
        self.isolation = mode
        self._seen = view(private)
        self._zygote = Zygote(mode, self._seen)
        try:
            prove(self)
        except BaseException:
            self.close()
            raise

    def run(self, job: Job, limits: Limits = Limits()) -> Outcome:  # noqa: B008 - it is frozen
        """Run one job."""
        return next(self.map([job], limits, 1))[1]

    def map(
        self,
        jobs: Iterable[Job],
        limits: Limits = Limits(),  # noqa: B008
        workers: int = 2,
    ) -> Iterator[tuple[int, Outcome]]:
        """Run many, several at a time; yield (place in `jobs`, outcome) as they end. Jobs are taken as needed."""
        waiting = enumerate(jobs)
        live: list[tuple[HandIn, Attempt]] = []
        try:
            while True:
                while len(live) < max(1, workers) and (following := next(waiting, None)) is not None:
                    place, job = following
                    hand_in = HandIn(place, job, limits)
                    live.append((hand_in, self._begin(hand_in)))
                if not live:
                    return
                yield from self._turn(live)
        finally:
            for _, attempt in live:
                self._finish(attempt)

    @property
    def server(self) -> int:
        """The number of the process that hand-ins are forked from."""
        return self._zygote.pid

    def close(self) -> None:
        """End what was started."""
        self._zygote.close()

    def _turn(self, live: list[tuple[HandIn, Attempt]]) -> Iterator[tuple[int, Outcome]]:
        """Wait a moment for any to send something, and see each one step on."""
        waiter = select.poll()
        for _, attempt in live:
            waiter.register(attempt.pipe, select.POLLIN)
        ready = {descriptor for descriptor, _ in waiter.poll(1000 * _TICK_SECONDS)}
        for hand_in, attempt in list(live):
            if not attempt.advance(attempt.pipe in ready):
                continue
            live.remove((hand_in, attempt))
            ended = self._finish(attempt)
            if ended is not None:
                outcome = hand_in.after(attempt, ended)
            else:
                outcome = hand_in.outcome(_ENDED) if hand_in.attempts >= _LIVES else None
            if outcome is None:
                live.append((hand_in, self._begin(hand_in)))
            else:
                yield hand_in.place, outcome

    def _begin(self, hand_in: HandIn) -> Attempt:
        try:
            return hand_in.attempt(self._zygote)
        except ZygoteDiedError:  # the kernel ends the largest process when memory is short: start anew
            self._zygote.close()
            self._zygote = Zygote(self.isolation, self._seen)
        try:
            return hand_in.attempt(self._zygote)
        except ZygoteDiedError as error:
            raise SandboxError(
                f"{self.isolation}: the process that hand-ins are run from ends when it is used."
            ) from error

    def _finish(self, attempt: Attempt) -> Ended | None:
        try:
            return attempt.finish()
        except ZygoteDiedError:
            return None
