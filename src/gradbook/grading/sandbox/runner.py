"""Runs hand-ins in the sandbox, several at a time, one process each."""

import contextlib
from collections.abc import Generator, Iterable
from pathlib import Path

from gradbook.assignment.running.runner import Job, Limits, Outcome
from gradbook.grading.sandbox.attempt import Attempt
from gradbook.grading.sandbox.client import Ended, Zygote, ZygoteDiedError
from gradbook.grading.sandbox.errors import SandboxError
from gradbook.grading.sandbox.handin import HandIn
from gradbook.grading.sandbox.selftest import prove
from gradbook.grading.sandbox.walls.view import view
from gradbook.grading.sandbox.watch import Watch


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
        with contextlib.closing(self.map([job], limits, 1)) as outcomes:
            return next(outcomes)[1]

    def map(
        self,
        jobs: Iterable[Job],
        limits: Limits = Limits(),  # noqa: B008
        workers: int = 2,
    ) -> Generator[tuple[int, Outcome], None, None]:
        """Run many, several at a time; yield (place in `jobs`, outcome) as they end. Jobs are taken as needed.

        Those at work are watched all the while: taking the next job, and what is done with an outcome, delays none.
        """
        waiting = enumerate(jobs)
        with contextlib.closing(Watch(self._begin, self._finish)) as watch:
            running = 0
            while True:
                while running < max(1, workers) and (following := next(waiting, None)) is not None:
                    place, job = following
                    watch.add(HandIn(place, job, limits))
                    running += 1
                if not running:
                    return
                yield watch.next()
                running -= 1

    @property
    def server(self) -> int:
        """The number of the process that hand-ins are forked from."""
        return self._zygote.pid

    def close(self) -> None:
        """End what was started."""
        self._zygote.close()

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
