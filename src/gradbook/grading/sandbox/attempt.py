"""One process of a hand-in, watched from outside: what it claims so far, and whether it has to be ended.

Claims are taken in one order only (cells upwards, then parts upwards), so no process can renew its time by repeating
itself.
"""

import json
import os
import struct
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from gradbook.assignment.errors import ExportError
from gradbook.assignment.running.exports import CellRun, Exports
from gradbook.assignment.running.runner import Cell, Limits
from gradbook.grading.sandbox import frames
from gradbook.grading.sandbox.client import Ended, Process, Zygote
from gradbook.grading.sandbox.disk import overfull
from gradbook.grading.sandbox.walls.linux import starved

GRACE = 5.0
"""Seconds for a cell to give way to its interrupt, and for what is between cells."""
_LOCK_SECONDS = 60.0  # a busy machine is no reason to call a hand-in unsafe
_CHUNK = 1 << 20
_LOOK_SECONDS = 0.1
_AWAY_SECONDS = 1.0  # a thread looks at each twenty times a second; on a busy machine it comes later
_PNG = b"\x89PNG\r\n\x1a\n"
_STATUSES = ("ok", "error", "timeout")
_LONGEST_ERROR = 500
_MOST_PICTURES = 20


@dataclass(frozen=True, slots=True)
class Task:
    """What one process is to do.

    Attributes:
        cells: all of the hand-in's.
        skipped: places of cells that are left out.
        parts: requests whose exports are taken one by one.
        skipped_parts: numbers of parts that are left out.
        files: the hand-in's own, by path, in base64.
        data: the folder that is data/; None for none.
        limits: of this process.
    """

    cells: Sequence[Cell]
    skipped: frozenset[int]
    parts: Sequence[Mapping[str, Any]]
    skipped_parts: frozenset[int]
    files: Mapping[str, str]
    data: str | None
    limits: Limits

    def as_json(self) -> dict[str, Any]:
        """Return what `child.live` is given of it."""
        limits = self.limits
        return {
            "cells": [None if place in self.skipped else cell.source for place, cell in enumerate(self.cells)],
            "parts": [None if number in self.skipped_parts else part for number, part in enumerate(self.parts)],
            "files": dict(self.files),
            "data": self.data,
            "limits": {
                "cell": limits.cell,
                "wall": limits.wall,
                "cpu": max(1, int(limits.cpu)),
                "memory": limits.memory,
                "threads": limits.threads,
                "scratch": limits.scratch,
                "files": limits.files,
                "text": limits.text,
            },
        }


