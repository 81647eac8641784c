"""Training under way: processes, what they said so far, and who listens."""

import asyncio
import contextlib
import json
import sys
from collections.abc import AsyncIterator
from typing import Any

from gradbook.core.errors import UsageError
from gradbook.web.playground.digits.training_process import Job

COMMANDS = ("pause", "go", "stop")
_LINE_LIMIT = 4 * 2**20  # bytes in an event
_PASSING = ("weights", "certainties")  # of an event: what the next one shows anew, and most of its size
UNWATCHED_SECONDS = 10  # that play may go on before its page listens; a page closed at once never does
_MOST_WAITING = 50  # events: who is slower than that gets the curve only


class Training:
    """One training process.

    Attributes:
        id: what a page calls it by.
        job: what is trained.
        share: of the work that is done, from 0 to 1.
        seconds_left: until it is done, as far as is known.
        ended: the last event, once there is one.
    """

    def __init__(self, id: str, job: Job, process: asyncio.subprocess.Process) -> None:
        self.id = id
        self.job = job
        self.share = 0.0
        self.seconds_left: float | None = None
        self.ended: dict[str, Any] | None = None
        self._process = process
        self._told: list[dict[str, Any]] = []
        self._listeners: set[asyncio.Queue[dict[str, Any] | None]] = set()
        self._reading = asyncio.create_task(self._read())
        asyncio.get_running_loop().call_later(UNWATCHED_SECONDS, self._end_unwatched)

    @property
    def is_play(self) -> bool:
        """Whether it leaves nothing behind, and so ends with the page that shows it."""
        return self.job.folder is None and not self.job.own

    def command(self, text: str) -> None:
        """Send a line to the process; one that has ended hears nothing."""
        with contextlib.suppress(ConnectionError, RuntimeError):
            assert self._process.stdin is not None
            self._process.stdin.write(f"{text}\n".encode())

    def kill(self) -> None:
        """End the process."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    def hang_up(self) -> None:
        """End the streams of all who listen."""
        for queue in self._listeners:
            queue.put_nowait(None)

    async def events(self) -> AsyncIterator[dict[str, Any]]:
        """Yield what was said so far, and then what is said, up to the end. Play ends when nobody listens any more."""
        queue: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()
        for told in self._told:
            queue.put_nowait(told)
        self._listeners.add(queue)
        try:
            while True:
                event = await queue.get()
                if event is None:
                    return
                yield event
                if event["kind"] in ("end", "problem"):
                    return
        finally:
            self._listeners.discard(queue)
            self._end_unwatched()

    def _end_unwatched(self) -> None:
        if self.is_play and self.ended is None and not self._listeners:
            self.kill()

    async def _read(self) -> None:
        assert self._process.stdout is not None
        while line := await self._process.stdout.readline():
            self._take(json.loads(line))
        await self._process.wait()
        if self.ended is None:
            self._take({"kind": "problem", "message": "The training has ended before its time."})

    def _take(self, event: dict[str, Any]) -> None:
        if event["kind"] == "progress":
            self.share, self.seconds_left = event["done"] / event["total"], event["seconds_left"]
        elif event["kind"] != "start":
            self.ended = event
        # Who comes later gets the whole curve, and of the pictures the last.
        if self._told:
            self._told[-1] = _lasting(self._told[-1])
        self._told.append(event)
        for queue in self._listeners:
            queue.put_nowait(event if queue.qsize() < _MOST_WAITING else _lasting(event))


def _lasting(event: dict[str, Any]) -> dict[str, Any]:
    return {name: fact for name, fact in event.items() if name not in _PASSING}


class Trainings:
    """All training of one playground."""

    def __init__(self) -> None:
        self._all: dict[str, Training] = {}

    async def start(self, job: Job) -> Training:
        """Start a process. Another one that plays is ended: two at once would only slow each other down."""
        for other in self._all.values():
            if other.is_play and job.folder is None and not job.own:
                other.kill()
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "gradbook.web.playground.digits.training_process",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=_LINE_LIMIT,
        )
        id = str(len(self._all) + 1)
        training = self._all[id] = Training(id, job, process)
        training.command(job.line().strip())
        return training

    def get(self, id: str) -> Training:
        """Return a training.

        Raises:
            UsageError: there is none of this name.
        """
        if id not in self._all:
            raise UsageError(f"there is no training {id!r}. Start one.")
        return self._all[id]

    def runs_under_way(self) -> list[Training]:
        """List the runs that have not ended."""
        return [t for t in self._all.values() if t.job.folder is not None and not t.job.own and t.ended is None]

    def close(self) -> None:
        """End all streams and what is play. A run goes on, unless Ctrl-C reaches it too: it can then be resumed."""
        for training in self._all.values():
            training.hang_up()
            if training.is_play and training.ended is None:
                training.kill()