@dataclass
class Attempt:
    """A process at work.

    Attributes:
        runs: what became of the cells that ended, by place.
        exports: the parts that came.
        cell, part: what it was at when it ended; None where it was at none.
        locked: whether it locked itself in; no code of the learner's ran before.
        complete: whether it came to its end.
        timed_out: whether it was ended because its time was over.
        trouble: why it was ended, or could not begin; "" where it ended by itself.
    """

    zygote: Zygote
    task: Task
    runs: dict[int, CellRun] = field(default_factory=dict)
    exports: dict[int, Exports] = field(default_factory=dict)
    cell: int | None = None
    part: int | None = None
    locked: bool = False
    complete: bool = False
    timed_out: bool = False
    trouble: str = ""

    def __post_init__(self) -> None:
        self._process: Process = self.zygote.start(self.task.as_json())
        self._reader = frames.FrameReader(self.task.limits.reply)
        self._began = self._since = self._looked = self._advanced = time.monotonic()
        self._due = self._began + _LOCK_SECONDS
        self._starved = 0.0
        self._end = self._began + self.task.limits.wall + GRACE + self.task.limits.cell
        self._pictures: list[bytes] = []
        self._last_cell = self._last_part = -1
        self._closed = False

    @property
    def seconds(self) -> float:
        """How long the running cell has run."""
        return time.monotonic() - self._since

    @property
    def elapsed(self) -> float:
        """How long the process has been at work."""
        return time.monotonic() - self._began

    @property
    def pipe(self) -> int:
        """The descriptor to wait for."""
        return self._process.reply

    def advance(self, readable: bool) -> bool:
        """Take what has come and look at the limits; return whether the process is to be ended now."""
        now = time.monotonic()
        away, self._advanced = now - self._advanced, now
        if away > _AWAY_SECONDS:  # whatever kept us, it waited for us meanwhile, perhaps with its pipe full
            self._due, self._end = self._due + away, self._end + away
        # Looked before what came is read: what is too much then is the doing of a cell that has begun by then.
        full = self._look(now)
        try:
            if (readable or full) and not self._read(now):
                self._closed = True
                return True
        except frames.FrameError as error:
            self.trouble = str(error)
            return True
        if self.complete:
            return True
        if full:
            self.trouble = full
        elif now > self._end or (now > self._due and now > self._due + self._made_good()):
            self.timed_out = True
            self.trouble = "it did not end" if now <= self._end else "wall time"
        return bool(self.trouble)

    def finish(self) -> Ended:
        """End the process, and return how it ended."""
        return self.zygote.end(self._process, ending=self._closed or self.complete)

    def _made_good(self) -> float:
        """Return for how long it got no processor since its time began; the time of the whole hand-in goes on."""
        return starved(self._process.pid) - self._starved

    def _look(self, now: float) -> str:
        """Return what is too much in its folder, if it is time to look; "" otherwise."""
        if now - self._looked <= _LOOK_SECONDS or self._process.scratch is None:
            return ""
        self._looked = now
        limits = self.task.limits
        return overfull(self._process.scratch, self._process.pid, limits.scratch, limits.files)

    def _read(self, now: float) -> bool:
        """Read what there is; return whether more may come."""
        try:
            data = os.read(self.pipe, _CHUNK)
        except BlockingIOError:
            return True
        for kind, body in self._reader.feed(data):
            self._take(kind, body, now)
        return bool(data)

    def _take(self, kind: bytes, body: bytes, now: float) -> None:
        limits, patience = self.task.limits, GRACE
        if not self.locked:
            if kind == frames.LOCKED:
                self.locked = True
            else:
                self.trouble = body.decode(errors="replace") if kind == frames.FAILED else "it did not lock itself in"
        elif kind == frames.BEGIN and self.cell is None and self.part is None:
            self.cell = self._last_cell = self._next(body, self._last_cell, len(self.task.cells), self.task.skipped)
            self._since, self._pictures = now, []
            patience += limits.cell
        elif kind == frames.PICTURE and self.cell is not None:
            if body.startswith(_PNG) and len(self._pictures) < _MOST_PICTURES:
                self._pictures.append(body)
            return
        elif kind == frames.END and self.cell is not None:
            self.runs[self.cell] = self._run(self.task.cells[self.cell], body, now)
            self.cell = None
        elif kind == frames.PART and self.cell is None and self.part is None:
            count = len(self.task.parts)
            self.part = self._last_part = self._next(body, self._last_part, count, self.task.skipped_parts)
            self._last_cell = len(self.task.cells)
            patience += limits.cell
        elif kind == frames.EXPORTS and self.part is not None:
            self.exports[self.part] = read_part(body, self.task.parts[self.part])
            self.part = None
        elif kind == frames.DONE and self.cell is None and self.part is None:
            self.complete = True
        else:
            raise frames.FrameError("it sent its answers in another order than they were asked for")
        self._due, self._starved = now + patience, starved(self._process.pid)

    def _next(self, body: bytes, last: int, count: int, skipped: frozenset[int]) -> int:
        place = int.from_bytes(body, "big") if len(body) == struct.calcsize(">I") else -1
        if not last < place < count or place in skipped:
            raise frames.FrameError("it answered what it was not asked")
        return place

    def _run(self, cell: Cell, body: bytes, now: float) -> CellRun:
        try:
            claimed = json.loads(body)
            status, text, error = (claimed[name] for name in ("status", "text", "error"))
            if status not in _STATUSES or not isinstance(text, str) or not isinstance(error, str):
                raise ValueError("a field has another type")
        except (ValueError, KeyError, TypeError, RecursionError) as problem:
            raise frames.FrameError("it sent what is no result of a cell") from problem
        text, error = (_clean(part)[:most] for part, most in ((text, self.task.limits.text), (error, _LONGEST_ERROR)))
        pictures = tuple(self._pictures)
        return CellRun(cell.index, cell.question, status, now - self._since, text, pictures, error)


def read_part(data: bytes, asked: Mapping[str, Any]) -> Exports:
    """Return the exports of one part; where they cannot be read, that is the problem of each name asked for."""
    try:
        return Exports.from_bytes(data, dict(asked))
    except ExportError as error:
        return problem(asked, str(error))
    except Exception as error:  # whatever breaks on what a learner sent is the learner's, and stops nobody else
        return problem(asked, f"it cannot be read ({type(error).__name__})")


def problem(asked: Mapping[str, Any], why: str) -> Exports:
    """Return exports in which nothing that was asked for is there."""
    return Exports(problems=dict.fromkeys([*asked["names"], *(probe["name"] for probe in asked["probes"])], why))


def _clean(text: str) -> str:
    """Replace halves of characters, which no file can hold."""
    return text.encode("utf-8", "replace").decode()
